//! What charts say of small snapshots whose answers can be worked out by hand.

use std::collections::BTreeMap;

use subnet_ledger::chart::build::{
    self, Ground, Guarded, Offer, Past, compare_chart, guarded, ledger_chart, lorenz, plane_chart,
    point_card, price_chart, ranking, sparkline,
};
use subnet_ledger::chart::cut::Cut;
use subnet_ledger::chart::layout::{Marks, Size, best_height, layout};
use subnet_ledger::chart::option::option;
use subnet_ledger::chart::palette::Theme;
use subnet_ledger::chart::readout::{Asked, Pointed, Step};
use subnet_ledger::chart::spec::{
    Axis, ChartSpec, EventMark, Field, Lines, Plot, Point, ScaleKind, Scatter, TimeAxis, Tone,
};
use subnet_ledger::chart::svg::{render, render_export};
use subnet_ledger::chart::twin::{Digits, asked, twin};
use subnet_ledger::compute::custom;
use subnet_ledger::compute::transform::Totals;
use subnet_ledger::finding;
use subnet_ledger::finding::shipped::Searched;
use subnet_ledger::model::{Absence, Day, Evidence, Grade, Ladder, Rung, Series, Value};
use subnet_ledger::registry;
use subnet_ledger::snapshot::wire::{
    Exception, LadderColumn, MetricColumn, ObjectRef, Objects, Root, Source, Summary, TaoUsd,
};
use subnet_ledger::snapshot::{FORMAT, History, Snapshot, snapshot_from_wire};
use subnet_ledger::view::{Compare, Form, Mode, Plane, TimeBase, UnitChoice, Window, WindowEdge, YScale};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn column(values: &[Option<f64>]) -> MetricColumn {
    MetricColumn {
        values: values.to_vec(),
        grade: "chain".to_owned(),
        source: "chain".to_owned(),
        as_of: Some("2026-08-07".to_owned()),
        block: Some(8_791_253),
        missing: None,
        exceptions: BTreeMap::new(),
        note: None,
    }
}

/// Five subnets; Targon was not measured, the last has a hostile name.
fn snapshot() -> Snapshot {
    let object = || ObjectRef { sha256: "0".repeat(64), bytes: 0 };
    let root = Root {
        format: FORMAT.to_owned(),
        id: "2026-08-07-8791253".to_owned(),
        sequence: 1,
        previous: None,
        network: "finney".to_owned(),
        block: 8_791_253,
        block_hash: None,
        captured_at: "2026-08-07T08:35:00Z".to_owned(),
        spec_version: None,
        emission_rule: None,
        tao_usd: Some(TaoUsd { value: 200.0, source: "x".to_owned(), at: "2026-08-13".to_owned() }),
        root_weight: None,
        sources: vec![Source {
            id: "chain".to_owned(),
            name: "Finney archive node".to_owned(),
            url: None,
            licence: None,
            captured_at: None,
        }],
        objects: Objects {
            summary: object(),
            index: object(),
            claims: object(),
            events: object(),
            network: Vec::new(),
        },
    };
    let mut emission = column(&[Some(450.0), Some(150.0), None, Some(0.0), Some(300.0)]);
    emission.exceptions.insert(2, Exception { state: Some("none_found".to_owned()), why: None });
    let summary = Summary {
        subnets: ["64.r1", "51.r1", "4.r1", "3.r2", "7.r1"].map(str::to_owned).to_vec(),
        name: ["Chutes", "lium.io", "Targon", "Templar", "<b>\u{202e}x"].map(str::to_owned).to_vec(),
        symbol: vec![String::new(); 5],
        category: vec![None; 5],
        categories: vec![],
        category_source: None,
        names_as_of: None,
        name_flags: BTreeMap::new(),
        metrics: [
            ("emission_tao_day".to_owned(), emission),
            ("market_cap_tao".to_owned(), column(&[Some(4e5), Some(3e5), Some(2e5), Some(1e5), Some(5e4)])),
            ("age_days".to_owned(), column(&[Some(400.5), Some(300.0), None, Some(10.0), Some(9.0)])),
        ]
        .into(),
        ladder: LadderColumn {
            states: ["ssscc", "ssncc", "snncc", "nnncc", "---cc"].map(str::to_owned).to_vec(),
            searched_on: Some("2026-08-02".to_owned()),
            source: "chain".to_owned(),
        },
        teams: Vec::new(),
        repeated: BTreeMap::new(),
    };
    let (snapshot, issues) = snapshot_from_wire(root, summary).expect("our format");
    assert_eq!(issues, []);
    snapshot
}

fn history(
    snapshot: &Snapshot,
    row: usize,
    metric: &str,
    start: &str,
    values: &[Option<f64>],
    grade: Grade,
) -> History {
    let series = Series::of(day(start), values.to_vec(), grade, Some(0));
    History {
        id: snapshot.subnets[row].id,
        series: vec![(registry::known(metric), series)],
        notes: BTreeMap::new(),
    }
}

/// Makes the days up to one those of a model, and the others those of the chain.
fn made_until(history: &mut History, last: &str) {
    for (_, series) in &mut history.series {
        let (from, to) = (series.start, day(last));
        let part = |series: Series, grade| Series::of(series.start, series.values, grade, Some(0));
        let made = part(series.window(from, to), Grade::Reconstructed);
        *series = made.over(&part(series.starting(to.plus(1)), Grade::Chain));
    }
}

/// Chutes halves, lium.io starts a day later and rises, Templar ends long before.
fn prices(snapshot: &Snapshot) -> [History; 3] {
    let of = |row, start: &str, values: &[Option<f64>]| {
        history(snapshot, row, "price_tao", start, values, Grade::Chain)
    };
    let long: Vec<Option<f64>> = (0..60).map(|at| Some(0.4 - 0.2 * f64::from(at) / 59.0)).collect();
    let mut late: Vec<Option<f64>> = (0..59).map(|_| Some(0.1)).collect();
    late[10] = None;
    late[58] = Some(0.111);
    [of(0, "2025-03-01", &long), of(1, "2025-03-02", &late), of(3, "2025-03-01", &[Some(0.1), Some(0.9)])]
}

fn lines(spec: &ChartSpec) -> &Lines {
    match &spec.plot {
        Plot::Lines(lines) => lines,
        other => panic!("no lines: {other:?}"),
    }
}

fn compared(view: &Compare) -> ChartSpec {
    let snapshot = snapshot();
    let [chutes, lium, templar] = prices(&snapshot);
    compare_chart(&snapshot, &[(0, &chutes), (1, &lium), (3, &templar)], &Ground::default(), view)
}

#[test]
fn an_index_compares_only_lines_that_reach_the_end() {
    let spec = compared(&Compare { mode: Mode::Index, scale: YScale::Log, ..Compare::default() });
    assert_eq!(spec.headline, "lium.io’s token rose most since March 2025: 111 for every 100");
    assert_eq!(spec.subtitle, "Price, first value = 100, 1 Mar to 29 Apr 2025, log scale");
    assert_eq!(spec.notes, ["lium.io starts at 100 on 2 Mar 2025, its first value here."]);
    assert_eq!(spec.source, "Source: Finney archive node; snapshot of 7 Aug 2026, block 8,791,253");
    let plot = lines(&spec);
    assert_eq!(plot.baseline, Some(100.0));
    assert_eq!(plot.y.scale, ScaleKind::Log);
    let ends: Vec<&str> = plot.series.iter().map(|series| series.end.as_str()).collect();
    assert_eq!(ends, ["50", "111", "900"]);
    assert_eq!(plot.series[1].values[10], None);
}

#[test]
fn what_may_not_be_compared_is_said_and_the_days_that_all_cover_are_offered() {
    let snapshot = snapshot();
    let [chutes, lium, templar] = prices(&snapshot);
    let changes = [day("2025-03-20")];
    let view = Compare::default();
    let found = guarded(&snapshot, &[(0, &chutes), (1, &lium)], &changes, &view);
    assert_eq!(found.notes, ["lium.io starts on 2 Mar 2025 and has values on 58 of 59 days."]);
    assert_eq!(found.overlap, Some((day("2025-03-02"), day("2025-04-29"))));
    let found = guarded(&snapshot, &[(0, &chutes), (3, &templar)], &changes, &view);
    assert_eq!(found.notes, ["Templar ends on 2 Mar 2025."]);
    assert_eq!(found.overlap, Some((day("2025-03-01"), day("2025-03-02"))));
    // Within the days that all cover there is nothing to say and nothing to offer.
    let window = Window::Between(WindowEdge::Day(day("2025-03-01")), WindowEdge::Day(day("2025-03-02")));
    let inside = Compare { window, ..view.clone() };
    assert_eq!(guarded(&snapshot, &[(0, &chutes), (3, &templar)], &changes, &inside), Guarded::default());
    let by_age = Compare { base: TimeBase::Age, ..view };
    assert_eq!(guarded(&snapshot, &[(0, &chutes), (3, &templar)], &[], &by_age).overlap, None);
}

#[test]
fn values_across_a_change_of_the_rule_and_of_the_method_are_told_apart() {
    let snapshot = snapshot();
    let emission = |row, values: &[Option<f64>], grade| {
        history(&snapshot, row, "emission_tao_day", "2025-03-01", values, grade)
    };
    let mut both = emission(0, &[Some(1.0), Some(2.0), Some(3.0)], Grade::Reconstructed);
    made_until(&mut both, "2025-03-02");
    both.notes.insert("emission_tao_day", "Rebuilt from prices: shares of all. Median error 3 %.".to_owned());
    let chain = emission(1, &[Some(1.0), Some(2.0), Some(3.0)], Grade::Chain);
    let changes = [day("2025-03-03"), day("2026-01-01")];
    let view = Compare { metric: registry::known("emission_tao_day"), ..Compare::default() };
    let found = guarded(&snapshot, &[(0, &both), (1, &chain)], &changes, &view);
    assert_eq!(
        found.notes,
        [
            "Reconstructed, and drawn dashed or pale, for 1 Mar to 2 Mar 2025, captured otherwise: Chutes.",
            "The rule behind emission changed on 3 Mar 2025: values across a change are not alike.",
            "Rebuilt from prices: shares of all.",
        ]
    );
    assert_eq!(found.overlap, None);
}

#[test]
fn a_formula_is_drawn_over_time_where_its_parts_have_a_history() {
    let snapshot = snapshot();
    let metric = custom::typed("price_tao * 2 / emission_tao_day").unwrap();
    let mut chutes = history(&snapshot, 0, "price_tao", "2025-03-01", &[Some(1.0), Some(3.0)], Grade::Chain);
    let emission =
        history(&snapshot, 0, "emission_tao_day", "2025-03-01", &[Some(4.0), Some(2.0)], Grade::Chain);
    chutes.series.extend(emission.series);
    let view = Compare { metric, ..Compare::default() };
    let spec = compare_chart(&snapshot, &[(0, &chutes)], &Ground::default(), &view);
    // 1 × 2 ÷ 4, then 3 × 2 ÷ 2.
    assert_eq!(lines(&spec).series[0].values, [Some(0.5), Some(3.0)]);
    assert_eq!(lines(&spec).y.unit, "days/α");
    assert!(spec.headline.starts_with("Chutes’ price × 2 ÷ emission was 3"), "{}", spec.headline);
    let momentary = Compare { metric: custom::typed("price_tao * tao_usd").unwrap(), ..view };
    assert_eq!(
        guarded(&snapshot, &[(0, &chutes)], &[], &momentary).notes,
        ["price × dollars per TAO has no history: it needs dollars per TAO, known of the snapshot alone."]
    );
}

