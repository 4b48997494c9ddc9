//! Everything that was captured, read once.

use std::collections::BTreeMap;

use super::PublishError;
use super::capture::categories::{self, Categories};
use super::capture::cross_section::CrossSection;
use super::capture::daily_prices::{self, Close};
use super::capture::file::Folder;
use super::capture::probes::{self, Probes};
use super::capture::repositories::{self, Repositories};
use super::capture::reserves::{self, Reserve};
use super::capture::stake_flow::{self, StakeFlow};
use super::capture::surfaces::{self, Listing};
use super::capture::trajectory::{self, Point};
use super::capture::{economics, native, tao_usd, tao_usd_daily, tao_weight};
use super::flag::Flags;
use crate::model::Day;

/// The captures of one folder. Only cross-sections must be there.
#[derive(Debug)]
pub struct Captures {
    /// Cross-sections of the chain, oldest first: each becomes a snapshot.
    pub sections: Vec<CrossSection>,
    /// Classes of subnets.
    pub categories: Option<Categories>,
    /// Daily spot prices.
    pub closes: Vec<Close>,
    /// Daily points of some slots.
    pub trajectories: Vec<Point>,
    /// Alpha of subnets on single days, to check a reconstruction against.
    pub reserves: Vec<Reserve>,
    /// Repositories, as their host shows them.
    pub repositories: Option<Repositories>,
    /// What a registry lists of each slot.
    pub listings: BTreeMap<u16, Listing>,
    /// Whether the listed surfaces answered.
    pub probes: Option<Probes>,
    /// Dollars for one TAO, and when.
    pub tao_usd: Option<(f64, String)>,
    /// Dollars for one TAO, day by day.
    pub tao_usd_daily: BTreeMap<Day, f64>,
    /// TAO that flowed into stakes, for some slots.
    pub stake_flow: Option<StakeFlow>,
    /// The chain's TAO weight, and when.
    pub tao_weight: Option<(f64, Day)>,
}

impl Captures {
    /// Reads a folder.
    ///
    /// # Errors
    /// When a file is something else than its importer reads, or there is no cross-section.
    pub fn read(folder: &Folder, flags: &mut Flags) -> Result<Self, PublishError> {
        let mut sections = Vec::new();
        for name in folder.list("metagraphed/native", "finney-subnets.", ".json") {
            // These hold names without numbers.
            if !name.ends_with(".identity-only.json") {
                sections.push(native::read(folder, &name, flags)?);
            }
        }
        for name in folder.list("metagraphed/api", "economics.", ".json") {
            sections.push(economics::read(folder, &name, flags)?);
        }
        if sections.is_empty() {
            return Err(PublishError::NoCrossSection(folder.0.clone()));
        }
        sections.sort_by(|a, b| a.captured_at.cmp(&b.captured_at));
        Ok(Self {
            sections,
            categories: categories::read(folder)?,
            closes: daily_prices::read(folder)?,
            trajectories: trajectory::read(folder)?,
            reserves: reserves::read(folder)?,
            repositories: repositories::read(folder)?,
            listings: surfaces::read(folder, flags)?,
            probes: probes::read(folder)?,
            tao_usd: tao_usd::read(folder)?,
            tao_usd_daily: tao_usd_daily::read(folder, flags)?,
            stake_flow: stake_flow::read(folder)?,
            tao_weight: tao_weight::read(folder)?,
        })
    }
}
