//! Everything that is published of the newest snapshot, read along its hashes.

use std::path::Path;

use super::PrerenderError;
use super::seen::Seen;
use crate::chart::ChartSpec;
use crate::chart::build::{Past, ledger_chart};
use crate::chart::spec::EventMark;
use crate::compute::rank::{self, RankInterval};
use crate::finding::{self, changes};
use crate::model::{Day, Evidence, Rung, SubnetId, SubnetRef};
use crate::publish::check::reader::Reader;
use crate::registry;
use crate::snapshot::wire::{self, IndexEntry};
use crate::snapshot::{self, History, Snapshot, evidence_from_wire};

/// The newest snapshot with everything about single subnets.
pub struct Ledger {
    /// The cross-section.
    pub snapshot: Snapshot,
    /// What rungs became between snapshots, oldest first.
    pub moves: Vec<Move>,
    /// In which snapshot each thing was published first.
    pub seen: Seen,
    /// Ranks by what is earned, by row.
    pub ranks: Vec<Option<RankInterval>>,
    /// When it was published, RFC 3339.
    pub published_at: String,
    /// All published snapshots, oldest first.
    pub published: Vec<wire::SnapshotRef>,
    /// The holders of the slots, by row.
    pub holders: Vec<Registration>,
    /// Registrations that have lost their slot.
    pub former: Vec<Registration>,
    /// What was said.
    pub claims: wire::Claims,
    /// What happened.
    pub events: wire::Events,
}

/// A rung that was gained, or is satisfied no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The day of the snapshot that shows it first.
    pub day: Day,
    /// Whose.
    pub id: SubnetId,
    /// What happened, to follow the subnet's name.
    pub words: String,
}

/// One registration of a slot.
pub struct Registration {
    /// Which.
    pub id: SubnetId,
    /// Its name as written on chain: hostile text.
    pub name: String,
    /// What is published about it.
    pub profile: wire::Profile,
    /// Its days; empty where none are published.
    pub history: History,
}

impl Ledger {
    /// Reads the data folder of a site.
    ///
    /// # Errors
    /// When a file is missing or is not what its hash says.
    pub fn read(folder: &Path) -> Result<Self, PrerenderError> {
        let mut files = Reader::new(folder);
        let latest = files.latest().map_err(PrerenderError::Data)?;
        let (root, snapshot) = cross_section(&mut files, &latest, &latest.snapshot)?;
        let (moves, seen) = past(&mut files, folder, &latest)?;
        let index: wire::Index = need(&mut files, &root.objects.index)?;
        let claims = need(&mut files, &root.objects.claims)?;
        let events = need(&mut files, &root.objects.events)?;
        let mut holders = Vec::with_capacity(index.subnets.len());
        for entry in &index.subnets {
            holders.push(registration(&mut files, entry, &snapshot)?);
        }
        let mut former = Vec::with_capacity(index.former.len());
        for entry in &index.former {
            former.push(registration(&mut files, entry, &snapshot)?);
        }
        let by_row = holders.iter().map(|holder| holder.id);
        if !by_row.eq(snapshot.subnets.iter().map(|subnet| subnet.id)) {
            return Err(PrerenderError::Data(
                "the index does not list the subnets of the summary".to_owned(),
            ));
        }
        let ranks = rank::earned(&snapshot);
        let published = latest.snapshots;
        let published_at = latest.published_at;
        Ok(Self { snapshot, moves, ranks, seen, published_at, published, holders, former, claims, events })
    }

    /// The shared-clock ledger of a registration; `None` where nothing is known of its days. For one
    /// that has lost its slot, `joined` says how the cross-section is joined by it.
    pub fn clock(&self, registration: &Registration) -> Option<ChartSpec> {
        let series = registration.history.series(registry::known("emission_tao_day"))?;
        // One day is no curve.
        series.points().nth(1)?;
        let evidence = self.evidence(registration);
        let events = finding::events::of_subnet(&self.events, registration.id);
        let mark = |(day, label): (Day, String)| EventMark { day: day.epoch_days(), label, series: None };
        let events: Vec<EventMark> = events.into_iter().map(mark).collect();
        let (id, profile) = (registration.id, &registration.profile);
        let past = Past {
            history: &registration.history,
            evidence: &evidence,
            events: &events,
            releases: finding::shipped::searched(Some(profile), Rung::Release),
            until: finding::lost_on(profile, id).or(self.snapshot.as_of.day),
            changed_hands: finding::events::changed_hands(&self.events, id),
        };
        let draw = |snapshot: &Snapshot, row| ledger_chart(snapshot, row, &past);
        Some(match self.snapshot.row(registration.id.into()) {
            Some(row) => draw(&self.snapshot, row),
            None => {
                let (joined, row) = self.snapshot.joined_by(registration.id, registration.name.clone());
                draw(&joined, row)
            }
        })
    }

