//! What this is, and what it is not.

use leptos::prelude::*;

use super::title;
use crate::app::navigation::Navigation;
use crate::app::ui::AnyViews;
use crate::view::{Data, Page, Route, heading};

#[component]
pub(super) fn AboutPage() -> impl IntoView {
    title(heading::ABOUT.title);
    let navigation = Navigation::get();
    view! {
        <div class="wrap prose">
            <h1>{heading::ABOUT.h1}</h1>
            <p class="lede">{heading::ABOUT.lede}</p>
            {heading::ABOUT_SECTIONS.map(|(headline, paragraphs)| view! {
                <section>
                    <h2>{headline}</h2>
                    {paragraphs.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).any_views()}
                </section>
            }).any_views()}
            <section>
                <h2>"If a number is wrong"</h2>
                <p>
                    "Open its card: the source, the block and the formula are there. The "
                    <a href=navigation.href(&Route::Methods(Page::default()))>"methods"</a> " say how each metric is made, and the "
                    <a href=navigation.href(&Route::Data(Data::default()))>"data page"</a>
                    " lists the files with their hashes, so that a correction can name the exact value. Anyone can publish corrected snapshots with the command-line tool that comes with the source."
                </p>
            </section>
        </div>
    }
}
