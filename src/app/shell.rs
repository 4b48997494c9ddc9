//! The frame around every page, and where the data a page needs is waited for.

use std::sync::Arc;

use crate::app::ui::{AnyViews, live};
use futures::future::OptionFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::data::{LoadError, Loaded, Pin, Store};
use super::first::First;
use super::material::{Material, Needs};
use super::navigation::Navigation;
use super::pages::Page;
use super::second::Fetch;
use super::settings;
use super::ui::{NumberCard, Opening, PaletteWish, Problem, Reader, as_written};
use crate::finding;
use crate::format;
use crate::format::Locale;
use crate::markup;
use crate::view::{Data as DataView, Overview, Page as Plain, Route, Theme, file, heading};

/// Replaces what stands on the page by the application.
///
/// The facts of a page stay until everything the application shows first is there, and when that cannot
/// be had they stay under the reason.
pub async fn open(First { root, route, store, refused, facts, second }: First) {
    // Nothing is kept from a reader who sees nothing yet.
    if facts.is_some() && refused.is_none() {
        prepare(&store, &route).await;
    }
    let kept = facts.filter(|_| refused.is_some());
    root.set_inner_html("");
    mount_to(root.clone().unchecked_into(), move || view! { <App store fetch=second refused/> }).forget();
    if let Some(facts) = kept {
        let _ = root.append_child(&facts);
    }
}

/// Loads what the first view of a route waits for, so that it can be shown whole. Panels that miss their
/// part say so themselves, and so does a page without a snapshot.
async fn prepare(store: &Store, route: &Route) {
    let Ok(loaded) = store.snapshot(route.at().map(str::to_owned)).await else { return };
    match route {
        Route::Subnet(reference, _) => {
            let id = loaded.snapshot.row(*reference).map(|row| loaded.snapshot.subnets[row].id);
            let subnet = OptionFuture::from(id.map(|id| {
                let (store, loaded) = (store, &loaded);
                async move { futures::join!(store.profile(loaded, id), store.history(loaded, id)) }
            }));
            let _ = futures::join!(subnet, store.events(&loaded), store.claims(&loaded));
        }
        Route::Compare(compare) => {
            let rows = compare.rows(&loaded.snapshot);
            let _ = Material::load(store.clone(), loaded, rows, Needs::of(compare)).await;
        }
        Route::Network(_) => drop(store.events(&loaded).await),
        Route::Claims(_) => drop(store.claims(&loaded).await),
        _ => {}
    }
}

/// What the page holds at the moment: the last good snapshot, or why there is none.
#[derive(Clone, Copy)]
pub struct Data {
    loaded: RwSignal<Option<Arc<Loaded>>, LocalStorage>,
    problem: RwSignal<Option<LoadError>>,
    attempt: RwSignal<u32>,
}

impl Data {
    /// Loads whatever the route asks for, now and whenever that changes.
    fn follow(store: Store, pin: Memo<Pin>, refused: Option<LoadError>) -> Self {
        let data = Self {
            loaded: RwSignal::new_local(None),
            problem: RwSignal::new(refused.clone()),
            attempt: RwSignal::new(0),
        };
        Effect::new(move |last: Option<()>| {
            let wanted = pin.get();
            data.attempt.track();
            if last.is_none() && refused.is_some() {
                return;
            }
            let store = store.clone();
            spawn_local(async move {
                let result = store.snapshot(wanted.clone()).await;
                // A reader who has gone on to another snapshot must not be given this one.
                if pin.try_get_untracked().is_none_or(|now| now != wanted) {
                    return;
                }
                match result {
                    Ok(loaded) => {
                        if let Ok(Some(facts)) = document().query_selector("#app > [data-path]") {
                            facts.remove();
                        }
                        data.problem.set(None);
                        data.loaded.set(Some(loaded));
                    }
                    Err(error) => data.problem.set(Some(error)),
                }
            });
        });
        data
    }

    fn retry(self) {
        self.problem.set(None);
        self.attempt.update(|attempt| *attempt += 1);
    }
}

#[component]
fn App(
    store: Store,
    fetch: Fetch,
    /// Why the first data could not be had, when that is known already: it is not asked for twice.
    refused: Option<LoadError>,
) -> impl IntoView {
    let navigation = Navigation::install();
    provide_context(navigation);
    provide_context(fetch);
    provide_context(StoredValue::new_local(store.clone()));
    provide_context(Reader::from_browser());
    provide_context(NumberCard::default());
    let palette = PaletteWish::default();
    provide_context(palette);
    let pin = Memo::new(move |_| navigation.route().at().map(str::to_owned));
    let data = Data::follow(store, pin, refused);
    let framed = Memo::new(move |_| navigation.route().is_framed());
    if framed.get_untracked() {
        say_height(&navigation.base());
    } else {
        palette.listen();
    }

    view! {
        <a class="skip" href="#main">"Skip to the content"</a>
        {live(move || (!framed.get()).then(|| view! { <Header/> }))}
        <main id="main" tabindex="-1" class:embed=framed>
            <Ignored/>
            {live(move || match (data.loaded.get(), data.problem.get()) {
                (Some(loaded), None) => view! { <Pinned loaded=loaded.clone()/> <Stale loaded=loaded.clone()/> <Page loaded/> }.into_any(),
                (_, Some(problem)) => view! {
                    <Problem what="The ledger" problem retry=Callback::new(move |()| data.retry())/>
                }
                .into_any(),
                (None, None) => view! { <Opening/> }.into_any(),
            })}
        </main>
        {live(move || (!framed.get()).then(|| view! { <Footer data/> }))}
        <super::ui::NumberCardView/>
    }
}

