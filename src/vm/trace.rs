//! What each object refers to, and how much it weighs: the collector's view.

use super::object::{GeneratorState, Iter, Obj};
use super::value::{Ref, Value};

#[cfg_attr(small, optimize(speed))]
fn all(values: &[Value], f: &mut dyn FnMut(Value)) {
    values.iter().for_each(|&v| f(v));
}

fn dict(d: &super::dict::Dict, f: &mut dyn FnMut(Value)) {
    for e in &d.entries {
        f(e.key);
        f(e.value);
    }
}

impl Obj {
    /// Calls `f` with every value that this object refers to.
    #[cfg_attr(small, optimize(speed))]
    pub fn trace(&self, f: &mut dyn FnMut(Value)) {
        match self {
            Obj::Free(_) | Obj::Str(_) | Obj::Bytes(_) | Obj::ByteArray(_) | Obj::Big(_) | Obj::Complex(..) => {}
            Obj::Range(_) | Obj::Code(_) | Obj::Lock(_) => {}
            Obj::List(v) => all(v, f),
            Obj::Tuple(v) => all(v, f),
            Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => dict(d, f),
            Obj::Deque(d) => d.items.iter().for_each(|&v| f(v)),
            Obj::Slice(v) => all(&v[..], f),
            Obj::Cell(v) | Obj::ClassMethod(v) | Obj::StaticMethod(v) => f(*v),
            Obj::Function(x) => {
                all(&[x.name, x.qualname, x.globals.into(), x.defaults, x.kwdefaults], f);
                all(&[x.annotations, x.doc, x.attrs, x.module], f);
                all(&x.cells, f);
            }
            Obj::Native(n) => {
                f(n.bound);
                if let Some(o) = n.owner {
                    f(o.into());
                }
            }
            Obj::Method(m) => all(&[m.func, m.this], f),
            Obj::Type(t) => {
                t.bases.iter().chain(&t.mro).chain(&t.subclasses).for_each(|&r| f(r.into()));
                f(t.meta.into());
                dict(&t.attrs, f);
            }
            Obj::Instance(i) => {
                all(&[i.class.into(), i.payload], f);
                if i.shape == super::shape::IN_DICT {
                    f(Ref(i.at).into());
                }
            }
            Obj::Exception(e) => {
                all(&[e.class.into(), e.traceback, e.cause, e.context], f);
                all(&e.args, f);
                dict(&e.attrs, f);
            }
            Obj::Generator(g) => {
                all(&[g.name.get(), g.qualname.get()], f);
                // While it runs its registers are the fiber's, and what the box holds is of the past.
                if let Some(s) = &g.frame {
                    all(&[s.globals.into(), s.handling.get()], f);
                    if g.state != GeneratorState::Running {
                        all(&s.regs, f);
                    }
                }
            }
            Obj::Iter(i) => trace_iter(i, f),
            Obj::Module(m) => f(m.attrs.into()),
            Obj::Property(p) => all(&[p.get, p.set, p.delete, p.doc], f),
            Obj::Super(s) => all(&[s.class.into(), s.this, s.start.into()], f),
            Obj::View(_, r) => f((*r).into()),
            Obj::Traceback(t) => all(&[t.next, t.locals, t.held], f),
            Obj::Future(x) => x.trace(f),
            Obj::Handle(h) => {
                all(&[h.owner.into(), h.callback, h.context.get(), h.source.get()], f);
                all(&h.args, f);
            }
            Obj::Loop(l) => l.trace(f),
            Obj::Context(c) => f(c.vars),
        }
    }

    /// Bytes behind the slot, estimated.
    #[cfg_attr(small, optimize(speed))]
    pub fn weight(&self) -> usize {
        match self {
            Obj::Str(s) if s.text.len() < 23 => 0,
            Obj::Str(s) => s.text.len() + 16,
            Obj::Bytes(b) => b.len() + 16,
            Obj::ByteArray(b) => b.capacity(),
            Obj::Big(b) => 32 + b.bits() as usize / 8,
            Obj::List(v) => v.capacity() * 16,
            Obj::Tuple(v) => v.len() * 16,
            Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => 64 + d.entries.capacity() * 56,
            Obj::Deque(d) => 48 + d.items.capacity() * 16,
            Obj::Instance(i) => i.room as usize * 16,
            Obj::Exception(e) => 160 + e.attrs.entries.capacity() * 56,
            Obj::Function(x) => 176 + x.cells.len() * 16,
            Obj::Generator(g) => 64 + g.frame.as_ref().map_or(0, |s| s.regs.len() * 16),
            Obj::Type(_) => 512,
            Obj::Native(_) | Obj::Property(_) | Obj::Slice(_) => 64,
            Obj::Future(f) => 72 + f.callbacks().count() * 32 + if f.task().is_some() { 40 } else { 0 },
            Obj::Handle(h) => 64 + h.args.len() * 16,
            _ => 0,
        }
    }
}

fn trace_iter(iter: &Iter, f: &mut dyn FnMut(Value)) {
    match iter {
        Iter::Range { .. } | Iter::Done => {}
        Iter::List { list: r, .. } | Iter::ListBack { list: r, .. } | Iter::Tuple { tuple: r, .. } => f((*r).into()),
        Iter::Str { string: r, .. } | Iter::Bytes { bytes: r, .. } => f((*r).into()),
        Iter::Dict { dict: r, .. } | Iter::DictBack { dict: r, .. } => f((*r).into()),
        Iter::Set { set: r, .. } | Iter::Deque { deque: r, .. } => f((*r).into()),
        Iter::Items { items, .. } | Iter::Cycle { items, .. } | Iter::Zip { iters: items } => all(items, f),
        Iter::Enumerate { iter, .. } => f(*iter),
        Iter::Count(pair) => all(&**pair, f),
        Iter::Repeat { value, .. } => f(*value),
    }
}
