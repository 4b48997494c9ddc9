//! What the marks of a ladder mean.

use super::{Markup, el};
use crate::model::RungState;

/// The marks of the five states of a rung, each with its word.
pub fn ladder_key() -> Markup {
    let marks = RungState::ALL.into_iter().map(|state| {
        let mark = el("span").class("ladder").attr("aria-hidden", "true").with(el("i").class(state.id()));
        el("span").with(mark).with(" ").with(state.words())
    });
    el("p").class("sub ladder-key").with(el("span").with("Rungs:")).with_all(marks).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_mark_and_its_word() {
        let key = ladder_key();
        for state in RungState::ALL {
            let mark = format!("<i class=\"{}\"></i></span> {}", state.id(), state.words());
            assert!(key.as_str().contains(&mark), "{}", key.as_str());
        }
    }
}
