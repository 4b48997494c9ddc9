//! Links from outside.

/// Longest link that is followed, in bytes.
const MAX_LENGTH: usize = 2_048;
/// Names that never lead to a public site.
const PRIVATE: [&str; 4] = ["localhost", "local", "internal", "invalid"];

/// The link itself when it is safe to put on a page, otherwise nothing.
///
/// Safe is `https` to a public host name: ASCII letters, digits, hyphens and at least one dot, no
/// number as its last part (an address), no encoded letters (`xn--`, which imitate), no port, no
/// user; and after it only characters that a URL may hold. Stricter than browsers on purpose: what
/// passes here means the same to every parser.
pub fn safe_link(link: &str) -> Option<&str> {
    let rest = link.strip_prefix("https://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, tail) = rest.split_at(end);
    let fits = link.len() <= MAX_LENGTH && is_public_host(host) && tail.bytes().all(is_url_byte);
    fits.then_some(link)
}

fn is_public_host(host: &str) -> bool {
    let Some((_, last)) = host.rsplit_once('.') else { return false };
    host.len() <= 253
        && host.split('.').all(is_label)
        && last.starts_with(|first: char| first.is_ascii_alphabetic())
        && !PRIVATE.iter().any(|private| last.eq_ignore_ascii_case(private))
}

fn is_label(label: &str) -> bool {
    let encoded = label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    !label.is_empty()
        && label.len() <= 63
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !encoded
}

fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"\\\"<>`{}|^".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn public_https_links_pass() {
        for link in [
            "https://chutes.ai",
            "https://github.com/rayonlabs/chutes?tab=readme#top",
            "https://EXAMPLE.com/a%20b",
            "https://x.com/@someone",
        ] {
            assert_eq!(safe_link(link), Some(link));
        }
    }

    #[test]
    fn everything_else_does_not() {
        for link in [
            "",
            "chutes.ai",
            "http://chutes.ai",
            "javascript:alert(1)",
            "https:/chutes.ai",
            "https:///chutes.ai",
            "https://localhost/",
            "https://app.localhost/",
            "https://127.0.0.1/",
            "https://1.2.3.0x4/",
            "https://2130706433/",
            "https://[::1]/",
            "https://user@chutes.ai/",
            "https://chutes.ai:pass@evil.com/",
            "https://chutes.ai:8443/",
            "https://chutes.ai\\@evil.com/",
            "https://chutes.ai/a b",
            "https://chutes.ai/\u{202e}",
            "https://chutes.ai/\"onclick=",
            "https://chut\u{435}s.ai/",
            "https://xn--chuts-n9a.ai/",
            "https://chutes.ai./",
            "https://.ai/",
            "https://-a.ai/",
            " https://chutes.ai",
            "https://chutes.ai\n",
        ] {
            assert_eq!(safe_link(link), None, "{link}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn what_passes_is_the_same_to_a_browser(
            host in "[a-zA-Z0-9.-]{0,12}(\\.[a-z0-9x]{1,4}){0,2}|.{0,8}",
            tail in "[/?#:@\\\\][!-~]{0,20}|.{0,20}|",
        ) {
            let link = format!("https://{host}{tail}");
            if safe_link(&link).is_some() {
                let url = url::Url::parse(&link).unwrap();
                prop_assert_eq!(url.scheme(), "https");
                let expected = link["https://".len()..].split(['/', '?', '#']).next().unwrap().to_ascii_lowercase();
                prop_assert_eq!(url.host_str(), Some(expected.as_str()));
                prop_assert!(matches!(url.host(), Some(url::Host::Domain(_))));
                prop_assert!(url.username().is_empty() && url.password().is_none() && url.port().is_none());
            }
        }
    }
}
