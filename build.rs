//! Has the linker leave notes in what is downloaded: `.ci/part` learns from them which data goes with which functions. And says that it is
//! compiled for size (`small`), where what runs most is to be compiled for speed nevertheless.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    println!("cargo::rustc-check-cfg=cfg(small)");
    let is = |name, value| env::var(name).is_ok_and(|v| v == value);
    // The profile `page` alone is compiled for size.
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("OPT_LEVEL", "z") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        // A switch that the pinned compiler keeps for itself; see `SMALL` in the Makefile.
        if is("RUSTC_BOOTSTRAP", "1") {
            println!("cargo::rustc-cfg=small");
        }
    }
}
