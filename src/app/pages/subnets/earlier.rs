//! The snapshot that the table is compared with.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::data::{Loaded, Store};
use crate::view::Table;

/// The snapshot whose numbers stand beside these, once it has arrived. A table that cannot have it
/// is still a table, and says why under its tools.
pub type Earlier = RwSignal<Option<Result<Arc<Loaded>, String>>, LocalStorage>;

/// Follows the reader's choice.
pub fn earlier(loaded: &Arc<Loaded>, table: Memo<Table>) -> Earlier {
    let store = Store::get();
    let before: Earlier = RwSignal::new_local(None);
    let since = Memo::new(move |_| table.with(|table| table.since.clone()));
    let this = loaded.snapshot.id.clone();
    Effect::new(move |_| {
        let wanted = since.get().filter(|id| *id != this);
        before.set(None);
        let Some(id) = wanted else { return };
        let store = store.get_value();
        spawn_local(async move {
            let result = store.snapshot(Some(id.clone())).await.map_err(|error| error.to_string());
            if since.try_get_untracked().flatten().as_ref() == Some(&id) {
                let _ = before.try_set(Some(result));
            }
        });
    });
    before
}
