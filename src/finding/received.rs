//! What a registration has received: in all, and since it last shipped.

use super::card::{Card, Days};
use super::counted;
use super::part::Part;
use crate::compute::earned::Total;
use crate::format::{self, Locale};
use crate::model::{Day, Evidence, Rung};
use crate::registry::{self, Style};
use crate::snapshot::{History, Snapshot};

/// What was received since the last verified release, on the days there is data for, or that no release
/// has a date; `None` where no day is known. Reachability is no ship: it is found anew every day.
pub fn since_last_ship(
    snapshot: &Snapshot,
    history: &History,
    evidence: &[Evidence],
    until: Option<Day>,
    locale: &Locale,
) -> Option<Vec<Part>> {
    let series = history.series(registry::known("emission_tao_day"))?;
    let release = |item: &&Evidence| item.rung == Rung::Release && item.grade.is_shown();
    let last = evidence.iter().filter(release).filter_map(|item| item.day).max();
    let Some(last) = last else {
        let unknown = "No release of it is known with a date, so what it received since its last verified release is not known.";
        return Some(vec![Part::words(unknown)]);
    };
    let until = until?;
    let total = Total::since_ship(series, last, until);
    let ship = format!("its last verified release on {}", format::day(last));
    let missing = counted(total.missing_days, "day", "days");
    let after = match (total.captured_days + total.reconstructed_days, total.missing_days) {
        (0, 0) => return Some(vec![Part::words(format!("No day has passed since {ship}."))]),
        (0, _) => {
            let unknown = format!("Nothing is known of what it received in the {missing} since {ship}.");
            return Some(vec![Part::words(unknown)]);
        }
        // The amount of a day is no sum.
        (1, _) => {
            let day = series.points().map(|(day, _)| day).filter(|day| *day > last && *day <= until).last();
            let day = day.map(format::day).unwrap_or_default();
            let rest = match total.missing_days {
                0 => String::new(),
                _ => format!(" What it received on the other {missing} is not known."),
            };
            format!(" τ received on {day}, the one day with data since {ship}.{rest}")
        }
        (days, 0) => format!(" τ received since {ship}, in {days} days."),
        (days, _) => {
            format!(
                " τ received since {ship}, on {days} days with data; {missing} without data are not counted."
            )
        }
    };
    let days = Days { from: last.plus(1), to: until, total, rebuilt: None };
    let card = Card::of_received(snapshot, history, days, locale);
    Some(vec![Part::said(format::number(total.tao(), Style::Decimals(1), locale), card), Part::words(after)])
}

/// What a registration has received in all, and which part of it a model made.
pub fn received(snapshot: &Snapshot, history: &History, locale: &Locale) -> Option<Vec<Part>> {
    let series = history.series(registry::known("emission_tao_day"))?;
    let ((from, to), total) = (series.extent()?, Total::of(series)?);
    let tao = |amount: f64, rebuilt: bool| {
        let days = Days { from, to, total, rebuilt: Some(rebuilt) };
        let card = Card::of_received(snapshot, history, days, locale);
        Part::said(format::number(amount, Style::Integer, locale), card)
    };
    let mut parts = vec![Part::words("Known to have received ")];
    if total.reconstructed_days > 0 {
        parts.push(tao(total.reconstructed_tao, true));
        let days = total.reconstructed_days;
        parts.push(Part::words(format!(" τ on {days} days, reconstructed from prices")));
    }
    if total.captured_days > 0 {
        if total.reconstructed_days > 0 {
            parts.push(Part::words(", and "));
        }
        parts.push(tao(total.captured_tao, false));
        parts.push(Part::words(format!(" τ on {}", captured_days(total.captured_days))));
    }
    let missing = match total.missing_days {
        0 => String::new(),
        1 => " 1 day in between has no value, so the true sum is larger.".to_owned(),
        missing => format!(" {missing} days in between have no value, so the true sum is larger."),
    };
    parts.push(Part::words(format!(".{missing}")));
    Some(parts)
}

fn captured_days(count: usize) -> String {
    if count == 1 { "the one day captured".to_owned() } else { format!("{count} captured days") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::part;
    use crate::model::{Grade, SubnetId};

    #[test]
    fn what_came_since_a_release_is_a_sum_only_where_it_is_of_days() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let series = |values: &[Option<f64>]| {
            crate::model::Series::of(day("2026-08-01"), values.to_vec(), Grade::Chain, None)
        };
        let told = |values: &[Option<f64>], released: Option<&str>, grade| {
            let metric = registry::known("emission_tao_day");
            let id = SubnetId::new(25, 1).unwrap();
            let history = History { id, series: vec![(metric, series(values))], notes: Default::default() };
            let evidence = released.map(|released| Evidence {
                rung: Rung::Release,
                what: "v1".to_owned(),
                link: None,
                day: Some(day(released)),
                grade,
                source: None,
                shared_with: Vec::new(),
            });
            let evidence: Vec<Evidence> = evidence.into_iter().collect();
            let (snapshot, locale) = (crate::snapshot::fixture::snapshot(), Locale::default());
            let said = since_last_ship(&snapshot, &history, &evidence, Some(day("2026-08-05")), &locale);
            part::plain(&snapshot, &said.unwrap(), &locale)
        };
        let said = |values: &[Option<f64>], released| told(values, released, Grade::PublicRecord);
        let one = [Some(5.0), None, None, None, Some(362.3)];
        assert_eq!(
            said(&one, Some("2026-08-02")),
            "362.3 τ received on 5 Aug 2026, the one day with data since its last verified release on 2 Aug 2026. What it received on the other 2 days is not known."
        );
        assert_eq!(
            said(&one, Some("2026-07-30")),
            "367.3 τ received since its last verified release on 30 Jul 2026, on 2 days with data; 4 days without data are not counted."
        );
        assert_eq!(
            said(&[Some(5.0), Some(1.5)], Some("2026-08-03")),
            "Nothing is known of what it received in the 2 days since its last verified release on 3 Aug 2026."
        );
        assert!(said(&one, None).starts_with("No release of it is known with a date"));
        // That somebody speaks of a release is none.
        assert_eq!(told(&one, Some("2026-08-02"), Grade::TeamSays), said(&one, None));
    }
}
