//! What the ladder of a subnet says.

use super::card::{Sought, Tally};
use super::part::Part;
use crate::format::{self, Locale};
use crate::model::{Day, Grade, Ladder, Rung, RungState, SubnetId};
use crate::snapshot::{Snapshot, wire};

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

/// A rung and those above it: `rung 3 or above`.
pub fn from_rung(rung: Rung) -> String {
    let above = if rung == Rung::ExternalRevenue { "" } else { " or above" };
    format!("rung {}{above}", rung.number())
}

/// Why nothing is verified at a rung or above it: `nothing found there for 18, only a claim there for 11`.
/// Those of whom a rung that others were searched for was not searched are told apart: `nothing found but rung
/// 2 not searched for 2`. The numbers lead to those they count. A ladder as a whole is [`stands`]: it can be better than these rungs.
/// `rows` are counted, those too of which nobody searched anything where the second says so.
pub fn unverified(
    snapshot: &Snapshot,
    sought: Sought,
    (rows, unsearched): (&[usize], bool),
    locale: &Locale,
) -> Vec<Part> {
    let states = [
        (RungState::NoneFound, "nothing found there for "),
        (RungState::Claimed, "only a claim there for "),
        (RungState::Lapsed, "evidence there has lapsed for "),
        (RungState::NotSearched, "nobody searched there for "),
    ];
    let mut parts = Vec::new();
    for (state, words) in states {
        for sought in parted(snapshot, Sought { state: Some(state), ..sought }, rows) {
            let tally = Tally::Sought(sought);
            let known = |row: &&usize| unsearched || snapshot.subnets[**row].ladder.searched();
            let counted = rows.iter().filter(|row| tally.counts(snapshot, **row) == Some(true));
            let count = counted.filter(known).count();
            if count > 0 {
                let comma = if parts.is_empty() { "" } else { ", " };
                let words = match sought.unsearched() {
                    Some(rungs) => format!("nothing found but {rungs} not searched for "),
                    None => words.to_owned(),
                };
                parts.push(Part::words(format!("{comma}{words}")));
                parts.push(Part::counted(snapshot, count.to_string(), tally, rows, locale));
            }
        }
    }
    parts
}

/// What is asked for, apart by the rungs that were not searched where that differs among those of whom nothing
/// was found: first those of whom every rung was that anybody was searched for.
fn parted(snapshot: &Snapshot, sought: Sought, rows: &[usize]) -> Vec<Sought> {
    if sought.state != Some(RungState::NoneFound) {
        return vec![sought];
    }
    let counted = rows.iter().filter(|row| Tally::Sought(sought).counts(snapshot, **row) == Some(true));
    let mut masks: Vec<[Option<RungState>; 5]> = Vec::new();
    for row in counted {
        let ladder = snapshot.subnets[*row].ladder;
        let single = Rung::ALL.map(|rung| {
            (rung >= sought.rung && anybody_searched(snapshot, rung)).then(|| ladder.state(rung))
        });
        match masks.contains(&single) {
            true => {}
            false if single.contains(&Some(RungState::NotSearched)) => masks.push(single),
            false => masks.insert(0, single),
        }
    }
    let parted = masks.iter().any(|single| single.contains(&Some(RungState::NotSearched)));
    match parted {
        true => masks.into_iter().map(|single| Sought { single, ..sought }).collect(),
        false => vec![sought],
    }
}

/// Whether anybody searched for a rung of any subnet. What is only claimed was not searched for.
fn anybody_searched(snapshot: &Snapshot, rung: Rung) -> bool {
    let mut states = snapshot.subnets.iter().map(|subnet| subnet.ladder.state(rung));
    states.any(|state| !matches!(state, RungState::NotSearched | RungState::Claimed))
}

/// `rung 3`, `rungs 2 and 3`; `None` of none.
pub fn rungs(rungs: &[Rung]) -> Option<String> {
    let numbers: Vec<String> = rungs.iter().map(|rung| rung.number().to_string()).collect();
    let (last, others) = numbers.split_last()?;
    Some(match others {
        [] => format!("rung {last}"),
        _ => format!("rungs {} and {last}", others.join(", ")),
    })
}

