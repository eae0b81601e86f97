//! The worker's side: a session run in slices, replies posted as transferred bytes.
//!
//! A slice lasts a few milliseconds; then the worker yields through a `MessageChannel`, which costs microseconds and lets a
//! Stop in. The fuel of a slice follows what the last one took, so slow and fast machines answer alike.

mod apart;
mod flag;
mod library;
mod live;
mod pace;
mod port;
mod tour;

pub use apart::{adopt, hear};

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::scenario::Settings;
use crate::session::{self, Limits, Session};
use crate::source::Diagnostic;
use crate::wire::{PROTOCOL, Piece, Reply, Request};
use apart::{Crew, FIRST_WORKERS};
use live::Step;
use pace::Pace;
use port::{Turn, bytes_of, now, post, scope};
use tour::Tour;

/// The run in progress.
struct Active {
    id: u32,
    session: Session,
    started: f64,
    pace: Pace,
    source: String,
    settings: Settings,
    live: bool,
    /// A live run that has not begun: the program is simulated for a moment, so that what it imports is here and compiled.
    rehearses: bool,
    /// How many spans the page has.
    sent: usize,
    /// Stands still until library texts are here.
    waits: bool,
    /// The workers of its processes.
    crew: Crew,
    /// What the page says of itself.
    said: String,
}

impl Active {
    fn new(id: u32, source: String, settings: Settings, live: bool) -> Result<Active, Vec<Diagnostic>> {
        let session = Session::new(&source, &settings.clone().clamped(), Limits::default())?;
        let started = now(&scope());
        let pace = Pace::new(started);
        let (rehearses, crew, said) = (live, Crew::default(), String::new());
        Ok(Active { id, session, started, pace, source, settings, live, rehearses, sent: 0, waits: false, crew, said })
    }

    /// Workers that a live run may want get ready while it is rehearsed.
    fn prepare(&mut self) {
        if self.live && ["multiprocessing", "ProcessPool", "fork"].iter().any(|word| self.source.contains(word)) {
            self.crew.hire(FIRST_WORKERS);
        }
    }

    /// A live run begins after its rehearsal.
    fn perform(&mut self) {
        if let Ok((session, started)) = live::begin(&self.source, &self.settings) {
            let processes = self.session.processes();
            (self.session, self.started, self.pace) = (session, started, Pace::watched(started));
            self.session.spread();
            if !self.said.is_empty() {
                self.session.tell(&self.said);
            }
            self.crew.hire(processes.saturating_sub(1));
        }
        self.rehearses = false;
    }
}

type Shared = Rc<RefCell<Option<Active>>>;
type Touring = Rc<RefCell<Option<Tour>>>;

