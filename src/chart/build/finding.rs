//! Headlines of lines over time: what the last values say, in one sentence that can be checked.

use super::words::{count, in_text, month, noun, possessive, times};
use crate::chart::number::with_unit;
use crate::compute::order::sorted;
use crate::format;
use crate::model::Day;
use crate::registry::{Group, Metric, Style};
use crate::view::Mode;

/// What a headline is made from.
pub struct Facts<'a> {
    /// The metric drawn.
    pub metric: &'static Metric,
    /// What was done to it.
    pub mode: Mode,
    /// Unit and style of the drawn numbers.
    pub unit: &'a str,
    /// How they are printed.
    pub style: Style,
    /// First and last day with a value, of all lines together.
    pub days: (Day, Day),
    /// Whether the days are ages.
    pub by_age: bool,
    /// Lines whose last value is the last of all, or nearly: name, first and last value.
    pub ends: Vec<(&'a str, f64, f64)>,
}

/// The headline.
pub fn headline(facts: Facts) -> String {
    let order = sorted(facts.ends.len(), &|a, b| facts.ends[b].2.total_cmp(&facts.ends[a].2));
    let at = |place: usize| order.get(place).map(|at| facts.ends[*at]);
    let Some(first) = at(0) else {
        return format!("No {} was measured here", noun(facts.metric));
    };
    match (facts.mode, at(1)) {
        (Mode::Index, second) => indexed(&facts, first, second.is_some()),
        (_, None) => alone(&facts, first),
        (mode, Some(second)) => ahead(&facts, mode, first, second),
    }
}

/// “Templar’s token rose most since March 2025: 111 for every 100”.
fn indexed(facts: &Facts, (name, _, last): (&str, f64, f64), several: bool) -> String {
    let what = if facts.metric.id == "price_tao" { "token".to_owned() } else { noun(facts.metric) };
    let since = if facts.by_age { "its registration".to_owned() } else { month(facts.days.0) };
    let verb = match (last.round(), several) {
        (last, true) if last > 100.0 => "rose most",
        (last, false) if last > 100.0 => "rose",
        (100.0, _) => "is where it was",
        (_, true) => "fell least",
        (_, false) => "fell",
    };
    let value = format::number(last, facts.style, &format::Locale::default());
    let since = if verb == "is where it was" { format!("in {since}") } else { format!("since {since}") };
    format!("{} {what} {verb} {since}: {value} for every 100", possessive(name))
}

/// “Chutes’ price was 0.21 τ/α on 29 Oct 2025, 42 % lower than on 1 Mar 2025”.
fn alone(facts: &Facts, (name, first, last): (&str, f64, f64)) -> String {
    let value = with_unit(last, facts.style, facts.unit);
    let on = on_day(facts, facts.days.1);
    if facts.mode == Mode::Cumulative {
        return format!("{} {} {value} by {}", in_text(name), received(facts.metric), by_day(facts));
    }
    let what = if facts.mode == Mode::Share {
        format!("share of {}", noun(facts.metric))
    } else {
        noun(facts.metric)
    };
    let change = (last / first - 1.0) * 100.0;
    let compared = match change.abs().round() {
        _ if !change.is_finite() || facts.days.0 == facts.days.1 => String::new(),
        0.0 => format!(", as {}", on_day(facts, facts.days.0)),
        _ if change >= 100.0 => times(last / first).map_or_else(String::new, |times| {
            format!(", {times} what it was {}", on_day(facts, facts.days.0))
        }),
        size => {
            let direction = if change > 0.0 { "higher" } else { "lower" };
            format!(", {size:.0}\u{a0}% {direction} than {}", on_day(facts, facts.days.0))
        }
    };
    format!("{} {what} was {value} {on}{compared}", possessive(name))
}

/// “On 29 Oct 2025, Chutes’ price was the highest of the three: 0.21 τ/α, 1.8 times Targon’s”.
fn ahead(
    facts: &Facts,
    mode: Mode,
    (name, _, last): (&str, f64, f64),
    (next, _, second): (&str, f64, f64),
) -> String {
    let value = with_unit(last, facts.style, facts.unit);
    let more = match times(last / second) {
        Some(times) => format!(
            "{value}, {times} {}",
            if mode == Mode::Cumulative { in_text(next) } else { possessive(next) }
        ),
        None => format!("{value}, just ahead of {}", in_text(next)),
    };
    match mode {
        Mode::Cumulative => {
            format!("{} {} most by {}: {more}", in_text(name), received(facts.metric), by_day(facts))
        }
        Mode::Share => {
            let share = format!("share of {}", noun(facts.metric));
            format!(
                "{}, {} {share} was {}: {more}",
                at_the_end(facts),
                possessive(name),
                most(facts, "large")
            )
        }
        Mode::Absolute | Mode::Index => {
            let what = noun(facts.metric);
            format!("{}, {} {what} was {}: {more}", at_the_end(facts), possessive(name), most(facts, "high"))
        }
    }
}

