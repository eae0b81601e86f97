//! When all of the page's code is there (`start.js`): what nobody has asked for waits for that, since it would stop the page to bring it.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = interleaveWhole)]
    fn arrived(then: &js_sys::Function) -> Result<(), JsValue>;
}

/// Calls back then, or at once when it is there; never, where it does not come.
pub fn then(act: impl FnOnce() + 'static) {
    let _ = arrived(Closure::once_into_js(act).unchecked_ref());
}
