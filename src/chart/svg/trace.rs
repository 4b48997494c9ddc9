//! The path of a line: gaps stay gaps, lone points become dots, and no more points are written
//! than the eye can tell apart.

use super::pen::{push_whole, tenths};
use crate::chart::layout::visible;
use crate::chart::scale::Scale;
use crate::chart::spec::{LineSeries, Lines};

/// Points in one piece of a long line.
const PIECE: usize = 300;

/// Path data of one line, in tenths of a pixel.
#[derive(Debug, Default, PartialEq)]
pub struct Trace {
    /// Measured stretches. Long lines come in pieces: a browser paints tile by tile, and strokes for
    /// each tile all of every path that touches it.
    pub solid: Vec<String>,
    /// Stretches that a model made.
    pub dashed: Vec<String>,
    /// Measured points with a gap on either side.
    pub dots: String,
    /// The same, made by a model.
    pub hollow: String,
}

/// A point in tenths of a pixel.
type Dot = (i32, i32);

/// Draws a line into path data.
pub fn trace(series: &LineSeries, lines: &Lines, x: &Scale, y: &Scale) -> Trace {
    let mut trace = Trace::default();
    let mut run: Vec<Dot> = Vec::new();
    let mut last: Option<(i32, bool)> = None;
    for (day, value) in visible(series, lines) {
        let modelled = series.reconstructed.iter().any(|(from, to)| (*from..=*to).contains(&day));
        let dot = (tenths(x.position(f64::from(day))), tenths(y.position(value)));
        match last {
            Some((before, kind)) if before + 1 == day => {
                // Where a model hands over to measurements, or takes over, the step between is the model's.
                if kind && !modelled {
                    run.push(dot);
                }
                if kind != modelled {
                    let joint = run.last().copied();
                    trace.write(&run, kind);
                    run.clear();
                    run.extend(joint.filter(|_| modelled));
                }
            }
            Some((_, kind)) => {
                trace.write(&run, kind);
                run.clear();
            }
            None => {}
        }
        run.push(dot);
        last = Some((day, modelled));
    }
    trace.write(&run, last.is_some_and(|(_, kind)| kind));
    trace
}

impl Trace {
    fn write(&mut self, run: &[Dot], modelled: bool) {
        match (run, modelled) {
            ([], _) => {}
            ([dot], false) => point(&mut self.dots, *dot),
            ([dot], true) => point(&mut self.hollow, *dot),
            (run, false) => stroke(&mut self.solid, run),
            (run, true) => stroke(&mut self.dashed, run),
        }
    }
}

/// A stroke without length, which round caps make a dot.
fn point(out: &mut String, (x, y): Dot) {
    move_to(out, (x, y));
    out.push_str("h0");
}

fn move_to(out: &mut String, (x, y): Dot) {
    out.push('M');
    push_whole(out, x);
    out.push(if y < 0 { ' ' } else { ',' });
    push_whole(out, y);
}

/// Writes a stretch into the last piece, and into further ones where it is long.
fn stroke(pieces: &mut Vec<String>, run: &[Dot]) {
    let dots = thinned(run);
    let mut from = 0;
    while from + 1 < dots.len() {
        let to = (from + PIECE).min(dots.len() - 1);
        if from > 0 || pieces.is_empty() {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            polyline(piece, &dots[from..=to]);
        }
        from = to;
    }
}

/// Differences between points are shorter to write than points, and sums of whole numbers do not drift.
fn polyline(out: &mut String, dots: &[Dot]) {
    move_to(out, dots[0]);
    out.push('l');
    for (at, step) in dots.windows(2).enumerate() {
        let (x, y) = (step[1].0 - step[0].0, step[1].1 - step[0].1);
        // A minus sign parts two numbers as well as a blank does.
        if at > 0 && x >= 0 {
            out.push(' ');
        }
        push_whole(out, x);
        if y >= 0 {
            out.push(' ');
        }
        push_whole(out, y);
    }
}

