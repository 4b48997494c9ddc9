//! A history, put together from the years it is published in.

use std::collections::BTreeMap;

use super::convert::grade;
use super::{History, Issue, wire};
use crate::compute::order;
use crate::compute::transform::Totals;
use crate::model::{Day, MAX_DAYS, Series, Source, SubnetId};
use crate::registry::{self, Metric, Scalar};

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

/// Sums over all subnets by day, by metric.
pub type Sums = Vec<(&'static Metric, Totals)>;

/// The sums over all subnets by day, from the years of the network. Snapshots of earlier publishers have none.
pub fn sums_from_wire(years: Vec<wire::HistoryYear>) -> (Sums, Vec<Issue>) {
    let known = |name: &str| {
        let metric = registry::metric(name.strip_prefix("sum(")?.strip_suffix(')')?)?;
        Some((metric.id, metric.label))
    };
    let Joined { series, mut notes, issues } = joined_years(NETWORK, years, &[], &known);
    let totals = |(id, series): (&'static str, Series)| {
        let note = notes.remove(id);
        let mut totals = Totals::of([&series]);
        totals.note = note;
        Some((registry::metric(id)?, totals))
    };
    (series.into_iter().filter_map(totals).collect(), issues)
}

/// The name under which the sum of a metric over all subnets is published.
pub fn sum_name(metric: &Metric) -> String {
    format!("sum({})", metric.id)
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
            let part = column_series(start, column, label, sources, &mut issues);
            match series.get_mut(metric) {
                Some(whole) => *whole = part.over(whole),
                None => {
                    series.insert(metric, part);
                }
            }
        }
    }
    Joined { series, notes, issues }
}

/// One column of a year, of which days can be known in another way than the rest.
fn column_series(
    start: Day,
    column: wire::HistoryColumn,
    label: &str,
    sources: &[Source],
    issues: &mut Vec<Issue>,
) -> Series {
    let source = |id: &str| sources.iter().position(|source| source.id == id);
    let mut values = column.values;
    values.truncate(MAX_DAYS);
    let whole = Series::of(start, values, grade(&column.grade, label, issues), source(&column.source));
    column.parts.iter().fold(whole, |whole, part| {
        let Some((from, to)) = part.from.parse().ok().zip(part.to.parse().ok()) else { return whole };
        let inside = whole.window(from, to);
        let grade = grade(&part.grade, label, issues);
        Series::of(inside.start, inside.values, grade, source(&part.source)).over(&whole)
    })
}

#[cfg(test)]
pub(super) mod fixture {
    use crate::model::Source;
    use crate::snapshot::wire::{HistoryColumn, HistoryYear};

    pub fn source(id: &str) -> Source {
        Source { id: id.to_owned(), name: id.to_owned(), url: None, licence: None, captured_at: None }
    }

    pub fn year(start: &str, values: &[Option<f64>], grade: &str) -> HistoryYear {
        let column = HistoryColumn {
            values: values.to_vec(),
            grade: grade.to_owned(),
            source: "x".to_owned(),
            note: None,
            parts: Vec::new(),
        };
        HistoryYear {
            id: "64.r1".to_owned(),
            start: start.to_owned(),
            step: "1d".to_owned(),
            metrics: [("price_tao".to_owned(), column)].into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fixture::{source, year};
    use super::*;
    use crate::model::Grade;
    use crate::snapshot::wire::HistoryPart;

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
        let sources = || ["prices", "x"].map(source).to_vec();
        let id = SubnetId::new(64, 1).unwrap();
        let mut rebuilt = year("2025-12-29", &[None, Some(1.0), Some(2.0)], "reconstructed");
        rebuilt.metrics.get_mut("price_tao").unwrap().source = "prices".to_owned();
        let (history, _) =
            history_from_wire(id, vec![year("2026-08-07", &[Some(3.0)], "chain"), rebuilt], &sources());
        let series = history.series(registry::known("price_tao")).unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(series.reconstructed(), [(day("2025-12-30"), day("2025-12-31"))]);
        assert_eq!(series.grade(), Some(Grade::Reconstructed));
        let read = series.known_on(day("2026-08-07")).unwrap();
        assert_eq!((read.grade, &read.sources[..]), (Grade::Chain, &[1][..]), "of its own year");
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
        assert_eq!(dollars.grade(), Some(Grade::ThirdPartySays));
        // A year of a subnet is none of the network, and nothing is no price.
        let (none, issues) = tao_usd_from_wire(vec![year("2025-12-30", &[Some(1.0)], "chain")], &[]);
        assert_eq!((none, issues.len()), (None, 1));
        prices.metrics.clear();
        assert_eq!(tao_usd_from_wire(vec![prices], &[]), (None, vec![]));
    }

    #[test]
    fn days_of_one_year_can_be_known_in_two_ways() {
        let mut mixed = year("2026-08-05", &[Some(1.0), None, Some(3.0)], "third_party_says");
        mixed.metrics.get_mut("price_tao").unwrap().parts = vec![HistoryPart {
            from: "2026-08-07".to_owned(),
            to: "2026-08-07".to_owned(),
            grade: "chain".to_owned(),
            source: "y".to_owned(),
        }];
        let id = SubnetId::new(64, 1).unwrap();
        let (history, _) = history_from_wire(id, vec![mixed], &["x", "y"].map(source));
        let series = history.series(registry::known("price_tao")).unwrap();
        let ways: Vec<_> =
            series.known.iter().map(|known| (known.from.ymd().2, known.grade, known.sources[0])).collect();
        assert_eq!(ways, [(5, Grade::ThirdPartySays, 0), (7, Grade::Chain, 1)]);
        assert_eq!(series.values, [Some(1.0), None, Some(3.0)]);
    }

    #[test]
    fn sums_of_the_network_are_read_by_metric() {
        let mut year = year("2026-08-06", &[Some(5.0), None, Some(7.0)], "chain");
        year.id = NETWORK.to_owned();
        let mut column = year.metrics.remove("price_tao").unwrap();
        column.note = Some("Of all that have started.".to_owned());
        year.metrics.insert(sum_name(registry::known("price_tao")), column);
        let (sums, issues) = sums_from_wire(vec![year]);
        assert_eq!((sums.len(), sums[0].0.id, issues), (1, "price_tao", vec![]));
        assert_eq!(sums[0].1.days().map(|(_, sum)| sum).collect::<Vec<_>>(), [5.0, 7.0]);
        assert_eq!(sums[0].1.note.as_deref(), Some("Of all that have started."));
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