/// [`unverified`], and where anything was searched for in vain, which rungs that is of, and when.
pub fn why(snapshot: &Snapshot, sought: Sought, rows: (&[usize], bool), locale: &Locale) -> Vec<Part> {
    let mut parts = unverified(snapshot, sought, rows, locale);
    let vain = |row: &usize| {
        let known = snapshot.subnets[*row].ladder.known_from(sought.rung);
        matches!(known, RungState::NoneFound | RungState::Lapsed)
            && Tally::Sought(sought).counts(snapshot, *row) == Some(true)
    };
    let vain: Vec<usize> = rows.0.iter().copied().filter(vain).collect();
    // Of whom a rung was not searched, the numbers say so.
    let gap = |row: &usize| {
        let state = |rung: &Rung| snapshot.subnets[*row].ladder.state(*rung);
        Rung::ALL[sought.rung as usize..]
            .iter()
            .any(|rung| state(rung) == RungState::NotSearched && anybody_searched(snapshot, *rung))
    };
    let whole: Vec<usize> = vain.iter().copied().filter(|row| !gap(row)).collect();
    let told = if whole.is_empty() { vain } else { whole };
    if !told.is_empty() {
        parts.push(Part::words(format!("; {}", searched_from(snapshot, sought.rung, &told))));
    }
    parts
}

/// Which of a rung and those above it were searched of some rows, and when last: `rung 3 searched 2 Aug 2026,
/// rungs 4 and 5 not searched`. What is only claimed was not searched for, where nobody else was searched.
pub fn searched_from(snapshot: &Snapshot, rung: Rung, rows: &[usize]) -> String {
    // Known of all of them, of some, of none.
    let mut known: [Vec<Rung>; 3] = Default::default();
    for rung in Rung::ALL[rung as usize..].iter().copied() {
        let open = |row: &&usize| snapshot.subnets[**row].ladder.state(rung) == RungState::NotSearched;
        let open = rows.iter().filter(open).count();
        let place = match anybody_searched(snapshot, rung) {
            true if open == 0 => 0,
            true if open < rows.len() => 1,
            _ => 2,
        };
        known[place].push(rung);
    }
    let day = snapshot.searched_on.map(|day| format!(" {}", format::day(day))).unwrap_or_default();
    let states = [format!("searched{day}"), format!("searched for some{day}"), "not searched".to_owned()];
    let parts = known.iter().zip(states);
    parts.filter_map(|(of, what)| Some(format!("{} {what}", rungs(of)?))).collect::<Vec<_>>().join(", ")
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
        .and_then(|note| note.searched_on.as_deref()?.parse().ok())
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
    let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
    match (day(&note.since), day(&note.searched_on)) {
        (Some(since), Some(on)) => Searched::Days(since, on),
        _ if note.state == RungState::NotSearched.id() => Searched::Never,
        _ => Searched::Unknown,
    }
}

