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
        let mut files = vec![
            objects.summary.clone(),
            objects.index.clone(),
            objects.claims.clone(),
            objects.events.clone(),
        ];
        files.extend(objects.network.iter().map(YearRef::object));
        if let Ok(index) = self.index(loaded).await {
            for entry in index.subnets.iter().chain(&index.former) {
                files.push(entry.profile.clone());
                files.extend(entry.history.iter().map(YearRef::object));
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
        let text = fetch_anew(self.url(object), &object.sha256).await?;
        if text.len() as u64 == object.bytes {
            Ok(())
        } else {
            Err(LoadError::Corrupted(object.sha256.clone()))
        }
    }
}
