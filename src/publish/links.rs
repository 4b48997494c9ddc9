//! Links from texts that owners wrote.

use url::{Host, Url};

use crate::format::safe_link;
use crate::snapshot::wire::Link;

/// The text itself, normalised as browsers do, when it is a link to a public site: https, a real
/// host with a dot, no address, no user, and nothing that two parsers could read differently.
pub fn public_link(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let plain = url.scheme() == "https"
        && matches!(url.host(), Some(Host::Domain(host)) if host.contains('.'))
        && url.username().is_empty()
        && url.password().is_none()
        && url.port().is_none();
    let link = plain.then(|| url.to_string())?;
    (safe_link(&link).is_some() && !is_placeholder(&url)).then_some(link)
}

/// Hosts that stand for “none”.
fn is_placeholder(url: &Url) -> bool {
    const NONE: [&str; 5] = ["deprecated", "example", "pending", "none", "placeholder"];
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.");
    let first = host.split('.').next().unwrap_or_default();
    let template = host == "github.com" && url.path().trim_matches('/') == "username/repo";
    NONE.contains(&first)
        || template
        || url.path().trim_matches('/').split('/').next().is_some_and(|path| path == "deprecated")
}

/// The links among the identity fields of the chain.
pub fn from_identity<'a>(fields: impl IntoIterator<Item = (&'a String, &'a String)>) -> Vec<Link> {
    let mut links = Vec::new();
    for (field, text) in fields {
        // A logo is never loaded from its host, so there is nothing to link to.
        let kind = match field.as_str() {
            "subnet_url" => "website",
            "github_repo" => "source-repo",
            "discord" => "community",
            _ => continue,
        };
        if let Some(url) = public_link(text) {
            links.push(Link { kind: kind.to_owned(), label: label(&url), url, source: "chain".to_owned() });
        }
    }
    links.sort_by_key(|link| order(&link.kind));
    links
}

fn order(kind: &str) -> usize {
    ["website", "source-repo", "community"].iter().position(|other| *other == kind).unwrap_or(usize::MAX)
}

/// Host and path, as a reader knows them.
pub fn label(url: &str) -> String {
    url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_owners_write_is_a_link_or_text() {
        let links = [
            ("https://chutes.ai", Some("https://chutes.ai/")),
            ("https://Investing88.ai", Some("https://investing88.ai/")),
            (" https://github.com/metanova-labs/nova/ ", Some("https://github.com/metanova-labs/nova/")),
            ("http://hotfloat.io", None),
            ("lium.io", None),
            ("ttps://x.ai", None),
            ("https//x.ai", None),
            ("https:x.ai/a", Some("https://x.ai/a")),
            ("https://deprecated.png", None),
            ("www.deprecated.com", None),
            ("https://github.com/deprecated/deprecated", None),
            ("https://localhost/", None),
            ("https://127.0.0.1/", None),
            ("https://0x7f000001/", None),
            ("https://[::1]/", None),
            ("https://me@x.ai/", None),
            ("https://x.ai:8443/", None),
            ("https://\u{445}.ai/", None),
            ("pending...", None),
            ("", None),
        ];
        for (text, link) in links {
            assert_eq!(public_link(text).as_deref(), link, "{text}");
        }
    }

    #[test]
    fn a_logo_is_no_link() {
        let field = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let fields = [
            field("discord", "https://discord.gg/x"),
            field("logo_url", "https://x.ai/logo.png"),
            field("subnet_url", "https://www.x.ai/"),
        ];
        let links = from_identity(fields.iter().map(|(name, text)| (name, text)));
        let found: Vec<_> = links.iter().map(|link| (link.kind.as_str(), link.label.as_str())).collect();
        assert_eq!(found, [("website", "x.ai"), ("community", "discord.gg/x")]);
    }
}
