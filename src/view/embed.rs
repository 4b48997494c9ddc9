//! `/embed/…`: views inside other people's pages, and `/embed`, where their code is made.

use super::compare::subnet;
use super::{Choice, Compare, Plane, Printer, Reader, SubnetPage, View};
use crate::model::SubnetRef;

/// A live view in a frame.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Embed {
    /// What is shown.
    pub widget: Widget,
    /// `theme`: its colours.
    pub theme: Theme,
}

/// What can be embedded live.
#[derive(Debug, Clone, PartialEq)]
pub enum Widget {
    /// A comparison.
    Compare(Compare),
    /// The plane.
    Plane(Plane),
    /// One subnet, named by `s`.
    Subnet(SubnetRef, SubnetPage),
}

/// Colours of an embedded view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Choice for Theme {
    const NAMES: &'static [(&'static str, Self)] =
        &[("auto", Self::Auto), ("light", Self::Light), ("dark", Self::Dark)];
}

impl Default for Widget {
    fn default() -> Self {
        Self::Compare(Compare::default())
    }
}

impl Widget {
    /// The last part of its path.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Compare(_) => "compare",
            Self::Plane(_) => "plane",
            Self::Subnet(..) => "subnet",
        }
    }

    /// The snapshot it is pinned to.
    pub(super) fn at(&self) -> &Option<String> {
        match self {
            Self::Compare(compare) => &compare.at,
            Self::Plane(plane) => &plane.at,
            Self::Subnet(_, page) => &page.at,
        }
    }

    pub(super) fn pin(&mut self, at: Option<String>) {
        match self {
            Self::Compare(compare) => compare.at = at,
            Self::Plane(plane) => plane.at = at,
            Self::Subnet(_, page) => page.at = at,
        }
    }

    fn write(&self, printer: &mut Printer) {
        match self {
            Self::Compare(compare) => compare.write(printer),
            Self::Plane(plane) => plane.write(printer),
            Self::Subnet(id, page) => {
                printer.put("s", &id.to_string(), false);
                page.write(printer);
            }
        }
    }
}

impl Embed {
    /// Takes the keys of the widget with this id.
    ///
    /// # Errors
    /// A sentence, when there is no such widget, or a subnet is wanted and none is named.
    pub fn read(id: &str, reader: &mut Reader) -> Result<Self, String> {
        let widget = match id {
            "compare" => Widget::Compare(Compare::read(reader)),
            "plane" => Widget::Plane(Plane::read(reader)),
            "subnet" => match reader.one("s", subnet) {
                Some(id) => Widget::Subnet(id, SubnetPage::read(reader)),
                None => return Err("An embedded subnet is named in its link, as s=64.".to_owned()),
            },
            _ => return Err("Only compare, plane and subnet can be embedded live.".to_owned()),
        };
        Ok(Self { widget, theme: reader.choice("theme") })
    }

    /// Gives every key to the printer; which widget it is stands in the path.
    pub fn write(&self, printer: &mut Printer) {
        self.widget.write(printer);
        printer.put("theme", self.theme.id(), self.theme == Theme::default());
    }
}

/// The builder keeps in its own link what it makes the code of; `w` names the widget.
impl View for Embed {
    fn read(reader: &mut Reader) -> Self {
        let id = reader.one("w", |id| match id {
            "compare" | "plane" | "subnet" => Ok(id.to_owned()),
            _ => Err("choose compare, plane or subnet".to_owned()),
        });
        match Embed::read(id.as_deref().unwrap_or("compare"), reader) {
            Ok(embed) => embed,
            Err(_) => {
                reader.ignore("w", "subnet", "name the subnet too, as s=64");
                Self { widget: Widget::default(), theme: reader.choice("theme") }
            }
        }
    }

    fn write(&self, printer: &mut Printer) {
        printer.put("w", self.widget.id(), matches!(self.widget, Widget::Compare(_)));
        Embed::write(self, printer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Query;

    #[test]
    fn the_builder_keeps_what_it_builds() {
        for link in ["", "m=stars", "w=plane&cy=3&theme=dark", "w=subnet&s=64.r1&tab=claims"] {
            let (embed, ignored) = <Embed as View>::parse(&Query::parse(link));
            assert_eq!(ignored, [], "{link}");
            assert_eq!(embed.print(), link);
        }
        let (embed, ignored) = Embed::parse(&Query::parse("w=subnet&theme=dark"));
        assert_eq!((embed.theme, ignored.len()), (Theme::Dark, 1));
    }
}
