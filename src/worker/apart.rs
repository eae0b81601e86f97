//! Processes of a live run in workers of their own: who makes them and carries their messages, and what such a worker does.
//!
//! A fork copies this worker's memory while nothing runs, and another worker with the same module goes on from there (`static/start.js`). What
//! it finds of handles and callbacks belongs to the first one and is never touched; it takes the session and leaves the rest.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

use super::pace::{PART, SHORT_SLICE};
use super::port::{self, Turn, now, scope};
use super::{Active, Shared};
use crate::session::{Heard, Next, Session, library};

/// Workers that are made for a program that may start processes.
pub const FIRST_WORKERS: usize = 2;
/// No more wait to be used.
const MOST_READY: usize = 8;
/// Copies of more bytes in all are not made: later processes run in this worker.
const MOST_BYTES: f64 = 4e9;

thread_local! {
    /// The run, and who asks for its next turn.
    static HUB: RefCell<Option<(Shared, Rc<Turn>)>> = RefCell::default();
    /// What a copy begins from, while it is made; and when its clock began, in milliseconds.
    static COPIED: RefCell<Option<(Session, f64)>> = RefCell::default();
    /// The process that this worker is.
    static OWN: RefCell<Option<Own>> = RefCell::default();
    static LAST_HAND: Cell<u32> = const { Cell::new(0) };
}

/// Where the messages of other workers go.
pub fn keep(active: &Shared, turn: &Rc<Turn>) {
    HUB.set(Some((active.clone(), turn.clone())));
}

struct Hand {
    worker: Worker,
    /// Has the engine.
    ready: bool,
    /// The process that it runs.
    pid: Option<u64>,
}

/// A process whose worker is not ready.
struct Waiting {
    pid: u64,
    start: Object,
    buffers: Array,
    letters: Vec<Vec<u8>>,
}

/// The workers of a run's processes.
#[derive(Default)]
pub struct Crew {
    hands: BTreeMap<u32, Hand>,
    waiting: VecDeque<Waiting>,
    /// Whether workers can make workers here.
    able: Option<bool>,
    /// Bytes of all memories that were copied and are still used, by pid.
    bytes: BTreeMap<u64, f64>,
}

impl Crew {
    /// Sees to it that so many workers are ready, or about to be.
    pub fn hire(&mut self, wanted: usize) {
        let idle = self.hands.values().filter(|h| h.pid.is_none()).count();
        for _ in idle..wanted.min(MOST_READY) {
            if self.able == Some(false) {
                return;
            }
            let n = LAST_HAND.get() + 1;
            LAST_HAND.set(n);
            let heard = Closure::<dyn Fn(JsValue)>::new(move |data: JsValue| heard(n, &data)).into_js_value();
            let broke = Closure::<dyn Fn()>::new(move || broke(n)).into_js_value();
            match port::hire(&heard, &broke) {
                Ok(worker) => _ = self.hands.insert(n, Hand { worker, ready: false, pid: None }),
                Err(_) => self.able = Some(false),
            }
        }
    }