#[test]
fn a_formula_is_a_column_of_the_snapshot_and_missing_where_a_part_is() {
    let metric = custom::typed("emission_tao_day / market_cap_tao").unwrap();
    let snapshot = snapshot();
    assert_eq!(snapshot.value(metric, 0), Value::NOT_MEASURED);
    let snapshot = snapshot.with_custom(&[metric]);
    assert_eq!(snapshot.value(metric, 0), Value::Number(450.0 / 4e5));
    // Targon’s emission was searched and not found.
    assert_eq!(snapshot.value(metric, 2), Value::Missing(Absence::NoneFound));
    assert_eq!(snapshot.measured(metric), 4);
}

#[test]
fn two_metrics_of_different_days_or_grades_are_told_apart() {
    let view = Compare {
        metric: registry::known("market_cap_tao"),
        metric_x: registry::known("emission_usd_day"),
        form: Form::Scatter,
        ..Compare::default()
    };
    let said = guarded(&snapshot(), &[], &[], &view);
    assert_eq!(
        said.notes,
        ["Grades differ: chain for market cap; third party says for emission in dollars."]
    );
    let alike = Compare { metric_x: registry::known("emission_tao_day"), ..view };
    assert_eq!(guarded(&snapshot(), &[], &[], &alike), Guarded::default());
}

/// Dollars of one TAO on 10 to 12 and on 14 March 2025.
fn tao_usd() -> Series {
    let values = vec![Some(300.0), Some(310.0), Some(320.0), None, Some(100.0)];
    Series::of(day("2025-03-10"), values, Grade::ThirdPartySays, Some(0))
}

#[test]
fn dollars_of_each_day_are_drawn_where_the_day_has_a_price() {
    let snapshot = snapshot();
    let values: Vec<Option<f64>> = (1..=20).map(|day| Some(f64::from(day))).collect();
    let emission = history(&snapshot, 0, "emission_tao_day", "2025-03-01", &values, Grade::Chain);
    let prices = tao_usd();
    let ground = Ground { tao_usd: Some(&prices), ..Ground::default() };
    let view = Compare {
        metric: registry::known("emission_tao_day"),
        unit: Some(UnitChoice::UsdThen),
        ..Compare::default()
    };
    let drawn = |view: &Compare| build::compared(&snapshot, &[(0, &emission)], &ground, view);
    let days = (day("2025-03-10"), day("2025-03-14"));
    let known = "The dollar price of TAO is known day by day from 10 Mar to 14 Mar 2025 \
                 (Finney archive node); other days are left out.";

    let flow = drawn(&view);
    assert_eq!(lines(&flow.spec).span, (days.0.epoch_days(), days.1.epoch_days()));
    let drawn_days = &lines(&flow.spec).series[0];
    let points =
        drawn_days.values.iter().zip(drawn_days.start..).filter_map(|(value, day)| Some((day, (*value)?)));
    let first = days.0.epoch_days();
    assert_eq!(
        points.collect::<Vec<_>>(),
        [(first, 3000.0), (first + 1, 3410.0), (first + 2, 3840.0), (first + 4, 1400.0)]
    );
    assert_eq!(flow.spec.subtitle, "Emission, $/day, at the price of each day, 10 Mar to 14 Mar 2025");
    assert!(flow.spec.notes.contains(&known.to_owned()), "{:?}", flow.spec.notes);
    assert_eq!((flow.whole, flow.overlap), (Some(days), None));

    // Sums and indices are of dollars: 1400 ÷ 3000.
    let sum = drawn(&Compare { mode: Mode::Cumulative, ..view.clone() });
    assert_eq!(lines(&sum.spec).series[0].values.last().copied().flatten(), Some(11_650.0));
    assert_eq!(lines(&sum.spec).y.unit, "$");
    let index = drawn(&Compare { mode: Mode::Index, ..view.clone() });
    let last = lines(&index.spec).series[0].values.last().copied().flatten().expect("a value");
    assert!((last - 46.666_7).abs() < 1e-3, "{last}");
    // The newest value with a price, not the newest of the snapshot.
    let bar = drawn(&Compare { form: Form::Bar, ..view.clone() });
    let Plot::Bars(bars) = &bar.spec.plot else { panic!("no bars: {:?}", bar.spec.plot) };
    assert_eq!(bars.bars[0].value, Some(1400.0));

    // Days asked for that have no price: said, and those that have one are offered.
    let window = Window::Between(WindowEdge::Day(day("2025-03-15")), WindowEdge::Last);
    let none = drawn(&Compare { window, ..view });
    assert_eq!(none.spec.headline, "No emission on the days asked for");
    let nothing = "Nothing was measured in the days asked for; there are values from 10 Mar to 14 Mar 2025.";
    assert!(none.spec.notes.contains(&nothing.to_owned()), "{:?}", none.spec.notes);
    assert!(none.spec.notes.contains(&known.to_owned()), "{:?}", none.spec.notes);
    assert_eq!(none.overlap, Some(Offer::Covered(days)));
}

#[test]
fn a_share_of_dollars_is_the_share_of_tao() {
    let snapshot = snapshot();
    let of = |row, value: f64| {
        history(&snapshot, row, "emission_tao_day", "2025-03-09", &[Some(value); 4], Grade::Chain)
    };
    let (a, b) = (of(0, 1.0), of(1, 3.0));
    let metric = registry::known("emission_tao_day");
    let totals = Totals::of([&a, &b].into_iter().filter_map(|history| history.series(metric)));
    let prices = tao_usd();
    let ground = Ground { totals: Some(&totals), tao_usd: Some(&prices), ..Ground::default() };
    let view = Compare { metric, unit: Some(UnitChoice::UsdThen), mode: Mode::Share, ..Compare::default() };
    let drawn = compare_chart(&snapshot, &[(0, &a)], &ground, &view);
    assert_eq!(lines(&drawn).series[0].values, [Some(0.25); 4]);
    assert_eq!(drawn.subtitle, "Emission, share of all subnets that day, 9 Mar to 12 Mar 2025");
    assert_eq!(drawn.notes, [""; 0]);
}

#[test]
fn one_line_that_hides_the_others_is_said_with_the_days_on_which_it_does_not() {
    let snapshot = snapshot();
    let price = |row, values: &[f64]| {
        let values: Vec<_> = values.iter().copied().map(Some).collect();
        history(&snapshot, row, "price_tao", "2025-03-01", &values, Grade::Chain)
    };
    let (chutes, lium) = (price(0, &[0.06, 60.0, 0.03, 0.04, 0.03]), price(1, &[0.1, 0.2, 0.3, 0.2, 0.2]));
    let view = Compare::default();
    let drawn = |view: &Compare, ground: &Ground| {
        build::compared(&snapshot, &[(0, &chutes), (1, &lium)], ground, view)
    };
    let linear = drawn(&view, &Ground::default());
    let flat = linear.flat.expect("Chutes hides lium.io");
    assert_eq!(
        linear.spec.notes,
        ["Chutes’ highest value here, 60\u{a0}τ/α, is 200 times the highest of the others, which \
          therefore look flat."]
    );
    assert_eq!(flat.calm, Some((day("2025-03-03"), day("2025-03-05"))));
    let log = drawn(&Compare { scale: YScale::Log, ..view.clone() }, &Ground::default());
    assert_eq!(log.flat, None);
    let table = drawn(&Compare { form: Form::Table, ..view.clone() }, &Ground::default());
    assert_eq!(table.flat, None, "nothing looks flat in a table");
    let window = Window::Between(WindowEdge::Day(day("2025-03-03")), WindowEdge::Last);
    let calm = drawn(&Compare { window, ..view }, &Ground::default());
    assert_eq!((calm.flat, calm.spec.notes), (None, vec![]));
}

#[test]
fn what_was_measured_on_one_day_is_better_seen_as_bars() {
    let snapshot = snapshot();
    let of = |values: &[Option<f64>]| history(&snapshot, 0, "price_tao", "2025-03-01", values, Grade::Chain);
    let said = |values: &[Option<f64>], form| {
        let history = of(values);
        let view = Compare { form, ..Compare::default() };
        let notes = compare_chart(&snapshot, &[(0, &history)], &Ground::default(), &view).notes;
        notes
            .iter()
            .any(|note| note.starts_with("All that is shown was measured on one day, 1 Mar 2025: bars"))
    };
    assert!(said(&[Some(0.4)], Form::Line));
    assert!(!said(&[Some(0.4)], Form::Bar) && !said(&[Some(0.4), Some(0.5)], Form::Line));
}

#[test]
fn prices_from_before_the_start_are_left_out_and_said() {
    let snapshot = snapshot();
    let price = |row, values: &[f64]| {
        let values: Vec<_> = values.iter().copied().map(Some).collect();
        history(&snapshot, row, "price_tao", "2025-03-01", &values, Grade::Chain)
    };
    // Chutes had not started before it fell below 1.
    let (chutes, lium) = (price(0, &[60.0, 58.0, 0.03, 0.04, 0.03]), price(1, &[0.1, 0.2, 0.3, 0.2, 0.2]));
    let view = Compare::default();
    let drawn = |view: &Compare, ground: &Ground| {
        build::compared(&snapshot, &[(0, &chutes), (1, &lium)], ground, view)
    };
    let note = "Prices from before the start are left out, as a pool that is given no alpha cannot fall \
                below 1 τ/α: Chutes until 3 Mar 2025.";
    let said = drawn(&view, &Ground::default());
    assert_eq!(said.flat, None);
    assert_eq!(said.spec.notes, ["Chutes starts on 3 Mar 2025.", note]);
    assert_eq!(lines(&said.spec).series[0].values, [Some(0.03), Some(0.04), Some(0.03)]);
    let index = drawn(&Compare { mode: Mode::Index, ..view.clone() }, &Ground::default());
    assert_eq!(lines(&index.spec).series[0].values[0], Some(100.0), "not of a price from before");
    // From the start on nothing is left to say.
    let window = Window::Between(WindowEdge::Day(day("2025-03-03")), WindowEdge::Last);
    let later = drawn(&Compare { window, ..view.clone() }, &Ground::default());
    assert_eq!((later.flat, later.spec.notes), (None, vec![]));
    // In dollars it is still a price in TAO that tells the start.
    let prices = Series::of(day("2025-03-01"), vec![Some(0.001); 5], Grade::ThirdPartySays, Some(0));
    let ground = Ground { tao_usd: Some(&prices), ..Ground::default() };
    let dollars = drawn(&Compare { unit: Some(UnitChoice::UsdThen), ..view }, &ground);
    assert!(dollars.spec.notes.contains(&note.to_owned()), "{:?}", dollars.spec.notes);
    assert_eq!(lines(&dollars.spec).series[0].values.len(), 3);
    // One that never fell below 1 has no prices of a running subnet.
    let never = price(0, &[60.0, 58.0]);
    let spec = build::price_chart(&snapshot, 0, &never, &[]);
    assert!(spec.notes.iter().any(|note| note.ends_with("Chutes to the end.")), "{:?}", spec.notes);
}

