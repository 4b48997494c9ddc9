//! Tables whose rows are laid out each by itself.
//!
//! A browser lays a table out by all of its cells, whenever one changes. Rows that are grids of
//! known columns are laid out and painted only where they are seen, so that a press answers at once
//! however long the table is; the roles say what the elements would have said.

use super::{Element, Markup, el};
use crate::chart::measure;

/// Size of a cell's text in pixels, and of a head's, as in the style sheet.
const CELL: f64 = 14.0;
const HEAD: f64 = 12.0;
/// What stands beside the text of a cell.
const PADDING: f64 = 20.0;
/// Room for the arrow of a column that is sorted by.
const ARROW: f64 = 14.0;
/// Widest column.
const MOST: f64 = 260.0;

/// Widths of columns in pixels.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Widths(Vec<f64>);

impl Widths {
    /// Columns that no text of theirs is too wide for, unless it is a very long one; of each its
    /// heads, and its cells.
    pub fn of<H, C>(columns: impl IntoIterator<Item = (H, C)>) -> Self
    where
        H: IntoIterator<Item: AsRef<str>>,
        C: IntoIterator<Item = String>,
    {
        let column = |(heads, cells): (H, C)| {
            let heads = heads.into_iter().map(|head| measure::bold_width(head.as_ref(), HEAD) + ARROW);
            let cells = cells.into_iter().map(|cell| measure::width(&cell, CELL));
            (heads.chain(cells).fold(0.0, f64::max) + PADDING).ceil().min(MOST)
        };
        Self(columns.into_iter().map(column).collect())
    }

    /// The columns as tracks of a grid, which share what is left over.
    pub fn tracks(&self) -> String {
        let tracks: Vec<String> = self.0.iter().map(|width| format!("minmax({width}px, 1fr)")).collect();
        tracks.join(" ")
    }

    /// What all need.
    pub fn least(&self) -> String {
        format!("{}px", self.0.iter().sum::<f64>())
    }
}

/// A cell of a row.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    heads: bool,
    class: &'static str,
    content: Markup,
}

impl Cell {
    /// A cell.
    pub fn of(content: impl Into<Markup>) -> Self {
        Self { heads: false, class: "", content: content.into() }
    }

    /// The cell that names its row.
    pub fn heading(content: impl Into<Markup>) -> Self {
        Self { heads: true, ..Self::of(content) }
    }

    /// With classes.
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    fn element(self) -> Element {
        let element = if self.heads { el("th").attr("scope", "row") } else { el("td") };
        let element = if self.class.is_empty() { element } else { element.class(self.class) };
        element.with(self.content)
    }
}

/// A row that is laid out by itself.
pub(super) fn row(cells: impl IntoIterator<Item = Cell>) -> Markup {
    el("tr").attr("role", "row").with(self::cells(cells)).into()
}

/// Cells of such a row.
pub(super) fn cells(cells: impl IntoIterator<Item = Cell>) -> Markup {
    Markup::all(cells.into_iter().map(|cell| {
        let role = if cell.heads { "rowheader" } else { "cell" };
        cell.element().attr("role", role)
    }))
}

/// A row of a table that the browser lays out.
pub(super) fn plain_row(cells: impl IntoIterator<Item = Cell>) -> Markup {
    el("tr").with_all(cells.into_iter().map(Cell::element)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_widest_text() {
        let narrow = Widths::of([(["Price"], vec!["1".to_owned()])]);
        let wide = Widths::of([(["Price"], vec!["1".to_owned(), "1,234,567.891".to_owned()])]);
        assert!(wide.0[0] > narrow.0[0], "{wide:?} {narrow:?}");
        let headed = Widths::of([(["A much longer head"], vec!["1".to_owned()])]);
        assert!(headed.0[0] > narrow.0[0], "{headed:?}");
        assert_eq!(Widths(vec![40.0, 60.0]).tracks(), "minmax(40px, 1fr) minmax(60px, 1fr)");
        assert_eq!(Widths(vec![40.0, 60.0]).least(), "100px");
    }
}
