//! Objects to bytes.

use super::Op;
use crate::stdlib::native::Taken;
use crate::vm::{Args, Obj, Ref, Signal, Value, Vm, class};
use std::collections::BTreeMap;

/// Nesting beyond this is RecursionError, as in CPython.
const DEPTH: usize = 900;

struct Encoder {
    out: Vec<u8>,
    /// Numbers of the objects met.
    seen: BTreeMap<Ref, usize>,
    count: usize,
    /// What Python made of the objects that it must reduce: `(func, args, state)` tuples.
    made: BTreeMap<Ref, Value>,
    /// Objects that Python must reduce first.
    pending: Vec<Value>,
    depth: usize,
    /// Bytes of long strings.
    copied: usize,
}

/// Why encoding stops.
enum Halt {
    Signal(Signal),
    /// `PicklingError` with this text.
    Pickling(String),
}

impl From<Signal> for Halt {
    fn from(s: Signal) -> Halt {
        Halt::Signal(s)
    }
}

/// `encode(object, [object, reduced, ...])`: bytes; or a list of objects that the driver must reduce before the next try;
/// or a str, the text of a PicklingError.
pub fn encode(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "encode", ["object", "made"], 2)?;
    let mut made = BTreeMap::new();
    if let Value::Obj(r) = taken.0[1]
        && let Obj::List(items) = vm.heap.get(r)
    {
        made = items.chunks_exact(2).filter_map(|c| Some((c[0].as_ref()?, c[1]))).collect();
    }
    let mut e =
        Encoder { out: Vec::new(), seen: BTreeMap::new(), count: 0, made, pending: Vec::new(), depth: 0, copied: 0 };
    match e.value(vm, taken.0[0]) {
        Ok(()) => {}
        Err(Halt::Signal(s)) => return Err(s),
        Err(Halt::Pickling(text)) => return Ok(vm.heap.string(&text)),
    }
    if !e.pending.is_empty() {
        return Ok(vm.heap.list(e.pending));
    }
    e.op(Op::End);
    vm.charge(super::cost(e.out.len(), e.copied));
    Ok(Value::Obj(vm.heap.alloc(Obj::Bytes(e.out.into()))))
}

impl Encoder {
    fn op(&mut self, op: Op) {
        self.out.push(op as u8);
    }

    fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.out.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.out.push(n as u8);
    }

    fn signed(&mut self, n: i64) {
        self.number(((n << 1) ^ (n >> 63)) as u64);
    }

    fn text(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.out.extend_from_slice(bytes);
        self.copied += if bytes.len() >= super::LONG { bytes.len() } else { 0 };
    }

    /// Gives the next number to an object.
    fn mark(&mut self, r: Ref) {
        self.seen.insert(r, self.count);
        self.count += 1;
    }

    fn value(&mut self, vm: &mut Vm, v: Value) -> Result<(), Halt> {
        match v {
            Value::Undef | Value::None => self.op(Op::None),
            Value::Bool(true) => self.op(Op::True),
            Value::Bool(false) => self.op(Op::False),
            Value::Ellipsis => self.op(Op::Ellipsis),
            Value::NotImplemented => self.op(Op::NotImplemented),
            Value::Int(n) => {
                self.op(Op::Int);
                self.signed(n);
            }
            Value::Float(x) => {
                self.op(Op::Float);
                self.out.extend_from_slice(&x.to_bits().to_le_bytes());
            }
            Value::Obj(r) => {
                if let Some(&number) = self.seen.get(&r) {
                    self.op(Op::Again);
                    self.number(number as u64);
                    return Ok(());
                }
                self.depth += 1;
                if self.depth > DEPTH {
                    let text = "maximum recursion depth exceeded while pickling an object";
                    return Err(vm.raise(class::RECURSION_ERROR, text).into());
                }
                self.object(vm, r)?;
                self.depth -= 1;
            }
        }
        Ok(())
    }

    fn values(&mut self, vm: &mut Vm, items: &[Value]) -> Result<(), Halt> {
        items.iter().try_for_each(|&v| self.value(vm, v))
    }

    /// An op for a container that is filled afterwards.
    fn filled(&mut self, vm: &mut Vm, r: Ref, make: Op, fill: Op, items: &[Value]) -> Result<(), Halt> {
        self.op(make);
        self.mark(r);
        self.values(vm, items)?;
        self.op(fill);
        self.number(items.len() as u64);
        Ok(())
    }

    fn object(&mut self, vm: &mut Vm, r: Ref) -> Result<(), Halt> {
        if let Some(&reduced) = self.made.get(&r) {
            return self.reduced(vm, r, reduced);
        }
        match vm.heap.get(r).clone() {
            Obj::Str(s) => {
                self.op(Op::Str);
                self.text(s.text.as_bytes());
                self.mark(r);
            }
            Obj::Bytes(b) => {
                self.op(Op::Bytes);
                self.text(&b);
                self.mark(r);
            }
            Obj::ByteArray(b) => {
                self.op(Op::ByteArray);
                self.text(&b);
                self.mark(r);
            }
            Obj::Big(b) => {
                self.op(Op::Big);
                self.text(b.to_string().as_bytes());
            }
            Obj::Complex(re, im) => {
                self.op(Op::Complex);
                self.out.extend_from_slice(&re.to_bits().to_le_bytes());
                self.out.extend_from_slice(&im.to_bits().to_le_bytes());
            }
            Obj::Tuple(items) => {
                self.values(vm, &items)?;
                self.op(Op::Tuple);
                self.number(items.len() as u64);
                self.mark(r);
            }
            Obj::FrozenSet(s) => {
                let items: Vec<Value> = s.iter().map(|e| e.key).collect();
                self.values(vm, &items)?;
                self.op(Op::FrozenSet);
                self.number(items.len() as u64);
                self.mark(r);
            }
            Obj::List(items) => self.filled(vm, r, Op::List, Op::Append, &items)?,
            Obj::Set(s) => {
                let items: Vec<Value> = s.iter().map(|e| e.key).collect();
                self.filled(vm, r, Op::Set, Op::Add, &items)?;
            }
            Obj::Dict(d) => {
                let items: Vec<Value> = d.iter().flat_map(|e| [e.key, e.value]).collect();
                self.filled(vm, r, Op::Dict, Op::Update, &items)?;
            }
            Obj::Deque(d) => {
                let limit = d.maxlen.map_or(Value::None, |n| Value::Int(n as i64));
                self.value(vm, limit)?;
                let items: Vec<Value> = d.items.iter().copied().collect();
                self.filled(vm, r, Op::Deque, Op::Append, &items)?;
            }
            Obj::Range(x) => {
                self.op(Op::Range);
                [x.start, x.stop, x.step].into_iter().for_each(|n| self.signed(n));
                self.mark(r);
            }
            Obj::Slice(parts) => {
                self.values(vm, &parts[..])?;
                self.op(Op::Slice);
                self.mark(r);
            }
            Obj::Function(f) => {
                let module = text(vm, f.module);
                let qualname = text(vm, f.qualname);
                self.global(vm, r, &module, &qualname)?;
            }
            Obj::Native(n) if n.bound.is_undef() && n.owner.is_none() => {
                let module = home(vm, r, n.name);
                self.global(vm, r, &module, n.name)?;
            }
            Obj::Native(n) if !n.bound.is_undef() => {
                self.value(vm, n.bound)?;
                self.method(n.name, r);
            }
            Obj::Method(m) => {
                self.value(vm, m.this)?;
                let name = match m.func {
                    Value::Obj(f) => match vm.heap.get(f) {
                        Obj::Function(f) => text(vm, f.name),
                        Obj::Native(n) => n.name.to_string(),
                        _ => String::new(),
                    },
                    _ => String::new(),
                };
                self.method(&name, r);
            }
            Obj::Type(_) if r.0 <= class::COUNT => {
                self.op(Op::Builtin);
                self.number(r.0 as u64);
                self.mark(r);
            }
            Obj::Type(t) => self.global(vm, r, &t.module, &t.qualname)?,
            Obj::Instance(i) => {
                if by_python(vm, i.class) {
                    self.pending.push(r.into());
                    return Ok(());
                }
                self.value(vm, i.class.into())?;
                self.op(Op::Instance);
                self.mark(r);
                if !i.payload.is_undef() {
                    self.value(vm, i.payload)?;
                    self.op(Op::Payload);
                }
                self.attrs(vm, vm.heap.own_attrs(&i).into_iter().flat_map(|(k, v)| [k, v]).collect())?;
            }
            Obj::Exception(x) => {
                if by_python(vm, x.class) || defined(vm, x.class, &["__init__", "__new__"]) {
                    self.pending.push(r.into());
                    return Ok(());
                }
                self.value(vm, x.class.into())?;
                self.values(vm, &x.args)?;
                self.op(Op::Tuple);
                self.number(x.args.len() as u64);
                self.count += 1;
                self.op(Op::Exception);
                self.mark(r);
                self.attrs(vm, x.attrs.iter().flat_map(|e| [e.key, e.value]).collect())?;
            }
            _ => {
                let class = vm.class_of(r.into());
                let t = vm.class(class);
                let name =
                    if &*t.module == "builtins" { t.name.to_string() } else { format!("{}.{}", t.module, t.name) };
                return Err(vm.type_error(&format!("cannot pickle '{name}' object")).into());
            }
        }
        Ok(())
    }

    fn method(&mut self, name: &str, r: Ref) {
        self.op(Op::Method);
        self.text(name.as_bytes());
        self.mark(r);
    }

    fn attrs(&mut self, vm: &mut Vm, items: Vec<Value>) -> Result<(), Halt> {
        if items.is_empty() {
            return Ok(());
        }
        self.values(vm, &items)?;
        self.op(Op::Attrs);
        self.number(items.len() as u64);
        Ok(())
    }

    /// `(func, args, state)` made by the driver; a str names a global.
    fn reduced(&mut self, vm: &mut Vm, r: Ref, reduced: Value) -> Result<(), Halt> {
        let parts = match reduced {
            Value::Obj(t) => match vm.heap.get(t) {
                Obj::Tuple(parts) if parts.len() == 3 => parts.to_vec(),
                Obj::Tuple(parts) if parts.len() == 2 => {
                    let (module, name) = (text(vm, parts[0]), text(vm, parts[1]));
                    return self.global(vm, r, &module, &name);
                }
                _ => return Err(Halt::Pickling("__reduce__ must return a string or tuple".into())),
            },
            _ => return Err(Halt::Pickling("__reduce__ must return a string or tuple".into())),
        };
        self.value(vm, parts[0])?;
        self.value(vm, parts[1])?;
        self.op(Op::Call);
        self.mark(r);
        if !parts[2].is_none() {
            self.value(vm, parts[2])?;
            self.op(Op::State);
        }
        Ok(())
    }

    /// A function or class by its name, if the name finds it again.
    fn global(&mut self, vm: &mut Vm, r: Ref, module: &str, qualname: &str) -> Result<(), Halt> {
        if qualname.contains("<locals>") {
            let text = format!("Can't get local object '{qualname}'");
            return Err(vm.raise(class::ATTRIBUTE_ERROR, &text).into());
        }
        match super::decode::lookup(vm, module, qualname) {
            Some(found) if found.is(r.into()) => {
                self.op(Op::Global);
                self.text(module.as_bytes());
                self.text(qualname.as_bytes());
                self.mark(r);
                Ok(())
            }
            found => {
                let shown = shown(vm, r, qualname);
                let why = match found {
                    None => format!("attribute lookup {qualname} on {module} failed"),
                    Some(_) => format!("it's not the same object as {module}.{qualname}"),
                };
                Err(Halt::Pickling(format!("Can't pickle {shown}: {why}")))
            }
        }
    }
}

