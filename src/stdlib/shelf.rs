//! The library modules written in Python, by dotted name, with the price at which they run.
//!
//! One line per module: its name, its file under `py` (also under `/usr/lib/python3.13` in tracebacks), `Python` if it
//! is Python in CPython too and `Native` if it is C there, and `package` for packages.

use crate::lang::Pace;
use crate::vm::Found;

macro_rules! shelf {
    ($($name:literal $file:literal $pace:ident $($package:ident)?;)*) => {
        /// The Python text of a library module.
        pub fn find(name: &str) -> Option<Found> {
            Some(match name {
                $($name => Found::Python {
                    text: include_str!(concat!("py/", $file)),
                    file: concat!("/usr/lib/python3.13/", $file),
                    pace: Pace::$pace,
                    package: shelf!(@ $($package)?),
                },)*
                _ => return None,
            })
        }
    };
    (@ package) => { true };
    (@) => { false };
}

shelf! {
    "_bootstrap" "_bootstrap.py" Python;
}
