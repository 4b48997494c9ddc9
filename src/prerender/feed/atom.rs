//! Atom (RFC 4287).

use super::Feed;
use crate::markup::{Element, Markup, xml};
use crate::prerender::press::Press;
use crate::prerender::sitemap::DECLARATION;

pub(super) fn write(press: &Press, feed: &Feed) -> String {
    let itself = press.site.file(&format!("{}.xml", feed.file));
    let entries = feed.items.iter().map(|item| {
        let at = moment(&item.first.to_string());
        xml("entry")
            .with(xml("id").with(format!("{}#{}", item.page, item.id)))
            .with(xml("title").with(item.what.as_str()))
            .with(xml("updated").with(at))
            .with(link("alternate", &item.page))
            .with(xml("content").attr("type", "text").with(item.dated()))
    });
    let feed = xml("feed")
        .attr("xmlns", "http://www.w3.org/2005/Atom")
        .with(xml("id").with(itself.as_str()))
        .with(xml("title").with(feed.title.as_str()))
        .with(xml("updated").with(moment(&feed.updated)))
        .with(link("self", &itself))
        .with(link("alternate", &feed.page))
        .with(xml("author").with(xml("name").with("Subnet Ledger")))
        .with_all(entries);
    format!("{DECLARATION}{}\n", Markup::from(feed).as_str())
}

fn link(rel: &str, href: &str) -> Element {
    xml("link").attr("rel", rel).attr("href", href)
}

/// A day or a moment as RFC 3339 wants it.
pub(super) fn moment(text: &str) -> String {
    if text.contains('T') { text.to_owned() } else { format!("{text}T00:00:00Z") }
}
