//! Parts of the page in typed markup, among them the rows of a long table: what a screen shows at once,
//! the rest while nothing else is to do.
//!
//! Rows are written as text of typed markup and handed to the browser in one piece. Views would make
//! each cell an object with a life of its own, which for some thousand cells is seconds on a phone.

use std::rc::Rc;
use std::time::Duration;

use leptos::html::Tbody;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::markup::Markup;

/// Rows written at once, at least: about as many as the box shows.
const AT_ONCE: usize = 30;
/// Height of a row in pixels, as in the style sheet.
const ROW: f64 = 34.0;
/// How long the writing of further rows may hold the page up each time, in milliseconds. Each turn costs
/// a picture of the whole table, so that many short ones hold up more than a few.
const TURN: f64 = 8.0;
/// Pause between two turns, in which the browser lays out, paints and answers.
const PAUSE: Duration = Duration::from_millis(32);

/// A part of the page in typed markup, made anew when a signal that it reads has changed.
pub fn as_written<M: Into<Markup>>(part: impl Fn() -> M + Send + 'static) -> AnyView {
    written_boxed(Box::new(move || part().into()))
}

fn written_boxed(part: Box<dyn Fn() -> Markup + Send>) -> AnyView {
    let text = move || String::from(part());
    view! { <div class="as-written" inner_html=text></div> }.into_any()
}

/// Writes a row, or a part of it, by its place.
pub type Write = Box<dyn Fn(usize) -> Markup>;

/// Rows to be written.
pub struct Rows {
    /// How many.
    pub count: usize,
    /// One of them.
    pub write: Write,
    /// The two parts of one that is wider than the box: as far as it is seen, and the cells beyond.
    pub parts: Option<[Write; 2]>,
}

/// Writes rows into the body of a table, now and whenever a signal that `rows` reads has changed.
pub fn write_rows(body: NodeRef<Tbody>, rows: impl Fn() -> Rows + 'static) {
    write_boxed(body, Box::new(rows));
}

fn write_boxed(body: NodeRef<Tbody>, rows: Box<dyn Fn() -> Rows>) {
    let newest = StoredValue::new(0u32);
    Effect::new(move |_| {
        let Some(body) = body.get() else { return };
        let body: HtmlElement = body.unchecked_into();
        let rows = Rc::new(rows());
        let turn = newest.get_value() + 1;
        newest.set_value(turn);
        let (seen, aside) = in_sight(&body);
        let first = seen.max(AT_ONCE).min(rows.count);
        let parts = rows.parts.as_ref().filter(|_| !aside);
        let (write, begun) = parts.map_or((&rows.write, 0), |[start, _]| (start, first));
        let text: String = (0..first).map(|at| String::from(write(at))).collect();
        // The rows to come keep their room, so that a place in a long table stays where it is.
        let _ = body.style().set_property("min-height", &format!("{}px", rows.count as f64 * ROW));
        body.set_inner_html(&text);
        let alive = move || newest.try_get_value() == Some(turn);
        write_on(body, rows, (first - begun, first), Rc::new(alive));
    });
}

/// How many rows there are down to the lower edge of the box that the table scrolls in, and whether it is
/// scrolled sideways.
fn in_sight(body: &Element) -> (usize, bool) {
    // A new table has not been scrolled, and asking would lay the page out.
    if body.first_element_child().is_none() {
        return (0, false);
    }
    let Some(frame) = body.closest(".table-box, .twin").ok().flatten() else { return (0, false) };
    let seen = f64::from(frame.scroll_top() + frame.client_height()) / ROW;
    // Not a number and negatives become zero.
    (if frame.scroll_top() > 0 { seen as usize + 2 } else { 0 }, frame.scroll_left() > 0)
}

/// Goes on with the rows whose cells end at the edge of the box, then with those not yet there: `from`
/// is the first row that lacks cells, and the first that lacks all.
fn write_on(body: HtmlElement, rows: Rc<Rows>, from: (usize, usize), alive: Rc<dyn Fn() -> bool>) {
    if from.1 >= rows.count && from.0 >= from.1 {
        return;
    }
    set_timeout(
        move || {
            if !alive() {
                return;
            }
            let begun = js_sys::Date::now();
            let (mut part, mut whole) = from;
            let mut text = String::new();
            while (part < from.1 || whole < rows.count)
                && ((part, whole) == from || js_sys::Date::now() - begun < TURN)
            {
                if part < from.1 {
                    let row = body.children().item(part as u32).zip(rows.parts.as_ref());
                    if let Some((row, [_, rest])) = row {
                        let _ = row.insert_adjacent_html("beforeend", rest(part).as_str());
                    }
                    part += 1;
                } else {
                    text.push_str((rows.write)(whole).as_str());
                    whole += 1;
                }
            }
            let _ = body.insert_adjacent_html("beforeend", &text);
            // Rows written here have all their cells.
            let part = if part < from.1 { part } else { whole };
            write_on(body, rows, (part, whole), alive);
        },
        PAUSE,
    );
}
