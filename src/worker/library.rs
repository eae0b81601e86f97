//! Brings library texts from beside the page, with all that they import.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::port::scope;
use crate::session::library;

/// Fetches what runs have wanted, until nothing is. The error is a sentence for the visitor.
pub async fn bring(mut wanted: Vec<(&'static str, &'static str)>) -> Result<(), String> {
    while !wanted.is_empty() {
        // All requests are on their way before the first is awaited.
        let requests: Vec<_> =
            wanted.iter().map(|(_, file)| scope().fetch_with_str(&format!("{}{file}", base()))).collect();
        for ((name, _), request) in wanted.into_iter().zip(requests) {
            match text(request).await {
                Ok(text) => library::put(name, text),
                Err(why) => return Err(format!("The library module {name} could not be loaded: {why}")),
            }
        }
        wanted = library::wanted();
    }
    Ok(())
}

async fn text(request: js_sys::Promise) -> Result<String, String> {
    let said = |e: JsValue| {
        e.as_string().or_else(|| e.dyn_ref().map(|e: &js_sys::Error| e.message().into())).unwrap_or_default()
    };
    let response: Response = JsFuture::from(request).await.map_err(said)?.unchecked_into();
    if !response.ok() {
        return Err(format!("the site answered {}.", response.status()));
    }
    let body = JsFuture::from(response.text().map_err(said)?).await.map_err(said)?;
    Ok(body.as_string().unwrap_or_default())
}

/// The folder of the library texts, which the starter left in the worker's scope: a worker from a blob has no address.
fn base() -> String {
    js_sys::Reflect::get(&scope(), &"library".into()).ok().and_then(|base| base.as_string()).unwrap_or_default()
}
