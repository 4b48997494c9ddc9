//! Numbers to positions and back, and the round numbers worth a tick.

use super::spec::ScaleKind;

/// A continuous scale from a domain of numbers to a range of positions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    kind: ScaleKind,
    domain: (f64, f64),
    range: (f64, f64),
    /// Domain after the logarithm, and the slope, so that a position costs one multiplication.
    from: f64,
    slope: f64,
}

impl Scale {
    /// A scale; an empty domain is widened so that every number has a place.
    pub fn new(kind: ScaleKind, domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain = widened(kind, domain);
        let (from, to) = (bend(kind, domain.0), bend(kind, domain.1));
        Self { kind, domain, range, from, slope: (range.1 - range.0) / (to - from) }
    }

    /// Linear or log.
    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    /// First and last number.
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// First and last position.
    pub fn range(&self) -> (f64, f64) {
        self.range
    }

    /// Whether a number has a place at all: nothing up to zero has one on a log scale.
    pub fn holds(&self, value: f64) -> bool {
        value.is_finite() && (self.kind == ScaleKind::Linear || value > 0.0)
    }

    /// The position of a number that the scale [`holds`](Self::holds).
    pub fn position(&self, value: f64) -> f64 {
        self.range.0 + (bend(self.kind, value) - self.from) * self.slope
    }

    /// The number at a position.
    pub fn invert(&self, position: f64) -> f64 {
        let bent = self.from + (position - self.range.0) / self.slope;
        match self.kind {
            ScaleKind::Linear => bent,
            ScaleKind::Log => 10f64.powf(bent),
        }
    }

    /// About `count` round numbers inside the domain, ascending.
    pub fn ticks(&self, count: usize) -> Vec<f64> {
        match self.kind {
            ScaleKind::Linear => linear_ticks(self.domain, count),
            ScaleKind::Log => log_ticks(self.domain, count),
        }
    }
}

fn bend(kind: ScaleKind, value: f64) -> f64 {
    match kind {
        ScaleKind::Linear => value,
        ScaleKind::Log => logarithm(value),
    }
}

/// Behind a call of its own: the compiler takes a logarithm for cheap, computes it for every point of a
/// linear chart too, and then throws it away. In wasm it is half of what a point costs.
#[inline(never)]
fn logarithm(value: f64) -> f64 {
    value.log10()
}

fn widened(kind: ScaleKind, (low, high): (f64, f64)) -> (f64, f64) {
    match kind {
        ScaleKind::Linear if !(low.is_finite() && high.is_finite()) => (0.0, 1.0),
        ScaleKind::Linear if low == 0.0 && high == 0.0 => (0.0, 1.0),
        // Half of it on either side: what cannot be negative has no axis below zero.
        ScaleKind::Linear if low == high => (low - low.abs() / 2.0, high + high.abs() / 2.0),
        ScaleKind::Log if !(low > 0.0 && high.is_finite()) => (0.1, 10.0),
        ScaleKind::Log if low == high => (low / 2.0, high * 2.0),
        _ => (low, high),
    }
}

/// The round step (1, 2 or 5 times a power of ten) that cuts `span` into about `count` parts.
pub fn step(span: f64, count: usize) -> f64 {
    let raw = span / count.max(1) as f64;
    let power = 10f64.powf(raw.log10().floor());
    let error = raw / power;
    let factor = match error {
        error if error >= 50f64.sqrt() => 10.0,
        error if error >= 10f64.sqrt() => 5.0,
        error if error >= 2f64.sqrt() => 2.0,
        _ => 1.0,
    };
    factor * power
}

