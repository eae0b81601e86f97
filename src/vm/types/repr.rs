//! `repr` and `str` of values that need no Python for it.

mod future;

use crate::vm::format::float::repr_float;
use crate::vm::format::string::{repr_bytes, repr_str};
use crate::vm::object::{DictView, Exception, GeneratorKind, Iter, Obj};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class};

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoText {
    /// `__repr__` or `__str__` written in Python takes part.
    Python,
    /// The message of a ValueError: an int with too many digits.
    TooLong(String),
}

/// Deeper containers are left to Python, which raises RecursionError in its time.
const DEPTH: usize = 150;

/// `id(v)`: like an address, and the same in every run.
pub fn id(v: Value) -> i64 {
    match v {
        Value::Obj(r) => 0x7f3a_5c00_0000 + i64::from(r.0) * 0x30,
        Value::Int(n) => 0x7f3a_0000_0000 + n.rem_euclid(0x100_0000) * 0x20,
        Value::Float(x) => 0x7f3a_4000_0000 + (x.to_bits() % 0xff_ffff) as i64 * 0x18,
        Value::Bool(b) => 0x55d0_c0de_1000 + b as i64 * 0x20,
        Value::None => 0x55d0_c0de_1100,
        Value::NotImplemented => 0x55d0_c0de_1110,
        Value::Ellipsis | Value::Undef => 0x55d0_c0de_1120,
    }
}

/// `repr(v)`
pub fn repr(vm: &Vm, v: Value) -> Result<String, NoText> {
    repr_with(vm, v, &[])
}

/// The same, with the texts of values that need Python for theirs.
pub fn repr_with(vm: &Vm, v: Value, given: &[(Value, String)]) -> Result<String, NoText> {
    let mut out = String::new();
    Writer { vm, out: &mut out, open: Vec::new(), given }.repr(v)?;
    Ok(out)
}

/// `str(v)`
pub fn text(vm: &Vm, v: Value) -> Result<String, NoText> {
    if let Some(s) = vm.heap.text(v) {
        return Ok(s.to_string());
    }
    if super::special(vm, v, "__str__").is_some() {
        return Err(NoText::Python);
    }
    match v {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Exception(e) => exception_text(vm, e),
            // A string is its own text, however its class shows it.
            Obj::Instance(i)
                if !i.payload.is_undef()
                    && (vm.heap.text(i.payload).is_some() || super::special(vm, v, "__repr__").is_none()) =>
            {
                text(vm, i.payload)
            }
            _ => repr(vm, v),
        },
        _ => repr(vm, v),
    }
}

