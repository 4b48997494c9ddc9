//! From the wire to the model: what cannot be used is dropped and reported, never guessed at.

use std::collections::BTreeMap;
use std::fmt;

use super::format::{FormatError, check_format};
use super::wire;
use super::{Column, Snapshot, SubnetRow};
use crate::model::{Absence, AsOf, Day, Grade, Ladder, Provenance, Source, Value};
use crate::registry::{self, Metric};

/// Something in a published file that this program could not use, as a sentence for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue(pub String);

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The snapshot that a root and a summary describe, and what in them was unusable.
///
/// # Errors
/// When the format is not ours.
pub fn snapshot_from_wire(
    root: wire::Root,
    summary: wire::Summary,
) -> Result<(Snapshot, Vec<Issue>), FormatError> {
    check_format(&root.format)?;
    let mut issues = Vec::new();
    let rows = summary.subnets.len();
    let columns = captured_columns(&summary.metrics, rows, &root, &mut issues);
    let subnets = subnets(&summary, &mut issues);
    let named = |source: &String| root.sources.iter().position(|other| other.id == *source);
    let parts = Snapshot {
        tao_usd_source: root.tao_usd.as_ref().and_then(|price| named(&price.source)),
        id: root.id,
        sequence: root.sequence,
        previous: root.previous,
        as_of: AsOf { day: root.captured_at.parse().ok().filter(known_day), block: Some(root.block) },
        block_hash: root.block_hash,
        captured_at: root.captured_at,
        emission_rule: root.emission_rule,
        tao_usd: root.tao_usd.filter(|price| price.value > 0.0).map(|price| (price.value, price.at)),
        root_weight: root.root_weight,
        sources: root.sources.into_iter().map(source).collect(),
        searched_on: day(summary.ladder.searched_on.as_deref()),
        names_as_of: day(summary.names_as_of.as_deref()),
        teams: summary.teams,
        repeated: summary.repeated,
        // Rows that were dropped are dropped from every column below, so that rows keep meeting.
        subnets: subnets.iter().map(|(_, subnet)| subnet.clone()).collect(),
        columns: Vec::new(),
        custom: Vec::new(),
    };
    let kept: Vec<usize> = subnets.iter().map(|(row, _)| *row).collect();
    let columns = columns.into_iter().map(|(metric, column)| (metric, keep_rows(column, &kept))).collect();
    Ok((Snapshot::with_columns(parts, columns), issues))
}

/// 1970-01-01 in a file means that nobody wrote the date.
fn known_day(day: &Day) -> bool {
    day.epoch_days() != 0
}

/// A day of a published file, where somebody wrote one.
pub fn day(text: Option<&str>) -> Option<Day> {
    text?.parse().ok().filter(known_day)
}

pub(super) fn grade(id: &str, whose: &str, issues: &mut Vec<Issue>) -> Grade {
    Grade::from_id(id).unwrap_or_else(|| {
        let shown: String = id.chars().take(40).collect();
        issues.push(Issue(format!(
            "{whose} is graded “{shown}”, which this page does not know; it is shown as not searched."
        )));
        Grade::NotSearched
    })
}

fn source(source: wire::Source) -> Source {
    let wire::Source { id, name, url, licence, captured_at } = source;
    let captured_at = captured_at.filter(|at| !at.starts_with("1970-01-01"));
    Source { id, name, url, licence, captured_at }
}

/// The subnets with the row each had in the file.
fn subnets(summary: &wire::Summary, issues: &mut Vec<Issue>) -> Vec<(usize, SubnetRow)> {
    let mut subnets: Vec<(usize, SubnetRow)> = Vec::with_capacity(summary.subnets.len());
    for (row, id) in summary.subnets.iter().enumerate() {
        let Ok(id) = id.parse() else {
            let shown: String = id.chars().take(40).collect();
            issues
                .push(Issue(format!("Row {row} was left out: “{shown}” is not a subnet id such as 64.r1.")));
            continue;
        };
        if subnets.iter().any(|(_, other)| other.id == id) {
            issues.push(Issue(format!("Row {row} was left out: {id} is listed twice.")));
            continue;
        }
        let ladder = summary.ladder.states.get(row).and_then(|letters| Ladder::from_letters(letters));
        let category =
            summary.category.get(row).copied().flatten().and_then(|index| summary.categories.get(index));
        let subnet = SubnetRow {
            id,
            name: summary.name.get(row).cloned().unwrap_or_default(),
            symbol: summary.symbol.get(row).cloned().unwrap_or_default(),
            category: category.cloned(),
            name_flags: summary.name_flags.get(&row).cloned().unwrap_or_default(),
            ladder: ladder.unwrap_or_else(|| {
                issues.push(Issue(format!(
                    "The ladder of {id} could not be read; it is shown as not searched."
                )));
                Ladder::NOT_SEARCHED
            }),
        };
        subnets.push((row, subnet));
    }
    subnets
}

