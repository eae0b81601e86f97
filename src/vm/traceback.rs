//! Exceptions as text: what CPython 3.13's `traceback` module prints.

use super::excerpt::excerpt;
use super::native::Signal;
use super::object::{Obj, Traceback};
use super::value::Value;
use super::{Fiber, Stop, Vm, class};
use crate::source::LineIndex;

const HEAD: &str = "Traceback (most recent call last):\n";
const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// How long the text of an exception may take to be made, in picoseconds of CPU time, and how much it may allocate.
const LONG: u64 = 2_000_000_000_000;
const QUIET: usize = 2_000_000;

/// How an exception is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// At most so many frames: the outermost, or the innermost if negative.
    pub limit: Option<i64>,
    /// Whether causes and contexts are shown too.
    pub chain: bool,
    /// How many members of a group are shown.
    pub width: usize,
    /// How deeply nested groups are shown.
    pub depth: usize,
}

impl Default for Shown {
    fn default() -> Self {
        Shown { limit: None, chain: true, width: 15, depth: 10 }
    }
}

/// An exception to be shown, and its relatives by their place in the list of all.
struct Node {
    exc: Value,
    traceback: Value,
    /// What is shown before it, and in which words it is introduced.
    earlier: Option<(usize, &'static str)>,
    members: Option<Vec<usize>>,
}

/// A text in the making: a list of pieces as `traceback.format_exception` gives them.
struct Printer<'a> {
    vm: &'a mut Vm,
    how: Shown,
    nodes: Vec<Node>,
    /// Groups around the present place.
    depth: usize,
    /// Whether the innermost group that is open has still to draw its last line.
    close: bool,
    out: Vec<String>,
}

impl Vm {
    /// The text that an uncaught exception prints, with a line end.
    pub fn format_exception(&mut self, exc: Value) -> String {
        let traceback = self.as_exception(exc).map_or(Value::None, |e| e.traceback);
        self.exception_pieces(exc, traceback, Shown::default()).concat()
    }

    /// The same in pieces: a heading, one for each frame, the last line, one for each note.
    pub fn exception_pieces(&mut self, exc: Value, traceback: Value, how: Shown) -> Vec<String> {
        let nodes = self.relatives(exc, traceback, how.chain);
        let mut printer = Printer { vm: self, how, nodes, depth: 0, close: false, out: Vec::new() };
        printer.show(0);
        printer.out
    }

    /// An exception, its causes, contexts and members, each once, in the order in which CPython meets them.
    fn relatives(&mut self, exc: Value, traceback: Value, chain: bool) -> Vec<Node> {
        let node = |exc, traceback| Node { exc, traceback, earlier: None, members: None };
        let mut nodes = vec![node(exc, traceback)];
        let mut seen = vec![exc];
        let mut open = vec![0];
        while let Some(at) = open.pop() {
            let exc = nodes[at].exc;
            let Some(e) = self.as_exception(exc) else { continue };
            let (cause, context, suppressed) = (e.cause, e.context, e.suppress_context);
            let members = e.args.get(1).copied().unwrap_or(Value::None);
            let members = self.is_instance(exc, class::BASE_EXCEPTION_GROUP).then(|| self.items_of(members));
            let fresh = |v: Value, seen: &[Value]| !v.is_none() && !seen.iter().any(|s| s.is(v));
            let earlier = if fresh(cause, &seen) {
                Some((cause, CAUSE))
            } else if !suppressed && fresh(context, &seen) {
                Some((context, CONTEXT))
            } else {
                None
            };
            if let Some((e, words)) = earlier
                && chain
            {
                seen.push(e);
                let traceback = self.as_exception(e).map_or(Value::None, |e| e.traceback);
                open.push(nodes.len());
                nodes[at].earlier = Some((nodes.len(), words));
                nodes.push(node(e, traceback));
            }
            if let Some(members) = members {
                let first = nodes.len();
                for &m in &members {
                    seen.push(m);
                    let traceback = self.as_exception(m).map_or(Value::None, |e| e.traceback);
                    open.push(nodes.len());
                    nodes.push(node(m, traceback));
                }
                nodes[at].members = Some((first..nodes.len()).collect());
            }
        }
        nodes
    }

