//! What a reader changes of a comparison, written into the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::ui::{AnyViews, Hands, Painted, Range};
use crate::chart::build::Compared;
use crate::chart::spec::Field;
use crate::model::Day;
use crate::view::{Compare, Form, Widget, Window, WindowEdge};

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

    /// Changes it by an edit that a reader decided on, such as a press of a button: Back undoes it.
    pub fn by(self, edit: impl FnOnce(&mut Compare)) {
        if let Some(next) = self.edited(edit) {
            self.navigation.show_next(next);
        }
    }

    /// Changes it by an edit that is one of many in a row, such as the move of a handle: Back leads to
    /// where the first of them began.
    fn slide(self, edit: impl FnOnce(&mut Compare)) {
        if let Some(next) = self.edited(edit) {
            self.navigation.show(next);
        }
    }

    /// The view after an edit; `None` where that changes nothing.
    fn edited(self, edit: impl FnOnce(&mut Compare)) -> Option<Widget> {
        let now = self.compare.get_untracked();
        let mut next = now.clone();
        edit(&mut next);
        (next != now).then_some(Widget::Compare(next))
    }

    /// What the drawing itself changes: the days shown.
    pub fn hands(self, drawn: Memo<Compared>, painted: Painted<Compare>) -> Hands {
        let whole = move || drawn.with(|drawn| drawn.whole);
        let range = Signal::derive(move || {
            let whole = whole()?;
            let shown = self.compare.with(|compare| compare.window.days(whole));
            Some(Range { whole, shown: shown.unwrap_or(whole) })
        });
        let reset = move |()| {
            // One thing after another: the subnets looked at alone, then the days or the part shown.
            let change = self.edited(|compare| match (compare.only.is_empty(), compare.form) {
                (false, _) => compare.only.clear(),
                (true, Form::Scatter) => (compare.range, compare.range_x) = (None, None),
                (true, _) => compare.window = Window::All,
            });
            let any = change.is_some();
            if let Some(change) = change {
                self.navigation.show(change);
            }
            any
        };
        let reset = Callback::new(reset);
        let show = move |days| {
            // All days are the default, whoever chose them one by one.
            let all = drawn.with_untracked(|drawn| drawn.whole) == Some(days);
            self.slide(|compare| compare.window = if all { Window::All } else { exactly(days) });
        };
        let look = move |field: Field| {
            self.slide(|compare| (compare.range, compare.range_x) = (field.y, field.x));
        };
        Hands {
            span: Some(Callback::new(show)),
            range: Some(range),
            field: Some(Callback::new(look)),
            cut: None,
            reset: Some(reset),
            settle: Some(Callback::new(move |()| painted.settle())),
        }
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

fn exactly((from, to): (Day, Day)) -> Window {
    Window::Between(WindowEdge::Day(from), WindowEdge::Day(to))
}
