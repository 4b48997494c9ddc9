//! The part of a scatter that a reader looks at: a box in the drawing becomes two parts of its axes.

use super::cut::with_digits;
use super::geometry::Rect;
use super::layout::{Layout, Marks};
use super::scale::Scale;
use super::spec::{ChartSpec, Field, Plot, Point, ScaleKind, Scatter};

impl ChartSpec {
    /// Whether a scatter shows a part of what there is.
    pub fn is_zoomed(&self) -> bool {
        scatter(self).is_some_and(|scatter| scatter.field != Field::default())
    }
}

/// How a key moves the part that is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Move {
    /// Half as wide and high as before, around a place of the drawing, or the dot that is nearest to it where
    /// that would show nothing.
    Nearer(f64, f64),
    /// Twice as wide and high.
    Farther(f64, f64),
    /// On by parts of its width and height, to the right and down, as long as dots lie that way.
    By(f64, f64),
}

impl Layout {
    /// The part of both axes between two corners of the drawing; `None` where the chart is no scatter,
    /// or the part has no width or no height.
    pub fn field(&self, spec: &ChartSpec, (a, b): (f64, f64), (c, d): (f64, f64)) -> Option<Field> {
        let plot = self.plot;
        let inside = |x: f64, y: f64| (x.clamp(plot.x, plot.right()), y.clamp(plot.y, plot.bottom()));
        let ((a, b), (c, d)) = (inside(a, b), inside(c, d));
        let thin = (a - c).abs() < LEAST || (b - d).abs() < LEAST;
        self.field_of(scatter(spec).filter(|_| !thin)?, Rect::between(a.min(c), b.min(d), a.max(c), b.max(d)))
    }

    /// The part that a key leads to; `None` where it leads nowhere.
    pub fn moved(&self, spec: &ChartSpec, by: Move) -> Option<Field> {
        let scatter = scatter(spec)?;
        let Rect { x, y, width, height } = self.plot;
        let around = |(a, b): (f64, f64), times: f64| Rect {
            x: a + (x - a) * times,
            y: b + (y - b) * times,
            width: width * times,
            height: height * times,
        };
        let places = || {
            let shown = |point: &&Point| self.x.scale.holds(point.x) && self.y.scale.holds(point.y);
            let points = scatter.points.iter().filter(shown);
            points.map(|point| (self.x.scale.position(point.x), self.y.scale.position(point.y)))
        };
        // Where nothing is there is nothing to find one's way by.
        let useful =
            |field: &Field| *field != scatter.field && scatter.points.iter().any(|point| field.holds(point));
        let nearer = |at| self.field_of(scatter, around(at, 0.5)).filter(useful);
        match by {
            Move::Nearer(a, b) => nearer((a, b)).or_else(|| {
                let far = |(x, y): &(f64, f64)| (x - a).hypot(y - b);
                nearer(places().min_by(|one, other| far(one).total_cmp(&far(other)))?)
            }),
            Move::Farther(a, b) => self.field_of(scatter, around((a, b), 2.0)).filter(useful),
            Move::By(right, down) => {
                let beyond = |(a, b): (f64, f64)| {
                    (right > 0.0 && a > x + width)
                        || (right < 0.0 && a < x)
                        || (down > 0.0 && b > y + height)
                        || (down < 0.0 && b < y)
                };
                let on = Rect { x: x + right * width, y: y + down * height, width, height };
                places().any(beyond).then(|| self.field_of(scatter, on).filter(useful))?
            }
        }
    }

    fn field_of(&self, scatter: &Scatter, place: Rect) -> Option<Field> {
        let Marks::Scatter(_) = &self.marks else { return None };
        let part = |scale: &Scale, (from, to): (f64, f64), of: fn(&Point) -> f64| {
            let (from, to) = rounded(scale, scale.invert(from), scale.invert(to));
            let shown = scatter.points.iter().map(of).filter(|value| scale.holds(*value));
            // All numbers that there are is no part of them.
            let whole = shown.clone().all(|value| (from..=to).contains(&value));
            if whole { Ok(None) } else { (from < to).then_some(Some((from, to))).ok_or(()) }
        };
        let x = part(&self.x.scale, (place.x, place.right()), |point| point.x);
        let y = part(&self.y.scale, (place.bottom(), place.y), |point| point.y);
        Some(Field { x: x.ok()?, y: y.ok()? })
    }
}

/// Least width and height of a part, in pixels: less is a hand that trembles.
const LEAST: f64 = 6.0;

fn scatter(spec: &ChartSpec) -> Option<&Scatter> {
    match &spec.plot {
        Plot::Scatter(scatter) => Some(scatter),
        _ => None,
    }
}

