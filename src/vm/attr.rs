//! Reading attributes: lookup through classes, descriptors, instances.

use super::dict::Dict;
use super::native::{Args, Signal};
use super::object::{Method, Obj};
use super::shape::IN_DICT;
use super::value::{Ref, Value};
use super::{Cache, Vm, class};

impl Vm {
    pub(super) fn name_hash(&self, name: Value) -> u64 {
        match name {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Str(s) => s.hash(),
                _ => 0,
            },
            _ => 0,
        }
    }

    /// The interned twin of a string object.
    pub fn interned(&mut self, name: Value) -> Value {
        match self.heap.text(self.plain(name)).cloned() {
            Some(t) => self.heap.intern(&t),
            None => name,
        }
    }

    /// What a class or its bases define under an interned name.
    pub fn lookup(&self, cls: Ref, name: Value) -> Option<Value> {
        let hash = self.name_hash(name);
        self.class(cls).mro.iter().find_map(|&c| {
            let attrs = &self.class(c).attrs;
            attrs.by_name(hash, name).map(|at| attrs.entries[at].value)
        })
    }

    pub fn lookup_text(&mut self, cls: Ref, name: &str) -> Option<Value> {
        let name = self.heap.intern(name);
        self.lookup(cls, name)
    }

    /// What an object holds under a name in the dict it has inside, whichever that is.
    pub(super) fn own_value(&self, obj: Value, name: Value) -> Option<Value> {
        let Value::Obj(r) = obj else { return None };
        let attrs = match self.heap.get(r) {
            Obj::Instance(i) => return self.heap.own_attr(i, name),
            Obj::Exception(_) | Obj::Module(_) | Obj::Function(_) | Obj::Future(_) | Obj::Loop(_) => {
                self.attrs_of(obj)?
            }
            _ => return None,
        };
        // A key that a program put in by hand may be another string object.
        let same = |k: Value| k.is(name) || self.heap.text(k) == self.heap.text(name);
        attrs.find(self.name_hash(name), same).map(|at| attrs.entries[at].value)
    }

    /// The attribute dict of an object that has one inside.
    fn attrs_of(&self, obj: Value) -> Option<&Dict> {
        let Value::Obj(r) = obj else { return None };
        match self.heap.get(r) {
            Obj::Exception(e) => Some(&e.attrs),
            Obj::Future(f) => f.attrs(),
            Obj::Loop(l) => Some(&l.attrs),
            Obj::Module(m) => match self.heap.get(m.attrs) {
                Obj::Dict(d) => Some(d),
                _ => None,
            },
            Obj::Function(f) => match f.attrs {
                Value::Obj(d) => match self.heap.get(d) {
                    Obj::Dict(d) => Some(d),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a class attribute goes before the instance's own: property, `__set__`.
    fn is_data(&self, v: Value) -> bool {
        let Value::Obj(r) = v else { return false };
        match self.heap.get(r) {
            Obj::Property(_) => true,
            Obj::Instance(i) => {
                let class = self.class(i.class);
                class.mro.iter().any(|&c| {
                    self.class(c)
                        .attrs
                        .iter()
                        .any(|e| self.heap.text(e.key).is_some_and(|t| &**t == "__set__" || &**t == "__delete__"))
                })
            }
            _ => false,
        }
    }

    /// What a class attribute gives when read through `this` of class `cls`: methods bind, properties compute.
    pub fn bind(&mut self, v: Value, this: Value, cls: Ref) -> Result<Value, Signal> {
        let Value::Obj(r) = v else { return Ok(v) };
        match self.heap.get(r) {
            Obj::Function(_) => Ok(self.method_of(v, this)),
            Obj::Native(n) if n.owner.is_some() => Ok(self.method_of(v, this)),
            Obj::ClassMethod(f) => {
                let f = *f;
                Ok(self.method_of(f, cls.into()))
            }
            Obj::StaticMethod(f) => Ok(*f),
            Obj::Property(p) => {
                let get = p.get;
                if let Value::Obj(g) = get
                    && let Obj::Native(n) = self.heap.get(g)
                {
                    let func = n.func;
                    return func(self, Args { positional: &[this], keywords: &[] });
                }
                if get.is_none() {
                    return Err(self.raise(class::ATTRIBUTE_ERROR, "property has no getter"));
                }
                Err(self.calling(get, &[this]))
            }
            Obj::Instance(i) => {
                let class = i.class;
                match self.lookup_text(class, "__get__") {
                    Some(get) => {
                        let get = self.bind(get, v, class)?;
                        Err(self.calling(get, &[this, cls.into()]))
                    }
                    None => Ok(v),
                }
            }
            _ => Ok(v),
        }
    }

    fn method_of(&mut self, func: Value, this: Value) -> Value {
        Value::Obj(self.heap.alloc(Obj::Method(Method { func, this })))
    }

    /// The same for a call that follows: function and self apart, or any callable and Undef.
    #[cfg_attr(small, optimize(speed))]
    pub fn split_method(&mut self, v: Value, this: Value, cls: Ref) -> Result<(Value, Value), Signal> {
        if let Value::Obj(r) = v {
            match self.heap.get(r) {
                Obj::Function(_) => return Ok((v, this)),
                Obj::Native(n) if n.owner.is_some() => return Ok((v, this)),
                Obj::ClassMethod(f) => return Ok((*f, cls.into())),
                Obj::StaticMethod(f) => return Ok((*f, Value::Undef)),
                _ => {}
            }
        }
        Ok((self.bind(v, this, cls)?, Value::Undef))
    }

    /// `LoadAttr` beyond the cached place: fills the cache where that is sound.
    pub(super) fn load_attr(&mut self, obj: Value, name: Value, cache: &mut Cache) -> Result<Value, Signal> {
        if let Value::Obj(r) = obj {
            match self.heap.get(r) {
                Obj::Instance(i) => {
                    let (cls, known) = (i.class, cache.class == i.class.0 && cache.version == self.class_version);
                    if known || self.prime(cls, name, cache) {
                        if let Obj::Instance(i) = self.heap.get(r) {
                            if let Some(d) = self.heap.dict_of(i) {
                                if let Some(e) = d.entries.get(cache.place as usize)
                                    && e.key.is(name)
                                {
                                    return Ok(e.value);
                                }
                                if let Some(at) = d.by_name(self.name_hash(name), name) {
                                    cache.place = at as u32;
                                    return Ok(d.entries[at].value);
                                }
                                if let Some(v) = self.heap.own_attr(i, name) {
                                    return Ok(v);
                                }
                            } else if let Some(at) = self.heap.shapes.place(i.shape, name)
                                && let Some(&v) = self.heap.shapes.get(i.at as usize + at)
                            {
                                (cache.place, cache.shape) = (at as u32, i.shape);
                                return Ok(v);
                            }
                        }
                        if !cache.found.is_undef() {
                            return self.bind(cache.found, obj, cls);
                        }
                    }
                }
                Obj::Module(m) => {
                    if let Obj::Dict(d) = self.heap.get(m.attrs) {
                        if let Some(e) = d.entries.get(cache.place as usize)
                            && e.key.is(name)
                        {
                            return Ok(e.value);
                        }
                        if let Some(at) = d.by_name(self.name_hash(name), name) {
                            cache.place = at as u32;
                            return Ok(d.entries[at].value);
                        }
                    }
                }
                _ => {}
            }
        }
        self.get_attr(obj, name)
    }

    /// Remembers what the class has under the name; false when an instance cannot be read the simple way.
    pub(super) fn prime(&mut self, cls: Ref, name: Value, cache: &mut Cache) -> bool {
        let flags = self.class(cls).flags;
        if flags.getattr {
            return false;
        }
        let found = self.lookup(cls, name).unwrap_or(Value::Undef);
        if self.is_data(found) {
            return false;
        }
        let found = if self.is_plain_data(found) { Value::Undef } else { found };
        *cache = Cache { place: cache.place, class: cls.0, version: self.class_version, found, ..Cache::default() };
        true
    }

    /// For `LoadMethod`.
    pub(super) fn load_method(&mut self, obj: Value, name: Value, cache: &mut Cache) -> Result<(Value, Value), Signal> {
        if let Value::Obj(r) = obj {
            match self.heap.get(r) {
                Obj::Instance(i) => {
                    let (cls, known) = (i.class, cache.class == i.class.0 && cache.version == self.class_version);
                    if known || self.prime(cls, name, cache) {
                        // A shape that lacks the name once lacks it always.
                        if let Obj::Instance(i) = self.heap.get(r)
                            && (cache.shape != i.shape || cache.shape == IN_DICT)
                        {
                            if let Some(v) = self.heap.own_attr(i, name) {
                                return Ok((v, Value::Undef));
                            }
                            cache.shape = i.shape;
                        }
                        if !cache.found.is_undef() {
                            return self.split_method(cache.found, obj, cls);
                        }
                    }
                }
                Obj::Module(_) => return Ok((self.load_attr(obj, name, cache)?, Value::Undef)),
                Obj::Super(s) => {
                    let s = *s;
                    if !s.this.is(s.start.into())
                        && let Some(found) = self.behind(s, name)
                    {
                        return self.split_method(found, s.this, s.start);
                    }
                }
                Obj::Type(_) | Obj::Function(_) | Obj::Exception(_) | Obj::Native(_) => {}
                Obj::Future(f) if f.attrs().is_some() => {}
                // What a loop has not got itself, it has not got until its attributes change.
                Obj::Loop(l)
                    if (cache.place, cache.shape) != (r.0, l.attrs.shape()) && self.own_value(obj, name).is_some() => {}
                _ => {
                    // A built-in value: nothing of its own hides the type's methods.
                    let cls = self.class_of(obj);
                    if (cache.class == cls.0 && cache.version == self.class_version) || self.prime(cls, name, cache) {
                        if let Obj::Loop(l) = self.heap.get(r) {
                            (cache.place, cache.shape) = (r.0, l.attrs.shape());
                        }
                        let found = cache.found;
                        if !found.is_undef() {
                            return self.split_method(found, obj, cls);
                        }
                    }
                }
            }
        }
        if let Value::Obj(r) = obj
            && let Obj::Type(_) | Obj::Super(_) = self.heap.get(r)
        {
            return Ok((self.get_attr(obj, name)?, Value::Undef));
        }
        let cls = self.class_of(obj);
        if !self.class(cls).flags.getattr
            && let Some(found) = self.lookup(cls, name)
            && !self.is_data(found)
            && self.own_value(obj, name).is_none()
        {
            return self.split_method(found, obj, cls);
        }
        Ok((self.get_attr(obj, name)?, Value::Undef))
    }

    /// `getattr(obj, name)`; `name` is a string object.
    pub fn get_attr(&mut self, obj: Value, name: Value) -> Result<Value, Signal> {
        let name = self.interned(name);
        let cls = self.class_of(obj);
        if self.class(cls).flags.getattr
            && let Some(f) = self.has_python(cls, "__getattribute__")
        {
            let own = self.has_python(cls, "__getattr__").unwrap_or(Value::None);
            return Err(self.in_prelude("_getattribute", &[obj, name, f, own]));
        }
        self.get_attr_plain(obj, name)
    }

    /// `object.__getattribute__`, then `__getattr__`.
    pub fn get_attr_plain(&mut self, obj: Value, name: Value) -> Result<Value, Signal> {
        match self.find_attr(obj, name)? {
            Some(v) => Ok(v),
            None => {
                let cls = self.class_of(obj);
                if self.class(cls).flags.getattr
                    && let Some(f) = self.has_python(cls, "__getattr__")
                {
                    return Err(self.calling(f, &[obj, name]));
                }
                if let Value::Obj(r) = obj
                    && let Obj::Module(m) = self.heap.get(r)
                {
                    let space = m.attrs;
                    if let Some(f) = self.name(space, "__getattr__") {
                        return Err(self.calling(f, &[name]));
                    }
                }
                Err(self.no_attribute(obj, name))
            }
        }
    }

    /// The attribute by the ordinary rules, without `__getattr__`; None when there is none.
    pub fn find_attr(&mut self, obj: Value, name: Value) -> Result<Option<Value>, Signal> {
        let cls = self.class_of(obj);
        if let Value::Obj(r) = obj {
            match self.heap.get(r) {
                Obj::Type(_) => return self.find_type_attr(r, cls, name),
                Obj::Super(s) => {
                    let s = *s;
                    return self.find_super_attr(obj, s, name);
                }
                _ => {}
            }
        }
        let found = self.lookup(cls, name);
        if let Some(v) = found
            && self.is_data(v)
        {
            // One that only sets leaves reading to the instance.
            if let Value::Obj(d) = v
                && let Obj::Instance(i) = self.heap.get(d)
                && self.lookup_text(i.class, "__get__").is_none()
                && let Some(own) = self.own_value(obj, name)
            {
                return Ok(Some(own));
            }
            if let Value::Obj(d) = v
                && let Obj::Property(p) = self.heap.get(d)
                && p.get.is_none()
            {
                let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
                let text = format!("property '{text}' of '{}' object has no getter", self.class_name(obj));
                return Err(self.raise(class::ATTRIBUTE_ERROR, &text));
            }
            return self.bind(v, obj, cls).map(Some);
        }
        if let Some(v) = self.own_value(obj, name) {
            return Ok(Some(v));
        }
        if let Value::Obj(r) = obj
            && let Obj::Method(m) = self.heap.get(r)
            && found.is_none()
        {
            let func = m.func;
            return self.find_attr(func, name);
        }
        match found {
            Some(v) => self.bind(v, obj, cls).map(Some),
            None => Ok(None),
        }
    }

    fn find_type_attr(&mut self, t: Ref, meta: Ref, name: Value) -> Result<Option<Value>, Signal> {
        let of_meta = self.lookup(meta, name);
        if let Some(v) = of_meta
            && self.is_data(v)
        {
            return self.bind(v, t.into(), meta).map(Some);
        }
        // Each class has annotations of its own.
        if self.heap.text(name).is_some_and(|n| &**n == "__annotations__") && !self.class(t).builtin {
            let hash = self.name_hash(name);
            if self.class(t).attrs.by_name(hash, name).is_none() {
                let empty = self.heap.alloc(Obj::Dict(Box::default()));
                self.set_class_attr(t, "__annotations__", empty.into());
            }
        }
        if let Some(v) = self.lookup(t, name) {
            return self.bind_to_class(v, t).map(Some);
        }
        match of_meta {
            Some(v) => self.bind(v, t.into(), meta).map(Some),
            None if self.is_slot(t, name) => Err(self.in_prelude("_slot_member", &[t.into(), name])),
            None => Ok(None),
        }
    }

    /// A class attribute read through the class itself.
    pub(super) fn bind_to_class(&mut self, v: Value, cls: Ref) -> Result<Value, Signal> {
        let Value::Obj(r) = v else { return Ok(v) };
        match self.heap.get(r) {
            Obj::ClassMethod(f) => {
                let f = *f;
                Ok(self.method_of(f, cls.into()))
            }
            Obj::StaticMethod(f) => Ok(*f),
            Obj::Instance(i) => {
                let class = i.class;
                match self.lookup_text(class, "__get__") {
                    Some(get) => {
                        let get = self.bind(get, v, class)?;
                        Err(self.calling(get, &[Value::None, cls.into()]))
                    }
                    None => Ok(v),
                }
            }
            _ => Ok(v),
        }
    }

    /// What the classes behind `s.class` in the MRO define.
    fn behind(&self, s: super::object::Super, name: Value) -> Option<Value> {
        if s.this.is_undef() {
            return None;
        }
        let hash = self.name_hash(name);
        self.class(s.start).mro.iter().skip_while(|&&c| c != s.class).skip(1).find_map(|&c| {
            let attrs = &self.class(c).attrs;
            attrs.by_name(hash, name).map(|at| attrs.entries[at].value)
        })
    }

    fn find_super_attr(&mut self, own: Value, s: super::object::Super, name: Value) -> Result<Option<Value>, Signal> {
        match self.behind(s, name) {
            Some(v) => {
                // Through a class (in a class method or `__new__`), functions stay unbound.
                if s.this.is(s.start.into()) {
                    self.bind_to_class(v, s.start).map(Some)
                } else {
                    self.bind(v, s.this, s.start).map(Some)
                }
            }
            None => {
                let v = self.lookup(class::SUPER, name);
                match v {
                    Some(v) => {
                        let special =
                            self.heap.text(name).is_some_and(|n| n.starts_with("__self") || &**n == "__thisclass__");
                        self.bind(v, if special || s.this.is_undef() { own } else { s.this }, s.start).map(Some)
                    }
                    None => Ok(None),
                }
            }
        }
    }

    /// What is said of a module of the program that hides one of the library, or whose body still runs.
    fn of_own_module(&mut self, module: Value, name: Value) -> Option<String> {
        let space = self.namespace(module)?;
        let Value::Obj(r) = module else { return None };
        let Obj::Module(m) = self.heap.get(r) else { return None };
        let own_name = m.name.to_string();
        let key = self.heap.intern("__file__");
        let file = self.lookup_name(space, key).and_then(|v| self.heap.text(v).cloned());
        let hides = file.is_some_and(|f| *f == *format!("/home/user/{own_name}.py"))
            && (self.library.find)(&own_name).is_some();
        let prelude = self.prelude;
        let importing = self.name(prelude, "_importing").map(|v| self.items_of(v)).unwrap_or_default();
        if !hides && !importing.iter().any(|m| m.is(module)) {
            return None;
        }
        let callee = self.prelude_function("_module_lacks");
        let said = self.value_by_python(callee, vec![module, name])?;
        self.heap.text(self.plain(said)).map(|t| t.to_string())
    }

    /// The dotted name of the module or class that an object is or is of; of built-in types none.
    fn owner_of(&mut self, obj: Value) -> Option<String> {
        let class = match obj.as_ref().map(|r| (r, self.heap.get(r))) {
            Some((_, Obj::Module(m))) => return Some(m.name.to_string()),
            Some((r, Obj::Type(_))) => r,
            _ => self.class_of(obj),
        };
        let key = self.heap.intern("__module__");
        let module = self.lookup(class, key)?;
        let module = self.heap.text(module).filter(|m| &***m != "builtins")?;
        Some(format!("{}.{}", &**module, self.class(class).name))
    }

    /// The AttributeError in CPython's words, with `name` and `obj`.
    pub fn no_attribute(&mut self, obj: Value, name: Value) -> Signal {
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        let message = match obj {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Type(t) => format!("type object '{}' has no attribute '{text}'", t.name),
                Obj::Module(m) => format!("module '{}' has no attribute '{text}'", m.name),
                Obj::Super(_) => format!("'super' object has no attribute '{text}'"),
                _ => format!("'{}' object has no attribute '{text}'", self.class_name(obj)),
            },
            _ => format!("'{}' object has no attribute '{text}'", self.class_name(obj)),
        };
        let message = match self.of_own_module(obj, name) {
            Some(said) => said,
            None => match self.owner_of(obj).map_or(Ok(String::new()), |o| self.said_of_lack(Some(&o), &text)) {
                Ok(lack) => message + &lack,
                Err(signal) => return signal,
            },
        };
        let signal = self.raise(class::ATTRIBUTE_ERROR, &message);
        self.tell_attribute(&signal, obj, name);
        signal
    }
}
