//! The parts of a subnet's page: a list of them, and going to the one that the address names.

use leptos::prelude::*;

use crate::app::navigation::{Navigation, go_to};
use crate::app::ui::AnyViews;
use crate::model::SubnetRef;
use crate::view::{Choice, Route, SubnetPage, SubnetTab};

/// Links to every part, in the order of the page.
#[component]
pub(super) fn Parts(reference: SubnetRef) -> impl IntoView {
    let navigation = Navigation::get();
    let tab = Memo::new(move |_| match navigation.route() {
        Route::Subnet(_, page) => Some(page.tab),
        _ => None,
    });
    Effect::new(move |last: Option<Option<SubnetTab>>| {
        let now = tab.get();
        // A page that opens at its first part is at the top already.
        if let Some(tab) = now.filter(|tab| last.is_some() || *tab != SubnetTab::default()) {
            go_to(tab.id());
        }
        now
    });
    let links = SubnetTab::PARTS.map(|part| {
        let link = move || {
            let at = navigation.route().at().map(str::to_owned);
            navigation.exact_href(&Route::Subnet(reference, SubnetPage { tab: part, at }))
        };
        // The address may name this part already, and then nothing changes that could be followed.
        view! { <li><a href=link on:click=move |_| go_to(part.id())>{part.label()}</a></li> }
    });
    view! { <nav class="parts" aria-label="Parts of this page"><ul class="inline">{links.any_views()}</ul></nav> }
}
