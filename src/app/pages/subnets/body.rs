//! The table: its head, its rows, and what it says when it is empty.

use std::sync::Arc;

use leptos::html::Tbody;
use leptos::prelude::*;

use super::change::Change;
use super::earlier::{Earlier, earlier};
use super::picked::{Picked, mark_picked, picked_on_click};
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{
    AnyViews, NumberCard, Reader, Rows, Write, as_written, href_of, live, open_card_on_click, write_rows,
};
use crate::format::{self, Locale};
use crate::markup::{self, Markup, Widths, subnets};
use crate::model::value::Direction;
use crate::registry::Metric;
use crate::view::{SortKey, Table};

/// Columns of numbers that a row is written with; a screen shows no more beside the name.
const COLUMNS: usize = 10;

/// The table.
#[component]
pub fn Body(
    loaded: Arc<Loaded>,
    change: Change,
    /// What of it is shown, a picture after it was chosen.
    table: Signal<Table>,
    rows: Memo<Vec<usize>>,
) -> impl IntoView {
    let card = NumberCard::get();
    let locale = Reader::get().locale;
    let columns = Memo::new(move |_| table.with(|table| table.columns.metrics()));
    let lead = Memo::new(move |_| table.with(Table::lead));
    let open = {
        let loaded = loaded.clone();
        move |event: leptos::ev::MouseEvent| {
            open_card_on_click(card, &loaded, &locale, &event);
            if let Some(id) = picked_on_click(&event).and_then(|row| loaded.snapshot.subnets.get(row)) {
                change.by(|table| table.pick(id.id));
            }
        }
    };
    let before = earlier(&loaded, change.table);
    let written =
        Written { loaded: loaded.clone(), change, table, before, navigation: Navigation::get(), locale };
    let noted = written.clone();
    let widths = {
        let written = written.clone();
        Memo::new(move |_| {
            before.track();
            written.rows(&columns.get(), |rows| rows.widths())
        })
    };
    let body = NodeRef::<Tbody>::new();
    write_rows(body, move || {
        let (written, metrics, order) = (written.clone(), columns.get(), Arc::new(rows.get()));
        before.track();
        // The lead is among the first: where there is no room, its cell has a place of its own.
        let lead = lead.with(|lead| metrics.iter().position(|metric| metric == lead));
        let seen = metrics.len().min(COLUMNS.max(lead.map_or(0, |lead| lead + 1)));
        let count = order.len();
        let part = |metrics: &[&'static Metric], of: fn(subnets::Rows, usize) -> Markup| {
            let (written, metrics, order) = (written.clone(), metrics.to_vec(), order.clone());
            let write = move |at: usize| written.rows(&metrics, |rows| of(rows, order[at]));
            Box::new(write) as Write
        };
        let row: fn(subnets::Rows, usize) -> Markup = |rows, row| rows.row(row);
        let parts = (seen < metrics.len())
            .then(|| [part(&metrics[..seen], row), part(&metrics[seen..], |rows, row| rows.numbers(row))]);
        Rows { count, write: part(&metrics, row), parts }
    });
    let ranked = subnets::ranked(&loaded.ranks);
    mark_picked(body, change, move |subnet| loaded.snapshot.row(subnet));
    view! {
        {live(move || before.with(|before| match before {
            Some(Err(why)) => Some(view! { <p class="note" role="alert">{why.clone()}</p> }),
            _ => None,
        }))}
        {as_written(markup::table_key)}
        <div class="table-box" tabindex="0" role="region" aria-label="Subnets">
            <table
                class="data subnets fitted"
                role="table"
                style:--numbers=move || widths.with(Widths::tracks)
                style:--numbers-least=move || widths.with(Widths::least)
                on:click=open
            >
                <thead role="rowgroup">
                    <tr role="row">
                        <Head key=SortKey::Netuid label="Subnet" note=String::new() change/>
                        <Head key=SortKey::Category label="Category" note=String::new() change/>
                        <Head key=SortKey::Rung label="Shipped" note="rungs 1–5".to_owned() change/>
                        <Head key=SortKey::Rank label="Rank" note=ranked change/>
                        {live(move || columns.get().into_iter().map(|metric| {
                            let note = noted.rows(&[], |rows| rows.note(metric));
                            view! { <Head key=SortKey::Metric(metric) label=metric.short note change/> }
                        }).any_views())}
                    </tr>
                </thead>
                <tbody role="rowgroup" node_ref=body></tbody>
            </table>
        </div>
        <Empty change table rows/>
        <Picked change/>
    }
}

/// What the rows are written of.
#[derive(Clone)]
struct Written {
    loaded: Arc<Loaded>,
    change: Change,
    table: Signal<Table>,
    before: Earlier,
    navigation: Navigation,
    locale: Locale,
}

impl Written {
    /// The rows as they are now, in these columns.
    fn rows<T>(&self, metrics: &[&'static Metric], made: impl FnOnce(subnets::Rows) -> T) -> T {
        let before = self.before.get_untracked().and_then(Result::ok);
        let picked = self.change.table.with_untracked(|table| table.picked.clone());
        made(subnets::Rows {
            snapshot: &self.loaded.snapshot,
            ranks: &self.loaded.ranks,
            metrics,
            lead: self.table.with_untracked(Table::lead),
            before: before.as_ref().map(|before| &before.snapshot),
            locale: &self.locale,
            href: &|subnet| href_of(self.navigation, subnet),
            picked: Some(&picked),
        })
    }
}

#[component]
fn Head(key: SortKey, label: &'static str, note: String, change: Change) -> impl IntoView {
    let table = change.table;
    let sorted = move || {
        table.with(|table| match table.sort.first() {
            Some((first, Direction::Ascending)) if *first == key => Some("ascending"),
            Some((first, Direction::Descending)) if *first == key => Some("descending"),
            _ => None,
        })
    };
    // Shift keeps the order there was for rows that this column finds equal.
    let sort = move |event: leptos::ev::MouseEvent| {
        let and = event.shift_key();
        change.by(|table| table.sort_by(key, and));
    };
    let left = matches!(key, SortKey::Category | SortKey::Rung);
    // Where there is no room for all columns, those stay that a row says something of.
    let stays = move || {
        matches!(key, SortKey::Netuid | SortKey::Rung | SortKey::Rank)
            || table.with(|table| SortKey::Metric(table.lead()) == key)
    };
    let heading = match key {
        SortKey::Rank => "Best and worst rank by what is earned, under three definitions",
        _ => "",
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=sorted class:l=left class:stays=stays title=heading>
            <button type="button" on:click=sort>{label}</button>
            <small>{note}</small>
        </th>
    }
}

/// An empty table says what emptied it, and offers to take that away.
#[component]
fn Empty(change: Change, table: Signal<Table>, rows: Memo<Vec<usize>>) -> impl IntoView {
    let locale = Reader::get().locale;
    move || {
        rows.with(Vec::is_empty).then(|| {
            let causes = table.with(|table| {
                let search = (!table.search.is_empty())
                    .then(|| format!("“{}”", format::shown_text(&table.search, 40)));
                let filters = table.filters.iter().map(|filter| filter.words(&locale));
                search.into_iter().chain(filters).collect::<Vec<_>>().join(", ")
            });
            let clear = move |_| {
                change.by(|table| {
                    table.search = String::new();
                    table.filters.clear();
                });
            };
            view! {
                <div class="empty" role="status">
                    <p>{format!("No subnet matches {causes}.")}</p>
                    <button type="button" class="button" on:click=clear>"Show all subnets"</button>
                </div>
            }
        })
    }
}
