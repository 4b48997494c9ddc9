//! `/embed/…`: views inside other people's pages, and `/embed`, where their code is made.

mod named;
mod theme;

use super::compare::subnet;
use super::{Choice, Compare, Plane, Printer, Reader, Route, SubnetPage, Table, View};
use crate::model::SubnetRef;
use crate::snapshot::Snapshot;

pub use named::{badge_words, subject};
pub use theme::Theme;

/// A view in a frame.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Embed {
    /// What is shown.
    pub widget: Widget,
    /// `theme`: its colours.
    pub theme: Theme,
}

/// What can be embedded.
#[derive(Debug, Clone, PartialEq)]
pub enum Widget {
    /// A comparison.
    Compare(Compare),
    /// The plane.
    Plane(Plane),
    /// The table of subnets.
    Table(Table),
    /// One subnet, named by `s`.
    Subnet(SubnetRef, SubnetPage),
    /// One subnet on a card: a file that needs no program.
    Card(SubnetRef),
    /// The price of one subnet as a line: a file that needs no program.
    Spark(SubnetRef),
}

impl Default for Widget {
    fn default() -> Self {
        Self::Compare(Compare::default())
    }
}

/// Names of the widgets in links, those that are live views first.
const NAMES: [&str; 6] = ["compare", "plane", "table", "subnet", "card", "spark"];
/// How many of them are live views.
const LIVE: usize = 4;

impl Widget {
    /// Names of the live views, each the last part of an address under `/embed`.
    pub fn live() -> &'static [&'static str] {
        &NAMES[..LIVE]
    }

    /// Its name in links.
    pub fn id(&self) -> &'static str {
        NAMES[match self {
            Self::Compare(_) => 0,
            Self::Plane(_) => 1,
            Self::Table(_) => 2,
            Self::Subnet(..) => 3,
            Self::Card(_) => 4,
            Self::Spark(_) => 5,
        }]
    }

    /// The subnet it is about, or the first that a comparison shows of a snapshot.
    pub fn first_subnet(&self, snapshot: &Snapshot) -> Option<SubnetRef> {
        match self {
            Self::Compare(compare) => {
                let row = compare.rows(snapshot).into_iter().next()?;
                Some(snapshot.subnets[row].id.into())
            }
            widget => widget.subnet(),
        }
    }

    /// The widget of this name as nobody has changed it; a comparison where the name is of a widget
    /// about a subnet and none is given.
    pub fn usual(id: &str, subnet: Option<SubnetRef>) -> Self {
        match (id, subnet) {
            ("plane", _) => Self::Plane(Plane::default()),
            ("table", _) => Self::Table(Table::default()),
            ("subnet", Some(subnet)) => Self::Subnet(subnet, SubnetPage::default()),
            ("card", Some(subnet)) => Self::Card(subnet),
            ("spark", Some(subnet)) => Self::Spark(subnet),
            _ => Self::default(),
        }
    }

    /// The file that shows it, for what needs no program.
    pub fn file(&self) -> Option<String> {
        match self {
            Self::Card(id) | Self::Spark(id) => Some(format!("embed/{}/{id}.html", self.id())),
            _ => None,
        }
    }

    /// The subnet that it is about.
    pub fn subnet(&self) -> Option<SubnetRef> {
        match self {
            Self::Subnet(id, _) | Self::Card(id) | Self::Spark(id) => Some(*id),
            _ => None,
        }
    }

    /// The snapshot it is pinned to; files always show the newest.
    pub(super) fn at(&self) -> &Option<String> {
        match self {
            Self::Compare(compare) => &compare.at,
            Self::Plane(plane) => &plane.at,
            Self::Table(table) => &table.at,
            Self::Subnet(_, page) => &page.at,
            Self::Card(_) | Self::Spark(_) => &None,
        }
    }

    pub(super) fn pin(&mut self, at: Option<String>) {
        match self {
            Self::Compare(compare) => compare.at = at,
            Self::Plane(plane) => plane.at = at,
            Self::Table(table) => table.at = at,
            Self::Subnet(_, page) => page.at = at,
            Self::Card(_) | Self::Spark(_) => {}
        }
    }

    fn read(id: &str, reader: &mut Reader) -> Result<Self, String> {
        let name = |reader: &mut Reader| {
            reader
                .one("s", subnet)
                .ok_or_else(|| "An embedded subnet is named in its link, as s=64.".to_owned())
        };
        Ok(match id {
            "plane" => Self::Plane(Plane::read(reader)),
            "table" => Self::Table(Table::read(reader)),
            "subnet" => Self::Subnet(name(reader)?, SubnetPage::read(reader)),
            "card" => Self::Card(name(reader)?),
            "spark" => Self::Spark(name(reader)?),
            _ => Self::Compare(Compare::read(reader)),
        })
    }

    fn write(&self, printer: &mut Printer) {
        if let Some(id) = self.subnet() {
            printer.put("s", &id.to_string(), false);
        }
        match self {
            Self::Compare(compare) => compare.write(printer),
            Self::Plane(plane) => plane.write(printer),
            Self::Table(table) => table.write(printer),
            Self::Subnet(_, page) => page.write(printer),
            Self::Card(_) | Self::Spark(_) => {}
        }
    }
}

