//! One module a page; this one chooses between them.

mod about;
mod claims;
mod compare;
mod data;
mod embed;
mod methods;
mod missing;
mod network;
mod overview;
mod plane;
mod subnet;
mod subnets;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::marks;
use crate::app::navigation::Navigation;
use crate::app::second::{SecondPage, SecondPalette, is_second};
use crate::app::ui::live;
use crate::view::{
    Compare, Data, Embed, Network, Overview, Plane, Route, SubnetPage as SubnetView, Table, Widget, heading,
};

/// The page of the current route over a loaded snapshot.
#[component]
pub fn Page(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    // Whatever is copied out of the page names its snapshot and its registrations.
    provide_context(loaded.clone());
    // What a reader changes inside a page must not build the page anew.
    let page = Memo::new(move |_| frame(navigation.route()));
    Effect::new(move |_| {
        // Those that arrive by themselves say by themselves when they are here.
        if !page.with(is_second) {
            marks::ready();
        }
    });
    let palette = view! { <SecondPalette loaded=loaded.clone()/> };
    let page = live(move || {
        let loaded = loaded.clone();
        match page.get() {
            Route::Overview(_) => view! { <overview::OverviewPage loaded/> }.into_any(),
            Route::Subnets(_) => view! { <subnets::SubnetsPage loaded/> }.into_any(),
            Route::Subnet(reference, _) => {
                view! { <subnet::SubnetPage loaded reference framed=false/> }.into_any()
            }
            Route::Compare(_) => view! { <compare::ComparePage loaded/> }.into_any(),
            Route::Plane(_) => view! { <plane::PlanePage loaded/> }.into_any(),
            Route::Embed(embed) => view! { <embed::EmbedPage loaded embed/> }.into_any(),
            Route::NotFound(why) | Route::NothingEmbedded(why) => {
                view! { <missing::MissingPage why/> }.into_any()
            }
            route => view! { <SecondPage loaded route shown=marks::ready/> }.into_any(),
        }
    });
    (page, palette)
}

/// The pages that readers come to second: those that [`is_second`] names.
pub(super) fn second(loaded: Arc<Loaded>, route: Route) -> AnyView {
    match route {
        Route::Network(_) => view! { <network::NetworkPage loaded/> }.into_any(),
        Route::Claims(_) => view! { <claims::ClaimsPage loaded/> }.into_any(),
        Route::Methods(_) => view! { <methods::MethodsPage loaded/> }.into_any(),
        Route::Method(metric, _) => view! { <methods::MethodPage loaded metric/> }.into_any(),
        Route::Data(_) => view! { <data::DataPage loaded/> }.into_any(),
        Route::About => view! { <about::AboutPage/> }.into_any(),
        Route::EmbedBuilder(_) => view! { <embed::BuilderPage loaded/> }.into_any(),
        _ => ().into_any(),
    }
}

/// The route without what a reader changes inside its page.
fn frame(route: Route) -> Route {
    match route {
        Route::Overview(_) => Route::Overview(Overview::default()),
        Route::Subnets(_) => Route::Subnets(Table::default()),
        Route::Subnet(reference, _) => Route::Subnet(reference, SubnetView::default()),
        Route::Compare(_) => Route::Compare(Compare::default()),
        Route::Plane(_) => Route::Plane(Plane::default()),
        Route::Network(_) => Route::Network(Network::default()),
        Route::Data(_) => Route::Data(Data::default()),
        Route::EmbedBuilder(_) => Route::EmbedBuilder(Embed::default()),
        Route::Embed(Embed { widget, theme }) => {
            Route::Embed(Embed { widget: Widget::usual(widget.id(), widget.subnet()), theme })
        }
        other => other,
    }
}

/// Sets the title of the window: the page, then the site.
fn title(page: &str) {
    document().set_title(&format!("{page} · {}", heading::SITE));
}
