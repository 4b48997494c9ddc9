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
    /// `m`: the metric whose concentration is shown, one whose numbers are parts of a whole.
    pub metric: &'static Metric,
    /// `f`: conditions that all have to hold.
    pub filters: Vec<Filter>,
    /// `kind`: the kind of event that is listed, such as `renamed`; `None` is all.
    pub kind: Option<String>,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl Default for Network {
    fn default() -> Self {
        Self { metric: registry::known("emission_tao_day"), filters: Vec::new(), kind: None, at: None }
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
                    metric.no_part().map_or(Ok(metric), |why| Err(format!("{} {why}", metric.label)))
                })
                .unwrap_or(Self::default().metric),
            filters: read_filters(reader),
            kind: reader.one("kind", |kind| {
                let word =
                    kind.len() <= 24 && kind.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase());
                word.then(|| kind.to_owned()).ok_or_else(|| "there is no such kind of event".to_owned())
            }),
            at: read_at(reader),
        }
    }

    fn write(&self, printer: &mut Printer) {
        printer.put("m", self.metric.id, self.metric == Self::default().metric);
        write_filters(printer, &self.filters);
        printer.put_some("kind", self.kind.as_deref());
        write_at(printer, self.at.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Query;

    #[test]
    fn what_can_be_negative_has_no_concentration() {
        let (network, ignored) = Network::parse(&Query::parse("m=net_flow_7d_tao"));
        assert_eq!(network, Network::default());
        let reason = "Net stake flow in seven days can be below zero, so it has no shares";
        assert_eq!(ignored[0].to_string(), format!("ignored: m=net_flow_7d_tao ({reason})"));
        let (_, ignored) = Network::parse(&Query::parse("m=age_days"));
        assert_eq!(ignored[0].to_string(), "ignored: m=age_days (Age does not add up over subnets)");
    }

    #[test]
    fn the_kind_of_events_is_in_the_link() {
        let link = "m=market_cap_tao&f=cat.inference&kind=owner_changed";
        let (network, ignored) = Network::parse(&Query::parse(link));
        assert_eq!((network.kind.as_deref(), ignored.len()), (Some("owner_changed"), 0));
        assert_eq!(network.print(), link);
        let (network, ignored) = Network::parse(&Query::parse("kind=Renamed"));
        assert_eq!((network.kind, ignored.len()), (None, 1));
    }
}
