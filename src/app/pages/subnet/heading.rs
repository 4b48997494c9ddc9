//! Who it is, and the five numbers most readers come for.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{Identicon, Number, Reader};
use crate::finding;
use crate::format;
use crate::model::Value;
use crate::registry::{self, Style};
use crate::view::{Compare, Route};

#[component]
pub(super) fn Heading(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let navigation = Navigation::get();
    let subnet = loaded.snapshot.subnets[row].clone();
    let id = subnet.id;
    let name = format::shown_name(&subnet.name, id.netuid());
    let symbol = format::shown_text(&subnet.symbol, 4);
    let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
    let registered = loaded.snapshot.value(registry::known("registered_at_block"), row);
    let locale = Reader::get().locale;
    let registered = match registered {
        Value::Number(block) => {
            format!("registered at block {}", format::number(block, Style::Integer, &locale))
        }
        Value::Missing(_) => "registration not measured".to_owned(),
    };
    let generation = match id.generation() {
        1 => "first known registration of the slot".to_owned(),
        n => format!("registration {n} of the slot"),
    };
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
            <ul class="acts">
                <li><a class="button" href=compare>"Compare"</a></li>
            </ul>
        </header>
        {subnet.name_flags.into_iter().map(|flag| view! { <p class="note">{flag}</p> }).any_views()}
    }
}

/// The five numbers most readers come for.
#[component]
pub(super) fn Figures(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let number = {
        let loaded = loaded.clone();
        move |id: &str| view! { <Number loaded=loaded.clone() metric=registry::known(id) row/> }
    };
    let rank = finding::place(loaded.ranks.get(row).copied().flatten());
    let price = loaded.snapshot.tao_usd.clone().map(|(price, at)| {
        let day = at.parse().map(format::day).unwrap_or_default();
        format!("at ${price:.2} a TAO, {day}")
    });
    view! {
        <dl class="figures">
            <div class="earned"><dt>"earned a day"</dt><dd>{number("emission_tao_day")}</dd><dd class="more">{number("emission_share")} " of all; " {rank}</dd></div>
            <div><dt>"the same in dollars"</dt><dd>{number("emission_usd_day")}</dd><dd class="more">{price}</dd></div>
            <div><dt>"to the owner, of priced alpha"</dt><dd>{number("owner_tao_day")}</dd></div>
            <div><dt>"slots filled"</dt><dd>{number("slots_filled")}</dd><dd class="more">{number("slots_used")} " of " {number("slots_max")}</dd></div>
            <div><dt>"of miner pay burned"</dt><dd>{number("miner_burn")}</dd></div>
        </dl>
    }
}
