//! What a bar is made of: the strokes and areas that the canvas and exported pictures have in common.

use super::scene::{Bar, Fill};
use super::strip::is_line;
use crate::trace::{EventKind, State};

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A stroke in the manner of a waiting state, along the middle of the area.
    Line,
    /// The state's pattern; its plain colour where there is no room for one.
    Block,
    /// The state's plain colour.
    Solid,
    /// What lies between the strokes of the state's pattern.
    Faint,
    /// A part of a crowd: a state that is a line elsewhere is an area here.
    Share,
}

/// A rectangle of pixels: from `x0` and `y0` to before `x1` and `y1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x0: i32,
    pub x1: i32,
    pub y0: i32,
    pub y1: i32,
}

impl Area {
    pub fn width(self) -> i32 {
        self.x1 - self.x0
    }

    /// Where a line through it runs.
    pub fn middle(self) -> i32 {
        self.y0 + (self.y1 - self.y0) / 2
    }
}

/// The shapes of a bar, from below to above; `unit` is device pixels for one step of a pattern.
pub fn shapes(bar: &Bar, unit: i32, mut draw: impl FnMut(State, Look, Area)) {
    let whole = Area { x0: bar.x0, x1: bar.x1, y0: bar.y, y1: bar.y + bar.height };
    let middle = whole.middle();
    let stroke = Area { y0: middle - unit, y1: middle + unit, ..whole };
    match bar.fill {
        Fill::State { state, left, right } if is_line(state) => {
            draw(state, Look::Line, stroke);
            if whole.width() >= 4 * unit {
                let cap = (bar.height / 4).max(2 * unit);
                for (there, x) in [(left, bar.x0), (right, bar.x1 - unit)] {
                    if there {
                        draw(state, Look::Solid, Area { x0: x, x1: x + unit, y0: middle - cap, y1: middle + cap });
                    }
                }
            }
        }
        Fill::State { state, right, .. } => {
            let inset = if state == State::Blocked { bar.height / 5 } else { 0 };
            // A hair's breadth between neighbours, where there is room for it.
            let x1 = if right && whole.width() > 4 * unit { bar.x1 - unit } else { bar.x1 };
            draw(state, Look::Block, Area { x1, y0: whole.y0 + inset, y1: whole.y1 - inset, ..whole });
        }
        Fill::Tick(state) => draw(state, Look::Solid, Area { x1: bar.x1.max(bar.x0 + unit), ..whole }),
        Fill::Share(state) => draw(state, Look::Share, whole),
        Fill::Area(state) => draw(state, Look::Faint, whole),
        Fill::Edge(state) => draw(state, Look::Solid, whole),
        Fill::Mix(mix) => {
            if let Some(state) = mix.line {
                draw(state, Look::Line, stroke);
            }
            let (mut below, mut y1) = (0, whole.y1);
            for (state, &eighths) in State::ALL.into_iter().zip(&mix.eighths) {
                below += eighths as i32;
                let y0 = whole.y1 - bar.height * below / 8;
                draw(state, Look::Block, Area { y0, y1, ..whole });
                y1 = y0;
            }
        }
    }
}

/// In whose colour a crossed mark is: being cancelled is a way to wait no longer, an exception is an alarm.
pub fn mark_state(kind: EventKind) -> State {
    if kind == EventKind::Cancel { State::Sleeping } else { State::Gil }
}
