//! Which class a value has, and the short ways to raise.

use super::class;
use super::native::{Call, Signal};
use super::object::{DictView, Exception, Instance, Iter, Obj, Type};
use super::value::{Ref, Value};
use super::{Effect, Fault, Vm};

/// What an exception of a native costs: its message, and the way to who catches it. Picoseconds.
const RAISED: u64 = 250_000;

impl Vm {
    /// The class of any value, as `type(v)`.
    #[cfg_attr(small, optimize(speed))]
    pub fn class_of(&self, v: Value) -> Ref {
        match v {
            Value::Undef | Value::None => class::NONE,
            Value::NotImplemented => class::NOT_IMPLEMENTED,
            Value::Ellipsis => class::ELLIPSIS,
            Value::Bool(_) => class::BOOL,
            Value::Int(_) => class::INT,
            Value::Float(_) => class::FLOAT,
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Free(_) => class::NONE,
                Obj::Str(_) => class::STR,
                Obj::Bytes(_) => class::BYTES,
                Obj::ByteArray(_) => class::BYTEARRAY,
                Obj::Big(_) => class::INT,
                Obj::Complex(..) => class::COMPLEX,
                Obj::List(_) => class::LIST,
                Obj::Tuple(_) => class::TUPLE,
                Obj::Dict(_) => class::DICT,
                Obj::Set(_) => class::SET,
                Obj::FrozenSet(_) => class::FROZENSET,
                Obj::Deque(_) => class::DEQUE,
                Obj::Range(_) => class::RANGE,
                Obj::Slice(_) => class::SLICE,
                Obj::Cell(_) => class::CELL,
                Obj::Function(_) => class::FUNCTION,
                Obj::Native(n) if n.owner.is_some() => class::METHOD_DESCRIPTOR,
                Obj::Native(_) => class::NATIVE,
                // `[].append` is a built-in function to its class, too.
                Obj::Method(m) => match m.func.as_ref().map(|f| self.heap.get(f)) {
                    Some(Obj::Native(_)) => class::NATIVE,
                    _ => class::METHOD,
                },
                Obj::Type(t) => t.meta,
                Obj::Instance(i) => i.class,
                Obj::Exception(e) => e.class,
                Obj::Generator(g) => g.class,
                Obj::Iter(iter) => self.iterator_class(iter),
                Obj::Module(_) => class::MODULE,
                Obj::Property(_) => class::PROPERTY,
                Obj::ClassMethod(_) => class::CLASSMETHOD,
                Obj::StaticMethod(_) => class::STATICMETHOD,
                Obj::Super(_) => class::SUPER,
                Obj::Code(_) => class::CODE,
                Obj::View(view, dict) if super::types::table::dict(self, *dict).ordered => match view {
                    DictView::Keys => class::ORDERED_KEYS,
                    DictView::Values => class::ORDERED_VALUES,
                    DictView::Items => class::ORDERED_ITEMS,
                },
                Obj::View(DictView::Keys, _) => class::DICT_KEYS,
                Obj::View(DictView::Values, _) => class::DICT_VALUES,
                Obj::View(DictView::Items, _) => class::DICT_ITEMS,
                Obj::Lock(l) if l.recursive => class::RLOCK,
                Obj::Lock(_) => class::LOCK,
                Obj::Traceback(_) => class::TRACEBACK,
                Obj::Future(f) => f.class,
                Obj::Handle(h) if h.when.is_some() => class::TIMER_HANDLE,
                Obj::Handle(_) => class::HANDLE,
                Obj::Loop(l) => l.class,
                Obj::Context(_) => class::CONTEXT,
            },
        }
    }

    /// The type object behind a reference that is known to be one; `object` for anything else.
    pub fn class(&self, r: Ref) -> &Type {
        match self.heap.get(r) {
            Obj::Type(t) => t,
            _ => match self.heap.get(class::OBJECT) {
                Obj::Type(t) => t,
                _ => unreachable!("the heap begins with the built-in types"),
            },
        }
    }

    /// The class of a built-in iterator.
    fn iterator_class(&self, iter: &Iter) -> Ref {
        match iter {
            Iter::List { .. } => class::LIST_ITERATOR,
            Iter::ListBack { .. } => class::LIST_BACK_ITERATOR,
            Iter::Tuple { .. } => class::TUPLE_ITERATOR,
            Iter::Str { string, .. } => match self.heap.get(*string) {
                Obj::Str(s) if s.len as usize == s.text.len() => class::ASCII_ITERATOR,
                _ => class::STR_ITERATOR,
            },
            Iter::Bytes { bytes, .. } => match self.heap.get(*bytes) {
                Obj::ByteArray(_) => class::BYTEARRAY_ITERATOR,
                _ => class::BYTES_ITERATOR,
            },
            Iter::Range { .. } => class::RANGE_ITERATOR,
            Iter::Dict { dict, .. } | Iter::DictBack { dict, .. } if super::types::table::dict(self, *dict).ordered => {
                class::ORDERED_ITERATOR
            }
            Iter::Dict { view: DictView::Keys, .. } => class::KEY_ITERATOR,
            Iter::Dict { view: DictView::Values, .. } => class::VALUE_ITERATOR,
            Iter::Dict { view: DictView::Items, .. } => class::ITEM_ITERATOR,
            Iter::DictBack { view: DictView::Keys, .. } => class::KEY_BACK_ITERATOR,
            Iter::DictBack { view: DictView::Values, .. } => class::VALUE_BACK_ITERATOR,
            Iter::DictBack { view: DictView::Items, .. } => class::ITEM_BACK_ITERATOR,
            Iter::Set { .. } => class::SET_ITERATOR,
            Iter::Items { .. } => class::REVERSED,
            Iter::Zip { .. } => class::ZIP,
            Iter::Enumerate { .. } => class::ENUMERATE,
            Iter::Count(_) => class::COUNT_ITERATOR,
            Iter::Repeat { .. } => class::REPEAT_ITERATOR,
            Iter::Cycle { .. } => class::CYCLE_ITERATOR,
            Iter::Deque { .. } => class::DEQUE_ITERATOR,
            Iter::Done => class::ITERATOR,
        }
    }

    /// What messages call a value's class: `type(v).__name__`, with the module for what is written in C in CPython.
    pub fn class_name(&self, v: Value) -> String {
        self.class_name_of(self.class_of(v))
    }

    /// The same of a class.
    pub fn class_name_of(&self, class: Ref) -> String {
        let class = self.class(class);
        let name = class.name.rsplit('.').next().unwrap_or(&class.name);
        let module = &*class.module;
        const ALL: &str =
            "|_io|_thread|_queue|_struct|_csv|_contextvars|itertools|datetime|decimal|array|re|time|operator|";
        const SOME: &str = "|deque|defaultdict|OrderedDict|partial|_lru_cache_wrapper|ReferenceType|SimpleNamespace|GenericAlias|stat_result|";
        let has = |list: &str, name: &str| list.contains(&format!("|{name}|"));
        let from_c = has(ALL, module) || has(SOME, name) && has("|collections|functools|weakref|types|os|", module);
        if from_c { format!("{module}.{name}") } else { name.to_string() }
    }

    /// Whether `sub` is `base` or derived from it.
    pub fn is_subclass(&self, sub: Ref, base: Ref) -> bool {
        sub == base || self.class(sub).mro.contains(&base)
    }

    /// Whether `v` is an instance of the built-in or program class `base`, without `__instancecheck__`.
    pub fn is_instance(&self, v: Value, base: Ref) -> bool {
        self.is_subclass(self.class_of(v), base)
    }

    /// The built-in value behind an instance of a subclass of int, str, list, dict ...; any other value is itself.
    #[inline]
    pub fn plain(&self, v: Value) -> Value {
        match v {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Instance(i) if !i.payload.is_undef() => i.payload,
                _ => v,
            },
            _ => v,
        }
    }

    pub fn instance(&self, r: Ref) -> Option<&Instance> {
        match self.heap.get(r) {
            Obj::Instance(i) => Some(i),
            _ => None,
        }
    }

    /// A new exception object of a built-in class with these arguments. Its context is set when it is raised.
    pub fn exception(&mut self, class: Ref, args: Vec<Value>) -> Value {
        let r = self.heap.alloc(Obj::Exception(Box::new(Exception {
            class,
            args,
            attrs: super::dict::Dict::default(),
            traceback: Value::None,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
        })));
        if matches!(self.heap.get(class), Obj::Type(t) if t.flags.finalizer) {
            self.heap.watch.add(r);
        }
        Value::Obj(r)
    }

    /// `Err(vm.raise(class::VALUE_ERROR, "..."))`
    pub fn raise(&mut self, class: Ref, message: &str) -> Signal {
        let text = self.heap.string(message);
        Signal::Raise(self.exception(class, vec![text]))
    }

    pub fn type_error(&mut self, message: &str) -> Signal {
        self.charge(RAISED);
        self.raise(class::TYPE_ERROR, message)
    }

    pub fn value_error(&mut self, message: &str) -> Signal {
        self.charge(RAISED);
        self.raise(class::VALUE_ERROR, message)
    }

    /// Goes on in a prelude function of this name with these arguments.
    pub fn in_prelude(&mut self, name: &str, positional: &[Value]) -> Signal {
        let callee = self.prelude_function(name);
        Signal::Call(Box::new(Call { callee, positional: positional.to_vec(), keywords: Vec::new() }))
    }

    /// A name of the prelude's namespace; None (the value) if it lacks it, which a test excludes.
    pub fn prelude_function(&mut self, name: &str) -> Value {
        let key = self.heap.intern(name);
        let hash = super::hash_text(name);
        match self.heap.get(self.prelude) {
            Obj::Dict(d) => d.by_name(hash, key).map_or(Value::None, |at| d.entries[at].value),
            _ => Value::None,
        }
    }

    /// The address that `id` and `repr` show for an object: its place in the heap, as large as CPython's.
    pub fn address(&self, r: Ref) -> u64 {
        0x7f3a_5c00_0000 + r.0 as u64 * 48
    }

    pub fn unsupported(&self, message: impl Into<String>) -> Signal {
        Signal::Fault(Box::new(Fault::Unsupported(message.into())))
    }

    pub fn effect(&self, effect: Effect) -> Signal {
        Signal::Effect(Box::new(effect))
    }

    #[cfg_attr(small, optimize(speed))]
    pub fn note(&mut self, note: super::Note) {
        // What follows a native that left off has not happened.
        if !super::pulse::over() {
            self.notes.push((self.spent, note));
        }
    }
}
