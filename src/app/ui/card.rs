//! The number card: everything needed to judge one number.

use super::erase::{AnyViews, live};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use crate::app::navigation::Navigation;
use crate::compute::custom::is_custom;
use crate::finding::card::{Card, Check};
use crate::view::{Page, Route};

/// The one card of the page, kept in the context: what it says, if it is open.
#[derive(Clone, Copy)]
pub struct NumberCard(RwSignal<Option<Shown>, LocalStorage>);

#[derive(Clone)]
struct Shown {
    card: Card,
    left: f64,
    top: f64,
}

/// Width of the card on a wide screen, as in the style sheet.
const WIDTH: f64 = 380.0;

impl Default for NumberCard {
    fn default() -> Self {
        Self(RwSignal::new_local(None))
    }
}

impl NumberCard {
    /// The card of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Shows a card beside the element that stands for its number.
    pub fn open(self, card: Card, anchor: &Element) {
        let place = anchor.get_bounding_client_rect();
        let size = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|length| length.as_f64());
        let width = size(window().inner_width()).unwrap_or(1024.0);
        let height = size(window().inner_height()).unwrap_or(768.0);
        let left = place.left().min(width - WIDTH - 16.0).max(8.0);
        // Below the number, or above it where more of the window is there.
        let below = place.bottom() + 6.0;
        let top = if below > height * 0.55 { (place.top() - 440.0).max(8.0) } else { below };
        self.0.set(Some(Shown { card, left, top }));
    }
}

/// Draws the card; stands once, at the end of the page.
#[component]
pub fn NumberCardView() -> impl IntoView {
    let NumberCard(shown) = NumberCard::get();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(element), Some(now)) = (dialog.get(), shown.get()) else { return };
        let element: &HtmlDialogElement = &element;
        let style = HtmlElement::style(element);
        let _ = style.set_property("--card-left", &format!("{:.0}px", now.left));
        let _ = style.set_property("--card-top", &format!("{:.0}px", now.top));
        if !element.open() {
            let _ = element.show_modal();
        }
    });
    let close = move || {
        if let Some(element) = dialog.get() {
            element.close();
        }
    };
    // The browser tells of a closing later than it closes: by then another card may be open.
    let closed = move |_| {
        if dialog.get().is_none_or(|element| !element.open()) {
            shown.set(None);
        }
    };
    // A click on the dialog itself is a click beside the card: the card's content fills it.
    let beside = move |event: leptos::ev::MouseEvent| {
        let on_dialog = event.target().is_some_and(|target| target.dyn_ref::<HtmlDialogElement>().is_some());
        let on_link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_link = on_link.is_some_and(|element| element.closest("a").ok().flatten().is_some());
        if on_dialog || on_link {
            close();
        }
    };
    view! {
        <dialog class="card" node_ref=dialog on:click=beside on:close=closed aria-labelledby="card-title">
            {live(move || shown.get().map(|shown| view! { <Body card=shown.card close/> }))}
        </dialog>
    }
}

#[component]
fn Body(card: Card, close: impl Fn() + Copy + 'static) -> impl IntoView {
    let navigation = Navigation::get();
    let named = |source: Option<(String, Option<String>)>| match source {
        None => "Not named.".into_any(),
        Some((name, None)) => name.into_any(),
        Some((name, Some(url))) => {
            view! { <a href=url rel="noopener noreferrer ugc nofollow" target="_blank">{name}</a> }.into_any()
        }
    };
    let mut sources: Vec<AnyView> = Vec::new();
    for source in card.sources {
        if !sources.is_empty() {
            sources.push("; ".into_any());
        }
        sources.push(named(Some(source)));
    }
    if sources.is_empty() {
        sources.push(named(None));
    }
    let priced = card.priced.map(|priced| {
        view! { <dt>"Price"</dt><dd>{priced.words} ". " {named(priced.source)}</dd> }
    });
    let worked = card.worked.map(|worked| {
        view! {
            <div class="worked">
                <p>{worked.words}</p>
                <p>{worked.numbers} " = " <b>{worked.result}</b></p>
                <p class="check" class:warn=worked.check == Check::Differs>{worked.check.words()}</p>
            </div>
        }
    });
    let facts = [("Cannot see", card.limits), ("Measured for", card.measured)]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| view! { <dt>{name}</dt><dd>{words}</dd> }.into_any());
    let known = card.grades.into_iter().map(|grade| {
        view! {
            <div>
                <i class=format!("grade {}", grade.id())></i>
                <b>{grade.words()}</b>
                ". "
                {grade.meaning()}
            </div>
        }
    });
    let listed = card.tally.map(|tally| {
        view! { <a href=navigation.href(&Route::Subnets(tally.into()))>"Which they are"</a> }
    });
    let method = card.method.filter(|metric| !is_custom(metric)).map(|metric| {
        view! { <a href=navigation.href(&Route::Method(metric, Page::default()))>"Method"</a> }
    });
    view! {
        <div class="card-body">
            <header>
                <h2 id="card-title">{card.title}</h2>
                <p><bdi>{card.name}</bdi>{card.whose}</p>
                <button type="button" class="close" aria-label="Close" on:click=move |_| close()>"×"</button>
            </header>
            <p class="card-value">{card.value}</p>
            {card.why.map(|why| view! { <p class="card-why">{why}</p> })}
            <p>{card.definition}</p>
            {worked}
            <dl>
                <dt>"Known by"</dt>
                <dd>{known.any_views()}</dd>
                <dt>"As of"</dt>
                <dd>{card.as_of}</dd>
                <dt>"Source"</dt>
                <dd>{sources}</dd>
                {priced}
                {facts.collect::<Vec<_>>()}
            </dl>
            <p class="card-links">{listed}" "{method}</p>
        </div>
    }
}