/// A linear domain with its ends moved out to multiples of a round step, and those multiples:
/// about `count` of them. One step gives both, so that the ends always have a tick.
pub fn nice((low, high): (f64, f64), count: usize) -> ((f64, f64), Vec<f64>) {
    let (low, high) = widened(ScaleKind::Linear, (low, high));
    let step = step(high - low, count);
    let ticks = multiples(((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step), step);
    let ends = ticks.first().zip(ticks.last()).map(|(first, last)| (*first, *last));
    (ends.unwrap_or((low, high)), ticks)
}

/// A log domain with a margin, so that lines do not lie on the frame.
pub fn padded((low, high): (f64, f64)) -> (f64, f64) {
    let (low_bent, high_bent) = (low.log10(), high.log10());
    let margin = (high_bent - low_bent) * 0.04;
    (10f64.powf(low_bent - margin), 10f64.powf(high_bent + margin))
}

fn linear_ticks((low, high): (f64, f64), count: usize) -> Vec<f64> {
    multiples((low, high), step(high - low, count))
}

fn multiples((low, high): (f64, f64), step: f64) -> Vec<f64> {
    let (first, last) = ((low / step - 1e-9).ceil() as i64, (high / step + 1e-9).floor() as i64);
    // Division by a whole number keeps 0.3 at 0.3, where multiplication by 0.1 gives 0.30000000000000004.
    let place =
        |index: i64| if step < 1.0 { index as f64 / (1.0 / step).round() } else { index as f64 * step };
    (first..=last.min(first + 1000)).map(place).collect()
}

/// Powers of ten where there is room for few, and 1-2-5 between them where there is room for more.
fn log_ticks((low, high): (f64, f64), count: usize) -> Vec<f64> {
    let (from, to) = (low.log10(), high.log10());
    if to - from < 0.7 {
        return linear_ticks((low, high), count).into_iter().filter(|tick| *tick > 0.0).collect();
    }
    let powers = (from.floor() as i32)..=(to.ceil() as i32);
    let choose = |digits: &[f64], every: i32| -> Vec<f64> {
        powers
            .clone()
            .filter(|power| power.rem_euclid(every) == 0)
            .flat_map(|power| digits.iter().map(move |digit| scaled(*digit, power)))
            .filter(|tick| *tick >= low * (1.0 - 1e-9) && *tick <= high * (1.0 + 1e-9))
            .collect()
    };
    // A few more than asked for is better than a decade without any.
    let limit = count + count / 2;
    let fits = |ticks: &Vec<f64>| ticks.len() <= limit;
    [
        choose(&[1.0, 2.0, 5.0], 1),
        choose(&[1.0, 3.0], 1),
        choose(&[1.0], 1),
        choose(&[1.0], 2),
        choose(&[1.0], 3),
    ]
    .into_iter()
    .find(fits)
    .unwrap_or_else(|| choose(&[1.0], 4))
}

/// `digit × 10^power`, exact for negative powers too.
fn scaled(digit: f64, power: i32) -> f64 {
    if power < 0 { digit / 10f64.powi(-power) } else { digit * 10f64.powi(power) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ScaleKind::{Linear, Log};

    fn ticks(kind: ScaleKind, low: f64, high: f64, count: usize) -> Vec<f64> {
        Scale::new(kind, (low, high), (0.0, 100.0)).ticks(count)
    }

    #[test]
    fn linear_ticks_are_round_and_exact() {
        assert_eq!(ticks(Linear, 0.0, 1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks(Linear, 0.0, 450.0, 4), [0.0, 100.0, 200.0, 300.0, 400.0]);
        assert_eq!(ticks(Linear, -7.0, 13.0, 4), [-5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks(Linear, 0.1, 0.35, 3), [0.1, 0.2, 0.3]);
        assert_eq!(nice((0.0, 449.96), 4), ((0.0, 500.0), vec![0.0, 100.0, 200.0, 300.0, 400.0, 500.0]));
        // A step chosen anew for the widened domain was 0.1, and left the top of the axis without a tick.
        assert_eq!(nice((0.0, 0.134), 2), ((0.0, 0.15), vec![0.0, 0.05, 0.1, 0.15]));
    }

    #[test]
    fn log_ticks_thin_out_as_decades_come() {
        assert_eq!(ticks(Log, 15.0, 600.0, 5), [20.0, 50.0, 100.0, 200.0, 500.0]);
        assert_eq!(ticks(Log, 0.001, 1000.0, 5), [0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(ticks(Log, 0.001, 1000.0, 3), [0.01, 1.0, 100.0]);
        assert_eq!(ticks(Log, 80.0, 130.0, 3), [80.0, 100.0, 120.0]);
    }

    #[test]
    fn positions_come_back() {
        let scale = Scale::new(Log, (0.01, 1000.0), (10.0, 510.0));
        assert!((scale.position(10.0) - 310.0).abs() < 1e-9);
        assert!((scale.invert(scale.position(3.7)) - 3.7).abs() < 1e-9);
        assert!(!scale.holds(0.0) && !scale.holds(-1.0) && !scale.holds(f64::NAN));
    }

    #[test]
    fn empty_domains_are_widened() {
        for (kind, domain) in
            [(Linear, (5.0, 5.0)), (Linear, (0.0, 0.0)), (Log, (5.0, 5.0)), (Log, (0.0, 0.0))]
        {
            let scale = Scale::new(kind, domain, (0.0, 100.0));
            assert!(scale.position(5.0).is_finite(), "{kind:?} {domain:?}");
            assert!(!scale.ticks(4).is_empty());
        }
        assert!(Scale::new(Linear, (f64::INFINITY, f64::NEG_INFINITY), (0.0, 1.0)).position(0.5).is_finite());
    }
}
