//! A subnet's name and face. Its own text is hostile: it is cleaned, isolated and never alone.

use super::erase::AnyViews;
use leptos::prelude::*;

use crate::app::navigation::Navigation;
use crate::chart::identicon;
use crate::markup;
use crate::model::{SubnetId, SubnetRef};
use crate::snapshot::SubnetRow;
use crate::view::{Route, SubnetPage};

/// The cleaned name as a link to the subnet, with its number beside it.
#[component]
pub fn SubnetLink(subnet: SubnetRow) -> impl IntoView {
    let href = href_of(Navigation::get(), &subnet);
    view! { <span class="as-written" inner_html=String::from(markup::subnet(&subnet, &href))></span> }
}

/// The page of today's holder of a slot: the short link. Copied links write the generation.
pub fn href_of(navigation: Navigation, subnet: &SubnetRow) -> String {
    let occupant = SubnetRef::occupant(subnet.id.netuid()).unwrap_or(subnet.id.into());
    navigation.href(&Route::Subnet(occupant, SubnetPage::default()))
}

/// A face made from the id.
#[component]
pub fn Identicon(id: SubnetId) -> impl IntoView {
    let squares = identicon(id)
        .into_iter()
        .map(|(x, y)| view! { <rect x=x.to_string() y=y.to_string() width="1" height="1"/> })
        .any_views();
    view! { <svg class="identicon" viewBox="0 0 7 7" aria-hidden="true">{squares}</svg> }
}
