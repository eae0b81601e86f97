//! The page.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script (`static/start.js`) when it has loaded what the page is made of.
#[wasm_bindgen]
pub fn begin() {
    interleave::ui::start();
}

fn main() {}
