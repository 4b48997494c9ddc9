//! What a page says of the link that led to it.

use super::{Element, el};
use crate::format;
use crate::snapshot::Snapshot;
use crate::view::Ignored;

/// The parts of a link that were not understood; nothing where all were. Nothing is ignored in silence.
pub fn ignored(ignored: &[Ignored]) -> Option<Element> {
    let lines = ignored.iter().map(|one| el("li").with(one.to_string()));
    let note = el("div")
        .class("note")
        .attr("role", "status")
        .with(el("p").with("Parts of this link were not understood:"))
        .with(el("ul").with_all(lines));
    (!ignored.is_empty()).then(|| el("div").class("wrap").with(note))
}

/// That a page shows an older snapshot than the `newest`, and the link to the `same` view of that one.
pub fn pinned(snapshot: &Snapshot, newest: &str, same: &str) -> Element {
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    let note = el("p")
        .class("note")
        .attr("role", "status")
        .with(format!("You are looking at the snapshot of {day}. The newest is {newest}. "))
        .with(el("a").attr("href", same).with("See the same in the newest"));
    el("div").class("wrap").with(note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::Markup;
    use crate::snapshot::fixture;

    #[test]
    fn what_was_not_understood_is_said_and_never_executed() {
        assert!(ignored(&[]).is_none());
        let note = ignored(&[Ignored::new("mode", "<img src=x>", "no such mode")]).expect("a note");
        let text = String::from(Markup::from(note));
        assert!(text.contains("mode=&lt;img src=x&gt;") && !text.contains("<img"), "{text}");
    }

    #[test]
    fn an_older_snapshot_leads_to_the_newest() {
        let text = String::from(Markup::from(pinned(&fixture::snapshot(), "2026-09-01-1", "/compare?s=1")));
        assert!(text.contains("The newest is 2026-09-01-1. <a href=\"/compare?s=1\">"), "{text}");
    }
}
