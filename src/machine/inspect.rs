//! The state of a machine in the words of panels: who is where, with which variables, who waits for what.

use super::Machine;
use super::thread::{On, Phase, Pidx, Tid};
use crate::source::{file_and_line, place};
use crate::trace::{Held, LaneId, Moment, NO_LANE, Person, Position, Standing, State, Turning};
use crate::vm::{EventLoop, Exit, Fiber, FutureKind, Obj, Ready, Ref, Suspended, Value, Vm};
use std::collections::{BTreeMap, BTreeSet};

/// So many threads and tasks are shown, besides the one that is asked for,
const PEOPLE: usize = 100;
/// of each so many calls,
const CALLS: usize = 40;
/// and of each queue so many entries.
const ENTRIES: usize = 100;
/// So many tasks are told for which one waits.
const MEMBERS: usize = 10_000;

/// A task that is not done.
struct Member {
    id: u64,
    task: Ref,
    /// The process and thread of its loop.
    p: Pidx,
    t: Tid,
}

impl Machine {
    /// The state at the position to which the machine has come; `wanted` is a lane that is shown in any case.
    pub fn inspect(&self, position: Position, wanted: LaneId) -> Moment {
        let mut moment =
            Moment { position, over: self.over.is_some(), outputs: self.record.outputs() as u32, ..Moment::default() };
        let alive = (0..self.threads.len() as u32).map(Tid).filter(|t| self.threads[t.at()].phase != Phase::Finished);
        let mut waits: BTreeMap<String, Held> = BTreeMap::new();
        for t in alive {
            let lane = self.threads[t.at()].lane;
            self.add_person(&mut moment, lane, wanted, || self.thread_there(t));
            self.add_wait(t, &mut waits);
            if let Some(l) = self.loop_of(t) {
                let p = self.threads[t.at()].process;
                moment.loops.push(self.turning(&self.processes[p].vm, lane, l));
                let members: Vec<Member> = l.tasks.iter().map(|(&id, &task)| Member { id, task, p, t }).collect();
                for member in &members {
                    let lane = self.processes[p].tasks.get(member.id).map_or(NO_LANE, |t| t.0);
                    self.add_person(&mut moment, lane, wanted, || self.task_there(member, lane));
                }
                moment.tree.extend(self.tree(&members));
            }
        }
        moment.waits = waits.into_values().take(ENTRIES).collect();
        moment.loops.retain(|l| !l.ready.is_empty() || !l.timers.is_empty());
        moment
    }

    fn add_person(&self, moment: &mut Moment, lane: LaneId, wanted: LaneId, person: impl FnOnce() -> Person) {
        if moment.people.len() < PEOPLE || lane == wanted { moment.people.push(person()) } else { moment.more += 1 }
    }

    /// Whoever it is, with what its lane shows.
    fn person(&self, lane: LaneId, (ran, next): (u32, u32), calls: Vec<Standing>) -> Person {
        let (state, label, since) = self.record.present(lane).unwrap_or((State::Ready, "", self.now));
        Person { lane, state, label: label.to_string(), since, ran, next, calls }
    }

    /// Where a fiber is, by its frames from `from` on: the line it has run and the one it runs next.
    fn lines(&self, vm: &Vm, fiber: &Fiber) -> (u32, u32) {
        let Some(top) = fiber.frames.last() else { return (0, 0) };
        let body = &vm.codes[top.code as usize];
        if fiber.pending.is_none()
            && body.begins(top.pc)
            && let Some(next) = body.spot(top.pc as usize)
        {
            let (last, before, spent) = fiber.lines;
            return (if (last, spent) == (next, fiber.spent) { before } else { last }, next);
        }
        let (i, own) =
            match fiber.frames.iter().enumerate().rev().find(|(_, f)| vm.codes[f.code as usize].place.is_some()) {
                Some(found) => found,
                None => return (0, 0),
            };
        let at_check = i + 1 == fiber.frames.len() && fiber.pending.is_none();
        let pc = if at_check { own.pc } else { own.pc.saturating_sub(1) };
        (vm.codes[own.code as usize].spot(pc as usize).unwrap_or(0), 0)
    }

    fn thread_there(&self, t: Tid) -> Person {
        let thread = &self.threads[t.at()];
        let vm = &self.processes[thread.process].vm;
        let calls = self.calls(vm, &thread.fiber, 0);
        self.person(thread.lane, self.lines(vm, &thread.fiber), calls)
    }

