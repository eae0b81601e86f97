//! The painter: display lists onto canvases, at most once a frame.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::{Clamped, JsCast};
use leptos::web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::overlay;
use super::theme::Theme;
use super::view::View;
use crate::timeline::{
    Axis, Frame, Image, RowId, Scene, Track, Viewport, activity, axis, close, counter_words, exact_text, hit, leaves,
    minimap, paint, scene, summary, time_text,
};
use crate::trace::{LaneId, Nanos, State};
use crate::ui::turns;

/// Height of the axis in css pixels.
pub const AXIS: f64 = 24.0;
/// Height of the minimap in css pixels.
const MAP: f64 = 28.0;
/// Least distance of labels on the axis in css pixels.
const APART: f64 = 84.0;

/// For how many frames a picture waits for what it shows to be whole.
const PATIENCE: u32 = 8;

/// What needs painting, in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Letters = 1,
    Lanes = 2,
    Axis = 4,
    Over = 8,
    Map = 16,
}

impl Part {
    const ALL: [Part; 5] = [Part::Letters, Part::Lanes, Part::Axis, Part::Over, Part::Map];
}

/// What labels mostly consist of.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789 .()";

/// The canvases.
#[derive(Clone, Copy)]
pub struct Canvases {
    pub lanes: NodeRef<html::Canvas>,
    pub over: NodeRef<html::Canvas>,
    pub axis: NodeRef<html::Canvas>,
    pub map: NodeRef<html::Canvas>,
    /// Where colours are read.
    pub probe: NodeRef<html::I>,
}

/// What is kept between paintings.
pub struct Stage {
    view: View,
    canvases: Canvases,
    wanted: Cell<u8>,
    /// Whether lanes have been painted.
    drawn: Cell<bool>,
    /// For how many frames the next picture has waited.
    waited: Cell<u32>,
    theme: RefCell<Option<(u32, Theme)>>,
    image: RefCell<Image>,
    /// Measured letters, in device pixels, at a ratio.
    widths: RefCell<(f64, HashMap<char, f64>)>,
}

impl Stage {
    pub fn new(view: View, canvases: Canvases) -> Rc<Stage> {
        Rc::new(Stage {
            view,
            canvases,
            wanted: Cell::new(0),
            drawn: Cell::new(false),
            waited: Cell::new(0),
            theme: RefCell::default(),
            image: RefCell::default(),
            widths: RefCell::default(),
        })
    }

    /// Asks for parts to be painted in the next animation frame.
    pub fn want(self: &Rc<Stage>, parts: &[Part]) {
        self.await_frame(parts.iter().fold(0, |all, part| all | *part as u8));
    }

    fn await_frame(self: &Rc<Stage>, parts: u8) {
        let wanted = self.wanted.get();
        self.wanted.set(wanted | parts);
        if wanted == 0 && parts != 0 {
            let stage = self.clone();
            request_animation_frame(move || stage.frame());
        }
    }

    fn frame(self: &Rc<Stage>) {
        let wanted = self.wanted.replace(0);
        // A run and the stretch of it that is shown come one after the other.
        if !turns::resting() && self.waited.get() < PATIENCE {
            self.waited.update(|n| n + 1);
            return self.await_frame(wanted);
        }
        self.waited.set(0);
        // The component may be gone by the time the frame comes.
        let Some(painted) = self.view.painted.try_get_untracked() else { return };
        let rest = self.paint(wanted, painted);
        self.await_frame(rest);
        if rest == 0 && !painted && self.view.model.with_untracked(Option::is_some) {
            self.view.painted.set(true);
        }
    }

    /// Paints what is wanted, and says what is left for the next frame.
    fn paint(&self, wanted: u8, painted: bool) -> u8 {
        // What is done for the first time takes long. So the first picture, which nobody sees before it is whole, is painted in turns.
        let spent = turns::limit();
        let version = self.view.theme.get_untracked();
        let known = self.theme.borrow().as_ref().is_some_and(|(v, _)| *v == version);
        if !known {
            let theme = self.canvases.probe.get_untracked().and_then(|probe| Theme::read(&probe));
            self.widths.borrow_mut().1.clear();
            *self.theme.borrow_mut() = theme.map(|t| (version, t));
            if !painted && spent() {
                return wanted;
            }
        }
        let theme = self.theme.borrow();
        let Some((_, theme)) = theme.as_ref() else { return 0 };
        // After a run the lanes come first, the map of the whole a frame later.
        let now = if wanted & Part::Lanes as u8 != 0 { wanted & !(Part::Map as u8) } else { wanted };
        let mut rest = wanted;
        for part in Part::ALL.into_iter().filter(|part| now & *part as u8 != 0) {
            self.part(part, theme);
            rest &= !(part as u8);
            if !painted && spent() {
                break;
            }
        }
        rest
    }

