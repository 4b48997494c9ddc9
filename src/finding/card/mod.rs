//! The number card: what a reader has to know to judge one number, as words that a page only arranges.

mod aggregate;
mod place;
mod received;
mod sought;
mod tally;
mod worked;

pub use aggregate::Spread;
pub(super) use received::Days;
pub use sought::Sought;
pub use tally::Tally;
pub use worked::{Check, Worked};

use self::worked::worked;
use super::counted;
use super::unpaid::Unpaid;
use crate::format::{self, Locale};
use crate::model::{AsOf, Day, Grade, Source, Value};
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};

/// Longest note of a publisher on how numbers were made.
const NOTE: usize = 2000;
/// The metrics whose zero is explained where it can be.
const PAID: [&str; 3] = ["emission_tao_day", "emission_share", "emission_usd_day"];

/// Everything a card says.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// What was measured.
    pub title: String,
    /// Of whom: a name of hostile origin, fit to be shown; empty where it is of many.
    pub name: String,
    /// What goes on after the name.
    pub whose: String,
    /// The number with its unit, or the words for its absence.
    pub value: String,
    /// Whether there is no number.
    pub missing: bool,
    /// A remark on this number alone.
    pub why: Option<String>,
    /// What it is.
    pub definition: String,
    /// How it comes of other numbers.
    pub worked: Option<Worked>,
    /// How good the sources are: one, or one for each way in which the parts of it are known.
    pub grades: Vec<Grade>,
    /// The moment it describes.
    pub as_of: String,
    /// Name and address of every place where it was taken from.
    pub sources: Vec<(String, Option<String>)>,
    /// The price of TAO in it, with its day and where that was taken from, where dollars are.
    pub priced: Option<Priced>,
    /// What the measurement cannot see.
    pub limits: String,
    /// Of how many there is such a number.
    pub measured: String,
    /// The metric whose method explains it.
    pub method: Option<&'static Metric>,
    /// Who was counted, where a table can show them.
    pub tally: Option<Tally>,
}

/// The price of TAO in a number of dollars.
#[derive(Debug, Clone, PartialEq)]
pub struct Priced {
    /// The price and its day.
    pub words: String,
    /// Name and address of where the price was taken from.
    pub source: Option<(String, Option<String>)>,
}

impl Card {
    /// The card of a metric's number in a row.
    pub fn of_row(snapshot: &Snapshot, metric: &'static Metric, row: usize, locale: &Locale) -> Self {
        let reading = snapshot.reading(metric, row);
        let subnet = &snapshot.subnets[row];
        let netuid = subnet.id.netuid();
        let nothing = || Unpaid::of(snapshot, row)?.words().filter(|_| PAID.contains(&metric.id));
        let remark = reading.why.clone().or_else(|| nothing().map(str::to_owned));
        let made = snapshot.column(metric).and_then(|column| column.note.clone());
        let remarks: Vec<String> =
            remark.into_iter().chain(made.filter(|_| reading.value.number().is_some())).collect();
        Self {
            name: format::shown_name(&subnet.name, netuid),
            whose: format!(" · SN{netuid}"),
            value: format::with_unit(reading.value, metric, locale),
            missing: reading.value.number().is_none(),
            why: (!remarks.is_empty()).then(|| remarks.join(" ")),
            worked: worked(snapshot, metric, row, locale),
            ..Self::known_by(snapshot, Some(metric), locale)
        }
    }

    /// The card of a metric's number on a day of a history; `None` where it has none.
    pub fn of_day(
        snapshot: &Snapshot,
        row: usize,
        history: &History,
        metric: &'static Metric,
        day: Day,
        locale: &Locale,
    ) -> Option<Self> {
        let series = history.series(metric)?;
        let value = Value::Number(series.at(day)?);
        let netuid = history.id.netuid();
        let known = series.known_on(day)?;
        let rebuilt = known.grade == Grade::Reconstructed;
        Some(Self {
            name: format::shown_name(&snapshot.subnets.get(row)?.name, netuid),
            whose: format!(" · SN{netuid}, {}", format::day(day)),
            value: format::with_unit(value, metric, locale),
            missing: false,
            why: history.notes.get(metric.id).filter(|_| rebuilt).map(|note| format::shown_text(note, NOTE)),
            grades: vec![known.grade],
            as_of: format::day(day),
            sources: all_named(snapshot, &known.sources),
            measured: counted(
                series.points().count(),
                "day of this registration",
                "days of this registration",
            ),
            ..Self::known_by(snapshot, Some(metric), locale)
        })
    }

