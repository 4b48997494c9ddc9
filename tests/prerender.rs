//! The files of a built site that are made of its data: written from the bundled data, at the root
//! and in a folder, and read as machines and strangers read them.
#![cfg(not(target_arch = "wasm32"))]
// Everything here is a test, and what a test cannot read has failed it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use resvg::usvg::roxmltree::Document;
use subnet_ledger::chart::palette::{Paint, Theme};
use subnet_ledger::prerender::{self, Site};
use subnet_ledger::registry;

/// A page as the build writes it, as far as the writer of pages cares.
const PAGE: &str = include_str!("fixtures/built.html");

const ATOM: &str = "http://www.w3.org/2005/Atom";

struct Built {
    folder: PathBuf,
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
        prerender::prerender(&folder, &site, false).expect("the bundled data is whole");
        Built { folder }
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

/// Words that search engines show: a title of its own for each page, and a description that says something.
/// A subnet's page leads to what describes it for sites that embed links.
#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let between = |page: &str, before: &str, after: &str| {
        let text = page.split(before).nth(1).and_then(|rest| rest.split(after).next());
        text.unwrap_or_default().to_owned()
    };
    let mut titles = std::collections::BTreeMap::new();
    let mut subnets = 0;
    let pages = files("").into_iter().filter(|path| path.ends_with("index.html"));
    for path in pages.filter(|path| !path.components().any(|part| part.as_os_str() == "embed")) {
        let page = fs::read_to_string(&path).unwrap();
        let title = between(&page, "<title>", "</title>");
        let description = between(&page, "<meta name=\"description\" content=\"", "\">");
        let canonical = between(&page, "<link rel=\"canonical\" href=\"", "\">");
        assert!(title.len() > 4 && description.len() > 20, "{canonical}: {title}, {description}");
        // A subnet has two addresses for one page, which say which of them counts.
        let other = titles.insert(title.clone(), canonical.clone());
        assert!(other.is_none_or(|other| other == canonical), "{canonical} is called {title} too");
        let Some(subnet) = canonical.strip_prefix("https://ledger.example/folder/subnet/") else { continue };
        let leads = between(&page, "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"", "\"");
        let file = leads.strip_prefix("https://ledger.example/folder/").unwrap_or(&leads);
        let described = read(file);
        assert!(described.contains("\"rich\""), "{subnet}: {described}");
        subnets += 1;
        let slot = subnet.split('.').next().unwrap();
        assert!(file.starts_with(&format!("oembed/{slot}.r")), "{subnet}: {file}");
    }
    assert!(subnets > 128, "{subnets}, former registrations among them");
    assert!(titles.len() > 128 + registry::all().count(), "{}", titles.len());
}

/// What stands under the facts of a method: the numbers of one subnet, with the formula filled in.
#[test]
fn every_method_has_an_example_without_the_program() {
    let mut worked = 0;
    for metric in registry::all() {
        let page = read(&format!("methods/{}/index.html", metric.id));
        let example =
            page.split("<h2>Worked example</h2>").nth(1).unwrap_or_else(|| panic!("{}: {page}", metric.id));
        assert!(example.contains("<span class=\"number\">"), "{}: {example}", metric.id);
        worked += usize::from(metric.formula.is_some() && example.contains(" = <span"));
    }
    assert_eq!(worked, registry::all().filter(|metric| metric.formula.is_some()).count());
    let share = read("methods/emission_share/index.html");
    assert!(share.contains("= 449.9553312 ÷ 3,599.9995968 = <span class=\"number\">12.50"), "{share}");
}

#[test]
fn claims_stand_beside_what_can_be_read() {
    let page = read("claims/index.html");
    let claims = page.matches("<div class=\"claim\"").count();
    assert!(claims > 5, "{claims}");
    let unread = page.matches("<div class=\"none\">No independent reading.</div>").count();
    let dated = page.matches("7 Aug 2026, ").count();
    assert!(unread > 0 && dated > 0, "{unread} without a reading, {dated} with one");
    assert!(page.contains("<small class=\"trap\"><b>"), "no trap is named");
    assert!(page.contains("<span class=\"number\">") && page.contains(" leads by "), "no number is read");
}

