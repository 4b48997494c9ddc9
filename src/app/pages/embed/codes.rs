//! The code of an embedded view for every kind of page, to copy.

use std::sync::Arc;

use leptos::html::Img;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::live;
use crate::app::ui::take_away::clipboard;
use crate::model::SubnetRef;
use crate::view::{Embed, absolute, badge_words, file, snippet, subject};

/// The badges: the word for each, and its file.
const BADGES: [(&str, &str); 3] = [("emission", "emission"), ("shipped", "rung"), ("price", "price")];

/// The code for every kind of page.
#[component]
pub(super) fn Codes(
    loaded: Arc<Loaded>,
    /// The name of the subnet, where the snapshot does not have it.
    former: Option<String>,
    embed: Embed,
    address: String,
    height: u32,
) -> impl IntoView {
    let navigation = Navigation::get();
    let (origin, base) = (navigation.origin(), navigation.base());
    let words = embed.words(&loaded.snapshot, former.as_deref());
    let page = absolute(&origin, &base, &embed.whole());
    let said = RwSignal::new("");
    let frame = snippet::iframe(&address, &words, embed.widget.frame_height(height));
    let element = snippet::element(&origin, &base, &embed, &words, height);
    let code = |label: &str, text: String| code(label.to_owned(), Signal::stored(text), said);
    let of_subnet = embed.widget.subnet().map(|id| {
        let subject = subject(id, &loaded.snapshot, former.as_deref());
        let badges = BADGES.map(|badge| {
            let (embed, page, subject) = (embed.clone(), page.clone(), subject.clone());
            view! { <Badge id badge embed page subject said/> }.into_any()
        });
        let oembed = format!("{origin}{}", file(&base, &format!("oembed/{id}.json")));
        badges.into_iter().chain([code("oEmbed, for sites that read it", oembed)]).collect::<Vec<_>>()
    });
    view! {
        {code("Frame, for any page", frame)}
        {code("Element, which follows its height", element)}
        {of_subnet}
        {code("Link", page)}
        <p class="hint" role="status">{move || said.get()}</p>
    }
}

/// A badge as it looks, and its code. What it measures is known when it has arrived.
#[component]
fn Badge(
    id: SubnetRef,
    badge: (&'static str, &'static str),
    embed: Embed,
    page: String,
    subject: String,
    said: RwSignal<&'static str>,
) -> impl IntoView {
    let navigation = Navigation::get();
    let (what, name) = badge;
    let path = file(&navigation.base(), &format!("badge/{id}/{name}"));
    let image = format!("{}{path}", navigation.origin());
    let words = badge_words(&subject, what);
    let shown = snippet::badge_file(&path, embed.theme);
    let markdown = snippet::markdown(&words, &snippet::badge_file(&image, embed.theme), &page);
    let picture = NodeRef::<Img>::new();
    let size = RwSignal::new(None);
    let measure = move |_| {
        let picture = picture.get_untracked();
        size.set(picture.map(|picture| (picture.natural_width(), picture.natural_height())));
    };
    let alt = words.clone();
    let html = Signal::derive(move || snippet::badge(&words, &image, &page, embed.theme, size.get()));
    view! {
        <p><img node_ref=picture src=shown alt=alt height="20" on:load=measure/></p>
        {code(format!("Badge in Markdown, {what}"), Signal::stored(markdown), said)}
        {code(format!("Badge in HTML, {what}"), html, said)}
    }
}

/// One piece of code with its name, and a way to take it.
fn code(label: String, text: Signal<String>, said: RwSignal<&'static str>) -> AnyView {
    let copy = move |_| {
        let copying = clipboard::text(text.get_untracked());
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
            <pre class="raw" tabindex="0">{live(move || text.get())}</pre>
            <button type="button" class="button" on:click=copy>"Copy"</button>
        </section>
    }
    .into_any()
}
