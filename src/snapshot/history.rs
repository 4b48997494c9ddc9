//! A subnet's history, and what formulas and a snapshot add to it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Snapshot;
use crate::compute::formula::{Formula, Inputs, Term, total};
use crate::compute::reconstruct::{MOVING_PRICE, before_start};
use crate::compute::transform::Totals;
use crate::compute::{custom, transform};
use crate::model::{Day, Known, Series, SubnetId, Value};
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

/// Formulas upon formulas that are followed. The registry has few, and one that names itself in a circle
/// never finds its inputs.
const LEVELS: u8 = 8;

impl History {
    /// The series of a metric as it was captured.
    pub fn series(&self, metric: &Metric) -> Option<&Series> {
        self.series.iter().find(|(other, _)| other.id == metric.id).map(|(_, series)| series)
    }

    /// The history of a metric: as it was captured, and where it was not, as its formula gives it from
    /// what else was captured on the same day.
    pub fn having(&self, metric: &'static Metric) -> Cow<'_, Self> {
        let Some(Cow::Owned(series)) = self.completed(metric, LEVELS) else { return Cow::Borrowed(self) };
        let mut notes = self.notes.clone();
        if !custom::is_custom(metric) {
            let words = metric.formula.and_then(|text| Some(Formula::parse(text).ok()?.print(&Term::words)));
            let note = |words: String| format!("Computed on days without a reading of its own: {words}.");
            notes.entry(metric.id).or_insert_with(|| note(words.unwrap_or_default()));
        }
        Cow::Owned(Self { id: self.id, series: vec![(metric, series)], notes })
    }

    /// The history of a metric from the start of its subnet on. A pool that is given no alpha cannot fall
    /// below 1 τ/α: prices from before are real, and no prices of a running subnet.
    pub fn running(&self, metric: &'static Metric) -> Cow<'_, Self> {
        match self.having(metric) {
            Cow::Borrowed(history) => history.started(metric),
            Cow::Owned(history) => Cow::Owned(history.started(metric).into_owned()),
        }
    }

    /// The same of a history that is [`having`](Self::having) the metric already.
    pub fn started(&self, metric: &'static Metric) -> Cow<'_, Self> {
        match self.before_start(metric) {
            Some((_, start)) => Cow::Owned(self.starting(metric, start)),
            None => Cow::Borrowed(self),
        }
    }

    /// First day of the prices from before the start, and the day of the start; `None` where there are
    /// no such prices, or another metric is meant.
    pub fn before_start(&self, metric: &Metric) -> Option<(Day, Option<Day>)> {
        let prices = self.series(metric).filter(|_| metric.id == "price_tao")?;
        before_start(prices.points(), &MOVING_PRICE)
    }

    /// This history with the numbers of a snapshot as points of their days.
    pub fn beside(mut self, points: Points) -> Self {
        for (metric, point) in points {
            match self.series.iter_mut().find(|(other, _)| other.id == metric.id) {
                // A file that names a far day must not push out the others.
                Some((_, series)) if point.start < series.start => {}
                Some((_, series)) => *series = point.over(series),
                None => self.series.push((metric, point)),
            }
        }
        self
    }

    /// The history of one metric that counts TAO, in the dollars of each day; a gap where the day has
    /// no price.
    pub fn in_dollars(&self, metric: &'static Metric, tao_usd: &Series) -> Self {
        let series = self.series(metric).map(|series| (metric, transform::product(series, tao_usd)));
        Self { id: self.id, series: series.into_iter().collect(), notes: self.notes.clone() }
    }

    /// The history of one metric from a day on; without a series where there is no such day.
    fn starting(&self, metric: &'static Metric, day: Option<Day>) -> Self {
        let series = self.series(metric).zip(day).map(|(series, day)| (metric, series.starting(day)));
        Self { id: self.id, series: series.into_iter().collect(), notes: self.notes.clone() }
    }

    /// The captured series of a metric, with what its formula adds to it.
    fn completed(&self, metric: &'static Metric, levels: u8) -> Option<Cow<'_, Series>> {
        let captured = self.series(metric);
        let computed = levels.checked_sub(1).and_then(|levels| self.computed(metric, levels));
        match (captured, computed) {
            (Some(captured), Some(computed)) => {
                let more = computed.points().any(|(day, _)| captured.at(day).is_none());
                Some(if more { Cow::Owned(captured.over(&computed)) } else { Cow::Borrowed(captured) })
            }
            (None, computed) => computed.map(Cow::Owned),
            (captured, None) => captured.map(Cow::Borrowed),
        }
    }

    /// What the formula of a metric gives, day by day; `None` where it asks for what is known of the
    /// snapshot alone, or an input has no history.
    fn computed(&self, metric: &'static Metric, levels: u8) -> Option<Series> {
        let formula = Formula::parse(metric.formula?).ok().filter(|formula| formula.momentary().is_none())?;
        let inputs: Vec<(&'static Metric, Cow<Series>)> = formula
            .metrics()
            .into_iter()
            .map(|input| Some((input, self.completed(input, levels)?)))
            .collect::<Option<_>>()?;
        let extents: Vec<(Day, Day)> =
            inputs.iter().map(|(_, series)| series.extent()).collect::<Option<_>>()?;
        let start = extents.iter().map(|(first, _)| *first).max()?;
        let last = extents.iter().map(|(_, last)| *last).min()?;
        let count = usize::try_from(last.since(start) + 1).ok()?;
        let values = formula.evaluate(&Days { inputs: &inputs, start, count });
        let values = values.into_iter().map(Value::number).collect();
        let known = |day: Day| -> Vec<Option<&Known>> {
            inputs.iter().map(|(_, series)| series.known_on(day)).collect()
        };
        let series = Series::known_by(start, values, known, |known| {
            let (worst, sources) = Known::of_all(known.iter().flatten().copied())?;
            Some((metric.computed_grade.map_or(worst, |grade| worst.max(grade)), sources))
        });
        series.extent().map(|_| series)
    }
}

/// The numbers of one row of a snapshot, each as a series of its day alone.
pub type Points = Vec<(&'static Metric, Series)>;

impl Snapshot {
    /// The numbers of a subnet as points of a history. What was computed from numbers of one row alone
    /// is left to its formula, which shows how.
    pub fn points(&self, id: SubnetId) -> Points {
        let Some(row) = self.subnets.iter().position(|subnet| subnet.id == id) else { return Vec::new() };
        let point = |metric: &'static Metric| {
            let column = self.column(metric)?;
            let by_formula = column.computed && metric.formula.is_some_and(|text| !momentary(text));
            let known = &column.provenance;
            let day = known.as_of.day.or(self.as_of.day).filter(|_| !by_formula)?;
            let number = self.value(metric, row).number()?;
            Some((metric, Series::of(day, vec![Some(number)], known.grade, known.source)))
        };
        registry::all().filter_map(point).collect()
    }
}

/// Whether a formula asks for what is known of the snapshot alone.
fn momentary(formula: &str) -> bool {
    Formula::parse(formula).is_ok_and(|formula| formula.momentary().is_some())
}

/// The days of a history as the rows of a formula.
struct Days<'a> {
    inputs: &'a [(&'static Metric, Cow<'a, Series>)],
    start: Day,
    count: usize,
}

impl Inputs for Days<'_> {
    fn rows(&self) -> usize {
        self.count
    }

    fn value(&self, metric: &'static Metric, row: usize) -> Value {
        let series = self.inputs.iter().find(|(input, _)| input.id == metric.id);
        Value::from(series.and_then(|(_, series)| series.at(self.start.plus(row as i32))))
    }

    fn scalar(&self, scalar: Scalar) -> Value {
        Value::from(scalar.constant())
    }
}

impl Totals {
    /// These sums, and on the day of a snapshot that of its column.
    pub fn with_snapshot(self, snapshot: &Snapshot, metric: &Metric) -> Self {
        let column = snapshot.column(metric);
        let sum = column.and_then(|column| total(&column.values).number());
        let day = column.and_then(|column| column.provenance.as_of.day).or(snapshot.as_of.day);
        match day.zip(sum) {
            Some((day, sum)) => self.with_day(day, sum),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Grade;
    use crate::snapshot::wire::HistoryColumn;
    use crate::snapshot::years::fixture::year;
    use crate::snapshot::{fixture, history_from_wire};

    #[test]
    fn a_formula_is_computed_for_the_days_that_have_all_its_parts() {
        let column = |values: &[Option<f64>], grade: &str| HistoryColumn {
            values: values.to_vec(),
            grade: grade.to_owned(),
            source: "x".to_owned(),
            note: None,
            parts: Vec::new(),
        };
        let mut year = year("2026-01-01", &[Some(2.0), Some(4.0), Some(5.0), Some(8.0)], "chain");
        let emission = column(&[None, Some(1.0), None, Some(0.0)], "reconstructed");
        year.metrics.insert("emission_tao_day".to_owned(), emission);
        let (history, _) = history_from_wire(SubnetId::new(64, 1).unwrap(), vec![year], &[]);
        let of = |text: &str| {
            let metric = crate::compute::custom::typed(text).unwrap();
            history.having(metric).series(metric).cloned()
        };
        let series = of("price_tao / emission_tao_day").unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(series.start, day("2026-01-02"));
        // Nothing was emitted on the last day: a division that has no answer.
        assert_eq!(series.values, [Some(4.0), None, None]);
        assert_eq!(series.grade(), Some(Grade::Reconstructed));
        assert_eq!(series.reconstructed(), [(day("2026-01-02"), day("2026-01-02"))]);
        for momentary in ["price_tao / sum(price_tao)", "price_tao * tao_usd", "price_tao * stars"] {
            assert_eq!(of(momentary), None, "{momentary}");
        }
    }

    #[test]
    fn a_formula_of_the_registry_is_followed_through_others_and_fills_days_without_a_reading() {
        let column = |values: &[Option<f64>]| HistoryColumn {
            values: values.to_vec(),
            grade: "chain".to_owned(),
            source: "x".to_owned(),
            note: None,
            parts: Vec::new(),
        };
        // Prices of two days, and pools of the second and the fourth.
        let mut year = year("2026-01-01", &[Some(2.0), Some(4.0)], "chain");
        for (metric, second, fourth) in
            [("tao_in_pool", 50.0, 60.0), ("alpha_in_pool", 10.0, 20.0), ("alpha_out", 90.0, 80.0)]
        {
            year.metrics.insert(metric.to_owned(), column(&[None, Some(second), None, Some(fourth)]));
        }
        let (history, _) = history_from_wire(SubnetId::new(64, 1).unwrap(), vec![year], &[]);
        let price = history.having(registry::known("price_tao"));
        let series = price.series(registry::known("price_tao")).unwrap();
        // The reading of the second day stays; the pool of the fourth gives 60 ÷ 20.
        assert_eq!(series.values, [Some(2.0), Some(4.0), None, Some(3.0)]);
        let fourth = "2026-01-04".parse().unwrap();
        assert_eq!(series.reconstructed(), [(fourth, fourth)]);
        assert!(price.notes["price_tao"].contains("TAO in the pool ÷ Alpha in the pool"));
        // Price × (alpha in the pool + alpha outside): 4 × 100, then 3 × 100.
        let cap = registry::known("market_cap_tao");
        let history = history.having(cap);
        let series = history.series(cap).unwrap();
        assert_eq!(series.values, [Some(400.0), None, Some(300.0)]);
    }

    #[test]
    fn a_snapshot_gives_its_day_to_a_history() {
        let snapshot = fixture::snapshot();
        let chutes = snapshot.subnets[3].id;
        let (empty, _) = history_from_wire(chutes, Vec::new(), &[]);
        let history = empty.clone().beside(snapshot.points(chutes));
        let emission = registry::known("emission_tao_day");
        let point = |id: &str| {
            let metric = registry::known(id);
            history.having(metric).series(metric).and_then(|series| series.points().next())
        };
        assert_eq!(history.series(emission).unwrap().values, [Some(450.0)]);
        // A sum over all subnets has no history: the share is the snapshot's.
        assert_eq!(point("emission_share").unwrap().1, 450.0 / 478.0);
        let former = SubnetId::new(64, 9).unwrap();
        assert_eq!(snapshot.points(former), [], "another registration has other numbers");
    }
}
