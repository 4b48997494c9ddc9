//! A loaded snapshot, and the values it can be asked for.

use std::collections::BTreeMap;

use crate::compute::formula::{Formula, Inputs};
use crate::model::{
    AsOf, Day, Grade, Ladder, Provenance, Reading, Rung, RungState, Source, SubnetId, SubnetRef, Value,
};
use crate::registry::{self, Metric, Scalar};

/// Everything about all subnets at one block.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// Id, `2026-08-07-8791253`.
    pub id: String,
    /// Position in the order of publication.
    pub sequence: u64,
    /// Id of the snapshot before.
    pub previous: Option<String>,
    /// Moment of the chain's values.
    pub as_of: AsOf,
    /// Hash of the block.
    pub block_hash: Option<String>,
    /// When the capture was made, RFC 3339.
    pub captured_at: String,
    /// Name of the rule that divided the emission.
    pub emission_rule: Option<String>,
    /// US dollars per TAO and the moment of that price.
    pub tao_usd: Option<(f64, String)>,
    /// Position of the source of that price in the list.
    pub tao_usd_source: Option<usize>,
    /// Root's TAO × its weight.
    pub root_weight: Option<f64>,
    /// Where the numbers come from.
    pub sources: Vec<Source>,
    /// The subnets, in order of netuid. Row `i` of every column is `subnets[i]`.
    pub subnets: Vec<SubnetRow>,
    /// When names were last read, where that was not at the moment of the snapshot.
    pub names_as_of: Option<Day>,
    /// When anybody last searched for evidence.
    pub searched_on: Option<Day>,
    /// Netuids that one team runs, a list a team.
    pub teams: Vec<Vec<u16>>,
    /// Netuids all of whose repositories are among those of another, and that other.
    pub repeated: BTreeMap<u16, u16>,
    /// One entry a metric of the registry.
    pub(super) columns: Vec<Option<Column>>,
    /// Columns of a reader's own formulas.
    pub(super) custom: Vec<(&'static Metric, Column)>,
}

/// One subnet in the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubnetRow {
    /// Slot and generation.
    pub id: SubnetId,
    /// Name as written on chain: hostile text, to be shown through [`crate::format::shown_name`].
    pub name: String,
    /// Ticker as written on chain: hostile text.
    pub symbol: String,
    /// Class, when it has one.
    pub category: Option<String>,
    /// Remarks on a name that imitates another or mixes scripts.
    pub name_flags: Vec<String>,
    /// The shipped ladder.
    pub ladder: Ladder,
}

/// One metric of all subnets.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// One value a row.
    pub values: Vec<Value>,
    /// How they are known.
    pub provenance: Provenance,
    /// Remarks on single rows, in order of row.
    pub remarks: Vec<(usize, String)>,
    /// How its numbers were made, where the publisher says.
    pub note: Option<String>,
    /// Whether the formula made it.
    pub computed: bool,
}

