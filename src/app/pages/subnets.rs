//! All subnets: searched, filtered, sorted, in the columns a reader chooses. All of it is in the URL.

use std::sync::Arc;
use std::time::Duration;

use crate::app::ui::{AnyViews, live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::title;
use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::take_away::file;
use crate::app::ui::{
    Choice, Choices, Filters, FormulaField, LadderMarks, NumberCard, NumberCell, Reader, SinceSelect,
    SubnetLink, open_card_on_click,
};
use crate::chart::table_csv;
use crate::chart::taken::Origin;
use crate::finding::changes;
use crate::format;
use crate::model::Absence;
use crate::model::value::Direction;
use crate::registry::{self, Group, Metric};
use crate::view::{self, Columns, Compare, Preset, Route, SortKey, Table, Widget, category_slug, heading};

/// A pause in typing before the address changes: browsers allow only so many changes a minute.
const PAUSE: Duration = Duration::from_millis(120);

#[component]
pub(super) fn SubnetsPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::SUBNETS);
    view! { <div class="wrap wide-page"><SubnetsView loaded framed=false/></div> }
}

/// The table itself, in the page and in an embed.
#[component]
pub(super) fn SubnetsView(loaded: Arc<Loaded>, framed: bool) -> impl IntoView {
    let table = table_shown();
    // A formula is computed once, and the table that shows it made anew.
    let formulas = Memo::new(move |_| table.with(Table::formulas));
    let computed = {
        let loaded = loaded.clone();
        Memo::new_owning(move |_| (loaded.with_custom(&formulas.get()), true))
    };
    let rows = Memo::new(move |_| table.with(|table| view::rows(table, &computed.get().snapshot)));
    let all = loaded.snapshot.subnets.len();
    let day = loaded.snapshot.as_of.day.map(format::day).unwrap_or_default();
    let count = move || match rows.with(Vec::len) {
        shown if shown == all => format!("{all} subnets on {day}"),
        shown => format!("{shown} of {all} subnets on {day}"),
    };
    view! {
        <h1 aria-live="polite">{count}</h1>
        {(!framed).then(|| view! { <TableSettings loaded=loaded.clone()/> })}
        <Issues loaded=loaded.clone()/>
        {live(move || view! { <Body loaded=computed.get() table rows/> })}
    }
}

fn change(navigation: Navigation, table: Memo<Table>, edit: impl FnOnce(&mut Table)) {
    let mut next = table.get_untracked();
    edit(&mut next);
    navigation.show(Widget::Table(next));
}

/// The table in the address.
fn table_shown() -> Memo<Table> {
    let navigation = Navigation::get();
    Memo::new(move |last: Option<&Table>| match navigation.widget() {
        Some(Widget::Table(table)) => table,
        _ => last.cloned().unwrap_or_default(),
    })
}

