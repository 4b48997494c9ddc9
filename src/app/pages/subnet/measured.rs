//! Every metric of the registry for one subnet.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::Number;
use crate::registry::{self, Group};
use crate::view::{Page, Route};

/// Every metric of the registry for this subnet, by group.
#[component]
pub(super) fn Columns(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let navigation = Navigation::get();
    let groups = Group::ALL.map(|group| {
        let rows = registry::all().filter(|metric| metric.group == group).map(|metric| {
            view! {
                <div>
                    <dt><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></dt>
                    <dd><Number loaded=loaded.clone() metric row/></dd>
                </div>
            }
        });
        let id = match group {
            Group::Miners => Some("slots"),
            Group::Shipped => Some("activity"),
            Group::Earned | Group::Market => None,
        };
        view! { <section id=id><h3>{group.label()}</h3><dl class="sheet">{rows.any_views()}</dl></section> }
    });
    view! {
        <section>
            <h2>"Everything measured"</h2>
            <p class="sub">"Open a number for its source, block, formula and limits."</p>
            <div class="sheets">{groups.any_views()}</div>
        </section>
    }
}
