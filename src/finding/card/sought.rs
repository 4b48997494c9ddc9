//! What is asked of a subnet on the earned-shipped plane, and what the card of a count of them says.

use super::Tally;
use crate::finding::figures::WORTH_A_WORD;
use crate::finding::unverified;
use crate::format::{self, Locale};
use crate::model::{Grade, Rung, RungState};
use crate::registry::{self, Metric, Style};
use crate::snapshot::Snapshot;

/// What is asked of a subnet on the earned-shipped plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sought {
    /// The measure of what is earned.
    pub metric: &'static Metric,
    /// At least so much of it, in its unit; `None` is anything above zero.
    pub at_least: Option<f64>,
    /// The rung from which upwards is looked.
    pub rung: Rung,
    /// The best state there; `None` is any but satisfied.
    pub state: Option<RungState>,
    /// States that single rungs have besides, lowest rung first; `None` is any.
    pub single: [Option<RungState>; 5],
}

impl Sought {
    /// At least [`WORTH_A_WORD`] a day, and nothing verified from a product upwards.
    pub fn worth_a_word() -> Self {
        Self {
            metric: registry::known("emission_tao_day"),
            at_least: Some(WORTH_A_WORD),
            rung: Rung::ReachableProduct,
            state: None,
            single: [None; 5],
        }
    }

    /// Whether a row has the amount; `None` where nobody measured it.
    pub fn earns(self, snapshot: &Snapshot, row: usize) -> Option<bool> {
        let amount = snapshot.value(self.metric, row).number()?;
        Some(self.at_least.map_or(amount > 0.0, |least| amount >= least))
    }

    /// The single rungs of which nobody is to have searched, in words.
    pub fn unsearched(self) -> Option<String> {
        self.singly(RungState::NotSearched)
    }

    /// The single rungs that are to be in a state, in words.
    fn singly(self, state: RungState) -> Option<String> {
        let of = |rung: &Rung| self.single[*rung as usize] == Some(state);
        unverified::rungs(&Rung::ALL.into_iter().filter(of).collect::<Vec<_>>())
    }

    /// Which single rungs were searched, and which not, where that is asked.
    fn apart(self) -> String {
        let parts = [(RungState::NoneFound, "was searched"), (RungState::NotSearched, "nobody searched")];
        let said = |(state, how)| Some(format!("{how}: {}", self.singly(state)?));
        let said: Vec<String> = parts.into_iter().filter_map(said).collect();
        if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) }
    }

    /// The amount in words, `at least 10 τ/day`.
    fn amount(self, locale: &Locale) -> String {
        match self.at_least {
            Some(amount) => {
                let amount = format::amount(amount, Style::Significant(6), self.metric.unit, locale);
                format!("at least {amount}")
            }
            None => "more than nothing".to_owned(),
        }
    }

    pub(super) fn title(self, locale: &Locale) -> String {
        let from = unverified::from_rung(self.rung);
        let what = match self.state {
            None => format!("with nothing verified at {from}"),
            Some(RungState::Satisfied) => format!("with something verified at {from}"),
            Some(RungState::Lapsed) => format!("with evidence at {from} that has lapsed"),
            Some(RungState::Claimed) => format!("with only a claim at {from}"),
            Some(RungState::NoneFound) => format!("with nothing found at {from}"),
            Some(RungState::NotSearched) => format!("of which nobody searched {from}"),
        };
        format!("Subnets that take {} {what}{}", self.amount(locale), self.apart())
    }

    pub(super) fn definition(self, locale: &Locale) -> String {
        let from = unverified::from_rung(self.rung);
        let state = match self.state {
            None => format!("were searched, and have nothing satisfied at {from}"),
            Some(RungState::Satisfied) => format!("have a satisfied rung among {from}"),
            Some(RungState::Lapsed) => {
                format!("at {from} have nothing better than evidence that has become too old")
            }
            Some(RungState::Claimed) => format!(
                "at {from} have nothing better than a claim: a team or a list says so, and nothing independent shows it"
            ),
            Some(RungState::NoneFound) => {
                format!("at {from} have neither evidence nor a claim, where it was searched for")
            }
            Some(RungState::NotSearched) => {
                format!(
                    "at {from} were searched by nobody, and have no claim there that a search came upon; who was not searched at all is among them, where other counts know nothing of them"
                )
            }
        };
        let metric = format::uncapitalised(self.metric.label);
        let satisfied = self.rung.satisfied_by();
        format!(
            "The count of subnets that have {} of {metric} and {state}{}. Rung {} is satisfied by: {satisfied}",
            self.amount(locale),
            self.apart(),
            self.rung.number()
        )
    }

    /// How the states that are counted are known, each way once.
    pub(super) fn grades(self, snapshot: &Snapshot, rows: &[usize]) -> Vec<Grade> {
        let counts = |state: RungState| {
            let of = Tally::Sought(Self { state: Some(state), ..self });
            self.state.is_none_or(|only| only == state)
                && rows.iter().any(|row| of.counts(snapshot, *row) == Some(true))
        };
        // Below a product, code, releases and products count alike.
        let shown: &[Grade] = match self.rung < Rung::ReachableProduct {
            true => &[Grade::PublicRecord, Grade::Probe],
            false => &[Grade::Probe],
        };
        let known = |state: RungState| match state {
            RungState::Satisfied | RungState::Lapsed => shown,
            RungState::Claimed => &[Grade::TeamSays, Grade::ThirdPartySays],
            RungState::NoneFound => &[Grade::NoneFound],
            RungState::NotSearched => &[Grade::NotSearched],
        };
        let satisfied = self.state == Some(RungState::Satisfied);
        let states = RungState::ALL.into_iter().filter(|state| satisfied || *state != RungState::Satisfied);
        let mut grades: Vec<Grade> = Vec::new();
        for grade in states.filter(|state| counts(*state)).flat_map(known) {
            if !grades.contains(grade) {
                grades.push(*grade);
            }
        }
        grades
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::card::Card;
    use crate::model::Ladder;
    use crate::snapshot::fixture;

    #[test]
    fn a_count_names_every_way_in_which_what_it_counts_can_be_known() {
        let mut snapshot = fixture::snapshot();
        // The fixture knows no emission of the second subnet.
        for (subnet, letters) in snapshot.subnets.iter_mut().zip(["sss--", "sssss", "ncc--", "nnn--"]) {
            subnet.ladder = Ladder::from_letters(letters).unwrap();
        }
        let grades = |rung, state| {
            let sought = Sought { rung, state, at_least: Some(0.0), ..Sought::worth_a_word() };
            let rows = [0, 1, 2, 3];
            Card::of_tally(&snapshot, Tally::Sought(sought), &rows, "", &Locale::default()).grades
        };
        let (code, product) = (Rung::PublicCode, Rung::ReachableProduct);
        assert_eq!(grades(product, Some(RungState::Satisfied)), [Grade::Probe]);
        assert_eq!(grades(code, Some(RungState::Satisfied)), [Grade::PublicRecord, Grade::Probe]);
        // A claim is a team's or a list's.
        let said = [Grade::TeamSays, Grade::ThirdPartySays];
        assert_eq!(grades(product, Some(RungState::Claimed)), said);
        assert_eq!(grades(product, None), [said[0], said[1], Grade::NoneFound]);
    }
}
