//! The code of an embedded view for every kind of page, to copy.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlImageElement;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::AnyViews;
use crate::app::ui::take_away::clipboard;
use crate::view::{Embed, absolute, badge_words, file, snippet, subject};

/// The badges: the word for each, and its file.
const BADGES: [(&str, &str); 3] = [("emission", "emission"), ("shipped", "rung"), ("price", "price")];

/// How wide each badge is, in pixels; 0 until it has arrived.
pub(super) type Widths = [u32; 3];

/// The badges of a subnet as they look, in the colours that were chosen; they say how wide they are.
pub(super) fn badges(embed: &Embed, widths: RwSignal<Widths>) -> Option<AnyView> {
    let (id, base) = (embed.widget.subnet()?, Navigation::get().base());
    let badge = |(at, (word, name)): (usize, (&'static str, &'static str))| {
        let path = snippet::badge_file(&file(&base, &format!("badge/{id}/{name}")), embed.theme);
        let measure = move |event| {
            let width = event_target::<HtmlImageElement>(&event).natural_width();
            widths.update(|widths| widths[at] = width);
        };
        view! { <img src=path alt=word height="20" on:load=measure/> }
    };
    let badges = BADGES.into_iter().enumerate().map(badge).any_views();
    Some(view! { <p class="badges">{badges}</p> }.into_any())
}

/// The code for every kind of page.
#[component]
pub(super) fn Codes(
    loaded: Arc<Loaded>,
    embed: Embed,
    address: String,
    height: u32,
    widths: Widths,
) -> impl IntoView {
    let navigation = Navigation::get();
    let (origin, base) = (navigation.origin(), navigation.base());
    let words = embed.words(&loaded.snapshot);
    let page = absolute(&origin, &base, &embed.whole());
    let own = |path: String| format!("{origin}{}", file(&base, &path));
    let frame = snippet::iframe(&address, &words, embed.widget.frame_height(height));
    let element = snippet::element(&origin, &base, &embed, &words, height);
    let mut codes = vec![
        ("Frame, for any page".to_owned(), frame),
        ("Element, which follows its height".to_owned(), element),
    ];
    if let Some(id) = embed.widget.subnet() {
        for ((word, name), width) in BADGES.into_iter().zip(widths) {
            let words = badge_words(&subject(id, &loaded.snapshot), word);
            let image = own(format!("badge/{id}/{name}"));
            let shown = snippet::badge_file(&image, embed.theme);
            let html = snippet::badge(&words, &image, &page, embed.theme, width);
            codes.push((format!("Badge in Markdown, {word}"), snippet::markdown(&words, &shown, &page)));
            codes.push((format!("Badge in HTML, {word}"), html));
        }
        codes.push(("oEmbed, for sites that read it".to_owned(), own(format!("oembed/{id}.json"))));
    }
    codes.push(("Link".to_owned(), page));
    let said = RwSignal::new("");
    let codes = codes.into_iter().map(|(label, code)| {
        let text = code.clone();
        let copy = move |_| {
            let copying = clipboard::text(text.clone());
            spawn_local(async move {
                let words = match copying.await {
                    Ok(()) => "Copied.",
                    Err(_) => "This browser did not allow it; mark the text and copy it.",
                };
                let _ = said.try_set(words);
            });
        };
        view! {
            <section class="snippet">
                <h2>{label}</h2>
                <pre class="raw" tabindex="0">{code}</pre>
                <button type="button" class="button" on:click=copy>"Copy"</button>
            </section>
        }
    });
    view! {
        {codes.any_views()}
        <p class="hint" role="status">{move || said.get()}</p>
    }
}
