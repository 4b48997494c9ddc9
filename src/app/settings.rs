//! What this browser remembers. Everything works without storage: a sandboxed frame has none.

use web_sys::Storage;

use crate::view::{Choice, Theme};

/// Puts a theme on the page.
pub fn apply_theme(theme: Theme) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
        let _ = root.set_attribute("data-theme", theme.id());
    }
}

/// Whether the system asks for dark colours.
pub fn dark_system() -> bool {
    let dark =
        web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
    dark.is_some_and(|dark| dark.matches())
}

/// Reading `localStorage` throws where there is none, and returns nothing where it is switched off.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage costs a setting, nothing else.
        let _ = storage.set_item(key, value);
    }
}

/// The theme chosen in an earlier visit.
pub fn theme() -> Theme {
    read("theme").and_then(|id| Theme::from_id(&id).ok()).unwrap_or_default()
}

/// Keeps the theme for the next visit.
pub fn remember_theme(theme: Theme) {
    write("theme", theme.id());
}

/// The newest publication seen here; 0 when none was.
pub fn highest_sequence() -> u64 {
    read("sequence").and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Keeps the number of the newest publication.
pub fn remember_sequence(sequence: u64) {
    if sequence > highest_sequence() {
        write("sequence", &sequence.to_string());
    }
}
