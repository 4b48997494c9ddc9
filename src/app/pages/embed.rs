//! A view without the frame of the site, for other people's pages.

use std::sync::Arc;

use leptos::prelude::*;

use super::compare::CompareView;
use super::plane::PlaneView;
use super::subnet::SubnetPage;
use super::subnets::SubnetsView;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::settings;
use crate::view::{Embed, Route, SubnetPage as SubnetView, Widget};

#[component]
pub(super) fn EmbedPage(loaded: Arc<Loaded>, embed: Embed) -> impl IntoView {
    let navigation = Navigation::get();
    settings::apply_theme(embed.theme);
    let whole = match &embed.widget {
        Widget::Compare(compare) => Route::Compare(compare.clone()),
        Widget::Plane(plane) => Route::Plane(plane.clone()),
        Widget::Table(table) => Route::Subnets(table.clone()),
        Widget::Subnet(reference, page) => Route::Subnet(*reference, page.clone()),
        Widget::Card(reference) | Widget::Spark(reference) => {
            Route::Subnet(*reference, SubnetView::default())
        }
    };
    let view = match embed.widget {
        Widget::Compare(_) => view! { <CompareView loaded framed=true/> }.into_any(),
        Widget::Plane(_) => view! { <PlaneView loaded framed=true/> }.into_any(),
        Widget::Table(_) => view! { <SubnetsView loaded framed=true/> }.into_any(),
        // Cards and spark lines are files of their own; the program never has them on its page.
        Widget::Subnet(reference, _) | Widget::Card(reference) | Widget::Spark(reference) => {
            view! { <SubnetPage loaded reference/> }.into_any()
        }
    };
    view! {
        <div class="framed">
            {view}
            <p class="attribution"><a href=navigation.exact_href(&whole) target="_blank" rel="noopener">"Subnet Ledger"</a></p>
        </div>
    }
}