/// The last day that the newest evidence of a satisfied rung counts, where evidence ages.
fn lapse(profile: &wire::Profile, ladder: Ladder, rung: Rung, today: Option<Day>) -> Option<String> {
    let days = rung.window_days().filter(|_| ladder.state(rung) == RungState::Satisfied)?;
    let evidence = profile.evidence.iter().filter(|item| item.rung == rung.id());
    let newest: Day = evidence.filter_map(|item| item.day.as_deref()?.parse().ok()).max()?;
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

/// The source of evidence that somebody said.
const CLAIMS: &str = "claims";

/// A piece of evidence in words.
pub fn evidence(item: &wire::Evidence) -> Shown {
    let rung = Rung::ALL.into_iter().find(|rung| rung.id() == item.rung);
    let day = item.day.as_deref().and_then(|day| day.parse().ok());
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

/// What a subnet does, in the publisher's words, or why nobody can say: the facts do not tell, or they are of
/// those who held the slot before.
pub fn described(profile: Option<&wire::Profile>) -> String {
    let about = profile.and_then(|profile| profile.about.clone());
    about
        .or_else(|| profile.and_then(of_another))
        .unwrap_or_else(|| "Not described: the public facts do not say what this subnet does.".to_owned())
}

/// That what is known of a slot is of the holder before; `None` where there was none.
fn of_another(profile: &wire::Profile) -> Option<String> {
    let at = profile.generations.iter().position(|generation| generation.id == profile.id)?;
    let (own, before) = (profile.generations.get(at)?, profile.generations.get(at.checked_sub(1)?)?);
    let since = own.registered_on.parse().map_or_else(|_| own.registered_on.clone(), format::day);
    let netuid = own.id.parse::<SubnetId>().ok()?.netuid();
    Some(format!(
        "Not described: this registration took the slot on {since}, and what the captured facts say of the slot is \
         about the holder before it, {}. Nothing captured says what this one does.",
        format::shown_name(&before.name, netuid)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::part::plain;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn evidence_that_ages_says_until_when_it_counts() {
        let mut profile: wire::Profile = serde_json::from_value(serde_json::json!({
            "id": "64.r1", "identity": {}, "generations": [], "rungs": [
                { "rung": "release", "state": "satisfied", "searched_on": "2026-08-02" },
            ],
            "evidence": [
                { "rung": "release", "what": "v1", "day": "2026-01-01", "grade": "public_record", "source": "x" },
                { "rung": "release", "what": "v2", "day": "2026-03-01", "grade": "public_record", "source": "x" },
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
    fn what_is_not_verified_says_why_and_of_which_rungs() {
        let mut snapshot = fixture::snapshot();
        let sought = Sought {
            metric: registry::known("emission_tao_day"),
            at_least: Some(0.0),
            rung: Rung::ReachableProduct,
            state: None,
            single: [None; 5],
        };
        let mut said = |letters: [&str; 4]| {
            for (subnet, letters) in snapshot.subnets.iter_mut().zip(letters) {
                subnet.ladder = Ladder::from_letters(letters).unwrap();
            }
            let parts = unverified(&snapshot, sought, (&[0, 1, 2, 3], true), &Locale::default());
            (plain(&snapshot, &parts, &Locale::default()), searched_from(&snapshot, sought.rung, &[]))
        };
        // The fixture knows no emission of the second subnet.
        let (why, when) = said(["snn--", "snn--", "c-c--", "snncc"]);
        assert_eq!(why, "nothing found there for 1, only a claim there for 2");
        assert!(
            when.starts_with("rung 3 searched") && when.ends_with(", rungs 4 and 5 not searched"),
            "{when}"
        );
        let (why, when) = said(["---cc", "-----", "ssl--", "ss---"]);
        assert_eq!(why, "evidence there has lapsed for 1, nobody searched there for 2");
        assert!(when.starts_with("rung 3 searched"), "{when}");
        assert_eq!(said(["ss---", "ss---", "ssc--", "ss---"]).1, "rungs 3, 4 and 5 not searched");
    }

    #[test]
    fn a_slot_that_changed_hands_is_not_described_by_its_former_holder() {
        let mut profile: wire::Profile = serde_json::from_value(serde_json::json!({
            "id": "103.r2", "identity": {}, "generations": [
                { "id": "103.r1", "registered_at_block": 1, "registered_on": "2025-05-07", "name": "Djinn" },
                { "id": "103.r2", "registered_at_block": 2, "registered_on": "2026-08-03", "name": "ayp" },
            ],
        }))
        .unwrap();
        assert_eq!(
            described(Some(&profile)),
            "Not described: this registration took the slot on 3 Aug 2026, and what the captured facts say of the \
             slot is about the holder before it, Djinn. Nothing captured says what this one does."
        );
        profile.id = "103.r1".to_owned();
        assert!(described(Some(&profile)).starts_with("Not described: the public facts"));
        profile.about = Some("It does something.".to_owned());
        assert_eq!(described(Some(&profile)), "It does something.");
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
