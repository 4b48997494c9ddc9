//! A netuid is a slot, not a project: slots are deregistered and taken by others. An id therefore
//! carries the registration generation of its slot.

use std::fmt;
use std::num::NonZeroU16;
use std::str::FromStr;

/// One registration of one subnet slot, printed `70.r2`.
///
/// Ordered by netuid, then generation. Root (netuid 0) is not a subnet and has no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubnetId {
    netuid: NonZeroU16,
    generation: NonZeroU16,
}

impl SubnetId {
    /// An id of the given slot and generation, both counted from 1; `None` for a zero in either.
    pub fn new(netuid: u16, generation: u16) -> Option<Self> {
        Some(Self { netuid: NonZeroU16::new(netuid)?, generation: NonZeroU16::new(generation)? })
    }

    /// The slot, 1 and up.
    pub fn netuid(self) -> u16 {
        self.netuid.get()
    }

    /// The registration of the slot, 1 for the first that is known.
    pub fn generation(self) -> u16 {
        self.generation.get()
    }
}

impl fmt::Display for SubnetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.r{}", self.netuid, self.generation)
    }
}

impl FromStr for SubnetId {
    type Err = IdError;

    /// Reads `70.r2`. A bare netuid is not an id but a [`SubnetRef`].
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text.parse()? {
            SubnetRef { netuid, generation: Some(generation) } => Ok(Self { netuid, generation }),
            SubnetRef { .. } => Err(IdError::NoGeneration(text.to_owned())),
        }
    }
}

/// A subnet as a link names it: `70.r2` for that registration, `70` for today's occupant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubnetRef {
    netuid: NonZeroU16,
    generation: Option<NonZeroU16>,
}

impl SubnetRef {
    /// Whoever holds the slot in the snapshot at hand; `None` for root.
    pub fn occupant(netuid: u16) -> Option<Self> {
        Some(Self { netuid: NonZeroU16::new(netuid)?, generation: None })
    }

    /// The slot, 1 and up.
    pub fn netuid(self) -> u16 {
        self.netuid.get()
    }

    /// The generation asked for; `None` asks for today's occupant.
    pub fn generation(self) -> Option<u16> {
        self.generation.map(NonZeroU16::get)
    }

    /// Whether this reference means `id`, when `id` is today's occupant of its slot.
    pub fn means(self, id: SubnetId) -> bool {
        self.netuid == id.netuid && self.generation.is_none_or(|generation| generation == id.generation)
    }
}

impl From<SubnetId> for SubnetRef {
    fn from(id: SubnetId) -> Self {
        Self { netuid: id.netuid, generation: Some(id.generation) }
    }
}

impl fmt::Display for SubnetRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.generation {
            Some(generation) => write!(f, "{}.r{generation}", self.netuid),
            None => write!(f, "{}", self.netuid),
        }
    }
}

impl FromStr for SubnetRef {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError::Malformed(text.to_owned());
        let (netuid, generation) = match text.split_once(".r") {
            Some((netuid, generation)) => (netuid, Some(count(generation).ok_or_else(error)?)),
            None => (text, None),
        };
        Ok(Self { netuid: count(netuid).ok_or_else(error)?, generation })
    }
}

/// Reads a count from 1 in its one canonical spelling: no sign, no leading zero.
fn count(text: &str) -> Option<NonZeroU16> {
    let canonical = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    if canonical { text.parse().ok() } else { None }
}

/// Why a text is no subnet id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Neither `70` nor `70.r2`.
    #[error("“{0}” is not a subnet: write a number such as 64, or 70.r2 for a registration")]
    Malformed(String),
    /// A bare netuid where one registration has to be named.
    #[error("“{0}” names a slot but no registration: write 70.r2")]
    NoGeneration(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_the_two_spellings_and_nothing_else() {
        assert_eq!("70.r2".parse::<SubnetId>(), Ok(SubnetId::new(70, 2).unwrap()));
        assert_eq!("70".parse::<SubnetRef>(), Ok(SubnetRef::occupant(70).unwrap()));
        for bad in ["", "0", "+7", "07", "70.r0", "70.r", "70.2", "70.r02", "70.r2.r3", "65536", "-1", "٧٠"]
        {
            assert!(bad.parse::<SubnetRef>().is_err(), "{bad}");
        }
        assert!(matches!("70".parse::<SubnetId>(), Err(IdError::NoGeneration(_))));
    }

    #[test]
    fn a_bare_netuid_means_any_generation_and_a_full_one_only_its_own() {
        let second = SubnetId::new(70, 2).unwrap();
        assert!(SubnetRef::occupant(70).unwrap().means(second));
        assert!(SubnetRef::from(second).means(second));
        assert!(!"70.r1".parse::<SubnetRef>().unwrap().means(second));
    }

    proptest! {
        #[test]
        fn ids_survive_printing(netuid in 1u16.., generation in 1u16..) {
            let id = SubnetId::new(netuid, generation).unwrap();
            prop_assert_eq!(id.to_string().parse::<SubnetId>(), Ok(id));
            prop_assert_eq!(id.to_string().parse::<SubnetRef>(), Ok(SubnetRef::from(id)));
        }

        #[test]
        fn order_is_netuid_then_generation(a in (1u16.., 1u16..), b in (1u16.., 1u16..)) {
            let (x, y) = (SubnetId::new(a.0, a.1).unwrap(), SubnetId::new(b.0, b.1).unwrap());
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,40}") {
            if let Ok(reference) = text.parse::<SubnetRef>() {
                prop_assert_eq!(reference.to_string(), text);
            }
        }
    }
}
