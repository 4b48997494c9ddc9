//! Every kind of chart as text, so that a change of one number is seen; and as pages to look at.

#[path = "charts/fixtures.rs"]
mod fixtures;

use subnet_ledger::chart::layout::{Size, best_height};
use subnet_ledger::chart::option::option;
use subnet_ledger::chart::palette::{Paint, Theme};
use subnet_ledger::chart::spec::{ChartSpec, Plot, Spark};
use subnet_ledger::chart::svg::{render, render_export};

const WIDTHS: [f64; 2] = [700.0, 330.0];

fn fixtures() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("lines-five", fixtures::five()),
        ("lines-ledger", fixtures::ledger()),
        ("lines-hostile", fixtures::hostile()),
        ("lanes", fixtures::plane()),
        ("bars", fixtures::ranking()),
        ("lines-age", fixtures::by_age()),
        ("lanes-cut", fixtures::plane_with_cuts()),
        ("scatter", fixtures::scatter()),
        ("scatter-zoomed", fixtures::scatter_zoomed()),
        ("lines-ten", fixtures::ten()),
        ("curve", fixtures::curve()),
        ("spark", fixtures::spark()),
    ]
}

/// The fixtures as a file could have them: with hostile names, and with nothing in them. In the narrow
/// box, which has the least room for either.
fn variants() -> Vec<(String, ChartSpec)> {
    let named = fixtures().into_iter().filter(|(name, _)| !name.ends_with("hostile"));
    named
        .flat_map(|(name, spec)| {
            let hostile = (format!("{name}-names"), fixtures::with_hostile_names(spec.clone()));
            [hostile, (format!("{name}-empty"), fixtures::emptied(spec))]
        })
        .collect()
}

#[test]
fn every_chart_with_hostile_names_or_without_data_is_the_same_text_every_time() {
    for (name, spec) in variants() {
        let svg = render(&spec, Size { width: 330.0, height: best_height(&spec, 330.0) }, Theme::Page);
        assert!(!svg.contains("<script") && !svg.contains("<image"), "{name}");
        insta::assert_snapshot!(name.clone(), svg.replace("><", ">\n<"));
        let option = option(&spec, Size { width: 330.0, height: 340.0 }, Theme::Light);
        if let Some(option) = option {
            insta::assert_json_snapshot!(format!("option-{name}"), shortened(option));
        }
    }
}

#[test]
fn every_chart_is_the_same_text_every_time() {
    for (name, spec) in fixtures() {
        for width in WIDTHS {
            let svg = render(&spec, Size { width, height: best_height(&spec, width) }, Theme::Page);
            // Lines of their own for elements: a changed number then shows as one changed line.
            insta::assert_snapshot!(format!("{name}-{width}"), svg.replace("><", ">\n<"));
        }
    }
}

/// The option with its data cut short: what matters is how it is said.
fn shortened(mut value: serde_json::Value) -> serde_json::Value {
    for series in value["series"].as_array_mut().into_iter().flatten() {
        if let Some(data) = series["data"].as_array_mut() {
            data.truncate(3);
        }
    }
    value
}

#[test]
fn options_are_the_same_every_time_and_hold_no_code() {
    for (name, spec) in fixtures() {
        let Some(option) = option(&spec, Size { width: 700.0, height: 420.0 }, Theme::Dark) else { continue };
        let text = option.to_string();
        assert!(text.contains("\"renderMode\":\"richText\"") && !text.contains("function"), "{name}");
        insta::assert_json_snapshot!(format!("option-{name}"), shortened(option));
    }
}

#[test]
fn an_option_has_the_box_and_the_scales_of_the_svg() {
    let spec = fixtures::five();
    let size = Size { width: 900.0, height: 420.0 };
    let svg = subnet_ledger::chart::layout::layout(&spec, size);
    let option = option(&spec, size, Theme::Light).unwrap();
    assert_eq!(option["grid"][0]["left"], svg.plot.x);
    assert_eq!(option["grid"][0]["width"], svg.plot.width);
    assert_eq!(option["yAxis"]["min"], svg.y.scale.domain().0);
    assert_eq!(option["xAxis"]["min"], svg.x.scale.domain().0 * 86_400_000.0);
    assert_eq!(option["animation"], false);
}

