//! The columns of a table.

use crate::registry::{self, Group, Metric};

use super::Choice;

/// A set of columns with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preset {
    /// What the network pays.
    #[default]
    Earned,
    /// Evidence and activity.
    Shipped,
    /// Prices, pools and supply.
    Market,
    /// Slots, validators and their costs.
    Miners,
    /// Every metric there is.
    All,
}

impl Choice for Preset {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("earned", Self::Earned),
        ("shipped", Self::Shipped),
        ("market", Self::Market),
        ("miners", Self::Miners),
        ("all", Self::All),
    ];
}

impl Preset {
    /// What a reader can choose from.
    pub const ALL: [Self; 5] = [Self::Earned, Self::Shipped, Self::Market, Self::Miners, Self::All];

    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        self.group().map_or("All", Group::label)
    }

    /// Its columns, in the order of the registry. Amounts per block are inputs of other metrics, and
    /// parts are told on the card of their sum: these stand only among all.
    pub fn metrics(self) -> Vec<&'static Metric> {
        const ONLY_AMONG_ALL: [&str; 3] =
            ["received_rebuilt_tao", "received_captured_tao", "emission_enabled"];
        let is_input = |metric: &Metric| metric.unit.block < 0 || ONLY_AMONG_ALL.contains(&metric.id);
        let belongs =
            |metric: &&Metric| self.group().is_none_or(|group| metric.group == group && !is_input(metric));
        registry::all().filter(belongs).collect()
    }

    fn group(self) -> Option<Group> {
        match self {
            Preset::Earned => Some(Group::Earned),
            Preset::Shipped => Some(Group::Shipped),
            Preset::Market => Some(Group::Market),
            Preset::Miners => Some(Group::Miners),
            Preset::All => None,
        }
    }
}

/// The columns a reader chose. Made through [`Columns::of`], so that the same columns are always
/// the same value.
#[derive(Debug, Clone, PartialEq)]
pub enum Columns {
    /// Those of a preset.
    Preset(Preset),
    /// Others, in this order.
    Chosen(Vec<&'static Metric>),
}

impl Default for Columns {
    fn default() -> Self {
        Self::Preset(Preset::default())
    }
}

impl Columns {
    /// These columns, in this order; the preset that has exactly these, where there is one, and the
    /// default where there are none.
    pub fn of(metrics: Vec<&'static Metric>) -> Self {
        if metrics.is_empty() {
            return Self::default();
        }
        let preset =
            Preset::NAMES.iter().map(|(_, preset)| *preset).find(|preset| preset.metrics() == metrics);
        preset.map_or(Self::Chosen(metrics), Self::Preset)
    }

    /// The columns, from left to right.
    pub fn metrics(&self) -> Vec<&'static Metric> {
        match self {
            Self::Preset(preset) => preset.metrics(),
            Self::Chosen(metrics) => metrics.clone(),
        }
    }

    /// The preset, when it is one.
    pub fn preset(&self) -> Option<Preset> {
        match self {
            Self::Preset(preset) => Some(*preset),
            Self::Chosen(_) => None,
        }
    }

    /// With the metric as the last column, or without it when it was there.
    pub fn toggled(&self, metric: &'static Metric) -> Self {
        let mut metrics = self.metrics();
        match metrics.iter().position(|other| *other == metric) {
            Some(at) => drop(metrics.remove(at)),
            None => metrics.push(metric),
        }
        Self::of(metrics)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_columns_are_the_same_value() {
        for (_, preset) in Preset::NAMES {
            assert_eq!(Columns::of(preset.metrics()), Columns::Preset(*preset));
        }
        let stars = registry::known("stars");
        let columns = Columns::default().toggled(stars);
        assert_eq!(columns.preset(), None);
        assert_eq!(columns.toggled(stars), Columns::default());
        assert_eq!(Columns::of(vec![]), Columns::default());
    }

    #[test]
    fn presets_leave_the_inputs_per_block_to_all() {
        let has = |preset: Preset| preset.metrics().contains(&registry::known("tao_in_emission"));
        assert!(has(Preset::All) && !has(Preset::Earned));
        assert_eq!(Preset::All.metrics().len(), registry::all().count());
    }
}
