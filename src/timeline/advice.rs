//! Which one should I use? Sequential code, threads, asyncio or processes: from three answers, and from what a run of the program did.

use super::time::{share_text, time_text};
use super::words::Tally;
use crate::trace::{Ending, LaneKind, Nanos, Trace, makespan};

/// What the work mostly does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Waits for the network, disks, databases, other programs.
    Waits,
    /// Computes in Python's own code.
    Python,
    /// Computes in libraries that let go of the GIL meanwhile.
    Native,
    /// Waits and computes in Python.
    Both,
}

/// How many of these things there are at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    One,
    /// Up to a hundred.
    Some,
    Many,
}

/// The answers that are known, and the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub work: Option<Work>,
    pub count: Option<Count>,
    /// Whether the code may be written with `async` and `await`, and there are libraries for it.
    pub awaits: Option<bool>,
    /// Whether the Python that runs it has a GIL.
    pub gil: bool,
}

/// What is advised, in words, and the example of the gallery that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// `Threads, in a pool`.
    pub title: &'static str,
    /// Sentences, those about the visitor's own run first.
    pub reasons: Vec<String>,
    /// The example's name and the name of its variant.
    pub example: (&'static str, &'static str),
}

/// What a run did, as far as the choice hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portrait {
    pub whole: Nanos,
    /// Waits for timers and the network: how many, one by one, the time in which any was going on, the longest.
    pub count: u64,
    pub waits: Nanos,
    pub waiting: Nanos,
    pub longest: Nanos,
    /// Computing, by all cores.
    pub work: Nanos,
    /// Threads and processes that computed for a twentieth of the run or more.
    pub workers: usize,
    pub processes: u32,
    pub tasks: u32,
    pub gil: Nanos,
    pub locks: Nanos,
    pub cores: u64,
}

impl Portrait {
    /// `None` for runs that did not come to their end, or in which no time passed.
    pub fn of(trace: &Trace) -> Option<Portrait> {
        let whole = makespan(trace);
        if whole == 0 || trace.outcome.ending != Ending::Finished {
            return None;
        }
        let t = Tally::new(trace);
        Some(Portrait {
            whole,
            count: t.count,
            waits: t.sum,
            waiting: t.union,
            longest: t.longest,
            work: t.busy,
            workers: t.work.iter().filter(|&&n| n * 20 > whole).count(),
            processes: trace.lanes.iter().filter(|l| l.kind == LaneKind::Process).count() as u32,
            tasks: trace.stats.tasks,
            gil: t.gil.iter().sum(),
            locks: t.locks(trace),
            cores: t.cores.max(1),
        })
    }

    fn overlaps(&self) -> bool {
        self.waits - self.waiting.min(self.waits) > self.waits / 20
    }

    /// The answers that the run gives; what it cannot know stays open.
    pub fn answers(&self, gil: bool) -> Answers {
        let (waits, computes) = (self.waiting * 10 > self.whole, self.work * 10 > self.whole);
        let work = match (waits, computes) {
            (true, true) => Some(Work::Both),
            (true, false) => Some(Work::Waits),
            (false, true) => Some(Work::Python),
            (false, false) => None,
        };
        let things = match work {
            Some(Work::Waits) => Some(self.count),
            Some(Work::Both) => Some(self.count.max(self.workers as u64)),
            // One thread that computes may have several things to do, one after the other.
            _ => Some(self.workers as u64).filter(|&n| n > 1),
        };
        let count = things.map(|n| match n {
            0 | 1 => Count::One,
            2..=100 => Count::Some,
            _ => Count::Many,
        });
        Answers { work, count, awaits: (self.tasks > 0).then_some(true), gil }
    }

    /// What it did, in sentences.
    pub fn words(&self) -> Vec<String> {
        let share = |n: Nanos| share_text(n.min(self.whole), self.whole);
        let mut said = Vec::new();
        said.push(match (self.waiting, self.work) {
            (0, work) => format!("Your run took {} and computed for {}.", time_text(self.whole), time_text(work)),
            (waiting, work) => format!(
                "Your run took {}: for {} of that something waited for the network or a timer ({}), and computing took {}.",
                time_text(self.whole),
                time_text(waiting),
                share(waiting),
                time_text(work)
            ),
        });
        if self.count > 1 && self.waiting * 10 > self.whole {
            said.push(match self.overlaps() {
                true => format!(
                    "Its {} waits come to {}, but they overlap already, so {} were enough.",
                    self.count,
                    time_text(self.waits),
                    time_text(self.waiting)
                ),
                false => format!(
                    "Its {} waits came one after another. Those that do not need each other's results can wait together; the longest took {}.",
                    self.count,
                    time_text(self.longest)
                ),
            });
        }
        if self.gil * 10 > self.whole {
            said.push(format!("Its threads waited {} for the GIL: they computed in turns.", time_text(self.gil)));
        }
        if self.locks * 5 > self.whole {
            said.push(format!(
                "They waited {} for locks, which no other model makes shorter: hold them for less.",
                time_text(self.locks)
            ));
        }
        if self.work > self.whole + self.whole / 3 {
            said.push(format!(
                "{} of computing fitted into {}: several cores were at work.",
                time_text(self.work),
                time_text(self.whole)
            ));
        } else if self.work * 2 > self.whole && self.cores > 1 {
            let ideal = time_text(self.work / self.cores);
            said.push(format!(
                "On {} cores its computing could take {ideal} at best, if it can be cut into equal parts.",
                self.cores
            ));
        }
        said
    }
}

