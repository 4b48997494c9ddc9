//! `latest.json` and the roots.

use std::collections::BTreeSet;

use super::reader::{Reader, object_name};
use super::{history, ledgers, subnet, summary};
use crate::model::{Day, SubnetId};
use crate::snapshot::wire::{Latest, Root, SnapshotRef};
use crate::snapshot::{NETWORK, check_format};

/// What the checks of single parts need to know of their snapshot.
pub struct Context<'a> {
    /// The snapshot.
    pub root: &'a Root,
    /// Its day.
    pub day: Day,
    /// Ids of its sources.
    pub sources: BTreeSet<&'a str>,
}

impl Context<'_> {
    /// Reports a source that the root does not list.
    pub fn source(&self, id: &str, place: &str, reader: &mut Reader) {
        reader.want(self.sources.contains(id), place, || {
            format!("its source “{id}” is not in the root’s list")
        });
    }
}

/// The day that a text names, unless it is 1970, which stands for an unknown date.
pub fn day(text: &str) -> Option<Day> {
    text.parse::<Day>().ok().filter(|day| day.ymd().0 > 1970)
}

/// Checks `latest.json` in itself.
pub fn latest(latest: &Latest, reader: &mut Reader) {
    let place = "latest.json";
    let newest = latest.snapshots.last();
    let names_newest =
        newest.is_some_and(|newest| newest.id == latest.snapshot && newest.root == latest.root);
    reader.want(names_newest, place, || "the newest snapshot is not the last in its list".to_owned());
    let ids: BTreeSet<&str> = latest.snapshots.iter().map(|published| published.id.as_str()).collect();
    reader.want(ids.len() == latest.snapshots.len(), place, || "a snapshot is listed twice".to_owned());
    reader.want(day(&latest.published_at).is_some(), place, || {
        format!("published_at, “{}”, is no date", latest.published_at)
    });
}

/// Checks a root and everything it leads to.
pub fn check(
    root: &Root,
    place: &str,
    published: &SnapshotRef,
    previous: Option<&Root>,
    reader: &mut Reader,
) {
    reader.count_snapshot();
    if let Err(why) = check_format(&root.format) {
        reader.find(place, why.to_string().trim_end_matches('.'));
        return;
    }
    let Some(day) = day(&root.captured_at) else {
        reader.find(place, format!("captured_at, “{}”, is no date", root.captured_at));
        return;
    };
    reader.want(root.id == published.id && root.id == format!("{day}-{}", root.block), place, || {
        format!("its id, “{}”, is not its day and block", root.id)
    });
    order(root, place, previous, reader);
    numbers(root, place, reader);
    let sources: BTreeSet<&str> = root.sources.iter().map(|source| source.id.as_str()).collect();
    reader.want(sources.len() == root.sources.len(), place, || "a source is listed twice".to_owned());
    parts(&Context { root, day, sources }, reader);
}

fn order(root: &Root, place: &str, previous: Option<&Root>, reader: &mut Reader) {
    reader.want(root.previous.as_deref() == previous.map(|previous| previous.id.as_str()), place, || {
        "the snapshot it names as the one before is not the one before".to_owned()
    });
    if let Some(previous) = previous {
        reader.want(root.sequence > previous.sequence && root.block > previous.block, place, || {
            format!("it is not newer than {}", previous.id)
        });
    }
}

fn numbers(root: &Root, place: &str, reader: &mut Reader) {
    if let Some(price) = &root.tao_usd {
        reader.want(price.value > 0.0 && day(&price.at).is_some(), place, || {
            "tao_usd has no positive price or no date".to_owned()
        });
        reader.want(root.sources.iter().any(|source| source.id == price.source), place, || {
            format!("the source of tao_usd, “{}”, is not in its list", price.source)
        });
    }
    reader.want(root.root_weight.is_none_or(|weight| weight > 0.0), place, || {
        "root_weight is not positive".to_owned()
    });
}

fn parts(context: &Context, reader: &mut Reader) {
    let objects = &context.root.objects;
    let claims = reader.object(&objects.claims);
    let claims = claims
        .map(|claims| ledgers::claims(&claims, &object_name(&objects.claims), reader))
        .unwrap_or_default();
    if let Some(events) = reader.object(&objects.events) {
        ledgers::events(&events, &object_name(&objects.events), context, reader);
    }
    history::check(NETWORK, &objects.network, context, reader);
    let Some(summary) = reader.object(&objects.summary) else { return };
    let rows: Vec<SubnetId> = summary::check(&summary, &object_name(&objects.summary), context, reader);
    let Some(index) = reader.object(&objects.index) else { return };
    let states = rows.iter().copied().zip(summary.ladder.states).collect();
    subnet::check(&index, &subnet::Known { rows: &rows, states, claims }, context, reader);
}
