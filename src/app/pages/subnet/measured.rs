//! Every metric of the registry for one subnet.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::Number;
use crate::registry::{self, Group};
use crate::view::{Choice, Page, Route, SubnetTab};

/// Every metric of the registry for this subnet, by group: activity and slots, to which links lead, in
/// parts of their own.
#[component]
pub(super) fn Columns(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let navigation = Navigation::get();
    let sheet = move |loaded: &Arc<Loaded>, group: Group| {
        let rows = registry::all().filter(|metric| metric.group == group).map(|metric| {
            view! {
                <div>
                    <dt><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></dt>
                    <dd><Number loaded=loaded.clone() metric row/></dd>
                </div>
            }
        });
        view! { <dl class="sheet">{rows.any_views()}</dl> }
    };
    let parts = [
        (SubnetTab::Activity, Group::Shipped, "Commits, stars and releases are activity, never a rung."),
        (SubnetTab::Slots, Group::Miners, "Who has a place in the subnet, and what a place costs."),
    ];
    let parts = parts.map(|(tab, group, why)| {
        view! {
            <section id=tab.id()>
                <h2>{tab.label()}</h2>
                <p class="sub">{why}</p>
                <div class="sheets">{sheet(&loaded, group)}</div>
            </section>
        }
    });
    let rest = [Group::Earned, Group::Market];
    let rest = rest.map(|group| view! { <section><h3>{group.label()}</h3>{sheet(&loaded, group)}</section> });
    view! {
        {parts.any_views()}
        <section>
            <h2>"Earned and market, every number"</h2>
            <p class="sub">"Open a number for its source, block, formula and limits."</p>
            <div class="sheets">{rest.any_views()}</div>
        </section>
    }
}
