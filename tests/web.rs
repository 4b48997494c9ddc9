//! The few things that need a browser: what a fetch can come to, and the life of a chart on a page.
#![cfg(target_arch = "wasm32")]

use leptos::prelude::*;
use subnet_ledger::app::data::{LoadError, fetch_mutable, fetch_object};
use subnet_ledger::app::ui::{ChartFigure, NumberCard, Numbers, Reader};
use subnet_ledger::chart::ChartSpec;
use subnet_ledger::chart::spec::{Axis, LineSeries, Lines, Plot, ScaleKind, TimeAxis};
use subnet_ledger::registry::Style;
use subnet_ledger::snapshot::wire::{Claims, Latest, ObjectRef};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Blob, HtmlElement, Url};

wasm_bindgen_test_configure!(run_in_browser);

/// A text under an address of its own.
fn published(text: &str) -> String {
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence(&parts).expect("browsers make blobs");
    Url::create_object_url_with_blob(&blob).expect("blobs have addresses")
}

const CLAIMS: &str = r#"{"claims":[]}"#;
/// SHA-256 of [`CLAIMS`].
const HASH: &str = "9ab10f0f885c9c17b9bb160e685330f8e0891ef8f13bba2ae0d86091e62bb844";

fn object(sha256: &str) -> ObjectRef {
    ObjectRef { sha256: sha256.to_owned(), bytes: CLAIMS.len() as u64 }
}

#[wasm_bindgen_test]
async fn the_right_bytes_arrive_and_others_are_called_damaged() {
    let url = published(CLAIMS);
    let claims: Result<Claims, _> = fetch_object(&url, &object(HASH)).await;
    assert_eq!(claims.map(|claims| claims.claims.len()), Ok(0));
    let flipped = published(r#"{"claims":[ ]}"#);
    let damaged: Result<Claims, _> = fetch_object(&flipped, &object(HASH)).await;
    assert!(matches!(damaged, Err(LoadError::Corrupted(_))), "{damaged:?}");
    let no_hash: Result<Claims, _> = fetch_object(&url, &object("not a hash")).await;
    assert!(matches!(no_hash, Err(LoadError::Malformed(_))), "{no_hash:?}");
}

#[wasm_bindgen_test]
async fn a_page_in_place_of_data_is_called_that() {
    let portal = published("<!doctype html><title>Sign in</title>");
    let latest: Result<Latest, _> = fetch_mutable(&portal).await;
    assert_eq!(latest, Err(LoadError::NotData));
    for broken in ["", "{", "[]", r#"{"format":1}"#] {
        let latest: Result<Latest, _> = fetch_mutable(&published(broken)).await;
        assert!(matches!(latest, Err(LoadError::Malformed(_))), "{broken}: {latest:?}");
    }
}

#[wasm_bindgen_test]
async fn a_file_that_is_gone_and_a_host_that_is_gone_are_told_apart() {
    let nowhere: Result<Latest, _> = fetch_mutable("/no/such/latest.json").await;
    assert!(matches!(nowhere, Err(LoadError::NotFound(_))), "{nowhere:?}");
    // Port 9 is the discard service: nothing listens there.
    let dead: Result<Latest, _> = fetch_mutable("http://127.0.0.1:9/latest.json").await;
    assert_eq!(dead, Err(LoadError::Offline));
}

fn spec(headline: &str) -> ChartSpec {
    let series = LineSeries {
        id: "64.r1".to_owned(),
        label: "<img src=x onerror=alert(1)>".to_owned(),
        slot: 0,
        start: 20_000,
        values: vec![Some(1.0), None, Some(3.0), Some(2.0)],
        reconstructed: vec![],
        end: "2".to_owned(),
    };
    let y = Axis {
        metric: String::new(),
        label: "Price".to_owned(),
        unit: "τ".to_owned(),
        scale: ScaleKind::Linear,
        style: Style::Decimals(1),
    };
    ChartSpec {
        headline: headline.to_owned(),
        subtitle: "Price".to_owned(),
        summary: "A line chart of one subnet.".to_owned(),
        source: "Source: test".to_owned(),
        credits: vec![],
        notes: vec![],
        plot: Plot::Lines(Lines {
            time: TimeAxis::Date,
            span: (20_000, 20_003),
            y,
            baseline: None,
            series: vec![series],
            events: vec![],
        }),
    }
}

/// Lets effects and observers run.
async fn settle() {
    for _ in 0..3 {
        let frame = js_sys::Promise::new(&mut |done, _| {
            window().request_animation_frame(&done).expect("windows have frames");
        });
        let _ = wasm_bindgen_futures::JsFuture::from(frame).await;
    }
}

#[wasm_bindgen_test]
async fn a_chart_draws_follows_its_spec_turns_into_a_table_and_leaves() {
    let host: HtmlElement =
        document().create_element("div").expect("documents make elements").unchecked_into();
    HtmlElement::style(&host).set_property("width", "600px").expect("a width is a property");
    document().body().expect("pages have a body").append_child(&host).expect("bodies take children");
    let shown = RwSignal::new(spec("First"));
    let handle = leptos::mount::mount_to(host.clone(), move || {
        provide_context(Reader::from_browser());
        provide_context(NumberCard::default());
        let numbers = Numbers { snapshot: "2026-08-07-1".to_owned(), card: Callback::new(|_| None) };
        view! { <ChartFigure spec=Signal::derive(move || shown.get()) level=2 numbers/> }
    });
    settle().await;
    let find = |selector: &str| host.query_selector(selector).expect("the selector is valid");
    assert!(find("svg path").is_some(), "{}", host.inner_html());
    assert!(find("img").is_none(), "a name became an element");
    assert_eq!(find("h2").and_then(|h| h.text_content()).as_deref(), Some("First"));

    shown.set(spec("Second"));
    settle().await;
    assert_eq!(find("h2").and_then(|h| h.text_content()).as_deref(), Some("Second"));

    let buttons = host.query_selector_all("button").expect("the selector is valid");
    let table = (0..buttons.length())
        .filter_map(|at| buttons.item(at))
        .find(|b| b.text_content().as_deref() == Some("Table"));
    table.expect("charts have a table").unchecked_into::<HtmlElement>().click();
    settle().await;
    let rows = host.query_selector_all("tbody tr").expect("the selector is valid");
    assert_eq!(rows.length(), 3, "the day without a value has no row");

    drop(handle);
    settle().await;
    assert_eq!(host.inner_html().replace("<!---->", ""), "");
    host.remove();
}
