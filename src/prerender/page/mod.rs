//! The pages of the site, one module each, as files with the facts in them.

pub mod claims;
pub mod compare;
mod former;
mod methods;
mod network;
mod overview;
mod plain;
mod plane;
mod subnet;
mod subnets;

use super::head::Head;
use super::ledger::Registration;
use super::press::Press;
use crate::chart::ChartSpec;
use crate::chart::build::plane_chart;
use crate::markup::Markup;
use crate::model::SubnetRef;
use crate::registry;
use crate::view::{
    Compare, Data, Embed, Network, Overview, Page as Plain, Plane, Route, SubnetPage, Table, heading,
};

/// A page to be written.
pub struct Page {
    /// Its path without the base, `/subnet/64`.
    pub path: String,
    /// What it says of itself.
    pub head: Head,
    /// What can be read on it.
    pub facts: Markup,
}

impl Page {
    fn new(press: &Press, route: &Route, head: Head, content: impl Into<Markup>) -> Self {
        Self { path: route.path(), head, facts: press.framed(route, content) }
    }
}

/// What a view says of itself that only the program can draw, in other people's pages. Its picture is the
/// plane, as of every page without one of its own.
pub fn live(press: &Press, id: &str) -> Head {
    let (title, words) = match id {
        "compare" => (heading::COMPARE, heading::COMPARE_LIVE),
        "plane" => (heading::PLANE.title, heading::PLANE.lede),
        "table" => (heading::SUBNETS, heading::SUBNETS_LIVE),
        _ => (heading::SUBNET_LIVE.0, heading::SUBNET_LIVE.1),
    };
    let (picture, shown) = plane_picture(press);
    Head::new(title, words, format!("/embed/{id}")).preview(picture, shown).unlisted()
}

/// The picture of pages without one of their own, and what it shows: the plane.
fn plane_picture(press: &Press) -> (&'static str, String) {
    ("preview/overview.png", plane_chart(&press.ledger.snapshot, &Plane::default(), &[]).headline)
}

/// The chart on the picture of a subnet: its own clock, or its place among all where nothing is known
/// of its days.
pub fn pictured(press: &Press, row: usize) -> ChartSpec {
    let place = || plane_chart(&press.ledger.snapshot, &Plane::default(), &[row]);
    press.ledger.clock(&press.ledger.holders[row]).unwrap_or_else(place)
}

/// Every page. A subnet has two: by its slot, and by its registration, which is what copied links name.
pub fn all(press: &Press) -> Vec<Page> {
    let ledger = press.ledger;
    let mut pages = vec![
        overview::page(press, &Route::Overview(Overview::default())),
        subnets::page(press, &Route::Subnets(Table::default())),
        compare::page(press, &Route::Compare(Compare::default())),
        plane::page(press, &Route::Plane(Plane::default())),
        network::page(press, &Route::Network(Network::default())),
        claims::page(press, &Route::Claims(Plain::default())),
        methods::list(press, &Route::Methods(Plain::default())),
        plain::data(press, &Route::Data(Data::default())),
        plain::about(press, &Route::About),
        plain::embed(press, &Route::EmbedBuilder(Embed::default())),
    ];
    pages.extend(registry::all().map(|metric| methods::page(press, metric)));
    for (row, holder) in ledger.holders.iter().enumerate() {
        for reference in names(holder) {
            pages.push(subnet::page(press, &Route::Subnet(reference, SubnetPage::default()), row));
        }
    }
    for registration in &ledger.former {
        pages.push(former::page(press, registration.id.into(), registration));
    }
    for last in ledger.vacated() {
        pages.extend(SubnetRef::occupant(last.id.netuid()).map(|slot| former::page(press, slot, last)));
    }
    pages
}

/// What a holder of a slot is called in addresses: by the slot, and by the registration.
pub fn names(holder: &Registration) -> Vec<SubnetRef> {
    SubnetRef::occupant(holder.id.netuid()).into_iter().chain([holder.id.into()]).collect()
}
