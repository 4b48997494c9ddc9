//! Links that were ever published keep their meaning.

use subnet_ledger::view::{Route, href};

const LINKS: &str = include_str!("fixtures/links.txt");

fn links() -> impl Iterator<Item = &'static str> {
    LINKS.lines().filter(|line| !line.starts_with('#'))
}

#[test]
fn every_link_ever_published_is_read_in_full() {
    for link in links() {
        let (path, query) = link.split_once('?').unwrap_or((link, ""));
        let (route, ignored) = Route::parse(path, query);
        assert_eq!(ignored, [], "{link}");
        assert!(!matches!(route, Route::NotFound(_)), "{link}");
        // What is read is also what today's address bar says.
        let today = href("", &route);
        let (path, query) = today.split_once('?').unwrap_or((&today, ""));
        assert_eq!(Route::parse(path, query), (route, vec![]), "{link}");
    }
}

#[test]
fn the_list_only_grows() {
    assert!(links().count() >= 44, "a published link was taken out of the list");
}
