//! The page's side of the worker: it owns the `Worker`, gives runs their ids, drops stale replies, and replaces a worker that
//! does not answer. One run at a time; others wait their turn.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use js_sys::{Array, BigUint64Array, Uint8Array, Uint32Array};
use leptos::prelude::set_timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

use super::flag::Flag;
use super::turns;
use crate::scenario::Settings;
use crate::source::Diagnostic;
use crate::trace::{LaneId, Moment, Nanos, Spans, To, Trace};
use crate::wire::{Gathered, PROTOCOL, Reply, Request};

/// How long a worker may take to answer a Stop before it is replaced.
const STOP_PATIENCE: Duration = Duration::from_millis(1_000);
/// The same of a live run, which somebody watches: what it has shown stays.
const LIVE_PATIENCE: Duration = Duration::from_millis(100);
/// What a visitor is told of a message that is none.
const UNREADABLE: &str = "The engine could not be used. Its message could not be read.";
/// How often a worker is replaced before it is given up.
const MAX_BROKEN: u32 = 3;

/// What becomes of a run.
#[derive(Clone)]
pub enum News {
    Progress {
        virtual_ns: u64,
        trace: Option<Arc<Trace>>,
    },
    /// Over, in the way that the trace's outcome says.
    Done {
        trace: Arc<Trace>,
        wall_us: u64,
    },
    Failed(Vec<Diagnostic>),
    /// The engine broke or did not answer; a sentence for the visitor.
    Broken(String),
    /// Stopped before its turn came.
    Dropped,
}

type Listener = Rc<dyn Fn(News)>;
type Guide = Rc<dyn Fn(Travelled)>;
type Warned = Box<dyn FnOnce(Vec<Diagnostic>)>;

/// What becomes of going somewhere in a run.
#[derive(Clone)]
pub enum Travelled {
    Way(Nanos),
    There(Arc<Moment>),
    /// The worker that knew the run is gone.
    Lost,
}

struct Job {
    id: u32,
    source: String,
    settings: Settings,
    live: bool,
    /// What the page says of itself, to a live run.
    said: String,
    /// Stands while it runs, unless it is to end.
    flag: Option<Flag>,
    listener: Listener,
}

impl Job {
    fn new(id: u32, source: String, settings: Settings, live: bool, listener: impl Fn(News) + 'static) -> Job {
        Job { id, source, settings, live, said: String::new(), flag: None, listener: Rc::new(listener) }
    }
}

#[derive(Default)]
struct Inner {
    worker: Option<Worker>,
    /// Which worker is meant, so that messages of a replaced one are not taken for the present one's.
    generation: u32,
    ready: bool,
    broken: u32,
    last_id: u32,
    waiting: VecDeque<Job>,
    current: Option<Job>,
    /// What has come of its spans.
    gathered: Gathered,
    on_ready: Vec<Box<dyn FnOnce()>>,
    /// Who asked last what can be foreseen of a text, and under which id.
    checking: Option<(u32, Warned)>,
    /// Who goes about in a run, and under which id.
    travelling: Option<(u32, Guide)>,
}

/// A handle; clones are the same bridge.
#[derive(Clone, Default)]
pub struct Bridge(Rc<RefCell<Inner>>);

