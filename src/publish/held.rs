//! The rows of a cross-section, each with the registration that held the slot.

use super::capture::cross_section::{CrossSection, Row};
use super::{PublishError, Registration, Registrations};
use crate::model::SubnetId;

/// A slot, and who held it.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// Slot and generation.
    pub id: SubnetId,
    /// The registration.
    pub registration: &'a Registration,
    /// What was captured.
    pub row: &'a Row,
}

/// The rows with their registrations: the one the capture names, or else the newest known.
///
/// # Errors
/// When the table of generations lacks one.
pub fn held<'a>(section: &'a CrossSection, known: &'a Registrations) -> Result<Vec<Held<'a>>, PublishError> {
    let one = |row: &'a Row| {
        let Row { netuid, registered_at_block, .. } = *row;
        let missing = |block| PublishError::UnknownRegistration { netuid, block };
        let registration = match registered_at_block {
            Some(block) => known.exact(netuid, block)?,
            None => known.holder(netuid, section.block).ok_or_else(|| missing(section.block))?,
        };
        let id = registration.id().ok_or_else(|| missing(registration.block))?;
        Ok(Held { id, registration, row })
    };
    section.rows.iter().map(one).collect()
}
