//! Links: [`href`], [`absolute`] and [`file()`] are the only functions that make one, and the only ones
//! that know the base path.

use super::query::in_grammar;
use super::{Printer, Route};

/// The link to a page within the site. `base` is where the site lies, `` or `/ledger`.
pub fn href(base: &str, route: &Route) -> String {
    joined(&file(base, &route.path()), &route.query())
}

/// The link to a page that is copied or embedded: with the site's origin, such as
/// `https://example.org`, and with everything written.
pub fn absolute(origin: &str, base: &str, route: &Route) -> String {
    let path = file(base, &route.path());
    joined(&format!("{}{path}", origin.trim_end_matches('/')), &route.printed(Printer::full()))
}

/// The link to a file of the site, such as `data/latest.json` or `embed/card/64.html`.
pub fn file(base: &str, path: &str) -> String {
    format!("{}/{}", base.trim_end_matches('/'), path.trim_start_matches('/'))
}

/// A path without the base; `None` when it lies outside. `/ledger` is no base of `/ledgers`.
pub fn strip_base<'a>(base: &str, path: &'a str) -> Option<&'a str> {
    let rest = path.strip_prefix(base.trim_end_matches('/'))?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

fn joined(path: &str, query: &str) -> String {
    debug_assert!(query.split(['=', '&']).all(in_grammar), "views print only what links hold");
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Overview;

    #[test]
    fn links_know_the_base() {
        let (compare, _) = Route::parse("/compare", "s=64&m=stars");
        assert_eq!(href("", &compare), "/compare?s=64&m=stars");
        assert_eq!(href("/ledger", &compare), "/ledger/compare?s=64&m=stars");
        assert_eq!(href("/ledger/", &Route::Overview(Overview::default())), "/ledger/");
        assert_eq!(
            absolute("https://example.org/", "/ledger", &Route::parse("/plane", "cy=3").0),
            "https://example.org/ledger/plane?v=1&m=emission_tao_day&cy=3"
        );
        assert_eq!(file("/ledger", "data/latest.json"), "/ledger/data/latest.json");
        assert_eq!(strip_base("/ledger/", "/ledger/plane"), Some("/plane"));
        assert_eq!(strip_base("/ledger", "/ledger"), Some(""));
        assert_eq!(strip_base("/ledger", "/ledgers"), None);
    }
}
