//! Numbers as they are published: finite, and no longer than they are true.

use super::PublishError;

/// Decimals of an amount on chain: one rao is 10⁻⁹ TAO.
pub const AMOUNT: usize = 9;
/// Decimals of a moving average, which the chain holds finer than a rao.
pub const AVERAGE: usize = 10;

/// A number with at most so many decimals.
///
/// # Errors
/// For NaN and the infinities.
pub fn decimals(number: f64, places: usize, what: &str) -> Result<f64, PublishError> {
    reread(number, format!("{number:.places$}"), what)
}

/// A number with four significant digits, as in the history of a price.
///
/// # Errors
/// For NaN and the infinities.
pub fn four_digits(number: f64, what: &str) -> Result<f64, PublishError> {
    reread(number, format!("{number:.3e}"), what)
}

/// A sum with so many decimals; below ten with three significant digits, so that nothing above zero becomes zero.
///
/// # Errors
/// For NaN and the infinities.
pub fn sum(number: f64, places: usize, what: &str) -> Result<f64, PublishError> {
    if number.abs() < 10.0 {
        reread(number, format!("{number:.2e}"), what)
    } else {
        decimals(number, places, what)
    }
}

/// Printing and reading back rounds exactly, also above 2⁵³ parts.
fn reread(number: f64, printed: String, what: &str) -> Result<f64, PublishError> {
    let refused = || PublishError::NotFinite(what.to_owned());
    if !number.is_finite() {
        return Err(refused());
    }
    // A negative zero would be printed as “-0”.
    printed.parse::<f64>().map(|rounded| rounded + 0.0).map_err(|_| refused())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_without_drift_and_refuses_what_is_no_number() {
        assert_eq!(decimals(55_472_953.824_914_105, AMOUNT, "x").unwrap(), 55_472_953.824_914_105);
        assert_eq!(decimals(0.086_479_984_922_334_55, AVERAGE, "x").unwrap(), 0.086_479_984_9);
        assert_eq!(decimals(-1e-12, AMOUNT, "x").unwrap().to_string(), "0");
        assert_eq!(four_digits(0.039_292_371, "x").unwrap(), 0.039_29);
        assert_eq!(four_digits(9_894.4, "x").unwrap(), 9_894.0);
        assert_eq!(sum(0.004_377_6, 1, "x").unwrap(), 0.004_38);
        assert_eq!(sum(6.789, 0, "x").unwrap(), 6.79);
        assert_eq!((sum(36.17, 1, "x").unwrap(), sum(0.0, 1, "x").unwrap()), (36.2, 0.0));
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(matches!(four_digits(bad, "x"), Err(PublishError::NotFinite(_))));
            assert!(matches!(sum(bad, 1, "x"), Err(PublishError::NotFinite(_))));
        }
    }
}
