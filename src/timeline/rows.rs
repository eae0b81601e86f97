//! Rows of the timeline: lanes in reading order as a tree that folds, with their places from top to bottom.

use std::collections::BTreeMap;

use super::arrange::{Arrange, RowId};
use super::name::stem;
use super::track::Track;
use crate::trace::{LaneId, LaneKind, NO_LANE, Trace};

/// Height of a task's row, in css pixels.
pub const TASK: u32 = 18;
/// Height of every other lane's row, in css pixels.
pub const LANE: u32 = 22;
/// Height of a GIL's row, in css pixels: below the holder stand those who wait.
pub const GIL: u32 = 26;
/// Height of a band and of a counter track, in css pixels.
pub const TALL: u32 = 44;
/// So many alike siblings are one band.
pub const BAND: usize = 100;
/// Space above the first row of another kind, in css pixels.
const GAP: u32 = 6;
/// Space above the first and below the last row, in css pixels.
const EDGE: u32 = 4;

/// One row in view order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: RowId,
    /// The lane; of a band its first, of a counter track `NO_LANE`.
    pub lane: LaneId,
    /// Counter tracks stand among the cores.
    pub kind: LaneKind,
    /// Steps of indentation.
    pub depth: u8,
    /// Distance from the top of the list and height, in css pixels.
    pub top: u32,
    pub height: u32,
    /// How many rows hang directly on this one, open or not.
    pub children: u32,
    pub folded: bool,
}

/// All rows that are not folded away: first those that are pinned, which do not scroll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    pub list: Vec<Row>,
    /// Height of the whole list in css pixels.
    pub height: u32,
    /// How many rows are pinned, and the height that they take.
    pub pinned: usize,
    pub shelf: u32,
    /// How many rows are left out, not counting what hangs on them.
    pub hidden: usize,
    /// Row of each lane, or `NONE`.
    place: Vec<u32>,
    /// Band of each lane, or `NONE`: an index into `bands`.
    band: Vec<u32>,
    bands: Vec<Vec<LaneId>>,
    /// Row of each band.
    band_place: Vec<u32>,
    /// Parents of lanes, for those folded away.
    parent: Vec<LaneId>,
}

const NONE: u32 = u32::MAX;

impl Rows {
    /// Pinned rows, cores, GILs, counter tracks, then each process with its threads and their tasks.
    pub fn new(trace: &Trace, arrange: &Arrange) -> Rows {
        let count = trace.lanes.len();
        let tree = |kind: LaneKind| matches!(kind, LaneKind::Process | LaneKind::Thread | LaneKind::Task);
        let mut rows = Rows { height: EDGE, place: vec![NONE; count], band: vec![NONE; count], ..Rows::default() };
        rows.parent = vec![NO_LANE; count];
        // Children in order, as linked lists: the first child and the next sibling of each lane.
        let (mut first, mut next) = (vec![NO_LANE; count], vec![NO_LANE; count]);
        let (mut machine, mut roots) = (Vec::new(), Vec::new());
        for id in (0..count).rev() {
            let lane = &trace.lanes[id];
            // A parent comes before its children; anything else is a root, so that no cycle can arise.
            if tree(lane.kind) && (lane.parent as usize) < id && tree(trace.lanes[lane.parent as usize].kind) {
                rows.parent[id] = lane.parent;
                next[id] = std::mem::replace(&mut first[lane.parent as usize], id as LaneId);
            } else if tree(lane.kind) {
                roots.push(id as LaneId);
            } else {
                machine.push(RowId::Lane(id as LaneId));
            }
        }
        let below = |lane: LaneId| -> Vec<LaneId> {
            let known = |id: LaneId| Some(id).filter(|&id| id != NO_LANE);
            std::iter::successors(known(first[lane as usize]), |&id| known(next[id as usize])).collect()
        };
        machine.reverse();
        machine.sort_by_key(|row| matches!(row, RowId::Lane(id) if trace.lanes[*id as usize].kind == LaneKind::Gil));
        machine.extend(arrange.tracks().iter().map(|&t| RowId::Track(t)));
        roots.reverse();
        let roots = rows.siblings(trace, roots, arrange);
        for mut group in [machine, roots] {
            arrange.order(&mut group);
            // What is still to be listed, the next one last, each with its depth.
            let mut todo: Vec<(RowId, usize)> = group.into_iter().rev().map(|row| (row, 0)).collect();
            while let Some((row, depth)) = todo.pop() {
                if arrange.is_hidden(row) || (!arrange.all && is_dull(trace, row)) {
                    rows.hidden += 1;
                    continue;
                }
                let mut kids = match row {
                    RowId::Band(lane) => {
                        rows.bands[rows.band[lane as usize] as usize].iter().map(|&id| RowId::Lane(id)).collect()
                    }
                    RowId::Lane(lane) => rows.siblings(trace, below(lane), arrange),
                    RowId::Track(_) => Vec::new(),
                };
                if !arrange.is_pinned(row) {
                    rows.push(trace, row, depth, kids.len() as u32, arrange);
                }
                if !arrange.is_folded(row) || kids.is_empty() || arrange.whole {
                    arrange.order(&mut kids);
                    todo.extend(kids.into_iter().rev().map(|row| (row, depth + 1)));
                }
            }
        }
        rows.shelve(trace, arrange);
        rows.height += EDGE;
        rows
    }

