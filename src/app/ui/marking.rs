//! Which of several lines a reader looks at.

use leptos::prelude::*;

/// A line that stands out for as long as it is pointed at.
#[derive(Clone, Copy, Default)]
pub struct Marking {
    focus: RwSignal<Option<u8>>,
}

impl Marking {
    /// The line that stands out, reactively.
    pub fn focus(self) -> Option<u8> {
        self.focus.get()
    }

    /// Lets a line stand out, or none.
    pub fn point_at(self, slot: Option<u8>) {
        if self.focus.get_untracked() != slot {
            self.focus.set(slot);
        }
    }
}

/// A line's name: pointed at or focused, it stands out; pressed, it is looked at alone.
#[component]
pub fn SeriesName(
    marking: Marking,
    line: u8,
    name: String,
    /// Whether it is looked at alone, maybe beside others that are.
    #[prop(into)]
    alone: Signal<bool>,
    toggle: Callback<()>,
) -> impl IntoView {
    let pressed = move || if alone.get() { "true" } else { "false" };
    let out = move || marking.point_at(None);
    view! {
        <button
            type="button"
            class="series-name"
            title="Look at it alone, or beside others that are"
            aria-pressed=pressed
            on:click=move |_| toggle.run(())
            on:pointerenter=move |_| marking.point_at(Some(line))
            on:pointerleave=move |_| out()
            on:focus=move |_| marking.point_at(Some(line))
            on:blur=move |_| out()
        >
            <i class=format!("key series-{line}")></i>
            <bdi>{name}</bdi>
        </button>
    }
}
