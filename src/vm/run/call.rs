//! Calling anything.

use super::super::native::{Args, Call, Signal};
use super::super::object::{Layout, Native, Obj};
use super::super::value::{Ref, Value};
use super::super::{Exit, Fiber, Vm, class};
use super::Flow;

type Keywords<'a> = &'a [(Value, Value)];

impl Vm {
    /// `Call` and `CallMethod` beyond the plain function: arguments from the register `first`, of which the one before is free.
    #[cfg_attr(small, optimize(speed))]
    pub(super) fn call_registers(&mut self, fiber: &mut Fiber, callee: Value, first: u16, argc: u16, dst: u16) -> Flow {
        let base = fiber.frames.last().map_or(0, |f| f.base as usize);
        let (start, argc) = (base + first as usize, argc as usize);
        if let Value::Obj(r) = callee {
            match self.heap.get(r) {
                Obj::Native(n) if n.bound.is_undef() => {
                    let n = **n;
                    return self.call_native(fiber, n, start, argc, &[], dst, Exit::Value);
                }
                Obj::Method(m) => {
                    let m = *m;
                    fiber.regs[start - 1] = m.this;
                    return self.invoke(fiber, m.func, start - 1, argc + 1, &[], dst, Exit::Value);
                }
                _ => {}
            }
        }
        self.invoke(fiber, callee, start, argc, &[], dst, Exit::Value)
    }

    /// Calls `callee` with `argc` positional arguments that stand in `fiber.regs` from `start`.
    #[cfg_attr(small, optimize(speed))]
    pub(in crate::vm) fn invoke(
        &mut self,
        fiber: &mut Fiber,
        mut callee: Value,
        start: usize,
        mut argc: usize,
        keywords: Keywords<'_>,
        dst: u16,
        exit: Exit,
    ) -> Flow {
        loop {
            let Value::Obj(r) = callee else { return self.not_callable(fiber, callee, dst, exit) };
            match self.heap.get(r) {
                Obj::Function(_) => {
                    return self.enter_function(fiber, r, start, argc, keywords, dst, exit, Value::Undef);
                }
                Obj::Native(n) => {
                    let n = **n;
                    if !n.bound.is_undef() {
                        self.push_front(fiber, start, argc, n.bound);
                        argc += 1;
                    }
                    return self.call_native(fiber, n, start, argc, keywords, dst, exit);
                }
                Obj::Method(m) => {
                    let m = *m;
                    self.push_front(fiber, start, argc, m.this);
                    argc += 1;
                    callee = m.func;
                }
                Obj::Type(_) => return self.construct(fiber, r, start, argc, keywords, dst, exit),
                Obj::StaticMethod(f) => callee = *f,
                Obj::Instance(_) | Obj::Exception(_) => {
                    let class = self.class_of(callee);
                    let Some(f) = self.lookup_text(class, "__call__") else {
                        return self.not_callable(fiber, callee, dst, exit);
                    };
                    match self.bind(f, callee, class) {
                        Ok(bound) => callee = bound,
                        Err(s) => return self.signal(fiber, s, dst, exit),
                    }
                }
                _ => return self.not_callable(fiber, callee, dst, exit),
            }
        }
    }

    fn not_callable(&mut self, fiber: &mut Fiber, callee: Value, dst: u16, exit: Exit) -> Flow {
        let text = format!("'{}' object is not callable", self.class_name(callee));
        let signal = self.type_error(&text);
        self.signal(fiber, signal, dst, exit)
    }

    /// Makes `v` the first argument.
    pub(super) fn push_front(&mut self, fiber: &mut Fiber, start: usize, argc: usize, v: Value) {
        self.reserve(fiber, start + argc + 1);
        fiber.regs.copy_within(start..start + argc, start + 1);
        fiber.regs[start] = v;
    }

