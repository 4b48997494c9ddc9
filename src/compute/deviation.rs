//! How far estimates are from what was measured.

/// Median and ninetieth percentile of the error, without its sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deviation {
    /// How many pairs were compared.
    pub count: usize,
    /// Median of |estimate − measured|, in their unit.
    pub median: f64,
    /// Ninetieth percentile of the same.
    pub p90: f64,
    /// Median of |estimate ÷ measured − 1|, over the pairs measured above 0.
    pub relative_median: f64,
    /// Ninetieth percentile of the same.
    pub relative_p90: f64,
}

impl Deviation {
    /// Compares pairs of estimate and measurement; `None` without a pair measured above 0.
    /// Percentiles are the nearest rank.
    pub fn of(pairs: &[(f64, f64)]) -> Option<Self> {
        let absolute = sorted(pairs.iter().map(|(estimate, measured)| (estimate - measured).abs()));
        let above = pairs.iter().filter(|(_, measured)| *measured > 0.0);
        let relative = sorted(above.map(|(estimate, measured)| (estimate / measured - 1.0).abs()));
        Some(Self {
            count: pairs.len(),
            median: percentile(&absolute, 0.5)?,
            p90: percentile(&absolute, 0.9)?,
            relative_median: percentile(&relative, 0.5)?,
            relative_p90: percentile(&relative, 0.9)?,
        })
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

fn percentile(sorted: &[f64], part: f64) -> Option<f64> {
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_nearest_ranks() {
        let pairs: Vec<(f64, f64)> = (1..=10).map(|error| (100.0 + f64::from(error), 100.0)).collect();
        let found = Deviation::of(&pairs).unwrap();
        assert_eq!((found.count, found.median, found.p90), (10, 5.0, 9.0));
        assert!((found.relative_p90 - 0.09).abs() < 1e-12);
        assert_eq!(Deviation::of(&[(1.0, 0.0)]), None);
        assert_eq!(Deviation::of(&[(1.0, 2.0), (1.0, 0.0)]).unwrap().relative_median, 0.5);
    }
}
