//! A comparison of which a reader looks at some subnets only: everything said is said of those, and
//! each keeps the colour it has among all.

use super::words::{in_text, shown};
use crate::chart::spec::{ChartSpec, Plot};
use crate::snapshot::{History, Snapshot};
use crate::view::Compare;

/// The subjects looked at, and their places among all.
pub(super) struct Alone<'a> {
    /// What is drawn.
    pub subjects: Vec<(usize, &'a History)>,
    places: Vec<usize>,
    /// Who is not drawn, and who cannot be looked at alone.
    pub notes: Vec<String>,
}

impl<'a> Alone<'a> {
    /// Of all that are compared, those the view looks at.
    pub fn of(snapshot: &Snapshot, subjects: &[(usize, &'a History)], view: &Compare) -> Self {
        let rows: Vec<usize> = subjects.iter().map(|(row, _)| *row).collect();
        let places = view.drawn(snapshot, &rows);
        let mut notes = Vec::new();
        let hidden: Vec<String> = (0..rows.len())
            .filter(|place| !places.contains(place))
            .map(|place| in_text(&shown(snapshot, rows[place])))
            .collect();
        if !hidden.is_empty() {
            notes.push(format!("Not drawn, by choice: {}.", hidden.join(", ")));
        }
        let compared = |reference| snapshot.row(reference).is_some_and(|row| rows.contains(&row));
        let strangers: Vec<String> = view
            .only
            .iter()
            .filter(|reference| !compared(**reference))
            .map(|reference| format!("SN{reference}"))
            .collect();
        if !strangers.is_empty() {
            notes.push(format!("Not among those compared, and so not drawn: {}.", strangers.join(", ")));
        }
        let subjects = places.iter().map(|place| subjects[*place]).collect();
        Self { subjects, places, notes }
    }

    /// Gives each its colour among all back.
    pub fn recolour(&self, spec: &mut ChartSpec) {
        let recolour = |slot: &mut u8| {
            *slot = self.places.get(usize::from(*slot)).map_or(*slot, |place| (place % 10) as u8);
        };
        match &mut spec.plot {
            Plot::Lines(lines) => lines.series.iter_mut().for_each(|series| recolour(&mut series.slot)),
            Plot::Bars(bars) => bars.bars.iter_mut().filter_map(|bar| bar.slot.as_mut()).for_each(recolour),
            Plot::Scatter(scatter) => {
                scatter.points.iter_mut().filter_map(|point| point.slot.as_mut()).for_each(recolour);
            }
            Plot::Spark(_) | Plot::Lanes(_) | Plot::Curve(_) => {}
        }
    }
}
