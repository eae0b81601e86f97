//! What `import` finds: natives in `native`, Python in `py` (listed in `shelf`).

pub mod coverage;
pub mod far;
pub mod native;
mod shelf;

use crate::lang::Pace;
use crate::vm::{Found, Library};

/// The prelude: what natives leave to Python. One module of several files.
const PRELUDE: &str = concat!(
    include_str!("py/prelude/objects.py"),
    include_str!("py/prelude/imports.py"),
    include_str!("py/prelude/containers.py"),
    include_str!("py/prelude/iteration.py"),
    include_str!("py/prelude/texts.py"),
    include_str!("py/prelude/values.py"),
    include_str!("py/prelude/generics.py"),
);

/// The library of every process.
pub const LIBRARY: Library = Library { find, lacks: coverage::lacks };

/// Finds a library module by its dotted name.
fn find(name: &str) -> Option<Found> {
    if name == "_prelude" {
        return Some(Found::Python { text: PRELUDE, file: "<prelude>", pace: Pace::Native, package: false });
    }
    shelf::find(name).or_else(|| native::find(name).map(Found::Native))
}