    /// Puts the pinned rows above the others.
    fn shelve(&mut self, trace: &Trace, arrange: &Arrange) {
        if arrange.pinned().is_empty() {
            return;
        }
        let (others, height) = (std::mem::take(&mut self.list), std::mem::replace(&mut self.height, EDGE));
        for &row in arrange.pinned() {
            self.push(trace, row, 0, 0, arrange);
        }
        self.pinned = self.list.len();
        self.shelf = self.height + EDGE;
        self.height = self.shelf + height;
        for row in others {
            self.settle(row.id, self.list.len());
            self.list.push(Row { top: row.top + self.shelf, ..row });
        }
    }

    /// Notes where a row stands.
    fn settle(&mut self, id: RowId, at: usize) {
        match id {
            RowId::Lane(lane) => self.place[lane as usize] = at as u32,
            RowId::Band(lane) => self.band_place[self.band[lane as usize] as usize] = at as u32,
            RowId::Track(_) => {}
        }
    }

    /// Every lane in reading order, with nothing folded.
    pub fn all(trace: &Trace) -> Rows {
        Rows::new(trace, &Arrange::whole())
    }

    /// Siblings with many alike gathered in bands, each where its first lane was.
    fn siblings(&mut self, trace: &Trace, lanes: Vec<LaneId>, arrange: &Arrange) -> Vec<RowId> {
        if lanes.len() < BAND || arrange.whole {
            return lanes.into_iter().map(RowId::Lane).collect();
        }
        let mut alike: BTreeMap<(LaneKind, &str), Vec<LaneId>> = BTreeMap::new();
        for &id in &lanes {
            let lane = &trace.lanes[id as usize];
            alike.entry((lane.kind, stem(&lane.name))).or_default().push(id);
        }
        for members in alike.into_values().filter(|m| m.len() >= BAND) {
            members.iter().for_each(|&id| self.band[id as usize] = self.bands.len() as u32);
            self.bands.push(members);
            self.band_place.push(NONE);
        }
        let row = |id: LaneId| match self.bands.get(self.band[id as usize] as usize) {
            Some(members) => (members[0] == id).then_some(RowId::Band(id)),
            None => Some(RowId::Lane(id)),
        };
        lanes.into_iter().filter_map(row).collect()
    }

