//! The shipped ladder: rungs, their states, and the evidence for them.

use super::{Day, Grade};

/// A step of the ladder of evidence, lowest first. Rung 0, nothing found, is the absence of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// A reachable source repository of its own.
    PublicCode,
    /// A tagged release, published model, dataset or paper.
    Release,
    /// A product that answered a probe.
    ReachableProduct,
    /// An independent reading of use by people outside the subnet.
    OutsideUse,
    /// Readable payments from outside.
    ExternalRevenue,
}

impl Rung {
    /// Every rung, lowest first.
    pub const ALL: [Rung; 5] =
        [Rung::PublicCode, Rung::Release, Rung::ReachableProduct, Rung::OutsideUse, Rung::ExternalRevenue];

    /// 1 to 5.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The name a reader sees.
    pub fn name(self) -> &'static str {
        match self {
            Rung::PublicCode => "public code",
            Rung::Release => "release",
            Rung::ReachableProduct => "reachable product",
            Rung::OutsideUse => "outside use",
            Rung::ExternalRevenue => "external revenue",
        }
    }

    /// The name in files.
    pub fn id(self) -> &'static str {
        match self {
            Rung::PublicCode => "public_code",
            Rung::Release => "release",
            Rung::ReachableProduct => "reachable_product",
            Rung::OutsideUse => "outside_use",
            Rung::ExternalRevenue => "external_revenue",
        }
    }

    /// The rung with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| rung.id() == id)
    }

    /// The rung with this number, 1 to 5.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| rung.number() == number)
    }

    /// The words after a rung that stands for those above it too: ` or above`, where there are any.
    pub fn or_above(self) -> &'static str {
        if self == Rung::ExternalRevenue { "" } else { " or above" }
    }

    /// Days after which its evidence no longer counts, where that ages.
    pub fn window_days(self) -> Option<i32> {
        match self {
            Rung::Release => Some(365),
            Rung::ReachableProduct => Some(30),
            Rung::PublicCode | Rung::OutsideUse | Rung::ExternalRevenue => None,
        }
    }

    /// Whether evidence of a day still counts on another.
    pub fn counts(self, evidence: Day, on: Day) -> bool {
        self.window_days().is_none_or(|days| on.since(evidence) <= days)
    }

    /// What satisfies it, in one sentence.
    pub fn satisfied_by(self) -> &'static str {
        match self {
            Rung::PublicCode => "A reachable source repository of its own, not a placeholder.",
            Rung::Release => {
                "A tagged release, or a published model, dataset or paper whose day is known, of the last 365 days."
            }
            Rung::ReachableProduct => {
                "An official API, OpenAPI document, dashboard or SDK that a prober reached within 30 days."
            }
            Rung::OutsideUse => "An independent reading of use by people outside the subnet.",
            Rung::ExternalRevenue => "Payments from outside that anybody can read.",
        }
    }
}

/// How a rung stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RungState {
    /// Evidence within its window.
    Satisfied,
    /// Was satisfied; the evidence is older than its window.
    Lapsed,
    /// A team or a list says so, nothing independent.
    Claimed,
    /// Searched, nothing there.
    NoneFound,
    /// Nobody has searched.
    NotSearched,
}

impl RungState {
    /// Every state, best first.
    pub const ALL: [RungState; 5] = [
        RungState::Satisfied,
        RungState::Lapsed,
        RungState::Claimed,
        RungState::NoneFound,
        RungState::NotSearched,
    ];

    /// The words a reader sees.
    pub fn words(self) -> &'static str {
        match self {
            RungState::Satisfied => "satisfied",
            RungState::Lapsed => "lapsed",
            RungState::Claimed => "claimed",
            RungState::NoneFound => "none found",
            RungState::NotSearched => "not searched",
        }
    }

    /// The name in files and style sheets.
    pub fn id(self) -> &'static str {
        match self {
            RungState::Satisfied => "satisfied",
            RungState::Lapsed => "lapsed",
            RungState::Claimed => "claimed",
            RungState::NoneFound => "none_found",
            RungState::NotSearched => "not_searched",
        }
    }

    /// The state with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// The letter in the summary's compact ladder column.
    pub fn letter(self) -> char {
        match self {
            RungState::Satisfied => 's',
            RungState::Lapsed => 'l',
            RungState::Claimed => 'c',
            RungState::NoneFound => 'n',
            RungState::NotSearched => '-',
        }
    }

    /// The state with this letter.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.letter() == letter)
    }
}

/// The states of the five rungs of one subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder(pub [RungState; 5]);

impl Ladder {
    /// A subnet nobody has looked at.
    pub const NOT_SEARCHED: Ladder = Ladder([RungState::NotSearched; 5]);

