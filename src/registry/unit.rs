//! Units as exponents of the few things that are counted, so that formulas can be checked.

use std::fmt;
use std::ops::{Div, Mul};

/// A unit of measurement: a product of powers. `TAO/day` is `tao: 1, day: -1`.
///
/// Alpha is a different token in every subnet; the type cannot tell them apart, so sums over
/// subnets of anything that counts alpha are refused where formulas are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Unit {
    /// Power of TAO, the network's token.
    pub tao: i8,
    /// Power of alpha, the subnet's own token.
    pub alpha: i8,
    /// Power of US dollars.
    pub usd: i8,
    /// Power of days.
    pub day: i8,
    /// Power of blocks (12 seconds).
    pub block: i8,
}

impl Unit {
    /// Plain counts and shares.
    pub const ONE: Unit = Unit { tao: 0, alpha: 0, usd: 0, day: 0, block: 0 };
    /// TAO.
    pub const TAO: Unit = Unit { tao: 1, ..Unit::ONE };
    /// The subnet's own token.
    pub const ALPHA: Unit = Unit { alpha: 1, ..Unit::ONE };
    /// US dollars.
    pub const USD: Unit = Unit { usd: 1, ..Unit::ONE };
    /// Days.
    pub const DAY: Unit = Unit { day: 1, ..Unit::ONE };
    /// Blocks of 12 seconds.
    pub const BLOCK: Unit = Unit { block: 1, ..Unit::ONE };
    /// TAO per alpha: a price.
    pub const TAO_PER_ALPHA: Unit = Unit { tao: 1, alpha: -1, ..Unit::ONE };
    /// TAO per day.
    pub const TAO_PER_DAY: Unit = Unit { tao: 1, day: -1, ..Unit::ONE };
    /// US dollars per day.
    pub const USD_PER_DAY: Unit = Unit { usd: 1, day: -1, ..Unit::ONE };
    /// TAO per block.
    pub const TAO_PER_BLOCK: Unit = Unit { tao: 1, block: -1, ..Unit::ONE };
    /// Alpha per block.
    pub const ALPHA_PER_BLOCK: Unit = Unit { alpha: 1, block: -1, ..Unit::ONE };

    fn powers(self) -> [(&'static str, i8); 5] {
        [
            ("TAO", self.tao),
            ("alpha", self.alpha),
            ("USD", self.usd),
            ("days", self.day),
            ("blocks", self.block),
        ]
    }

    fn map(self, other: Self, operation: impl Fn(i8, i8) -> i8) -> Self {
        Self {
            tao: operation(self.tao, other.tao),
            alpha: operation(self.alpha, other.alpha),
            usd: operation(self.usd, other.usd),
            day: operation(self.day, other.day),
            block: operation(self.block, other.block),
        }
    }
}

impl Mul for Unit {
    type Output = Unit;
    fn mul(self, other: Self) -> Self {
        self.map(other, i8::saturating_add)
    }
}

impl Div for Unit {
    type Output = Unit;
    fn div(self, other: Self) -> Self {
        self.map(other, i8::saturating_sub)
    }
}

impl fmt::Display for Unit {
    /// `TAO/day`; nothing for plain numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |below: bool| {
            let factors =
                self.powers().into_iter().filter(move |(_, power)| (*power < 0) == below && *power != 0);
            let text = factors.map(|(name, power)| {
                let name = if below { name.trim_end_matches('s') } else { name };
                if power.abs() == 1 { name.to_owned() } else { format!("{name}^{}", power.abs()) }
            });
            text.collect::<Vec<_>>().join("·")
        };
        match (side(false), side(true)) {
            (above, below) if below.is_empty() => f.write_str(&above),
            (above, below) if above.is_empty() => write!(f, "1/{below}"),
            (above, below) => write!(f, "{above}/{below}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_multiply_and_print() {
        let per_day = Unit::BLOCK / Unit::DAY;
        assert_eq!(Unit::TAO_PER_BLOCK * per_day, Unit::TAO_PER_DAY);
        assert_eq!(Unit::TAO_PER_DAY.to_string(), "TAO/day");
        assert_eq!(Unit::TAO_PER_ALPHA.to_string(), "TAO/alpha");
        assert_eq!((Unit::ONE / Unit::DAY).to_string(), "1/day");
        assert_eq!(Unit::DAY.to_string(), "days");
        assert_eq!(Unit::ONE.to_string(), "");
    }
}
