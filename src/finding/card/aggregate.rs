//! Cards of numbers that are made of many subnets: sums, counts, and how a sum is spread.

use super::{Card, Check, Worked, as_of};
use crate::compute::concentration::Concentration;
use crate::compute::formula::total;
use crate::compute::frontier::Unverified;
use crate::finding::figures::WORTH_A_WORD;
use crate::finding::{below, counted, shipped, teams};
use crate::format::{self, Locale};
use crate::model::{Absence, AsOf, Grade, Rung, Value};
use crate::registry::{self, Metric, Style};
use crate::snapshot::Snapshot;

/// What subnets are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// A product that answered a probe: rung 3 or above.
    Product,
    /// Paid at least [`WORTH_A_WORD`] a day, and searched without finding a product.
    Unproven,
    /// Every miner slot taken.
    Full,
}

impl Tally {
    /// Whether a row counts; `None` where that is not known.
    pub fn counts(self, snapshot: &Snapshot, row: usize) -> Option<bool> {
        let ladder = snapshot.subnets[row].ladder;
        let number = |id: &str| snapshot.value(registry::known(id), row).number();
        match self {
            Tally::Product => ladder.searched().then(|| ladder.highest() >= Some(Rung::ReachableProduct)),
            Tally::Unproven => {
                let paid = number("emission_tao_day")? >= WORTH_A_WORD;
                ladder.searched().then(|| paid && below(ladder, Rung::ReachableProduct))
            }
            Tally::Full => Some(number("slots_filled")? >= 1.0),
        }
    }

    fn title(self) -> String {
        match self {
            Tally::Product => "Subnets with a product that answered a probe".to_owned(),
            Tally::Unproven => {
                format!(
                    "Subnets that take {WORTH_A_WORD} τ a day or more with nothing verified at rung 3 or above"
                )
            }
            Tally::Full => "Subnets with every slot taken".to_owned(),
        }
    }

    fn definition(self) -> String {
        let product = Rung::ReachableProduct.satisfied_by();
        match self {
            Tally::Product => format!(
                "The count of subnets whose highest rung is 3 or above. Rung 3 is satisfied by: {product}"
            ),
            Tally::Unproven => format!(
                "The count of subnets that were searched, are paid at least {WORTH_A_WORD} τ a day, and have no satisfied rung from 3 upwards. Rung 3 is satisfied by: {product}"
            ),
            Tally::Full => "The count of subnets that have as many registered neurons as slots.".to_owned(),
        }
    }

    /// Why those who were counted were, where there are several reasons.
    fn why(self, snapshot: &Snapshot, rows: &[usize]) -> Option<String> {
        let counted = rows.iter().filter(|row| self.counts(snapshot, **row) == Some(true));
        let ladders = counted.map(|row| snapshot.subnets[*row].ladder);
        let counts = Unverified::among(ladders, Rung::ReachableProduct);
        (self == Tally::Unproven && counts.count() > 0).then(|| shipped::unverified(counts, None))
    }

    /// The metric that the count rests on, where it rests on one.
    fn metric(self) -> Option<&'static Metric> {
        match self {
            Tally::Product => None,
            Tally::Unproven => Some(registry::known("emission_tao_day")),
            Tally::Full => Some(registry::known("slots_filled")),
        }
    }

    /// How the part of it is known that rests on the ladder, where any does.
    fn ladder(self) -> Option<Grade> {
        match self {
            Tally::Product => Some(Grade::Probe),
            Tally::Unproven => Some(Grade::NoneFound),
            Tally::Full => None,
        }
    }
}

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
            Spread::Top(count) => format!("with the {} largest", crate::finding::words(count).to_lowercase()),
            Spread::Nakamoto => "subnets have more than half (Nakamoto)".to_owned(),
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

/// How many teams those who count are, where that is fewer.
fn of_teams(snapshot: &Snapshot, tally: Tally, rows: &[usize]) -> String {
    let counted: Vec<usize> =
        rows.iter().copied().filter(|row| tally.counts(snapshot, *row) == Some(true)).collect();
    let teams = teams::fewer(snapshot, &counted);
    teams.map_or_else(String::new, |teams| {
        format!(" They are of {teams}: subnets whose repositories lie with one account are one team’s.")
    })
}

impl Card {
    /// The card of a metric's sum over all subnets.
    pub fn of_total(snapshot: &Snapshot, metric: &'static Metric, locale: &Locale) -> Self {
        let rows: Vec<usize> = (0..snapshot.subnets.len()).collect();
        let values: Vec<Value> =
            teams::once(snapshot, metric, &rows).into_iter().map(|row| snapshot.value(metric, row)).collect();
        let sum = total(&values);
        let value = match sum {
            Value::Number(number) => format::amount(number, Style::Integer, metric.unit, locale),
            Value::Missing(absence) => absence.words().to_owned(),
        };
        let worked = sum.number().map(|number| Worked {
            words: format!("sum of {} over all subnets", metric.label.to_lowercase()),
            numbers: format!(
                "{} numbers",
                format::number(snapshot.measured(metric) as f64, Style::Integer, locale)
            ),
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

    /// The card of a count among these rows, which are `whose`; all rows are the whole network.
    pub fn of_tally(snapshot: &Snapshot, tally: Tally, rows: &[usize], whose: &str, locale: &Locale) -> Self {
        let known: Vec<bool> = rows.iter().filter_map(|row| tally.counts(snapshot, *row)).collect();
        let count = known.iter().filter(|counts| **counts).count();
        let card = Self {
            title: tally.title(),
            whose: whose.to_owned(),
            value: match known.len() {
                0 => Absence::NotMeasured.words().to_owned(),
                of => format!("{count} of {of}"),
            },
            missing: known.is_empty(),
            why: tally.why(snapshot, rows),
            definition: tally.definition() + &of_teams(snapshot, tally, rows),
            measured: format!("{} of {}", known.len(), counted(rows.len(), "subnet", "subnets")),
            tally: (rows.len() == snapshot.subnets.len()).then_some(tally),
            ..Self::known_by(snapshot, tally.metric(), locale)
        };
        let Some(grade) = tally.ladder() else { return card };
        let searched = as_of(AsOf { day: snapshot.searched_on, block: None }, locale);
        Self {
            grade,
            as_of: match tally.metric() {
                Some(metric) => format!("{} of {}; searched {searched}", metric.label, card.as_of),
                None => format!("searched {searched}"),
            },
            source: Some(("The evidence listed on the page of each subnet".to_owned(), None)),
            limits: "What nobody has found may still exist: every rung says when it was searched.".to_owned(),
            ..card
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
            title: format!("{} of {}", figure.title(), metric.label.to_lowercase()),
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
