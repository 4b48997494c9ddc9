//! Numbers, units and dates as a reader sees them.
