//! What every written page is made with: the frame of the site, and its pieces as plain HTML.
//!
//! The classes are those of the application, so that its style sheet dresses both alike and the one
//! replaces the other without a jump.

use super::ledger::{Ledger, Registration};
use super::site::Site;
use crate::finding::figures::Figure;
use crate::finding::part::{Part, plain as plain_text};
use crate::format::{self, Locale, shown_name};
use crate::markup::{self, Element, Frame, Markup, el, number};
use crate::model::{Absence, SubnetRef, Value};
use crate::registry::Metric;
use crate::snapshot::SubnetRow;
use crate::view::{Route, SubnetPage};

/// A site and its data.
pub struct Press<'a> {
    /// Where it lies.
    pub site: &'a Site,
    /// What is published.
    pub ledger: &'a Ledger,
    /// How numbers are written in files.
    pub locale: Locale,
}

impl Press<'_> {
    /// A page as the application would have it: bar, content, foot.
    pub fn framed(&self, route: &Route, content: impl Into<Markup>) -> Markup {
        let (snapshot, locale) = (&self.ledger.snapshot, &self.locale);
        // How old it will be nobody knows yet.
        let frame = Frame { base: self.site.base(), pin: None, snapshot, locale, ignored: &[], stale: None };
        frame.around(route, content)
    }

    /// `7 Aug 2026, block 8,791,253`.
    pub fn as_of(&self) -> String {
        format::as_of(self.ledger.snapshot.as_of, &self.locale)
    }

    /// Headline and introduction.
    pub fn heading(&self, h1: impl Into<Markup>, lede: impl Into<Markup>) -> Markup {
        Markup::from(el("h1").with(h1)).and(el("p").class("lede").with(lede))
    }

    /// A value with its unit, and the mark of its grade.
    pub fn number(&self, metric: &Metric, row: usize) -> Element {
        let reading = self.ledger.snapshot.reading(metric, row);
        let grade = reading.value.number().map(|_| markup::grade(reading.provenance.grade));
        number(format::with_unit(reading.value, metric, &self.locale), reading.value).with(grade)
    }

    /// A value without its unit, for a column whose head has it.
    pub fn bare(&self, metric: &Metric, row: usize) -> Element {
        let value = self.ledger.snapshot.value(metric, row);
        number(format::value(value, metric, &self.locale), value)
    }

    /// A subnet's name, leading to its page.
    pub fn subnet(&self, row: usize) -> Markup {
        let subnet = &self.ledger.snapshot.subnets[row];
        markup::subnet(subnet, &self.page_of(subnet))
    }

    /// The number of a subnet's slot, before its name.
    pub fn slot(&self, row: usize) -> Element {
        el("span").class("n").with(self.ledger.snapshot.subnets[row].id.netuid().to_string())
    }

    /// The page of a subnet of today.
    pub fn page_of(&self, subnet: &SubnetRow) -> String {
        let occupant = SubnetRef::occupant(subnet.id.netuid()).unwrap_or(subnet.id.into());
        self.site.link(&Route::Subnet(occupant, SubnetPage::default()))
    }

    /// The name of a registration, fit to be shown.
    pub fn name(&self, registration: &Registration) -> String {
        shown_name(&registration.name, registration.id.netuid())
    }

    /// What is said.
    pub fn said(&self, parts: &[Part]) -> Markup {
        Markup::all(parts.iter().map(|part| self.part(part)))
    }

    /// What is said, as text alone.
    pub fn text(&self, parts: &[Part]) -> String {
        plain_text(&self.ledger.snapshot, parts, &self.locale)
    }

    /// A piece of what is said.
    fn part(&self, part: &Part) -> Markup {
        match part {
            Part::Words(words) => words.as_str().into(),
            Part::Number(metric, row) => self.number(metric, *row).into(),
            // What is not known is `Part::Missing`.
            Part::Made(text, _) | Part::Counted(text, _) => {
                el("span").class("number").with(text.as_str()).into()
            }
            Part::Subnet(row) => self.subnet(*row),
            Part::Missing => number(Absence::NotMeasured.words().to_owned(), Value::NOT_MEASURED).into(),
        }
    }

    /// Figures in a row.
    pub fn figures(&self, figures: &[Figure]) -> Element {
        let figures = figures.iter().map(|figure| {
            let class = if figure.earned { "earned" } else { "plain" };
            let more = figure.more.iter().map(|part| self.part(part));
            let entry = el("div").class(class).with(el("dt").with(figure.label.as_str()));
            entry.with(el("dd").with(self.part(&figure.value))).with(el("dd").class("more").with_all(more))
        });
        el("dl").class("figures").with_all(figures)
    }
}

/// A column whose cells are words, and so begin on the left.
pub fn words(head: &'static str) -> (Markup, &'static str) {
    (head.into(), "l")
}

/// A column of words that are many.
pub fn prose(head: &'static str) -> (Markup, &'static str) {
    (head.into(), "l wide")
}

/// A column of numbers, or the one that names the rows.
pub fn plain(head: &'static str) -> (Markup, &'static str) {
    (head.into(), "")
}

/// A table in a box that scrolls: its columns, and rows whose first cell names them.
pub fn table<const N: usize>(
    class: &str,
    columns: [(Markup, &'static str); N],
    rows: impl IntoIterator<Item = [Markup; N]>,
) -> Element {
    el("div").class("table-box").with(table_alone(class, columns, rows))
}

/// The same for a table that is narrow enough for every screen.
pub fn table_alone<const N: usize>(
    class: &str,
    columns: [(Markup, &'static str); N],
    rows: impl IntoIterator<Item = [Markup; N]>,
) -> Element {
    let sides = columns.each_ref().map(|(_, side)| *side);
    let of = |element: Element, class: &str| if class.is_empty() { element } else { element.class(class) };
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(sides).enumerate().map(|(at, (cell, side))| match at {
            0 => el("th").attr("scope", "row").with(cell),
            _ => of(el("td"), side).with(cell),
        });
        el("tr").with_all(cells).into()
    });
    let heads = columns.into_iter().map(|(head, side)| {
        of(el("th").attr("scope", "col"), if side.is_empty() { "" } else { "l" }).with(head)
    });
    written(class, heads, rows)
}

/// A table in a box that scrolls, of rows that are written already.
pub fn table_of(
    class: &str,
    heads: impl IntoIterator<Item = Markup>,
    rows: impl IntoIterator<Item = Markup>,
) -> Element {
    let heads = heads.into_iter().map(|head| el("th").attr("scope", "col").with(head));
    el("div").class("table-box").with(written(class, heads, rows))
}

fn written(
    class: &str,
    heads: impl IntoIterator<Item = Element>,
    rows: impl IntoIterator<Item = Markup>,
) -> Element {
    let table = el("table").class(format!("data {class}").trim_end());
    table.with(el("thead").with(el("tr").with_all(heads))).with(el("tbody").with_all(rows))
}
