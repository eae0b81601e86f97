//! Setting and deleting attributes.

use super::native::Signal;
use super::object::Obj;
use super::shape::IN_DICT;
use super::types::special;
use super::value::{Ref, Value};
use super::{Cache, Vm, class, hash_text};

impl Vm {
    /// `StoreAttr` beyond the cached place.
    pub(super) fn store_attr(&mut self, obj: Value, name: Value, v: Value, cache: &mut Cache) -> Result<Value, Signal> {
        if let Value::Obj(r) = obj
            && let Obj::Instance(i) = self.heap.get(r)
        {
            let cls = i.class;
            let flags = self.class(cls).flags;
            if !flags.setattr && !flags.slots && !flags.getattr && cls != class::OBJECT {
                let known = cache.class == cls.0 && cache.version == self.class_version;
                if known || self.prime(cls, name, cache) {
                    let before = match self.heap.get(r) {
                        Obj::Instance(i) => i.shape,
                        _ => IN_DICT,
                    };
                    self.heap.set_own(r, name, v);
                    if let Obj::Instance(i) = self.heap.get(r)
                        && let Some(at) = self.heap.shapes.place(i.shape, name)
                    {
                        (cache.place, cache.shape, cache.next) = (at as u32, before, i.shape);
                    }
                    return Ok(Value::None);
                }
            }
        }
        self.set_attr(obj, name, v)
    }

    /// `setattr(obj, name, v)`
    pub fn set_attr(&mut self, obj: Value, name: Value, v: Value) -> Result<Value, Signal> {
        let cls = self.class_of(obj);
        if self.class(cls).flags.setattr
            && let Some(f) = self.has_python(cls, "__setattr__")
        {
            let name = self.interned(name);
            return Err(self.calling(f, &[obj, name, v]));
        }
        self.set_attr_plain(obj, name, v)
    }

    /// `object.__setattr__`
    pub fn set_attr_plain(&mut self, obj: Value, name: Value, v: Value) -> Result<Value, Signal> {
        let name = self.interned(name);
        let hash = self.name_hash(name);
        let cls = self.class_of(obj);
        if let Value::Obj(r) = obj
            && matches!(self.heap.get(r), Obj::Type(_))
        {
            return self.set_type_attr(r, cls, name, v);
        }
        if let Some(found) = self.lookup(cls, name)
            && let Some(set) = self.setter(found, "__set__")?
        {
            return match set {
                Setter::Property(f) => Err(self.calling(f, &[obj, v])),
                Setter::Method(f) => Err(self.calling(f, &[obj, v])),
                Setter::ReadOnly => Err(self.no_setter(obj, name, "setter")),
            };
        }
        if cls == class::OBJECT || self.class(cls).flags.slots && !self.allowed_slot(cls, name) {
            return Err(self.read_only(obj, name));
        }
        let Value::Obj(r) = obj else { return Err(self.read_only(obj, name)) };
        match self.heap.get_mut(r) {
            Obj::Instance(_) => {
                self.heap.set_own(r, name, v);
                return Ok(Value::None);
            }
            Obj::Exception(e) => super::register::put(&mut e.attrs, hash, name, v),
            Obj::Future(f) => super::register::put(f.attrs_mut(), hash, name, v),
            Obj::Loop(l) => super::register::put(&mut l.attrs, hash, name, v),
            Obj::Module(m) => {
                let space = m.attrs;
                self.store_in(space, name, v);
            }
            Obj::Function(f) => {
                let space = f.attrs;
                let space = match space {
                    Value::Obj(d) => d,
                    _ => {
                        let d = self.heap.alloc(Obj::Dict(Box::default()));
                        if let Obj::Function(f) = self.heap.get_mut(r) {
                            f.attrs = d.into();
                        }
                        d
                    }
                };
                self.store_in(space, name, v);
            }
            _ => return Err(self.read_only(obj, name)),
        }
        self.heap.charge(56);
        Ok(Value::None)
    }

