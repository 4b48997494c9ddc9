//! Typed markup: the only way from text to a page, a badge or a feed.
//!
//! A [`Markup`] is made of [`Element`]s and of text, and text is escaped on its way in, so nothing
//! that was read from a file can become an element. Names of elements and attributes are this
//! program's own; what the pages' policy forbids (styles and handlers inside a tag) has no way in.

pub mod comparison;
pub mod figure;
mod fitted;
mod frame;
pub mod inert;
mod key;
mod link;
mod movement;
mod parts;
mod remarks;
pub mod subnets;
pub mod twin;

pub use fitted::Widths;
pub use frame::{Frame, attribution};
pub use key::table_key;
pub use link::{ignored, pinned};
pub use movement::movement;
pub use parts::{grade, ladder, number, rules, rungs, subnet};
pub use remarks::remarks;

use crate::format::escape;

/// HTML elements that have no content and no end tag.
const VOID: [&str; 6] = ["br", "img", "input", "link", "meta", "wbr"];

/// Markup that is whole and safe to put into a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Text, escaped.
    pub fn text(text: &str) -> Self {
        let mut safe = String::with_capacity(text.len());
        escape(text, &mut safe);
        Self(safe)
    }

    /// A drawing of [`crate::chart::svg`], which escapes all by itself.
    pub fn drawing(svg: String) -> Self {
        Self(svg)
    }

    /// Several one after the other.
    pub fn all(parts: impl IntoIterator<Item = impl Into<Markup>>) -> Self {
        let mut whole = Self::default();
        for part in parts {
            whole.0.push_str(&part.into().0);
        }
        whole
    }

    /// One more at the end.
    pub fn and(mut self, part: impl Into<Markup>) -> Self {
        self.0.push_str(&part.into().0);
        self
    }

    /// The characters to write.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Markup> for String {
    fn from(markup: Markup) -> Self {
        markup.0
    }
}

impl From<&str> for Markup {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

impl<T: Into<Markup>> From<Option<T>> for Markup {
    fn from(part: Option<T>) -> Self {
        part.map(Into::into).unwrap_or_default()
    }
}

/// An element as it is written.
#[derive(Debug, Clone)]
pub struct Element {
    name: &'static str,
    void: bool,
    start: String,
    content: String,
}

/// An HTML element.
pub fn el(name: &'static str) -> Element {
    Element { name, void: VOID.contains(&name), start: format!("<{name}"), content: String::new() }
}

/// An element of XML, where every element has an end.
pub fn xml(name: &'static str) -> Element {
    Element { void: false, ..el(name) }
}

impl Element {
    /// An attribute.
    ///
    /// # Panics
    /// For a style or a handler, which the policy of the pages forbids: a mistake in this program.
    pub fn attr(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        assert!(name != "style" && !name.starts_with("on"), "the policy forbids {name} in a tag");
        self.start.push_str(&format!(" {name}=\""));
        escape(value.as_ref(), &mut self.start);
        self.start.push('"');
        self
    }

    /// An attribute that is there or not.
    pub fn flag(mut self, name: &'static str) -> Self {
        self.start.push_str(&format!(" {name}"));
        self
    }

    /// The classes.
    pub fn class(self, names: impl AsRef<str>) -> Self {
        self.attr("class", names)
    }

    /// Content: text, or markup.
    pub fn with(mut self, part: impl Into<Markup>) -> Self {
        self.content.push_str(&part.into().0);
        self
    }

    /// Several parts of content.
    pub fn with_all(self, parts: impl IntoIterator<Item = impl Into<Markup>>) -> Self {
        self.with(Markup::all(parts))
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Self {
        let Element { name, void, start, content } = element;
        Self(if void { format!("{start}>") } else { format!("{start}>{content}</{name}>") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_nest_and_end() {
        let page: Markup =
            el("p").class("a \"b\"").with("1 < 2 & ").with(el("b").with("3")).with(el("br")).into();
        assert_eq!(page.as_str(), "<p class=\"a &quot;b&quot;\">1 &lt; 2 &amp; <b>3</b><br></p>");
        assert_eq!(Markup::from(xml("link").attr("href", "a")).as_str(), "<link href=\"a\"></link>");
        assert_eq!(Markup::from(None::<Element>), Markup::default());
    }

    #[test]
    #[should_panic(expected = "the policy forbids onclick")]
    fn a_handler_is_refused() {
        let _ = el("p").attr("onclick", "alert(1)");
    }

    proptest! {
        #[test]
        fn no_text_becomes_an_element(text in any::<String>()) {
            let page: Markup = el("p").attr("title", &text).with(text.as_str()).into();
            prop_assert_eq!(page.as_str().matches('<').count(), 2);
            prop_assert_eq!(page.as_str().matches('>').count(), 2);
            prop_assert_eq!(page.as_str().matches('"').count(), 2);
        }
    }
}
