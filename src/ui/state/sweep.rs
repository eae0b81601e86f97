//! A sweep: every variant at every value of one setting, run beside the page's own runs by as many workers as there are cores.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;

use super::Program;
use crate::scenario::{Knob, Scenario};
use crate::trace::{Ending, Nanos, makespan};
use crate::ui::bridge::{Bridge, News};

/// More workers than this cost more memory than they save time.
const MOST_WORKERS: usize = 4;

/// Makespans by variant, then by value; absent while they are not known, and for runs that did not end well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Swept {
    pub knob: Knob,
    pub names: Vec<String>,
    pub times: Vec<Vec<Option<Nanos>>>,
    /// Runs that are over, and all.
    pub done: usize,
    pub all: usize,
}

#[derive(Clone, Copy)]
pub struct Sweep {
    program: Program,
    pub knob: RwSignal<Knob>,
    result: RwSignal<Option<Swept>>,
    /// The scenario that the result belongs to.
    of: StoredValue<Option<Scenario>>,
    workers: StoredValue<Vec<Bridge>, LocalStorage>,
}

impl Sweep {
    pub fn new(program: Program) -> Sweep {
        Sweep {
            program,
            knob: RwSignal::new(Knob::default()),
            result: RwSignal::new(None),
            of: StoredValue::new(None),
            workers: StoredValue::new_local(Vec::new()),
        }
    }

    /// The result of the knob that is chosen, if the scenario is still what it was.
    pub fn result(&self) -> Option<Swept> {
        let same = self.program.with(|s| self.of.with_value(|of| of.as_ref().is_some_and(|of| alike(of, s))));
        self.result.get().filter(|r| same && r.knob == self.knob.get())
    }

    pub fn is_running(&self) -> bool {
        self.result.with(|r| r.as_ref().is_some_and(|r| r.done < r.all))
    }

    /// Ends the workers; what is known stays.
    pub fn cancel(&self) {
        self.workers.update_value(|all| all.drain(..).for_each(|w| w.close()));
        self.result.update(|r| r.iter_mut().for_each(|r| r.all = r.done));
    }

    pub fn start(&self) {
        self.cancel();
        let (knob, scenario) = (self.knob.get_untracked(), self.program.peek(Clone::clone));
        let variants = scenario.variants.len();
        let mut jobs: VecDeque<(usize, usize)> =
            (0..knob.values().len()).flat_map(|at| (0..variants).map(move |v| (v, at))).collect();
        let matters: Vec<bool> = (0..variants).map(|v| knob.matters(&scenario, v)).collect();
        jobs.retain(|&(v, at)| at == 0 || matters[v]);
        self.result.set(Some(Swept {
            knob,
            names: scenario.variants.iter().map(|v| v.name.clone()).collect(),
            times: vec![vec![None; knob.values().len()]; variants],
            done: 0,
            all: jobs.len(),
        }));
        let cores = window().navigator().hardware_concurrency() as usize;
        let workers: Vec<Bridge> = (0..cores.clamp(1, MOST_WORKERS).min(jobs.len())).map(|_| Bridge::new()).collect();
        self.workers.set_value(workers.clone());
        self.of.set_value(Some(scenario.clone()));
        let work = Rc::new(Work { sweep: *self, scenario, knob, matters, jobs: RefCell::new(jobs) });
        workers.into_iter().for_each(|w| work.clone().next(w));
    }
}

/// Whether a sweep of one scenario is one of the other: what is only shown makes no difference.
fn alike(a: &Scenario, b: &Scenario) -> bool {
    a.variants == b.variants && a.settings == b.settings
}

struct Work {
    sweep: Sweep,
    scenario: Scenario,
    knob: Knob,
    /// By variant.
    matters: Vec<bool>,
    jobs: RefCell<VecDeque<(usize, usize)>>,
}

impl Work {
    /// Gives a worker its next run, or lets it go.
    fn next(self: Rc<Work>, worker: Bridge) {
        let Some((variant, at)) = self.jobs.borrow_mut().pop_front() else { return worker.close() };
        let (source, settings) = self.knob.applied(&self.scenario, variant, self.knob.values()[at]);
        let id = worker.new_id();
        let again = worker.clone();
        worker.run(id, source, settings, move |news| {
            let time = match news {
                News::Progress { .. } => return,
                News::Done { trace, .. } if trace.outcome.ending == Ending::Finished => Some(makespan(&trace)),
                _ => None,
            };
            self.sweep.result.try_update(|r| {
                if let Some(r) = r {
                    let row = &mut r.times[variant];
                    if self.matters[variant] {
                        row[at] = time
                    } else {
                        row.fill(time)
                    }
                    r.done += 1;
                }
            });
            self.clone().next(again.clone());
        });
    }
}
