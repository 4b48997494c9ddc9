//! The code that others put into their pages, and how much room it asks for.

use super::{Embed, Route, Theme, Widget, absolute, file};
use crate::format::escape;

/// What a frame may do: run its own scripts, and open links in a new window.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

impl Widget {
    /// The height that is reserved for it before it says its own, in pixels: about what it needs beside a
    /// text, 480 to 640 pixels wide.
    pub fn height(&self) -> u32 {
        match self {
            Self::Card(_) => 260,
            Self::Spark(_) => 230,
            Self::Compare(_) => 800,
            Self::Plane(_) => 760,
            Self::Table(_) => 720,
            Self::Subnet(..) => 1900,
        }
    }

    /// The height of a plain frame, which does not follow what it shows, in pixels: what is `needed` at
    /// the width that was looked at, and for a file no less than it needs on a phone, 360 pixels wide,
    /// so that its end with the source is never out of sight.
    pub fn frame_height(&self, needed: u32) -> u32 {
        let on_a_phone = match self {
            Self::Card(_) => 360,
            Self::Spark(_) => 255,
            _ => 0,
        };
        needed.max(on_a_phone)
    }

    /// How high it is at a width, and what its code reserves.
    pub fn room_words(&self, needed: u32) -> String {
        match self.frame_height(needed) {
            reserved if reserved > needed => format!(
                "{needed} pixels high at this width. The frame reserves {reserved}, which it needs on a phone; the element follows its height."
            ),
            _ => format!("{needed} pixels high at this width; the code reserves as much."),
        }
    }
}

/// A height that a frame says of itself, within the bounds that the element keeps too.
pub fn clamped(height: f64) -> u32 {
    // What is no number is no height; the cast makes it 0.
    (height.round() as u32).clamp(50, 4000)
}

/// The address that a frame shows: a file for what needs no program, otherwise a view in full.
pub fn source(origin: &str, base: &str, embed: &Embed) -> String {
    match embed.widget.file() {
        Some(path) => format!("{origin}{}{}", file(base, &path), embed.theme.fragment()),
        None => absolute(origin, base, &Route::Embed(embed.clone())),
    }
}

/// A frame, for any page.
pub fn iframe(source: &str, title: &str, height: u32) -> String {
    let frame = [("src", source), ("title", title), ("width", "100%"), ("height", &height.to_string())];
    let mut code = "<iframe".to_owned();
    for (name, value) in frame {
        attribute(&mut code, name, value);
    }
    attribute(&mut code, "sandbox", SANDBOX);
    attribute(&mut code, "loading", "lazy");
    // Attributes that older pages understand; a style would be stopped by many a host's policy.
    code.push_str(" frameborder=\"0\"></iframe>");
    code
}

/// The element, with the script that knows it, and the height that is reserved for it. Until the script
/// is there, and where it never runs, a drawing that is a link keeps the room.
pub fn element(origin: &str, base: &str, embed: &Embed, words: &str, height: u32) -> String {
    let mut code = "<script async".to_owned();
    attribute(&mut code, "src", &format!("{origin}{}", file(base, "embed.js")));
    code.push_str("></script>\n<subnet-ledger");
    for (name, value) in embed.attributes() {
        attribute(&mut code, name, &value);
    }
    attribute(&mut code, "height", &height.to_string());
    // Attributes of a drawing, because a style would be stopped by many a host's policy.
    code.push_str("><svg display=\"block\" width=\"100%\"");
    attribute(&mut code, "height", &height.to_string());
    code.push_str("><a");
    attribute(&mut code, "href", &absolute(origin, base, &embed.whole()));
    code.push_str("><text y=\"1em\" fill=\"currentColor\">");
    escape(words, &mut code);
    code.push_str("</text></a></svg></subnet-ledger>");
    code
}

/// An image that leads to a page, for Markdown.
pub fn markdown(words: &str, image: &str, page: &str) -> String {
    // Brackets and line ends would end the text early.
    let words: String =
        words.chars().filter(|letter| !matches!(letter, '[' | ']' | '\\' | '\n' | '\r')).collect();
    format!("[![{words}]({image})]({page})")
}

/// A badge for any page: it leads to a page, and where the colours are the reader's it has a second
/// picture for dark ones. `image` is the address of its file without the ending. With its `width` in
/// pixels the page keeps its room before it has arrived; 0 is not known.
pub fn badge(words: &str, image: &str, page: &str, theme: Theme, width: u32) -> String {
    let mut code = "<a".to_owned();
    attribute(&mut code, "href", page);
    code.push('>');
    if theme == Theme::Auto {
        code.push_str("<picture><source media=\"(prefers-color-scheme: dark)\"");
        attribute(&mut code, "srcset", &badge_file(image, Theme::Dark));
        code.push('>');
    }
    code.push_str("<img");
    attribute(&mut code, "src", &badge_file(image, theme));
    attribute(&mut code, "alt", words);
    if width > 0 {
        attribute(&mut code, "width", &width.to_string());
    }
    code.push_str(" height=\"20\">");
    code.push_str(if theme == Theme::Auto { "</picture></a>" } else { "</a>" });
    code
}

