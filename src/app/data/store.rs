//! What has been loaded, and what is loaded when it is first asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{LocalStorage, StoredValue, expect_context};

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use wasm_bindgen::JsValue;

use super::LoadError;
use super::fetch::{Integrity, fetch_mutable, fetch_object, fetch_text};
use crate::app::settings;
use crate::compute::rank::{self, RankInterval};
use crate::model::SubnetId;
use crate::registry::Metric;
use crate::snapshot::wire::{self, ObjectRef};
use crate::snapshot::{self, FormatError, History, Issue, Snapshot};
use crate::view::Route;

/// Which snapshot a view wants: `None` is the latest.
pub type Pin = Option<String>;

/// A snapshot and the keys to the rest of it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The cross-section.
    pub snapshot: Snapshot,
    /// What in the files was unusable.
    pub issues: Vec<Issue>,
    /// Every snapshot that is published, oldest first.
    pub published: Vec<wire::SnapshotRef>,
    /// Rank of each row by what it earns, under every definition.
    pub ranks: Vec<Option<RankInterval>>,
    /// Whether this is the newest of them.
    pub latest: bool,
    objects: wire::Objects,
}

impl Loaded {
    /// The same with columns for formulas of a reader's own.
    pub fn with_custom(self: &Arc<Self>, metrics: &[&'static Metric]) -> Arc<Self> {
        if metrics.is_empty() {
            return self.clone();
        }
        Arc::new(self.with_snapshot(self.snapshot.with_custom(metrics)))
    }

    /// The same files behind another cross-section, such as one joined by a former registration.
    pub fn with_snapshot(&self, snapshot: Snapshot) -> Self {
        Self { snapshot, ..self.clone() }
    }
}

type Pending<T> = Shared<LocalBoxFuture<'static, Result<T, LoadError>>>;

/// Loads each file at most once, and forgets failures so that a retry asks again.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    /// The folder of the published files, ending in a slash.
    folder: String,
    snapshots: Cache<Pin, Arc<Loaded>>,
    indexes: Cache<String, Arc<wire::Index>>,
    profiles: Cache<String, Arc<wire::Profile>>,
    histories: Cache<(String, SubnetId), Arc<History>>,
    claims: Cache<String, Arc<wire::Claims>>,
    events: Cache<String, Arc<wire::Events>>,
}

struct Cache<K, T: Clone>(RefCell<HashMap<K, Pending<T>>>);

impl<K: Eq + std::hash::Hash + Clone, T: Clone + 'static> Cache<K, T> {
    fn new() -> Self {
        Self(RefCell::new(HashMap::new()))
    }

    async fn get(&self, key: K, load: LocalBoxFuture<'static, Result<T, LoadError>>) -> Result<T, LoadError> {
        let pending = self.0.borrow_mut().entry(key.clone()).or_insert_with(|| load.shared()).clone();
        let result = pending.await;
        if result.is_err() {
            self.0.borrow_mut().remove(&key);
        }
        result
    }
}

impl Store {
    /// The store of this page, from the context of the application.
    ///
    /// # Panics
    /// Outside of the application, which provides it.
    pub fn get() -> StoredValue<Self, LocalStorage> {
        expect_context()
    }

    /// A store over the folder at this URL, which ends in a slash.
    pub fn new(folder: String) -> Self {
        Self(Rc::new(Inner {
            folder,
            snapshots: Cache::new(),
            indexes: Cache::new(),
            profiles: Cache::new(),
            histories: Cache::new(),
            claims: Cache::new(),
            events: Cache::new(),
        }))
    }

