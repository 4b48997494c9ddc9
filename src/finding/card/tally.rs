//! Counts of subnets: who is counted, and what the card of a count says.

use super::{Card, Sought};
use crate::finding::{counted, teams, unverified, whose};
use crate::format::{self, Locale};
use crate::model::{Absence, Grade, Rung, RungState};
use crate::registry::{self, Metric, Style};
use crate::snapshot::Snapshot;

/// What subnets are counted by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tally {
    /// All there are.
    All,
    /// At least so much of a metric, in its unit.
    AtLeast(&'static Metric, f64),
    /// More than nothing of a metric.
    Paid(&'static Metric),
    /// Nothing of a metric.
    Unpaid(&'static Metric),
    /// A product that answered a probe: rung 3 or above.
    Product,
    /// An amount, and how a rung and those above it stand.
    Sought(Sought),
    /// Every slot taken, by miners and validators together.
    Full,
}

impl Tally {
    /// Paid an amount worth a word, and searched without verifying a product.
    pub fn unproven() -> Self {
        Self::Sought(Sought::worth_a_word())
    }

    /// Whether a row counts; `None` where that is not known.
    pub fn counts(self, snapshot: &Snapshot, row: usize) -> Option<bool> {
        let ladder = snapshot.subnets[row].ladder;
        match self {
            Tally::All => Some(true),
            Tally::AtLeast(metric, least) => Some(snapshot.value(metric, row).number()? >= least),
            Tally::Paid(metric) => Some(snapshot.value(metric, row).number()? > 0.0),
            Tally::Unpaid(metric) => Some(snapshot.value(metric, row).number()? == 0.0),
            Tally::Product => ladder.searched().then(|| ladder.highest() >= Some(Rung::ReachableProduct)),
            Tally::Sought(sought @ Sought { rung, state, single, .. }) => {
                let earns = sought.earns(snapshot, row)?;
                let known = ladder.known_from(rung);
                let mut pairs = single.iter().zip(ladder.0);
                let singly = pairs.all(|(asked, state)| asked.is_none_or(|asked| asked == state));
                match state {
                    // Of the same subnets as the count of all states: those that were searched.
                    Some(state) if state == known || ladder.searched() => {
                        Some(earns && known == state && singly)
                    }
                    Some(RungState::NotSearched) => Some(false),
                    Some(_) => None,
                    None => ladder.searched().then_some(earns && known != RungState::Satisfied && singly),
                }
            }
            Tally::Full => Some(snapshot.value(registry::known("slots_filled"), row).number()? >= 1.0),
        }
    }

    fn title(self, locale: &Locale) -> String {
        match self {
            Tally::All => "Subnets".to_owned(),
            Tally::AtLeast(metric, least) => {
                let amount = format::amount(least, Style::Significant(6), metric.unit, locale);
                format!("Subnets with at least {amount} of {}", format::uncapitalised(metric.label))
            }
            Tally::Paid(metric) => {
                format!("Subnets with more than nothing of {}", format::uncapitalised(metric.label))
            }
            Tally::Unpaid(metric) => {
                format!("Subnets with nothing of {}", format::uncapitalised(metric.label))
            }
            Tally::Product => "Subnets with a product that answered a probe".to_owned(),
            Tally::Sought(sought) => sought.title(locale),
            Tally::Full => "Subnets with every slot taken".to_owned(),
        }
    }

    fn definition(self, locale: &Locale) -> String {
        match self {
            Tally::All => "The count of registrations that hold a slot at the block named.".to_owned(),
            Tally::AtLeast(metric, least) => {
                let amount = format::amount(least, Style::Significant(6), metric.unit, locale);
                format!(
                    "The count of subnets whose {} is at least {amount}.",
                    format::uncapitalised(metric.label)
                )
            }
            Tally::Paid(metric) => {
                format!("The count of subnets whose {} is above zero.", format::uncapitalised(metric.label))
            }
            Tally::Unpaid(metric) => {
                format!(
                    "The count of subnets whose {} is measured, and zero.",
                    format::uncapitalised(metric.label)
                )
            }
            Tally::Product => format!(
                "The count of subnets whose highest rung is 3 or above. Rung 3 is satisfied by: {}",
                Rung::ReachableProduct.satisfied_by()
            ),
            Tally::Sought(sought) => sought.definition(locale),
            Tally::Full => "The count of subnets that have as many registered neurons as slots, miners and \
                            validators together: the chain has no slots of miners alone."
                .to_owned(),
        }
    }

    /// Why those who were counted were, where there are several reasons.
    fn why(self, snapshot: &Snapshot, rows: &[usize]) -> Option<String> {
        let Tally::Sought(sought @ Sought { state: None, .. }) = self else { return None };
        Some(unverified::in_words(snapshot, sought, rows)).filter(|why| !why.is_empty())
    }

    /// The metric that the count rests on, where it rests on one.
    fn metric(self) -> Option<&'static Metric> {
        match self {
            Tally::All => Some(registry::known("registered_at_block")),
            Tally::Product => None,
            Tally::AtLeast(metric, _)
            | Tally::Paid(metric)
            | Tally::Unpaid(metric)
            | Tally::Sought(Sought { metric, .. }) => Some(metric),
            Tally::Full => Some(registry::known("slots_filled")),
        }
    }

    /// How the part of it is known that rests on the ladder, and from which rung up; nothing where none does.
    fn ladder(self, snapshot: &Snapshot, rows: &[usize]) -> Option<(Rung, Vec<Grade>)> {
        match self {
            Tally::Product => Some((Rung::ReachableProduct, vec![Grade::Probe])),
            Tally::Sought(sought) => Some((sought.rung, sought.grades(snapshot, rows))),
            _ => None,
        }
    }
}

/// How many teams those who count are, where that is fewer.
fn of_teams(snapshot: &Snapshot, tally: Tally, rows: &[usize]) -> String {
    let counted: Vec<usize> =
        rows.iter().copied().filter(|row| tally.counts(snapshot, *row) == Some(true)).collect();
    let teams = teams::fewer(snapshot, &counted).filter(|_| tally != Tally::All);
    teams.map_or_else(String::new, |teams| {
        format!(" They are of {teams} at most: subnets whose repositories lie with one account are one team’s, and of one without a repository nobody can say.")
    })
}

impl Card {
    /// The card of a count among all subnets.
    pub fn of_count(snapshot: &Snapshot, tally: Tally, locale: &Locale) -> Self {
        let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
        Self::of_tally(snapshot, tally, &rows, &whose(snapshot, &rows), locale)
    }

    /// The card of a count among these rows, which are `whose`; all rows are the whole network.
    pub fn of_tally(snapshot: &Snapshot, tally: Tally, rows: &[usize], whose: &str, locale: &Locale) -> Self {
        let known: Vec<bool> = rows.iter().filter_map(|row| tally.counts(snapshot, *row)).collect();
        let count = known.iter().filter(|counts| **counts).count();
        let card = Self {
            title: tally.title(locale),
            whose: whose.to_owned(),
            value: match known.len() {
                0 => Absence::NotMeasured.words().to_owned(),
                of => format!("{count} of {of}"),
            },
            missing: known.is_empty(),
            why: tally.why(snapshot, rows),
            definition: tally.definition(locale) + &of_teams(snapshot, tally, rows),
            measured: format!("{} of {}", known.len(), counted(rows.len(), "subnet", "subnets")),
            tally: (rows.len() == snapshot.subnets.len()).then_some(tally),
            ..Self::known_by(snapshot, tally.metric(), locale)
        };
        if tally == Tally::All {
            // How a block is measured does not explain how many there are.
            return Self { method: None, limits: String::new(), ..card };
        }
        let Some((rung, grades)) = tally.ladder(snapshot, rows) else { return card };
        let counted: Vec<usize> =
            rows.iter().copied().filter(|row| tally.counts(snapshot, *row) == Some(true)).collect();
        let searched = unverified::searched_from(snapshot, rung, &counted);
        Self {
            grades: if grades.is_empty() { card.grades } else { grades },
            as_of: match tally.metric() {
                Some(metric) => format!("{} of {}; {searched}", metric.label, card.as_of),
                None => searched,
            },
            sources: vec![("The evidence listed on the page of each subnet".to_owned(), None)],
            limits: "What nobody has found may still exist: every rung says when it was searched.".to_owned(),
            ..card
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{fixture, snapshot_from_wire};

    #[test]
    fn all_subnets_are_known_as_their_registrations_are() {
        let (mut root, mut summary) = fixture::wire();
        root.sources = serde_json::from_value(serde_json::json!([
            { "id": "chain", "name": "The chain", "url": "https://example.org/" },
        ]))
        .unwrap();
        let mut blocks = summary.metrics["emission_tao_day"].clone();
        (blocks.values, blocks.source) = (vec![Some(1.0); 4], "chain".to_owned());
        blocks.block = Some(8_791_253);
        summary.metrics.insert("registered_at_block".to_owned(), blocks);
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let card = Card::of_count(&snapshot, Tally::All, &Locale::default());
        assert_eq!((card.value.as_str(), card.whose.as_str()), ("4 of 4", "all 4 subnets"));
        assert_eq!((card.grades, card.as_of.as_str()), (vec![Grade::Chain], "block 8,791,253"));
        assert_eq!(card.sources[0].0, "The chain");
        assert_eq!((card.method, card.limits.as_str()), (None, ""));
    }
}
