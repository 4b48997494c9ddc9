//! Sorting, once: every call of the library's sort on another type is a copy of it in the program.

use std::cmp::Ordering;

/// The positions `0..count` in the order that `compare` gives; equal ones keep their order.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    sort(&mut order, compare);
    order
}

/// The same for chosen positions.
pub fn sort(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}
