//! Looking at values and suspended calls from outside, without running anything and within bounds: what a debugger's panels show.

use super::Vm;
use super::class;
use super::dict::Dict;
use super::fiber::Suspended;
use super::format::string::{repr_bytes, repr_str};
use super::future::FutureState;
use super::object::{GeneratorState, Obj};
use super::types::repr::{class_path, repr};
use super::value::{Ref, Value};
use crate::lang::{CodeKind, Instr};

/// A frame shows at most so many variables,
const VARIABLES: usize = 60;
/// and of each value about so many bytes.
const ROOM: usize = 160;
const DEPTH: usize = 4;

struct Peek<'a> {
    vm: &'a Vm,
    out: String,
    room: usize,
    depth: usize,
}

impl Vm {
    /// Like `repr`, cut after about that many bytes; instances show their class and attributes whatever their `__repr__` says.
    pub fn peek(&self, v: Value, room: usize) -> String {
        let mut peek = Peek { vm: self, out: String::new(), room, depth: 0 };
        peek.value(v);
        peek.out
    }

    /// The variables of a frame with these registers, with their values as `peek` shows them.
    pub fn variables(&self, code: u32, globals: Ref, extra: Value, regs: &[Value]) -> Vec<(String, String)> {
        let body = &self.codes[code as usize].code;
        let shown = |name: &str, v: Value| (name.to_string(), self.peek(v, ROOM));
        let space = match body.kind {
            CodeKind::Module => Some(globals),
            CodeKind::Class => extra.as_ref(),
            _ => None,
        };
        if let Some(space) = space {
            let Obj::Dict(d) = self.heap.get(space) else { return Vec::new() };
            let named = d.iter().filter_map(|e| Some((self.heap.text(e.key)?, e.value)));
            let own = named.filter(|(name, v)| !name.starts_with("__") && !self.is_definition(*v));
            return own.take(VARIABLES).map(|(name, v)| shown(name, v)).collect();
        }
        let bound = body.locals.iter().zip(regs).map(|(name, &v)| (name, self.opened(v)));
        let named = bound.filter(|(name, v)| !v.is_undef() && !name.starts_with('.'));
        named.take(VARIABLES).map(|(name, v)| shown(name, v)).collect()
    }

    /// Bodies of the library that say nothing of what a program does: the prelude's, and modules being imported.
    pub fn is_background(&self, code: u32) -> bool {
        let body = &self.codes[code as usize];
        body.hidden || body.code.library && body.code.kind == CodeKind::Module
    }

    /// Modules, classes and functions: what a module's variables hold besides data.
    fn is_definition(&self, v: Value) -> bool {
        let obj = v.as_ref().map(|r| self.heap.get(r));
        matches!(obj, Some(Obj::Module(_) | Obj::Type(_) | Obj::Function(_) | Obj::Native(_)))
    }

    /// The suspended calls of a coroutine, outermost first: it, what it awaits, and so on.
    pub fn awaiting(&self, coro: Value) -> Vec<&Suspended> {
        let (mut out, mut at) = (Vec::new(), coro);
        while out.len() < 200
            && let Value::Obj(r) = at
            && let Obj::Generator(g) = self.heap.get(r)
            && let Some(f) = g.frame.as_ref().filter(|_| g.state != GeneratorState::Running)
        {
            out.push(f);
            at = match self.codes[f.code as usize].code.instrs.get(f.pc as usize) {
                Some(&Instr::YieldFrom { iter, .. }) if g.state == GeneratorState::Suspended => {
                    f.regs.get(iter as usize).copied().unwrap_or_default()
                }
                _ => Value::None,
            };
        }
        out
    }

    /// A task's name and what it runs: `Task-2 fetch`.
    pub fn task_words(&self, task: Ref) -> Option<String> {
        let t = self.future(task)?.task()?;
        let name = self.heap.text(t.name.get()).map_or_else(|| format!("Task-{}", t.number), |n| n.to_string());
        let what = match t.coro.get().as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Generator(g)) => self.heap.text(g.qualname.get()).map(|q| q.to_string()),
            _ => None,
        };
        Some(what.map_or(name.clone(), |what| format!("{name} {what}")))
    }

    /// The tasks among a container's items.
    pub fn tasks_in(&self, container: Value) -> Vec<Ref> {
        let Some(r) = container.as_ref() else { return Vec::new() };
        let items: Vec<Value> = match self.heap.get(r) {
            Obj::List(items) => items.clone(),
            Obj::Tuple(items) => items.to_vec(),
            Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => d.iter().map(|e| e.key).collect(),
            _ => Vec::new(),
        };
        let tasks = items.iter().filter_map(|v| v.as_ref());
        tasks.filter(|&r| self.future(r).is_some_and(|f| f.task().is_some() && !f.done())).collect()
    }

    /// An attribute of an instance's own, by name.
    pub fn own_named(&self, v: Value, name: &str) -> Option<Value> {
        let Obj::Instance(i) = self.heap.get(v.as_ref()?) else { return None };
        let own = self.heap.own_attrs(i).into_iter();
        own.filter(|(key, _)| self.heap.text(*key).is_some_and(|k| &**k == name)).map(|(_, v)| v).next()
    }
}

