//! The jump: loops of pure integer arithmetic in closed form.

use super::super::{Fiber, Vm};
use super::Flow;

/// This loop is to be walked.
pub const NEVER: u8 = 1;

/// A loop in closed form.
#[derive(Clone, Debug)]
pub struct Plan {}

impl Vm {
    /// At a taken backward jump at `pc`.
    pub(super) fn jump(&mut self, fiber: &mut Fiber, pc: u32, _limit: u64) -> Flow {
        if let Some(f) = fiber.frames.last() {
            self.codes[f.code as usize].loops[pc as usize] = NEVER;
        }
        Flow::Go
    }
}