    pub(super) fn call_native(
        &mut self,
        fiber: &mut Fiber,
        n: Native,
        start: usize,
        argc: usize,
        keywords: &[(Value, Value)],
        dst: u16,
        exit: Exit,
    ) -> Flow {
        self.spent += self.scaled(n.cost as u64);
        let positional = &fiber.regs[start..start + argc];
        let result = if n.name == "__new__" {
            self.call_new(n, Args { positional, keywords })
        } else if let Some(owner) = n.owner.filter(|_| positional.is_empty()) {
            let owner = &self.class(owner).name;
            let text = if crate::vm::types::repr::is_slot(n.name) {
                format!("descriptor '{}' of '{owner}' object needs an argument", n.name)
            } else {
                format!("unbound method {owner}.{}() needs an argument", n.name)
            };
            Err(self.type_error(&text))
        } else {
            (n.func)(self, Args { positional, keywords })
        };
        match result {
            Ok(v) => self.deliver(fiber, dst, exit, v),
            Err(Signal::Call(call)) => {
                // In place, so that chains of natives that hand on do not climb.
                let argc = call.positional.len();
                self.reserve(fiber, start + argc + 1);
                fiber.regs[start..start + argc].copy_from_slice(&call.positional);
                self.invoke(fiber, call.callee, start, argc, &call.keywords, dst, exit)
            }
            Err(s) => self.signal(fiber, s, dst, exit),
        }
    }

    /// `__new__` called by name or for a plain built-in type: the class comes first.
    fn call_new(&mut self, n: Native, args: Args) -> Result<Value, Signal> {
        let Some(&asked) = args.positional.first() else {
            return Err(self.type_error("__new__(): not enough arguments"));
        };
        let Some(class) = asked.as_ref().filter(|&r| matches!(self.heap.get(r), Obj::Type(_))) else {
            let (kind, owner) = (
                self.class_name(asked),
                n.owner.map_or_else(|| "object".to_string(), |c| self.class(c).name.to_string()),
            );
            return Err(self.type_error(&format!("{owner}.__new__(X): X is not a type object ({kind})")));
        };
        if let [meta, name, bases, space] = *args.positional
            && self.class(class).layout == Layout::Type
        {
            let named = self.keyword_dict(args.keywords);
            return Err(self.in_prelude("_make_class", &[meta, name, bases, space, named]));
        }
        // A built-in type makes its own instances, with what they hold.
        let same = |o: Option<Native>| o.is_some_and(|o| o.func as usize == n.func as usize);
        if self.class(class).layout != Layout::Object
            && same(self.native_new(class::OBJECT))
            && !same(self.native_new(class))
        {
            let name = self.class_name_of(class);
            return Err(self.type_error(&format!("object.__new__({name}) is not safe, use {name}.__new__()")));
        }
        self.new_object(class, Some(n), Args { positional: &args.positional[1..], keywords: args.keywords })
    }

    /// `callee(*positional, **keywords)`, as a signal.
    pub fn calling(&self, callee: Value, positional: &[Value]) -> Signal {
        Signal::Call(Box::new(Call { callee, positional: positional.to_vec(), keywords: Vec::new() }))
    }

    /// The method of this name that the type of `v` has, bound to it; None if it has none.
    pub fn special(&mut self, v: Value, name: &str) -> Option<Result<Value, Signal>> {
        let class = self.class_of(v);
        let found = self.lookup_text(class, name)?;
        Some(self.bind(found, v, class))
    }

    /// Whether a class (or a base) defines this name in Python.
    pub fn has_python(&mut self, class: Ref, name: &str) -> Option<Value> {
        match self.lookup_text(class, name) {
            Some(Value::Obj(f)) if !matches!(self.heap.get(f), Obj::Native(_) | Obj::StaticMethod(_)) => Some(f.into()),
            _ => None,
        }
    }

    /// The text of `type(v)` for messages: `list`, `Foo`, and for a class `type`.
    pub(super) fn is_exception_class(&self, v: Value) -> bool {
        matches!(v, Value::Obj(r) if matches!(self.heap.get(r), Obj::Type(_)) && self.is_subclass(r, class::BASE_EXCEPTION))
    }
}