    /// The calls of a fiber from this frame on, innermost first.
    fn calls(&self, vm: &Vm, fiber: &Fiber, from: usize) -> Vec<Standing> {
        let last = fiber.frames.len().wrapping_sub(1);
        let own = |f: &crate::vm::Frame| vm.codes[f.code as usize].place.is_some();
        // Of the library's calls, the ones that the program made itself.
        let told = |i: usize, f: &crate::vm::Frame| own(f) || i > from && own(&fiber.frames[i - 1]);
        let frames = fiber.frames.iter().enumerate().skip(from).rev().filter(|(i, f)| told(*i, f));
        let call = |(i, f): (usize, &crate::vm::Frame)| {
            let exact = i == last && fiber.pending.is_none();
            let pc = if exact { f.pc } else { f.pc.saturating_sub(1) };
            let regs = fiber.regs.get(f.base as usize..).unwrap_or_default();
            self.call(vm, (f.code, pc), || vm.variables(f.code, f.globals, f.extra, regs))
        };
        frames.filter_map(call).take(CALLS).collect()
    }

    /// None for what no traceback shows.
    fn call(&self, vm: &Vm, at: (u32, u32), variables: impl FnOnce() -> Vec<(String, String)>) -> Option<Standing> {
        let body = &vm.codes[at.0 as usize];
        let code = &body.code;
        let own = body.place.is_some();
        if !own && vm.is_background(at.0) {
            return None;
        }
        let name = match own {
            true => code.qualname.to_string(),
            false => format!("{} in {}", code.qualname, code.module),
        };
        let place = body.place.map_or(0, |file| {
            place(file, code.lines.get(at.1 as usize).copied().filter(|&l| l != 0).unwrap_or(code.first_line))
        });
        Some(Standing { name, place, variables: if own { variables() } else { Vec::new() } })
    }

    /// The loop that a thread runs.
    fn loop_of(&self, t: Tid) -> Option<&EventLoop> {
        let thread = &self.threads[t.at()];
        let r = thread.fiber.running.as_ref()?;
        self.processes[thread.process].vm.event_loop(r)
    }

