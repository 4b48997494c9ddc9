//! Signs that a capture is not what it seems. Each is a remark that names file, row and field;
//! nothing is changed for it, because real data is strange too, and a reader can judge.

use std::collections::BTreeMap;

use super::Registrations;
use super::capture::cross_section::{CrossSection, Row};
use super::capture::daily_prices::FILE as DAILY_PRICES;
use super::captures::Captures;
use super::flag::Flags;
use crate::compute::reconstruct::{MOVING_PRICE, before_start};
use crate::model::{Day, SubnetId};

/// No subnet can have more alpha.
const ALPHA_CAP: f64 = 21_000_000.0;
/// A price that is more than so many times the one of the day before.
const JUMP: f64 = 1000.0;
/// Blocks after which half a TAO is emitted in all, since the first halving.
const TAO_PER_BLOCK: f64 = 0.5;
/// How far the sum over all subnets may be from it: blocks differ by a few rao.
const SUM_TOLERANCE: f64 = 1e-4;
/// Fewer rows than this can look like anything.
const TELLING: usize = 8;
/// Metrics that are the same for most subnets by rule.
const UNIFORM: [&str; 3] = ["slots_max", "registration_cost_tao", "alpha_out_emission"];
/// Slots in a row that are registered at one block.
const RUN: usize = 3;

/// Adds what is implausible in the captures to the flags.
pub fn check(captures: &Captures, known: &Registrations, flags: &mut Flags) {
    for section in &captures.sections {
        unknown_day(section, flags);
        columns(section, flags);
        emission_total(section, flags);
        supply(section, flags);
    }
    price_jumps(captures, flags);
    prices_before_start(captures, known, flags);
    runs(known, flags);
}

fn all(section: &CrossSection) -> String {
    format!("all {} rows", section.rows.len())
}

/// 1970-01-01 is written by programs that know no date.
fn unknown_day(section: &CrossSection, flags: &mut Flags) {
    if section.day.epoch_days() == 0 {
        let what = "The capture is dated 1970, so its day is not known.".to_owned();
        flags.remark("date-1970", &section.file, all(section), "captured_at", what);
    }
}

/// A column that climbs by the same step from row to row, or never changes, was not measured.
fn columns(section: &CrossSection, flags: &mut Flags) {
    let metrics: std::collections::BTreeSet<_> =
        section.rows.iter().flat_map(|row| row.values.keys()).collect();
    for metric in metrics {
        let values: Vec<f64> =
            section.rows.iter().filter_map(|row| row.values.get(metric).copied()).collect();
        let [first, second, ..] = values[..] else { continue };
        if values.len() < TELLING {
            continue;
        }
        let step = second - first;
        let even =
            values.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() <= 1e-9 * pair[1].abs().max(1.0));
        if even && step != 0.0 {
            let what = format!(
                "Every value is {step} more than the one before: a count of rows, not a measurement."
            );
            flags.remark("ramp", &section.file, all(section), metric, what);
        }
        if even && step == 0.0 && !UNIFORM.contains(metric) {
            let what = format!("Every value is {first}.");
            flags.remark("constant", &section.file, all(section), metric, what);
        }
    }
}

/// What all subnets receive at a block is known from the rule.
fn emission_total(section: &CrossSection, flags: &mut Flags) {
    let of = |row: &Row| Some(row.values.get("tao_in_emission")? + row.values.get("excess_tao")?);
    let amounts: Vec<f64> = section.rows.iter().filter_map(of).collect();
    let sum: f64 = amounts.iter().sum();
    if !amounts.is_empty() && (sum - TAO_PER_BLOCK).abs() > SUM_TOLERANCE {
        let what = format!(
            "The emission of one block sums to {sum} TAO in place of {TAO_PER_BLOCK}: shares do not sum to one."
        );
        flags.remark("emission-total", &section.file, all(section), "tao_in_emission", what);
    }
}

