//! What `import` finds: natives in `native`, Python in `py` (listed in `shelf`).

pub mod native;
mod shelf;

use crate::vm::Found;

/// Finds a library module by its dotted name: the `Finder` of every process.
pub fn find(name: &str) -> Option<Found> {
    shelf::find(name).or_else(|| native::find(name).map(Found::Native))
}
