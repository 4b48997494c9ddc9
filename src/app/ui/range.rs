//! The days shown of the days there are: a bar with a handle at either end.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::erase::live;
use super::handle::{Handle, handle};
use crate::format;
use crate::model::Day;

/// Days of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// First and last day there are.
    pub whole: (Day, Day),
    /// First and last day shown, within them.
    pub shown: (Day, Day),
}

/// What a handle moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grip {
    From,
    To,
    Both,
}

/// Days that PageUp and PageDown move by.
const PAGE: i32 = 30;

impl Range {
    /// The days shown once a handle has been moved by so many days, as far as it can be.
    fn moved(self, grip: Grip, days: i32) -> (Day, Day) {
        let ((first, last), (from, to)) = (self.whole, self.shown);
        // Two days at least, where there are two: one day draws no line.
        let apart = i32::from(first < last);
        match grip {
            Grip::From => (from.plus(days).min(to.plus(-apart)).max(first), to),
            Grip::To => (from, to.plus(days).max(from.plus(apart)).min(last)),
            Grip::Both => {
                let days = days.clamp(first.since(from), last.since(to));
                (from.plus(days), to.plus(days))
            }
        }
    }

    /// The days that a key moves a handle by.
    fn by_key(self, grip: Grip, key: &str) -> Option<i32> {
        let far = self.whole.1.since(self.whole.0);
        Some(match key {
            "ArrowRight" | "ArrowUp" => 1,
            "ArrowLeft" | "ArrowDown" => -1,
            "PageUp" => PAGE,
            "PageDown" => -PAGE,
            "Home" => -far,
            "End" => far,
            _ => return None,
        })
        .filter(|_| grip != Grip::Both || self.shown != self.whole)
    }

    /// Where a day lies on the way from the first to the last, in percent.
    fn percent(self, day: Day) -> f64 {
        let span = self.whole.1.since(self.whole.0).max(1);
        f64::from(day.since(self.whole.0)) / f64::from(span) * 100.0
    }
}

/// The control. What is being dragged is shown at once, and taken over when it is let go.
#[component]
pub fn RangeControl(
    range: Signal<Option<Range>>,
    set: Callback<(Day, Day)>,
    /// Where the axis of days begins and ends, from the edges of the box, in pixels.
    edges: RwSignal<(f64, f64)>,
) -> impl IntoView {
    let there = Memo::new(move |_| range.with(Option::is_some));
    live(move || there.get().then(|| control(range, set, edges)))
}

fn control(range: Signal<Option<Range>>, set: Callback<(Day, Day)>, edges: RwSignal<(f64, f64)>) -> AnyView {
    let track = NodeRef::<Div>::new();
    let dragged: RwSignal<Option<(Day, Day)>> = RwSignal::new(None);
    let now = Memo::new(move |_| {
        let range = range.get()?;
        Some(Range { shown: dragged.get().unwrap_or(range.shown), ..range })
    });
    // Where the pointer took hold, as a day, and the days shown then.
    let held: StoredValue<Option<(f64, Range)>> = StoredValue::new(None);
    let day_at = move |event: &PointerEvent, range: Range| {
        let place = track.get_untracked()?.get_bounding_client_rect();
        let part = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
        Some(part * f64::from(range.whole.1.since(range.whole.0)))
    };
    let grip = move |grip: Grip, class: &'static str, label: &'static str| {
        let follow = move |(event, done): (Option<PointerEvent>, bool)| {
            let Some(event) = event else {
                held.set_value(None);
                dragged.set(None);
                return;
            };
            let Some(current) = now.get_untracked() else { return };
            let Some(at) = day_at(&event, current) else { return };
            let (start, range) = held.get_value().unwrap_or((at, current));
            held.set_value((!done).then_some((start, range)));
            let days = range.moved(grip, (at - start).round() as i32);
            dragged.set((!done).then_some(days));
            if done && days != range.shown {
                set.run(days);
            }
        };
        let key = move |key: String| {
            let Some((range, days)) =
                now.get_untracked().and_then(|range| Some((range, range.by_key(grip, &key)?)))
            else {
                return false;
            };
            let days = range.moved(grip, days);
            if days != range.shown {
                set.run(days);
            }
            true
        };
        let end = move |range: Range| if grip == Grip::To { range.shown.1 } else { range.shown.0 };
        let of = move |range: Range, day: Day| f64::from(day.since(range.whole.0));
        let text = move |range: Range| match grip {
            Grip::Both => format!("{} to {}", format::day(range.shown.0), format::day(range.shown.1)),
            _ => format::day(end(range)),
        };
        handle(Handle {
            class,
            label,
            vertical: false,
            place: Signal::derive(move || {
                now.get().map_or_else(String::new, |range| format!("{:.3}%", range.percent(end(range))))
            }),
            now: Signal::derive(move || now.get().map(|range| of(range, end(range)))),
            ends: Signal::derive(move || now.get().map(|range| (0.0, of(range, range.whole.1)))),
            text: Signal::derive(move || now.get().map(text)),
            follow: Callback::new(follow),
            key: Callback::new(key),
        })
    };
    let width = move || {
        now.get().map_or_else(String::new, |range| {
            format!("{:.3}%", range.percent(range.shown.1) - range.percent(range.shown.0))
        })
    };
    let day = move |last: bool| {
        now.get().map(|range| format::day(if last { range.shown.1 } else { range.shown.0 }))
    };
    view! {
        <div
            class="range"
            role="group"
            aria-label="Days shown"
            style:--left=move || format!("{:.0}px", edges.get().0)
            style:--right=move || format!("{:.0}px", edges.get().1)
        >
            <div class="track" node_ref=track style:--width=width>
                {grip(Grip::Both, "grip both", "Days shown, moved together")}
                {grip(Grip::From, "grip from", "First day shown")}
                {grip(Grip::To, "grip to", "Last day shown")}
            </div>
            <p aria-hidden="true"><span>{move || day(false)}</span><span>{move || day(true)}</span></p>
        </div>
    }
    .into_any()
}
