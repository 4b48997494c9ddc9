//! Charts as plain data.
