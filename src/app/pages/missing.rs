//! A link that leads nowhere says so, and offers what is near.

use leptos::prelude::*;

use super::title;
use crate::app::navigation::Navigation;
use crate::view::{Overview, Route, Table};

#[component]
pub(super) fn MissingPage(why: String) -> impl IntoView {
    title("Not found");
    let navigation = Navigation::get();
    view! {
        <div class="wrap state">
            <h1>"There is no such page"</h1>
            <p class="lede">{why}</p>
            <p>
                <a href=navigation.href(&Route::Subnets(Table::default()))>"All subnets"</a> " · "
                <a href=navigation.href(&Route::Overview(Overview::default()))>"Overview"</a>
            </p>
        </div>
    }
}
