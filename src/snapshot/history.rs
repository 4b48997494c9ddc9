//! A subnet's history, put together from its years.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::convert::grade;
use super::{Issue, wire};
use crate::compute::custom::is_custom;
use crate::compute::formula::{Formula, Inputs};
use crate::compute::{order, transform};
use crate::model::{Day, Grade, Series, Source, SubnetId, Value};
use crate::registry::{self, Metric, Scalar};

/// Every metric of one subnet over time.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// Whose.
    pub id: SubnetId,
    /// Series by metric, in the order of the registry.
    pub series: Vec<(&'static Metric, Series)>,
    /// What the publisher says of a series, by metric id.
    pub notes: BTreeMap<&'static str, String>,
}

impl History {
    /// The series of a metric.
    pub fn series(&self, metric: &Metric) -> Option<&Series> {
        self.series.iter().find(|(other, _)| other.id == metric.id).map(|(_, series)| series)
    }
}

impl History {
    /// This history, or that of the metric alone where it is a formula of a reader's own.
    pub fn having(&self, metric: &'static Metric) -> Cow<'_, Self> {
        if is_custom(metric) { Cow::Owned(self.computed(metric)) } else { Cow::Borrowed(self) }
    }

    /// The history of one metric that is computed day by day from this one; without a series where
    /// the formula asks for what is known of the snapshot alone, or an input has no history.
    pub fn computed(&self, metric: &'static Metric) -> Self {
        let series = self.compute(metric).map(|series| (metric, series));
        Self { id: self.id, series: series.into_iter().collect(), notes: BTreeMap::new() }
    }

    /// The history of one metric that counts TAO, in the dollars of each day; a gap where the day has
    /// no price.
    pub fn in_dollars(&self, metric: &'static Metric, tao_usd: &Series) -> Self {
        let series = self.series(metric).map(|series| (metric, transform::product(series, tao_usd)));
        Self { id: self.id, series: series.into_iter().collect(), notes: self.notes.clone() }
    }

    /// The history of one metric from a day on; without a series where there is no such day.
    pub fn starting(&self, metric: &'static Metric, day: Option<Day>) -> Self {
        let series = self.series(metric).zip(day).map(|(series, day)| (metric, series.starting(day)));
        Self { id: self.id, series: series.into_iter().collect(), notes: self.notes.clone() }
    }

    fn compute(&self, metric: &Metric) -> Option<Series> {
        let formula = Formula::parse(metric.formula?).ok()?;
        if formula.momentary().is_some() {
            return None;
        }
        let inputs: Vec<&Series> =
            formula.metrics().into_iter().map(|input| self.series(input)).collect::<Option<_>>()?;
        let extents: Vec<(Day, Day)> = inputs.iter().map(|series| series.extent()).collect::<Option<_>>()?;
        let start = extents.iter().map(|(first, _)| *first).max()?;
        let last = extents.iter().map(|(_, last)| *last).min()?;
        let days = Days { history: self, start, count: usize::try_from(last.since(start) + 1).ok()? };
        let values = formula.evaluate(&days).into_iter().map(Value::number).collect();
        let spans = inputs.iter().flat_map(|series| series.reconstructed.iter().copied()).collect();
        Some(Series {
            start,
            values,
            grade: inputs.iter().map(|series| series.grade).max()?,
            reconstructed: joined(spans),
            source: inputs.first()?.source,
        })
    }
}

/// The days of a history as the rows of a formula.
struct Days<'a> {
    history: &'a History,
    start: Day,
    count: usize,
}

impl Inputs for Days<'_> {
    fn rows(&self) -> usize {
        self.count
    }

    fn value(&self, metric: &'static Metric, row: usize) -> Value {
        Value::from(self.history.series(metric).and_then(|series| series.at(self.start.plus(row as i32))))
    }

    fn scalar(&self, scalar: Scalar) -> Value {
        Value::from(scalar.constant())
    }
}

/// Spans of days that may overlap, as spans that do not.
fn joined(spans: Vec<(Day, Day)>) -> Vec<(Day, Day)> {
    let mut joined: Vec<(Day, Day)> = Vec::with_capacity(spans.len());
    for at in order::sorted(spans.len(), &|a, b| spans[a].cmp(&spans[b])) {
        let (first, last) = spans[at];
        match joined.last_mut() {
            Some((_, end)) if first <= end.plus(1) => *end = (*end).max(last),
            _ => joined.push((first, last)),
        }
    }
    joined
}

/// The id of the network in years of history.
pub const NETWORK: &str = "network";

