//! Calling a class: the new object, then `__init__`.

use super::super::future::{Future, FutureKind};
use super::super::native::{Args, NativeFn, Signal};
use super::super::object::{Layout, Native, Obj};
use super::super::turn::EventLoop;
use super::super::value::{Ref, Value};
use super::super::{Exit, Fiber, Vm, class};
use super::Flow;

/// Built-in types whose `__init__` fills them, not their `__new__`.
const FILLED: &[Ref] = &[class::LIST, class::DICT, class::SET, class::DEQUE, class::BYTEARRAY];

/// A class whose call makes an ordinary instance or exception, and then perhaps runs a Python `__init__`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Maker {
    class: u32,
    version: u32,
    exception: bool,
    /// Its `__init__` if that is a Python function.
    init: Value,
    /// The constructor of a built-in type whose call does nothing else.
    native: Option<(NativeFn, u32)>,
}

impl Vm {
    /// The quick way of `construct`: None when the class was not called lately or is not of that kind.
    fn construct_quickly(
        &mut self,
        fiber: &mut Fiber,
        cls: Ref,
        start: usize,
        argc: usize,
        keywords: &[(Value, Value)],
        dst: u16,
    ) -> Option<Flow> {
        let maker = self.makers[cls.0 as usize & 63];
        if maker.class != cls.0 || maker.version != self.class_version {
            return None;
        }
        if let Some((func, cost)) = maker.native {
            self.spent += self.scaled(cost as u64);
            let positional = &fiber.regs[start..start + argc];
            return Some(match func(self, Args { positional, keywords }) {
                Ok(v) => self.deliver(fiber, dst, Exit::Value, v),
                Err(s) => self.signal(fiber, s, dst, Exit::Value),
            });
        }
        let this: Value = if maker.exception {
            let args = &fiber.regs[start..start + argc];
            if maker.init.is_undef() && !keywords.is_empty() {
                return None;
            }
            let args = args.to_vec();
            self.exception(cls, args)
        } else {
            self.heap.instance(cls, Value::Undef).into()
        };
        self.take_care();
        self.spent += self.instance;
        let Value::Obj(init) = maker.init else { return Some(self.deliver(fiber, dst, Exit::Value, this)) };
        if self.free_before(fiber, start) {
            fiber.regs[start - 1] = this;
            return Some(self.enter_function(fiber, init, start - 1, argc + 1, keywords, dst, Exit::Init, this));
        }
        self.push_front(fiber, start, argc, this);
        Some(self.enter_function(fiber, init, start, argc + 1, keywords, dst, Exit::Init, this))
    }

    /// Notes what calling a class does when that is simple: its `__new__` is built in and its metaclass `type`.
    fn note_maker(&mut self, cls: Ref, init: Value) {
        let t = self.class(cls);
        let exception = t.layout == Layout::Exception;
        let odd = [class::OS_ERROR, class::BASE_EXCEPTION_GROUP].iter().any(|b| t.mro.contains(b));
        if t.meta == class::TYPE && !odd && (exception || t.layout == Layout::Object && !t.builtin) {
            self.makers[cls.0 as usize & 63] =
                Maker { class: cls.0, version: self.class_version, exception, init, native: None };
        }
    }

