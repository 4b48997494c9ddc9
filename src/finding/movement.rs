//! How the rung of a subnet moved, by the days of the evidence that is known.

use super::counted;
use crate::compute::movement::{Step, movement};
use crate::format;
use crate::model::{Day, Evidence, Rung};
use crate::snapshot::{day, wire};

/// The movement of a rung, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Where it stands on the last day, in a sentence without its full stop.
    pub headline: String,
    /// How it is known, and what that cannot see.
    pub note: String,
    /// The first day all of whose releases were kept, where the registration is older.
    pub kept_from: Option<Day>,
    /// The steps, from the day of the registration to the last.
    pub steps: Vec<Step>,
}

/// The movement of the rung of a registration up to a day, by the evidence of its profile; `None` where no day of registration is known, or no
/// evidence has a day.
pub fn of(profile: &wire::Profile, evidence: &[Evidence], until: Day) -> Option<Movement> {
    let own = profile.generations.iter().find(|generation| generation.id == profile.id)?;
    let registered = day(Some(&own.registered_on))?;
    // What is only said makes no rung.
    let shown = evidence.iter().filter(|item| item.grade.is_shown());
    let evidence: Vec<(Rung, Day)> = shown.filter_map(|item| Some((item.rung, item.day?))).collect();
    let steps = movement(&evidence, registered, until);
    let last = *steps.last().filter(|_| steps.iter().any(|step| step.rung.is_some()))?;
    let searched = profile.rungs.iter().filter_map(|note| day(note.searched_on.as_deref())).min();
    let searched = searched.map_or_else(String::new, |day| {
        format!(" It was searched on {}: what was gone by then was not seen.", format::day(day))
    });
    let releases = profile.rungs.iter().find(|note| note.rung == Rung::Release.id());
    let since = releases.and_then(|note| day(note.since.as_deref()));
    let kept_from = since.filter(|since| *since > registered);
    let kept = kept_from.map_or_else(String::new, |day| {
        format!(
            " Of a repository only the ten newest releases were kept: of before {} there may be others.",
            format::day(day)
        )
    });
    let or_before = |rung: Rung| {
        // A rung that was reached when a higher one lapsed began then.
        let reached = last.from > registered && evidence.contains(&(rung, last.from));
        let open = match rung {
            // Of code the last push is known, of a product the last answer.
            Rung::PublicCode | Rung::ReachableProduct => true,
            // A release that was not kept can have come before the oldest that was.
            Rung::Release => kept_from.is_some_and(|kept| last.from <= kept),
            Rung::OutsideUse | Rung::ExternalRevenue => false,
        };
        if reached && open { " or before" } else { "" }
    };
    let window = |rung: Rung| rung.window_days().unwrap_or_default();
    Some(Movement {
        headline: match last.rung {
            Some(rung) => format!(
                "By dated evidence on rung {}, {}, since {}{}",
                rung.number(),
                rung.name(),
                format::day(last.from),
                or_before(rung)
            ),
            None => format!("By dated evidence on no rung since {}", format::day(last.from)),
        },
        note: format!(
            "The rung of every day, by the days of {} known now: a release counts for {} days, a product \
             for {} from the answer to a probe that was last seen, and a repository from its last push: both can \
             have been there before.{searched}{kept} A day without a rung is a day of which nothing dated is known.",
            counted(evidence.len(), "piece of evidence", "pieces of evidence"),
            window(Rung::Release),
            window(Rung::ReachableProduct)
        ),
        kept_from,
        steps,
    })
}

