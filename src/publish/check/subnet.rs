//! The index, and what it says of single subnets.

use std::collections::{BTreeMap, BTreeSet};

use super::history;
use super::reader::{Reader, object_name};
use super::root::{Context, day};
use crate::model::{Day, Grade, Ladder, Rung, RungState, SubnetId};
use crate::snapshot::wire::{Evidence, Index, IndexEntry, Profile};

/// What the other parts of the snapshot say.
pub struct Known<'a> {
    /// Subnets of the summary, in order.
    pub rows: &'a [SubnetId],
    /// Their ladders, as letters.
    pub states: BTreeMap<SubnetId, String>,
    /// Ids of all claims.
    pub claims: BTreeSet<String>,
}

/// Checks the index and everything it leads to.
pub fn check(index: &Index, known: &Known, context: &Context, reader: &mut Reader) {
    let place = object_name(&context.root.objects.index);
    let ids = |entries: &[IndexEntry]| {
        entries.iter().filter_map(|entry| entry.id.parse().ok()).collect::<Vec<SubnetId>>()
    };
    let (present, former) = (ids(&index.subnets), ids(&index.former));
    reader.want(present == known.rows && present.len() == index.subnets.len(), &place, || {
        "its subnets are not those of the summary, in the same order".to_owned()
    });
    let apart = former.iter().all(|id| !present.contains(id));
    reader.want(apart && former.len() == index.former.len() && former.is_sorted(), &place, || {
        "its former registrations are not ids in order, apart from those of the summary".to_owned()
    });
    for (entry, id) in index.subnets.iter().zip(&present).chain(index.former.iter().zip(&former)) {
        if let Some(profile) = reader.object::<Profile>(&entry.profile) {
            let place = format!("{}, {id}", object_name(&entry.profile));
            self::profile(&profile, *id, &place, known, context, reader);
        }
        history::check(&id.to_string(), &entry.history, context, reader);
    }
}

fn profile(
    profile: &Profile,
    id: SubnetId,
    place: &str,
    known: &Known,
    context: &Context,
    reader: &mut Reader,
) {
    reader.want(profile.id == id.to_string(), place, || format!("it is of {}", profile.id));
    let registered_on = generations(profile, id, place, context, reader);
    for link in &profile.links {
        let is_https = link.url.starts_with("https://");
        reader.want(is_https, place, || format!("“{}” is offered as a link", link.url));
        if link.source != "chain" {
            context.source(&link.source, place, reader);
        }
    }
    for claim in profile.claims.iter().filter(|claim| !known.claims.contains(*claim)) {
        reader.find(place, format!("the claim “{claim}” is not in the ledger"));
    }
    for evidence in &profile.evidence {
        self::evidence(evidence, place, registered_on, context, reader);
    }
    rungs(profile, known.states.get(&id), place, reader);
}

/// Checks the registrations of the slot, and gives the day of this one.
fn generations(
    profile: &Profile,
    id: SubnetId,
    place: &str,
    context: &Context,
    reader: &mut Reader,
) -> Option<Day> {
    let list = &profile.generations;
    let ids: BTreeSet<SubnetId> = list.iter().filter_map(|generation| generation.id.parse().ok()).collect();
    let one_slot = ids.len() == list.len() && ids.iter().all(|other| other.netuid() == id.netuid());
    reader.want(one_slot && ids.contains(&id), place, || {
        "its registrations are not ids of this slot, with this one among them".to_owned()
    });
    for pair in list.windows(2) {
        let follows = pair[0].registered_at_block < pair[1].registered_at_block
            && pair[0].until_block == Some(pair[1].registered_at_block);
        reader.want(follows, place, || format!("{} does not end where {} begins", pair[0].id, pair[1].id));
    }
    let open = list.last().is_none_or(|last| last.until_block.is_none());
    let known = list.iter().all(|generation| generation.registered_at_block <= context.root.block);
    reader.want(open && known, place, || "a registration begins or ends after the snapshot".to_owned());
    let own = list.iter().find(|generation| generation.id == profile.id)?;
    let registered_on = day(&own.registered_on);
    reader.want(registered_on.is_some(), place, || {
        format!("“{}” is no day of registration", own.registered_on)
    });
    registered_on
}

fn evidence(
    evidence: &Evidence,
    place: &str,
    registered_on: Option<Day>,
    context: &Context,
    reader: &mut Reader,
) {
    let rung = Rung::ALL.iter().any(|rung| rung.id() == evidence.rung);
    let grade = Grade::from_id(&evidence.grade).is_some();
    reader.want(rung && grade, place, || {
        format!("evidence for “{}”, graded “{}”, is of no kind known", evidence.rung, evidence.grade)
    });
    context.source(&evidence.source, place, reader);
    let is_https = evidence.link.as_ref().is_none_or(|link| link.starts_with("https://"));
    reader.want(is_https, place, || "evidence has a link that is not https".to_owned());
    let seen = evidence.day.as_deref().map(day);
    let own = |found: Day| found <= context.day && registered_on.is_none_or(|since| since <= found);
    let fits = seen.is_none_or(|found| found.is_some_and(own));
    reader.want(fits, place, || {
        let day = evidence.day.clone().unwrap_or_default();
        format!("evidence of {day} is from before the registration or after the snapshot")
    });
}

fn rungs(profile: &Profile, letters: Option<&String>, place: &str, reader: &mut Reader) {
    let Some(ladder) = letters.and_then(|letters| Ladder::from_letters(letters)) else { return };
    for (note, rung) in profile.rungs.iter().zip(Rung::ALL) {
        let same = note.rung == rung.id() && note.state == ladder.state(rung).id();
        reader.want(same, place, || {
            format!("the remark on “{}” contradicts the ladder of the summary", note.rung)
        });
    }
    let complete = profile.rungs.is_empty() || profile.rungs.len() == Rung::ALL.len();
    reader.want(complete, place, || "it has remarks on some rungs and not on others".to_owned());
    for rung in Rung::ALL.into_iter().filter(|rung| ladder.state(*rung) == RungState::Satisfied) {
        // Beside what shows it there may be what is only said, which often has neither.
        let shows = |evidence: &&Evidence| evidence.link.is_some() && evidence.day.is_some();
        let shown = profile.evidence.iter().filter(shows).any(|evidence| evidence.rung == rung.id());
        reader.want(shown, place, || {
            format!("“{}” is satisfied without evidence that has a link and a day", rung.name())
        });
    }
}
