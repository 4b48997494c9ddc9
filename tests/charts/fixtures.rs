//! Small made-up charts for tests; the same on every machine.

use subnet_ledger::chart::spec::*;
use subnet_ledger::model::Day;
use subnet_ledger::registry::Style;

/// Names that want to be markup, turn the text around, or push everything else out of the way.
pub const HOSTILE: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"'&</text><image href=x onerror=alert(1)>",
    "\u{202e}شبكة\u{2066}",
    "Z\u{335}\u{33e}\u{351}\u{35d}a\u{300}\u{301}\u{302}lgo",
    "\u{0}\u{b}]]>\u{ffff}",
];

/// Days since 1970 of a date.
pub fn day(text: &str) -> i32 {
    text.parse::<Day>().expect("a day").epoch_days()
}

/// An axis.
pub fn axis(label: &str, unit: &str, scale: ScaleKind, style: Style) -> Axis {
    Axis { metric: String::new(), label: label.to_owned(), unit: unit.to_owned(), scale, style }
}

/// A chart around a plot.
pub fn chart(headline: &str, subtitle: &str, plot: Plot) -> ChartSpec {
    ChartSpec {
        headline: headline.to_owned(),
        subtitle: subtitle.to_owned(),
        summary: format!("{headline}. {subtitle}."),
        source: "Source: daily closing price; snapshot 2026-08-07-8791253".to_owned(),
        credits: vec![
            "Source: daily closing price, https://example.org/prices".to_owned(),
            "Subnet Ledger snapshot 2026-08-07-8791253".to_owned(),
        ],
        notes: vec!["Vanta’s values end on 20 Aug 2025.".to_owned()],
        plot,
    }
}

/// A walk of `days` values around a trend, from a fixed generator.
pub fn walk(seed: u64, days: usize, from: f64, to: f64, rough: f64) -> Vec<Option<f64>> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut noise = 0.0;
    (0..days)
        .map(|at| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            noise = noise * 0.93 + ((state >> 40) as f64 / f64::from(1u32 << 24) - 0.5) * rough;
            let part = at as f64 / (days.max(2) - 1) as f64;
            Some((from.ln() * (1.0 - part) + to.ln() * part + noise).exp())
        })
        .collect()
}

/// A line.
pub fn line(slot: u8, label: &str, start: &str, values: Vec<Option<f64>>) -> LineSeries {
    let last = values.iter().rev().flatten().next();
    LineSeries {
        id: format!("{}.r1", slot + 1),
        label: label.to_owned(),
        slot,
        start: day(start),
        end: last.map_or_else(String::new, |last| format!("{last:.0}")),
        values,
        reconstructed: vec![],
    }
}

/// Five indexed lines on a log scale: one ends early, one starts late, one has a gap and a lone point.
pub fn five() -> ChartSpec {
    let start = "2025-03-01";
    let mut templar = walk(3, 243, 100.0, 111.0, 0.5);
    templar[40..90].iter_mut().for_each(|value| *value = value.map(|value| value * 2.1));
    let mut lium = walk(51, 243, 100.0, 70.0, 0.2);
    lium[120..160].fill(None);
    lium[140] = Some(82.0);
    let series = vec![
        line(0, "Chutes", start, walk(64, 243, 100.0, 50.0, 0.25)),
        line(1, "lium.io", start, lium),
        line(2, "Targon", start, walk(4, 243, 100.0, 27.0, 0.2)),
        line(3, "Templar", start, templar),
        line(4, "Vanta", start, walk(8, 172, 100.0, 25.0, 0.2)),
    ];
    let lines = Lines {
        time: TimeAxis::Date,
        span: (day(start), day("2025-10-29")),
        y: axis("Price, indexed", "", ScaleKind::Log, Style::Integer),
        baseline: Some(100.0),
        series,
        events: vec![EventMark {
            day: day("2025-05-22"),
            label: "First halving rule".to_owned(),
            series: None,
        }],
    };
    chart(
        "Templar’s token rose most since March 2025: 111 for every 100",
        "Price, 1 Mar 2025 = 100, 1 Mar to 29 Oct 2025, log scale",
        Plot::Lines(lines),
    )
}

