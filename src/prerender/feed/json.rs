//! JSON Feed 1.1.

use serde_json::json;

use super::Feed;
use super::atom::moment;
use crate::prerender::press::Press;

pub(super) fn write(press: &Press, feed: &Feed) -> String {
    let items: Vec<_> = feed
        .items
        .iter()
        .map(|item| {
            json!({
                "id": format!("{}#{}", item.page, item.id),
                "url": item.page,
                "title": item.what,
                "content_text": item.dated(),
                "date_published": moment(&item.first.to_string()),
            })
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": press.site.file(&format!("{}.json", feed.file)),
        "authors": [{ "name": "Subnet Ledger" }],
        "language": "en",
        "items": items,
    });
    format!("{feed:#}\n")
}
