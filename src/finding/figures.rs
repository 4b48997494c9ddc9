//! The figures under a headline, as pieces that a page can make openable and a file can print.

use super::card::{Card, Sought, Spread, Tally, priced};
use super::part::Part;
use super::unpaid::{self, Unpaid};
use super::{place, ranked, teams, unverified, whose};
use crate::compute::concentration::Concentration;
use crate::compute::rank::RankInterval;
use crate::format::{self, Locale};
use crate::registry::{self, Metric, Style};
use crate::snapshot::Snapshot;

/// A payment a day that is worth a word when nothing is found for it, in TAO.
pub const WORTH_A_WORD: f64 = 10.0;

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
    Part::words(text)
}

/// The network in five figures.
pub fn of_network(snapshot: &Snapshot, ranks: &[Option<RankInterval>], locale: &Locale) -> Vec<Figure> {
    let rows: Vec<_> = (0..snapshot.subnets.len()).collect();
    let emission = registry::known("emission_tao_day");
    let top = ranked(snapshot, &rows, emission).first().copied();
    let tally = |tally| Part::of_card(Card::of_count(snapshot, tally, locale));
    let unless_known = |part: &Part, why: &str| match part {
        Part::Missing => vec![words(why)],
        _ => vec![],
    };
    let products = tally(Tally::Product);
    let unproven = tally(Tally::unproven());
    let split = unverified::why(snapshot, Sought::worth_a_word(), false);
    let product = |row: &usize| Tally::Product.counts(snapshot, *row) == Some(true);
    let with_product: Vec<usize> = rows.iter().copied().filter(product).collect();
    let mut beside = unless_known(&products, "nobody had searched by this day");
    beside.extend(teams::fewer(snapshot, &with_product).map(|teams| words(format!("of {teams}"))));
    let unpaid = unpaid::sentence(snapshot, &rows);
    let filled = registry::known("slots_filled");
    let measured = snapshot.measured(filled);
    let partly = (measured < rows.len()).then(|| words(format!("{measured} of {} measured", rows.len())));
    let total = |id: &str| Part::of_card(Card::of_total(snapshot, registry::known(id), locale));
    let dollars =
        price_of(snapshot).map(|price| vec![words("about "), total("emission_usd_day"), words(price)]);
    let mut paid = dollars.unwrap_or_default();
    if let Some(unpaid) = unpaid {
        paid.push(words(if paid.is_empty() { unpaid } else { format!("; {unpaid}") }));
    }
    vec![
        Figure { earned: true, ..figure("paid a day", total(emission.id), paid) },
        match top {
            Some(row) => figure(
                "to the largest",
                Part::Number(registry::known("emission_share"), row),
                [Part::Subnet(row), words(", ")]
                    .into_iter()
                    .chain(placed(snapshot, ranks.get(row).copied().flatten(), row, locale))
                    .collect(),
            ),
            None => figure("to the largest", Part::Missing, vec![]),
        },
        figure("have a product that answered a probe", products, beside),
        figure(
            format!("take {WORTH_A_WORD} τ a day or more with nothing verified at rung 3 or above"),
            unproven,
            split,
        ),
        figure("have every slot taken", tally(Tally::Full), partly.into_iter().collect()),
    ]
}

/// How the sum of a metric is spread over some rows.
pub fn of_concentration(
    snapshot: &Snapshot,
    metric: &'static Metric,
    spread: &Concentration,
    rows: &[usize],
    locale: &Locale,
) -> Vec<Figure> {
    let whose = whose(snapshot, rows);
    let card = |kind| Part::of_card(Card::of_spread(snapshot, metric, (kind, spread), &whose, locale));
    Spread::ALL.map(|kind| figure(kind.label(), card(kind), vec![])).into()
}

/// How far the first lies before the second, as a sentence in pieces; nothing where there are not two.
pub fn of_lead(
    snapshot: &Snapshot,
    metric: &'static Metric,
    spread: &Concentration,
    rows: &[usize],
    locale: &Locale,
) -> Option<Vec<Part>> {
    let lead = format::number(spread.gap()?.difference(), metric.style, locale);
    let ranked = ranked(snapshot, rows, metric);
    let (first, second) = (*ranked.first()?, *ranked.get(1)?);
    let value = |row: usize| snapshot.value(metric, row).number();
    let level = ranked.iter().take_while(|row| value(**row) == value(first)).count();
    if level > 1 {
        let (between, others) = match level - 2 {
            0 => (" and ", String::new()),
            others => (", ", format!(" and {others} more")),
        };
        return Some(vec![
            Part::Subnet(first),
            words(between),
            Part::Subnet(second),
            words(format!("{others} are level with ")),
            Part::Number(metric, first),
            words(" each."),
        ]);
    }
    Some(vec![
        Part::Subnet(first),
        words(" is first with "),
        Part::Number(metric, first),
        words(", "),
        Part::said(lead, Card::of_lead(snapshot, metric, [first, second], locale)),
        words(format!(" {} more than ", format::unit(metric.unit))),
        Part::Subnet(second),
        words(" with "),
        Part::Number(metric, second),
        words("."),
    ])
}