/// The points of a stretch that can be told apart: of more than two in one column of pixels only the
/// lowest and the highest, and the two ends. The steps between columns differ from the full line's
/// by less than its stroke is wide (Jugel and others, VLDB 2014, compare this with keeping four).
fn thinned(run: &[Dot]) -> Vec<Dot> {
    let mut dots = Vec::with_capacity(run.len());
    let mut start = 0;
    while start < run.len() {
        let column = run[start].0.div_euclid(10);
        let length = run[start..].iter().take_while(|dot| dot.0.div_euclid(10) == column).count();
        let end = start + length;
        let keep = if length <= 2 { None } else { Some(extremes(&run[start..end])) };
        for (at, dot) in run[start..end].iter().enumerate() {
            let is_end = start + at == 0 || start + at + 1 == run.len();
            if is_end || keep.is_none_or(|keep| keep.contains(&at)) {
                dots.push(*dot);
            }
        }
        start = end;
    }
    dots
}

/// Positions of the lowest and the highest point.
fn extremes(column: &[Dot]) -> [usize; 2] {
    let (mut low, mut high) = (0, 0);
    for (at, dot) in column.iter().enumerate() {
        if dot.1 > column[low].1 {
            low = at;
        }
        if dot.1 < column[high].1 {
            high = at;
        }
    }
    [low, high]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::spec::{Axis, ScaleKind, TimeAxis};
    use crate::registry::Style;

    fn traced(values: Vec<Option<f64>>, reconstructed: Vec<(i32, i32)>, width: f64) -> Trace {
        let last = values.len() as i32 - 1;
        let series = LineSeries {
            id: "1.r1".to_owned(),
            label: "One".to_owned(),
            slot: 0,
            start: 0,
            values,
            reconstructed,
            end: String::new(),
        };
        let y = Axis {
            metric: String::new(),
            label: String::new(),
            unit: String::new(),
            scale: ScaleKind::Linear,
            style: Style::Integer,
        };
        let lines = Lines {
            time: TimeAxis::Date,
            span: (0, last),
            y,
            baseline: None,
            series: vec![series],
            events: vec![],
        };
        let x = Scale::new(ScaleKind::Linear, (0.0, f64::from(last)), (0.0, width));
        let y = Scale::new(ScaleKind::Linear, (0.0, 10.0), (100.0, 0.0));
        trace(&lines.series[0], &lines, &x, &y)
    }

    #[test]
    fn a_gap_is_a_gap_and_a_lone_point_a_dot() {
        let trace =
            traced(vec![Some(0.0), Some(1.0), None, Some(5.0), None, Some(10.0), Some(9.0)], vec![], 60.0);
        assert_eq!(trace.solid, ["M0,1000l100-100M500,0l100 100"]);
        assert_eq!(trace.dots, "M300,500h0");
        assert_eq!(trace.dashed, [""; 0]);
    }

    #[test]
    fn the_step_between_model_and_measurement_is_the_models() {
        let trace = traced(vec![Some(1.0); 5], vec![(1, 2)], 40.0);
        assert_eq!(trace.solid, ["M300,900l100 0"]);
        assert_eq!(trace.dots, "M0,900h0");
        assert_eq!(trace.dashed, ["M0,900l100 0 100 0 100 0"]);
    }

    #[test]
    fn a_long_line_keeps_the_extremes_of_every_column() {
        let wave = |day: usize| Some(if day == 1234 { 10.0 } else { (day % 7) as f64 });
        let trace = traced((0..3650).map(wave).collect(), vec![], 300.0);
        assert_eq!(trace.solid.len(), 2, "some 600 points in pieces of 300 steps");
        let mut ends = Vec::new();
        let mut points = Vec::new();
        for piece in &trace.solid {
            let numbers = piece.replace('l', " ").replace('-', " -").replace(['M', ','], " ");
            let numbers: Vec<i32> = numbers.split_whitespace().map(|n| n.parse().unwrap()).collect();
            let (mut x, mut y) = (0, 0);
            for (at, pair) in numbers.chunks(2).enumerate() {
                (x, y) = (x + pair[0], y + pair[1]);
                if at == 0 && !ends.is_empty() {
                    assert_eq!(ends.last(), Some(&(x, y)), "a piece begins where the one before ended");
                }
                points.push(y);
            }
            ends.push((x, y));
        }
        // At most two points for each of 301 columns, and the one spike among 3,650 is kept.
        assert!(points.len() <= 302 * 2 + trace.solid.len(), "{}", points.len());
        assert_eq!(points.iter().min(), Some(&0));
    }
}
