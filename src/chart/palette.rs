//! Colours, by what they are for. A page gives them through CSS, an exported file carries them.

/// Where a drawing will be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Inside a page, whose style sheet has the tokens.
    Page,
    /// On its own, dark on light.
    Light,
    /// On its own, light on dark.
    Dark,
}

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// The ground.
    Paper,
    /// Headlines and names.
    Ink,
    /// Other text, and plain dots.
    Muted,
    /// Marks that must be seen but not read.
    Faint,
    /// Firm rules.
    Rule,
    /// Grid lines.
    Grid,
    /// What is about earning.
    Earned,
    /// What is about shipping.
    Shipped,
    /// A subnet of a comparison, 0 to 9.
    Series(u8),
}

/// For each paint: CSS variable, light, dark.
const ROLES: [[&str; 3]; 8] = [
    ["var(--paper)", "#fbfaf6", "#131518"],
    ["var(--ink)", "#1b1d21", "#e9e6df"],
    ["var(--muted)", "#5f636b", "#9ba0a8"],
    ["var(--faint)", "#8b8f96", "#71767e"],
    ["var(--rule)", "#e4e0d6", "#2b2f35"],
    ["var(--grid)", "#efece4", "#22262b"],
    ["var(--earned)", "#b45416", "#f2a065"],
    ["var(--shipped)", "#0d7268", "#55c7b8"],
];

const SERIES: [[&str; 3]; 10] = [
    ["var(--series-0)", "#0d7268", "#55c7b8"],
    ["var(--series-1)", "#b45416", "#f2a065"],
    ["var(--series-2)", "#0d69f2", "#7577e3"],
    ["var(--series-3)", "#6c005b", "#c459a1"],
    ["var(--series-4)", "#344b00", "#eeeb7f"],
    ["var(--series-5)", "#1f5587", "#2ba4dc"],
    ["var(--series-6)", "#482205", "#af9186"],
    ["var(--series-7)", "#7769aa", "#cbb7fd"],
    ["var(--series-8)", "#112c39", "#cbeafb"],
    ["var(--series-9)", "#961734", "#d5594b"],
];

impl Theme {
    /// The colour as it is written into an attribute.
    pub fn colour(self, paint: Paint) -> &'static str {
        let column = match self {
            Theme::Page => 0,
            Theme::Light => 1,
            Theme::Dark => 2,
        };
        let row = match paint {
            Paint::Series(slot) => return SERIES[usize::from(slot) % SERIES.len()][column],
            Paint::Paper => 0,
            Paint::Ink => 1,
            Paint::Muted => 2,
            Paint::Faint => 3,
            Paint::Rule => 4,
            Paint::Grid => 5,
            Paint::Earned => 6,
            Paint::Shipped => 7,
        };
        ROLES[row][column]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = include_str!("../../style/series.css");

    fn linear(hex: &str) -> [f64; 3] {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        [channel(1), channel(3), channel(5)]
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let luminance = |hex| {
            let [red, green, blue] = linear(hex);
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        };
        let (a, b) = (luminance(a), luminance(b));
        a.max(b) / a.min(b)
    }

    fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
        ]
    }

    /// Vision without red, green and blue cones (Machado, Oliveira and Fernandes 2009, severity 1),
    /// and with all.
    const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
        ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protan",
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
        ),
        (
            "deutan",
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
        ),
        (
            "tritan",
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        ),
    ];

    #[test]
    fn the_style_sheet_has_the_same_ten() {
        for (slot, [variable, light, dark]) in SERIES.iter().enumerate() {
            assert_eq!(*variable, format!("var(--series-{slot})"));
            assert!(CSS.contains(&format!("--series-{slot}: light-dark({light}, {dark});")), "slot {slot}");
        }
    }

    #[test]
    fn every_series_colour_can_be_read_as_text_on_paper() {
        for (column, paper) in [(1, "#fbfaf6"), (2, "#131518")] {
            for series in SERIES {
                assert!(contrast(series[column], paper) >= 4.5, "{} on {paper}", series[column]);
            }
            for role in [1, 2, 6, 7] {
                assert!(contrast(ROLES[role][column], paper) >= 4.5, "{}", ROLES[role][column]);
            }
            assert!(contrast(ROLES[3][column], paper) >= 3.0, "{}", ROLES[3][column]);
        }
    }

    #[test]
    fn series_colours_stay_apart_in_every_vision() {
        for column in [1, 2] {
            for (vision, matrix) in VISIONS {
                let seen = |hex: &str| {
                    let rgb = linear(hex);
                    oklab(matrix.map(|row| (0..3).map(|i| row[i] * rgb[i]).sum::<f64>().clamp(0.0, 1.0)))
                };
                for (a, first) in SERIES.iter().enumerate() {
                    for (b, second) in SERIES.iter().enumerate().skip(a + 1) {
                        let (x, y) = (seen(first[column]), seen(second[column]));
                        let distance = (0..3).map(|i| (x[i] - y[i]).powi(2)).sum::<f64>().sqrt();
                        assert!(distance >= 0.055, "{a} and {b} in {vision} vision: {distance:.3}");
                    }
                }
            }
        }
    }
}
