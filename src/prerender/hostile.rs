//! Whatever a subnet writes on chain, no page, widget, badge or feed has another shape for it.

use super::ledger::{Ledger, Registration};
use super::press::Press;
use super::site::Site;
use super::{feed, oembed, page, widget};
use crate::compute::rank;
use crate::format::Locale;
use crate::snapshot::{self, fixture, wire};

/// Texts that became markup somewhere, some day.
const PAYLOADS: [&str; 14] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "<!--",
    "-->",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "\u{202e}drowssap\u{202c}\u{200b}\u{feff}",
    "\0\u{1}\u{8}\u{ffff}",
    "=HYPERLINK(\"http://evil\")",
];

fn ledger(text: &str) -> Ledger {
    let mut snapshot = fixture::snapshot();
    for subnet in &mut snapshot.subnets {
        subnet.name = text.to_owned();
        subnet.symbol = text.to_owned();
        subnet.category = Some(text.to_owned());
        subnet.name_flags = vec![text.to_owned()];
    }
    for source in &mut snapshot.sources {
        source.name = text.to_owned();
        source.url = Some(text.to_owned());
    }
    let said = || text.to_owned();
    let registration = |id: crate::model::SubnetId| {
        let generation = wire::Generation {
            id: id.to_string(),
            registered_at_block: 1,
            registered_on: said(),
            name: said(),
            until_block: None,
        };
        let profile = wire::Profile {
            id: id.to_string(),
            about: Some(said()),
            identity: [("name".to_owned(), said())].into(),
            links: Vec::new(),
            generations: vec![generation],
            owner: None,
            evidence: vec![wire::Evidence {
                rung: "release".to_owned(),
                what: said(),
                link: Some(said()),
                day: Some("2026-08-01".to_owned()),
                grade: said(),
                source: said(),
                shared_with: Vec::new(),
            }],
            rungs: vec![wire::RungNote {
                rung: "release".to_owned(),
                state: said(),
                searched_on: Some(said()),
                since: Some(said()),
                why: Some(said()),
            }],
            claims: Vec::new(),
            notes: vec![said()],
        };
        Registration {
            id,
            name: said(),
            profile,
            history: snapshot::history_from_wire(id, Vec::new(), &[]).0,
        }
    };
    let holders: Vec<_> = snapshot.subnets.iter().map(|subnet| registration(subnet.id)).collect();
    let former = vec![registration("64.r9".parse().unwrap())];
    let event = wire::Event {
        day: "2026-08-01".to_owned(),
        kind: said(),
        subnet: Some(snapshot.subnets[0].id.to_string()),
        block: None,
        what: said(),
        source: None,
    };
    let claim = wire::Claim {
        id: said(),
        subnet: None,
        statement: said(),
        quantity: None,
        qualifier: None,
        unit: None,
        period: None,
        said_by: said(),
        said_on: "2026-08-01".to_owned(),
        said_in: said(),
        grade: Some(said()),
        url: Some(said()),
        trap: None,
        trap_note: None,
        reading: None,
    };
    Ledger {
        ranks: rank::earned(&snapshot),
        moves: Vec::new(),
        seen: Default::default(),
        published_at: "2026-08-07T08:35:00Z".to_owned(),
        published: vec![wire::SnapshotRef {
            id: snapshot.id.clone(),
            root: wire::ObjectRef { sha256: "0".repeat(64), bytes: 1 },
        }],
        holders,
        former,
        claims: wire::Claims { claims: vec![claim] },
        events: wire::Events { events: vec![event] },
        snapshot,
    }
}

/// Every document that is written for one text, by name.
fn written(text: &str) -> Vec<(String, String)> {
    let site = Site::at("https://ledger.example/").unwrap();
    let ledger = ledger(text);
    let press = Press { site: &site, ledger: &ledger, locale: Locale::default() };
    let pages = page::all(&press).into_iter().map(|page| {
        let whole = format!(
            "{}{}{}",
            page.head.title().as_str(),
            page.head.tags(&site).as_str(),
            page.facts.as_str()
        );
        (page.path, whole)
    });
    let (widgets, badges) = widget::all(&press);
    let files = widgets.into_iter().chain(badges).map(|file| (file.name, file.content));
    let feeds = feed::all(&press).into_iter().filter(|(name, _)| name.ends_with(".xml"));
    pages.chain(files).chain(feeds).collect()
}

/// The tags of a document with the names of their attributes: everything but text and values.
fn skeleton(document: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for piece in document.split('<').skip(1) {
        let tag = piece.split('>').next().unwrap_or_default();
        // Values stand in double quotes, which no value holds.
        tags.push(tag.split('"').step_by(2).collect());
    }
    tags
}

/// Rows of charts differ in the words they have room for; drawings are tested where they are made.
fn without_drawings(document: &str) -> String {
    let mut rest = document;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<svg") {
        kept.push_str(before);
        rest = after.split_once("</svg>").map_or("", |(_, rest)| rest);
    }
    kept + rest
}

#[test]
fn no_text_gives_a_document_another_shape() {
    let plain: Vec<_> = written("Plain").into_iter().collect();
    for payload in PAYLOADS {
        for ((name, plain), (_, hostile)) in plain.iter().zip(written(payload)) {
            let (plain, hostile) = match name.ends_with(".svg") {
                true => (plain.clone(), hostile),
                false => (without_drawings(plain), without_drawings(&hostile)),
            };
            assert_eq!(skeleton(&plain), skeleton(&hostile), "{payload:?} in {name}");
        }
    }
}

#[test]
fn nothing_hidden_and_nothing_that_xml_forbids_is_written() {
    for payload in PAYLOADS {
        for (name, document) in written(payload) {
            let bad = |letter: char| matches!(letter, '\0'..='\u{8}' | '\u{202a}'..='\u{202e}' | '\u{ffff}');
            assert!(!document.contains(bad), "{payload:?} in {name}");
        }
    }
}

#[test]
fn code_that_is_offered_is_one_frame() {
    for payload in PAYLOADS {
        let site = Site::at("https://ledger.example/").unwrap();
        let ledger = ledger(payload);
        let press = Press { site: &site, ledger: &ledger, locale: Locale::default() };
        let (_, text) = oembed::file(&press, &ledger.holders[0], false);
        let description: serde_json::Value = serde_json::from_str(&text).unwrap();
        let html = description["html"].as_str().unwrap();
        assert_eq!(skeleton(html).len(), 2, "{html}");
    }
}