    /// The last holders of the slots that nobody holds now.
    pub fn vacated(&self) -> impl Iterator<Item = &Registration> {
        let vacant =
            |id: SubnetId| self.snapshot.subnets.iter().all(|holder| holder.id.netuid() != id.netuid());
        let newer =
            |id: SubnetId| self.former.iter().any(|other| other.id.netuid() == id.netuid() && other.id > id);
        self.former.iter().filter(move |former| vacant(former.id) && !newer(former.id))
    }

    /// The registration that a reference means: of a slot who holds it, or else who held it last.
    pub fn registration(&self, reference: SubnetRef) -> Option<SubnetId> {
        let holder = self.snapshot.row(reference).map(|row| self.snapshot.subnets[row].id);
        let former = self.former.iter().map(|former| former.id);
        holder.or_else(|| former.filter(|id| reference.means(*id)).max())
    }

    /// The evidence for the rungs of a registration.
    pub fn evidence(&self, registration: &Registration) -> Vec<Evidence> {
        evidence_from_wire(registration.profile.evidence.clone(), &self.snapshot.sources).0
    }

    /// Ids of the other published snapshots, newest first.
    pub fn earlier(&self) -> impl Iterator<Item = &str> {
        let ids = self.published.iter().rev().map(|published| published.id.as_str());
        ids.filter(|id| *id != self.snapshot.id)
    }

    /// All rows.
    pub fn rows(&self) -> Vec<usize> {
        (0..self.snapshot.subnets.len()).collect()
    }
}

fn cross_section(
    files: &mut Reader,
    latest: &wire::Latest,
    id: &str,
) -> Result<(wire::Root, Snapshot), PrerenderError> {
    let listed = latest.snapshots.iter().find(|published| published.id == id);
    let root = listed.map_or(&latest.root, |published| &published.root);
    let root: wire::Root = need_named(files, &format!("snapshots/{id}.json"), root)?;
    let summary = need(files, &root.objects.summary)?;
    let made = snapshot::snapshot_from_wire(root.clone(), summary);
    let (snapshot, _) = made.map_err(|why| PrerenderError::Data(why.to_string()))?;
    Ok((root, snapshot))
}

/// What happened on the ladder from each published snapshot to the next, and when everything else was
/// published first.
fn past(
    files: &mut Reader,
    folder: &Path,
    latest: &wire::Latest,
) -> Result<(Vec<Move>, Seen), PrerenderError> {
    let (mut moves, mut seen) = (Vec::new(), Seen::default());
    let mut before: Option<Snapshot> = None;
    for published in &latest.snapshots {
        let (root, now) = cross_section(files, latest, &published.id)?;
        if let Some(day) = now.as_of.day {
            seen.add(folder, &root, day)?;
        }
        if let (Some(before), Some(day)) = (&before, now.as_of.day) {
            let rungs = changes::rungs(before, &now).into_iter();
            moves.extend(rungs.map(|change| Move { day, id: change.id, words: change.words() }));
        }
        before = Some(now);
    }
    Ok((moves, seen))
}

fn registration(
    files: &mut Reader,
    entry: &IndexEntry,
    snapshot: &Snapshot,
) -> Result<Registration, PrerenderError> {
    let wrong = |_| PrerenderError::Data(format!("“{}” is no subnet id", entry.id));
    let id: SubnetId = entry.id.parse().map_err(wrong)?;
    let profile: wire::Profile = need(files, &entry.profile)?;
    let mut years = Vec::with_capacity(entry.history.len());
    for year in &entry.history {
        years.push(need(files, &year.object())?);
    }
    let history = snapshot::history_from_wire(id, years, &snapshot.sources).0.beside(snapshot.points(id));
    let holder = snapshot.row(id.into()).map(|row| snapshot.subnets[row].name.clone());
    let name = holder.or_else(|| Some(generation(&profile, id)?.name.clone())).unwrap_or_default();
    Ok(Registration { id, name, profile, history })
}

fn generation(profile: &wire::Profile, id: SubnetId) -> Option<&wire::Generation> {
    profile.generations.iter().find(|generation| generation.id == id.to_string())
}

pub(super) fn need<T>(files: &mut Reader, object: &wire::ObjectRef) -> Result<T, PrerenderError>
where
    T: serde::de::DeserializeOwned + Clone + 'static,
{
    files
        .object(object)
        .ok_or_else(|| PrerenderError::Data(format!("objects/{}.json is damaged", object.sha256)))
}

fn need_named<T>(files: &mut Reader, name: &str, object: &wire::ObjectRef) -> Result<T, PrerenderError>
where
    T: serde::de::DeserializeOwned + Clone + 'static,
{
    files.named(name, object).ok_or_else(|| PrerenderError::Data(format!("{name} is damaged")))
}
