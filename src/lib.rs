//! Subnet Ledger: what each Bittensor subnet has *earned*, beside what it has *shipped*.
//!
//! Modules in reading order, each resting only on those above it:
//!
//! | module | what it holds |
//! |---|---|
//! | [`model`] | what is known: ids, values and their absences, grades, sources, evidence, claims, days |
//! | [`registry`] | every metric once: label, unit, definition, formula, limits, format |
//! | [`compute`] | pure functions over values: formulas, transforms, filter, sort, search, rank, concentration |
//! | [`snapshot`] | the published files: wire types, and their conversion into the model |
//! | [`mod@format`] | numbers, units, dates and the words for what is missing |
//! | [`finding`] | sentences and readings that state what a snapshot shows |
//! | [`view`] | typed views and their URLs; the only place that makes a link |
//! | [`chart`] | one `ChartSpec` per chart; SVG and ECharts options are drawn from it |
//! | [`markup`] | typed markup, and the parts of pages that files and the program write alike |
//! | `app` | the browser application (wasm32 only) |
//! | `publish` | importers, checks and the writer of snapshots (native only) |
//! | `prerender` | pages, widgets, badges, previews and feeds as files of a built site (native only) |
//!
//! # Invariants
//! - Everything from `model` to `markup` knows neither browser, nor framework, nor files, and
//!   cannot fail on input or output: a test reads the sources and holds this (`tests/invariants.rs`).
//!   Data is fetched by `app::data` alone; files are read and written by `publish`, `prerender` and the
//!   command-line tool.
//! - A metric exists once, in the registry, and its formula is text that is executed.
//! - A chart exists once, as a `ChartSpec`.
//! - Wire types are not model types; conversion gives `(T, Vec<Issue>)` and never panics.
//! - What is missing is decided in one module, [`model::value`].
//! - [`view::href`] is the only place that makes a link and the only place that knows the base path.

pub mod chart;
pub mod compute;
pub mod finding;
pub mod format;
pub mod markup;
pub mod model;
pub mod registry;
pub mod snapshot;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