/// Sets up the worker and tells the page that it may send.
pub fn start() {
    std::panic::set_hook(Box::new(|info| post(&Reply::Broken { message: info.to_string() })));
    // One that another worker has made becomes what it is told.
    if port::is_apart() {
        return;
    }
    let active = Shared::default();
    let tour = Touring::default();
    let turn = Rc::new(Turn::default());
    apart::keep(&active, &turn);
    turn.each({
        let (active, tour, turn) = (active.clone(), tour.clone(), Rc::downgrade(&turn));
        move || {
            let Some(turn) = turn.upgrade() else { return };
            if let Some(going) = &mut *tour.borrow_mut() {
                let (more, wanted) = going.slice();
                if more {
                    turn.ask();
                } else if !wanted.is_empty() {
                    spawn_local(fetch_for_tour(tour.clone(), turn.clone(), going.id, wanted));
                }
            }
            let next = slice(&mut active.borrow_mut());
            match next {
                Next::Slice => turn.ask(),
                Next::Sleep(ms) => turn.ask_in(ms),
                Next::Library(id, wanted) => spawn_local(fetch(active.clone(), turn, id, wanted)),
                Next::Fork => apart::fork(&active, &turn),
                Next::Nothing => {}
            }
        }
    });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        move |event: MessageEvent| {
            let Some(request) = bytes_of(&event).as_deref().and_then(Request::decode) else { return };
            let mut active = active.borrow_mut();
            match request {
                Request::Run { id, source, settings, live, flag } => match Active::new(id, source, settings, live) {
                    Ok(mut run) => {
                        flag::raise(flag);
                        run.prepare();
                        *active = Some(run);
                        turn.ask();
                    }
                    Err(diagnostics) => {
                        *active = None;
                        post(&Reply::Failed { id, diagnostics });
                    }
                },
                Request::Travel { id, source, settings, end } => {
                    *tour.borrow_mut() = Tour::new(id, source, settings, end)
                }
                Request::Seek { id, to, lane, places } => {
                    if let Some(tour) = tour.borrow_mut().as_mut().filter(|t| t.id == id) {
                        tour.go(to, lane, places);
                        turn.ask();
                    }
                }
                Request::Tell { id, what } => {
                    if let Some(a) = active.as_mut().filter(|a| a.id == id) {
                        a.session.tell(&what);
                        a.said = what;
                    }
                }
                Request::Check { id, source, files } => spawn_local(check(id, source, files)),
                Request::Stop { id } => {
                    if active.as_ref().is_some_and(|a| a.id == id)
                        && let Some(mut a) = active.take()
                    {
                        if a.rehearses {
                            a.perform();
                        }
                        a.session.stop();
                        finish(&mut a);
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

/// What a turn leaves to do.
enum Next {
    Slice,
    /// A live run waits for so many milliseconds.
    Sleep(f64),
    /// The run of this id asked for these library modules; it begins again when they are here.
    Library(u32, Vec<(&'static str, &'static str)>),
    /// A process forks, and its copy is to be made.
    Fork,
    Nothing,
}

/// One slice of the run in progress.
fn slice(active: &mut Option<Active>) -> Next {
    let Some(a) = active.as_mut().filter(|a| !a.waits) else { return Next::Nothing };
    let scope = scope();
    let before = now(&scope);
    flag::slice(before);
    let (over, idle) = if a.live && !a.rehearses {
        match live::slice(&mut a.session, a.crew.is_busy()) {
            Step::Over => (true, None),
            Step::Fork => return Next::Fork,
            Step::Due(due) => (false, due),
        }
    } else {
        (a.session.run(a.pace.fuel()), None)
    };
    a.crew.deliver(&mut a.session);
    let after = now(&scope);
    a.pace.ran(after - before);
    if over {
        a.session.lacks().iter().for_each(|name| session::library::need(name));
        let wanted = session::library::wanted();
        if !wanted.is_empty()
            && let Ok(again) = Active::new(a.id, std::mem::take(&mut a.source), a.settings.clone(), a.live)
        {
            // What its processes were is over.
            let crew = if a.rehearses { std::mem::take(&mut a.crew) } else { Crew::default() };
            *a = Active { waits: true, crew, said: std::mem::take(&mut a.said), ..again };
            return Next::Library(a.id, wanted);
        }
        if !a.rehearses {
            finish(a);
            *active = None;
            return Next::Nothing;
        }
    }
    if a.rehearses {
        if over || after - a.started > live::REHEARSAL {
            a.perform();
        }
        return Next::Slice;
    }
    if a.pace.report_due(after) {
        let (virtual_ns, instructions) = a.session.progress();
        let with_trace = a.pace.snapshot_due(after);
        let (from, ended) = (a.sent, a.session.spans());
        a.sent = ended;
        let mut trace = with_trace.then(|| Box::new(a.session.snapshot_since(from)));
        let spans = match &mut trace {
            Some(trace) => std::mem::take(&mut trace.spans),
            None => a.session.spans_since(from),
        };
        let piece = Piece { from: from as u32, ended: (ended - from) as u32, spans };
        post(&Reply::Progress { id: a.id, virtual_ns, instructions, piece, trace });
        if with_trace {
            a.pace.snapshot_took(after, now(&scope), ended);
        }
    }
    // The page hears also of a run that waits.
    idle.map_or(Next::Slice, |due| Next::Sleep((a.started + due).min(a.pace.next_report()) - now(&scope)))
}

/// Brings library texts, then lets the run that waits for them go on, if it is still wanted.
async fn fetch(active: Shared, turn: Rc<Turn>, id: u32, wanted: Vec<(&'static str, &'static str)>) {
    let brought = library::bring(wanted).await;
    let mut active = active.borrow_mut();
    let Some(a) = active.as_mut().filter(|a| a.id == id) else { return };
    match brought {
        Ok(()) => {
            a.waits = false;
            a.started = now(&scope());
            turn.ask();
        }
        Err(sentence) => {
            let hint = "Look whether you are online, then run again.";
            post(&Reply::Failed {
                id,
                diagnostics: vec![Diagnostic::unsupported(&sentence, Default::default(), hint)],
            });
            *active = None;
        }
    }
}

/// Brings library texts that a tour lacks, which happens in a new worker only.
async fn fetch_for_tour(tour: Touring, turn: Rc<Turn>, id: u32, wanted: Vec<(&'static str, &'static str)>) {
    if library::bring(wanted).await.is_ok()
        && let Some(tour) = tour.borrow_mut().as_mut().filter(|t| t.id == id)
    {
        tour.again();
        turn.ask();
    }
}

/// Answers what of a text will not work; what is known of that is fetched for the first such question.
async fn check(id: u32, source: String, files: Vec<String>) {
    let mut diagnostics = session::foresee(&source, &files);
    // Warnings are a courtesy: where their texts cannot be loaded, there are none.
    let wanted = session::library::wanted();
    if !wanted.is_empty() && library::bring(wanted).await.is_ok() {
        diagnostics = session::foresee(&source, &files);
    }
    post(&Reply::Checked { id, diagnostics });
}

fn finish(a: &mut Active) {
    let mut trace = a.session.finish();
    let wall_us = ((now(&scope()) - a.started) * 1000.0) as u64;
    let spans = std::mem::take(&mut trace.spans);
    let spans = spans.part(a.sent..spans.len());
    let piece = Piece { from: a.sent as u32, ended: spans.len() as u32, spans };
    post(&Reply::Done { id: a.id, piece, trace: Box::new(trace), wall_us });
    // What runs next is not meant.
    flag::raise(String::new());
}
