//! Pieces that more than one page is made of.

mod card;
mod choice;
mod claim;
mod erase;
mod figure;
mod figures;
mod filters;
mod formula;
mod full_screen;
mod ladder;
mod marking;
mod number;
mod picker;
mod plot;
mod reader;
mod state;
mod subnet;
mod take_away;
mod zoom;

pub use card::{NumberCard, NumberCardView};
pub use choice::{Choice, Choices, MetricSelect, SinceSelect};
pub use claim::ClaimReading;
pub use erase::{AnyViews, live};
pub use figure::ChartFigure;
pub use figures::Figures;
pub use filters::Filters;
pub use formula::FormulaField;
pub use ladder::{LadderMarks, RungSteps};
pub use marking::{Marking, SeriesName};
pub use number::{Number, NumberCell, TotalNumber, open_card_on_click};
pub use picker::Picker;
pub use plot::Hands;
pub use reader::Reader;
pub use state::Later;
pub use subnet::{Identicon, SubnetLink};
pub use take_away::clipboard;
