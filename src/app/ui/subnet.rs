//! A subnet's name and face. Its own text is hostile: it is cleaned, isolated and never alone.

use super::erase::AnyViews;
use leptos::prelude::*;

use crate::app::navigation::Navigation;
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

/// A five-by-five pattern made from the id, since logos are never loaded from their hosts.
#[component]
pub fn Identicon(id: SubnetId) -> impl IntoView {
    let bits = scramble(u32::from(id.netuid()) << 16 | u32::from(id.generation()));
    let cells = (0..15).filter(move |cell| bits >> cell & 1 == 1).flat_map(|cell| {
        let (column, row) = (cell / 5, cell % 5);
        let mirrored = 4 - column;
        [(column, row), (mirrored, row)].into_iter().take(if column == mirrored { 1 } else { 2 })
    });
    let squares = cells
        .map(|(column, row)| view! { <rect x=(column + 1).to_string() y=(row + 1).to_string() width="1" height="1"/> })
        .any_views();
    view! { <svg class="identicon" viewBox="0 0 7 7" aria-hidden="true">{squares}</svg> }
}

/// Spreads neighbouring numbers apart (the finaliser of MurmurHash3).
fn scramble(mut bits: u32) -> u32 {
    bits ^= bits >> 16;
    bits = bits.wrapping_mul(0x85eb_ca6b);
    bits ^= bits >> 13;
    bits = bits.wrapping_mul(0xc2b2_ae35);
    bits ^ bits >> 16
}
