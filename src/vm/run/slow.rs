//! Instructions that are rare or heavy, done by the saved frame.

use super::super::native::Signal;
use super::super::object::{Exception, Function, GeneratorKind, Obj};
use super::super::ops;
use super::super::value::Value;
use super::super::{Exit, Fiber, Vm, class};
use super::Flow;
use crate::lang::{Const, Instr, NO_REG, Special};

impl Vm {
    pub(super) fn base(&self, fiber: &Fiber) -> usize {
        fiber.frames.last().map_or(0, |f| f.base as usize)
    }

    /// Runs the instruction that the topmost frame's `pc` has just passed.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn slow(&mut self, fiber: &mut Fiber, instr: Instr) -> Flow {
        let base = self.base(fiber);
        let code = fiber.frames.last().map_or(0, |f| f.code as usize);
        let reg = |fiber: &Fiber, r: u16| fiber.regs[base + r as usize];
        macro_rules! put {
            ($dst:expr, $e:expr) => {{
                let result = $e;
                match result {
                    Ok(v) => {
                        fiber.regs[base + $dst as usize] = v;
                        Flow::Go
                    }
                    Err(s) => self.signal(fiber, s, $dst, Exit::Value),
                }
            }};
        }
        macro_rules! act {
            ($e:expr) => {{
                let result = $e;
                match result {
                    Ok(_) => Flow::Go,
                    Err(s) => self.signal(fiber, s, 0, Exit::Drop),
                }
            }};
        }
        match instr {
            Instr::Gap => {
                self.write_ahead(fiber);
                Flow::Check
            }
            Instr::Careful => self.careful(fiber),
            Instr::Trap => self.trap(fiber),
            Instr::DeleteGlobal { site } => act!(self.delete_global(fiber, site)),
            Instr::LoadName { dst, site } => put!(dst, self.load_name(fiber, site, None)),
            Instr::LoadNameOrCell { dst, site, cell } => {
                let cell = reg(fiber, cell);
                put!(dst, self.load_name(fiber, site, Some(cell)))
            }
            Instr::StoreName { src, site } => {
                let v = reg(fiber, src);
                self.store_name(fiber, site, v);
                Flow::Go
            }
            Instr::DeleteName { site } => act!(self.delete_name(fiber, site)),
            Instr::DeleteCell { cell } => {
                let Value::Obj(r) = reg(fiber, cell) else { return Flow::Go };
                match self.heap.get_mut(r) {
                    Obj::Cell(v) if !v.is_undef() => {
                        *v = Value::Undef;
                        Flow::Go
                    }
                    _ => self.empty_cell(fiber, cell),
                }
            }
            Instr::Function { dst, k, first } => {
                let v = self.make_function(fiber, k, first);
                put!(dst, Ok(v))
            }
            Instr::Prelude { dst, site } => {
                let name = self.codes[code].names[site as usize];
                let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
                let v = self.prelude_function(&text);
                put!(dst, Ok(v))
            }
            Instr::DeleteAttr { obj, site } => {
                let (o, name) = (reg(fiber, obj), self.codes[code].names[site as usize]);
                act!(self.del_attr(o, name))
            }
            Instr::LoadSpecial { which, dst, obj } => {
                let o = reg(fiber, obj);
                match self.load_special(which, o) {
                    Ok((func, this)) => {
                        fiber.regs[base + dst as usize] = func;
                        fiber.regs[base + dst as usize + 1] = this;
                        Flow::Go
                    }
                    Err(s) => {
                        fiber.regs[base + dst as usize + 1] = Value::Undef;
                        self.signal(fiber, s, dst, Exit::Value)
                    }
                }
            }
            Instr::CallKw { func, argc, names } => self.call_kw(fiber, func, func + 1, argc, names),
            Instr::CallMethodKw { func, argc, names } => {
                if reg(fiber, func + 1).is_undef() {
                    self.call_kw(fiber, func, func + 2, argc, names)
                } else {
                    self.call_kw(fiber, func, func + 1, argc + 1, names)
                }
            }
            Instr::CallEx { func, dst } => {
                let callee = reg(fiber, func);
                let args = self.items_of(reg(fiber, func + 1));
                let keywords = self.pairs_of(reg(fiber, func + 2));
                let start = base + func as usize + 1;
                self.reserve(fiber, start + args.len() + 1);
                fiber.regs[start..start + args.len()].copy_from_slice(&args);
                self.invoke(fiber, callee, start, args.len(), &keywords, dst, Exit::Value)
            }
            Instr::GetYieldFrom { dst, src } => {
                let v = reg(fiber, src);
                let coroutine = self.coroutine_frame(fiber);
                if let Value::Obj(r) = v
                    && let Obj::Generator(g) = self.heap.get(r)
                    && (g.kind == GeneratorKind::Generator || (coroutine && g.kind == GeneratorKind::Coroutine))
                {
                    return put!(dst, Ok(v));
                }
                if matches!(v, Value::Obj(r) if matches!(self.heap.get(r), Obj::Generator(g) if g.kind == GeneratorKind::Coroutine))
                {
                    let text = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                    return put!(dst, Err(self.type_error(text)));
                }
                put!(dst, ops::iter(self, v))
            }
            Instr::GetAwaitable { dst, src } => {
                let v = reg(fiber, src);
                put!(dst, self.awaitable(v))
            }
            Instr::GetAsyncIter { dst, src } => {
                let v = reg(fiber, src);
                put!(dst, self.async_iter(v))
            }
            Instr::GetAsyncNext { dst, iter } => {
                let v = reg(fiber, iter);
                match self.async_next(v) {
                    Ok(v) => put!(dst, self.awaitable(v)),
                    Err(s) => self.signal(fiber, s, dst, Exit::Instr),
                }
            }
            Instr::Set { dst, first, n } => {
                let items = fiber.regs[base + first as usize..][..n as usize].to_vec();
                put!(dst, ops::set_display(self, &items))
            }
            Instr::Dict { dst, first, n } => {
                let items = fiber.regs[base + first as usize..][..2 * n as usize].to_vec();
                put!(dst, self.build_dict(&items))
            }
            Instr::SetAdd { set, src } => {
                let (s, v) = (reg(fiber, set), reg(fiber, src));
                act!(match s {
                    Value::Obj(r) => ops::set_add(self, r, v),
                    _ => Ok(Value::None),
                })
            }
            Instr::ListExtend { src, .. } => {
                let v = reg(fiber, src);
                let v = match v {
                    Value::Obj(r) if matches!(self.heap.get(r), Obj::List(_) | Obj::Tuple(_)) => Ok(v),
                    Value::Obj(_) if !self.can_iterate(v) => Err(self.not_iterable(v)),
                    _ => ops::list_from(self, v),
                };
                match v {
                    Ok(v) => self.complete(fiber, v),
                    Err(s) => {
                        let s = self.not_iterable_after_star(fiber, s, reg(fiber, src));
                        self.signal(fiber, s, 0, Exit::Instr)
                    }
                }
            }
            Instr::SetUpdate { set, src } => {
                let (s, v) = (reg(fiber, set), reg(fiber, src));
                act!(match s {
                    Value::Obj(r) => ops::set_update(self, r, v),
                    _ => Ok(Value::None),
                })
            }
            Instr::DictUpdate { dict, src } => {
                let (d, v) = (reg(fiber, dict), reg(fiber, src));
                act!(match d {
                    Value::Obj(r) => ops::dict_update(self, r, v),
                    _ => Ok(Value::None),
                })
            }
            Instr::DictMerge { dict, src, func } => {
                if self.merge_plainly(reg(fiber, dict), reg(fiber, src)) {
                    return Flow::Go;
                }
                let call = self.in_prelude("_dict_merge", &[reg(fiber, dict), reg(fiber, src), reg(fiber, func)]);
                self.signal(fiber, call, 0, Exit::Drop)
            }
            Instr::ListToTuple { dst, src } => {
                let items = self.items_of(reg(fiber, src));
                let v = self.heap.tuple(items);
                put!(dst, Ok(v))
            }
            Instr::Unpack { src, .. } | Instr::UnpackStar { src, .. } => {
                let v = reg(fiber, src);
                let list = match v {
                    Value::Obj(r) if matches!(self.heap.get(r), Obj::List(_) | Obj::Tuple(_)) => Ok(v),
                    Value::Obj(_) if self.can_iterate(v) => ops::list_from(self, v),
                    _ => Err(self.cannot_unpack(v)),
                };
                match list {
                    Ok(v) => self.complete(fiber, v),
                    Err(s) => {
                        let s = if self.says_not_iterable(&s) { self.cannot_unpack(v) } else { s };
                        self.signal(fiber, s, 0, Exit::Instr)
                    }
                }
            }
            Instr::Raise { exc, cause } => {
                let exc = if exc == NO_REG { Value::Undef } else { reg(fiber, exc) };
                let cause = if cause == NO_REG { Value::Undef } else { reg(fiber, cause) };
                self.raise_statement(fiber, exc, cause)
            }
            Instr::Reraise { exc } => {
                let exc = reg(fiber, exc);
                self.unwind(fiber, exc, false)
            }
            Instr::MatchExc { dst, exc, class } => {
                let (exc, wanted) = (reg(fiber, exc), reg(fiber, class));
                put!(dst, self.matches(exc, wanted).map(Value::Bool))
            }
            Instr::MatchGroup { exc, class, .. } => {
                let call = self.in_prelude("_match_group", &[reg(fiber, exc), reg(fiber, class)]);
                self.signal(fiber, call, 0, Exit::Instr)
            }
            Instr::ExcInfo { first, exc } => {
                let exc = reg(fiber, exc);
                let class = self.class_of(exc);
                let traceback = self.exception_mut(exc).map_or(Value::None, |e| e.traceback);
                fiber.regs[base + first as usize..][..3].copy_from_slice(&[class.into(), exc, traceback]);
                Flow::Go
            }
            Instr::AssertFail { message } => {
                let args = if message == NO_REG { Vec::new() } else { vec![reg(fiber, message)] };
                let e = self.exception(class::ASSERTION_ERROR, args);
                self.throw(fiber, e)
            }
            Instr::Import { level, dst, name, from } => put!(dst, self.import(fiber, level, name, from != NO_REG)),
            Instr::ImportFrom { dst, module, site } => {
                let (m, name) = (reg(fiber, module), self.codes[code].names[site as usize]);
                put!(dst, self.import_from(m, name))
            }
            Instr::ImportStar { module } => {
                let globals = fiber.frames.last().map_or(class::OBJECT, |f| f.globals);
                let call = self.in_prelude("_import_star", &[reg(fiber, module), globals.into()]);
                self.signal(fiber, call, 0, Exit::Drop)
            }
            _ => Flow::Go,
        }
    }

    /// The TypeError of `[*5]` and `f(*5)`, in the words for a star.
    fn says_not_iterable(&mut self, signal: &Signal) -> bool {
        matches!(signal, Signal::Raise(e) if self.exception_message(*e).ends_with("object is not iterable"))
    }

    fn not_iterable_after_star(&mut self, fiber: &Fiber, signal: Signal, v: Value) -> Signal {
        let says = self.says_not_iterable(&signal);
        let Some(f) = fiber.frames.last().filter(|_| says) else { return signal };
        let code = &self.codes[f.code as usize].code;
        let at = |i: u32| code.instrs.get(i as usize).copied();
        let Some(Instr::ListExtend { list, .. }) = at(f.pc - 1) else { return signal };
        let earlier = (0..f.pc - 1).rev().find_map(|i| match at(i)? {
            Instr::List { dst, n, .. } if dst == list => Some(n == 0),
            Instr::ListExtend { list: l, .. } | Instr::ListAppend { list: l, .. } if l == list => Some(false),
            _ => None,
        });
        let alone = earlier == Some(true);
        let call = match (at(f.pc), at(f.pc + 1)) {
            (Some(Instr::None { .. } | Instr::Move { .. }), Some(Instr::CallEx { func, .. })) if alone => Some(func),
            _ => None,
        };
        let kind = self.class_name(v);
        match call {
            Some(func) => {
                let callee = fiber.regs[f.base as usize + func as usize];
                self.in_prelude("_not_iterable_argument", &[callee, v])
            }
            None => self.type_error(&format!("Value after * must be an iterable, not {kind}")),
        }
    }

    /// The rest of the instruction behind which the topmost frame stands, now that Python has given `v`.
    pub(super) fn complete(&mut self, fiber: &mut Fiber, v: Value) -> Flow {
        let Some(f) = fiber.frames.last() else { return Flow::Go };
        let base = f.base as usize;
        let instr = self.codes[f.code as usize].code.instrs.get(f.pc.wrapping_sub(1) as usize).copied();
        match instr {
            Some(Instr::ListExtend { list, .. }) => {
                let items = self.items_of(v);
                if let Value::Obj(r) = fiber.regs[base + list as usize]
                    && let Obj::List(l) = self.heap.get_mut(r)
                {
                    l.extend_from_slice(&items);
                    self.heap.charge(items.len() as isize * 16);
                }
                Flow::Go
            }
            Some(Instr::Unpack { first, n, .. }) => {
                let items = self.items_of(v);
                let (got, n) = (items.len(), n as usize);
                if got == n {
                    fiber.regs[base + first as usize..][..n].copy_from_slice(&items);
                    return Flow::Go;
                }
                let text = if got > n {
                    format!("too many values to unpack (expected {n})")
                } else {
                    format!("not enough values to unpack (expected {n}, got {got})")
                };
                let s = self.value_error(&text);
                self.signal(fiber, s, 0, Exit::Drop)
            }
            Some(Instr::UnpackStar { before, first, after, .. }) => {
                let items = self.items_of(v);
                let (before, after) = (before as usize, after as usize);
                if items.len() < before + after {
                    let text = format!(
                        "not enough values to unpack (expected at least {}, got {})",
                        before + after,
                        items.len()
                    );
                    let s = self.value_error(&text);
                    return self.signal(fiber, s, 0, Exit::Drop);
                }
                let end = items.len() - after;
                let middle = self.heap.list(items[before..end].to_vec());
                let out = &mut fiber.regs[base + first as usize..][..before + 1 + after];
                out[..before].copy_from_slice(&items[..before]);
                out[before] = middle;
                out[before + 1..].copy_from_slice(&items[end..]);
                Flow::Go
            }
            Some(Instr::MatchGroup { dst, .. }) => {
                let items = self.items_of(v);
                if let [matching, rest] = items[..] {
                    fiber.regs[base + dst as usize] = matching;
                    fiber.regs[base + dst as usize + 1] = rest;
                }
                Flow::Go
            }
            Some(Instr::GetAsyncNext { dst, .. }) => match self.awaitable(v) {
                Ok(v) => self.deliver(fiber, dst, Exit::Value, v),
                Err(s) => self.signal(fiber, s, dst, Exit::Value),
            },
            Some(Instr::Raise { .. }) => self.throw(fiber, v),
            Some(instr) => self.operated(fiber, instr, v),
            None => Flow::Go,
        }
    }

    fn call_kw(&mut self, fiber: &mut Fiber, func: u16, first: u16, argc: u16, names: u16) -> Flow {
        let Some(f) = fiber.frames.last() else { return Flow::Go };
        let base = f.base as usize;
        let Value::Obj(names) = self.codes[f.code as usize].consts[names as usize] else { return Flow::Go };
        let Obj::Tuple(names) = self.heap.get(names) else { return Flow::Go };
        let start = base + first as usize;
        let positional = (argc as usize).saturating_sub(names.len());
        let values = fiber.regs[start + positional..start + argc as usize].iter();
        let callee = fiber.regs[base + func as usize];
        // Few keywords need no allocation.
        let mut few = [(Value::Undef, Value::Undef); 8];
        let many: Vec<(Value, Value)>;
        let pairs = names.iter().copied().zip(values.copied());
        let keywords = match few.get_mut(..names.len()) {
            Some(few) => {
                few.iter_mut().zip(pairs).for_each(|(place, pair)| *place = pair);
                &*few
            }
            None => {
                many = pairs.collect();
                &many
            }
        };
        self.invoke(fiber, callee, start, positional, keywords, func, Exit::Value)
    }

    /// Adds the keywords of `**src` when that is a dict of strings none of which is there already; else nothing is done.
    fn merge_plainly(&mut self, dict: Value, src: Value) -> bool {
        let (Value::Obj(to), Value::Obj(from)) = (dict, src) else { return false };
        let (Obj::Dict(d), Obj::Dict(more)) = (self.heap.get(to), self.heap.get(from)) else { return false };
        if more.is_empty() {
            return true;
        }
        let strings = more.iter().all(|e| self.heap.text(e.key).is_some());
        if !d.is_empty() || !strings {
            return false;
        }
        let copy = more.clone();
        if let Obj::Dict(d) = self.heap.get_mut(to) {
            *d = copy;
        }
        true
    }

    /// The items of a list or tuple.
    pub fn items_of(&self, v: Value) -> Vec<Value> {
        match self.plain(v) {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::List(items) => items.clone(),
                Obj::Tuple(items) => items.to_vec(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// The pairs of a dict.
    pub(in crate::vm) fn pairs_of(&self, v: Value) -> Vec<(Value, Value)> {
        match self.plain(v) {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Dict(d) => d.iter().map(|e| (e.key, e.value)).collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn make_function(&mut self, fiber: &mut Fiber, k: u16, first: u16) -> Value {
        let Some(f) = fiber.frames.last() else { return Value::None };
        let (base, globals, outer) = (f.base as usize, f.globals, f.code as usize);
        let Value::Int(code) = self.codes[outer].consts[k as usize] else { return Value::None };
        let body = self.codes[code as usize].code.clone();
        debug_assert!(matches!(self.codes[outer].code.consts[k as usize], Const::Code(_)));
        let part = |i: usize| match fiber.regs[base + first as usize + i] {
            Value::None => Value::Undef,
            v => v,
        };
        let (defaults, kwdefaults, annotations) = (part(0), part(1), part(2));
        let cells = body.captures.iter().map(|&r| fiber.regs[base + r as usize]).collect();
        let name = self.heap.intern(&body.name);
        let qualname = self.heap.intern(&body.qualname);
        let module = self.heap.intern(&body.module);
        let doc = body.doc.as_ref().map_or(Value::None, |d| self.heap.string_rc(d.clone()));
        let code = code as u32;
        let attrs = Value::Undef;
        let function =
            Function { code, name, qualname, globals, defaults, kwdefaults, annotations, cells, doc, attrs, module };
        Value::Obj(self.heap.alloc(Obj::Function(Box::new(function))))
    }

    fn load_special(&mut self, which: Special, obj: Value) -> Result<(Value, Value), Signal> {
        let (name, protocol, missed) = match which {
            Special::Enter => ("__enter__", "the context manager", ""),
            Special::Exit => ("__exit__", "the context manager", " (missed __exit__ method)"),
            Special::AsyncEnter => ("__aenter__", "the asynchronous context manager", ""),
            Special::AsyncExit => ("__aexit__", "the asynchronous context manager", " (missed __aexit__ method)"),
        };
        let class = self.class_of(obj);
        match super::super::types::any_attr(self, class, name) {
            Some(f) => self.split_method(f, obj, class),
            None => {
                let text = format!("'{}' object does not support {protocol} protocol{missed}", self.class_name(obj));
                Err(self.type_error(&text))
            }
        }
    }

    fn can_iterate(&mut self, v: Value) -> bool {
        let (own, class) = (self.class_of(v), self.class_of(self.plain(v)));
        self.class(class).builtin
            && !matches!(class, class::FUNCTION | class::METHOD | class::MODULE | class::TYPE | class::OBJECT)
            && !matches!(class, class::INT | class::COMPLEX)
            || self.lookup_text(own, "__iter__").is_some()
            || self.lookup_text(own, "__getitem__").is_some()
    }

    fn not_iterable(&mut self, v: Value) -> Signal {
        let text = format!("'{}' object is not iterable", self.class_name(v));
        self.type_error(&text)
    }

    fn cannot_unpack(&mut self, v: Value) -> Signal {
        let text = format!("cannot unpack non-iterable {} object", self.class_name(v));
        self.type_error(&text)
    }

    /// The exception behind a value, when it is one.
    pub fn as_exception(&self, v: Value) -> Option<&Exception> {
        match v {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Exception(e) => Some(e),
                _ => None,
            },
            _ => None,
        }
    }
}
