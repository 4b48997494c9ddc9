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
    let [opening, between, end] = heading::WRONG.1;
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
                <h2>{heading::WRONG.0}</h2>
                <p>
                    {opening}<a href=navigation.href(&Route::Methods(Page::default()))>"methods"</a>{between}
                    <a href=navigation.href(&Route::Data(Data::default()))>"data page"</a>{end}
                </p>
            </section>
        </div>
    }
}