impl Peek<'_> {
    /// Writes items between brackets, as many as there is room for.
    fn items(&mut self, left: &str, n: usize, right: &str, mut each: impl FnMut(&mut Self, usize)) {
        self.out.push_str(left);
        self.depth += 1;
        for i in 0..n {
            if i > 0 {
                self.out.push_str(", ");
            }
            if self.out.len() > self.room || self.depth > DEPTH {
                self.out.push_str(&format!("… {} more", n - i));
                break;
            }
            each(self, i);
        }
        self.depth -= 1;
        self.out.push_str(right);
    }

    fn list<'v>(&mut self, left: &str, n: usize, items: impl Iterator<Item = &'v Value>, right: &str) {
        let mut items = items;
        self.items(left, n, right, |p, _| p.value(items.next().copied().unwrap_or_default()));
    }

    fn pairs(&mut self, left: &str, d: &Dict, right: &str) {
        let mut entries = d.iter();
        self.items(left, d.len(), right, |p, _| {
            if let Some(e) = entries.next() {
                p.value(e.key);
                p.out.push_str(": ");
                p.value(e.value);
            }
        });
    }

    fn value(&mut self, v: Value) {
        let vm = self.vm;
        let Value::Obj(r) = v else { return self.out.push_str(&repr(vm, v).unwrap_or_default()) };
        match vm.heap.get(r) {
            Obj::Str(s) => {
                let room = self.room.saturating_sub(self.out.len()).max(20);
                let cut = s.text.char_indices().map(|(at, _)| at).nth(room);
                self.out.push_str(&repr_str(&s.text[..cut.unwrap_or(s.text.len())], false));
                if cut.is_some() {
                    self.out.push_str(&format!("… {} characters", s.len));
                }
            }
            Obj::Bytes(b) => self.bytes("", b, ""),
            Obj::ByteArray(b) => self.bytes("bytearray(", b, ")"),
            Obj::Big(n) if n.bits() > 512 => self.out.push_str(&format!("int of {} bits", n.bits())),
            Obj::List(items) => self.list("[", items.len(), items.iter(), "]"),
            Obj::Tuple(items) if items.len() == 1 => self.list("(", 1, items.iter(), ",)"),
            Obj::Tuple(items) => self.list("(", items.len(), items.iter(), ")"),
            Obj::Deque(d) => self.list("deque([", d.items.len(), d.items.iter(), "])"),
            Obj::Dict(d) => self.pairs("{", d, "}"),
            Obj::Set(s) | Obj::FrozenSet(s) if s.is_empty() => self.out.push_str(&format!("{}()", vm.class_name(v))),
            Obj::Set(s) | Obj::FrozenSet(s) => {
                let keys: Vec<Value> = s.iter().take(self.room).map(|e| e.key).collect();
                self.list("{", s.len(), keys.iter(), "}");
            }
            Obj::View(_, d) => {
                let n = super::types::table::dict(vm, *d).len();
                self.out.push_str(&format!("{} of {n}", vm.class_name(v)));
            }
            Obj::Instance(i) => {
                let class = vm.class(i.class);
                let own = &*class.module == "__main__" || vm.facts.own.iter().any(|m| **m == *class.module);
                let attrs = if own { vm.heap.own_attrs(i) } else { Vec::new() };
                self.out.push_str(if own { &class.qualname } else { "<" });
                if !i.payload.is_undef() {
                    self.list("(", 1, [i.payload].iter(), ")");
                } else if own {
                    self.items("(", attrs.len(), ")", |p, at| {
                        p.out.push_str(vm.heap.text(attrs[at].0).map_or("?", |t| t));
                        p.out.push('=');
                        p.value(attrs[at].1);
                    });
                }
                if !own {
                    self.out.push_str(&class_path(vm, i.class));
                    let name = ["_name", "name"].iter().find_map(|n| vm.own_named(v, n));
                    if let Some(name) = name.and_then(|n| vm.heap.text(n)) {
                        self.out.push_str(&format!(" {name}"));
                    }
                    self.out.push('>');
                }
            }
            Obj::Exception(e) => {
                let name = vm.class(e.class).name.clone();
                self.list(&format!("{name}("), e.args.len(), e.args.iter(), ")");
            }
            Obj::Future(f) => {
                let state = match f.state {
                    FutureState::Pending => "pending",
                    FutureState::Cancelled => "cancelled",
                    FutureState::Finished => "finished",
                    FutureState::Failed => "failed",
                };
                let what = vm.task_words(r).unwrap_or_else(|| vm.class_name(v));
                self.out.push_str(&format!("<{what} {state}>"));
            }
            Obj::Lock(l) => self.out.push_str(if l.locked || l.count > 0 { "<lock, taken>" } else { "<lock, free>" }),
            Obj::Method(m) => {
                let name = match m.func.as_ref().map(|r| vm.heap.get(r)) {
                    Some(Obj::Function(f)) => vm.heap.text(f.qualname).map_or("", |t| t),
                    Some(Obj::Native(n)) => n.name,
                    _ => "method",
                };
                self.out.push_str(&format!("<method {name}>"));
            }
            Obj::Function(f) => {
                self.out.push_str(&format!("<function {}>", vm.heap.text(f.qualname).map_or("", |t| t)))
            }
            Obj::Generator(g) => {
                let name = vm.heap.text(g.qualname.get()).map_or("", |t| t);
                self.out.push_str(&format!("<{} {name}>", vm.class_name(v)));
            }
            Obj::Type(_) | Obj::Native(_) | Obj::Range(_) | Obj::Complex(..) | Obj::Big(_) => {
                self.out.push_str(&repr(vm, v).unwrap_or_default())
            }
            _ if vm.class_of(v) == class::NONE => self.out.push_str("None"),
            _ => self.out.push_str(&format!("<{}>", vm.class_name(v))),
        }
    }

    fn bytes(&mut self, left: &str, b: &[u8], right: &str) {
        let cut = b.len().min(self.room);
        self.out.push_str(&format!("{left}{}{right}", repr_bytes(&b[..cut], false)));
        if cut < b.len() {
            self.out.push_str(&format!("… {} bytes", b.len()));
        }
    }
}
