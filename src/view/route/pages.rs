//! Routes to pages as they open, and what the frame of the site asks of a route.

use super::Route;
use crate::model::SubnetRef;
use crate::registry::Metric;
use crate::view::{Compare, Embed, Network, Page, Plane, SubnetPage, Table, Widget};

impl Route {
    /// The overview.
    pub fn overview() -> Self {
        Self::Overview(Page::default())
    }

    /// All subnets.
    pub fn subnets() -> Self {
        Self::Subnets(Table::default())
    }

    /// All subnets in the snapshot with this id.
    pub fn subnets_at(id: &str) -> Self {
        Self::Subnets(Table { at: Some(id.to_owned()), ..Table::default() })
    }

    /// Today's occupant of a slot.
    pub fn subnet(netuid: u16) -> Self {
        match SubnetRef::occupant(netuid) {
            Some(id) => Self::Subnet(id, SubnetPage::default()),
            None => Self::NotFound("Root, number 0, is not a subnet.".to_owned()),
        }
    }

    /// A comparison.
    pub fn compare() -> Self {
        Self::Compare(Compare::default())
    }

    /// The plane.
    pub fn plane() -> Self {
        Self::Plane(Plane::default())
    }

    /// Concentration.
    pub fn network() -> Self {
        Self::Network(Network::default())
    }

    /// All claims.
    pub fn claims() -> Self {
        Self::Claims(Page::default())
    }

    /// All metrics.
    pub fn methods() -> Self {
        Self::Methods(Page::default())
    }

    /// One metric.
    pub fn method(metric: &'static Metric) -> Self {
        Self::Method(metric, Page::default())
    }

    /// Snapshots and downloads.
    pub fn data() -> Self {
        Self::Data(Page::default())
    }

    /// The same page as it opens: two routes show the same page, whatever a reader changed in it,
    /// when these are equal.
    pub fn page(&self) -> Self {
        match self {
            Self::Overview(_) => Self::overview(),
            Self::Subnets(_) => Self::subnets(),
            Self::Subnet(id, _) => Self::Subnet(*id, SubnetPage::default()),
            Self::Compare(_) => Self::compare(),
            Self::Plane(_) => Self::plane(),
            Self::Network(_) => Self::network(),
            Self::Claims(_) => Self::claims(),
            Self::Methods(_) => Self::methods(),
            Self::Method(metric, _) => Self::method(metric),
            Self::Data(_) => Self::data(),
            Self::About | Self::NotFound(_) => self.clone(),
            Self::EmbedBuilder(_) => Self::EmbedBuilder(Embed::default()),
            Self::Embed(embed) => Self::Embed(Embed { widget: embed.widget.kind(), ..Embed::default() }),
        }
    }

    /// The entry of the menu that a page belongs to; empty for those that are in none.
    pub fn section(&self) -> &'static str {
        match self {
            Self::Subnets(_) | Self::Subnet(..) => "subnets",
            Self::Compare(_) => "compare",
            Self::Plane(_) => "plane",
            Self::Network(_) => "network",
            Self::Claims(_) => "claims",
            Self::Methods(_) | Self::Method(..) => "methods",
            Self::Data(_) => "data",
            Self::Overview(_) | Self::About | Self::EmbedBuilder(_) | Self::Embed(_) | Self::NotFound(_) => {
                ""
            }
        }
    }

    /// Whether the page stands in somebody else's, without the frame of the site.
    pub fn embedded(&self) -> bool {
        matches!(self, Self::Embed(_))
    }

    /// The comparison that is shown, in its page or in a frame.
    pub fn compare_view(&self) -> Option<&Compare> {
        match self {
            Self::Compare(compare) | Self::Embed(Embed { widget: Widget::Compare(compare), .. }) => {
                Some(compare)
            }
            _ => None,
        }
    }

    /// The plane that is shown, in its page or in a frame.
    pub fn plane_view(&self) -> Option<&Plane> {
        match self {
            Self::Plane(plane) | Self::Embed(Embed { widget: Widget::Plane(plane), .. }) => Some(plane),
            _ => None,
        }
    }

    /// The snapshot that the page is pinned to; `None` is the latest.
    pub fn pin(&self) -> Option<String> {
        self.clone().at().cloned().flatten()
    }

    /// Where the page keeps the snapshot it is pinned to; `None` for pages without numbers.
    pub(super) fn at(&mut self) -> Option<&mut Option<String>> {
        Some(match self {
            Self::Overview(page)
            | Self::Claims(page)
            | Self::Methods(page)
            | Self::Method(_, page)
            | Self::Data(page) => &mut page.at,
            Self::Subnets(table) => &mut table.at,
            Self::Subnet(_, page) => &mut page.at,
            Self::Compare(compare) => &mut compare.at,
            Self::Plane(plane) => &mut plane.at,
            Self::Network(network) => &mut network.at,
            Self::EmbedBuilder(embed) | Self::Embed(embed) => embed.widget.at(),
            Self::About | Self::NotFound(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_changed_in_a_page_leaves_the_page() {
        for (path, a, b) in [
            ("/compare", "s=64&y=log", "s=4"),
            ("/subnets", "q=a", "sort=name"),
            ("/subnet/64", "tab=raw", ""),
            ("/embed/plane", "cy=3", "theme=dark"),
        ] {
            let (a, b) = (Route::parse(path, a).0, Route::parse(path, b).0);
            assert_ne!(a, b);
            assert_eq!(a.page(), b.page());
        }
        assert_ne!(Route::subnet(64).page(), Route::subnet(4).page());
        assert_ne!(Route::parse("/embed/plane", "").0.page(), Route::parse("/embed/compare", "").0.page());
    }

    #[test]
    fn every_page_with_numbers_can_be_pinned() {
        for path in [
            "/",
            "/subnets",
            "/subnet/64",
            "/compare",
            "/plane",
            "/network",
            "/claims",
            "/methods",
            "/methods/stars",
            "/data",
            "/embed",
            "/embed/compare",
        ] {
            let (route, ignored) = Route::parse(path, "at=2026-08-07-8791253");
            assert_eq!((route.pin().as_deref(), ignored.len()), (Some("2026-08-07-8791253"), 0), "{path}");
        }
        assert!(matches!(Route::subnet(0), Route::NotFound(_)));
    }
}