/// Whatever a file says, a chart is drawn, and its markup has no number that is none.
#[test]
fn odd_charts_are_drawn_all_the_same() {
    let mut odd = vec![
        fixtures::five(),
        fixtures::plane(),
        fixtures::ranking(),
        fixtures::scatter(),
        fixtures::curve(),
    ];
    for spec in &mut odd {
        match &mut spec.plot {
            Plot::Lines(lines) => {
                lines.span = (9, 3);
                lines.series[0].values = vec![Some(1e308), Some(-1e308), Some(1e-308), None];
                lines.series[1].start = i32::MAX;
                lines.series[2].values.clear();
            }
            Plot::Lanes(lanes) => {
                lanes.dots.iter_mut().for_each(|dot| dot.x = 1e300);
                lanes.dots[0].lane = 200;
                lanes.cut_y = Some(99);
                lanes.cut_x = Some(-1.0);
            }
            Plot::Bars(bars) => {
                bars.bars.iter_mut().for_each(|bar| bar.value = bar.value.map(|value| -value * 1e300))
            }
            Plot::Scatter(scatter) => {
                scatter.points.iter_mut().for_each(|point| (point.x, point.y) = (0.0, -1.0))
            }
            Plot::Curve(curve) => curve.points.clear(),
            Plot::Spark(_) => {}
        }
    }
    odd.push(ChartSpec {
        plot: Plot::Spark(Spark { values: vec![], reconstructed: vec![] }),
        ..fixtures::spark()
    });
    for spec in &odd {
        for (width, height) in [(0.0, 0.0), (330.0, 200.0), (f64::NAN, f64::INFINITY), (1e9, 1.0)] {
            let svg = render(spec, Size { width, height }, Theme::Page);
            assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
            let _ = option(spec, Size { width, height }, Theme::Dark);
        }
        let _ = render_export(spec, Size { width: 0.0, height: 0.0 }, Theme::Dark);
    }
}

#[test]
fn a_picture_that_leaves_has_every_remark_and_every_source_and_grows_with_them() {
    let mut spec = fixtures::ten();
    spec.notes = (1..=14).map(|at| format!("Remark {at} of a long list, which is not cut.")).collect();
    spec.credits = (1..=5).map(|at| format!("Source: archive {at}, https://example.org/{at}")).collect();
    let size = Size { width: 960.0, height: 540.0 };
    let height = |svg: &str| -> f64 {
        let (_, rest) = svg.split_once(" height=\"").expect("a height");
        rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
    };
    let svg = render_export(&spec, size, Theme::Light);
    for part in ["Remark 1 of", "Remark 14 of", "https://example.org/1", "https://example.org/5"] {
        assert!(svg.contains(part), "{part}");
    }
    assert!(height(&svg) > size.height, "{}", height(&svg));
}

/// What is downloaded, in the size it has then; and in a narrow one, in which its words are broken into lines.
#[test]
fn every_picture_that_leaves_is_the_same_text_every_time() {
    for (name, spec) in fixtures() {
        for (width, theme) in [(960.0, Theme::Light), (420.0, Theme::Dark)] {
            let svg = render_export(&spec, Size { width, height: 540.0 }, theme);
            assert!(
                svg.contains(&format!(
                    "<rect width=\"100%\" height=\"100%\" fill=\"{}\"",
                    theme.colour(Paint::Paper)
                )),
                "{name} has no ground"
            );
            insta::assert_snapshot!(format!("export-{name}-{width}"), svg.replace("><", ">\n<"));
        }
    }
}

/// Set `CHART_GALLERY` to a folder to get pages to look at.
#[test]
fn writes_a_gallery_when_asked() {
    let Some(folder) = std::env::var_os("CHART_GALLERY").map(std::path::PathBuf::from) else { return };
    let tokens = include_str!("../style/series.css");
    let charts = fixtures();
    for width in [1144.0, 700.0, 330.0] {
        let mut page = format!(
            "<!doctype html><meta charset=utf-8><style>{tokens}:root{{color-scheme:light dark;--paper:light-dark(#fbfaf6,#131518);\
             --ink:light-dark(#1b1d21,#e9e6df);--muted:light-dark(#5f636b,#9ba0a8);--faint:light-dark(#8b8f96,#71767e);\
             --rule:light-dark(#e4e0d6,#2b2f35);--grid:light-dark(#efece4,#22262b);--earned:light-dark(#b45416,#f2a065);\
             --shipped:light-dark(#0d7268,#55c7b8)}}body{{margin:12px;background:var(--paper);color:var(--ink);\
             font:16px/1.5 system-ui;font-variant-numeric:tabular-nums}}h2{{font:600 20px/1.25 Georgia,serif;margin:24px 0 2px;max-width:{width}px}}\
             p{{font-size:13px;color:var(--muted);margin:0 0 8px;max-width:{width}px}}svg{{display:block}}</style>"
        );
        for (_, spec) in &charts {
            let height = best_height(spec, width);
            let [headline, subtitle] = [&spec.headline, &spec.subtitle].map(|text| text.replace('<', "&lt;"));
            page.push_str(&format!("<h2>{headline}</h2><p>{subtitle}</p>"));
            page.push_str(&render(spec, Size { width, height }, Theme::Page));
        }
        for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            let svg = render_export(&charts[0].1, Size { width, height: width.min(600.0) }, theme);
            page.push_str(&svg);
            std::fs::write(folder.join(format!("export-{name}-{width}.svg")), svg).unwrap();
        }
        for (name, spec) in &charts {
            let size = Size { width, height: best_height(spec, width) };
            if let Some(option) = option(spec, size, Theme::Light) {
                std::fs::write(folder.join(format!("option-{name}-{width}.json")), option.to_string())
                    .unwrap();
            }
            std::fs::write(folder.join(format!("svg-{name}-{width}.svg")), render(spec, size, Theme::Light))
                .unwrap();
        }
        std::fs::write(folder.join(format!("gallery-{width}.html")), page).unwrap();
    }
}
