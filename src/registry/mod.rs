//! Every metric, once. Table columns, compare menus, number cards, method pages, CSV headers and
//! the schema are made from these entries; adding a metric is adding an entry, and the column in
//! an importer when it is captured rather than computed.
//!
//! A formula is text over the ids of other metrics, [`Scalar`]s, numbers, `+ - * / ( )` and
//! `sum(…)` over all subnets. It is executed by [`crate::compute::formula`], printed on the card
//! with the row's numbers in it, and its unit is checked by a test: the definition that is read
//! is the definition that runs.

mod earned;
mod market;
mod miners;
mod scalar;
mod shipped;
mod unit;

use crate::model::Grade;

pub use scalar::Scalar;
pub use unit::Unit;

/// What is known about one metric.
#[derive(Debug, PartialEq, Eq)]
pub struct Metric {
    /// Name in links and files, `[a-z0-9_]`. Never changes once published.
    pub id: &'static str,
    /// Name on menus, cards and charts.
    pub label: &'static str,
    /// Name on table headers, where room is short.
    pub short: &'static str,
    /// Unit of the number; plain for counts and shares.
    pub unit: Unit,
    /// Stock, flow or total: decides what may be compared and added.
    pub kind: Kind,
    /// Where it stands in menus and presets.
    pub group: Group,
    /// What it is, in one or two sentences.
    pub definition: &'static str,
    /// How it is computed from other metrics; `None` when it is only ever captured. A captured
    /// column wins over the formula.
    pub formula: Option<&'static str>,
    /// The best grade a value can have when the formula made it; `None` passes on the worst grade
    /// of the inputs.
    pub computed_grade: Option<Grade>,
    /// What the measurement cannot see.
    pub limits: &'static str,
    /// How its numbers are printed.
    pub style: Style,
}

impl Metric {
    /// Whether the numbers of several subnets make a sum that means something: amounts of TAO or
    /// dollars and counts do; shares, prices, dates and blocks do not, nor does alpha, which is
    /// another token in every subnet, nor counts that are lower bounds.
    pub fn adds_up(&self) -> bool {
        let Unit { alpha, day, block, .. } = self.unit;
        let is_amount =
            !matches!(self.style, Style::Percent(_) | Style::Date | Style::Capped(_) | Style::YesNo);
        alpha == 0 && day <= 0 && block <= 0 && is_amount
    }

    /// Why the numbers of subnets are no parts of what all have together; `None` where they are, and so
    /// have a concentration.
    pub fn no_part(&self) -> Option<&'static str> {
        match self.kind {
            _ if !self.adds_up() => Some("does not add up over subnets"),
            Kind::Net(_) => Some("can be below zero, so it has no shares"),
            _ => None,
        }
    }

    /// Whether the numbers of subnets are parts of what all have together.
    pub fn is_part(&self) -> bool {
        self.no_part().is_none()
    }

    /// Why the numbers of subnets have no share of those of all; `None` where they have. Prices are no parts
    /// of anything, but the rule of 2025 divided the emission by their share.
    pub fn no_share(&self) -> Option<&'static str> {
        self.no_part().filter(|_| self.id != "price_tao")
    }

    /// Whether the numbers of two snapshots have a difference that happened between them: a sum over the
    /// days that are known has none.
    pub fn changes(&self) -> bool {
        self.kind != Kind::Known
    }

    /// Whether it is an amount that somebody in the subnet is paid: what is burned of the miners' pay stands
    /// beside the payments, and is none.
    pub fn is_payment(&self) -> bool {
        self.group == Group::Earned && self.adds_up() && !earned::UNPAID.contains(&self.id)
    }

    /// The kind of quantity in the words that a reader sees.
    pub fn kind_words(&self) -> String {
        let words = match self.kind {
            Kind::Span(span) => return format!("sum over {span}"),
            Kind::Net(span) => return format!("net sum over {span}"),
            Kind::Stock if self.style == Style::YesNo => "state at a moment",
            Kind::Stock if self.style == Style::Date || self.unit == Unit::BLOCK => "moment of an event",
            Kind::Stock => "level at a moment",
            Kind::Flow if self.unit.block < 0 => "amount per block",
            Kind::Flow => "amount per day",
            Kind::Cumulative => "total since the start",
            Kind::Known => "sum over the days that are known",
        };
        words.to_owned()
    }

    /// The unit in words, also where none is written beside the number.
    pub fn unit_words(&self) -> String {
        let unit = self.unit.to_string();
        match (unit.is_empty(), self.style) {
            (false, _) => unit,
            (true, Style::Percent(_)) => "per cent".to_owned(),
            (true, Style::Date) => "date".to_owned(),
            (true, Style::YesNo) => "yes or no".to_owned(),
            (true, _) => "count".to_owned(),
        }
    }
}

