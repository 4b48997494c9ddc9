//! What the page has asked for while the program was on its way (`index.html`).
//!
//! Each file is taken once: whoever asks again, because it was wrong or late, asks the host.

use js_sys::{Map, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::LoadError;
use super::error::TIMEOUT_SECONDS;

/// The text of the file with a hash, or of `latest`. `None` when it was not asked for or did not come as
/// it should: what is wrong with it the program's own request finds out, but not how long it takes.
pub async fn text(key: &str) -> Option<Result<String, LoadError>> {
    let map = Reflect::get(&js_sys::global(), &JsValue::from_str("ledgerAhead")).ok()?;
    let (map, key) = (map.dyn_into::<Map>().ok()?, JsValue::from_str(key));
    let promise = map.get(&key).dyn_into::<Promise>().ok()?;
    map.delete(&key);
    match JsFuture::from(promise).await {
        Ok(text) => text.as_string().map(Ok),
        Err(reason) => {
            let late =
                Reflect::get(&reason, &JsValue::from_str("name")).is_ok_and(|name| name == "TimeoutError");
            late.then_some(Err(LoadError::TimedOut(TIMEOUT_SECONDS)))
        }
    }
}
