//! Library modules written in Rust, by name.

mod args;
mod builtins;
mod collections;
mod deflate;
mod digest;
mod event_loop;
mod files;
mod frames;
mod gamma;
mod itertools;
mod json;
mod math;
mod os;
mod own_modules;
mod pickle;
mod process;
mod random;
mod re;
mod sponge;
mod structure;
mod thread;
mod time;
mod weak;

pub use args::Taken;

use crate::vm::{Ref, Vm};

/// Fills the namespace (a dict) of a new module.
pub type Fill = fn(&mut Vm, Ref);

/// Finds the native module of this name.
pub fn find(name: &str) -> Option<Fill> {
    Some(match name {
        "builtins" => builtins::fill,
        "math" => math::fill,
        "_random" => random::fill,
        "_re" => re::fill,
        "_struct" => structure::fill,
        "_deflate" => deflate::fill,
        "_collections" => collections::fill,
        "_itertools" => itertools::fill,
        "_json" => json::fill,
        "_digest" => digest::fill,
        "_frames" => frames::fill,
        "_loop" => event_loop::fill,
        "_files" => files::fill,
        "_own_modules" => own_modules::fill,
        "_threads" => thread::fill,
        "_time" => time::fill,
        "_process" => process::fill,
        "_machine" => os::fill,
        "_pickler" => pickle::fill,
        "_weak" => weak::fill,
        _ => return None,
    })
}
