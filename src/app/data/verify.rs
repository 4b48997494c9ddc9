//! Every file of a snapshot held against its hash.

use super::fetch::fetch_anew;
use super::{LoadError, Loaded, Store};
use crate::snapshot::wire::{ObjectRef, YearRef};

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

impl Store {
    /// Fetches every file of a snapshot anew and has the browser hash it; tells of each step.
    pub async fn verify(&self, loaded: &Loaded, tell: impl Fn(Verified)) {
        let mut now = Verified::default();
        let objects = &loaded.objects;
        let mut named = vec![
            objects.summary.clone(),
            objects.index.clone(),
            objects.claims.clone(),
            objects.events.clone(),
        ];
        named.extend(objects.network.iter().map(YearRef::object));
        match self.index(loaded).await {
            Ok(index) => {
                for entry in index.subnets.iter().chain(&index.former) {
                    named.push(entry.profile.clone());
                    named.extend(entry.history.iter().map(YearRef::object));
                }
            }
            // What it names cannot be checked.
            Err(_) => now.failed.push(short(&objects.index)),
        }
        let id = loaded.snapshot.id.as_str();
        let root = loaded.published.iter().filter(|published| published.id == id);
        let root = root.map(|published| (self.root_url(id), published.root.clone()));
        let files: Vec<(String, ObjectRef)> =
            root.chain(named.into_iter().map(|object| (self.url(&object), object))).collect();
        now.files = files.len();
        // A few at a time: enough to fill the line, not so many that the first answers wait for the last.
        for batch in files.chunks(8) {
            let checks = batch.iter().map(|(url, file)| async move { (file, whole(url, file).await) });
            for (file, result) in futures::future::join_all(checks).await {
                now.checked += 1;
                if result.is_err() && !now.failed.contains(&short(file)) {
                    now.failed.push(short(file));
                }
            }
            tell(now.clone());
        }
        now.finished = true;
        tell(now);
    }
}

/// The first digits of a file's name.
fn short(file: &ObjectRef) -> String {
    file.sha256.chars().take(12).collect()
}

async fn whole(url: &str, object: &ObjectRef) -> Result<(), LoadError> {
    let text = fetch_anew(url.to_owned(), &object.sha256).await?;
    if text.len() as u64 == object.bytes { Ok(()) } else { Err(LoadError::Corrupted(object.sha256.clone())) }
}
