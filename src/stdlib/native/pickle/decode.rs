//! Bytes to objects.

use super::Op;
use crate::stdlib::native::Taken;
use crate::vm::dict::Dict;
use crate::vm::{Args, Deque, Exception, Method, Obj, Range, Ref, Signal, Value, Vm, class, hash_text};
use num_bigint::BigInt;

struct Decoder<'a> {
    bytes: &'a [u8],
    at: usize,
    stack: Vec<Value>,
    made: Vec<Value>,
    /// Bytes of long strings.
    copied: usize,
}

/// What the driver must do before decoding goes on.
const CALL: i64 = 0;
const STATE: i64 = 1;
const IMPORT: i64 = 2;
const FILL: i64 = 3;

/// `decode(bytes, at, stack, made)` works on the two lists and returns `(-1, value)` at the end, or
/// `(next at, what to do, a, b)`: call `a(*b)`, append the result to both lists (the object's number is the end of
/// `made`); give state `b` to `a`; import module `a` and append its attribute `b` to both lists; put the items `b` into `a`.
pub fn decode(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "decode", ["bytes", "at", "stack", "made"], 4)?;
    let bytes = taken.bytes(vm, 0)?;
    let at = taken.int(vm, 1)? as usize;
    let mut d = Decoder { bytes: &bytes, at, copied: 0, stack: items(vm, taken.0[2]), made: items(vm, taken.0[3]) };
    let step = match d.run(vm) {
        Some(step) => step,
        None => return Err(vm.value_error("pickle data was truncated or is not ours")),
    };
    let cost = super::cost(d.at.saturating_sub(at), d.copied);
    let Decoder { stack, made, .. } = d;
    vm.charge(cost);
    for (v, items) in [(taken.0[2], stack), (taken.0[3], made)] {
        if let Value::Obj(r) = v
            && let Obj::List(old) = vm.heap.get_mut(r)
        {
            *old = items;
        }
    }
    Ok(vm.heap.tuple(step))
}

