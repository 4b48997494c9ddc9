//! What the ladder of a subnet says.

use crate::format;
use crate::model::{Day, Grade, Ladder, Rung, RungState};
use crate::snapshot::{CLAIMS, day, wire};

/// “Shipped: release”, and what it says where nothing was found, or nobody has looked.
pub fn headline(ladder: Ladder) -> String {
    format!("Shipped: {}", stands(ladder))
}

/// Where a ladder stands: its highest satisfied rung, or what there is in its stead.
pub fn stands(ladder: Ladder) -> &'static str {
    match (ladder.highest(), ladder.best_from(Rung::PublicCode)) {
        (Some(rung), _) => rung.name(),
        (None, _) if !ladder.searched() => RungState::NotSearched.words(),
        (None, RungState::Claimed) => "claimed only",
        (None, RungState::Lapsed) => "only lapsed",
        (None, _) => "nothing found",
    }
}

/// Every rung with its state, as one line of words.
pub fn in_words(ladder: Ladder) -> String {
    Rung::ALL.map(|rung| format!("{}: {}", rung.name(), ladder.state(rung).words())).join("; ")
}

/// What the publisher says of a rung, when it was searched, and until when its evidence counts, or counted
/// where that day is past for whoever reads it `today`; empty where there is nothing to say.
pub fn note(profile: &wire::Profile, ladder: Ladder, rung: Rung, today: Option<Day>) -> String {
    let note = profile.rungs.iter().find(|note| note.rung == rung.id());
    let searched = note
        .and_then(|note| day(note.searched_on.as_deref()))
        .map(|day| format!("searched {}", format::day(day)));
    let why = note.and_then(|note| note.why.clone());
    [why, searched, lapse(profile, ladder, rung, today)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Which days somebody searched for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Searched {
    /// None.
    Never,
    /// Some; which is not said.
    Unknown,
    /// From the first to the last, all of them.
    Days(Day, Day),
}

/// Which days were searched for what a rung asks for.
pub fn searched(profile: Option<&wire::Profile>, rung: Rung) -> Searched {
    let Some(note) = profile.and_then(|profile| profile.rungs.iter().find(|note| note.rung == rung.id()))
    else {
        return Searched::Never;
    };
    let day = |text: &Option<String>| day(text.as_deref());
    match (day(&note.since), day(&note.searched_on)) {
        (Some(since), Some(on)) => Searched::Days(since, on),
        _ if note.state == RungState::NotSearched.id() => Searched::Never,
        _ => Searched::Unknown,
    }
}

/// The last day that the newest evidence of a satisfied rung counts, where evidence ages.
fn lapse(profile: &wire::Profile, ladder: Ladder, rung: Rung, today: Option<Day>) -> Option<String> {
    let days = rung.window_days().filter(|_| ladder.state(rung) == RungState::Satisfied)?;
    let shown = |item: &&wire::Evidence| Grade::from_id(&item.grade).is_some_and(Grade::is_shown);
    let evidence = profile.evidence.iter().filter(|item| item.rung == rung.id()).filter(shown);
    let newest: Day = evidence.filter_map(|item| day(item.day.as_deref())).max()?;
    let last = newest.plus(days);
    let verb = if today.is_some_and(|today| today > last) { "counted" } else { "counts" };
    Some(format!("{verb} until {}", format::day(last)))
}

/// What the ladder is.
pub const LADDER: &str = "The ladder of evidence. Each satisfied rung has a dated, graded source.";

/// A piece of evidence in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// For which rung.
    pub rung: String,
    /// What was found: text of hostile origin, fit to be shown.
    pub what: String,
    /// Where, if that is a link that may be followed.
    pub link: Option<String>,
    /// Whether it is a statement without an address, which stands in the claims ledger.
    pub claim: bool,
    /// When.
    pub day: String,
    /// How it is known.
    pub grade: String,
    /// The other subnets it was found for.
    pub shared: Option<String>,
}

/// A piece of evidence in words.
pub fn evidence(item: &wire::Evidence) -> Shown {
    let rung = Rung::from_id(&item.rung);
    let day = day(item.day.as_deref());
    let link = item.link.as_deref().and_then(format::safe_link).map(str::to_owned);
    let shared: Vec<String> = item.shared_with.iter().map(|netuid| format!("SN{netuid}")).collect();
    Shown {
        rung: rung.map_or(item.rung.clone(), |rung| format!("{} {}", rung.number(), rung.name())),
        what: format::shown_text(&item.what, 160),
        claim: link.is_none() && item.source == CLAIMS,
        link,
        day: day.map_or("no date".to_owned(), format::day),
        grade: Grade::from_id(&item.grade).map_or(item.grade.clone(), |grade| grade.words().to_owned()),
        shared: (!shared.is_empty()).then(|| shared.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_that_ages_says_until_when_it_counts() {
        let mut profile: wire::Profile = serde_json::from_value(serde_json::json!({
            "id": "64.r1", "identity": {}, "generations": [], "rungs": [
                { "rung": "release", "state": "satisfied", "searched_on": "2026-08-02" },
            ],
            "evidence": [
                { "rung": "release", "what": "v1", "day": "2026-01-01", "grade": "public_record", "source": "x" },
                { "rung": "release", "what": "v2", "day": "2026-03-01", "grade": "public_record", "source": "x" },
                { "rung": "release", "what": "v3, they say", "day": "2026-05-01", "grade": "team_says", "source": "x" },
                { "rung": "public_code", "what": "code", "day": "2026-03-01", "grade": "public_record", "source": "x" },
            ],
        }))
        .unwrap();
        let ladder = |letters: &str| Ladder::from_letters(letters).unwrap();
        let said = note(&profile, ladder("ssncc"), Rung::Release, None);
        assert_eq!(said, "searched 2 Aug 2026 · counts until 1 Mar 2027");
        let read = |today: &str| note(&profile, ladder("ssncc"), Rung::Release, today.parse().ok());
        assert_eq!(read("2027-03-01"), said);
        assert_eq!(read("2027-03-02"), "searched 2 Aug 2026 · counted until 1 Mar 2027");
        assert_eq!(note(&profile, ladder("slncc"), Rung::Release, None), "searched 2 Aug 2026");
        assert_eq!(note(&profile, ladder("ssncc"), Rung::PublicCode, None), "", "code does not age");
        profile.evidence[1].day = Some("soon".to_owned());
        assert!(note(&profile, ladder("ssncc"), Rung::Release, None).contains("1 Jan 2027"));
    }

    #[test]
    fn nothing_found_is_not_the_same_as_nobody_looked() {
        let says = |letters: &str| headline(Ladder::from_letters(letters).unwrap());
        assert_eq!(says("sn-cc"), "Shipped: public code");
        assert_eq!(says("nnn--"), "Shipped: nothing found");
        assert_eq!(says("c-n--"), "Shipped: claimed only");
        assert_eq!(says("nnncc"), "Shipped: claimed only");
        assert_eq!(says("nln--"), "Shipped: only lapsed");
        assert_eq!(says("---cc"), "Shipped: not searched");
        assert!(in_words(Ladder::NOT_SEARCHED).starts_with("public code: not searched; release: "));
    }
}
