//! A publication in which every text is hostile, on disk and under true hashes, written as a site: no file
//! of it has an element, an attribute or a link that this program does not write itself.
#![cfg(not(target_arch = "wasm32"))]
// Everything here is a test, and what a test cannot read has failed it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use resvg::usvg::roxmltree::Document;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use subnet_ledger::prerender::{self, Site};

/// A page as the build writes it, as far as the writer of pages cares.
const PAGE: &str = include_str!("fixtures/built.html");
const SITE: &str = "https://ledger.example/folder/";

/// Texts that became markup, a formula or a link somewhere, some day.
const OWN: [&str; 17] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</style><style>body{display:none}</style>",
    "]]><svg onload=alert(1)>",
    "<!--",
    "-->",
    "javascript:alert(1)",
    "https://user:secret@evil.example/\"onclick=\"alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "\u{202e}drowssap\u{202c}\u{200b}\u{feff}",
    "\u{2067}drowssap \u{2068}without an end",
    "\0\u{1}\u{8}\u{ffff}",
    "=HYPERLINK(\"http://evil\")",
    "a](javascript:alert(1))\r\n,\"x\"",
    "<subnet-ledger view=card></subnet-ledger>",
];

/// Keys whose values are not text that is shown: ids, days and words of the format. What becomes of a file
/// in which these are wrong is tested in `tests/hostile.rs`.
const STRUCTURE: [&str; 24] = [
    "format",
    "id",
    "snapshot",
    "previous",
    "sha256",
    "subnet",
    "subnets",
    "source",
    "category_source",
    "rung",
    "state",
    "states",
    "grade",
    "day",
    "as_of",
    "searched_on",
    "said_on",
    "start",
    "step",
    "published_at",
    "reading",
    "claims",
    "quantity",
    "missing",
];

/// Our own texts and the list of naughty strings, where it lies beside the repository.
fn texts() -> Vec<String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/hostile/blns/blns.json");
    let listed: Vec<String> = match fs::read_to_string(&list) {
        Ok(text) => serde_json::from_str(&text).unwrap(),
        Err(_) => {
            println!("skipped: {} is not here, so only our own texts are tried", list.display());
            Vec::new()
        }
    };
    OWN.map(str::to_owned).into_iter().chain(listed).collect()
}

/// Hands out the texts in turn.
struct Attack {
    texts: Vec<String>,
    next: usize,
}

impl Attack {
    fn text(&mut self) -> String {
        self.next += 1;
        self.texts[self.next % self.texts.len()].clone()
    }

    /// Replaces every text below a node, and the keys of what a subnet says of itself.
    fn on(&mut self, node: &mut Json) {
        match node {
            Json::String(text) => *text = self.text(),
            Json::Array(items) => items.iter_mut().for_each(|item| self.on(item)),
            Json::Object(fields) => {
                for (key, value) in fields.iter_mut() {
                    // A list named like a single value is a list of objects, or of ids.
                    let objects = value.as_array().is_some_and(|items| items.iter().any(Json::is_object));
                    if !STRUCTURE.contains(&key.as_str()) || objects || value.is_object() {
                        self.on(value);
                    }
                }
                if let Some(identity) = fields.get_mut("identity") {
                    *identity =
                        (0..8).map(|_| (self.text(), Json::from(self.text()))).collect::<Map<_, _>>().into();
                }
                if let Some(links) = fields.get_mut("links") {
                    let link = |attack: &mut Self| serde_json::json!({ "kind": attack.text(), "label": attack.text(), "url": attack.text(), "source": "chain" });
                    *links = (0..8).map(|_| link(self)).collect::<Vec<_>>().into();
                }
            }
            _ => {}
        }
    }
}

/// The folder of a publication that is written anew.
struct Data {
    from: PathBuf,
    to: PathBuf,
}

impl Data {
    fn json(&self, name: &str) -> Json {
        serde_json::from_str(&fs::read_to_string(self.from.join(name)).unwrap()).unwrap()
    }

