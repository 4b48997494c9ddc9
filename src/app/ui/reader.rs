//! How this reader writes numbers.

use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::format::Locale;
use crate::model::Day;

/// The reader's habits, kept in the context.
#[derive(Clone, Copy)]
pub struct Reader {
    /// Marks between the digits of a number.
    pub locale: Locale,
}

impl Reader {
    /// Asks the browser how it writes a number. Only the two marks are taken, so that every number
    /// on the page is still printed by the one module that knows about absence and precision.
    pub fn from_browser() -> Self {
        let parts = Intl::NumberFormat::new(&Array::new(), &Object::new()).format_to_parts(12_345.6);
        let mut locale = Locale::default();
        for part in parts.iter() {
            let text = |key: &str| Reflect::get(&part, &JsValue::from_str(key)).ok()?.as_string();
            let mark = text("value").and_then(|value| value.chars().next());
            match (text("type").as_deref(), mark) {
                (Some("decimal"), Some(mark)) => locale.decimal = mark,
                (Some("group"), Some(mark)) => locale.group = mark,
                _ => {}
            }
        }
        Self { locale }
    }

    /// The day by this reader's clock.
    pub fn today() -> Day {
        Day::from_unix_millis(js_sys::Date::now())
    }

    /// The habits of this page's reader.
    pub fn get() -> Self {
        expect_context()
    }
}