    fn suspended<'a>(&'a self, member: &Member) -> (&'a Vm, Vec<&'a Suspended>) {
        let vm = &self.processes[member.p].vm;
        let coro = vm.future(member.task).and_then(|f| f.task()).map_or(Value::None, |t| t.coro.get());
        (vm, vm.awaiting(coro))
    }

    /// Where the frames of the task that is being stepped begin in its thread's fiber.
    fn stepped_from(&self, member: &Member) -> Option<usize> {
        let fiber = &self.threads[member.t.at()].fiber;
        let running = fiber.stepping.last().is_some_and(|v| v.is(member.task.into()));
        running.then(|| fiber.frames.iter().rposition(|f| f.exit == Exit::Task).unwrap_or(0))
    }

    fn task_there(&self, member: &Member, lane: LaneId) -> Person {
        let (vm, frames) = self.suspended(member);
        if let Some(from) = self.stepped_from(member) {
            let fiber = &self.threads[member.t.at()].fiber;
            return self.person(lane, self.lines(vm, fiber), self.calls(vm, fiber, from));
        }
        let call =
            |f: &&Suspended| self.call(vm, (f.code, f.pc), || vm.variables(f.code, f.globals, Value::None, &f.regs));
        let own = |f: &Suspended| vm.codes[f.code as usize].place.is_some();
        let told = frames.iter().enumerate().rev().filter(|(i, f)| own(f) || *i > 0 && own(frames[i - 1]));
        let calls: Vec<Standing> = told.map(|(_, f)| f).filter_map(call).take(CALLS).collect();
        let ran = calls.iter().map(|c| c.place).find(|&p| p != 0).unwrap_or(0);
        self.person(lane, (ran, 0), calls)
    }

    /// Adds what a thread waits for, if others can end it.
    fn add_wait(&self, t: Tid, waits: &mut BTreeMap<String, Held>) {
        let thread = &self.threads[t.at()];
        let Some(wait) = thread.wait.as_ref().filter(|_| thread.phase == Phase::Blocked) else { return };
        if matches!(wait.on, On::Sleep | On::Network) {
            return;
        }
        let what = format!("{} {}", wait.reason.what, wait.reason.name).trim().to_string();
        let holder = match wait.on {
            On::Lock(lock) => self.lock_holder(thread.process, lock),
            _ => None,
        };
        let key = format!("{:?} {what}", wait.keys);
        let holder = holder.map_or(NO_LANE, |h| self.threads[h.at()].lane);
        waits.entry(key).or_insert(Held { what, holder, waiters: Vec::new() }).waiters.push(thread.lane);
    }

    fn turning(&self, vm: &Vm, lane: LaneId, l: &EventLoop) -> Turning {
        let future = |r: Ref| vm.task_words(r).unwrap_or_else(|| "a future".into());
        let ready = |r: &Ready| match *r {
            Ready::Handle(r) => callback(vm, l, r),
            Ready::Step(task, _) | Ready::Wake(task, _) => future(task),
            Ready::Callback(v, ..) => vm.peek(v, 60),
            Ready::Letter(f, _) => format!("answer for {}", waiter(vm, l, f).unwrap_or_else(|| "a request".into())),
        };
        let mut timers: Vec<_> = l.timers.iter().collect();
        timers.sort_by(|a, b| b.cmp(a));
        let live = timers.iter().filter(|t| !matches!(vm.heap.get(t.handle), Obj::Handle(h) if h.cancelled));
        let timer = |t: &&crate::vm::Timer| ((t.when.max(0.0) * 1e9) as u64, callback(vm, l, t.handle));
        Turning {
            lane,
            ready: l.ready.iter().take(ENTRIES).map(ready).collect(),
            timers: live.take(ENTRIES).copied().map(|t| timer(&t)).collect(),
        }
    }

    /// The tasks of a loop as a tree of who awaits whom, in the words of `python -m asyncio pstree`.
    fn tree(&self, members: &[Member]) -> Vec<String> {
        let gathered = self.gathered(members);
        let children: Vec<Vec<usize>> = members.iter().map(|m| self.awaited(m, members, &gathered)).collect();
        let awaited: BTreeSet<usize> = children.iter().flatten().copied().collect();
        let roots: Vec<usize> = (0..members.len()).filter(|i| !awaited.contains(i)).collect();
        let mut tree = Tree { machine: self, members, children: &children, out: Vec::new(), seen: BTreeSet::new() };
        for &root in &roots {
            tree.task(root, "", true);
        }
        if tree.seen.len() < members.len() && tree.out.len() < ENTRIES * 4 {
            return vec!["ERROR: await-graph contains cycles - cannot print a tree!".into()];
        }
        tree.out
    }

    /// What is awaited, by the trace's number of the task that is said to await it: of a `gather` the one that called it, whoever
    /// waits for its end.
    fn gathered(&self, members: &[Member]) -> BTreeMap<u64, BTreeSet<Ref>> {
        let mut all: BTreeMap<u64, BTreeSet<Ref>> = BTreeMap::new();
        for member in members {
            let vm = &self.processes[member.p].vm;
            let Some(task) = vm.future(member.task).and_then(|f| f.task()) else { continue };
            let mut todo: Vec<(u64, Ref)> = task.waiter.get().as_ref().map(|r| (task.id, r)).into_iter().collect();
            let mut seen = 0;
            while let Some((by, r)) = todo.pop() {
                seen += 1;
                match vm.future(r).map(|f| &f.kind) {
                    Some(FutureKind::Gather(g)) if seen < MEMBERS => {
                        let by = if g.by == 0 { by } else { g.by };
                        todo.extend(g.children.iter().filter_map(|v| Some((by, v.as_ref()?))));
                    }
                    _ => _ = all.entry(by).or_default().insert(r),
                }
            }
        }
        all
    }

    /// The tasks for which a task waits, as CPython 3.14 notes them: what it awaits, and what groups that it has opened hold, also before
    /// it waits for their end. In the order in which they were made.
    fn awaited(&self, member: &Member, members: &[Member], gathered: &BTreeMap<u64, BTreeSet<Ref>>) -> Vec<usize> {
        let (vm, frames) = self.suspended(member);
        let Some(task) = vm.future(member.task).and_then(|f| f.task()) else { return Vec::new() };
        let mut tasks = gathered.get(&task.id).cloned().unwrap_or_default();
        for f in &frames {
            let groups = f.regs.iter().filter_map(|&v| self.group_of(vm, v, member.task));
            tasks.extend(groups.flat_map(|of| vm.tasks_in(of)));
        }
        if let Some(f) = frames.last() {
            // `asyncio.wait` keeps its tasks in a variable.
            let code = &vm.codes[f.code as usize].code;
            let at =
                code.locals.iter().position(|n| &**n == "fs").filter(|_| code.library && &*code.qualname == "_wait");
            let held = at.and_then(|at| f.regs.get(at)).map(|&v| vm.opened(v));
            tasks.extend(vm.tasks_in(held.unwrap_or_default()));
        }
        (0..members.len()).filter(|&i| tasks.contains(&members[i].task)).collect()
    }

    /// The tasks of the `TaskGroup` that a register holds (or whose `__aexit__` it holds), if this task opened it.
    fn group_of(&self, vm: &Vm, v: Value, task: Ref) -> Option<Value> {
        let v = vm.opened(v);
        let group = match v.as_ref().map(|r| vm.heap.get(r)) {
            Some(Obj::Method(m)) => m.this,
            Some(Obj::Instance(_)) => v,
            _ => return None,
        };
        let parent = vm.own_named(group, "_parent_task")?;
        if parent.is(task.into()) { vm.own_named(group, "_tasks") } else { None }
    }
}

