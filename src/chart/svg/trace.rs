//! The path of a line: gaps stay gaps, lone points become dots, and no more points are written
//! than the eye can tell apart.

use super::pen::{push_whole, tenths};
use crate::chart::scale::Scale;
use crate::chart::spec::{LineSeries, Lines, ScaleKind};
use crate::chart::visible::inside;

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
    let mut run = Run::default();
    let mut last: Option<bool> = None;
    let (first, values) = inside(series, lines);
    // Of ten years, every value passes here: what can be said of all of them at once is.
    let made = !series.reconstructed.is_empty();
    let log = lines.y.scale == ScaleKind::Log;
    for (at, value) in values.iter().enumerate() {
        let Some(value) = value.filter(|value| !log || *value > 0.0) else {
            if let Some(kind) = last.take() {
                trace.write(&mut run, kind);
            }
            continue;
        };
        let day = first.saturating_add(at as i32);
        let modelled = made && series.reconstructed.iter().any(|(from, to)| (*from..=*to).contains(&day));
        let dot = (tenths(x.position(f64::from(day))), tenths(y.position(value)));
        if let Some(kind) = last {
            // Where a model hands over to measurements, or takes over, the step between is the model's.
            if kind && !modelled {
                run.push(dot);
            }
            if kind != modelled {
                let joint = run.last;
                trace.write(&mut run, kind);
                if modelled {
                    run.push(joint);
                }
            }
        }
        run.push(dot);
        last = Some(modelled);
    }
    trace.write(&mut run, last.is_some_and(|kind| kind));
    trace
}

/// A stretch of days, and of its points those that can be told apart: of more than two in one column of
/// pixels only the lowest and the highest, and the two ends of the stretch. The steps between columns
/// differ from the full line's by less than its stroke is wide (Jugel and others, VLDB 2014, compare this
/// with keeping four).
#[derive(Default)]
struct Run {
    /// What is kept of the columns that are complete.
    kept: Vec<Dot>,
    /// Points so far.
    count: usize,
    /// The last point.
    last: Dot,
    /// Position of the first point of the newest column.
    begun: usize,
    /// Its lowest and its highest point, by position.
    low: (usize, Dot),
    high: (usize, Dot),
    /// Its first two points.
    two: [Dot; 2],
}

impl Run {
    fn push(&mut self, dot: Dot) {
        let at = self.count;
        if at == 0 || dot.0.div_euclid(10) != self.last.0.div_euclid(10) {
            self.complete(false);
            (self.begun, self.low, self.high) = (at, (at, dot), (at, dot));
        }
        if let Some(place) = self.two.get_mut(at - self.begun) {
            *place = dot;
        }
        if dot.1 > self.low.1.1 {
            self.low = (at, dot);
        }
        if dot.1 < self.high.1.1 {
            self.high = (at, dot);
        }
        (self.last, self.count) = (dot, at + 1);
    }

    /// Keeps what is to be kept of the newest column.
    fn complete(&mut self, ends: bool) {
        let length = self.count - self.begun;
        if length <= 2 {
            self.kept.extend_from_slice(&self.two[..length]);
            return;
        }
        let first = (self.begun == 0).then_some((0, self.two[0]));
        let last = ends.then_some((self.count - 1, self.last));
        let (one, other) =
            if self.low.0 < self.high.0 { (self.low, self.high) } else { (self.high, self.low) };
        let mut before = None;
        for (at, dot) in first.into_iter().chain([one, other]).chain(last) {
            if before != Some(at) {
                self.kept.push(dot);
            }
            before = Some(at);
        }
    }

    /// All that is kept; the run is empty after that.
    fn taken(&mut self) -> Vec<Dot> {
        self.complete(true);
        std::mem::take(self).kept
    }
}

impl Trace {
    fn write(&mut self, run: &mut Run, modelled: bool) {
        let dots = run.taken();
        match (dots.as_slice(), modelled) {
            ([], _) => {}
            ([dot], false) => point(&mut self.dots, *dot),
            ([dot], true) => point(&mut self.hollow, *dot),
            (dots, false) => stroke(&mut self.solid, dots),
            (dots, true) => stroke(&mut self.dashed, dots),
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
fn stroke(pieces: &mut Vec<String>, dots: &[Dot]) {
    let mut from = 0;
    while from + 1 < dots.len() {
        let to = (from + PIECE).min(dots.len() - 1);
        if from > 0 || pieces.is_empty() {
            // Six letters a point, or a little more.
            pieces.push(String::with_capacity(7 * PIECE.min(dots.len())));
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
