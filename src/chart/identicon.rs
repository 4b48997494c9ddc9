//! A pattern made from an id, since logos are never loaded from their hosts.

use crate::model::SubnetId;

/// The squares that are filled, as column and row of a field of seven by seven with an empty rim;
/// left and right mirror each other.
pub fn identicon(id: SubnetId) -> Vec<(u8, u8)> {
    let bits = scramble(u32::from(id.netuid()) << 16 | u32::from(id.generation()));
    let cells = (0..15u8).filter(|cell| bits >> cell & 1 == 1).flat_map(|cell| {
        let (column, row) = (cell / 5, cell % 5);
        let mirrored = 4 - column;
        let both = [(column + 1, row + 1), (mirrored + 1, row + 1)];
        both.into_iter().take(if column == mirrored { 1 } else { 2 })
    });
    cells.collect()
}

/// Spreads neighbouring numbers apart (the finaliser of MurmurHash3).
fn scramble(mut bits: u32) -> u32 {
    bits ^= bits >> 16;
    bits = bits.wrapping_mul(0x85eb_ca6b);
    bits ^= bits >> 13;
    bits = bits.wrapping_mul(0xc2b2_ae35);
    bits ^ bits >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_look_different_and_every_face_is_symmetric() {
        let face = |netuid| identicon(SubnetId::new(netuid, 1).unwrap());
        assert_ne!(face(64), face(65));
        assert_ne!(face(64), identicon(SubnetId::new(64, 2).unwrap()));
        for (column, row) in face(64) {
            assert!(face(64).contains(&(6 - column, row)));
        }
    }
}
