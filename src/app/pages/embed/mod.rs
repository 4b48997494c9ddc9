//! A view without the frame of the site, for other people's pages.

mod builder;
mod codes;
mod quoted;

use std::sync::Arc;

use leptos::prelude::*;

pub(super) use self::builder::BuilderPage;
use self::quoted::Quoted;
use super::compare::CompareView;
use super::plane::PlaneView;
use super::subnet::SubnetPage;
use super::subnets::SubnetsView;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::settings;
use crate::app::ui::{Reader, as_written};
use crate::format;
use crate::markup;
use crate::view::{Embed, Widget, heading};

#[component]
pub(super) fn EmbedPage(loaded: Arc<Loaded>, embed: Embed) -> impl IntoView {
    let navigation = Navigation::get();
    settings::apply_theme(embed.theme);
    let snapshot = &loaded.snapshot;
    let as_of = format::as_of(snapshot.as_of, &Reader::get().locale);
    let words =
        if embed.widget.subnet().is_some() { "The whole profile in Subnet Ledger" } else { heading::SITE };
    // What a reader changes in the frame is what the link leads to.
    let whose = as_written(move || {
        let whole = navigation.exact_href(&Embed::of(&navigation.route())?.whole());
        Some(markup::attribution(&whole, words, &as_of))
    });
    let quoted = (!loaded.latest).then(|| view! { <Quoted loaded=loaded.clone()/> });
    let view = match embed.widget {
        Widget::Compare(_) => view! { <CompareView loaded framed=true/> }.into_any(),
        Widget::Plane(_) => view! { <PlaneView loaded framed=true/> }.into_any(),
        Widget::Table(_) => view! { <SubnetsView loaded framed=true/> }.into_any(),
        // Cards and spark lines are files of their own; the program never has them on its page.
        Widget::Subnet(reference, _) | Widget::Card(reference) | Widget::Spark(reference) => {
            view! { <SubnetPage loaded reference framed=true/> }.into_any()
        }
    };
    view! {
        <div class="framed">
            {quoted}
            {view}
            {whose}
        </div>
    }
}
