//! Who held which slot when: the table of registrations, and the clock of blocks.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::PublishError;
use crate::model::{Day, SubnetId};

/// Seconds between two blocks.
const BLOCK_SECONDS: f64 = 12.0;
const TABLE: &str = "generations.toml";

/// One registration of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Registration {
    /// The slot.
    pub netuid: u16,
    /// The number in ids such as `70.r2`.
    pub generation: u16,
    /// Block of registration.
    pub block: u64,
    /// A name it was seen with; hostile text.
    pub name: Option<String>,
    /// The day of that.
    pub seen: Option<String>,
}

impl Registration {
    /// The id, as the table was checked to give one.
    pub fn id(&self) -> Option<SubnetId> {
        SubnetId::new(self.netuid, self.generation)
    }
}

#[derive(Deserialize)]
struct Anchor {
    block: u64,
    time: String,
}

#[derive(Deserialize)]
struct Table {
    anchor: Vec<Anchor>,
    registration: Vec<Registration>,
}

/// Every registration that is known, and the time of blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Registrations {
    slots: BTreeMap<u16, Vec<Registration>>,
    /// Block and days since 1970-01-01, both growing.
    anchors: Vec<(f64, f64)>,
}

impl Registrations {
    /// Reads the table, and holds it to its own rules.
    ///
    /// # Errors
    /// When it is no such table, or numbers or blocks are out of order.
    pub fn parse(text: &str) -> Result<Self, PublishError> {
        let wrong = |what: String| PublishError::Input { name: TABLE.to_owned(), what };
        let table: Table = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        let mut slots: BTreeMap<u16, Vec<Registration>> = BTreeMap::new();
        for registration in table.registration {
            let Registration { netuid, generation, block, .. } = registration;
            let slot = slots.entry(netuid).or_default();
            let follows = slot.last().is_none_or(|before| before.block < block);
            if registration.id().is_none() || usize::from(generation) != slot.len() + 1 || !follows {
                return Err(wrong(format!(
                    "netuid {netuid}, generation {generation} is out of order: a slot counts from 1, by block"
                )));
            }
            slot.push(registration);
        }
        let mut anchors = Vec::new();
        for Anchor { block, time } in table.anchor {
            let at = days(&time).ok_or_else(|| wrong(format!("“{time}” is no time in UTC")))?;
            anchors.push((block as f64, at));
        }
        if anchors.is_empty() || !anchors.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1) {
            return Err(wrong("anchors must be given, in the order of blocks".to_owned()));
        }
        Ok(Self { slots, anchors })
    }

    /// The registrations of a slot up to a block, oldest first.
    pub fn until(&self, netuid: u16, block: u64) -> &[Registration] {
        let slot = self.slots.get(&netuid).map_or(&[][..], Vec::as_slice);
        &slot[..slot.partition_point(|registration| registration.block <= block)]
    }

    /// Who held a slot at a block, if a registration at or before it is known.
    pub fn holder(&self, netuid: u16, block: u64) -> Option<&Registration> {
        self.until(netuid, block).last()
    }

    /// The registration made at exactly this block.
    ///
    /// # Errors
    /// When the table does not have it.
    pub fn exact(&self, netuid: u16, block: u64) -> Result<&Registration, PublishError> {
        self.holder(netuid, block)
            .filter(|registration| registration.block == block)
            .ok_or(PublishError::UnknownRegistration { netuid, block })
    }

    /// Every registration up to a block, slot by slot.
    pub fn all_until(&self, block: u64) -> impl Iterator<Item = &Registration> {
        self.slots.keys().flat_map(move |netuid| self.until(*netuid, block))
    }

    /// The day of a block: between anchors on a line, outside at 12 seconds a block.
    pub fn day(&self, block: u64) -> Day {
        let block = block as f64;
        let after = self.anchors.partition_point(|anchor| anchor.0 <= block);
        let days = match (after.checked_sub(1).and_then(|i| self.anchors.get(i)), self.anchors.get(after)) {
            (Some(a), Some(b)) => a.1 + (block - a.0) / (b.0 - a.0) * (b.1 - a.1),
            (Some(a), None) | (None, Some(a)) => a.1 + (block - a.0) * BLOCK_SECONDS / 86_400.0,
            (None, None) => 0.0,
        };
        Day::from_epoch_days(days.floor() as i32)
    }
}

/// `2026-08-07T08:35:00Z` as days since 1970-01-01, with the time of day as a fraction.
fn days(time: &str) -> Option<f64> {
    let day: Day = time.parse().ok()?;
    let clock = time.split_once('T')?.1.strip_suffix('Z')?;
    let mut seconds = 0.0;
    for part in clock.split(':') {
        seconds = seconds * 60.0 + part.parse::<f64>().ok()?;
    }
    Some(f64::from(day.epoch_days()) + seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = r#"
        anchor = [{ block = 1000, time = "2026-01-01T00:00:00Z" }, { block = 8200, time = "2026-01-02T12:00:00Z" }]
        registration = [
            { netuid = 7, generation = 1, block = 500 },
            { netuid = 7, generation = 2, block = 900 },
        ]"#;

    #[test]
    fn the_holder_is_the_newest_registration_up_to_a_block() {
        let known = Registrations::parse(TABLE).unwrap();
        assert_eq!(known.holder(7, 499), None);
        assert_eq!(known.holder(7, 899).map(|r| r.generation), Some(1));
        assert_eq!(known.holder(7, 900).map(|r| r.generation), Some(2));
        assert_eq!(known.exact(7, 900).map(|r| r.generation).unwrap(), 2);
        assert!(matches!(
            known.exact(7, 901),
            Err(PublishError::UnknownRegistration { netuid: 7, block: 901 })
        ));
        assert_eq!(known.until(8, 9_999), []);
    }

    #[test]
    fn days_run_through_the_anchors() {
        let known = Registrations::parse(TABLE).unwrap();
        assert_eq!(known.day(1000).to_string(), "2026-01-01");
        assert_eq!(known.day(4600).to_string(), "2026-01-01");
        assert_eq!(known.day(7000).to_string(), "2026-01-02");
        assert_eq!(known.day(8200 + 3_600).to_string(), "2026-01-03");
        assert_eq!(known.day(999).to_string(), "2025-12-31");
    }

    #[test]
    fn a_table_out_of_order_is_refused() {
        for (from, to) in [
            ("generation = 2", "generation = 3"),
            ("block = 900", "block = 400"),
            ("netuid = 7, generation = 1", "netuid = 0, generation = 1"),
        ] {
            assert!(Registrations::parse(&TABLE.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    #[test]
    fn the_table_that_is_built_in_is_in_order() {
        let known = Registrations::parse(include_str!("input/generations.toml")).unwrap();
        assert_eq!(known.exact(103, 8_762_380).unwrap().generation, 2);
        assert_eq!(known.day(8_762_380).to_string(), "2026-08-03");
        assert_eq!(known.day(8_409_860).to_string(), "2026-06-15");
    }
}