    /// The state of one rung.
    pub fn state(self, rung: Rung) -> RungState {
        self.0[rung as usize]
    }

    /// The highest satisfied rung.
    pub fn highest(self) -> Option<Rung> {
        Rung::ALL.into_iter().rev().find(|rung| self.state(*rung) == RungState::Satisfied)
    }

    /// Whether anybody looked for anything on any rung that a search can settle (1 to 3).
    pub fn searched(self) -> bool {
        // A claim on these was come upon by searching; the higher rungs are only ever claimed or read.
        let by_search = [Rung::PublicCode, Rung::Release, Rung::ReachableProduct];
        by_search.into_iter().any(|rung| self.state(rung) != RungState::NotSearched)
    }

    /// The best state at a rung or above it: what is only claimed there is more than what was searched
    /// for in vain, and that more than what nobody has searched for.
    pub fn best_from(self, rung: Rung) -> RungState {
        let above = &self.0[rung as usize..];
        RungState::ALL.into_iter().find(|state| above.contains(state)).unwrap_or(RungState::NotSearched)
    }

    /// [`Ladder::best_from`], as the plane reads it: where nobody looked at all, a claim is not what there is.
    pub fn known_from(self, rung: Rung) -> RungState {
        match self.best_from(rung) {
            RungState::Satisfied => RungState::Satisfied,
            _ if !self.searched() => RungState::NotSearched,
            best => best,
        }
    }

    /// Five letters, lowest rung first.
    pub fn letters(self) -> String {
        self.0.iter().map(|state| state.letter()).collect()
    }

    /// Reads five letters; `None` when there are more, fewer or others.
    pub fn from_letters(letters: &str) -> Option<Self> {
        let states: Vec<_> = letters.chars().map(RungState::from_letter).collect::<Option<_>>()?;
        states.try_into().ok().map(Self)
    }
}

/// One thing that anybody can go and check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The rung it speaks for.
    pub rung: Rung,
    /// What it is, in our words.
    pub what: String,
    /// Where to see it; a safe link or nothing.
    pub link: Option<String>,
    /// The day it happened or was last seen.
    pub day: Option<Day>,
    /// How it is known.
    pub grade: Grade,
    /// Position of the source in the snapshot's list.
    pub source: Option<usize>,
    /// Other netuids whose organisation shows the same evidence.
    pub shared_with: Vec<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ladder_survives_its_letters_and_knows_its_highest_rung() {
        let ladder = Ladder::from_letters("snsc-").unwrap();
        assert_eq!(ladder.highest(), Some(Rung::ReachableProduct));
        assert_eq!(ladder.letters(), "snsc-");
        assert_eq!(ladder.state(Rung::Release), RungState::NoneFound);
        assert_eq!(Ladder::from_letters("sns"), None);
        assert_eq!(Ladder::from_letters("snsc-s"), None);
        assert_eq!(Ladder::from_letters("sxscc"), None);
        assert!(!Ladder::from_letters("---cc").unwrap().searched());
        let best = |letters: &str, rung| Ladder::from_letters(letters).unwrap().best_from(rung);
        assert_eq!(best("snsc-", Rung::PublicCode), RungState::Satisfied);
        assert_eq!(best("sncc-", Rung::ReachableProduct), RungState::Claimed);
        assert_eq!(best("ssn--", Rung::ReachableProduct), RungState::NoneFound);
        assert_eq!(best("ssl--", Rung::ReachableProduct), RungState::Lapsed);
        assert_eq!(best("sss--", Rung::OutsideUse), RungState::NotSearched);
    }

    #[test]
    fn every_name_and_number_leads_back() {
        for rung in Rung::ALL {
            assert_eq!(
                (Rung::from_id(rung.id()), Rung::from_number(rung.number())),
                (Some(rung), Some(rung))
            );
        }
        assert_eq!((Rung::from_id("rung"), Rung::from_number(0), Rung::from_number(6)), (None, None, None));
        for state in RungState::ALL {
            assert_eq!(RungState::from_id(state.id()), Some(state));
            assert_eq!(RungState::from_letter(state.letter()), Some(state));
        }
    }

    #[test]
    fn evidence_counts_to_the_last_day_of_its_window() {
        let answered: Day = "2026-07-03".parse().unwrap();
        let counts = |rung: Rung, days| rung.counts(answered, answered.plus(days));
        assert!(counts(Rung::ReachableProduct, 30) && !counts(Rung::ReachableProduct, 31));
        assert!(counts(Rung::Release, 365) && !counts(Rung::Release, 366));
        assert!(counts(Rung::PublicCode, 5_000));
    }
}
