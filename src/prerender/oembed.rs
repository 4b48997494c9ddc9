//! Descriptions for sites that turn a link into a frame by themselves (oembed.com).

use serde_json::json;

use super::head::PREVIEW;
use super::ledger::Registration;
use super::press::Press;
use crate::view::{Widget, snippet};

/// Width of the frame that is proposed, in pixels.
const WIDTH: u32 = 480;

/// The file of a registration, and what it says.
pub fn file(press: &Press, registration: &Registration, preview: bool) -> (String, String) {
    let id = registration.id;
    let widget = Widget::Card(id.into());
    let title = format!("{} (SN{id}) · Subnet Ledger", press.name(registration));
    let source = press.site.file(&widget.file().unwrap_or_default());
    // Whoever reads this makes a frame of it that follows nothing.
    let height = widget.frame_height(widget.height());
    let mut description = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Subnet Ledger",
        "provider_url": press.site.file(""),
        "title": title,
        "html": snippet::iframe(&source, &title, height),
        "width": WIDTH,
        "height": height,
    });
    if preview {
        description["thumbnail_url"] = press.site.file(&format!("preview/{id}.png")).into();
        description["thumbnail_width"] = PREVIEW.0.into();
        description["thumbnail_height"] = PREVIEW.1.into();
    }
    (format!("oembed/{id}.json"), format!("{description:#}\n"))
}
