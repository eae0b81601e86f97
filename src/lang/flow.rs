//! Which registers are certainly bound at a point of the code: decides where a `Check` is needed.

use super::instr::Reg;

/// A set of registers that are bound on every way to this point.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    /// No way leads here.
    pub dead: bool,
    bits: Vec<u64>,
}

impl Flow {
    /// A point that no way has reached yet.
    pub fn unreached() -> Flow {
        Flow { dead: true, bits: Vec::new() }
    }

    pub fn has(&self, reg: Reg) -> bool {
        self.dead || self.bits.get(reg as usize / 64).is_some_and(|w| w >> (reg % 64) & 1 == 1)
    }

    pub fn set(&mut self, reg: Reg) {
        let word = reg as usize / 64;
        if self.bits.len() <= word {
            self.bits.resize(word + 1, 0);
        }
        self.bits[word] |= 1 << (reg % 64);
    }

    pub fn clear(&mut self, reg: Reg) {
        if let Some(word) = self.bits.get_mut(reg as usize / 64) {
            *word &= !(1 << (reg % 64));
        }
    }

    /// Another way joins here.
    pub fn merge(&mut self, other: &Flow) {
        if self.dead {
            *self = other.clone();
        } else if !other.dead {
            self.bits.truncate(other.bits.len());
            self.bits.iter_mut().zip(&other.bits).for_each(|(a, b)| *a &= b);
        }
    }
}
