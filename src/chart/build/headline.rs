//! Headlines of lines over time: what the last values say, in one sentence that can be checked.

use super::words::{count, in_text, listed, month, noun, plural, possessive, times, was};
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
    /// Lines whose last value is the last of all, or nearly.
    pub ends: Vec<End<'a>>,
}

/// What a headline says of one line.
#[derive(Clone, Copy)]
pub struct End<'a> {
    /// Whose it is.
    pub name: &'a str,
    /// Its first value.
    pub first: f64,
    /// Its last value.
    pub last: f64,
    /// The day or age that an index is of, or else its first.
    pub base: Day,
    /// The days that have a value, where some of those asked for have none.
    pub lacking: Option<usize>,
    /// Whether the rule behind it changed between its base and its last value.
    pub across: bool,
}

/// The headline.
pub fn headline(facts: Facts) -> String {
    let order = sorted(facts.ends.len(), &|a, b| facts.ends[b].last.total_cmp(&facts.ends[a].last));
    let at = |place: usize| order.get(place).map(|at| facts.ends[*at]);
    let Some(first) = at(0) else {
        return format!("No {} {} measured here", noun(facts.metric), was(facts.metric));
    };
    match (facts.mode, at(1)) {
        (Mode::Index, second) => indexed(&facts, first, second.is_some()),
        (_, None) => alone(&facts, first),
        (_, Some(second)) if second.last == first.last => level(&facts, first),
        (mode, Some(second)) => ahead(&facts, mode, first, second),
    }
}

/// “On 7 Aug 2026, all three had the same slots filled: 100 %”; nobody who is level is ahead.
fn level(facts: &Facts, leader: End) -> String {
    let value = with_unit(leader.last, facts.style, facts.unit);
    let level = facts.ends.iter().filter(|end| end.last == leader.last);
    let names: Vec<String> = level.map(|end| end.name.to_owned()).collect();
    let who = match (names.len(), facts.ends.len()) {
        (2, 2) => "both".to_owned(),
        (level, all) if level == all => format!("all {}", count(all)),
        _ => listed(names.iter()),
    };
    let all = names.len() == facts.ends.len();
    if facts.mode == Mode::Cumulative {
        let most = if all { "the same" } else { "most, and the same" };
        let (by, known) = (by_day(facts), known_days(leader));
        return format!("By {by}{known}, {who} {} {most}: {value}", received(facts.metric));
    }
    let share = if facts.mode == Mode::Share { "share of " } else { "" };
    let which = if all { "same" } else { "highest" };
    format!("{}, {who} had the {which} {share}{}: {value}", at_the_end(facts), noun(facts.metric))
}

/// “Templar’s token rose most since March 2025: 111 for every 100”; lines that start apart have not risen or
/// fallen since one day, so that only how they stand can be said.
fn indexed(facts: &Facts, End { name, last, base, across, .. }: End, several: bool) -> String {
    let what = if facts.metric.id == "price_tao" { "token".to_owned() } else { noun(facts.metric) };
    let value = format::number(last, facts.style, &format::Locale::default());
    let rule = if across { ", under other rules" } else { "" };
    let start = |base: Day| match facts.by_age {
        true => format!("day {} after registration", base.epoch_days()),
        false => month(base),
    };
    let since = start(base);
    if facts.ends.iter().any(|other| start(other.base) != since) {
        let (when, whose) = (at_the_end(facts), possessive(name));
        return format!(
            "{when}, {whose} {what} stood highest against each one’s first value: {value} for every 100{rule}"
        );
    }
    let is = if plural(facts.metric) { "are where they were" } else { "is where it was" };
    let verb = match (last.round(), several) {
        (last, true) if last > 100.0 => "rose most",
        (last, false) if last > 100.0 => "rose",
        (100.0, _) => is,
        (_, true) => "fell least",
        (_, false) => "fell",
    };
    let since = match (verb == is, facts.by_age) {
        (true, true) => format!("on {since}"),
        (true, false) => format!("in {since}"),
        (false, _) => format!("since {since}"),
    };
    format!("{} {what} {verb} {since}: {value} for every 100{rule}", possessive(name))
}

