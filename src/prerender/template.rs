//! The page that the build wrote, as a form to be filled in.

use super::PrerenderError;
use super::head::Head;
use super::site::Site;
use crate::markup::Markup;

/// A built page without anything of a snapshot in it, which is what `404.html` is.
#[derive(Debug)]
pub struct Template {
    /// Up to what stands in `<base href="…">`.
    before_base: String,
    /// Up to `<title>`.
    before_title: String,
    /// Up to the description.
    before_description: String,
    /// From the description to the place of the application.
    before_app: String,
    /// What stands there until the program runs.
    waiting: String,
    /// From there to the end.
    after_app: String,
}

impl Template {
    /// Takes a page apart.
    ///
    /// # Errors
    /// When it is not one that the build wrote.
    pub fn new(page: &str) -> Result<Self, PrerenderError> {
        let (before_base, rest) = cut(page, "<base href=\"", "base")?;
        let (_, rest) = cut_before(rest, "\"", "base")?;
        let (before_title, rest) = cut_before(rest, "<title>", "title")?;
        let (_, rest) = cut(rest, "</title>", "title")?;
        let (before_description, rest) = cut_before(rest, "<meta name=\"description\"", "description")?;
        let (_, rest) = cut(rest, ">", "description")?;
        let (before_app, rest) = cut(rest, "<div id=\"app\">", "place for the application")?;
        let (waiting, after_app) = cut_before(rest, "<noscript>", "noscript")?;
        let (waiting, end) = waiting.rsplit_once("</div>").ok_or(PrerenderError::Template("end of it"))?;
        let after_app = format!("</div>{end}{after_app}");
        let [before_base, before_title, before_description, before_app, waiting] =
            [before_base, before_title, before_description, before_app, waiting].map(str::to_owned);
        Ok(Self { before_base, before_title, before_description, before_app, waiting, after_app })
    }

    /// The page in a site, with a head of its own and what can be read before the program runs.
    pub fn filled(&self, site: &Site, head: &Head, facts: &Markup) -> String {
        self.page(site, head.title(), head.tags(site).as_str(), facts.as_str())
    }

    /// The page in a site with a head of its own, for a view that only the program can draw.
    pub fn live(&self, site: &Site, head: &Head) -> String {
        self.page(site, head.title(), head.tags(site).as_str(), &self.waiting)
    }

    /// The page in a site without anything of a snapshot: for addresses that nothing was written for.
    pub fn empty(&self, site: &Site, head: &Head) -> String {
        self.page(site, head.title(), head.description().as_str(), &self.waiting)
    }

    fn page(&self, site: &Site, title: Markup, tags: &str, app: &str) -> String {
        [
            &self.before_base,
            &site.folder(),
            &self.before_title,
            title.as_str(),
            &self.before_description,
            tags,
            &self.before_app,
            app,
            &self.after_app,
        ]
        .concat()
    }
}

/// The text up to the end of `mark`, and after it.
fn cut<'a>(text: &'a str, mark: &str, what: &'static str) -> Result<(&'a str, &'a str), PrerenderError> {
    let at = text.find(mark).ok_or(PrerenderError::Template(what))? + mark.len();
    Ok(text.split_at(at))
}

/// The text up to the start of `mark`, and from it.
fn cut_before<'a>(
    text: &'a str,
    mark: &str,
    what: &'static str,
) -> Result<(&'a str, &'a str), PrerenderError> {
    let at = text.find(mark).ok_or(PrerenderError::Template(what))?;
    Ok(text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><base href=\"/\">\n<title>Old</title>\n<meta name=\"description\" content=\"old\">\n\
        </head><body><div id=\"app\"><p>Waiting</p></div>\n<noscript>x</noscript></body>";

    #[test]
    fn a_page_is_filled_in_and_can_be_taken_apart_again() {
        let site = Site::at("https://example.org/ledger/").unwrap();
        let template = Template::new(PAGE).unwrap();
        let head = Head::new("A <title>", "What it says", "/about");
        let page = template.filled(&site, &head, &Markup::text("facts"));
        assert!(page.contains("<base href=\"/ledger/\">"), "{page}");
        assert!(page.contains("<title>A &lt;title&gt; · Subnet Ledger</title>"), "{page}");
        assert!(page.contains("<div id=\"app\">facts</div>\n<noscript>x"), "{page}");
        assert!(!page.contains("old") && !page.contains("Old"), "{page}");
        let empty = template.empty(&site, &head);
        assert!(empty.contains("<p>Waiting</p></div>"), "{empty}");
        assert_eq!(Template::new(&empty).unwrap().empty(&site, &head), empty);
    }

    #[test]
    fn another_page_is_refused_with_what_it_lacks() {
        let broken = PAGE.replace("<noscript>", "<p>");
        let error = Template::new(&broken).unwrap_err().to_string();
        assert!(error.contains("it has no noscript"), "{error}");
    }
}
