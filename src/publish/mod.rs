//! Importers, checks and the writer of snapshots.