#[test]
fn levels_follow_the_window_and_say_the_lead() {
    let window = Window::LastDays(30);
    let spec = compared(&Compare { window, ..Compare::default() });
    assert_eq!(
        spec.headline,
        "On 29 Apr 2025, Chutes’ price was the higher of the two: 0.2\u{a0}τ/α, 1.8 times lium.io’s"
    );
    assert_eq!(spec.subtitle, "Price, τ/α, 31 Mar to 29 Apr 2025");
    assert_eq!(lines(&spec).span, (day("2025-03-31").epoch_days(), day("2025-04-29").epoch_days()));
    let dollars = compared(&Compare { unit: Some(UnitChoice::UsdNow), ..Compare::default() });
    assert_eq!(lines(&dollars).series[0].end, "$40");
    assert_eq!(dollars.subtitle, "Price, $/α, at $200.00 per τ, 13 Aug 2026, 1 Mar to 29 Apr 2025");
    let then = compared(&Compare { unit: Some(UnitChoice::UsdThen), ..Compare::default() });
    assert_eq!(then.notes[0], "Dollar prices of each day are not in this snapshot; shown in τ.");
}

#[test]
fn age_counts_from_the_registration_and_says_who_has_none() {
    let snapshot = snapshot();
    // Chutes was registered 400 days before 7 Aug 2026: on 3 Jul 2025.
    let chutes = history(
        &snapshot,
        0,
        "price_tao",
        "2025-07-01",
        &[Some(0.9), None, Some(0.1), Some(0.2)],
        Grade::Chain,
    );
    let targon = history(&snapshot, 2, "price_tao", "2025-07-01", &[Some(0.1)], Grade::Chain);
    let view = Compare { base: TimeBase::Age, ..Compare::default() };
    let spec = compare_chart(&snapshot, &[(0, &chutes), (2, &targon)], &Ground::default(), &view);
    let plot = lines(&spec);
    assert_eq!((plot.time, plot.span), (TimeAxis::Age, (0, 1)));
    assert_eq!(plot.series[0].values, [Some(0.1), Some(0.2)]);
    assert_eq!(spec.notes, ["The registration of Targon has no known day, so it has no line by age."]);
    assert_eq!(
        spec.headline,
        "Chutes’ price was 0.2\u{a0}τ/α on day 1, 2 times what it was on day 0".replace("2 times", "twice")
    );
}

#[test]
fn sums_stop_where_days_are_missing_and_stocks_have_none() {
    let snapshot = snapshot();
    let mut values = vec![Some(10.0), Some(10.0), None, Some(10.0)];
    values.extend([None; 20]);
    values.push(Some(500.0));
    let flow = history(&snapshot, 0, "emission_tao_day", "2025-03-01", &values, Grade::Reconstructed);
    let ship = |day_text: &str, rung, what: &str| Evidence {
        rung,
        what: what.to_owned(),
        link: None,
        day: Some(day(day_text)),
        grade: Grade::PublicRecord,
        source: None,
        shared_with: vec![],
    };
    let evidence = [
        ship("2025-03-02", Rung::Release, "release 1.0"),
        ship("2025-03-03", Rung::PublicCode, "a repository"),
        ship("2026-03-03", Rung::Release, "after the curve ends"),
    ];
    let past = Past {
        history: &flow,
        evidence: &evidence,
        events: &[],
        releases: Searched::Days(day("2025-03-01"), day("2026-08-02")),
        until: Some(day("2026-08-07")),
        changed_hands: false,
    };
    let spec = ledger_chart(&snapshot, 0, &past);
    // The clock runs on to the day of the snapshot, and a release after the end of the curve is on it.
    assert_eq!(
        spec.headline,
        "Chutes received 30\u{a0}τ in March 2025; two dated releases were found, of March 2025 to March 2026"
    );
    assert_eq!(
        spec.notes,
        [
            "The sum of Chutes ends on 4 Mar 2025: the days after it were not all measured.",
            "Chutes was measured on 3 of 4 days: its sum is at least this."
        ]
    );
    let plot = lines(&spec);
    assert_eq!(plot.series[0].values, [Some(10.0), Some(20.0), None, Some(30.0)]);
    assert_eq!(plot.span, (day("2025-03-01").epoch_days(), day("2026-08-07").epoch_days()));
    let marks: Vec<_> = plot.events.iter().map(|mark| (mark.label.as_str(), mark.series)).collect();
    let later = ("500.00\u{a0}τ on this one day", None);
    assert_eq!(marks, [("release 1.0", Some(0)), ("after the curve ends", Some(0)), later]);
    let stock = compared(&Compare { mode: Mode::Cumulative, ..Compare::default() });
    assert_eq!(
        stock.notes[0],
        "Price is no flow and cannot be added up over days; values are shown instead."
    );
}

/// What nobody searched for was not “not found”, and endpoints of one product are not so many ships.
#[test]
fn a_ledger_says_nothing_was_found_only_of_days_that_were_searched() {
    let snapshot = snapshot();
    let flow = history(
        &snapshot,
        0,
        "emission_tao_day",
        "2025-03-01",
        &[Some(10.0), Some(10.0)],
        Grade::Reconstructed,
    );
    let answer = |day_text: &str| Evidence {
        rung: Rung::ReachableProduct,
        what: "Official API.".to_owned(),
        link: None,
        day: Some(day(day_text)),
        grade: Grade::Probe,
        source: None,
        shared_with: vec![],
    };
    let answers = [answer("2026-08-01"), answer("2026-08-02"), answer("2026-08-02")];
    let said = |evidence: &[Evidence], releases: Searched, changed_hands: bool| {
        let until = Some(day("2026-08-07"));
        let past = Past { history: &flow, evidence, events: &[], releases, until, changed_hands };
        ledger_chart(&snapshot, 0, &past)
    };
    let searched = |since: &str| Searched::Days(day(since), day("2026-08-02"));
    let headline = |releases: Searched| said(&[], releases, false).headline;
    let received = "Chutes received 20\u{a0}τ in March 2025";
    assert_eq!(headline(Searched::Never), format!("{received}; nobody has searched for releases"));
    assert_eq!(headline(Searched::Unknown), received);
    assert_eq!(
        headline(searched("2024-01-01")),
        format!("{received}; no dated release was found by 2 Aug 2026")
    );
    assert_eq!(
        headline(searched("2026-06-04")),
        format!("{received}; no dated release was found from 4 Jun 2026 to 2 Aug 2026, the days searched")
    );
    // The days of what was found are said; before the first day searched there may be more.
    let release =
        |day_text: &str| Evidence { rung: Rung::Release, grade: Grade::PublicRecord, ..answer(day_text) };
    let found = |days: &[&str], since: &str| {
        said(&days.iter().map(|day| release(day)).collect::<Vec<_>>(), searched(since), false).headline
    };
    assert_eq!(
        found(&["2026-07-21", "2025-12-04"], "2025-12-05"),
        format!("{received}; at least two dated releases were found, of December 2025 to July 2026")
    );
    assert_eq!(
        found(&["2025-03-02", "2025-02-28", "2024-05-21"], "2024-01-06"),
        format!("{received}; one dated release was found, of March 2025 (two more of before)")
    );
    let spec = said(&answers, searched("2026-06-04"), true);
    assert_eq!(
        spec.headline,
        "SN64, today Chutes, received 20\u{a0}τ in March 2025; no dated release was found from 4 Jun 2026 to \
         2 Aug 2026, the days searched, and a product answered a probe on 2 Aug 2026"
    );
    // A mark where the curve has ended can still be pointed at.
    let told = layout(&spec, Size { width: 640.0, height: 360.0 }).stepped(&spec, None, Step::Last);
    let Some(Pointed::Day(told)) = told else { panic!("a day") };
    assert_eq!((told.when.as_str(), told.values[0].value), ("2 Aug 2026", None));
    let marks: Vec<_> = lines(&spec).events.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(told.events, marks);
    assert_eq!(marks, ["3 official surfaces answered a probe."]);
    assert_eq!(
        spec.notes.last().unwrap(),
        "Releases were captured from 4 Jun 2026 on; in the 460 days before there may be others."
    );
}

#[test]
fn shares_need_the_totals_of_all() {
    let snapshot = snapshot();
    let flow =
        history(&snapshot, 0, "emission_tao_day", "2025-03-01", &[Some(10.0), Some(30.0)], Grade::Chain);
    let all = flow.series[0].1.with_values(vec![Some(100.0), Some(120.0)]);
    let view =
        Compare { metric: registry::known("emission_tao_day"), mode: Mode::Share, ..Compare::default() };
    let spec = compare_chart(
        &snapshot,
        &[(0, &flow)],
        &Ground { totals: Some(&Totals::of([&all])), ..Ground::default() },
        &view,
    );
    assert_eq!(lines(&spec).series[0].values, [Some(0.1), Some(0.25)]);
    assert_eq!(
        spec.headline,
        "Chutes’ share of emission was 25.0\u{a0}% on 2 Mar 2025, 2.5 times what it was on 1 Mar 2025"
    );
    let without = compare_chart(&snapshot, &[(0, &flow)], &Ground::default(), &view);
    assert!(without.notes[0].starts_with("A share needs the histories of all subnets"));
}

/// Emission of two subnets on four days; Chutes was not measured on the second.
fn emissions(snapshot: &Snapshot) -> [History; 2] {
    let of = |row, values: &[f64]| {
        let values: Vec<_> = values.iter().map(|value| Some(*value).filter(|value| *value >= 0.0)).collect();
        history(snapshot, row, "emission_tao_day", "2025-03-01", &values, Grade::Chain)
    };
    [of(0, &[10.0, -1.0, 30.0, 20.0]), of(1, &[5.0, 5.0, 10.0, 10.0])]
}

/// The two emissions in a mode and a unit, as `(numbers of Chutes, numbers of lium.io, unit)`.
fn in_mode(mode: Mode, unit: Option<UnitChoice>) -> (Vec<Option<f64>>, Vec<Option<f64>>, String) {
    let snapshot = snapshot();
    let [chutes, lium] = emissions(&snapshot);
    let metric = registry::known("emission_tao_day");
    let totals = Totals::of([&chutes, &lium].into_iter().filter_map(|history| history.series(metric)));
    let view = Compare { metric, mode, unit, ..Compare::default() };
    let spec = compare_chart(
        &snapshot,
        &[(0, &chutes), (1, &lium)],
        &Ground { totals: Some(&totals), ..Ground::default() },
        &view,
    );
    let plot = lines(&spec);
    let rounded = |at: usize| {
        let values = plot.series[at].values.iter();
        values.map(|value| value.map(|value| (value * 1e6).round() / 1e6)).collect()
    };
    (rounded(0), rounded(1), plot.y.unit.clone())
}

