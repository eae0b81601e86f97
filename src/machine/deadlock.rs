//! Deadlock: who waits for what, who holds it, and where.

use super::Machine;
use super::thread::{On, Phase, Pidx, Tid};
use crate::source::file_and_line;
use crate::trace::Ending;
use crate::vm::{Obj, Ref, Value};

/// A deadlock's message names so many threads and tasks.
const NAMED: usize = 12;

impl Machine {
    /// Nothing runs and nothing will happen: every thread waits for something that cannot come.
    pub(super) fn stuck(&mut self) {
        if self.processes[0].status.is_some() {
            // Only orphans are left, and their program is over.
            return self.finish();
        }
        let mut waits = Vec::new();
        for t in (0..self.threads.len() as u32).map(Tid) {
            let tasks = self.stuck_tasks(t);
            let alone = tasks.is_empty();
            waits.extend(tasks);
            // A loop with tasks waits for them, and they say more.
            if alone || !matches!(self.threads[t.at()].wait.as_ref().map(|w| &w.on), Some(On::Mailbox { .. })) {
                waits.extend(self.deadlocked(t));
            }
        }
        let first_line = waits.iter().map(|w| w.1).find(|&l| l != 0).unwrap_or(0);
        let mut message = String::from("Deadlock: every thread waits for something that cannot come.");
        for (text, _) in waits.iter().take(NAMED) {
            message.push_str("\n  ");
            message.push_str(text);
        }
        if waits.len() > NAMED {
            message.push_str(&format!("\n  and {} more", waits.len() - NAMED));
        }
        self.end(Ending::Deadlock, 4, message, first_line);
    }

    /// `Process-1: ` where there are several.
    fn owner(&self, p: Pidx) -> String {
        if self.processes.len() > 1 { format!("{}: ", self.processes[p].name) } else { String::new() }
    }

    /// A thread as others speak of it: by its process when it is another's main thread.
    fn holder_name(&self, t: Tid, p: Pidx) -> String {
        let thread = &self.threads[t.at()];
        let process = &self.processes[thread.process];
        match (thread.process == p, process.main == t) {
            (true, _) => thread.name.clone(),
            (false, true) => process.name.clone(),
            (false, false) => format!("{} of {}", thread.name, process.name),
        }
    }

    /// ` (line 8)`
    fn at(&self, place: u32) -> String {
        if place == 0 { String::new() } else { format!(" ({})", self.place_text(place)) }
    }

    /// ` since line 5`
    fn since(&self, place: Option<u32>) -> String {
        place.filter(|&l| l != 0).map_or(String::new(), |l| format!(" since {}", self.place_text(l)))
    }

    /// The tasks of the loop that runs in a thread: `left work() waits for lock b (line 8), which right work() holds since line 5`.
    fn stuck_tasks(&self, t: Tid) -> Vec<(String, u32)> {
        let thread = &self.threads[t.at()];
        let process = &self.processes[thread.process];
        let vm = &process.vm;
        let Some(l) = thread.fiber.running.as_ref().and_then(|l| vm.event_loop(l)) else { return Vec::new() };
        if thread.phase == Phase::Finished {
            return Vec::new();
        }
        let all: Vec<(u64, Value)> =
            l.tasks.iter().filter_map(|(&id, &r)| Some((id, vm.future(r)?.task()?.coro.get()))).collect();
        let name = |id: u64| match process.tasks.get(id) {
            Some((lane, _)) => self.record.trace.lanes[lane as usize].name.clone(),
            None => String::new(),
        };
        let mut out = Vec::new();
        for &(id, coro) in &all {
            let (stack, asked, _) = vm.program_stack(coro);
            let line = stack.last().map_or(0, |f| f.1);
            let label = process.tasks.get(id).map_or("", |(lane, _)| self.record.open_label(lane));
            let what = match label.strip_prefix("await").map(str::trim) {
                Some("") => "a future",
                Some(task) => task,
                // It is in the middle of a step, in which its thread waits.
                None if label.is_empty() => continue,
                None => label,
            };
            let mut text = format!("{}{} waits for {what}{}", self.owner(thread.process), name(id), self.at(line));
            if let Some(lock) = asked
                && label.starts_with("lock")
                && let Some((holder, since)) = all.iter().find_map(|&(h, c)| Some((h, vm.task_holds(c, lock)?)))
            {
                let who = if holder == id { "it holds itself".into() } else { format!("{} holds", name(holder)) };
                text.push_str(&format!(", which {who}{}", self.since(Some(since))));
            }
            out.push((text, line));
        }
        out
    }

