//! What a reader changes of a comparison, written into the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Hands, Range};
use crate::chart::build::{Compared, Flat};
use crate::format;
use crate::model::Day;
use crate::view::{Compare, Form, Mode, Widget, Window, WindowEdge, YScale};

/// Changes the comparison in the address.
#[derive(Clone, Copy)]
pub struct Change {
    navigation: Navigation,
    /// The comparison in it.
    pub compare: Memo<Compare>,
}

impl Change {
    /// The comparison in the address of this page, in a frame and in the builder too.
    pub fn get() -> Self {
        let navigation = Navigation::get();
        let compare = Memo::new(move |last: Option<&Compare>| match navigation.widget() {
            Some(Widget::Compare(compare)) => compare,
            _ => last.cloned().unwrap_or_default(),
        });
        Self { navigation, compare }
    }

    /// The rows that are compared.
    pub fn rows(self, loaded: Arc<Loaded>) -> Memo<Vec<usize>> {
        Memo::new(move |_| self.compare.with(|compare| compare.rows(&loaded.snapshot)))
    }

    /// Changes it by an edit.
    pub fn by(self, edit: impl FnOnce(&mut Compare)) {
        let mut next = self.compare.get_untracked();
        edit(&mut next);
        self.navigation.show(Widget::Compare(next));
    }

    fn days(self, (from, to): (Day, Day)) {
        self.by(|compare| compare.window = Window::Between(WindowEdge::Day(from), WindowEdge::Day(to)));
    }

    /// What the drawing itself changes: the days shown.
    pub fn hands(self, drawn: Memo<Compared>) -> Hands {
        let whole = move || drawn.with(|drawn| drawn.whole);
        let range = Signal::derive(move || {
            let whole = whole()?;
            let shown = self.compare.with(|compare| compare.window.days(whole));
            Some(Range { whole, shown: shown.unwrap_or(whole) })
        });
        let reset = move |()| {
            let narrowed = self.compare.with_untracked(|compare| compare.window != Window::All);
            if narrowed {
                self.by(|compare| compare.window = Window::All);
            }
            narrowed
        };
        let reset = Callback::new(reset);
        let show = move |days| {
            // All days are the default, whoever chose them one by one.
            if drawn.with_untracked(|drawn| drawn.whole) == Some(days) {
                reset.run(());
            } else {
                self.days(days);
            }
        };
        Hands { span: Some(Callback::new(show)), range: Some(range), cut: None, reset: Some(reset) }
    }

    /// Ways to what can be compared better.
    pub fn offers(self, drawn: &Compared) -> AnyView {
        let whole = drawn.overlap.map(|days| {
            let words = format!("Show only {}, which all of them cover", between(days));
            button(words, move || self.days(days))
        });
        let flat = drawn.flat.as_ref().map(|flat| self.raise(flat));
        let bars = drawn.only_newest.then(|| {
            button("Show as bars".to_owned(), move || {
                self.by(|compare| {
                    compare.form = Form::Bar;
                    compare.mode = Mode::Absolute;
                    compare.window = Window::All;
                });
            })
        });
        let offers: Vec<AnyView> = whole.into_iter().chain(bars).chain(flat.into_iter().flatten()).collect();
        if offers.is_empty() {
            return ().into_any();
        }
        view! { <p class="offer">{offers.any_views()}</p> }.into_any()
    }

    /// Ways to see the lines that another one makes look flat.
    fn raise(self, flat: &Flat) -> Vec<AnyView> {
        let log = button("Use a log scale".to_owned(), move || {
            self.by(|compare| compare.scale = YScale::Log);
        });
        let index = self.compare.with_untracked(|compare| compare.mode == Mode::Absolute).then(|| {
            button("Index all to 100".to_owned(), move || self.by(|compare| compare.mode = Mode::Index))
        });
        let calm = flat.calm.map(|days| {
            button(format!("Show only {}, without its high values", between(days)), move || self.days(days))
        });
        [Some(log), index, calm].into_iter().flatten().collect()
    }
}

fn between((from, to): (Day, Day)) -> String {
    format!("{} to {}", format::day(from), format::day(to))
}

fn button(words: String, act: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" class="button" on:click=move |_| act()>{words}</button> }.into_any()
}
