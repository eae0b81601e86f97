//! Running: the dispatch loop (`walk`) and what it leaves to others, each in a file named after it.
//!
//! A frame's `pc` is the index of the instruction to go on with; a caller's is thus one behind its call. Slow paths work on the fiber
//! with `pc` and `Vm::spent` saved, and say by `Flow` how to go on.

mod awaiting;
mod bind;
mod build;
mod call;
mod careful;
mod construct;
mod curve;
mod flow;
mod follow;
mod generator;
mod jump;
mod operate;
mod raise;
mod residue;
mod slow;
mod start;
mod task;
mod trap;
mod walk;

pub(super) use construct::Maker;
pub(super) use jump::Plan;
pub use jump::Steady;
pub use trap::Traps;
pub(super) use trap::trapped;

use super::Stop;

/// How the loop goes on after a slow path.
pub(super) enum Flow {
    /// In the topmost frame at its `pc`.
    Go,
    /// The same, at a check point.
    Check,
    Stop(Stop),
}
