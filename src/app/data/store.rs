//! What has been loaded, and what is loaded when it is first asked for.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{LocalStorage, StoredValue, expect_context};

use futures::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::fetch::{fetch_checked, fetch_mutable, fetch_object, fetch_plain, parse};
use super::kept::{Kept, Reads, Thing};
use super::{LoadError, Loaded, Pin};
use crate::app::settings;
use crate::compute::rank;
use crate::model::{Series, SubnetId};
use crate::registry::Metric;
use crate::snapshot::wire::{self, HistoryYear, ObjectRef, YearRef};
use crate::snapshot::{self, FormatError, History, Sums};

/// Loads each file at most once, and forgets failures so that a retry asks again.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    /// The folder of the published files, ending in a slash.
    folder: String,
    /// What has been asked for.
    kept: Kept,
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
        Self(Rc::new(Inner { folder, kept: Kept::default() }))
    }

    /// The snapshot a view wants.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn snapshot(&self, pin: Pin) -> Result<Arc<Loaded>, LoadError> {
        let store = self.clone();
        let key = format!("snapshot {}", pin.as_deref().unwrap_or_default());
        self.keep(key, async move { store.load_snapshot(pin).await }).await
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
        let root: wire::Root = fetch_object(&self.root_url(&id), &root).await?;
        let summary: wire::Summary =
            parse(&self.url(&root.objects.summary), &self.text(&root.objects.summary).await?)?;
        let objects = root.objects.clone();
        let (snapshot, issues) = snapshot::snapshot_from_wire(root, summary)
            .map_err(|error: FormatError| LoadError::Format(error))?;
        let is_latest = id == latest.snapshot;
        let ranks = rank::earned(&snapshot);
        Ok(Loaded { snapshot, ranks, issues, published: latest.snapshots, latest: is_latest, objects })
    }

    /// Where the root of a snapshot lies.
    pub(super) fn root_url(&self, id: &str) -> String {
        format!("{}snapshots/{id}.json", self.0.folder)
    }

    /// The keys to everything about single subnets.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn index(&self, loaded: &Loaded) -> Result<Arc<wire::Index>, LoadError> {
        self.object(&loaded.objects.index).await
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
            Some(entry) => self.object(&entry.profile).await.map(Some),
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
        let malformed = || LoadError::Malformed(entry.profile.sha256.clone());
        let text = self.text(&entry.profile).await?;
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
            .map(|entry| entry.history.iter().map(YearRef::object).collect())
            .unwrap_or_default();
        let (sources, points) = (loaded.snapshot.sources.clone(), loaded.snapshot.points(id));
        let store = self.clone();
        let load = async move {
            let years = store.years(years).await?;
            Ok(snapshot::history_from_wire(id, years, &sources).0.beside(points))
        };
        self.keep(format!("history {} {id}", loaded.snapshot.id), load).await
    }

    /// The US dollars of one TAO by day; `None` when nothing was published. The browser keeps the files.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn tao_usd(&self, loaded: &Loaded) -> Result<Option<Series>, LoadError> {
        let years = self.years(loaded.objects.network.iter().map(YearRef::object).collect()).await?;
        Ok(snapshot::tao_usd_from_wire(years, &loaded.snapshot.sources).0)
    }

    /// The sums of metrics over all subnets by day; empty where an earlier publisher made none.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn sums(&self, loaded: &Loaded) -> Result<Sums, LoadError> {
        let years = self.years(loaded.objects.network.iter().map(YearRef::object).collect()).await?;
        Ok(snapshot::sums_from_wire(years).0)
    }

    /// The histories of all that hold a slot, and of all that have lost one.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn all_histories(&self, loaded: &Loaded) -> Result<Vec<Arc<History>>, LoadError> {
        let index = self.index(loaded).await?;
        let entries = index.subnets.iter().chain(&index.former);
        let ids = entries.filter(|entry| !entry.history.is_empty()).filter_map(|entry| entry.id.parse().ok());
        futures::future::try_join_all(ids.map(|id| self.history(loaded, id))).await
    }

    async fn years(&self, years: Vec<ObjectRef>) -> Result<Vec<HistoryYear>, LoadError> {
        let texts = futures::future::try_join_all(years.iter().map(|year| self.text(year))).await?;
        years.iter().zip(&texts).map(|(year, text)| parse(&self.url(year), text)).collect()
    }

    /// The claims ledger.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn claims(&self, loaded: &Loaded) -> Result<Arc<wire::Claims>, LoadError> {
        self.object(&loaded.objects.claims).await
    }

    /// What happened to the network and its subnets.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn events(&self, loaded: &Loaded) -> Result<Arc<wire::Events>, LoadError> {
        self.object(&loaded.objects.events).await
    }

    /// The copy of a metric that was written at publication, of the newest snapshot only.
    ///
    /// # Errors
    /// See [`LoadError`]; a host may have the files and no copies.
    pub async fn copy(&self, metric: &Metric) -> Result<String, LoadError> {
        fetch_plain(format!("{}current/metric/{}.csv", self.0.folder, metric.id)).await
    }

    pub(super) fn url(&self, object: &ObjectRef) -> String {
        format!("{}objects/{}.json", self.0.folder, object.sha256)
    }

    /// An object as it was published.
    fn text(&self, object: &ObjectRef) -> LocalBoxFuture<'static, Result<String, LoadError>> {
        fetch_checked(self.url(object), &object.sha256)
    }

    /// What an object says, read once.
    async fn object<T>(&self, object: &ObjectRef) -> Result<Arc<T>, LoadError>
    where
        T: DeserializeOwned + Send + Sync + 'static,
    {
        let (url, text) = (self.url(object), self.text(object));
        let reads: Reads = |url, text| Ok(Arc::new(parse::<T>(url, text)?));
        self.0.kept.get(object.sha256.clone(), Box::pin(async move { reads(&url, &text.await?) })).await
    }

    /// What is made of several files, made once.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn keep<T>(
        &self,
        key: String,
        load: impl Future<Output = Result<T, LoadError>> + 'static,
    ) -> Result<Arc<T>, LoadError>
    where
        T: Send + Sync + 'static,
    {
        self.0.kept.get(key, Box::pin(async move { load.await.map(|made| Arc::new(made) as Thing) })).await
    }
}

/// What the index says of a registration, whether it holds its slot or has lost it.
fn entry(index: &wire::Index, id: SubnetId) -> Option<&wire::IndexEntry> {
    let name = id.to_string();
    index.subnets.iter().chain(&index.former).find(|entry| entry.id == name)
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
