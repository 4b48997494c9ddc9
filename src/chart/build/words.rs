//! Words that several headlines share.

use crate::compute::custom;
use crate::compute::formula::{Formula, Term};
use crate::format::{self, shown_name};
use crate::model::{Day, Source};
use crate::registry::{Metric, Style, Unit};
use crate::snapshot::Snapshot;

/// The name of a row, fit to be shown; with its number where others bear the same name.
pub fn shown(snapshot: &Snapshot, row: usize) -> String {
    let Some(subnet) = snapshot.subnets.get(row) else { return String::new() };
    let name = shown_name(&subnet.name, subnet.id.netuid());
    let namesakes = snapshot.subnets.iter().filter(|other| other.name == subnet.name).count();
    if namesakes > 1 && !name.contains(&subnet.id.netuid().to_string()) {
        format!("{name} (SN{})", subnet.id.netuid())
    } else {
        name
    }
}

/// A name inside a sentence. One written from right to left is isolated, so that it does not turn
/// the words after it around.
pub fn in_text(name: &str) -> String {
    let turned = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if name.chars().any(turned) { format!("\u{2068}{name}\u{2069}") } else { name.to_owned() }
}

/// `Templar’s`, `Chutes’`.
pub fn possessive(name: &str) -> String {
    let name = in_text(name);
    if name.ends_with(['s', 'S']) { format!("{name}’") } else { format!("{name}’s") }
}

