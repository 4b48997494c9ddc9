//! A subnet's name and face. Its own text is hostile: it is cleaned, isolated and never alone.

use super::erase::AnyViews;
use leptos::prelude::*;

use crate::app::navigation::Navigation;
use crate::chart::identicon;
use crate::format;
use crate::model::{SubnetId, SubnetRef};
use crate::snapshot::SubnetRow;
use crate::view::{Route, SubnetPage};

/// The cleaned name as a link to the subnet, with its number beside it.
#[component]
pub fn SubnetLink(subnet: SubnetRow) -> impl IntoView {
    let navigation = Navigation::get();
    let name = format::shown_name(&subnet.name, subnet.id.netuid());
    let flags = subnet.name_flags.join(" ");
    view! {
        <a class="subnet" href=navigation.href(&Route::Subnet(occupant(subnet.id), SubnetPage::default()))>
            <bdi>{name}</bdi>
        </a>
        {(!flags.is_empty()).then(|| view! { <span class="flag" role="img" aria-label=flags.clone() title=flags.clone()>"⚠"</span> })}
    }
}

/// Today's holder of the slot: the short link. Copied links write the generation.
fn occupant(id: SubnetId) -> SubnetRef {
    SubnetRef::occupant(id.netuid()).unwrap_or(id.into())
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