#[test]
fn every_mode_and_unit_by_hand() {
    let some = |values: &[f64]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
    let gap = |values: [f64; 3]| vec![Some(values[0]), None, Some(values[1]), Some(values[2])];
    let dollars = Some(UnitChoice::UsdNow);
    for (mode, unit, chutes, lium, says) in [
        (Mode::Absolute, None, gap([10.0, 30.0, 20.0]), some(&[5.0, 5.0, 10.0, 10.0]), "τ/day"),
        // 200 dollars for one TAO.
        (Mode::Absolute, dollars, gap([2e3, 6e3, 4e3]), some(&[1e3, 1e3, 2e3, 2e3]), "$/day"),
        (Mode::Index, None, gap([100.0, 300.0, 200.0]), some(&[100.0, 100.0, 200.0, 200.0]), ""),
        (Mode::Index, dollars, gap([100.0, 300.0, 200.0]), some(&[100.0, 100.0, 200.0, 200.0]), ""),
        // Of 15, of 5, of 40 and of 30: on the second day only lium.io was measured.
        (Mode::Share, None, gap([0.666_667, 0.75, 0.666_667]), some(&[0.333_333, 1.0, 0.25, 0.333_333]), ""),
        (Mode::Cumulative, None, gap([10.0, 40.0, 60.0]), some(&[5.0, 10.0, 20.0, 30.0]), "τ"),
        (Mode::Cumulative, dollars, gap([2e3, 8e3, 12e3]), some(&[1e3, 2e3, 4e3, 6e3]), "$"),
    ] {
        assert_eq!(in_mode(mode, unit), (chutes, lium, says.to_owned()), "{mode:?} {unit:?}");
    }
    let snapshot = snapshot();
    let alpha = history(&snapshot, 0, "alpha_out", "2025-03-01", &[Some(7.0)], Grade::Chain);
    let view =
        Compare { metric: registry::known("alpha_out"), unit: Some(UnitChoice::Alpha), ..Compare::default() };
    let spec = compare_chart(&snapshot, &[(0, &alpha)], &Ground::default(), &view);
    assert_eq!((lines(&spec).series[0].values[0], lines(&spec).y.unit.as_str()), (Some(7.0), "α"));
}

#[test]
fn bars_of_a_mode_or_a_span_are_the_ends_of_the_lines() {
    let snapshot = snapshot();
    let [chutes, lium] = emissions(&snapshot);
    let bars = |mode, window| {
        let metric = registry::known("emission_tao_day");
        let view = Compare { metric, mode, window, form: Form::Bar, ..Compare::default() };
        let spec = compare_chart(&snapshot, &[(1, &lium), (0, &chutes)], &Ground::default(), &view);
        let Plot::Bars(bars) = spec.plot else { panic!("no bars") };
        bars.bars.into_iter().map(|bar| (bar.label, bar.slot, bar.value, bar.text)).collect::<Vec<_>>()
    };
    let bar =
        |name: &str, slot, value, text: &str| (name.to_owned(), Some(slot), Some(value), text.to_owned());
    assert_eq!(
        bars(Mode::Cumulative, Window::All),
        [bar("Chutes", 1, 60.0, "60\u{a0}τ"), bar("lium.io", 0, 30.0, "30\u{a0}τ")]
    );
    let second = WindowEdge::Day(day("2025-03-02"));
    assert_eq!(
        bars(Mode::Absolute, Window::Between(WindowEdge::First, second)),
        [bar("Chutes", 1, 10.0, "10.00\u{a0}τ/day on 1 Mar 2025"), bar("lium.io", 0, 5.0, "5.00\u{a0}τ/day")]
    );
    // The newest values are the snapshot's.
    assert_eq!(bars(Mode::Absolute, Window::All)[0], bar("Chutes", 1, 450.0, "450.00\u{a0}τ/day"));
}

#[test]
fn a_scatter_is_in_the_unit_asked_for_on_both_axes_and_says_what_it_leaves_out() {
    let view = Compare {
        metric: registry::known("market_cap_tao"),
        metric_x: registry::known("emission_tao_day"),
        unit: Some(UnitChoice::UsdNow),
        form: Form::Scatter,
        mode: Mode::Index,
        ..Compare::default()
    };
    let snapshot = snapshot();
    let none = History { id: snapshot.subnets[0].id, series: vec![], notes: BTreeMap::new() };
    let spec = compare_chart(&snapshot, &[(0, &none)], &Ground::default(), &view);
    let Plot::Scatter(scatter) = &spec.plot else { panic!("no scatter") };
    assert_eq!((scatter.points[0].x, scatter.points[0].y, scatter.points[0].slot), (9e4, 8e7, Some(0)));
    assert_eq!((scatter.x.unit.as_str(), scatter.y.unit.as_str()), ("$/day", "$"));
    assert_eq!(scatter.points.len(), 4);
    assert_eq!(
        spec.notes[..2],
        [
            "A scatter shows the values of the snapshot; modes, spans and ages are for lines.",
            "Not drawn, because one of the two was not measured: 1 subnet."
        ]
    );
}

#[test]
fn a_ranking_puts_what_is_missing_last_and_says_why() {
    let snapshot = snapshot();
    let spec = ranking(&snapshot, registry::known("emission_tao_day"), 3);
    assert_eq!(spec.headline, "Chutes’ emission is highest: 450.00\u{a0}τ/day, 1.5 times <b>x’s");
    assert_eq!(spec.subtitle, "Emission, τ/day, 7 Aug 2026");
    let [chutes, lium, templar] = prices(&snapshot);
    let view = Compare { metric: registry::known("emission_tao_day"), form: Form::Bar, ..Compare::default() };
    let targon = History { id: snapshot.subnets[2].id, series: vec![], notes: BTreeMap::new() };
    let spec = compare_chart(
        &snapshot,
        &[(2, &targon), (3, &templar), (0, &chutes), (1, &lium)],
        &Ground::default(),
        &view,
    );
    let Plot::Bars(bars) = &spec.plot else { panic!() };
    let said: Vec<_> =
        bars.bars.iter().map(|bar| (bar.label.as_str(), bar.slot, bar.text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("Chutes", Some(2), "450.00\u{a0}τ/day"),
            ("lium.io", Some(3), "150.00\u{a0}τ/day"),
            ("Templar", Some(1), "0.00\u{a0}τ/day"),
            ("Targon", Some(0), "none found"),
        ]
    );
}

#[test]
fn the_plane_keeps_zero_missing_and_not_searched_apart() {
    let snapshot = snapshot();
    let spec =
        plane_chart(&snapshot, &Plane { cut_x: Some(100.0), cut_y: Some(3), ..Plane::default() }, &[1]);
    assert_eq!(
        spec.headline,
        "2 subnets take at least 100\u{a0}τ/day with nothing verified at rung 3 (reachable product) or above: only a claim there for 1, nobody searched there for 1"
    );
    assert_eq!(spec.notes, ["Not drawn, because emission was not measured: 1 subnet."]);
    let Plot::Lanes(lanes) = &spec.plot else { panic!() };
    let dots: Vec<_> =
        lanes.dots.iter().map(|dot| (dot.label.as_str(), dot.lane, dot.x, dot.tone, dot.marked)).collect();
    assert_eq!(
        dots,
        [
            ("Chutes", 4, 450.0, Tone::Shipped, false),
            ("lium.io", 3, 150.0, Tone::Earned, true),
            // Searched for, and only claims were come upon: that is not nothing.
            ("Templar", 1, 0.0, Tone::Plain, false),
            ("<b>x", 7, 300.0, Tone::Plain, false),
        ]
    );
    let without = plane_chart(&snapshot, &Plane::default(), &[]);
    assert_eq!(
        without.headline,
        "2 of the 3 subnets that earn have something verified on a rung; nobody searched 1 of them"
    );
    // The sentence is about the cuts there are.
    let at = |cut_x, cut_y| {
        let spec = plane_chart(&snapshot, &Plane { cut_x, cut_y, ..Plane::default() }, &[]);
        let Plot::Lanes(lanes) = spec.plot else { panic!("the plane has lanes") };
        (spec.headline, lanes.dots.into_iter().map(|dot| dot.tone).collect::<Vec<_>>())
    };
    assert_eq!(
        at(Some(200.0), None),
        (
            "1 of the 2 subnets that take at least 200\u{a0}τ/day have something verified on a rung; \
             nobody searched 1 of them"
                .to_owned(),
            vec![Tone::Earned, Tone::Plain, Tone::Plain, Tone::Earned]
        )
    );
    assert_eq!(
        at(Some(400.0), None).0,
        "1 subnet takes at least 400\u{a0}τ/day, and has something verified on a rung"
    );
    assert_eq!(at(Some(1000.0), None).0, "No subnet takes at least 1,000\u{a0}τ/day");
    // Chutes stands highest, and of those who are paid lium.io is the next for less.
    assert_eq!(lanes.frontier, [0, 1]);
}

#[test]
fn a_plane_that_nobody_measured_or_searched_says_so() {
    let at = |snapshot: &Snapshot, metric, cut_x, cut_y| {
        let view = Plane { metric: registry::known(metric), cut_x, cut_y, ..Plane::default() };
        plane_chart(snapshot, &view, &[]).headline
    };
    let mut snapshot = snapshot();
    // Received is not among what the snapshot has.
    for (cut_x, cut_y) in [(None, None), (Some(1.0), None), (None, Some(3)), (Some(1.0), Some(3))] {
        assert_eq!(at(&snapshot, "earned_tao_cum", cut_x, cut_y), "Received, on known days was not measured");
    }
    let emission = |snapshot: &Snapshot, cut_x| at(snapshot, "emission_tao_day", cut_x, None);
    snapshot.subnets[0].ladder = Ladder::NOT_SEARCHED;
    assert_eq!(
        emission(&snapshot, Some(400.0)),
        "1 subnet takes at least 400\u{a0}τ/day; nobody searched for what it shipped"
    );
    assert_eq!(
        emission(&snapshot, Some(200.0)),
        "Nobody searched for what the 2 subnets that take at least 200\u{a0}τ/day shipped"
    );
    // Claims of use alone were not come upon by a search.
    snapshot.subnets[1].ladder = Ladder::from_letters("---cc").unwrap();
    assert_eq!(emission(&snapshot, None), "Nobody searched for what the 3 subnets that earn shipped");
}

