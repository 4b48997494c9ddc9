//! How unequal a flow or stock is.

use super::words::{Credit, count, counted, noun};
use crate::chart::spec::{Axis, ChartSpec, Curve, CurveMark, Plot, ScaleKind};
use crate::compute::concentration::{Concentration, NotConcentrated};
use crate::finding::card::{Card, Spread};
use crate::finding::part::{Part, plain};
use crate::finding::whose;
use crate::format::{self, Locale};
use crate::registry::{Metric, Style};
use crate::snapshot::Snapshot;

/// The Lorenz curve of a metric over some rows, over which it is [`spread`](crate::finding::spread).
pub fn lorenz(
    snapshot: &Snapshot,
    metric: &'static Metric,
    rows: &[usize],
    spread: &Result<Concentration, NotConcentrated>,
) -> ChartSpec {
    let share = |label: String| Axis {
        metric: String::new(),
        label,
        unit: String::new(),
        scale: ScaleKind::Linear,
        style: Style::Percent(0),
    };
    let column = snapshot.column(metric).map(|column| column.provenance);
    let day = column.and_then(|column| column.as_of.day).or(snapshot.as_of.day);
    let day = day.map_or_else(String::new, |day| format!(", {}", format::day(day)));
    let Credit { source, credits } = Credit::of_columns(snapshot, &[metric]);
    let axes = (share("Subnets, smallest first".to_owned()), share(format!("Share of {}", noun(metric))));
    let plot = |points, marks| Plot::Curve(Curve { x: axes.0.clone(), y: axes.1.clone(), points, marks });
    let concentration = match spread {
        Ok(concentration) => concentration,
        Err(reason) => {
            let headline = reason.to_string().trim_end_matches('.').to_owned();
            let subtitle = format!("{}{day}", metric.label);
            let summary = format!("{headline}.");
            return ChartSpec {
                headline,
                subtitle,
                summary,
                source,
                credits,
                notes: Vec::new(),
                plot: plot(Vec::new(), Vec::new()),
            };
        }
    };
    let members = concentration.counted();
    let few = concentration.nakamoto();
    let percent = |part: f64| format::number(part, Style::Percent(0), &Locale::default());
    let locale = Locale::default();
    let said = lorenz_sentence(snapshot, metric, rows, concentration, &locale);
    let headline = plain(snapshot, &said, &locale);
    let subtitle =
        format!("Share of {} held by the smallest subnets together{day}; dashed: equal shares", noun(metric));
    let mark = |from_top: usize, label: String| CurveMark {
        x: 1.0 - from_top as f64 / members as f64,
        y: 1.0 - concentration.top_share(from_top),
        label,
    };
    let has = if few == 1 { "has" } else { "have" };
    let mut marks =
        vec![mark(few, format!("the top {} {has} {}", count(few), percent(concentration.top_share(few))))];
    let half = members - members / 2;
    if half > few {
        marks
            .push(mark(half, format!("the lower half has {}", percent(1.0 - concentration.top_share(half)))));
    }
    let gini = concentration.gini();
    let mut notes =
        vec![format!("Gini coefficient {gini:.2}; 0 is equal shares, 1 is everything in one subnet.")];
    if concentration.missing > 0 {
        notes.push(format!(
            "Left out, because nothing was measured: {}.",
            counted(concentration.missing, "subnet")
        ));
    }
    let summary = format!("Lorenz curve. {headline}; Gini coefficient {gini:.2}.");
    ChartSpec {
        headline,
        subtitle,
        summary,
        source,
        credits,
        notes,
        plot: plot(concentration.lorenz(), marks),
    }
}

/// How few have more than half.
pub fn lorenz_sentence(
    snapshot: &Snapshot,
    metric: &'static Metric,
    rows: &[usize],
    concentration: &Concentration,
    locale: &Locale,
) -> Vec<Part> {
    let of = (Spread::Nakamoto, concentration);
    let card = Card::of_spread(snapshot, metric, of, &whose(snapshot, rows), locale);
    let few = concentration.nakamoto();
    let has = if few == 1 { "has" } else { "have" };
    let few = format!("{} of {}", format::capitalised(&count(few)), concentration.counted());
    vec![Part::said(few, card), Part::words(format!(" subnets {has} more than half of the {}", noun(metric)))]
}
