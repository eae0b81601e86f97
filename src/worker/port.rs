//! The browser as the worker sees it: its scope, its clock, bytes in and out, and a turn of the event loop.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, BigUint64Array, Function, Object, Uint8Array, Uint32Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Worker};

use crate::trace::Spans;
use crate::wire::Reply;

#[wasm_bindgen]
extern "C" {
    /// Loads what the build has parted from this module (`.ci/part`); the parted functions call it themselves.
    #[wasm_bindgen(js_name = interleaveRest)]
    fn rest();

    /// Another worker with the same engine, which waits for `copied`; whose messages and end these functions hear.
    #[wasm_bindgen(catch, js_name = interleaveHire)]
    pub fn hire(heard: &JsValue, broke: &JsValue) -> Result<Worker, JsValue>;

    /// All that this engine is at the moment, to be handed over.
    #[wasm_bindgen(catch, js_name = interleaveCopy)]
    pub fn copy() -> Result<Object, JsValue>;

    /// Whether another worker has made this one.
    #[wasm_bindgen(thread_local_v2, js_name = interleaveApart)]
    static APART: JsValue;
}

pub fn is_apart() -> bool {
    APART.with(JsValue::is_truthy)
}

/// Loads all of this module, as the first call of a parted function does. In the page's module, too.
#[wasm_bindgen]
pub fn whole() {
    rest();
}

/// The worker's global object.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Milliseconds of a clock that never goes back.
pub fn now(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope.performance().map_or(0.0, |p| p.now())
}

/// Sends a reply; its buffers move to the page.
pub fn post(reply: &Reply) {
    let parts = Array::of1(&Uint8Array::from(reply.encode().as_slice()).buffer());
    let spans = reply.spans().filter(|spans| !spans.is_empty());
    if let Some(Spans { lane, start, end, state, line, label, peer, site }) = spans {
        for column in [start, end] {
            parts.push(&BigUint64Array::from(column.as_slice()).buffer());
        }
        for column in [lane, line, label, peer, site] {
            parts.push(&Uint32Array::from(column.as_slice()).buffer());
        }
        parts.push(&Uint8Array::from(state.as_slice()).buffer());
    }
    // Fails only when the page is gone, and then nobody is there to be told.
    let _ = scope().post_message_with_transfer(&parts, &parts);
}

/// The bytes of a message, if it holds any.
pub fn bytes_of(event: &MessageEvent) -> Option<Vec<u8>> {
    let buffer = event.data().dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Asks the event loop to call back after what is already waiting in it.
#[derive(Default)]
pub struct Turn {
    port: OnceCell<MessagePort>,
    /// A turn is on its way: another would make two chains of them.
    asked: Rc<Cell<bool>>,
    /// What a timer calls, and the timer that runs.
    ring: OnceCell<Function>,
    timer: Cell<Option<i32>>,
}

impl Turn {
    /// What to do at each turn; once per worker.
    pub fn each(&self, mut work: impl FnMut() + 'static) {
        let Ok(channel) = MessageChannel::new() else { return };
        let asked = self.asked.clone();
        let handler = Closure::<dyn FnMut()>::new(move || {
            asked.set(false);
            work();
        });
        channel.port1().set_onmessage(Some(handler.as_ref().unchecked_ref()));
        // The channel is used for as long as the worker lives.
        handler.forget();
        let _ = self.port.set(channel.port2());
    }

    /// Asks for a turn in so many milliseconds. Timers are as exact as a browser's are: to about one.
    pub fn ask_in(self: &Rc<Self>, ms: f64) {
        self.wake_up();
        if ms < 1.0 {
            return self.ask();
        }
        let ring = self.ring.get_or_init(|| {
            let turn = Rc::downgrade(self);
            // The turn comes by a message: timers that set timers wait for 4 ms at least.
            let ring = Closure::<dyn FnMut()>::new(move || turn.upgrade().into_iter().for_each(|t| t.ask()));
            ring.into_js_value().unchecked_into()
        });
        let ms = ms.min(f64::from(i32::MAX)) as i32;
        // Fails only where there are no timers.
        self.timer.set(scope().set_timeout_with_callback_and_timeout_and_arguments_0(ring, ms).ok());
    }

    /// No timer runs any more: whoever asks again sets another.
    fn wake_up(&self) {
        if let Some(timer) = self.timer.take() {
            scope().clear_timeout_with_handle(timer);
        }
    }

    pub fn ask(&self) {
        if let Some(port) = self.port.get()
            && !self.asked.replace(true)
        {
            let _ = port.post_message(&JsValue::NULL);
        }
    }
}
