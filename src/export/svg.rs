//! The timeline as a picture of its own: title, words, axis, names, lanes with their patterns, legend. Sharp at any size, text is text.

use std::fmt::Write;

use super::escaped;
use super::paper::{Theme, of_state, rule, sheet};
use crate::timeline::{
    Area, Arrange, Axis, Bar, Fill, Frame, Index, Look, Row, Rows, Scene, Viewport, axis, exact_text, fitted, headline,
    is_line, legend_word, longest_name, mark_state, row_words, scene, shapes,
};
use crate::trace::{EventKind, LaneKind, Nanos, State, Trace};

/// What is drawn, and how.
pub struct Picture<'a> {
    pub trace: &'a Trace,
    pub index: &'a Index,
    /// Above the picture; empty for none.
    pub title: &'a str,
    pub arrange: &'a Arrange,
    /// From when to when; everything when absent.
    pub range: Option<(Nanos, Nanos)>,
    pub theme: Theme,
    /// In css pixels, at least `LEAST`.
    pub width: u32,
}

/// Narrower pictures have no room for lanes beside their names.
pub const LEAST: u32 = 280;
/// Rows beyond these are counted, not drawn.
const MOST_ROWS: usize = 80;
const PAD: f64 = 12.0;
const AXIS: f64 = 22.0;
const LEGEND: f64 = 22.0;
const FONT: &str = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif";

/// About how wide a text is in the usual sans-serif faces at a size: what a picture without a screen can know.
pub fn measure(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 0.29,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '"' | '-' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '×' => 0.92,
        'A'..='Z' | '_' => 0.68,
        c if c < '\u{2e80}' => 0.59,
        _ => 1.05,
    };
    text.chars().map(em).sum::<f64>() * size
}

/// Words in lines that are at most so wide.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure(line, size) + measure(" ", size) + measure(word, size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// The picture as an SVG document.
pub fn svg(picture: &Picture) -> String {
    let trace = picture.trace;
    let width = picture.width.max(LEAST) as f64;
    let mut rows = Rows::new(trace, picture.arrange);
    let left_out = rows.list.len().saturating_sub(MOST_ROWS);
    rows.list.truncate(MOST_ROWS);
    let body = rows.list.last().map_or(0.0, |r| (r.top + r.height + 4) as f64);
    let letters = longest_name(trace, &rows) as f64 * 6.4 + 12.0;
    let gutter = letters.clamp(64.0, (width * 0.34).min(260.0)).round();
    let lanes = width - 2.0 * PAD - gutter;
    let view = match picture.range {
        Some((from, to)) if to > from => Viewport { start: from, end: to },
        _ => Viewport::fit(picture.index.extent),
    };
    let frame = Frame {
        trace,
        index: picture.index,
        rows: &rows,
        view,
        width: lanes as u32,
        height: body as u32,
        ratio: 1.0,
        scroll: 0.0,
    };
    let marks = axis(view, lanes, 76.0);
    let drawn = scene(&frame, &marks, &mut |text| measure(text, 12.0));
    let told = headline(trace);
    let lines = wrapped(&told.words, width - 2.0 * PAD, 12.0);

    let mut out = Out::default();
    let mut y = PAD;
    if !picture.title.is_empty() {
        y += 16.0;
        let title = fitted(picture.title, width - 2.0 * PAD, &mut |t| measure(t, 15.0)).unwrap_or_default();
        out.text(PAD, y - 3.0, "title", &title);
    }
    y += 22.0;
    let mut time = if told.ending.is_empty() { told.time.clone() } else { format!("{}, {}", told.time, told.ending) };
    if picture.range.is_some() {
        time += &format!(", here from {} to {}", exact_text(view.start), exact_text(view.end));
    }
    out.text(PAD, y - 5.0, "time", &time);
    for line in &lines {
        y += 17.0;
        out.text(PAD, y - 5.0, "", line);
    }
    y += 4.0;
    let x0 = PAD + gutter;
    out.axis(&marks, &frame, x0, y, lanes);
    y += AXIS;
    for row in &rows.list {
        out.name(picture, &rows, row, y, gutter);
    }
    let _ = write!(out.0, "<svg x=\"{x0}\" y=\"{y}\" width=\"{lanes}\" height=\"{body}\">");
    out.scene(&drawn, lanes, body);
    if let Some(shelf) = &drawn.shelf {
        out.scene(shelf, lanes, body);
    }
    out.0.push_str("</svg>");
    y += body + 4.0;
    if left_out > 0 {
        out.text(PAD, y + 12.0, "muted", &format!("and {left_out} more lanes"));
        y += 18.0;
    }
    out.legend(trace, &mut y, width);
    let height = y + PAD - 4.0;

    let name = if picture.title.is_empty() { "Timeline of a run" } else { picture.title };
    let sheet = style(picture.theme);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\
         <title>{}</title><desc>{}</desc><style>{sheet}</style>{PATTERNS}\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>{}</svg>\n",
        escaped(name),
        escaped(&format!("{time}. {}", told.words)),
        out.0
    )
}

