//! Every kind of chart as text, so that a change of one number is seen; and as pages to look at.

#[path = "charts/fixtures.rs"]
mod fixtures;

use subnet_ledger::chart::ChartSpec;
use subnet_ledger::chart::layout::{Size, best_height};
use subnet_ledger::chart::option::option;
use subnet_ledger::chart::palette::Theme;
use subnet_ledger::chart::svg::{render, render_export};

const WIDTHS: [f64; 2] = [700.0, 330.0];

fn fixtures() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("lines-five", fixtures::five()),
        ("lines-ledger", fixtures::ledger()),
        ("lines-hostile", fixtures::hostile()),
        ("lanes", fixtures::plane()),
        ("bars", fixtures::ranking()),
        ("scatter", fixtures::scatter()),
        ("curve", fixtures::curve()),
        ("spark", fixtures::spark()),
    ]
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

/// Set `CHART_GALLERY` to a folder to get pages to look at.
#[test]
fn writes_a_gallery_when_asked() {
    let Some(folder) = std::env::var_os("CHART_GALLERY").map(std::path::PathBuf::from) else { return };
    let tokens = include_str!("../style/series.css");
    let mut charts = fixtures();
    charts.push(("lines-ten", fixtures::ten()));
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