fn exception_text(vm: &Vm, e: &Exception) -> Result<String, NoText> {
    let os_error = vm.is_subclass(e.class, class::OS_ERROR);
    match e.args[..] {
        [] => Ok(String::new()),
        [one, ..] if vm.is_subclass(e.class, class::SYNTAX_ERROR) => {
            let own = |name: &str| e.attrs.entries.iter().find(|a| vm.heap.text(a.key).is_some_and(|k| &**k == name));
            let said = text(vm, one)?;
            let file = own("filename").and_then(|a| vm.heap.text(a.value)).map(|f| f.rsplit('/').next().unwrap_or(f));
            let line = own("lineno").map(|a| a.value);
            Ok(match (file, line) {
                (Some(file), Some(Value::Int(n))) => format!("{said} ({file}, line {n})"),
                (Some(file), _) => format!("{said} ({file})"),
                (None, Some(Value::Int(n))) => format!("{said} (line {n})"),
                _ => said,
            })
        }
        [one] if vm.is_subclass(e.class, class::KEY_ERROR) => repr(vm, one),
        [one] => text(vm, one),
        [number, message] if os_error => {
            let mut out = format!("[Errno {}] {}", text(vm, number)?, text(vm, message)?);
            let own = |name: &str| e.attrs.entries.iter().find(|a| vm.heap.text(a.key).is_some_and(|k| &**k == name));
            for (name, sign) in [("filename", ": "), ("filename2", " -> ")] {
                if let Some(file) = own(name)
                    && !file.value.is_none()
                {
                    out += sign;
                    out += &repr(vm, file.value)?;
                }
            }
            Ok(out)
        }
        [encoding, object, Value::Int(start), Value::Int(end), reason]
            if vm.is_subclass(e.class, class::UNICODE_ERROR) =>
        {
            let (encoding, reason) = (text(vm, encoding)?, text(vm, reason)?);
            let first = usize::try_from(start).unwrap_or(0);
            let (verb, unit, one) = match vm.heap.text(object) {
                Some(s) => {
                    let c = s.chars().nth(first).map(|c| format!(" '{}'", crate::vm::format::string::escape(c)));
                    ("encode", "character", c)
                }
                None => {
                    let b = match object.as_ref().map(|r| vm.heap.get(r)) {
                        Some(Obj::Bytes(data)) => data.get(first).copied(),
                        _ => None,
                    };
                    ("decode", "byte", b.map(|b| format!(" {b:#04x}")))
                }
            };
            Ok(match one.filter(|_| end == start + 1) {
                Some(one) => format!("'{encoding}' codec can't {verb} {unit}{one} in position {start}: {reason}"),
                None => format!("'{encoding}' codec can't {verb} {unit}s in position {start}-{}: {reason}", end - 1),
            })
        }
        [message, _] if vm.is_subclass(e.class, class::BASE_EXCEPTION_GROUP) => {
            let n = super::args::items(vm, e.args[1]).map_or(0, |v| v.len());
            Ok(format!("{} ({n} sub-exception{})", text(vm, message)?, if n == 1 { "" } else { "s" }))
        }
        _ => {
            let mut out = String::new();
            Writer { vm, out: &mut out, open: Vec::new(), given: &[] }.sequence("(", &e.args, ")")?;
            Ok(out)
        }
    }
}

/// `module.qualname` of a class as reprs show it, without `builtins.`.
pub fn class_path(vm: &Vm, class: Ref) -> String {
    let t = vm.class(class);
    if &*t.module == "builtins" { t.qualname.to_string() } else { format!("{}.{}", t.module, t.qualname) }
}

/// `<module.Class object at 0x...>`
pub fn plain_repr(vm: &Vm, v: Value) -> String {
    let t = vm.class(vm.class_of(v));
    if &*t.module == "builtins" {
        return format!("<{} object at {:#x}>", t.qualname, id(v));
    }
    format!("<{}.{} object at {:#x}>", t.module, t.qualname, id(v))
}

struct Writer<'a> {
    vm: &'a Vm,
    out: &'a mut String,
    /// Containers being written, outermost first.
    open: Vec<Ref>,
    given: &'a [(Value, String)],
}