#[test]
fn a_rung_that_nobody_searched_is_said_and_not_shown_as_empty() {
    let snapshot = snapshot();
    let at = |cut_x, cut_y| plane_chart(&snapshot, &Plane { cut_x, cut_y, ..Plane::default() }, &[]);
    let Plot::Lanes(lanes) = at(None, None).plot else { panic!() };
    let said: Vec<_> =
        lanes.lanes.iter().map(|lane| (lane.name.as_str(), lane.unsearched.as_str())).collect();
    assert_eq!(
        said,
        [
            ("nothing found", ""),
            ("claimed only", ""),
            ("public code", ""),
            ("release", ""),
            ("reachable product", ""),
            ("outside use", "not searched; 5 subnets claim it"),
            ("external revenue", "not searched; 5 subnets claim it"),
            ("not searched", ""),
        ]
    );
    assert_eq!(
        at(Some(100.0), Some(5)).headline,
        "3 subnets take at least 100\u{a0}τ/day with nothing verified at rung 5 (external revenue): only a claim there for 2, nobody searched there for 1"
    );
    assert_eq!(
        at(None, Some(5)).headline,
        "3 subnets earn with nothing verified at rung 5 (external revenue): only a claim there for 2, nobody searched there for 1"
    );
    assert_eq!(
        at(Some(1000.0), Some(3)).headline,
        "No subnet takes at least 1,000\u{a0}τ/day with nothing verified at rung 3 (reachable product) or above"
    );
    let drawn = render(&at(None, None), Size { width: 800.0, height: 510.0 }, Theme::Page);
    assert!(drawn.contains("not searched; 5 subnets claim it"), "{drawn}");
}

#[test]
fn a_lorenz_curve_counts_from_the_top() {
    let snapshot = snapshot();
    let metric = registry::known("emission_tao_day");
    let drawn = |rows: &[usize]| lorenz(&snapshot, metric, rows, &finding::spread(&snapshot, metric, rows));
    let spec = drawn(&[0, 1, 2, 3, 4]);
    // 450 of 900 is not more than half, so it takes two.
    assert_eq!(spec.headline, "Two of 4 subnets have more than half of the emission");
    let Plot::Curve(curve) = &spec.plot else { panic!() };
    assert_eq!(curve.points, [(0.0, 0.0), (0.25, 0.0), (0.5, 150.0 / 900.0), (0.75, 0.5), (1.0, 1.0)]);
    assert_eq!(curve.marks[0].label, "the top two have 83\u{a0}%");
    assert_eq!(spec.notes[1], "Left out, because nothing was measured: 1 subnet.");
    // 450 of 750.
    let one = drawn(&[0, 3, 4]);
    assert_eq!(one.headline, "One of 3 subnets has more than half of the emission");
    let Plot::Curve(curve) = &one.plot else { panic!() };
    assert_eq!(curve.marks[0].label, "the top one has 60\u{a0}%");
    let none = drawn(&[2]);
    assert_eq!(none.headline, "None of these subnets has a value");
}

#[test]
fn a_sparkline_says_what_it_shows() {
    let values = vec![Some(1.0), Some(2.0), None, Some(4.0), None];
    let series = Series::of(day("2025-03-01"), values, Grade::Chain, None);
    let spec = sparkline(&series, 3, "Chutes", registry::known("price_tao"));
    assert_eq!(spec.summary, "Price of Chutes over 3 days: from 2\u{a0}τ/α to 4\u{a0}τ/α.");
    let Plot::Spark(spark) = &spec.plot else { panic!() };
    assert_eq!(spark.values, [Some(2.0), None, Some(4.0)]);
}

#[test]
fn only_what_a_model_made_is_dashed() {
    let snapshot = snapshot();
    let metric = "emission_tao_day";
    let mut emission = history(
        &snapshot,
        0,
        metric,
        "2025-03-01",
        &[None, Some(1.0), Some(2.0), None, Some(4.0)],
        Grade::Reconstructed,
    );
    made_until(&mut emission, "2025-03-03");
    let series = &emission.series[0].1;
    let spark = sparkline(series, 3, "Chutes", registry::known(metric));
    let Plot::Spark(spark) = &spark.plot else { panic!() };
    assert_eq!((spark.values.len(), spark.reconstructed.as_slice()), (3, [(-1, 0)].as_slice()));
    let view = Compare { metric: registry::known(metric), ..Compare::default() };
    let spec = compare_chart(&snapshot, &[(0, &emission)], &Ground::default(), &view);
    let first = day("2025-03-02").epoch_days();
    assert_eq!(lines(&spec).series[0].reconstructed, [(first, first + 1)]);
    assert!(spec.subtitle.ends_with("dashed: reconstructed"));
}

#[test]
fn a_pointer_reads_the_nearest_day_that_was_measured() {
    let snapshot = snapshot();
    let [_, lium, _] = prices(&snapshot);
    let spec = price_chart(&snapshot, 1, &lium, &[]);
    let plot = layout(&spec, Size { width: 800.0, height: 400.0 });
    let first = plot.nearest(&spec, -50.0).unwrap();
    assert_eq!((first.when.as_str(), first.values[0].text.as_str()), ("2 Mar 2025", "0.1\u{a0}τ/α"));
    assert_eq!(plot.nearest(&spec, 5_000.0).unwrap().values[0].value, Some(0.111));
    let gap = day("2025-03-12").epoch_days();
    let at_gap = plot.nearest(&spec, plot.x.scale.position(f64::from(gap) + 0.2)).unwrap();
    assert_eq!((at_gap.day - gap).abs(), 1);
    assert_eq!(plot.on_day(&spec, gap).unwrap().values[0].text, "not measured");
    assert_eq!(plot.step(&spec, gap - 1, true).unwrap().day, gap + 1);
    assert_eq!(plot.step(&spec, gap + 1, false).unwrap().day, gap - 1);
    assert_eq!(plot.step(&spec, first.day, false).unwrap().day, first.day);
}

#[test]
fn keys_lead_through_the_days_and_stay_at_the_ends() {
    let snapshot = snapshot();
    let [_, lium, _] = prices(&snapshot);
    let spec = price_chart(&snapshot, 1, &lium, &[]);
    let plot = layout(&spec, Size { width: 800.0, height: 400.0 });
    let day_of = |pointed: Option<Pointed>| match pointed {
        Some(Pointed::Day(readout)) => readout.when,
        other => panic!("no day: {other:?}"),
    };
    let from_nothing = |step| day_of(plot.stepped(&spec, None, step));
    assert_eq!([Step::First, Step::On].map(from_nothing), ["2 Mar 2025", "2 Mar 2025"]);
    assert_eq!([Step::Last, Step::Back].map(from_nothing), ["29 Apr 2025", "29 Apr 2025"]);
    let last = plot.stepped(&spec, None, Step::Last);
    assert_eq!(day_of(plot.stepped(&spec, last.as_ref(), Step::Back)), "28 Apr 2025");
    assert_eq!(day_of(plot.stepped(&spec, last.as_ref(), Step::On)), "29 Apr 2025");
    assert_eq!(plot.stepped(&spec, last.as_ref(), Step::Up), None);
}

#[test]
fn dots_are_read_by_pointer_and_by_keys() {
    let spec = plane_chart(&snapshot(), &Plane::default(), &[]);
    let plot = layout(&spec, Size { width: 800.0, height: 480.0 });
    let dot_of = |pointed: Option<Pointed>| match pointed {
        Some(Pointed::Dot(dot)) => dot,
        other => panic!("no dot: {other:?}"),
    };
    // From the left: Templar, who earns nothing, then 150, 300 and 450 τ a day.
    let mut now = plot.stepped(&spec, None, Step::First);
    let mut names = vec![dot_of(now.clone()).name];
    for _ in 0..4 {
        now = plot.stepped(&spec, now.as_ref(), Step::On);
        names.push(dot_of(now.clone()).name);
    }
    assert_eq!(names, ["Templar", "lium.io", "<b>x", "Chutes", "Chutes"]);
    let chutes = dot_of(now.clone());
    assert_eq!(
        (chutes.values[0].label.as_str(), chutes.values[0].text.as_str()),
        ("Emission", "450.00\u{a0}τ/day")
    );
    let asked = Asked::Row("64.r1".to_owned(), "emission_tao_day".to_owned());
    assert_eq!(chutes.values[0].asked, Some(asked));
    assert_eq!((chutes.id.as_str(), chutes.values[1].text.as_str()), ("64.r1", "reachable product"));
    assert_eq!(plot.pointed(&spec, chutes.x + 3.0, chutes.y - 3.0), now);
    assert_eq!(plot.pointed(&spec, chutes.x, -500.0), None);
    assert_eq!(dot_of(plot.stepped(&spec, now.as_ref(), Step::Back)).name, "<b>x");
    assert_eq!(dot_of(plot.stepped(&spec, now.as_ref(), Step::Up)).name, "Chutes");
}

#[test]
fn a_cut_follows_the_hand_to_a_number_and_a_rung() {
    let spec = plane_chart(&snapshot(), &Plane::default(), &[]);
    let plot = layout(&spec, Size { width: 800.0, height: 480.0 });
    assert_eq!(plot.cut_across(plot.x.scale.position(203.4)), Some(Cut::Across(200.0)));
    let Marks::Lanes(lanes) = &plot.marks else { panic!("no plane") };
    assert_eq!(plot.cut_up(lanes.lanes[4].place.bottom() + 1.0), Some(Cut::Up(3)));
    assert_eq!(plot.cut_up(-9_999.0), Some(Cut::Up(5)));
    assert_eq!(plot.cut_up(9_999.0), Some(Cut::Up(1)));
    let no_plane = ranking(&snapshot(), registry::known("emission_tao_day"), 3);
    assert_eq!(layout(&no_plane, Size { width: 800.0, height: 300.0 }).cut_across(9.0), None);
}

