//! Files for the visitor: what the page hands over as a download.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, Blob, HtmlCanvasElement, HtmlElement, HtmlImageElement};

/// Saves a text under a name.
pub fn text(name: &str, kind: &str, text: &str) {
    if let Some(blob) = blob(kind, text) {
        hand_over(name, &blob);
    }
}

/// Saves an SVG document as pixels, two for each of its own.
pub fn pixels(name: &str, svg: &str) {
    let name = name.to_string();
    let Some(address) = blob("image/svg+xml", svg).and_then(|b| web_sys::Url::create_object_url_with_blob(&b).ok())
    else {
        return;
    };
    let Ok(image) = HtmlImageElement::new() else { return };
    let loaded = {
        let (image, address) = (image.clone(), address.clone());
        Closure::once_into_js(move || {
            let canvas = draw(&image);
            let _ = web_sys::Url::revoke_object_url(&address);
            let Some(canvas) = canvas else { return };
            let done = Closure::once_into_js(move |blob: JsValue| {
                if let Ok(blob) = blob.dyn_into::<Blob>() {
                    hand_over(&name, &blob);
                }
            });
            let _ = canvas.to_blob(done.unchecked_ref());
        })
    };
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&address);
}

fn draw(image: &HtmlImageElement) -> Option<HtmlCanvasElement> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let (width, height) = (image.natural_width() * 2, image.natural_height() * 2);
    canvas.set_width(width);
    canvas.set_height(height);
    let ctx = canvas.get_context("2d").ok()??.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()?;
    let drawn = ctx.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into());
    drawn.ok().map(|()| canvas)
}

fn blob(kind: &str, text: &str) -> Option<Blob> {
    let parts = web_sys::js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

fn hand_over(name: &str, blob: &Blob) {
    let Ok(address) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    if let Some(link) = document().create_element("a").ok().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&address);
}
