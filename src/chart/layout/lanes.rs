//! The plane: lanes for rungs, a place for zero, dots that do not cover one another.

use super::axis::{self, number_axis};
use super::dots::{DotLabel, DotPlace, labelled};
use super::{AxisLayout, FONT, LINE, Layout, Marks, NARROW, Rect, Size};
use crate::chart::measure::width;
use crate::chart::spec::{Lanes, ScaleKind};
use crate::compute::order::sort;

/// What stands in the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct LanesLayout {
    /// The lanes, in the order of the spec.
    pub lanes: Vec<LanePlace>,
    /// The place of subnets that earn nothing, left of the axis.
    pub zero: Rect,
    /// The dots.
    pub dots: Vec<DotPlace>,
    /// Labels of some of them.
    pub labels: Vec<DotLabel>,
    /// The vertical cut.
    pub cut_x: Option<f64>,
    /// The horizontal cut.
    pub cut_y: Option<f64>,
    /// Corners of the frontier, from the right edge of its highest lane down.
    pub frontier: Vec<(f64, f64)>,
}

/// A lane.
#[derive(Debug, Clone, PartialEq)]
pub struct LanePlace {
    /// Its rung, where it is one.
    pub rung: Option<u8>,
    /// Its box, from the left edge of the zero place to the right edge of the plot.
    pub place: Rect,
    /// Where its name starts (narrow) or ends (wide), and the name's middle.
    pub name_at: (f64, f64),
    /// Whether the name ends there instead of starting.
    pub name_ends: bool,
    /// Where the words start that nobody has searched, and their middle.
    pub unsearched_at: (f64, f64),
}

/// Room between the lowest rung and the lane of what nobody has searched.
const APART: f64 = 8.0;

pub(super) fn layout(spec: &Lanes, size: Size) -> Layout {
    let narrow = size.width < NARROW;
    let widest = spec.lanes.iter().map(|lane| width(&lane.name, FONT)).fold(0.0, f64::max);
    let left = if narrow { 0.0 } else { widest + 34.0 };
    let top = if spec.cut_x.is_some() { LINE + 4.0 } else { 6.0 };
    let bottom = size.height - 2.0 * LINE - 8.0;
    let zero_width = width(&spec.zero, FONT).max(if narrow { 56.0 } else { 84.0 }) + 8.0;
    let zero = Rect::between(left, top, left + zero_width, bottom);
    let plot = Rect::between(zero.right() + 8.0, top, size.width - 8.0, bottom);
    let extent = axis::extent(ScaleKind::Log, spec.dots.iter().map(|dot| dot.x).chain(spec.cut_x));
    let count = (plot.width / 70.0).clamp(3.0, 7.0) as usize;
    let across = (plot.x + 8.0, plot.right() - if narrow { 16.0 } else { 40.0 });
    let mut x = number_axis(&spec.x, extent, count, across).with_room();
    x.title = [spec.x.label.as_str(), x.title.as_str()].join(", ");
    x.title_at = (plot.right(), bottom + 2.0 * LINE);
    let lanes = lanes(spec, zero, plot, narrow);
    let dots = dots(spec, &lanes, zero, &x, narrow);
    let frontier = frontier(spec, &dots, &lanes, plot);
    let steps = frontier.windows(2).filter(|step| step[0].0 == step[1].0);
    let steps = steps.map(|step| Rect::between(step[0].0 - 2.0, step[0].1, step[0].0 + 2.0, step[1].1));
    let labels = labels(spec, &dots, &lanes, plot, narrow, steps.collect());
    let cut_x = spec.cut_x.filter(|cut| x.scale.holds(*cut)).map(|cut| x.scale.position(cut));
    let cut_y = spec
        .cut_y
        .and_then(|rung| lanes.iter().find(|lane| lane.rung == Some(rung)))
        .map(|lane| lane.place.bottom());
    let y = AxisLayout::plain(bottom, top);
    let marks = LanesLayout { lanes, zero, dots, labels, cut_x, cut_y, frontier };
    Layout { size, plot, x, y, marks: Marks::Lanes(marks) }
}

/// Room between the frontier and the dots it is made of.
const CLEAR: f64 = 4.0;