/// What lies between the strokes of a pattern is the state's own colour over the lane's, and the strokes are the raster's.
pub const PATTERNS: &str = "<defs>\
<pattern id=\"ilv-ready\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect class=\"ready tint\" width=\"4\" height=\"4\"/><path class=\"ready\" d=\"M0 0h2l-2 2zM4 0v2l-2 2h-2z\"/></pattern>\
<pattern id=\"ilv-gil\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect class=\"gil tint\" width=\"6\" height=\"6\"/><path class=\"gil ink\" d=\"M-1 -1l8 8M7 -1l-8 8\"/></pattern>\
<pattern id=\"ilv-blocked\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect class=\"blocked tint\" width=\"5\" height=\"5\"/><rect class=\"blocked\" width=\"2\" height=\"5\"/></pattern>\
<pattern id=\"ilv-network\" width=\"12\" height=\"10\" y=\"-5\" patternUnits=\"userSpaceOnUse\"><path class=\"wait ink\" d=\"M0 5q3 -6 6 0t6 0\"/></pattern>\
<pattern id=\"ilv-awaiting\" width=\"5\" height=\"2\" patternUnits=\"userSpaceOnUse\"><rect class=\"wait\" width=\"2\" height=\"2\"/></pattern>\
</defs>";

fn style(theme: Theme) -> String {
    let mut rules = vec![
        rule(".paper", "fill", "--timeline-surface"),
        rule("text", "fill", "--timeline-text"),
        rule(".muted", "fill", "--timeline-muted"),
        rule(".bed", "fill", "--timeline-bed"),
        rule(".grid", "fill", "--timeline-grid"),
        rule(".mark", "fill", "--timeline-mark"),
        rule(".onrun", "fill", "--state-running-ink"),
        rule(".ink.gil,.cross.gil", "stroke", "--state-gil"),
        rule(".ink.wait,.cross.wait", "stroke", "--state-wait"),
    ];
    rules.extend(State::ALL.into_iter().take(5).map(|s| rule(&format!(".{}", class(s)), "fill", of_state(s))));
    format!(
        "text{{font:12px {FONT}}}.title{{font-size:15px;font-weight:600}}.time{{font-size:14px;font-weight:600}}\
         .bold{{font-weight:600}}{}.tint{{fill-opacity:.3}}.ink,.cross{{fill:none;stroke-width:2}}.cross{{stroke-width:1.5}}",
        sheet(&rules, theme)
    )
}

/// The class of a state's colour; lines share theirs.
pub fn class(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready => "ready",
        State::Gil => "gil",
        State::Blocked => "blocked",
        State::Sleeping | State::Network | State::Awaiting => "wait",
    }
}

/// How areas of a state are filled.
pub fn texture(state: State) -> &'static str {
    match state {
        State::Ready => "url(#ilv-ready)",
        State::Gil => "url(#ilv-gil)",
        State::Blocked => "url(#ilv-blocked)",
        _ => "",
    }
}

/// Boxes that look alike are one path: a picture of thousands of bars stays small.
#[derive(Default)]
struct Boxes {
    /// Solid areas, patterned areas and faint areas by state.
    solid: [String; 7],
    patterned: [String; 7],
    faint: [String; 7],
}