    /// Whether processes run elsewhere.
    pub fn is_busy(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// A copy of an engine becomes the process that was born.
    fn begin(&mut self, pid: u64, birth: &[u8], copy: &Object) {
        let birth = Uint8Array::from(birth).buffer();
        let memory = Reflect::get(copy, &"memory".into()).unwrap_or_default();
        let size = Reflect::get(&memory, &"byteLength".into()).ok().and_then(|n| n.as_f64());
        self.bytes.insert(pid, size.unwrap_or(0.0));
        let start = Object::new();
        // Setting a plain object's property does not fail.
        let _ = Reflect::set(&start, &"copy".into(), copy);
        let _ = Reflect::set(&start, &"birth".into(), &birth);
        let buffers = Array::of2(&memory, &birth);
        self.waiting.push_back(Waiting { pid, start, buffers, letters: Vec::new() });
        self.place();
        self.hire(1 + self.waiting.len());
    }

    /// Gives processes that wait to workers that are ready, and sees to it that there will be more of them.
    fn place(&mut self) {
        while let Some(hand) = self.hands.values_mut().find(|h| h.ready && h.pid.is_none())
            && let Some(w) = self.waiting.pop_front()
        {
            hand.pid = Some(w.pid);
            let _ = hand.worker.post_message_with_transfer(&w.start, &w.buffers);
            w.letters.iter().for_each(|letter| send(&hand.worker, letter));
        }
        self.hire(self.waiting.len());
    }

    /// Sends what the session says to its processes, and ends the workers of those that are over.
    pub fn deliver(&mut self, session: &mut Session) {
        for (pid, letter) in session.letters_down() {
            if let Some(hand) = self.hands.values().find(|h| h.pid == Some(pid)) {
                send(&hand.worker, &letter);
            } else if let Some(w) = self.waiting.iter_mut().find(|w| w.pid == pid) {
                w.letters.push(letter);
            }
        }
        let gone = session.gone();
        for &pid in &gone {
            self.bytes.remove(&pid);
            self.waiting.retain(|w| w.pid != pid);
            self.hands.retain(|_, hand| {
                let over = hand.pid == Some(pid);
                if over {
                    hand.worker.terminate();
                }
                !over
            });
        }
        if !gone.is_empty() {
            self.place();
        }
        // Nobody is there who could become ready, or leave room for others.
        if self.hands.is_empty() {
            self.waiting.drain(..).for_each(|w| session.lost(w.pid));
        }
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        self.hands.values().for_each(|hand| hand.worker.terminate());
    }
}

fn send(worker: &Worker, letter: &[u8]) {
    let buffer = Uint8Array::from(letter).buffer();
    // Fails only for values that cannot be cloned; a buffer can.
    let _ = worker.post_message_with_transfer(&buffer, &Array::of1(&buffer));
}

/// The process of the run that forks gets a worker of its own, as soon as it is known that there can be one; else it runs here.
pub fn fork(active: &Shared, turn: &Rc<Turn>) {
    let mut held = active.borrow_mut();
    let Some(mut a) = held.take() else { return };
    let used: f64 = a.crew.bytes.values().sum();
    if a.crew.able == Some(false) || used > MOST_BYTES {
        a.session.fork_here();
    } else if a.crew.able.is_none() {
        // The first to be ready asks for a turn.
        a.crew.hire(1);
        if a.crew.able.is_none() {
            *held = Some(a);
            return;
        }
    } else {
        let zero = scope().performance().map_or(0.0, |p| p.time_origin()) + a.started;
        COPIED.set(Some((a.session, zero)));
        let copy = port::copy();
        let Some((session, _)) = COPIED.take() else { return };
        a.session = session;
        match copy {
            Ok(copy) => {
                if let Some((pid, birth)) = a.session.birth() {
                    a.crew.begin(pid, &birth, &copy);
                }
            }
            // There is no memory for it.
            Err(_) => a.session.fork_here(),
        }
        a.crew.deliver(&mut a.session);
    }
    *held = Some(a);
    turn.ask();
}

fn with_run(n: u32, act: impl FnOnce(&mut Active, u32)) {
    let Some((active, turn)) = HUB.with_borrow(Clone::clone) else { return };
    // Of a run that is over nobody wants to know.
    if let Some(a) = active.borrow_mut().as_mut().filter(|a| a.crew.hands.contains_key(&n)) {
        act(a, n);
        a.crew.deliver(&mut a.session);
    }
    turn.ask();
}

/// A worker says something: that it is ready, or a message of its process, and beside that perhaps a copy.
fn heard(n: u32, data: &JsValue) {
    with_run(n, |a, n| {
        let Some(hand) = a.crew.hands.get_mut(&n) else { return };
        let Some(pid) = hand.pid else {
            hand.ready = true;
            a.crew.able = Some(true);
            return a.crew.place();
        };
        let parts: Option<&Array> = data.dyn_ref();
        let bytes = parts.map(|parts| Uint8Array::new(&parts.get(0)).to_vec()).unwrap_or_default();
        match a.session.heard(pid, &bytes) {
            Heard::Born(child, birth) => {
                let copy = parts.map_or_else(Object::new, |parts| parts.get(1).unchecked_into());
                a.crew.begin(child, &birth, &copy);
            }
            Heard::Fine => {}
            Heard::Unreadable => a.session.lost(pid),
        }
    });
}

/// A worker has broken, or could not begin.
fn broke(n: u32) {
    with_run(n, |a, n| {
        let Some(hand) = a.crew.hands.remove(&n) else { return };
        hand.worker.terminate();
        match hand.pid {
            Some(pid) => a.session.lost(pid),
            None => a.crew.able = a.crew.able.or(Some(false)),
        }
    });
}

/// A process in a worker of its own.
struct Own {
    session: Session,
    turn: Rc<Turn>,
    zero: f64,
    next_part: f64,
    /// Something has happened since the trace was last told.
    moved: bool,
}

/// This worker, whose memory is a copy, becomes the process that was born.
pub fn adopt(birth: &[u8]) {
    let Some((mut session, zero)) = COPIED.take() else { return };
    let scope = scope();
    let origin = scope.performance().map_or(0.0, |p| p.time_origin());
    let clock = Rc::new(move || ((now(&scope) + origin - zero).max(0.0) * 1e6) as u64);
    if !session.adopt(birth, clock) {
        return;
    }
    let turn = Rc::new(Turn::default());
    turn.each(step);
    turn.ask();
    OWN.set(Some(Own { session, turn, zero, next_part: 0.0, moved: true }));
}

/// A message of the hub.
pub fn hear(bytes: &[u8]) {
    OWN.with_borrow_mut(|own| {
        if let Some(own) = own {
            own.session.hear(bytes);
            own.moved = true;
            own.turn.ask();
        }
    });
}

/// One slice of the process.
fn step() {
    let Some(mut own) = OWN.take() else { return };
    let next = own.session.go((SHORT_SLICE * 2e6) as u64);
    let mut copy = JsValue::UNDEFINED;
    match next {
        Next::Over => {
            let names = library::wanted().into_iter().map(|(name, _)| name.to_string()).collect();
            own.session.leave(names);
            return own.flush(&copy);
        }
        Next::Fork => {
            COPIED.set(Some((own.session, own.zero)));
            let copied = port::copy();
            let Some((session, _)) = COPIED.take() else { return };
            own.session = session;
            match copied {
                Ok(made) => {
                    own.session.send_fork();
                    copy = made.into();
                }
                Err(_) => own.session.refuse_fork(),
            }
            own.moved = true;
        }
        Next::Now => own.moved = true,
        Next::At(_) | Next::Idle => {}
    }
    let time = now(&scope());
    if own.moved && time >= own.next_part && copy.is_undefined() {
        own.session.send_part();
        own.next_part = time + PART;
        own.moved = false;
    }
    own.flush(&copy);
    let part = if own.moved { own.next_part - time } else { f64::INFINITY };
    match next {
        Next::At(due) => {
            let origin = scope().performance().map_or(0.0, |p| p.time_origin());
            own.turn.ask_in(part.min(due as f64 / 1e6 - (time + origin - own.zero)));
        }
        Next::Idle if part < f64::INFINITY => own.turn.ask_in(part),
        Next::Idle => {}
        _ => own.turn.ask(),
    }
    OWN.set(Some(own));
}

impl Own {
    /// Sends what is to be sent; a copy goes with the last.
    fn flush(&mut self, copy: &JsValue) {
        let letters = self.session.letters_up();
        let last = letters.len();
        for (i, letter) in letters.into_iter().enumerate() {
            let buffer = Uint8Array::from(letter.as_slice()).buffer();
            let (parts, moved) = (Array::of1(&buffer), Array::of1(&buffer));
            if i + 1 == last && !copy.is_undefined() {
                parts.push(copy);
                moved.push(&Reflect::get(copy, &"memory".into()).unwrap_or_default());
            }
            // Fails only when the hub is gone, and this worker with it.
            let _ = scope().post_message_with_transfer(&parts, &moved);
        }
    }
}