impl Snapshot {
    /// Puts columns to a snapshot that has none, and computes every metric that has a formula and
    /// was not captured. A formula whose inputs are not there gives no column.
    pub(super) fn with_columns(mut parts: Snapshot, captured: Vec<(&'static Metric, Column)>) -> Self {
        parts.columns = vec![None; registry::all().count()];
        let place = |metric| position(metric).expect("only metrics of the registry are captured");
        for (metric, column) in captured {
            parts.columns[place(metric)] = Some(column);
        }
        // A pass for each level of formulas upon formulas; the registry has few, and a formula that
        // names itself in a circle simply never finds its inputs.
        loop {
            let ready: Vec<_> = registry::all()
                .filter(|metric| parts.column(metric).is_none())
                .filter_map(|metric| Some((metric, Formula::parse(metric.formula?).ok()?)))
                .filter(|(_, formula)| formula.metrics().iter().all(|input| parts.column(input).is_some()))
                .map(|(metric, formula)| (metric, parts.compute(metric, &formula)))
                .collect();
            if ready.is_empty() {
                return parts;
            }
            for (metric, column) in ready {
                parts.columns[place(metric)] = Some(column);
            }
        }
    }

    /// The dollars of one TAO and the day of that price.
    pub fn tao_price(&self) -> Option<(f64, Day)> {
        let (price, at) = self.tao_usd.as_ref()?;
        Some((*price, at.parse().ok()?))
    }

    /// Of each rung, lowest first, whether anybody searched for it of any subnet. What is only claimed was not
    /// searched for.
    pub fn anybody_searched(&self) -> [bool; 5] {
        let told = |state| !matches!(state, RungState::NotSearched | RungState::Claimed);
        Rung::ALL.map(|rung| self.subnets.iter().any(|subnet| told(subnet.ladder.state(rung))))
    }

    /// The snapshot with a column for each of these formulas of a reader's own.
    pub fn with_custom(&self, metrics: &[&'static Metric]) -> Self {
        let formula = |metric: &'static Metric| Some((metric, Formula::parse(metric.formula?).ok()?));
        let custom =
            metrics.iter().filter(|metric| position(metric).is_none()).filter_map(|metric| formula(metric));
        let custom = custom.map(|(metric, formula)| (metric, self.compute(metric, &formula))).collect();
        Self { custom, ..self.clone() }
    }

    /// What the metric's formula gives for every row from the columns of this snapshot; `None` for a
    /// metric without a formula, or without its inputs here. For a published number this is the check.
    pub fn recomputed(&self, metric: &Metric) -> Option<Vec<Value>> {
        let formula = Formula::parse(metric.formula?).ok()?;
        let known = formula.metrics().iter().all(|input| self.column(input).is_some());
        known.then(|| formula.evaluate(self))
    }

    /// The rows whose published number is not what the formula gives, each with what it gives.
    /// Numbers differ when they are further apart than a millionth: what rounding leaves in files.
    pub fn mismatches(&self, metric: &Metric) -> Vec<(usize, Value)> {
        let published = self.column(metric).filter(|column| !column.computed);
        let Some((published, recomputed)) = published.zip(self.recomputed(metric)) else { return Vec::new() };
        let differs = |published: Value, recomputed: Value| match (published.number(), recomputed.number()) {
            (Some(published), Some(recomputed)) => {
                (published - recomputed).abs() > 1e-6 * published.abs().max(recomputed.abs())
            }
            // Where either has no number there is nothing to compare.
            _ => false,
        };
        let rows = recomputed.into_iter().enumerate();
        rows.filter(|(row, value)| differs(published.values[*row], *value)).collect()
    }

    fn compute(&self, metric: &'static Metric, formula: &Formula) -> Column {
        let inputs: Vec<_> = formula.metrics().into_iter().filter_map(|input| self.column(input)).collect();
        let worst = inputs.iter().map(|column| column.provenance.grade).max().unwrap_or(Grade::Chain);
        let first = inputs.first().map(|column| column.provenance);
        let provenance = Provenance {
            grade: metric.computed_grade.map_or(worst, |grade| worst.max(grade)),
            source: first.and_then(|provenance| provenance.source),
            as_of: first.map_or(self.as_of, |provenance| provenance.as_of),
        };
        let mut remarks: Vec<(usize, String)> = Vec::new();
        for (row, why) in inputs.iter().flat_map(|column| &column.remarks) {
            if !remarks.iter().any(|(other, said)| other == row && said == why) {
                remarks.push((*row, why.clone()));
            }
        }
        let note = inputs.iter().find_map(|column| column.note.clone());
        Column { values: formula.evaluate(self), provenance, remarks, note, computed: true }
    }

    /// The column of a metric; `None` when this snapshot has nothing of it.
    pub fn column(&self, metric: &Metric) -> Option<&Column> {
        match position(metric) {
            Some(position) => self.columns.get(position)?.as_ref(),
            None => self.custom.iter().find(|(other, _)| other.id == metric.id).map(|(_, column)| column),
        }
    }

    /// The value in a row; not measured when this snapshot has nothing of the metric.
    pub fn value(&self, metric: &Metric, row: usize) -> Value {
        self.column(metric).and_then(|column| column.values.get(row)).copied().unwrap_or(Value::NOT_MEASURED)
    }

    /// The values by row, for who asks for many: the column is looked up once.
    pub fn values(&self, metric: &Metric) -> impl Fn(usize) -> Value + '_ {
        let column = self.column(metric);
        move |row| column.and_then(|column| column.values.get(row)).copied().unwrap_or(Value::NOT_MEASURED)
    }

    /// The value in a row with everything needed to judge it.
    pub fn reading(&self, metric: &Metric, row: usize) -> Reading {
        let unknown =
            Provenance { grade: Grade::NotSearched, source: None, as_of: AsOf { day: None, block: None } };
        let column = self.column(metric);
        let why = column.and_then(|column| column.remarks.iter().find(|(other, _)| *other == row));
        Reading {
            value: self.value(metric, row),
            provenance: column.map_or(unknown, |column| column.provenance),
            why: why.map(|(_, why)| why.clone()),
        }
    }

    /// How many rows have a number.
    pub fn measured(&self, metric: &Metric) -> usize {
        self.column(metric)
            .map_or(0, |column| column.values.iter().filter(|value| value.number().is_some()).count())
    }

    /// A copy with one more row, and that row's position: a registration that has lost its slot, so
    /// that its history can be drawn as any other. Nothing was measured of it at this block.
    pub fn joined_by(&self, id: SubnetId, name: String) -> (Self, usize) {
        let mut snapshot = self.clone();
        let row = SubnetRow {
            id,
            name,
            symbol: String::new(),
            category: None,
            name_flags: Vec::new(),
            ladder: Ladder::NOT_SEARCHED,
        };
        snapshot.subnets.push(row);
        let row = snapshot.subnets.len() - 1;
        (snapshot, row)
    }

    /// The row that a link means; `None` when the subnet is not in this snapshot.
    pub fn row(&self, reference: SubnetRef) -> Option<usize> {
        self.subnets.iter().position(|subnet| reference.means(subnet.id))
    }
}

impl Inputs for Snapshot {
    fn rows(&self) -> usize {
        self.subnets.len()
    }