/// The advice, as soon as the answers that it hangs on are known.
pub fn advise(answers: &Answers, run: Option<&Portrait>) -> Option<Advice> {
    let (work, count) = (answers.work?, answers.count?);
    let advice = |title, reasons: &[&str], example| {
        let own = run.map(Portrait::words).unwrap_or_default();
        let reasons = own.into_iter().chain(reasons.iter().map(|r| r.to_string())).collect();
        Some(Advice { title, reasons, example })
    };
    match (work, count) {
        (Work::Waits, Count::One) => advice(
            "Sequential code",
            &[
                "With one wait at a time there is nothing that could overlap, and plain code is the easiest to read and to test.",
                "As soon as there are two waits that do not need each other's results, threads or asyncio let them overlap.",
            ],
            ("two-calls", "sequential"),
        ),
        (Work::Waits, Count::Some) => match answers.awaits? {
            true => advice(
                "asyncio",
                &[
                    "One thread waits for everything at once, and tasks change only at an await, so fewer things can come between two lines.",
                    "Time-outs, cancelling and groups of tasks belong to it. Nothing may block the loop: every wait needs its await.",
                ],
                ("three-urls", "asyncio"),
            ),
            false => advice(
                "Threads, in a pool",
                &[
                    "A thread that waits needs neither a core nor the GIL, so the waits overlap, and the code stays as it is.",
                    "ThreadPoolExecutor starts and ends the threads and hands over results and exceptions. Protect what they share with a lock.",
                ],
                ("downloads", "threads"),
            ),
        },
        (Work::Waits, Count::Many) => match answers.awaits? {
            true => advice(
                "asyncio, with a limit",
                &[
                    "A task costs far less than a thread, so thousands can wait at the same time.",
                    "A semaphore keeps the number of requests at what the other side bears.",
                ],
                ("many-pages", "asyncio"),
            ),
            false => advice(
                "A pool of threads",
                &[
                    "Without async libraries the waits belong in threads. A pool of a few dozen takes one job after the other, and each new worker overlaps one more wait.",
                    "More threads than there are jobs at a time gain nothing, and each costs memory and a start.",
                ],
                ("pool-size", "20 workers"),
            ),
        },
        (Work::Python | Work::Native, Count::One) => advice(
            "Sequential code",
            &[
                "One computation does not become faster by threads, tasks or processes as long as it is one piece.",
                "If it can be cut into parts that do not need each other, they can go to several cores: ask again with that answer.",
            ],
            ("two-loops", "sequential"),
        ),
        (Work::Python, _) if !answers.gil => advice(
            "Threads, one for each core",
            &[
                "This Python has no GIL, so threads compute on several cores and share what they work on without sending it.",
                "A lock around every step would let them go on one at a time again: give each a result of its own.",
            ],
            ("nogil", "2 cores"),
        ),
        (Work::Python, Count::Some) => advice(
            "Processes, one for each core",
            &[
                "The GIL lets one thread of a process compute at a time. Processes have a GIL each, so they compute at the same time.",
                "asyncio does not help: a task that computes stops all others. Starting processes and sending data cost time, so the parts should be large.",
            ],
            ("two-loops", "processes"),
        ),
        (Work::Python, Count::Many) => advice(
            "A pool of processes, in chunks",
            &[
                "The GIL lets one thread of a process compute at a time. A pool with one process for each core computes on all of them.",
                "Every job travels to a worker as bytes and back. Many small ones should travel together: chunksize does that.",
            ],
            ("chunks", "250 at a time"),
        ),
        (Work::Native, _) => advice(
            "Threads, one for each core",
            &[
                "Libraries that let go of the GIL while they compute, as hashlib and zlib do on large data and NumPy does for much of its work, run on several cores from threads of one process.",
                "Nothing has to be sent, and large arrays are shared. If threads gain nothing, the library keeps the GIL: take processes then. The example shows it on a Python without a GIL.",
            ],
            ("nogil", "2 cores"),
        ),
        (Work::Both, Count::One) => advice(
            "Sequential code, or a pipeline",
            &[
                "With one thing at a time nothing can overlap.",
                "If there are several steps, one can wait for the next piece while another works on the last: a queue between them makes a pipeline.",
            ],
            ("pipeline", "asyncio"),
        ),
        (Work::Both, _) if !answers.gil => advice(
            "Threads",
            &[
                "Threads overlap the waits, and without a GIL they compute on several cores too.",
                "One pool serves for both. Give it a few more threads than there are cores, since some of them wait.",
            ],
            ("nogil", "4 cores"),
        ),
        (Work::Both, _) => match answers.awaits? {
            true => advice(
                "asyncio for the waits, processes for the computing",
                &[
                    "The loop waits for everything at once. What computes for longer than some milliseconds goes to a ProcessPoolExecutor by run_in_executor, so that the loop stays free.",
                    "Computing in a task would stop all others meanwhile.",
                ],
                ("hybrid", "pool"),
            ),
            false => advice(
                "Threads for the waits, processes for the computing",
                &[
                    "Threads overlap the waits, but the GIL lets one of them compute at a time. So the computing goes to a pool with a process for each core.",
                    "Where the computing is small beside the waits, threads alone are simpler.",
                ],
                ("carts", "gather + pool"),
            ),
        },
    }
}
