//! Making classes: bases, method resolution order, layout, flags.

use super::dict::Dict;
use super::native::{Args, Signal};
use super::object::{Layout, Obj, Type, TypeFlags};
use super::value::{Ref, Value};
use super::{Vm, class, hash_text};
use std::rc::Rc;

impl Vm {
    /// `meta.__new__(name, bases, namespace)`: a new class, without `__init_subclass__` and `__set_name__`, which the prelude calls.
    pub(super) fn new_class(&mut self, meta: Ref, args: Args) -> Result<Value, Signal> {
        let [name, bases, space] = args.positional else {
            return Err(self.type_error("type.__new__() takes exactly 3 arguments"));
        };
        let Some(name) = self.heap.text(*name).cloned() else {
            return Err(self.type_error("type.__new__() argument 1 must be str"));
        };
        let mut parents = Vec::new();
        for b in self.items_of(*bases) {
            match b {
                Value::Obj(r) if matches!(self.heap.get(r), Obj::Type(_)) => parents.push(r),
                _ => return Err(self.type_error("bases must be types")),
            }
        }
        if parents.is_empty() {
            parents.push(class::OBJECT);
        }
        for (i, &p) in parents.iter().enumerate() {
            if parents[..i].contains(&p) {
                let text = format!("duplicate base class {}", self.class(p).name);
                return Err(self.type_error(&text));
            }
        }
        let mut meta = meta;
        for &p in &parents {
            let m = self.class(p).meta;
            if self.is_subclass(m, meta) {
                meta = m;
            } else if !self.is_subclass(meta, m) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
        }
        let layout = self.common_layout(&parents)?;
        let mut attrs = Dict::default();
        let mut qualname = None;
        for (key, value) in self.pairs_of(*space) {
            let Some(text) = self.heap.text(key).cloned() else { continue };
            if &*text == "__qualname__" {
                qualname = self.heap.text(value).map(|t| Rc::from(&**t));
                continue;
            }
            let key = self.heap.intern(&text);
            let value = self.implicit_method(&text, value);
            attrs.push(hash_text(&text), key, value);
        }
        let text_of = |vm: &mut Vm, what: &str| -> Option<Rc<str>> {
            let key = vm.heap.intern(what);
            let at = attrs.by_name(hash_text(what), key)?;
            vm.heap.text(attrs.entries[at].value).map(Rc::from)
        };
        let qualname = qualname.unwrap_or_else(|| Rc::from(&*name));
        let module = text_of(self, "__module__").unwrap_or_else(|| "builtins".into());
        let doc = self.heap.intern("__doc__");
        if attrs.by_name(hash_text("__doc__"), doc).is_none() {
            attrs.push(hash_text("__doc__"), doc, Value::None);
        }
        // An `__eq__` without a `__hash__` makes instances unhashable.
        let (eq, hash) = (self.heap.intern("__eq__"), self.heap.intern("__hash__"));
        if attrs.by_name(hash_text("__eq__"), eq).is_some() && attrs.by_name(hash_text("__hash__"), hash).is_none() {
            attrs.push(hash_text("__hash__"), hash, Value::None);
        }
        let t = Type {
            name: (&name).into(),
            qualname,
            module,
            bases: parents.clone(),
            mro: Vec::new(),
            attrs,
            meta,
            layout,
            subclasses: Vec::new(),
            builtin: false,
            flags: TypeFlags::default(),
            shape: 0,
            room: 0,
        };
        let this = self.heap.alloc(Obj::Type(Box::new(t)));
        let mro = self.linearize(this, &parents)?;
        if let Obj::Type(t) = self.heap.get_mut(this) {
            t.mro = mro;
        }
        for p in parents {
            if let Obj::Type(t) = self.heap.get_mut(p) {
                t.subclasses.push(this);
            }
        }
        self.refresh_flags(this);
        Ok(this.into())
    }

