//! Claims and events.

use std::collections::BTreeSet;

use super::reader::Reader;
use super::root::{Context, day};
use crate::model::SubnetRef;
use crate::snapshot::wire::{Claims, Events};

/// Checks the claims, and gives their ids.
pub fn claims(claims: &Claims, place: &str, reader: &mut Reader) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for claim in &claims.claims {
        reader
            .want(ids.insert(claim.id.clone()), place, || format!("the claim “{}” is there twice", claim.id));
        subject(claim.subnet.as_deref(), &claim.id, place, reader);
        reader.want(day(&claim.said_on).is_some(), place, || format!("{} has no date", claim.id));
        let is_https = claim.url.as_ref().is_none_or(|url| url.starts_with("https://"));
        reader.want(is_https, place, || format!("{} has a link that is not https", claim.id));
    }
    ids
}

/// Checks the events of a snapshot.
pub fn events(events: &Events, place: &str, context: &Context, reader: &mut Reader) {
    let mut last = None;
    for event in &events.events {
        let when = day(&event.day);
        let in_order = when.is_some_and(|when| when <= context.day && last.is_none_or(|last| last <= when));
        reader.want(in_order, place, || format!("“{}” of {} is not in order of days", event.what, event.day));
        last = when.or(last);
        subject(event.subnet.as_deref(), &event.what, place, reader);
        if let Some(source) = &event.source {
            context.source(source, place, reader);
        }
    }
}

fn subject(subnet: Option<&str>, whose: &str, place: &str, reader: &mut Reader) {
    let known = subnet.is_none_or(|subnet| subnet.parse::<SubnetRef>().is_ok());
    reader.want(known, place, || {
        format!("{whose} is about “{}”, which is no subnet", subnet.unwrap_or_default())
    });
}
