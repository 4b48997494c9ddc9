//! Which field is known of which subnet.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Side, table_box};
use crate::chart::{coverage_strip, rung_strip};
use crate::compute::select::Comparison;
use crate::format::shown_name;
use crate::model::{Rung, RungState};
use crate::registry::{self, Group, Metric};
use crate::view::{Columns, Filter, Page, Preset, Route, SortKey, Table};

/// One row: a metric or a rung.
struct Field {
    /// Its name, leading to what it means.
    name: &'static str,
    method: Route,
    /// Of how many subnets it is known, leading to the table that names them.
    known: usize,
    table: Table,
    strip: String,
    how: &'static str,
    grade: &'static str,
    /// What is known of a subnet, in words.
    of: Box<dyn Fn(usize) -> &'static str + Send>,
}

impl Field {
    fn metric(loaded: &Arc<Loaded>, metric: &'static Metric) -> Self {
        let snapshot = &loaded.snapshot;
        let column = snapshot.column(metric);
        let values: Vec<_> = (0..snapshot.subnets.len()).map(|row| snapshot.value(metric, row)).collect();
        let key = SortKey::Metric(metric);
        Self {
            name: metric.label,
            method: Route::Method(metric, Page::default()),
            known: snapshot.measured(metric),
            table: Table {
                columns: Columns::of(vec![metric]),
                sort: vec![(key, key.first_direction())],
                ..Table::default()
            },
            strip: coverage_strip(&values),
            how: match column {
                None => "not in this snapshot",
                Some(column) if column.computed => "computed in your browser",
                Some(_) => "published",
            },
            grade: column.map_or("", |column| column.provenance.grade.words()),
            of: Box::new(move |row| values[row].absence().map_or("measured", |absence| absence.words())),
        }
    }

    fn rung(loaded: &Arc<Loaded>, rung: Rung) -> Self {
        let subnets = &loaded.snapshot.subnets;
        let states: Vec<RungState> = subnets.iter().map(|subnet| subnet.ladder.state(rung)).collect();
        Self {
            name: rung.name(),
            method: Route::Methods(Page::default()),
            known: states.iter().filter(|state| **state == RungState::Satisfied).count(),
            table: Table {
                filters: vec![Filter::Rung(Comparison::AtLeast, rung.number())],
                columns: Columns::Preset(Preset::Shipped),
                ..Table::default()
            },
            strip: rung_strip(&states),
            how: "published",
            grade: "each by its evidence",
            of: Box::new(move |row| states[row].words()),
        }
    }
}

/// Fields by subnets: a strip a metric or a rung, a tick a subnet in order of netuid.
#[component]
pub(super) fn Coverage(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let told: RwSignal<Option<String>> = RwSignal::new(None);
    let all = loaded.snapshot.subnets.len();
    let rungs = Rung::ALL.into_iter().map(|rung| Field::rung(&loaded, rung));
    let metrics =
        Group::ALL.into_iter().flat_map(|group| registry::all().filter(move |metric| metric.group == group));
    let fields = rungs.chain(metrics.map(|metric| Field::metric(&loaded, metric)));
    let rows = fields
        .map(|field| {
            let shown = loaded.clone();
            let tell = move |event: PointerEvent| {
                let Some(row) = pointed_at(&event, all) else { return };
                let subnet = &shown.snapshot.subnets[row];
                let netuid = subnet.id.netuid();
                let name = shown_name(&subnet.name, netuid);
                told.set(Some(format!("{}, {name} (SN{netuid}): {}.", field.name, (field.of)(row))));
            };
            view! {
                <tr>
                    <th scope="row"><a href=navigation.href(&field.method)>{field.name}</a></th>
                    <td><a href=navigation.href(&Route::Subnets(field.table))>{field.known} " of " {all}</a></td>
                    <td class="l strip" inner_html=field.strip on:pointermove=tell></td>
                    <td class="l">{field.how}</td>
                    <td class="l">{field.grade}</td>
                </tr>
            }
        })
        .any_views();
    const WORDS: &str = "A row a field, a tick a subnet in order of netuid: full where it is known, broken where it has lapsed, three points where it is only claimed, low where it was searched for and none found, a point on the ground where it was not measured, a point above it where nobody searched, nothing where it does not apply. Missing is never zero.";
    view! {
        <section>
            <h2>"Coverage"</h2>
            <p class="sub">{WORDS}</p>
            <p class="hint" role="status">{move || told.get().unwrap_or_else(|| "Point at a tick to read whose it is; the counts lead to the subnets.".to_owned())}</p>
            {table_box("Coverage", "data", [("Field", Side::Right), ("Known", Side::Right), ("Subnets", Side::Left), ("How", Side::Left), ("Grade", Side::Left)], rows)}
        </section>
    }
}

/// The row of the tick under a pointer.
fn pointed_at(event: &PointerEvent, rows: usize) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let strip = target.closest("svg.coverage").ok().flatten()?.get_bounding_client_rect();
    let part = (f64::from(event.client_x()) - strip.left()) / strip.width();
    let row = (part * rows as f64).floor();
    (row >= 0.0 && row < rows as f64).then_some(row as usize)
}