impl Embed {
    /// The view of a page as it is embedded; `None` for a page that cannot be.
    pub fn of(route: &Route) -> Option<Self> {
        let widget = match route {
            Route::Embed(embed) | Route::EmbedBuilder(embed) => return Some(embed.clone()),
            Route::Compare(compare) => Widget::Compare(compare.clone()),
            Route::Plane(plane) => Widget::Plane(plane.clone()),
            Route::Subnets(table) => Widget::Table(table.clone()),
            Route::Subnet(id, page) => Widget::Subnet(*id, page.clone()),
            Route::Overview(page) => Widget::Plane(Plane { at: page.at.clone(), ..Plane::overview() }),
            _ => return None,
        };
        Some(Self { widget, theme: Theme::default() })
    }

    /// Takes the keys of the live view with this id.
    ///
    /// # Errors
    /// A sentence, when there is no such view, or a subnet is wanted and none is named.
    pub fn read(id: &str, reader: &mut Reader) -> Result<Self, String> {
        if !Widget::live().contains(&id) {
            return Err("Only compare, plane, table and subnet can be embedded live.".to_owned());
        }
        Ok(Self { widget: Widget::read(id, reader)?, theme: reader.choice("theme") })
    }

    /// Gives every key to the printer; which view it is stands in the path.
    pub fn write(&self, printer: &mut Printer) {
        self.widget.write(printer);
        printer.put("theme", self.theme.id(), self.theme == Theme::default());
    }

    /// The place `here` with this view in it: an embedded view stays embedded, the builder goes on
    /// building, and every other page is the page of the view.
    pub fn shown_at(widget: Widget, here: &Route) -> Route {
        match here {
            Route::Embed(embed) => Route::Embed(Self { widget, ..embed.clone() }),
            Route::EmbedBuilder(embed) => Route::EmbedBuilder(Self { widget, ..embed.clone() }),
            _ => Self { widget, theme: Theme::default() }.whole(),
        }
    }

    /// The page of the site that shows the same and more.
    pub fn whole(&self) -> Route {
        match &self.widget {
            Widget::Compare(compare) => Route::Compare(compare.clone()),
            Widget::Plane(plane) => Route::Plane(plane.clone()),
            Widget::Table(table) => Route::Subnets(table.clone()),
            Widget::Subnet(id, page) => Route::Subnet(*id, page.clone()),
            Widget::Card(id) | Widget::Spark(id) => Route::Subnet(*id, SubnetPage::default()),
        }
    }

    /// What the element `<subnet-ledger>` says: everything, so that it goes on meaning the same when a
    /// default changes. Keys of the link that have no attribute of their own stand together in `keys`.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let mut attributes = vec![("view", self.widget.id().to_owned())];
        let query = Route::Embed(self.clone()).printed(Printer::full());
        let (mut own, mut others) = (Vec::new(), Vec::new());
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        // The script writes the version of the grammar that it was made for.
        for (key, value) in pairs.filter(|(key, _)| *key != "v") {
            let subject = if self.widget.subnet().is_some() { "subnet" } else { "subnets" };
            let names = [("s", subject), ("m", "metric"), ("mode", "mode"), ("theme", "theme"), ("at", "at")];
            match names.into_iter().find(|(name, _)| *name == key) {
                Some((_, name)) => own.push((name, value.to_owned())),
                None => others.push(format!("{key}={value}")),
            }
        }
        attributes.extend(own);
        attributes.extend((!others.is_empty()).then(|| ("keys", others.join("&"))));
        attributes
    }
}