    fn read_only(&mut self, obj: Value, name: Value) -> Signal {
        let cls = self.class_of(obj);
        if self.lookup(cls, name).is_some() {
            let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
            let message = format!("'{}' object attribute '{text}' is read-only", self.class_name(obj));
            return self.raise(class::ATTRIBUTE_ERROR, &message);
        }
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        // A class that sets attributes its own way is told less.
        let own = ["__setattr__", "__delattr__"].iter().any(|n| special(self, obj, n).is_some());
        let why = if own { "" } else { " and no __dict__ for setting new attributes" };
        let message = format!("'{}' object has no attribute '{text}'{why}", self.class_name(obj));
        let signal = self.raise(class::ATTRIBUTE_ERROR, &message);
        self.tell_attribute(&signal, obj, name);
        signal
    }

    fn no_setter(&mut self, obj: Value, name: Value, what: &str) -> Signal {
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        let cls = self.class_of(obj);
        let doc = match self.lookup(cls, name).and_then(Value::as_ref).map(|r| self.heap.get(r)) {
            Some(Obj::Property(p)) => self.heap.text(p.doc),
            _ => None,
        };
        // The fields of named tuples are no properties in CPython.
        let message = if doc.is_some_and(|d| d.starts_with("Alias for field number ")) {
            format!("can't {} attribute", if what == "setter" { "set" } else { "delete" })
        } else {
            format!("property '{text}' of '{}' object has no {what}", self.class_name(obj))
        };
        self.raise(class::ATTRIBUTE_ERROR, &message)
    }

    fn setter(&mut self, found: Value, method: &str) -> Result<Option<Setter>, Signal> {
        let Value::Obj(r) = found else { return Ok(None) };
        match self.heap.get(r) {
            Obj::Property(p) => {
                let f = if method == "__set__" { p.set } else { p.delete };
                Ok(Some(if f.is_none() { Setter::ReadOnly } else { Setter::Property(f) }))
            }
            Obj::Instance(i) => {
                let cls = i.class;
                match self.lookup_text(cls, method) {
                    Some(f) => Ok(Some(Setter::Method(self.bind(f, found, cls)?))),
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    fn set_type_attr(&mut self, t: Ref, meta: Ref, name: Value, v: Value) -> Result<Value, Signal> {
        if let Some(found) = self.lookup(meta, name)
            && let Some(set) = self.setter(found, "__set__")?
        {
            return match set {
                Setter::Property(f) | Setter::Method(f) => Err(self.calling(f, &[t.into(), v])),
                Setter::ReadOnly => Err(self.no_setter(t.into(), name, "setter")),
            };
        }
        if self.class(t).builtin {
            let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
            let message = format!("cannot set '{text}' attribute of immutable type '{}'", self.class(t).name);
            return Err(self.type_error(&message));
        }
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        self.set_class_attr(t, &text, v);
        if text.starts_with("__") {
            self.refresh_flags(t);
        }
        Ok(Value::None)
    }

    /// `delattr(obj, name)`
    pub fn del_attr(&mut self, obj: Value, name: Value) -> Result<Value, Signal> {
        let cls = self.class_of(obj);
        if self.class(cls).flags.setattr
            && let Some(f) = self.has_python(cls, "__delattr__")
        {
            return Err(self.calling(f, &[obj, name]));
        }
        self.del_attr_plain(obj, name)
    }

    /// `object.__delattr__`
    pub fn del_attr_plain(&mut self, obj: Value, name: Value) -> Result<Value, Signal> {
        let name = self.interned(name);
        let hash = self.name_hash(name);
        let cls = self.class_of(obj);
        if let Some(found) = self.lookup(cls, name)
            && let Some(set) = self.setter(found, "__delete__")?
        {
            return match set {
                Setter::Property(f) | Setter::Method(f) => Err(self.calling(f, &[obj])),
                Setter::ReadOnly => Err(self.no_setter(obj, name, "deleter")),
            };
        }
        let Value::Obj(r) = obj else { return Err(self.nothing_to_delete(obj, name)) };
        let space = match self.heap.get(r) {
            Obj::Instance(_) => {
                return if self.heap.delete_own(r, name) {
                    Ok(Value::None)
                } else {
                    Err(self.nothing_to_delete(obj, name))
                };
            }
            Obj::Module(m) => Some(m.attrs),
            Obj::Function(f) => f.attrs.as_ref(),
            _ => None,
        };
        let attrs = match self.heap.get_mut(space.unwrap_or(r)) {
            Obj::Exception(e) => Some(&mut e.attrs),
            Obj::Future(f) => Some(f.attrs_mut()),
            Obj::Loop(l) => Some(&mut l.attrs),
            Obj::Dict(d) if space.is_some() => Some(&mut **d),
            Obj::Type(t) if !t.builtin => Some(&mut t.attrs),
            _ => None,
        };
        if let Some(d) = attrs
            && let Some(at) = d.by_name(hash, name)
        {
            d.remove(at);
            if matches!(self.heap.get(r), Obj::Type(_)) {
                self.class_version += 1;
                self.refresh_flags(r);
            }
            return Ok(Value::None);
        }
        Err(self.nothing_to_delete(obj, name))
    }

    fn nothing_to_delete(&mut self, obj: Value, name: Value) -> Signal {
        let cls = self.class_of(obj);
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        if self.is_slot(cls, name) {
            // An empty slot has no more to say than its name.
            return self.raise(class::ATTRIBUTE_ERROR, &text);
        }
        let slots = self.class(cls).flags.slots;
        let bare = slots && !self.allowed_slot(cls, name);
        match obj.as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Instance(_)) if bare => self.read_only(obj, name),
            Some(Obj::Type(_)) => self.no_attribute(obj, name),
            Some(
                Obj::Instance(_)
                | Obj::Module(_)
                | Obj::Function(_)
                | Obj::Exception(_)
                | Obj::Future(_)
                | Obj::Loop(_),
            ) => {
                let message = format!("'{}' object has no attribute '{text}'", self.class_name(obj));
                let signal = self.raise(class::ATTRIBUTE_ERROR, &message);
                // CPython's error does not say whose attribute was wanted where instances keep their values inside.
                if slots || !matches!(obj.as_ref().map(|r| self.heap.get(r)), Some(Obj::Instance(_))) {
                    self.tell_attribute(&signal, obj, name);
                }
                signal
            }
            _ => self.read_only(obj, name),
        }
    }

    /// Lets an error say which attribute of what it is about.
    pub(super) fn tell_attribute(&mut self, signal: &Signal, obj: Value, name: Value) {
        if let Signal::Raise(e) = *signal {
            self.set_exception_attr(e, "name", name);
            self.set_exception_attr(e, "obj", obj);
        }
    }

    /// The names in a `__slots__` that is no string: of a dict, its keys.
    fn slot_names(&self, slots: Value) -> Vec<Value> {
        match slots.as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Dict(d)) => d.iter().map(|e| e.key).collect(),
            _ => self.items_of(slots),
        }
    }

