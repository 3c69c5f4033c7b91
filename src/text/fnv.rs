//! The hash FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv): short, fast for short words, and the same on every machine and in every version,
//! for which reason ids in reports are made with it.

/// The 64-bit hash of some bytes.
#[inline]
pub fn fnv64(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

/// The 32-bit hash of some bytes, or of units that are larger, which the hash does not know as such.
#[inline]
pub fn fnv32(units: impl IntoIterator<Item = u32>) -> u32 {
    units.into_iter().fold(0x811c_9dc5, |hash, unit| (hash ^ unit).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_draft() {
        assert_eq!(["", "a", "foobar"].map(|w| fnv64(w.bytes())), [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]);
        assert_eq!(["", "a", "foobar"].map(|w| fnv32(w.bytes().map(u32::from))), [0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968]);
    }
}
