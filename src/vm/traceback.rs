//! Exceptions as text: what CPython 3.13 prints.

use super::excerpt::excerpt;
use super::native::Signal;
use super::object::{Obj, Traceback};
use super::suggest::nearest;
use super::value::Value;
use super::{Fiber, Stop, Vm, class};
use crate::source::LineIndex;

const HEAD: &str = "Traceback (most recent call last):\n";
const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

impl Vm {
    /// The text that an uncaught exception prints, with a line end.
    pub fn format_exception(&mut self, exc: Value) -> String {
        let mut out = String::new();
        self.chain(exc, &mut Vec::new(), &mut out);
        out
    }

    fn chain(&mut self, exc: Value, seen: &mut Vec<Value>, out: &mut String) {
        seen.push(exc);
        let Some(e) = self.as_exception(exc) else { return };
        let (cause, context, suppress) = (e.cause, e.context, e.suppress_context);
        if !cause.is_none() && !seen.iter().any(|s| s.is(cause)) {
            self.chain(cause, seen, out);
            out.push_str(CAUSE);
        } else if !context.is_none() && !suppress && !seen.iter().any(|s| s.is(context)) {
            self.chain(context, seen, out);
            out.push_str(CONTEXT);
        }
        if self.is_instance(exc, class::BASE_EXCEPTION_GROUP) {
            self.group(exc, out, "  ", true);
            return;
        }
        let entries = self.entries(exc);
        if !entries.is_empty() {
            out.push_str(HEAD);
            out.push_str(&self.stack(&entries));
        }
        out.push_str(&self.exception_line(exc));
    }

    /// A group and its members, indented with bars.
    fn group(&mut self, exc: Value, out: &mut String, indent: &str, top: bool) {
        let entries = self.entries(exc);
        let mut own = String::new();
        if !entries.is_empty() {
            own.push_str(&format!("{indent}{} Exception Group {HEAD}", if top { "+" } else { "|" }));
            let stack = self.stack(&entries);
            stack.lines().for_each(|l| own.push_str(&format!("{indent}| {l}\n")));
        }
        self.exception_line(exc).lines().for_each(|l| own.push_str(&format!("{indent}| {l}\n")));
        out.push_str(&own);
        let members = self.as_exception(exc).and_then(|e| e.args.get(1).copied()).unwrap_or(Value::None);
        let members = self.items_of(members);
        let count = members.len();
        for (i, m) in members.into_iter().enumerate() {
            if i == 15 {
                out.push_str(&format!("{indent}+---------------- ... ----------------\n"));
                out.push_str(&format!("{indent}  | and {} more exceptions\n", count - 15));
                break;
            }
            let joint = if i == 0 { "+-+" } else { "  +" };
            out.push_str(&format!("{indent}{joint}---------------- {} ----------------\n", i + 1));
            let deeper = format!("{indent}  ");
            if self.is_instance(m, class::BASE_EXCEPTION_GROUP) {
                self.group(m, out, &deeper, false);
            } else {
                let mut text = String::new();
                self.chain(m, &mut Vec::new(), &mut text);
                text.lines().for_each(|l| {
                    let line = format!("{deeper}| {l}");
                    out.push_str(line.trim_end());
                    out.push('\n');
                });
            }
        }
        if !matches!(self.as_exception(exc), Some(e) if e.args.len() < 2) {
            let nested = out.ends_with("  +------------------------------------\n");
            if !nested || top {
                out.push_str(&format!("{indent}  +------------------------------------\n"));
            }
        }
    }

