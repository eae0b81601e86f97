//! How threads and processes begin and end.

use super::Machine;
use super::apart::bare;
use super::effect::Arg;
use super::events::Event;
use super::thread::{Asked, On, Phase, Pidx, Process, Thread, Tid};
use super::wait::Key;
use crate::scenario::Price;
use crate::trace::{EventKind, LaneKind, NO_LANE, Nanos, Stream};
use crate::vm::{Fiber, Obj, Reason, Value, Vm, class, ops};

/// Idents look like CPython's and are the same in every run.
const FIRST_IDENT: u64 = 0x7f00_0000_1000;

impl Machine {
    /// What the thread asked, or its end, takes place.
    pub(super) fn asked(&mut self, t: Tid) {
        let thread = &mut self.threads[t.at()];
        if thread.phase != Phase::Asking {
            return;
        }
        match thread.asked.take() {
            Some(Asked::Effect(effect)) => self.effect(t, *effect),
            Some(Asked::Done(_)) => self.thread_over(t, None),
            Some(Asked::Raised(exception)) => self.thread_over(t, Some(exception)),
            None => {}
        }
    }

    pub(super) fn ident(&self, t: Tid) -> u64 {
        FIRST_IDENT + t.0 as u64 * 0x1000
    }

    /// A new thread; its fiber is given its ident. Runs when an event says so.
    pub(super) fn new_thread(
        &mut self,
        p: Pidx,
        mut fiber: Fiber,
        ident: Option<u64>,
        name: &str,
        by: Option<Tid>,
    ) -> Tid {
        let t = Tid(self.threads.len() as u32);
        fiber.ident = ident.unwrap_or(self.ident(t));
        let starter = by.map_or(NO_LANE, |b| self.threads[b.at()].lane);
        let lane = self.record.lane(LaneKind::Thread, name.into(), self.processes[p].lane, self.now, starter);
        let mut thread = Thread::new(p, fiber, lane, name.to_string());
        thread.vruntime = self.vruntime;
        if let Some(by) = by {
            (thread.nice, thread.affinity) = (self.threads[by.at()].nice, self.threads[by.at()].affinity);
        }
        self.threads.push(thread);
        self.processes[p].threads.push(t);
        self.record.trace.stats.threads += 1;
        if let Some(by) = by {
            let (line, _) = self.place(by);
            self.record.event(self.now, EventKind::Start, starter, lane, line);
        }
        t
    }

    /// A process with its main thread, which begins to run after `delay`.
    pub(super) fn new_process(
        &mut self,
        process: Process,
        fiber: Fiber,
        ident: Option<u64>,
        by: Option<Tid>,
        delay: Nanos,
    ) {
        let p = self.processes.len();
        let t = Tid(self.threads.len() as u32);
        self.processes.push(process);
        self.processes[p].main = t;
        self.record.trace.stats.processes += 1;
        self.new_thread(p, fiber, ident, "MainThread", by);
        self.events.push(self.now + delay, Event::Runnable(t, 0));
    }

    pub(super) fn spawn(&mut self, t: Tid, callee: Value, args: Vec<Value>, daemon: bool) {
        if self.alive >= self.limits.threads {
            return self.refuse(t, class::RUNTIME_ERROR, &[Arg::Text("can't start new thread")]);
        }
        let p = self.threads[t.at()].process;
        let fiber = self.processes[p].vm.call_fiber(callee, args);
        let child = self.new_thread(p, fiber, None, "Thread", Some(t));
        self.alive += 1;
        self.threads[child.at()].daemon = daemon;
        self.events.push(self.now + self.cost(Price::ThreadStart), Event::Runnable(child, 0));
        let ident = self.threads[child.at()].fiber.ident;
        self.answer(t, Value::Int(ident as i64), self.cost(Price::ThreadCreate));
    }