/// Down from lane to lane, each time as far to the left as the least that is earned there.
fn frontier(spec: &Lanes, dots: &[DotPlace], lanes: &[LanePlace], plot: Rect) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::new();
    let mut lowest = None;
    for at in &spec.frontier {
        let place = dots.iter().find(|place| place.dot == *at);
        let lane = spec.dots.get(*at).and_then(|dot| Some((dot.lane, lanes.get(usize::from(dot.lane))?)));
        let (Some(place), Some((number, lane))) = (place, lane) else { continue };
        // Of those who earn the same on one lane the first is enough.
        if lowest == Some(number) {
            continue;
        }
        let x = place.x - place.radius - CLEAR;
        let from = corners.last().map_or(plot.right(), |(x, _)| *x);
        corners.pop_if(|(_, y)| *y == lane.place.y);
        corners.extend([(from, lane.place.y), (x, lane.place.y), (x, lane.place.bottom())]);
        lowest = Some(number);
    }
    corners
}

/// Lanes from the bottom up. Half of the height is shared equally, so that an empty rung is seen to
/// be empty; half goes to lanes by the root of their dots, so that a full one has room.
fn lanes(spec: &Lanes, zero: Rect, plot: Rect, narrow: bool) -> Vec<LanePlace> {
    let count = spec.lanes.len().max(1);
    let weights: Vec<f64> = (0..count)
        .map(|lane| (spec.dots.iter().filter(|dot| usize::from(dot.lane) == lane).count() as f64).sqrt())
        .collect();
    let all = weights.iter().sum::<f64>().max(1.0);
    let room = plot.height - APART;
    let height = |lane: usize| room * (0.5 / count as f64 + 0.5 * weights[lane] / all);
    let mut places: Vec<Option<LanePlace>> = vec![None; count];
    let mut bottom = plot.bottom();
    let last = count - 1;
    // The last lane of the list lies lowest and stands apart.
    for lane in std::iter::once(last).chain(0..last) {
        let place =
            Rect { x: zero.x, y: bottom - height(lane), width: plot.right() - zero.x, height: height(lane) };
        bottom = place.y - if lane == last { APART } else { 0.0 };
        let middle = place.y + place.height / 2.0;
        let name_at = if narrow { (zero.x, place.y + LINE / 2.0 + 1.0) } else { (zero.x - 34.0, middle) };
        let name = spec.lanes.get(lane);
        let beside = name.map_or(0.0, |lane| width(&lane.name, FONT)) + 20.0;
        let unsearched_at = if narrow { (zero.x + beside, name_at.1) } else { (zero.x + 8.0, middle) };
        let rung = name.and_then(|lane| lane.rung);
        places[lane] = Some(LanePlace { rung, place, name_at, name_ends: !narrow, unsearched_at });
    }
    places.into_iter().flatten().collect()
}

/// Radius of the dots: smaller where there are many for the room.
fn radius(spec: &Lanes, narrow: bool) -> f64 {
    match spec.dots.len() {
        300.. => 3.0,
        _ if narrow => 3.5,
        _ => 4.5,
    }
}

fn dots(spec: &Lanes, lanes: &[LanePlace], zero: Rect, x: &AxisLayout, narrow: bool) -> Vec<DotPlace> {
    let radius = radius(spec, narrow);
    let mut dots = Vec::with_capacity(spec.dots.len());
    for (number, lane) in lanes.iter().enumerate() {
        let members = || (0..spec.dots.len()).filter(|at| usize::from(spec.dots[*at].lane) == number);
        // In a narrow box the lane's name takes its first line.
        let room = lane.place.y + if narrow { LINE } else { 2.0 };
        let place = Rect::between(lane.place.x, room, lane.place.right(), lane.place.bottom() - 2.0);
        let none: Vec<usize> = members().filter(|at| !x.scale.holds(spec.dots[*at].x)).collect();
        dots.extend(packed(&none, Rect { width: zero.width, ..place }, radius));
        let mut some: Vec<usize> = members().filter(|at| x.scale.holds(spec.dots[*at].x)).collect();
        sort(&mut some, &|a, b| spec.dots[a].x.total_cmp(&spec.dots[b].x));
        let some: Vec<(usize, f64)> =
            some.into_iter().map(|at| (at, x.scale.position(spec.dots[at].x))).collect();
        dots.extend(swarm(&some, place, radius));
    }
    dots
}

