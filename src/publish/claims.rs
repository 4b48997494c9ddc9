//! The claims ledger, written by hand.

use serde::Deserialize;

use super::{PublishError, Registration, Registrations};
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
    grade: Option<String>,
    url: Option<String>,
    trap: Option<String>,
    trap_note: Option<String>,
    reading: Option<String>,
    /// The kind of what happened, where the claim says that something did: `sold`.
    event: Option<String>,
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
            if some(&row.grade).is_some_and(|grade| !["team_says", "third_party_says"].contains(&&*grade)) {
                return Err(wrong(format!("claim {}: its grade is team_says or third_party_says", row.id)));
            }
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

    /// What is said to have happened to subnets by a day. The day of it is not known: it stands at the
    /// day on which it was said, with the registration that held the slot then.
    pub fn events(&self, until: Day, known: &Registrations) -> Vec<wire::Event> {
        self.0.iter().filter_map(|row| event(row, until, known)).collect()
    }
}

fn event(row: &Row, until: Day, known: &Registrations) -> Option<wire::Event> {
    let said_on: Day = row.said_on.parse().ok().filter(|day| *day <= until)?;
    let slot = known.until(row.netuid?, u64::MAX).iter();
    let holder = slot.rev().find(|registration| known.day(registration.block) <= said_on);
    let what = format!(
        "{} (Said by {}. It had happened by this day; the day itself is not known.)",
        row.statement, row.said_by
    );
    Some(wire::Event {
        day: said_on.to_string(),
        kind: row.event.clone()?,
        subnet: holder.and_then(Registration::id).map(|id| id.to_string()),
        block: None,
        what,
        // Who said it is in the sentence, and where in the claim.
        source: None,
    })
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
        grade: some(&row.grade),
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
    fn what_is_said_to_have_happened_stands_at_the_day_on_which_it_was_said() {
        let known = Registrations::parse(KNOWN).unwrap();
        let text = format!("{CLAIM}\nevent = \"sold\"");
        let table = ClaimTable::parse("claims.toml", &text).unwrap();
        let events = table.events("2026-03-01".parse().unwrap(), &known);
        let [event] = &events[..] else { panic!("one event") };
        assert_eq!((event.day.as_str(), event.kind.as_str()), ("2026-02-27", "sold"));
        assert_eq!(event.subnet.as_deref(), Some("7.r1"));
        assert_eq!(
            event.what,
            "It has users. (Said by A. It had happened by this day; the day itself is not known.)"
        );
        assert!(table.events("2026-02-26".parse().unwrap(), &known).is_empty());
        let silent = ClaimTable::parse("claims.toml", CLAIM).unwrap();
        assert!(silent.events("2026-03-01".parse().unwrap(), &known).is_empty());
    }

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
