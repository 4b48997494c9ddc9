//! What a reader can do about a comparison that does not read well.

use super::Compared;
use super::words::between;
use crate::model::Day;
use crate::view::{Compare, Form, Mode, Window, WindowEdge, YScale};

/// A way to what can be compared better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Only the days that all lines cover.
    Covered((Day, Day)),
    /// Only the days that all lines cover but those that have no value at all.
    CoveredByMeasured((Day, Day)),
    /// The newest values, where there are no others.
    Bars,
    /// Equal steps for equal factors.
    Log,
    /// Everything from 100 on.
    Indexed,
    /// Only the days without the values that make the others look flat.
    Calm((Day, Day)),
    /// All of a scatter of which a part is shown.
    Everything,
}

impl Offer {
    /// The words on its button.
    pub fn words(self) -> String {
        match self {
            Self::Covered(days) => format!("Show only {}, which all of them cover", between(days)),
            Self::CoveredByMeasured(days) => {
                format!("Show only {}, which all that have values cover", between(days))
            }
            Self::Bars => "Show as bars".to_owned(),
            Self::Log => "Use a log scale".to_owned(),
            Self::Indexed => "Index all to 100".to_owned(),
            Self::Calm(days) => format!("Show only {}, without its high values", between(days)),
            Self::Everything => "Show all subnets again".to_owned(),
        }
    }

    /// Takes it up.
    pub fn take(self, compare: &mut Compare) {
        match self {
            Self::Covered((from, to)) | Self::CoveredByMeasured((from, to)) | Self::Calm((from, to)) => {
                compare.window = Window::Between(WindowEdge::Day(from), WindowEdge::Day(to));
            }
            Self::Bars => {
                compare.form = Form::Bar;
                compare.mode = Mode::Absolute;
                compare.window = Window::All;
            }
            Self::Log => compare.scale = YScale::Log,
            Self::Indexed => compare.mode = Mode::Index,
            Self::Everything => (compare.range, compare.range_x) = (None, None),
        }
    }
}

impl Compared {
    /// What can be done about it, as it is compared now.
    pub fn offers(&self, compare: &Compare) -> Vec<Offer> {
        let mut offers: Vec<Offer> = self.overlap.into_iter().collect();
        offers.extend(self.only_newest.then_some(Offer::Bars));
        if let Some(flat) = &self.flat {
            offers.push(Offer::Log);
            offers.extend((compare.mode == Mode::Absolute).then_some(Offer::Indexed));
            offers.extend(flat.calm.map(Offer::Calm));
        }
        offers.extend((self.spec.is_zoomed()).then_some(Offer::Everything));
        offers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::build::{Flat, Ground, compared};
    use crate::snapshot::fixture;

    #[test]
    fn what_is_taken_up_is_what_was_said() {
        let days = (Day::from_epoch_days(20_000), Day::from_epoch_days(20_010));
        let mut compare = Compare::default();
        let mut drawn = compared(&fixture::snapshot(), &[], &Ground::default(), &compare);
        assert_eq!(drawn.offers(&compare), []);
        drawn.overlap = Some(Offer::Covered(days));
        drawn.flat = Some(Flat { sentence: String::new(), calm: Some(days) });
        let offers = drawn.offers(&compare);
        assert_eq!(offers, [Offer::Covered(days), Offer::Log, Offer::Indexed, Offer::Calm(days)]);
        assert_eq!(offers[0].words(), "Show only 4 Oct 2024 to 14 Oct 2024, which all of them cover");
        let measured = Offer::CoveredByMeasured(days);
        let words = "Show only 4 Oct 2024 to 14 Oct 2024, which all that have values cover";
        assert_eq!(measured.words(), words);
        let mut narrowed = Compare::default();
        measured.take(&mut narrowed);
        assert_eq!(narrowed.window, Window::Between(WindowEdge::Day(days.0), WindowEdge::Day(days.1)));
        offers.iter().for_each(|offer| offer.take(&mut compare));
        assert_eq!((compare.scale, compare.mode), (YScale::Log, Mode::Index));
        assert_eq!(compare.window, Window::Between(WindowEdge::Day(days.0), WindowEdge::Day(days.1)));
        assert!(!drawn.offers(&compare).contains(&Offer::Indexed), "it is indexed already");
    }
}
