//! The table of subnets as a file: the rows and columns that a reader sees, in their order.

use super::taken::{Origin, csv_field};
use crate::compute::rank::{self, RankInterval};
use crate::format::{self, shown_name};
use crate::model::{Absence, Rung, Value};
use crate::snapshot::Snapshot;
use crate::view::{self, Table};

const RANKS: &str = "Ranks by what is earned a day: the best and the worst under three definitions, emission, alpha paid out at its price, and the owner's part";

/// The rows and columns of a table as CSV, and under them the snapshot and the link that show it.
///
/// Numbers are exact, in the unit of the column's head, days and switches are written out; where there is none, the words say which of
/// the four absences it is, so that none can be taken for a zero.
pub fn table_csv(snapshot: &Snapshot, table: &Table, origin: &Origin) -> String {
    let computed;
    let formulas = table.formulas();
    let snapshot = if formulas.is_empty() {
        snapshot
    } else {
        computed = snapshot.with_custom(&formulas);
        &computed
    };
    let metrics = table.columns.metrics();
    let rungs = Rung::ALL.map(|rung| format!("Rung {}: {}", rung.number(), rung.name()));
    let heads = ["Id", "Subnet", "Category", "Best rank", "Worst rank", "Highest rung"].map(str::to_owned);
    let heads = heads.into_iter().chain(rungs);
    let heads = heads.chain(metrics.iter().map(|metric| {
        match format::unit_in_file(&format::unit(metric.unit), metric.style) {
            "" => metric.label.to_owned(),
            unit => format!("{} ({unit})", metric.label),
        }
    }));
    let mut text = line(heads);
    let ranks = rank::earned(snapshot);
    for row in view::rows(table, snapshot) {
        let subnet = &snapshot.subnets[row];
        let rung = match subnet.ladder.highest() {
            Some(rung) => rung.number().to_string(),
            None if subnet.ladder.searched() => "0".to_owned(),
            None => "not searched".to_owned(),
        };
        let place = |of: fn(&RankInterval) -> usize| match &ranks[row] {
            Some(rank) => of(rank).to_string(),
            None => Absence::NotMeasured.words().to_owned(),
        };
        let words = [
            subnet.id.to_string(),
            shown_name(&subnet.name, subnet.id.netuid()),
            subnet.category.clone().unwrap_or_else(|| "not classified".to_owned()),
            place(|rank| rank.low),
            place(|rank| rank.high),
            rung,
        ];
        let states = Rung::ALL.map(|rung| subnet.ladder.state(rung).words().to_owned());
        let words = words.into_iter().chain(states);
        let numbers = metrics.iter().map(|metric| match snapshot.value(metric, row) {
            Value::Number(number) => format::in_file(number, metric.style),
            Value::Missing(absence) => absence.words().to_owned(),
        });
        text += &line(words.chain(numbers));
    }
    let remarks =
        [RANKS.to_owned(), format!("Subnet Ledger snapshot {}", origin.snapshot), origin.link.clone()];
    for remark in remarks.iter().filter(|remark| !remark.is_empty()) {
        text += &line([format!("# {remark}")].into_iter());
    }
    text
}

fn line(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = fields.map(|field| csv_field(&field)).collect();
    format!("{}\r\n", fields.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;
    use crate::view::{Query, View};

    #[test]
    fn formulas_are_in_the_file_as_on_the_page() {
        let (table, ignored) =
            Table::parse(&Query::parse("c=emission_tao_day-mul-2&f=emission_tao_day-mul-0.5.gt.10.5"));
        assert_eq!(ignored, []);
        let text =
            table_csv(&fixture::snapshot(), &table, &Origin { snapshot: String::new(), link: String::new() });
        let rows: Vec<&str> = text.lines().take(3).collect();
        assert_eq!(
            rows,
            [
                "Id,Subnet,Category,Best rank,Worst rank,Highest rung,Rung 1: public code,Rung 2: release,\
                 Rung 3: reachable product,Rung 4: outside use,Rung 5: external revenue,Emission × 2 (τ/day)",
                "64.r1,Chutes,Inference,1,1,3,satisfied,satisfied,satisfied,claimed,claimed,900",
                "4.r1,Targon,Inference,2,2,3,satisfied,satisfied,satisfied,not searched,not searched,56",
            ]
        );
    }

    #[test]
    fn days_and_switches_are_written_out_and_shares_name_their_unit() {
        let (root, summary) = fixture::wire();
        let mut summary = serde_json::to_value(&summary).unwrap();
        for (id, number) in [("last_push", 20_657.0), ("emission_enabled", 1.0), ("miner_burn", 0.1249)] {
            let values = [number; 4];
            summary["metrics"][id] = serde_json::json!({ "values": values, "grade": "chain", "source": "x" });
        }
        let summary = serde_json::from_value(summary).unwrap();
        let (snapshot, _) = crate::snapshot::snapshot_from_wire(root, summary).unwrap();
        let (table, _) = Table::parse(&Query::parse("c=last_push~emission_enabled~miner_burn"));
        let origin = Origin { snapshot: String::new(), link: String::new() };
        let text = table_csv(&snapshot, &table, &origin);
        let mut lines = text.lines();
        let head = "Last push,Emission switched on,Miner pay burned (of 1)";
        assert!(lines.next().unwrap().ends_with(head), "{text}");
        assert!(lines.next().unwrap().ends_with("2026-07-23,yes,0.1249"), "{text}");
    }

    #[test]
    fn a_file_has_the_rows_and_columns_that_are_shown_and_says_what_is_missing() {
        let (table, _) = Table::parse(&Query::parse("c=emission_tao_day~stars&f=rung.le.3"));
        let origin = Origin { snapshot: "2026-08-07-8791253".to_owned(), link: String::new() };
        let text = table_csv(&fixture::snapshot(), &table, &origin);
        assert_eq!(
            text,
            "Id,Subnet,Category,Best rank,Worst rank,Highest rung,Rung 1: public code,Rung 2: release,\
             Rung 3: reachable product,Rung 4: outside use,Rung 5: external revenue,Emission (τ/day),Stars\r\n\
             64.r1,Chutes,Inference,1,1,3,satisfied,satisfied,satisfied,claimed,claimed,450,not measured\r\n\
             4.r1,Targon,Inference,2,2,3,satisfied,satisfied,satisfied,not searched,not searched,28,not measured\r\n\
             11.r2,Trajectory,Data & search,3,3,0,none found,none found,none found,not searched,not searched,0,not measured\r\n\
             \"# Ranks by what is earned a day: the best and the worst under three definitions, emission, \
             alpha paid out at its price, and the owner's part\"\r\n\
             # Subnet Ledger snapshot 2026-08-07-8791253\r\n"
        );
    }
}