impl Writer<'_> {
    fn sequence(&mut self, left: &str, items: &[Value], right: &str) -> Result<(), NoText> {
        self.out.push_str(left);
        for (i, &v) in items.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.repr(v)?;
        }
        self.out.push_str(right);
        Ok(())
    }

    /// Writes the text that was given for a value, if there is one.
    fn written(&mut self, v: Value) -> bool {
        let text = self.given.iter().find(|(g, _)| g.is(v)).map(|g| &g.1);
        self.out.push_str(text.map_or("", |t| t));
        text.is_some()
    }

    fn repr(&mut self, v: Value) -> Result<(), NoText> {
        if self.written(v) {
            return Ok(());
        }
        let r = match v {
            Value::Obj(r) => r,
            simple => {
                match simple {
                    Value::Int(n) => self.out.push_str(&n.to_string()),
                    Value::Float(x) => self.out.push_str(&repr_float(x)),
                    Value::Bool(b) => self.out.push_str(if b { "True" } else { "False" }),
                    Value::NotImplemented => self.out.push_str("NotImplemented"),
                    Value::Ellipsis => self.out.push_str("Ellipsis"),
                    _ => self.out.push_str("None"),
                }
                return Ok(());
            }
        };
        if self.open.contains(&r) {
            let mark = match self.vm.heap.get(r) {
                Obj::List(_) => "[...]",
                Obj::Tuple(_) => "(...)",
                Obj::Dict(_) => "{...}",
                Obj::Set(_) => "set(...)",
                _ => "...",
            };
            self.out.push_str(mark);
            return Ok(());
        }
        if self.open.len() > DEPTH || super::special(self.vm, v, "__repr__").is_some() {
            return Err(NoText::Python);
        }
        self.open.push(r);
        let done = self.object(v, r);
        self.open.pop();
        done
    }

    fn object(&mut self, v: Value, r: Ref) -> Result<(), NoText> {
        let vm = self.vm;
        match vm.heap.get(r) {
            Obj::Str(s) => self.out.push_str(&repr_str(&s.text, false)),
            Obj::Bytes(b) => self.out.push_str(&repr_bytes(b, false)),
            Obj::ByteArray(b) => {
                self.out.push_str("bytearray(");
                self.out.push_str(&repr_bytes(b, true));
                self.out.push(')');
            }
            Obj::Big(n) => self.out.push_str(&crate::vm::format::int::decimal(n, vm.digits).map_err(NoText::TooLong)?),
            Obj::Complex(a, b) => self.out.push_str(&super::complex::repr(*a, *b)),
            Obj::List(items) => return self.sequence("[", items, "]"),
            Obj::Tuple(items) => return self.sequence("(", items, if items.len() == 1 { ",)" } else { ")" }),
            Obj::Dict(d) => {
                self.out.push('{');
                for (i, e) in d.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(", ");
                    }
                    self.repr(e.key)?;
                    self.out.push_str(": ");
                    self.repr(e.value)?;
                }
                self.out.push('}');
            }
            Obj::Set(s) if s.is_empty() => self.out.push_str("set()"),
            Obj::FrozenSet(s) if s.is_empty() => self.out.push_str("frozenset()"),
            Obj::Set(s) | Obj::FrozenSet(s) => {
                let frozen = matches!(vm.heap.get(r), Obj::FrozenSet(_));
                let mut s = s.clone();
                s.arrange();
                let items: Vec<Value> = s.iter().map(|e| e.key).collect();
                let (left, right) = if frozen { ("frozenset({", "})") } else { ("{", "}") };
                return self.sequence(left, &items, right);
            }
            Obj::Deque(d) => {
                let items: Vec<Value> = d.items.iter().copied().collect();
                self.sequence("deque([", &items, "]")?;
                if let Some(n) = d.maxlen {
                    self.out.push_str(&format!(", maxlen={n}"));
                }
                self.out.push(')');
            }
            Obj::Range(range) => {
                let (a, b, c) = (range.start, range.stop, range.step);
                self.out.push_str(&if c == 1 { format!("range({a}, {b})") } else { format!("range({a}, {b}, {c})") });
            }
            Obj::Slice(parts) => return self.sequence("slice(", &parts[..], ")"),
            Obj::View(kind, dict) => {
                let d = super::table::dict(vm, *dict);
                self.out.push_str(&vm.class(vm.class_of(v)).name);
                self.out.push_str("([");
                for (i, e) in d.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(", ");
                    }
                    match kind {
                        DictView::Keys => self.repr(e.key)?,
                        DictView::Values => self.repr(e.value)?,
                        DictView::Items => self.sequence("(", &[e.key, e.value], ")")?,
                    }
                }
                self.out.push_str("])");
            }
            Obj::Exception(e) => {
                self.out.push_str(&vm.class(e.class).name);
                let args = e.args.clone();
                return self.sequence("(", &args, ")");
            }
            Obj::Instance(i) if !i.payload.is_undef() => return self.payload(v, i.payload),
            Obj::Future(_) => return self.future(v, r),
            Obj::Handle(_) => return self.handle(r),
            _ => return self.opaque(v, r),
        }
        Ok(())
    }

    /// An instance of a subclass of a built-in type, without a `__repr__` of its own.
    fn payload(&mut self, v: Value, payload: Value) -> Result<(), NoText> {
        let name = self.vm.class_name(v);
        let start = self.out.len();
        self.repr(payload)?;
        let wrapped = match payload {
            Value::Obj(p) => match self.vm.heap.get(p) {
                Obj::Set(s) | Obj::FrozenSet(s) => {
                    let body = self.out.split_off(start);
                    let inner = body.trim_start_matches("frozenset(").trim_end_matches(')');
                    Some(if s.is_empty() { format!("{name}()") } else { format!("{name}({inner})") })
                }
                Obj::Deque(_) | Obj::ByteArray(_) => {
                    let body = self.out.split_off(start);
                    Some(format!("{name}{}", &body[body.find('(').unwrap_or(0)..]))
                }
                _ => None,
            },
            _ => None,
        };
        if let Some(text) = wrapped {
            self.out.push_str(&text);
        }
        Ok(())
    }

    /// Things that are shown by what they are and where they stand.
    fn opaque(&mut self, v: Value, r: Ref) -> Result<(), NoText> {
        let vm = self.vm;
        let name = |v: Value| vm.heap.text(v).map(|s| s.to_string()).unwrap_or_default();
        let at = id(v);
        let text = match vm.heap.get(r) {
            Obj::Function(f) => format!("<function {} at {at:#x}>", name(f.qualname)),
            Obj::Native(n) => match n.owner {
                Some(class) if is_slot(n.name) => {
                    format!("<slot wrapper '{}' of '{}' objects>", n.name, vm.class(class).name)
                }
                Some(class) => format!("<method '{}' of '{}' objects>", n.name, vm.class(class).name),
                None if !n.bound.is_undef()
                    && !matches!(n.bound.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Module(_))) =>
                {
                    format!("<built-in method {} of {} object at {:#x}>", n.name, vm.class_name(n.bound), id(n.bound))
                }
                None => format!("<built-in function {}>", n.name),
            },
            Obj::Method(m) => match m.func.as_ref().map(|r| vm.heap.get(r)) {
                Some(Obj::Native(n)) if is_slot(n.name) => {
                    format!("<method-wrapper '{}' of {} object at {:#x}>", n.name, vm.class_name(m.this), id(m.this))
                }
                Some(Obj::Native(n)) => {
                    format!("<built-in method {} of {} object at {:#x}>", n.name, vm.class_name(m.this), id(m.this))
                }
                Some(Obj::Function(f)) => {
                    self.out.push_str(&format!("<bound method {} of ", name(f.qualname)));
                    self.repr(m.this)?;
                    ">".to_string()
                }
                _ => plain_repr(vm, v),
            },
            Obj::Type(_) => format!("<class '{}'>", class_path(vm, r)),
            Obj::Property(p) if let Some(Obj::Native(n)) = p.get.as_ref().map(|g| vm.heap.get(g)) => {
                let of = p.doc.as_ref().filter(|&c| matches!(vm.heap.get(c), Obj::Type(_))).unwrap_or(class::OBJECT);
                format!("<attribute '{}' of '{}' objects>", n.name, vm.class(of).name)
            }
            Obj::StaticMethod(f) | Obj::ClassMethod(f) => {
                let label = if matches!(vm.heap.get(r), Obj::StaticMethod(_)) { "staticmethod" } else { "classmethod" };
                self.out.push_str(&format!("<{label}("));
                self.repr(*f)?;
                ")>".to_string()
            }
            Obj::Module(m) => {
                let file = super::table::dict(vm, m.attrs)
                    .entries
                    .iter()
                    .find(|e| vm.heap.text(e.key).is_some_and(|k| &**k == "__file__"));
                match file.and_then(|e| vm.heap.text(e.value)) {
                    Some(file) => format!("<module '{}' from '{file}'>", m.name),
                    None if (vm.library.find)(&m.name).is_some() => format!("<module '{}' (built-in)>", m.name),
                    None => format!("<module '{}'>", m.name),
                }
            }
            Obj::Generator(g) => {
                let shown = name(g.qualname.get());
                match g.kind {
                    // These classes are written as generators here.
                    GeneratorKind::Generator if g.class != class::GENERATOR => {
                        let class = vm.class(g.class);
                        let of = if &*class.module == "builtins" { "" } else { "itertools." };
                        format!("<{of}{} object at {at:#x}>", class.name.trim_start_matches("itertools."))
                    }
                    GeneratorKind::Generator => format!("<generator object {shown} at {at:#x}>"),
                    GeneratorKind::Coroutine => format!("<coroutine object {shown} at {at:#x}>"),
                    GeneratorKind::AsyncGenerator => format!("<async_generator object {shown} at {at:#x}>"),
                }
            }
            Obj::Iter(i) if matches!(i, Iter::Count(_) | Iter::Repeat { .. }) => {
                let (label, parts) = match i {
                    Iter::Count(c) if matches!(c[1], Value::Int(1)) => ("count", vec![c[0]]),
                    Iter::Count(c) => ("count", c.to_vec()),
                    Iter::Repeat { value, left: u64::MAX } => ("repeat", vec![*value]),
                    Iter::Repeat { value, left } => ("repeat", vec![*value, Value::Int(*left as i64)]),
                    _ => ("", Vec::new()),
                };
                return self.sequence(&format!("{label}("), &parts, ")");
            }
            Obj::Lock(l) if l.recursive => {
                let state = if l.count > 0 { "locked" } else { "unlocked" };
                format!("<{state} _thread.RLock object owner={} count={} at {at:#x}>", l.owner, l.count)
            }
            Obj::Lock(l) => {
                format!("<{} _thread.lock object at {at:#x}>", if l.locked { "locked" } else { "unlocked" })
            }
            Obj::Super(s) if s.this.is_undef() => format!("<super: <class '{}'>, NULL>", vm.class(s.class).name),
            Obj::Super(s) => {
                format!("<super: <class '{}'>, <{} object>>", vm.class(s.class).name, vm.class_name(s.this))
            }
            Obj::Cell(_) => format!("<cell at {at:#x}>"),
            Obj::Code(c) => format!("<code object {} at {at:#x}, file \"{}\", line {}>", c.name, c.file, c.first_line),
            _ => plain_repr(vm, v),
        };
        self.out.push_str(&text);
        Ok(())
    }
}

/// `BaseException.__str__(v)`, whatever the class defines.
pub fn own_text(vm: &Vm, v: Value) -> Result<String, NoText> {
    match v.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Exception(e)) => exception_text(vm, e),
        _ => text(vm, v),
    }
}

/// `BaseException.__repr__(v)`, whatever the class defines.
pub fn own_repr(vm: &Vm, v: Value) -> Result<String, NoText> {
    let Value::Obj(r) = v else {
        return repr(vm, v);
    };
    let mut out = String::new();
    Writer { vm, out: &mut out, open: vec![r], given: &[] }.object(v, r)?;
    Ok(out)
}

/// Whether a native method of this name stands for a slot of its type.
pub fn is_slot(name: &str) -> bool {
    const ORDINARY: [&str; 8] =
        ["dir", "format", "getstate", "init_subclass", "reduce", "reduce_ex", "sizeof", "subclasshook"];
    let inner = name.strip_prefix("__").and_then(|n| n.strip_suffix("__"));
    inner.is_some_and(|n| {
        !ORDINARY.contains(&n) && !["class_getitem", "getnewargs", "reversed", "enter", "exit", "new"].contains(&n)
    })
}
