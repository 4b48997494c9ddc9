//! The browser application: it arranges what the pure modules compute.
//!
//! Only [`data`] fetches and only [`echarts`] calls foreign code; everything else turns values
//! into elements.

pub mod data;
pub mod echarts;
mod first;
mod marks;
mod material;
pub mod navigation;
mod pages;
mod second;
mod settings;
mod shell;
pub mod ui;

pub use first::{Application, begin};
pub use second::Second;