#[test]
fn the_ladder_of_a_subnet_has_its_evidence_without_the_program() {
    let page = read("subnet/64/index.html");
    assert!(page.contains("<summary>Evidence ("), "{page}");
    assert!(page.contains("rel=\"noopener noreferrer ugc nofollow\"><bdi>"), "no evidence can be followed");
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
    // What a reader of the page around it loads: the file, and for a widget its style and its script.
    let size = |name: &str| fs::metadata(built().folder.join(name)).unwrap().len();
    let shared = size("embed/widget.css") + size("embed/height.js");
    for (folder, shared, ending) in
        [("embed/card", shared, "html"), ("embed/spark", shared, "html"), ("badge", 0, "svg")]
    {
        let sizes: Vec<_> = files(folder)
            .iter()
            .map(|path| {
                assert_eq!(path.extension().unwrap(), ending, "{}", path.display());
                fs::metadata(path).unwrap().len() + shared
            })
            .collect();
        let (count, largest) = (sizes.len(), sizes.iter().max().copied().unwrap_or_default());
        println!("{folder}: {count} files, largest with what it loads {largest} bytes");
        assert!(count > 2 * 128, "{folder}: {count}");
        assert!(largest <= 12_000, "{folder}: {largest}");
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
fn a_slot_that_changed_hands_says_so_wherever_it_is_embedded() {
    for name in ["embed/card/16.html", "embed/card/16.r2.html", "embed/spark/16.html"] {
        let text = read(name);
        assert!(
            text.contains(
                "Registered anew 22 Jun 2026; before: <a href=\"https://ledger.example/folder/subnet/16.r1\""
            ),
            "{name}: {text}"
        );
        assert!(text.contains("<bdi>BitAds</bdi></a> (16.r1)</p>"), "{name}: {text}");
    }
    for badge in ["emission", "rung", "price"] {
        assert!(
            read(&format!("badge/16/{badge}.svg"))
                .contains("Registered anew 22 Jun 2026; before: BitAds (16.r1)</desc>")
        );
    }
    for name in ["embed/card/64.html", "embed/spark/16.r1.html", "badge/64/price.svg"] {
        assert!(!read(name).contains("Registered anew"), "{name}");
    }
}

#[test]
fn badges_keep_their_width_while_their_numbers_change_a_little() {
    let width = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        Document::parse(&text).unwrap().root_element().attribute("width").unwrap().to_owned()
    };
    for path in files("badge") {
        assert!(width(&path).ends_with('0'), "{}: {}", path.display(), width(&path));
    }
}

#[test]
fn what_was_said_and_what_was_lost_has_its_place_in_the_feed_of_the_network() {
    let feed: serde_json::Value = serde_json::from_str(&read("data/current/feed.json")).unwrap();
    let items = feed["items"].as_array().unwrap();
    let of = |kind: &str| {
        items.iter().filter(|item| item["id"].as_str().unwrap().contains(&format!("#{kind}-"))).count()
    };
    // 124 releases of the newest snapshot alone had left claims no room.
    for (kind, least) in [("event", 40), ("release", 40), ("claim", 10), ("lost", 5)] {
        assert!(of(kind) >= least, "{kind}: {}", of(kind));
    }
    assert!(items.len() <= 240, "{}", items.len());
    // By the snapshot that told of it first, with its own day in its words.
    let claim = items.iter().find(|item| item["id"].as_str().unwrap().contains("#claim-")).unwrap();
    assert_eq!(claim["date_published"], "2026-06-14T00:00:00Z");
    assert!(claim["content_text"].as_str().unwrap().starts_with("27 Feb 2026: A claim: "), "{claim}");
}

/// The made-up network written as a site, as it is; or with a second capture, in which the slot of 2 is empty, that of 3 has another holder,
/// and 1 has another name; published and written as a site.
fn made_up(name: &str, later: bool) -> PathBuf {
    written(name, later, |_| {})
}

/// The same, with the captured repositories changed.
fn written(name: &str, later: bool, change: impl Fn(&mut serde_json::Value)) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let captures = folder.join("captures");
    copy(Path::new("tests/fixtures/captures"), &captures);
    let file = captures.join("metagraphed/registry/generated/github-signals.json");
    let mut signals = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut signals);
    fs::write(&file, signals.to_string()).unwrap();
    let native = captures.join("metagraphed/native");
    let first = fs::read_to_string(native.join("finney-subnets.2026-08-07.json")).unwrap();
    let mut section: serde_json::Value = serde_json::from_str(&first).unwrap();
    section["captured_at"] = "2026-09-07T08:00:00Z".into();
    section["chain_state"]["block"] = 3000.into();
    let rows = section["subnets"].as_array_mut().unwrap();
    rows.retain(|row| row["netuid"] != 2);
    for row in rows.iter_mut() {
        row["block"] = 2990.into();
        if row["netuid"] == 3 {
            row["registered_at_block"] = 2500.into();
        }
        if row["netuid"] == 1 {
            row["name"] = "Firstborn".into();
            row["raw_name"] = "Firstborn".into();
            row["chain_identity"]["subnet_name"] = "Firstborn".into();
        }
    }
    if later {
        fs::write(native.join("finney-subnets.2026-09-07.json"), section.to_string()).unwrap();
    }
    let table = captures.join("generations.toml");
    let more = "\n[[anchor]]\nblock = 3000\ntime = \"2026-09-07T08:00:00Z\"\n\n\
                [[registration]]\nnetuid = 3\ngeneration = 3\nblock = 2500\n";
    fs::write(&table, fs::read_to_string(&table).unwrap() + more).unwrap();
    let site = folder.join("site");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_ledger"))
        .args(["publish", "--captures"])
        .arg(&captures)
        .arg("--out")
        .arg(site.join("data"))
        .arg("--generations")
        .arg(&table)
        .arg("--claims")
        .arg(captures.join("claims.toml"))
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    fs::write(site.join("404.html"), PAGE).unwrap();
    prerender::prerender(&site, &Site::at("https://ledger.example/").unwrap(), false).unwrap();
    site
}

