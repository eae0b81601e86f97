//! A body as readable text, for tests and for looking at what the compiler made.

use super::code::{Code, Const};
use super::instr::Instr;
use std::fmt::Write;

impl Code {
    /// One line per instruction, then handlers, then the bodies inside. Registers of variables are shown by name in the heading.
    pub fn dump(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let names: Vec<String> = self.locals.iter().enumerate().map(|(i, n)| format!("{n}={i}")).collect();
        let _ = write!(out, "{:?} {} line {} registers {}", self.kind, self.qualname, self.first_line, self.registers);
        if !names.is_empty() {
            let _ = write!(out, " [{}]", names.join(" "));
        }
        if !self.captures.is_empty() {
            let _ = write!(out, " captures {:?} at {}", self.captures, self.first_capture);
        }
        out.push('\n');
        for (pc, instr) in self.instrs.iter().enumerate() {
            let line = match pc {
                0 => self.lines.first().copied(),
                _ if self.lines[pc] != self.lines[pc - 1] => Some(self.lines[pc]),
                _ => None,
            };
            let line = line.map_or(String::new(), |l| l.to_string());
            let _ = writeln!(out, "{line:>4} {pc:>4} {}", self.show(pc, instr));
        }
        for h in &self.handlers {
            let _ = writeln!(out, "     {}..{} -> {} exc {}", h.start, h.end, h.target, h.exc);
        }
        for c in &self.consts {
            if let Const::Code(inner) = c {
                out.push('\n');
                inner.write(out);
            }
        }
    }

    /// `Name field field`, with constants, names and jump targets spelled out.
    fn show(&self, pc: usize, instr: &Instr) -> String {
        let debug = format!("{instr:?}");
        let (name, fields) = debug.split_once(" { ").unwrap_or((&debug, ""));
        let mut out = format!("{name:<14}");
        for field in fields.trim_end_matches(" }").split(", ").filter(|f| !f.is_empty()) {
            let (key, value) = field.split_once(": ").unwrap_or((field, ""));
            let number: i64 = value.parse().unwrap_or(0);
            let import = matches!(instr, Instr::Import { .. }) && key == "name";
            let _ = match key {
                "off" => write!(out, " ->{}", pc as i64 + number),
                "k" => write!(out, " {}", self.consts.get(number as usize).map_or(String::new(), brief)),
                "names" => write!(out, " {}", self.consts.get(number as usize).map_or(String::new(), brief)),
                "site" => write!(out, " '{}'", self.sites.get(number as usize).map_or("", |s| s)),
                _ if import => write!(out, " '{}'", self.sites.get(number as usize).map_or("", |s| s)),
                _ if value == "65535" => write!(out, " {key}=-"),
                _ => write!(out, " {key}={value}"),
            };
        }
        out.trim_end().to_string()
    }
}

fn brief(c: &Const) -> String {
    match c {
        Const::Code(code) => format!("<{}>", code.qualname),
        Const::Str(s) => format!("{s:?}"),
        Const::Tuple(items) => format!("({})", items.iter().map(brief).collect::<Vec<_>>().join(", ")),
        Const::FrozenSet(items) => format!("{{{}}}", items.iter().map(brief).collect::<Vec<_>>().join(", ")),
        Const::Int(i) => i.to_string(),
        Const::Float(f) => format!("{f:?}"),
        other => format!("{other:?}"),
    }
}
