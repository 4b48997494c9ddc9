//! What a chart says and shows, as data. Lines cross to the lazy binary as JSON, and every part is
//! plain: no references, no formatting left to do for words, only for axis numbers.

use serde::{Deserialize, Serialize};

use crate::registry::Style;

/// A chart: its words, and the plot they speak of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartSpec {
    /// The finding, a sentence computed from the data.
    pub headline: String,
    /// Metric, unit and period.
    pub subtitle: String,
    /// One sentence for those who do not see the plot.
    pub summary: String,
    /// Where the numbers come from, and as of when.
    pub source: String,
    /// The same for what leaves the page: each source with its address, then the snapshot.
    pub credits: Vec<String>,
    /// What a reader has to know before comparing: gaps, late starts, values that cannot be drawn.
    pub notes: Vec<String>,
    /// The drawing.
    pub plot: Plot,
}

#[cfg(test)]
impl ChartSpec {
    /// A plot without words, for tests of what is drawn.
    pub(in crate::chart) fn wordless(plot: Plot) -> Self {
        let words = String::new;
        let (headline, subtitle, summary, source) = (words(), words(), words(), words());
        Self { headline, subtitle, summary, source, credits: Vec::new(), notes: Vec::new(), plot }
    }
}

/// The kinds of drawing. Only lines cross to the lazy binary: nothing else is zoomed there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Plot {
    /// Values over days or over age.
    Lines(Lines),
    /// One small line without axes, for a table cell.
    #[serde(skip)]
    Spark(Spark),
    /// Two metrics against each other.
    #[serde(skip)]
    Scatter(Scatter),
    /// A ranking.
    #[serde(skip)]
    Bars(Bars),
    /// The earned-shipped plane.
    #[serde(skip)]
    Lanes(Lanes),
    /// A curve over two shares, with its diagonal of equality.
    #[serde(skip)]
    Curve(Curve),
}

/// An axis that shows numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// The metric, such as `price_tao`; empty where what is shown is none.
    pub metric: String,
    /// What is measured.
    pub label: String,
    /// Its unit as a reader sees it, such as `τ a day`; empty for counts and shares.
    pub unit: String,
    /// How numbers become positions.
    pub scale: ScaleKind,
    /// How its numbers are printed.
    pub style: Style,
}

/// How numbers become positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScaleKind {
    /// Equal steps are equal amounts.
    #[default]
    Linear,
    /// Equal steps are equal factors. Zero and less have no place on it.
    Log,
}

/// What runs along the x axis of [`Lines`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeAxis {
    /// Days since 1970-01-01.
    #[default]
    Date,
    /// Days since the registration of each subnet.
    Age,
}

/// Values over days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    /// What a day number means.
    pub time: TimeAxis,
    /// First and last day shown, both inside.
    pub span: (i32, i32),
    /// The values' axis.
    pub y: Axis,
    /// A value drawn as a firm rule, such as 100 for indexed series.
    pub baseline: Option<f64>,
    /// The lines, in the order of their colours.
    pub series: Vec<LineSeries>,
    /// Things that happened.
    pub events: Vec<EventMark>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineSeries {
    /// The subnet, such as `64.r1`.
    pub id: String,
    /// Its name, cleaned and clamped.
    pub label: String,
    /// Colour and mark, 0 to 9.
    pub slot: u8,
    /// The day of the first value.
    pub start: i32,
    /// One entry a day; a gap is a gap.
    pub values: Vec<Option<f64>>,
    /// Spans of days, ends inside, whose values a model made; drawn dashed.
    pub reconstructed: Vec<(i32, i32)>,
    /// The last value in words.
    pub end: String,
}

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventMark {
    /// When.
    pub day: i32,
    /// What, in a few words.
    pub label: String,
    /// The line it stands on, by position; `None` is a rule across the plot.
    pub series: Option<usize>,
}

/// One small line. Its words are the chart's summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Spark {
    /// One entry a day; a gap is a gap.
    pub values: Vec<Option<f64>>,
    /// Spans of positions whose values a model made.
    pub reconstructed: Vec<(i32, i32)>,
}

