//! Library modules written in Rust, by name.

mod args;
mod builtins;
mod event_loop;
mod os;
mod pickle;
mod process;
mod thread;
mod time;

pub use args::Taken;

use crate::vm::{Ref, Vm};

/// Fills the namespace (a dict) of a new module.
pub type Fill = fn(&mut Vm, Ref);

/// Finds the native module of this name.
pub fn find(name: &str) -> Option<Fill> {
    Some(match name {
        "builtins" => builtins::fill,
        "_loop" => event_loop::fill,
        "_collections" => |vm, names| vm.set_name(names, "deque", crate::vm::class::DEQUE.into()),
        "_threads" => thread::fill,
        "_time" => time::fill,
        "_process" => process::fill,
        "_machine" => os::fill,
        "_pickler" => pickle::fill,
        _ => return None,
    })
}