    /// `t1 waits for lock b (line 8), which t2 holds since line 5`
    fn deadlocked(&mut self, t: Tid) -> Option<(String, u32)> {
        let thread = &self.threads[t.at()];
        let wait = thread.wait.clone()?;
        let p = thread.process;
        let mut what = format!("{} {}", wait.reason.what, wait.reason.name).trim().to_string();
        if what.is_empty() {
            what = "something".into();
        }
        let asked = self.processes[p].vm.asked_object(&thread.fiber);
        let mut tail = String::new();
        match wait.on {
            On::Lock(_) if wait.reason.what == "future" => {
                let job = asked.and_then(|f| self.processes[p].vm.job_of(f));
                if let Some(job) = job {
                    what = format!("the result of {}", job.name);
                    let runs = |w: &&Tid| self.processes[p].vm.runs_job(&self.threads[w.at()].fiber, job.item);
                    if let Some(w) = self.processes[p].threads.iter().find(runs) {
                        tail = format!(", which {} runs", self.threads[w.at()].name);
                    } else if let Some(n) = job.workers {
                        let workers = match n {
                            1 => "the pool's only worker waits".into(),
                            n => format!("all {n} workers of the pool wait"),
                        };
                        tail = format!(", which stands in the pool's queue while {workers}");
                    }
                }
            }
            On::Lock(lock) if wait.reason.what == "lock" => {
                let holder = self.lock_holder(p, lock);
                tail = self.held_by(t, holder, asked.unwrap_or(lock), lock);
            }
            On::Semaphore(id) => {
                let (value, max, holder) = self.semaphores[id as usize];
                let alive = holder.filter(|h| self.threads[h.at()].phase != Phase::Finished);
                if value == 0 && max == 1 && wait.reason.what == "lock" {
                    tail = match (alive, asked, holder) {
                        (Some(_), Some(lock), _) => self.held_by(t, alive, lock, lock),
                        (None, _, Some(h)) => {
                            format!(", which {} held when it ended", self.holder_name(h, p))
                        }
                        _ => String::new(),
                    };
                }
            }
            On::Send { fd, .. } => {
                let readers = self.others_at(t, fd, false);
                let bytes = self.descriptor(t, fd).map_or(0, |e| self.pipes[e.pipe].filling(true).1);
                tail = format!(": it is full ({bytes} bytes), and {readers} does not read");
            }
            On::Receive { fd, .. } => {
                let writers = self.others_at(t, fd, true);
                tail = format!(": it is empty, and {writers} does not write");
            }
            _ => {}
        }
        let text =
            format!("{}{} waits for {what}{}{tail}", self.owner(p), self.threads[t.at()].name, self.at(wait.line));
        Some((text, wait.line))
    }

    /// `, which t2 holds since line 5`. The object is what the program calls the lock.
    fn held_by(&self, t: Tid, holder: Option<Tid>, object: Ref, lock: Ref) -> String {
        let Some(h) = holder else { return String::new() };
        let thread = &self.threads[h.at()];
        let vm = &self.processes[thread.process].vm;
        // A fork has the object at the same place.
        let since = vm.fiber_holds(&thread.fiber, object).or_else(|| vm.fiber_holds(&thread.fiber, lock));
        let who = match h == t {
            true => "it holds itself".to_string(),
            false => format!("{} holds", self.holder_name(h, self.threads[t.at()].process)),
        };
        format!(", which {who}{}", self.since(since))
    }

    /// Which processes have the other end of a pipe: those that could read or write it.
    fn others_at(&self, t: Tid, fd: u64, write: bool) -> String {
        let Some(end) = self.descriptor(t, fd) else { return "nobody".into() };
        let own = self.threads[t.at()].process;
        let has = |p: &Pidx| self.processes[*p].descriptors.values().any(|e| e.pipe == end.pipe && e.write == write);
        let mut all: Vec<Pidx> =
            (0..self.processes.len()).filter(|&p| self.processes[p].status.is_none()).filter(has).collect();
        if all.len() > 1 {
            all.retain(|&p| p != own);
        }
        let names: Vec<&str> = all.iter().take(3).map(|&p| self.processes[p].name.as_str()).collect();
        if names.is_empty() { "nobody".into() } else { names.join(" or ") }
    }

    /// A place as a sentence names it: `line 8`, `helper.py line 8`.
    fn place_text(&self, place: u32) -> String {
        let (file, line) = file_and_line(place);
        let files = &self.processes[0].vm.facts.files;
        match (file as usize).checked_sub(1).and_then(|at| files.get(at)) {
            Some(name) => format!("{name} line {line}"),
            None => format!("line {line}"),
        }
    }

    /// Who holds a lock, if that thread is still there.
    pub(super) fn lock_holder(&self, p: Pidx, lock: Ref) -> Option<Tid> {
        let Obj::Lock(l) = self.processes[p].vm.heap.get(lock) else { return None };
        let alive = |t: &&Tid| self.threads[t.at()].phase != Phase::Finished;
        let threads = &self.processes[p].threads;
        threads.iter().filter(alive).find(|t| l.owner != 0 && self.threads[t.at()].fiber.ident == l.owner).copied()
    }
}
