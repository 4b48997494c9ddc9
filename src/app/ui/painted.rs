//! What follows a press one picture later.

use leptos::prelude::*;

/// What is chosen, as soon as the browser has painted that it was.
pub struct Painted<T: Send + Sync + 'static> {
    chosen: Memo<T>,
    shown: RwSignal<T>,
}

impl<T: Send + Sync + 'static> Clone for Painted<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Painted<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Painted<T> {
    /// A press answers at once, on the control that was pressed, and what takes long is made after that.
    /// Choices that follow each other faster are made together.
    pub fn of(chosen: Memo<T>) -> Self {
        let painted = Self { chosen, shown: RwSignal::new(chosen.get_untracked()) };
        Effect::new(move |_| {
            chosen.track();
            after_painting(Box::new(move || painted.settle()));
        });
        painted
    }

    /// What is shown.
    pub fn shown(self) -> Signal<T> {
        self.shown.into()
    }

    /// Shows what is chosen now: who presses in what is shown means what was chosen last.
    pub fn settle(self) {
        let next = self.chosen.try_get_untracked();
        let differs = |next: &T| self.shown.try_with_untracked(|now| now != next) == Some(true);
        if let Some(next) = next.filter(differs) {
            self.shown.set(next);
        }
    }
}

fn after_painting(then: Box<dyn FnOnce()>) {
    // A page that nobody sees is not painted.
    if document().hidden() {
        return then();
    }
    request_animation_frame(move || set_timeout(then, std::time::Duration::ZERO));
}