    /// Traceback entries, outermost first.
    pub fn traceback_entries(&self, mut at: Value) -> Vec<Traceback> {
        let mut out = Vec::new();
        while let Value::Obj(r) = at
            && let Obj::Traceback(t) = self.heap.get(r)
        {
            out.push((**t).clone());
            at = t.next;
        }
        // The prelude's frames show only when nothing else would.
        if out.iter().any(|t| !self.codes[t.code as usize].hidden) {
            out.retain(|t| !self.codes[t.code as usize].hidden);
        }
        out
    }

    /// Those of the entries that are shown, with the line that is shown.
    pub fn shown_entries(&self, traceback: Value) -> Vec<(Traceback, u32)> {
        let entries = self.traceback_entries(traceback).into_iter();
        entries.filter_map(|t| self.shown_line(t.code, t.pc).map(|line| (t, line))).collect()
    }

    /// The line that a traceback names for an instruction. Library lines are shown only when they stand for one of CPython's.
    pub fn shown_line(&self, code: u32, pc: u32) -> Option<u32> {
        let body = &self.codes[code as usize].code;
        let line = body.lines.get(pc as usize).copied().unwrap_or(0);
        if body.library { self.stands_for(code, line) } else { Some(line) }
    }

    /// The line of CPython's library that a line of ours ends by naming (`raise Empty  #@ 199`). Frames at other lines of the
    /// library are not shown: CPython has others there, or none.
    fn stands_for(&self, code: u32, line: u32) -> Option<u32> {
        let code = &self.codes[code as usize].code;
        let (_, number) = LineIndex::new(&code.text).text(&code.text, line).rsplit_once("  #@ ")?;
        number.parse().ok()
    }

    /// The frames of a traceback. Repeated ones are counted from the fourth on.
    fn stack(&self, traceback: Value, limit: Option<i64>) -> Vec<String> {
        let mut entries = self.shown_entries(traceback);
        match limit {
            Some(n) if n >= 0 => entries.truncate(n as usize),
            Some(n) => drop(entries.drain(..entries.len().saturating_sub(n.unsigned_abs() as usize))),
            None => {}
        }
        let mut out = Vec::new();
        let mut same = 0;
        let mut last = None;
        let flush = |out: &mut Vec<String>, same: usize| {
            if same > 3 {
                let more = same - 3;
                let s = if more == 1 { "" } else { "s" };
                out.push(format!("  [Previous line repeated {more} more time{s}]\n"));
            }
        };
        for (t, line) in &entries {
            if last == Some((t.code, *line)) {
                same += 1;
                if same > 3 {
                    continue;
                }
            } else {
                flush(&mut out, same);
                same = 1;
                last = Some((t.code, *line));
            }
            out.push(self.frame_text(t.code, t.pc, *line));
        }
        flush(&mut out, same);
        out
    }

    /// `  File "…", line N, in name` and the source lines with their markers.
    pub fn frame_text(&self, code: u32, pc: u32, line: u32) -> String {
        let code = &self.codes[code as usize].code;
        let mut out = format!("  File \"{}\", line {line}, in {}\n", code.file, code.name);
        if let Some(&span) = code.spans.get(pc as usize) {
            out.push_str(&excerpt(&code.text, span));
        }
        out
    }

    /// `Type: message` and the notes, a piece each; members of a group below it if `group`.
    pub fn last_lines(&mut self, exc: Value, traceback: Value, group: bool) -> Vec<String> {
        let mut out = Vec::new();
        self.last_lines_at(exc, traceback, group, 0, &mut out);
        out
    }

