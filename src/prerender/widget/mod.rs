//! Widgets for other people's pages: small documents of their own that need no program, under
//! addresses that stay for ever.

mod badge;
mod before;
mod card;
mod spark;

use self::before::Before;
use super::ledger::Registration;
use super::press::Press;
use crate::format::shown_text;
use crate::markup::{Element, Markup, el};
use crate::model::SubnetRef;
use crate::view::{Route, SubnetPage, Widget};

/// A widget may do nothing but be dressed and say its height.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

/// A file of a widget.
pub struct File {
    /// Where it lies, `embed/card/64.r1.html`.
    pub name: String,
    /// What it holds.
    pub content: String,
}

/// Everything that widgets are made of: a registration under one of its names.
pub struct Subject<'a> {
    /// The site and its data.
    pub press: &'a Press<'a>,
    /// What the address calls it: `64` or `64.r1`.
    pub reference: SubnetRef,
    /// Which registration it is.
    pub registration: &'a Registration,
    /// Its row; `None` for one that has lost its slot.
    pub row: Option<usize>,
}

/// Every widget of every registration, under every name.
pub fn all(press: &Press) -> (Vec<File>, Vec<File>) {
    let (mut pages, mut badges) = (Vec::new(), Vec::new());
    for subject in subjects(press) {
        pages.push(card::file(&subject));
        pages.push(spark::file(&subject));
        badges.extend(badge::files(&subject));
    }
    (pages, badges)
}

fn subjects<'a>(press: &'a Press<'a>) -> Vec<Subject<'a>> {
    let ledger = press.ledger;
    let subject = |reference, registration: &'a Registration| Subject {
        press,
        reference,
        registration,
        row: ledger.snapshot.row(registration.id.into()),
    };
    let mut subjects: Vec<Subject> = Vec::new();
    for holder in &ledger.holders {
        subjects.extend(super::page::names(holder).into_iter().map(|name| subject(name, holder)));
    }
    subjects.extend(ledger.former.iter().map(|former| subject(former.id.into(), former)));
    // A slot that nobody holds goes on telling of the last who did.
    subjects.extend(ledger.vacated().filter_map(|last| {
        let slot = SubnetRef::occupant(last.id.netuid())?;
        Some(subject(slot, last))
    }));
    subjects
}

impl Subject<'_> {
    /// Its name, fit to be shown.
    pub fn name(&self) -> String {
        self.press.name(self.registration)
    }

    /// Its page in the site, which opens beside the page that shows the widget.
    pub fn page(&self) -> String {
        self.press.site.canonical(&Route::Subnet(self.reference, SubnetPage::default()))
    }

    /// A link that opens beside the page that shows the widget.
    fn link(&self, page: &str) -> Element {
        el("a").attr("href", page).attr("target", "_blank").attr("rel", "noopener")
    }

    /// The widget as a document: headline, content, and where it is from and of when.
    fn document(&self, widget: &Widget, line: String, content: Markup, source: &str) -> File {
        let name = self.name();
        let title = format!("{name} (SN{}) · Subnet Ledger", self.reference);
        let head = [
            el("meta").attr("charset", "utf-8"),
            el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY),
            el("title").with(title),
            el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
            // Search engines are to find the page, not its widget.
            el("meta").attr("name", "robots").attr("content", "noindex"),
            el("link").attr("rel", "canonical").attr("href", self.page()),
            el("link").attr("rel", "stylesheet").attr("href", "../widget.css"),
            el("script").attr("src", "../height.js").flag("defer"),
        ];
        let headline = el("h1").with(self.link(&self.page()).with(el("bdi").with(name)));
        let foot = el("footer")
            .with(self.link(&self.page()).with("Subnet Ledger"))
            .with(format!(", {}. Source: ", self.press.as_of()))
            .with(el("span").attr("title", shown_text(source, 200)).with(short(source)))
            .with(".");
        let main = el("main")
            .attr("id", "light")
            .with(headline)
            .with(el("p").class("sub").with(line))
            .with(Before::of(self).map(|before| before.line(self)))
            .with(content)
            .with(foot);
        let page = el("html")
            .attr("lang", "en")
            .with(el("head").with_all(head))
            .with(el("body").with(el("div").attr("id", "dark").with(main)));
        let name = widget.file().unwrap_or_default();
        File { name, content: format!("<!doctype html>\n{}\n", Markup::from(page).as_str()) }
    }

    /// The name of a source of the snapshot.
    pub fn source(&self, position: Option<usize>) -> String {
        let source = position.and_then(|at| self.press.ledger.snapshot.sources.get(at));
        source.map_or_else(|| "not captured".to_owned(), |source| source.name.clone())
    }
}

/// A source without what follows its first comma, such as who passed it on; that stands on the page that
/// the widget leads to.
fn short(source: &str) -> String {
    let (first, _) = source.split_once(", ").unwrap_or((source, ""));
    shown_text(first, 60)
}

#[cfg(test)]
mod tests {
    use super::short;
    use crate::chart::palette::{Paint, Theme};

    #[test]
    fn a_source_is_named_in_one_line() {
        assert_eq!(
            short("Bittensor chain at blocks 8,791,247 and 8,791,253, as captured by metagraphed"),
            "Bittensor chain at blocks 8,791,247 and 8,791,253"
        );
        assert_eq!(short("none"), "none");
        assert!(short(&"long ".repeat(40)).chars().count() <= 60);
    }

    #[test]
    fn a_claim_does_not_look_like_a_search_without_a_find() {
        let css = include_str!("../../../public/embed/widget.css");
        let marks: Vec<_> = css.lines().filter(|line| line.contains("::before")).collect();
        assert_eq!(marks.len(), 5, "one for each state");
        let mark = |line: &str| line.split_once("content: ").map(|(_, mark)| mark.to_owned());
        assert!(
            marks.iter().all(|line| marks.iter().filter(|other| mark(other) == mark(line)).count() == 1),
            "{marks:?}"
        );
    }

    #[test]
    fn widgets_have_the_colours_of_charts() {
        let css = include_str!("../../../public/embed/widget.css");
        for (name, paint) in [
            ("paper", Paint::Paper),
            ("ink", Paint::Ink),
            ("muted", Paint::Muted),
            ("faint", Paint::Faint),
            ("rule", Paint::Rule),
            ("grid", Paint::Grid),
            ("earned", Paint::Earned),
            ("shipped", Paint::Shipped),
        ] {
            let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| theme.colour(paint));
            assert!(css.contains(&format!("--{name}: light-dark({light}, {dark});")), "{name}");
        }
    }
}