/// “Chutes’ price was 0.21 τ/α on 29 Oct 2025, 42 % lower than on 1 Mar 2025”.
fn alone(facts: &Facts, end: End) -> String {
    let End { name, first, last, across, .. } = end;
    let value = with_unit(last, facts.style, facts.unit);
    let on = on_day(facts, facts.days.1);
    if facts.mode == Mode::Cumulative {
        return format!(
            "{} {} {value} by {}{}",
            in_text(name),
            received(facts.metric),
            by_day(facts),
            known_days(end)
        );
    }
    let what = if facts.mode == Mode::Share {
        format!("share of {}", noun(facts.metric))
    } else {
        noun(facts.metric)
    };
    let was = if facts.mode == Mode::Share { "was" } else { was(facts.metric) };
    let they = if was == "was" { "it" } else { "they" };
    let change = (last / first - 1.0) * 100.0;
    let compared = match change.abs().round() {
        _ if !change.is_finite() || facts.days.0 == facts.days.1 => String::new(),
        0.0 => format!(", as {}", on_day(facts, facts.days.0)),
        _ if change >= 100.0 => times(last / first).map_or_else(String::new, |times| {
            format!(", {times} what {they} {was} {}", on_day(facts, facts.days.0))
        }),
        size => {
            let direction = if change > 0.0 { "higher" } else { "lower" };
            format!(", {size:.0}\u{a0}% {direction} than {}", on_day(facts, facts.days.0))
        }
    };
    let rule = if across && !compared.is_empty() { ", under another rule" } else { "" };
    format!("{} {what} {was} {value} {on}{compared}{rule}", possessive(name))
}

