//! A shape for each colour, so that a line is known without its colour.

use super::pen::Pen;

/// Draws the mark of a slot around (x, y), about `size` pixels across, in the group's colours.
pub fn mark(pen: &mut Pen, slot: u8, x: f64, y: f64, size: f64) {
    let half = size / 2.0;
    match slot % 5 {
        0 => {
            pen.raw("<circle").at("cx", x).at("cy", y).at("r", half);
        }
        1 => {
            let half = half * 0.9;
            pen.raw("<rect")
                .at("x", x - half)
                .at("y", y - half)
                .at("width", half * 2.0)
                .at("height", half * 2.0);
        }
        2 => polygon(pen, x, y, &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)], half),
        3 => polygon(pen, x, y, &[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)], half),
        _ => polygon(pen, x, y, &[(0.0, 1.2), (1.15, -0.9), (-1.15, -0.9)], half),
    }
    pen.raw("/>");
}

/// Whether the slot's mark is drawn hollow.
pub fn is_hollow(slot: u8) -> bool {
    slot % 10 >= 5
}

fn polygon(pen: &mut Pen, x: f64, y: f64, corners: &[(f64, f64)], half: f64) {
    pen.raw("<path d=\"");
    for (at, (right, down)) in corners.iter().enumerate() {
        pen.raw(if at == 0 { "M" } else { "L" }).number(x + right * half).raw(" ").number(y + down * half);
    }
    pen.raw("Z\"");
}
