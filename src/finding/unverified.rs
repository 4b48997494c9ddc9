//! Of how many subnets nothing is verified at a rung or above, why, and which rungs were searched for that.

use super::card::{Sought, Tally};
use super::part::Part;
use crate::format;
use crate::model::{Rung, RungState};
use crate::snapshot::Snapshot;

/// A rung and those above it: `rung 3 or above`.
pub fn from_rung(rung: Rung) -> String {
    format!("rung {}{}", rung.number(), rung.or_above())
}

/// A reason why nothing is verified, and of how many.
struct Reason {
    /// What goes before the number.
    words: String,
    /// How many.
    count: usize,
    /// Those alone whom the table of the number would show too.
    tally: Option<Tally>,
}

/// Why nothing is verified at a rung or above it: `nothing found there for 18, only a claim there for 11`.
/// Those of whom a rung that others were searched for was not searched are told apart: `nothing found but rung
/// 2 not searched for 2`. A ladder as a whole is [`stands`](super::shipped::stands): it can be better than these
/// rungs. `rows` are counted, those too of which nobody searched anything where the second says so.
fn reasons(snapshot: &Snapshot, sought: Sought, (rows, unsearched): (&[usize], bool)) -> Vec<Reason> {
    let states = [
        (RungState::NoneFound, "nothing found there for "),
        (RungState::Claimed, "only a claim there for "),
        (RungState::Lapsed, "evidence there has lapsed for "),
        (RungState::NotSearched, "nobody searched there for "),
    ];
    let mut reasons = Vec::new();
    for (state, words) in states {
        for sought in parted(snapshot, Sought { state: Some(state), ..sought }, rows) {
            let tally = Tally::Sought(sought);
            let counted = rows.iter().filter(|row| tally.counts(snapshot, **row) == Some(true));
            let known = |row: &&usize| unsearched || snapshot.subnets[**row].ladder.searched();
            let (all, count) = (counted.clone().count(), counted.filter(known).count());
            if count > 0 {
                let words = match sought.unsearched() {
                    Some(rungs) => format!("nothing found but {rungs} not searched for "),
                    None => words.to_owned(),
                };
                reasons.push(Reason { words, count, tally: (count == all).then_some(tally) });
            }
        }
    }
    reasons
}

/// Why nothing is verified for those of some rows who were searched at all, in words.
pub fn in_words(snapshot: &Snapshot, sought: Sought, rows: &[usize]) -> String {
    let said = |reason: Reason| format!("{}{}", reason.words, reason.count);
    reasons(snapshot, sought, (rows, false)).into_iter().map(said).collect::<Vec<_>>().join(", ")
}

