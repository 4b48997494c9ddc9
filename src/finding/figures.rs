//! The figures under a headline, as pieces that a page can make openable and a file can print.

use super::{paid_without, place, ranked, standing};
use crate::compute::formula::total;
use crate::compute::rank::RankInterval;
use crate::format::{self, Locale};
use crate::model::{Day, Rung};
use crate::registry::{self, Metric, Style};
use crate::snapshot::Snapshot;

/// A payment a day that is worth a word when nothing is found for it, in TAO.
pub const WORTH_A_WORD: f64 = 10.0;

/// A piece of what is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Words.
    Words(String),
    /// A number of one subnet.
    Number(&'static Metric, usize),
    /// The sum of a metric over all subnets.
    Total(&'static Metric),
    /// A subnet by its name.
    Subnet(usize),
    /// What was not measured.
    Missing,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: Part,
    /// What is to be said beside it.
    pub more: Vec<Part>,
    /// Whether it is about earning.
    pub earned: bool,
}

fn figure(label: impl Into<String>, value: Part, more: Vec<Part>) -> Figure {
    Figure { label: label.into(), value, more, earned: false }
}

fn words(text: impl Into<String>) -> Part {
    Part::Words(text.into())
}

/// The network in five figures.
pub fn of_network(snapshot: &Snapshot, ranks: &[Option<RankInterval>], locale: &Locale) -> Vec<Figure> {
    let rows: Vec<_> = (0..snapshot.subnets.len()).collect();
    let emission = registry::known("emission_tao_day");
    let top = ranked(snapshot, &rows, emission).first().copied();
    let searched = rows.iter().filter(|row| snapshot.subnets[**row].ladder.searched()).count();
    let products = match searched {
        0 => figure("", Part::Missing, vec![words("nobody had searched by this day")]),
        _ => {
            let found = standing(snapshot, &rows, Rung::ReachableProduct);
            figure("", words(format!("{found} of {searched}")), vec![])
        }
    };
    let unproven = paid_without(snapshot, &rows, WORTH_A_WORD, Rung::ReachableProduct).len();
    let unproven = match (snapshot.measured(emission), searched) {
        (0, _) | (_, 0) => Part::Missing,
        _ => words(unproven.to_string()),
    };
    let filled = registry::known("slots_filled");
    let is_full = |row: &&usize| snapshot.value(filled, **row).number().is_some_and(|filled| filled >= 1.0);
    let full = rows.iter().filter(is_full).count();
    let measured = snapshot.measured(filled);
    let partly = (measured < rows.len()).then(|| words(format!("{measured} of {} measured", rows.len())));
    vec![
        Figure {
            earned: true,
            ..figure("paid a day", Part::Total(emission), dollars(snapshot, locale).into_iter().collect())
        },
        match top {
            Some(row) => figure(
                "to the largest",
                Part::Number(registry::known("emission_share"), row),
                vec![Part::Subnet(row), words(format!(", {}", place(ranks.get(row).copied().flatten())))],
            ),
            None => figure("to the largest", Part::Missing, vec![]),
        },
        Figure { label: "have a product that answered a probe".to_owned(), ..products },
        figure(format!("take {WORTH_A_WORD} τ a day or more with nothing found at rung 3"), unproven, vec![]),
        figure(
            "have every slot taken",
            if measured > 0 { words(format!("{full} of {measured}")) } else { Part::Missing },
            partly.into_iter().collect(),
        ),
    ]
}

/// What all are paid a day in dollars, with the price and its day.
fn dollars(snapshot: &Snapshot, locale: &Locale) -> Option<Part> {
    let column = snapshot.column(registry::known("emission_usd_day"))?;
    let dollars = total(&column.values).number()?;
    let (price, day) = price(snapshot)?;
    let dollars = format::number(dollars, Style::Integer, locale);
    Some(words(format!("about ${dollars} at ${price:.2} a TAO, {}", format::day(day))))
}

fn price(snapshot: &Snapshot) -> Option<(f64, Day)> {
    let (price, at) = snapshot.tao_usd.as_ref()?;
    Some((*price, at.parse().ok()?))
}

/// One subnet in the five figures that most readers come for.
pub fn of_subnet(snapshot: &Snapshot, rank: Option<RankInterval>, row: usize) -> Vec<Figure> {
    let number = |id: &str| Part::Number(registry::known(id), row);
    let price =
        price(snapshot).map(|(price, day)| words(format!("at ${price:.2} a TAO, {}", format::day(day))));
    vec![
        Figure {
            earned: true,
            ..figure(
                "earned a day",
                number("emission_tao_day"),
                vec![number("emission_share"), words(format!(" of all; {}", place(rank)))],
            )
        },
        figure("the same in dollars", number("emission_usd_day"), price.into_iter().collect()),
        figure("to the owner, of priced alpha", number("owner_tao_day"), vec![]),
        figure(
            "slots filled",
            number("slots_filled"),
            vec![number("slots_used"), words(" of "), number("slots_max")],
        ),
        figure("of miner pay burned", number("miner_burn"), vec![]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::fixture;

    #[test]
    fn what_nobody_measured_is_missing_and_not_zero() {
        let mut snapshot = fixture::snapshot();
        for subnet in &mut snapshot.subnets {
            subnet.ladder = crate::model::Ladder::NOT_SEARCHED;
        }
        let figures = of_network(&snapshot, &[], &Locale::default());
        assert_eq!(figures.len(), 5);
        assert_eq!(figures[2].value, Part::Missing);
        assert_eq!(figures[2].more, [words("nobody had searched by this day")]);
        assert_eq!(figures[3].value, Part::Missing);
        assert!(figures[0].earned);
    }
}
