//! The claims ledger, written by hand.

use serde::Deserialize;

use super::{PublishError, Registrations};
use crate::model::Day;
use crate::snapshot::wire;

#[derive(Debug, Clone, Deserialize)]
struct Row {
    id: String,
    netuid: Option<u16>,
    registered_at_block: Option<u64>,
    statement: String,
    quantity: Option<f64>,
    qualifier: Option<String>,
    unit: Option<String>,
    period: Option<String>,
    said_by: String,
    said_on: String,
    #[serde(rename = "where")]
    said_in: String,
    url: Option<String>,
    trap: Option<String>,
    trap_note: Option<String>,
    reading: Option<String>,
}

#[derive(Deserialize)]
struct Table {
    #[serde(default)]
    claim: Vec<Row>,
}

/// Claims, not yet bound to generations.
#[derive(Debug, Default)]
pub struct ClaimTable(Vec<Row>);

impl ClaimTable {
    /// Reads the table.
    ///
    /// # Errors
    /// When it is no such table, or a day is none.
    pub fn parse(name: &str, text: &str) -> Result<Self, PublishError> {
        let wrong = |what: String| PublishError::Input { name: name.to_owned(), what };
        let table: Table = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        for row in &table.claim {
            let said_on = row.said_on.parse::<Day>();
            said_on.map_err(|error| wrong(format!("claim {}: {error}", row.id)))?;
        }
        Ok(Self(table.claim))
    }

    /// The claims made by a day, each with the id of its registration; a claim about a former
    /// holder of a slot that no table knows keeps the bare number.
    ///
    /// # Errors
    /// When a registration is not in the table of generations.
    pub fn until(&self, day: Day, known: &Registrations) -> Result<Vec<wire::Claim>, PublishError> {
        let said = self.0.iter().filter(|row| row.said_on.parse::<Day>().is_ok_and(|said_on| said_on <= day));
        said.map(|row| claim(row, known)).collect()
    }
}

/// `none` in the table is an absent field in the file.
fn some(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| text != "none")
}

fn claim(row: &Row, known: &Registrations) -> Result<wire::Claim, PublishError> {
    let subnet = match (row.netuid, row.registered_at_block) {
        (Some(netuid), Some(block)) => known.exact(netuid, block)?.id().map(|id| id.to_string()),
        (Some(netuid), None) => Some(netuid.to_string()),
        (None, _) => None,
    };
    Ok(wire::Claim {
        id: row.id.clone(),
        subnet,
        statement: row.statement.clone(),
        quantity: row.quantity,
        qualifier: some(&row.qualifier),
        unit: some(&row.unit),
        period: some(&row.period),
        said_by: row.said_by.clone(),
        said_on: row.said_on.clone(),
        said_in: row.said_in.clone(),
        url: some(&row.url),
        trap: some(&row.trap),
        trap_note: some(&row.trap_note),
        reading: some(&row.reading),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = r#"
        anchor = [{ block = 1000, time = "2026-01-01T00:00:00Z" }]
        registration = [{ netuid = 7, generation = 1, block = 500 }]"#;
    const CLAIM: &str = r#"
        [[claim]]
        id = "x"
        netuid = 7
        registered_at_block = 500
        statement = "It has users."
        quantity = 3
        said_by = "A"
        said_on = "2026-02-27"
        where = "B"
        trap = "none"
        reading = "metric:stars""#;

    #[test]
    fn a_claim_is_bound_to_a_registration_and_a_day() {
        let known = Registrations::parse(KNOWN).unwrap();
        let table = ClaimTable::parse("claims.toml", CLAIM).unwrap();
        let claims = table.until("2026-02-27".parse().unwrap(), &known).unwrap();
        assert_eq!(claims[0].subnet.as_deref(), Some("7.r1"));
        assert_eq!((claims[0].trap.clone(), claims[0].quantity), (None, Some(3.0)));
        assert!(table.until("2026-02-26".parse().unwrap(), &known).unwrap().is_empty());
        let stray = ClaimTable::parse("claims.toml", &CLAIM.replace("500", "501")).unwrap();
        assert!(stray.until("2026-02-27".parse().unwrap(), &known).is_err());
        assert!(ClaimTable::parse("claims.toml", &CLAIM.replace("2026-02-27", "February")).is_err());
    }
}