    /// `cls(...)`, arguments in `fiber.regs` from `start`.
    pub(super) fn construct(
        &mut self,
        fiber: &mut Fiber,
        cls: Ref,
        start: usize,
        argc: usize,
        keywords: &[(Value, Value)],
        dst: u16,
        exit: Exit,
    ) -> Flow {
        if exit == Exit::Value
            && let Some(flow) = self.construct_quickly(fiber, cls, start, argc, keywords, dst)
        {
            return flow;
        }
        let (meta, layout, builtin) = {
            let t = self.class(cls);
            (t.meta, t.layout, t.builtin)
        };
        if meta != class::TYPE
            && let Some(call) = self.has_python(meta, "__call__")
        {
            self.push_front(fiber, start, argc, cls.into());
            return self.invoke(fiber, call, start, argc + 1, keywords, dst, exit);
        }
        if cls == class::TYPE && argc == 1 && keywords.is_empty() {
            let v = self.class_of(fiber.regs[start]);
            return self.deliver(fiber, dst, exit, v.into());
        }
        let own_new = self.has_python_new(cls);
        // Rare ways go through Python: a `__new__` of its own, a new class, an odd place for the result.
        if own_new || layout == Layout::Type || (exit != Exit::Value && !builtin) {
            if layout == Layout::Type && argc == 3 {
                let space = self.with_module(fiber, fiber.regs[start + 2]);
                fiber.regs[start + 2] = space;
            }
            let call = self.prelude_function("_construct");
            let args = self.heap.tuple(fiber.regs[start..start + argc].to_vec());
            let named = self.keyword_dict(keywords);
            self.reserve(fiber, start + 4);
            fiber.regs[start..start + 3].copy_from_slice(&[cls.into(), args, named]);
            return self.invoke(fiber, call, start, 3, &[], dst, exit);
        }
        let native = self.native_new(cls);
        if builtin && !matches!(layout, Layout::Object | Layout::Exception | Layout::Future | Layout::Loop) {
            if let Some(n) = native
                && layout != Layout::Type
            {
                let native = Some((n.func, n.cost));
                let version = self.class_version;
                self.makers[cls.0 as usize & 63] = Maker { class: cls.0, version, native, ..Maker::default() };
            }
            let positional = &fiber.regs[start..start + argc];
            self.spent += self.scaled(native.map_or(0, |n| n.cost) as u64);
            return match self.new_object(cls, native, Args { positional, keywords }) {
                Ok(v) => self.deliver(fiber, dst, exit, v),
                Err(s) => self.signal(fiber, s, dst, exit),
            };
        }
        self.spent += self.instance;
        let init = self.lookup_text(cls, "__init__");
        let python_init = matches!(init, Some(Value::Obj(f)) if matches!(self.heap.get(f), Obj::Function(_)));
        let made = {
            let positional = &fiber.regs[start..start + argc];
            let given = argc > 0 || !keywords.is_empty();
            let own = layout == Layout::Object && !builtin;
            if given && (cls == class::OBJECT || own && !python_init && self.is_object_init(init)) {
                let text = format!("{}() takes no arguments", self.class(cls).name);
                Err(self.type_error(&text))
            } else if own {
                Ok(self.heap.instance(cls, Value::Undef).into())
            } else {
                self.new_object(cls, native, Args { positional, keywords })
            }
        };
        self.take_care();
        let this = match made {
            Ok(v) => v,
            Err(s) => return self.signal(fiber, s, dst, exit),
        };
        let Some(init) = init else { return self.deliver(fiber, dst, exit, this) };
        if python_init && let Value::Obj(f) = init {
            self.note_maker(cls, init);
            let at = if exit == Exit::Value && self.free_before(fiber, start) {
                fiber.regs[start - 1] = this;
                start - 1
            } else {
                self.push_front(fiber, start, argc, this);
                start
            };
            let (init_exit, extra) = if exit == Exit::Value { (Exit::Init, this) } else { (exit, Value::Undef) };
            return self.enter_function(fiber, f, at, argc + 1, keywords, dst, init_exit, extra);
        }
        if self.is_object_init(Some(init)) {
            return self.deliver(fiber, dst, exit, this);
        }
        // A built-in `__init__`.
        if let Value::Obj(f) = init
            && let Obj::Native(n) = self.heap.get(f)
        {
            let n = **n;
            if n.owner == Some(class::BASE_EXCEPTION) {
                self.note_maker(cls, Value::Undef);
            }
            self.push_front(fiber, start, argc, this);
            let positional = &fiber.regs[start..start + argc + 1];
            return match (n.func)(self, Args { positional, keywords }) {
                Ok(_) => self.deliver(fiber, dst, exit, this),
                Err(Signal::Call(call)) => {
                    // Python fills it; the result is still the object.
                    let named = self.keyword_dict(&call.keywords);
                    let args = self.heap.tuple(call.positional);
                    let after = self.in_prelude("_init_then", &[this, call.callee, args, named]);
                    self.signal(fiber, after, dst, exit)
                }
                Err(s) => self.signal(fiber, s, dst, exit),
            };
        }
        let after = {
            let named = self.keyword_dict(keywords);
            let args = self.heap.tuple(fiber.regs[start..start + argc].to_vec());
            match self.bind(init, this, cls) {
                Ok(bound) => self.in_prelude("_init_then", &[this, bound, args, named]),
                Err(s) => s,
            }
        };
        self.signal(fiber, after, dst, exit)
    }

    /// The namespace for a new class, with the `__module__` of whoever makes it unless it has one.
    fn with_module(&mut self, fiber: &Fiber, space: Value) -> Value {
        let key = self.heap.intern("__module__");
        let Value::Obj(r) = self.plain(space) else { return space };
        let Obj::Dict(d) = self.heap.get(r) else { return space };
        if self.lookup_name(r, key).is_some() {
            return space;
        }
        let mut own = (**d).clone();
        let caller = fiber.frames.iter().rev().find(|f| !self.codes[f.code as usize].hidden);
        let name = caller.map(|f| f.globals).and_then(|g| self.name(g, "__name__"));
        if let Some(name) = name {
            own.push(super::super::hash_text("__module__"), key, name);
        }
        Value::Obj(self.heap.alloc(Obj::Dict(Box::new(own))))
    }