/// That some have no value, where that is so.
pub fn left_out(spread: &Concentration, rows: &[usize]) -> Option<String> {
    let missing = spread.missing;
    (missing > 0).then(|| format!("{missing} of {} subnets have no value and are left out.", rows.len()))
}

/// An amount of TAO of a metric in dollars, with the price and its day, where the snapshot has one. It is said what
/// is counted, and whose it is.
pub fn in_dollars(
    snapshot: &Snapshot,
    metric: &'static Metric,
    (what, whose): (&str, String),
    tao: f64,
    locale: &Locale,
) -> Option<Vec<Part>> {
    let (price, _) = snapshot.tao_price()?;
    let dollars = format!("${}", format::number(tao * price, Style::Integer, locale));
    let working = [
        format!("{} × TAO/USD", format::uncapitalised(what)),
        format!("{} × {price:.2}", format::exact(tao, locale)),
        dollars.clone(),
    ];
    let title = format!("{what} in dollars");
    let card = Card {
        priced: priced(snapshot),
        whose,
        ..Card::of_working(snapshot, metric, title, working, locale)
    };
    Some(vec![words("about "), Part::said(dollars, card), words(price_of(snapshot)?)])
}

/// ` at $199.28 a TAO, 13 Aug 2026`, where the snapshot has a price.
pub fn price_of(snapshot: &Snapshot) -> Option<String> {
    snapshot.tao_price().map(|(price, day)| format!(" at ${price:.2} a TAO, {}", format::day(day)))
}

/// [`place`] in pieces, of which the rank opens its card.
fn placed(snapshot: &Snapshot, rank: Option<RankInterval>, row: usize, locale: &Locale) -> [Part; 3] {
    let said = place(rank);
    let card = Card::of_rank(snapshot, rank, row, locale);
    match said.split_once(&card.value) {
        Some((before, after)) => [words(before), Part::of_card(card.clone()), words(after)],
        None => [words(said), words(""), words("")],
    }
}

/// One subnet in the five figures that most readers come for.
pub fn of_subnet(
    snapshot: &Snapshot,
    rank: Option<RankInterval>,
    row: usize,
    locale: &Locale,
) -> Vec<Figure> {
    let number = |id: &str| Part::Number(registry::known(id), row);
    let measured = snapshot.value(registry::known("emission_share"), row).number().is_some();
    let why = Unpaid::of(snapshot, row).and_then(Unpaid::words);
    let why = why.map(|why| format!(". {}", why.trim_end_matches('.'))).unwrap_or_default();
    vec![
        Figure {
            earned: true,
            ..figure(
                "earned a day",
                number("emission_tao_day"),
                [number("emission_share"), words(" of all; ")]
                    .into_iter()
                    .filter(|_| measured)
                    .chain(placed(snapshot, rank, row, locale))
                    .chain((!why.is_empty()).then(|| words(why)))
                    .collect(),
            )
        },
        figure(
            "the same in dollars",
            number("emission_usd_day"),
            price_of(snapshot).map(words).into_iter().collect(),
        ),
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
    fn those_that_are_level_are_named_first_and_then_counted() {
        let cost = registry::known("registration_cost_tao");
        let told = |values: [f64; 4]| {
            let snapshot = fixture::with_values(cost.id, values);
            let rows = [0, 1, 2, 3];
            let spread = crate::finding::spread(&snapshot, cost, &rows).unwrap();
            of_lead(&snapshot, cost, &spread, &rows, &Locale::default()).unwrap()
        };
        let (first, second) = (Part::Subnet(0), Part::Subnet(1));
        let each = [Part::Number(cost, 0), words(" each.")];
        let four = [first.clone(), words(", "), second.clone(), words(" and 2 more are level with ")];
        assert_eq!(told([1.0; 4]), [four.as_slice(), &each].concat());
        let two = [first, words(" and "), second, words(" are level with ")];
        assert_eq!(told([1.0, 1.0, 0.5, 0.1]), [two.as_slice(), &each].concat());
    }

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