/// There cannot be more than was issued.
fn supply(section: &CrossSection, flags: &mut Flags) {
    let pools: f64 = section.rows.iter().filter_map(|row| row.values.get("tao_in_pool")).sum();
    if section.total_issuance.is_some_and(|issued| pools > issued) {
        let what = format!("The pools hold {pools} TAO, more than was issued.");
        flags.remark("above-supply", &section.file, all(section), "tao_in_pool", what);
    }
    for row in &section.rows {
        let alpha: f64 =
            ["alpha_in_pool", "alpha_out"].iter().filter_map(|metric| row.values.get(metric)).sum();
        if alpha > ALPHA_CAP {
            let what = format!("{alpha} alpha exist, more than the {ALPHA_CAP} there can be.");
            flags.remark("above-supply", &section.file, format!("netuid {}", row.netuid), "alpha_out", what);
        }
    }
}

fn price_jumps(captures: &Captures, flags: &mut Flags) {
    let mut closes: Vec<(u16, Day, f64)> =
        captures.closes.iter().map(|close| (close.netuid, close.day, close.price)).collect();
    closes.sort_by_key(|close| (close.0, close.1));
    for pair in closes.windows(2) {
        let [(netuid, before, was), (other, day, now)] = [pair[0], pair[1]];
        let next_day = netuid == other && day.since(before) == 1;
        if next_day && was > 0.0 && (now / was > JUMP || was / now.max(f64::MIN_POSITIVE) > JUMP) {
            let what = format!("The price goes from {was} to {now} TAO in a day.");
            flags.remark("price-jump", DAILY_PRICES, format!("netuid {netuid}, {day}"), "close_tao", what);
        }
    }
}

/// A pool without alpha of its own has a price that few could trade at.
fn prices_before_start(captures: &Captures, known: &Registrations, flags: &mut Flags) {
    let mut prices: BTreeMap<SubnetId, BTreeMap<Day, f64>> = BTreeMap::new();
    for close in &captures.closes {
        let holder = known.holder(close.netuid, close.block).and_then(|registration| registration.id());
        if let Some(id) = holder {
            prices.entry(id).or_default().insert(close.day, close.price);
        }
    }
    for (id, days) in prices {
        let Some((first, start)) = before_start(days.into_iter(), &MOVING_PRICE) else { continue };
        let until = start.map_or_else(|| "on".to_owned(), |start| format!("to {}", start.plus(-1)));
        let what =
            "The subnet had not started: its pool was given no alpha, so its price could not fall below 1.";
        flags.remark(
            "price-before-start",
            DAILY_PRICES,
            format!("{id}, {first} {until}"),
            "close_tao",
            what.to_owned(),
        );
    }
}

