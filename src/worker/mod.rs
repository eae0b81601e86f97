//! The worker's side: a session run in slices, replies posted as transferred bytes.
//!
//! A slice lasts a few milliseconds; then the worker yields through a `MessageChannel`, which costs microseconds and lets a
//! Stop in. The fuel of a slice follows what the last one took, so slow and fast machines answer alike.

mod pace;
mod port;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::session::{Limits, Session};
use crate::trace::Trace;
use crate::wire::{PROTOCOL, Reply, Request};
use pace::Pace;
use port::{Turn, bytes_of, now, post, scope};

/// The run in progress.
struct Active {
    id: u32,
    session: Session,
    started: f64,
    pace: Pace,
}

/// Sets up the worker and tells the page that it may send.
pub fn start() {
    std::panic::set_hook(Box::new(|info| post(&Reply::Broken { message: info.to_string() })));
    let active: Rc<RefCell<Option<Active>>> = Rc::default();
    let turn = Rc::new(Turn::default());
    turn.each({
        let (active, turn) = (active.clone(), Rc::downgrade(&turn));
        move || {
            if slice(&mut active.borrow_mut())
                && let Some(turn) = turn.upgrade()
            {
                turn.ask();
            }
        }
    });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope: DedicatedWorkerGlobalScope = scope();
        move |event: MessageEvent| {
            let Some(request) = bytes_of(&event).as_deref().and_then(Request::decode) else { return };
            let mut active = active.borrow_mut();
            match request {
                Request::Run { id, source, settings } => {
                    let started = now(&scope);
                    match Session::new(&source, &settings.clamped(), Limits::default()) {
                        Ok(session) => {
                            *active = Some(Active { id, session, started, pace: Pace::new(started) });
                            turn.ask();
                        }
                        Err(diagnostics) => {
                            *active = None;
                            post(&Reply::Failed { id, diagnostics });
                        }
                    }
                }
                Request::Stop { id } => {
                    if active.as_ref().is_some_and(|a| a.id == id)
                        && let Some(mut a) = active.take()
                    {
                        a.session.stop();
                        finish(&a);
                    }
                }
            }
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The page's worker lives as long as its handler.
    on_message.forget();
    post(&Reply::Ready { protocol: PROTOCOL });
}

/// One slice of the run in progress; whether another should follow.
fn slice(active: &mut Option<Active>) -> bool {
    let Some(a) = active else { return false };
    let scope = scope();
    let before = now(&scope);
    let over = a.session.run(a.pace.fuel());
    let after = now(&scope);
    a.pace.ran(after - before);
    if over {
        finish(a);
        *active = None;
        return false;
    }
    if a.pace.report_due(after) {
        let (virtual_ns, instructions) = a.session.progress();
        let trace = a.pace.snapshot_due(after).then(|| a.session.snapshot());
        let with_trace = trace.is_some();
        post(&Reply::Progress { id: a.id, virtual_ns, instructions, trace: trace.map(Arc::new) });
        if with_trace {
            a.pace.snapshot_took(after, now(&scope));
        }
    }
    true
}

fn finish(a: &Active) {
    let trace: Trace = a.session.snapshot();
    let wall_us = ((now(&scope()) - a.started) * 1000.0) as u64;
    post(&Reply::Done { id: a.id, trace: Arc::new(trace), wall_us });
}
