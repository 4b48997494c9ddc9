//! What each subnet does, written by hand: one row for each registration.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::PublishError;

#[derive(Deserialize)]
struct Row {
    netuid: u16,
    registered_at_block: u64,
    about: Option<String>,
}

#[derive(Deserialize)]
struct Table {
    #[serde(default)]
    subnet: Vec<Row>,
}

/// Descriptions by slot and block of registration.
#[derive(Debug, Default)]
pub struct Abouts(BTreeMap<(u16, u64), String>);

impl Abouts {
    /// Reads the table.
    ///
    /// # Errors
    /// When it is no such table.
    pub fn parse(name: &str, text: &str) -> Result<Self, PublishError> {
        let table: Table = toml::from_str(text)
            .map_err(|error| PublishError::Input { name: name.to_owned(), what: error.to_string() })?;
        let described = table.subnet.into_iter();
        Ok(Self(
            described.filter_map(|row| Some(((row.netuid, row.registered_at_block), row.about?))).collect(),
        ))
    }

    /// The description of one registration, never of another one of the same slot.
    pub fn of(&self, netuid: u16, registered_at_block: u64) -> Option<&str> {
        self.0.get(&(netuid, registered_at_block)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_belongs_to_one_registration() {
        let text = "[[subnet]]\nnetuid = 4\nregistered_at_block = 10\nabout = \"Rents out computers.\"\n\
                    [[subnet]]\nnetuid = 5\nregistered_at_block = 11\n";
        let abouts = Abouts::parse("about.toml", text).unwrap();
        assert_eq!(abouts.of(4, 10), Some("Rents out computers."));
        assert_eq!(abouts.of(4, 12), None);
        assert_eq!(abouts.of(5, 11), None);
        assert!(Abouts::parse("about.toml", "[[subnet]]").is_err());
    }
}
