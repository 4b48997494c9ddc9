//! Where the code of an embedded view is made: choose, look, copy.

use std::sync::Arc;

use js_sys::Reflect;
use leptos::html::Iframe;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::codes::{Codes, Widths, badges};
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::pages::compare::CompareSettings;
use crate::app::pages::plane::PlaneSettings;
use crate::app::pages::subnets::TableSettings;
use crate::app::pages::title;
use crate::app::ui::{AnyViews, Choice, Choices, live};
use crate::format;
use crate::view::{Embed, Route, Theme, Widget, heading, snippet, subject};

/// Widths that a view is looked at in: what a page beside a text, a phone and a wide page give it.
const WIDTHS: [(u32, &str); 4] = [(240, "240"), (360, "360"), (640, "640"), (1040, "1040")];

#[component]
pub(in crate::app::pages) fn BuilderPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::EMBED.title);
    let navigation = Navigation::get();
    let embed = Memo::new(move |last: Option<&Embed>| match navigation.route() {
        Route::EmbedBuilder(embed) => embed,
        _ => last.cloned().unwrap_or_default(),
    });
    let frozen = Memo::new(move |_| navigation.route().at().is_some());
    let width = RwSignal::new(usual_width());
    let taken = loaded.clone();
    // What is handed out names registrations, because a slot can change hands.
    let made =
        Memo::new(move |_| match Route::EmbedBuilder(embed.get()).copied(&taken.snapshot, frozen.get()) {
            Route::EmbedBuilder(embed) => embed,
            _ => Embed::default(),
        });
    let (origin, base) = (navigation.origin(), navigation.base());
    let address = Memo::new(move |_| made.with(|made| snippet::source(&origin, &base, made)));
    let widths = RwSignal::new(Widths::default());
    let frame = NodeRef::<Iframe>::new();
    let told = RwSignal::new(None);
    hear_height(frame, told);
    let height = Memo::new(move |_| told.get().unwrap_or_else(|| made.with(|made| made.widget.height())));
    view! {
        <div class="wrap">
            <h1>{heading::EMBED.h1}</h1>
            <p class="lede">{heading::EMBED.lede}</p>
            <Choosing loaded=loaded.clone() embed frozen width/>
            {live(move || {
                let address = address.get();
                told.set(None);
                view! {
                    <div class="preview">
                        <iframe
                            node_ref=frame
                            src=address
                            title="Preview"
                            width=move || width.get().to_string()
                            height=move || height.get().to_string()
                            sandbox=snippet::SANDBOX
                        ></iframe>
                    </div>
                }
            })}
            <p class="hint">{move || made.with(|made| made.widget.room_words(height.get()))}</p>
            {live(move || made.with(|made| badges(made, widths)))}
            {live(move || {
                let (embed, address, height) = (made.get(), address.get(), height.get());
                view! { <Codes loaded=loaded.clone() embed address height widths=widths.get()/> }
            })}
        </div>
    }
}

/// The width beside a text, or what a narrower window has room for.
fn usual_width() -> u32 {
    let window = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(f64::MAX);
    let fits = |width: &u32| f64::from(*width) + 64.0 <= window;
    WIDTHS[..3].iter().rev().map(|(width, _)| *width).find(fits).unwrap_or(WIDTHS[0].0)
}

/// Keeps to the height that the frame says it needs, as the element on other people's pages does.
fn hear_height(frame: NodeRef<Iframe>, told: RwSignal<Option<u32>>) {
    let heard = window_event_listener(leptos::ev::message, move |event| {
        let own = frame.get_untracked().and_then(|frame| frame.content_window());
        if own.is_none() || event.source().map(JsValue::from) != own.map(JsValue::from) {
            return;
        }
        let field = |name: &str| Reflect::get(&event.data(), &name.into()).ok();
        let ours = field("type").is_some_and(|kind| kind == "subnet-ledger:height");
        if let Some(height) = field("height").and_then(|height| height.as_f64()).filter(|_| ours) {
            told.set(Some(snippet::clamped(height)));
        }
    });
    on_cleanup(move || heard.remove());
}