    /// Traceback entries, outermost first.
    fn entries(&self, exc: Value) -> Vec<Traceback> {
        let mut out = Vec::new();
        let mut at = self.as_exception(exc).map_or(Value::None, |e| e.traceback);
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

    /// The frames of a traceback. Repeated ones are counted from the fourth on.
    fn stack(&self, entries: &[Traceback]) -> String {
        let mut out = String::new();
        let mut same = 0;
        let mut last: Option<(u32, u32)> = None;
        let flush = |out: &mut String, same: usize| {
            if same > 3 {
                let more = same - 3;
                let s = if more == 1 { "" } else { "s" };
                out.push_str(&format!("  [Previous line repeated {more} more time{s}]\n"));
            }
        };
        for t in entries {
            let code = &self.codes[t.code as usize].code;
            let line = code.lines.get(t.pc as usize).copied().unwrap_or(0);
            if code.library && self.stands_for(t.code, line).is_none() {
                continue;
            }
            if last == Some((t.code, line)) {
                same += 1;
                if same > 3 {
                    continue;
                }
            } else {
                flush(&mut out, same);
                same = 1;
                last = Some((t.code, line));
            }
            out.push_str(&self.frame_text(t, line));
        }
        flush(&mut out, same);
        out
    }

    /// The line of CPython's library that a line of ours ends by naming (`raise Empty  #@ 199`). Frames at other lines of the
    /// library are not shown: CPython has others there, or none.
    fn stands_for(&self, code: u32, line: u32) -> Option<u32> {
        let code = &self.codes[code as usize].code;
        let (_, number) = LineIndex::new(&code.text).text(&code.text, line).rsplit_once("  #@ ")?;
        number.parse().ok()
    }

    fn frame_text(&self, t: &Traceback, line: u32) -> String {
        let code = &self.codes[t.code as usize].code;
        let shown = match self.stands_for(t.code, line) {
            Some(number) if code.library => number,
            _ => line,
        };
        let mut out = format!("  File \"{}\", line {shown}, in {}\n", code.file, code.name);
        if let Some(&span) = code.spans.get(t.pc as usize) {
            out.push_str(&excerpt(&code.text, span));
        }
        out
    }

    /// `Type: message` and the notes.
    pub fn exception_line(&mut self, exc: Value) -> String {
        let cls = self.class_of(exc);
        let t = self.class(cls);
        let name = if &*t.module == "__main__" || &*t.module == "builtins" {
            t.qualname.to_string()
        } else {
            format!("{}.{}", t.module, t.qualname)
        };
        let mut message = self.exception_message(exc);
        if let Some(hint) = self.hint(exc) {
            message.push_str(&hint);
        }
        let mut out = if message.is_empty() { format!("{name}\n") } else { format!("{name}: {message}\n") };
        let key = self.heap.intern("__notes__");
        let hash = super::hash_bytes(b"__notes__");
        let notes = self.as_exception(exc).and_then(|e| e.attrs.by_name(hash, key).map(|at| e.attrs.entries[at].value));
        for note in notes.map(|n| self.items_of(n)).unwrap_or_default() {
            if let Some(text) = self.heap.text(note) {
                out.push_str(text);
                out.push('\n');
            }
        }
        out
    }

    /// Runs Python code that gives a text; None when it fails or asks for an effect.
    fn text_by_python(&mut self, callee: Value, args: Vec<Value>) -> Option<String> {
        let (spent, instructions, ident) = (self.spent, self.instructions, self.ident);
        let mut fiber = self.call_fiber(callee, args);
        let stop = self.run(&mut fiber, u64::MAX);
        (self.spent, self.instructions, self.ident) = (spent, instructions, ident);
        match stop {
            Stop::Done(v) => self.heap.text(self.plain(v)).map(|t| t.to_string()),
            _ => None,
        }
    }

    /// "Did you mean": of a NameError or AttributeError.
    fn hint(&mut self, exc: Value) -> Option<String> {
        let own = |vm: &mut Vm, what: &str| {
            let key = vm.heap.intern(what);
            let e = vm.as_exception(exc)?;
            e.attrs.by_name(super::hash_bytes(what.as_bytes()), key).map(|at| e.attrs.entries[at].value)
        };
        let wrong = own(self, "name")?;
        let wrong = self.heap.text(wrong)?.to_string();
        let mut names: Vec<String> = Vec::new();
        if self.is_instance(exc, class::ATTRIBUTE_ERROR) {
            let obj = own(self, "obj")?;
            self.attribute_names(obj, &mut names);
            names.sort();
            names.dedup();
            if !wrong.starts_with('_') {
                names.retain(|n| !n.starts_with('_'));
            }
        } else if self.is_instance(exc, class::NAME_ERROR) {
            let last = self.entries(exc).pop()?;
            let code = self.codes[last.code as usize].code.clone();
            names.extend(code.locals.iter().map(|n| n.to_string()));
            let modules = self.modules;
            let module = self.name(modules, &code.module);
            let spaces = [module.and_then(|m| self.namespace(m)), Some(self.builtins)];
            for space in spaces.into_iter().flatten() {
                for (k, _) in self.pairs_of(space.into()) {
                    names.extend(self.heap.text(k).map(|t| t.to_string()));
                }
            }
        } else {
            return None;
        }
        if names.len() > 750 {
            return None;
        }
        let near = nearest(&wrong, names.iter().map(|n| n.as_str()));
        let importable =
            self.is_instance(exc, class::NAME_ERROR) && (self.finder)(&wrong).is_some() && !wrong.starts_with('_');
        match (near, importable) {
            (Some(n), true) => Some(format!(". Did you mean: '{n}'? Or did you forget to import '{wrong}'?")),
            (Some(n), false) => Some(format!(". Did you mean: '{n}'?")),
            (None, true) => Some(format!(". Did you forget to import '{wrong}'?")),
            (None, false) => None,
        }
    }

    /// `dir(obj)`, unsorted.
    fn attribute_names(&mut self, obj: Value, out: &mut Vec<String>) {
        let mut keys: Vec<Value> = Vec::new();
        let start = match obj {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Type(_) => r,
                Obj::Module(m) => {
                    keys.extend(self.pairs_of(m.attrs.into()).into_iter().map(|(k, _)| k));
                    class::MODULE
                }
                Obj::Instance(i) => {
                    keys.extend(self.heap.own_attrs(i).into_iter().map(|(k, _)| k));
                    i.class
                }
                Obj::Exception(e) => {
                    keys.extend(e.attrs.iter().map(|e| e.key));
                    e.class
                }
                _ => self.class_of(obj),
            },
            _ => self.class_of(obj),
        };
        for c in self.class(start).mro.clone() {
            keys.extend(self.class(c).attrs.iter().map(|e| e.key));
        }
        out.extend(keys.into_iter().filter_map(|k| self.heap.text(k)).map(|t| t.to_string()));
    }

    /// `str(exc)`
    pub fn exception_message(&mut self, exc: Value) -> String {
        let text = match super::ops::str(self, exc) {
            Ok(v) => self.heap.text(v).map(|t| t.to_string()),
            Err(Signal::Call(call)) => self.text_by_python(call.callee, call.positional),
            Err(_) => None,
        };
        text.unwrap_or_else(|| "<exception str() failed>".into())
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
                let code = &self.codes[f.code as usize].code;
                if code.library {
                    return None;
                }
                let behind = i < top || fiber.pending.is_some();
                let pc = if behind { f.pc.saturating_sub(1) } else { f.pc };
                code.lines.get(pc as usize).copied()
            })
            .unwrap_or(0)
    }
}
