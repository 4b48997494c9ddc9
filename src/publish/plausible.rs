//! Whether captured numbers can be what they are said to be. What cannot is left out and named;
//! what is only strange is published and named.

use std::collections::BTreeMap;

use super::PublishError;
use super::capture::cross_section::{CrossSection, Row};
use super::capture::daily_prices::{self, Close};
use super::columns::CAPTURED;
use super::flag::Flags;

/// There will never be more TAO, nor more alpha of one subnet.
const CAP: f64 = 21_000_000.0;
/// A price that grows by more within a day is an error, or a fresh pool.
const JUMP: f64 = 1_000.0;
/// TAO of one block, before and after the halvings so far.
const BLOCK_TAO: [f64; 2] = [1.0, 0.5];
/// What rounding may take from the TAO of a block.
const BLOCK_TOLERANCE: f64 = 1e-5;
/// Fewer rows make no pattern.
const PATTERN: usize = 8;

/// Looks at one cross-section, and takes out values and columns that cannot be.
///
/// # Errors
/// When the pools hold more TAO than was issued: then nothing in the file can be trusted.
pub fn cross_section(section: &mut CrossSection, flags: &mut Flags) -> Result<(), PublishError> {
    total(section)?;
    let file = section.file.clone();
    for row in &mut section.rows {
        impossible(row, &file, flags);
    }
    for metric in CAPTURED {
        pattern(section, metric, flags);
    }
    emission(section, flags);
    Ok(())
}

fn total(section: &CrossSection) -> Result<(), PublishError> {
    let pools: f64 = section.rows.iter().filter_map(|row| row.values.get("tao_in_pool")).sum();
    let supply = section.total_issuance.unwrap_or(CAP).min(CAP);
    if pools <= supply {
        return Ok(());
    }
    let what =
        format!("in {} the pools hold {pools} TAO together, more than the {supply} that exist", section.file);
    Err(PublishError::Refused(what))
}

/// Takes out numbers that no subnet can have.
fn impossible(row: &mut Row, file: &str, flags: &mut Flags) {
    let netuid = format!("netuid {}", row.netuid);
    let alpha =
        ["alpha_in_pool", "alpha_out"].iter().filter_map(|metric| row.values.get(metric)).sum::<f64>();
    let slots = (row.values.get("slots_used").copied()).zip(row.values.get("slots_max").copied());
    let reason = |metric: &str, value: f64| match metric {
        _ if value < 0.0 => Some("less than nothing"),
        "miner_burn" if value > 1.0 => Some("a share above 1"),
        "alpha_in_pool" | "alpha_out" if alpha > CAP => Some("more alpha than there can be"),
        "slots_used" if slots.is_some_and(|(used, max)| used > max) => Some("more slots than the subnet has"),
        _ => None,
    };
    row.values.retain(|metric, value| {
        let reason = reason(metric, *value);
        if let Some(reason) = reason {
            flags.left_out("impossible", file, netuid.clone(), metric, format!("{value} is {reason}"));
        }
        reason.is_none()
    });
}

/// A column that only counts up the rows was filled by a loop, and not by a chain.
fn pattern(section: &mut CrossSection, metric: &'static str, flags: &mut Flags) {
    let values: Vec<f64> = section.rows.iter().filter_map(|row| row.values.get(metric).copied()).collect();
    if values.len() < PATTERN {
        return;
    }
    let steps: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let scale = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let even = steps.iter().all(|step| (step - steps[0]).abs() <= scale * 1e-12);
    let rows = format!("all {} rows", values.len());
    if even && steps[0] == 0.0 {
        let what = format!("every row has {}", values[0]);
        flags.remark("one-value", &section.file, rows, metric, what);
    } else if even {
        let what = format!("the values grow by {} from row to row, as a counter does", steps[0]);
        flags.left_out("ramp", &section.file, rows, metric, what);
        section.rows.iter_mut().for_each(|row| {
            row.values.remove(metric);
        });
    }
}

