//! The values of watched expressions, read from the state without running anything, and the queues that a program makes.

use super::object::{Obj, Type};
use super::types::{hash, range};
use super::value::{Ref, Value};
use super::{Fiber, FutureState, Vm, hash_text};
use crate::lang::{CodeKind, Gauge, Join};
use std::rc::Rc;

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// No variable of that name, attribute or item: perhaps not yet.
    Name,
    Attr,
    Item,
    /// The program's own code would have to run.
    Code,
    /// It has no length.
    Length,
    /// It has no such method.
    Method,
    /// Not numbers.
    Number,
}

/// What stands outside of a process's heap.
pub trait Around {
    /// The variable of a running or suspended function.
    fn local(&self, name: &str) -> Option<Value>;
    fn semaphore(&self, id: u64) -> Option<i64>;
    /// Shared memory, as it is encoded.
    fn shared(&self, id: u64) -> Option<&[u8]>;
}

/// A queue of the library that the program made.
#[derive(Clone, Debug)]
pub struct Queued {
    pub queue: Ref,
    /// What the program calls it; empty when that is not known.
    pub name: Rc<str>,
    /// The semaphore of one that processes share.
    pub semaphore: Option<u64>,
}

/// So many queues are followed.
const QUEUES: usize = 16;

/// An expression's value and whether processes share it.
type Found = Result<(Value, bool), Absent>;

impl Vm {
    /// The value of an expression at this moment.
    pub fn gauge(&self, gauge: &Gauge, around: &dyn Around) -> Found {
        match gauge {
            Gauge::Name(name) => self.named(name, around).map(|v| (v, false)).ok_or(Absent::Name),
            Gauge::Int(n) => Ok((Value::Int(*n), false)),
            Gauge::Float(x) => Ok((Value::Float(*x), false)),
            // A text stands only as a key, which `item` reads itself.
            Gauge::Text(_) => Err(Absent::Number),
            Gauge::Attr(of, name) => {
                let (of, shared) = self.gauge(of, around)?;
                match self.attr_of(of, name) {
                    Err(Absent::Code) if &**name == "value" => self.shared_value(of, around),
                    found => found.map(|v| (v, shared)),
                }
            }
            Gauge::Item(of, key) => {
                let (of, shared) = self.gauge(of, around)?;
                let item = match &**key {
                    Gauge::Text(text) => self.item_named(of, text),
                    key => self.item_of(of, self.gauge(key, around)?.0),
                };
                item.map(|v| (v, shared))
            }
            Gauge::Len(of) => {
                let (of, shared) = self.gauge(of, around)?;
                Ok((Value::Int(self.len_of(of).ok_or(Absent::Length)?), shared))
            }
            Gauge::Call(of, name) => self.answer_of(self.gauge(of, around)?, name, around),
            Gauge::Sum(a, join, b) => {
                let ((a, x), (b, y)) = (self.gauge(a, around)?, self.gauge(b, around)?);
                Ok((joined(a, *join, b).ok_or(Absent::Number)?, x || y))
            }
        }
    }

    /// A global of the main program, else a variable of a function in progress.
    fn named(&self, name: &str, around: &dyn Around) -> Option<Value> {
        let of = |dict: Ref, name: &str| match self.heap.get(dict) {
            Obj::Dict(d) => self.entry(d, name),
            _ => None,
        };
        let main = of(self.modules, "__main__")?.as_ref()?;
        let global = match self.heap.get(main) {
            Obj::Module(m) => of(m.attrs, name),
            _ => None,
        };
        global.or_else(|| around.local(name)).filter(|v| !v.is_undef())
    }

    /// A variable of the frame with these registers.
    pub fn variable_of(&self, code: u32, regs: &[Value], name: &str) -> Option<Value> {
        let body = &self.codes[code as usize];
        if body.code.library || matches!(body.code.kind, CodeKind::Module | CodeKind::Class) {
            return None;
        }
        let at = body.code.locals.iter().position(|n| &**n == name)?;
        regs.get(at).map(|&v| self.opened(v)).filter(|v| !v.is_undef())
    }

    /// The variable of a fiber's frames, the outermost that has one.
    pub fn variable_in(&self, fiber: &Fiber, name: &str) -> Option<Value> {
        let regs = |base: u32| fiber.regs.get(base as usize..).unwrap_or_default();
        fiber.frames.iter().take(64).find_map(|f| self.variable_of(f.code, regs(f.base), name))
    }

    fn entry(&self, d: &super::dict::Dict, name: &str) -> Option<Value> {
        let same = |k| self.heap.text(k).is_some_and(|t| &**t == name);
        d.find(hash_text(name), same).map(|at| d.entries[at].value)
    }

    /// What a class defines under a name.
    fn defined(&self, class: &Type, name: &str) -> Option<Value> {
        class.mro.iter().find_map(|&c| self.entry(&self.class(c).attrs, name))
    }