    fn write(&self, name: &str, json: &Json) -> Json {
        let text = json.to_string();
        let path = self.to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &text).unwrap();
        let hash = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        serde_json::json!({ "sha256": hash, "bytes": text.len() })
    }

    /// Attacks the object that a reference names, and makes the reference one to what came of it.
    fn object(&self, reference: &mut Json, attack: &mut dyn FnMut(&mut Json)) {
        let sha256 = |reference: &Json| reference["sha256"].as_str().unwrap().to_owned();
        let mut object = self.json(&format!("objects/{}.json", sha256(reference)));
        attack(&mut object);
        // The name comes from the text, which is therefore written twice.
        let made = self.write("objects/new.json", &object);
        fs::rename(self.to.join("objects/new.json"), self.to.join(format!("objects/{}.json", sha256(&made))))
            .unwrap();
        for (key, value) in made.as_object().unwrap() {
            reference[key] = value.clone();
        }
    }

    /// Attacks every file, from the leaves up, so that every hash is true.
    fn attack(&self, attack: &mut Attack) {
        let mut latest = self.json("latest.json");
        let mut roots = Map::new();
        for published in latest["snapshots"].as_array_mut().unwrap() {
            let id = published["id"].as_str().unwrap().to_owned();
            let mut root = self.json(&format!("snapshots/{id}.json"));
            let mut objects = root["objects"].take();
            attack.on(&mut root);
            for part in ["summary", "claims", "events"] {
                self.object(&mut objects[part], &mut |object| attack.on(object));
            }
            self.object(&mut objects["index"], &mut |index| {
                for list in ["subnets", "former"] {
                    for entry in index[list].as_array_mut().into_iter().flatten() {
                        self.object(&mut entry["profile"], &mut |profile| attack.on(profile));
                        for year in entry["history"].as_array_mut().into_iter().flatten() {
                            self.object(year, &mut |year| attack.on(year));
                        }
                    }
                }
            });
            root["objects"] = objects;
            let made = self.write(&format!("snapshots/{id}.json"), &root);
            published["root"] = made.clone();
            roots.insert(id, made);
        }
        latest["root"] = roots[latest["snapshot"].as_str().unwrap()].clone();
        self.write("latest.json", &latest);
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Elements that pages, widgets, badges and feeds are made of.
const ELEMENTS: &str = "!doctype ?xml a article aside b base bdi body br circle clippath code dd defs desc div dl dt \
    ellipse feed entry id updated author name content figcaption figure footer g h1 h2 h3 head header html i img \
    label li line link main mask meta nav noscript ol p path pattern pre rect script section small span sub sup \
    summary details svg table tbody td text th thead title tr tspan ul polyline polygon use";

/// The controls that wait for the program, and the attributes that they have: none that sends, names or
/// fetches anything.
const CONTROLS: &str = "button fieldset input legend optgroup option select";
const OF_CONTROLS: &str = "aria-label aria-pressed class inert label placeholder selected type";

/// Whatever stands between `<` and `>`: its name, its attributes and their values. Values stand in double
/// quotes, in which neither of these signs nor a quote can be.
fn tags(document: &str) -> Vec<(String, Vec<(String, String)>)> {
    let tag = |piece: &str| {
        let inside = piece.split('>').next().unwrap();
        let mut parts = inside.split('"');
        let mut words: Vec<String> = Vec::new();
        let mut attributes = Vec::new();
        while let Some(outside) = parts.next() {
            words.extend(outside.split_whitespace().map(str::to_owned));
            if let (Some(value), true) = (parts.next(), outside.ends_with('=')) {
                attributes.push((words.pop().unwrap().trim_end_matches('=').to_owned(), value.to_owned()));
            }
        }
        let name = words.first().cloned().unwrap_or_default().trim_start_matches('/').to_lowercase();
        attributes.extend(words.into_iter().skip(1).map(|flag| (flag, String::new())));
        (name, attributes)
    };
    document.split('<').skip(1).map(tag).collect()
}

/// Whether a page of this site may lead there.
fn leads_well(target: &str) -> bool {
    let inside =
        target.starts_with("https://") && !target.contains('@') && !target.contains(['"', '<', ' ', '\\']);
    let own = !target.contains(':') && !target.starts_with("//") && !target.contains('\\');
    inside || own
}

fn examine_markup(name: &str, text: &str, scripts: usize) {
    let allowed: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    let controls: BTreeSet<&str> = CONTROLS.split_whitespace().collect();
    let of_controls: BTreeSet<&str> = OF_CONTROLS.split_whitespace().collect();
    for (element, attributes) in tags(text) {
        let control = controls.contains(element.as_str());
        assert!(control || allowed.contains(element.as_str()), "{name} has <{element}>");
        let strange = attributes.iter().find(|(attribute, _)| !of_controls.contains(attribute.as_str()));
        assert!(!control || strange.is_none(), "{name} has <{element}> with {strange:?}");
        for (attribute, value) in attributes {
            let attribute = attribute.to_lowercase();
            assert!(
                !attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc",
                "{name}: {attribute}"
            );
            assert!(
                attribute.chars().all(|letter| letter.is_ascii_alphanumeric() || "-:/?".contains(letter)),
                "{name}: {attribute}"
            );
            if ["href", "src", "action", "xlink:href"].contains(&attribute.as_str()) {
                assert!(leads_well(&value), "{name} leads to {value}");
            }
        }
    }
    assert_eq!(text.to_lowercase().matches("<script").count(), scripts, "{name}: scripts");
    // What turns text around or hides it, and what XML forbids.
    let bad = |letter: &char| matches!(letter, '\0'..='\u{8}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{ffff}');
    let found = text.chars().find(bad).map(|letter| letter.escape_unicode().to_string());
    assert_eq!(found, None, "{name} has a character that nobody sees");
    // Labels of drawings are isolated from each other, and every isolation ends.
    assert_eq!(text.matches('\u{2068}').count(), text.matches('\u{2069}').count(), "{name}: isolations");
}

fn examine(folder: &Path, path: &Path) {
    let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    let kind = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    // The publication itself holds what was published.
    if name.starts_with("data/") && !name.starts_with("data/current/") || kind == "png" {
        return;
    }
    let text = fs::read_to_string(path).unwrap();
    match kind.as_str() {
        // The built page has one script inside, a widget one by name.
        "html" => examine_markup(&name, &text, 1),
        "svg" | "xml" => {
            Document::parse(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
            if name != "sitemap.xml" {
                examine_markup(&name, &text, 0);
            }
        }
        "json" => {
            let json: Json = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
            if let Some(html) = json["html"].as_str() {
                assert_eq!(html.matches('<').count(), 2, "{name}: {html}");
                assert!(html.starts_with(&format!("<iframe src=\"{SITE}embed/card/")), "{name}: {html}");
                let handlers = tags(html).into_iter().flat_map(|(_, attributes)| attributes);
                assert!(
                    handlers.into_iter().all(|(attribute, _)| !attribute.starts_with("on")),
                    "{name}: {html}"
                );
            }
            assert!(json["url"].as_str().is_none_or(|url| url.starts_with(SITE)), "{name}");
        }
        "csv" => {
            let mut rows = csv::Reader::from_reader(text.as_bytes());
            for row in rows.records() {
                let row = row.unwrap_or_else(|why| panic!("{name}: {why}"));
                let formula = |field: &str| {
                    field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err()
                };
                assert!(!row.iter().any(formula), "{name}: {row:?}");
            }
        }
        "txt" | "" => {}
        other => panic!("nobody looks at {name}, of kind {other}"),
    }
}

#[test]
fn no_text_of_a_publication_becomes_anything_else() {
    let mut attack = Attack { texts: texts(), next: 0 };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/format-1");
    let (mut rounds, mut examined) = (0, 0);
    // The publication is small; rounds go on until every text has had its turn.
    while attack.next < 2 * attack.texts.len() {
        let _ = fs::remove_dir_all(&folder);
        let data = Data { from: golden.clone(), to: folder.join("data") };
        data.attack(&mut attack);
        fs::write(folder.join("404.html"), PAGE).unwrap();
        // Pictures are drawn once: they take their time, and can only fail as a whole.
        let written = prerender::prerender(&folder, &Site::at(SITE).unwrap(), rounds == 0).unwrap();
        for kind in ["pages", "widgets", "badges", "feeds", "copies", "oembed"] {
            assert!(written[kind].files > 0, "no {kind}");
        }
        let written = files(&folder);
        written.iter().for_each(|path| examine(&folder, path));
        examined += written.len();
        rounds += 1;
    }
    println!("{} texts in {rounds} publications, {examined} files", attack.texts.len());
}

#[test]
fn the_examination_finds_what_it_looks_for() {
    for page in [
        "<img src=x onerror=alert(1)>",
        "<p onclick=\"a\">",
        "<iframe>",
        "<a href=\"javascript:a\">",
        "<p style=\"a\">",
        "<p>\u{202e}",
    ] {
        assert!(std::panic::catch_unwind(|| examine_markup("page", page, 0)).is_err(), "{page}");
    }
    examine_markup("page", "<a href=\"https://ledger.example/\" class=\"a\" hidden>1 &lt; 2</a>", 0);
}