fn items(vm: &Vm, v: Value) -> Vec<Value> {
    match v {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::List(items) => items.clone(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The object under a module's dotted name, if the module is loaded and has it.
pub fn lookup(vm: &mut Vm, module: &str, qualname: &str) -> Option<Value> {
    let modules = vm.modules;
    let mut space = match (vm.name(modules, module), module) {
        (Some(Value::Obj(m)), _) => match vm.heap.get(m) {
            Obj::Module(m) => m.attrs,
            _ => return None,
        },
        (_, "builtins") => vm.builtins,
        _ => return None,
    };
    let mut names = qualname.split('.').peekable();
    loop {
        let name = names.next()?;
        let found = match vm.heap.get(space) {
            Obj::Type(_) => {
                let key = vm.heap.intern(name);
                let hash = hash_text(name);
                let mro = vm.class(space).mro.clone();
                mro.iter().find_map(|&c| {
                    let attrs = &vm.class(c).attrs;
                    attrs.by_name(hash, key).map(|at| attrs.entries[at].value)
                })
            }
            _ => vm.name(space, name),
        }?;
        let found = match found {
            Value::Obj(r) => match vm.heap.get(r) {
                Obj::StaticMethod(f) => *f,
                _ => found,
            },
            _ => found,
        };
        if names.peek().is_none() {
            return Some(found);
        }
        match found {
            Value::Obj(r) if matches!(vm.heap.get(r), Obj::Type(_)) => space = r,
            _ => return None,
        }
    }
}

impl Decoder<'_> {
    fn byte(&mut self) -> Option<u8> {
        let b = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(b)
    }

    fn number(&mut self) -> Option<u64> {
        let mut n = 0u64;
        for shift in (0..64).step_by(7) {
            let b = self.byte()?;
            n |= ((b & 0x7f) as u64) << shift;
            if b < 0x80 {
                return Some(n);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let n = self.number()?;
        Some((n >> 1) as i64 ^ -((n & 1) as i64))
    }

    fn chunk(&mut self, len: usize) -> Option<&[u8]> {
        let chunk = self.bytes.get(self.at..self.at.checked_add(len)?)?;
        self.at += len;
        self.copied += if len >= super::LONG { len } else { 0 };
        Some(chunk)
    }

    fn text(&mut self) -> Option<String> {
        let len = self.number()? as usize;
        String::from_utf8(self.chunk(len)?.to_vec()).ok()
    }

    fn float(&mut self) -> Option<f64> {
        Some(f64::from_bits(u64::from_le_bytes(self.chunk(8)?.try_into().ok()?)))
    }

    fn take(&mut self) -> Option<Vec<Value>> {
        let count = self.number()? as usize;
        let from = self.stack.len().checked_sub(count)?;
        Some(self.stack.split_off(from))
    }

    fn push(&mut self, vm: &mut Vm, obj: Obj) {
        let v = Value::Obj(vm.heap.alloc(obj));
        self.stack.push(v);
        self.made.push(v);
    }

    /// The state in which the driver finds its next step.
    fn ask(&self, what: i64, a: Value, b: Value) -> Vec<Value> {
        vec![Value::Int(self.at as i64), Value::Int(what), a, b]
    }

    /// Runs to the end or to a step for the driver; None for damaged bytes.
    fn run(&mut self, vm: &mut Vm) -> Option<Vec<Value>> {
        loop {
            match Op::from(self.byte()?)? {
                Op::None => self.stack.push(Value::None),
                Op::True => self.stack.push(Value::Bool(true)),
                Op::False => self.stack.push(Value::Bool(false)),
                Op::Ellipsis => self.stack.push(Value::Ellipsis),
                Op::NotImplemented => self.stack.push(Value::NotImplemented),
                Op::Int => {
                    let n = self.signed()?;
                    self.stack.push(Value::Int(n));
                }
                Op::Big => {
                    let n: BigInt = self.text()?.parse().ok()?;
                    let v = Value::Obj(vm.heap.alloc(Obj::Big(Box::new(n))));
                    self.stack.push(v);
                }
                Op::Float => {
                    let x = self.float()?;
                    self.stack.push(Value::Float(x));
                }
                Op::Complex => {
                    let (re, im) = (self.float()?, self.float()?);
                    let v = Value::Obj(vm.heap.alloc(Obj::Complex(re, im)));
                    self.stack.push(v);
                }
                Op::Str => {
                    let text = self.text()?;
                    let v = vm.heap.string(&text);
                    self.stack.push(v);
                    self.made.push(v);
                }
                Op::Bytes => {
                    let len = self.number()? as usize;
                    let bytes = self.chunk(len)?.into();
                    self.push(vm, Obj::Bytes(bytes));
                }
                Op::ByteArray => {
                    let len = self.number()? as usize;
                    let bytes = self.chunk(len)?.to_vec();
                    self.push(vm, Obj::ByteArray(bytes));
                }
                Op::Tuple => {
                    let items = self.take()?;
                    self.push(vm, Obj::Tuple(items.into()));
                }
                Op::FrozenSet => {
                    let items = self.take()?;
                    let mut set = Dict::default();
                    if !add(vm, &mut set, &items) {
                        // An element whose hash is Python code: the driver makes the set.
                        let callee = Value::Obj(class::FROZENSET);
                        let list = vm.heap.list(items);
                        let args = vm.heap.tuple(vec![list]);
                        return Some(self.ask(CALL, callee, args));
                    }
                    self.push(vm, Obj::FrozenSet(Box::new(set)));
                }
                Op::List => self.push(vm, Obj::List(Vec::new())),
                Op::Dict => self.push(vm, Obj::Dict(Box::default())),
                Op::Set => self.push(vm, Obj::Set(Box::default())),
                Op::Deque => {
                    let maxlen = match self.stack.pop()? {
                        Value::Int(n) => Some(n as usize),
                        _ => None,
                    };
                    self.push(vm, Obj::Deque(Box::new(Deque { maxlen, ..Deque::default() })));
                }
                Op::Append | Op::Update | Op::Add => {
                    let items = self.take()?;
                    let target = *self.stack.last()?;
                    if let Some(left) = fill(vm, target.as_ref()?, items) {
                        let left = vm.heap.list(left);
                        return Some(self.ask(FILL, target, left));
                    }
                }
                Op::Range => {
                    let (start, stop, step) = (self.signed()?, self.signed()?, self.signed()?);
                    self.push(vm, Obj::Range(Range { start, stop, step }));
                }
                Op::Slice => {
                    let from = self.stack.len().checked_sub(3)?;
                    let parts: [Value; 3] = self.stack.split_off(from).try_into().ok()?;
                    self.push(vm, Obj::Slice(Box::new(parts)));
                }
                Op::Builtin => {
                    let place = self.number()? as u32;
                    if place == 0 || place > class::COUNT {
                        return None;
                    }
                    self.stack.push(Value::Obj(Ref(place)));
                    self.made.push(Value::Obj(Ref(place)));
                }
                Op::Global => {
                    let (module, name) = (self.text()?, self.text()?);
                    match lookup(vm, &module, &name) {
                        Some(v) => {
                            self.stack.push(v);
                            self.made.push(v);
                        }
                        None => {
                            let (module, name) = (vm.heap.string(&module), vm.heap.string(&name));
                            return Some(self.ask(IMPORT, module, name));
                        }
                    }
                }
                Op::Instance => {
                    let class = self.stack.pop()?.as_ref()?;
                    let v = vm.heap.instance(class, Value::Undef).into();
                    self.stack.push(v);
                    self.made.push(v);
                }
                Op::Payload => {
                    let payload = self.stack.pop()?;
                    if let Obj::Instance(i) = vm.heap.get_mut(self.stack.last()?.as_ref()?) {
                        i.payload = payload;
                    }
                }
                Op::Attrs => {
                    let items = self.take()?;
                    let target = self.stack.last()?.as_ref()?;
                    attributes(vm, target, &items);
                }
                Op::Exception => {
                    let args = self.stack.pop()?;
                    let class = self.stack.pop()?.as_ref()?;
                    let args = match vm.heap.get(args.as_ref()?) {
                        Obj::Tuple(items) => items.to_vec(),
                        _ => return None,
                    };
                    self.push(
                        vm,
                        Obj::Exception(Box::new(Exception {
                            class,
                            args,
                            attrs: Dict::default(),
                            traceback: Value::None,
                            cause: Value::None,
                            context: Value::None,
                            suppress_context: false,
                        })),
                    );
                }
                Op::Method => {
                    let name = self.text()?;
                    let this = self.stack.pop()?;
                    let class = vm.class_of(this);
                    let key = vm.heap.intern(&name);
                    let hash = hash_text(&name);
                    let mro = vm.class(class).mro.clone();
                    let func = mro.iter().find_map(|&c| {
                        let attrs = &vm.class(c).attrs;
                        attrs.by_name(hash, key).map(|at| attrs.entries[at].value)
                    });
                    let (func, this) = match func {
                        Some(Value::Obj(f)) => match vm.heap.get(f) {
                            Obj::ClassMethod(f) => (*f, class.into()),
                            _ => (f.into(), this),
                        },
                        // A class's own class method, or a static one.
                        _ => {
                            let found = match this {
                                Value::Obj(r) if matches!(vm.heap.get(r), Obj::Type(_)) => {
                                    let module = vm.class(r).module.to_string();
                                    let qualname = format!("{}.{name}", vm.class(r).qualname);
                                    lookup(vm, &module, &qualname)?
                                }
                                _ => return None,
                            };
                            match vm.heap.get(found.as_ref()?) {
                                Obj::ClassMethod(f) => (*f, this),
                                _ => (found, this),
                            }
                        }
                    };
                    self.push(vm, Obj::Method(Method { func, this }));
                }
                Op::Call => {
                    let args = self.stack.pop()?;
                    let callee = self.stack.pop()?;
                    return Some(self.ask(CALL, callee, args));
                }
                Op::State => {
                    let state = self.stack.pop()?;
                    let target = *self.stack.last()?;
                    return Some(self.ask(STATE, target, state));
                }
                Op::Again => {
                    let number = self.number()? as usize;
                    self.stack.push(*self.made.get(number)?);
                }
                Op::End => return Some(vec![Value::Int(-(self.at as i64)), self.stack.pop()?]),
            }
        }
    }
}

/// The hash of a key that needs no Python: strings, numbers, tuples of such.
fn plain_hash(vm: &mut Vm, key: Value) -> Option<u64> {
    crate::vm::types::hash::hash(vm, key).ok()
}

/// Adds items to a set; false if one of them needs Python to hash or compare.
fn add(vm: &mut Vm, set: &mut Dict, items: &[Value]) -> bool {
    for &item in items {
        let Some(hash) = plain_hash(vm, item) else { return false };
        // Elements of one set are distinct already.
        set.push(hash, item, Value::None);
    }
    true
}

/// Puts items into a container; gives back those that need Python.
fn fill(vm: &mut Vm, target: Ref, items: Vec<Value>) -> Option<Vec<Value>> {
    let hashes = match vm.heap.get(target) {
        Obj::Dict(_) => items.iter().step_by(2).map(|&k| plain_hash(vm, k)).collect::<Option<Vec<u64>>>(),
        Obj::Set(_) => items.iter().map(|&k| plain_hash(vm, k)).collect::<Option<Vec<u64>>>(),
        _ => Some(Vec::new()),
    };
    let Some(hashes) = hashes else { return Some(items) };
    match vm.heap.get_mut(target) {
        Obj::List(list) => list.extend(items),
        Obj::Deque(d) => d.items.extend(items),
        // Keys of one dict are distinct already.
        Obj::Dict(d) => hashes.iter().zip(items.chunks_exact(2)).for_each(|(&h, kv)| d.push(h, kv[0], kv[1])),
        Obj::Set(s) => hashes.iter().zip(&items).for_each(|(&h, &v)| s.push(h, v, Value::None)),
        _ => {}
    }
    None
}

/// Sets attributes of a new instance or exception; names are interned.
fn attributes(vm: &mut Vm, target: Ref, items: &[Value]) {
    for pair in items.chunks_exact(2) {
        let Some(name) = vm.heap.text(pair[0]).cloned() else { continue };
        let key = vm.heap.intern(&name);
        let hash = hash_text(&name);
        let attrs = match vm.heap.get_mut(target) {
            Obj::Instance(_) => {
                vm.heap.set_own(target, key, pair[1]);
                continue;
            }
            Obj::Exception(e) => &mut e.attrs,
            _ => return,
        };
        match attrs.by_name(hash, key) {
            Some(at) => attrs.entries[at].value = pair[1],
            None => attrs.push(hash, key, pair[1]),
        }
    }
}