/// The ends as numbers that can be said: three digits of what they are apart, or of each on a log axis.
fn rounded(scale: &Scale, from: f64, to: f64) -> (f64, f64) {
    let power = |value: f64| value.abs().log10().floor();
    let digits = |value: f64| match scale.kind() {
        ScaleKind::Log => 3,
        ScaleKind::Linear => (3.0 + power(value) - power(to - from)).clamp(-3.0, 15.0) as i32,
    };
    let end = |value: f64| with_digits(value, digits(value));
    (end(from), end(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::layout::{Size, layout};
    use crate::chart::spec::Axis;
    use crate::registry::Style;

    fn chart(scale: ScaleKind, field: Field) -> ChartSpec {
        let axis = |scale| Axis {
            metric: String::new(),
            label: String::new(),
            unit: String::new(),
            scale,
            style: Style::Significant(4),
        };
        let point = |at: i32| {
            let value = f64::from(at);
            Point { id: String::new(), label: String::new(), slot: None, x: value, y: value * value }
        };
        let points = (0..=100).map(point).collect();
        ChartSpec::wordless(Plot::Scatter(Scatter {
            x: axis(ScaleKind::Linear),
            y: axis(scale),
            points,
            field,
        }))
    }

    fn at(spec: &ChartSpec) -> Layout {
        layout(spec, Size { width: 700.0, height: 420.0 })
    }

    #[test]
    fn a_box_becomes_two_parts_which_are_then_the_axes() {
        let whole = chart(ScaleKind::Linear, Field::default());
        let layout = at(&whole);
        let corner = |x: f64, y: f64| (layout.x.scale.position(x), layout.y.scale.position(y));
        let field = layout.field(&whole, corner(20.04, 8000.0), corner(60.0, 1000.0)).unwrap();
        assert_eq!(field, Field { x: Some((20.0, 60.0)), y: Some((1000.0, 8000.0)) });
        let zoomed = at(&chart(ScaleKind::Linear, field));
        assert_eq!((zoomed.x.scale.domain(), zoomed.y.scale.domain()), ((20.0, 60.0), (1000.0, 8000.0)));
        let Marks::Scatter(marks) = &zoomed.marks else { panic!("no scatter") };
        assert_eq!(marks.dots.iter().map(|dot| dot.dot).collect::<Vec<_>>(), (32..=60).collect::<Vec<_>>());
        assert!(marks.dots.iter().all(|dot| zoomed.plot.x <= dot.x && dot.x <= zoomed.plot.right()));
        assert_eq!(layout.field(&whole, corner(20.0, 10.0), corner(20.0, 90.0)), None, "no width");
        assert_eq!(layout.field(&whole, (-1e9, -1e9), (1e9, 1e9)), Some(Field::default()), "it is all");
    }

    #[test]
    fn keys_go_nearer_on_and_back() {
        let whole = chart(ScaleKind::Log, Field::default());
        let layout = at(&whole);
        let middle = (layout.x.scale.position(50.0), layout.y.scale.position(2500.0));
        let near = layout.moved(&whole, Move::Nearer(middle.0, middle.1)).unwrap();
        let (from, to) = near.x.unwrap();
        assert!(from < 50.0 && 50.0 < to && to - from <= 60.0, "{near:?}");
        assert!(near.y.is_some_and(|(from, to)| from > 0.0 && from < 2500.0 && 2500.0 < to));
        let spec = chart(ScaleKind::Log, near);
        let layout = at(&spec);
        let right = layout.moved(&spec, Move::By(0.25, 0.0)).unwrap();
        assert!(right.x.unwrap().0 > from && right.y == near.y, "{right:?}");
        assert_eq!(layout.moved(&spec, Move::By(40.0, 0.0)), None, "nothing lies there");
        let end = chart(ScaleKind::Log, Field { x: Some((60.0, 120.0)), ..near });
        assert_eq!(at(&end).moved(&end, Move::By(0.25, 0.0)), None, "no dot lies farther to the right");
        // The upper left has no dots: those that are nearest to it are come nearer to.
        let corner = (layout.plot.x, layout.plot.y);
        let nearest = layout.moved(&spec, Move::Nearer(corner.0, corner.1)).unwrap();
        let Plot::Scatter(scatter) = &spec.plot else { panic!("no scatter") };
        assert!(scatter.points.iter().any(|point| nearest.holds(point)), "{nearest:?}");
        let middle = (layout.plot.x + layout.plot.width / 2.0, layout.plot.y + layout.plot.height / 2.0);
        let spec = chart(ScaleKind::Log, Field { y: None, ..near });
        let farther = at(&spec).moved(&spec, Move::Farther(middle.0, middle.1));
        assert_eq!(farther, Some(Field::default()));
        assert_eq!(at(&whole).moved(&whole, Move::Farther(middle.0, middle.1)), None, "it is all already");
    }

    #[test]
    fn ends_are_numbers_that_can_be_said() {
        let scale = |kind| Scale::new(kind, (1.0, 10.0), (0.0, 1.0));
        let linear = |from, to| rounded(&scale(ScaleKind::Linear), from, to);
        assert_eq!(linear(1000.123, 1001.987), (1000.12, 1001.99));
        assert_eq!(linear(-0.123_45, 20.123), (-0.1, 20.1));
        assert_eq!(rounded(&scale(ScaleKind::Log), 0.012_34, 45_678.0), (0.0123, 45_700.0));
    }
}
