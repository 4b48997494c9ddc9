//! What a reader points at in a drawing, by pointer, touch or keys, and what follows from it.

use leptos::prelude::*;

use crate::app::ui::{Marking, Range};
use crate::chart::cut::Cut;
use crate::chart::layout::Layout;
use crate::chart::readout::{Pointed, Step};
use crate::chart::spec::TimeAxis;
use crate::chart::{ChartSpec, Plot};
use crate::model::Day;

/// What of the view can be changed in the drawing itself.
#[derive(Clone, Copy, Default)]
pub struct Hands {
    /// Shows the days from one to another.
    pub span: Option<Callback<(Day, Day)>>,
    /// The days there are and those shown, for a control of both ends under the drawing.
    pub range: Option<Signal<Option<Range>>>,
    /// Moves a cut of the plane; true when the reader has let go of it.
    pub cut: Option<Callback<(Cut, bool)>>,
    /// Undoes what was changed so; says whether there was anything.
    pub reset: Option<Callback<(), bool>>,
}

/// Pixels that a pressed pointer travels before it is a drag.
const DRAG: f64 = 6.0;

/// The state of one drawing.
#[derive(Clone, Copy)]
pub struct Pointing {
    pub spec: Signal<ChartSpec>,
    pub placed: Memo<Option<Layout>>,
    pub hands: Hands,
    pub marking: Marking,
    /// What is read out.
    pub pointed: RwSignal<Option<Pointed>>,
    /// Whether that stays when the pointer goes.
    pub pinned: RwSignal<bool>,
    /// Days being chosen: where the reader began, and where he is.
    pub band: RwSignal<Option<(i32, i32)>>,
    /// Where the pointer was pressed, and whether it may drag.
    pressed: StoredValue<Option<(f64, bool)>>,
}

impl Pointing {
    pub fn new(
        spec: Signal<ChartSpec>,
        placed: Memo<Option<Layout>>,
        hands: Hands,
        marking: Marking,
    ) -> Self {
        Self {
            spec,
            placed,
            hands,
            marking,
            pointed: RwSignal::new(None),
            pinned: RwSignal::new(false),
            band: RwSignal::new(None),
            pressed: StoredValue::new(None),
        }
    }

    /// The pointer is over a point of the drawing.
    pub fn follow(self, x: f64, y: f64) {
        if let Some((from, true)) = self.pressed.get_value()
            && ((x - from).abs() > DRAG || self.band.with_untracked(Option::is_some))
        {
            self.band.set(self.day_at(from).zip(self.day_at(x)));
            return;
        }
        if !self.pinned.get_untracked() {
            self.pointed.set(self.at(x, y));
        }
    }

    /// A button or a finger goes down. A finger moves the readout and never chooses days, which it
    /// could not tell from scrolling.
    pub fn press(self, x: f64, y: f64, finger: bool) {
        self.pressed.set_value(Some((x, !finger && self.chooses_days())));
        self.follow(x, y);
    }

    /// It goes up: after a drag the days are shown, otherwise what is read out is pinned or let go.
    /// Where a drag moves the axis (`moves`), it pins nothing.
    pub fn release(self, x: f64, y: f64, moves: bool) {
        let Some((from, _)) = self.pressed.try_update_value(Option::take).flatten() else { return };
        if self.show_band() || (moves && (x - from).abs() > DRAG) {
            return;
        }
        let now = self.at(x, y);
        let again = self.pinned.get_untracked() && now == self.pointed.get_untracked();
        self.pinned.set(now.is_some() && !again);
        self.pointed.set(now);
    }

    /// The pointer leaves, or the browser takes it for scrolling.
    pub fn leave(self) {
        self.pressed.set_value(None);
        self.band.set(None);
        self.marking.point_at(None);
        if !self.pinned.get_untracked() {
            self.pointed.set(None);
        }
    }

    /// Forgets everything, because something else is drawn.
    pub fn forget(self) {
        self.pressed.set_value(None);
        self.band.set(None);
        self.pinned.set(false);
        self.pointed.set(None);
    }

    /// A key; says whether it meant anything.
    pub fn key(self, key: &str, shift: bool) -> bool {
        let step = match key {
            "ArrowLeft" => Step::Back,
            "ArrowRight" => Step::On,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" | " " => return self.show_band() || self.pin(),
            "Escape" => return self.escape(),
            _ => return false,
        };
        let before = self.pointed.get_untracked();
        let next = self.placed.with_untracked(|layout| {
            self.spec.with_untracked(|spec| layout.as_ref()?.stepped(spec, before.as_ref(), step))
        });
        let Some(next) = next else { return false };
        self.band.set(match (&before, &next) {
            (Some(Pointed::Day(before)), Pointed::Day(next)) if shift && self.chooses_days() => {
                let from = self.band.get_untracked().map_or(before.day, |(from, _)| from);
                Some((from, next.day))
            }
            _ => None,
        });
        self.pointed.set(Some(next));
        true
    }

    /// Takes back one thing after another: the days being chosen, what is read out, what was changed in
    /// the drawing.
    fn escape(self) -> bool {
        if self.band.get_untracked().is_some() {
            self.band.set(None);
        } else if self.pointed.get_untracked().is_some() {
            self.forget();
        } else {
            return self.hands.reset.is_some_and(|reset| reset.run(()));
        }
        true
    }

    fn pin(self) -> bool {
        let any = self.pointed.get_untracked().is_some();
        if any {
            self.pinned.update(|pinned| *pinned = !*pinned);
        }
        any
    }

    fn show_band(self) -> bool {
        let band = self.band.get_untracked().filter(|(from, to)| from != to);
        self.band.set(None);
        let (Some((from, to)), Some(show)) = (band, self.hands.span) else { return false };
        self.forget();
        show.run((Day::from_epoch_days(from.min(to)), Day::from_epoch_days(from.max(to))));
        true
    }

    /// Days can be chosen where they are dates: ages are no days of a calendar.
    fn chooses_days(self) -> bool {
        let dates = self.spec.with_untracked(
            |spec| matches!(&spec.plot, Plot::Lines(lines) if lines.time == TimeAxis::Date && !lines.series.is_empty()),
        );
        dates && self.hands.span.is_some()
    }

    fn at(self, x: f64, y: f64) -> Option<Pointed> {
        self.placed
            .with_untracked(|layout| self.spec.with_untracked(|spec| layout.as_ref()?.pointed(spec, x, y)))
    }

    fn day_at(self, x: f64) -> Option<i32> {
        let (low, high) = self.spec.with_untracked(|spec| match &spec.plot {
            Plot::Lines(lines) => Some(lines.span),
            _ => None,
        })?;
        let day = self.placed.with_untracked(|layout| Some(layout.as_ref()?.x.scale.invert(x).round()))?;
        Some((day as i32).clamp(low, high.max(low)))
    }
}
