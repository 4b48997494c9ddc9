//! One subnet: what it is, what it earned, what it can be shown to have shipped.

use std::sync::Arc;

use leptos::prelude::*;

use super::title;
use crate::app::data::{Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::{ChartFigure, Identicon, Later, Number, Reader, RungSteps};
use crate::chart;
use crate::format;
use crate::model::{Rung, SubnetId, SubnetRef, Value};
use crate::registry::{self, Group, Style};
use crate::snapshot::{History, wire};
use crate::view::{Compare, Page, Route, SubnetPage as SubnetView, Table};

#[component]
pub(super) fn SubnetPage(loaded: Arc<Loaded>, reference: SubnetRef) -> impl IntoView {
    match loaded.snapshot.row(reference) {
        Some(row) => view! { <Occupant loaded row/> }.into_any(),
        None => view! { <Absent loaded reference/> }.into_any(),
    }
}

/// A subnet that is not in the cross-section: never was, or has made way for another.
#[component]
fn Absent(loaded: Arc<Loaded>, reference: SubnetRef) -> impl IntoView {
    title(&format!("SN{reference}"));
    let navigation = Navigation::get();
    let today =
        SubnetRef::occupant(reference.netuid()).filter(|occupant| loaded.snapshot.row(*occupant).is_some());
    let count = loaded.snapshot.subnets.len();
    view! {
        <div class="wrap state">
            <h1>{format!("SN{reference} is not in this snapshot")}</h1>
            {match today {
                Some(occupant) => view! {
                    <p class="lede">"The slot has another registration today. A number such as .r1 names a registration, not a project."</p>
                    <p><a href=navigation.href(&Route::Subnet(occupant, SubnetView::default()))>{format!("Today’s occupant of slot {}", occupant.netuid())}</a></p>
                }
                .into_any(),
                None => view! {
                    <p class="lede">{format!("The snapshot has {count} subnets, and none in slot {}.", reference.netuid())}</p>
                    <p><a href=navigation.href(&Route::Subnets(Table::default()))>"All subnets"</a></p>
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Occupant(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let subnet = &loaded.snapshot.subnets[row];
    let id = subnet.id;
    title(&format!("{} (SN{})", format::shown_name(&subnet.name, id.netuid()), id.netuid()));
    let store =
        use_context::<StoredValue<Store, LocalStorage>>().expect("the application provides the store");
    let (for_profile, for_history) = (loaded.clone(), loaded.clone());
    let (shown, charted) = (loaded.clone(), loaded.clone());
    view! {
        <article class="wrap">
            <Heading loaded=loaded.clone() row/>
            <Later
                what="the profile"
                load=move || {
                    let (store, loaded) = (store.get_value(), for_profile.clone());
                    async move { store.profile(&loaded, id).await }
                }
                show={move |profile: Option<Arc<wire::Profile>>| {
                    view! { <Profile loaded=shown.clone() row profile/> }.into_any()
                }}
            />
            <section aria-label="Price">
                <Later
                    what="the price history"
                    load=move || {
                        let (store, loaded) = (store.get_value(), for_history.clone());
                        async move { store.history(&loaded, id).await }
                    }
                    show={move |history: Arc<History>| {
                        let spec = chart::build::price_chart(&charted.snapshot, row, &history, &[]);
                        view! { <ChartFigure spec level=2 snapshot=charted.snapshot.id.clone()/> }.into_any()
                    }}
                />
            </section>
            <Columns loaded=loaded.clone() row/>
        </article>
    }
}

#[component]
fn Heading(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
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
        {subnet.name_flags.into_iter().map(|flag| view! { <p class="note">{flag}</p> }).collect_view()}
    }
}

/// What is known about one subnet beyond the columns: words, evidence, owners, links.
#[component]
fn Profile(loaded: Arc<Loaded>, row: usize, profile: Option<Arc<wire::Profile>>) -> impl IntoView {
    let id = loaded.snapshot.subnets[row].id;
    let about = profile.as_ref().and_then(|profile| profile.about.clone());
    let about = about
        .unwrap_or_else(|| "Not described: the public facts do not say what this subnet does.".to_owned());
    view! {
        <p class="lede">{about}</p>
        <Figures loaded=loaded.clone() row/>
        <Shipped loaded=loaded.clone() row profile=profile.clone()/>
        <div class="halves">
            <Split loaded=loaded.clone() row/>
            {profile.clone().map(|profile| view! { <Links profile/> })}
        </div>
        {profile.map(|profile| view! { <Ownership profile id/> })}
    }
}

/// The five numbers most readers come for.
#[component]
fn Figures(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let number = {
        let loaded = loaded.clone();
        move |id: &str| view! { <Number loaded=loaded.clone() metric=registry::known(id) row/> }
    };
    let rank = loaded.ranks.get(row).copied().flatten().map(|rank| format!("rank {rank} of {}", rank.of));
    let rank = rank.unwrap_or_else(|| "no rank: not measured".to_owned());
    let price = loaded.snapshot.tao_usd.clone().map(|(price, at)| {
        let day = at.parse().map(format::day).unwrap_or_default();
        format!("at ${price:.2} a TAO, {day}")
    });
    view! {
        <dl class="figures">
            <div class="earned"><dt>"earned a day"</dt><dd>{number("emission_tao_day")}<small>{number("emission_share")} " of all; " {rank}</small></dd></div>
            <div><dt>"the same in dollars"</dt><dd>{number("emission_usd_day")}<small>{price}</small></dd></div>
            <div><dt>"to the owner, of priced alpha"</dt><dd>{number("owner_tao_day")}</dd></div>
            <div><dt>"slots filled"</dt><dd>{number("slots_filled")}<small>{number("slots_used")} " of " {number("slots_max")}</small></dd></div>
            <div><dt>"of miner pay burned"</dt><dd>{number("miner_burn")}</dd></div>
        </dl>
    }
}

/// The ladder with its evidence.
#[component]
fn Shipped(loaded: Arc<Loaded>, row: usize, profile: Option<Arc<wire::Profile>>) -> impl IntoView {
    let ladder = loaded.snapshot.subnets[row].ladder;
    let notes: Vec<_> = Rung::ALL
        .iter()
        .map(|rung| {
            let notes = profile.as_ref().map(|profile| profile.rungs.as_slice()).unwrap_or_default();
            let note = notes.iter().find(|note| note.rung == rung.id());
            let searched = note
                .and_then(|note| note.searched_on.as_deref()?.parse().ok())
                .map(|day| format!("searched {}", format::day(day)));
            let why = note.and_then(|note| note.why.clone());
            [why, searched].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
        .collect();
    let headline = match ladder.highest() {
        Some(rung) => format!("Shipped: {}", rung.name()),
        None if ladder.searched() => "Shipped: nothing found".to_owned(),
        None => "Shipped: not searched".to_owned(),
    };
    let evidence = profile.map(|profile| profile.evidence.clone()).unwrap_or_default();
    view! {
        <section>
            <h2>{headline}</h2>
            <p class="sub">"The ladder of evidence. Each satisfied rung has a dated, graded source."</p>
            <RungSteps ladder notes/>
            <Evidence evidence/>
        </section>
    }
}

#[component]
fn Evidence(evidence: Vec<wire::Evidence>) -> impl IntoView {
    let count = evidence.len();
    let rows = evidence.into_iter().map(|item| {
        let rung = Rung::ALL.into_iter().find(|rung| rung.id() == item.rung).map_or(item.rung.clone(), |rung| format!("{} {}", rung.number(), rung.name()));
        let day = item.day.as_deref().and_then(|day| day.parse().ok()).map_or("no date".to_owned(), format::day);
        let what = format::shown_text(&item.what, 160);
        let link = item.link.as_deref().and_then(format::safe_link).map(str::to_owned);
        let shared = item.shared_with.iter().map(|netuid| format!("SN{netuid}")).collect::<Vec<_>>().join(", ");
        let grade = crate::model::Grade::from_id(&item.grade).map_or(item.grade.clone(), |grade| grade.words().to_owned());
        view! {
            <tr>
                <th scope="row">{rung}</th>
                <td class="l wide">
                    {match link {
                        Some(url) => view! { <a href=url rel="noopener noreferrer ugc nofollow" target="_blank"><bdi>{what}</bdi></a> }.into_any(),
                        None => view! { <bdi>{what}</bdi> }.into_any(),
                    }}
                    {(!shared.is_empty()).then(|| view! { <small>" shared with " {shared}</small> })}
                </td>
                <td>{day}</td>
                <td>{grade}</td>
            </tr>
        }
    });
    (count > 0).then(|| view! {
        <details class="evidence">
            <summary>{format!("Evidence ({count})")}</summary>
            <div class="table-box" tabindex="0" role="region" aria-label="Evidence">
                <table class="data prose-table">
                    <thead><tr><th scope="col">"Rung"</th><th scope="col" class="l">"What"</th><th scope="col">"Day"</th><th scope="col">"Known by"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    })
}

/// Who gets the alpha minted in a day, at the spot price.
#[component]
fn Split(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
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
            <div class="split" aria-hidden="true">{bars.collect_view()}</div>
            <ul class="keys">{lines.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Links(profile: Arc<wire::Profile>) -> impl IntoView {
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

#[component]
fn Ownership(profile: Arc<wire::Profile>, id: SubnetId) -> impl IntoView {
    let generations = profile.generations.iter().map(|generation| {
        let this = generation.id == id.to_string();
        let day = generation.registered_on.parse().map(format::day).unwrap_or_default();
        let name = format::shown_name(&generation.name, id.netuid());
        view! {
            <tr aria-current=this.then_some("true")>
                <th scope="row"><code>{generation.id.clone()}</code></th>
                <td class="l"><bdi>{name}</bdi></td>
                <td>{day}</td>
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
    let raw = profile.identity.iter().map(|(field, text)| {
        view! { <dt>{field.clone()}</dt><dd><bdi>{format::shown_text(text, 400)}</bdi></dd> }
    });
    view! {
        <section>
            <h2>"Ownership and registrations"</h2>
            <p class="sub">"A netuid is a slot. Each registration of it is another project until shown otherwise."</p>
            {owner}
            <table class="data prose-table">
                <thead><tr><th scope="col">"Registration"</th><th scope="col" class="l">"Last name"</th><th scope="col">"Day"</th><th scope="col">"Block"</th></tr></thead>
                <tbody>{generations.collect_view()}</tbody>
            </table>
            <details>
                <summary>"Identity as written on chain"</summary>
                <dl class="facts">{raw.collect_view()}</dl>
            </details>
            {profile.notes.iter().map(|note| view! { <p class="note">{note.clone()}</p> }).collect_view()}
        </section>
    }
}

/// Every metric of the registry for this subnet, by group.
#[component]
fn Columns(loaded: Arc<Loaded>, row: usize) -> impl IntoView {
    let navigation = Navigation::get();
    let groups = Group::ALL.map(|group| {
        let rows = registry::all().filter(|metric| metric.group == group).map(|metric| {
            view! {
                <div>
                    <dt><a href=navigation.href(&Route::Method(metric, Page::default()))>{metric.label}</a></dt>
                    <dd><Number loaded=loaded.clone() metric row/></dd>
                </div>
            }
        });
        view! { <section><h3>{group.label()}</h3><dl class="sheet">{rows.collect_view()}</dl></section> }
    });
    view! {
        <section>
            <h2>"Everything measured"</h2>
            <p class="sub">"Open a number for its source, block, formula and limits."</p>
            <div class="sheets">{groups.collect_view()}</div>
        </section>
    }
}
