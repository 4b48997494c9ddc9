//! What has to be known before a drawing.

use super::{Element, el};

/// Remarks that stand before the drawing; the rest are folded, so that it begins on the first screen.
const SHOWN: usize = 2;

/// One remark, or a list of them; nothing where there is none.
pub fn remarks(remarks: &[String]) -> Option<Element> {
    let lines =
        |remarks: &[String]| el("ul").with_all(remarks.iter().map(|remark| el("li").with(remark.as_str())));
    match remarks {
        [] => None,
        [one] => Some(el("p").class("note").with(one.as_str())),
        // One more takes no more room than the line that says so.
        few if few.len() <= SHOWN + 1 => Some(el("div").class("note").with(lines(few))),
        many => {
            let (shown, rest) = many.split_at(SHOWN);
            let more = el("summary").with(format!("{} more remarks", rest.len()));
            let more = el("details").with(more).with(lines(rest));
            Some(el("div").class("note").with(lines(shown)).with(more))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::Markup;

    #[test]
    fn two_remarks_are_shown_and_the_rest_are_counted() {
        let written = |count: usize| {
            let all: Vec<String> = (1..=count).map(|at| format!("<{at}>")).collect();
            remarks(&all).map(|element| String::from(Markup::from(element)))
        };
        assert_eq!(written(0), None);
        assert_eq!(written(1).unwrap(), r#"<p class="note">&lt;1&gt;</p>"#);
        let three = written(3).unwrap();
        assert!(three.contains("<li>&lt;3&gt;</li>") && !three.contains("details"), "{three}");
        let five = written(5).unwrap();
        assert!(
            five.contains("<li>&lt;2&gt;</li></ul><details><summary>3 more remarks</summary><ul>"),
            "{five}"
        );
    }
}