#[test]
fn what_is_looked_at_alone_is_what_the_chart_speaks_of() {
    let snapshot = snapshot();
    let [chutes, lium, templar] = prices(&snapshot);
    let subjects = [(0, &chutes), (1, &lium), (3, &templar)];
    let of = |only: &[&str], form: Form| {
        let only = only.iter().map(|id| id.parse().expect("a subnet")).collect();
        build::compared(
            &snapshot,
            &subjects,
            &Ground::default(),
            &Compare { only, form, ..Compare::default() },
        )
    };
    let alone = of(&["51.r1"], Form::Line);
    let kept: Vec<_> =
        lines(&alone.spec).series.iter().map(|series| (series.label.as_str(), series.slot)).collect();
    assert_eq!(kept, [("lium.io", 1)], "it keeps its colour");
    assert_eq!(
        alone.spec.headline,
        "lium.io’s price was 0.111\u{a0}τ/α on 29 Apr 2025, 11\u{a0}% higher than on 2 Mar 2025"
    );
    assert!(alone.spec.summary.starts_with("Line chart of lium.io: "), "{}", alone.spec.summary);
    assert_eq!(alone.spec.notes.last().unwrap(), "Not drawn, by choice: Chutes, Templar.");
    // Neither a guard nor an offer is about lines that are not drawn.
    assert!(!alone.spec.notes.iter().any(|note| note.contains("Templar ends")), "{:?}", alone.spec.notes);
    assert_eq!((alone.whole, alone.overlap), (Some((day("2025-03-02"), day("2025-04-29"))), None));
    // A picture of it has its name beside the line, wide and narrow.
    for width in [960.0, 360.0] {
        let drawing = render(&alone.spec, Size { width, height: 400.0 }, Theme::Light);
        assert!(drawing.contains("\u{2068}lium.io\u{2069}</tspan>"), "{width}");
    }
    let Plot::Bars(bars) = of(&["3.r2", "51"], Form::Bar).spec.plot else { panic!("no bars") };
    assert_eq!(bars.bars.iter().map(|bar| bar.slot).collect::<Vec<_>>(), [Some(1), Some(2)]);
    // One that is not compared is said, and all are drawn.
    let stranger = of(&["7.r1"], Form::Line);
    assert_eq!(lines(&stranger.spec).series.len(), 3);
    let said = "Not among those compared, and so not drawn: SN7.r1.";
    assert_eq!(stranger.spec.notes.last().map(String::as_str), Some(said));
    // All of them alone are all of them.
    assert_eq!(of(&["64.r1", "51.r1", "3.r2"], Form::Line).spec, of(&[], Form::Line).spec);
    // A card is of what is drawn: the index of lium.io alone starts on its own first day.
    let index =
        Compare { mode: Mode::Index, only: vec!["51.r1".parse().expect("a subnet")], ..Compare::default() };
    let last = day("2025-04-29").epoch_days();
    assert!(point_card(&snapshot, &subjects, 1, &Ground::default(), &index, last).is_some());
    assert_eq!(
        point_card(&snapshot, &subjects, 0, &Ground::default(), &index, last),
        None,
        "it is not drawn"
    );
    let bars = Compare {
        form: Form::Bar,
        only: vec!["51.r1".parse().expect("a subnet"), "3.r2".parse().expect("a subnet")],
        ..index
    };
    let Plot::Bars(bars) = build::compared(&snapshot, &subjects, &Ground::default(), &bars).spec.plot else {
        panic!("no bars")
    };
    assert_eq!(bars.bars.iter().map(|bar| bar.slot).collect::<Vec<_>>(), [Some(2), Some(1)]);
}

/// Emission captured for ten days, and on one day a hundred days after.
fn with_a_late_day(snapshot: &Snapshot, row: usize) -> History {
    let mut values = vec![Some(5.0); 10];
    values.extend(vec![None; 99]);
    values.push(Some(7.0));
    history(snapshot, row, "emission_tao_day", "2025-03-01", &values, Grade::Chain)
}

#[test]
fn the_days_asked_for_are_the_days_shown() {
    let snapshot = snapshot();
    let (chutes, lium) = (with_a_late_day(&snapshot, 0), with_a_late_day(&snapshot, 1));
    let subjects = [(0, &chutes), (1, &lium)];
    let metric = registry::known("emission_tao_day");
    let of = |view: Compare| build::compared(&snapshot, &subjects, &Ground::default(), &view);
    let recent = of(Compare { metric, window: Window::LastDays(30), ..Compare::default() });
    let span = lines(&recent.spec).span;
    assert_eq!(span.1 - span.0, 29, "thirty days, of which one was measured");
    assert!(recent.spec.headline.contains("n 18 Jun 2025"), "{}", recent.spec.headline);
    let no_start = "Chutes and lium.io have no value before 18 Jun 2025 here.";
    assert_eq!(recent.spec.notes.first().map(String::as_str), Some(no_start));
    // A sum ends where the days were no longer all measured, and the axis does not.
    let sum = of(Compare { metric, mode: Mode::Cumulative, ..Compare::default() });
    assert_eq!(Some(lines(&sum.spec).span), sum.whole.map(|(a, b)| (a.epoch_days(), b.epoch_days())));
    assert!(sum.spec.headline.contains("10 Mar 2025"), "{}", sum.spec.headline);
    // Its labels stand where the lines end, not at the far side of the plot.
    let placed = layout(&sum.spec, Size { width: 900.0, height: 400.0 });
    let Marks::Lines(marks) = &placed.marks else { panic!("no lines") };
    let end = placed.x.scale.position(f64::from(day("2025-03-10").epoch_days()));
    assert!(marks.labels.iter().all(|label| (label.x - end - 12.0).abs() < 0.1), "{:?}", marks.labels);
    assert!(marks.labels.iter().all(|label| label.x < placed.plot.right() - 100.0));
}

#[test]
fn what_is_offered_is_a_stretch_on_which_all_have_values() {
    let snapshot = snapshot();
    let (chutes, lium) = (with_a_late_day(&snapshot, 0), with_a_late_day(&snapshot, 1));
    let none = history(&snapshot, 3, "price_tao", "2025-03-01", &[Some(1.0)], Grade::Chain);
    let view = Compare { metric: registry::known("emission_tao_day"), ..Compare::default() };
    let two = build::compared(&snapshot, &[(0, &chutes), (1, &lium)], &Ground::default(), &view);
    let offer = two.overlap.expect("an offer");
    assert_eq!(offer, Offer::Covered((day("2025-03-01"), day("2025-03-10"))));
    assert_eq!(offer.words(), "Show only 1 Mar 2025 to 10 Mar 2025, which all of them cover");
    let three =
        build::compared(&snapshot, &[(0, &chutes), (1, &lium), (3, &none)], &Ground::default(), &view);
    let words = three.overlap.map(Offer::words);
    assert_eq!(
        words.as_deref(),
        Some("Show only 1 Mar 2025 to 10 Mar 2025, which all that have values cover")
    );
    // Ages are no days: there is no control of days under them.
    let by_age = Compare { base: TimeBase::Age, ..view };
    let aged = build::compared(&snapshot, &[(0, &chutes), (1, &lium)], &Ground::default(), &by_age);
    assert_eq!((aged.whole, aged.overlap), (None, None));
}

#[test]
fn what_happened_is_numbered_listed_and_read_where_nothing_was_measured() {
    let snapshot = snapshot();
    let chutes = with_a_late_day(&snapshot, 0);
    let mark = |text: &str, label: &str| EventMark {
        day: day(text).epoch_days(),
        label: label.to_owned(),
        series: None,
    };
    let long = "A rule that is told in so many words that there is no room for them above any chart, \
                whether narrow or wide, and that nobody could read if they were cut.";
    let events = [mark("2025-04-20", "Second"), mark("2025-04-02", long), mark("2020-01-01", "Before")];
    let view = Compare { metric: registry::known("emission_tao_day"), ..Compare::default() };
    let ground = Ground { events: &events, ..Ground::default() };
    let spec = compare_chart(&snapshot, &[(0, &chutes)], &ground, &view);
    let listed = [format!("2 Apr 2025: {long}"), "20 Apr 2025: Second".to_owned()];
    assert_eq!(spec.rules(), listed);
    for width in [900.0, 360.0] {
        let placed = layout(&spec, Size { width, height: 400.0 });
        let Marks::Lines(marks) = &placed.marks else { panic!("no lines") };
        let numbers: Vec<_> = marks.events.iter().map(|event| (event.number, event.text.is_some())).collect();
        // Words beside some numbers only would seem to be all that happened.
        assert_eq!(numbers, [(1, false), (2, false)], "{width}");
        assert!(marks.events.iter().all(|event| event.number_at.is_some()), "{width}");
        // Keys stop at them on the way from the last day to the one before the gap.
        let mut stops = vec![placed.step(&spec, day("2025-06-18").epoch_days(), false).unwrap()];
        while stops.len() < 3 {
            stops.push(placed.step(&spec, stops[stops.len() - 1].day, false).unwrap());
        }
        let whens: Vec<&str> = stops.iter().map(|stop| stop.when.as_str()).collect();
        assert_eq!(whens, ["20 Apr 2025", "2 Apr 2025", "10 Mar 2025"]);
        assert_eq!(stops[1].events, [long]);
        assert_eq!(stops[1].values[0].text, "not measured");
        // A pointer at a rule reads it.
        let across = placed.x.scale.position(f64::from(day("2025-04-02").epoch_days()));
        assert_eq!(placed.nearest(&spec, across + 1.5).unwrap().events, [long]);
    }
    let exported = render_export(&spec, Size { width: 960.0, height: 540.0 }, Theme::Light);
    assert!(exported.contains("1. 2 Apr 2025: A rule that is told"), "a picture takes the list along");
}

#[test]
fn a_scatter_says_how_many_of_its_subnets_a_log_axis_has_no_place_for() {
    let view = Compare {
        metric: registry::known("emission_tao_day"),
        metric_x: registry::known("market_cap_tao"),
        form: Form::Scatter,
        scale: YScale::Log,
        ..Compare::default()
    };
    let spec = compare_chart(&snapshot(), &[], &Ground::default(), &view);
    assert_eq!(
        spec.subtitle,
        "Emission against market cap, 3 of 4 subnets (1 with zero or less are not on a log axis), 7 Aug 2026"
    );
}

#[test]
fn a_zoomed_scatter_says_so_and_its_files_have_what_it_shows() {
    let view = Compare {
        metric: registry::known("emission_tao_day"),
        metric_x: registry::known("market_cap_tao"),
        form: Form::Scatter,
        range: Some((1.0, 460.0)),
        range_x: Some((0.0, 1e6)),
        ..Compare::default()
    };
    let shown = |view: &Compare| build::compared(&snapshot(), &[], &Ground::default(), view);
    let drawn = shown(&view);
    let Plot::Scatter(scatter) = &drawn.spec.plot else { panic!("no scatter") };
    assert_eq!(scatter.points.len(), 4, "the sentence is of all of them");
    assert_eq!(scatter.field, Field { x: view.range_x, y: view.range });
    assert_eq!(
        drawn.spec.notes[0],
        "Zoomed to emission from 1\u{a0}τ/day to 460\u{a0}τ/day and market cap from 0\u{a0}τ to 1,000,000\u{a0}τ; \
         the sentence above is of all subnets."
    );
    assert_eq!(drawn.spec.subtitle, "Emission against market cap, 3 of 4 subnets, 7 Aug 2026");
    assert_eq!(twin(&drawn.spec, Digits::Exact).rows.len(), 3, "files have what is shown");
    let placed = layout(&drawn.spec, Size { width: 700.0, height: 420.0 });
    assert_eq!(placed.y.scale.domain(), (1.0, 460.0));
    let offers = drawn.offers(&view);
    assert_eq!(offers.len(), 1);
    let mut whole = view.clone();
    offers[0].take(&mut whole);
    assert_eq!(whole, Compare { range: None, range_x: None, ..view.clone() });
    assert_eq!(shown(&whole).offers(&whole), []);
    // A log axis has no zero to begin at, and begins at the least that it can show.
    let log = Compare { scale: YScale::Log, range: Some((-1.0, 460.0)), range_x: None, ..view };
    let Plot::Scatter(scatter) = shown(&log).spec.plot else { panic!("no scatter") };
    assert!(scatter.field.y.is_some_and(|(from, to)| from > 0.0 && to == 460.0), "{:?}", scatter.field);
    let none = Compare { range: Some((-2.0, -1.0)), ..log };
    assert!(!shown(&none).spec.is_zoomed(), "nothing up to zero is on a log axis");
}

