//! One fetch: in time, of the right kind, with the right bytes.

use futures::future::LocalBoxFuture;
use gloo_net::http::Request;
use serde::de::DeserializeOwned;
use web_sys::{AbortSignal, RequestCache};

use super::error::TIMEOUT_SECONDS;
use super::{LoadError, ahead};
use crate::snapshot::wire::ObjectRef;

/// What the page calls the one file without a hash that it asks for ahead of the program.
const LATEST: &str = "latest";

/// What the bytes must hash to, as browsers write it: `sha256-` and base64.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Integrity(String);

impl Integrity {
    /// From 64 hexadecimal digits; `None` for any other text.
    fn from_hex(hex: &str) -> Option<Self> {
        let digits: Vec<u8> = hex.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
        if digits.len() != 64 {
            return None;
        }
        let bytes = digits.chunks(2).map(|pair| char::from(pair[0] << 4 | pair[1])).collect::<String>();
        let base64 = web_sys::window()?.btoa(&bytes).ok()?;
        Some(Self(format!("sha256-{base64}")))
    }
}

/// Reads a JSON file that the chain of hashes leads to.
///
/// # Errors
/// Every way in which it can be missing, late, damaged or unreadable.
pub async fn fetch_object<T: DeserializeOwned>(url: &str, expected: &ObjectRef) -> Result<T, LoadError> {
    parse(url, &fetch_checked(url.to_owned(), &expected.sha256).await?)
}

/// The text of a file that the browser has checked against a hash, in hexadecimal digits: as the page has
/// asked for it already, or from the host or the browser's own store.
///
/// # Errors
/// As [`fetch_object`], but for what the text says.
pub fn fetch_checked(url: String, sha256: &str) -> LocalBoxFuture<'static, Result<String, LoadError>> {
    let (own, key) = (fetch_anew(url, sha256), sha256.to_owned());
    Box::pin(async move {
        match ahead::text(&key).await {
            Some(came) => came,
            None => own.await,
        }
    })
}

/// The same, asked for in any case.
///
/// # Errors
/// As [`fetch_object`], but for what the text says.
pub fn fetch_anew(url: String, sha256: &str) -> LocalBoxFuture<'static, Result<String, LoadError>> {
    match Integrity::from_hex(sha256) {
        Some(integrity) => fetch_text(url, Some(integrity)),
        None => Box::pin(std::future::ready(Err(LoadError::Malformed(name(&url))))),
    }
}

/// Reads the one file that has no hash, past every cache.
///
/// # Errors
/// As [`fetch_object`].
pub async fn fetch_mutable<T: DeserializeOwned>(url: &str) -> Result<T, LoadError> {
    let text = match ahead::text(LATEST).await {
        Some(came) => came?,
        None => fetch_text(url.to_owned(), None).await?,
    };
    parse(url, &text)
}

/// The text of a file that has no hash, past every cache.
///
/// # Errors
/// As [`fetch_object`], but for what the text says.
pub fn fetch_plain(url: String) -> LocalBoxFuture<'static, Result<String, LoadError>> {
    fetch_text(url, None)
}

/// Reads the text of a file.
///
/// # Errors
/// When it is no data, or other data.
pub fn parse<T: DeserializeOwned>(url: &str, text: &str) -> Result<T, LoadError> {
    serde_json::from_str(text).map_err(|_| {
        if text.trim_start().starts_with('<') { LoadError::NotData } else { LoadError::Malformed(name(url)) }
    })
}

/// The text of a file, checked by the browser against its hash when there is one.
///
/// One boxed future, so that the machinery of a request is compiled once and not for every type of file.
fn fetch_text(
    url: String,
    integrity: Option<Integrity>,
) -> LocalBoxFuture<'static, Result<String, LoadError>> {
    Box::pin(async move {
        match send(&url, integrity.as_ref()).await {
            // A browser tells a wrong hash and a dead network apart in the console only, so a second
            // request without the hash finds out which it was.
            Err(LoadError::Offline) if integrity.is_some() => match send(&url, None).await {
                Ok(_) => Err(LoadError::Corrupted(name(&url))),
                Err(error) => Err(error),
            },
            other => other,
        }
    })
}

async fn send(url: &str, integrity: Option<&Integrity>) -> Result<String, LoadError> {
    let signal = AbortSignal::timeout_with_u32(TIMEOUT_SECONDS * 1000);
    let mut request = Request::get(url).abort_signal(Some(&signal));
    request = match integrity {
        Some(Integrity(value)) => request.integrity(value),
        None => request.cache(RequestCache::NoCache),
    };
    let failed = |_| if signal.aborted() { LoadError::TimedOut(TIMEOUT_SECONDS) } else { LoadError::Offline };
    let response = request.send().await.map_err(failed)?;
    match response.status() {
        200..=299 => response.text().await.map_err(failed),
        404 | 410 => Err(LoadError::NotFound(name(url))),
        status => Err(LoadError::Status(status)),
    }
}

/// The last part of a URL, short enough for a sentence.
fn name(url: &str) -> String {
    let last = url.rsplit('/').next().unwrap_or(url);
    last.chars().take(28).collect()
}