/// What kind of quantity a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A level at a moment: a price, a reserve, a count.
    Stock,
    /// An amount per span of time, of which each day has its own.
    Flow,
    /// A sum over the days before, so that the sums of two days share most of theirs.
    Span(&'static str),
    /// Such a sum of what came, less what went: it can be below zero.
    Net(&'static str),
    /// A total since some start; only grows.
    Cumulative,
    /// A sum over the days that are known: it grows when a day becomes known, whenever that day was.
    Known,
}

/// The part of the ledger a metric belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// What the network pays.
    Earned,
    /// Evidence and activity.
    Shipped,
    /// Prices, pools and supply.
    Market,
    /// Slots, validators and their costs.
    Miners,
}

impl Group {
    /// Every group, in menu order.
    pub const ALL: [Group; 4] = [Group::Earned, Group::Shipped, Group::Market, Group::Miners];

    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Group::Earned => "Earned",
            Group::Shipped => "Shipped",
            Group::Market => "Market",
            Group::Miners => "Miners",
        }
    }
}

/// How a number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Style {
    /// A whole number with grouped thousands.
    Integer,
    /// So many decimals.
    Decimals(u8),
    /// So many significant digits: for prices, which span many powers of ten.
    Significant(u8),
    /// A share, printed in per cent with so many decimals.
    Percent(u8),
    /// Days since 1970-01-01, printed as a date.
    Date,
    /// A count of which the source keeps no more than so many of one thing: from there on it is a lower
    /// bound, and printed as `10 or more`.
    Capped(u8),
    /// 1 is yes and 0 is no.
    YesNo,
}

const GROUPS: [&[Metric]; 4] = [earned::METRICS, shipped::METRICS, market::METRICS, miners::METRICS];

/// Every metric, in menu order.
pub fn all() -> impl Iterator<Item = &'static Metric> {
    GROUPS.into_iter().flatten()
}

/// The metric with this id.
pub fn metric(id: &str) -> Option<&'static Metric> {
    all().find(|metric| metric.id == id)
}

/// The metric with this id, for ids that stand in this program's own text.
///
/// # Panics
/// When there is none: a mistake in the program, not in any input.
pub fn known(id: &str) -> &'static Metric {
    metric(id).expect("ids written in the program are in the registry")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_safe_in_links() {
        let ids: Vec<_> = all().map(|metric| metric.id).collect();
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
            assert!(
                id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'),
                "{id}"
            );
            assert!(Scalar::from_id(id).is_none(), "{id} is also a scalar");
        }
    }

    /// The trap of the captured `subnet_volume_tao`: a total since launch that sites call volume.
    #[test]
    fn a_total_is_never_labelled_as_that_of_a_day() {
        let totals: Vec<_> = all().filter(|metric| metric.kind == Kind::Cumulative).collect();
        assert!(totals.iter().any(|metric| metric.id == "volume_total_tao"));
        for metric in totals {
            assert_eq!(metric.unit.day, 0, "{}", metric.id);
            for name in [metric.label, metric.short] {
                assert!(!name.contains("24") && !name.to_lowercase().contains("a day"), "{name}");
            }
        }
    }

    #[test]
    fn the_kind_that_is_told_is_that_of_the_unit_and_of_the_name() {
        for metric in all() {
            let (words, id) = (metric.kind_words(), metric.id);
            assert_eq!(words == "amount per day", metric.unit.day < 0, "{id}: {words}");
            assert_eq!(words == "amount per block", metric.unit.block < 0, "{id}: {words}");
            let spans = [
                ("in seven days", "over seven days"),
                ("in 13 weeks", "over 13 weeks"),
                ("since launch", "since the start"),
                (" days", " over "),
            ];
            for (name, span) in spans {
                assert!(!metric.label.contains(name) || words.contains(span), "{id}: {words}");
            }
        }
        for (id, words) in [
            ("net_flow_7d_tao", "net sum over seven days"),
            ("releases_365d", "sum over 365 days"),
            ("emission_share", "level at a moment"),
            ("earned_tao_cum", "sum over the days that are known"),
            ("emission_enabled", "state at a moment"),
            ("last_push", "moment of an event"),
        ] {
            assert_eq!(known(id).kind_words(), words);
        }
    }

    #[test]
    fn every_entry_is_written_out() {
        for metric in all() {
            for text in [metric.label, metric.short, metric.definition, metric.limits] {
                assert!(!text.trim().is_empty(), "{}", metric.id);
            }
            assert!(metric.definition.ends_with('.') && metric.limits.ends_with('.'), "{}", metric.id);
        }
    }
}
