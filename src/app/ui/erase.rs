//! Views of one type.
//!
//! Every shape of view compiles into machinery of its own, and the wasm is what a visitor waits
//! for. Lists and parts that change are therefore given to the framework as one type each.

use leptos::prelude::*;

/// A part of the page that follows the signals it reads.
pub fn live<V: IntoAny + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    live_boxed(Box::new(move || view().into_any()))
}

fn live_boxed(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// Lists as one type.
pub trait AnyViews {
    /// Everything, in order.
    fn any_views(self) -> Vec<AnyView>;
}

impl<I: IntoIterator<Item: IntoAny>> AnyViews for I {
    fn any_views(self) -> Vec<AnyView> {
        self.into_iter().map(IntoAny::into_any).collect()
    }
}