    fn attr_of(&self, of: Value, name: &str) -> Result<Value, Absent> {
        let Value::Obj(r) = of else { return Err(Absent::Attr) };
        let plain = |v: Value| match v.as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Property(_) | Obj::ClassMethod(_) | Obj::StaticMethod(_)) => Err(Absent::Code),
            _ => Ok(v),
        };
        match self.heap.get(r) {
            Obj::Module(m) => match self.heap.get(m.attrs) {
                Obj::Dict(d) => self.entry(d, name).ok_or(Absent::Attr),
                _ => Err(Absent::Attr),
            },
            Obj::Type(t) => plain(self.defined(t, name).ok_or(Absent::Attr)?),
            Obj::Exception(e) => self.entry(&e.attrs, name).ok_or(Absent::Attr),
            Obj::Function(f) => match f.attrs.as_ref().map(|d| self.heap.get(d)) {
                Some(Obj::Dict(d)) => self.entry(d, name).ok_or(Absent::Attr),
                _ => Err(Absent::Attr),
            },
            Obj::Instance(i) => {
                let class = self.class(i.class);
                let shared = self.defined(class, name);
                if let Some(Obj::Property(p)) = shared.and_then(|v| v.as_ref()).map(|r| self.heap.get(r)) {
                    // The library's own mostly stand for an attribute of nearly the same name.
                    let library = match p.get.as_ref().map(|r| self.heap.get(r)) {
                        Some(Obj::Function(f)) => self.codes[f.code as usize].code.library,
                        _ => false,
                    };
                    let hidden = self.own_named(of, &format!("_{name}")).filter(|_| library);
                    return hidden.ok_or(Absent::Code);
                }
                match self.own_named(of, name).or(shared) {
                    Some(v) => plain(v),
                    None if class.flags.getattr => Err(Absent::Code),
                    None => Err(Absent::Attr),
                }
            }
            _ => Err(Absent::Attr),
        }
    }

    /// `x.value` of what `multiprocessing.Value` made.
    fn shared_value(&self, of: Value, around: &dyn Around) -> Found {
        let raw = self.own_named(of, "_obj").unwrap_or(of);
        let Some(Value::Int(place)) = self.own_named(raw, "_place") else { return Err(Absent::Code) };
        // As `native/pickle` writes numbers: an op, then a zigzag varint or eight bytes.
        let (&op, mut bytes) = around.shared(place as u64).and_then(|b| b.split_first()).ok_or(Absent::Attr)?;
        let value = match op {
            1 => Value::Bool(true),
            2 => Value::Bool(false),
            5 => {
                let (mut n, mut shift) = (0u64, 0);
                while let Some((&b, rest)) = bytes.split_first().filter(|_| shift < 64) {
                    n |= ((b & 0x7f) as u64) << shift;
                    (bytes, shift) = (rest, shift + 7);
                    if b < 0x80 {
                        break;
                    }
                }
                Value::Int((n >> 1) as i64 ^ -((n & 1) as i64))
            }
            7 => Value::Float(f64::from_le_bytes(bytes.try_into().map_err(|_| Absent::Number)?)),
            _ => return Err(Absent::Number),
        };
        Ok((value, true))
    }

    /// What a container's own class keeps, of those that a program derived from one.
    fn payload(&self, v: Value) -> Option<&Obj> {
        let obj = self.heap.get(v.as_ref()?);
        match obj {
            Obj::Instance(i) => i.payload.as_ref().map(|r| self.heap.get(r)),
            _ => Some(obj),
        }
    }

    /// Whether the program itself wrote what a class does under a name.
    fn is_own(&self, of: Value, name: &str) -> bool {
        let found = self.defined(self.class(self.class_of(of)), name).and_then(|v| v.as_ref());
        match found.map(|r| self.heap.get(r)) {
            Some(Obj::Function(f)) => !self.codes[f.code as usize].code.library,
            _ => false,
        }
    }

    fn len_of(&self, of: Value) -> Option<i64> {
        if self.is_own(of, "__len__") {
            return None;
        }
        let n = match self.payload(of)? {
            Obj::List(items) => items.len(),
            Obj::Tuple(items) => items.len(),
            Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => d.len(),
            Obj::Deque(d) => d.items.len(),
            Obj::Str(s) => s.len as usize,
            Obj::Bytes(b) => b.len(),
            Obj::ByteArray(b) => b.len(),
            Obj::Range(r) => range::len(r) as usize,
            _ => return None,
        };
        Some(n as i64)
    }

    fn item_named(&self, of: Value, key: &str) -> Result<Value, Absent> {
        match self.payload(of) {
            _ if self.is_own(of, "__getitem__") => Err(Absent::Code),
            Some(Obj::Dict(d)) => self.entry(d, key).ok_or(Absent::Item),
            _ => Err(Absent::Item),
        }
    }

    fn item_of(&self, of: Value, key: Value) -> Result<Value, Absent> {
        if self.is_own(of, "__getitem__") {
            return Err(Absent::Code);
        }
        let at = |n: usize| match key {
            Value::Int(i) if i < 0 => n.checked_sub(i.unsigned_abs() as usize),
            Value::Int(i) => Some(i as usize).filter(|&i| i < n),
            _ => None,
        };
        let found = match self.payload(of) {
            Some(Obj::List(items)) => at(items.len()).map(|i| items[i]),
            Some(Obj::Tuple(items)) => at(items.len()).map(|i| items[i]),
            Some(Obj::Deque(d)) => at(d.items.len()).map(|i| d.items[i]),
            Some(Obj::Dict(d)) => {
                let text = self.heap.text(key);
                let same = |k: Value| k.is(key) || text.is_some_and(|t| self.heap.text(k) == Some(t));
                let at = hash::hash(self, key).ok().and_then(|h| d.find(h, same));
                at.map(|at| d.entries[at].value)
            }
            _ => None,
        };
        found.ok_or(Absent::Item)
    }

    /// Items in a queue of the library.
    pub fn depth_of(&self, queue: Value, around: &dyn Around) -> Option<(i64, bool)> {
        let own = |name: &str| self.own_named(queue, name);
        if let Some(items) = own("queue").or_else(|| own("_queue")).or_else(|| own("_items")) {
            return Some((self.len_of(items)?, false));
        }
        let (Some(Value::Int(most)), Some(id)) = (own("_maxsize"), own("_sem").and_then(|s| self.semaphore_id(s)))
        else {
            return None;
        };
        Some((most - around.semaphore(id)?, true))
    }

    fn semaphore_id(&self, of: Value) -> Option<u64> {
        match self.own_named(of, "_id")? {
            Value::Int(id) => Some(id as u64),
            _ => None,
        }
    }

    /// What a method of the library would answer.
    fn answer_of(&self, (of, shared): (Value, bool), name: &str, around: &dyn Around) -> Found {
        if self.is_own(of, name) {
            return Err(Absent::Code);
        }
        let own = |name: &str| self.own_named(of, name);
        let obj = of.as_ref().map(|r| self.heap.get(r));
        let truth = |v: bool| Some((Value::Bool(v), shared));
        let depth = || self.depth_of(of, around);
        let found = match (name, obj) {
            ("qsize", _) => depth().map(|(n, shared)| (Value::Int(n), shared)),
            ("empty", _) => depth().map(|(n, shared)| (Value::Bool(n == 0), shared)),
            ("full", _) => match own("maxsize").or_else(|| own("_maxsize")) {
                Some(Value::Int(most)) => depth().map(|(n, shared)| (Value::Bool(0 < most && most <= n), shared)),
                _ => None,
            },
            ("locked", Some(Obj::Lock(l))) => truth(l.locked),
            ("locked", _) => match (own("_locked"), own("_lock"), own("_value")) {
                (Some(Value::Bool(b)), ..) => truth(b),
                (_, Some(lock), _) if !lock.is(of) => return self.answer_of((lock, shared), name, around),
                (_, _, Some(Value::Int(n))) => truth(n == 0),
                _ => None,
            },
            ("is_set", _) => match own("_flag").or_else(|| own("_value")) {
                Some(Value::Bool(b)) => truth(b),
                _ => None,
            },
            ("done", Some(Obj::Future(f))) => truth(f.done()),
            ("cancelled", Some(Obj::Future(f))) => truth(f.state == FutureState::Cancelled),
            ("get_value", _) => {
                let id = self.semaphore_id(of);
                id.and_then(|id| around.semaphore(id)).map(|n| (Value::Int(n), true))
            }
            _ => None,
        };
        found.ok_or(Absent::Method)
    }

    /// Takes note of a queue that the program is about to have, or of one that came from another process.
    pub fn queue_made(&mut self, fiber: &Fiber, queue: Ref) {
        let semaphore = self.own_named(queue.into(), "_sem").and_then(|s| self.semaphore_id(s));
        let named = self.made_by_program(fiber);
        if self.queues.len() < QUEUES && (named.is_some() || semaphore.is_some()) {
            let name = named.unwrap_or_default().into();
            self.queues.push(Queued { queue, name, semaphore });
        }
    }

    /// After a collection: forgets the queues that are gone.
    pub fn forget_queues(&mut self) {
        let Vm { heap, queues, .. } = self;
        queues.retain(|q| !matches!(heap.get(q.queue), Obj::Free(_)));
    }
}

fn joined(a: Value, join: Join, b: Value) -> Option<Value> {
    let float = |v: Value| match v {
        Value::Int(n) => Some(n as f64),
        Value::Float(x) => Some(x),
        _ => None,
    };
    if let (Value::Int(a), Value::Int(b)) = (a, b)
        && let Some(n) = match join {
            Join::Add => a.checked_add(b),
            Join::Sub => a.checked_sub(b),
            Join::Mul => a.checked_mul(b),
            Join::Div => None,
        }
    {
        return Some(Value::Int(n));
    }
    let (a, b) = (float(a)?, float(b)?);
    Some(Value::Float(match join {
        Join::Add => a + b,
        Join::Sub => a - b,
        Join::Mul => a * b,
        Join::Div => a / b,
    }))
}