    pub(super) fn name_thread(&mut self, p: Pidx, ident: u64, name: String) {
        let found = self.processes[p].threads.iter().copied();
        if let Some(t) = found.rev().find(|t| self.threads[t.at()].fiber.ident == ident) {
            let thread = &mut self.threads[t.at()];
            self.record.rename(thread.lane, &name);
            thread.name = name;
        }
    }

    /// A fiber has run to its end. The main thread's end is followed by the library's shutdown, then by the process's end.
    fn thread_over(&mut self, t: Tid, exception: Option<Value>) {
        let p = self.threads[t.at()].process;
        let main = self.processes[p].main == t;
        let hook = exception.filter(|_| main).and_then(|e| self.excepthook(p, e));
        let status = match exception {
            Some(_) if hook.is_some() => 1,
            Some(e) => self.left_by(t, e, main),
            None => 0,
        };
        if !main {
            return self.end_thread(t);
        }
        if status != 0 {
            self.processes[p].leaving_status = status;
        }
        if let Some(fiber) = hook {
            return self.go_on(t, fiber);
        }
        if let Some(fiber) = self.farewell(t) {
            return self.go_on(t, fiber);
        }
        if let Some(fiber) = self.last_words(t) {
            return self.go_on(t, fiber);
        }
        let warnings = self.processes[p].vm.never_awaited();
        if !warnings.is_empty() {
            self.record.output(self.now, self.threads[t.at()].lane, Stream::Err, warnings);
        }
        self.flush_files(p);
        self.exit_process(p, self.processes[p].leaving_status);
    }

    /// The thread runs another fiber after its own.
    fn go_on(&mut self, t: Tid, fiber: Fiber) {
        let thread = &mut self.threads[t.at()];
        let old = std::mem::replace(&mut thread.fiber, fiber);
        thread.fiber.ident = old.ident;
        thread.fiber.spent = old.spent;
        thread.phase = Phase::Running;
        self.computing.push(t);
    }

    /// The program's own `sys.excepthook`, about to be called.
    fn excepthook(&mut self, p: Pidx, exception: Value) -> Option<Fiber> {
        let vm = &mut self.processes[p].vm;
        let space = vm.name(vm.modules, "sys").and_then(|m| vm.namespace(m))?;
        let (hook, ordinary) = (vm.name(space, "excepthook")?, vm.name(space, "__excepthook__")?);
        if hook.is(ordinary) || vm.is_instance(exception, class::SYSTEM_EXIT) {
            return None;
        }
        let callee = vm.name(space, "_uncaught")?;
        Some(vm.call_fiber(callee, vec![exception]))
    }

    /// The finalizers of what is alive when all is over.
    fn last_words(&mut self, t: Tid) -> Option<Fiber> {
        let vm = &mut self.processes[self.threads[t.at()].process].vm;
        let left = vm.watched_at_end();
        if left.is_empty() {
            return None;
        }
        let things = vm.heap.list(left);
        let callee = vm.prelude_function("_finalize");
        Some(vm.call_fiber(callee, vec![things]))
    }

    /// What the library still does when the main module is over, in CPython's order: joins the threads, then calls what
    /// was registered with atexit. The next step as a fiber.
    fn farewell(&mut self, t: Tid) -> Option<Fiber> {
        const STEPS: [(&str, &str); 2] = [("threading", "_shutdown"), ("atexit", "_run_exitfuncs")];
        loop {
            let thread = &mut self.threads[t.at()];
            let &(module, function) = STEPS.get(thread.leaving)?;
            thread.leaving += 1;
            let vm = &mut self.processes[thread.process].vm;
            let found = vm.name(vm.modules, module).and_then(|m| vm.namespace(m));
            if let Some(callee) = found.and_then(|space| vm.name(space, function)) {
                return Some(vm.call_fiber(callee, Vec::new()));
            }
        }
    }