/// The file of a badge in these colours; the light one where the reader's decide.
pub fn badge_file(image: &str, theme: Theme) -> String {
    format!("{image}{}.svg", if theme == Theme::Dark { "-dark" } else { "" })
}

fn attribute(code: &mut String, name: &str, value: &str) {
    code.push(' ');
    code.push_str(name);
    code.push_str("=\"");
    escape(value, code);
    code.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Query, View};

    fn embed(query: &str) -> Embed {
        let (embed, ignored) = <Embed as View>::parse(&Query::parse(query));
        assert_eq!(ignored, [], "{query}");
        embed
    }

    #[test]
    fn a_widget_is_a_file_and_a_view_is_written_in_full() {
        let (origin, base) = ("https://example.org", "/ledger");
        assert_eq!(
            source(origin, base, &embed("w=card&s=64.r1&theme=dark")),
            "https://example.org/ledger/embed/card/64.r1.html#dark"
        );
        let view = source(origin, base, &embed("w=plane&cy=3"));
        assert!(
            view.starts_with("https://example.org/ledger/embed/plane?v=1&") && view.contains("cy=3"),
            "{view}"
        );
    }

    #[test]
    fn the_element_reserves_what_frames_do() {
        let script = include_str!("../../public/embed.js");
        for name in ["card", "spark", "subnet", "compare", "plane", "table"] {
            let height = Widget::usual(name, "64.r1".parse().ok()).height();
            assert!(script.contains(&format!("{name}: {height}")), "{name}: {height}");
        }
    }

    #[test]
    fn a_height_keeps_to_its_bounds() {
        for (height, kept) in [(f64::NAN, 50), (-5.0, 50), (612.4, 612), (1e9, 4000), (f64::INFINITY, 4000)] {
            assert_eq!(clamped(height), kept);
        }
    }

    #[test]
    fn hostile_words_stay_inside_their_attribute() {
        let code = iframe("https://e.org/a?b&c", "\"><script>alert(1)</script>", 300);
        assert_eq!(code.matches('<').count(), 2, "{code}");
        assert!(code.contains("src=\"https://e.org/a?b&amp;c\""), "{code}");
        assert_eq!(markdown("a](javascript:x)\n", "i", "p"), "[![a(javascript:x)](i)](p)");
    }

    #[test]
    fn a_frame_of_a_file_is_high_enough_for_a_phone() {
        let height = |query: &str, needed: u32| embed(query).widget.frame_height(needed);
        assert_eq!(height("w=card&s=64.r1", 250), 360);
        assert_eq!(height("w=card&s=64.r1", 512), 512);
        assert_eq!(height("w=plane", 700), 700);
    }

    #[test]
    fn a_badge_has_the_colours_that_were_chosen() {
        let code = |theme, width| {
            badge("\"Chutes", "https://e.org/badge/64.r1/rung", "https://e.org/subnet/64.r1", theme, width)
        };
        let light = "<a href=\"https://e.org/subnet/64.r1\"><img src=\"https://e.org/badge/64.r1/rung.svg\" alt=\"&quot;Chutes\" width=\"210\" height=\"20\"></a>";
        assert_eq!(code(Theme::Light, 210), light);
        assert!(
            code(Theme::Dark, 0).contains("rung-dark.svg\" alt=")
                && !code(Theme::Dark, 0).contains("rung.svg")
        );
        let auto = code(Theme::Auto, 0);
        assert!(auto.contains("<source media=\"(prefers-color-scheme: dark)\" srcset=\"https://e.org/badge/64.r1/rung-dark.svg\">"), "{auto}");
        assert!(
            auto.contains("<img src=\"https://e.org/badge/64.r1/rung.svg\"")
                && auto.ends_with("></picture></a>"),
            "{auto}"
        );
    }

    #[test]
    fn the_element_says_everything_so_that_no_default_can_change_it() {
        let code = element("https://e.org", "", &embed("s=64.r1~4.r1&mode=index&y=log&t=90d"), "<b>", 612);
        assert!(code.contains("src=\"https://e.org/embed.js\""), "{code}");
        assert!(
            code.contains(
                "view=\"compare\" subnets=\"64.r1~4.r1\" metric=\"price_tao\" mode=\"index\" theme=\"auto\" \
                 keys=\"mx=emission_tao_day&amp;u=own&amp;y=log&amp;x=date&amp;t=90d&amp;r=all&amp;rx=all&amp;view=line\" height=\"612\"><svg display=\"block\" width=\"100%\" height=\"612\"><a href=\"https://e.org/compare?v=1&amp;"
            ),
            "{code}"
        );
        assert!(code.ends_with(">&lt;b&gt;</text></a></svg></subnet-ledger>"), "{code}");
    }
}
