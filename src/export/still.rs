//! The picture of a run that stands in a page until the page can draw its own: minimap, axis and lanes in shares of whatever width they
//! get. Colours and places of words are the page's style sheet's (`style/still.css`).

use std::fmt::Write;

use super::escaped;
use super::svg::{PATTERNS, class, measure, texture};
use crate::timeline::{
    Area, Arrange, Axis, Bed, Frame, Index, Label, Look, Rows, Scene, Viewport, activity, axis, close, is_line, leaves,
    scene, shapes, stacked,
};
use crate::trace::{State, Trace};

/// The width at which things are placed: fine enough for every screen.
const WIDE: u32 = 2000;
/// What is narrower there keeps half of that in pixels on every screen, and stays seen.
const NARROW: i32 = 6;
/// Screens have these widths. Words that do not fit at the first one are left out.
const SCREENS: std::ops::Range<u32> = 200..2600;
/// As the page has them (`ui/timeline/stage.rs`), in css pixels.
const APART: f64 = 84.0;
const MAP: i32 = 28;
const AXIS: u32 = 24;

/// Parts of a page.
pub struct Still {
    pub map: String,
    pub axis: String,
    pub lanes: String,
    /// Rules of a style sheet: what stands at which width, and where words stand.
    pub rules: String,
}

/// The whole of a run that ended by itself; `None` for any other, whose end would need marks that are not drawn here.
pub fn still(trace: &Trace, index: &Index) -> Option<Still> {
    let rows = Rows::new(trace, &Arrange::default());
    let view = Viewport::fit(index.extent);
    let height = rows.list.last().map_or(0, |r| r.top + r.height);
    let frame = |width| Frame { trace, index, rows: &rows, view, width, height, ratio: 1.0, scroll: 0.0 };
    let at = |width| scene(&frame(width), &Axis::default(), &mut |text| measure(text, 12.0));
    let (drawn, least) = (at(WIDE), at(SCREENS.start));
    if drawn.cut.is_some() || !drawn.marks.is_empty() || drawn.shelf.is_some() {
        return None;
    }
    let mut rules = String::new();
    let (mut ticks, mut grid) = (String::new(), String::new());
    for (n, part) in axes(view).iter().enumerate() {
        let _ = write!(rules, ".w{n}{{display:none}}@container still (width>={}px)", part.from);
        if let Some(to) = part.to {
            let _ = write!(rules, " and (width<{to}px)");
        }
        let _ = write!(rules, "{{.w{n}{{display:inline}}}}");
        let _ = write!(ticks, "<g class=\"w{n}\">{}</g>", part.ticks(view));
        let _ = write!(grid, "<g class=\"w{n} grid\">{}</g>", part.grid(view));
    }
    let mut words = String::new();
    let fits = |label: &&Label| least.labels.iter().any(|l| l.text == label.text && l.y == label.y);
    for (n, label) in drawn.labels.iter().filter(fits).enumerate() {
        let before = if label.on == State::Running { 5.0 } else { 14.0 };
        let _ = write!(words, "<span class=\"{} l{n}\">{}</span>", class(label.on), escaped(&label.text));
        let (left, top) = (share(label.x - before), (label.y - 7.5).round());
        let _ = write!(rules, ".still .l{n}{{left:calc({left} + {before}px);top:{top}px}}");
    }
    let lanes = format!("<svg>{PATTERNS}{}{words}", lanes(&drawn, &grid).0 + "</svg>");
    Some(Still { map: map(trace, index, view), axis: format!("<svg>{ticks}</svg>"), lanes, rules })
}

/// A place in per cent of the width.
fn share(x: f64) -> String {
    format!("{:.2}%", x * 100.0 / f64::from(WIDE))
}

/// The axis of screens from a width on, up to another.
struct Part {
    axis: Axis,
    /// Labels that have room, by the tick.
    shown: Vec<bool>,
    from: u32,
    to: Option<u32>,
}

/// The axes for all widths, from the narrowest.
fn axes(view: Viewport) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for width in SCREENS {
        let axis = axis(view, f64::from(width), APART);
        let room = |label: &str, time| {
            let wide = measure(label, 12.0);
            (view.x(time, f64::from(width)) - wide / 2.0).max(2.0) + wide <= f64::from(width)
        };
        let shown: Vec<bool> = axis.ticks.iter().map(|t| room(&t.label, t.time)).collect();
        match parts.last_mut() {
            Some(last) if last.axis == axis && last.shown == shown => {}
            last => {
                let from = if let Some(last) = last { *last.to.insert(width) } else { 0 };
                parts.push(Part { axis, shown, from, to: None });
            }
        }
    }
    parts
}

impl Part {
    fn ticks(&self, view: Viewport) -> String {
        let mut out = String::new();
        let x = |time| share(view.x(time, f64::from(WIDE)));
        let mut line = |time, class: &str, high: u32| {
            let _ = write!(
                out,
                "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"1\" height=\"{high}\"/>",
                x(time),
                AXIS - high
            );
        };
        self.axis.minor.iter().for_each(|&time| line(time, "minor", 3));
        self.axis.ticks.iter().for_each(|tick| line(tick.time, "tick", 6));
        for (tick, _) in self.axis.ticks.iter().zip(&self.shown).filter(|(_, shown)| **shown) {
            let first = tick.time == view.start;
            let (x, anchor) = if first { ("2".into(), "") } else { (x(tick.time), " class=\"middle\"") };
            let _ = write!(out, "<text x=\"{x}\" y=\"10\"{anchor}>{}</text>", escaped(&tick.label));
        }
        out
    }

