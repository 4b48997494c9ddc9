//! How good a source is.

/// How a number or a piece of evidence came to be known, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Read from the chain at a block.
    Chain,
    /// A named prober called it, and kept a log.
    Probe,
    /// A repository host or a release page shows it.
    PublicRecord,
    /// The team says so.
    TeamSays,
    /// Somebody else says so.
    ThirdPartySays,
    /// A model, with its error.
    Reconstructed,
    /// Searched for, nothing found.
    NoneFound,
    /// Nobody has searched.
    NotSearched,
}

impl Grade {
    /// Every grade, best first.
    pub const ALL: [Grade; 8] = [
        Grade::Chain,
        Grade::Probe,
        Grade::PublicRecord,
        Grade::TeamSays,
        Grade::ThirdPartySays,
        Grade::Reconstructed,
        Grade::NoneFound,
        Grade::NotSearched,
    ];

    /// Whether what is graded so shows itself to whoever looks. What is only said did not happen on the day it was
    /// said, what a model makes happened on no day, and of what nobody found there is none.
    pub fn is_shown(self) -> bool {
        self <= Grade::PublicRecord
    }

    /// The words a reader sees.
    pub fn words(self) -> &'static str {
        match self {
            Grade::Chain => "chain",
            Grade::Probe => "probe",
            Grade::PublicRecord => "public record",
            Grade::TeamSays => "team says",
            Grade::ThirdPartySays => "third party says",
            Grade::Reconstructed => "reconstructed",
            Grade::NoneFound => "none found",
            Grade::NotSearched => "not searched",
        }
    }

    /// One sentence on what the grade means.
    pub fn meaning(self) -> &'static str {
        match self {
            Grade::Chain => "Read from the chain at the block named, or computed from values read there.",
            Grade::Probe => "A named prober called it and kept a log.",
            Grade::PublicRecord => "Shown by a repository host or a release page.",
            Grade::TeamSays => "Said by the team; nobody independent has confirmed it.",
            Grade::ThirdPartySays => "Said by somebody outside the team.",
            Grade::Reconstructed => {
                "Computed by a model from other measurements. Where it could be checked, its error is said."
            }
            Grade::NoneFound => "Searched for on the date named; nothing was found.",
            Grade::NotSearched => "Nobody has searched for this yet.",
        }
    }

    /// The name in files, links and style sheets.
    pub fn id(self) -> &'static str {
        match self {
            Grade::Chain => "chain",
            Grade::Probe => "probe",
            Grade::PublicRecord => "public_record",
            Grade::TeamSays => "team_says",
            Grade::ThirdPartySays => "third_party_says",
            Grade::Reconstructed => "reconstructed",
            Grade::NoneFound => "none_found",
            Grade::NotSearched => "not_searched",
        }
    }

    /// The grade with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_first_and_every_name_leads_back() {
        assert!(Grade::ALL.is_sorted());
        for grade in Grade::ALL {
            assert_eq!(Grade::from_id(grade.id()), Some(grade));
        }
        let shown: Vec<Grade> = Grade::ALL.into_iter().filter(|grade| grade.is_shown()).collect();
        assert_eq!(shown, [Grade::Chain, Grade::Probe, Grade::PublicRecord]);
    }
}
