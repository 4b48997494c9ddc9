//! What a comparison is drawn from.

use std::sync::Arc;

use futures::future::{OptionFuture, try_join_all};

use super::data::{LoadError, Loaded, Store};
use crate::chart::build::{Compared, Ground, compared, point_card};
use crate::chart::spec::EventMark;
use crate::compute::custom::{self, is_custom};
use crate::compute::transform::Totals;
use crate::finding;
use crate::finding::card::Card;
use crate::model::{Day, Series};
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};
use crate::view::{Compare, Mode, UnitChoice};

/// What of the files a comparison needs beyond the histories of its subnets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// The metric that all histories are added up of, for shares.
    whole: Option<&'static Metric>,
    /// Whether the price of TAO is needed day by day.
    tao_usd: bool,
}

impl Needs {
    /// What a comparison needs.
    pub fn of(compare: &Compare) -> Self {
        Self {
            // Shares are parts of what all subnets have on a day, so all histories are needed for them.
            whole: (compare.mode == Mode::Share).then_some(compare.metric),
            tao_usd: compare.unit == Some(UnitChoice::UsdThen),
        }
    }
}

/// What a comparison is drawn from.
pub struct Material {
    histories: Vec<(usize, Arc<History>)>,
    totals: Option<Totals>,
    events: Vec<EventMark>,
    /// When the rule changed that divides the emission.
    changes: Vec<Day>,
    tao_usd: Option<Series>,
}

impl Material {
    /// Loads it; once, however often the same is asked for.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn load(
        store: Store,
        loaded: Arc<Loaded>,
        rows: Vec<usize>,
        needs: Needs,
    ) -> Result<Arc<Self>, LoadError> {
        let whole = needs.whole.map(custom::text);
        let key = format!("material {} {rows:?} {whole:?} {}", loaded.snapshot.id, needs.tao_usd);
        let load = Self::fetch(store.clone(), loaded, rows, needs);
        store.keep(key, load).await
    }

    async fn fetch(
        store: Store,
        loaded: Arc<Loaded>,
        rows: Vec<usize>,
        needs: Needs,
    ) -> Result<Self, LoadError> {
        let history = async |row: usize| store.history(&loaded, loaded.snapshot.subnets[row].id).await;
        let chosen = try_join_all(rows.iter().map(|row| history(*row)));
        let tao_usd = OptionFuture::from(needs.tao_usd.then(|| store.tao_usd(&loaded)));
        let (chosen, events, tao_usd) = futures::join!(chosen, store.events(&loaded), tao_usd);
        let totals = match needs.whole {
            Some(metric) => Some(totals(&store, &loaded, metric).await?),
            None => None,
        };
        // Without them a comparison could not say that it goes across a change of the rules.
        let events = events?;
        let changes = finding::events::of_emission_rule(&events);
        let mark = |(day, label): (Day, String)| EventMark { day: day.epoch_days(), label, series: None };
        let events = finding::events::of_network(&events).into_iter().map(mark).collect();
        let histories = rows.into_iter().zip(chosen?).collect();
        let tao_usd = tao_usd.transpose()?.flatten();
        Ok(Self { histories, totals, events, changes, tao_usd })
    }

    /// The chart, and what a reader may want to change of it.
    pub fn compared(&self, snapshot: &Snapshot, compare: &Compare) -> Compared {
        compared(snapshot, &self.subjects(), &self.ground(), compare)
    }

    /// The card of a subnet, by id, on a day or at an age of the chart.
    pub fn point(&self, snapshot: &Snapshot, compare: &Compare, id: &str, at: i32) -> Option<Card> {
        let subjects = self.subjects();
        let subject = subjects.iter().position(|(_, history)| history.id.to_string() == id)?;
        point_card(snapshot, &subjects, subject, &self.ground(), compare, at)
    }

    fn subjects(&self) -> Vec<(usize, &History)> {
        self.histories.iter().map(|(row, history)| (*row, history.as_ref())).collect()
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            totals: self.totals.as_ref(),
            events: &self.events,
            changes: &self.changes,
            tao_usd: self.tao_usd.as_ref(),
        }
    }
}

/// What all subnets come to, as it was published; of a reader’s own formula, and of a snapshot that was
/// published without, from the history of each. The day of the snapshot is known in any case.
async fn totals(store: &Store, loaded: &Loaded, metric: &'static Metric) -> Result<Totals, LoadError> {
    let sums = store.sums(loaded).await?;
    let totals = if sums.is_empty() || is_custom(metric) {
        let all = store.all_histories(loaded).await?;
        let all: Vec<_> = all.iter().map(|history| history.running(metric)).collect();
        Totals::of(all.iter().filter_map(|history| history.series(metric)))
    } else {
        let of_metric = sums.into_iter().find(|(other, _)| other.id == metric.id);
        of_metric.map(|(_, totals)| totals).unwrap_or_default()
    };
    Ok(totals.with_snapshot(&loaded.snapshot, metric))
}
