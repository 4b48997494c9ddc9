//! The number card: what a reader has to know to judge one number, as words that a page only arranges.

mod aggregate;
mod place;
mod received;
mod tally;

pub use aggregate::Spread;
pub(super) use received::Days;
pub use tally::{Sought, Tally};

use super::counted;
use super::figures::price;
use super::unpaid::Unpaid;
use crate::compute::formula::{Formula, Term};
use crate::format::{self, Locale};
use crate::model::{AsOf, Day, Grade, Source, Value};
use crate::registry::{self, Metric};
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

/// A formula twice: in words, and with the numbers of this card in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Worked {
    /// The formula in words.
    pub words: String,
    /// The same with its numbers.
    pub numbers: String,
    /// What it gives.
    pub result: String,
    /// How that stands to what was published.
    pub check: Check,
}

/// A result beside the published number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Nothing was published: this is the number.
    Computed,
    /// The published number is the same.
    Same,
    /// The published number is another.
    Differs,
}

impl Check {
    /// The sentence a reader sees.
    pub fn words(self) -> &'static str {
        match self {
            Check::Computed => "Computed in your browser from the numbers above.",
            Check::Same => "Computed again in your browser: the published number is the same.",
            Check::Differs => "Computed again in your browser: the published number is another.",
        }
    }
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
    let (price, day) = price(snapshot)?;
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

/// The formula with this row's numbers, and whether a published number is what it gives.
fn worked(snapshot: &Snapshot, metric: &'static Metric, row: usize, locale: &Locale) -> Option<Worked> {
    let Some(formula) = metric.formula else { return added(snapshot, metric, row, locale) };
    let formula = Formula::parse(formula).ok()?;
    let published = snapshot.column(metric).is_some_and(|column| !column.computed);
    // Without its inputs a published number cannot be worked out again; one that is absent shows what it lacks.
    let recomputed = snapshot.recomputed(metric).map(|values| values[row]);
    if published && recomputed.is_none() {
        return None;
    }
    let numbers = formula.print(&|term| match term.value(snapshot, row) {
        Value::Number(number) => format::exact(number, locale),
        Value::Missing(absence) => format!("({})", absence.words()),
    });
    let result = recomputed.unwrap_or_else(|| snapshot.value(metric, row));
    let differs = || snapshot.mismatches(metric).iter().any(|(other, _)| *other == row);
    Some(Worked {
        words: formula.print(&Term::words),
        numbers,
        result: format::with_unit(result, metric, locale),
        check: match published {
            false => Check::Computed,
            true if differs() => Check::Differs,
            true => Check::Same,
        },
    })
}

