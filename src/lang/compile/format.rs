//! f-strings.

use super::super::code::Const;
use super::super::instr::{Instr, NO_REG, Reg};
use super::{Compiler, Step};
use ruff_python_ast::{ConversionFlag, Expr, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement};
use ruff_python_parser::parse_expression;
use ruff_text_size::{Ranged, TextRange};

/// How many parts are joined at once.
const PARTS: usize = 64;

/// A part of an f-string: text, or a field.
enum Part<'a> {
    Text(String),
    Field(&'a InterpolatedElement),
}

impl<'a> Compiler<'a> {
    pub(super) fn f_string(&mut self, f: &'a ExprFString, dst: Reg) -> Step {
        let mut parts = Vec::new();
        for part in &f.value {
            match part {
                FStringPart::Literal(s) => text(&mut parts, &s.value),
                FStringPart::FString(s) => elements(&mut parts, s.elements.iter(), !s.flags.prefix().is_raw()),
            }
        }
        self.join(parts, dst, f.range())
    }

    fn join(&mut self, parts: Vec<Part<'a>>, dst: Reg, range: TextRange) -> Step {
        match parts.as_slice() {
            [] => {
                self.at(range);
                self.load_const(dst, Const::Str("".into()));
                return Ok(());
            }
            [Part::Field(field)] => return self.field(field, dst, range),
            _ => {}
        }
        // Registers from `first` hold what is joined; when there are too many, they are joined into the first of them.
        let first = self.f.w.top();
        let mut n = 0;
        for part in &parts {
            if n == PARTS {
                self.emit(range, Instr::Join { dst: first, first, n: n as u16 });
                self.f.w.release(first + 1);
                n = 1;
            }
            let t = self.f.w.temp();
            match part {
                Part::Text(s) => {
                    self.at(range);
                    self.load_const(t, Const::Str(s.as_str().into()));
                }
                Part::Field(field) => self.field(field, t, range)?,
            }
            n += 1;
        }
        self.emit(range, Instr::Join { dst, first, n: n as u16 });
        Ok(())
    }

    fn field(&mut self, field: &'a InterpolatedElement, dst: Reg, whole: TextRange) -> Step {
        let top = self.f.w.top();
        let src = self.operand(&field.expression)?;
        let spec = match &field.format_spec {
            Some(format) => {
                let mut parts = Vec::new();
                elements(&mut parts, format.elements.iter(), false);
                let t = self.f.w.temp();
                self.deeper(field.range(), |c| c.join(parts, t, whole))?;
                t
            }
            None => NO_REG,
        };
        let conv = match field.conversion {
            ConversionFlag::Str => b's',
            ConversionFlag::Repr => b'r',
            ConversionFlag::Ascii => b'a',
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => b'r',
            ConversionFlag::None => 0,
        };
        self.emit(field.range(), Instr::Format { conv, dst, src, spec });
        self.f.w.release(top);
        Ok(())
    }
}

/// Adds text, to the text before it if there is some.
fn text(parts: &mut Vec<Part>, s: &str) {
    if s.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(before)) => before.push_str(s),
        _ => parts.push(Part::Text(s.to_string())),
    }
}

/// The text of a field with `=`. CPython takes it for a piece of the f-string and so reads escapes in it, those of its own strings too.
fn shown(text: &str, escapes: bool) -> String {
    let quotes = if text.contains("\"\"\"") { "'''" } else { "\"\"\"" };
    match parse_expression(&format!("{quotes}{text}{quotes}")).map(|e| e.into_expr()) {
        Ok(Expr::StringLiteral(read)) if escapes && text.contains('\\') => read.value.to_str().to_string(),
        _ => text.to_string(),
    }
}

fn elements<'a>(parts: &mut Vec<Part<'a>>, all: impl Iterator<Item = &'a InterpolatedStringElement>, escapes: bool) {
    for element in all {
        match element {
            InterpolatedStringElement::Literal(s) => text(parts, &s.value),
            InterpolatedStringElement::Interpolation(field) => {
                if let Some(debug) = &field.debug_text {
                    text(parts, &shown(debug.as_str(), escapes));
                }
                parts.push(Part::Field(field));
            }
        }
    }
}