    /// Whether the register before `start` belongs to this call (it held the callee).
    fn free_before(&self, fiber: &Fiber, start: usize) -> bool {
        start > 0
            && fiber.frames.last().is_some_and(|f| start > f.base as usize)
            && matches!(fiber.regs[start - 1], Value::Undef | Value::Obj(_))
            && match fiber.regs[start - 1] {
                Value::Obj(r) => matches!(self.heap.get(r), Obj::Type(_)),
                _ => false,
            }
            && start < self.scratch(fiber)
    }

    fn is_object_init(&self, init: Option<Value>) -> bool {
        match init {
            Some(Value::Obj(f)) => matches!(self.heap.get(f), Obj::Native(n) if n.owner == Some(class::OBJECT)),
            Some(_) => false,
            None => true,
        }
    }

    /// Whether the class (or a base) has a `__new__` written in Python.
    fn has_python_new(&mut self, cls: Ref) -> bool {
        let Some(Value::Obj(f)) = self.lookup_text(cls, "__new__") else { return false };
        let inner = match self.heap.get(f) {
            Obj::StaticMethod(v) => *v,
            _ => f.into(),
        };
        !matches!(inner, Value::Obj(g) if matches!(self.heap.get(g), Obj::Native(_)))
    }

    /// The built-in constructor that a class inherits.
    pub(in crate::vm) fn native_new(&mut self, cls: Ref) -> Option<Native> {
        let mro = self.class(cls).mro.clone();
        let key = self.heap.intern("__new__");
        let hash = super::super::hash_text("__new__");
        for c in mro {
            let t = self.class(c);
            if let Some(at) = t.attrs.by_name(hash, key)
                && let Value::Obj(f) = t.attrs.entries[at].value
                && let Obj::StaticMethod(Value::Obj(g)) = self.heap.get(f)
                && let Obj::Native(n) = self.heap.get(*g)
            {
                return Some(**n);
            }
        }
        None
    }

    /// A new object of `cls` by its layout; `args` without the class. `native` is the built-in constructor.
    pub(in crate::vm) fn new_object(&mut self, cls: Ref, native: Option<Native>, args: Args) -> Result<Value, Signal> {
        let t = self.class(cls);
        let (layout, builtin) = (t.layout, t.builtin);
        match layout {
            Layout::Object if cls == class::MODULE => self.new_module(args),
            Layout::Object => Ok(self.heap.instance(cls, Value::Undef).into()),
            Layout::Exception => {
                let made = self.exception_class(cls, args.positional)?;
                Ok(self.exception(made, args.positional.to_vec()))
            }
            Layout::Future => {
                let kind = if self.is_subclass(cls, class::TASK) {
                    FutureKind::Task(Box::default())
                } else {
                    FutureKind::Plain
                };
                Ok(self.heap.alloc(Obj::Future(Box::new(Future::new(cls, Ref(0), kind)))).into())
            }
            Layout::Loop => Ok(self.heap.alloc(Obj::Loop(Box::new(EventLoop::new(cls)))).into()),
            Layout::Type => self.new_class(cls, args),
            Layout::Payload(base) => {
                let Some(n) = native else { return Err(self.no_instances(cls)) };
                if builtin {
                    return (n.func)(self, args);
                }
                let filled = FILLED.contains(&base);
                let made =
                    if filled { (n.func)(self, Args { positional: &[], keywords: &[] }) } else { (n.func)(self, args) };
                match made {
                    Ok(payload) => Ok(self.wrap(cls, payload)),
                    Err(Signal::Call(call)) => {
                        let named = self.keyword_dict(&call.keywords);
                        let args = self.heap.tuple(call.positional);
                        Err(self.in_prelude("_wrap_call", &[cls.into(), call.callee, args, named]))
                    }
                    Err(s) => Err(s),
                }
            }
            Layout::Final => match native {
                Some(n) => (n.func)(self, args),
                None => Err(self.no_instances(cls)),
            },
        }
    }

    /// An instance of a subclass of a built-in type around a plain value.
    pub fn wrap(&mut self, cls: Ref, payload: Value) -> Value {
        if self.class(cls).flags.ordered
            && let Some(d) = payload.as_ref().and_then(|r| crate::vm::types::table::dict_mut(self, r))
        {
            d.ordered = true;
        }
        self.heap.instance(cls, payload).into()
    }

    fn no_instances(&mut self, cls: Ref) -> Signal {
        let text = format!("cannot create '{}' instances", self.class(cls).name);
        self.type_error(&text)
    }
}
