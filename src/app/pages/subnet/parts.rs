//! The parts of a subnet's page: a list of them, and going to the one that the address names.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::navigation::Navigation;
use crate::app::ui::AnyViews;
use crate::model::SubnetRef;
use crate::view::{Choice, Route, SubnetPage, SubnetTab};

/// Parts wait for files of their own, so the one that is named may not be there at once.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
const LOOKS: u32 = 50;

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
            go_to(tab.id(), LOOKS);
        }
        now
    });
    let links = SubnetTab::PARTS.map(|part| {
        let link = move || {
            let at = navigation.route().at().map(str::to_owned);
            navigation.exact_href(&Route::Subnet(reference, SubnetPage { tab: part, at }))
        };
        // The address may name this part already, and then nothing changes that could be followed.
        view! { <li><a href=link on:click=move |_| go_to(part.id(), 1)>{part.label()}</a></li> }
    });
    view! { <nav class="parts" aria-label="Parts of this page"><ul class="inline">{links.any_views()}</ul></nav> }
}

fn go_to(id: &'static str, looks: u32) {
    match document().get_element_by_id(id) {
        Some(part) => part.scroll_into_view(),
        None if looks > 0 => set_timeout(move || go_to(id, looks - 1), LOOK_AGAIN),
        None => {}
    }
}
