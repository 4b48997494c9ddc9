//! How the numbers of a metric are known.

use crate::format::{self, Locale, shown_text};
use crate::registry::Metric;
use crate::snapshot::Snapshot;

/// How, from where and of when the column of a metric is known, in a line; `None` where the snapshot has
/// none. Single numbers that are known otherwise say so on their cards.
pub fn how(snapshot: &Snapshot, metric: &Metric, locale: &Locale) -> Option<String> {
    let column = snapshot.column(metric)?;
    let known = column.provenance;
    let source = known.source.and_then(|at| snapshot.sources.get(at));
    let made = if column.computed { "computed in your browser, at best " } else { "" };
    let mut parts = vec![format!("{made}{}", known.grade.words())];
    parts.extend(source.map(|source| shown_text(&source.name, 160)));
    parts.push(format::as_of(known.as_of, locale));
    parts.retain(|part| !part.is_empty());
    Some(parts.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn a_column_says_its_grade_and_its_day_and_one_that_is_made_that_it_is() {
        let snapshot = fixture::snapshot();
        let of = |id: &str| how(&snapshot, registry::known(id), &Locale::default());
        assert_eq!(of("emission_tao_day").unwrap(), Grade::Chain.words(), "the fixture says no day");
        assert!(of("emission_share").unwrap().starts_with("computed in your browser, at best "));
        assert_eq!(of("stars"), None);
    }
}
