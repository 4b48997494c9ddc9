//! Two metrics against each other, for all subnets, with those of the comparison in their colours.

use super::measure;
use super::words::{Credit, counted, noun, shown};
use crate::chart::number::round_with_unit;
use crate::chart::spec::{ChartSpec, Field, Plot, Point, Scatter};
use crate::format;
use crate::registry::Metric;
use crate::snapshot::Snapshot;
use crate::view::{Compare, Mode, TimeBase, Window, YScale};

pub(super) fn scatter(snapshot: &Snapshot, view: &Compare, rows: &[usize]) -> ChartSpec {
    let (x, y) = (view.metric_x, view.metric);
    // Both axes in the unit asked for, where both have it.
    let unit_x = view.unit.filter(|unit| unit.fits(x));
    let (measure_x, measure_y) =
        (measure::chosen(snapshot, x, unit_x), measure::chosen(snapshot, y, view.unit));
    let all = 0..snapshot.subnets.len();
    let (of_x, of_y) = (snapshot.values(x), snapshot.values(y));
    let values = |row: usize| {
        let (x, y) = (of_x(row).number()?, of_y(row).number()?);
        Some((x * measure_x.factor, y * measure_y.factor))
    };
    let pairs: Vec<(usize, (f64, f64))> = all.filter_map(|row| Some((row, values(row)?))).collect();
    let scale_x = wide(pairs.iter().map(|(_, (x, _))| *x));
    let points: Vec<Point> = pairs
        .iter()
        .map(|(row, (x, y))| Point {
            id: snapshot.subnets.get(*row).map_or_else(String::new, |subnet| subnet.id.to_string()),
            label: shown(snapshot, *row),
            slot: rows.iter().position(|asked| asked == row).map(|slot| (slot % 10) as u8),
            x: *x,
            y: *y,
        })
        .collect();
    let mut notes: Vec<String> = measure_y.note.clone().into_iter().collect();
    if view.mode != Mode::Absolute || view.window != Window::All || view.base != TimeBase::Date {
        notes.push(
            "A scatter shows the values of the snapshot; modes, spans and ages are for lines.".to_owned(),
        );
    }
    let missing = snapshot.subnets.len() - points.len();
    if missing > 0 {
        notes.push(format!(
            "Not drawn, because one of the two was not measured: {}.",
            counted(missing, "subnet")
        ));
    }
    let shown_by = |scale, value: f64| scale == YScale::Linear || value > 0.0;
    let zeros =
        points.iter().filter(|point| !shown_by(scale_x, point.x) || !shown_by(view.scale, point.y)).count();
    if zeros > 0 {
        notes.push(format!("Not drawn on a log scale: {} with zero or less.", counted(zeros, "subnet")));
    }
    let field = Field {
        x: part(view.range_x, scale_x, points.iter().map(|point| point.x)),
        y: part(view.range, view.scale, points.iter().map(|point| point.y)),
    };
    let inside =
        |point: &&Point| field.holds(point) && shown_by(scale_x, point.x) && shown_by(view.scale, point.y);
    let zoomed = field != Field::default();
    if zoomed {
        let parts = [(field.y, y, &measure_y), (field.x, x, &measure_x)].into_iter().filter_map(
            |(part, metric, measure)| {
                let [from, to] = <[f64; 2]>::from(part?).map(|end| round_with_unit(end, &measure.unit));
                Some(format!("{} from {from} to {to}", noun(metric)))
            },
        );
        let parts = parts.collect::<Vec<_>>().join(" and ");
        notes.insert(0, format!("Zoomed to {parts}; the sentence above is of all subnets."));
    }
    let drawn = match zeros {
        _ if zoomed => format!("{} of {} subnets", points.iter().filter(inside).count(), points.len()),
        0 => format!("{} subnets", points.len()),
        zeros => format!(
            "{} of {} subnets ({zeros} with zero or less are not on a log axis)",
            points.len() - zeros,
            points.len()
        ),
    };
    let ranked: Vec<(f64, f64)> = pairs.iter().map(|(_, pair)| *pair).collect();
    let (headline, rho) = finding(x, y, &ranked);
    let day = snapshot.as_of.day.map_or_else(String::new, |day| format!(", {}", format::day(day)));
    let all = if zeros > 0 || zoomed { format!(" of all {}", points.len()) } else { String::new() };
    let correlation =
        rho.map_or_else(String::new, |rho| format!(", rank correlation{all} {rho:.2}").replace('-', "−"));
    let subtitle = format!("{} against {}, {drawn}{day}{correlation}", y.label, noun(x));
    let Credit { source, credits } = Credit::of_columns(snapshot, &[y, x]);
    ChartSpec {
        summary: format!("Scatter chart: {subtitle}. {headline}."),
        headline,
        subtitle,
        source,
        credits,
        notes,
        plot: Plot::Scatter(Scatter {
            x: measure::axis(x, &measure_x, scale_x),
            y: measure::axis(y, &measure_y, view.scale),
            points,
            field,
        }),
    }
}

