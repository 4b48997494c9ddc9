//! The cuts of the plane in a reader's hand: positions become values worth a sentence.

use super::layout::{Layout, Marks};

/// A cut being moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cut {
    /// The vertical one, at this value of the x axis.
    Across(f64),
    /// The horizontal one, below this rung.
    Up(u8),
}

impl Layout {
    /// The vertical cut at a position, a number of two digits within the axis; `None` where the
    /// chart is no plane.
    pub fn cut_across(&self, x: f64) -> Option<Cut> {
        let Marks::Lanes(_) = &self.marks else { return None };
        let (low, high) = self.x.scale.domain();
        let value = two_digits(self.x.scale.invert(x).clamp(low, high));
        (value.is_finite() && value > 0.0).then_some(Cut::Across(value))
    }

    /// The horizontal cut nearest to a position: the lower edge of a rung, 1 to 5.
    pub fn cut_up(&self, y: f64) -> Option<Cut> {
        let Marks::Lanes(lanes) = &self.marks else { return None };
        let edges = lanes.lanes.iter().filter_map(|lane| Some((lane.rung?, lane.place.bottom())));
        let far = |edge: f64| (edge - y).abs();
        let rungs = edges.filter(|(rung, _)| *rung > 0);
        let nearest = rungs.min_by(|(_, a), (_, b)| far(*a).total_cmp(&far(*b)))?;
        Some(Cut::Up(nearest.0))
    }
}

/// The next value of the vertical cut: about twelve steps to a power of ten.
pub fn stepped(value: f64, up: bool) -> f64 {
    let factor = 10f64.powf(if up { 1.0 / 12.0 } else { -1.0 / 12.0 });
    let next = two_digits(value * factor);
    if next.is_finite() && next > 0.0 { next } else { value }
}

/// The nearest number with two digits that are not zero.
fn two_digits(value: f64) -> f64 {
    with_digits(value, 2)
}

/// The nearest number with so many digits that are not zero.
pub(super) fn with_digits(value: f64, digits: i32) -> f64 {
    if !value.is_finite() || value == 0.0 {
        return value;
    }
    let power = digits - 1 - value.abs().log10().floor() as i32;
    // Division by a whole power keeps 0.3 at 0.3.
    if power >= 0 {
        let scale = 10f64.powi(power.min(300));
        (value * scale).round() / scale
    } else {
        let scale = 10f64.powi(-power);
        (value / scale).round() * scale
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_are_numbers_that_can_be_said() {
        let rounded = [0.031_9, 1.04, 9.97, 123.4, 0.000_449].map(two_digits);
        assert_eq!(rounded, [0.032, 1.0, 10.0, 120.0, 0.000_45]);
        let mut value = 1.0;
        for _ in 0..12 {
            let next = stepped(value, true);
            assert!(next > value);
            value = next;
        }
        assert!((9.0..=11.0).contains(&value), "{value}");
        assert_eq!(stepped(f64::MAX, true), f64::MAX);
        assert!(stepped(10.0, false) < 10.0);
    }
}