    fn part(&self, part: Part, theme: &Theme) {
        if part == Part::Letters {
            return self.letters(theme);
        }
        if self.view.model.with_untracked(Option::is_none) {
            let Canvases { axis, map, over, .. } = self.canvases;
            let canvas = match part {
                Part::Axis => axis,
                Part::Map => map,
                _ => over,
            };
            if let Some((canvas, ctx)) = canvas.get_untracked().and_then(|c| context(&c)) {
                ctx.clear_rect(0.0, 0.0, canvas.width().into(), canvas.height().into());
            }
            return;
        }
        if part == Part::Map {
            return self.map(theme);
        }
        self.view.with_frame(|frame| match part {
            Part::Lanes => self.lanes(frame, theme),
            Part::Axis => self.axis(frame, theme),
            _ => self.over(frame, theme),
        });
    }

    /// Has the canvas get its size and the system find its font, before there is something to write.
    fn letters(&self, theme: &Theme) {
        let size = self.view.size.get_untracked();
        let (width, height) = size.device();
        if width == 0 || self.widths.borrow().0 == size.ratio {
            return;
        }
        if let Some((canvas, ctx)) = self.canvases.lanes.get_untracked().and_then(|c| context(&c)) {
            resize(&canvas, width, height);
            self.measure(&ctx, size.ratio, theme)(LETTERS);
        }
    }

    /// What measures texts: letter by letter, since labels are many and new at every zoom, letters few.
    fn measure(&self, ctx: &CanvasRenderingContext2d, ratio: f64, theme: &Theme) -> impl FnMut(&str) -> f64 {
        ctx.set_font(&format!("{}px {}", 12.0 * ratio, theme.family));
        let mut widths = self.widths.borrow_mut();
        // Widths belong to one size of type.
        if widths.0 != ratio {
            *widths = (ratio, HashMap::new());
        }
        move |text: &str| {
            let width = |letter: char| {
                let measured = || ctx.measure_text(letter.encode_utf8(&mut [0; 4])).map_or(0.0, |m| m.width());
                *widths.1.entry(letter).or_insert_with(measured)
            };
            text.chars().map(width).sum()
        }
    }

    fn lanes(&self, frame: &Frame, theme: &Theme) {
        let Some((canvas, ctx)) = self.canvases.lanes.get_untracked().and_then(|c| context(&c)) else { return };
        let ratio = frame.ratio;
        resize(&canvas, frame.width, frame.height);
        let axis = axis_of(frame);
        let scene = scene(frame, &axis, &mut self.measure(&ctx, ratio, theme));
        let mut image = self.image.borrow_mut();
        (image.width, image.height) = (frame.width, frame.height);
        paint(&scene, &theme.palette, ratio, &mut image);
        put(&ctx, &image);
        if !self.drawn.replace(true) {
            // What may wait for the first picture is loaded then (`start.js`).
            let _ = window().performance().map(|p| p.mark("interleave-first-timeline"));
        }
        ctx.set_text_baseline("middle");
        write(&ctx, &scene, frame, theme);
        if let Some(shelf) = &scene.shelf {
            write(&ctx, shelf, frame, theme);
        }
    }

    fn axis(&self, frame: &Frame, theme: &Theme) {
        let Some((canvas, ctx)) = self.canvases.axis.get_untracked().and_then(|c| context(&c)) else { return };
        let ratio = frame.ratio;
        let axis = axis_of(frame);
        let height = (AXIS * ratio).floor();
        resize(&canvas, frame.width, height as u32);
        ctx.clear_rect(0.0, 0.0, frame.width as f64, height);
        let line = ratio.round().max(1.0);
        ctx.set_fill_style_str(&theme.muted);
        for &time in &axis.minor {
            ctx.fill_rect(frame.x(time) as f64, height - 3.0 * ratio, line, 3.0 * ratio);
        }
        ctx.set_font(&format!("{}px {}", 12.0 * ratio, theme.family));
        ctx.set_text_baseline("middle");
        let mut free = 0.0;
        if let Some(base) = axis.base {
            let text = exact_text(base);
            let _ = ctx.fill_text(&text, 4.0 * ratio, height * 0.45);
            free = ctx.measure_text(&text).map_or(0.0, |m| m.width()) + 16.0 * ratio;
        }
        ctx.set_fill_style_str(&theme.text);
        for tick in &axis.ticks {
            let x = frame.x(tick.time) as f64;
            ctx.fill_rect(x, height - 6.0 * ratio, line, 6.0 * ratio);
            let width = ctx.measure_text(&tick.label).map_or(0.0, |m| m.width());
            let at = (x - width / 2.0).max(2.0 * ratio);
            if at >= free && at + width <= frame.width as f64 {
                let _ = ctx.fill_text(&tick.label, at, height * 0.42);
            }
        }
    }

