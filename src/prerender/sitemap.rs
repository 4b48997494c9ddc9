//! What hosts and search engines are told of the site.

use super::page::Page;
use super::site::Site;
use crate::markup::{Markup, xml};

/// What every XML file begins with.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// `sitemap.xml`: every page under its canonical address, once.
pub fn sitemap(site: &Site, pages: &[Page], day: Option<String>) -> String {
    let canonical = pages.iter().filter(|page| page.head.path() == page.path);
    let urls = canonical.map(|page| {
        let day = day.as_deref().map(|day| xml("lastmod").with(day));
        xml("url").with(xml("loc").with(site.file(&page.path))).with(day)
    });
    let set = xml("urlset").attr("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9").with_all(urls);
    format!("{DECLARATION}{}\n", Markup::from(set).as_str())
}

/// `robots.txt`: everybody may read everything.
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.file("sitemap.xml"))
}

/// `_redirects`, for hosts that read one: addresses that people write for those that there are.
pub fn redirects(site: &Site) -> String {
    let folder = site.folder();
    let moved = |from: &str, to: &str| format!("{folder}{from} {folder}{to} 301\n");
    format!(
        "# Written by the build.\n{}{}{}",
        moved("index.html", ""),
        moved("feed.xml", "data/current/feed.xml"),
        moved("feed.json", "data/current/feed.json")
    )
}