/// “On 29 Oct 2025, Chutes’ price was the highest of the three: 0.21 τ/α, 1.8 times Targon’s”.
fn ahead(facts: &Facts, mode: Mode, leader: End, follower: End) -> String {
    let (End { name, last, .. }, End { name: next, last: second, .. }) = (leader, follower);
    let value = with_unit(last, facts.style, facts.unit);
    let more = match times(last / second) {
        Some(times) => format!(
            "{value}, {times} {}",
            if mode == Mode::Cumulative { in_text(next) } else { possessive(next) }
        ),
        None if second <= 0.0 => {
            format!("{value}, against {} of {}", with_unit(second, facts.style, facts.unit), in_text(next))
        }
        None => format!("{value}, just ahead of {}", in_text(next)),
    };
    match mode {
        Mode::Cumulative => {
            let other = match (leader.lacking, follower.lacking) {
                (_, None) => String::new(),
                (one, two) if one == two => String::new(),
                (None, Some(days)) => format!(", of which {days} days are known"),
                (Some(_), Some(days)) => format!(", of which {days} are known"),
            };
            format!(
                "{} {} most by {}{}: {more}{other}",
                in_text(name),
                received(facts.metric),
                by_day(facts),
                known_days(leader)
            )
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
            format!(
                "{}, {} {what} {} {}: {more}",
                at_the_end(facts),
                possessive(name),
                was(facts.metric),
                most(facts, "high")
            )
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

/// A sum says of how many days it is, where others are not known.
fn known_days(end: End) -> String {
    match end.lacking {
        None => String::new(),
        Some(1) => ", on the one day known".to_owned(),
        Some(days) => format!(", on the {days} days known"),
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
            ends: ends.iter().map(|(name, first, last)| end(name, *first, *last)).collect(),
        })
    }

    fn summed(ends: &[(&str, f64, f64)]) -> String {
        said("emission_tao_day", Mode::Cumulative, "τ", Style::Integer, ends)
    }

    fn end(name: &str, first: f64, last: f64) -> End<'_> {
        let base = "2025-03-01".parse().unwrap();
        End { name, first, last, base, lacking: None, across: false }
    }

    fn facts(metric: &str, mode: Mode, ends: Vec<End<'static>>) -> Facts<'static> {
        let day = |text: &str| text.parse::<Day>().unwrap();
        Facts {
            metric: registry::known(metric),
            mode,
            unit: "τ",
            style: Style::Integer,
            days: (day("2025-03-01"), day("2025-10-29")),
            by_age: false,
            ends,
        }
    }

    #[test]
    fn nobody_who_is_level_is_ahead_and_nobody_is_just_ahead_of_nothing() {
        let filled =
            |ends: &[(&str, f64, f64)]| said("slots_filled", Mode::Absolute, "%", Style::Integer, ends);
        let (full, half) = (100.0, 50.0);
        assert_eq!(
            filled(&[("Chutes", full, full), ("Hippius", full, full), ("Gradients", half, full)]),
            "On 29 Oct 2025, all three had the same slots filled: 100\u{a0}%"
        );
        assert_eq!(
            filled(&[("Chutes", full, full), ("Hippius", full, full), ("Gradients", half, half)]),
            "On 29 Oct 2025, Chutes and Hippius had the highest slots filled: 100\u{a0}%"
        );
        assert_eq!(
            summed(&[("A", 0.0, 0.0), ("B", 0.0, 0.0)]),
            "By 29 Oct 2025, both had received the same: 0\u{a0}τ"
        );
        assert_eq!(
            filled(&[("Chutes", full, 0.0), ("Gradients", half, 70.0)]),
            "On 29 Oct 2025, Gradients’ slots filled was the higher of the two: 70\u{a0}%, \
             against 0\u{a0}% of Chutes"
        );
    }

    #[test]
    fn a_sum_says_of_how_many_days_it_is_where_some_were_not_measured() {
        let lacking = |name, last, lacking| End { lacking, ..end(name, 1.0, last) };
        let sum = |ends: Vec<End<'static>>| headline(facts("emission_tao_day", Mode::Cumulative, ends));
        assert_eq!(
            sum(vec![lacking("Chutes", 450.0, Some(1)), lacking("Targon", 225.0, Some(1))]),
            "Chutes had received most by 29 Oct 2025, on the one day known: 450\u{a0}τ, twice Targon"
        );
        assert_eq!(
            sum(vec![lacking("Chutes", 450.0, Some(258)), lacking("Affine", 225.0, Some(91))]),
            "Chutes had received most by 29 Oct 2025, on the 258 days known: 450\u{a0}τ, twice Affine, of which 91 are known"
        );
        assert_eq!(
            sum(vec![lacking("Chutes", 450.0, Some(258))]),
            "Chutes had received 450\u{a0}τ by 29 Oct 2025, on the 258 days known"
        );
    }

    #[test]
    fn an_index_names_its_base_and_the_rules_it_goes_across() {
        let base = Day::from_epoch_days(223);
        let aged = End { base, ..end("Chutes", 100.0, 3970.0) };
        let by_age = Facts { by_age: true, ..facts("emission_tao_day", Mode::Index, vec![aged]) };
        assert_eq!(
            headline(by_age),
            "Chutes’ emission rose since day 223 after registration: 3,970 for every 100"
        );
        let older = End { base: Day::from_epoch_days(390), ..end("Targon", 100.0, 25.0) };
        let apart = Facts { by_age: true, ..facts("price_tao", Mode::Index, vec![older, aged]) };
        let day = apart.days.1.epoch_days();
        assert_eq!(
            headline(apart),
            format!(
                "On day {day}, Chutes’ token stood highest against each one’s first value: 3,970 for every 100"
            )
        );
        let across = End { across: true, ..end("Chutes", 100.0, 111.0) };
        assert_eq!(
            headline(facts("emission_tao_day", Mode::Index, vec![across])),
            "Chutes’ emission rose since March 2025: 111 for every 100, under other rules"
        );
    }

    #[test]
    fn counts_are_many() {
        let two = || vec![end("Chutes", 9.0, 20.0), end("Targon", 9.0, 10.0)];
        assert_eq!(
            headline(facts("validators", Mode::Absolute, two())),
            "On 29 Oct 2025, Chutes’ validators were the higher of the two: 20\u{a0}τ, twice Targon’s"
        );
        assert_eq!(headline(facts("validators", Mode::Absolute, vec![])), "No validators were measured here");
        let same = vec![end("Chutes", 100.0, 100.0)];
        assert_eq!(
            headline(facts("stars", Mode::Index, same)),
            "Chutes’ stars are where they were in March 2025: 100 for every 100"
        );
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
            summed(&[("A", 1.0, 90_000.0), ("B", 1.0, 88_000.0)]),
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
