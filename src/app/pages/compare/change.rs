//! What a reader changes of a comparison, written into the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Hands, Range};
use crate::chart::build::Compared;
use crate::model::Day;
use crate::view::{Compare, Widget, Window, WindowEdge};

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
        let offers = self.compare.with_untracked(|compare| drawn.offers(compare));
        if offers.is_empty() {
            return ().into_any();
        }
        let offers = offers.into_iter().map(|offer| {
            let take = move |_| self.by(|compare| offer.take(compare));
            view! { <button type="button" class="button" on:click=take>{offer.words()}</button> }
        });
        view! { <p class="offer">{offers.any_views()}</p> }.into_any()
    }
}
