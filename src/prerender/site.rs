//! Where a site lies, and the addresses of what is in it.

use url::Url;

use super::PrerenderError;
use crate::view::{Route, file, href};

/// The public address of a site, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// `https://example.org`.
    origin: String,
    /// `` at the root of a host, `/ledger` in a folder.
    base: String,
}

impl Site {
    /// The site at a URL such as `https://example.org/ledger/`; the last slash may be left out.
    ///
    /// # Errors
    /// When it is not the whole address of a folder on a host.
    pub fn at(text: &str) -> Result<Self, PrerenderError> {
        let refused = || PrerenderError::Url(text.chars().take(200).collect());
        let url = Url::parse(text).map_err(|_| refused())?;
        let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        let web = matches!(url.scheme(), "https" | "http") && url.has_host() && url.password().is_none();
        let base = url.path().trim_end_matches('/').to_owned();
        // What the build allows in `<base href>`; more would have to be escaped everywhere.
        let safe = base.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_.~-".contains(&byte));
        if !plain || !web || !safe || base.contains("//") {
            return Err(refused());
        }
        Ok(Self { origin: url.origin().ascii_serialization(), base })
    }

    /// The folder without its last slash, before the path of a route.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What the pages' `<base href>` says: `/` or `/ledger/`.
    pub fn folder(&self) -> String {
        file(&self.base, "")
    }

    /// The link to a page from within the site.
    pub fn link(&self, route: &Route) -> String {
        href(&self.base, route)
    }

    /// The whole address of a page, in its short form: the one that search engines are told.
    pub fn canonical(&self, route: &Route) -> String {
        format!("{}{}", self.origin, self.link(route))
    }

    /// The link to a file from within the site.
    pub fn path(&self, path: &str) -> String {
        file(&self.base, path)
    }

    /// The whole address of a file.
    pub fn file(&self, path: &str) -> String {
        format!("{}{}", self.origin, file(&self.base, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_lies_at_the_root_or_in_a_folder() {
        let route = Route::parse("/subnet/64", "").0;
        let root = Site::at("https://example.org").unwrap();
        assert_eq!(root.folder(), "/");
        assert_eq!(root.canonical(&route), "https://example.org/subnet/64");
        let folder = Site::at("http://127.0.0.1:8080/a/ledger/").unwrap();
        assert_eq!(folder.folder(), "/a/ledger/");
        assert_eq!(folder.link(&route), "/a/ledger/subnet/64");
        assert_eq!(folder.file("data/latest.json"), "http://127.0.0.1:8080/a/ledger/data/latest.json");
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for text in [
            "",
            "/ledger/",
            "example.org",
            "ftp://a/",
            "https://a/?x",
            "https://a/#x",
            "https://u:p@a/",
            "https://a/\"x/",
        ] {
            assert!(matches!(Site::at(text), Err(PrerenderError::Url(_))), "{text}");
        }
    }
}
