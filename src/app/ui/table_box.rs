//! Tables of words, in a box that scrolls by itself.

use leptos::prelude::*;

use super::erase::AnyViews;

/// Where the words of a column begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// For words.
    Left,
    /// For numbers, and the heads of rows.
    Right,
}

/// A table with a head, in a box that keys can scroll. `class` is that of the table.
pub fn table_box<const N: usize>(
    label: &'static str,
    class: &'static str,
    heads: [(&'static str, Side); N],
    rows: Vec<AnyView>,
) -> AnyView {
    boxed(label, class, heads.to_vec(), rows)
}

fn boxed(
    label: &'static str,
    class: &'static str,
    heads: Vec<(&'static str, Side)>,
    rows: Vec<AnyView>,
) -> AnyView {
    let heads = heads.into_iter().map(|(name, side)| {
        view! { <th scope="col" class:l={side == Side::Left}>{name}</th> }
    });
    view! {
        <div class="table-box" tabindex="0" role="region" aria-label=label>
            <table class=class>
                <thead><tr>{heads.any_views()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
