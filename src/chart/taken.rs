//! A chart that leaves the page as data: exactly what is shown, with everything that says what it is.

use serde::Serialize;

use super::spec::{ChartSpec, Plot, TimeAxis};
use super::twin::{Column, Digits, Twin, twin};
use crate::model::{self, Day};

/// What a file says of itself beside the chart's own words.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Id of the snapshot, `2026-08-07-8791253`.
    pub snapshot: String,
    /// The link that shows this for ever; empty where there is none.
    pub link: String,
}

/// Days of one column that a model made.
struct Made {
    column: usize,
    name: String,
    from: String,
    to: String,
}

/// The chart as a CSV file: the numbers, and under them what they are and where they come from.
///
/// A field that a spreadsheet would take for a formula is written with an apostrophe before it:
/// names come from the chain, where anybody writes them.
pub fn csv(spec: &ChartSpec, origin: &Origin) -> String {
    let Twin { columns, rows } = twin(spec, Digits::Exact);
    let heads: Vec<String> = columns.iter().map(Column::head).collect();
    let mut text = String::new();
    for row in std::iter::once(&heads).chain(&rows) {
        let fields: Vec<_> = row.iter().map(|field| csv_field(field)).collect();
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    let snapshot = format!("Subnet Ledger snapshot {}", origin.snapshot);
    let made = made(spec)
        .into_iter()
        .map(|made| format!("Reconstructed: {}, {} to {}", made.name, made.from, made.to));
    let remarks = [spec.headline.clone(), spec.subtitle.clone()]
        .into_iter()
        .chain(spec.notes.iter().cloned())
        .chain(made)
        .chain([spec.source.clone()])
        .chain(spec.credits.iter().filter(|credit| **credit != snapshot).cloned())
        .chain([snapshot.clone(), origin.link.clone()]);
    for remark in remarks.filter(|remark| !remark.is_empty()) {
        text.push_str(&csv_field(&format!("# {remark}")));
        text.push_str("\r\n");
    }
    text
}

/// A field of a CSV file, quoted where it must be, and never a formula.
pub fn csv_field(field: &str) -> String {
    let number = model::finite(field).is_some();
    let formula = !number && field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = if formula { format!("'{field}") } else { field.to_owned() };
    if field.contains([',', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

/// A chart as a JSON file.
#[derive(Serialize)]
struct File<'a> {
    headline: &'a str,
    subtitle: &'a str,
    notes: &'a [String],
    source: &'a str,
    sources: &'a [String],
    snapshot: &'a str,
    link: &'a str,
    columns: Vec<Head<'a>>,
    rows: Vec<Vec<Cell<'a>>>,
    reconstructed: Vec<Span>,
}

#[derive(Serialize)]
struct Head<'a> {
    name: &'a str,
    unit: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Cell<'a> {
    Number(Option<f64>),
    Words(&'a str),
}

#[derive(Serialize)]
struct Span {
    column: usize,
    from: String,
    to: String,
}

/// The chart as JSON: numbers as numbers, and what was not measured as null.
pub fn json(spec: &ChartSpec, origin: &Origin) -> String {
    let Twin { columns, rows } = twin(spec, Digits::Exact);
    fn cell<'a>(columns: &[Column], (at, text): (usize, &'a String)) -> Cell<'a> {
        match columns.get(at) {
            Some(Column { numbers: true, .. }) => Cell::Number(model::finite(text)),
            _ if text.is_empty() => Cell::Number(None),
            _ => Cell::Words(text),
        }
    }
    let span = |Made { column, from, to, .. }| Span { column, from, to };
    let file = File {
        headline: &spec.headline,
        subtitle: &spec.subtitle,
        notes: &spec.notes,
        source: &spec.source,
        sources: &spec.credits,
        snapshot: &origin.snapshot,
        link: &origin.link,
        columns: columns.iter().map(|Column { name, unit, .. }| Head { name, unit }).collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().enumerate().map(|field| cell(&columns, field)).collect())
            .collect(),
        reconstructed: made(spec).into_iter().map(span).collect(),
    };
    // Strings and numbers have no way to fail.
    serde_json::to_string(&file).map(|text| format!("{text}\n")).unwrap_or_default()
}