/// Dots in rows, from the left, filling the box from its middle.
fn packed(dots: &[usize], place: Rect, radius: f64) -> Vec<DotPlace> {
    let fits = |pitch: f64| {
        let row = ((place.width - 8.0) / pitch).floor().max(1.0);
        (dots.len() as f64 / row).ceil() * pitch <= place.height
    };
    let mut pitch = radius * 2.0 + 1.5;
    while pitch > 3.0 && !fits(pitch) {
        pitch -= 0.5;
    }
    let row = ((place.width - 8.0) / pitch).floor().max(1.0) as usize;
    let rows = dots.len().div_ceil(row);
    let top = place.y + (place.height - rows as f64 * pitch) / 2.0;
    let radius = radius.min(pitch / 2.0 - 0.5);
    let at = |(place_in_order, dot): (usize, &usize)| DotPlace {
        dot: *dot,
        x: place.x + ((place_in_order % row) as f64 + 0.5) * pitch,
        y: top + ((place_in_order / row) as f64 + 0.5) * pitch,
        radius,
    };
    dots.iter().enumerate().map(at).collect()
}

/// Dots at their positions, moved up or down by as little as keeps them apart (a beeswarm).
/// Those that the lane has no more room for lie where they cover the least.
fn swarm(dots: &[(usize, f64)], place: Rect, radius: f64) -> Vec<DotPlace> {
    let middle = place.y + place.height / 2.0;
    let reach = (place.height / 2.0 - radius).max(0.0);
    // So far that the name of one dot among three in a row has room above or below it.
    let apart = radius * 2.0 + 3.5;
    let mut placed: Vec<DotPlace> = Vec::with_capacity(dots.len());
    for (dot, x) in dots {
        let near: Vec<(f64, f64)> = placed
            .iter()
            .rev()
            .take_while(|other| x - other.x < apart)
            .map(|other| (x - other.x, other.y))
            .collect();
        let free = |y: f64| near.iter().map(|(dx, other)| dx.hypot(y - other)).fold(f64::INFINITY, f64::min);
        let steps = (reach / (apart / 4.0)) as i32;
        let offsets = (0..=steps)
            .flat_map(|step| [f64::from(step), -f64::from(step)])
            .map(|step| middle + step * apart / 4.0);
        let mut best = (middle, f64::NEG_INFINITY);
        for y in offsets {
            let room = free(y);
            if room >= apart {
                best = (y, room);
                break;
            }
            if room > best.1 {
                best = (y, room);
            }
        }
        placed.push(DotPlace { dot: *dot, x: *x, y: best.0, radius });
    }
    placed
}

fn labels(
    spec: &Lanes,
    dots: &[DotPlace],
    lanes: &[LanePlace],
    plot: Rect,
    narrow: bool,
    steps: Vec<Rect>,
) -> Vec<DotLabel> {
    // Who earns most is looked for first; then come those on the frontier, and the largest of each lane.
    const LARGEST: usize = 3;
    let largest_of_lane = |at: usize| {
        let dot = &spec.dots[at];
        !spec.dots.iter().any(|other| other.lane == dot.lane && other.x > dot.x)
    };
    let largest = |at: usize| spec.dots.iter().filter(|other| other.x > spec.dots[at].x).count() < LARGEST;
    let mut order: Vec<usize> =
        (0..spec.dots.len()).filter(|at| spec.dots[*at].x > 0.0 || spec.dots[*at].marked).collect();
    let key =
        |at: usize| (!spec.dots[at].marked, !largest(at), !spec.frontier.contains(&at), !largest_of_lane(at));
    sort(&mut order, &|a, b| key(a).cmp(&key(b)).then(spec.dots[b].x.total_cmp(&spec.dots[a].x)));
    // Names of lanes stand inside the plot where it is narrow.
    let names = lanes.iter().zip(&spec.lanes).filter(|_| narrow).map(|(lane, name)| Rect {
        x: lane.name_at.0,
        y: lane.name_at.1 - LINE / 2.0,
        width: width(&name.name, FONT) + 24.0,
        height: LINE,
    });
    let unsearched = lanes.iter().zip(&spec.lanes).filter(|(_, name)| !name.unsearched.is_empty());
    let unsearched = unsearched.map(|(lane, name)| Rect {
        x: lane.unsearched_at.0,
        y: lane.unsearched_at.1 - LINE / 2.0,
        width: width(&name.unsearched, FONT),
        height: LINE,
    });
    let taken = names.chain(unsearched).chain(steps).collect();
    let frame = Rect { x: 0.0, width: plot.right() + 8.0, ..plot };
    let order = order.into_iter().map(|at| (at, spec.dots[at].label.as_str()));
    labelled(dots, order, frame, taken, (0, if narrow { 7 } else { 16 }))
}
