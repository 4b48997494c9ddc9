//! Which formats of published files this program reads.

use super::FORMAT;

/// Why files cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// A later major format.
    #[error(
        "This data is in the format “{0}”, which is newer than this page. Reload to get the newest page."
    )]
    TooNew(String),
    /// Another format altogether.
    #[error("This is not Subnet Ledger data: its format is “{0}”.")]
    Foreign(String),
}

/// Whether this program reads the format named.
///
/// # Errors
/// When it is a later version, or no format of ours.
pub fn check_format(format: &str) -> Result<(), FormatError> {
    if format == FORMAT {
        return Ok(());
    }
    let shown: String = format.chars().take(40).collect();
    match format.strip_prefix("subnet-ledger/").and_then(|version| version.parse::<u32>().ok()) {
        Some(version) if version > 1 => Err(FormatError::TooNew(shown)),
        _ => Err(FormatError::Foreign(shown)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_and_foreign_formats_are_named() {
        assert!(matches!(check_format("subnet-ledger/2"), Err(FormatError::TooNew(_))));
        assert!(matches!(check_format("<html>"), Err(FormatError::Foreign(_))));
        assert_eq!(check_format(FORMAT), Ok(()));
    }
}
