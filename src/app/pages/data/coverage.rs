//! Which metric is known of which subnet.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Side, table_box};
use crate::chart::coverage_strip;
use crate::registry::{self, Group};
use crate::view::{Page, Route};

/// Fields by subnets: a strip a metric, a tick a subnet in order of netuid.
#[component]
pub(super) fn Coverage(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let all = loaded.snapshot.subnets.len();
    let metrics =
        Group::ALL.into_iter().flat_map(|group| registry::all().filter(move |metric| metric.group == group));
    let rows = metrics.map(|metric| {
        let measured = loaded.snapshot.measured(metric);
        let column = loaded.snapshot.column(metric);
        let how = match column {
            None => "not in this snapshot",
            Some(column) if column.computed => "computed in your browser",
            Some(_) => "published",
        };
        let grade = column.map_or("", |column| column.provenance.grade.words());
        let values: Vec<_> = (0..all).map(|row| loaded.snapshot.value(metric, row)).collect();
        view! {
            <tr>
                <th scope="row"><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></th>
                <td>{measured} " of " {all}</td>
                <td class="l strip" inner_html=coverage_strip(&values)></td>
                <td class="l">{how}</td>
                <td class="l">{grade}</td>
            </tr>
        }
    });
    view! {
        <section>
            <h2>"Coverage"</h2>
            <p class="sub">"A row a metric, a tick a subnet in order of netuid: full where there is a number, low where it was searched for and none found, a dot where nobody searched or measured, nothing where it does not apply. Missing is never zero."</p>
            {table_box("Coverage", "data", [("Metric", Side::Right), ("Measured", Side::Right), ("Subnets", Side::Left), ("How", Side::Left), ("Grade", Side::Left)], rows.any_views())}
        </section>
    }
}