#[test]
fn the_dots_asked_for_have_their_names_in_any_crowd() {
    let point = |at: usize, slot: Option<u8>| Point {
        id: format!("{at}.r1"),
        label: format!("Subnet number {at}"),
        slot,
        x: 50.0 + (at % 7) as f64,
        y: 50.0 + (at / 7) as f64,
    };
    let axis = |label: &str| Axis {
        metric: "stars".to_owned(),
        label: label.to_owned(),
        unit: String::new(),
        scale: ScaleKind::Linear,
        style: registry::known("stars").style,
    };
    let points: Vec<Point> =
        (0..49).map(|at| point(at, (22..27).contains(&at).then(|| (at - 22) as u8))).collect();
    let plot = Plot::Scatter(Scatter { x: axis("Across"), y: axis("Up"), points, field: Field::default() });
    let spec = ChartSpec { plot, ..compared(&Compare::default()) };
    for width in [360.0, 768.0] {
        let placed = layout(&spec, Size { width, height: 340.0 });
        let Marks::Scatter(marks) = &placed.marks else { panic!("no scatter") };
        for asked in 22..27 {
            assert!(marks.labels.iter().any(|label| label.dot == asked), "{asked} at {width}");
        }
    }
}

/// Emission rebuilt for 2025 and read once in 2026, each from a source of its own.
fn read_after_a_gap(snapshot: &Snapshot, row: usize, read: f64) -> History {
    let of = |start: &str, values: Vec<Option<f64>>, grade, source| {
        Series::of(day(start), values, grade, Some(source))
    };
    let rebuilt = of("2025-10-25", vec![Some(400.0); 5], Grade::Reconstructed, 1);
    let captured = of("2026-08-07", vec![Some(read)], Grade::Chain, 0);
    History {
        id: snapshot.subnets[row].id,
        series: vec![(registry::known("emission_tao_day"), captured.over(&rebuilt))],
        notes: BTreeMap::new(),
    }
}

#[test]
fn a_sum_that_begins_when_the_others_have_ended_does_not_lead_them() {
    let snapshot = snapshot();
    let (chutes, lium) = (read_after_a_gap(&snapshot, 0, 450.0), read_after_a_gap(&snapshot, 1, 225.0));
    let late = history(&snapshot, 2, "emission_tao_day", "2026-08-07", &[Some(302.0)], Grade::Chain);
    let metric = registry::known("emission_tao_day");
    let view = Compare { metric, mode: Mode::Cumulative, ..Compare::default() };
    let subjects = [(0, &chutes), (1, &lium), (2, &late)];
    let spec = build::compared(&snapshot, &subjects, &Ground::default(), &view).spec;
    assert_eq!(
        spec.headline,
        "By 29 Oct 2025, on the 5 days known, both had received the same: 2,000\u{a0}τ"
    );
    let left_out = format!(
        "Without a value on 29 Oct 2025, and not compared there: {}.",
        subnet_ledger::format::shown_name(&snapshot.subnets[2].name, snapshot.subnets[2].id.netuid())
    );
    assert!(spec.notes.contains(&left_out), "{:?}", spec.notes);

    // Days inside the gap are not all that there is.
    let window = Window::Between(WindowEdge::Day(day("2026-01-01")), WindowEdge::Day(day("2026-02-01")));
    let spec = build::compared(&snapshot, &subjects, &Ground::default(), &Compare { window, ..view }).spec;
    assert_eq!(spec.headline, "No emission on the days asked for");
    let known =
        "Nothing was measured in the days asked for; there are values from 25 Oct 2025 to 7 Aug 2026.";
    assert!(spec.notes.contains(&known.to_owned()), "{:?}", spec.notes);
}

#[test]
fn one_captured_day_of_ninety_is_said_in_the_headline_of_a_sum() {
    let snapshot = snapshot();
    let (chutes, lium) = (read_after_a_gap(&snapshot, 0, 450.0), read_after_a_gap(&snapshot, 1, 225.0));
    let subjects = [(0, &chutes), (1, &lium)];
    let sum = |window, form, base| {
        let metric = registry::known("emission_tao_day");
        let view = Compare { metric, mode: Mode::Cumulative, window, form, base, ..Compare::default() };
        build::compared(&snapshot, &subjects, &Ground::default(), &view).spec
    };
    for form in [Form::Line, Form::Bar] {
        let spec = sum(Window::LastDays(90), form, TimeBase::Date);
        assert_eq!(
            spec.headline,
            "Chutes had received most by 7 Aug 2026, on the one day known: 450\u{a0}τ, twice lium.io"
        );
        let note = "Chutes and lium.io were measured on 1 of 90 days: their sums are at least this.";
        assert!(spec.notes.contains(&note.to_owned()), "{:?}", spec.notes);
    }
    // The last five days of October are all that a year has before its long gap.
    let year = sum(Window::LastDays(365), Form::Line, TimeBase::Date);
    assert_eq!(
        year.headline,
        "By 29 Oct 2025, on the 5 days known, both had received the same: 2,000\u{a0}τ"
    );
    // By age the sum should begin with the registration: Chutes’ of 3 Jul 2025, 114 days before.
    let aged = sum(Window::All, Form::Line, TimeBase::Age);
    let note = "Chutes on 5 of 119 days";
    assert!(aged.notes.iter().any(|said| said.contains(note)), "{:?}", aged.notes);
    assert!(aged.headline.contains(", on the "), "{}", aged.headline);
}

#[test]
fn a_captured_day_has_its_own_grade_and_source() {
    let mut snapshot = snapshot();
    let mut prices = snapshot.sources[0].clone();
    prices.name = "Daily prices".to_owned();
    prices.url = Some("https://example.org/prices".to_owned());
    snapshot.sources.push(prices);
    let chutes = read_after_a_gap(&snapshot, 0, 449.96);
    let view = Compare { metric: registry::known("emission_tao_day"), ..Compare::default() };
    let card = |on: &str| {
        let card = point_card(&snapshot, &[(0, &chutes)], 0, &Ground::default(), &view, day(on).epoch_days());
        card.map(|card| (card.grades[0], card.sources[0].0.clone())).unwrap()
    };
    assert_eq!(card("2026-08-07"), (Grade::Chain, "Finney archive node".to_owned()));
    assert_eq!(card("2025-10-29"), (Grade::Reconstructed, "Daily prices".to_owned()));
    let spec = compare_chart(&snapshot, &[(0, &chutes)], &Ground::default(), &view);
    assert_eq!(
        spec.source,
        "Sources: Daily prices; Finney archive node; snapshot of 7 Aug 2026, block 8,791,253"
    );
    assert_eq!(
        spec.credits,
        [
            "Source: Daily prices, https://example.org/prices",
            "Source: Finney archive node",
            "Subnet Ledger snapshot 2026-08-07-8791253"
        ]
    );
    let dashed = day("2025-10-25").epoch_days();
    assert_eq!(lines(&spec).series[0].reconstructed, [(dashed, dashed + 4)], "only what a model made");
    // A picture says all of it.
    let picture =
        subnet_ledger::chart::svg::render_export(&spec, Size { width: 960.0, height: 540.0 }, Theme::Light);
    for part in ["https://example.org/prices", "snapshot 2026-08-07-8791253"] {
        assert!(picture.contains(part), "{part}");
    }
}

#[test]
fn bars_made_of_lines_are_guarded_like_these_and_speak_of_no_dashes() {
    let snapshot = snapshot();
    let emission = |row, start: &str, days: usize| {
        history(&snapshot, row, "emission_tao_day", start, &vec![Some(10.0); days], Grade::Reconstructed)
    };
    let (chutes, targon) = (emission(0, "2025-03-01", 20), emission(2, "2025-03-11", 10));
    let metric = registry::known("emission_tao_day");
    let view = Compare { metric, mode: Mode::Cumulative, form: Form::Bar, ..Compare::default() };
    let bars = build::compared(&snapshot, &[(0, &chutes), (2, &targon)], &Ground::default(), &view);
    assert!(bars.spec.notes.contains(&"Targon starts on 11 Mar 2025.".to_owned()), "{:?}", bars.spec.notes);
    assert_eq!(bars.overlap, Some(Offer::Covered((day("2025-03-11"), day("2025-03-20")))));
    assert!(bars.spec.subtitle.ends_with(", reconstructed"), "{}", bars.spec.subtitle);
    assert_eq!(
        bars.spec.headline,
        "Chutes had received most by 20 Mar 2025: 200\u{a0}τ, twice Targon, of which 10 days are known"
    );
    // The newest values are read from the snapshot, and there is nothing to guard over time.
    let newest = Compare { mode: Mode::Absolute, ..view };
    let newest = build::compared(&snapshot, &[(0, &chutes), (2, &targon)], &Ground::default(), &newest);
    assert_eq!((newest.spec.notes, newest.overlap), (vec![], None));
}

#[test]
fn what_is_not_known_over_time_has_a_table_of_the_snapshot_and_a_way_to_bars() {
    let snapshot = snapshot();
    let none = History { id: snapshot.subnets[0].id, series: vec![], notes: BTreeMap::new() };
    let drawn = |form| {
        let view = Compare { metric: registry::known("market_cap_tao"), form, ..Compare::default() };
        build::compared(&snapshot, &[(0, &none)], &Ground::default(), &view)
    };
    let line = drawn(Form::Line);
    assert!(line.only_newest);
    assert_eq!(line.spec.headline, "No market cap over time in this snapshot");
    let table = drawn(Form::Table);
    assert!(!table.only_newest);
    assert_eq!(twin(&table.spec, Digits::Exact).rows, [["64.r1", "Chutes", "400000"]]);
    assert_eq!(table.spec.notes, ["Nothing of it is known over time: these are the values of the snapshot."]);
    // With the numbers of the snapshot beside the history there is a point.
    let beside = none.clone().beside(snapshot.points(none.id));
    let view = Compare { metric: registry::known("market_cap_tao"), ..Compare::default() };
    let point = build::compared(&snapshot, &[(0, &beside)], &Ground::default(), &view);
    assert_eq!(point.whole, Some((day("2026-08-07"), day("2026-08-07"))));
    // By age there are no days to choose from, and yet there are values over time.
    let by_age = Compare { base: TimeBase::Age, ..view };
    let aged = build::compared(&snapshot, &[(0, &beside)], &Ground::default(), &by_age);
    assert_eq!((aged.whole, aged.only_newest), (None, false));
    // And a formula of two of them has one too.
    let metric = custom::typed("emission_tao_day / market_cap_tao").unwrap();
    let view = Compare { metric, ..Compare::default() };
    let point = build::compared(&snapshot, &[(0, &beside)], &Ground::default(), &view).spec;
    assert_eq!(lines(&point).series[0].values, [Some(450.0 / 4e5)]);
}

#[test]
fn an_index_across_a_change_of_the_rule_says_so_in_its_headline() {
    let snapshot = snapshot();
    let chutes = read_after_a_gap(&snapshot, 0, 450.0);
    let view =
        Compare { metric: registry::known("emission_tao_day"), mode: Mode::Index, ..Compare::default() };
    let said = |changes: &[Day]| {
        let ground = Ground { changes, ..Ground::default() };
        compare_chart(&snapshot, &[(0, &chutes)], &ground, &view).headline
    };
    assert!(said(&[day("2025-11-01")]).ends_with("for every 100, under other rules"));
    assert!(said(&[day("2025-10-01")]).ends_with("for every 100"));
}