    /// What all cards of a metric have alike, and those of no metric.
    fn known_by(snapshot: &Snapshot, metric: Option<&'static Metric>, locale: &Locale) -> Self {
        let provenance = metric.and_then(|metric| snapshot.column(metric)).map(|column| column.provenance);
        let source = provenance.and_then(|known| snapshot.sources.get(known.source?));
        let subnets = counted(snapshot.subnets.len(), "subnet", "subnets");
        Self {
            title: metric.map_or("", |metric| metric.label).to_owned(),
            name: String::new(),
            whose: subnets.clone(),
            value: String::new(),
            missing: true,
            why: None,
            definition: metric.map_or("", |metric| metric.definition).to_owned(),
            worked: None,
            grades: vec![provenance.map_or(Grade::NotSearched, |known| known.grade)],
            as_of: as_of(provenance.map_or(AsOf { day: None, block: None }, |known| known.as_of), locale),
            sources: source.map(named).into_iter().collect(),
            priced: metric.filter(|metric| metric.unit.usd != 0).and_then(|_| priced(snapshot)),
            limits: metric.map_or("", |metric| metric.limits).to_owned(),
            measured: metric
                .map(|metric| format!("{} of {subnets}", snapshot.measured(metric)))
                .unwrap_or_default(),
            method: metric,
            tally: None,
        }
    }
}

/// `TAO/USD 199.28, 13 Aug 2026`, and its source.
pub(super) fn priced(snapshot: &Snapshot) -> Option<Priced> {
    let (price, day) = snapshot.tao_price()?;
    let source = snapshot.tao_usd_source.and_then(|at| snapshot.sources.get(at));
    Some(Priced { words: format!("TAO/USD {price:.2}, {}", format::day(day)), source: source.map(named) })
}

fn named(source: &Source) -> (String, Option<String>) {
    (source.name.clone(), source.url.as_deref().and_then(format::safe_link).map(str::to_owned))
}

fn all_named(snapshot: &Snapshot, sources: &[usize]) -> Vec<(String, Option<String>)> {
    sources.iter().filter_map(|at| snapshot.sources.get(*at)).map(named).collect()
}

fn as_of(moment: AsOf, locale: &Locale) -> String {
    let moment = format::as_of(moment, locale);
    if moment.is_empty() { "The source does not say.".to_owned() } else { moment }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use crate::snapshot::{fixture, snapshot_from_wire, wire};

    /// A dollar is worth as much as the price in it, which is of another day.
    #[test]
    fn dollars_name_the_price_its_day_and_its_source() {
        let (mut root, summary) = fixture::wire();
        let source = wire::Source {
            id: "pools".to_owned(),
            name: "Median of pools".to_owned(),
            url: None,
            licence: None,
            captured_at: None,
        };
        root.sources.push(source.clone());
        root.tao_usd = Some(wire::TaoUsd {
            value: 199.280_713,
            source: source.id.clone(),
            at: "2026-08-13T02:53:23.000Z".to_owned(),
        });
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let metric = registry::known("emission_usd_day");
        let of_row = |metric| Card::of_row(&snapshot, metric, 3, &Locale::default());
        let row = of_row(metric);
        let total = Card::of_total(&snapshot, metric, &Locale::default());
        for card in [row, total] {
            let priced = card.priced.unwrap();
            assert_eq!(priced.words, "TAO/USD 199.28, 13 Aug 2026");
            assert_eq!(priced.source.unwrap().0, source.name);
        }
        assert_eq!(of_row(registry::known("emission_tao_day")).priced, None);
    }
}