    /// `__init_subclass__` and `__class_getitem__` are class methods, `__new__` is static, without being marked.
    fn implicit_method(&mut self, name: &str, v: Value) -> Value {
        let plain = matches!(v, Value::Obj(r) if matches!(self.heap.get(r), Obj::Function(_)));
        match name {
            "__init_subclass__" | "__class_getitem__" if plain => self.heap.alloc(Obj::ClassMethod(v)).into(),
            "__new__" if plain => self.heap.alloc(Obj::StaticMethod(v)).into(),
            _ => v,
        }
    }

    /// The layout of instances of a class with these bases.
    fn common_layout(&mut self, parents: &[Ref]) -> Result<Layout, Signal> {
        let mut layout = Layout::Object;
        for &p in parents {
            let of = self.class(p).layout;
            match of {
                Layout::Final => {
                    let home = if p == class::LOCK || p == class::RLOCK { "_thread." } else { "" };
                    let text = format!("type '{home}{}' is not an acceptable base type", self.class(p).name);
                    return Err(self.type_error(&text));
                }
                Layout::Object => {}
                _ if layout == Layout::Object || layout == of => layout = of,
                _ => return Err(self.type_error("multiple bases have instance lay-out conflict")),
            }
        }
        Ok(layout)
    }

    /// C3.
    fn linearize(&mut self, this: Ref, parents: &[Ref]) -> Result<Vec<Ref>, Signal> {
        let mut lists: Vec<Vec<Ref>> = parents.iter().map(|&p| self.class(p).mro.clone()).collect();
        lists.push(parents.to_vec());
        let mut mro = vec![this];
        loop {
            lists.retain(|l| !l.is_empty());
            if lists.is_empty() {
                return Ok(mro);
            }
            let next = lists.iter().map(|l| l[0]).find(|c| !lists.iter().any(|l| l[1..].contains(c)));
            let Some(next) = next else {
                let mut names: Vec<Rc<str>> = Vec::new();
                for l in &lists {
                    let name = self.class(l[0]).name.clone();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                let text =
                    format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
                return Err(self.type_error(&text));
            };
            mro.push(next);
            for l in &mut lists {
                if l[0] == next {
                    l.remove(0);
                }
            }
        }
    }

    /// Recomputes what the fast paths ask of a class and of all classes below it.
    pub(super) fn refresh_flags(&mut self, this: Ref) {
        let python = |vm: &mut Vm, name: &str| vm.has_python(this, name).is_some();
        let flags = TypeFlags {
            getattr: python(self, "__getattr__") || python(self, "__getattribute__"),
            setattr: python(self, "__setattr__") || python(self, "__delattr__"),
            data_descriptors: true,
            shadowed: true,
            custom_eq: python(self, "__eq__"),
            custom_hash: python(self, "__hash__"),
            finalizer: python(self, "__del__"),
            slots: self.only_slots(this),
            ordered: self.class(this).mro.iter().any(|&c| {
                let t = self.class(c);
                &*t.name == "OrderedDict" && &*t.module == "collections"
            }),
        };
        self.class_version += 1;
        let below = match self.heap.get_mut(this) {
            Obj::Type(t) => {
                t.flags = flags;
                t.subclasses.clone()
            }
            _ => Vec::new(),
        };
        for b in below {
            if !self.class(b).builtin {
                self.refresh_flags(b);
            }
        }
    }

    /// Whether the class and all its bases (but object) have `__slots__`, without `__dict__` among them.
    fn only_slots(&mut self, this: Ref) -> bool {
        let key = self.heap.intern("__slots__");
        let hash = hash_text("__slots__");
        let is_dict = |v: Value| self.heap.text(v).is_some_and(|t| &**t == "__dict__");
        // Exceptions have a dict of their own, lists and numbers none.
        let plain = !self.is_subclass(this, class::BASE_EXCEPTION);
        self.class(this).mro.iter().all(|&c| {
            let t = self.class(c);
            c == class::OBJECT
                || t.builtin && plain
                || t.attrs.by_name(hash, key).is_some_and(|at| {
                    let slots = t.attrs.entries[at].value;
                    !is_dict(slots) && !self.items_of(slots).into_iter().any(is_dict)
                })
        })
    }
}
