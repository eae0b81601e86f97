//! What a program did on the way without stopping: output, and the lives of asyncio tasks.

use super::Machine;
use super::thing::{Thing, thing_name};
use super::thread::Tid;
use crate::trace::{EventKind, LaneKind, NO_LANE, Nanos, Site, State, Stream};
use crate::vm::Note;

impl Machine {
    /// Takes the notes of the thread that has just run into the trace, each at its time.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn notes(&mut self, t: Tid) {
        let p = self.threads[t.at()].process;
        if self.processes[p].vm.notes.is_empty() {
            return;
        }
        let mut notes = std::mem::take(&mut self.processes[p].vm.notes);
        for (spent, note) in notes.drain(..) {
            let time = self.threads[t.at()].local_at(spent);
            self.note(t, time, note);
            if self.over.is_some() {
                return;
            }
        }
        // The next ones stand in the same place, unless these were very many.
        const MANY: usize = 1_000;
        if notes.capacity() < MANY {
            self.processes[p].vm.notes = notes;
        }
    }

    fn task(&self, t: Tid, task: u64) -> Option<u32> {
        self.processes[self.threads[t.at()].process].tasks.get(task).map(|t| t.0)
    }

    #[cfg_attr(small, optimize(speed))]
    fn note(&mut self, t: Tid, time: Nanos, note: Note) {
        let lane = self.threads[t.at()].lane;
        match note {
            Note::Write { stderr, text } => {
                let lane = self.threads[t.at()].task.unwrap_or(lane);
                self.record.output(time, lane, if stderr { Stream::Err } else { Stream::Out }, text);
                if self.record.written > self.limits.output_bytes {
                    self.now = self.now.max(time);
                    self.limit(format!("The program wrote more than {} MB.", self.limits.output_bytes >> 20));
                }
            }
            Note::TaskNew { task, name, what } => {
                let starter = self.threads[t.at()].task.unwrap_or(lane);
                let new = self.record.lane(LaneKind::Task, name, lane, time, starter);
                self.processes[self.threads[t.at()].process].tasks.push(task, new, what);
                self.record.trace.stats.tasks += 1;
                self.record.event(time, EventKind::Start, starter, new, 0);
                self.record.enter(new, time, State::Ready, 0, 0, NO_LANE);
                if self.record.trace.stats.tasks as usize > self.limits.tasks {
                    self.now = self.now.max(time);
                    self.limit(format!("The program made more than {} tasks.", self.limits.tasks));
                }
            }
            Note::TaskName { task, name } => {
                if let Some((of, what)) = self.processes[self.threads[t.at()].process].tasks.get(task) {
                    let old = &self.record.trace.lanes[of as usize].name;
                    let what = old.get(old.len().saturating_sub(what as usize)..).unwrap_or("");
                    self.record.rename(of, format!("{name} {what}").trim());
                }
            }
            Note::TaskRun { task } => {
                if let Some(of) = self.task(t, task) {
                    self.threads[t.at()].task = Some(of);
                    self.record.enter(of, time, State::Running, 0, 0, lane);
                }
            }
            Note::TaskWait { task, reason, stack, object } => {
                self.threads[t.at()].task = None;
                if let Some(of) = self.task(t, task) {
                    let label = self.record.reason(&reason);
                    let line = stack.last().map_or(0, |f| f.1);
                    self.record.mark(of, line, 0);
                    self.record.enter(of, time, State::Awaiting, line, label, NO_LANE);
                    let p = self.threads[t.at()].process;
                    let object = object.map_or(0, |r| self.thing_number(Thing::Object(p, r), &thing_name(&reason)));
                    let stack = self.task_stack(p, &stack);
                    let site = self.record.site(Site { stack, object });
                    self.record.locate(of, site);
                }
            }
            Note::TaskReady { task, by } => {
                let Some(of) = self.task(t, task) else { return };
                // What scheduled it first counts: its callback runs later, when the loop comes to it.
                if self.record.state(of) != Some(State::Awaiting) {
                    return;
                }
                if let Some(by) = by.and_then(|by| self.task(t, by)) {
                    self.record.peer(of, by);
                    self.record.event(time, EventKind::Wake, by, of, 0);
                }
                self.record.enter(of, time, State::Ready, 0, 0, NO_LANE);
            }
            Note::TaskDone { task, cancelled } => {
                let Some(of) = self.task(t, task) else { return };
                self.threads[t.at()].task = self.threads[t.at()].task.filter(|&running| running != of);
                self.record.end(of, time);
                if cancelled {
                    self.record.event(time, EventKind::Cancel, of, NO_LANE, 0);
                }
            }
            Note::Held { object, name, owner, since, line } => self.held(t, time, object, &name, owner, since, line),
            Note::Hold { object, shared, name, taken, line } => {
                let own = || Thing::Object(self.threads[t.at()].process, object);
                self.hold(t, time, shared.map_or_else(own, Thing::Semaphore), &name, taken, line)
            }
            Note::Slowed { object, name } => {
                let p = self.threads[t.at()].process;
                let object = object.map_or(0, |r| self.thing_number(Thing::Object(p, r), &name));
                self.threads[t.at()].slowed = object;
                let stack = self.record.divide(lane, time);
                let site = self.record.site(Site { stack, object });
                self.record.locate(lane, site);
            }
            Note::Uncaught { line } => self.record.event(time, EventKind::Uncaught, lane, NO_LANE, line),
        }
    }
}
