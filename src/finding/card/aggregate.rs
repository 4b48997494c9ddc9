//! Cards of numbers that are made of several: sums, what is worked out in a sentence, and how a sum is spread.

use super::{Card, Check, Worked};
use crate::compute::concentration::Concentration;
use crate::compute::formula::total;
use crate::finding::{counted, teams};
use crate::format::{self, Locale};
use crate::model::Value;
use crate::registry::{Metric, Style};
use crate::snapshot::Snapshot;

/// How a sum is spread over those who have a part in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// The part of the largest so many.
    Top(usize),
    /// How few have more than half.
    Nakamoto,
    /// The Gini coefficient.
    Gini,
    /// The Herfindahl–Hirschman index.
    Hhi,
}

impl Spread {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Top(1), Self::Top(5), Self::Nakamoto, Self::Gini, Self::Hhi];

    /// The words beside the figure.
    pub fn label(self) -> String {
        match self {
            Spread::Top(1) => "with the largest".to_owned(),
            Spread::Top(count) => {
                format!("with the {} largest", format::uncapitalised(&crate::finding::words(count)))
            }
            Spread::Nakamoto => "fewest subnets with more than half (Nakamoto)".to_owned(),
            Spread::Gini => "Gini; 0 is equal, 1 is all with one".to_owned(),
            Spread::Hhi => "HHI; 1 is all with one".to_owned(),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Spread::Top(_) => "Share of the largest",
            Spread::Nakamoto => "Nakamoto coefficient",
            Spread::Gini => "Gini coefficient",
            Spread::Hhi => "Herfindahl–Hirschman index",
        }
    }

    fn definition(self) -> &'static str {
        match self {
            Spread::Top(_) => "The part of the sum that lies with the largest.",
            Spread::Nakamoto => {
                "The smallest number of subnets that together have more than half of the sum."
            }
            Spread::Gini => {
                "Twice the area between the Lorenz curve and the line of equality: 0 when all have the same, near 1 when one has all."
            }
            Spread::Hhi => {
                "The sum of the squares of all parts: 1 when one has all, 1 ÷ n when n have the same."
            }
        }
    }

    fn value(self, spread: &Concentration, locale: &Locale) -> String {
        match self {
            Spread::Top(count) => format::number(spread.top_share(count), Style::Percent(1), locale),
            Spread::Nakamoto => spread.nakamoto().to_string(),
            Spread::Gini => format::number(spread.gini(), Style::Decimals(2), locale),
            Spread::Hhi => format::number(spread.hhi(), Style::Decimals(3), locale),
        }
    }

    /// The formula, in words and with numbers.
    fn formula(self, spread: &Concentration, locale: &Locale) -> (String, String) {
        let exact = |number: f64| format::exact(number, locale);
        let sizes = || format!("n = {}, sum = {}", spread.counted(), exact(spread.total));
        match self {
            Spread::Top(count) => {
                let part = exact(spread.top_share(count) * spread.total);
                (
                    format!("sum of the {count} largest ÷ sum of all"),
                    format!("{part} ÷ {}", exact(spread.total)),
                )
            }
            Spread::Nakamoto => {
                let enough = spread.nakamoto();
                let share = |count| format::number(spread.top_share(count), Style::Percent(2), locale);
                let before = match enough - 1 {
                    0 => String::new(),
                    fewer => format!("the {fewer} largest have {}, ", share(fewer)),
                };
                (
                    "the smallest k whose part is more than half".to_owned(),
                    format!("{before}the {enough} largest {}: k", share(enough)),
                )
            }
            Spread::Gini => ("Σ (2i − n − 1) xᵢ ÷ (n × Σ xᵢ), smallest first".to_owned(), sizes()),
            Spread::Hhi => ("Σ (xᵢ ÷ sum)²".to_owned(), sizes()),
        }
    }
}

impl Card {
    /// The card of a metric's sum over all subnets.
    pub fn of_total(snapshot: &Snapshot, metric: &'static Metric, locale: &Locale) -> Self {
        let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
        let values: Vec<Value> =
            teams::once(snapshot, metric, &rows).into_iter().map(|row| snapshot.value(metric, row)).collect();
        let numbers = values.iter().filter(|value| value.number().is_some()).count();
        let sum = total(&values);
        let value = match sum {
            Value::Number(number) => format::amount(number, Style::Integer, metric.unit, locale),
            Value::Missing(absence) => absence.words().to_owned(),
        };
        let worked = sum.number().map(|number| Worked {
            words: format!("sum of {} over all subnets", format::uncapitalised(metric.label)),
            numbers: format!("{} numbers", format::number(numbers as f64, Style::Integer, locale)),
            result: format::amount(number, Style::Significant(12), metric.unit, locale),
            check: Check::Computed,
        });
        Self {
            title: format!("{}, all subnets", metric.label),
            value,
            missing: sum.number().is_none(),
            worked,
            ..Self::known_by(snapshot, Some(metric), locale)
        }
    }

    /// The card of a number that a sentence works out of numbers of a metric: what it is, and the working in
    /// words and in numbers.
    pub fn of_working(
        snapshot: &Snapshot,
        metric: &'static Metric,
        title: impl Into<String>,
        [words, numbers, result]: [String; 3],
        locale: &Locale,
    ) -> Self {
        Self {
            title: title.into(),
            value: result.clone(),
            missing: false,
            worked: Some(Worked { words, numbers, result, check: Check::Computed }),
            ..Self::known_by(snapshot, Some(metric), locale)
        }
    }

    /// The card of how much more of a metric one row has than another.
    pub fn of_lead(snapshot: &Snapshot, metric: &'static Metric, rows: [usize; 2], locale: &Locale) -> Self {
        let [first, second] = rows.map(|row| snapshot.value(metric, row));
        let names = rows.map(|row| format!("SN{}", snapshot.subnets[row].id.netuid()));
        let exact =
            |value: Value| value.number().map_or_else(String::new, |number| format::exact(number, locale));
        let working = [
            format!(
                "{label} of {}, less that of {}",
                names[0],
                names[1],
                label = format::uncapitalised(metric.label)
            ),
            format!("{} − {}", exact(first), exact(second)),
            format::with_unit(first - second, metric, locale),
        ];
        let title = format!("{}, how far the first leads", metric.label);
        Self {
            missing: (first - second).number().is_none(),
            whose: names.join(", "),
            ..Self::of_working(snapshot, metric, title, working, locale)
        }
    }

    /// The card of how a metric's sum over some rows is spread.
    pub fn of_spread(
        snapshot: &Snapshot,
        metric: &'static Metric,
        (figure, spread): (Spread, &Concentration),
        whose: &str,
        locale: &Locale,
    ) -> Self {
        let (words, numbers) = figure.formula(spread, locale);
        let value = figure.value(spread, locale);
        let rows = spread.counted() + spread.missing;
        Self {
            title: format!("{} of {}", figure.title(), format::uncapitalised(metric.label)),
            whose: whose.to_owned(),
            missing: false,
            definition: figure.definition().to_owned(),
            worked: Some(Worked { words, numbers, result: value.clone(), check: Check::Computed }),
            value,
            measured: format!("{} of {}", spread.counted(), counted(rows, "subnet", "subnets")),
            ..Self::known_by(snapshot, Some(metric), locale)
        }
    }
}