#[component]
fn Choosing(
    loaded: Arc<Loaded>,
    embed: Memo<Embed>,
    frozen: Memo<bool>,
    width: RwSignal<u32>,
) -> impl IntoView {
    let navigation = Navigation::get();
    let set = move |embed: Embed| navigation.replace(&Route::EmbedBuilder(embed));
    let chosen_from = loaded.clone();
    let choose = move |kind: &'static str| {
        let now = embed.get_untracked();
        let snapshot = &chosen_from.snapshot;
        let any = || snapshot.subnets.first().map(|subnet| subnet.id.into());
        let subnet = now.widget.first_subnet(snapshot).or_else(any);
        // A frozen view stays frozen when another is chosen.
        let at = Route::EmbedBuilder(now.clone()).at().map(str::to_owned);
        let next = Embed { widget: Widget::usual(kind, subnet), ..now };
        navigation.replace(&Route::EmbedBuilder(next).pinned(at));
    };
    let names = loaded.snapshot.subnets.iter().map(|subnet| {
        let (id, netuid) = (subnet.id, subnet.id.netuid());
        let name = format!("{netuid} {}", format::shown_name(&subnet.name, netuid));
        let chosen = move || embed.with(|embed| embed.widget.subnet().is_some_and(|chosen| chosen.means(id)));
        view! { <option value=id.to_string() selected=chosen>{name}</option> }
    });
    let names = StoredValue::new_local(Some(names.any_views()));
    // A registration that has lost its slot can be shown too, and is then among the choices.
    let lost = {
        let loaded = loaded.clone();
        move || {
            let id = embed.with(|embed| embed.widget.subnet())?;
            let absent = loaded.snapshot.row(id).is_none();
            absent.then(|| {
                view! { <option value=id.to_string() selected=true>{subject(id, &loaded.snapshot)}</option> }
            })
        }
    };
    let change_subnet = move |event| {
        let Ok(id) = event_target_value(&event).parse() else { return };
        let mut next = embed.get_untracked();
        if let Widget::Subnet(chosen, _) | Widget::Card(chosen) | Widget::Spark(chosen) = &mut next.widget {
            *chosen = id;
        }
        set(next);
    };
    let pin = loaded.snapshot.id.clone();
    let freeze = Callback::new(move |frozen: bool| {
        let route = Route::EmbedBuilder(embed.get_untracked()).pinned(frozen.then(|| pin.clone()));
        navigation.replace(&route);
    });
    let kind = Memo::new(move |_| embed.with(|embed| embed.widget.id()));
    let of_subnet = Memo::new(move |_| embed.with(|embed| embed.widget.subnet().is_some()));
    let is_file = Memo::new(move |_| embed.with(|embed| embed.widget.file().is_some()));
    let kinds = [
        ("card", "Card"),
        ("spark", "Price line"),
        ("subnet", "Subnet"),
        ("compare", "Comparison"),
        ("plane", "Plane"),
        ("table", "Table"),
    ];
    view! {
        <div class="controls">
            <Choices
                label="Show"
                value=kind
                set=Callback::new(choose)
                choices=kinds.map(|(kind, label)| Choice::new(kind, label)).to_vec()
            />
            <label hidden=move || !of_subnet.get()>
                <span>"Subnet"</span>
                <select on:change=change_subnet>
                    {live(lost)}
                    {names.try_update_value(Option::take).flatten()}
                </select>
            </label>
            <Choices
                label="Colours"
                value=Signal::derive(move || embed.with(|embed| embed.theme))
                set=Callback::new(move |theme| set(Embed { theme, ..embed.get_untracked() }))
                choices=vec![
                    Choice::new(Theme::Auto, "As the reader’s"),
                    Choice::new(Theme::Light, "Light"),
                    Choice::new(Theme::Dark, "Dark"),
                ]
            />
            {live(move || (!is_file.get()).then(|| view! {
                <Choices
                    label="Numbers"
                    value=frozen
                    set=freeze
                    choices=vec![Choice::new(false, "Live"), Choice::new(true, "Frozen")]
                />
            }))}
            <Choices
                label="Preview, pixels wide"
                value=width
                set=Callback::new(move |wide| width.set(wide))
                choices=WIDTHS.map(|(wide, label)| Choice::new(wide, label)).to_vec()
            />
        </div>
        {live(move || match kind.get() {
            "compare" => view! { <CompareSettings loaded=loaded.clone()/> }.into_any(),
            "plane" => view! { <PlaneSettings loaded=loaded.clone()/> }.into_any(),
            "table" => view! { <TableSettings loaded=loaded.clone()/> }.into_any(),
            _ => ().into_any(),
        })}
    }
}
