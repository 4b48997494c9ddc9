//! Numbers that are the same for every subnet of a snapshot.

use super::Unit;

/// A number a formula may name that belongs to the network, not to one subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// The block of the snapshot.
    Block,
    /// 7,200: one block every 12 seconds.
    BlocksPerDay,
    /// 365.
    DaysPerYear,
    /// The owner's part of a subnet's alpha: 11,796 of 65,535, set by the chain's runtime.
    OwnerCut,
    /// 21,000,000: no subnet can have more alpha.
    AlphaCap,
    /// TAO staked on root × the chain's TAO weight (0.18). The chain adds it to alpha, so it
    /// counts as alpha here.
    RootWeight,
    /// US dollars per TAO, with a day of its own.
    TaoUsd,
}

impl Scalar {
    /// Every scalar.
    pub const ALL: [Scalar; 7] = [
        Scalar::Block,
        Scalar::BlocksPerDay,
        Scalar::DaysPerYear,
        Scalar::OwnerCut,
        Scalar::AlphaCap,
        Scalar::RootWeight,
        Scalar::TaoUsd,
    ];

    /// The name in formulas.
    pub fn id(self) -> &'static str {
        match self {
            Scalar::Block => "block",
            Scalar::BlocksPerDay => "blocks_per_day",
            Scalar::DaysPerYear => "days_per_year",
            Scalar::OwnerCut => "owner_cut",
            Scalar::AlphaCap => "alpha_cap",
            Scalar::RootWeight => "root_weight",
            Scalar::TaoUsd => "tao_usd",
        }
    }

    /// The scalar with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scalar| scalar.id() == id)
    }

    /// The name a reader sees in a formula written out.
    pub fn label(self) -> &'static str {
        match self {
            Scalar::Block => "block of the snapshot",
            Scalar::BlocksPerDay => "blocks a day",
            Scalar::DaysPerYear => "days a year",
            Scalar::OwnerCut => "owner’s part",
            Scalar::AlphaCap => "most alpha there can be",
            Scalar::RootWeight => "root’s TAO × its weight",
            Scalar::TaoUsd => "dollars per TAO",
        }
    }

    /// Its unit.
    pub fn unit(self) -> Unit {
        match self {
            Scalar::Block => Unit::BLOCK,
            Scalar::BlocksPerDay => Unit::BLOCK / Unit::DAY,
            Scalar::DaysPerYear => Unit::DAY,
            Scalar::OwnerCut => Unit::ONE,
            Scalar::AlphaCap | Scalar::RootWeight => Unit::ALPHA,
            Scalar::TaoUsd => Unit::USD / Unit::TAO,
        }
    }

    /// The number where it is a constant of the chain; `None` where the snapshot carries it.
    pub fn constant(self) -> Option<f64> {
        match self {
            Scalar::BlocksPerDay => Some(7_200.0),
            Scalar::DaysPerYear => Some(365.0),
            Scalar::OwnerCut => Some(11_796.0 / 65_535.0),
            Scalar::AlphaCap => Some(21_000_000.0),
            Scalar::Block | Scalar::RootWeight | Scalar::TaoUsd => None,
        }
    }
}