#[test]
fn who_loses_a_slot_keeps_every_address_and_every_address_says_so() {
    let site = made_up("later", true);
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
    // 2 is gone and nobody has its slot: the address of the slot tells of it too. 3.r1 and 3.r2 have lost
    // theirs to 3.r3, of whom the slot's own address tells.
    for name in ["2", "2.r1", "3.r1", "3.r2"] {
        let slot = name.split('.').next().unwrap();
        for file in [
            format!("subnet/{name}/index.html"),
            format!("embed/card/{name}.html"),
            format!("embed/spark/{name}.html"),
        ] {
            assert!(read(&file).contains(&format!("a former registration of slot {slot}")), "{file}");
        }
        for badge in ["emission", "rung", "price", "emission-dark", "rung-dark", "price-dark"] {
            let text = read(&format!("badge/{name}/{badge}.svg"));
            assert!(text.contains("slot lost"), "{name} {badge}");
            // What is missing has no colour of its own.
            let colours = [Paint::Earned, Paint::Shipped]
                .map(|paint| [Theme::Light, Theme::Dark].map(|theme| theme.colour(paint)));
            assert!(
                colours.as_flattened().iter().all(|colour| !text.contains(*colour)),
                "{name} {badge}: {text}"
            );
        }
    }
    for id in ["2.r1", "3.r1", "3.r2", "3.r3"] {
        for file in [
            format!("oembed/{id}.json"),
            format!("data/current/subnet/{id}.feed.xml"),
            format!("data/current/subnet/{id}.feed.json"),
        ] {
            assert!(read(&file).contains(id), "{file}");
        }
    }
    for file in ["subnet/3/index.html", "embed/card/3.html", "badge/3/emission.svg"] {
        assert!(!read(file).contains("former") && !read(file).contains("slot lost"), "{file}");
    }
    assert!(read("subnet/3.r2/index.html").contains("href=\"/subnet/3\""), "it leads to who holds the slot");
    // And the feeds say when.
    assert!(read("data/current/subnet/3.r2.feed.xml").contains("(SN3.r2) lost its slot."));
    assert!(read("data/current/subnet/3.r3.feed.xml").contains("registered anew"));
    assert!(read("data/current/subnet/1.r1.feed.xml").contains("is now called “Firstborn”"));
    let network = read("data/current/feed.xml");
    let kinds =
        ["lost its slot", "registered anew", "is now called", "lost rung 3", "released: ", "A claim: "];
    for told in kinds {
        assert!(network.contains(told), "{told}: {network}");
    }
}

