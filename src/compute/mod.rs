//! Pure functions over what is known. They rest on the model and the registry alone: a snapshot is
//! whatever gives [`formula::Inputs`] or a column of values.

pub mod concentration;
pub mod custom;
pub mod deviation;
pub mod earned;
pub mod emission;
pub mod formula;
pub mod frontier;
pub mod guard;
pub mod movement;
pub mod order;
pub mod rank;
pub mod reconstruct;
pub mod search;
pub mod select;
pub mod transform;
