//! The files of a built site that are made of its data: written from the bundled data, at the root
//! and in a folder, and read as machines and strangers read them.
#![cfg(not(target_arch = "wasm32"))]
// Everything here is a test, and what a test cannot read has failed it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use resvg::usvg::roxmltree::Document;
use subnet_ledger::prerender::{self, Site};
use subnet_ledger::registry;

/// A page as the build writes it, as far as the writer of pages cares.
const PAGE: &str = include_str!("fixtures/built.html");

struct Built {
    folder: PathBuf,
    written: BTreeMap<&'static str, prerender::output::Written>,
}

/// The bundled data, written into a site in a folder of a host; once for all tests.
fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("prerendered");
        let _ = fs::remove_dir_all(&folder);
        copy(Path::new("public"), &folder);
        fs::write(folder.join("404.html"), PAGE).expect("the page is written");
        let site = Site::at("https://ledger.example/folder/").expect("an address");
        let written = prerender::prerender(&folder, &site, false).expect("the bundled data is whole");
        Built { folder, written }
    })
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder is made");
    for entry in fs::read_dir(from).expect("the folder is there").flatten() {
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a file has a type").is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a file is copied")),
        }
    }
}

fn read(name: &str) -> String {
    fs::read_to_string(built().folder.join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

fn files(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
            match entry.path() {
                path if path.is_dir() => walk(&path, found),
                path => found.push(path),
            }
        }
    }
    let mut found = Vec::new();
    walk(&built().folder.join(folder), &mut found);
    found
}

#[test]
fn every_address_has_a_page() {
    let sections =
        ["", "subnets", "compare", "plane", "network", "claims", "methods", "data", "about", "embed"];
    let methods = registry::all().map(|metric| format!("methods/{}", metric.id));
    let subnets = (1..=128).map(|netuid| format!("subnet/{netuid}"));
    for path in sections.map(str::to_owned).into_iter().chain(methods).chain(subnets) {
        let page = read(format!("{path}/index.html").trim_start_matches('/'));
        assert!(page.contains("<base href=\"/folder/\">"), "{path}");
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        let canonical = format!("<link rel=\"canonical\" href=\"https://ledger.example/folder/{path}\">");
        assert!(page.contains(&canonical), "{path} has no {canonical}");
        for tag in ["og:title", "og:description", "og:url", "twitter:card"] {
            assert_eq!(page.matches(tag).count(), 1, "{path} {tag}");
        }
        assert!(page.contains(&format!("data-path=\"/{path}\"")), "{path}");
    }
}

#[test]
fn pages_obey_their_policy() {
    for path in files("subnet").into_iter().chain(files("embed")).chain(files("methods")) {
        let page = fs::read_to_string(&path).unwrap();
        if path.extension().is_none_or(|kind| kind != "html") {
            continue;
        }
        assert!(!page.contains(" style=") && !page.contains("<style"), "{}", path.display());
        // The one inline script is the built page's own.
        let allowed = PAGE.matches("<script").count().max(1);
        assert!(page.matches("<script").count() <= allowed, "{}", path.display());
    }
}

