//! What is asked, drawn over the lanes: the order around the selection, who uses the same thing, a marked range, a finding, the
//! critical path, places of a text.

use leptos::prelude::*;
use leptos::web_sys::CanvasRenderingContext2d;

use super::stage::{arrow, outline};
use super::theme::Theme;
use crate::timeline::{Found, Frame, Row};
use crate::trace::{LaneId, NO_LANE, Nanos};
use crate::ui::state::Ask;

/// So many outlines are drawn at most: more would hide what they are about.
const OUTLINES: usize = 1_500;

/// Follows whatever is drawn here.
pub fn track(ask: Ask) {
    ask.order.track();
    ask.users.track();
    ask.wakes.track();
    ask.range.track();
    ask.shown.track();
    ask.hits.track();
    if ask.path_shown.get() {
        ask.path.track();
    }
}

/// Paints everything that is asked.
pub fn paint(ctx: &CanvasRenderingContext2d, frame: &Frame, ask: Ask, selection: Option<u32>, theme: &Theme) {
    let (width, height, line) = (frame.width as f64, frame.height as f64, frame.ratio.round().max(1.0));
    if let Some(order) = ask.order.get_untracked() {
        for row in rows(frame) {
            let (y, high) = frame.inner(row);
            let lane = row.lane as usize;
            let side = |of: &[Option<Nanos>]| of.get(lane).copied().flatten();
            let tint = |colour: &str, from: f64, to: f64| {
                let (from, to) = (from.max(0.0), to.min(width));
                if to > from {
                    ctx.set_fill_style_str(colour);
                    ctx.set_global_alpha(0.16);
                    ctx.fill_rect(from, y as f64, to - from, high as f64);
                    ctx.set_global_alpha(1.0);
                    ctx.fill_rect(from, (y + high) as f64 - line, to - from, line);
                }
            };
            if let Some(until) = side(&order.before) {
                tint(&theme.before, frame.x(0) as f64, frame.x(until) as f64);
            }
            if let Some(from) = side(&order.after) {
                tint(&theme.after, frame.x(from) as f64, frame.x(frame.trace.end) as f64);
            }
        }
    }
    if let Some((from, to)) = ask.range.get_untracked() {
        let (x0, x1) = (frame.x(from) as f64, (frame.x(to) as f64).max(frame.x(from) as f64 + line));
        ctx.set_fill_style_str(&theme.accent);
        ctx.set_global_alpha(0.12);
        ctx.fill_rect(x0, 0.0, x1 - x0, height);
        ctx.set_global_alpha(1.0);
        ctx.fill_rect(x0, 0.0, line, height);
        ctx.fill_rect(x1 - line, 0.0, line, height);
    }
    if let Some(finding) = ask.shown.get_untracked() {
        let (x0, x1) = (frame.x(finding.from) as f64, frame.x(finding.to) as f64);
        // A moment is as wide as a mark.
        let (x0, x1) = if x1 - x0 < 6.0 * line { (x0 - 3.0 * line, x0 + 3.0 * line) } else { (x0, x1) };
        ctx.set_stroke_style_str(&theme.accent);
        ctx.set_fill_style_str(&theme.accent);
        ctx.set_line_width(2.0 * line);
        for (y, high) in finding.lanes.iter().take(OUTLINES).filter_map(|&lane| inner(frame, lane)) {
            ctx.set_global_alpha(0.12);
            ctx.fill_rect(x0, y, x1 - x0, high);
            ctx.set_global_alpha(1.0);
            ctx.stroke_rect(x0 + line, y + line, x1 - x0 - 2.0 * line, high - 2.0 * line);
        }
    }
    let users = ask.users.get_untracked();
    if selection.is_some() && users.object != 0 {
        ctx.set_stroke_style_str(&theme.accent);
        let spans = &frame.trace.spans;
        let seen =
            |s: &&u32| spans.end[**s as usize] >= frame.view.start && spans.start[**s as usize] <= frame.view.end;
        users.waits.iter().filter(seen).take(OUTLINES).for_each(|&s| outline(ctx, frame, s, line));
        ctx.set_fill_style_str(&theme.accent);
        let seen = users.holds.iter().filter(|h| h.end >= frame.view.start && h.start <= frame.view.end);
        for hold in seen.take(OUTLINES) {
            if let Some((y, high)) = inner(frame, hold.lane) {
                let (x0, x1) = (frame.x(hold.start) as f64, frame.x(hold.end) as f64);
                ctx.fill_rect(x0, y + high - 3.0 * line, (x1 - x0).max(line), 3.0 * line);
            }
        }
    }
    if ask.path_shown.get_untracked() {
        path(ctx, frame, ask, theme);
    }
    let hits = ask.hits.get_untracked();
    if !hits.list.is_empty() {
        ctx.set_stroke_style_str(&theme.after);
        ctx.set_fill_style_str(&theme.after);
        let (mut last, mut drawn) = (i32::MIN, 0);
        for found in &hits.list {
            let Found::Span(span) = *found else { continue };
            let (start, end) = (frame.trace.spans.start[span as usize], frame.trace.spans.end[span as usize]);
            if end < frame.view.start || start > frame.view.end {
                continue;
            }
            // Marks along the upper edge tell where to look; outlines show what.
            let x = frame.x(start).max(0);
            if x != last {
                ctx.fill_rect(x as f64, 0.0, 2.0 * line, 5.0 * line);
                last = x;
            }
            drawn += 1;
            if drawn < OUTLINES {
                outline(ctx, frame, span, line);
            }
        }
    }
    if let Some(span) = selection
        && let Some(&from) = frame.trace.spans.lane.get(span as usize)
    {
        for woken in ask.wakes.get_untracked().iter() {
            arrow(ctx, frame, (from, woken.lane), woken.time, theme);
        }
    }
}

/// A line along the lanes that made the run as long as it was.
fn path(ctx: &CanvasRenderingContext2d, frame: &Frame, ask: Ask, theme: &Theme) {
    let thick = 3.0 * frame.ratio.round().max(1.0);
    ctx.set_fill_style_str(&theme.text);
    let mut before: Option<(f64, f64)> = None;
    let first = ask.first();
    for piece in &ask.path.get_untracked().pieces {
        let Some((y, _)) = inner(frame, first + piece.lane) else { continue };
        let (x0, x1) = (frame.x(piece.start) as f64, frame.x(piece.end) as f64);
        // From the lane before, down or up, where one waited for the other.
        if let Some((_, from)) = before.filter(|b| b.1 != y) {
            ctx.fill_rect(x0, from.min(y), thick / 2.0, (from - y).abs() + thick);
        }
        if x1 >= 0.0 && x0 <= frame.width as f64 {
            ctx.fill_rect(x0, y, (x1 - x0).max(1.0), thick);
        }
        before = Some((x1, y));
    }
}

fn rows<'a>(frame: &'a Frame) -> impl Iterator<Item = &'a Row> {
    frame.visible().map(|i| &frame.rows.list[i]).filter(|r| r.lane != NO_LANE)
}

fn inner(frame: &Frame, lane: LaneId) -> Option<(f64, f64)> {
    let (y, high) = frame.inner(&frame.rows.list[frame.rows.shown(lane)?]);
    Some((y as f64, high as f64))
}