fn shown(vm: &Vm, r: Ref, qualname: &str) -> String {
    match vm.heap.get(r) {
        Obj::Type(t) => format!("<class '{}.{}'>", t.module, t.qualname),
        Obj::Native(n) => format!("<built-in function {}>", n.name),
        _ => format!("<function {qualname} at {:#x}>", vm.address(r)),
    }
}

fn text(vm: &Vm, v: Value) -> String {
    vm.heap.text(v).map(|t| t.to_string()).unwrap_or_default()
}

/// The first loaded module in whose namespace a native stands under its name.
fn home(vm: &mut Vm, r: Ref, name: &str) -> String {
    let mut modules = vec![("builtins".to_string(), vm.builtins)];
    if let Obj::Dict(d) = vm.heap.get(vm.modules) {
        for e in d.iter() {
            if let Value::Obj(m) = e.value
                && let Obj::Module(m) = vm.heap.get(m)
            {
                modules.push((m.name.to_string(), m.attrs));
            }
        }
    }
    modules
        .into_iter()
        .find(|(_, space)| vm.name(*space, name).is_some_and(|v| v.is(r.into())))
        .map(|(module, _)| module)
        .unwrap_or_default()
}

/// Whether a class of the program (or the library) defines one of these names.
fn defined(vm: &mut Vm, class: Ref, names: &[&str]) -> bool {
    let mro = vm.class(class).mro.clone();
    names.iter().any(|name| {
        let key = vm.heap.intern(name);
        let hash = crate::vm::hash_text(name);
        mro.iter().any(|&c| {
            let t = vm.class(c);
            !t.builtin && t.attrs.by_name(hash, key).is_some()
        })
    })
}

/// Whether an object of this class is reduced by Python code.
fn by_python(vm: &mut Vm, class: Ref) -> bool {
    defined(vm, class, &["__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__getnewargs_ex__"])
}
