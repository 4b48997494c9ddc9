//! Every page: read from a path and a query, and printed back.

mod copied;

use super::compare::subnet;
use super::query::decoded;
use super::reader::metric;
use super::{
    Compare, Data, Embed, Ignored, Network, Overview, Page, Plane, Printer, Query, SubnetPage, Table, View,
};
use crate::format::shown_text;
use crate::model::SubnetRef;
use crate::registry::Metric;

/// A page with everything that its link says.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// `/`
    Overview(Overview),
    /// `/subnets`
    Subnets(Table),
    /// `/subnet/64`
    Subnet(SubnetRef, SubnetPage),
    /// `/compare`
    Compare(Compare),
    /// `/plane`
    Plane(Plane),
    /// `/network`
    Network(Network),
    /// `/claims`
    Claims(Page),
    /// `/methods`
    Methods(Page),
    /// `/methods/emission_tao_day`
    Method(&'static Metric, Page),
    /// `/data`
    Data(Data),
    /// `/about`
    About,
    /// `/embed`: where the code of an embedded view is made.
    EmbedBuilder(Embed),
    /// `/embed/compare` and the like: a view without the frame of the site.
    Embed(Embed),
    /// Nothing that can be embedded; a sentence that says why, for the frame that asked for it.
    NothingEmbedded(String),
    /// No page; a sentence that says why.
    NotFound(String),
}

impl Route {
    /// The page that a path, without the base, and a query mean, and what in the query was not used.
    /// Slashes at the end and `index.html` change nothing.
    pub fn parse(path: &str, query: &str) -> (Self, Vec<Ignored>) {
        let query = Query::parse(query);
        let mut reader = query.reader();
        let route = Self::read(path, &mut reader).unwrap_or_else(Self::NotFound);
        match route {
            // Nothing of the query was looked at, so nothing of it is worth a word.
            Self::NotFound(_) | Self::NothingEmbedded(_) => (route, Vec::new()),
            _ => (route, reader.finish()),
        }
    }

    fn read(path: &str, reader: &mut super::Reader) -> Result<Self, String> {
        let segments: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decoded).collect();
        let mut segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if segments.last() == Some(&"index.html") {
            segments.pop();
        }
        Ok(match segments[..] {
            [] => Self::Overview(Overview::read(reader)),
            ["subnets"] => Self::Subnets(Table::read(reader)),
            ["subnet", id] => {
                let id = subnet(id)
                    .map_err(|reason| format!("“{}” is no subnet: {reason}.", shown_text(id, 40)))?;
                Self::Subnet(id, SubnetPage::read(reader))
            }
            ["compare"] => Self::Compare(Compare::read(reader)),
            ["plane"] => Self::Plane(Plane::read(reader)),
            ["network"] => Self::Network(Network::read(reader)),
            ["claims"] => Self::Claims(Page::read(reader)),
            ["methods"] => Self::Methods(Page::read(reader)),
            ["methods", id] => {
                let metric =
                    metric(id).map_err(|_| format!("There is no metric called “{}”.", shown_text(id, 40)))?;
                Self::Method(metric, Page::read(reader))
            }
            ["data"] => Self::Data(Data::read(reader)),
            ["about"] => Self::About,
            ["embed"] => Self::EmbedBuilder(<Embed as View>::read(reader)),
            // In somebody's page a frame of the whole site would be no answer.
            ["embed", "card" | "spark", file, ..] => Self::NothingEmbedded(no_file(file)),
            ["embed", widget] => Embed::read(widget, reader).map_or_else(Self::NothingEmbedded, Self::Embed),
            _ => return Err(format!("There is no page “/{}”.", shown_text(&segments.join("/"), 60))),
        })
    }

    /// The pages that the bar at the top of the site leads to, with their names there.
    pub fn sections() -> [(&'static str, Self); 7] {
        [
            ("Subnets", Self::Subnets(Table::default())),
            ("Compare", Self::Compare(Compare::default())),
            // With cuts, so that it opens with a finding; a bare `/plane` has none, as it always had.
            ("Plane", Self::Plane(Plane::overview())),
            ("Network", Self::Network(Network::default())),
            ("Claims", Self::Claims(Page::default())),
            ("Methods", Self::Methods(Page::default())),
            ("Data", Self::Data(Data::default())),
        ]
    }

    /// Whether this page stands in the part of the site that begins at `section`.
    pub fn is_in(&self, section: &Route) -> bool {
        match (self, section) {
            // A subnet's page stands under the list of all.
            (Self::Subnet(..), Self::Subnets(_)) => true,
            _ => self.path().starts_with(&section.path()),
        }
    }

    /// Whether it stands in a frame of somebody's page, without the frame of the site around it.
    pub fn is_framed(&self) -> bool {
        matches!(self, Self::Embed(_) | Self::NothingEmbedded(_))
    }

    /// The path without the base; a page that was not found leads to the overview.
    pub fn path(&self) -> String {
        match self {
            Self::Overview(_) | Self::NotFound(_) | Self::NothingEmbedded(_) => "/".to_owned(),
            Self::Subnets(_) => "/subnets".to_owned(),
            Self::Subnet(id, _) => format!("/subnet/{id}"),
            Self::Compare(_) => "/compare".to_owned(),
            Self::Plane(_) => "/plane".to_owned(),
            Self::Network(_) => "/network".to_owned(),
            Self::Claims(_) => "/claims".to_owned(),
            Self::Methods(_) => "/methods".to_owned(),
            Self::Method(metric, _) => format!("/methods/{}", metric.id),
            Self::Data(_) => "/data".to_owned(),
            Self::About => "/about".to_owned(),
            Self::EmbedBuilder(_) => "/embed".to_owned(),
            Self::Embed(embed) => format!("/embed/{}", embed.widget.id()),
        }
    }

    /// The query for the address bar, without `?`.
    pub fn query(&self) -> String {
        self.printed(Printer::short())
    }

    /// The snapshot that the page is pinned to; `None` is the latest.
    pub fn at(&self) -> Option<&str> {
        let at = match self {
            Self::Overview(overview) => &overview.at,
            Self::Claims(page) | Self::Methods(page) | Self::Method(_, page) => &page.at,
            Self::Data(data) => &data.at,
            Self::Subnets(table) => &table.at,
            Self::Subnet(_, page) => &page.at,
            Self::Compare(compare) => &compare.at,
            Self::Plane(plane) => &plane.at,
            Self::Network(network) => &network.at,
            Self::EmbedBuilder(embed) | Self::Embed(embed) => embed.widget.at(),
            Self::About | Self::NotFound(_) | Self::NothingEmbedded(_) => &None,
        };
        at.as_deref()
    }

    /// The same page, pinned to a snapshot, or to the latest.
    pub fn pinned(mut self, at: Option<String>) -> Self {
        match &mut self {
            Self::Overview(overview) => overview.at = at,
            Self::Claims(page) | Self::Methods(page) | Self::Method(_, page) => page.at = at,
            Self::Data(data) => data.at = at,
            Self::Subnets(table) => table.at = at,
            Self::Subnet(_, page) => page.at = at,
            Self::Compare(compare) => compare.at = at,
            Self::Plane(plane) => plane.at = at,
            Self::Network(network) => network.at = at,
            Self::EmbedBuilder(embed) | Self::Embed(embed) => embed.widget.pin(at),
            Self::About | Self::NotFound(_) | Self::NothingEmbedded(_) => {}
        }
        self
    }

    pub(super) fn printed(&self, mut printer: Printer) -> String {
        match self {
            Self::Overview(overview) => overview.write(&mut printer),
            Self::Claims(page) | Self::Methods(page) | Self::Method(_, page) => page.write(&mut printer),
            Self::Data(data) => data.write(&mut printer),
            Self::Subnets(table) => table.write(&mut printer),
            Self::Subnet(_, page) => page.write(&mut printer),
            Self::Compare(compare) => compare.write(&mut printer),
            Self::Plane(plane) => plane.write(&mut printer),
            Self::Network(network) => network.write(&mut printer),
            Self::EmbedBuilder(embed) => View::write(embed, &mut printer),
            Self::Embed(embed) => Embed::write(embed, &mut printer),
            Self::About | Self::NotFound(_) | Self::NothingEmbedded(_) => {}
        }
        printer.finish()
    }
}

