//! `/compare`: two to ten subnets on one metric over time, or two metrics against each other.

mod extent;
mod rows;
mod url;
mod window;

use crate::compute::custom;
use crate::model::{Day, SubnetRef};
use crate::registry::Metric;

pub use url::MAX_SUBNETS;
pub(super) use url::subnet;

/// What `/compare` and `/embed/compare` show.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// `s`: the subnets, in the order of their colours; empty means the five that earn most.
    pub subnets: Vec<SubnetRef>,
    /// `only`: those of them that are looked at alone; empty means all.
    pub only: Vec<SubnetRef>,
    /// `m`: the metric on the y axis.
    pub metric: &'static Metric,
    /// `mx`: the metric on the x axis of a scatter.
    pub metric_x: &'static Metric,
    /// `u`: the unit; `None` is the metric's own.
    pub unit: Option<UnitChoice>,
    /// `y`: the scale of the y axis.
    pub scale: YScale,
    /// `mode`: what is done to the values.
    pub mode: Mode,
    /// `x`: what runs along the x axis.
    pub base: TimeBase,
    /// `t`: the span shown.
    pub window: Window,
    /// `r`: the numbers of the y axis that a scatter shows, from one to another; `None` is all.
    pub range: Option<(f64, f64)>,
    /// `rx`: the same of its x axis.
    pub range_x: Option<(f64, f64)>,
    /// `view`: how it is drawn.
    pub form: Form,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl Compare {
    /// The formulas of a reader's own on its axes.
    pub fn formulas(&self) -> Vec<&'static Metric> {
        [self.metric, self.metric_x].into_iter().filter(|metric| custom::is_custom(metric)).collect()
    }
}

/// A unit a reader can choose where the metric has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitChoice {
    /// TAO.
    Tao,
    /// Dollars at the price of each day.
    UsdThen,
    /// Dollars at the price in the snapshot.
    UsdNow,
    /// The subnet's own token.
    Alpha,
}

/// Scale of the y axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum YScale {
    /// Equal steps are equal amounts.
    #[default]
    Linear,
    /// Equal steps are equal factors.
    Log,
}

/// What is done to the values before they are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Nothing.
    #[default]
    Absolute,
    /// 100 at the first value inside the window that is measured and positive.
    Index,
    /// Part of the sum over all subnets that day.
    Share,
    /// Added up from the start of the window; only for flows.
    Cumulative,
}

/// What runs along the x axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TimeBase {
    /// Calendar days.
    #[default]
    Date,
    /// Days since the registration.
    Age,
}

/// The span of days shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Window {
    /// Everything there is.
    #[default]
    All,
    /// The last so many days that have data, counted from the newest value.
    LastDays(u16),
    /// From one edge to the other, both inside.
    Between(WindowEdge, WindowEdge),
}

/// One end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowEdge {
    /// The first day that has data.
    First,
    /// The last day that has data.
    Last,
    /// A day.
    Day(Day),
}

/// How a comparison is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A line a subnet over time.
    #[default]
    Line,
    /// A dot a subnet, two metrics.
    Scatter,
    /// A bar a subnet, the newest value.
    Bar,
    /// Numbers only.
    Table,
}
