//! What a page says of itself to search engines and chat programs.

use super::site::Site;
use crate::markup::{Markup, el};
use crate::view::heading;

/// Width and height of every preview, in pixels: what chat programs ask for.
pub const PREVIEW: (u32, u32) = (1200, 630);

/// The head of one page.
#[derive(Debug, Clone)]
pub struct Head {
    title: String,
    description: String,
    /// The canonical path, without the base, `/subnet/64`.
    path: String,
    /// The picture: its file, and what it shows in words.
    preview: Option<(String, String)>,
    /// The oEmbed description: a file.
    oembed: Option<String>,
    /// Feeds: a file without its ending, and what they are called.
    feed: Option<(String, String)>,
    /// Whether search engines may list the page.
    listed: bool,
}

impl Head {
    /// A head with words only.
    pub fn new(title: impl Into<String>, description: impl Into<String>, path: impl Into<String>) -> Self {
        let (title, description, path) = (title.into(), description.into(), path.into());
        Self { title, description, path, preview: None, oembed: None, feed: None, listed: true }
    }

    /// With a picture.
    pub fn preview(self, file: impl Into<String>, words: impl Into<String>) -> Self {
        Self { preview: Some((file.into(), words.into())), ..self }
    }

    /// Without its picture.
    pub fn without_preview(self) -> Self {
        Self { preview: None, ..self }
    }

    /// The canonical path.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// With a description for sites that embed links by themselves.
    pub fn oembed(self, file: impl Into<String>) -> Self {
        Self { oembed: Some(file.into()), ..self }
    }

    /// Not for search engines: a view for other people's pages, whose whole is a page of its own.
    pub fn unlisted(self) -> Self {
        Self { listed: false, ..self }
    }

    /// With feeds.
    pub fn feed(self, file: impl Into<String>, name: impl Into<String>) -> Self {
        Self { feed: Some((file.into(), name.into())), ..self }
    }

    /// `<title>`: the page, then the site.
    pub(super) fn title(&self) -> Markup {
        el("title").with(format!("{} · {}", self.title, heading::SITE)).into()
    }

    /// The description alone.
    pub(super) fn description(&self) -> Markup {
        el("meta").attr("name", "description").attr("content", &self.description).into()
    }

    /// Everything but the title.
    pub(super) fn tags(&self, site: &Site) -> Markup {
        let address = site.file(&self.path);
        let link = |rel: &'static str| el("link").attr("rel", rel);
        let meta = |name: &'static str, content: &str| el("meta").attr("name", name).attr("content", content);
        let property =
            |name: &'static str, content: &str| el("meta").attr("property", name).attr("content", content);
        let mut tags = vec![
            self.description(),
            match self.listed {
                true => link("canonical").attr("href", &address).into(),
                false => meta("robots", "noindex").into(),
            },
            property("og:type", "website").into(),
            property("og:site_name", heading::SITE).into(),
            property("og:title", &self.title).into(),
            property("og:description", &self.description).into(),
            property("og:url", &address).into(),
            meta("twitter:title", &self.title).into(),
            meta("twitter:description", &self.description).into(),
        ];
        let card = if self.preview.is_some() { "summary_large_image" } else { "summary" };
        tags.push(meta("twitter:card", card).into());
        if let Some((file, words)) = &self.preview {
            let picture = site.file(file);
            tags.push(property("og:image", &picture).into());
            tags.push(property("og:image:width", &PREVIEW.0.to_string()).into());
            tags.push(property("og:image:height", &PREVIEW.1.to_string()).into());
            tags.push(property("og:image:alt", words).into());
            tags.push(meta("twitter:image", &picture).into());
            tags.push(meta("twitter:image:alt", words).into());
        }
        if let Some(file) = &self.oembed {
            let oembed = link("alternate").attr("type", "application/json+oembed");
            tags.push(oembed.attr("href", site.file(file)).attr("title", &self.title).into());
        }
        for (kind, ending) in [("application/atom+xml", "xml"), ("application/feed+json", "json")] {
            if let Some((file, name)) = &self.feed {
                let feed = link("alternate").attr("type", kind).attr("title", name);
                tags.push(feed.attr("href", site.file(&format!("{file}.{ending}"))).into());
            }
        }
        Markup::all(tags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_title_stays_a_title() {
        let site = Site::at("https://example.org/ledger").unwrap();
        let head = Head::new("\"><script>alert(1)</script>", "a & b", "/subnet/64")
            .preview("preview/64.png", "\" onload=\"x")
            .oembed("oembed/64.json")
            .feed("data/current/feed", "News");
        let tags = head.tags(&site);
        assert!(!tags.as_str().contains("<script"), "{tags:?}");
        assert!(
            tags.as_str().contains("<link rel=\"canonical\" href=\"https://example.org/ledger/subnet/64\">")
        );
        assert!(tags.as_str().contains("content=\"&quot; onload=&quot;x\""));
        assert_eq!(tags.as_str().matches("rel=\"alternate\"").count(), 3);
    }

    #[test]
    fn a_picture_has_the_same_words_for_every_reader() {
        let site = Site::at("https://example.org/").unwrap();
        let head = Head::new("Chutes", "Earned much", "/subnet/64").preview("preview/64.r1.png", "A curve");
        let tags = head.tags(&site);
        for tag in ["property=\"og:image:alt\"", "name=\"twitter:image:alt\""] {
            assert!(tags.as_str().contains(&format!("<meta {tag} content=\"A curve\">")), "{tags:?}");
        }
        let bare = head.without_preview().unlisted().tags(&site);
        assert!(!bare.as_str().contains("image") && !bare.as_str().contains("canonical"), "{bare:?}");
        assert!(bare.as_str().contains("<meta name=\"robots\" content=\"noindex\">"), "{bare:?}");
    }
}
