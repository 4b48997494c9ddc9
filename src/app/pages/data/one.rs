//! Everything that moved of one subnet between two snapshots.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Number, Reader, live};
use crate::finding::difference;
use crate::finding::since::differences;
use crate::format::{self, shown_name};
use crate::view::{Data, Page, Route};

/// Every metric of a subnet that the reader chooses, in both snapshots. The choice is in the address.
#[component]
pub(super) fn OneSubnet(before: Arc<Loaded>, after: Arc<Loaded>, data: Memo<Data>) -> impl IntoView {
    let navigation = Navigation::get();
    let locale = Reader::get().locale;
    let chosen = {
        let after = after.clone();
        Memo::new(move |_| data.with(|data| data.subnet).and_then(|subnet| after.snapshot.row(subnet)))
    };
    let options = after.snapshot.subnets.iter().enumerate().map(|(row, subnet)| {
        let netuid = subnet.id.netuid();
        let name = format!("{netuid} {}", shown_name(&subnet.name, netuid));
        view! { <option value=subnet.id.to_string() selected=move || chosen.get() == Some(row)>{name}</option> }
    });
    let options = options.any_views();
    let choose = move |event| {
        let subnet = event_target_value(&event).parse().ok();
        navigation.replace(&Route::Data(Data { subnet, ..data.get_untracked() }));
    };
    let table = move || {
        let row = chosen.get()?;
        let rows = differences(&before.snapshot, &after.snapshot, row).into_iter().map(|one| {
            let metric = one.metric;
            let moved = difference::moved(metric, one.then, one.now, &locale);
            view! {
                <tr>
                    <th scope="row"><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></th>
                    <td>{format::with_unit(one.then, metric, &locale)}</td>
                    <td><Number loaded=after.clone() metric row/></td>
                    <td>{moved}</td>
                </tr>
            }
        });
        let [then, now] =
            [&before, &after].map(|loaded| loaded.snapshot.as_of.day.map(format::day).unwrap_or_default());
        Some(view! {
            <div class="table-box" tabindex="0" role="region" aria-label="Every number of one subnet">
                <table class="data narrow">
                    <thead><tr><th scope="col">"Metric"</th><th scope="col">{then}</th><th scope="col">{now}</th><th scope="col">"Change"</th></tr></thead>
                    <tbody>{rows.any_views()}</tbody>
                </table>
            </div>
        })
    };
    view! {
        <h3>"One subnet, every number"</h3>
        <div class="controls">
            <label>
                <span>"Subnet"</span>
                <select on:change=choose>
                    <option value="" selected=move || chosen.get().is_none()>"Choose one"</option>
                    {options}
                </select>
            </label>
        </div>
        {live(table)}
    }
}
