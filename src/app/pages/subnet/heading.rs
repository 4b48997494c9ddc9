//! Who it is, and the five numbers most readers come for.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{self, Identicon, Reader};
use crate::finding;
use crate::format;
use crate::view::{Compare, Route};

#[component]
pub(super) fn Heading(loaded: Arc<Loaded>, row: usize, framed: bool) -> impl IntoView {
    let navigation = Navigation::get();
    let subnet = loaded.snapshot.subnets[row].clone();
    let id = subnet.id;
    let name = format::shown_name(&subnet.name, id.netuid());
    let symbol = format::shown_text(&subnet.symbol, 4);
    let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
    let registered = finding::registered(&loaded.snapshot, row, &Reader::get().locale);
    let generation = finding::registration(id);
    let compare =
        navigation.href(&Route::Compare(Compare { subnets: vec![id.into()], ..Compare::default() }));
    view! {
        <header class="profile-head">
            <Identicon id/>
            <div>
                <h1 class="name"><bdi>{name}</bdi></h1>
                <p>
                    "SN" {id.netuid()} " · " <bdi>{symbol}</bdi> " · " {category} " · " {registered} " · " {generation}
                </p>
            </div>
            {(!framed).then(|| view! {
                <ul class="acts">
                    <li><a class="button" href=compare>"Compare"</a></li>
                </ul>
            })}
        </header>
        {subnet.name_flags.into_iter().map(|flag| view! { <p class="note">{flag}</p> }).any_views()}
    }
}

/// The five numbers most readers come for.
#[component]
pub(super) fn Figures(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let rank = loaded.ranks.get(row).copied().flatten();
    let figures = finding::figures::of_subnet(&loaded.snapshot, rank, row, &Reader::get().locale);
    view! { <ui::Figures loaded figures/> }
}
