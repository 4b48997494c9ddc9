//! The pictures that chat programs show beside a link: our own charts with their words, as PNG.

mod portrait;

use std::sync::Arc;

pub use portrait::portrait;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use super::PrerenderError;
use super::head::PREVIEW;
use crate::chart::geometry::Size;
use crate::chart::palette::{Paint, Theme};
use crate::chart::{ChartSpec, Plot, svg};

/// Previews are laid out smaller and enlarged, because they are looked at small: at least to this size.
const LEAST: Size = Size { width: 720.0, height: 720.0 * SHAPE };
/// Height of a preview as a part of its width.
const SHAPE: f64 = PREVIEW.1 as f64 / PREVIEW.0 as f64;
/// Chat programs do not say whether they are dark.
const PAPER: Theme = Theme::Light;

/// A chart with its words, laid out so that it has the shape of a preview: as large as the words and
/// the plot leave it.
pub fn chart(spec: &ChartSpec) -> String {
    let spec = at_a_glance(spec.clone());
    let mut size = LEAST;
    loop {
        let drawing = svg::render_export(&spec, size, PAPER);
        // An export grows where its words need the room; a wider one has fewer lines of them.
        let fits = drawing.contains(&format!(" height=\"{}\" viewBox", size.height));
        if fits || size.width >= f64::from(PREVIEW.0) {
            return drawing;
        }
        size = Size { width: size.width + 40.0, height: (size.width + 40.0) * SHAPE };
    }
}

/// What can be read in a chat: the sentence, the drawing, the source. Remarks, rules and the addresses of
/// sources are for those who come to the page; a number on the drawing without its words would say nothing.
fn at_a_glance(mut spec: ChartSpec) -> ChartSpec {
    spec.notes.clear();
    spec.credits.clear();
    if let Plot::Lines(lines) = &mut spec.plot {
        lines.events.clear();
    }
    spec
}

/// A renderer with the fonts of this machine.
pub struct Previews {
    options: Options<'static>,
}

impl Previews {
    /// Looks for fonts.
    ///
    /// # Errors
    /// When there is none: a chart without its words says nothing.
    pub fn new() -> Result<Self, PrerenderError> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        Self::with(fonts)
    }

    fn with(mut fonts: Database) -> Result<Self, PrerenderError> {
        let first = fonts.faces().next().and_then(|face| Some(face.families.first()?.0.clone()));
        let Some(first) = first else { return Err(PrerenderError::NoFont) };
        let has = |fonts: &Database, name: &str| {
            fonts.faces().any(|face| face.families.iter().any(|(family, _)| family == name))
        };
        // What `sans-serif` and `serif` mean is for whoever draws to say.
        let sans = if has(&fonts, "DejaVu Sans") { "DejaVu Sans".to_owned() } else { first };
        let serif = if has(&fonts, "DejaVu Serif") { "DejaVu Serif".to_owned() } else { sans.clone() };
        fonts.set_sans_serif_family(&sans);
        fonts.set_serif_family(&serif);
        let options = Options { fontdb: Arc::new(fonts), font_family: sans, ..Options::default() };
        Ok(Self { options })
    }

    /// A drawing as a PNG of the size that previews have.
    ///
    /// # Errors
    /// When the renderer cannot read the drawing.
    pub fn draw(&self, name: &str, drawing: &str) -> Result<Vec<u8>, PrerenderError> {
        let failed = |why: String| PrerenderError::Preview { name: name.to_owned(), why };
        let tree = Tree::from_str(drawing, &self.options).map_err(|why| failed(why.to_string()))?;
        let mut picture = Pixmap::new(PREVIEW.0, PREVIEW.1).ok_or_else(|| failed("no room".to_owned()))?;
        let paper = PAPER.colour(Paint::Paper);
        picture.fill(colour(paper).ok_or_else(|| failed(format!("{paper} is no colour")))?);
        // What has another shape all the same is shown whole, and smaller.
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = (PREVIEW.0 as f32 / width).min(PREVIEW.1 as f32 / height);
        let left = (PREVIEW.0 as f32 - width * scale) / 2.0;
        let top = (PREVIEW.1 as f32 - height * scale) / 2.0;
        let place = Transform::from_scale(scale, scale).post_translate(left, top);
        resvg::render(&tree, place, &mut picture.as_mut());
        picture.encode_png().map_err(|why| failed(why.to_string()))
    }
}

/// `#fbfaf6` as a colour.
fn colour(hex: &str) -> Option<Color> {
    let channel = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some(Color::from_rgba8(channel(1)?, channel(3)?, channel(5)?, 255))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::build::ranking;
    use crate::registry;
    use crate::snapshot::fixture;

    #[test]
    fn without_a_font_nothing_is_drawn_and_it_is_said_what_to_do() {
        let error = Previews::with(Database::new()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("fonts-dejavu-core") && error.contains("--no-previews"), "{error}");
    }

    #[test]
    fn a_preview_has_the_size_that_chat_programs_ask_for() {
        let spec = ranking(&fixture::snapshot(), registry::known("emission_tao_day"), 3);
        let png = Previews::new().unwrap().draw("x.png", &chart(&spec)).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((&png[1..4], number(16), number(20)), (&b"PNG"[..], 1200, 630));
        // Words and bars were drawn: a picture of paper alone compresses to next to nothing.
        assert!(png.len() > 10_000, "{}", png.len());
    }

    #[test]
    fn a_chart_fills_its_preview_to_the_edges() {
        let snapshot = fixture::snapshot();
        let emission = registry::known("emission_tao_day");
        let plane = crate::chart::build::plane_chart(&snapshot, &crate::view::Plane::default(), &[]);
        for spec in [ranking(&snapshot, emission, 3), plane] {
            let drawing = chart(&spec);
            let tree = Tree::from_str(&drawing, &Previews::new().unwrap().options).unwrap();
            let shape = f64::from(tree.size().height()) / f64::from(tree.size().width());
            assert!((shape - SHAPE).abs() < 0.001, "{} × {}", tree.size().width(), tree.size().height());
        }
    }
}
