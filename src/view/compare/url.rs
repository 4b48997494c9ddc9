//! `/compare` in links.

use super::{Compare, Form, Mode, TimeBase, UnitChoice, Window, YScale, extent};
use crate::model::SubnetRef;
use crate::registry::{self, Kind, Metric};
use crate::view::page::{read_at, write_at};
use crate::view::{Choice, Printer, Reader, View};

/// Subnets in one comparison: more lines cannot be told apart.
pub const MAX_SUBNETS: usize = 10;

impl Choice for UnitChoice {
    const NAMES: &'static [(&'static str, Self)] =
        &[("tao", Self::Tao), ("usd_then", Self::UsdThen), ("usd_now", Self::UsdNow), ("alpha", Self::Alpha)];
}

impl Choice for YScale {
    const NAMES: &'static [(&'static str, Self)] = &[("linear", Self::Linear), ("log", Self::Log)];
}

impl Choice for Mode {
    const NAMES: &'static [(&'static str, Self)] =
        &[("abs", Self::Absolute), ("index", Self::Index), ("share", Self::Share), ("cum", Self::Cumulative)];
}

impl Choice for TimeBase {
    const NAMES: &'static [(&'static str, Self)] = &[("date", Self::Date), ("age", Self::Age)];
}

impl Choice for Form {
    const NAMES: &'static [(&'static str, Self)] =
        &[("line", Self::Line), ("scatter", Self::Scatter), ("bar", Self::Bar), ("table", Self::Table)];
}