/// What was received, from its published parts: a formula cannot say this, as a registration may have one
/// part and not the other.
fn added(snapshot: &Snapshot, metric: &Metric, row: usize, locale: &Locale) -> Option<Worked> {
    /// The sum and its larger part are rounded to whole TAO, the other to a tenth.
    const ROUNDING: f64 = 1.05;
    const PARTS: [&str; 2] = ["received_rebuilt_tao", "received_captured_tao"];
    let published = snapshot.value(metric, row).number().filter(|_| metric.id == "earned_tao_cum")?;
    let part = |id| {
        let part = registry::known(id);
        Some((part.label.to_lowercase(), snapshot.value(part, row).number()?))
    };
    let parts: Vec<(String, f64)> = PARTS.into_iter().filter_map(part).collect();
    let sum: f64 = parts.iter().map(|(_, part)| part).sum();
    let joined = |texts: Vec<String>| texts.join(" + ");
    (!parts.is_empty()).then(|| Worked {
        words: joined(parts.iter().map(|(label, _)| label.clone()).collect()),
        numbers: joined(parts.iter().map(|(_, part)| format::exact(*part, locale)).collect()),
        result: format::with_unit(Value::finite(sum), metric, locale),
        check: if (sum - published).abs() <= ROUNDING { Check::Same } else { Check::Differs },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;
    use crate::snapshot::{fixture, snapshot_from_wire, wire};

    const EMISSION: &str = "emission_tao_day";

    fn of_row(snapshot: &Snapshot, id: &str, row: usize) -> Card {
        Card::of_row(snapshot, registry::known(id), row, &Locale::default())
    }

    #[test]
    fn a_number_says_what_it_is_and_how_it_was_computed() {
        let card = of_row(&fixture::snapshot(), "emission_share", 3);
        let worked = card.worked.unwrap();
        assert_eq!(card.value, worked.result);
        assert_eq!(worked.check, Check::Computed);
        // 28, 0 and 450 were measured; the fixture says nothing of the second subnet.
        assert_eq!(worked.numbers, "450 ÷ 478");
        assert!(!card.missing);
        assert_eq!(card.measured, "3 of 4 subnets");
    }

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
        let row = of_row(&snapshot, "emission_usd_day", 3);
        let total = Card::of_total(&snapshot, registry::known("emission_usd_day"), &Locale::default());
        for card in [row, total] {
            let priced = card.priced.unwrap();
            assert_eq!(priced.words, "TAO/USD 199.28, 13 Aug 2026");
            assert_eq!(priced.source.unwrap().0, source.name);
        }
        assert_eq!(of_row(&snapshot, EMISSION, 3).priced, None);
    }

    #[test]
    fn what_is_missing_says_what_it_lacks() {
        let card = of_row(&fixture::snapshot(), "emission_share", 1);
        assert!(card.missing);
        let worked = card.worked.unwrap();
        assert!(worked.numbers.starts_with('('), "{}", worked.numbers);
        assert_eq!(worked.result, card.value);
    }

    #[test]
    fn what_was_received_says_what_it_is_made_of_and_how_far_that_is_off() {
        let (root, mut summary) = fixture::wire();
        let emission = summary.metrics[EMISSION].clone();
        let column = |values: [Option<f64>; 4], note: Option<&str>| wire::MetricColumn {
            values: values.to_vec(),
            note: note.map(str::to_owned),
            ..emission.clone()
        };
        let mut sums = column([Some(7335.0), None, Some(12.0), Some(900.0)], Some("Median error 3.5 %."));
        let days = "258 rebuilt days and 1 captured day.".to_owned();
        sums.exceptions.insert(0, wire::Exception { state: None, why: Some(days) });
        summary.metrics.insert("earned_tao_cum".to_owned(), sums);
        let rebuilt = column([Some(6972.7), None, Some(12.0), Some(100.0)], None);
        summary.metrics.insert("received_rebuilt_tao".to_owned(), rebuilt);
        let captured = column([Some(362.3), None, None, Some(100.0)], None);
        summary.metrics.insert("received_captured_tao".to_owned(), captured);
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let card = |row| of_row(&snapshot, "earned_tao_cum", row);
        let (whole, worked) = (card(0), card(0).worked.unwrap());
        assert_eq!(whole.why.as_deref(), Some("258 rebuilt days and 1 captured day. Median error 3.5 %."));
        assert_eq!(worked.words, "received, rebuilt days + received, captured days");
        assert_eq!((worked.numbers.as_str(), worked.check), ("6,972.7 + 362.3", Check::Same));
        assert_eq!(card(2).worked.unwrap().numbers, "12");
        assert_eq!(card(3).worked.unwrap().check, Check::Differs);
        assert_eq!((card(1).worked, card(1).why), (None, None));
    }

    #[test]
    fn a_published_number_is_held_against_its_formula() {
        let (root, mut summary) = fixture::wire();
        let emission = summary.metrics[EMISSION].clone();
        let published = vec![Some(28.0 / 478.0), None, Some(0.0), Some(0.95)];
        let column = wire::MetricColumn { values: published, ..emission };
        summary.metrics.insert("emission_share".to_owned(), column);
        let (snapshot, _) = snapshot_from_wire(root, summary).unwrap();
        let check = |row| of_row(&snapshot, "emission_share", row).worked.unwrap().check;
        assert_eq!((check(0), check(3)), (Check::Same, Check::Differs));
    }
}
