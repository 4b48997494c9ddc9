//! `/network`: how concentrated the network is, over all subnets or those that meet conditions.

use super::page::{read_at, write_at};
use super::reader::metric;
use super::table::{read_filters, write_filters};
use super::{Filter, Printer, Reader, View};
use crate::compute::custom;
use crate::registry::{self, Metric};

/// What `/network` shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// `m`: the metric whose concentration is shown, one that adds up.
    pub metric: &'static Metric,
    /// `f`: conditions that all have to hold.
    pub filters: Vec<Filter>,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl Default for Network {
    fn default() -> Self {
        Self { metric: registry::known("emission_tao_day"), filters: Vec::new(), at: None }
    }
}

impl Network {
    /// The formulas of a reader's own that the subnets are limited by.
    pub fn formulas(&self) -> Vec<&'static Metric> {
        self.filters.iter().filter_map(Filter::metric).filter(|metric| custom::is_custom(metric)).collect()
    }
}

impl View for Network {
    fn read(reader: &mut Reader) -> Self {
        Self {
            metric: reader
                .one("m", |id| {
                    let metric = metric(id)?;
                    let reason = || format!("{} does not add up over subnets", metric.label);
                    metric.adds_up().then_some(metric).ok_or_else(reason)
                })
                .unwrap_or(Self::default().metric),
            filters: read_filters(reader),
            at: read_at(reader),
        }
    }

    fn write(&self, printer: &mut Printer) {
        printer.put("m", self.metric.id, self.metric == Self::default().metric);
        write_filters(printer, &self.filters);
        write_at(printer, self.at.as_deref());
    }
}