/// What is asked for, apart by the rungs that were not searched where that differs among those of whom nothing
/// was found: first those of whom every rung was that anybody was searched for.
fn parted(snapshot: &Snapshot, sought: Sought, rows: &[usize]) -> Vec<Sought> {
    if sought.state != Some(RungState::NoneFound) {
        return vec![sought];
    }
    let searched = snapshot.anybody_searched();
    let counted = rows.iter().filter(|row| Tally::Sought(sought).counts(snapshot, **row) == Some(true));
    let mut masks: Vec<[Option<RungState>; 5]> = Vec::new();
    for row in counted {
        let ladder = snapshot.subnets[*row].ladder;
        let single = Rung::ALL
            .map(|rung| (rung >= sought.rung && searched[rung as usize]).then(|| ladder.state(rung)));
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

/// `rung 3`, `rungs 2 and 3`; `None` of none.
pub fn rungs(rungs: &[Rung]) -> Option<String> {
    let numbers: Vec<String> = rungs.iter().map(|rung| rung.number().to_string()).collect();
    let (last, others) = numbers.split_last()?;
    Some(match others {
        [] => format!("rung {last}"),
        _ => format!("rungs {} and {last}", others.join(", ")),
    })
}

/// Why nothing is verified at a rung or above it, in numbers that lead to those they count where their tables show
/// as many; and where anything was searched for in vain, which rungs that is of, and when. It is about all subnets,
/// those too of which nobody searched anything where they are `unsearched`.
pub fn why(snapshot: &Snapshot, sought: Sought, unsearched: bool) -> Vec<Part> {
    let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
    let mut parts = Vec::new();
    for Reason { words, count, tally } in reasons(snapshot, sought, (&rows, unsearched)) {
        let comma = if parts.is_empty() { "" } else { ", " };
        parts.push(Part::words(format!("{comma}{words}")));
        parts.push(match tally {
            Some(tally) => Part::counted(count, tally),
            None => Part::words(count.to_string()),
        });
    }
    let vain = |row: &usize| {
        let known = snapshot.subnets[*row].ladder.known_from(sought.rung);
        matches!(known, RungState::NoneFound | RungState::Lapsed)
            && Tally::Sought(sought).counts(snapshot, *row) == Some(true)
    };
    let vain: Vec<usize> = rows.into_iter().filter(vain).collect();
    // Of whom a rung was not searched, the numbers say so.
    let searched = snapshot.anybody_searched();
    let gap = |row: &usize| {
        let state = |rung: &Rung| snapshot.subnets[*row].ladder.state(*rung);
        Rung::ALL[sought.rung as usize..]
            .iter()
            .any(|rung| state(rung) == RungState::NotSearched && searched[*rung as usize])
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
    let searched = snapshot.anybody_searched();
    for rung in Rung::ALL[rung as usize..].iter().copied() {
        let open = |row: &&usize| snapshot.subnets[**row].ladder.state(rung) == RungState::NotSearched;
        let open = rows.iter().filter(open).count();
        let place = match searched[rung as usize] {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::part::plain;
    use crate::format::Locale;
    use crate::model::Ladder;
    use crate::registry;
    use crate::snapshot::fixture;

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
            let said = plain(&snapshot, &why(&snapshot, sought, true), &Locale::default());
            let reasons = said.split_once(';').map_or(said.as_str(), |(reasons, _)| reasons).to_owned();
            (reasons, searched_from(&snapshot, sought.rung, &[]))
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

    /// The card of a count and its table know nothing of who counts here.
    #[test]
    fn a_number_leads_only_to_as_many_as_it_says() {
        let mut snapshot = fixture::snapshot();
        for (subnet, letters) in snapshot.subnets.iter_mut().zip(["ss---", "-----", "-----", "sss--"]) {
            subnet.ladder = Ladder::from_letters(letters).unwrap();
        }
        let sought = Sought { at_least: Some(0.0), ..Sought::worth_a_word() };
        let parts = |unsearched| why(&snapshot, sought, unsearched);
        let said = |parts: &[Part]| plain(&snapshot, parts, &Locale::default());
        assert_eq!(said(&parts(true)), "nobody searched there for 2");
        assert!(matches!(parts(true)[1], Part::Counted(..)));
        assert_eq!(said(&parts(false)), "nobody searched there for 1");
        assert_eq!(parts(false)[1], Part::words("1"));
    }

    #[test]
    fn a_rung_that_was_searched_of_some_says_so() {
        let mut snapshot = fixture::snapshot();
        snapshot.searched_on = "2026-08-02".parse().ok();
        for (subnet, letters) in snapshot.subnets.iter_mut().zip(["s-n--", "-----", "snn--", "sss--"]) {
            subnet.ladder = Ladder::from_letters(letters).unwrap();
        }
        let of = |rows: &[usize]| searched_from(&snapshot, Rung::Release, rows);
        assert_eq!(
            of(&[0, 2]),
            "rung 3 searched 2 Aug 2026, rung 2 searched for some 2 Aug 2026, rungs 4 and 5 not searched"
        );
        assert_eq!(of(&[2]), "rungs 2 and 3 searched 2 Aug 2026, rungs 4 and 5 not searched");
        assert_eq!(of(&[0]), "rung 3 searched 2 Aug 2026, rungs 2, 4 and 5 not searched");
    }
}