/// The metric inside a sentence: `market cap`, but `TAO in the pool`, and `emission ÷ market cap`.
pub fn noun(metric: &Metric) -> String {
    if let Some(formula) = metric.formula.filter(|_| custom::is_custom(metric)) {
        let name = |term: Term| match term {
            Term::Metric(metric) => noun(metric),
            Term::SumOf(metric) => format!("sum of {} over all subnets", noun(metric)),
            Term::Scalar(scalar) => scalar.label().to_owned(),
        };
        return Formula::parse(formula).map_or(metric.label.to_owned(), |formula| formula.print(&name));
    }
    format::uncapitalised(metric.label)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `March 2025`.
pub fn month(day: Day) -> String {
    let (year, month, _) = day.ymd();
    let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
    format!("{name} {year}")
}

/// `1 Mar to 29 Oct 2025`, `14 Dec 2024 to 3 Jan 2025`.
pub fn period(first: Day, last: Day) -> String {
    format::span(first, last)
}

/// `31 Jul 2025 to 7 Aug 2026`: each day in full, as buttons have them.
pub fn between((first, last): (Day, Day)) -> String {
    format!("{} to {}", format::day(first), format::day(last))
}

/// `five`, `14`: words up to ten.
pub fn count(number: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `1 day`, `3 days`.
pub fn counted(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}

/// `times`: `twice`, `3.4 times`; `None` below 1.1, where it is no difference to speak of.
pub fn times(ratio: f64) -> Option<String> {
    match ratio {
        ratio if !ratio.is_finite() || ratio < 1.1 => None,
        ratio if (1.95..2.05).contains(&ratio) => Some("twice".to_owned()),
        ratio if ratio < 10.0 => Some(format!("{} times", format::compact((ratio * 10.0).round() / 10.0))),
        ratio => Some(format!("{} times", format::compact(ratio.round()))),
    }
}

/// Who a chart is owed to.
pub struct Credit {
    /// The line under a chart: sources, as-of, snapshot.
    pub source: String,
    /// For files and pictures that leave the page: each source with its address, then the snapshot.
    pub credits: Vec<String>,
}

impl Credit {
    /// Of these sources, by position, and the snapshot.
    pub fn of(snapshot: &Snapshot, sources: impl IntoIterator<Item = usize>) -> Self {
        let mut places: Vec<usize> = Vec::new();
        for place in sources {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let sources: Vec<_> = places.iter().filter_map(|at| snapshot.sources.get(*at)).collect();
        let name = |source: &&Source| format::shown_text(&source.name, 200);
        let names: String = sources.iter().map(|source| format!("{}; ", name(source))).collect();
        let id = format::shown_text(&snapshot.id, 40);
        let word = if sources.len() > 1 { "Sources" } else { "Source" };
        let source = match (snapshot.as_of.day, snapshot.as_of.block) {
            (Some(day), Some(block)) => {
                let block = format::number(block as f64, Style::Integer, &format::Locale::default());
                format!("{word}: {names}snapshot of {}, block {block}", format::day(day))
            }
            _ => format!("{word}: {names}snapshot {id}"),
        };
        let address = |source: &&Source| match source.url.as_deref().and_then(format::safe_link) {
            Some(url) => format!("Source: {}, {}", name(source), format::shown_text(url, 300)),
            None => format!("Source: {}", name(source)),
        };
        let mut credits: Vec<String> = sources.iter().map(address).collect();
        credits.push(format!("Subnet Ledger snapshot {id}"));
        Self { source, credits }
    }

    /// Of all that the columns of these metrics rest on, and the snapshot.
    pub fn of_columns(snapshot: &Snapshot, metrics: &[&'static Metric]) -> Self {
        let mut sources = Vec::new();
        for metric in metrics {
            column_sources(snapshot, metric, 8, &mut sources);
        }
        Self::of(snapshot, sources)
    }
}

/// The sources of a column: its own, or those of the columns that it was computed from.
fn column_sources(snapshot: &Snapshot, metric: &'static Metric, levels: u8, found: &mut Vec<usize>) {
    let Some(column) = snapshot.column(metric) else { return };
    let formula = metric.formula.filter(|_| column.computed && levels > 0);
    match formula.and_then(|text| Formula::parse(text).ok()) {
        Some(formula) => {
            formula.metrics().into_iter().for_each(|input| column_sources(snapshot, input, levels - 1, found))
        }
        None => found.extend(column.provenance.source),
    }
}

/// Whether the name of a metric is a plural, as that of a count is: `validators`, `stars`.
pub fn plural(metric: &Metric) -> bool {
    let counts = matches!(metric.style, Style::Integer | Style::Capped(_));
    counts && metric.unit == Unit::ONE && !custom::is_custom(metric)
}

/// `was`, or `were` where the name of the metric is a plural.
pub fn was(metric: &Metric) -> &'static str {
    if plural(metric) { "were" } else { "was" }
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed<'a>(parts: impl Iterator<Item = &'a String>) -> String {
    let parts: Vec<String> = parts.map(|part| in_text(part)).collect();
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    #[test]
    fn names_and_numbers_in_sentences() {
        assert_eq!(possessive("Templar"), "Templar’s");
        assert_eq!(possessive("Chutes"), "Chutes’");
        assert_eq!(possessive("شبكة"), "\u{2068}شبكة\u{2069}’s");
        assert_eq!(noun(registry::known("market_cap_tao")), "market cap");
        assert_eq!(noun(registry::known("tao_in_pool")), "TAO in the pool");
        let own = custom::typed("emission_tao_day / (market_cap_tao + tao_in_pool)").unwrap();
        assert_eq!(noun(own), "emission ÷ (market cap + TAO in the pool)");
        assert_eq!(times(1.04), None);
        assert_eq!(times(2.0).unwrap(), "twice");
        assert_eq!(times(3.44).unwrap(), "3.4 times");
        assert_eq!(times(1234.0).unwrap(), "1.23k times");
        assert_eq!(count(3), "three");
    }

    #[test]
    fn every_count_of_the_registry_has_a_plural_name_and_nothing_else_does() {
        let plurals: Vec<&str> =
            registry::all().filter(|metric| plural(metric)).map(|metric| metric.label).collect();
        assert_eq!(
            plurals,
            [
                "Commits in 13 weeks",
                "Stars",
                "Releases in a year",
                "Official surfaces",
                "Surfaces that answered",
                "Slots taken",
                "Slots in all",
                "Validators"
            ]
        );
    }

    #[test]
    fn periods_say_the_year_once() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(period(day("2025-03-01"), day("2025-10-29")), "1 Mar to 29 Oct 2025");
        assert_eq!(period(day("2024-12-14"), day("2025-01-03")), "14 Dec 2024 to 3 Jan 2025");
        assert_eq!(period(day("2025-01-03"), day("2025-01-03")), "3 Jan 2025");
        assert_eq!(month(day("2025-03-01")), "March 2025");
    }
}