impl Movement {
    /// A rung in a list of steps. Where releases were not kept, nobody knows that there was none.
    pub fn rung(&self, step: Step) -> String {
        let open = step.rung < Some(Rung::Release) && self.kept_from.is_some_and(|kept| step.from < kept);
        match step.rung {
            Some(rung) if open => format!("{} {}, or more: releases not kept", rung.number(), rung.name()),
            Some(rung) => format!("{} {}", rung.number(), rung.name()),
            None if open => "not known: releases not kept".to_owned(),
            None => "no dated evidence".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::evidence_from_wire;

    fn profile(evidence: serde_json::Value) -> wire::Profile {
        serde_json::from_value(serde_json::json!({
            "id": "7.r1", "identity": {}, "evidence": evidence,
            "generations": [{ "id": "7.r1", "registered_at_block": 1, "registered_on": "2026-01-01", "name": "x" }],
            "rungs": [{ "rung": "release", "state": "satisfied", "searched_on": "2026-08-02" }],
        }))
        .unwrap()
    }

    fn told(profile: &wire::Profile) -> Option<Movement> {
        let (evidence, _) = evidence_from_wire(profile.evidence.clone(), &[]);
        of(profile, &evidence, "2026-08-07".parse().unwrap())
    }

    #[test]
    fn what_is_only_said_moves_nothing() {
        let said = serde_json::json!({
            "rung": "outside_use", "what": "Many users.", "day": "2026-02-27", "grade": "third_party_says", "source": "claims",
        });
        assert_eq!(told(&profile(serde_json::json!([said]))), None);
        let release = serde_json::json!({
            "rung": "release", "what": "v1", "day": "2026-03-01", "grade": "public_record", "source": "x",
        });
        // A day that nobody wrote is none.
        let unknown = serde_json::json!({
            "rung": "reachable_product", "what": "x", "day": "1970-01-01", "grade": "probe", "source": "x",
        });
        let told = told(&profile(serde_json::json!([said, release, unknown]))).unwrap();
        assert_eq!(told.headline, "By dated evidence on rung 2, release, since 1 Mar 2026");
        assert!(told.note.contains("by the days of 1 piece of evidence known now"), "{}", told.note);
        assert!(told.note.contains("It was searched on 2 Aug 2026: what was gone by then"), "{}", told.note);
        assert!(told.note.contains("a release counts for 365 days, a product for 30 from"), "{}", told.note);
        let steps: Vec<(String, String)> =
            told.steps.iter().map(|step| (step.from.to_string(), told.rung(*step))).collect();
        let step = |day: &str, rung: &str| (day.to_owned(), rung.to_owned());
        assert_eq!(steps, [step("2026-01-01", "no dated evidence"), step("2026-03-01", "2 release")]);
    }

    /// The day of code is that of its last push, and of a product that of its last answer.
    #[test]
    fn what_is_dated_by_when_it_was_last_seen_can_have_been_there_before() {
        let dated = |rung: &str, day: &str| serde_json::json!({ "rung": rung, "what": "v", "day": day, "grade": "probe", "source": "x" });
        let said =
            |evidence: &[serde_json::Value]| told(&profile(serde_json::json!(evidence))).unwrap().headline;
        let (code, product) = (dated("public_code", "2026-05-01"), dated("reachable_product", "2026-08-02"));
        assert_eq!(
            said(std::slice::from_ref(&code)),
            "By dated evidence on rung 1, public code, since 1 May 2026 or before"
        );
        assert_eq!(
            said(&[code.clone(), product]),
            "By dated evidence on rung 3, reachable product, since 2 Aug 2026 or before"
        );
        // An answer of 2 June counts to 2 July; that the rung fell on the next day is known.
        assert_eq!(
            said(&[code, dated("reachable_product", "2026-06-02")]),
            "By dated evidence on rung 1, public code, since 3 Jul 2026"
        );
        // Before the registration nothing was this subnet's.
        assert_eq!(
            said(&[dated("public_code", "2026-01-01")]),
            "By dated evidence on rung 1, public code, since 1 Jan 2026"
        );
    }

    /// A full list that ends on 1 March says nothing of January and February.
    #[test]
    fn days_before_the_releases_that_were_kept_are_not_known() {
        let dated = |rung: &str, day: &str| serde_json::json!({ "rung": rung, "what": "v", "day": day, "grade": "public_record", "source": "x" });
        let evidence = [dated("public_code", "2026-02-01"), dated("release", "2026-03-01")];
        let mut profile = profile(serde_json::json!(evidence));
        profile.rungs[0].since = Some("2026-03-02".to_owned());
        let found = told(&profile).unwrap();
        assert_eq!(found.headline, "By dated evidence on rung 2, release, since 1 Mar 2026 or before");
        assert!(found.note.contains("of before 2 Mar 2026 there may be others"), "{}", found.note);
        let rungs = |told: &Movement| told.steps.iter().map(|step| told.rung(*step)).collect::<Vec<_>>();
        assert_eq!(
            rungs(&found),
            ["not known: releases not kept", "1 public code, or more: releases not kept", "2 release"]
        );
        // From the day of the registration on, all were kept.
        profile.rungs[0].since = Some("2026-01-01".to_owned());
        let found = told(&profile).unwrap();
        assert_eq!(found.headline, "By dated evidence on rung 2, release, since 1 Mar 2026");
        assert_eq!(rungs(&found), ["no dated evidence", "1 public code", "2 release"]);
    }
}
