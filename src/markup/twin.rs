//! Rows of the table that says the same as a chart.

use super::fitted::{self, Cell, Widths};
use super::parts::asked_number;
use super::{Markup, el};
use crate::chart::ChartSpec;
use crate::chart::twin::{Column, Twin, asked};

/// A row of a chart's table; numbers that can be asked about open their cards.
pub fn row(spec: &ChartSpec, twin: &Twin, at: usize) -> Markup {
    let texts = &twin.rows[at];
    let cells = texts.iter().enumerate().map(|(column, text)| match asked(spec, texts, column) {
        Some(_) => Cell::of(
            asked_number(text.clone(), None)
                .attr("data-row", at.to_string())
                .attr("data-column", column.to_string()),
        ),
        None => Cell::of(el("bdi").with(text.as_str())),
    });
    fitted::row(cells)
}

/// Its columns, each wide enough for all rows.
pub fn widths(twin: &Twin) -> Widths {
    let heads: Vec<String> = twin.columns.iter().map(Column::head).collect();
    Widths::of(heads.iter().enumerate().map(|(column, head)| {
        let cells = twin.rows.iter().map(move |row| row[column].clone());
        ([head.as_str()], cells)
    }))
}
