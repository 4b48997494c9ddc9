//! Who held a slot before: whoever embedded the slot by its number is told that it changed hands.

use super::Subject;
use crate::format::{self, shown_name};
use crate::markup::{Element, Markup, el};
use crate::model::SubnetId;
use crate::snapshot;
use crate::view::{Route, SubnetPage};

/// The registration before one, and the day on which it lost the slot to it.
pub struct Before {
    id: SubnetId,
    name: String,
    day: String,
}

impl Before {
    /// That of a widget's registration; `None` for the first that is known.
    pub fn of(subject: &Subject) -> Option<Self> {
        let registration = subject.registration;
        let (id, own) = (registration.id, registration.id.to_string());
        let before = SubnetId::new(id.netuid(), id.generation().checked_sub(1)?)?;
        let known = &registration.profile.generations;
        let taken = known.iter().find(|generation| generation.id == own);
        let day = taken.and_then(|own| snapshot::day(Some(&own.registered_on))).map(format::day);
        let name = known.iter().find(|generation| generation.id == before.to_string());
        let name = shown_name(name.map_or("", |before| &before.name), id.netuid());
        Some(Self { id: before, name, day: day.map_or(String::new(), |day| format!(" {day}")) })
    }

    /// In words, as a line of its own.
    pub fn words(&self) -> String {
        format!("{}{} ({})", self.start(), self.name, self.id)
    }

    /// The same, with the name leading to what is kept of the registration.
    pub fn line(&self, subject: &Subject) -> Element {
        let kept = subject.press.ledger.former.iter().any(|former| former.id == self.id);
        let name = Markup::from(el("bdi").with(self.name.as_str()));
        let name = match kept {
            true => {
                let page = Route::Subnet(self.id.into(), SubnetPage::default());
                subject.link(&subject.press.site.canonical(&page)).with(name).into()
            }
            false => name,
        };
        el("p").class("sub").with(self.start()).with(name).with(format!(" ({})", self.id))
    }

    fn start(&self) -> String {
        format!("Registered anew{}; before: ", self.day)
    }
}