/// Nobody registers one slot after another within a block; a backfill writes that.
fn runs(known: &Registrations, flags: &mut Flags) {
    let mut registrations: Vec<_> = known.all_until(u64::MAX).map(|one| (one.block, one.netuid)).collect();
    registrations.sort_unstable();
    for run in registrations.windows(RUN) {
        let in_a_row = run.windows(2).all(|pair| pair[0].0 == pair[1].0 && pair[0].1 + 1 == pair[1].1);
        if let (true, [(block, first), ..]) = (in_a_row, run) {
            let what = format!("{RUN} slots in a row are registered at block {block}.");
            flags.remark("event-run", "generations", format!("netuid {first}"), "block", what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(rows: Vec<Row>) -> CrossSection {
        CrossSection {
            file: "x.json".to_owned(),
            captured_at: "2026-08-07T00:00:00Z".to_owned(),
            day: "2026-08-07".parse().unwrap(),
            block: 1,
            pinned: None,
            rows,
            root_tao: None,
            total_issuance: Some(1000.0),
        }
    }

    fn rows(metric: &'static str, value: impl Fn(usize) -> f64) -> Vec<Row> {
        let row =
            |at: usize| Row { netuid: at as u16 + 1, values: [(metric, value(at))].into(), ..Row::default() };
        (0..10).map(row).collect()
    }

    fn names(found: impl Fn(&mut Flags)) -> Vec<String> {
        let mut flags = Flags::default();
        found(&mut flags);
        flags.0.iter().map(|flag| format!("{} {}", flag.name, flag.field)).collect()
    }

    #[test]
    fn ramps_and_constants_are_seen_and_real_columns_are_not() {
        let of = |rows: Vec<Row>| names(|flags| columns(&section(rows.clone()), flags));
        assert_eq!(of(rows("validators", |at| at as f64 * 2.0)), ["ramp validators"]);
        assert_eq!(of(rows("validators", |_| 7.0)), ["constant validators"]);
        assert_eq!(of(rows("slots_max", |_| 256.0)), [""; 0]);
        assert_eq!(of(rows("validators", |at| (at * at) as f64)), [""; 0]);
    }

    #[test]
    fn an_emission_that_does_not_sum_to_half_a_tao_is_seen() {
        let of = |each: f64| {
            let mut rows = rows("tao_in_emission", |_| each);
            for row in &mut rows {
                row.values.insert("excess_tao", 0.0);
            }
            names(|flags| emission_total(&section(rows.clone()), flags))
        };
        assert_eq!(of(0.05), [""; 0]);
        assert_eq!(of(0.06), ["emission-total tao_in_emission"]);
    }

    #[test]
    fn more_than_can_exist_is_seen() {
        let pools = section(rows("tao_in_pool", |_| 200.0));
        assert_eq!(names(|flags| supply(&pools, flags)), ["above-supply tao_in_pool"]);
        let alpha = section(rows("alpha_out", |at| if at == 3 { 22e6 } else { 1e6 }));
        let mut flags = Flags::default();
        supply(&alpha, &mut flags);
        assert_eq!(flags.0.len(), 1);
        assert_eq!(flags.0[0].row, "netuid 4");
    }

    #[test]
    fn jumps_both_ways_and_prices_before_a_start_are_seen() {
        let folder =
            crate::publish::capture::file::Folder(std::path::PathBuf::from("tests/fixtures/captures"));
        let mut captures = Captures::read(&folder, &mut Flags::default()).unwrap();
        let close = |day: i32, price| crate::publish::capture::daily_prices::Close {
            netuid: 7,
            day: Day::from_epoch_days(20_000 + day),
            block: 1_000_000 + day as u64,
            price,
        };
        let known = "[[anchor]]\nblock = 1\ntime = \"2024-01-01T00:00:00Z\"\n\
                     [[registration]]\nnetuid = 7\ngeneration = 1\nblock = 5\n";
        let known = Registrations::parse(known).unwrap();
        let mut of = |closes: &[(i32, f64)]| {
            captures.closes = closes.iter().map(|(day, price)| close(*day, *price)).collect();
            names(|flags| {
                price_jumps(&captures, flags);
                prices_before_start(&captures, &known, flags);
            })
        };
        assert_eq!(of(&[(0, 0.2), (1, 0.9), (2, 150.0)]), [""; 0]);
        assert_eq!(of(&[(0, 0.01), (1, 11.0)]), ["price-jump close_tao"]);
        assert_eq!(of(&[(0, 60.0), (1, 0.03)]), ["price-jump close_tao", "price-before-start close_tao"]);
        assert_eq!(of(&[(0, 60.0), (1, 61.0)]), ["price-before-start close_tao"]);
        // A day without a price lies between: no jump from one day to the next.
        assert_eq!(of(&[(0, 0.01), (2, 11.0)]), [""; 0]);
    }

    #[test]
    fn a_capture_of_1970_is_seen() {
        let mut old = section(rows("validators", |at| at as f64));
        old.day = Day::from_epoch_days(0);
        assert_eq!(names(|flags| unknown_day(&old, flags)), ["date-1970 captured_at"]);
    }
}
