//! The table of subnets as a file: the rows and columns that a reader sees, in their order.

use super::taken::{Origin, csv_field};
use crate::format::{self, shown_name};
use crate::model::{Rung, Value};
use crate::snapshot::Snapshot;
use crate::view::{self, Table};

/// The rows and columns of a table as CSV, and under them the snapshot and the link that show it.
///
/// Numbers are exact, in the unit of the column's head; where there is none, the words say which of
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
    let heads = ["Id", "Subnet", "Category", "Highest rung"].map(str::to_owned).into_iter();
    let heads = heads.chain(metrics.iter().map(|metric| match format::unit(metric.unit) {
        unit if unit.is_empty() => metric.label.to_owned(),
        unit => format!("{} ({unit})", metric.label),
    }));
    let mut text = line(heads);
    for row in view::rows(table, snapshot) {
        let subnet = &snapshot.subnets[row];
        let rung = match subnet.ladder.highest() {
            Some(rung) => rung.number().to_string(),
            None if subnet.ladder.searched() => "0".to_owned(),
            None => "not searched".to_owned(),
        };
        let words = [
            subnet.id.to_string(),
            shown_name(&subnet.name, subnet.id.netuid()),
            subnet.category.clone().unwrap_or_else(|| "not classified".to_owned()),
            rung,
        ];
        let numbers = metrics.iter().map(|metric| match snapshot.value(metric, row) {
            Value::Number(number) => number.to_string(),
            Value::Missing(absence) => absence.words().to_owned(),
        });
        text += &line(words.into_iter().chain(numbers));
    }
    let last = Rung::ALL.map(|rung| format!("{} {}", rung.number(), rung.name())).join(", ");
    let remarks = [
        format!("Rungs: {last}"),
        format!("Subnet Ledger snapshot {}", origin.snapshot),
        origin.link.clone(),
    ];
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
                "Id,Subnet,Category,Highest rung,Emission × 2 (τ/day)",
                "64.r1,Chutes,Inference,3,900",
                "4.r1,Targon,Inference,3,56",
            ]
        );
    }

    #[test]
    fn a_file_has_the_rows_and_columns_that_are_shown_and_says_what_is_missing() {
        let (table, _) = Table::parse(&Query::parse("c=emission_tao_day~stars&f=rung.le.3"));
        let origin = Origin { snapshot: "2026-08-07-8791253".to_owned(), link: String::new() };
        let text = table_csv(&fixture::snapshot(), &table, &origin);
        assert_eq!(
            text,
            "Id,Subnet,Category,Highest rung,Emission (τ/day),Stars\r\n\
             64.r1,Chutes,Inference,3,450,not measured\r\n\
             4.r1,Targon,Inference,3,28,not measured\r\n\
             11.r2,Trajectory,Data & search,0,0,not measured\r\n\
             \"# Rungs: 1 public code, 2 release, 3 reachable product, 4 outside use, 5 external revenue\"\r\n\
             # Subnet Ledger snapshot 2026-08-07-8791253\r\n"
        );
    }
}