/// The part of an axis asked for, where the axis can show it: a log axis begins above zero.
fn part(asked: Option<(f64, f64)>, scale: YScale, values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let (from, to) = asked?;
    if scale == YScale::Linear || from > 0.0 {
        return asked;
    }
    let least = values.filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min);
    (least < to).then_some((least, to))
}

/// Log where positive values span more than two powers of ten.
fn wide(values: impl Iterator<Item = f64>) -> YScale {
    let extent = values
        .filter(|value| *value > 0.0)
        .fold((f64::INFINITY, 0f64), |(low, high), value| (low.min(value), high.max(value)));
    if extent.1 > 100.0 * extent.0 { YScale::Log } else { YScale::Linear }
}

/// What Spearman’s rank correlation says, in words that claim no cause.
fn finding(x: &Metric, y: &Metric, pairs: &[(f64, f64)]) -> (String, Option<f64>) {
    if x.id == y.id {
        return (format!("Both axes show the same, {}", noun(x)), None);
    }
    let Some(rho) = spearman(pairs) else {
        return (format!("Too few subnets have both {} and {}", noun(x), noun(y)), None);
    };
    let (x, y) = (noun(x), noun(y));
    let headline = match rho {
        rho if rho >= 0.7 => format!("Subnets with more {x} mostly have more {y}"),
        rho if rho >= 0.4 => format!("Subnets with more {x} tend to have more {y}"),
        rho if rho <= -0.7 => format!("Subnets with more {x} mostly have less {y}"),
        rho if rho <= -0.4 => format!("Subnets with more {x} tend to have less {y}"),
        _ => format!("A subnet’s {x} says little about its {y}"),
    };
    (headline, Some(rho))
}

/// Spearman's rank correlation with mean ranks for ties; `None` with fewer than five pairs or
/// without variation.
fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < 5 {
        return None;
    }
    let a = ranks(pairs.iter().map(|pair| pair.0).collect());
    let b = ranks(pairs.iter().map(|pair| pair.1).collect());
    let mean = (pairs.len() as f64 + 1.0) / 2.0;
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>();
    let size = (product(&a, &a) * product(&b, &b)).sqrt();
    (size > 0.0).then(|| product(&a, &b) / size)
}

fn ranks(values: Vec<f64>) -> Vec<f64> {
    let below = |value: f64| values.iter().filter(|other| **other < value).count() as f64;
    let equal = |value: f64| values.iter().filter(|other| **other == value).count() as f64;
    values.iter().map(|value| below(*value) + (equal(*value) + 1.0) / 2.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_against_itself_is_said_to_be_one_and_has_no_correlation() {
        let pairs = [(1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0), (5.0, 5.0)];
        let [price, stars] = ["price_tao", "stars"].map(crate::registry::known);
        assert_eq!(finding(price, price, &pairs), ("Both axes show the same, price".to_owned(), None));
        assert_eq!(finding(price, stars, &pairs).1, Some(1.0));
    }

    #[test]
    fn rank_correlation_by_hand() {
        let pairs = [(1.0, 10.0), (2.0, 20.0), (3.0, 30.0), (4.0, 40.0), (5.0, 1e9)];
        assert_eq!(spearman(&pairs), Some(1.0));
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6·4 ÷ (5·24) = 0.8.
        let pairs = [(1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (4.0, 3.0), (5.0, 5.0)];
        assert!((spearman(&pairs).unwrap() - 0.8).abs() < 1e-12);
        assert_eq!(spearman(&[(1.0, 1.0); 9]), None);
        assert_eq!(spearman(&pairs[..4]), None);
        assert_eq!(ranks(vec![5.0, 1.0, 5.0]), [2.5, 1.0, 2.5]);
    }
}