#[test]
fn a_share_of_prices_is_of_those_that_had_started() {
    let snapshot = snapshot();
    let of = |row, values: &[f64]| {
        let values: Vec<_> = values.iter().copied().map(Some).collect();
        history(&snapshot, row, "price_tao", "2025-03-01", &values, Grade::Chain)
    };
    // The third had not started on the first day: its price there is that of a pool without alpha.
    let (chutes, lium, other) = (of(0, &[0.2, 0.2]), of(1, &[0.6, 0.6]), of(3, &[9.0, 0.2]));
    let metric = registry::known("price_tao");
    let all: Vec<_> = [&chutes, &lium, &other].map(|history| history.running(metric)).to_vec();
    let totals = Totals::of(all.iter().filter_map(|history| history.series(metric)));
    let ground = Ground { totals: Some(&totals), ..Ground::default() };
    let view = Compare { mode: Mode::Share, ..Compare::default() };
    let spec = compare_chart(&snapshot, &[(0, &chutes)], &ground, &view);
    let values: Vec<f64> = lines(&spec).series[0].values.iter().flatten().copied().collect();
    assert!((values[0] - 0.25).abs() < 1e-12 && (values[1] - 0.2).abs() < 1e-12, "{values:?}");
}

#[test]
fn a_spec_survives_the_way_to_the_lazy_binary() {
    let spec = compared(&Compare::default());
    let json = serde_json::to_string(&spec).unwrap();
    assert_eq!(serde_json::from_str::<ChartSpec>(&json).unwrap(), spec);
}

/// The cards of lium.io's last day and of the same at an age: what the chart shows, and how it was made.
#[test]
fn a_point_of_a_line_has_a_card_with_its_numbers() {
    let snapshot = snapshot();
    let [chutes, mut lium, templar] = prices(&snapshot);
    lium.notes.insert("price_tao", "Rebuilt; median error 3 %.".to_owned());
    let last = day("2025-04-29").epoch_days();
    let card = |view: &Compare, at: i32, lium: &History| {
        let subjects = [(0, &chutes), (1, lium), (3, &templar)];
        let totals = Totals::of(subjects.iter().filter_map(|(_, history)| history.series(view.metric)));
        let ground = Ground { totals: Some(&totals), ..Ground::default() };
        point_card(&snapshot, &subjects, 1, &ground, view, at)
    };
    let price = Compare::default();
    let plain = card(&price, last, &lium).unwrap();
    assert_eq!(
        (plain.value.as_str(), plain.grades[0], plain.worked, plain.why),
        ("0.111\u{a0}τ/α", Grade::Chain, None, None)
    );
    assert_eq!((plain.as_of.as_str(), plain.name.as_str()), ("29 Apr 2025", "lium.io"));
    assert_eq!(card(&price, day("2025-03-12").epoch_days(), &lium), None, "a gap has no number");
    assert_eq!(card(&price, i32::MIN, &lium), None);

    let numbers = |view: &Compare, at| {
        let worked = card(view, at, &lium).unwrap().worked.unwrap();
        (worked.numbers, worked.result)
    };
    let index = Compare { mode: Mode::Index, ..Compare::default() };
    assert_eq!(numbers(&index, last), ("0.111 ÷ 0.1 × 100".to_owned(), "111".to_owned()));
    let share = Compare { mode: Mode::Share, ..Compare::default() };
    // Chutes has come down to 0.2; Templar has ended.
    assert_eq!(numbers(&share, last), ("0.111 ÷ 0.311".to_owned(), "35.7\u{a0}%".to_owned()));
    let dollars = Compare { unit: Some(UnitChoice::UsdNow), ..Compare::default() };
    assert_eq!(numbers(&dollars, last).0, "0.111 × 200");
    // Registered 300 days before 7 Aug 2026, long after these prices: by age there is nothing.
    let age = Compare { base: TimeBase::Age, ..Compare::default() };
    assert_eq!(card(&age, 1, &lium), None);

    made_until(&mut lium, "2025-04-29");
    let rebuilt = card(&price, last, &lium).unwrap();
    assert_eq!(
        (rebuilt.grades[0], rebuilt.why.as_deref()),
        (Grade::Reconstructed, Some("Rebuilt; median error 3 %."))
    );
}

#[test]
fn a_cell_of_the_table_is_asked_like_the_mark_it_stands_for() {
    let day = |id: &str, on: &str| Some(Asked::Day(id.to_owned(), day(on).epoch_days()));
    let row = |id: &str, metric: &str| Some(Asked::Row(id.to_owned(), metric.to_owned()));
    let cell = |spec: &ChartSpec, at: usize, column: usize| {
        let table = twin(spec, Digits::Exact);
        asked(spec, &table.rows[at], column)
    };
    let lines = compared(&Compare::default());
    // Newest first; Templar, the last column, ended on 2 March.
    assert_eq!(cell(&lines, 0, 1), day("64.r1", "2025-04-29"));
    assert_eq!((cell(&lines, 0, 0), cell(&lines, 0, 3), cell(&lines, 0, 9)), (None, None, None));
    let scatter = compared(&Compare {
        form: Form::Scatter,
        metric_x: registry::known("market_cap_tao"),
        ..Compare::default()
    });
    assert_eq!(twin(&scatter, Digits::Exact).rows.len(), 0, "prices were not captured");
    let metric = registry::known("emission_tao_day");
    let scatter = compared(&Compare {
        form: Form::Scatter,
        metric,
        metric_x: registry::known("market_cap_tao"),
        ..Compare::default()
    });
    assert_eq!(
        (cell(&scatter, 0, 2), cell(&scatter, 0, 3)),
        (row("64.r1", "market_cap_tao"), row("64.r1", metric.id))
    );
    let bars = compared(&Compare { form: Form::Bar, metric, ..Compare::default() });
    assert_eq!((cell(&bars, 0, 1), cell(&bars, 0, 2)), (None, row("64.r1", metric.id)));
    let plane = plane_chart(&snapshot(), &Plane::default(), &[]);
    assert_eq!(cell(&plane, 0, 3), row("64.r1", metric.id));
}

#[test]
fn a_bar_is_asked_by_its_row_and_the_end_of_a_line_by_its_day() {
    let bar = Compare { metric: registry::known("emission_tao_day"), form: Form::Bar, ..Compare::default() };
    let first = |spec: &ChartSpec| {
        let layout = layout(spec, Size { width: 600.0, height: 200.0 });
        let first = layout.stepped(spec, None, Step::First);
        let Some(Pointed::Dot(dot)) = first else { panic!("{first:?}") };
        assert!(matches!(layout.pointed(spec, 1.0, dot.y), Some(Pointed::Dot(same)) if same.dot == dot.dot));
        dot.values[0].asked.clone().unwrap()
    };
    let id = |asked: &Asked| match asked {
        Asked::Row(id, metric) => format!("{id} {metric}"),
        Asked::Day(id, day) => format!("{id} {}", Day::from_epoch_days(*day)),
    };
    let Asked::Row(_, metric) = first(&compared(&bar)) else {
        panic!("the newest values are the snapshot's")
    };
    assert_eq!(metric, "emission_tao_day");
    let index = Compare { mode: Mode::Index, form: Form::Bar, ..Compare::default() };
    let of_line = id(&first(&compared(&index)));
    assert!(of_line.ends_with("2025-04-29") || of_line.ends_with("2025-03-02"), "{of_line}");
}

/// Every mode of a comparison from the data to the drawing and to what ECharts is given.
#[test]
fn every_mode_of_a_comparison_is_the_same_text_every_time() {
    let snapshot = snapshot();
    let emission = registry::known("emission_tao_day");
    let wave = |row: usize, from: f64, gap: std::ops::Range<usize>| {
        let mut values: Vec<Option<f64>> =
            (0..60).map(|day| Some(from * (1.0 + 0.2 * (f64::from(day) / 9.0 + row as f64).sin()))).collect();
        values[gap].fill(None);
        let mut one = history(&snapshot, row, emission.id, "2025-10-05", &values, Grade::Reconstructed);
        // The last days were captured.
        made_until(&mut one, "2025-11-23");
        one
    };
    let (chutes, lium) = (wave(0, 400.0, 20..24), wave(1, 150.0, 0..6));
    let subjects = [(0, &chutes), (1, &lium)];
    let totals = Totals::of([&chutes, &lium].into_iter().filter_map(|history| history.series(emission)));
    let prices = Series::of(day("2025-10-23"), tao_usd().values, Grade::ThirdPartySays, Some(0));
    let events = [subnet_ledger::chart::spec::EventMark {
        day: day("2025-10-23").epoch_days(),
        label: "A rule changed".to_owned(),
        series: None,
    }];
    let ground =
        Ground { totals: Some(&totals), events: &events, tao_usd: Some(&prices), ..Ground::default() };
    let base = Compare { metric: emission, ..Compare::default() };
    let window = Window::Between(WindowEdge::Day(day("2025-10-14")), WindowEdge::Last);
    let views = [
        ("abs", base.clone()),
        ("log", Compare { scale: YScale::Log, ..base.clone() }),
        ("index", Compare { mode: Mode::Index, window, ..base.clone() }),
        ("share", Compare { mode: Mode::Share, ..base.clone() }),
        ("cum", Compare { mode: Mode::Cumulative, ..base.clone() }),
        ("age", Compare { base: TimeBase::Age, ..base.clone() }),
        ("usd-now", Compare { unit: Some(UnitChoice::UsdNow), ..base.clone() }),
        ("usd-then", Compare { unit: Some(UnitChoice::UsdThen), ..base.clone() }),
        ("bar", Compare { form: Form::Bar, ..base.clone() }),
        ("bar-cum", Compare { form: Form::Bar, mode: Mode::Cumulative, ..base.clone() }),
        ("scatter", Compare { form: Form::Scatter, metric_x: registry::known("market_cap_tao"), ..base }),
    ];
    for (name, view) in views {
        let spec = build::compared(&snapshot, &subjects, &ground, &view).spec;
        for width in [700.0, 330.0] {
            let size = Size { width, height: best_height(&spec, width) };
            let svg = render(&spec, size, Theme::Page).replace("><", ">\n<");
            insta::assert_snapshot!(format!("mode-{name}-{width}"), svg);
        }
        if let Some(mut option) = option(&spec, Size { width: 700.0, height: 420.0 }, Theme::Light) {
            for series in option["series"].as_array_mut().into_iter().flatten() {
                if let Some(data) = series["data"].as_array_mut() {
                    data.truncate(3);
                }
            }
            insta::assert_json_snapshot!(format!("mode-{name}-option"), option);
        }
        insta::assert_snapshot!(
            format!("mode-{name}-words"),
            [vec![spec.headline, spec.subtitle], spec.notes, vec![spec.source, spec.summary]]
                .concat()
                .join("\n")
        );
    }
}