/// Ten lines that end close together.
pub fn ten() -> ChartSpec {
    let names = [
        "Chutes",
        "lium.io",
        "Targon",
        "Templar",
        "Vanta",
        "Score",
        "Affine",
        "Minos",
        "Proprietary Trading Network",
        "Bitmind",
    ];
    let series = names.iter().enumerate().map(|(at, name)| {
        line(
            at as u8,
            name,
            "2023-08-08",
            walk(at as u64 + 1, 1095, 100.0 + 9.0 * at as f64, 200.0 + 6.0 * at as f64, 0.12),
        )
    });
    let lines = Lines {
        time: TimeAxis::Date,
        span: (day("2023-08-08"), day("2026-08-06")),
        y: axis("Emission", "τ/day", ScaleKind::Linear, Style::Decimals(2)),
        baseline: None,
        series: series.collect(),
        events: vec![],
    };
    chart("Bitmind receives most, 254 τ/day", "Emission, τ/day, 8 Aug 2023 to 6 Aug 2026", Plot::Lines(lines))
}

/// One reconstructed curve that becomes a few captured points, with ships on it.
pub fn ledger() -> ChartSpec {
    let mut total = 0.0;
    let mut values: Vec<Option<f64>> = walk(64, 258, 300.0, 420.0, 0.2)
        .into_iter()
        .map(|value| {
            total += value.unwrap_or(0.0);
            Some(total)
        })
        .collect();
    values.resize(540, None);
    for (at, more) in [(300, 14_000.0), (301, 14_400.0), (380, 40_000.0), (460, 70_000.0), (539, 101_000.0)] {
        values[at] = Some(total + more);
    }
    let mut series = line(0, "Chutes", "2025-02-14", values);
    series.reconstructed = vec![(day("2025-02-14"), day("2025-10-29"))];
    series.end = "197,000 τ".to_owned();
    let event = |at: &str, label: &str, series| EventMark { day: day(at), label: label.to_owned(), series };
    let lines = Lines {
        time: TimeAxis::Date,
        span: (day("2025-02-14"), day("2026-08-07")),
        y: axis("Emission, added up", "τ", ScaleKind::Linear, Style::Integer),
        baseline: None,
        series: vec![series],
        events: vec![
            event("2025-11-03", "rule changed", None),
            event("2025-12-14", "halving", None),
            event("2025-04-11", "release 1.0", Some(0)),
            event("2025-06-30", "API answers a probe", Some(0)),
            event("2025-09-02", "release 2.0", Some(0)),
        ],
    };
    chart(
        "Chutes has received 197,000 τ since February 2025, and shipped three times",
        "Emission, added up, τ, 14 Feb 2025 to 7 Aug 2026; dashed: reconstructed from prices",
        Plot::Lines(lines),
    )
}

/// Lines with hostile names.
pub fn hostile() -> ChartSpec {
    let long = "A".repeat(10_000);
    let names = HOSTILE.into_iter().chain([long.as_str()]);
    let series = names.enumerate().map(|(at, name)| {
        let mut line = line(at as u8, name, "2026-08-01", walk(at as u64 + 7, 7, 5.0, 6.0, 0.5));
        line.id = name.to_owned();
        line.end = name.chars().take(20).collect();
        line
    });
    let lines = Lines {
        time: TimeAxis::Date,
        span: (day("2026-08-01"), day("2026-08-07")),
        y: axis(HOSTILE[0], HOSTILE[1], ScaleKind::Linear, Style::Significant(4)),
        baseline: None,
        series: series.collect(),
        events: vec![EventMark { day: day("2026-08-03"), label: HOSTILE[0].to_owned(), series: None }],
    };
    let mut spec = chart(HOSTILE[0], HOSTILE[1], Plot::Lines(lines));
    spec.notes = HOSTILE.map(str::to_owned).to_vec();
    spec.source = HOSTILE[1].to_owned();
    spec
}

