//! How natives are put in place: into namespaces, and onto built-in types.
//!
//! A method gets `self` as its first argument: possibly an instance of a Python subclass, whose built-in value is `vm.plain(self)`.
//! A constructor (`__new__` of a built-in type) gets the arguments *without* the class and returns the plain value; the run loop
//! wraps it for subclasses. List, dict, set, deque and bytearray need an `__init__` method as well, which fills `self` anew
//! (`class L(list): def __init__(self, x): super().__init__([x])`); a call of the plain type asks only the constructor.

use super::Vm;
use super::dict::Dict;
use super::native::NativeFn;
use super::object::{Native, Obj, Property};
use super::value::{Ref, Value};

/// What a native costs when nobody says otherwise, in picoseconds (`class_call_builtin_c_function` of calibration.json is charged by
/// the call instruction; this is its body).
pub const NATIVE_COST: u32 = 3_000;

impl Vm {
    pub fn native(&mut self, name: &'static str, func: NativeFn, owner: Option<Ref>, cost: u32) -> Value {
        Value::Obj(self.heap.alloc(Obj::Native(Box::new(Native { name, func, owner, bound: Value::Undef, cost }))))
    }

    /// A new native function as a value, unbound.
    pub fn function(&mut self, name: &'static str, func: NativeFn) -> Value {
        self.native(name, func, None, NATIVE_COST)
    }

    /// A native function with `__self__`: it is called with `this` in front.
    pub fn bound(&mut self, name: &'static str, func: NativeFn, this: Value) -> Value {
        let cost = NATIVE_COST;
        Value::Obj(self.heap.alloc(Obj::Native(Box::new(Native { name, func, owner: None, bound: this, cost }))))
    }

    /// Puts a native function into a namespace (a dict).
    pub fn define(&mut self, namespace: Ref, name: &'static str, func: NativeFn) {
        self.define_priced(namespace, name, func, NATIVE_COST);
    }

    /// The same at a price of its own in picoseconds per call. What depends on sizes is charged with `Vm::charge`.
    pub fn define_priced(&mut self, namespace: Ref, name: &'static str, func: NativeFn, cost: u32) {
        let value = self.native(name, func, None, cost);
        self.set_name(namespace, name, value);
    }

    /// Sets a name in a namespace (a dict).
    pub fn set_name(&mut self, namespace: Ref, name: &str, value: Value) {
        let key = self.heap.intern(name);
        let hash = super::hash_text(name);
        if let Obj::Dict(d) = self.heap.get_mut(namespace) {
            put(d, hash, key, value);
        }
    }

    /// The value of a name in a namespace (a dict).
    pub fn name(&mut self, namespace: Ref, name: &str) -> Option<Value> {
        let key = self.heap.intern(name);
        let hash = super::hash_text(name);
        match self.heap.get(namespace) {
            Obj::Dict(d) => d.by_name(hash, key).map(|at| d.entries[at].value),
            _ => None,
        }
    }

    /// Sets an attribute of a class.
    pub fn set_class_attr(&mut self, class: Ref, name: &str, value: Value) {
        let key = self.heap.intern(name);
        let hash = super::hash_text(name);
        // Caches hold no data, so a counter on a class spoils none.
        let data = match self.class(class).attrs.by_name(hash, key) {
            Some(at) => self.is_plain_data(self.class(class).attrs.entries[at].value) && self.is_plain_data(value),
            None => false,
        };
        self.class_version += !data as u32;
        if let Obj::Type(t) = self.heap.get_mut(class) {
            put(&mut t.attrs, hash, key, value);
        }
    }

    /// Numbers, strings and containers: what does nothing when it is a class attribute.
    pub fn is_plain_data(&self, v: Value) -> bool {
        let Value::Obj(r) = v else { return true };
        matches!(
            self.heap.get(r),
            Obj::Str(_) | Obj::Bytes(_) | Obj::Big(_) | Obj::List(_) | Obj::Tuple(_) | Obj::Dict(_) | Obj::Set(_)
        )
    }

    /// A method of a built-in type.
    pub fn method(&mut self, class: Ref, name: &'static str, func: NativeFn) {
        self.method_priced(class, name, func, NATIVE_COST);
    }

    pub fn method_priced(&mut self, class: Ref, name: &'static str, func: NativeFn, cost: u32) {
        let value = self.native(name, func, Some(class), cost);
        self.set_class_attr(class, name, value);
    }

    /// A built-in type's `__new__`: see the module's comment.
    pub fn constructor(&mut self, class: Ref, func: NativeFn) {
        self.constructor_priced(class, func, NATIVE_COST);
    }

    pub fn constructor_priced(&mut self, class: Ref, func: NativeFn, cost: u32) {
        let value = self.native("__new__", func, None, cost);
        let value = Value::Obj(self.heap.alloc(Obj::StaticMethod(value)));
        self.set_class_attr(class, "__new__", value);
    }

    /// A class method: it gets the class first.
    pub fn class_method(&mut self, class: Ref, name: &'static str, func: NativeFn) {
        let value = self.native(name, func, None, NATIVE_COST);
        let value = Value::Obj(self.heap.alloc(Obj::ClassMethod(value)));
        self.set_class_attr(class, name, value);
    }

    pub fn static_method(&mut self, class: Ref, name: &'static str, func: NativeFn) {
        let value = self.native(name, func, None, NATIVE_COST);
        let value = Value::Obj(self.heap.alloc(Obj::StaticMethod(value)));
        self.set_class_attr(class, name, value);
    }

    /// A computed attribute that cannot be set.
    pub fn getter(&mut self, class: Ref, name: &'static str, func: NativeFn) {
        self.accessor(class, name, func, None);
    }

    /// A computed attribute with a setter, which gets `self` and the value.
    pub fn accessor(&mut self, class: Ref, name: &'static str, get: NativeFn, set: Option<NativeFn>) {
        let get = self.native(name, get, None, NATIVE_COST);
        let set = set.map_or(Value::None, |f| self.native(name, f, None, NATIVE_COST));
        let property = Property { get, set, delete: Value::None, doc: Value::None };
        let value = Value::Obj(self.heap.alloc(Obj::Property(Box::new(property))));
        self.set_class_attr(class, name, value);
    }

    /// What `del` does to a computed attribute; without this it is an AttributeError.
    pub fn deleter(&mut self, class: Ref, name: &'static str, delete: NativeFn) {
        let f = self.native(name, delete, None, NATIVE_COST);
        let found = self.lookup_text(class, name).and_then(Value::as_ref);
        if let Some(Obj::Property(p)) = found.map(|r| self.heap.get_mut(r)) {
            p.delete = f;
        }
    }

    /// Charges CPU time for the work a native does, in picoseconds at speed 1.
    pub fn charge(&mut self, picoseconds: u64) {
        self.spent += self.scaled(picoseconds);
        self.toil = self.toil.saturating_add(picoseconds);
    }
}

/// Sets an interned name in a dict whose keys are all interned.
pub fn put(d: &mut Dict, hash: u64, key: Value, value: Value) {
    match d.by_name(hash, key) {
        Some(at) => d.entries[at].value = value,
        None => d.push(hash, key, value),
    }
}