#[test]
fn widgets_and_badges_are_small_and_say_where_they_are_from() {
    for kind in ["widgets", "badges"] {
        let largest = built().written[kind].largest;
        println!("largest of the {kind}: {largest} bytes");
        assert!(largest <= 12_000, "{kind}: {largest}");
    }
    for name in
        ["embed/card/64.html", "embed/card/64.r1.html", "embed/spark/64.html", "badge/64/emission.svg"]
    {
        let text = read(name);
        assert!(text.contains("7 Aug 2026, block 8,791,253") && text.contains("Source: "), "{name}: {text}");
    }
    for path in files("badge") {
        let text = fs::read_to_string(&path).unwrap();
        let badge = Document::parse(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        assert!(badge.root_element().attribute("aria-label").is_some_and(|label| !label.is_empty()));
    }
}

#[test]
fn a_former_registration_keeps_every_address() {
    for name in ["subnet/16.r1/index.html", "embed/card/16.r1.html", "embed/spark/16.r1.html"] {
        assert!(read(name).contains("a former registration of slot 16"), "{name}");
    }
    assert!(read("badge/16.r1/price.svg").contains("slot lost"));
    // Its slot has another holder, whose card says nothing of the kind.
    assert!(!read("embed/card/16.html").contains("former"));
}

#[test]
fn feeds_are_whole_and_in_order() {
    for name in ["data/current/feed.xml", "data/current/subnet/64.r1.feed.xml"] {
        let text = read(name);
        let feed = Document::parse(&text).unwrap();
        let root = feed.root_element();
        assert!(root.has_tag_name(("http://www.w3.org/2005/Atom", "feed")), "{name}");
        let child = |node: resvg::usvg::roxmltree::Node, tag: &str| {
            node.children()
                .find(|child| child.tag_name().name() == tag)
                .and_then(|child| child.text())
                .map(str::to_owned)
        };
        for tag in ["id", "title", "updated"] {
            assert!(child(root, tag).is_some_and(|text| !text.is_empty()), "{name} {tag}");
        }
        let entries: Vec<_> = root.children().filter(|node| node.tag_name().name() == "entry").collect();
        assert!(!entries.is_empty(), "{name}");
        let ids: Vec<_> = entries.iter().map(|entry| child(*entry, "id").unwrap()).collect();
        assert!(ids.iter().all(|id| ids.iter().filter(|other| *other == id).count() == 1), "{name}");
        let days: Vec<_> = entries.iter().map(|entry| child(*entry, "updated").unwrap()).collect();
        assert!(days.is_sorted_by(|a, b| a >= b), "{name}: {days:?}");
        assert!(days.iter().all(|day| day.len() == 20 && day.ends_with('Z')), "{name}");
    }
    let json: serde_json::Value = serde_json::from_str(&read("data/current/feed.json")).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert!(json["items"].as_array().is_some_and(|items| items.iter().all(|item| item["id"].is_string())));
}

#[test]
fn copies_tell_missing_from_zero() {
    for metric in registry::all() {
        let text = read(&format!("data/current/metric/{}.csv", metric.id));
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        for row in rows.records() {
            let row = row.unwrap();
            let (value, state) = (&row[3], &row[4]);
            assert_eq!(value.is_empty(), state != "measured", "{}: {row:?}", metric.id);
            assert!(value.is_empty() || value.parse::<f64>().is_ok_and(f64::is_finite), "{row:?}");
        }
    }
    let chutes: serde_json::Value = serde_json::from_str(&read("data/current/subnet/64.json")).unwrap();
    assert_eq!(chutes["subnet"], "64.r1");
    assert_eq!(chutes["metrics"]["emission_tao_day"]["state"], "measured");
}

#[test]
fn machines_find_every_page_once() {
    let text = read("sitemap.xml");
    let map = Document::parse(&text).unwrap();
    let places: Vec<_> = map
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .collect();
    assert!(places.len() > 128 + registry::all().count(), "{}", places.len());
    for place in &places {
        let address = place.text().unwrap();
        let path = address.strip_prefix("https://ledger.example/folder/").expect("in the site");
        assert!(built().folder.join(path).join("index.html").exists(), "{address}");
    }
    assert!(read("robots.txt").contains("Sitemap: https://ledger.example/folder/sitemap.xml"));
    let oembed: serde_json::Value = serde_json::from_str(&read("oembed/64.r1.json")).unwrap();
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
    assert!(
        oembed["html"]
            .as_str()
            .is_some_and(|html| html.contains("https://ledger.example/folder/embed/card/64.r1.html"))
    );
}

#[test]
fn writing_again_moves_the_site() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("moved");
    let _ = fs::remove_dir_all(&folder);
    copy(Path::new("public/data"), &folder.join("data"));
    fs::write(folder.join("404.html"), PAGE).unwrap();
    let write = |url: &str| prerender::prerender(&folder, &Site::at(url).unwrap(), false).unwrap();
    write("https://one.example/");
    let before = fs::read_to_string(folder.join("subnet/64/index.html")).unwrap();
    write("https://two.example/a/b/");
    let moved = fs::read_to_string(folder.join("subnet/64/index.html")).unwrap();
    assert!(moved.contains("<base href=\"/a/b/\">") && !moved.contains("one.example"));
    write("https://one.example/");
    assert_eq!(fs::read_to_string(folder.join("subnet/64/index.html")).unwrap(), before);
}

#[test]
fn damaged_data_and_foreign_folders_are_refused() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("damaged");
    let _ = fs::remove_dir_all(&folder);
    let site = Site::at("https://ledger.example/").unwrap();
    fs::create_dir_all(&folder).unwrap();
    let refused = |folder: &Path| prerender::prerender(folder, &site, false).unwrap_err().to_string();
    assert!(refused(&folder).contains("404.html cannot be read"));
    fs::write(folder.join("404.html"), "<p>Hello</p>").unwrap();
    assert!(refused(&folder).contains("is not the page of a built site"));
    fs::write(folder.join("404.html"), PAGE).unwrap();
    copy(Path::new("public/data"), &folder.join("data"));
    let latest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("data/latest.json")).unwrap()).unwrap();
    let root = folder.join(format!("data/snapshots/{}.json", latest["snapshot"].as_str().unwrap()));
    let text = fs::read_to_string(&root).unwrap();
    fs::write(&root, text.replacen("finney", "finnez", 1)).unwrap();
    assert!(refused(&folder).contains("is damaged"), "{}", refused(&folder));
}