/// The plane of 128 subnets: some earn nothing, some nobody has searched.
pub fn plane() -> ChartSpec {
    let lane = |name: &str, rung, unsearched: &str| Lane {
        name: name.to_owned(),
        rung,
        unsearched: unsearched.to_owned(),
    };
    let lanes = vec![
        lane("nothing found", Some(0), ""),
        lane("claimed only", None, ""),
        lane("public code", Some(1), ""),
        lane("release", Some(2), ""),
        lane("reachable product", Some(3), ""),
        lane("outside use", Some(4), "not searched; 2 subnets claim it"),
        lane("external revenue", Some(5), "not searched"),
        lane("not searched", None, ""),
    ];
    let mut earned = walk(128, 128, 300.0, 0.004, 2.5);
    earned.iter_mut().skip(80).step_by(2).for_each(|value| *value = Some(0.0));
    let dots = earned.iter().enumerate().map(|(at, value)| {
        let lane = [2, 4, 0, 2, 3, 1, 7, 4, 0, 2, 3][at * 7 % 11];
        let x = value.unwrap_or(0.0);
        let tone = if (4..7).contains(&lane) {
            Tone::Shipped
        } else if x >= 10.0 {
            Tone::Earned
        } else {
            Tone::Plain
        };
        LaneDot {
            id: format!("{}.r1", at + 1),
            label: NAMES[at % NAMES.len()].to_owned(),
            lane,
            x,
            tone,
            marked: at == 60,
        }
    });
    let dots: Vec<LaneDot> = dots.collect();
    // The least that is earned on each rung, where that is less than on the rungs above it.
    let least = |lane: u8| {
        let on = (0..dots.len()).filter(|at| dots[*at].lane == lane && dots[*at].x > 0.0);
        on.min_by(|a, b| dots[*a].x.total_cmp(&dots[*b].x))
    };
    let mut frontier: Vec<usize> = Vec::new();
    for at in [4, 3, 2].into_iter().filter_map(least) {
        if frontier.last().is_none_or(|last| dots[at].x < dots[*last].x) {
            frontier.push(at);
        }
    }
    let lanes = Lanes {
        x: axis("Emission", "τ/day", ScaleKind::Log, Style::Decimals(2)),
        zero: "none today".to_owned(),
        lanes,
        dots,
        frontier,
        cut_x: Some(10.0),
        cut_y: Some(3),
    };
    chart(
        "Big payments do not always mean a product",
        "Each dot is a subnet. Across: τ a day. Up: the highest rung of evidence found",
        Plot::Lanes(lanes),
    )
}

const NAMES: [&str; 12] = [
    "Chutes",
    "lium.io",
    "Targon",
    "Templar",
    "Vanta",
    "Score",
    "Affine",
    "Minos",
    "Proprietary Trading Network",
    "BitMind",
    "Gradients",
    "Desearch",
];

/// A ranking with values that are missing.
pub fn ranking() -> ChartSpec {
    let values = [Some(449.96), Some(362.26), Some(301.61), Some(296.2), Some(0.3), Some(0.0), None];
    let bars = values.iter().enumerate().map(|(at, value)| Bar {
        id: format!("{}.r1", [64, 51, 107, 120, 4, 44, 8][at]),
        label: NAMES[at + 3].to_owned(),
        slot: None,
        value: *value,
        text: value.map_or_else(|| "not measured".to_owned(), |value| format!("{value} τ/day")),
        at: None,
    });
    let bars = Bars {
        x: axis("Emission", "τ/day", ScaleKind::Linear, Style::Decimals(2)),
        bars: bars.collect(),
        tone: Tone::Earned,
    };
    chart("Chutes earned most", "Emission, τ/day, 7 Aug 2026", Plot::Bars(bars))
}

/// Two metrics of many subnets, four of them asked for.
pub fn scatter() -> ChartSpec {
    let (xs, ys) = (walk(5, 90, 900.0, 90_000.0, 2.0), walk(6, 90, 0.01, 300.0, 2.0));
    let points = xs.iter().zip(ys).enumerate().map(|(at, (x, y))| Point {
        id: format!("{}.r1", at + 1),
        label: NAMES[at % NAMES.len()].to_owned(),
        slot: (at % 25 == 4).then_some((at / 25 * 3) as u8),
        x: x.unwrap_or(0.0),
        y: y.unwrap_or(0.0),
    });
    let scatter = Scatter {
        x: axis("Market cap", "τ", ScaleKind::Log, Style::Integer),
        y: axis("Emission", "τ/day", ScaleKind::Log, Style::Decimals(2)),
        points: points.collect(),
        field: Field::default(),
    };
    chart(
        "Subnets with a larger market cap earn more",
        "Emission against market cap, 7 Aug 2026",
        Plot::Scatter(scatter),
    )
}

