//! `/claims`

use super::Page;
use crate::finding::claim::found_in;
pub use crate::finding::claim::said;
use crate::markup::{Markup, el};
use crate::model::SubnetRef;
use crate::prerender::head::Head;
use crate::prerender::press::{Press, table};
use crate::snapshot::wire::Claim;
use crate::view::Route;
use crate::view::heading::CLAIMS;

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let claims = &press.ledger.claims.claims;
    let rows = claims.iter().map(|claim| {
        let about = match subject(claim).and_then(|subject| press.ledger.snapshot.row(subject)) {
            Some(row) => press.subnet(row),
            None => claim.subnet.clone().map_or("The network".into(), |subnet| format!("SN{subnet}").into()),
        };
        vec![about, claim.statement.as_str().into(), found_in(claim).into()]
    });
    let heads = ["About", "Claim", "Said by"].map(Markup::from);
    let content = el("div").class("wrap").with(press.heading(CLAIMS.h1, CLAIMS.lede)).with(table(
        "prose-table",
        heads,
        rows,
    ));
    let head = Head::new(CLAIMS.title, CLAIMS.lede, route.path());
    Page::new(press, route, head.preview("preview/overview.png", CLAIMS.h1), content)
}

/// Whom a claim is about; `None` for the network.
pub fn subject(claim: &Claim) -> Option<SubnetRef> {
    claim.subnet.as_deref()?.parse().ok()
}
