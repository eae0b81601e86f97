//! The page.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script (`static/start.js`) when it has loaded what the page is made of.
#[wasm_bindgen]
pub fn begin() {
    interleave::ui::start();
}

/// Minimap, axis and lanes as they stand now, and their rules: the picture for the page to begin with, which the build asks for
/// (`.ci/part/page.mjs`).
#[wasm_bindgen]
pub fn still() -> Vec<String> {
    interleave::ui::still()
}

fn main() {}