/// A part of the same.
pub fn scatter_zoomed() -> ChartSpec {
    let mut spec = scatter();
    if let Plot::Scatter(scatter) = &mut spec.plot {
        scatter.field = Field { x: Some((2_000.0, 40_000.0)), y: Some((0.5, 25.0)) };
    }
    spec
}

/// A Lorenz curve.
pub fn curve() -> ChartSpec {
    let points = (0..=64).map(|at| f64::from(at) / 64.0).map(|x| (x, x.powi(5))).collect();
    let share = axis("", "", ScaleKind::Linear, Style::Percent(0));
    let curve = Curve {
        x: Axis { label: "Subnets, least first".to_owned(), ..share.clone() },
        y: Axis { label: "Share of emission".to_owned(), ..share },
        points,
        marks: vec![
            CurveMark { x: 0.5, y: 0.031_25, label: "the lower half: 3 %".to_owned() },
            CurveMark { x: 0.875, y: 0.5129, label: "16 subnets take 49 %".to_owned() },
        ],
    };
    chart("Sixteen of 128 subnets take half", "Share of emission, 7 Aug 2026", Plot::Curve(curve))
}

/// A line for a table cell.
pub fn spark() -> ChartSpec {
    let mut values = walk(9, 90, 5.0, 7.0, 0.3);
    values[30..40].fill(None);
    chart("Price of Chutes", "90 days", Plot::Spark(Spark { values, reconstructed: vec![(0, 20)] }))
}

/// Two lines by age on a linear scale: one was rebuilt up to day 60 and captured after it.
pub fn by_age() -> ChartSpec {
    let mut rebuilt = line(0, "Chutes", "1970-01-01", walk(64, 120, 3.0, 9.0, 0.3));
    rebuilt.reconstructed = vec![(0, 60)];
    let young = line(1, "Affine", "1970-01-01", walk(7, 45, 1.0, 5.0, 0.4));
    let lines = Lines {
        time: TimeAxis::Age,
        span: (0, 119),
        y: axis("Emission", "τ/day", ScaleKind::Linear, Style::Decimals(2)),
        baseline: None,
        series: vec![rebuilt, young],
        events: vec![],
    };
    chart(
        "Chutes’ emission was highest on day 44",
        "Emission, τ/day, by days since registration",
        Plot::Lines(lines),
    )
}

/// The plane with both cuts.
pub fn plane_with_cuts() -> ChartSpec {
    let mut spec = plane();
    if let Plot::Lanes(lanes) = &mut spec.plot {
        (lanes.cut_x, lanes.cut_y) = (Some(0.96), Some(4));
    }
    spec
}

/// The same chart over subnets that call themselves what nobody should be called.
pub fn with_hostile_names(mut spec: ChartSpec) -> ChartSpec {
    let name = |at: usize| HOSTILE[at % HOSTILE.len()].to_owned();
    match &mut spec.plot {
        Plot::Lines(lines) => {
            lines.series.iter_mut().enumerate().for_each(|(at, series)| series.label = name(at));
            lines.events.iter_mut().enumerate().for_each(|(at, event)| event.label = name(at));
        }
        Plot::Scatter(scatter) => {
            scatter.points.iter_mut().enumerate().for_each(|(at, point)| point.label = name(at));
        }
        Plot::Bars(bars) => bars.bars.iter_mut().enumerate().for_each(|(at, bar)| bar.label = name(at)),
        Plot::Lanes(lanes) => lanes.dots.iter_mut().enumerate().for_each(|(at, dot)| dot.label = name(at)),
        Plot::Curve(curve) => curve.marks.iter_mut().enumerate().for_each(|(at, mark)| mark.label = name(at)),
        Plot::Spark(_) => {}
    }
    spec.headline = name(0);
    spec.summary = name(1);
    spec
}

/// The same chart without anything to draw.
pub fn emptied(mut spec: ChartSpec) -> ChartSpec {
    match &mut spec.plot {
        Plot::Lines(lines) => {
            lines.series.clear();
            lines.events.clear();
        }
        Plot::Scatter(scatter) => scatter.points.clear(),
        Plot::Bars(bars) => bars.bars.clear(),
        Plot::Lanes(lanes) => lanes.dots.clear(),
        Plot::Curve(curve) => {
            curve.points.clear();
            curve.marks.clear();
        }
        Plot::Spark(spark) => spark.values.clear(),
    }
    spec
}
