//! The columns: as many rows as subnets, states that are known, and numbers that can be.

use super::reader::Reader;
use super::root::Context;
use crate::model::{Absence, Grade, Ladder, SubnetId};
use crate::registry;
use crate::snapshot::snapshot_from_wire;
use crate::snapshot::wire::{MetricColumn, Summary};

/// No subnet can have more alpha, and there can be no more TAO.
const CAP: f64 = 21_000_000.0;
/// How far the shares may be from their sum.
const SHARES: f64 = 1e-9;

/// Checks a summary, and gives the subnets of its rows.
pub fn check(summary: &Summary, place: &str, context: &Context, reader: &mut Reader) -> Vec<SubnetId> {
    let ids: Vec<SubnetId> = summary.subnets.iter().filter_map(|id| id.parse().ok()).collect();
    let in_order = ids.windows(2).all(|pair| pair[0].netuid() < pair[1].netuid());
    reader.want(ids.len() == summary.subnets.len() && in_order, place, || {
        "its subnets are not ids in order of netuid, each slot once".to_owned()
    });
    texts(summary, place, reader);
    for (metric, column) in &summary.metrics {
        let inside = format!("{place}, {metric}");
        self::column(metric, column, &inside, summary.subnets.len(), context, reader);
    }
    totals(summary, place, context, reader);
    meaning(summary, place, context, reader);
    ids
}

fn texts(summary: &Summary, place: &str, reader: &mut Reader) {
    let rows = summary.subnets.len();
    let lengths = [
        ("name", summary.name.len()),
        ("symbol", summary.symbol.len()),
        ("category", summary.category.len()),
        ("ladder.states", summary.ladder.states.len()),
    ];
    for (column, length) in lengths {
        reader.want(length == rows, place, || format!("“{column}” has {length} values for {rows} subnets"));
    }
    let classes = summary.category.iter().flatten();
    reader.want(classes.clone().all(|class| *class < summary.categories.len()), place, || {
        "a class is not in “categories”".to_owned()
    });
    let states = summary.ladder.states.iter();
    for letters in states.filter(|letters| Ladder::from_letters(letters).is_none()) {
        reader.find(place, format!("“{letters}” is no ladder of five known letters"));
    }
}

fn column(
    metric: &str,
    column: &MetricColumn,
    place: &str,
    rows: usize,
    context: &Context,
    reader: &mut Reader,
) {
    let length = column.values.len();
    reader.want(length == rows, place, || format!("it has {length} values for {rows} subnets"));
    reader.want(Grade::from_id(&column.grade).is_some(), place, || {
        format!("its grade “{}” is not known", column.grade)
    });
    context.source(&column.source, place, reader);
    reader.want(column.block.is_none_or(|block| block <= context.root.block), place, || {
        "it was read after the block of its snapshot".to_owned()
    });
    let below = column.values.iter().flatten().find(|value| **value < 0.0);
    reader.want(below.is_none(), place, || {
        format!("{} is less than nothing", below.copied().unwrap_or_default())
    });
    for (row, exception) in &column.exceptions {
        let known = exception.state.as_deref().is_none_or(|state| Absence::from_id(state).is_some());
        let is_null = column.values.get(*row).is_some_and(Option::is_none);
        reader.want(known && *row < length && (is_null || exception.state.is_none()), place, || {
            format!("the remark on row {row} fits no row, names no known state, or calls a number missing")
        });
    }
    let is_share = matches!(metric, "miner_burn");
    let above = column.values.iter().flatten().any(|value| *value > 1.0);
    reader.want(!(is_share && above), place, || "a share is above 1".to_owned());
    reader.want(
        registry::metric(metric).is_none_or(|metric| metric.formula.is_none() || metric.id == "price_tao"),
        place,
        || "it can be computed from other columns, so a published copy can contradict them".to_owned(),
    );
}

/// The values of a captured column, or nothing.
fn values<'a>(summary: &'a Summary, metric: &str) -> &'a [Option<f64>] {
    summary.metrics.get(metric).map_or(&[], |column| column.values.as_slice())
}

fn totals(summary: &Summary, place: &str, context: &Context, reader: &mut Reader) {
    let tao: f64 = values(summary, "tao_in_pool").iter().flatten().sum();
    reader.want(tao <= CAP, place, || format!("the pools hold {tao} TAO together, more than there can be"));
    let pairs = |a: &str, b: &str| -> Vec<(usize, f64, f64)> {
        let rows = values(summary, a).iter().zip(values(summary, b)).enumerate();
        rows.filter_map(|(row, (a, b))| Some((row, (*a)?, (*b)?))).collect()
    };
    let name = |row: usize| summary.subnets.get(row).cloned().unwrap_or_default();
    for (row, pool, out) in pairs("alpha_in_pool", "alpha_out") {
        let alpha = pool + out;
        reader
            .want(alpha <= CAP, place, || format!("{} has {alpha} alpha, more than there can be", name(row)));
    }
    for (row, used, all) in pairs("slots_used", "slots_max") {
        reader.want(used <= all, place, || format!("{} has {used} of {all} slots taken", name(row)));
    }
    for (row, block) in values(summary, "registered_at_block").iter().enumerate() {
        let early = block.is_none_or(|block| block <= context.root.block as f64);
        reader.want(early, place, || format!("{} was registered after the snapshot", name(row)));
    }
}

/// Loads the summary as the site does, and checks what is computed from it.
fn meaning(summary: &Summary, place: &str, context: &Context, reader: &mut Reader) {
    let Ok((snapshot, issues)) = snapshot_from_wire(context.root.clone(), summary.clone()) else { return };
    for issue in issues {
        reader.find(place, issue.0.trim_end_matches('.'));
    }
    for share in ["emission_share", "price_share"] {
        let metric = registry::known(share);
        let column = snapshot.column(metric).filter(|_| snapshot.measured(metric) > 0);
        let total: Option<f64> =
            column.map(|column| column.values.iter().filter_map(|value| value.number()).sum());
        reader.want(total.is_none_or(|total| (total - 1.0).abs() < SHARES), place, || {
            format!("“{}” sums to {}, not to 1", metric.label, total.unwrap_or_default())
        });
    }
}
