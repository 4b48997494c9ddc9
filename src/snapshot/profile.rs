//! Evidence from its published form.

use super::convert::{day, grade};
use super::{Issue, wire};
use crate::model::{Evidence, Rung, Source};

/// The evidence that this program understands; a rung of the future is reported and left out.
pub fn evidence_from_wire(items: Vec<wire::Evidence>, sources: &[Source]) -> (Vec<Evidence>, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut evidence = Vec::with_capacity(items.len());
    for item in items {
        let Some(rung) = Rung::from_id(&item.rung) else {
            let shown: String = item.rung.chars().take(40).collect();
            issues.push(Issue(format!("Evidence for “{shown}” was left out: this page knows no such rung.")));
            continue;
        };
        evidence.push(Evidence {
            rung,
            grade: grade(&item.grade, "A piece of evidence", &mut issues),
            day: day(item.day.as_deref()),
            source: sources.iter().position(|source| source.id == item.source),
            what: item.what,
            link: item.link,
            shared_with: item.shared_with,
        });
    }
    (evidence, issues)
}
