//! What a reader points at in a drawing, by pointer, touch or keys, and what follows from it.

use leptos::prelude::*;

use crate::app::ui::{Marking, Range};
use crate::chart::cut::Cut;
use crate::chart::field::Move;
use crate::chart::layout::Layout;
use crate::chart::readout::{Pointed, Step};
use crate::chart::spec::{Field, TimeAxis};
use crate::chart::{ChartSpec, Plot};
use crate::model::Day;

/// What of the view can be changed in the drawing itself.
#[derive(Clone, Copy, Default)]
pub struct Hands {
    /// Shows the days from one to another.
    pub span: Option<Callback<(Day, Day)>>,
    /// The days there are and those shown, for a control of both ends under the drawing.
    pub range: Option<Signal<Option<Range>>>,
    /// Shows a part of the axes of a scatter.
    pub field: Option<Callback<Field>>,
    /// Moves a cut of the plane; true when the reader has let go of it, and no cut when it was taken away.
    pub cut: Option<Callback<(Option<Cut>, bool)>>,
    /// Undoes what was changed so; says whether there was anything.
    pub reset: Option<Callback<(), bool>>,
    /// Draws what was chosen last, where the drawing follows choices later than they are made.
    pub settle: Option<Callback<()>>,
}

/// Pixels that a pressed pointer travels before it is a drag.
const DRAG: f64 = 6.0;

/// What is being chosen: where the reader began, and where he is.
#[derive(Clone, Copy)]
pub enum Band {
    /// Days.
    Days(i32, i32),
    /// Corners of a box in the drawing.
    Box((f64, f64), (f64, f64)),
}

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
    /// Days, or the part of a scatter, being chosen.
    pub band: RwSignal<Option<Band>>,
    /// Where the pointer was pressed, and whether it may drag.
    pressed: StoredValue<Option<((f64, f64), bool)>>,
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
            && ((x - from.0).abs() > DRAG || self.band.with_untracked(Option::is_some))
        {
            self.band.set(match self.chooses_field() {
                true => Some(Band::Box(from, (x, y))),
                false => self.day_at(from.0).zip(self.day_at(x)).map(|(from, to)| Band::Days(from, to)),
            });
            return;
        }
        if !self.pinned.get_untracked() {
            self.pointed.set(self.at(x, y));
        }
    }

    /// A button or a finger goes down. A finger moves the readout and chooses nothing where that could
    /// not be told from scrolling.
    pub fn press(self, x: f64, y: f64, finger: bool) {
        self.settle();
        let chooses = !finger && (self.chooses_days() || self.chooses_field());
        self.pressed.set_value(Some(((x, y), chooses)));
        self.follow(x, y);
    }

    /// It goes up: after a drag the days are shown, otherwise what is read out is pinned or let go.
    /// Where a drag moves the axis (`moves`), it pins nothing.
    pub fn release(self, x: f64, y: f64, moves: bool) {
        let Some((from, _)) = self.pressed.try_update_value(Option::take).flatten() else { return };
        if self.show_band() || (moves && (x - from.0).abs() > DRAG) {
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
        self.settle();
        let step = match key {
            "ArrowLeft" => Step::Back,
            "ArrowRight" => Step::On,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Enter" | " " => return self.show_band() || self.pin(),
            "Escape" => return self.escape(),
            "+" | "=" => return self.zoom(Move::Nearer),
            "-" => return self.zoom(Move::Farther),
            _ => return false,
        };
        if shift && self.chooses_field() {
            return self.shift(step);
        }
        let before = self.pointed.get_untracked();
        let next = self.placed.with_untracked(|layout| {
            self.spec.with_untracked(|spec| layout.as_ref()?.stepped(spec, before.as_ref(), step))
        });
        let Some(next) = next else { return false };
        self.band.set(match (&before, &next) {
            (Some(Pointed::Day(before)), Pointed::Day(next)) if shift && self.chooses_days() => {
                let from = match self.band.get_untracked() {
                    Some(Band::Days(from, _)) => from,
                    _ => before.day,
                };
                Some(Band::Days(from, next.day))
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
        let band = self.band.get_untracked();
        self.band.set(None);
        match (band, self.hands.span) {
            (Some(Band::Days(from, to)), Some(show)) if from != to => {
                self.forget();
                show.run((Day::from_epoch_days(from.min(to)), Day::from_epoch_days(from.max(to))));
                true
            }
            (Some(Band::Box(from, to)), _) => self.show_field(&|layout, spec| layout.field(spec, from, to)),
            _ => false,
        }
    }

    /// Goes nearer or farther around the dot that is read out, or the middle.
    fn zoom(self, how: fn(f64, f64) -> Move) -> bool {
        let pointed = self.pointed.get_untracked();
        self.show_field(&|layout, spec| {
            let plot = layout.plot;
            let around = match &pointed {
                Some(Pointed::Dot(dot)) => (dot.x, dot.y),
                _ => (plot.x + plot.width / 2.0, plot.y + plot.height / 2.0),
            };
            layout.moved(spec, how(around.0, around.1))
        })
    }

    /// Goes on by a quarter of what is shown.
    fn shift(self, step: Step) -> bool {
        let by = match step {
            Step::Back => Move::By(-0.25, 0.0),
            Step::On => Move::By(0.25, 0.0),
            Step::Up => Move::By(0.0, -0.25),
            Step::Down => Move::By(0.0, 0.25),
            Step::First | Step::Last => return false,
        };
        self.show_field(&|layout, spec| layout.moved(spec, by))
    }

    fn show_field(self, find: &dyn Fn(&Layout, &ChartSpec) -> Option<Field>) -> bool {
        let field = self
            .placed
            .with_untracked(|layout| self.spec.with_untracked(|spec| find(layout.as_ref()?, spec)));
        let (Some(field), Some(show)) = (field, self.hands.field) else { return false };
        self.forget();
        show.run(field);
        true
    }

    /// What is pressed in the drawing is meant of what was chosen last.
    fn settle(self) {
        if let Some(settle) = self.hands.settle {
            settle.run(());
        }
    }

    /// The part of a scatter can be chosen where the view has a place for it.
    pub fn chooses_field(self) -> bool {
        self.hands.field.is_some() && self.spec.with_untracked(|spec| matches!(spec.plot, Plot::Scatter(_)))
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