    /// An exception left the outermost frame: prints what CPython prints and gives the exit status.
    fn left_by(&mut self, t: Tid, exception: Value, main: bool) -> i32 {
        let (p, lane) = (self.threads[t.at()].process, self.threads[t.at()].lane);
        let vm = &mut self.processes[p].vm;
        let mut text = String::new();
        let mut status = 1;
        if vm.is_instance(exception, class::SYSTEM_EXIT) {
            match system_exit(vm, exception) {
                _ if !main => return 0,
                Value::None => status = 0,
                Value::Int(n) => status = n as i32 & 0xff,
                Value::Bool(b) => status = b as i32,
                other => text = format!("{}\n", vm.text_or(other, ops::str, "")),
            }
        } else {
            text = vm.format_exception(exception);
            if main {
                vm.hold_coroutines(exception);
            }
            if vm.is_instance(exception, class::KEYBOARD_INTERRUPT) {
                // As a shell reports a process that SIGINT ended.
                status = 130;
            }
            let line = vm.syntax_spot(exception).unwrap_or_else(|| exception_line(vm, exception));
            self.record.event(self.now, EventKind::Uncaught, lane, NO_LANE, line);
            if main && p == 0 {
                self.uncaught = (text.lines().last().unwrap_or("").to_string(), line);
            }
        }
        if !text.is_empty() {
            self.record.output(self.now, lane, Stream::Err, text);
        }
        status
    }

    fn end_thread(&mut self, t: Tid) {
        self.leave_core(t);
        self.gil_release(t);
        self.bury(t);
        self.fill_cores();
    }

    /// The thread is gone, wherever it was.
    fn bury(&mut self, t: Tid) {
        let now = self.now;
        self.leave_core(t);
        self.unqueue(t);
        self.ready.retain(|c| c.thread != t);
        let thread = &mut self.threads[t.at()];
        if thread.phase != Phase::Finished {
            self.alive -= 1;
        }
        thread.phase = Phase::Finished;
        thread.epoch += 1;
        thread.wait = None;
        thread.asked = None;
        thread.fiber = Fiber::default();
        thread.stack = Vec::new();
        self.record.end(thread.lane, now);
    }

    /// The process ends now with all its threads; others know it when it is torn down. The first process's end is the
    /// program's, and a signal (negative status) ends a process at once.
    pub(super) fn exit_process(&mut self, p: Pidx, status: i32) {
        if self.processes[p].ending {
            return;
        }
        let when = if p == 0 || status < 0 { self.now } else { self.now + self.cost(Price::ProcessExit) };
        self.processes[p].ending = true;
        self.processes[p].leaving_status = status;
        self.return_away(p);
        for t in self.processes[p].threads.clone() {
            self.bury(t);
        }
        let process = &mut self.processes[p];
        for lane in process.tasks.lanes() {
            self.record.end(lane, self.now);
        }
        if let Some(gil) = &process.gil {
            self.record.end(gil.lane, self.now);
        }
        if p == 0 {
            self.record.trace.stats.virtual_ns = when;
        }
        self.events.push(when, Event::Exited(p as u32));
        self.fill_cores();
    }

    /// Others see that the process has ended.
    pub(super) fn exited(&mut self, p: Pidx) {
        let process = &mut self.processes[p];
        let (pid, status) = (process.pid, process.leaving_status);
        process.status = Some(status);
        process.vm.heap = crate::vm::Heap::new();
        self.record.end(process.lane, self.now);
        let descriptors: Vec<u64> = self.processes[p].descriptors.keys().copied().collect();
        let main = self.processes[p].main;
        for fd in descriptors {
            self.close_descriptor(p, fd, Some(main));
        }
        self.wake_all(Key::Exit(pid), Value::Int(status as i64), Some(main));
        if self.processes.iter().all(|p| p.status.is_some()) {
            self.finish();
        }
    }

