//! The display list as pixels: bars with their patterns, painted into a buffer by plain loops, with the caller's palette.

use super::index::Sums;
use super::scene::{Bed, Link, Scene};
use super::shape::{Area, Look, mark_state, shapes};
use super::strip::is_line;
use crate::trace::{EventKind, State};

/// A colour.
pub type Rgb = [u8; 3];

/// What the theme says about the canvas. States are in the order of `State::ALL`.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    pub surface: Rgb,
    pub bed: Rgb,
    pub grid: Rgb,
    /// Births, ends and lines to starters.
    pub line: Rgb,
    pub states: [Rgb; 7],
}

impl Palette {
    /// What lies between the strokes of a state's pattern.
    pub fn tint(&self, state: State) -> Rgb {
        mixed(self.states[state as usize], self.bed, 0.3)
    }
}

/// Opaque RGBA pixels, row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<[u8; 4]>,
    /// Only rows of pixels from here to there are painted.
    clip: (i32, i32),
}

impl Image {
    pub fn new(width: u32, height: u32) -> Image {
        Image { width, height, ..Image::default() }
    }

    /// The size is changed and everything filled.
    pub fn reset(&mut self, width: u32, height: u32, colour: Rgb) {
        self.clip = (0, height as i32);
        (self.width, self.height) = (width, height);
        self.pixels.clear();
        self.pixels.resize(width as usize * height as usize, opaque(colour));
    }

    /// One row of pixels within `x0..x1`, clipped; empty outside.
    fn row(&mut self, y: i32, x0: i32, x1: i32) -> (usize, &mut [[u8; 4]]) {
        let from = x0.clamp(0, self.width as i32) as usize;
        let to = x1.clamp(from as i32, self.width as i32) as usize;
        if y < self.clip.0 || y >= self.clip.1 {
            return (from, &mut []);
        }
        let line = y as usize * self.width as usize;
        (from, &mut self.pixels[line + from..line + to])
    }

    fn fill(&mut self, x0: i32, x1: i32, y0: i32, y1: i32, colour: Rgb) {
        for y in y0.max(self.clip.0)..y1.min(self.clip.1) {
            self.row(y, x0, x1).1.fill(opaque(colour));
        }
    }

    fn blend(&mut self, x: i32, y: i32, colour: Rgb, share: f64) {
        if let Some(pixel) = self.row(y, x, x + 1).1.first_mut() {
            *pixel = opaque(mixed(colour, [pixel[0], pixel[1], pixel[2]], share));
        }
    }
}

fn opaque(c: Rgb) -> [u8; 4] {
    [c[0], c[1], c[2], 255]
}

/// `share` of `a`, the rest `b`.
fn mixed(a: Rgb, b: Rgb, share: f64) -> Rgb {
    let one = |i: usize| (a[i] as f64 * share + b[i] as f64 * (1.0 - share) + 0.5) as u8;
    [one(0), one(1), one(2)]
}

/// Paints a scene; `ratio` is device pixels for one css pixel.
pub fn paint(scene: &Scene, palette: &Palette, ratio: f64, image: &mut Image) {
    let (width, height) = (image.width, image.height);
    image.reset(width, height, palette.surface);
    let mut brush = Brush { image, palette, unit: (ratio.round() as i32).max(1), phase: scene.phase };
    brush.scene(scene);
    if let Some(shelf) = &scene.shelf {
        brush.scene(shelf);
        let y = shelf.bottom;
        brush.image.fill(0, width as i32, y - brush.unit, y, palette.line);
    }
    brush.image.clip = (0, height as i32);
}

/// Activity (time per state and column) as stacked shares of the busiest column, in a picture so high: for each column the upper edge of
/// each state's share, from the top, and from the lowest state up.
pub fn stacked(columns: &[Sums], height: i32) -> impl Iterator<Item = [i32; 7]> {
    let most = columns.iter().map(|c| c.iter().sum::<u64>()).max().unwrap_or(0).max(1);
    columns.iter().map(move |sums| {
        let mut below = 0u64;
        State::ALL.map(|state| {
            below += sums[state as usize];
            height - ((below as u128 * height as u128 + most as u128 / 2) / most as u128) as i32
        })
    })
}

