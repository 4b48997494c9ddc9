//! Finding subnets by what a reader types.

/// What is searched for: small letters, without space around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    text: String,
    /// The digits of `64` and `sn64`.
    netuid: Option<String>,
}

/// How well something was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Its number or its whole name.
    Exact,
    /// The beginning of its number, name or symbol.
    Prefix,
    /// A part of its name, category or symbol.
    Substring,
    /// Letters of its name, in order but not together.
    Subsequence,
}

/// What a subnet can be found by.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Its slot.
    pub netuid: u16,
    /// Its name, fit to be shown: nobody can search for letters nobody sees.
    pub name: &'a str,
    /// Its ticker, fit to be shown.
    pub symbol: &'a str,
    /// Its class.
    pub category: Option<&'a str>,
}

/// A text in letters of one case, for comparing: without the rules of spelling of [`str::to_lowercase`], by which
/// a sigma ends a word in another letter than it stands in.
pub fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

impl Needle {
    /// What to search for; `None` when nothing was typed.
    pub fn new(typed: &str) -> Option<Self> {
        let text = folded(typed.trim());
        let digits = text.strip_prefix("sn").unwrap_or(&text).trim_start();
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let netuid = is_number.then(|| digits.to_owned());
        (!text.is_empty()).then_some(Self { text, netuid })
    }

    /// How well the candidate was found; `None` when it was not.
    pub fn find(&self, candidate: Candidate) -> Option<Match> {
        let name = folded(candidate.name);
        let symbol = folded(candidate.symbol);
        let category = candidate.category.map(folded).unwrap_or_default();
        let netuid = candidate.netuid.to_string();
        let text = self.text.as_str();
        let number = self.netuid.as_deref();
        if number == Some(&netuid) || name == text {
            Some(Match::Exact)
        } else if number.is_some_and(|digits| netuid.starts_with(digits))
            || name.starts_with(text)
            || symbol.starts_with(text)
        {
            Some(Match::Prefix)
        } else if name.contains(text) || category.contains(text) || symbol.contains(text) {
            Some(Match::Substring)
        } else {
            // One letter is in nearly every name.
            (text.chars().nth(1).is_some() && holds_in_order(&name, text)).then_some(Match::Subsequence)
        }
    }
}

fn holds_in_order(name: &str, letters: &str) -> bool {
    let mut name = name.chars();
    letters.chars().filter(|letter| *letter != ' ').all(|letter| name.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHUTES: Candidate =
        Candidate { netuid: 64, name: "Chutes", symbol: "ش", category: Some("Inference") };

    #[test]
    fn best_matches_come_first() {
        let cases = [
            ("64", Some(Match::Exact)),
            ("SN64", Some(Match::Exact)),
            ("sn 64", Some(Match::Exact)),
            (" chutes ", Some(Match::Exact)),
            ("6", Some(Match::Prefix)),
            ("sn6", Some(Match::Prefix)),
            ("CHU", Some(Match::Prefix)),
            ("ش", Some(Match::Prefix)),
            ("ute", Some(Match::Substring)),
            ("infer", Some(Match::Substring)),
            ("cht", Some(Match::Subsequence)),
            ("x", None),
            ("z", None),
            ("4", None),
            ("640", None),
            ("sn", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(Needle::new(typed).unwrap().find(CHUTES), expected, "{typed}");
        }
        assert_eq!(Needle::new("  "), None);
        assert!(Match::Exact < Match::Prefix && Match::Substring < Match::Subsequence);
    }

    #[test]
    fn capitals_of_any_script_are_the_same_letters() {
        let candidate = Candidate { netuid: 7, name: "Ωmega", symbol: "", category: None };
        assert_eq!(Needle::new("ωME").unwrap().find(candidate), Some(Match::Prefix));
    }
}
