//! Properties of all views: what is printed is read back, printing is canonical, and nothing that
//! anybody writes into the address bar can do harm.

use std::cell::RefCell;
use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use super::arbitrary::route;
use super::*;

/// Reads a link as the app does.
fn followed(base: &str, link: &str) -> (Route, Vec<Ignored>) {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    Route::parse(strip_base(base, path).unwrap(), query)
}

/// What queries that look like ours, and are not, are made of.
const PARTS: &[&str] = &[
    "&",
    "=",
    "~",
    ".",
    "-",
    "_",
    "..",
    "&s=",
    "&only=",
    "&since=",
    "&m=",
    "&mx=",
    "&u=",
    "&y=",
    "&mode=",
    "&x=",
    "&t=",
    "&view=",
    "&q=",
    "&f=",
    "&c=",
    "&sort=",
    "&cx=",
    "&cy=",
    "&at=",
    "&theme=",
    "&r=",
    "&rx=",
    "&kind=",
    "&v=",
    "&tab=",
    "&w=",
    "&k=",
    "64",
    "70.r2",
    "stars",
    "price_tao",
    "emission_tao_day.gt.",
    "rung.ge.",
    "cat.",
    "release.lapsed",
    "preset.",
    "market",
    "1e",
    "999999999",
    "first",
    "last",
    "1y",
    "30d",
    "2026-08-07",
    "2026-08-07-1",
    "cum",
    "index",
    "scatter",
    "subnet",
    "%",
    "%7e",
    "%25",
    "%ff",
    "+",
    "é",
    "<",
    "\u{202e}",
    "\0",
    "NaN",
    "inf",
    "~5f.",
    "~d800.",
    "-div-",
    "-add-",
    "-neg-",
    "-sum-open-",
    "-close",
    "market_cap_tao",
    "0.5",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn every_page_survives_its_links(route in route()) {
        for base in ["", "/ledger"] {
            let link = href(base, &route);
            let (read, ignored) = followed(base, &link);
            prop_assert_eq!(&ignored, &[]);
            prop_assert_eq!(&read, &route);
            prop_assert_eq!(href(base, &read), link);
        }
        let full = absolute("https://example.org", "/ledger", &route);
        let (read, ignored) = followed("/ledger", full.strip_prefix("https://example.org").unwrap());
        prop_assert_eq!(&ignored, &[]);
        prop_assert_eq!(&read, &route);
        prop_assert_eq!(read.at(), route.at());
        prop_assert!(full.contains("?v=1"));
        prop_assert_eq!(absolute("https://example.org", "/ledger", &read), full);
    }
}

/// The query and the page that is asked with it: one with a query, or something else.
fn asked() -> impl Strategy<Value = (String, String)> {
    let parts = proptest::collection::vec(select(PARTS), 1..16).prop_map(|parts| parts.concat());
    let query = prop_oneof![4 => parts, 1 => ".{1,40}"];
    let pages = [
        "/",
        "/subnets",
        "/compare",
        "/plane",
        "/embed",
        "/embed/compare",
        "/embed/plane",
        "/network",
        "/data",
    ];
    let other = "/(subnet/64|embed/subnet|embed/table|embed/card|methods/stars|.{0,8})/?";
    (query, prop_oneof![9 => select(pages.to_vec()).prop_map(str::to_owned), 1 => other])
}

/// A hundred thousand queries, no two the same.
#[test]
fn whatever_is_written_is_read_and_printing_it_is_canonical() {
    let seen = RefCell::new(HashSet::new());
    let mut runner = TestRunner::new(ProptestConfig::with_cases(115_000));
    let run = runner.run(&asked(), |(query, page)| {
        let (route, ignored) = Route::parse(&page, &query);
        prop_assert!(ignored.len() <= 20);
        seen.borrow_mut().insert(query);
        if matches!(route, Route::NotFound(_) | Route::NothingEmbedded(_)) {
            return Ok(());
        }
        let link = href("", &route);
        let (again, ignored) = followed("", &link);
        prop_assert_eq!(ignored, []);
        prop_assert_eq!(href("", &again), link);
        prop_assert_eq!(again, route);
        Ok(())
    });
    run.unwrap_or_else(|failed| panic!("{failed}"));
    let seen = seen.into_inner().len();
    assert!(seen >= 100_000, "{seen}");
}