    fn last_lines_at(&mut self, exc: Value, traceback: Value, group: bool, depth: usize, out: &mut Vec<String>) {
        let indent = " ".repeat(3 * depth);
        let name = self.type_shown(exc);
        let mut message = self.exception_message(exc);
        if let Some(hint) = self.hint(exc, traceback) {
            message.push_str(&hint);
        }
        if let Some(place) = self.syntax_place(exc) {
            out.extend(place.into_iter().map(|l| format!("{indent}{l}\n")));
        }
        let line = if message.is_empty() { name } else { format!("{name}: {message}") };
        if depth > 0 {
            out.extend(line.split('\n').map(|l| format!("{indent}{l}\n")));
        } else {
            out.push(format!("{line}\n"));
        }
        let notes = self.exception_attr(exc, "__notes__");
        match notes {
            None | Some(Value::None) => {}
            Some(v) if matches!(self.class_of(self.plain(v)), class::LIST | class::TUPLE) => {
                for note in self.items_of(v) {
                    let text = self.text_or(note, super::ops::str, "<note str() failed>");
                    out.extend(text.split('\n').map(|l| format!("{indent}{l}\n")));
                }
            }
            Some(v) => {
                let text = self.text_or(v, super::ops::repr, "<__notes__ repr() failed>");
                out.push(format!("{indent}{text}\n"));
            }
        }
        if group && depth < 200 && self.is_instance(exc, class::BASE_EXCEPTION_GROUP) {
            let members = self.as_exception(exc).and_then(|e| e.args.get(1).copied()).unwrap_or(Value::None);
            for m in self.items_of(members) {
                self.last_lines_at(m, Value::None, true, depth + 1, out);
            }
        }
    }

    /// The name of an exception's class as tracebacks show it.
    pub fn type_shown(&self, exc: Value) -> String {
        let t = self.class(self.class_of(exc));
        match &*t.module {
            "__main__" | "builtins" => t.qualname.to_string(),
            module => format!("{module}.{}", t.qualname),
        }
    }

    /// The lines before a SyntaxError's message: file, line, text, marker.
    fn syntax_place(&mut self, exc: Value) -> Option<Vec<String>> {
        if !self.is_instance(exc, class::SYNTAX_ERROR) {
            return None;
        }
        let mut own = |name: &str| self.exception_attr(exc, name).unwrap_or(Value::None);
        let (file, line, text) = (own("filename"), own("lineno"), own("text"));
        let (from, until, last) = (own("offset"), own("end_offset"), own("end_lineno"));
        let Value::Int(number) = line else { return Some(Vec::new()) };
        let file = self.heap.text(file).map_or("<string>".to_string(), |t| t.to_string());
        let mut out = vec![format!("  File \"{file}\", line {number}")];
        let Some(text) = self.heap.text(text).map(|t| t.trim_end_matches('\n').to_string()) else { return Some(out) };
        let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
        out.push(format!("    {stripped}"));
        if let Value::Int(from) = from
            && from >= 1
        {
            let whole = !matches!(last, Value::Int(n) if n == number);
            let end = match until {
                Value::Int(n) if n > from && !whole => n,
                _ if whole && !last.is_none() => text.chars().count() as i64 + 1,
                _ => from + 1,
            };
            let spaces = text.chars().count() - stripped.chars().count();
            let at = from - 1 - spaces as i64;
            if at >= 0 {
                let width = (end - from).max(1) as usize;
                out.push(format!("    {}{}", " ".repeat(at as usize), "^".repeat(width)));
            }
        }
        Some(out)
    }

    /// An attribute in an exception's own namespace.
    pub(super) fn exception_attr(&mut self, exc: Value, name: &str) -> Option<Value> {
        let key = self.heap.intern(name);
        let e = self.as_exception(exc)?;
        e.attrs.by_name(super::hash_text(name), key).map(|at| e.attrs.entries[at].value)
    }

    /// Runs Python code that gives a value; None when it fails, asks for an effect, or goes on for long. Nothing is collected meanwhile,
    /// since nobody here knows what the process's other fibers hold.
    pub(super) fn value_by_python(&mut self, callee: Value, args: Vec<Value>) -> Option<Value> {
        let (spent, instructions, ident) = (self.spent, self.instructions, self.ident);
        let mut fiber = self.call_fiber(callee, args);
        let threshold = self.heap.put_off(QUIET);
        let stop = self.run(&mut fiber, LONG);
        self.heap.set_threshold(threshold);
        (self.spent, self.instructions, self.ident) = (spent, instructions, ident);
        match stop {
            Stop::Done(v) => Some(v),
            _ => None,
        }
    }

    /// `str(v)` or `repr(v)`, or what CPython says when that fails.
    pub fn text_or(&mut self, v: Value, f: fn(&mut Vm, Value) -> Result<Value, Signal>, failed: &str) -> String {
        let text = match f(self, v) {
            Ok(v) => Some(v),
            Err(Signal::Call(call)) => self.value_by_python(call.callee, call.positional),
            Err(_) => None,
        };
        let text = text.and_then(|v| self.heap.text(self.plain(v)).map(|t| t.to_string()));
        text.unwrap_or_else(|| failed.into())
    }

