//! A view without the frame of the site, for other people's pages.

use std::sync::Arc;

use leptos::prelude::*;

use super::compare::CompareView;
use super::plane::PlaneView;
use super::subnet::SubnetPage;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::settings;
use crate::view::{Embed, Route, Widget};

#[component]
pub(super) fn EmbedPage(loaded: Arc<Loaded>, embed: Embed) -> impl IntoView {
    let navigation = Navigation::get();
    settings::apply_theme(embed.theme);
    let whole = match &embed.widget {
        Widget::Compare(compare) => Route::Compare(compare.clone()),
        Widget::Plane(plane) => Route::Plane(plane.clone()),
        Widget::Subnet(reference, page) => Route::Subnet(*reference, page.clone()),
    };
    let view = match embed.widget {
        Widget::Compare(_) => view! { <CompareView loaded framed=true/> }.into_any(),
        Widget::Plane(_) => view! { <PlaneView loaded framed=true/> }.into_any(),
        Widget::Subnet(reference, _) => view! { <SubnetPage loaded reference/> }.into_any(),
    };
    view! {
        <div class="framed">
            {view}
            <p class="attribution"><a href=navigation.exact_href(&whole) target="_blank" rel="noopener">"Subnet Ledger"</a></p>
        </div>
    }
}