/// All TAO of a block goes to subnets.
fn emission(section: &CrossSection, flags: &mut Flags) {
    let parts = |row: &Row| Some(row.values.get("tao_in_emission")? + row.values.get("excess_tao")?);
    let parts: Vec<f64> = section.rows.iter().filter_map(parts).collect();
    let sum: f64 = parts.iter().sum();
    let whole = BLOCK_TAO.iter().any(|tao| (sum - tao).abs() <= tao * BLOCK_TOLERANCE);
    if !parts.is_empty() && !whole {
        let what = format!("the rows sum to {sum} TAO a block, which is no block’s emission");
        let rows = format!("all {} rows", parts.len());
        flags.remark("emission-sum", &section.file, rows, "tao_in_emission + excess_tao", what);
    }
}

/// Names prices that are more than a thousand times those of the day before. They stay: a fresh
/// pool can do that.
pub fn closes(closes: &[Close], flags: &mut Flags) {
    let mut last: BTreeMap<u16, Close> = BTreeMap::new();
    for close in closes {
        let before = last.insert(close.netuid, *close);
        let Some(before) = before.filter(|before| close.day.since(before.day) == 1) else { continue };
        let (rise, fall) = (close.price / before.price, before.price / close.price);
        if rise > JUMP || fall > JUMP {
            let what = format!("{} τ after {} τ the day before", close.price, before.price);
            let row = format!("netuid {} on {}", close.netuid, close.day);
            flags.remark("price-jump", daily_prices::FILE, row, "close_tao", what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(values: impl Fn(u16) -> f64, metric: &'static str) -> CrossSection {
        let row =
            |netuid| Row { netuid, values: BTreeMap::from([(metric, values(netuid))]), ..Row::default() };
        CrossSection {
            file: "x.json".to_owned(),
            captured_at: "2026-08-07T00:00:00Z".to_owned(),
            day: "2026-08-07".parse().unwrap(),
            block: 1,
            pinned: None,
            rows: (1..=10).map(row).collect(),
            root_tao: None,
            total_issuance: Some(1_000_000.0),
        }
    }

    fn named(section: &mut CrossSection) -> Vec<&'static str> {
        let mut flags = Flags::default();
        cross_section(section, &mut flags).unwrap();
        flags.0.iter().map(|flag| flag.name).collect()
    }

    #[test]
    fn a_ramp_is_left_out_and_one_value_is_remarked() {
        let mut ramp = section(|netuid| f64::from(netuid) * 0.1, "ema_price_tao");
        assert_eq!(named(&mut ramp), ["ramp"]);
        assert!(ramp.rows.iter().all(|row| row.values.is_empty()));
        assert_eq!(named(&mut section(|_| 256.0, "slots_max")), ["one-value"]);
        assert_eq!(
            named(&mut section(|netuid| f64::from(netuid).sqrt(), "ema_price_tao")),
            Vec::<&str>::new()
        );
    }

    #[test]
    fn impossible_values_are_left_out_and_their_row_stays() {
        let mut section =
            section(|netuid| if netuid == 3 { -1.0 } else { f64::from(netuid * netuid) }, "stars");
        assert_eq!(named(&mut section), ["impossible"]);
        assert_eq!(section.rows.len(), 10);
        assert!(section.rows[2].values.is_empty() && !section.rows[3].values.is_empty());
    }

    #[test]
    fn more_tao_than_was_issued_is_refused() {
        let mut section = section(|netuid| 100_000.0 * f64::from(netuid), "tao_in_pool");
        assert!(matches!(cross_section(&mut section, &mut Flags::default()), Err(PublishError::Refused(_))));
    }

    #[test]
    fn an_emission_that_is_no_blocks_is_remarked() {
        let mut odd = section(|netuid| f64::from(netuid % 3), "tao_in_emission");
        odd.rows.iter_mut().for_each(|row| {
            row.values.insert("excess_tao", 0.1 * f64::from(row.netuid % 4));
        });
        assert!(named(&mut odd).contains(&"emission-sum"));
    }

    #[test]
    fn a_jump_of_a_price_is_remarked_and_kept() {
        let close = |day: &str, price| Close { netuid: 84, day: day.parse().unwrap(), block: 1, price };
        let mut flags = Flags::default();
        closes(
            &[close("2025-04-01", 1.0), close("2025-04-02", 1_001.0), close("2025-04-04", 0.5)],
            &mut flags,
        );
        assert_eq!(flags.0.len(), 1);
        assert_eq!((flags.0[0].name, flags.0[0].row.as_str()), ("price-jump", "netuid 84 on 2025-04-02"));
        assert_eq!(flags.count_left_out(), 0);
    }
}