fn rect(path: &mut String, x0: i32, x1: i32, y0: i32, y1: i32) {
    if x1 > x0 && y1 > y0 {
        let _ = write!(path, "M{x0} {y0}h{}v{}h{}z", x1 - x0, y1 - y0, x0 - x1);
    }
}

impl Boxes {
    fn bar(&mut self, bar: &Bar, out: &mut Out) {
        shapes(bar, 1, |state, look, area| {
            let s = state as usize;
            // What is too short for a pixel is drawn as one.
            let area = Area { x1: area.x1.max(area.x0 + (look == Look::Line) as i32), ..area };
            let path = match look {
                // Patterns lie on a grid of the whole picture, so that these are put where theirs is.
                Look::Line if state == State::Network => {
                    return out.strip(Area { y0: -5, y1: 5, ..area }, area.middle(), "ilv-network");
                }
                Look::Line if state == State::Awaiting => {
                    return out.strip(Area { y0: 0, y1: 2, ..area }, area.y0, "ilv-awaiting");
                }
                Look::Line | Look::Solid => &mut self.solid[s],
                Look::Faint => &mut self.faint[s],
                Look::Share if is_line(state) => &mut self.faint[s],
                _ if state == State::Running || area.width() < 3 => &mut self.solid[s],
                _ => &mut self.patterned[s],
            };
            rect(path, area.x0, area.x1, area.y0, area.y1);
        });
    }

    fn write(&self, out: &mut Out) {
        for state in State::ALL {
            let s = state as usize;
            for (path, extra) in [(&self.faint[s], " tint"), (&self.solid[s], "")] {
                if !path.is_empty() {
                    let _ = write!(out.0, "<path class=\"{}{extra}\" d=\"{path}\"/>", class(state));
                }
            }
            if !self.patterned[s].is_empty() {
                let _ = write!(out.0, "<path fill=\"{}\" d=\"{}\"/>", texture(state), self.patterned[s]);
            }
        }
    }
}

/// The document as it grows.
#[derive(Default)]
struct Out(String);

impl Out {
    fn text(&mut self, x: f64, y: f64, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = write!(self.0, "<text x=\"{x:.1}\" y=\"{y:.1}\"{class}>{}</text>", escaped(text));
    }

    /// A stroke that is a pattern, in a system of its own that begins at `y`.
    fn strip(&mut self, area: Area, y: i32, pattern: &str) {
        let _ = write!(
            self.0,
            "<g transform=\"translate(0 {y})\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#{pattern})\"/></g>",
            area.x0,
            area.y0,
            area.width(),
            area.y1 - area.y0
        );
    }

    fn axis(&mut self, axis: &Axis, frame: &Frame, x0: f64, y: f64, lanes: f64) {
        let mut free = 0.0;
        for tick in &axis.ticks {
            let (x, wide) = (frame.x(tick.time) as f64, measure(&tick.label, 12.0));
            let _ = write!(
                self.0,
                "<rect class=\"mark\" x=\"{}\" y=\"{}\" width=\"1\" height=\"5\"/>",
                x0 + x,
                y + AXIS - 5.0
            );
            let at = (x - wide / 2.0).max(0.0);
            if at >= free && at + wide <= lanes + PAD {
                self.text(x0 + at, y + AXIS - 9.0, "muted", &tick.label);
                free = at + wide + 8.0;
            }
        }
    }

    fn name(&mut self, picture: &Picture, rows: &Rows, row: &Row, top: f64, gutter: f64) {
        let (main, aside) = row_words(picture.trace, rows, row);
        let x = PAD + row.depth as f64 * 10.0;
        let y = top + row.top as f64 + row.height as f64 / 2.0 + 4.0;
        let space = gutter - row.depth as f64 * 10.0 - 8.0;
        let heading = row.kind == LaneKind::Process;
        let grow = if heading { 1.07 } else { 1.0 };
        let main = fitted(&main, space, &mut |t| measure(t, 12.0) * grow).unwrap_or(main);
        let wide = measure(&main, 12.0) * grow;
        self.text(x, y, if heading { "bold" } else { "" }, &main);
        let aside = fitted(&aside, space - wide - 6.0, &mut |t| measure(t, 12.0));
        if let Some(aside) = aside.filter(|a| !a.is_empty()) {
            self.text(x + wide + 6.0, y, "muted", &aside);
        }
    }

