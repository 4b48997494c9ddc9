//! What is known, and how well: plain types without formats, files or pictures.

mod claim;
mod day;
mod decimal;
mod evidence;
mod grade;
mod id;
mod provenance;
mod series;
pub mod value;

pub use claim::{Claim, Quantity, Trap};
pub use day::{Day, DayError};
pub use decimal::finite;
pub use evidence::{Evidence, Ladder, Rung, RungState};
pub use grade::Grade;
pub use id::{IdError, SubnetId, SubnetRef};
pub use provenance::{AsOf, Provenance, Reading, Source};
pub use series::{Known, MAX_DAYS, Series};
pub use value::{Absence, Value};