fn captured_columns(
    metrics: &BTreeMap<String, wire::MetricColumn>,
    rows: usize,
    root: &wire::Root,
    issues: &mut Vec<Issue>,
) -> Vec<(&'static Metric, Column)> {
    let mut columns = Vec::with_capacity(metrics.len());
    for (id, column) in metrics {
        // A metric this version does not know is a newer publisher's; there is nothing to show it as.
        let Some(metric) = registry::metric(id) else { continue };
        if column.values.len() != rows {
            issues.push(Issue(format!(
                "“{}” was left out: it has {} values for {rows} subnets.",
                metric.label,
                column.values.len()
            )));
            continue;
        }
        let provenance = Provenance {
            grade: grade(&column.grade, metric.label, issues),
            source: root.sources.iter().position(|source| source.id == column.source),
            as_of: AsOf { day: day(column.as_of.as_deref()), block: column.block },
        };
        let values = column.values.iter().enumerate();
        let remark = |row: usize| column.exceptions.get(&row).or(column.missing.as_ref());
        let values = values.map(|(row, value)| cell(*value, remark(row))).collect();
        let remarks = column.values.iter().enumerate().filter_map(|(row, value)| {
            let own = column.exceptions.get(&row);
            let remark = own.or(column.missing.as_ref().filter(|_| value.is_none()))?;
            Some((row, remark.why.clone()?))
        });
        let note = column.note.clone();
        columns
            .push((metric, Column { values, provenance, remarks: remarks.collect(), note, computed: false }));
    }
    columns
}

/// A null says why it is one when an exception names a state this version knows.
fn cell(value: Option<f64>, exception: Option<&wire::Exception>) -> Value {
    match value {
        Some(number) => Value::finite(number),
        None => Value::Missing(
            exception
                .and_then(|exception| Absence::from_id(exception.state.as_deref()?))
                .unwrap_or(Absence::NotMeasured),
        ),
    }
}

