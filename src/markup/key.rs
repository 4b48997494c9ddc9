//! What the marks in the table of subnets mean.

use super::{Markup, el};
use crate::model::{Grade, RungState};

/// The marks of the five states of a rung, and of a number that nobody read, each with its words.
pub fn table_key() -> Markup {
    let marks = RungState::ALL.into_iter().map(|state| {
        let mark = el("span").class("ladder").attr("aria-hidden", "true").with(el("i").class(state.id()));
        el("span").with(mark).with(" ").with(state.words())
    });
    let said = el("span").class("number").attr("data-grade", Grade::ThirdPartySays.id());
    let said = said.with("a number that somebody says or a model made");
    el("p").class("sub table-key").with(el("span").with("Rungs:")).with_all(marks).with(said).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_mark_and_its_word() {
        let key = table_key();
        for state in RungState::ALL {
            let mark = format!("<i class=\"{}\"></i></span> {}", state.id(), state.words());
            assert!(key.as_str().contains(&mark), "{}", key.as_str());
        }
    }
}
