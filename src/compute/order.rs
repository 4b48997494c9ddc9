//! Sorting, once: every call of the library's sort on another type is a copy of it in the program.

use std::cmp::Ordering;

/// The positions `0..count` in the order that `compare` gives; equal ones keep their order.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    sort(&mut order, compare);
    order
}

/// The items in the order that `compare` gives to two of them; equal ones keep their order.
pub fn ordered<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = sorted(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items[at].take()).collect()
}

/// The same for chosen positions.
pub fn sort(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}
