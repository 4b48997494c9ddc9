//! `/subnet/64`: one subnet.

use super::page::{read_at, write_at};
use super::{Choice, Printer, Reader, View};

/// What the page of a subnet shows; which subnet stands in its path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubnetPage {
    /// `tab`: the part that the page opens at.
    pub tab: SubnetTab,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

/// A part of the page of a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SubnetTab {
    /// Who gets what.
    #[default]
    Earned,
    /// What is known and said of its use.
    Usage,
    /// What else was said, beside what was read.
    Claims,
    /// Miners and validators.
    Slots,
    /// Price and pool.
    Market,
    /// Commits, releases, surfaces.
    Activity,
    /// Owner and registrations.
    Ownership,
    /// Everything that anybody can go and check.
    Evidence,
    /// Every number of the snapshot.
    Raw,
}

impl SubnetTab {
    /// The parts that the page leads to, in its order.
    pub const PARTS: [Self; 9] = [
        Self::Evidence,
        Self::Earned,
        Self::Usage,
        Self::Claims,
        Self::Market,
        Self::Ownership,
        Self::Raw,
        Self::Activity,
        Self::Slots,
    ];

    /// The word on its link.
    pub fn label(self) -> &'static str {
        match self {
            Self::Earned => "Earned",
            Self::Usage => "Use",
            Self::Claims => "Claims",
            Self::Slots => "Slots",
            Self::Market => "Price",
            Self::Activity => "Activity",
            Self::Ownership => "Ownership",
            Self::Evidence => "Shipped",
            Self::Raw => "As written",
        }
    }
}

impl Choice for SubnetTab {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("earned", Self::Earned),
        ("usage", Self::Usage),
        ("claims", Self::Claims),
        ("slots", Self::Slots),
        ("market", Self::Market),
        ("activity", Self::Activity),
        ("ownership", Self::Ownership),
        ("evidence", Self::Evidence),
        ("raw", Self::Raw),
    ];
}

impl View for SubnetPage {
    fn read(reader: &mut Reader) -> Self {
        Self { tab: reader.choice("tab"), at: read_at(reader) }
    }

    fn write(&self, printer: &mut Printer) {
        printer.put("tab", self.tab.id(), self.tab == SubnetTab::default());
        write_at(printer, self.at.as_deref());
    }
}
