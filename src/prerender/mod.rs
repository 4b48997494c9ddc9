//! The files of a built site that are made of its data: pages that can be read without the program,
//! widgets and badges for other people's pages, previews, feeds, and copies to fetch by name.
//!
//! | module | what it does |
//! |---|---|
//! | [`site`] | where the site lies, and the addresses in it |
//! | [`ledger`] | the newest snapshot with everything about single subnets |
//! | [`seen`] | in which snapshot each thing was published first |
//! | [`template`], [`head`] | the built page as a form, and what a page says of itself |
//! | [`press`], [`page`] | what every page is made with; one module a page |
//! | [`widget`] | cards, spark lines and badges for other people's pages |
//! | [`oembed`] | descriptions for sites that embed links by themselves |
//! | [`preview`] | charts as PNG |
//! | [`feed`], [`copies`] | what happened, and the newest numbers under names that stay |
//! | [`sitemap`] | what hosts and search engines are told |
//! | [`output`] | what was written |

pub mod copies;
mod error;
pub mod feed;
pub mod head;
pub mod ledger;
pub mod oembed;
pub mod output;
pub mod page;
pub mod press;
pub mod preview;
pub mod seen;
pub mod site;
pub mod sitemap;
pub mod template;
pub mod widget;

#[cfg(test)]
mod hostile;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::chart::ChartSpec;
use crate::chart::build::{lorenz, plane_chart, ranking};
use crate::finding;
use crate::format::Locale;
use crate::registry;
use crate::view::{Network, Plane, Widget, heading};

pub use error::PrerenderError;
use head::Head;
use ledger::Ledger;
use output::{Output, Written};
use press::Press;
use preview::Previews;
pub use site::Site;
use template::Template;

/// Writes everything that is made of the data of a built site into it, and says what.
///
/// # Errors
/// When the site is not a built one, its data is damaged, or something cannot be written.
pub fn prerender(
    dist: &Path,
    site: &Site,
    previews: bool,
) -> Result<BTreeMap<&'static str, Written>, PrerenderError> {
    let mut out = Output::new(dist);
    // The one page that never has anything of a snapshot in it: hosts send it for unknown addresses.
    let template = Template::new(&out.read("404.html")?)?;
    let ledger = Ledger::read(&dist.join("data"))?;
    let press = Press { site, ledger: &ledger, locale: Locale::default() };
    let renderer = if previews { Some(Previews::new()?) } else { None };

    let pages = page::all(&press);
    for page in &pages {
        let head = if previews { page.head.clone() } else { page.head.clone().without_preview() };
        let file = format!("{}/index.html", page.path.trim_end_matches('/'));
        out.write("pages", &file, template.filled(site, &head, &page.facts))?;
    }
    // Views of the program alone: a file each, so that hosts without rules find them too.
    for id in Widget::live() {
        let head = page::live(&press, id);
        let head = if previews { head } else { head.without_preview() };
        out.write("pages", &format!("embed/{id}/index.html"), template.live(site, &head))?;
    }
    let unknown = Head::new(heading::OVERVIEW, heading::ABOUT.lede, "/");
    out.write("pages", "404.html", template.empty(site, &unknown))?;
    let day = ledger.snapshot.as_of.day.map(|day| day.to_string());
    out.write("for machines", "sitemap.xml", sitemap::sitemap(site, &pages, day))?;
    out.write("for machines", "robots.txt", sitemap::robots(site))?;
    out.write("for machines", "_redirects", sitemap::redirects(site))?;
    let (widgets, badges) = widget::all(&press);
    for (kind, files) in [("widgets", widgets), ("badges", badges)] {
        for file in files {
            out.write(kind, &file.name, file.content)?;
        }
    }
    for (name, text) in feed::all(&press) {
        out.write("feeds", &name, text)?;
    }
    for (name, text) in copies::all(&press) {
        out.write("copies", &name, text)?;
    }
    let mut drawn = BTreeSet::new();
    if let Some(renderer) = renderer {
        for (name, drawing) in drawings(&press) {
            let file = format!("preview/{name}.png");
            out.write("previews", &file, renderer.draw(&file, &drawing)?)?;
            drawn.insert(name);
        }
    }
    for registration in ledger.holders.iter().chain(&ledger.former) {
        let preview = drawn.contains(&registration.id.to_string());
        let (name, text) = oembed::file(&press, registration, preview);
        out.write("oembed", &name, text)?;
    }
    Ok(out.written())
}

/// The drawing of every preview, by the name of its file.
fn drawings(press: &Press) -> Vec<(String, String)> {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let plane = plane_chart(snapshot, &Plane::default(), &[]);
    let (metric, rows) = (Network::default().metric, ledger.rows());
    let charts: [(&str, ChartSpec); 5] = [
        ("overview", plane.clone()),
        ("plane", plane),
        ("subnets", ranking(snapshot, registry::known("emission_tao_day"), 8)),
        ("compare", page::compare::chart(press)),
        ("network", lorenz(snapshot, metric, &rows, &finding::spread(snapshot, metric, &rows))),
    ];
    let charts = charts.map(|(name, spec)| (name.to_owned(), preview::chart(&spec)));
    let registrations = ledger.holders.iter().chain(&ledger.former);
    let portraits =
        registrations.filter_map(|one| Some((one.id.to_string(), preview::portrait(press, one)?)));
    charts.into_iter().chain(portraits).collect()
}