    /// The hovered instant, the selection with who woke it, the playhead: over the lanes, so that they need no repainting.
    fn over(&self, frame: &Frame, theme: &Theme) {
        let Some((canvas, ctx)) = self.canvases.over.get_untracked().and_then(|c| context(&c)) else { return };
        let (width, height, ratio) = (frame.width as f64, frame.height as f64, frame.ratio);
        resize(&canvas, frame.width, frame.height);
        ctx.clear_rect(0.0, 0.0, width, height);
        let line = ratio.round().max(1.0);
        if let Some(hover) = self.view.hover.get_untracked() {
            ctx.set_fill_style_str(&theme.muted);
            ctx.set_global_alpha(0.6);
            ctx.fill_rect((hover.x * ratio).floor(), 0.0, line, height);
            ctx.set_global_alpha(1.0);
            let found = hit(frame, hover.x * ratio, hover.y * ratio, 3.0 * ratio);
            if let Some(span) = found.and_then(|h| h.span) {
                ctx.set_stroke_style_str(&theme.text);
                outline(&ctx, frame, span, line);
            }
        }
        overlay::paint(&ctx, frame, self.view.ask, self.view.selection.get_untracked(), theme);
        if let Some(span) = self.view.selection.get_untracked() {
            ctx.set_stroke_style_str(&theme.accent);
            outline(&ctx, frame, span, 2.0 * line);
            let spans = &frame.trace.spans;
            if let (Some(waker), Some(&lane)) =
                (summary(frame.trace, span).and_then(|s| s.waker), spans.lane.get(span as usize))
            {
                arrow(&ctx, frame, (waker, lane), spans.end[span as usize], theme);
            }
        }
        if let Some(now) = self.view.now.get_untracked() {
            ctx.set_fill_style_str(&theme.accent);
            ctx.fill_rect(frame.view.x(now, width).floor(), 0.0, 2.0 * line, height);
        }
        if let Some(time) = self.view.playhead.get_untracked() {
            let x = frame.view.x(time, width).floor();
            ctx.set_fill_style_str(&theme.accent);
            ctx.fill_rect(x, 0.0, line, height);
            ctx.set_font(&format!("{}px {}", 12.0 * ratio, theme.family));
            ctx.set_text_baseline("middle");
            let text = time_text(time);
            let wide = ctx.measure_text(&text).map_or(0.0, |m| m.width()) + 8.0 * ratio;
            let left = if x + wide > width { x - wide } else { x };
            ctx.fill_rect(left, 0.0, wide, 18.0 * ratio);
            ctx.set_fill_style_str(&theme.surface);
            let _ = ctx.fill_text(&text, left + 4.0 * ratio, 9.0 * ratio);
            for row in frame.visible().map(|i| &frame.rows.list[i]) {
                let RowId::Track(Track::Counter(at)) = row.id else { continue };
                let Some(counter) = frame.trace.counters.get(at as usize).filter(|c| c.why.is_empty()) else {
                    continue;
                };
                let text = counter_words(frame.trace, counter, Some(time));
                let wide = ctx.measure_text(&text).map_or(0.0, |m| m.width()) + 8.0 * ratio;
                let left = if x + line + wide > width { x - wide } else { x + line };
                let (y, height) = frame.inner(row);
                let middle = y as f64 + height as f64 / 2.0;
                ctx.set_fill_style_str(&theme.plates[State::Sleeping as usize]);
                ctx.fill_rect(left, middle - 8.0 * ratio, wide, 16.0 * ratio);
                ctx.set_fill_style_str(&theme.text);
                let _ = ctx.fill_text(&text, left + 4.0 * ratio, middle);
            }
        }
    }

