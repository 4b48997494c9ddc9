//! What was asked for once is kept; a failure is forgotten, so that a retry asks again.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};

use super::LoadError;

/// What a file, or several together, say. Of any type: the machinery of waiting and keeping is compiled
/// once, and not for every type of file.
pub type Thing = Arc<dyn Any + Send + Sync>;
/// How a file is read, from its URL and its text.
pub type Reads = fn(&str, &str) -> Result<Thing, LoadError>;
type Loading = LocalBoxFuture<'static, Result<Thing, LoadError>>;

/// Everything that has been asked for, by a name that also tells its type.
#[derive(Clone, Default)]
pub struct Kept(Rc<RefCell<HashMap<String, Shared<Loading>>>>);

impl Kept {
    /// What was asked for by this key, or is asked for now.
    ///
    /// # Errors
    /// Those of `load`; and where two places name one thing as of different types, it is unreadable.
    pub async fn get<T: Send + Sync + 'static>(
        &self,
        key: String,
        load: Loading,
    ) -> Result<Arc<T>, LoadError> {
        let thing = self.thing(key, load).await?;
        thing.downcast().map_err(|_| LoadError::Malformed("of another kind".to_owned()))
    }

    fn thing(&self, key: String, load: Loading) -> Loading {
        let kept = self.clone();
        Box::pin(async move {
            let pending = kept.0.borrow_mut().entry(key.clone()).or_insert_with(|| load.shared()).clone();
            let result = pending.await;
            if result.is_err() {
                kept.0.borrow_mut().remove(&key);
            }
            result
        })
    }
}
