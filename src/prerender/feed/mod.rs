//! Feeds of what happened: registrations and renamings, moves on the ladder, releases, claims.

mod atom;
mod json;
mod mark;
mod news;

use std::collections::BTreeMap;

use super::press::Press;
use crate::format::shown_name;
use crate::model::SubnetId;
use crate::view::{Route, SubnetPage};
pub use mark::Mark;
use news::Item;

/// Most items of a kind: many releases of one day must not leave claims and lost slots no room.
const MOST_OF_A_KIND: usize = 40;
/// Longest feed, whatever kinds there are; readers of feeds look for what is new.
const MOST: usize = 240;

/// A feed, before it is written in either format.
pub struct Feed {
    /// Its file without the ending, `data/current/feed`.
    file: String,
    title: String,
    /// The page that it tells of.
    page: String,
    updated: String,
    items: Vec<Item>,
}

/// A feed in one format: its file and its text.
pub type File = (String, String);

/// The feed of the network, and one of every registration: that of a former one ends with its slot.
pub fn all(press: &Press) -> Vec<File> {
    let items = news::all(press);
    let mut files =
        write(press, "data/current/feed", "Subnet Ledger".to_owned(), press.site.file(""), items.clone());
    for registration in press.ledger.holders.iter().chain(&press.ledger.former) {
        let id = registration.id;
        let name = shown_name(&registration.name, id.netuid());
        let own = items.iter().filter(|item| item.subnet == Some(id)).cloned().collect();
        let file = format!("data/current/subnet/{id}.feed");
        files.extend(write(press, &file, format!("{name} (SN{id}) · Subnet Ledger"), page(press, id), own));
    }
    files
}

/// The whole address of a registration's page.
fn page(press: &Press, id: SubnetId) -> String {
    press.site.canonical(&Route::Subnet(id.into(), SubnetPage::default()))
}

fn write(press: &Press, file: &str, title: String, page: String, mut items: Vec<Item>) -> Vec<File> {
    let mut told = BTreeMap::new();
    items.retain(|item| {
        let count = told.entry(item.kind.clone()).or_insert(0);
        *count += 1;
        *count <= MOST_OF_A_KIND
    });
    items.truncate(MOST);
    let updated = press.ledger.published_at.clone();
    let feed = Feed { file: file.to_owned(), title, page, updated, items };
    vec![
        (format!("{file}.xml"), atom::write(press, &feed)),
        (format!("{file}.json"), json::write(press, &feed)),
    ]
}
