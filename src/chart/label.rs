//! Labels that never lie on one another.

use super::geometry::Rect;
use crate::compute::order::sorted;

/// Moves labels of height `height` as little as possible (least squares) so that they keep their
/// order, do not overlap, and stay between `top` and `bottom`. `wanted` are centres in any order;
/// the answer is in the same order. Equal wishes keep the order given, so the same input always
/// gives the same picture.
pub fn spread(wanted: &[f64], height: f64, top: f64, bottom: f64) -> Vec<f64> {
    let order = sorted(wanted.len(), &|a, b| wanted[a].total_cmp(&wanted[b]));
    let room = (bottom - top).max(0.0);
    // More labels than room: closer together rather than outside the box.
    let height = if wanted.is_empty() { height } else { height.min(room / wanted.len() as f64) };
    // Blocks of touching labels: (first position in `order`, count, mean of wished block tops).
    let mut blocks: Vec<Block> = Vec::new();
    for index in &order {
        let mut block = Block { count: 1, top: clamp(wanted[*index] - height / 2.0, top, bottom - height) };
        while let Some(above) = blocks.pop_if(|above| above.top + above.count as f64 * height > block.top) {
            // The label's own wish, moved up by the labels that will stand above it.
            let (a, b) = (above.count as f64, block.count as f64);
            let mean = (above.top * a + (block.top - a * height) * b) / (a + b);
            let count = above.count + block.count;
            block = Block { count, top: clamp(mean, top, bottom - count as f64 * height) };
        }
        blocks.push(block);
    }
    let centres = blocks
        .iter()
        .flat_map(|block| (0..block.count).map(|place| block.top + (place as f64 + 0.5) * height));
    let mut spread = vec![0.0; wanted.len()];
    for (index, centre) in order.into_iter().zip(centres) {
        spread[index] = centre;
    }
    spread
}

struct Block {
    count: usize,
    top: f64,
}

fn clamp(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}

/// Puts a label of the given size beside a dot: right, left, above, below, whichever is first
/// inside `frame` and accepted by `free`. A label that fits nowhere is left out: a missing label
/// can be read from the table, a covered one misleads.
pub fn beside(
    dot: (f64, f64),
    radius: f64,
    size: (f64, f64),
    frame: &Rect,
    free: impl Fn(&Rect) -> bool,
) -> Option<Rect> {
    let ((x, y), (width, height), gap) = (dot, size, radius + 3.0);
    let places = [
        (x + gap, y - height / 2.0),
        (x - gap - width, y - height / 2.0),
        (x - width / 2.0, y - gap - height + 2.0),
        (x - width / 2.0, y + gap - 2.0),
        (x - radius, y - gap - height + 2.0),
        (x + radius - width, y - gap - height + 2.0),
        (x - radius, y + gap - 2.0),
        (x + radius - width, y + gap - 2.0),
    ];
    places
        .into_iter()
        .map(|(x, y)| Rect { x, y, width, height })
        .find(|place| place.within(frame) && free(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_move_only_when_they_must() {
        assert_eq!(spread(&[20.0, 60.0, 100.0], 15.0, 0.0, 200.0), [20.0, 60.0, 100.0]);
        assert_eq!(spread(&[50.0, 50.0], 10.0, 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(
            spread(&[55.0, 50.0, 50.0], 10.0, 0.0, 100.0),
            [61.666666666666664, 41.666666666666664, 51.666666666666664]
        );
        assert_eq!(spread(&[-5.0, 0.0], 10.0, 0.0, 100.0), [5.0, 15.0]);
        assert_eq!(spread(&[], 10.0, 0.0, 100.0), Vec::<f64>::new());
    }

    #[test]
    fn a_label_without_a_free_place_is_left_out() {
        let frame = Rect { x: 0.0, y: 0.0, width: 100.0, height: 50.0 };
        let right = beside((20.0, 25.0), 4.0, (40.0, 14.0), &frame, |_| true).unwrap();
        assert_eq!((right.x, right.y), (27.0, 18.0));
        let left = beside((90.0, 25.0), 4.0, (40.0, 14.0), &frame, |_| true).unwrap();
        assert_eq!(left.x, 43.0);
        assert_eq!(beside((20.0, 25.0), 4.0, (40.0, 14.0), &frame, |place| !frame.meets(place)), None);
    }

    proptest! {
        #[test]
        fn spread_labels_never_overlap_and_stay_inside(
            wanted in proptest::collection::vec(-50.0f64..350.0, 0..20), height in 1.0f64..16.0,
        ) {
            let centres = spread(&wanted, height, 0.0, 300.0);
            let mut sorted = centres.clone();
            sorted.sort_by(f64::total_cmp);
            let least = height.min(300.0 / wanted.len().max(1) as f64);
            for pair in sorted.windows(2) {
                prop_assert!(pair[1] - pair[0] >= least - 1e-6);
            }
            for centre in centres {
                prop_assert!(centre >= least / 2.0 - 1e-6 && centre <= 300.0 - least / 2.0 + 1e-6);
            }
        }
    }
}