    /// Whether some class of the MRO has this very name in its `__slots__`.
    pub(super) fn is_slot(&mut self, cls: Ref, name: Value) -> bool {
        if self.class(cls).builtin {
            return false;
        }
        let key = self.heap.intern("__slots__");
        let hash = hash_text("__slots__");
        let of = |c: &Ref| {
            let t = self.class(*c);
            t.attrs.by_name(hash, key).filter(|_| !t.builtin).map(|at| t.attrs.entries[at].value)
        };
        let same = |v: Value| self.heap.text(v).is_some_and(|t| Some(t) == self.heap.text(name));
        self.class(cls).mro.iter().filter_map(of).any(|s| same(s) || self.slot_names(s).into_iter().any(same))
    }

    /// Whether `__slots__` of the class or a base names this attribute.
    fn allowed_slot(&mut self, cls: Ref, name: Value) -> bool {
        let key = self.heap.intern("__slots__");
        let hash = hash_text("__slots__");
        self.class(cls).mro.iter().any(|&c| {
            let t = self.class(c);
            if t.builtin {
                return false;
            }
            match t.attrs.by_name(hash, key) {
                None => true,
                Some(at) => {
                    let slots = t.attrs.entries[at].value;
                    let same = |v: Value| {
                        self.heap.text(v).is_some_and(|t| Some(t) == self.heap.text(name) || &**t == "__dict__")
                    };
                    same(slots) || self.slot_names(slots).into_iter().any(same)
                }
            }
        })
    }
}

enum Setter {
    Property(Value),
    Method(Value),
    ReadOnly,
}
