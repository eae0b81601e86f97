//! Rows of the timeline: lanes in reading order as a tree that folds, with their places from top to bottom.

use std::collections::BTreeSet;

use crate::trace::{LaneId, LaneKind, NO_LANE, Trace};

/// Height of a task's row, in css pixels.
pub const TASK: u32 = 18;
/// Height of every other row, in css pixels.
pub const LANE: u32 = 22;
/// Space above the first row of another kind, in css pixels.
const GAP: u32 = 6;
/// Space above the first and below the last row, in css pixels.
const EDGE: u32 = 4;

/// One row in view order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub lane: LaneId,
    pub kind: LaneKind,
    /// Steps of indentation.
    pub depth: u8,
    /// Distance from the top of the list and height, in css pixels.
    pub top: u32,
    pub height: u32,
    /// How many lanes hang directly on this one.
    pub children: u32,
    pub folded: bool,
}

/// All rows that are not folded away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    pub list: Vec<Row>,
    /// Height of the whole list in css pixels.
    pub height: u32,
}

impl Rows {
    /// Cores first, then GILs, then each process with its threads and their tasks. Lanes in `folded` hide what hangs on them.
    pub fn new(trace: &Trace, folded: &BTreeSet<LaneId>) -> Rows {
        let count = trace.lanes.len();
        let tree = |kind: LaneKind| matches!(kind, LaneKind::Process | LaneKind::Thread | LaneKind::Task);
        // Children in order, as linked lists: the first child and the next sibling of each lane.
        let (mut first, mut next, mut children) = (vec![NO_LANE; count], vec![NO_LANE; count], vec![0u32; count]);
        let mut roots = Vec::new();
        for id in (0..count).rev() {
            let lane = &trace.lanes[id];
            // A parent comes before its children; anything else is a root, so that no cycle can arise.
            if tree(lane.kind) && (lane.parent as usize) < id && tree(trace.lanes[lane.parent as usize].kind) {
                let parent = lane.parent as usize;
                next[id] = std::mem::replace(&mut first[parent], id as LaneId);
                children[parent] += 1;
            } else {
                roots.push(id as LaneId);
            }
        }
        roots.reverse();
        roots.sort_by_key(|&id| match trace.lanes[id as usize].kind {
            LaneKind::Core => 0,
            LaneKind::Gil => 1,
            _ => 2,
        });
        let mut rows = Rows { list: Vec::with_capacity(count), height: EDGE };
        for root in roots {
            let mut path = vec![root];
            while let Some(&lane) = path.last() {
                let folded = folded.contains(&lane) && children[lane as usize] > 0;
                rows.push(trace, lane, path.len() - 1, children[lane as usize], folded);
                if first[lane as usize] != NO_LANE && !folded {
                    path.push(first[lane as usize]);
                    continue;
                }
                while let Some(done) = path.pop() {
                    if !path.is_empty() && next[done as usize] != NO_LANE {
                        path.push(next[done as usize]);
                        break;
                    }
                }
            }
        }
        rows.height += EDGE;
        rows
    }

    fn push(&mut self, trace: &Trace, lane: LaneId, depth: usize, children: u32, folded: bool) {
        let kind = trace.lanes[lane as usize].kind;
        let group = |kind: LaneKind| match kind {
            LaneKind::Core | LaneKind::Gil => 0,
            _ => 1,
        };
        let apart = self.list.last().is_some_and(|above| {
            group(above.kind) != group(kind) || (kind == LaneKind::Process && above.kind != LaneKind::Process)
        });
        let top = self.height + if apart { GAP } else { 0 };
        let height = if kind == LaneKind::Task { TASK } else { LANE };
        self.list.push(Row { lane, kind, depth: depth.min(255) as u8, top, height, children, folded });
        self.height = top + height;
    }

    /// Indices of the rows that meet the stretch `top..bottom` of the list.
    pub fn within(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        let a = self.list.partition_point(|r| (r.top + r.height) as f64 <= top);
        let b = self.list.partition_point(|r| (r.top as f64) < bottom);
        a..b.max(a)
    }

    /// The row at a distance from the top of the list.
    pub fn at(&self, y: f64) -> Option<usize> {
        let i = self.list.partition_point(|r| (r.top + r.height) as f64 <= y);
        self.list.get(i).filter(|r| y >= r.top as f64).map(|_| i)
    }

    /// The row of a lane, unless it is folded away.
    pub fn of(&self, lane: LaneId) -> Option<usize> {
        self.list.iter().position(|r| r.lane == lane)
    }
}

/// A row's name for people: a GIL says whose it is when there are several, a folded lane how much it hides.
pub fn row_name(trace: &Trace, row: &Row) -> String {
    let lane = &trace.lanes[row.lane as usize];
    let several = || trace.lanes.iter().filter(|l| l.kind == LaneKind::Gil).nth(1).is_some();
    match trace.lanes.get(lane.parent as usize) {
        Some(process) if lane.kind == LaneKind::Gil && several() => format!("{} {}", lane.name, process.name),
        _ if row.folded => format!("{} ({})", lane.name, row.children),
        _ => lane.name.clone(),
    }
}

/// How many letters the longest row needs, two for each step of indentation.
pub fn longest_name(trace: &Trace, rows: &Rows) -> usize {
    rows.list.iter().map(|r| row_name(trace, r).chars().count() + 2 * r.depth as usize).max().unwrap_or(0)
}

/// The lanes that do the work below `root` (or of all processes, for `None`): threads and tasks with nothing hanging on them.
pub fn leaves(trace: &Trace, root: Option<LaneId>) -> Vec<LaneId> {
    let mut inner = vec![false; trace.lanes.len()];
    let mut inside = vec![root.is_none(); trace.lanes.len()];
    for (id, lane) in trace.lanes.iter().enumerate() {
        let parent = lane.parent as usize;
        if parent < id {
            inside[id] = inside[id] || inside[parent];
            // A process is at work in its threads; processes do not count as their parent's work.
            inner[parent] |= matches!(lane.kind, LaneKind::Thread | LaneKind::Task);
        }
        inside[id] |= Some(id as LaneId) == root;
    }
    let works = |id: &usize| matches!(trace.lanes[*id].kind, LaneKind::Thread | LaneKind::Task | LaneKind::Process);
    (0..trace.lanes.len()).filter(works).filter(|&id| inside[id] && !inner[id]).map(|id| id as LaneId).collect()
}