/// Why there is no file of a card or a price line under this name: files are written for every
/// registration that is known, so that none is there for what is asked.
fn no_file(name: &str) -> String {
    let id = name.strip_suffix(".html");
    match subnet(id.unwrap_or(name)) {
        Ok(known) if id.is_none() => {
            format!("The address of a card or a price line ends in .html: {known}.html.")
        }
        Ok(unknown) => format!(
            "There is no subnet {unknown} here; cards and price lines are kept for every registration that was published."
        ),
        Err(reason) => format!("“{}” is no subnet: {reason}.", shown_text(id.unwrap_or(name), 40)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_path_lead_to_the_same_page() {
        for path in ["/subnet/70.r2", "/subnet/70.r2/", "//subnet//70%2Er2", "/subnet/70.r2/index.html"] {
            let (route, ignored) = Route::parse(path, "");
            assert_eq!((route.path().as_str(), ignored.len()), ("/subnet/70.r2", 0), "{path}");
        }
        for path in ["", "/", "/index.html"] {
            assert_eq!(Route::parse(path, "").0, Route::Overview(Overview::default()));
        }
    }

    #[test]
    fn what_is_no_page_is_said_in_a_sentence() {
        for (path, sentence) in [
            (
                "/subnet/abc",
                "“abc” is no subnet: a subnet is a number such as 64, or 70.r2 for a registration.",
            ),
            ("/subnet", "There is no page “/subnet”."),
            ("/methods/apy", "There is no metric called “apy”."),
            ("/a/%E2%80%AEb/%2e%2e", "There is no page “/a/b/..”."),
        ] {
            let (route, _) = Route::parse(path, "");
            assert_eq!(route, Route::NotFound(sentence.to_owned()));
            assert_eq!((route.path().as_str(), route.is_framed()), ("/", false));
        }
    }

    #[test]
    fn what_cannot_be_embedded_is_said_in_the_frame() {
        let unknown = "There is no subnet 999 here; cards and price lines are kept for every registration that was published.";
        for (path, sentence) in [
            ("/embed/card/999.html", unknown),
            ("/embed/spark/999.html", unknown),
            ("/embed/card/64", "The address of a card or a price line ends in .html: 64.html."),
            (
                "/embed/card/%3Cb%3E.html",
                "“<b>” is no subnet: a subnet is a number such as 64, or 70.r2 for a registration.",
            ),
            ("/embed/card", "Only compare, plane, table and subnet can be embedded live."),
            ("/embed/subnet", "An embedded subnet is named in its link, as s=64."),
            ("/embed/claims", "Only compare, plane, table and subnet can be embedded live."),
        ] {
            let (route, _) = Route::parse(path, "");
            assert_eq!(route, Route::NothingEmbedded(sentence.to_owned()), "{path}");
            assert!(route.is_framed() && !Route::parse("/embed", "").0.is_framed());
        }
    }
}