/// The builder keeps in its own link what it makes the code of; `w` names the widget.
impl View for Embed {
    fn read(reader: &mut Reader) -> Self {
        let id = reader.one("w", |id| match NAMES.contains(&id) {
            true => Ok(id.to_owned()),
            false => Err(format!("choose one of {}", NAMES.join(", "))),
        });
        let id = id.as_deref().unwrap_or(NAMES[0]);
        let widget = Widget::read(id, reader).unwrap_or_else(|_| {
            reader.ignore("w", id, "name the subnet too, as s=64");
            Widget::default()
        });
        Self { widget, theme: reader.choice("theme") }
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
    fn a_page_that_can_be_embedded_leads_to_its_frame_and_back() {
        for (path, query) in [
            ("/compare", "s=64~4&y=log"),
            ("/plane", "cy=3"),
            ("/subnets", "q=a"),
            ("/subnet/64.r1", "tab=raw"),
        ] {
            let (route, _) = Route::parse(path, query);
            assert_eq!(Embed::of(&route).map(|embed| embed.whole()), Some(route), "{path}");
        }
        assert_eq!(Embed::of(&Route::About), None);
        let plane = Widget::Plane(Plane { at: Some("2026-08-07-8791253".to_owned()), ..Plane::overview() });
        let overview = Route::parse("/", "at=2026-08-07-8791253").0;
        assert_eq!(Embed::of(&overview).map(|embed| embed.widget), Some(plane), "its plane, as it is there");
    }

    #[test]
    fn a_view_that_is_changed_stays_where_it_is_shown() {
        for (path, query) in
            [("/plane", ""), ("/embed/plane", "theme=dark"), ("/embed", "w=plane&theme=dark")]
        {
            let (here, _) = Route::parse(path, query);
            let cut = Widget::Plane(Plane { cut_y: Some(3), ..Plane::default() });
            let there = Embed::shown_at(cut.clone(), &here);
            assert_eq!((there.path(), Embed::of(&there).map(|embed| embed.widget)), (here.path(), Some(cut)));
            assert_eq!(Embed::of(&there).map(|embed| embed.theme), Embed::of(&here).map(|embed| embed.theme));
        }
    }

    #[test]
    fn every_name_has_its_usual_widget() {
        let subnet = "64.r1".parse().ok();
        for name in NAMES {
            assert_eq!(Widget::usual(name, subnet).id(), name);
        }
        assert_eq!(Widget::usual("card", None), Widget::default());
    }

    #[test]
    fn another_widget_is_about_the_subnet_that_was_shown() {
        let snapshot = crate::view::fixture::snapshot();
        let first = |query: &str| {
            let (embed, _) = <Embed as View>::parse(&Query::parse(query));
            embed.widget.first_subnet(&snapshot).map(|subnet| subnet.to_string())
        };
        assert_eq!(first("s=11~4").as_deref(), Some("11.r2"));
        assert_eq!(first("").as_deref(), Some("64.r1"));
        assert_eq!(first("w=card&s=4").as_deref(), Some("4"));
        assert_eq!(first("w=plane"), None);
    }

    #[test]
    fn the_builder_keeps_what_it_builds() {
        for link in [
            "",
            "m=stars",
            "w=plane&cy=3&theme=dark",
            "w=subnet&s=64.r1&tab=claims",
            "w=card&s=64.r1&theme=dark",
            "w=spark&s=4",
            "w=table&q=chutes",
        ] {
            let (embed, ignored) = <Embed as View>::parse(&Query::parse(link));
            assert_eq!(ignored, [], "{link}");
            assert_eq!(embed.print(), link);
        }
        let (embed, ignored) = Embed::parse(&Query::parse("w=card&theme=dark"));
        assert_eq!((embed.theme, ignored.len()), (Theme::Dark, 1));
    }

    #[test]
    fn a_card_is_a_file_and_no_view_of_the_program() {
        let card = Embed { widget: Widget::Card("64.r1".parse().unwrap()), theme: Theme::Auto };
        assert_eq!(card.widget.file().as_deref(), Some("embed/card/64.r1.html"));
        assert!(matches!(Route::parse("/embed/card", "s=64").0, Route::NothingEmbedded(_)));
    }
}