/// Joins the years of one subnet. Years may come in any order; a day in two years keeps the later file's value.
pub fn history_from_wire(
    id: SubnetId,
    years: Vec<wire::HistoryYear>,
    sources: &[Source],
) -> (History, Vec<Issue>) {
    let known = |name: &str| registry::metric(name).map(|metric| (metric.id, metric.label));
    let Joined { mut series, notes, issues } = joined_years(&id.to_string(), years, sources, &known);
    let series = registry::all().filter_map(|metric| Some((metric, series.remove(metric.id)?))).collect();
    (History { id, series, notes }, issues)
}

/// The US dollars of one TAO by day, from the years of the network; `None` where no day has a price.
pub fn tao_usd_from_wire(years: Vec<wire::HistoryYear>, sources: &[Source]) -> (Option<Series>, Vec<Issue>) {
    let known = |name: &str| Scalar::from_id(name).map(|scalar| (scalar.id(), scalar.label()));
    let Joined { mut series, issues, .. } = joined_years(NETWORK, years, sources, &known);
    let prices = series.remove(Scalar::TaoUsd.id()).map(|mut series| {
        // Nothing would be worth nothing: such a price is none.
        series.values.iter_mut().for_each(|price| *price = price.filter(|price| *price > 0.0));
        series
    });
    (prices.filter(|series| series.extent().is_some()), issues)
}

/// What the years of one id come to.
struct Joined {
    series: BTreeMap<&'static str, Series>,
    notes: BTreeMap<&'static str, String>,
    issues: Vec<Issue>,
}

/// Joins years; `known` gives the id and label of a column that this program knows.
fn joined_years(
    id: &str,
    years: Vec<wire::HistoryYear>,
    sources: &[Source],
    known: &dyn Fn(&str) -> Option<(&'static str, &'static str)>,
) -> Joined {
    let mut issues = Vec::new();
    let years = order::ordered(years, |a, b| a.start.cmp(&b.start));
    let mut series: BTreeMap<&'static str, Series> = BTreeMap::new();
    let mut notes = BTreeMap::new();
    for year in years {
        let Ok(start) = year.start.parse::<Day>() else {
            issues.push(Issue(format!("A year of {id} was left out: it does not say when it starts.")));
            continue;
        };
        if year.id != id || year.step != "1d" {
            issues.push(Issue(format!(
                "A year of {id} was left out: it belongs to another subnet or has no daily steps."
            )));
            continue;
        }
        for (name, column) in year.metrics {
            let Some((metric, label)) = known(&name) else { continue };
            if let Some(note) = &column.note {
                notes.insert(metric, note.clone());
            }
            let mut part = Series {
                start,
                grade: grade(&column.grade, label, &mut issues),
                reconstructed: Vec::new(),
                source: sources.iter().position(|source| source.id == column.source),
                values: column.values,
            };
            part.reconstructed.extend(part.extent().filter(|_| part.grade == Grade::Reconstructed));
            match series.get_mut(metric) {
                Some(whole) => append(whole, &part),
                None => {
                    series.insert(metric, part);
                }
            }
        }
    }
    Joined { series, notes, issues }
}

/// Longest history that is kept: a file cannot make the program allocate more by naming a far day.
const MAX_DAYS: usize = 366 * 60;

