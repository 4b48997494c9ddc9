//! The drawings that are no charts, whole: what is known of whom, and the rung of a subnet over time.
#![cfg(not(target_arch = "wasm32"))]

use subnet_ledger::chart::{coverage_strip, rung_strip};
use subnet_ledger::compute::movement::Step;
use subnet_ledger::finding::movement::Movement;
use subnet_ledger::markup::{self, Markup};
use subnet_ledger::model::{Absence, Day, Rung, RungState, Value};

/// Lines of their own for elements: what changes then shows as one changed line.
fn lines(drawn: impl Into<String>) -> String {
    drawn.into().replace("><", ">\n<")
}

#[test]
fn coverage_is_the_same_text_every_time() {
    let states = Absence::ALL.into_iter().map(Value::Missing);
    let values: Vec<Value> =
        [Value::from(Some(2.0)), Value::from(Some(0.0))].into_iter().chain(states).collect();
    insta::assert_snapshot!("coverage", lines(coverage_strip(&values)));
    insta::assert_snapshot!("coverage-rungs", lines(rung_strip(&RungState::ALL)));
}

#[test]
fn the_movement_of_a_rung_is_the_same_text_every_time() {
    let day = |day| Day::from_ymd(2026, 1, day).unwrap_or(Day::from_epoch_days(0));
    let told = Movement {
        headline: "By dated evidence on rung 3, reachable product, since 21 Jan 2026".to_owned(),
        note: "A note, with \"signs\" & <marks>.".to_owned(),
        kept_from: None,
        steps: vec![
            Step { from: day(1), to: day(10), rung: None },
            Step { from: day(11), to: day(20), rung: Some(Rung::PublicCode) },
            Step { from: day(21), to: day(30), rung: Some(Rung::ReachableProduct) },
        ],
    };
    insta::assert_snapshot!("movement", lines(Markup::from(markup::movement(&told))));
}