    pub(super) fn wait_process(&mut self, t: Tid, pids: Vec<u64>, timeout: Option<Nanos>, reason: Reason) {
        let children: Vec<_> = self.processes.iter().filter(|p| pids.contains(&p.pid)).collect();
        if children.is_empty() {
            return self.refuse(t, class::CHILD_PROCESS_ERROR, &[Arg::Int(10), Arg::Text("No child processes")]);
        }
        match children.iter().find_map(|p| p.status) {
            Some(status) => self.answer(t, Value::Int(status as i64), self.cost(Price::SystemCall)),
            None if timeout == Some(0) => self.answer(t, Value::None, self.cost(Price::SystemCall)),
            None => {
                let keys = pids.iter().map(|&pid| Key::Exit(pid)).collect();
                self.block(t, On::Process(pids), keys, timeout, reason);
            }
        }
    }

    /// Whether there are as many processes as there can be: then the fork fails.
    pub(super) fn refuses_fork(&mut self, t: Tid) -> bool {
        let full = self.processes.iter().filter(|p| p.status.is_none()).count() >= self.limits.processes;
        if full {
            self.fork_refused(t);
        }
        full
    }

    fn fork_refused(&mut self, t: Tid) {
        let args = [Arg::Int(11), Arg::Text("Resource temporarily unavailable")];
        self.refuse(t, class::BLOCKING_IO_ERROR, &args);
    }

    /// The fork that the host was to copy the machine for fails.
    pub fn refuse_fork(&mut self) {
        if let Some((t, _)) = self.forking.take() {
            self.fork_refused(t);
        }
    }

    pub(super) fn next_pid(&self) -> u64 {
        super::FIRST_PID + self.processes.len() as u64
    }

    pub(super) fn fork(&mut self, t: Tid, name: String) {
        if self.refuses_fork(t) {
            return;
        }
        let p = self.threads[t.at()].process;
        let pid = self.next_pid();
        let mut fiber = self.threads[t.at()].fiber.clone();
        fiber.answer(Ok(Value::Int(0)));
        fiber.signals = 0;
        let ident = fiber.ident;
        let starter = self.threads[t.at()].lane;
        let name = if name.is_empty() { format!("Process-{}", self.processes.len()) } else { name };
        let parent = &self.processes[p];
        self.copied += 1_000 + parent.vm.heap.size() as u64 / 64;
        let mut vm = parent.vm.clone();
        vm.born(pid);
        let before = vm.instructions;
        let (descriptors, files, folder) = (parent.descriptors.clone(), parent.files.clone(), parent.folder.clone());
        let labels = parent.labels.clone();
        let mut process = self.process(vm, pid, name, starter);
        process.name = bare(&process.name);
        process.descriptors = descriptors;
        process.files = files;
        process.folder = folder;
        process.instructions_before = before;
        process.labels = labels;
        let child = self.processes.len();
        self.new_process(process, fiber, Some(ident), Some(t), self.cost(Price::ForkStart));
        self.alive += 1;
        self.share_descriptors(child);
        self.answer(t, Value::Int(pid as i64), self.cost(Price::Fork));
    }
}

/// The code of a SystemExit: what it was made with.
fn system_exit(vm: &mut Vm, exception: Value) -> Value {
    let args = match exception.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Exception(e)) => e.args.clone(),
        _ => Vec::new(),
    };
    if args.len() < 2 { args.first().copied().unwrap_or(Value::None) } else { vm.heap.tuple(args) }
}

/// The innermost line of the program that an exception passed; 0 if none.
fn exception_line(vm: &Vm, exception: Value) -> u32 {
    let object = |v: Value| v.as_ref().map(|r| vm.heap.get(r));
    let mut line = 0;
    let mut at = match object(exception) {
        Some(Obj::Exception(e)) => e.traceback,
        _ => Value::None,
    };
    while let Some(Obj::Traceback(t)) = object(at) {
        line = vm.codes[t.code as usize].spot(t.pc as usize).unwrap_or(line);
        at = t.next;
    }
    line
}
