//! `/data`: the published files, and what differs between two snapshots.

use super::compare::subnet;
use super::page::{read_at, read_snapshot, write_at, write_snapshot};
use super::{Printer, Reader, View};
use crate::model::SubnetRef;
use crate::registry::{self, Metric};

/// What `/data` shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// `since`: the snapshot that this one is compared with; `None` is the one before it.
    pub since: Option<String>,
    /// `s`: the subnet whose every number is listed; `None` is none.
    pub subnet: Option<SubnetRef>,
    /// `m`: the metric whose differences are listed.
    pub metric: &'static Metric,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl Default for Data {
    fn default() -> Self {
        Self { since: None, subnet: None, metric: registry::known("market_cap_tao"), at: None }
    }
}

impl View for Data {
    fn read(reader: &mut Reader) -> Self {
        Self {
            since: read_snapshot(reader, "since"),
            subnet: reader.one("s", subnet),
            metric: reader.metric("m").unwrap_or(Self::default().metric),
            at: read_at(reader),
        }
    }

    fn write(&self, printer: &mut Printer) {
        write_snapshot(printer, "since", self.since.as_deref());
        if let Some(subnet) = self.subnet {
            printer.put("s", &subnet.to_string(), false);
        }
        printer.put("m", self.metric.id, self.metric == Self::default().metric);
        write_at(printer, self.at.as_deref());
    }
}
