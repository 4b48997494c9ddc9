//! A sentence with numbers that have cards, as pieces: a page arranges them, and files and titles take
//! their text.

use super::card::{Card, Tally};
use crate::format::{self, Locale};
use crate::model::Absence;
use crate::registry::Metric;
use crate::snapshot::Snapshot;

/// A piece of what is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Words.
    Words(String),
    /// A number of one subnet.
    Number(&'static Metric, usize),
    /// A number as the sentence has it, and its card.
    Made(String, Box<Card>),
    /// How many of all subnets are counted, as the sentence has the number. Its card is made when it is opened.
    Counted(String, Tally),
    /// A subnet by its name.
    Subnet(usize),
    /// What was not measured.
    Missing,
}

impl Part {
    /// Words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into())
    }

    /// A number as its card has it, or that it is not known.
    pub(super) fn of_card(card: Card) -> Self {
        if card.missing { Self::Missing } else { Self::Made(card.value.clone(), Box::new(card)) }
    }

    /// A number of a sentence, with its card; words where the card knows none.
    pub fn said(text: impl Into<String>, card: Card) -> Self {
        if card.missing { Self::Words(text.into()) } else { Self::Made(text.into(), Box::new(card)) }
    }

    /// A count among all subnets, as the sentence has it.
    pub fn counted(text: impl ToString, tally: Tally) -> Self {
        Self::Counted(text.to_string(), tally)
    }
}

/// What the pieces say, for where nothing can be opened.
pub fn plain(snapshot: &Snapshot, parts: &[Part], locale: &Locale) -> String {
    let text = |part: &Part| match part {
        Part::Words(text) | Part::Made(text, _) | Part::Counted(text, _) => text.clone(),
        Part::Number(metric, row) => format::with_unit(snapshot.value(metric, *row), metric, locale),
        Part::Subnet(row) => {
            let subnet = &snapshot.subnets[*row];
            format::shown_name(&subnet.name, subnet.id.netuid())
        }
        Part::Missing => Absence::NotMeasured.words().to_owned(),
    };
    parts.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn a_sentence_reads_the_same_without_its_cards() {
        let snapshot = fixture::snapshot();
        let locale = Locale::default();
        let parts = [
            Part::Subnet(3),
            Part::words(" takes "),
            Part::Number(registry::known("emission_tao_day"), 3),
            Part::words("; "),
            Part::counted("two", Tally::Paid(registry::known("emission_tao_day"))),
            Part::words(" are paid, the other "),
            Part::Missing,
        ];
        let name = format::shown_name(&snapshot.subnets[3].name, snapshot.subnets[3].id.netuid());
        assert_eq!(
            plain(&snapshot, &parts, &locale),
            format!("{name} takes 450.00\u{a0}τ/day; two are paid, the other not measured")
        );
    }
}