    fn push(&mut self, trace: &Trace, id: RowId, depth: usize, children: u32, arrange: &Arrange) {
        let (lane, kind) = match id {
            RowId::Track(_) => (NO_LANE, LaneKind::Core),
            RowId::Lane(lane) | RowId::Band(lane) => match trace.lanes.get(lane as usize) {
                Some(found) => (lane, found.kind),
                None => return,
            },
        };
        if matches!(id, RowId::Band(lane) if self.band[lane as usize] == NONE) {
            return;
        }
        let group = |kind: LaneKind| match kind {
            LaneKind::Core | LaneKind::Gil => 0,
            _ => 1,
        };
        let apart = self.list.last().is_some_and(|above| {
            group(above.kind) != group(kind) || (kind == LaneKind::Process && above.kind != LaneKind::Process)
        });
        let top = self.height + if apart { GAP } else { 0 };
        let height = match id {
            RowId::Track(_) | RowId::Band(_) => TALL,
            _ if kind == LaneKind::Task => TASK,
            _ if kind == LaneKind::Gil => GIL,
            _ => LANE,
        };
        let folded = children > 0 && arrange.is_folded(id) && !arrange.whole;
        self.settle(id, self.list.len());
        self.list.push(Row { id, lane, kind, depth: depth.min(255) as u8, top, height, children, folded });
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
        self.place.get(lane as usize).filter(|&&at| at != NONE).map(|&at| at as usize)
    }

    /// The row that stands for a lane: its own, else the band or the folded lane that holds it; `None` when it is hidden.
    pub fn shown(&self, lane: LaneId) -> Option<usize> {
        let mut lane = lane;
        loop {
            let &band = self.band.get(lane as usize)?;
            let band = self.band_place.get(band as usize).filter(|&&at| at != NONE).map(|&at| at as usize);
            if let Some(at) = self.of(lane).or(band) {
                return Some(at);
            }
            lane = self.parent[lane as usize];
        }
    }

    /// What must be opened to see a lane, from the outside to the inside.
    pub fn holders(&self, lane: LaneId) -> Vec<RowId> {
        let mut out = Vec::new();
        let mut lane = lane;
        while let Some(&band) = self.band.get(lane as usize) {
            out.push(RowId::Lane(lane));
            out.extend(self.bands.get(band as usize).map(|members| RowId::Band(members[0])));
            lane = self.parent[lane as usize];
        }
        out.reverse();
        out
    }

    /// The rows among which a row can be moved: those of the same parent, itself among them; of processes the processes, of the
    /// machine the machine. Pinned rows are not among them.
    pub fn siblings_of(&self, at: usize) -> Vec<usize> {
        let row = &self.list[at];
        let ends = |r: &Row| {
            r.depth < row.depth || (r.depth == 0 && (r.kind < LaneKind::Process) != (row.kind < LaneKind::Process))
        };
        let first = (self.pinned..at).rev().find(|&i| ends(&self.list[i])).map_or(self.pinned, |i| i + 1);
        (first..self.list.len())
            .take_while(|&i| i <= at || !ends(&self.list[i]))
            .filter(|&i| self.list[i].depth == row.depth)
            .collect()
    }

    /// The row with an identity.
    pub fn find(&self, id: RowId) -> Option<usize> {
        match id {
            RowId::Lane(lane) => self.of(lane),
            RowId::Band(lane) => {
                let place = *self.band_place.get(*self.band.get(lane as usize)? as usize)?;
                (place != NONE).then_some(place as usize)
            }
            RowId::Track(_) => self.list.iter().take(self.pinned + 200).position(|r| r.id == id),
        }
    }

    /// The lanes of a band; none for other rows.
    pub fn members(&self, row: &Row) -> &[LaneId] {
        match row.id {
            RowId::Band(lane) => self.bands.get(self.band[lane as usize] as usize).map_or(&[], Vec::as_slice),
            _ => &[],
        }
    }

    /// Counter tracks that are shown.
    pub fn tracks(&self) -> impl Iterator<Item = Track> + '_ {
        self.list.iter().filter_map(|r| match r.id {
            RowId::Track(track) => Some(track),
            _ => None,
        })
    }
}

/// Tasks by which an event loop ends: every program that calls `asyncio.run` has them and none means them.
fn is_dull(trace: &Trace, row: RowId) -> bool {
    let RowId::Lane(lane) = row else { return false };
    trace.lanes.get(lane as usize).is_some_and(|lane| {
        lane.kind == LaneKind::Task && ["shutdown_asyncgens", "shutdown_default_executor"].contains(&stem(&lane.name))
    })
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