/// `On 29 Oct 2025`: what a headline says is true of the last day, and of no other that it does not name.
fn at_the_end(facts: &Facts) -> String {
    let day = on_day(facts, facts.days.1);
    day.replacen("on", "On", 1)
}

/// `the highest of the three`, `the higher of the two`.
fn most(facts: &Facts, quality: &str) -> String {
    let e = if quality.ends_with('e') { "" } else { "e" };
    match facts.ends.len() {
        2 => format!("the {quality}{e}r of the two"),
        several => format!("the {quality}{e}st of the {}", count(several)),
    }
}

fn received(metric: &Metric) -> &'static str {
    if metric.group == Group::Earned { "had received" } else { "had" }
}

fn by_day(facts: &Facts) -> String {
    if facts.by_age { format!("day {}", facts.days.1.epoch_days()) } else { format::day(facts.days.1) }
}

fn on_day(facts: &Facts, day: Day) -> String {
    if facts.by_age { format!("on day {}", day.epoch_days()) } else { format!("on {}", format::day(day)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry;

    fn said(metric: &str, mode: Mode, unit: &str, style: Style, ends: &[(&str, f64, f64)]) -> String {
        let day = |text: &str| text.parse::<Day>().unwrap();
        headline(Facts {
            metric: registry::known(metric),
            mode,
            unit,
            style,
            days: (day("2025-03-01"), day("2025-10-29")),
            by_age: false,
            ends: ends.to_vec(),
        })
    }

    #[test]
    fn an_index_says_who_rose_most_or_fell_least() {
        let price = |ends: &[(&str, f64, f64)]| said("price_tao", Mode::Index, "", Style::Integer, ends);
        assert_eq!(
            price(&[("Chutes", 100.0, 50.2), ("Templar", 100.0, 111.4)]),
            "Templar’s token rose most since March 2025: 111 for every 100"
        );
        assert_eq!(
            price(&[("Chutes", 100.0, 50.2), ("Targon", 100.0, 27.0)]),
            "Chutes’ token fell least since March 2025: 50 for every 100"
        );
        assert_eq!(
            price(&[("Chutes", 100.0, 50.2)]),
            "Chutes’ token fell since March 2025: 50 for every 100"
        );
        assert_eq!(
            price(&[("Chutes", 100.0, 100.4)]),
            "Chutes’ token is where it was in March 2025: 100 for every 100"
        );
    }

    #[test]
    fn levels_sums_and_shares_name_the_first_and_its_lead() {
        let two = [("Targon", 0.1, 0.11), ("Chutes", 0.4, 0.2112)];
        assert_eq!(
            said("price_tao", Mode::Absolute, "τ/α", Style::Significant(4), &two),
            "On 29 Oct 2025, Chutes’ price was the higher of the two: 0.2112\u{a0}τ/α, 1.9 times Targon’s"
        );
        assert_eq!(
            said(
                "emission_tao_day",
                Mode::Cumulative,
                "τ",
                Style::Integer,
                &[("A", 1.0, 90_000.0), ("B", 1.0, 88_000.0)]
            ),
            "A had received most by 29 Oct 2025: 90,000\u{a0}τ, just ahead of B"
        );
        assert_eq!(
            said(
                "emission_tao_day",
                Mode::Share,
                "",
                Style::Percent(1),
                &[("Chutes", 0.1, 0.125), ("B", 0.1, 0.0625)]
            ),
            "On 29 Oct 2025, Chutes’ share of emission was the larger of the two: 12.5\u{a0}%, twice B’s"
        );
    }

    #[test]
    fn one_line_is_compared_with_its_own_start() {
        let one = |first, last| {
            said("price_tao", Mode::Absolute, "τ/α", Style::Significant(3), &[("Chutes", first, last)])
        };
        assert_eq!(
            one(0.4, 0.21),
            "Chutes’ price was 0.21\u{a0}τ/α on 29 Oct 2025, 48\u{a0}% lower than on 1 Mar 2025"
        );
        assert_eq!(
            one(0.1, 0.21),
            "Chutes’ price was 0.21\u{a0}τ/α on 29 Oct 2025, 2.1 times what it was on 1 Mar 2025"
        );
        assert_eq!(one(0.0, 0.21), "Chutes’ price was 0.21\u{a0}τ/α on 29 Oct 2025");
        assert_eq!(said("price_tao", Mode::Absolute, "", Style::Integer, &[]), "No price was measured here");
    }
}
