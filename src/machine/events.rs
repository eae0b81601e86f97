//! The queue of things to come, ordered by time and, at the same time, by when they were announced.

use super::thread::Tid;
use crate::trace::Nanos;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// What will happen. The number is the thread's `epoch` at the announcement: when it has moved on, the event is void.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// The thread can run again (or for the first time): it asks for the GIL and a core.
    Runnable(Tid, u32),
    /// The thread's effect, or its end, takes place.
    Effect(Tid),
    /// A wait with a time-out, or a sleep, is over.
    Timeout(Tid, u32),
    /// A thread woken by a lock's release tries again.
    Retry(Tid, u32),
    /// A waiter for the GIL has waited for the switch interval.
    GilDeadline(Tid, u32),
    /// A waiter that was signalled comes for the GIL.
    GilSignal(Tid, u32),
    /// Other programs want a core, or are done with it.
    Core(u32),
    /// A process's alarm, if it is still that one.
    Alarm(u32, u32),
    /// A process has ended: its parents may know.
    Exited(u32),
    /// A request is answered by its server; or its client gives up.
    Answered(u32),
    GaveUp(u32),
}

impl Event {
    /// Whether it is about threads that take turns with the GIL.
    pub fn is_turn(self) -> bool {
        matches!(self, Event::GilDeadline(..) | Event::GilSignal(..))
    }
}

/// An event with its place in the order of all.
#[derive(Clone, Copy, Debug)]
struct Due {
    time: Nanos,
    announced: u64,
    event: Event,
}

impl Ord for Due {
    /// The earliest is the greatest; announcements are never equal.
    fn cmp(&self, other: &Due) -> Ordering {
        (other.time, other.announced).cmp(&(self.time, self.announced))
    }
}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Due) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Due {
    fn eq(&self, other: &Due) -> bool {
        self.announced == other.announced
    }
}

impl Eq for Due {}

#[derive(Clone, Debug, Default)]
pub struct Events {
    heap: BinaryHeap<Due>,
    announced: u64,
}

impl Events {
    pub fn push(&mut self, time: Nanos, event: Event) {
        self.announced += 1;
        self.heap.push(Due { time, announced: self.announced, event });
    }

    /// When the next one is due.
    pub fn next_time(&self) -> Option<Nanos> {
        self.heap.peek().map(|due| due.time)
    }

    pub fn len(&self) -> usize {
        self.heap.len()
    }

    /// All of them in the order in which they happen.
    pub fn sorted(&self) -> Vec<(Nanos, Event)> {
        let mut all = self.heap.clone().into_sorted_vec();
        all.reverse();
        all.into_iter().map(|due| (due.time, due.event)).collect()
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn pop(&mut self) -> Option<(Nanos, Event)> {
        self.heap.pop().map(|due| (due.time, due.event))
    }
}
