//! Numbers that look random and follow from a seed: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine
//! and in every version of this program, which no library promises.

use super::Kind;

/// A sequence of numbers.
pub(super) struct Dice(u64);

impl Dice {
    /// The sequence for one row: rows do not depend on each other, so that any of them can be made alone.
    pub(super) fn new(seed: u64, kind: Kind, row: u64) -> Self {
        let mut dice = Self(seed ^ (kind as u64).wrapping_mul(0xA24B_AED4_963E_E407));
        let start = dice.next();
        let mut dice = Self(start ^ row.wrapping_mul(0xD1B5_4A32_D192_ED03));
        dice.next();
        dice
    }

    /// The next number, of all that fit in 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        // The high half of the product spreads evenly for ends as small as ours.
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `first` to `last`.
    pub(super) fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }

    /// One of the items; there must be one.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.place(items.len())]
    }

    /// One of the words; there must be one.
    pub(super) fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.place(words.len())]
    }

    fn place(&mut self, places: usize) -> usize {
        usize::try_from(self.below(u64::try_from(places).unwrap_or(1))).unwrap_or(0)
    }

    /// Yes in so many of a hundred cases.
    pub(super) fn percent(&mut self, cases: u64) -> bool {
        self.below(100) < cases
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_from_the_seed_and_stay_in_bounds() {
        let throw = |seed| {
            let mut dice = Dice::new(seed, Kind::Order, 7);
            (0..1000).map(|_| dice.between(1, 6)).collect::<Vec<_>>()
        };
        assert_eq!(throw(1), throw(1));
        assert_ne!(throw(1), throw(2));
        for eye in 1..=6 {
            let often = throw(1).iter().filter(|thrown| **thrown == eye).count();
            assert!((100..240).contains(&often), "{eye} was thrown {often} times");
        }
    }
}
