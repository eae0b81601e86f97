//! Texts that a program compiles while it runs, and the SyntaxErrors that come of them.

use super::native::{FiberCall, Signal};
use super::object::Obj;
use super::value::{Ref, Value};
use super::{Fiber, Vm, class};
use crate::lang::{self, Code, CodeKind, Form, Pace, Unit};
use crate::source::{Diagnostic, Kind, LineIndex, place};
use std::rc::Rc;

/// So many texts are remembered.
const REMEMBERED: usize = 256;

impl Vm {
    /// Compiles a text of the program's; a SyntaxError when it is wrong.
    pub fn compile_text(&mut self, text: &str, file: &str, module: &str, form: Form) -> Result<Rc<Code>, Signal> {
        // Blank space before an expression is no indentation.
        let text = if form == Form::Expression { text.trim_start_matches([' ', '\t']) } else { text };
        let unit = Unit { file, module, library: false, pace: Pace::Python, gaps: self.facts.gaps };
        lang::compile_as(text, &unit, form).map_err(|wrong| match wrong.first() {
            Some(d) if d.kind == Kind::Unsupported => {
                self.unsupported(format!("{} (in \"{file}\"). {}", d.message, d.hint))
            }
            Some(d) => self.syntax_error(d, text, file, form),
            None => self.raise(class::SYNTAX_ERROR, "invalid syntax"),
        })
    }

    fn syntax_error(&mut self, d: &Diagnostic, text: &str, file: &str, form: Form) -> Signal {
        let index = LineIndex::new(text);
        let (line, end_line) = (index.line(d.span.start), index.line(d.span.end.max(d.span.start)));
        let (mut column, mut end) = (index.column(text, d.span.start), index.column(text, d.span.end));
        let shown = index.text(text, line);
        if d.message == "unexpected indent" {
            column = (shown.len() - shown.trim_start().len()) as u32;
            end = u32::MAX;
        }
        let cut = d.message.contains("unterminated") || d.message.ends_with("was never closed");
        let line_end = if cut || form == Form::Expression && !text[index.start(line) as usize..].contains('\n') {
            ""
        } else {
            "\n"
        };
        let shown = format!("{shown}{line_end}");
        // What the compiler finds later, it shows from the file; there is none behind `<string>`.
        let shown = if late(&d.message) && file.starts_with('<') { Value::None } else { self.heap.string(&shown) };
        let class = match d.class() {
            "TabError" => class::TAB_ERROR,
            "IndentationError" => class::INDENTATION_ERROR,
            _ => class::SYNTAX_ERROR,
        };
        let message = self.heap.string(&d.message);
        let parts = [self.heap.string(file), Value::Int(line.into()), Value::Int(column.into()), shown];
        let ends = [Value::Int(end_line.into()), if end == u32::MAX { Value::Int(-1) } else { Value::Int(end.into()) }];
        let place = self.heap.tuple(parts.into_iter().chain(ends).collect());
        let exc = self.exception(class, vec![message, place]);
        self.place_syntax_error(exc);
        Signal::Raise(exc)
    }

    /// Sets the attributes of a SyntaxError by its second argument, when there is one.
    pub(super) fn place_syntax_error(&mut self, exc: Value) {
        let place = self.as_exception(exc).and_then(|e| e.args.get(1).copied());
        let parts = place.map(|p| self.items_of(p)).unwrap_or_default();
        for (name, v) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().zip(parts) {
            self.set_exception_attr(exc, name, v);
        }
    }

    /// Where in the program's files a SyntaxError is; None for other exceptions and texts that are no file of it.
    pub fn syntax_spot(&self, exc: Value) -> Option<u32> {
        let e = self.as_exception(exc).filter(|e| self.is_subclass(e.class, class::SYNTAX_ERROR))?;
        let own = |name: &str| e.attrs.entries.iter().find(|a| self.heap.text(a.key).is_some_and(|k| &**k == name));
        let file = self.heap.text(own("filename")?.value)?;
        let Value::Int(line) = own("lineno")?.value else { return None };
        let at = self.facts.files.iter().position(|f| **f == **file)?;
        Some(place(at as u32 + 1, u32::try_from(line).ok()?))
    }

    /// Runs a text in these namespaces: its value is the call's.
    pub fn execute_text(&mut self, text: &str, form: Form, globals: Ref, locals: Value) -> Signal {
        let known = self.executed.iter().find(|(t, f, _)| t == text && *f == form);
        let code = match known {
            Some(&(_, _, code)) => code,
            None => {
                let module = self.module_name(globals);
                let code = match self.compile_text(text, "<string>", &module, form) {
                    Ok(code) => self.load(code),
                    Err(signal) => return signal,
                };
                if self.executed.len() >= REMEMBERED {
                    self.executed.clear();
                }
                self.executed.push((text.to_string(), form, code));
                code
            }
        };
        self.execute(code, globals, locals)
    }

    /// The same for a code object.
    pub fn execute_code(&mut self, code: Rc<Code>, globals: Ref, locals: Value) -> Signal {
        if code.kind != CodeKind::Module {
            return self
                .unsupported(format!("exec() of the code of {}() is not supported: call the function", code.name));
        }
        let loaded = self.codes.iter().position(|l| Rc::ptr_eq(&l.code, &code));
        let at = loaded.map_or_else(|| self.load(code), |at| at as u32);
        self.execute(at, globals, locals)
    }

    fn module_name(&mut self, globals: Ref) -> String {
        let name = self.name(globals, "__name__");
        name.and_then(|v| self.heap.text(v)).map_or("__main__".into(), |t| t.to_string())
    }

    fn execute(&mut self, code: u32, globals: Ref, locals: Value) -> Signal {
        if self.name(globals, "__builtins__").is_none() && self.name(globals, "__name__").is_none() {
            let builtins = self.builtins.into();
            self.set_name(globals, "__builtins__", builtins);
        }
        let args = vec![Value::Int(code.into()), globals.into(), locals];
        Signal::Fiber(Box::new(FiberCall { func: enter, args }))
    }
}

/// Whether CPython finds such a mistake after parsing.
fn late(message: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "'return' outside",
        "'break' outside",
        "'continue' not",
        "duplicate argument",
        "name '",
        "no binding for nonlocal",
        "nonlocal declaration",
        "'yield' ",
        "'await' ",
        "asynchronous comprehension",
        "annotated name",
        "future feature",
    ];
    BEGINNINGS.iter().any(|b| message.starts_with(b))
}

fn enter(vm: &mut Vm, fiber: &mut Fiber, args: &[Value]) -> Result<Value, Signal> {
    let [Value::Int(code), Value::Obj(globals), locals] = *args else { return Ok(Value::None) };
    if !matches!(vm.heap.get(globals), Obj::Dict(_)) {
        return Ok(Value::None);
    }
    vm.push_body(fiber, code as u32, globals, locals, fiber.wanted.1);
    Ok(Value::None)
}