/// Everything that the table can be set to.
#[component]
pub(super) fn TableSettings(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let table = table_shown();
    let search = leptos::leptos_dom::helpers::debounce(PAUSE, move |text: String| {
        change(navigation, table, |table| table.search = text);
    });
    let search = StoredValue::new_local(search);
    let mut categories: Vec<String> =
        loaded.snapshot.subnets.iter().filter_map(|subnet| subnet.category.clone()).collect();
    categories.sort();
    categories.dedup();
    let categories = categories.into_iter().map(|category| {
        let slug = category_slug(&category);
        let here = slug.clone();
        let selected = move || table.with(|table| table.category() == Some(here.as_str()));
        view! { <option value=slug selected=selected>{category}</option> }
    });
    let choose_category = move |event| {
        let slug = Some(event_target_value(&event)).filter(|slug| !slug.is_empty());
        change(navigation, table, |table| table.set_category(slug));
    };
    let presets = [Preset::Earned, Preset::Shipped, Preset::Market, Preset::Miners, Preset::All];
    view! {
        <div class="controls">
            <label>
                <span>"Search"</span>
                <input
                    type="search"
                    id="search"
                    placeholder="Name, number, category"
                    autocomplete="off"
                    prop:value=move || table.with(|table| table.search.clone())
                    on:input=move |event| { let text = event_target_value(&event); search.update_value(|search| search(text)); }
                />
            </label>
            <label>
                <span>"Category"</span>
                <select on:change=choose_category>
                    <option value="" selected=move || table.with(|table| table.category().is_none())>"All"</option>
                    {categories.any_views()}
                </select>
            </label>
            <Choices
                label="Columns"
                value=Signal::derive(move || table.with(|table| table.columns.preset()))
                set=Callback::new(move |preset: Option<Preset>| {
                    change(navigation, table, |table| table.columns = preset.map_or(Columns::default(), Columns::Preset));
                })
                choices=presets.into_iter().map(|preset| Choice::new(Some(preset), preset.label())).collect()
            />
            <SinceSelect
                loaded=loaded.clone()
                value=Signal::derive(move || table.with(|table| table.since.clone()))
                set=Callback::new(move |since: Option<String>| change(navigation, table, |table| table.since = since))
            />
            <ColumnChooser table/>
            <TakeTable loaded=loaded.clone() table/>
            <FormulaField
                label="Add a formula"
                now=Signal::derive(String::new)
                set=Callback::new(move |metric| change(navigation, table, |table| table.show(metric)))
            />
        </div>
        <Filters
            loaded
            filters=Signal::derive(move || table.with(|table| table.filters.clone()))
            set=Callback::new(move |filters| change(navigation, table, |table| table.filters = filters))
        />
    }
}

/// The table as a file.
#[component]
fn TakeTable(loaded: Arc<Loaded>, table: Memo<Table>) -> impl IntoView {
    let navigation = Navigation::get();
    let take = move |_| {
        let table = table.get_untracked();
        let snapshot = &loaded.snapshot;
        let route = Route::Subnets(table.clone()).copied(snapshot, true);
        let link = view::absolute(&navigation.origin(), &navigation.base(), &route);
        let text = table_csv(snapshot, &table, &Origin { snapshot: snapshot.id.clone(), link });
        file::text(&format!("subnets-{}.csv", snapshot.id), "text/csv;charset=utf-8", &text);
    };
    view! { <button type="button" class="button" on:click=take>"CSV"</button> }
}

/// Any column, on or off.
#[component]
fn ColumnChooser(table: Memo<Table>) -> impl IntoView {
    let navigation = Navigation::get();
    let line = move |metric: &'static Metric| {
        let checked = move || table.with(|table| table.columns.metrics().contains(&metric));
        let toggle =
            move |_| change(navigation, table, |table| table.columns = table.columns.toggled(metric));
        view! { <li><label><input type="checkbox" prop:checked=checked on:change=toggle/> {metric.label}</label></li> }
    };
    let groups = Group::ALL.map(|group| {
        let boxes = registry::all().filter(|metric| metric.group == group).map(line);
        view! { <div><h3>{group.label()}</h3><ul>{boxes.any_views()}</ul></div> }
    });
    let formulas = Memo::new(move |_| table.with(Table::formulas));
    let own = move || {
        let boxes = formulas.get().into_iter().map(line).any_views();
        (!boxes.is_empty()).then(|| view! { <div><h3>"Formulas"</h3><ul>{boxes}</ul></div> })
    };
    view! {
        <details class="chooser">
            <summary class="button">"Choose columns"</summary>
            <div class="chooser-list">{groups.any_views()} {live(own)}</div>
        </details>
    }
}

/// What in the files could not be used: said, not swallowed.
#[component]
fn Issues(loaded: Arc<Loaded>) -> impl IntoView {
    let count = loaded.issues.len();
    (count > 0).then(|| {
        let lines = loaded.issues.iter().map(|issue| view! { <li>{issue.to_string()}</li> }).any_views();
        view! {
            <details class="note">
                <summary>{format!("{count} parts of the published files could not be used")}</summary>
                <ul>{lines}</ul>
            </details>
        }
    })
}

