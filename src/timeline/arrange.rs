//! How a person has put the rows: what is folded or opened, hidden, pinned, moved, and which counter tracks are shown.

use std::collections::BTreeSet;

use super::track::{Track, track_name, tracks, watches};
use crate::trace::{LaneId, Trace};

/// What a row stands for, the same for every snapshot of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowId {
    Lane(LaneId),
    /// Alike siblings as one; named by the first of them.
    Band(LaneId),
    Track(Track),
}

/// The arrangement of one timeline; the default is what a first look shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrange {
    /// Lanes that are folded and bands that are open.
    toggled: BTreeSet<RowId>,
    hidden: BTreeSet<RowId>,
    pinned: Vec<RowId>,
    /// Moves in the order in which they were made: a row goes before another one of the same parent, or to the end.
    moves: Vec<(RowId, Option<RowId>)>,
    tracks: Vec<Track>,
    /// Also what is left out by itself is listed.
    pub(super) all: bool,
    /// Every lane is listed: no bands, nothing folded.
    pub(super) whole: bool,
}

impl Arrange {
    /// Every lane in a row of its own.
    pub(super) fn whole() -> Arrange {
        Arrange { whole: true, all: true, ..Arrange::default() }
    }

    /// Folds what is open and opens what is folded.
    pub fn toggle(&mut self, row: RowId) {
        if !self.toggled.remove(&row) {
            self.toggled.insert(row);
        }
    }

    /// Opens a row, if it is folded.
    pub fn open(&mut self, row: RowId) {
        if self.is_folded(row) {
            self.toggle(row);
        }
    }

    /// A band is folded until it is opened, a lane open until it is folded.
    pub fn is_folded(&self, row: RowId) -> bool {
        matches!(row, RowId::Band(_)) != self.toggled.contains(&row)
    }

    /// Takes a row and what hangs on it away; a counter track is gone.
    pub fn hide(&mut self, row: RowId) {
        match row {
            RowId::Track(track) => self.tracks.retain(|t| *t != track),
            row => {
                self.hidden.insert(row);
            }
        }
        self.pinned.retain(|p| *p != row);
    }

    pub fn show(&mut self, row: RowId) {
        self.hidden.remove(&row);
    }

    /// Lists everything, also what is left out by itself.
    pub fn show_all(&mut self) {
        self.hidden.clear();
        self.all = true;
    }

    pub fn is_hidden(&self, row: RowId) -> bool {
        self.hidden.contains(&row)
    }

    /// Keeps a row above the others, or no longer.
    pub fn pin(&mut self, row: RowId) {
        if self.is_pinned(row) {
            self.pinned.retain(|p| *p != row);
        } else {
            self.pinned.push(row);
        }
    }

    pub fn is_pinned(&self, row: RowId) -> bool {
        self.pinned.contains(&row)
    }

    pub fn pinned(&self) -> &[RowId] {
        &self.pinned
    }

    /// Puts a row before another one of the same parent, or at their end.
    pub fn put(&mut self, row: RowId, before: Option<RowId>) {
        if before != Some(row) {
            // The last move of a row decides where it stands, unless others were put beside it meanwhile.
            if self.moves.last().is_some_and(|m| m.0 == row) {
                self.moves.pop();
            }
            self.moves.push((row, before));
        }
    }

    pub fn tracks(&self) -> &[Track] {
        &self.tracks
    }

    /// Shows a counter track, or takes it away.
    pub fn track(&mut self, track: Track) {
        if self.tracks.contains(&track) {
            self.hide(RowId::Track(track));
        } else {
            self.tracks.push(track);
        }
    }

    /// Shows the tracks of these names that a trace has; the others stay to be looked for in what comes.
    pub fn recall(&mut self, trace: &Trace, names: &mut Vec<String>) {
        if names.is_empty() {
            return;
        }
        for track in tracks(trace, usize::MAX).into_iter().chain(watches(trace)) {
            let name = track_name(trace, track);
            if let Some(at) = names.iter().position(|n| *n == name) {
                names.remove(at);
                if !self.tracks.contains(&track) {
                    self.tracks.push(track);
                }
            }
        }
    }

    /// Siblings in the order in which they were put.
    pub(super) fn order(&self, rows: &mut Vec<RowId>) {
        for (row, before) in &self.moves {
            let Some(from) = rows.iter().position(|r| r == row) else { continue };
            let to = match before {
                None => Some(rows.len()),
                Some(before) => rows.iter().position(|r| r == before),
            };
            if let Some(to) = to {
                let row = rows.remove(from);
                rows.insert(if to > from { to - 1 } else { to }, row);
            }
        }
    }
}
