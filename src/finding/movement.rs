//! How the rung of a subnet moved, by the days of the evidence that is known.

use super::counted;
use crate::compute::movement::{Step, movement};
use crate::format;
use crate::model::{Day, Grade, Rung};
use crate::snapshot::wire;

/// The movement of a rung, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Where it stands on the last day, in a sentence without its full stop.
    pub headline: String,
    /// How it is known, and what that cannot see.
    pub note: String,
    /// The steps, from the day of the registration to the last.
    pub steps: Vec<Step>,
}

/// The movement of the rung of a registration up to a day; `None` where no day of registration is known, or no
/// evidence has a day.
pub fn of(profile: &wire::Profile, until: Day) -> Option<Movement> {
    let own = profile.generations.iter().find(|generation| generation.id == profile.id)?;
    let registered: Day = own.registered_on.parse().ok()?;
    let dated = |item: &wire::Evidence| {
        let rung = Rung::ALL.into_iter().find(|rung| rung.id() == item.rung)?;
        // What is only said makes no rung.
        let shown = Grade::from_id(&item.grade).is_some_and(|grade| grade <= Grade::PublicRecord);
        item.day.as_deref()?.parse().ok().filter(|_| shown).map(|day| (rung, day))
    };
    let evidence: Vec<(Rung, Day)> = profile.evidence.iter().filter_map(dated).collect();
    let steps = movement(&evidence, registered, until);
    let last = *steps.last().filter(|_| steps.iter().any(|step| step.rung.is_some()))?;
    let searched =
        profile.rungs.iter().filter_map(|note| note.searched_on.as_deref()?.parse::<Day>().ok()).min();
    let searched = searched.map_or_else(String::new, |day| {
        format!(
            " The first search was on {}: what was there before and is gone since was not seen.",
            format::day(day)
        )
    });
    Some(Movement {
        headline: match last.rung {
            Some(rung) => format!(
                "By dated evidence on rung {}, {}, since {}",
                rung.number(),
                rung.name(),
                format::day(last.from)
            ),
            None => format!("By dated evidence on no rung since {}", format::day(last.from)),
        },
        note: format!(
            "The rung of every day, by the days of {} known now: a release counts for 365 days, an answer to a probe \
             for 30, and a repository from its last push.{searched} A day without a rung is a day of which nothing \
             dated is known.",
            counted(evidence.len(), "piece of evidence", "pieces of evidence")
        ),
        steps,
    })
}

/// A rung in a list of steps.
pub fn rung(step: Step) -> String {
    step.rung
        .map_or_else(|| "no dated evidence".to_owned(), |rung| format!("{} {}", rung.number(), rung.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(evidence: serde_json::Value) -> wire::Profile {
        serde_json::from_value(serde_json::json!({
            "id": "7.r1", "identity": {}, "evidence": evidence,
            "generations": [{ "id": "7.r1", "registered_at_block": 1, "registered_on": "2026-01-01", "name": "x" }],
            "rungs": [{ "rung": "release", "state": "satisfied", "searched_on": "2026-08-02" }],
        }))
        .unwrap()
    }

    #[test]
    fn what_is_only_said_moves_nothing() {
        let until = "2026-08-07".parse().unwrap();
        let said = serde_json::json!({
            "rung": "outside_use", "what": "Many users.", "day": "2026-02-27", "grade": "third_party_says", "source": "claims",
        });
        assert_eq!(of(&profile(serde_json::json!([said])), until), None);
        let release = serde_json::json!({
            "rung": "release", "what": "v1", "day": "2026-03-01", "grade": "public_record", "source": "x",
        });
        let told = of(&profile(serde_json::json!([said, release])), until).unwrap();
        assert_eq!(told.headline, "By dated evidence on rung 2, release, since 1 Mar 2026");
        assert!(told.note.contains("by the days of 1 piece of evidence known now"), "{}", told.note);
        assert!(told.note.contains("The first search was on 2 Aug 2026"), "{}", told.note);
        let steps: Vec<(String, String)> =
            told.steps.iter().map(|step| (step.from.to_string(), rung(*step))).collect();
        let step = |day: &str, rung: &str| (day.to_owned(), rung.to_owned());
        assert_eq!(steps, [step("2026-01-01", "no dated evidence"), step("2026-03-01", "2 release")]);
    }
}
