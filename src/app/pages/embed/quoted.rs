//! A frozen quote says of when it is, and what has moved since.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::{Later, Reader, live};
use crate::finding::quoted;
use crate::format;
use crate::registry;
use crate::view::Widget;

/// The day of a pinned view, and how its numbers stand in the newest snapshot. When that cannot be
/// loaded, the day still stands.
#[component]
pub(super) fn Quoted(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    let store = Store::get();
    let locale = Reader::get().locale;
    let day = loaded.snapshot.as_of.day.map(format::day).unwrap_or_default();
    let quoted = loaded.clone();
    let what = move || {
        let snapshot = &quoted.snapshot;
        match navigation.widget() {
            Some(Widget::Compare(compare)) => (compare.metric, compare.rows(snapshot)),
            Some(Widget::Plane(plane)) => (plane.metric, Vec::new()),
            widget => {
                let subnet = widget.and_then(|widget| widget.subnet());
                let row = subnet.and_then(|subnet| snapshot.row(subnet));
                (registry::known("emission_tao_day"), row.into_iter().collect())
            }
        }
    };
    view! {
        <div class="note quoted" role="status">
            <p>{format!("Frozen: as of {day}.")}</p>
            <Later
                what="what has moved since"
                load=move || async move { store.get_value().snapshot(None).await }
                show={move |newest: &Arc<Loaded>| {
                    let (loaded, newest, what) = (loaded.clone(), newest.clone(), what.clone());
                    live(move || {
                        let (metric, rows) = what();
                        quoted::since_quoted(&loaded.snapshot, &newest.snapshot, metric, &rows, &locale)
                    })
                }}
            />
        </div>
    }
}