    fn map(&self, theme: &Theme) {
        let Some((canvas, ctx)) = self.canvases.map.get_untracked().and_then(|c| context(&c)) else { return };
        let ratio = self.view.size.get_untracked().ratio;
        let css = canvas.client_width() as f64;
        let (width, height) = ((css * ratio).floor() as u32, (MAP * ratio).floor() as u32);
        let Some(model) = self.view.model.get_untracked().filter(|_| width > 0) else { return };
        resize(&canvas, width, height);
        let lanes = leaves(&model.trace, None);
        let whole = Viewport::fit(model.index.extent);
        let mut columns = activity(&model.index, &lanes, None, whole, width as usize);
        close(&mut columns, whole);
        let mut image = Image::new(width, height);
        minimap(&columns, &theme.palette, &mut image);
        put(&ctx, &image);
    }
}

fn axis_of(frame: &Frame) -> Axis {
    axis(frame.view, frame.width as f64 / frame.ratio, APART)
}

/// A thin curve from one lane to another at a moment: who woke whom.
pub fn arrow(ctx: &CanvasRenderingContext2d, frame: &Frame, (from, to): (LaneId, LaneId), time: Nanos, theme: &Theme) {
    let (Some(from), Some(to)) = (frame.rows.shown(from), frame.rows.shown(to)) else { return };
    let middle = |row: usize| {
        let (y, height) = frame.inner(&frame.rows.list[row]);
        y as f64 + height as f64 / 2.0
    };
    let (x, y0, y1) = (frame.view.x(time, frame.width as f64), middle(from), middle(to));
    let (bend, head) = (14.0 * frame.ratio, 4.0 * frame.ratio);
    ctx.set_line_width(frame.ratio.max(1.0));
    ctx.set_stroke_style_str(&theme.accent);
    ctx.begin_path();
    ctx.move_to(x, y0);
    ctx.bezier_curve_to(x + bend, y0, x + bend, y1, x, y1);
    ctx.move_to(x + head * 1.6, y1 - head);
    ctx.line_to(x, y1);
    ctx.line_to(x + head * 1.6, y1 + head);
    ctx.stroke();
}

/// The words of a scene, within its part of the canvas.
fn write(ctx: &CanvasRenderingContext2d, scene: &Scene, frame: &Frame, theme: &Theme) {
    let ratio = frame.ratio;
    let (pad, high) = (4.0 * ratio, 15.0 * ratio);
    ctx.save();
    ctx.begin_path();
    ctx.rect(0.0, scene.top as f64, frame.width as f64, (scene.bottom - scene.top) as f64);
    ctx.clip();
    for label in scene.labels.iter().filter(|l| l.on != State::Running) {
        ctx.set_fill_style_str(&theme.plates[label.on as usize]);
        ctx.fill_rect(label.x - pad, (label.y - high / 2.0).round(), label.width + 2.0 * pad, high.round());
    }
    for (running, ink) in [(true, &theme.running_ink), (false, &theme.text)] {
        ctx.set_fill_style_str(ink);
        for label in scene.labels.iter().filter(|l| (l.on == State::Running) == running) {
            let _ = ctx.fill_text(&label.text, label.x, label.y + 0.5 * ratio);
        }
    }
    ctx.restore();
}

fn context(canvas: &HtmlCanvasElement) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let ctx = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    Some((canvas.clone(), ctx))
}

/// Setting a canvas' size clears it, so it is only done when it changes.
fn resize(canvas: &HtmlCanvasElement, width: u32, height: u32) {
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
}

fn put(ctx: &CanvasRenderingContext2d, image: &Image) {
    let bytes = image.pixels.as_flattened();
    if let Ok(data) = ImageData::new_with_u8_clamped_array_and_sh(Clamped(bytes), image.width, image.height) {
        let _ = ctx.put_image_data(&data, 0.0, 0.0);
    }
}

pub fn outline(ctx: &CanvasRenderingContext2d, frame: &Frame, span: u32, thick: f64) {
    let Some(&lane) = frame.trace.spans.lane.get(span as usize) else { return };
    let Some(row) = frame.rows.shown(lane) else { return };
    let (start, end) = (frame.trace.spans.start[span as usize], frame.trace.spans.end[span as usize]);
    let (y, height) = frame.inner(&frame.rows.list[row]);
    let x0 = frame.x(start) as f64;
    let x1 = (frame.x(end) as f64).max(x0 + 3.0 * frame.ratio);
    ctx.set_line_width(thick);
    ctx.stroke_rect(x0, y as f64, x1 - x0, height as f64);
}
