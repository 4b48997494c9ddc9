//! The table: its head, its rows, and what it says when it is empty.

use std::sync::Arc;

use leptos::prelude::*;

use super::change::Change;
use super::earlier::{Earlier, earlier};
use super::picked::{Picked, picked_on_click};
use crate::app::data::Loaded;
use crate::app::ui::{
    AnyViews, LadderMarks, NumberCard, NumberCell, Reader, SubnetLink, live, open_card_on_click,
};
use crate::finding::changes;
use crate::format;
use crate::model::Absence;
use crate::model::value::Direction;
use crate::registry::{self, Metric};
use crate::view::{SortKey, Table};

/// The table.
#[component]
pub fn Body(loaded: Arc<Loaded>, change: Change, rows: Memo<Vec<usize>>) -> impl IntoView {
    let table = change.table;
    let card = NumberCard::get();
    let locale = Reader::get().locale;
    let columns = Memo::new(move |_| table.with(|table| table.columns.metrics()));
    let open = {
        let loaded = loaded.clone();
        move |event: leptos::ev::MouseEvent| {
            open_card_on_click(card, &loaded, &locale, &event);
            if let Some(id) = picked_on_click(&event).and_then(|row| loaded.snapshot.subnets.get(row)) {
                change.by(|table| table.pick(id.id));
            }
        }
    };
    let before = earlier(&loaded, table);
    let row = {
        let loaded = loaded.clone();
        move |row: usize| view! { <Row loaded=loaded.clone() row table columns before/> }
    };
    let measured = loaded.clone();
    let ranked = loaded
        .ranks
        .iter()
        .flatten()
        .next()
        .map_or("not measured".to_owned(), |rank| format!("of {}", rank.of));
    view! {
        {live(move || before.with(|before| match before {
            Some(Err(why)) => Some(view! { <p class="note" role="alert">{why.clone()}</p> }),
            _ => None,
        }))}
        <div class="table-box" tabindex="0" role="region" aria-label="Subnets">
            <table class="data subnets" on:click=open>
                <thead>
                    <tr>
                        <Head key=SortKey::Netuid label="Subnet" note=String::new() change/>
                        <Head key=SortKey::Category label="Category" note=String::new() change/>
                        <Head key=SortKey::Rung label="Shipped" note="rungs 1–5".to_owned() change/>
                        <th scope="col" title="Best and worst rank by what is earned, under three definitions">
                            "Rank"<small>{ranked}</small>
                        </th>
                        {live(move || columns.get().into_iter().map(|metric| {
                            let note = header_note(metric, measured.snapshot.measured(metric), measured.snapshot.subnets.len());
                            view! { <Head key=SortKey::Metric(metric) label=metric.short note change/> }
                        }).any_views())}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|row| *row children=row/>
                </tbody>
            </table>
        </div>
        <Empty change rows/>
        <Picked change/>
    }
}

/// The unit, and how many have the number when not all do.
fn header_note(metric: &Metric, measured: usize, all: usize) -> String {
    let unit = match metric.style {
        registry::Style::Percent(_) => "%".to_owned(),
        _ => format::unit(metric.unit),
    };
    let coverage = if measured < all { format!("{measured} of {all}") } else { String::new() };
    [unit, coverage].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
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
    view! {
        <th scope="col" aria-sort=sorted class:l=left>
            <button type="button" on:click=sort>{label}</button>
            <small>{note}</small>
        </th>
    }
}

#[component]
fn Row(
    loaded: Arc<Loaded>,
    row: usize,
    table: Memo<Table>,
    columns: Memo<Vec<&'static Metric>>,
    before: Earlier,
) -> impl IntoView {
    let locale = Reader::get().locale;
    let subnet = loaded.snapshot.subnets[row].clone();
    let ladder = subnet.ladder;
    let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
    let id = subnet.id;
    let netuid = id.netuid();
    let pick = format!("Compare {}", format::shown_name(&subnet.name, netuid));
    let picked = move || {
        let picked = table.with(|table| table.picked.iter().any(|picked| picked.means(id)));
        if picked { "true" } else { "false" }
    };
    let rank = loaded.ranks.get(row).copied().flatten().map(|rank| rank.to_string());
    let rank = match rank {
        Some(rank) => rank.into_any(),
        None => view! { <span class="number missing">{Absence::NotMeasured.words()}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="pick" data-pick=row.to_string() aria-pressed=picked aria-label=pick title="Pick to compare"></button>
                <span class="netuid">{netuid}</span><SubnetLink subnet/>
            </th>
            <td class="l category">{category}</td>
            <td class="l"><LadderMarks ladder/></td>
            <td>{rank}</td>
            {live(move || {
                let before = before.with(|before| before.clone().and_then(Result::ok));
                let cell = |metric| {
                    let moved = before.as_ref().and_then(|before| {
                        let then = changes::earlier(&before.snapshot, &loaded.snapshot, metric, row);
                        changes::moved(metric, then, loaded.snapshot.value(metric, row), &locale)
                    });
                    view! { <NumberCell loaded=loaded.clone() metric row moved/> }
                };
                columns.get().into_iter().map(cell).any_views()
            })}
        </tr>
    }
}

/// An empty table says what emptied it, and offers to take that away.
#[component]
fn Empty(change: Change, rows: Memo<Vec<usize>>) -> impl IntoView {
    let table = change.table;
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
