//! The engine's Web Worker. What its script (`static/start.js`) calls stands here and not in the library, since all that a library
//! exports is in every module that is linked with it: the page's would hold the engine.

use wasm_bindgen::prelude::wasm_bindgen;

/// See `worker::adopt`.
#[wasm_bindgen]
pub fn adopt(birth: &[u8]) {
    interleave::worker::adopt(birth);
}

/// See `worker::hear`.
#[wasm_bindgen]
pub fn hear(bytes: &[u8]) {
    interleave::worker::hear(bytes);
}

fn main() {
    interleave::worker::start();
}