#[component]
fn Body(loaded: Arc<Loaded>, table: Memo<Table>, rows: Memo<Vec<usize>>) -> impl IntoView {
    let navigation = Navigation::get();
    let card = NumberCard::get();
    let locale = Reader::get().locale;
    let columns = Memo::new(move |_| table.with(|table| table.columns.metrics()));
    let open = {
        let loaded = loaded.clone();
        move |event: leptos::ev::MouseEvent| {
            open_card_on_click(card, &loaded, &locale, &event);
            if let Some(id) = picked_on_click(&event).and_then(|row| loaded.snapshot.subnets.get(row)) {
                change(navigation, table, |table| table.pick(id.id));
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
                        <Head key=SortKey::Netuid label="Subnet" note=String::new() table/>
                        <Head key=SortKey::Category label="Category" note=String::new() table/>
                        <Head key=SortKey::Rung label="Shipped" note="rungs 1–5".to_owned() table/>
                        <th scope="col" title="Best and worst rank by what is earned, under three definitions">
                            "Rank"<small>{ranked}</small>
                        </th>
                        {live(move || columns.get().into_iter().map(|metric| {
                            let note = header_note(metric, measured.snapshot.measured(metric), measured.snapshot.subnets.len());
                            view! { <Head key=SortKey::Metric(metric) label=metric.short note table/> }
                        }).any_views())}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|row| *row children=row/>
                </tbody>
            </table>
        </div>
        <Empty table rows/>
        <Picked table/>
    }
}

/// The row whose picking button was clicked, if one was.
fn picked_on_click(event: &leptos::ev::MouseEvent) -> Option<usize> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-pick]").ok()??.get_attribute("data-pick")?.parse().ok()
}

/// What was picked, on its way to a comparison.
#[component]
fn Picked(table: Memo<Table>) -> impl IntoView {
    let navigation = Navigation::get();
    live(move || {
        let subnets = table.with(|table| table.picked.clone());
        (!subnets.is_empty()).then(|| {
            let words = match subnets.len() {
                1 => "Compare the one picked".to_owned(),
                count => format!("Compare the {count} picked"),
            };
            let compare = navigation.href(&Route::Compare(Compare { subnets, ..Compare::default() }));
            let clear = move |_| change(navigation, table, |table| table.picked.clear());
            view! {
                <div class="picked" role="region" aria-label="Picked subnets">
                    <a class="button" href=compare>{words}</a>
                    <button type="button" class="button" on:click=clear>"Put back"</button>
                </div>
            }
        })
    })
}

/// The snapshot whose numbers stand beside these, once it has arrived. A table that cannot have it
/// is still a table, and says why under its tools.
type Earlier = RwSignal<Option<Result<Arc<Loaded>, String>>, LocalStorage>;

fn earlier(loaded: &Arc<Loaded>, table: Memo<Table>) -> Earlier {
    let store = Store::get();
    let before: Earlier = RwSignal::new_local(None);
    let since = Memo::new(move |_| table.with(|table| table.since.clone()));
    let this = loaded.snapshot.id.clone();
    Effect::new(move |_| {
        let wanted = since.get().filter(|id| *id != this);
        before.set(None);
        let Some(id) = wanted else { return };
        let store = store.get_value();
        spawn_local(async move {
            let result = store.snapshot(Some(id.clone())).await.map_err(|error| error.to_string());
            if since.try_get_untracked().flatten().as_ref() == Some(&id) {
                let _ = before.try_set(Some(result));
            }
        });
    });
    before
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
fn Head(key: SortKey, label: &'static str, note: String, table: Memo<Table>) -> impl IntoView {
    let navigation = Navigation::get();
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
        change(navigation, table, |table| table.sort_by(key, and));
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
fn Empty(table: Memo<Table>, rows: Memo<Vec<usize>>) -> impl IntoView {
    let navigation = Navigation::get();
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
                change(navigation, table, |table| {
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