    fn value(&self, metric: &'static Metric, row: usize) -> Value {
        Snapshot::value(self, metric, row)
    }

    fn scalar(&self, scalar: Scalar) -> Value {
        match scalar {
            Scalar::Block => Value::from(self.as_of.block.map(|block| block as f64)),
            Scalar::RootWeight => Value::from(self.root_weight),
            Scalar::TaoUsd => Value::from(self.tao_usd.as_ref().map(|(price, _)| *price)),
            constant => Value::from(constant.constant()),
        }
    }
}

/// Where the registry has a metric; `None` for a formula of a reader's own.
fn position(metric: &Metric) -> Option<usize> {
    registry::all().position(|other| other.id == metric.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{fixture, snapshot_from_wire, wire};

    #[test]
    fn a_published_number_is_held_against_its_formula() {
        let share = registry::known("emission_share");
        let (root, mut summary) = fixture::wire();
        let emission = summary.metrics["emission_tao_day"].clone();
        // 28 and 450 of 478; the third is 0, and the second has no number to compare with.
        let published = vec![Some(0.0585774), Some(0.5), Some(0.0), Some(0.95)];
        summary.metrics.insert(share.id.to_owned(), wire::MetricColumn { values: published, ..emission });
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let found = snapshot.mismatches(share);
        assert_eq!(found.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [3]);
        assert!((found[0].1.number().unwrap() - 450.0 / 478.0).abs() < 1e-12);
        assert_eq!(snapshot.mismatches(registry::known("emission_tao_day")), []);
        assert_eq!(fixture::snapshot().mismatches(share), [], "what was computed here cannot differ");
    }
}
