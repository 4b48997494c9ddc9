//! A chart on a written page, with the words and the room around it that the application gives its own.

use super::inert;
use super::{Element, Markup, el, remarks, rules};
use crate::chart::build::Compared;
use crate::chart::geometry::Size;
use crate::chart::layout::best_height;
use crate::chart::palette::Theme;
use crate::chart::{ChartSpec, Plot, svg};
use crate::format;
use crate::view::Compare;

/// Width of a chart that has the page for itself, in pixels, as in the style sheet.
pub const WHOLE: f64 = 1144.0;
/// Width of a chart beside a column.
pub const BESIDE: f64 = 804.0;
/// Width of a chart that is as wide as it is high.
pub const SQUARE: f64 = 640.0;
/// Width of a chart on a phone.
const PHONE: f64 = 328.0;

/// A chart with its words, for a place of this width, and once more for phones. `headline` is the
/// element of its sentence.
pub fn chart(spec: &ChartSpec, headline: &'static str, width: f64) -> Element {
    whole(spec, el(headline).with(spec.headline.as_str()), printed(spec, width), None, None)
}

/// A chart whose headline is said in pieces.
pub fn chart_said(spec: &ChartSpec, headline: Markup, width: f64) -> Element {
    whole(spec, el("h2").with(headline), printed(spec, width), None, None)
}

/// The drawing for a place of this width, and the one for phones: nobody knows yet who will look.
pub fn printed(spec: &ChartSpec, width: f64) -> Markup {
    Markup::all([drawing(spec, "drawing wide", width), drawing(spec, "drawing narrow", PHONE)])
}

/// The drawing of a comparison for a place whose width is known, and where its axis across begins and
/// ends, from the edges of that place.
pub fn seen(spec: &ChartSpec, width: f64) -> Option<(Markup, (f64, f64))> {
    let (drawing, placed) = svg::of_comparison(spec, fitting(spec, width), Theme::Page)?;
    let edges = (placed.plot.x, placed.size.width - placed.plot.right());
    Some((framed(drawing, "drawing").into(), edges))
}

fn drawing(spec: &ChartSpec, class: &str, width: f64) -> Element {
    framed(svg::render(spec, fitting(spec, width), Theme::Page), class)
}

fn framed(drawing: String, class: &str) -> Element {
    el("div").class(class).with(Markup::drawing(drawing))
}

fn fitting(spec: &ChartSpec, width: f64) -> Size {
    Size { width, height: best_height(spec, width) }
}

/// A comparison, with what a reader can do about it.
pub fn comparison(drawn: &Compared, compare: &Compare, drawings: Markup) -> Element {
    let offers = drawn.offers(compare);
    let offers = (!offers.is_empty()).then(|| {
        let buttons = offers.into_iter().map(|offer| inert::button(&offer.words()));
        el("p").class("offer").flag("inert").with_all(buttons)
    });
    let range = drawn.whole.map(|whole| {
        let (first, last) = compare.window.days(whole).unwrap_or(whole);
        let days = [first, last].map(|day| el("span").with(format::day(day)));
        let track = el("div").class("track");
        el("div").class("range").flag("inert").with(track).with(el("p").with_all(days))
    });
    whole(&drawn.spec, el("h1").with(drawn.spec.headline.as_str()), drawings, offers, range)
}

fn whole(
    spec: &ChartSpec,
    headline: Element,
    drawings: Markup,
    offers: Option<Element>,
    range: Option<Element>,
) -> Element {
    let words = el("figcaption").with(headline).with(el("p").class("sub").with(spec.subtitle.as_str()));
    let source = el("span").with(spec.source.as_str());
    el("figure")
        .class("chart")
        .with(words)
        .with(remarks(&spec.notes))
        .with(offers)
        .with(el("div").class("plot written").with(drawings))
        .with(rules(spec))
        .with(range)
        .with(el("div").class("source").with(source).with(tools(spec)))
}

fn tools(spec: &ChartSpec) -> Element {
    let zooms = matches!(spec.plot, Plot::Lines(_) | Plot::Scatter(_)).then_some("Zoom");
    let tools = zooms.into_iter().chain(["Table", "Full screen", "Take away"]);
    let tools = tools.map(|tool| el("button").attr("type", "button").with(tool));
    el("span").class("tools").flag("inert").with_all(tools)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::build::{Ground, compared, lorenz, plane_chart};
    use crate::chart::spec::EventMark;
    use crate::model::{Day, Grade, Series};
    use crate::registry;
    use crate::snapshot::{History, fixture};
    use crate::view::{Form, Network, Plane};

    #[test]
    fn the_style_sheet_knows_how_high_the_program_draws() {
        let (snapshot, style) = (fixture::snapshot(), include_str!("../../style/chart.css"));
        let rows: Vec<_> = (0..snapshot.subnets.len()).collect();
        let scatter = Compare { form: Form::Scatter, ..Compare::default() };
        // Lines have the height of dots.
        let dots = compared(&snapshot, &[], &Ground::default(), &scatter).spec;
        let lanes = plane_chart(&snapshot, &Plane::default(), &[]);
        for (spec, class) in [(dots, ":is(.chart-lines, .chart-scatter)"), (lanes, ".chart-lanes")] {
            for width in [WHOLE, PHONE] {
                let rule = format!(".written {class} {{ height: {}px; }}", best_height(&spec, width));
                assert!(style.contains(&rule), "{rule}");
            }
        }
        let metric = Network::default().metric;
        let spread = crate::finding::spread(&snapshot, metric, &rows);
        let curve = best_height(&lorenz(&snapshot, metric, &rows, &spread), SQUARE);
        assert!(style.contains(&format!(".written .chart-curve {{ max-height: {curve}px; }}")));
    }

    #[test]
    fn numbered_rules_are_listed_between_the_drawing_and_the_days() {
        let snapshot = fixture::snapshot();
        let start = Day::from_epoch_days(20_200);
        let prices = Series::of(start, vec![Some(0.5); 9], Grade::Chain, None);
        let history = History {
            id: snapshot.subnets[0].id,
            series: vec![(registry::known("price_tao"), prices)],
            notes: std::collections::BTreeMap::new(),
        };
        let events = [EventMark { day: 20_204, label: "A <b>rule</b>".to_owned(), series: None }];
        let ground = Ground { events: &events, ..Ground::default() };
        let compare = Compare::default();
        let drawn = compared(&snapshot, &[(0, &history)], &ground, &compare);
        let drawings = printed(&drawn.spec, WHOLE);
        let page = Markup::from(comparison(&drawn, &compare, drawings));
        let (_, under) = page.as_str().split_once("drawing narrow").expect("a drawing");
        let list = under
            .find("<ol class=\"rules\"><li>26 Apr 2025: A &lt;b&gt;rule")
            .unwrap_or_else(|| panic!("no list: {under}"));
        assert!(under.find("class=\"range\"").is_some_and(|range| list < range), "{under}");
    }
}
