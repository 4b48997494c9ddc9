//! Everything that the table can be set to.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::change::Change;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::take_away::file;
use crate::app::ui::{AnyViews, Choice, Choices, Filters, FormulaField, SinceSelect, live};
use crate::chart::table_csv;
use crate::chart::taken::Origin;
use crate::registry::{self, Group, Metric};
use crate::view::{self, Columns, Preset, Route, Table, category_slug};

/// A pause in typing before the address changes: browsers allow only so many changes a minute.
const PAUSE: Duration = Duration::from_millis(120);

/// Everything that the table can be set to.
#[component]
pub fn TableSettings(loaded: Arc<Loaded>) -> impl IntoView {
    let change = Change::get();
    let table = change.table;
    let search = leptos::leptos_dom::helpers::debounce(PAUSE, move |text: String| {
        change.by(|table| table.search = text);
    });
    let search = StoredValue::new_local(search);
    let categories = view::categories(&loaded.snapshot).into_iter().map(|category| {
        let slug = category_slug(&category);
        let here = slug.clone();
        let selected = move || table.with(|table| table.category() == Some(here.as_str()));
        view! { <option value=slug selected=selected>{category}</option> }
    });
    let choose_category = move |event| {
        let slug = Some(event_target_value(&event)).filter(|slug| !slug.is_empty());
        change.by(|table| table.set_category(slug));
    };
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
                    change.by(|table| table.columns = preset.map_or(Columns::default(), Columns::Preset));
                })
                choices=Preset::ALL.into_iter().map(|preset| Choice::new(Some(preset), preset.label())).collect()
            />
            <SinceSelect
                loaded=loaded.clone()
                value=Signal::derive(move || table.with(|table| table.since.clone()))
                set=Callback::new(move |since: Option<String>| change.by(|table| table.since = since))
            />
            <ColumnChooser change/>
            <TakeTable loaded=loaded.clone() table/>
            <FormulaField
                label="Add a formula"
                now=Signal::derive(String::new)
                set=Callback::new(move |metric| change.by(|table| table.show(metric)))
            />
        </div>
        <Filters
            loaded
            filters=Signal::derive(move || table.with(|table| table.filters.clone()))
            set=Callback::new(move |filters| change.by(|table| table.filters = filters))
        />
    }
}

/// The table as a file.
#[component]
fn TakeTable(loaded: Arc<Loaded>, table: Memo<Table>) -> impl IntoView {
    let navigation = Navigation::get();
    // Not in the builder, which is where the link leads.
    let shown = loaded.clone();
    let embed = move || {
        let building = matches!(navigation.route(), Route::EmbedBuilder(_));
        navigation.builder_href(&shown.snapshot).filter(|_| !building)
    };
    let take = move |_| {
        let table = table.get_untracked();
        let snapshot = &loaded.snapshot;
        let route = Route::Subnets(table.clone()).copied(snapshot, true);
        let link = view::absolute(&navigation.origin(), &navigation.base(), &route);
        let text = table_csv(snapshot, &table, &Origin { snapshot: snapshot.id.clone(), link });
        file::text(&format!("subnets-{}.csv", snapshot.id), "text/csv;charset=utf-8", &text);
    };
    view! {
        <button type="button" class="button" on:click=take>"CSV"</button>
        {live(move || embed().map(|href| view! { <a class="button" href=href>"Embed"</a> }))}
    }
}

/// Any column, on or off.
#[component]
fn ColumnChooser(change: Change) -> impl IntoView {
    let table = change.table;
    let line = move |metric: &'static Metric| {
        let checked = move || table.with(|table| table.columns.metrics().contains(&metric));
        let toggle = move |_| change.by(|table| table.columns = table.columns.toggled(metric));
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
