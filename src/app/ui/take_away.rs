//! What a reader takes away from a chart: files, a picture, a link, a citation.

pub mod clipboard;
pub mod file;
mod picture;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::erase::live;
use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::chart::geometry::Size;
use crate::chart::palette::Theme;
use crate::chart::taken::{self, Origin};
use crate::chart::{ChartSpec, svg};
use crate::view::{Route, absolute};

/// Size of a picture that is taken away, in pixels.
const EXPORT: Size = Size { width: 960.0, height: 540.0 };

/// What can be taken.
#[derive(Clone, Copy)]
enum Thing {
    Csv,
    Json,
    Svg,
    Png,
    CopyImage,
    CopyLink,
    CopyPinned,
    Share,
    CopyCitation,
    CopyBibtex,
}

/// A chart, and where it stands.
#[derive(Clone, Copy)]
pub struct Taking {
    spec: Signal<ChartSpec>,
    snapshot: StoredValue<String>,
    navigation: Option<Navigation>,
    loaded: StoredValue<Option<Arc<Loaded>>>,
    /// What came of it, for the reader.
    said: RwSignal<&'static str>,
}

impl Taking {
    /// Of the chart on this page.
    pub fn of(spec: Signal<ChartSpec>, snapshot: String) -> Self {
        Self {
            spec,
            snapshot: StoredValue::new(snapshot),
            navigation: use_context(),
            loaded: StoredValue::new(use_context()),
            said: RwSignal::new(""),
        }
    }

    /// Hands over the numbers as a file.
    pub fn download(self) {
        self.take(Thing::Csv);
    }

    /// The link to this page as somebody else should get it; empty where the chart stands alone.
    fn link(self, pinned: bool) -> String {
        let (Some(navigation), Some(loaded)) = (self.navigation, self.loaded.get_value()) else {
            return String::new();
        };
        // Who reads it in a frame passes on the page, not the frame.
        let route = match navigation.route_now() {
            Route::Embed(embed) => embed.whole(),
            route => route,
        };
        let route = route.copied(&loaded.snapshot, pinned);
        absolute(&navigation.origin(), &navigation.base(), &route)
    }

    fn origin(self) -> Origin {
        Origin { snapshot: self.snapshot.get_value(), link: self.link(true) }
    }

    fn take(self, thing: Thing) {
        let origin = self.origin();
        let with =
            |print: fn(&ChartSpec, &Origin) -> String| self.spec.with_untracked(|spec| print(spec, &origin));
        let name = |ending: &str| format!("{}.{ending}", with(taken::file_name));
        let picture = || self.spec.with_untracked(|spec| svg::render_export(spec, EXPORT, Theme::Light));
        match thing {
            Thing::Csv => file::text(&name("csv"), "text/csv;charset=utf-8", &with(taken::csv)),
            Thing::Json => file::text(&name("json"), "application/json", &with(taken::json)),
            Thing::Svg => file::text(&name("svg"), "image/svg+xml", &picture()),
            Thing::Png => {
                let (name, picture) = (name("png"), picture());
                self.tell("The picture is in your downloads.", async move {
                    file::blob(&name, &picture::png(&picture).await?);
                    Ok(())
                });
            }
            Thing::CopyImage => self.tell("The picture is copied.", clipboard::image(picture())),
            Thing::CopyLink => self.tell(
                "The link is copied; it follows the newest snapshot.",
                clipboard::text(self.link(false)),
            ),
            Thing::CopyPinned => self.tell(
                "The link is copied; it shows this snapshot for ever.",
                clipboard::text(self.link(true)),
            ),
            Thing::Share => {
                self.tell("", clipboard::share(with(|spec, _| spec.headline.clone()), self.link(false)))
            }
            Thing::CopyCitation => {
                self.tell("The citation is copied.", clipboard::text(with(taken::citation)))
            }
            Thing::CopyBibtex => {
                self.tell("The BibTeX entry is copied.", clipboard::text(with(taken::bibtex)))
            }
        }
    }

    /// Does something that takes its time, and says what came of it.
    fn tell(self, done: &'static str, doing: impl Future<Output = Result<(), JsValue>> + 'static) {
        let doing: std::pin::Pin<Box<dyn Future<Output = Result<(), JsValue>>>> = Box::pin(doing);
        spawn_local(async move {
            let words = match doing.await {
                Ok(()) => done,
                Err(_) => "This browser did not allow it here.",
            };
            let _ = self.said.try_set(words);
        });
    }

    fn button(self, label: &'static str, thing: Thing) -> AnyView {
        view! { <button type="button" class="button" on:click=move |_| self.take(thing)>{label}</button> }
            .into_any()
    }

    /// Everything there is to take.
    pub fn panel(self) -> AnyView {
        let linked = self.navigation.is_some() && self.loaded.with_value(Option::is_some);
        let words = move || {
            self.spec.track();
            self.spec.with(|spec| taken::citation(spec, &self.origin()))
        };
        let link = linked.then(|| {
            view! {
                <fieldset>
                    <legend>"Link"</legend>
                    {self.button("Copy link", Thing::CopyLink)}
                    {self.button("Copy link to this snapshot", Thing::CopyPinned)}
                    {clipboard::can_share().then(|| self.button("Share", Thing::Share))}
                </fieldset>
            }
        });
        let embed = self.navigation.zip(self.loaded.get_value()).map(|(navigation, loaded)| {
            live(move || {
                navigation.builder_href(&loaded.snapshot).map(|href| {
                    view! {
                        <fieldset>
                            <legend>"Other pages"</legend>
                            <a class="button" href=href>"Embed"</a>
                        </fieldset>
                    }
                })
            })
        });
        view! {
            <div class="take-away" role="region" aria-label="Take away">
                <fieldset>
                    <legend>"Numbers"</legend>
                    {self.button("CSV", Thing::Csv)}
                    {self.button("JSON", Thing::Json)}
                </fieldset>
                <fieldset>
                    <legend>"Picture"</legend>
                    {self.button("SVG", Thing::Svg)}
                    {self.button("PNG", Thing::Png)}
                    {self.button("Copy image", Thing::CopyImage)}
                </fieldset>
                {link}
                {embed}
                <fieldset class="cite">
                    <legend>"Citation"</legend>
                    <blockquote>{live(words)}</blockquote>
                    {self.button("Copy citation", Thing::CopyCitation)}
                    {self.button("Copy BibTeX", Thing::CopyBibtex)}
                </fieldset>
                <p class="hint" role="status">{move || self.said.get()}</p>
            </div>
        }
        .into_any()
    }
}