    /// `str(exc)`; of a SyntaxError its message alone.
    pub fn exception_message(&mut self, exc: Value) -> String {
        if self.is_instance(exc, class::SYNTAX_ERROR) {
            let message = self.as_exception(exc).and_then(|e| e.args.first().copied());
            return match message {
                Some(m) if !m.is_none() => self.text_or(m, super::ops::str, "<no detail available>"),
                _ => "<no detail available>".into(),
            };
        }
        self.text_or(exc, super::ops::str, "<exception str() failed>")
    }

    /// The program's line at which a fiber stands: that of its innermost frame that is not library code; 0 without one.
    pub fn line_of(&self, fiber: &Fiber) -> u32 {
        let top = fiber.frames.len().saturating_sub(1);
        fiber
            .frames
            .iter()
            .enumerate()
            .rev()
            .find_map(|(i, f)| {
                let behind = i < top || fiber.pending.is_some();
                let pc = if behind { f.pc.saturating_sub(1) } else { f.pc };
                self.codes[f.code as usize].spot(pc as usize)
            })
            .unwrap_or(0)
    }
}

impl Printer<'_> {
    /// One piece, indented as deep as the groups around it.
    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            return self.out.push(text.to_string());
        }
        let indent = format!("{}{margin} ", "  ".repeat(self.depth));
        self.out.push(text.split_inclusive('\n').map(|l| format!("{indent}{l}")).collect());
    }

    fn bare(&mut self, text: &str) {
        let indent = "  ".repeat(self.depth);
        self.out.push(format!("{indent}{text}\n"));
    }

    /// An exception after what came before it.
    fn show(&mut self, at: usize) {
        let mut chain = vec![(at, "")];
        let mut last = at;
        while let Some((earlier, words)) = self.nodes[last].earlier {
            if let Some(later) = chain.last_mut() {
                later.1 = words;
            }
            chain.push((earlier, ""));
            last = earlier;
        }
        for (at, words) in chain.into_iter().rev() {
            if !words.is_empty() {
                self.emit(words, '|');
            }
            match self.nodes[at].members.take() {
                None => self.alone(at, HEAD, '|'),
                Some(_) if self.depth > self.how.depth => {
                    self.emit(&format!("... (max_group_depth is {})\n", self.how.depth), '|');
                }
                Some(members) => self.group(at, &members),
            }
        }
    }

    fn alone(&mut self, at: usize, head: &str, margin: char) {
        let Node { exc, traceback, .. } = self.nodes[at];
        let cut = self.how.limit == Some(0);
        if !traceback.is_none() && !cut && !self.vm.traceback_entries(traceback).is_empty() {
            self.emit(head, margin);
            for frame in self.vm.stack(traceback, self.how.limit) {
                self.emit(&frame, '|');
            }
        }
        for line in self.vm.last_lines(exc, traceback, false) {
            self.emit(&line, '|');
        }
    }

    /// A group and its members, between bars.
    fn group(&mut self, at: usize, members: &[usize]) {
        let top = self.depth == 0;
        if top {
            self.depth = 1;
        }
        self.alone(at, &format!("Exception Group {HEAD}"), if top { '+' } else { '|' });
        self.close = false;
        let shown = members.len().min(self.how.width + 1);
        for (i, &member) in members.iter().take(shown).enumerate() {
            let last = i + 1 == shown;
            if last {
                self.close = true;
            }
            let cut = i >= self.how.width;
            let title = if cut { "...".to_string() } else { (i + 1).to_string() };
            let joint = if i == 0 { "+-" } else { "  " };
            self.bare(&format!("{joint}+---------------- {title} ----------------"));
            self.depth += 1;
            if cut {
                let more = members.len() - self.how.width;
                let s = if more > 1 { "s" } else { "" };
                self.emit(&format!("and {more} more exception{s}\n"), '|');
            } else {
                self.show(member);
            }
            if last && self.close {
                self.bare("+------------------------------------");
                self.close = false;
            }
            self.depth -= 1;
        }
        if top {
            self.depth = 0;
        }
    }
}
