//! Who gets what is minted, where the subnet can be found, and whose it is.

use std::sync::Arc;

use crate::app::ui::AnyViews;
use leptos::prelude::*;

use crate::app::data::{Loaded, Store};
use crate::app::ui::{Later, LaterEvents, Number, live};
use crate::finding;
use crate::format;
use crate::model::SubnetId;
use crate::registry;
use crate::snapshot::{self, wire};

/// Who gets the alpha minted in a day, at the spot price.
#[component]
pub(super) fn Split(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let parts = [
        ("owner_tao_day", "owner"),
        ("miner_tao_day", "miners"),
        ("burned_tao_day", "burned"),
        ("validator_tao_day", "validators"),
    ];
    let whole = loaded
        .snapshot
        .value(registry::known("alpha_priced_tao_day"), row)
        .number()
        .filter(|whole| *whole > 0.0);
    let share = |id: &str| Some(loaded.snapshot.value(registry::known(id), row).number()? / whole?);
    let bars = parts.map(|(id, class)| {
        let width = share(id).map_or("0%".to_owned(), |share| format!("{:.2}%", share * 100.0));
        view! { <i class=class style:width=width></i> }
    });
    let lines = parts.map(|(id, class)| {
        let metric = registry::known(id);
        view! { <li><i class=format!("key {class}")></i><span>{metric.short}</span><Number loaded=loaded.clone() metric row/></li> }
    });
    view! {
        <section>
            <h2>"Who gets it"</h2>
            <p class="sub">"The alpha minted in a day, at the spot price. Not to be added to emission."</p>
            <div class="split" aria-hidden="true">{bars.any_views()}</div>
            <ul class="keys">{lines.any_views()}</ul>
        </section>
    }
}

#[component]
pub(super) fn Links(profile: Arc<wire::Profile>) -> impl IntoView {
    let items = profile.links.iter().filter_map(|link| {
        let url = format::safe_link(&link.url)?.to_owned();
        let host = url.trim_start_matches("https://").split('/').next().unwrap_or_default().to_owned();
        let label = format::shown_text(&link.label, 48);
        let said = if link.source == "chain" { "written on chain by the owner" } else { "from a public registry" };
        let kind = link.kind.replace('-', " ");
        Some(view! {
            <li>
                <span>{kind}</span>
                <a href=url rel="noopener noreferrer ugc nofollow" target="_blank" title=said><bdi>{label}</bdi></a>
                <small>{host}</small>
            </li>
        })
    });
    let items: Vec<_> = items.collect();
    let none = items.is_empty();
    view! {
        <section>
            <h2>"Links"</h2>
            <p class="sub">"Leads outside. Only https links to a real host are shown as links."</p>
            {none.then(|| view! { <p>"No usable link found."</p> })}
            <ul class="links">{items}</ul>
        </section>
    }
}

/// The registrations of the slot, and what is known to have happened to this one.
#[component]
pub(super) fn Ownership(loaded: Arc<Loaded>, profile: Arc<wire::Profile>, id: SubnetId) -> impl IntoView {
    let next = profile.generations.iter().skip(1).map(Some).chain([None]);
    let generations = profile.generations.iter().zip(next).map(|(generation, next)| {
        let day = |on: &wire::Generation| {
            snapshot::day(Some(&on.registered_on)).map(format::day).unwrap_or_default()
        };
        let until = next.map(day);
        let this = generation.id == id.to_string();
        let name = format::shown_name(&generation.name, id.netuid());
        view! {
            <tr aria-current=this.then_some("true")>
                <th scope="row"><code>{generation.id.clone()}</code></th>
                <td class="l"><bdi>{name}</bdi></td>
                <td>{day(generation)}</td>
                <td>{until}</td>
                <td>{generation.registered_at_block.to_string()}</td>
            </tr>
        }
    });
    let owner = profile.owner.clone().map(|owner| {
        view! {
            <dl class="facts">
                <dt>"Owner (coldkey)"</dt><dd><code>{format::shown_text(&owner.coldkey, 64)}</code></dd>
                <dt>"Acts for it (hotkey)"</dt><dd><code>{format::shown_text(&owner.hotkey, 64)}</code></dd>
            </dl>
        }
    });
    view! {
        <section id="ownership">
            <h2>"Ownership and registrations"</h2>
            <p class="sub">"A netuid is a slot. Each registration of it is another project until shown otherwise."</p>
            {owner}
            <table class="data prose-table">
                <thead><tr><th scope="col">"Registration"</th><th scope="col" class="l">"Last name"</th><th scope="col">"From"</th><th scope="col">"Until"</th><th scope="col">"At block"</th></tr></thead>
                <tbody>{generations.any_views()}</tbody>
            </table>
            <LaterEvents
                loaded
                show={move |events: &Arc<wire::Events>| {
                    let told = finding::events::of_registration(events, id);
                    let told = told.into_iter().map(|(day, kind, what)| {
                        view! { <li>{format::day(day)} " · " {kind} " · " <bdi>{what}</bdi></li> }
                    });
                    view! { <ul class="happened">{told.any_views()}</ul> }.into_any()
                }}
            />
            {profile.notes.iter().map(|note| view! { <p class="note">{note.clone()}</p> }).any_views()}
        </section>
    }
}

/// What the owner wrote on chain, and everything that was published about the subnet.
#[component]
pub(super) fn Raw(loaded: Arc<Loaded>, id: SubnetId, profile: Arc<wire::Profile>) -> impl IntoView {
    let store = Store::get();
    let opened = RwSignal::new(false);
    let fields = profile.identity.iter().map(|(field, text)| {
        view! { <dt>{field.clone()}</dt><dd><bdi>{format::shown_text(text, 400)}</bdi></dd> }
    });
    view! {
        <section id="raw">
            <h2>"As written"</h2>
            <p class="sub">"What the owner wrote on chain, where nobody checks it."</p>
            <dl class="facts">{fields.any_views()}</dl>
            <details on:toggle=move |_| opened.set(true)>
                <summary>"The published profile as JSON"</summary>
                {live(move || {
                    let loaded = loaded.clone();
                    opened.get().then(|| view! {
                        <Later
                            what="the file"
                            load=move || {
                                let (store, loaded) = (store.get_value(), loaded.clone());
                                async move { store.profile_text(&loaded, id).await }
                            }
                            show={|text: &String| view! { <pre class="raw" tabindex="0">{text.clone()}</pre> }.into_any()}
                        />
                    })
                })}
            </details>
        </section>
    }
}
