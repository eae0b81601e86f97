//! As much of the crate's interface as `server_fn` names; nothing here calls it.

use futures_util::stream::{Empty, empty};
use wasm_bindgen::prelude::*;

/// A body of no bytes.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        ReadableStream(raw)
    }

    pub fn from_stream<S>(_: S) -> Self {
        ReadableStream(web_sys::ReadableStream::new().unwrap_throw())
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