impl PartialEq for Bridge {
    fn eq(&self, other: &Bridge) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Bridge {
    /// Starts the worker.
    pub fn new() -> Bridge {
        let bridge = Bridge::default();
        bridge.spawn();
        bridge
    }

    /// Calls back once the worker can run programs.
    pub fn when_ready(&self, then: impl FnOnce() + 'static) {
        if self.0.borrow().ready {
            then();
        } else {
            self.0.borrow_mut().on_ready.push(Box::new(then));
        }
    }

    /// An id for a run to come.
    pub fn new_id(&self) -> u32 {
        let mut inner = self.0.borrow_mut();
        inner.last_id += 1;
        inner.last_id
    }

    /// Runs a program after those before it; the listener hears until it is over, perhaps before this returns.
    pub fn run(&self, id: u32, source: String, settings: Settings, listener: impl Fn(News) + 'static) {
        self.queue(Job::new(id, source, settings, false, listener));
    }

    /// The same in real time.
    pub fn live(&self, id: u32, source: String, settings: Settings, listener: impl Fn(News) + 'static) {
        self.queue(Job::new(id, source, settings, true, listener));
    }

    /// Tells a live run what the page says of itself.
    pub fn mention(&self, id: u32, what: &str) {
        // One that waits for its turn is told when it begins.
        if let Some(job) = self.0.borrow_mut().waiting.iter_mut().find(|job| job.id == id) {
            job.said = what.into();
            return;
        }
        self.send(&Request::Tell { id, what: what.into() });
    }

    fn queue(&self, job: Job) {
        self.0.borrow_mut().waiting.push_back(job);
        if self.0.borrow().worker.is_none() {
            self.spawn();
        }
        self.next();
    }

    /// Asks what of a text is known beforehand not to work. A later question takes the place of one not yet answered.
    pub fn check(&self, source: String, files: Vec<String>, then: impl FnOnce(Vec<Diagnostic>) + 'static) {
        let id = self.new_id();
        self.0.borrow_mut().checking = Some((id, Box::new(then)));
        let bridge = self.clone();
        self.when_ready(move || bridge.send(&Request::Check { id, source, files }));
    }

    /// Begins to go about in a run that is over; the listener hears what becomes of every `seek`. Gives its id.
    pub fn travel(
        &self,
        source: String,
        settings: Settings,
        end: Nanos,
        listener: impl Fn(Travelled) + 'static,
    ) -> u32 {
        let id = self.new_id();
        self.0.borrow_mut().travelling = Some((id, Rc::new(listener)));
        self.send(&Request::Travel { id, source, settings, end });
        id
    }

    /// Goes somewhere in that run; what was on its way is given up.
    pub fn seek(&self, id: u32, to: To, lane: LaneId, places: Vec<u32>) {
        self.send(&Request::Seek { id, to, lane, places });
    }

    fn travelled(&self, id: Option<u32>, news: Travelled) {
        let listener =
            self.0.borrow().travelling.as_ref().filter(|t| id.is_none_or(|id| t.0 == id)).map(|t| t.1.clone());
        if let Some(listener) = listener {
            listener(news);
        }
    }

    /// Ends a run: what it has so far arrives as `Done`, or `Dropped` when it had not begun. Unknown ids are ignored.
    pub fn stop(&self, id: u32) {
        let dropped = {
            let mut inner = self.0.borrow_mut();
            let at = inner.waiting.iter().position(|job| job.id == id);
            at.and_then(|at| inner.waiting.remove(at))
        };
        if let Some(job) = dropped {
            (job.listener)(News::Dropped);
        } else if self.is_current(id) {
            self.send(&Request::Stop { id });
            let live = self.0.borrow_mut().current.as_mut().is_some_and(|job| {
                job.flag = None;
                job.live
            });
            let bridge = self.clone();
            set_timeout(
                move || {
                    if bridge.is_current(id) {
                        bridge.replace("The program did not stop in time, so its engine was replaced.");
                    }
                },
                if live { LIVE_PATIENCE } else { STOP_PATIENCE },
            );
        }
    }

    /// Ends the worker and all runs, which hear that it broke; another starts when it is wanted.
    pub fn leave(&self) {
        self.end();
        self.fail_all("The page was left.");
    }

    /// Ends the worker; nobody hears of what it was doing.
    pub fn close(&self) {
        self.end();
        let mut inner = self.0.borrow_mut();
        inner.waiting.clear();
        inner.current = None;
    }

    fn end(&self) {
        let mut inner = self.0.borrow_mut();
        inner.generation += 1;
        inner.ready = false;
        if let Some(worker) = inner.worker.take() {
            worker.terminate();
        }
    }

    fn is_current(&self, id: u32) -> bool {
        self.0.borrow().current.as_ref().is_some_and(|job| job.id == id)
    }

    fn send(&self, request: &Request) {
        let buffer = Uint8Array::from(request.encode().as_slice()).buffer();
        if let Some(worker) = &self.0.borrow().worker {
            // Fails only for values that cannot be cloned; a buffer can.
            let _ = worker.post_message_with_transfer(&buffer, &Array::of1(&buffer));
        }
    }

    /// Begins the next waiting run if the worker is free.
    fn next(&self) {
        let (request, said) = {
            let mut inner = self.0.borrow_mut();
            if !inner.ready || inner.current.is_some() {
                return;
            }
            let Some(mut job) = inner.waiting.pop_front() else { return };
            let (source, settings) = (job.source.clone(), job.settings.clone());
            let flag = job.flag.insert(Flag::new()).address();
            let request = Request::Run { id: job.id, source, settings, live: job.live, flag };
            let said = (!job.said.is_empty()).then(|| Request::Tell { id: job.id, what: job.said.clone() });
            inner.current = Some(job);
            inner.gathered = Gathered::default();
            (request, said)
        };
        self.send(&request);
        said.iter().for_each(|said| self.send(said));
    }

    fn spawn(&self) {
        let generation = {
            let mut inner = self.0.borrow_mut();
            inner.generation += 1;
            inner.ready = false;
            inner.generation
        };
        let bridge = self.clone();
        let heard = Closure::<dyn Fn(JsValue)>::new(move |data: JsValue| {
            let bridge = bridge.clone();
            turns::after(move || bridge.heard(generation, &data));
        });
        let bridge = self.clone();
        let ended = Closure::<dyn Fn()>::new(move || {
            let bridge = bridge.clone();
            turns::after(move || bridge.lost(generation, "The engine stopped unexpectedly."));
        });
        match start_worker(&heard.into_js_value(), &ended.into_js_value()) {
            Ok(worker) => self.0.borrow_mut().worker = Some(worker),
            Err(_) => {
                self.fail_all("This browser does not allow the page to start a worker, so programs cannot run here.");
            }
        }
    }

    fn heard(&self, generation: u32, data: &JsValue) {
        if self.0.borrow().generation != generation {
            return;
        }
        let reply = data.dyn_ref::<Array>().and_then(|parts| {
            let bytes = Uint8Array::new(&parts.get(0)).to_vec();
            Reply::decode(&bytes, if parts.length() > 1 { columns(parts) } else { Spans::default() })
        });
        let Some(reply) = reply else {
            // The starter says in words why the engine could not be loaded.
            let why = data.as_string().map(|why| format!("The engine could not be used. {why}"));
            return self.lost(generation, why.as_deref().unwrap_or(UNREADABLE));
        };
        match reply {
            Reply::Ready { protocol } if protocol == PROTOCOL => {
                let then = {
                    let mut inner = self.0.borrow_mut();
                    inner.ready = true;
                    std::mem::take(&mut inner.on_ready)
                };
                then.into_iter().for_each(|f| f());
                self.next();
            }
            Reply::Ready { .. } => {
                self.fail_all("The page and its engine are of different versions. Reload the page.");
            }
            Reply::Progress { id, virtual_ns, piece, trace, .. } if self.is_current(id) => {
                let taken = self.0.borrow_mut().gathered.take(&piece, trace.map(|t| *t), false);
                let Some(trace) = taken else { return self.lost(generation, UNREADABLE) };
                self.tell(id, News::Progress { virtual_ns, trace: trace.map(Arc::new) }, false);
            }
            Reply::Done { id, piece, trace, wall_us } if self.is_current(id) => {
                let taken = self.0.borrow_mut().gathered.take(&piece, Some(*trace), true);
                let Some(Some(trace)) = taken else { return self.lost(generation, UNREADABLE) };
                self.0.borrow_mut().broken = 0;
                self.tell(id, News::Done { trace: Arc::new(trace), wall_us }, true);
            }
            // Of a run that nobody waits for any more.
            Reply::Progress { .. } | Reply::Done { .. } => {}
            Reply::Failed { id, diagnostics } => self.tell(id, News::Failed(diagnostics), true),
            Reply::Checked { id, diagnostics } => {
                let asked = self.0.borrow_mut().checking.take_if(|(asked, _)| *asked == id);
                if let Some((_, then)) = asked {
                    then(diagnostics);
                }
            }
            Reply::Way { id, time } => self.travelled(Some(id), Travelled::Way(time)),
            Reply::There { id, moment } => self.travelled(Some(id), Travelled::There(moment)),
            Reply::Broken { message } => self.lost(generation, &format!("This is a bug in Interleave: {message}")),
        }
    }

    /// Passes news on if they are about the current run; frees the worker when they are its last.
    fn tell(&self, id: u32, news: News, last: bool) {
        if !self.is_current(id) {
            return;
        }
        let listener = {
            let mut inner = self.0.borrow_mut();
            let listener = inner.current.as_ref().map(|job| job.listener.clone());
            if last {
                inner.current = None;
            }
            listener
        };
        if let Some(listener) = listener {
            listener(news);
        }
        if last {
            self.next();
        }
    }

    fn lost(&self, generation: u32, why: &str) {
        if self.0.borrow().generation == generation {
            self.replace(why);
        }
    }

    /// Ends the worker and what it was doing, and starts another unless that has failed too often.
    fn replace(&self, why: &str) {
        let (job, give_up) = {
            let mut inner = self.0.borrow_mut();
            if let Some(worker) = inner.worker.take() {
                worker.terminate();
            }
            inner.broken += 1;
            inner.ready = false;
            (inner.current.take(), inner.broken >= MAX_BROKEN)
        };
        if let Some(job) = job {
            (job.listener)(News::Broken(why.to_string()));
        }
        self.travelled(None, Travelled::Lost);
        if give_up {
            self.fail_all(why);
            // A later run tries again.
            self.0.borrow_mut().broken = 0;
        } else {
            self.spawn();
        }
    }

    fn fail_all(&self, why: &str) {
        let jobs: Vec<Job> = {
            let mut inner = self.0.borrow_mut();
            inner.ready = false;
            inner.worker = None;
            let current = inner.current.take();
            current.into_iter().chain(inner.waiting.drain(..)).collect()
        };
        for job in jobs {
            (job.listener)(News::Broken(why.to_string()));
        }
    }
}

/// The columns of spans that came beside a message, in the order in which the worker sends them.
fn columns(parts: &Array) -> Spans {
    let long = |at| BigUint64Array::new(&parts.get(at)).to_vec();
    let word = |at| Uint32Array::new(&parts.get(at)).to_vec();
    Spans {
        start: long(1),
        end: long(2),
        lane: word(3),
        line: word(4),
        label: word(5),
        peer: word(6),
        site: word(7),
        state: Uint8Array::new(&parts.get(8)).to_vec(),
    }
}

#[wasm_bindgen]
extern "C" {
    /// A worker that loads the engine, whose messages and end these functions hear (`start.js`); the first one has begun before the page.
    #[wasm_bindgen(catch, js_name = interleaveWorker)]
    fn start_worker(heard: &JsValue, ended: &JsValue) -> Result<Worker, JsValue>;
}
