//! The clipboard, and the browser's own way to share.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ClipboardItem, ShareData};

use super::picture;

/// Copies a text.
///
/// # Errors
/// When the browser does not allow it: a frame in another page may have to be given the right.
pub async fn text(text: String) -> Result<(), JsValue> {
    JsFuture::from(window().navigator().clipboard().write_text(&text)).await.map(drop)
}

/// Copies a drawing as a picture.
///
/// # Errors
/// As for [`text`], and when it cannot be drawn.
pub async fn image(svg: String) -> Result<(), JsValue> {
    // A promise, so that the browser sees the reader's click behind it however long the picture takes.
    let picture = future_to_promise(async move { picture::png(&svg).await.map(JsValue::from) });
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), &picture)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?;
    JsFuture::from(window().navigator().clipboard().write(&Array::of1(&item))).await.map(drop)
}

/// Whether the browser has a way of its own to share.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens it.
///
/// # Errors
/// When the browser refuses. A reader who changes his mind has refused nothing.
pub async fn share(title: String, link: String) -> Result<(), JsValue> {
    let data = ShareData::new();
    data.set_title(&title);
    data.set_url(&link);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Err(error) if Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError") => Ok(()),
        result => result.map(drop),
    }
}
