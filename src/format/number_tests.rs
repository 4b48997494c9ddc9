use super::*;
use crate::registry;
use proptest::prelude::*;

const ENGLISH: Locale = Locale { decimal: '.', group: ',' };

#[test]
fn numbers_follow_the_style_of_their_metric() {
    let cases = [
        (449.955_331, Style::Decimals(2), "449.96"),
        (8_791_253.0, Style::Integer, "8,791,253"),
        (-1234.5, Style::Decimals(1), "−1,234.5"),
        (0.125, Style::Percent(2), "12.50\u{a0}%"),
        (1.0, Style::Percent(0), "100\u{a0}%"),
        (0.069_812_3, Style::Significant(4), "0.06981"),
        (0.000_5, Style::Significant(3), "0.0005"),
        (9.999_96, Style::Significant(4), "10"),
        (1_234_567.0, Style::Significant(4), "1,234,567"),
        (1e-9, Style::Significant(4), "0.000000001"),
        (1.234e-12, Style::Significant(2), "1.2\u{a0}×\u{a0}10⁻¹²"),
        (2.5e21, Style::Integer, "2.5\u{a0}×\u{a0}10²¹"),
        (0.0, Style::Decimals(2), "0.00"),
        (-0.0, Style::Significant(4), "0"),
        (-0.0, Style::Integer, "0"),
        (20_672.0, Style::Date, "7 Aug 2026"),
        (f64::NAN, Style::Integer, "not applicable"),
    ];
    for (value, style, text) in cases {
        assert_eq!(number(value, style, &ENGLISH), text, "{value} {style:?}");
    }
}

#[test]
fn what_is_not_zero_is_not_printed_as_zero() {
    assert_eq!(number(0.000_42, Style::Decimals(2), &ENGLISH), "0.00042");
    assert_eq!(number(-0.3, Style::Integer, &ENGLISH), "−0.3");
    assert_eq!(number(0.000_000_1, Style::Percent(1), &ENGLISH), "0.00001\u{a0}%");
}

#[test]
fn exact_numbers_keep_what_was_measured() {
    for (value, text) in [
        (0.012_462_749, "0.012462749"),
        (0.1 + 0.2, "0.3"),
        (8_791_253.0, "8,791,253"),
        (1.0 / 3.0, "0.333333333333"),
    ] {
        assert_eq!(exact(value, &ENGLISH), text);
    }
}

#[test]
fn the_reader_chooses_the_separators() {
    let german = Locale { decimal: ',', group: '.' };
    assert_eq!(number(1_234_567.891, Style::Decimals(2), &german), "1.234.567,89");
    assert_eq!(number(0.999, Style::Percent(1), &german), "99,9\u{a0}%");
}

#[test]
fn units_are_short_and_dollars_stand_in_front() {
    let cases = [
        ("emission_tao_day", 449.955_331, "449.96\u{a0}τ/day"),
        ("price_tao", 0.069_812, "0.06981\u{a0}τ/α"),
        ("emission_usd_day", 12_400.0, "$12,400/day"),
        ("emission_usd_day", -12_400.0, "−$12,400/day"),
        ("emission_share", 0.125, "12.50\u{a0}%"),
        ("age_days", 1.0, "1\u{a0}day"),
        ("age_days", 175.0, "175\u{a0}days"),
        ("registered_at_block", 5_943_200.0, "block\u{a0}5,943,200"),
        ("stars", 14.0, "14"),
        ("last_push", 20_672.0, "7 Aug 2026"),
        ("releases_365d", 9.0, "9"),
        ("releases_365d", 10.0, "10 or more"),
        ("emission_enabled", 0.0, "no"),
        ("emission_enabled", 1.0, "yes"),
    ];
    for (id, amount, text) in cases {
        assert_eq!(with_unit(Value::Number(amount), registry::known(id), &ENGLISH), text, "{id}");
    }
    assert_eq!(unit(Unit::USD_PER_DAY), "$/day");
    assert_eq!(unit(Unit::ONE), "");
}

#[test]
fn what_is_missing_is_said_in_words_and_without_a_unit() {
    let metric = registry::known("emission_tao_day");
    for absence in Absence::ALL {
        assert_eq!(value(Value::Missing(absence), metric, &ENGLISH), absence.words());
        assert_eq!(with_unit(Value::Missing(absence), metric, &ENGLISH), absence.words());
    }
}

#[test]
fn labels_are_short() {
    let cases = [
        (1200.0, "1.2k"),
        (450.0, "450"),
        (0.0012, "0.0012"),
        (3_400_000.0, "3.4M"),
        (12.5, "12.5"),
        (999_999.0, "1M"),
        (999.96, "1k"),
        (-2_500.0, "−2.5k"),
        (0.0, "0"),
        (7.25e12, "7.25T"),
        (1e-12, "1\u{a0}×\u{a0}10⁻¹²"),
        (1e18, "1\u{a0}×\u{a0}10¹⁸"),
    ];
    for (value, text) in cases {
        assert_eq!(compact(value), text, "{value}");
    }
}

proptest! {
    #[test]
    fn any_number_prints_short_and_never_as_minus_zero(bits in any::<u64>(), digits in 0u8..12) {
        let value = f64::from_bits(bits);
        for style in [Style::Integer, Style::Decimals(digits), Style::Significant(digits), Style::Percent(digits)] {
            let text = number(value, style, &ENGLISH);
            prop_assert!(text.chars().count() < 50, "{text}");
            prop_assert!(text.trim_start_matches('−').chars().any(|c| ('1'..='9').contains(&c)) || !text.starts_with('−'));
        }
        prop_assert!(compact(value).chars().count() < 20);
    }

    #[test]
    fn significant_digits_lose_at_most_half_of_the_last(value in 1e-9f64..1e12) {
        let text = number(value, Style::Significant(6), &ENGLISH).replace(',', "");
        let read: f64 = text.parse().unwrap();
        prop_assert!((read - value).abs() <= value * 0.5e-5, "{value} {text}");
    }
}