fn keep_rows(column: Column, kept: &[usize]) -> Column {
    if kept.len() == column.values.len() {
        return column;
    }
    let remark =
        |row: &usize| column.remarks.iter().find(|(other, _)| other == row).map(|(_, why)| why.clone());
    Column {
        values: kept.iter().map(|row| column.values[*row]).collect(),
        remarks: kept.iter().enumerate().filter_map(|(new, old)| Some((new, remark(old)?))).collect(),
        ..column
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::FORMAT;
    use crate::snapshot::wire::{Exception, LadderColumn, MetricColumn, ObjectRef, Objects, Root, Summary};

    fn object() -> ObjectRef {
        ObjectRef { sha256: "0".repeat(64), bytes: 0 }
    }

    fn root() -> Root {
        Root {
            format: FORMAT.to_owned(),
            id: "2026-08-07-8791253".to_owned(),
            sequence: 3,
            previous: None,
            network: "finney".to_owned(),
            block: 8_791_253,
            block_hash: None,
            captured_at: "2026-08-07T08:35:00Z".to_owned(),
            spec_version: None,
            emission_rule: None,
            tao_usd: None,
            root_weight: Some(980_226.0),
            sources: vec![],
            objects: Objects {
                summary: object(),
                index: object(),
                claims: object(),
                events: object(),
                network: Vec::new(),
            },
        }
    }

    fn column(values: &[Option<f64>]) -> MetricColumn {
        MetricColumn {
            values: values.to_vec(),
            grade: "chain".to_owned(),
            source: "chain".to_owned(),
            as_of: Some("2026-08-07".to_owned()),
            block: Some(8_791_253),
            missing: None,
            exceptions: BTreeMap::new(),
            note: None,
        }
    }

    fn summary(ids: &[&str]) -> Summary {
        let rows = ids.len();
        Summary {
            subnets: ids.iter().map(|id| (*id).to_owned()).collect(),
            name: vec!["Chutes".to_owned(); rows],
            symbol: vec!["ش".to_owned(); rows],
            category: vec![Some(0); rows],
            categories: vec!["Inference".to_owned()],
            category_source: None,
            names_as_of: None,
            name_flags: BTreeMap::new(),
            metrics: BTreeMap::new(),
            ladder: LadderColumn {
                states: vec!["snscc".to_owned(); rows],
                searched_on: Some("2026-08-02".to_owned()),
                source: "x".to_owned(),
            },
            teams: Vec::new(),
            repeated: BTreeMap::new(),
        }
    }

    #[test]
    fn computes_what_was_not_captured_and_only_then() {
        let mut summary = summary(&["4.r1", "64.r1"]);
        summary.metrics.insert("tao_in_emission".to_owned(), column(&[Some(0.008), Some(0.012)]));
        summary.metrics.insert("excess_tao".to_owned(), column(&[Some(0.032), None]));
        let (snapshot, issues) = snapshot_from_wire(root(), summary).unwrap();
        assert_eq!(issues, []);
        let emission = registry::known("emission_tao_day");
        assert!((snapshot.value(emission, 0).number().unwrap() - 288.0).abs() < 1e-9);
        assert_eq!(snapshot.value(emission, 1), Value::NOT_MEASURED);
        assert_eq!(snapshot.reading(emission, 0).provenance.grade, Grade::Chain);
        assert!(snapshot.column(emission).unwrap().computed);
        assert_eq!(snapshot.value(registry::known("emission_share"), 0), Value::Number(1.0));
        assert_eq!(snapshot.column(registry::known("price_tao")), None);
    }

    #[test]
    fn a_price_from_reserves_is_graded_so_and_a_captured_one_wins() {
        let mut wire = summary(&["64.r1"]);
        wire.metrics.insert("tao_in_pool".to_owned(), column(&[Some(200.0)]));
        wire.metrics.insert("alpha_in_pool".to_owned(), column(&[Some(1000.0)]));
        let price = registry::known("price_tao");
        let (computed, _) = snapshot_from_wire(root(), wire.clone()).unwrap();
        assert_eq!(computed.value(price, 0), Value::Number(0.2));
        assert_eq!(computed.reading(price, 0).provenance.grade, Grade::Reconstructed);
        assert_eq!(computed.reading(registry::known("fdv_tao"), 0).provenance.grade, Grade::Reconstructed);
        wire.metrics.insert("price_tao".to_owned(), column(&[Some(0.19)]));
        let (captured, _) = snapshot_from_wire(root(), wire).unwrap();
        assert_eq!(captured.value(price, 0), Value::Number(0.19));
        assert_eq!(captured.reading(price, 0).provenance.grade, Grade::Chain);
    }

    #[test]
    fn bad_rows_are_dropped_from_every_column_and_reported() {
        let mut wire = summary(&["4.r1", "sixty-four", "64.r1", "64.r1"]);
        wire.metrics.insert("stars".to_owned(), column(&[Some(1.0), Some(2.0), Some(3.0), Some(4.0)]));
        wire.metrics.insert("validators".to_owned(), column(&[Some(1.0)]));
        let (snapshot, issues) = snapshot_from_wire(root(), wire).unwrap();
        let stars = registry::known("stars");
        assert_eq!(snapshot.subnets.len(), 2);
        assert_eq!(snapshot.value(stars, 1), Value::Number(3.0));
        assert_eq!(snapshot.value(registry::known("validators"), 0), Value::NOT_MEASURED);
        assert_eq!(issues.len(), 3, "{issues:?}");
        assert!(issues.iter().any(|issue| issue.0.contains("“sixty-four”")));
        assert!(
            issues.iter().any(|issue| issue.0.contains("“Validators” was left out: it has 1 values for 4"))
        );
    }

    #[test]
    fn the_kinds_of_absence_stay_apart() {
        let mut wire = summary(&["1.r1", "2.r1", "3.r1", "4.r1"]);
        let mut burn = column(&[Some(0.0), None, None, None]);
        let exception =
            |state: &str| Exception { state: Some(state.to_owned()), why: Some("because".to_owned()) };
        burn.exceptions.insert(1, exception("not_applicable"));
        burn.exceptions.insert(2, exception("a state of the future"));
        wire.metrics.insert("miner_burn".to_owned(), burn);
        let (snapshot, _) = snapshot_from_wire(root(), wire).unwrap();
        let metric = registry::known("miner_burn");
        let values: Vec<_> = (0..4).map(|row| snapshot.value(metric, row)).collect();
        let missing = Value::Missing(Absence::NotApplicable);
        assert_eq!(values, [Value::Number(0.0), missing, Value::NOT_MEASURED, Value::NOT_MEASURED]);
        assert_eq!(snapshot.reading(metric, 1).why.as_deref(), Some("because"));
        assert_eq!(snapshot.measured(metric), 1);
    }
}