impl YScale {
    /// What a reader can choose from, with the words on the buttons.
    pub const CHOICES: [(Self, &'static str); 2] = [(Self::Linear, "Linear"), (Self::Log, "Log")];
}

impl TimeBase {
    /// What a reader can choose from, with the words on the buttons.
    pub const CHOICES: [(Self, &'static str); 2] = [(Self::Date, "Date"), (Self::Age, "Age")];
}

impl Window {
    /// The spans a reader can choose from, with the words on the buttons.
    pub const CHOICES: [(Self, &'static str); 4] = [
        (Self::All, "All"),
        (Self::LastDays(365), "1 year"),
        (Self::LastDays(90), "90 days"),
        (Self::LastDays(30), "30 days"),
    ];
}

impl Form {
    /// What a reader can choose from, with the words on the buttons.
    pub const CHOICES: [(Self, &'static str); 4] =
        [(Self::Line, "Line"), (Self::Scatter, "Scatter"), (Self::Bar, "Bar"), (Self::Table, "Table")];
}

impl UnitChoice {
    /// What a reader can choose from, with the words on the buttons: the metric's own unit first.
    pub fn of(metric: &Metric) -> Vec<(Option<Self>, &'static str)> {
        let dollars = [(Some(Self::UsdNow), "$ now"), (Some(Self::UsdThen), "$ then")];
        let own = std::iter::once((None, if metric.unit.tao == 1 { "τ" } else { "Own" }));
        own.chain(dollars.into_iter().filter(|_| metric.unit.tao == 1)).collect()
    }

    /// Whether the metric has this unit: dollars and TAO where it counts TAO once, alpha where it
    /// counts alpha.
    pub fn fits(self, metric: &Metric) -> bool {
        match self {
            Self::Tao | Self::UsdThen | Self::UsdNow => metric.unit.tao == 1,
            Self::Alpha => metric.unit.alpha > 0,
        }
    }
}

impl Mode {
    /// What a reader can choose from, with the words on the buttons.
    pub fn of(metric: &Metric) -> Vec<(Self, &'static str)> {
        let all = [
            (Self::Absolute, "Absolute"),
            (Self::Index, "Indexed"),
            (Self::Share, "Share"),
            (Self::Cumulative, "Added up"),
        ];
        all.into_iter().filter(|(mode, _)| mode.fits(metric)).collect()
    }

    /// Whether the metric can be shown so.
    pub fn fits(self, metric: &Metric) -> bool {
        self.misfit(metric).is_none()
    }

    /// Why the metric cannot be shown so: only amounts per span of time add up over days, and only
    /// parts of a whole have shares.
    fn misfit(self, metric: &Metric) -> Option<&'static str> {
        match self {
            Self::Cumulative if metric.kind != Kind::Flow => Some("does not add up over days"),
            Self::Share => metric.no_share(),
            _ => None,
        }
    }
}

impl Compare {
    /// Another metric on the y axis; what of the view does not fit it is at its default.
    pub fn set_metric(&mut self, metric: &'static Metric) {
        self.metric = metric;
        self.range = None;
        self.set_unit(self.unit.filter(|unit| unit.fits(metric)));
        if !self.mode.fits(metric) {
            self.mode = Mode::default();
        }
    }

    /// Another metric on the x axis of a scatter, all of whose numbers are shown.
    pub fn set_metric_x(&mut self, metric: &'static Metric) {
        self.metric_x = metric;
        self.range_x = None;
    }

    /// Another unit. Parts of the axes were numbers of the old one.
    pub fn set_unit(&mut self, unit: Option<UnitChoice>) {
        if self.unit != unit {
            (self.unit, self.range, self.range_x) = (unit, None, None);
        }
    }
}

impl Default for Compare {
    /// The prices of the five subnets that earn most, over all time.
    fn default() -> Self {
        Self {
            subnets: Vec::new(),
            only: Vec::new(),
            metric: registry::known("price_tao"),
            metric_x: registry::known("emission_tao_day"),
            unit: None,
            scale: YScale::default(),
            mode: Mode::default(),
            base: TimeBase::default(),
            window: Window::default(),
            range: None,
            range_x: None,
            form: Form::default(),
            at: None,
        }
    }
}

impl View for Compare {
    fn read(reader: &mut Reader) -> Self {
        let default = Self::default();
        let subnets = reader.many("s", MAX_SUBNETS, subnet, PartialEq::eq).unwrap_or_default();
        let only = reader.many("only", MAX_SUBNETS, subnet, PartialEq::eq).unwrap_or_default();
        let metric = reader.quantity("m").unwrap_or(default.metric);
        let metric_x = reader.quantity("mx").unwrap_or(default.metric_x);
        let unit = reader.one("u", |id| match id {
            "own" => Ok(None),
            id => UnitChoice::from_id(id).and_then(|unit| {
                unit.fits(metric)
                    .then_some(Some(unit))
                    .ok_or_else(|| format!("{} has no such unit", metric.label))
            }),
        });
        let scale = reader.choice("y");
        let mode = reader.one("mode", |id| {
            let mode = Mode::from_id(id)?;
            mode.misfit(metric).map_or(Ok(mode), |why| Err(format!("{} {why}", metric.label)))
        });
        Self {
            subnets,
            only,
            metric,
            metric_x,
            unit: unit.flatten(),
            scale,
            mode: mode.unwrap_or_default(),
            base: reader.choice("x"),
            window: reader.one("t", Window::from_link).unwrap_or_default(),
            range: reader.one("r", extent::from_link).flatten(),
            range_x: reader.one("rx", extent::from_link).flatten(),
            form: reader.choice("view"),
            at: read_at(reader),
        }
    }

    fn write(&self, printer: &mut Printer) {
        let default = Self::default();
        printer.put_list("s", &self.subnets, SubnetRef::to_string, false);
        printer.put_list("only", &self.only, SubnetRef::to_string, false);
        printer.put("m", self.metric.id, self.metric == default.metric);
        printer.put("mx", self.metric_x.id, self.metric_x == default.metric_x);
        printer.put("u", self.unit.map_or("own", Choice::id), self.unit.is_none());
        printer.put("y", self.scale.id(), self.scale == default.scale);
        printer.put("mode", self.mode.id(), self.mode == default.mode);
        printer.put("x", self.base.id(), self.base == default.base);
        printer.put("t", &self.window.to_link(), self.window == default.window);
        printer.put("r", &extent::to_link(self.range), self.range.is_none());
        printer.put("rx", &extent::to_link(self.range_x), self.range_x.is_none());
        printer.put("view", self.form.id(), self.form == default.form);
        write_at(printer, self.at.as_deref());
    }
}

/// A subnet as links name it, or the reason why it is none.
pub(in crate::view) fn subnet(text: &str) -> Result<SubnetRef, String> {
    text.parse().map_err(|_| "a subnet is a number such as 64, or 70.r2 for a registration".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Query;

    fn read(query: &str) -> (Compare, Vec<String>) {
        let (compare, ignored) = Compare::parse(&Query::parse(query));
        (compare, ignored.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_example_of_the_grammar_reads_and_prints() {
        let link = "s=64~4~70.r2&m=emission_tao_day&u=tao&y=log&mode=index\
                    &t=2025-02-14..2025-10-29&at=2026-08-07-8791253";
        let (compare, ignored) = read(link);
        assert_eq!(ignored, [""; 0]);
        assert_eq!(compare.subnets.len(), 3);
        assert_eq!((compare.scale, compare.mode), (YScale::Log, Mode::Index));
        assert_eq!(compare.print(), link);
        assert_eq!(Compare::default().print(), "");
        assert_eq!(
            Compare::default().print_full(),
            "v=1&m=price_tao&mx=emission_tao_day&u=own&y=linear&mode=abs&x=date&t=all&r=all&rx=all&view=line"
        );
    }

    #[test]
    fn another_metric_keeps_what_fits_it() {
        let (mut compare, _) = read("m=emission_tao_day&u=usd_now&mode=cum&y=log&r=1..5&rx=2..3");
        compare.set_metric(registry::known("market_cap_tao"));
        assert_eq!(compare.print(), "m=market_cap_tao&u=usd_now&y=log&rx=2..3");
        compare.range = Some((1.0, 5.0));
        let mut own = compare.clone();
        own.set_unit(None);
        assert_eq!(own.print(), "m=market_cap_tao&y=log", "dollars are no numbers of τ");
        compare.set_unit(compare.unit);
        compare.set_metric_x(registry::known("stars"));
        assert_eq!(compare.print(), "m=market_cap_tao&mx=stars&u=usd_now&y=log&r=1..5");
        compare.set_metric(registry::known("stars"));
        assert_eq!(compare.print(), "m=stars&mx=stars&y=log");
    }

    #[test]
    fn what_makes_no_sense_is_said_and_the_rest_is_kept() {
        let (compare, ignored) =
            read("s=64~64~0~x~4&m=stars&u=usd_now&mode=cum&y=logarithmic&r=3..1&rx=low&zoom=2");
        assert_eq!(compare.print(), "s=64~4&m=stars");
        assert_eq!(
            ignored,
            [
                "ignored: s=64 (said twice)",
                "ignored: s=0 (a subnet is a number such as 64, or 70.r2 for a registration)",
                "ignored: s=x (a subnet is a number such as 64, or 70.r2 for a registration)",
                "ignored: u=usd_now (Stars has no such unit)",
                "ignored: y=logarithmic (choose linear or log)",
                "ignored: mode=cum (Stars does not add up over days)",
                "ignored: r=3..1 (it ends before it starts)",
                "ignored: rx=low (numbers from one to another are written 0.5..20)",
                "ignored: zoom=2 (this page has no such setting)",
            ]
        );
        let (compare, ignored) = read("m=alpha_out&mode=share");
        assert_eq!(compare.mode, Mode::Absolute);
        assert_eq!(ignored, ["ignored: mode=share (Alpha outside the pool does not add up over subnets)"]);
        for id in ["registered_at_block", "age_days", "last_push", "slots_filled", "net_flow_7d_tao"] {
            let (compare, ignored) = read(&format!("m={id}&mode=share"));
            assert_eq!((compare.mode, ignored.len()), (Mode::Absolute, 1), "{id}");
            assert!(!Mode::of(compare.metric).iter().any(|(mode, _)| *mode == Mode::Share), "{id}");
        }
        assert_eq!(read("m=stars&mode=share").0.mode, Mode::Share);
        assert_eq!(read("m=price_tao&mode=share").0.mode, Mode::Share, "the rule of 2025 went by it");
        let many: Vec<String> = (1..=12).map(|netuid| netuid.to_string()).collect();
        let (compare, ignored) = read(&format!("s={}", many.join("~")));
        assert_eq!((compare.subnets.len(), ignored.len()), (MAX_SUBNETS, 2));
    }
}