    fn grid(&self, view: Viewport) -> String {
        let line = |time| format!("<rect x=\"{}\" width=\"1\" height=\"100%\"/>", share(view.x(time, f64::from(WIDE))));
        self.axis.ticks.iter().map(|tick| line(tick.time)).collect()
    }
}

/// The document as it grows.
struct Out(String);

impl Out {
    /// A rectangle whose width follows the screen's, unless it is too narrow to be seen then.
    fn area(&mut self, look: &str, area: Area) {
        let wide = area.width();
        let wide = if wide < NARROW { (wide / 2).max(1).to_string() } else { share(f64::from(wide)) };
        self.rect(look, area, &wide);
    }

    fn rect(&mut self, look: &str, Area { x0, y0, y1, .. }: Area, wide: &str) {
        let x = share(f64::from(x0));
        let _ = write!(self.0, "<rect {look} x=\"{x}\" y=\"{y0}\" width=\"{wide}\" height=\"{}\"/>", y1 - y0);
    }

    /// A shape in pixels beside a place.
    fn beside(&mut self, x: i32, path: &str) {
        let _ = write!(self.0, "<svg x=\"{}\"><path d=\"{path}\"/></svg>", share(f64::from(x)));
    }

    /// A stroke that is a pattern, in a system of its own that begins at `y`.
    fn strip(&mut self, area: Area, y: i32, pattern: &str) {
        let _ = write!(self.0, "<g transform=\"translate(0 {y})\">");
        self.area(&format!("fill=\"url(#{pattern})\""), area);
        self.0.push_str("</g>");
    }

    fn shape(&mut self, state: State, look: Look, area: Area) {
        let plain = format!("class=\"{}\"", class(state));
        match look {
            Look::Line if state == State::Network => {
                self.strip(Area { y0: -5, y1: 5, ..area }, area.middle(), "ilv-network");
            }
            Look::Line if state == State::Awaiting => {
                self.strip(Area { y0: 0, y1: 2, ..area }, area.y0, "ilv-awaiting")
            }
            Look::Faint => self.area(&format!("class=\"{} tint\"", class(state)), area),
            Look::Share if is_line(state) => self.area(&format!("class=\"{} tint\"", class(state)), area),
            Look::Share | Look::Block if state != State::Running && area.width() >= NARROW => {
                self.area(&format!("fill=\"{}\"", texture(state)), area);
            }
            _ => self.area(&plain, area),
        }
    }

    /// A small flag where a life begins, a line where it ends.
    fn ends(&mut self, bed: &Bed) {
        let Bed { x0, x1, y, height, .. } = *bed;
        if bed.born {
            self.beside(x0, &format!("M-1 {y}h1v{height}h-1zM0 {y}h3l-3 3z"));
        }
        if bed.died {
            self.beside(x1 - 1, &format!("M1 {y}h1v{height}h-1z"));
        }
    }
}

/// In the order of the canvas (`timeline/raster.rs`).
fn lanes(scene: &Scene, grid: &str) -> Out {
    let mut out = Out(String::new());
    for bed in &scene.beds {
        out.area("class=\"bed\"", Area { x0: bed.x0, x1: bed.x1, y0: bed.y, y1: bed.y + bed.height });
    }
    out.0.push_str(grid);
    out.0.push_str("<g class=\"mark\">");
    for link in &scene.links {
        let (from, to) = (link.from.min(link.to), link.from.max(link.to));
        out.beside(link.x, &format!("M-1 {from}h1v{}h-1z", to + 1 - from));
    }
    out.0.push_str("</g>");
    for bar in &scene.bars {
        shapes(bar, 1, |state, look, area| out.shape(state, look, area));
    }
    out.0.push_str("<g class=\"mark\">");
    scene.beds.iter().for_each(|bed| out.ends(bed));
    out.0.push_str("</g>");
    out
}

/// Activity as stacked shares of the busiest column.
fn map(trace: &Trace, index: &Index, view: Viewport) -> String {
    let mut columns = activity(index, &leaves(trace, None), None, view, WIDE as usize);
    close(&mut columns, view);
    let mut out = Out(String::new());
    let columns: Vec<_> = stacked(&columns, MAP).collect();
    let mut x0 = 0;
    for alike in columns.chunk_by(|a, b| a == b) {
        let x1 = x0 + alike.len() as i32;
        let mut y1 = MAP;
        for (state, &y0) in State::ALL.into_iter().zip(&alike[0]) {
            if y0 < y1 {
                let area = Area { x0, x1, y0, y1 };
                out.rect(&format!("class=\"{}\"", class(state)), area, &share(f64::from(area.width())));
            }
            y1 = y0;
        }
        x0 = x1;
    }
    format!("<svg>{}</svg>", out.0)
}