/// A first release between two snapshots.
#[test]
fn a_rung_that_is_gained_is_news() {
    let site = written("gained", true, |signals| {
        signals["signals"][0]["releases"] =
            serde_json::json!([{ "tag": "v1", "published_at": "2026-08-20T00:00:00Z", "url": null }]);
    });
    for feed in ["feed.json", "subnet/1.r1.feed.json"] {
        let text = fs::read_to_string(site.join("data/current").join(feed)).unwrap();
        let feed: serde_json::Value = serde_json::from_str(&text).unwrap();
        let titles: Vec<_> =
            feed["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
        assert!(titles.contains(&"Firstborn (SN1.r1) gained rung 2, release."), "{titles:?}");
    }
}

#[test]
fn what_is_found_late_is_news_all_the_same() {
    let site = made_up("late", true);
    let read = |name: &str| -> Vec<serde_json::Value> {
        let text = fs::read_to_string(site.join(name)).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["items"].as_array().unwrap().clone()
    };
    let items = read("data/current/feed.json");
    let days: Vec<_> = items.iter().map(|item| item["date_published"].as_str().unwrap()).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    let (newest, first) = ("2026-09-07T00:00:00Z", "2026-08-07T00:00:00Z");
    assert_eq!((days.first(), days.last()), (Some(&newest), Some(&first)));
    let told =
        |words: &str| items.iter().find(|item| item["title"].as_str().unwrap().contains(words)).unwrap();
    // Both snapshots have the claim; it was new in the first.
    assert_eq!(told("A claim: ")["date_published"], first);
    assert_eq!(told("is now called")["date_published"], newest);
    // What a registration shipped and what was said of it stays with it when its slot is lost.
    let own = read("data/current/subnet/2.r1.feed.json");
    assert!(
        own.iter().any(|item| item["title"].as_str().unwrap().contains("Second has two users")),
        "{own:?}"
    );
}

#[test]
fn an_item_of_a_feed_is_the_same_under_another_name() {
    let ids = |site: PathBuf| -> Vec<(String, String)> {
        let text = fs::read_to_string(site.join("data/current/subnet/1.r1.feed.json")).unwrap();
        let feed: serde_json::Value = serde_json::from_str(&text).unwrap();
        let items = feed["items"].as_array().unwrap().iter();
        let field = |item: &serde_json::Value, name: &str| item[name].as_str().unwrap().to_owned();
        items.map(|item| (field(item, "id"), field(item, "title"))).collect()
    };
    let (before, after) = (ids(made_up("named", false)), ids(made_up("renamed", true)));
    assert!(!before.is_empty());
    for (id, title) in before {
        let same = after.iter().find(|(other, _)| *other == id);
        assert!(same.is_some(), "{title} is another item now: {after:?}");
    }
    assert!(after.iter().any(|(_, title)| title.starts_with("Firstborn (SN1.r1) released: ")));
}

#[test]
fn feeds_are_whole_and_in_order() {
    let named = |ending: &'static str| {
        let all = files("data/current").into_iter().filter_map(move |path| {
            let name = path.strip_prefix(&built().folder).ok()?.to_str()?.to_owned();
            name.ends_with(ending).then_some(name)
        });
        all.collect::<Vec<_>>()
    };
    assert!(named("feed.xml").len() > 128 && named("feed.xml").len() == named("feed.json").len());
    for name in named("feed.xml") {
        let text = read(&name);
        let feed = Document::parse(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        let root = feed.root_element();
        assert!(root.has_tag_name((ATOM, "feed")), "{name}");
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
        let ids: Vec<_> = entries.iter().map(|entry| child(*entry, "id").unwrap()).collect();
        assert!(ids.iter().all(|id| id.starts_with("https://ledger.example/folder/")), "{name}");
        assert!(ids.iter().all(|id| ids.iter().filter(|other| *other == id).count() == 1), "{name}");
        let days: Vec<_> = entries.iter().map(|entry| child(*entry, "updated").unwrap()).collect();
        assert!(days.is_sorted_by(|a, b| a >= b), "{name}: {days:?}");
        assert!(days.iter().all(|day| day.len() == 20 && day.ends_with('Z')), "{name}");
        let link = |node: resvg::usvg::roxmltree::Node, rel: &str| {
            let link = node.children().find(|child| child.attribute("rel") == Some(rel));
            link.and_then(|link| link.attribute("href")).is_some_and(|to| to.starts_with("https://"))
        };
        assert!(link(root, "self") && link(root, "alternate"), "{name}");
        assert!(root.children().any(|child| child.has_tag_name((ATOM, "author"))), "{name} has no author");
        for entry in entries {
            assert!(link(entry, "alternate"), "{name}");
            assert!(["title", "content"].iter().all(|tag| child(entry, tag).is_some()), "{name}");
        }
    }
    for name in named("feed.json") {
        let json: serde_json::Value = serde_json::from_str(&read(&name)).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1", "{name}");
        assert!(json["title"].as_str().is_some_and(|title| !title.is_empty()), "{name}");
        assert_eq!(json["feed_url"], format!("https://ledger.example/folder/{name}"));
        for item in json["items"].as_array().unwrap() {
            assert!(
                item["id"].is_string() && item["content_text"].is_string() && item["url"].is_string(),
                "{name}"
            );
            assert!(item["date_published"].as_str().is_some_and(|day| day.ends_with('Z')), "{name}");
        }
    }
    let network = read("data/current/feed.xml");
    for told in ["released: ", "is now called", "registered anew", "lost its slot"] {
        assert!(network.contains(told), "{told}");
    }
    assert!(read("data/current/subnet/64.r1.feed.xml").contains("A claim: "));
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
    let text = read("data/current/subnet/64.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), registry::all().count());
    let of = |metric: &str| rows.iter().find(|row| &row[0] == metric).unwrap();
    // 7,200 blocks a day of 0.062493796 τ.
    assert_eq!((&of("emission_tao_day")[2], &of("emission_tao_day")[3]), ("449.95533120000005", "measured"));
    assert_eq!((&of("net_flow_7d_tao")[2], &of("net_flow_7d_tao")[3]), ("", "not_measured"));
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
    // Such a frame never follows what it shows: it is as high as a card on a phone.
    assert!(oembed["html"].as_str().unwrap().contains(&format!("height=\"{}\"", oembed["height"])));
    assert!(oembed["height"].as_u64().is_some_and(|height| height >= 360));
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