/// Paints activity (time per state and column) as stacked shares of the busiest column, over the whole image.
pub fn minimap(columns: &[Sums], palette: &Palette, image: &mut Image) {
    let (width, height) = (image.width, image.height);
    image.reset(width, height, palette.bed);
    for (x, tops) in stacked(columns, height as i32).enumerate() {
        let mut y = height as i32;
        for (state, top) in State::ALL.into_iter().zip(tops) {
            let colour = palette.states[state as usize];
            // Waiting is the background of the picture, work its subject.
            let strength = if is_line(state) {
                0.25
            } else if state == State::Blocked {
                0.45
            } else {
                1.0
            };
            let colour = mixed(colour, palette.bed, strength);
            image.fill(x as i32, x as i32 + 1, top, y, colour);
            y = top;
        }
    }
}

struct Brush<'a> {
    image: &'a mut Image,
    palette: &'a Palette,
    /// Device pixels for one step of a pattern.
    unit: i32,
    phase: i32,
}

impl Brush<'_> {
    fn scene(&mut self, scene: &Scene) {
        let height = self.image.height as i32;
        self.image.clip = (scene.top.clamp(0, height), scene.bottom.clamp(0, height));
        for bed in &scene.beds {
            self.image.fill(bed.x0, bed.x1, bed.y, bed.y + bed.height, self.palette.bed);
        }
        for &x in &scene.grid {
            self.image.fill(x, x + 1, 0, height, self.palette.grid);
        }
        for link in &scene.links {
            self.link(link);
        }
        for bar in &scene.bars {
            shapes(bar, self.unit, |state, look, area| self.shape(state, look, area));
        }
        for bed in &scene.beds {
            self.ends(bed);
        }
        if let Some(x) = scene.cut {
            let ink = self.palette.states[State::Gil as usize];
            self.image.fill(x, x + self.unit, 0, height, ink);
        }
        for mark in &scene.marks {
            self.cross(mark.x, mark.y, mark.height, mark.kind);
        }
    }

    /// A line from the starter's row to the row of what it started.
    fn link(&mut self, link: &Link) {
        let (x, u) = (link.x - self.unit, self.unit);
        let (from, to) = (link.from.min(link.to), link.from.max(link.to));
        self.image.fill(x, x + u, from, to + u, self.palette.line);
    }

    /// A small flag where a life begins, a line where it ends.
    fn ends(&mut self, bed: &Bed) {
        let (u, line) = (self.unit, self.palette.line);
        if bed.born {
            self.image.fill(bed.x0 - u, bed.x0, bed.y, bed.y + bed.height, line);
            for step in 0..3 * u {
                self.image.fill(bed.x0 - u, bed.x0 + 3 * u - step, bed.y + step, bed.y + step + 1, line);
            }
        }
        if bed.died {
            self.image.fill(bed.x1, bed.x1 + u, bed.y, bed.y + bed.height, line);
        }
    }

    fn shape(&mut self, state: State, look: Look, area: Area) {
        let ink = self.palette.states[state as usize];
        match look {
            Look::Line => self.line(state, area),
            Look::Solid => self.image.fill(area.x0, area.x1, area.y0, area.y1, ink),
            Look::Faint => self.image.fill(area.x0, area.x1, area.y0, area.y1, self.palette.tint(state)),
            Look::Share if is_line(state) => self.share(state, area),
            Look::Block if area.width() < 3 * self.unit => {
                self.image.fill(area.x0, area.x1, area.y0, area.y1, ink);
            }
            Look::Share | Look::Block => self.texture(state, area),
        }
    }

    /// A part of a crowd: states that are lines elsewhere are faint areas with their pattern, so that work stands out.
    fn share(&mut self, state: State, area: Area) {
        let (ink, u) = (self.palette.states[state as usize], self.unit);
        let Area { x0, x1, y0, y1 } = area;
        let (faint, ink) = (opaque(mixed(ink, self.palette.bed, 0.22)), opaque(mixed(ink, self.palette.bed, 0.5)));
        let phase = self.phase;
        for y in y0.max(self.image.clip.0)..y1.min(self.image.clip.1) {
            let (from, row) = self.image.row(y, x0, x1);
            for (x, pixel) in (from as i32 + phase..).zip(row) {
                let line = y.rem_euclid(6 * u) < u;
                let inked = match state {
                    State::Sleeping => line,
                    State::Network => (y + (x.rem_euclid(8 * u) - 4 * u).abs() / 2).rem_euclid(6 * u) < u,
                    _ => line && x.rem_euclid(5 * u) < 2 * u,
                };
                *pixel = if inked { ink } else { faint };
            }
        }
    }

    fn texture(&mut self, state: State, area: Area) {
        let Area { x0, x1, y0, y1 } = area;
        let ink = self.palette.states[state as usize];
        let u = self.unit;
        if state == State::Running {
            return self.image.fill(x0, x1, y0, y1, ink);
        }
        let (ink, tint) = (opaque(ink), opaque(self.palette.tint(state)));
        let phase = self.phase;
        for y in y0.max(self.image.clip.0)..y1.min(self.image.clip.1) {
            let (from, row) = self.image.row(y, x0, x1);
            for (x, pixel) in (from as i32 + phase..).zip(row) {
                let inked = match state {
                    State::Ready => (x + y).rem_euclid(4 * u) < 2 * u,
                    State::Gil => (x + y).rem_euclid(6 * u) < 2 * u || (x - y).rem_euclid(6 * u) < 2 * u,
                    _ => x.rem_euclid(5 * u) < 2 * u,
                };
                *pixel = if inked { ink } else { tint };
            }
        }
    }

    fn line(&mut self, state: State, area: Area) {
        let ink = self.palette.states[state as usize];
        let u = self.unit;
        let (from, to, middle) = (area.x0.max(0), area.x1.min(self.image.width as i32), area.middle());
        match state {
            State::Network => {
                let (period, swing) = (12.0 * u as f64, 3.0 * u as f64);
                for x in from..to {
                    // Arcs of a parabola: a sine to the eye, in exact arithmetic.
                    let halves = ((x + self.phase) as f64 * 2.0 / period).rem_euclid(2.0);
                    let (part, side) = if halves < 1.0 { (halves, swing) } else { (halves - 1.0, -swing) };
                    let centre = 4.0 * part * (1.0 - part) * side;
                    let slope = 8.0 * (1.0 - 2.0 * part) * side / period;
                    let lean = (1.0 + slope * slope).sqrt();
                    for dy in -5 * u..5 * u {
                        let away = (dy as f64 + 0.5 - centre).abs() / lean;
                        let share = (u as f64 + 0.5 - away).clamp(0.0, 1.0);
                        if share > 0.0 {
                            self.image.blend(x, middle + dy, ink, share);
                        }
                    }
                }
            }
            State::Awaiting => {
                for y in area.y0..area.y1 {
                    let phase = self.phase;
                    let (first, row) = self.image.row(y, from, to);
                    for (x, pixel) in (first as i32 + phase..).zip(row) {
                        if x.rem_euclid(5 * u) < 2 * u {
                            *pixel = opaque(ink);
                        }
                    }
                }
            }
            _ => self.image.fill(from, to, area.y0, area.y1, ink),
        }
    }

    fn cross(&mut self, x: i32, y: i32, height: i32, kind: EventKind) {
        let (u, ink) = (self.unit, self.palette.states[mark_state(kind) as usize]);
        let (middle, arm) = (y + height / 2, 4 * self.unit);
        if kind == EventKind::Uncaught {
            self.image.fill(x - u / 2, x - u / 2 + u.max(1), y, y + height, ink);
        }
        for (thick, colour) in [(2 * u, self.palette.surface), (u, ink)] {
            for d in -arm..=arm {
                for side in [d, -d] {
                    self.image.fill(x + d - thick / 2, x + d + thick, middle + side, middle + side + 1, colour);
                }
            }
        }
    }
}