fn made(spec: &ChartSpec) -> Vec<Made> {
    let Plot::Lines(lines) = &spec.plot else { return Vec::new() };
    let day = |day: i32| match lines.time {
        TimeAxis::Date => Day::from_epoch_days(day).to_string(),
        TimeAxis::Age => format!("day {day}"),
    };
    let of = |(at, series): (usize, &super::spec::LineSeries)| {
        let shown = |(from, to): &(i32, i32)| {
            let (from, to) = ((*from).max(lines.span.0), (*to).min(lines.span.1));
            let name = format!("{} {}", series.label, series.id);
            (from <= to).then(|| Made { column: at + 1, name, from: day(from), to: day(to) })
        };
        series.reconstructed.iter().filter_map(shown).collect::<Vec<_>>()
    };
    lines.series.iter().enumerate().flat_map(of).collect()
}

/// A citation in words: what is shown, of which snapshot, and where.
pub fn citation(spec: &ChartSpec, origin: &Origin) -> String {
    let Origin { snapshot, link } = origin;
    let year = snapshot.get(..4).unwrap_or_default();
    format!("Subnet Ledger ({year}). “{}”. {}. Snapshot {snapshot}. {link}", spec.headline, spec.subtitle)
}

/// The citation as an entry of BibTeX.
pub fn bibtex(spec: &ChartSpec, origin: &Origin) -> String {
    let Origin { snapshot, link } = origin;
    let year = snapshot.get(..4).unwrap_or_default();
    format!(
        "@misc{{subnet-ledger-{snapshot},\n  author = {{{{Subnet Ledger}}}},\n  title = {{{{{}}}}},\n  year = {{{year}}},\n  note = {{{}. Snapshot {snapshot}}},\n  url = {{{link}}}\n}}",
        escaped(&spec.headline),
        escaped(&spec.subtitle),
    )
}

/// What would be a command or a group to TeX stands for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '$' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

