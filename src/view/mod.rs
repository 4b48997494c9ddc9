//! Typed views and their URLs: what a page shows is a value, and a link is that value printed.
//!
//! Reading a link never fails: every key is valid, missing, or ignored with a reason that the page
//! says. For every view `parse(print(x)) == x`, and printing is canonical. The address bar leaves
//! out what is at its default; a link that is copied writes everything, with `v=1`, so that it
//! keeps its meaning when a default changes.

mod choice;
mod columns;
mod compare;
mod data;
mod embed;
mod escape;
mod filter;
pub mod heading;
mod link;
mod migrate;
mod network;
mod number;
mod overview;
mod page;
mod places;
mod plane;
mod printer;
mod query;
mod reader;
mod route;
mod rows;
pub mod snippet;
mod sort;
mod subnet;
mod table;
mod tally;

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod roundtrip;

#[cfg(test)]
use crate::snapshot::fixture;

pub use choice::Choice;
pub use columns::{Columns, Preset};
pub use compare::{Compare, Form, MAX_SUBNETS, Mode, TimeBase, UnitChoice, Window, WindowEdge, YScale};
pub use data::Data;
pub use embed::{Embed, Theme, Widget, badge_words, subject};
pub use filter::{Filter, category_slug, typed_limit};
pub use link::{absolute, file, href, strip_base};
pub use network::Network;
pub use overview::{Overview, beside_the_plane};
pub use page::Page;
pub use places::places;
pub use plane::Plane;
pub use printer::Printer;
pub use query::{Ignored, Query};
pub use reader::Reader;
pub use route::Route;
pub use rows::{categories, filtered, rows};
pub use sort::{MAX_SORT_KEYS, SortKey};
pub use subnet::{SubnetPage, SubnetTab};
pub use table::Table;

/// Something that a link can say in full.
pub trait View: Sized {
    /// Takes the keys of this view from a query; what is absent or unusable is at its default.
    fn read(reader: &mut Reader) -> Self;

    /// Gives every key to the printer, in canonical order.
    fn write(&self, printer: &mut Printer);

    /// The view a query means, and what in it could not be used.
    fn parse(query: &Query) -> (Self, Vec<Ignored>) {
        let mut reader = query.reader();
        let view = Self::read(&mut reader);
        (view, reader.finish())
    }

    /// The query for the address bar, without `?`: what is at its default is left out.
    fn print(&self) -> String {
        let mut printer = Printer::short();
        self.write(&mut printer);
        printer.finish()
    }

    /// The query for a link that is copied: everything is written, and the version of the grammar.
    fn print_full(&self) -> String {
        let mut printer = Printer::full();
        self.write(&mut printer);
        printer.finish()
    }
}
