//! What the publisher remarks on single rows of what it reads.

use std::fmt;

/// What becomes of a row with a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Published as it is; the remark is for whoever publishes.
    Remark,
    /// The row, or the value, was left out.
    LeftOut,
}

/// A remark on a row, with everything needed to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// Name of the check, such as `price-jump`.
    pub name: &'static str,
    /// What became of the row.
    pub weight: Weight,
    /// The file, inside the folder of captures.
    pub file: String,
    /// The row, in the file's own terms, such as `netuid 84`.
    pub row: String,
    /// The field.
    pub field: String,
    /// One sentence.
    pub what: String,
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fate = match self.weight {
            Weight::Remark => "remark",
            Weight::LeftOut => "left out",
        };
        let Self { name, file, row, field, what, .. } = self;
        write!(f, "{fate} [{name}] {file}, {row}, {field}: {what}")
    }
}

/// The flags of one run.
#[derive(Debug, Default)]
pub struct Flags(pub Vec<Flag>);

impl Flags {
    /// Adds a remark on something that is published all the same.
    pub fn remark(&mut self, name: &'static str, file: &str, row: String, field: &str, what: String) {
        self.add(Weight::Remark, name, file, row, field, what);
    }

    /// Adds a row or a value that is not published.
    pub fn left_out(&mut self, name: &'static str, file: &str, row: String, field: &str, what: String) {
        self.add(Weight::LeftOut, name, file, row, field, what);
    }

    fn add(
        &mut self,
        weight: Weight,
        name: &'static str,
        file: &str,
        row: String,
        field: &str,
        what: String,
    ) {
        self.0.push(Flag { name, weight, file: file.to_owned(), row, field: field.to_owned(), what });
    }

    /// How many rows or values were left out.
    pub fn count_left_out(&self) -> usize {
        self.0.iter().filter(|flag| flag.weight == Weight::LeftOut).count()
    }
}
