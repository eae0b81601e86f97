//! Has the linker leave notes in what is downloaded: `.ci/part` learns from them which data goes with which functions.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name, value| env::var(name).is_ok_and(|v| v == value);
    // The profile `page` alone is compiled for size.
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("OPT_LEVEL", "z") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