/// The page around a frame is told how high it is, by the same script as of the widgets.
fn say_height(base: &str) {
    let script = document().create_element("script");
    if let (Ok(script), Some(head)) = (script, document().head()) {
        let _ = script.set_attribute("src", &file(base, "embed/height.js"));
        let _ = head.append_child(&script);
    }
}

#[component]
fn Header() -> impl IntoView {
    let navigation = Navigation::get();
    let search = PaletteWish::get();
    let theme = RwSignal::new(settings::theme());
    let change_theme = move |_| {
        theme.update(|theme| *theme = theme.next(settings::dark_system()));
        settings::apply_theme(theme.get_untracked());
        settings::remember_theme(theme.get_untracked());
    };
    let item = move |(label, section): (&'static str, Route)| {
        let here = section.clone();
        let current = move || navigation.route().is_in(&here).then_some("page");
        let link = move || {
            navigation.route();
            navigation.href(&section)
        };
        view! { <li><a href=link aria-current=current>{label}</a></li> }
    };
    view! {
        <header class="site">
            <div class="wrap">
                <a class="mark" href=navigation.exact_href(&Route::Overview(Overview::default()))>
                    <span class="rods" inner_html=heading::MARK></span>
                    {heading::SITE}
                </a>
                <nav aria-label="Pages">
                    <ul>
                        {Route::sections().map(item).any_views()}
                    </ul>
                </nav>
                <button class="search" type="button" aria-label="Search" aria-haspopup="dialog" title="Search (/)" on:click=move |_| search.wish()>
                    <span inner_html=heading::GLASS></span>
                    <span class="word">"Search"</span>
                </button>
                <button
                    class="theme"
                    type="button"
                    on:click=change_theme
                    aria-label=move || match theme.get() {
                        Theme::Auto => "Colours: as the system",
                        Theme::Light => "Colours: light",
                        Theme::Dark => "Colours: dark",
                    }
                    title="Change colours: light, dark, as the system"
                >
                    {live(move || match theme.get() {
                        Theme::Auto => "◐",
                        Theme::Light => "○",
                        Theme::Dark => "●",
                    })}
                </button>
            </div>
        </header>
    }
}

/// Says which parts of the address were not understood.
#[component]
fn Ignored() -> impl IntoView {
    let navigation = Navigation::get();
    as_written(move || markup::ignored(&navigation.ignored()))
}

/// Says when the page shows a snapshot that is not the newest one.
#[component]
fn Pinned(loaded: Arc<Loaded>) -> impl IntoView {
    let navigation = Navigation::get();
    // A frozen quote in a frame says by itself of when it is.
    let framed = navigation.route_now().is_framed();
    let newest = loaded.published.last().map(|published| published.id.clone()).unwrap_or_default();
    (!loaded.latest && !framed).then(|| {
        as_written(move || {
            let same = navigation.exact_href(&navigation.route().pinned(None));
            Some(markup::pinned(&loaded.snapshot, &newest, &same))
        })
    })
}

/// Says how old the newest snapshot is, when it is old, in the line that every page keeps for it.
#[component]
fn Stale(loaded: Arc<Loaded>) -> impl IntoView {
    let told = loaded.snapshot.as_of.day.and_then(|day| finding::staleness(day, Reader::today()));
    told.filter(|_| loaded.latest).map(|told| {
        view! { <p class="wrap says stale" role="status">{told}</p> }
    })
}

#[component]
fn Footer(data: Data) -> impl IntoView {
    let navigation = Navigation::get();
    let about = move || {
        let loaded = data.loaded.get()?;
        let snapshot = &loaded.snapshot;
        let as_of = format::as_of(snapshot.as_of, &Locale::default());
        Some(view! {
            <p>
                "Snapshot " <code>{snapshot.id.clone()}</code> {format!(", {as_of}. ")} {heading::PROMISE}
            </p>
        })
    };
    view! {
        <footer class="site">
            <div class="wrap">
                {about}
                <ul>
                    <li><a href=navigation.href(&Route::Data(DataView::default()))>"Data"</a></li>
                    <li><a href=navigation.href(&Route::Methods(Plain::default()))>"Methods"</a></li>
                    <li><a href=navigation.href(&Route::About)>"About"</a></li>
                </ul>
            </div>
        </footer>
    }
}
