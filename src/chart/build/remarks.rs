//! What has to be said of single lines, joined where it is the same of several.

use super::words::{counted, in_text, listed};
use crate::format;
use crate::model::Day;

/// Something to say of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// It has no value over time.
    NoHistory,
    /// It has no positive value that an index could start at.
    NoBase,
    /// Its index starts later than the days shown.
    Base(Day),
    /// It has no age, as nobody knows the day of its registration.
    NoAge,
    /// Its sum ends, as too many of the days after it were not measured.
    SumEnds(Day),
    /// So many of so many days of its sum were measured.
    SumOf(usize, usize),
}

/// One sentence for each kind of remark, in the order in which they came. `metric` is the noun of what is
/// shown; names are fit to be shown.
pub fn sentences(remarks: &[(Remark, String)], metric: &str) -> Vec<String> {
    let mut kinds = Vec::new();
    for (remark, _) in remarks {
        let kind = std::mem::discriminant(remark);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let of_kind = |kind| {
        let mut groups: Vec<(Remark, Vec<String>)> = Vec::new();
        for (remark, name) in remarks.iter().filter(|(remark, _)| std::mem::discriminant(remark) == kind) {
            match groups.iter_mut().find(|(other, _)| other == remark) {
                Some((_, names)) => names.push(name.clone()),
                None => groups.push((*remark, vec![name.clone()])),
            }
        }
        groups
    };
    kinds.into_iter().filter_map(|kind| sentence(&of_kind(kind), metric)).collect()
}

/// One sentence of a kind: groups of names, each with what is said of it.
fn sentence(groups: &[(Remark, Vec<String>)], metric: &str) -> Option<String> {
    let (first, names) = groups.first()?;
    let several = groups.len() > 1;
    let each = |say: &dyn Fn(&Remark) -> String| {
        let parts: Vec<String> = groups
            .iter()
            .map(|(remark, names)| format!("{} {}", listed(names.iter()), say(remark)))
            .collect();
        parts.join("; ")
    };
    let all = listed(names.iter());
    let one = names.len() == 1;
    let word = |single: &'static str, many: &'static str| if one { single } else { many };
    let on = |remark: &Remark| match remark {
        Remark::Base(day) | Remark::SumEnds(day) => format!("on {}", format::day(*day)),
        Remark::SumOf(measured, of) => format!("on {measured} of {}", counted(*of, "day")),
        _ => String::new(),
    };
    Some(match first {
        Remark::NoHistory => {
            format!("{all} {} no {metric} over time in this snapshot.", word("has", "have"))
        }
        Remark::NoBase => format!("{all} {} no positive value here to start at 100.", word("has", "have")),
        Remark::NoAge if one => {
            format!("The registration of {all} has no known day, so it has no line by age.")
        }
        Remark::NoAge => {
            format!("The registrations of {all} have no known day, so they have no lines by age.")
        }
        Remark::Base(_) if several => format!("Each starts at 100 on its first value here: {}.", each(&on)),
        Remark::Base(_) => format!(
            "{all} {} at 100 {}, {} first value here.",
            word("starts", "start"),
            on(first),
            word("its", "their")
        ),
        Remark::SumEnds(_) if several => {
            format!("Sums end where the days after were not all measured: {}.", each(&on))
        }
        Remark::SumEnds(_) => format!(
            "The {} of {all} {} {}: the days after it were not all measured.",
            word("sum", "sums"),
            word("ends", "end"),
            on(first)
        ),
        Remark::SumOf(..) if several => {
            format!("Not all days were measured, and each sum is at least this: {}.", each(&on))
        }
        Remark::SumOf(..) => format!(
            "{all} {} measured {}: {} at least this.",
            word("was", "were"),
            on(first),
            word("its sum is", "their sums are")
        ),
    })
}

/// A remark on a line with this name.
pub fn of(remark: Remark, name: &str) -> (Remark, String) {
    (remark, in_text(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(remarks: &[(Remark, &str)]) -> Vec<String> {
        let remarks: Vec<_> = remarks.iter().map(|(remark, name)| of(*remark, name)).collect();
        sentences(&remarks, "price")
    }

    #[test]
    fn the_same_of_several_is_one_sentence() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (may, june) = (day("2025-05-01"), day("2025-06-01"));
        assert_eq!(
            said(&[
                (Remark::SumEnds(may), "A"),
                (Remark::SumOf(3, 4), "A"),
                (Remark::SumEnds(may), "B"),
                (Remark::SumOf(9, 10), "B"),
                (Remark::SumOf(3, 4), "C"),
            ]),
            [
                "The sums of A and B end on 1 May 2025: the days after it were not all measured.",
                "Not all days were measured, and each sum is at least this: \
                 A and C on 3 of 4 days; B on 9 of 10 days.",
            ]
        );
        assert_eq!(
            said(&[(Remark::Base(may), "A"), (Remark::Base(june), "B"), (Remark::Base(june), "C")]),
            ["Each starts at 100 on its first value here: A on 1 May 2025; B and C on 1 Jun 2025."]
        );
        assert_eq!(
            said(&[(Remark::NoHistory, "A"), (Remark::NoHistory, "B")]),
            ["A and B have no price over time in this snapshot."]
        );
        assert_eq!(
            said(&[(Remark::SumOf(1, 90), "A")]),
            ["A was measured on 1 of 90 days: its sum is at least this."]
        );
    }
}
