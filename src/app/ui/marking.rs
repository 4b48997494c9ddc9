//! Which of several lines a reader looks at.

use leptos::prelude::*;

/// A line that stands out for as long as it is pointed at, and lines that are looked at alone.
#[derive(Clone, Copy, Default)]
pub struct Marking {
    focus: RwSignal<Option<u8>>,
    /// A bit for each colour; none is all of them.
    alone: RwSignal<u16>,
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

    /// The lines looked at alone, reactively; empty is all.
    pub fn alone(self) -> Vec<u8> {
        let bits = self.alone.get();
        (0..16).filter(|slot| bits >> slot & 1 == 1).collect()
    }

    /// Looks at a line alone, beside others that are; or no longer.
    pub fn toggle(self, slot: u8) {
        self.alone.update(|bits| *bits ^= 1 << (slot % 16));
    }

    /// Looks at all lines again; says whether that changed anything.
    pub fn clear(self) -> bool {
        let chosen = self.alone.get_untracked() != 0;
        if chosen {
            self.alone.set(0);
        }
        chosen
    }
}

/// A line's name: pointed at or focused, it stands out; pressed, it is looked at alone.
#[component]
pub fn SeriesName(marking: Marking, line: u8, name: String) -> impl IntoView {
    let pressed = move || if marking.alone().contains(&line) { "true" } else { "false" };
    let out = move || marking.point_at(None);
    view! {
        <button
            type="button"
            class="series-name"
            title="Look at it alone, or beside others that are"
            aria-pressed=pressed
            on:click=move |_| marking.toggle(line)
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
