//! The stretch of time on the screen: integer nanoseconds to pixels and back, zooming, panning, clamped.

use crate::trace::Nanos;

/// Times `start..end`, of which `start` lies on the left edge and `end` on the right; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    pub start: Nanos,
    pub end: Nanos,
}

/// Below one nanosecond for a pixel there is nothing to see, and panning by pixels would stall.
const NEAREST: Nanos = 200;

impl Viewport {
    /// A whole run of length `extent`, with a little room after its end so that the last edge is seen.
    pub fn fit(extent: Nanos) -> Viewport {
        Viewport { start: 0, end: room(extent) }
    }

    /// Exactly around a span, with a tenth of room on both sides.
    pub fn around(start: Nanos, end: Nanos, extent: Nanos) -> Viewport {
        let side = (end.saturating_sub(start) / 10).max(NEAREST / 2);
        Viewport { start: start.saturating_sub(side), end: end.saturating_add(side) }.clamped(extent)
    }

    pub fn length(&self) -> Nanos {
        self.end - self.start
    }

    /// Pixels per nanosecond on a screen of `width` pixels.
    pub fn scale(&self, width: f64) -> f64 {
        width / self.length() as f64
    }

    /// Where a time lies, in pixels from the left edge; may be outside the screen. Differences are taken in integers, so that
    /// the nanosecond is kept at any zoom.
    pub fn x(&self, time: Nanos, width: f64) -> f64 {
        let scale = self.scale(width);
        if time >= self.start { (time - self.start) as f64 * scale } else { -((self.start - time) as f64 * scale) }
    }

    /// The time at a pixel, rounded down; clamped to what can be represented.
    pub fn time(&self, x: f64, width: f64) -> Nanos {
        let offset = x / self.scale(width);
        if offset >= 0.0 {
            self.start.saturating_add(offset as Nanos)
        } else {
            self.start.saturating_sub((-offset).ceil() as Nanos)
        }
    }

    /// Shows `factor` times as much time (below 1: nearer), keeping the time at pixel `x` where it is.
    pub fn zoomed(&self, factor: f64, x: f64, width: f64, extent: Nanos) -> Viewport {
        let factor = if factor.is_finite() { factor.clamp(1e-6, 1e6) } else { 1.0 };
        let wanted = (self.length() as f64 * factor).round().clamp(1.0, room(extent).max(NEAREST) as f64) as Nanos;
        let length = wanted.max(NEAREST);
        let share = if width > 0.0 { (x / width).clamp(0.0, 1.0) } else { 0.5 };
        let anchor = self.start + (self.length() as f64 * share) as Nanos;
        let start = anchor.saturating_sub((length as f64 * share) as Nanos);
        Viewport { start, end: start.saturating_add(length) }.clamped(extent)
    }

    /// Moved by pixels: positive shows later times.
    pub fn panned(&self, pixels: f64, width: f64, extent: Nanos) -> Viewport {
        let by = (pixels / self.scale(width.max(1.0))).round();
        // Kept near the run before adding the length, which would otherwise be cut off where numbers end.
        let start = if by >= 0.0 {
            self.start.saturating_add(by as Nanos).min(room(extent))
        } else {
            self.start.saturating_sub(-by as Nanos)
        };
        Viewport { start, end: start.saturating_add(self.length()) }.clamped(extent)
    }

    /// Moved so that `time` lies at the given share of the width.
    pub fn centred(&self, time: Nanos, share: f64, extent: Nanos) -> Viewport {
        let start = time.saturating_sub((self.length() as f64 * share) as Nanos);
        Viewport { start, end: start.saturating_add(self.length()) }.clamped(extent)
    }

    /// Within the run, never shorter than the nearest zoom and never longer than the whole: the one place that limits it.
    pub fn clamped(&self, extent: Nanos) -> Viewport {
        let whole = room(extent);
        let length = self.end.saturating_sub(self.start).max(NEAREST).min(whole);
        let start = self.start.min(whole - length);
        Viewport { start, end: start + length }
    }

    /// Whether everything is in view.
    pub fn is_whole(&self, extent: Nanos) -> bool {
        *self == Viewport::fit(extent)
    }
}

/// The run's length and a fiftieth more.
fn room(extent: Nanos) -> Nanos {
    extent.saturating_add(extent / 50).max(NEAREST)
}
