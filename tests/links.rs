//! Links that were ever published keep their meaning.
#![cfg(not(target_arch = "wasm32"))]

use subnet_ledger::publish::store::reference;
use subnet_ledger::view::{Route, absolute, href};

const LINKS: &str = include_str!("fixtures/links.txt");

/// What the list has held: so many lines from its beginning, and their SHA-256. A publication adds a
/// line here; none is ever taken out or changed.
const HELD: [(usize, &str); 6] = [
    (47, "7714dea8613a1ba8f9c382c9c7d3f1c1a78d46cc28ccc9498f8cf3c60c633f68"),
    (50, "e94c48ad4be3bcd7dd0e0a956366d6c38e94643c2dd8d027cb29e1865c8384f1"),
    (53, "3ccf2d3d6ef8565d1a678e40cc0e925adb3790cf5ef0ea1b8894b9ebab70eadc"),
    (55, "83e907cf458d7c8595991a667f9b184799aefbb907845f8cdfb1bc1fe8fbe097"),
    (59, "19658591a34b688ed84b863f58f62b93a8e6af1f7e718a4977c6da39911626c9"),
    (60, "f4decedb9219e6c5a0b1c552c23526a449bca2202a506b9646cf7ff2e0887c3b"),
];

fn links() -> impl Iterator<Item = &'static str> {
    LINKS.lines().filter(|line| !line.starts_with('#'))
}

fn read(link: &str) -> Route {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let (route, ignored) = Route::parse(path, query);
    assert_eq!(ignored, [], "{link}");
    assert!(!matches!(route, Route::NotFound(_)), "{link}");
    route
}

#[test]
fn every_link_ever_published_is_read_in_full() {
    for link in links() {
        let route = read(link);
        // What is read is also what today's address bar says.
        assert_eq!(read(&href("", &route)), route, "{link}");
    }
}

#[test]
fn every_link_ever_published_means_what_it_meant() {
    // A new setting adds its default to these lines, and changes nothing else in them.
    let meant = links().map(|link| format!("{link}\n    {}\n", absolute("", "", &read(link))));
    insta::assert_snapshot!(meant.collect::<String>());
}

#[test]
fn the_list_only_grows() {
    let lines: Vec<&str> = LINKS.split_inclusive('\n').collect();
    for (count, sha256) in HELD {
        assert!(lines.len() >= count, "a published link was taken out of the list");
        let found = reference(lines[..count].concat().as_bytes()).sha256;
        assert_eq!(found, sha256, "one of the first {count} lines of the list was changed");
    }
    assert_eq!(lines.len(), HELD[HELD.len() - 1].0, "links were added: write the new length down here");
}