/// A tree in the making.
struct Tree<'a> {
    machine: &'a Machine,
    members: &'a [Member],
    children: &'a [Vec<usize>],
    out: Vec<String>,
    seen: BTreeSet<usize>,
}

impl Tree<'_> {
    fn line(&mut self, prefix: &str, last: bool, text: &str) -> String {
        self.out.push(format!("{prefix}{}{text}", if last { "└── " } else { "├── " }));
        format!("{prefix}{}", if last { "    " } else { "│   " })
    }

    fn task(&mut self, i: usize, prefix: &str, last: bool) {
        if !self.seen.insert(i) || self.out.len() >= ENTRIES * 4 || prefix.len() > 600 {
            return;
        }
        let member = &self.members[i];
        let (vm, frames) = self.machine.suspended(member);
        let words = vm.task_words(member.task).unwrap_or_default();
        let name = words.split(' ').next().unwrap_or_default();
        let mut prefix = self.line(prefix, last, &format!("(T) {name}"));
        let mut spots: Vec<(u32, u32)> = frames.iter().map(|f| (f.code, f.pc)).collect();
        if let Some(from) = self.machine.stepped_from(member) {
            let fiber = &self.machine.threads[member.t.at()].fiber;
            spots = fiber.frames[from..].iter().map(|f| (f.code, f.pc.saturating_sub(1))).collect();
        }
        for (code, pc) in spots {
            let body = &vm.codes[code as usize];
            let at = file_and_line(body.spot(pc as usize).unwrap_or(0)).1;
            let file = &body.code.file;
            let short = file.rsplit_once("python3.13/").map_or(&**file, |(_, rest)| rest);
            let text = match at {
                0 => format!(" {} {short}", body.code.qualname),
                line => format!(" {} {short}:{line}", body.code.qualname),
            };
            prefix = self.line(&prefix, true, &text);
        }
        let children = &self.children[i];
        for (n, &child) in children.iter().enumerate() {
            self.task(child, &prefix, n + 1 == children.len());
        }
    }
}

/// The task that waits for a future.
fn waiter(vm: &Vm, l: &EventLoop, future: Ref) -> Option<String> {
    let waits = |task: &&Ref| {
        let waiter = vm.future(**task).and_then(|f| f.task()).map(|t| t.waiter);
        waiter.is_some_and(|w| w.get().is(future.into()))
    };
    l.tasks.values().find(waits).and_then(|&t| vm.task_words(t))
}

/// What a handle calls, or whom that or a sleep's future wakes.
fn callback(vm: &Vm, l: &EventLoop, r: Ref) -> String {
    let (call, first) = match vm.heap.get(r) {
        Obj::Handle(h) => (vm.peek(h.callback, 60), h.args.first().and_then(|v| v.as_ref())),
        _ => ("a sleep".into(), Some(r)),
    };
    let future = first.filter(|&r| vm.future(r).is_some());
    future.and_then(|f| waiter(vm, l, f)).map_or(call, |task| format!("wakes {task}"))
}