fn append(whole: &mut Series, part: &Series) {
    let offset = usize::try_from(part.start.since(whole.start)).unwrap_or(0);
    let length = (offset + part.values.len()).min(MAX_DAYS);
    if whole.values.len() < length {
        whole.values.resize(length, None);
    }
    for (index, value) in part.values.iter().enumerate() {
        if let (Some(slot), Some(_)) = (whole.values.get_mut(offset + index), value) {
            *slot = *value;
        }
    }
    whole.grade = whole.grade.max(part.grade);
    whole.reconstructed.extend(&part.reconstructed);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::wire::{HistoryColumn, HistoryYear};

    fn year(start: &str, values: &[Option<f64>], grade: &str) -> HistoryYear {
        let column = HistoryColumn {
            values: values.to_vec(),
            grade: grade.to_owned(),
            source: "x".to_owned(),
            note: None,
        };
        HistoryYear {
            id: "64.r1".to_owned(),
            start: start.to_owned(),
            step: "1d".to_owned(),
            metrics: [("price_tao".to_owned(), column)].into(),
        }
    }

    #[test]
    fn years_join_and_the_days_between_stay_a_gap() {
        let id = SubnetId::new(64, 1).unwrap();
        let years =
            vec![year("2026-01-02", &[Some(3.0)], "chain"), year("2025-12-30", &[Some(1.0), None], "chain")];
        let (history, issues) = history_from_wire(id, years, &[]);
        assert_eq!(issues, []);
        let series = history.series(registry::known("price_tao")).unwrap();
        assert_eq!(series.values, [Some(1.0), None, None, Some(3.0)]);
        assert_eq!(series.at("2026-01-02".parse().unwrap()), Some(3.0));
    }

    #[test]
    fn a_rebuilt_year_is_told_from_a_captured_one() {
        let id = SubnetId::new(64, 1).unwrap();
        let rebuilt = year("2025-12-29", &[None, Some(1.0), Some(2.0)], "reconstructed");
        let (history, _) =
            history_from_wire(id, vec![year("2026-08-07", &[Some(3.0)], "chain"), rebuilt], &[]);
        let series = history.series(registry::known("price_tao")).unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(series.reconstructed, [(day("2025-12-30"), day("2025-12-31"))]);
        assert_eq!(series.grade, Grade::Reconstructed);
        assert!(!series.is_reconstructed(day("2026-08-07")));
    }

    #[test]
    fn a_formula_is_computed_for_the_days_that_have_all_its_parts() {
        let column = |values: &[Option<f64>], grade: &str| HistoryColumn {
            values: values.to_vec(),
            grade: grade.to_owned(),
            source: "x".to_owned(),
            note: None,
        };
        let mut year = year("2026-01-01", &[Some(2.0), Some(4.0), Some(5.0), Some(8.0)], "chain");
        let emission = column(&[None, Some(1.0), None, Some(0.0)], "reconstructed");
        year.metrics.insert("emission_tao_day".to_owned(), emission);
        let (history, _) = history_from_wire(SubnetId::new(64, 1).unwrap(), vec![year], &[]);
        let of = |text: &str| {
            let metric = crate::compute::custom::typed(text).unwrap();
            history.computed(metric).series(metric).cloned()
        };
        let series = of("price_tao / emission_tao_day").unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(series.start, day("2026-01-02"));
        // Nothing was emitted on the last day: a division that has no answer.
        assert_eq!(series.values, [Some(4.0), None, None]);
        assert_eq!(series.grade, Grade::Reconstructed);
        assert_eq!(series.reconstructed, [(day("2026-01-02"), day("2026-01-04"))]);
        for momentary in ["price_tao / sum(price_tao)", "price_tao * tao_usd", "price_tao * stars"] {
            assert_eq!(of(momentary), None, "{momentary}");
        }
    }

    #[test]
    fn the_price_of_tao_is_a_series_of_the_network_and_a_price_of_nothing_is_none() {
        let mut prices = year("2025-12-30", &[Some(250.0), Some(0.0)], "third_party_says");
        prices.id = NETWORK.to_owned();
        prices.metrics = [("tao_usd".to_owned(), prices.metrics["price_tao"].clone())].into();
        let (series, issues) = tao_usd_from_wire(vec![prices.clone()], &[]);
        let series = series.unwrap();
        assert_eq!((series.values.as_slice(), issues), (&[Some(250.0), None][..], vec![]));
        let (history, _) = history_from_wire(
            SubnetId::new(64, 1).unwrap(),
            vec![year("2025-12-29", &[Some(2.0), Some(4.0), Some(6.0)], "chain")],
            &[],
        );
        let metric = registry::known("price_tao");
        let dollars = history.in_dollars(metric, &series);
        let dollars = dollars.series(metric).unwrap();
        assert_eq!(dollars.values, [None, Some(1000.0), None]);
        assert_eq!(dollars.grade, Grade::ThirdPartySays);
        // A year of a subnet is none of the network, and nothing is no price.
        let (none, issues) = tao_usd_from_wire(vec![year("2025-12-30", &[Some(1.0)], "chain")], &[]);
        assert_eq!((none, issues.len()), (None, 1));
        prices.metrics.clear();
        assert_eq!(tao_usd_from_wire(vec![prices], &[]), (None, vec![]));
    }

    #[test]
    fn a_year_of_another_subnet_or_without_a_start_is_left_out() {
        let id = SubnetId::new(65, 1).unwrap();
        let (history, issues) =
            history_from_wire(id, vec![year("2025-12-30", &[], "chain"), year("never", &[], "chain")], &[]);
        assert!(history.series.is_empty());
        assert_eq!(issues.len(), 2);
    }
}
