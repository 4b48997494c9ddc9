//! The network as a whole.

use std::sync::Arc;

use leptos::prelude::*;

use super::title;
use crate::app::data::Loaded;

#[component]
pub(super) fn NetworkPage(loaded: Arc<Loaded>) -> impl IntoView {
    title("Network");
    let _ = loaded;
    view! { <div class="wrap"><h1>"The network"</h1></div> }
}
