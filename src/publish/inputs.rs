//! What is written by hand, and can be replaced by whoever publishes.

use std::fs;
use std::path::Path;

use super::about::Abouts;
use super::claims::ClaimTable;
use super::{PublishError, Registrations};

/// The inputs written by hand.
#[derive(Debug)]
pub struct Inputs {
    /// Descriptions.
    pub abouts: Abouts,
    /// Claims.
    pub claims: ClaimTable,
    /// Registrations.
    pub registrations: Registrations,
}

impl Inputs {
    /// The tables that are built in, each replaced by a file where one is given.
    ///
    /// # Errors
    /// When a file cannot be read or has a mistake in it.
    pub fn read(
        about: Option<&Path>,
        claims: Option<&Path>,
        generations: Option<&Path>,
    ) -> Result<Self, PublishError> {
        let (name, text) = table("about.toml", include_str!("input/about.toml"), about)?;
        let abouts = Abouts::parse(&name, &text)?;
        let (name, text) = table("claims.toml", include_str!("input/claims.toml"), claims)?;
        let claims = ClaimTable::parse(&name, &text)?;
        let (_, text) = table("generations.toml", include_str!("input/generations.toml"), generations)?;
        Ok(Self { abouts, claims, registrations: Registrations::parse(&text)? })
    }
}

fn table(name: &str, built_in: &str, file: Option<&Path>) -> Result<(String, String), PublishError> {
    let Some(path) = file else { return Ok((name.to_owned(), built_in.to_owned())) };
    let text =
        fs::read_to_string(path).map_err(|source| PublishError::Read { path: path.to_owned(), source })?;
    Ok((path.display().to_string(), text))
}
