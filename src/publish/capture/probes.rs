//! `surface-health.json`: whether surfaces answered a prober.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

/// The file.
pub const FILE: &str = "metagraphed/registry/verification/surface-health.json";

#[derive(Deserialize)]
struct File {
    generated_at: String,
    surfaces: BTreeMap<String, Line>,
}

#[derive(Deserialize)]
struct Line {
    last_ok: Option<String>,
    uptime_ratio: Option<f64>,
    #[serde(default)]
    samples: u32,
    #[serde(default)]
    day_count: u16,
}

/// What the prober saw of one surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Probe {
    /// Day of the last answer as the prober wrote it. By itself no proof: it also stands at
    /// surfaces none of whose samples succeeded.
    pub last_ok: Option<Day>,
    /// Share of the samples that succeeded.
    pub uptime: f64,
    /// How often it was tried.
    pub samples: u32,
    /// On how many days.
    pub days: u16,
}

impl Probe {
    /// Whether it ever answered.
    pub fn ever_answered(self) -> bool {
        self.uptime > 0.0 && self.samples > 0 && self.last_ok.is_some()
    }
}

/// One run of the prober.
#[derive(Debug, Clone, PartialEq)]
pub struct Probes {
    /// Its day.
    pub day: Day,
    /// By the id of the surface.
    pub of: BTreeMap<String, Probe>,
}

/// The newest run, if the folder has one.
///
/// # Errors
/// When the file is something else.
pub fn read(folder: &Folder) -> Result<Option<Probes>, PublishError> {
    if !folder.has(FILE) {
        return Ok(None);
    }
    let File { generated_at, surfaces } = folder.json(FILE)?;
    let day = generated_at.parse().map_err(|error| folder.wrong(FILE, &error))?;
    let probe = |line: Line| {
        let last_ok = line.last_ok.as_deref().and_then(|at| at.parse::<Day>().ok());
        let last_ok = last_ok.filter(|day| day.epoch_days() != 0);
        Some(Probe { last_ok, uptime: line.uptime_ratio?, samples: line.samples, days: line.day_count })
    };
    let of = surfaces.into_iter().filter_map(|(id, line)| Some((id, probe(line)?))).collect();
    Ok(Some(Probes { day, of }))
}