    fn scene(&mut self, scene: &Scene, width: f64, height: f64) {
        let mut beds = String::new();
        for bed in &scene.beds {
            rect(&mut beds, bed.x0, bed.x1, bed.y, bed.y + bed.height);
        }
        let _ = write!(self.0, "<path class=\"bed\" d=\"{beds}\"/>");
        let (mut grid, mut marks) = (String::new(), String::new());
        scene.grid.iter().for_each(|&x| rect(&mut grid, x, x + 1, 0, height as i32));
        for link in &scene.links {
            rect(&mut marks, link.x - 1, link.x, link.from.min(link.to), link.from.max(link.to) + 1);
        }
        for bed in &scene.beds {
            if bed.born {
                let _ = write!(marks, "M{} {}h3l-3 3z", bed.x0, bed.y);
                rect(&mut marks, bed.x0 - 1, bed.x0, bed.y, bed.y + bed.height);
            }
            if bed.died {
                rect(&mut marks, bed.x1, bed.x1 + 1, bed.y, bed.y + bed.height);
            }
        }
        let _ = write!(self.0, "<path class=\"grid\" d=\"{grid}\"/>");
        let mut boxes = Boxes::default();
        for bar in &scene.bars {
            boxes.bar(bar, self);
        }
        boxes.write(self);
        let _ = write!(self.0, "<path class=\"mark\" d=\"{marks}\"/>");
        if let Some(x) = scene.cut {
            let _ = write!(self.0, "<rect class=\"gil\" x=\"{x}\" width=\"1\" height=\"{height}\"/>");
        }
        for mark in &scene.marks {
            let (x, y) = (mark.x, mark.y + mark.height / 2);
            let _ = write!(
                self.0,
                "<path class=\"cross {}\" d=\"M{} {}l8 8m0 -8l-8 8\"/>",
                class(mark_state(mark.kind)),
                x - 4,
                y - 4
            );
            if mark.kind == EventKind::Uncaught {
                let _ = write!(
                    self.0,
                    "<rect class=\"gil\" x=\"{x}\" y=\"{}\" width=\"1\" height=\"{}\"/>",
                    mark.y, mark.height
                );
            }
        }
        for label in &scene.labels {
            let space = width - label.x;
            if label.on == State::Running {
                self.text(label.x, label.y + 4.0, "onrun", &label.text);
                continue;
            }
            // Behind words on a state lies its own tint, so that a label never looks like a hole in it.
            let (x, wide) = (label.x - 4.0, (label.width + 8.0).min(space + 4.0));
            let y = label.y - 7.5;
            let plate = |class: &str| {
                format!("<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"15\"/>")
            };
            self.0.push_str(&plate("bed"));
            if !is_line(label.on) {
                self.0.push_str(&plate(&format!("{} tint", class(label.on))));
            }
            self.text(label.x, label.y + 4.0, "", &label.text);
        }
    }

    /// The states that occur, in as many lines as they need.
    fn legend(&mut self, trace: &Trace, y: &mut f64, width: f64) {
        let mut there = [false; 7];
        trace.spans.state.iter().for_each(|&s| there[s.min(6) as usize] = true);
        let mut x = PAD;
        for state in State::ALL.into_iter().filter(|&s| there[s as usize]) {
            let words = legend_word(state);
            let wide = 28.0 + measure(words, 12.0) + 16.0;
            if x + wide > width && x > PAD {
                x = PAD;
                *y += LEGEND;
            }
            let (left, middle) = (x as i32, *y as i32 + 11);
            let mut boxes = Boxes::default();
            let fill = Fill::State { state, left: true, right: true };
            boxes.bar(&Bar { x0: left, x1: left + 22, y: middle - 7, height: 14, fill }, self);
            boxes.write(self);
            self.text(x + 28.0, *y + 15.0, "muted", words);
            x += wide;
        }
        if x > PAD {
            *y += LEGEND;
        }
    }
}
