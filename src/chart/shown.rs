//! A chart of which a reader looks at some lines only.

use super::spec::{ChartSpec, Plot};

impl ChartSpec {
    /// The same chart with the lines of these colours only, which keep their colours; the sentence
    /// stays the one of all lines, and a note says who is not drawn. Charts without lines, and an
    /// empty choice, leave everything as it is.
    pub fn only(mut self, slots: &[u8]) -> Self {
        let Plot::Lines(lines) = &mut self.plot else { return self };
        let chosen = |slot: &u8| slots.contains(slot);
        if !lines.series.iter().any(|series| chosen(&series.slot)) {
            return self;
        }
        let hidden: Vec<String> = lines
            .series
            .iter()
            .filter(|series| !chosen(&series.slot))
            .map(|series| super::build::in_text(&series.label))
            .collect();
        if hidden.is_empty() {
            return self;
        }
        // Marks on a line name it by position.
        let places: Vec<Option<usize>> = lines
            .series
            .iter()
            .scan(0, |next, series| {
                let place = chosen(&series.slot).then_some(*next);
                *next += usize::from(place.is_some());
                Some(place)
            })
            .collect();
        lines.events.retain_mut(|event| match event.series {
            None => true,
            Some(at) => {
                event.series = places.get(at).copied().flatten();
                event.series.is_some()
            }
        });
        lines.series.retain(|series| chosen(&series.slot));
        self.notes.push(format!("Not drawn, by choice: {}.", hidden.join(", ")));
        self
    }
}
