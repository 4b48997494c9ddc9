//! `/plane`: what subnets earn against how far up the ladder they are.

use super::number::{finite, plain};
use super::page::{read_at, write_at};
use super::reader::metric;
use super::{Printer, Reader, View};
use crate::finding::figures::WORTH_A_WORD;
use crate::model::Rung;
use crate::registry::{self, Metric};

/// What `/plane` and `/embed/plane` show.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// `m`: the measure of what is earned, on a logarithmic x axis.
    pub metric: &'static Metric,
    /// `cx`: the cut on the x axis, above zero, in the unit of the metric.
    pub cut_x: Option<f64>,
    /// `cy`: the cut on the y axis, rung 1 to 5.
    pub cut_y: Option<u8>,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl Default for Plane {
    fn default() -> Self {
        Self { metric: registry::known("emission_tao_day"), cut_x: None, cut_y: None, at: None }
    }
}

impl Plane {
    /// The plane of the overview: who takes an amount that is worth a word, and who has a product that
    /// answered.
    pub fn overview() -> Self {
        let product = Rung::ReachableProduct.number();
        Self { cut_x: Some(WORTH_A_WORD), cut_y: Some(product), ..Self::default() }
    }

    /// Whether a metric can stand on the x axis: amounts paid, in a unit that a cut can be read in.
    pub fn fits(metric: &Metric) -> bool {
        metric.is_payment()
    }

    /// The metrics that can stand on the x axis.
    pub fn metrics() -> impl Iterator<Item = &'static Metric> {
        registry::all().filter(|metric| Self::fits(metric))
    }
}

impl View for Plane {
    fn read(reader: &mut Reader) -> Self {
        let metric = reader.one("m", |id| {
            let earned = metric(id)?;
            let reason = || format!("{} is no payment to a subnet", earned.label);
            Self::metrics().find(|other| *other == earned).ok_or_else(reason)
        });
        Self {
            metric: metric.unwrap_or(Self::default().metric),
            cut_x: reader.one("cx", |text| {
                let cut = finite(text)?;
                (cut > 0.0).then_some(cut).ok_or_else(|| "the axis has only numbers above zero".to_owned())
            }),
            cut_y: reader.one("cy", |text| match text.as_bytes() {
                [digit @ b'1'..=b'5'] => Ok(digit - b'0'),
                _ => Err("rungs are 1 to 5".to_owned()),
            }),
            at: read_at(reader),
        }
    }

    fn write(&self, printer: &mut Printer) {
        printer.put("m", self.metric.id, *self.metric == *Self::default().metric);
        printer.put_some("cx", self.cut_x.map(plain).as_deref());
        printer.put_some("cy", self.cut_y.map(|rung| rung.to_string()).as_deref());
        write_at(printer, self.at.as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Query;

    #[test]
    fn cuts_read_and_print() {
        let link = "m=owner_tao_day&cx=0.5&cy=3";
        let (plane, ignored) = Plane::parse(&Query::parse(link));
        assert_eq!((plane.cut_x, plane.cut_y, ignored.len()), (Some(0.5), Some(3), 0));
        assert_eq!(plane.print(), link);
    }

    /// Who burns little is no quiet builder, and who burns nothing was not paid nothing.
    #[test]
    fn only_what_is_paid_stands_on_the_axis() {
        let (plane, ignored) = Plane::parse(&Query::parse("m=burned_tao_day&cx=10&cy=3"));
        assert_eq!(plane, Plane { cut_x: Some(10.0), cut_y: Some(3), ..Plane::default() });
        let ignored: Vec<String> = ignored.iter().map(ToString::to_string).collect();
        assert_eq!(
            ignored,
            ["ignored: m=burned_tao_day (Burned miner pay, priced is no payment to a subnet)"]
        );
        let fit: Vec<&str> = Plane::metrics().map(|metric| metric.id).collect();
        assert_eq!(
            fit,
            [
                "emission_tao_day",
                "emission_usd_day",
                "alpha_priced_tao_day",
                "owner_tao_day",
                "miner_tao_day",
                "validator_tao_day",
                "earned_tao_cum",
                "received_rebuilt_tao",
                "received_captured_tao",
                "tao_in_emission",
                "excess_tao",
            ]
        );
    }

    #[test]
    fn what_cannot_be_drawn_is_said() {
        let (plane, ignored) = Plane::parse(&Query::parse("m=stars&cx=0&cy=0"));
        assert_eq!(plane, Plane::default());
        let ignored: Vec<String> = ignored.iter().map(ToString::to_string).collect();
        assert_eq!(
            ignored,
            [
                "ignored: m=stars (Stars is no payment to a subnet)",
                "ignored: cx=0 (the axis has only numbers above zero)",
                "ignored: cy=0 (rungs are 1 to 5)",
            ]
        );
    }
}
