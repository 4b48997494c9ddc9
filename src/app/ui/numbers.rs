//! The numbers behind a chart: what it was made of, and the card of each.

use std::sync::Arc;

use leptos::prelude::*;

use super::Reader;
use crate::app::data::Loaded;
use crate::chart::readout::Asked;
use crate::compute::custom;
use crate::finding::card::Card;
use crate::format::Locale;

/// What a chart was made of.
#[derive(Clone)]
pub struct Numbers {
    /// Name of the snapshot, for files that are taken away.
    pub snapshot: String,
    /// The card of a number in it, where it has one.
    pub card: Callback<Asked, Option<Card>>,
}

impl Numbers {
    /// Of a snapshot alone.
    pub fn of(loaded: &Arc<Loaded>) -> Self {
        Self::over_time(loaded, |_, _| None)
    }

    /// Of a snapshot and of histories: `point` makes the card of a subnet, by id, on a day or at an age.
    pub fn over_time(
        loaded: &Arc<Loaded>,
        point: impl Fn(&str, i32) -> Option<Card> + Send + Sync + 'static,
    ) -> Self {
        let (loaded, locale) = (loaded.clone(), Reader::get().locale);
        Self {
            snapshot: loaded.snapshot.id.clone(),
            card: Callback::new(move |asked| match asked {
                Asked::Row(id, metric) => row(&loaded, &id, &metric, &locale),
                Asked::Day(id, at) => point(&id, at),
            }),
        }
    }
}

/// The card of a metric, by the ids that a chart has.
fn row(loaded: &Loaded, id: &str, metric: &str, locale: &Locale) -> Option<Card> {
    let (row, metric) = (loaded.snapshot.row(id.parse().ok()?)?, custom::metric(metric)?);
    let snapshot = match custom::is_custom(metric) {
        true => &loaded.snapshot.with_custom(&[metric]),
        false => &loaded.snapshot,
    };
    Some(Card::of_row(snapshot, metric, row, locale))
}