/// Two metrics against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// Across.
    pub x: Axis,
    /// Up.
    pub y: Axis,
    /// The dots.
    pub points: Vec<Point>,
    /// The part of both axes that is looked at.
    pub field: Field,
}

impl Scatter {
    /// The dots in the part that is looked at, by position.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Point)> {
        self.points.iter().enumerate().filter(|(_, point)| self.field.holds(point))
    }
}

/// A part of two axes, ends inside. `None` is all numbers that there are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Field {
    /// Across.
    pub x: Option<(f64, f64)>,
    /// Up.
    pub y: Option<(f64, f64)>,
}

impl Field {
    /// Whether a dot lies in it.
    pub fn holds(&self, point: &Point) -> bool {
        let within =
            |part: Option<(f64, f64)>, value: f64| part.is_none_or(|(from, to)| (from..=to).contains(&value));
        within(self.x, point.x) && within(self.y, point.y)
    }
}

/// A dot of a [`Scatter`].
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The subnet, such as `64.r1`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Colour and mark, 0 to 9; `None` is a plain dot among many.
    pub slot: Option<u8>,
    /// Across.
    pub x: f64,
    /// Up.
    pub y: f64,
}

/// A ranking. The bars start at zero, always.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The values' axis; always linear.
    pub x: Axis,
    /// Top to bottom.
    pub bars: Vec<Bar>,
    /// What the bars are drawn in.
    pub tone: Tone,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The subnet, such as `64.r1`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Colour, 0 to 9, where the view gives subnets colours; `None` takes the tone.
    pub slot: Option<u8>,
    /// The value; `None` leaves the bar out and prints `text` in its place.
    pub value: Option<f64>,
    /// The value in words, or the words for its absence.
    pub text: String,
    /// The day or age of the value, where it is the end of a line.
    pub at: Option<i32>,
}

/// The plane: what was earned across, the ladder's rungs up.
#[derive(Debug, Clone, PartialEq)]
pub struct Lanes {
    /// Earned; log, with a place of its own for zero.
    pub x: Axis,
    /// Words over that place, such as `none today`.
    pub zero: String,
    /// The lanes, lowest first; the last one is `not searched` and stands apart.
    pub lanes: Vec<Lane>,
    /// One dot a subnet.
    pub dots: Vec<LaneDot>,
    /// Positions of the dots that nobody else is as high as for less, highest lane first.
    pub frontier: Vec<usize>,
    /// The vertical cut, a value of x.
    pub cut_x: Option<f64>,
    /// The horizontal cut: below this rung.
    pub cut_y: Option<u8>,
}

impl Lanes {
    /// The lane of a rung.
    pub fn of_rung(&self, rung: u8) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.rung == Some(rung))
    }
}

/// A lane of [`Lanes`].
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Its rung, 0 to 5, where it is one.
    pub rung: Option<u8>,
    /// That nobody has searched for what would stand there, in words; empty where somebody has.
    pub unsearched: String,
}

/// A dot of [`Lanes`].
#[derive(Debug, Clone, PartialEq)]
pub struct LaneDot {
    /// The subnet, such as `64.r1`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Position of its lane in [`Lanes::lanes`].
    pub lane: u8,
    /// Earned; zero has its own place.
    pub x: f64,
    /// Which side of the cuts it is on.
    pub tone: Tone,
    /// Asked for by the reader: labelled first, drawn larger.
    pub marked: bool,
}

/// What a mark is about. Never told by colour alone: position or label says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Neither.
    #[default]
    Plain,
    /// Earned (warm).
    Earned,
    /// Shipped (cool).
    Shipped,
}

/// A curve over two shares, both 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Across.
    pub x: Axis,
    /// Up.
    pub y: Axis,
    /// From (0, 0) to (1, 1).
    pub points: Vec<(f64, f64)>,
    /// Points of the curve with words to them.
    pub marks: Vec<CurveMark>,
}

/// A point of a [`Curve`] with words to it.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveMark {
    /// Across.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// The words.
    pub label: String,
}