    /// The snapshot a view wants.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn snapshot(&self, pin: Pin) -> Result<Arc<Loaded>, LoadError> {
        let store = self.clone();
        self.0
            .snapshots
            .get(pin.clone(), async move { store.load_snapshot(pin).await.map(Arc::new) }.boxed_local())
            .await
    }

    async fn load_snapshot(&self, pin: Pin) -> Result<Loaded, LoadError> {
        let latest: wire::Latest = fetch_mutable(&format!("{}latest.json", self.0.folder)).await?;
        snapshot::check_format(&latest.format)?;
        refuse_replay(latest.sequence)?;
        let (id, root) = match &pin {
            None => (latest.snapshot.clone(), latest.root.clone()),
            Some(wanted) => latest
                .snapshots
                .iter()
                .find(|published| published.id == *wanted)
                .map(|published| (published.id.clone(), published.root.clone()))
                .ok_or_else(|| LoadError::UnknownSnapshot(wanted.clone()))?,
        };
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(LoadError::Malformed("latest.json".to_owned()));
        }
        let root: wire::Root = fetch_object(&format!("{}snapshots/{id}.json", self.0.folder), &root).await?;
        let summary: wire::Summary = self.object(&root.objects.summary).await?;
        let objects = root.objects.clone();
        let (snapshot, issues) = snapshot::snapshot_from_wire(root, summary)
            .map_err(|error: FormatError| LoadError::Format(error))?;
        let is_latest = id == latest.snapshot;
        let ranks = rank::earned(&snapshot);
        Ok(Loaded { snapshot, ranks, issues, published: latest.snapshots, latest: is_latest, objects })
    }

    /// The keys to everything about single subnets.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn index(&self, loaded: &Loaded) -> Result<Arc<wire::Index>, LoadError> {
        self.keep(&self.0.indexes, &loaded.objects.index).await
    }

    /// Everything about one subnet or former registration; `None` when the index does not have it.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn profile(
        &self,
        loaded: &Loaded,
        id: SubnetId,
    ) -> Result<Option<Arc<wire::Profile>>, LoadError> {
        let index = self.index(loaded).await?;
        match entry(&index, id) {
            Some(entry) => self.keep(&self.0.profiles, &entry.profile).await.map(Some),
            None => Ok(None),
        }
    }

    /// The last registration that has lost this slot.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn last_former(&self, loaded: &Loaded, netuid: u16) -> Result<Option<SubnetId>, LoadError> {
        let index = self.index(loaded).await?;
        let mut former = index.former.iter().rev().filter_map(|entry| entry.id.parse().ok());
        Ok(former.find(|id: &SubnetId| id.netuid() == netuid))
    }

    /// The file of a profile as it was published, indented for reading; empty when the index does not
    /// have it.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn profile_text(&self, loaded: &Loaded, id: SubnetId) -> Result<String, LoadError> {
        let index = self.index(loaded).await?;
        let Some(entry) = entry(&index, id) else { return Ok(String::new()) };
        let hash = &entry.profile.sha256;
        let malformed = || LoadError::Malformed(hash.clone());
        let integrity = Integrity::from_hex(hash).ok_or_else(malformed)?;
        let text = fetch_text(format!("{}objects/{hash}.json", self.0.folder), Some(integrity)).await?;
        let json = js_sys::JSON::parse(&text).map_err(|_| malformed())?;
        let indented = js_sys::JSON::stringify_with_replacer_and_space(&json, &JsValue::NULL, &2.into());
        indented.map(String::from).map_err(|_| malformed())
    }

    /// The history of one subnet; empty when nothing was published.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn history(&self, loaded: &Loaded, id: SubnetId) -> Result<Arc<History>, LoadError> {
        let index = self.index(loaded).await?;
        let years: Vec<ObjectRef> = entry(&index, id)
            .map(|entry| entry.history.iter().map(|year| year.object()).collect())
            .unwrap_or_default();
        let sources = loaded.snapshot.sources.clone();
        let store = self.clone();
        let load = async move {
            let years = futures::future::try_join_all(years.iter().map(|year| store.object(year))).await?;
            Ok(Arc::new(snapshot::history_from_wire(id, years, &sources).0))
        };
        self.0.histories.get((loaded.snapshot.id.clone(), id), load.boxed_local()).await
    }

    /// The claims ledger.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn claims(&self, loaded: &Loaded) -> Result<Arc<wire::Claims>, LoadError> {
        self.keep(&self.0.claims, &loaded.objects.claims).await
    }

    /// What happened to the network and its subnets.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn events(&self, loaded: &Loaded) -> Result<Arc<wire::Events>, LoadError> {
        self.keep(&self.0.events, &loaded.objects.events).await
    }

    /// Loads what the first view of a route waits for, so that it can be shown whole. Panels that miss
    /// their part say so themselves.
    ///
    /// # Errors
    /// Why there is no snapshot.
    pub async fn prepare(&self, route: &Route) -> Result<(), LoadError> {
        let loaded = self.snapshot(route.at().map(str::to_owned)).await?;
        let rows = match route {
            Route::Subnet(reference, _) => loaded.snapshot.row(*reference).into_iter().collect(),
            Route::Compare(compare) => compare.rows(&loaded.snapshot),
            _ => Vec::new(),
        };
        let ids = rows.into_iter().map(|row| loaded.snapshot.subnets[row].id);
        let subnets = futures::future::join_all(ids.map(|id| {
            let (store, loaded) = (self, &loaded);
            async move { futures::join!(store.profile(loaded, id), store.history(loaded, id)) }
        }));
        match route {
            Route::Subnet(..) | Route::Compare(_) => {
                let _ = futures::join!(subnets, self.events(&loaded), self.claims(&loaded));
            }
            Route::Network(_) => drop(self.events(&loaded).await),
            Route::Claims(_) => drop(self.claims(&loaded).await),
            _ => {}
        }
        Ok(())
    }

    /// Fetches every file of a snapshot anew and has the browser hash it; tells of each step.
    pub async fn verify(&self, loaded: &Loaded, tell: impl Fn(Verified)) {
        let mut now = Verified::default();
        let objects = &loaded.objects;
        let mut files = vec![
            objects.summary.clone(),
            objects.index.clone(),
            objects.claims.clone(),
            objects.events.clone(),
        ];
        if let Ok(index) = self.index(loaded).await {
            for entry in index.subnets.iter().chain(&index.former) {
                files.push(entry.profile.clone());
                files.extend(entry.history.iter().map(|year| year.object()));
            }
        }
        now.files = files.len();
        // A few at a time: enough to fill the line, not so many that the first answers wait for the last.
        for batch in files.chunks(8) {
            let checks = batch.iter().map(|file| async move { (file, self.whole(file).await) });
            for (file, result) in futures::future::join_all(checks).await {
                now.checked += 1;
                if result.is_err() {
                    now.failed.push(file.sha256.chars().take(12).collect());
                }
            }
            tell(now.clone());
        }
        now.finished = true;
        tell(now);
    }

    async fn whole(&self, object: &ObjectRef) -> Result<(), LoadError> {
        let url = format!("{}objects/{}.json", self.0.folder, object.sha256);
        let integrity =
            Integrity::from_hex(&object.sha256).ok_or(LoadError::Malformed(object.sha256.clone()))?;
        let text = fetch_text(url, Some(integrity)).await?;
        if text.len() as u64 == object.bytes {
            Ok(())
        } else {
            Err(LoadError::Corrupted(object.sha256.clone()))
        }
    }

    async fn keep<T>(&self, cache: &Cache<String, Arc<T>>, object: &ObjectRef) -> Result<Arc<T>, LoadError>
    where
        T: serde::de::DeserializeOwned + 'static,
    {
        let (store, wanted) = (self.clone(), object.clone());
        cache
            .get(
                object.sha256.clone(),
                async move { store.object(&wanted).await.map(Arc::new) }.boxed_local(),
            )
            .await
    }

    async fn object<T: serde::de::DeserializeOwned>(&self, object: &ObjectRef) -> Result<T, LoadError> {
        fetch_object(&format!("{}objects/{}.json", self.0.folder, object.sha256), object).await
    }
}

/// What the index says of a registration, whether it holds its slot or has lost it.
fn entry(index: &wire::Index, id: SubnetId) -> Option<&wire::IndexEntry> {
    let name = id.to_string();
    index.subnets.iter().chain(&index.former).find(|entry| entry.id == name)
}

/// How far a verification has come.
#[derive(Debug, Clone, Default)]
pub struct Verified {
    /// Files of the snapshot.
    pub files: usize,
    /// Of them, those that were fetched.
    pub checked: usize,
    /// The first digits of the names of those that are damaged or missing.
    pub failed: Vec<String>,
    /// Whether all have been tried.
    pub finished: bool,
}

/// An old `latest.json` from a stale cache or a hostile host must not turn the clock back.
fn refuse_replay(got: u64) -> Result<(), LoadError> {
    let seen = settings::highest_sequence();
    if got < seen {
        return Err(LoadError::Replayed { got, seen });
    }
    settings::remember_sequence(got);
    Ok(())
}
