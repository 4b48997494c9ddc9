//! Copies of the newest numbers under names that stay, for whoever fetches them with a script.

use serde_json::{Map, Value as Json, json};

use super::press::Press;
use crate::chart::taken::csv_field;
use crate::format::{shown_name, shown_text};
use crate::model::{Reading, Rung};
use crate::registry::{self, Metric};
use crate::snapshot::SubnetRow;
use crate::view::{Route, SubnetPage};

/// Every copy: its file and its text.
pub fn all(press: &Press) -> Vec<(String, String)> {
    let snapshot = &press.ledger.snapshot;
    let mut files = Vec::new();
    for (row, subnet) in snapshot.subnets.iter().enumerate() {
        let name = format!("data/current/subnet/{}", subnet.id.netuid());
        files.push((format!("{name}.json"), subnet_json(press, row, subnet)));
        files.push((format!("{name}.csv"), subnet_csv(press, row)));
    }
    let metrics = registry::all()
        .map(|metric| (format!("data/current/metric/{}.csv", metric.id), metric_csv(press, metric)));
    files.extend(metrics);
    files
}

/// How a value is known: a number or why there is none, its grade, day and source.
struct Known {
    number: Option<f64>,
    state: &'static str,
    grade: &'static str,
    day: String,
    source: String,
    why: String,
}

fn known(press: &Press, metric: &Metric, row: usize) -> Known {
    let Reading { value, provenance, why } = press.ledger.snapshot.reading(metric, row);
    let source = provenance.source.and_then(|at| press.ledger.snapshot.sources.get(at));
    Known {
        number: value.number(),
        state: value.absence().map_or("measured", |absence| absence.id()),
        grade: provenance.grade.id(),
        day: provenance.as_of.day.map(|day| day.to_string()).unwrap_or_default(),
        source: source.map(|source| source.id.clone()).unwrap_or_default(),
        why: why.unwrap_or_default(),
    }
}

fn subnet_json(press: &Press, row: usize, subnet: &SubnetRow) -> String {
    let snapshot = &press.ledger.snapshot;
    let metrics: Map<String, Json> = registry::all()
        .map(|metric| {
            let Known { number, state, grade, day, source, why } = known(press, metric, row);
            let entry = json!({
                "value": number, "state": state, "unit": metric.unit.to_string(),
                "grade": grade, "as_of": day, "source": source, "why": why,
            });
            (metric.id.to_owned(), entry)
        })
        .collect();
    let ladder: Map<String, Json> = Rung::ALL
        .into_iter()
        .map(|rung| (rung.id().to_owned(), subnet.ladder.state(rung).id().into()))
        .collect();
    let text = json!({
        "snapshot": snapshot.id,
        "block": snapshot.as_of.block,
        "subnet": subnet.id.to_string(),
        "name": shown_name(&subnet.name, subnet.id.netuid()),
        "symbol": shown_text(&subnet.symbol, 8),
        "category": subnet.category,
        "about": press.ledger.holders[row].profile.about,
        "page": press.site.canonical(&Route::Subnet(subnet.id.into(), SubnetPage::default())),
        "ladder": { "searched_on": snapshot.searched_on.map(|day| day.to_string()), "rungs": ladder },
        "metrics": metrics,
    });
    format!("{text:#}\n")
}

fn subnet_csv(press: &Press, row: usize) -> String {
    let head = ["metric", "label", "value", "state", "unit", "grade", "as_of", "source", "why"];
    let rows = registry::all().map(|metric| {
        let Known { number, state, grade, day, source, why } = known(press, metric, row);
        let [metric, label, unit] = [metric.id, metric.label, &metric.unit.to_string()].map(str::to_owned);
        vec![metric, label, digits(number), state.to_owned(), unit, grade.to_owned(), day, source, why]
    });
    csv(&head, rows)
}

fn metric_csv(press: &Press, metric: &Metric) -> String {
    let head = ["subnet", "netuid", "name", "value", "state", "unit", "grade", "as_of", "source", "why"];
    let subnets = press.ledger.snapshot.subnets.iter().enumerate();
    let rows = subnets.map(|(row, subnet)| {
        let Known { number, state, grade, day, source, why } = known(press, metric, row);
        let netuid = subnet.id.netuid();
        vec![
            subnet.id.to_string(),
            netuid.to_string(),
            shown_name(&subnet.name, netuid),
            digits(number),
            state.to_owned(),
            metric.unit.to_string(),
            grade.to_owned(),
            day,
            source,
            why,
        ]
    });
    csv(&head, rows)
}

/// The shortest text that gives the number back; nothing where there is none, which is not zero.
fn digits(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn csv(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |fields: Vec<String>| fields.join(",") + "\r\n";
    let head = line(head.iter().map(|name| (*name).to_owned()).collect());
    head + &rows.map(|row| line(row.iter().map(|field| csv_field(field)).collect())).collect::<String>()
}
