//! What follows a press one picture later.

use leptos::prelude::*;

/// What is chosen, as soon as the browser has painted that it was: a press answers at once, on the
/// control that was pressed, and what takes long is made after that. Choices that follow each other
/// faster are made together.
pub fn painted<T: Clone + PartialEq + Send + Sync + 'static>(chosen: Memo<T>) -> RwSignal<T> {
    let shown = RwSignal::new(chosen.get_untracked());
    Effect::new(move |_| {
        chosen.track();
        let follow = move || {
            let next = chosen.try_get_untracked();
            if let Some(next) = next.filter(|next| shown.try_with_untracked(|now| now != next) == Some(true))
            {
                shown.set(next);
            }
        };
        after_painting(Box::new(follow));
    });
    shown
}

fn after_painting(then: Box<dyn FnOnce()>) {
    // A page that nobody sees is not painted.
    if document().hidden() {
        return then();
    }
    request_animation_frame(move || set_timeout(then, std::time::Duration::ZERO));
}
