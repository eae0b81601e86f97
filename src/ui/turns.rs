//! What follows a change runs in turns: all effects that it sets off would keep a slow phone from answering for a long time, so
//! after some milliseconds the browser gets a turn, to answer and to paint, before the next ones.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use async_task::Runnable;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageChannel;

use super::clock::now;

/// After so many milliseconds the rest waits.
const TURN: f64 = 5.0;

thread_local! {
    static WAITING: RefCell<VecDeque<Runnable>> = const { RefCell::new(VecDeque::new()) };
    /// What has come meanwhile.
    static AFTER: RefCell<VecDeque<Box<dyn FnOnce()>>> = const { RefCell::new(VecDeque::new()) };
    /// Whether a turn is going on or will come.
    static AWAITED: Cell<bool> = const { Cell::new(false) };
    static NEXT: Next = Next::new();
}

/// Says, from now on, whether a turn's time is over.
pub fn limit() -> impl Fn() -> bool {
    let end = now() + TURN;
    move || now() > end
}

/// Has the library's effects run here. Before anything of the page is made.
pub fn take() {
    // Nobody else has asked for them.
    let _ = Executor::init_local_custom_executor(Turns);
}

/// Whether all that was set off so far is done.
pub fn resting() -> bool {
    !AWAITED.get()
}

/// Does something when all that was set off so far is done, in the order in which it was asked for: at once, if nothing waits. So
/// what follows one message of the engine is over before the next one is heard, and no effect misses a state between them.
pub fn after(act: impl FnOnce() + 'static) {
    AFTER.with(|all| all.borrow_mut().push_back(Box::new(act)));
    catch_up();
}

fn catch_up() {
    while resting()
        && let Some(act) = AFTER.with(|all| all.borrow_mut().pop_front())
    {
        act();
    }
}

struct Turns;

impl CustomExecutor for Turns {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        let (runnable, task) = async_task::spawn_local(future, wait);
        task.detach();
        runnable.schedule();
    }

    fn poll_local(&self) {}
}

fn wait(runnable: Runnable) {
    WAITING.with(|all| all.borrow_mut().push_back(runnable));
    if !AWAITED.replace(true) {
        NEXT.with(Next::soon);
    }
}

/// The first turn follows at once what set it off, before the browser paints.
fn turn() {
    let over = limit();
    while let Some(runnable) = WAITING.with(|all| all.borrow_mut().pop_front()) {
        runnable.run();
        if over() {
            return NEXT.with(Next::later);
        }
    }
    AWAITED.set(false);
    catch_up();
}

/// How the next turn comes.
struct Next {
    at_once: Closure<dyn Fn()>,
    /// Comes back as a task of its own, sooner than any timer.
    channel: Option<MessageChannel>,
}

impl Next {
    fn new() -> Next {
        let at_once = Closure::<dyn Fn()>::new(turn);
        let channel = MessageChannel::new().ok();
        if let Some(channel) = &channel {
            channel.port1().set_onmessage(Some(at_once.as_ref().unchecked_ref()));
        }
        Next { at_once, channel }
    }

    fn soon(&self) {
        leptos::prelude::window().queue_microtask(self.at_once.as_ref().unchecked_ref());
    }

    fn later(&self) {
        let sent = self.channel.as_ref().map(|c| c.port2().post_message(&wasm_bindgen::JsValue::NULL));
        if !matches!(sent, Some(Ok(()))) {
            self.soon();
        }
    }
}