/// A name for files of this chart, without ending: `subnet-ledger-2026-08-07-8791253-price`.
pub fn file_name(spec: &ChartSpec, origin: &Origin) -> String {
    let words = spec.subtitle.split([',', ':']).next().unwrap_or_default();
    let plain: String = words
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' })
        .collect();
    let slug: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).take(6).collect();
    ["subnet-ledger", &origin.snapshot, &slug.join("-")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{json as to_json, *};
    use crate::chart::spec::{Axis, LineSeries, Lines, ScaleKind};
    use crate::registry::Style;

    fn spec() -> ChartSpec {
        let series = |label: &str, values: &[Option<f64>], reconstructed: &[(i32, i32)]| LineSeries {
            id: "64.r1".to_owned(),
            label: label.to_owned(),
            slot: 0,
            start: 20_000,
            values: values.to_vec(),
            reconstructed: reconstructed.to_vec(),
            end: String::new(),
        };
        let y = Axis {
            metric: String::new(),
            label: "Price".to_owned(),
            unit: "τ/α".to_owned(),
            scale: ScaleKind::Linear,
            style: Style::Significant(4),
        };
        ChartSpec {
            headline: "A & B_1, 5 % apart".to_owned(),
            subtitle: "Price, τ/α".to_owned(),
            summary: String::new(),
            source: "Source: here".to_owned(),
            credits: vec![
                "Source: here, https://x.org/here".to_owned(),
                "Subnet Ledger snapshot 2026-08-07-8791253".to_owned(),
            ],
            notes: vec!["B starts late.".to_owned()],
            plot: Plot::Lines(Lines {
                time: TimeAxis::Date,
                span: (20_000, 20_001),
                y,
                baseline: None,
                series: vec![
                    series("=cmd()", &[Some(0.1), None], &[(19_990, 20_000)]),
                    series("B", &[None, Some(2.5)], &[]),
                ],
                events: vec![],
            }),
        }
    }

    fn origin() -> Origin {
        Origin { snapshot: "2026-08-07-8791253".to_owned(), link: "https://x.org/compare?v=1".to_owned() }
    }

    #[test]
    fn a_csv_file_says_what_it_is_and_no_name_becomes_a_formula() {
        let expected = "Day,'=cmd() 64.r1 (τ/α),B 64.r1 (τ/α)\r\n2024-10-05,,2.5\r\n2024-10-04,0.1,\r\n\
                        \"# A & B_1, 5 % apart\"\r\n\"# Price, τ/α\"\r\n# B starts late.\r\n\
                        \"# Reconstructed: =cmd() 64.r1, 2024-10-04 to 2024-10-04\"\r\n# Source: here\r\n\
                        \"# Source: here, https://x.org/here\"\r\n\
                        # Subnet Ledger snapshot 2026-08-07-8791253\r\n# https://x.org/compare?v=1\r\n";
        assert_eq!(csv(&spec(), &origin()), expected);
        assert_eq!(csv_field("-1.5"), "-1.5");
        assert_eq!(csv_field("-cmd"), "'-cmd");
    }

    #[test]
    fn a_json_file_has_numbers_units_and_the_snapshot() {
        let file: serde_json::Value = serde_json::from_str(&to_json(&spec(), &origin())).unwrap();
        assert_eq!(file["rows"], json!([["2024-10-05", null, 2.5], ["2024-10-04", 0.1, null]]));
        assert_eq!(file["columns"][1], json!({ "name": "=cmd() 64.r1", "unit": "τ/α" }));
        assert_eq!(file["reconstructed"], json!([{ "column": 1, "from": "2024-10-04", "to": "2024-10-04" }]));
        assert_eq!(
            (&file["snapshot"], &file["notes"][0], &file["sources"][0]),
            (
                &json!("2026-08-07-8791253"),
                &json!("B starts late."),
                &json!("Source: here, https://x.org/here")
            )
        );
    }

    #[test]
    fn days_and_switches_are_words_in_both_files_and_shares_name_their_unit() {
        let told = |style: Style, number: f64| {
            let mut spec = spec();
            let Plot::Lines(lines) = &mut spec.plot else { panic!("no lines") };
            (lines.y.style, lines.y.unit) = (style, String::new());
            (lines.series[0].label, lines.series[0].values) = ("A".to_owned(), vec![Some(number)]);
            let text = csv(&spec, &origin());
            let rows: Vec<String> = text.lines().take(3).map(str::to_owned).collect();
            let file: serde_json::Value = serde_json::from_str(&to_json(&spec, &origin())).unwrap();
            (rows[0].clone(), rows[2].clone(), file["columns"][1]["unit"].clone(), file["rows"][1].clone())
        };
        let head = |unit: &str| format!("Day,A 64.r1{unit},B 64.r1{unit}");
        for (style, number, unit, written, cell) in [
            (Style::Date, 20_657.0, "", "2026-07-23", json!("2026-07-23")),
            (Style::YesNo, 0.0, "", "no", json!("no")),
            (Style::Percent(2), 0.1249, "of 1", "0.1249", json!(0.1249)),
        ] {
            let shown = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
            let row = format!("2024-10-04,{written},");
            let told = told(style, number);
            assert_eq!(told, (head(&shown), row, json!(unit), json!(["2024-10-04", cell, null])));
        }
    }

    #[test]
    fn citations_name_the_snapshot() {
        assert_eq!(
            citation(&spec(), &origin()),
            "Subnet Ledger (2026). “A & B_1, 5 % apart”. Price, τ/α. Snapshot 2026-08-07-8791253. \
             https://x.org/compare?v=1"
        );
        let entry = bibtex(&spec(), &origin());
        assert!(entry.starts_with("@misc{subnet-ledger-2026-08-07-8791253,\n"));
        assert!(entry.contains("title = {{A \\& B\\_1, 5 \\% apart}}"), "{entry}");
        assert_eq!(escaped("\\{~^"), "\\textbackslash{}\\{\\textasciitilde{}\\textasciicircum{}");
        assert_eq!(file_name(&spec(), &origin()), "subnet-ledger-2026-08-07-8791253-price");
    }
}
