//! `object`, `super`, `property`, `classmethod`, `staticmethod`, modules, and small natives of the prelude.

use super::super::dict::Dict;
use super::super::native::{Args, Signal};
use super::super::object::{Layout, Module, Obj, Property, Super};
use super::super::value::{Ref, Value};
use super::super::{Vm, class, hash_text, import};
use super::{arg, ref_arg, type_arg};

type Result = std::result::Result<Value, Signal>;

pub fn install(vm: &mut Vm) {
    let o = class::OBJECT;
    vm.constructor(o, |_, _| Ok(Value::None));
    vm.method(o, "__init__", |_, _| Ok(Value::None));
    vm.class_method(o, "__init_subclass__", init_subclass);
    vm.method(o, "__setattr__", |vm, a| {
        let (o, n, v) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?, arg(vm, &a, 2)?);
        vm.set_attr_plain(o, n, v)
    });
    vm.method(o, "__delattr__", |vm, a| {
        let (o, n) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        vm.del_attr_plain(o, n)
    });
    vm.method(o, "__getattribute__", |vm, a| {
        let (o, n) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let n = vm.interned(n);
        match vm.find_attr(o, n)? {
            Some(v) => Ok(v),
            None => Err(vm.no_attribute(o, n)),
        }
    });
    vm.accessor(
        o,
        "__class__",
        |vm, a| {
            let v = arg(vm, &a, 0)?;
            Ok(vm.class_of(v).into())
        },
        Some(set_class),
    );
    vm.accessor(o, "__dict__", get_dict, Some(set_dict));
    vm.constructor(class::SUPER, new_super);
    vm.constructor(class::PROPERTY, new_property);
    vm.constructor(class::CLASSMETHOD, |vm, a| {
        let f = arg(vm, &a, 0)?;
        Ok(vm.heap.alloc(Obj::ClassMethod(f)).into())
    });
    vm.constructor(class::STATICMETHOD, |vm, a| {
        let f = arg(vm, &a, 0)?;
        Ok(vm.heap.alloc(Obj::StaticMethod(f)).into())
    });
    for c in [class::CLASSMETHOD, class::STATICMETHOD] {
        vm.getter(c, "__func__", inner);
        vm.getter(c, "__wrapped__", inner);
    }
    for c in [class::PROPERTY, class::CLASSMETHOD, class::STATICMETHOD] {
        vm.method(c, "__get__", get);
    }
    vm.method(class::PROPERTY, "__set__", |vm, a| {
        let (p, this, v) = (property(vm, &a)?, arg(vm, &a, 1)?, arg(vm, &a, 2)?);
        if p.set.is_none() {
            let text = format!("property of '{}' object has no setter", vm.class_name(this));
            return Err(vm.raise(class::ATTRIBUTE_ERROR, &text));
        }
        Err(vm.calling(p.set, &[this, v]))
    });
    vm.method(class::PROPERTY, "__delete__", |vm, a| {
        let (p, this) = (property(vm, &a)?, arg(vm, &a, 1)?);
        if p.delete.is_none() {
            let text = format!("property of '{}' object has no deleter", vm.class_name(this));
            return Err(vm.raise(class::ATTRIBUTE_ERROR, &text));
        }
        Err(vm.calling(p.delete, &[this]))
    });
    vm.getter(class::SUPER, "__self__", |vm, a| {
        bound(vm, &a, |s| if s.this.is_undef() { Value::None } else { s.this })
    });
    vm.getter(class::SUPER, "__thisclass__", |vm, a| bound(vm, &a, |s| s.class.into()));
    vm.getter(class::SUPER, "__self_class__", |vm, a| {
        bound(vm, &a, |s| if s.this.is_undef() { Value::None } else { s.start.into() })
    });
    vm.method(class::PROPERTY, "getter", |vm, a| changed(vm, &a, 0));
    vm.method(class::PROPERTY, "setter", |vm, a| changed(vm, &a, 1));
    vm.method(class::PROPERTY, "deleter", |vm, a| changed(vm, &a, 2));
    vm.getter(class::PROPERTY, "fget", |vm, a| part(vm, &a, |p| p.get));
    vm.getter(class::PROPERTY, "fset", |vm, a| part(vm, &a, |p| p.set));
    vm.getter(class::PROPERTY, "fdel", |vm, a| part(vm, &a, |p| p.delete));
    vm.getter(class::PROPERTY, "__doc__", |vm, a| part(vm, &a, |p| p.doc));
    vm.method(o, "__dir__", |vm, a| {
        let v = arg(vm, &a, 0)?;
        Ok(attribute_names(vm, v))
    });
    vm.method(class::MODULE, "__dir__", |vm, a| {
        let m = arg(vm, &a, 0)?;
        let names =
            vm.namespace(m).map(|s| vm.pairs_of(s.into()).into_iter().map(|(k, _)| k).collect()).unwrap_or_default();
        Ok(vm.heap.list(names))
    });
    vm.accessor(
        class::CELL,
        "cell_contents",
        |vm, a| {
            let r = ref_arg(vm, &a, 0)?;
            match vm.heap.get(r) {
                Obj::Cell(v) if !v.is_undef() => Ok(*v),
                _ => Err(vm.value_error("Cell is empty")),
            }
        },
        Some(|vm, a| {
            let (r, v) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
            if let Obj::Cell(c) = vm.heap.get_mut(r) {
                *c = v;
            }
            Ok(Value::None)
        }),
    );
    let p = vm.prelude;
    vm.define(p, "_class_body", import::class_body);
    vm.define(p, "_load_module", import::load_module);
    vm.define(p, "_lacks", import::lacks);
    vm.define(p, "_is_standard", import::is_standard);
    vm.define(p, "_run_own", import::run_own);
    vm.define(p, "_new_module", |vm, a| {
        let (name, package) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let name = vm.heap.text(name).cloned().unwrap_or_else(|| "".into());
        Ok(vm.add_module(&name, None, matches!(package, Value::Bool(true))))
    });
    vm.define(p, "_is_own", |vm, a| {
        let name = arg(vm, &a, 0)?;
        let name = vm.heap.text(name).cloned().unwrap_or_else(|| "".into());
        // Built into the interpreter: found before any file.
        let first =
            ["sys", "builtins", "time", "itertools", "_thread", "errno", "gc", "atexit", "os", "io", "abc", "posix"];
        Ok(Value::Bool(!first.contains(&&*name) && vm.facts.own.iter().any(|n| **n == *name)))
    });
    let modules = vm.modules;
    vm.set_name(p, "_modules", modules.into());
    vm.define(p, "_lookup", |vm, a| {
        let (c, n) = (type_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let n = vm.interned(n);
        Ok(vm.lookup(c, n).unwrap_or(Value::None))
    });
    vm.define(p, "_method", |vm, a| {
        // The special method of the object's type, bound; None without.
        let (o, n) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let n = vm.interned(n);
        let cls = vm.class_of(o);
        match vm.lookup(cls, n) {
            Some(f) => vm.bind(f, o, cls),
            None => Ok(Value::None),
        }
    });
    vm.define(p, "_wrap", |vm, a| {
        let (c, v) = (type_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        Ok(vm.wrap(c, v))
    });
    vm.define(p, "_find_attr", |vm, a| {
        let (o, n) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        vm.get_attr_plain(o, n)
    });
    vm.define(p, "_delete_name", |vm, a| {
        let (space, n) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let n = vm.interned(n);
        vm.forget_name(space, n);
        Ok(Value::None)
    });
    vm.define(p, "_set_name", |vm, a| {
        let (space, n, v) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?, arg(vm, &a, 2)?);
        let n = vm.interned(n);
        vm.store_in(space, n, v);
        Ok(Value::None)
    });
    vm.define(p, "_get_name", |vm, a| {
        let (space, n) = (ref_arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        Ok(vm.lookup_name(space, n).unwrap_or(Value::None))
    });
}

fn init_subclass(vm: &mut Vm, args: Args) -> Result {
    if let Some(&(name, _)) = args.keywords.first() {
        let _ = name;
        let cls = type_arg(vm, &args, 0)?;
        let text = format!("{}.__init_subclass__() takes no keyword arguments", vm.class(cls).qualname);
        return Err(vm.type_error(&text));
    }
    Ok(Value::None)
}

fn set_class(vm: &mut Vm, args: Args) -> Result {
    let (o, c) = (ref_arg(vm, &args, 0)?, type_arg(vm, &args, 1)?);
    match vm.heap.get_mut(o) {
        Obj::Instance(_) => vm.heap.reclass(o, c),
        _ => {
            return Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
        }
    }
    Ok(Value::None)
}

/// The names of an object's attributes: its own, its class's, its bases'; those of a class for a class.
fn attribute_names(vm: &mut Vm, v: Value) -> Value {
    let mut names = Vec::new();
    let [first, dict, weak] = ["__firstlineno__", "__dict__", "__weakref__"].map(|n| vm.heap.intern(n));
    let mut classes = vm.class(vm.class_of(v)).mro.clone();
    if let Value::Obj(r) = v {
        match vm.heap.get(r) {
            Obj::Instance(i) => names.extend(vm.heap.own_attrs(i).into_iter().map(|(k, _)| k)),
            Obj::Exception(e) => names.extend(e.attrs.iter().map(|e| e.key)),
            Obj::Future(f) => names.extend(f.attrs().into_iter().flat_map(|d| d.iter()).map(|e| e.key)),
            Obj::Loop(l) => names.extend(l.attrs.iter().map(|e| e.key)),
            Obj::Type(t) => classes = t.mro.clone(),
            _ => {}
        }
    }
    for c in classes {
        for e in vm.class(c).attrs.iter() {
            if !(names.iter().any(|n| n.is(e.key)) || c == class::OBJECT && e.key.is(dict)) {
                names.push(e.key);
            }
        }
        if c == class::BASE_EXCEPTION {
            names.push(dict);
        } else if gives_dict(vm, c, first) {
            names.extend([dict, weak]);
        }
    }
    vm.heap.list(names)
}

/// Whether instances get their `__dict__` from this class of the program: it has no slots, and no base that gives one.
fn gives_dict(vm: &Vm, cls: Ref, first: Value) -> bool {
    let own = |c: Ref| vm.class(c).attrs.by_name(hash_text("__firstlineno__"), first).is_some();
    let t = vm.class(cls);
    !t.flags.slots && own(cls) && !t.mro[1..].iter().any(|&b| own(b) || vm.class(b).layout != Layout::Object)
}

/// The entries that CPython gives a program's class from which instances get their `__dict__`.
fn add_own_accessors(vm: &mut Vm, cls: Ref, attrs: &mut Dict) {
    let first = vm.heap.intern("__firstlineno__");
    let doc = vm.heap.intern("__doc__");
    if !gives_dict(vm, cls, first) {
        return;
    }
    let undocumented = attrs.entries.last().is_some_and(|e| e.key.is(doc));
    if undocumented {
        attrs.remove(attrs.entries.len() - 1);
    }
    let native = vm.native("__weakref__", |_, _| Ok(Value::None), None, 0);
    let key = vm.heap.intern("__dict__");
    let get = vm.lookup(class::OBJECT, key);
    let get = get.and_then(|p| p.as_ref()).and_then(|p| match vm.heap.get(p) {
        Obj::Property(p) => Some(p.get),
        _ => None,
    });
    for (name, get) in [("__dict__", get.unwrap_or(Value::None)), ("__weakref__", native)] {
        let key = vm.heap.intern(name);
        let entry = Property { get, set: Value::None, delete: Value::None, doc: cls.into() };
        let value = vm.heap.alloc(Obj::Property(Box::new(entry)));
        attrs.push(hash_text(name), key, value.into());
    }
    if undocumented {
        attrs.push(hash_text("__doc__"), doc, Value::None);
    }
}

/// A copy of the attributes as a dict; a module's and a function's is the thing itself.
fn get_dict(vm: &mut Vm, args: Args) -> Result {
    let o = arg(vm, &args, 0)?;
    let Value::Obj(r) = o else { return Err(no_dict(vm, o)) };
    if vm.instance(r).is_some() {
        let cls = vm.class_of(o);
        if vm.class(cls).flags.slots {
            return Err(no_dict(vm, o));
        }
        return Ok(vm.heap.own_dict(r).into());
    }
    let attrs: Dict = match vm.heap.get(r) {
        Obj::Module(m) => return Ok(m.attrs.into()),
        Obj::Function(f) if !f.attrs.is_undef() => return Ok(f.attrs),
        Obj::Function(_) => Dict::default(),
        Obj::Exception(e) => e.attrs.clone(),
        Obj::Future(f) => f.attrs().cloned().unwrap_or_default(),
        Obj::Loop(l) => l.attrs.clone(),
        Obj::Type(t) => {
            let mut attrs = t.attrs.clone();
            add_own_accessors(vm, r, &mut attrs);
            attrs
        }
        _ => return Err(no_dict(vm, o)),
    };
    Ok(vm.heap.alloc(Obj::Dict(Box::new(attrs))).into())
}

fn no_dict(vm: &mut Vm, o: Value) -> Signal {
    let name = vm.heap.intern("__dict__");
    vm.no_attribute(o, name)
}

fn set_dict(vm: &mut Vm, args: Args) -> Result {
    let (o, d) = (ref_arg(vm, &args, 0)?, arg(vm, &args, 1)?);
    if let Value::Obj(space) = d
        && matches!(vm.heap.get(space), Obj::Dict(_))
        && vm.instance(o).is_some()
    {
        vm.heap.replace_own(o, space);
        return Ok(Value::None);
    }
    let mut attrs = Dict::default();
    for (k, v) in vm.pairs_of(d) {
        if let Some(text) = vm.heap.text(k).cloned() {
            let key = vm.heap.intern(&text);
            attrs.push(hash_text(&text), key, v);
        }
    }
    match vm.heap.get_mut(o) {
        Obj::Instance(_) => {
            let d = vm.heap.alloc(Obj::Dict(Box::new(attrs)));
            vm.heap.replace_own(o, d);
        }
        Obj::Exception(e) => e.attrs = attrs,
        _ => return Err(vm.raise(class::ATTRIBUTE_ERROR, "attribute '__dict__' is not writable")),
    }
    Ok(Value::None)
}

/// `super(cls, self)`; the compiler gives both when the program gives none.
fn new_super(vm: &mut Vm, args: Args) -> Result {
    if args.positional.is_empty() {
        return Err(vm.raise(class::RUNTIME_ERROR, "super(): no arguments"));
    }
    let cls = match type_arg(vm, &args, 0) {
        Ok(c) => c,
        Err(_) => {
            let text = format!("super() argument 1 must be a type, not {}", vm.class_name(args.positional[0]));
            return Err(vm.type_error(&text));
        }
    };
    let Some(&this) = args.positional.get(1) else {
        return Ok(vm.heap.alloc(Obj::Super(Super { class: cls, this: Value::Undef, start: cls })).into());
    };
    let own = vm.class_of(this);
    let start = match this {
        Value::Obj(r) if matches!(vm.heap.get(r), Obj::Type(_)) && vm.is_subclass(r, cls) => r,
        _ if vm.is_subclass(own, cls) => own,
        _ => {
            let text = match this {
                Value::Obj(r) if matches!(vm.heap.get(r), Obj::Type(_)) => format!(
                    "super(type, obj): obj (type {}) is not an instance or subtype of type ({}).",
                    vm.class(r).name,
                    vm.class(cls).name
                ),
                _ => format!(
                    "super(type, obj): obj (instance of {}) is not an instance or subtype of type ({}).",
                    vm.class_name(this),
                    vm.class(cls).name
                ),
            };
            let text = text.as_str();
            return Err(vm.type_error(text));
        }
    };
    Ok(vm.heap.alloc(Obj::Super(Super { class: cls, this, start })).into())
}

fn new_property(vm: &mut Vm, args: Args) -> Result {
    let mut parts = [Value::None; 4];
    for (to, &v) in parts.iter_mut().zip(args.positional) {
        *to = v;
    }
    for &(k, v) in args.keywords {
        let at = match vm.heap.text(k).map(|t| &**t) {
            Some("fget") => 0,
            Some("fset") => 1,
            Some("fdel") => 2,
            _ => 3,
        };
        parts[at] = v;
    }
    if parts[3].is_none()
        && let Value::Obj(f) = parts[0]
        && let Obj::Function(f) = vm.heap.get(f)
    {
        parts[3] = f.doc;
    }
    let p = Property { get: parts[0], set: parts[1], delete: parts[2], doc: parts[3] };
    Ok(vm.heap.alloc(Obj::Property(Box::new(p))).into())
}

fn property(vm: &mut Vm, args: &Args) -> std::result::Result<Property, Signal> {
    let v = arg(vm, args, 0)?;
    match vm.plain(v) {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Property(p) => Ok(**p),
            _ => Err(vm.type_error("expected a property")),
        },
        _ => Err(vm.type_error("expected a property")),
    }
}

/// `__get__(instance, owner)` of a property, a class method or a static method.
fn get(vm: &mut Vm, args: Args) -> Result {
    let (own, this) = (arg(vm, &args, 0)?, arg(vm, &args, 1)?);
    let plain = vm.plain(own);
    let cls = match args.positional.get(2) {
        Some(Value::Obj(r)) if matches!(vm.heap.get(*r), Obj::Type(_)) => *r,
        _ => vm.class_of(this),
    };
    if !this.is_none() {
        return vm.bind(plain, this, cls);
    }
    let found = vm.bind_to_class(plain, cls)?;
    Ok(if found.is(plain) { own } else { found })
}

fn bound(vm: &mut Vm, args: &Args, f: fn(&crate::vm::object::Super) -> Value) -> Result {
    let r = ref_arg(vm, args, 0)?;
    Ok(match vm.heap.get(r) {
        Obj::Super(s) => f(s),
        _ => Value::None,
    })
}

fn part(vm: &mut Vm, args: &Args, f: fn(&Property) -> Value) -> Result {
    Ok(f(&property(vm, args)?))
}

fn changed(vm: &mut Vm, args: &Args, which: usize) -> Result {
    let mut p = property(vm, args)?;
    let f = arg(vm, args, 1)?;
    match which {
        0 => p.get = f,
        1 => p.set = f,
        _ => p.delete = f,
    }
    Ok(vm.heap.alloc(Obj::Property(Box::new(p))).into())
}

fn inner(vm: &mut Vm, args: Args) -> Result {
    let r = ref_arg(vm, &args, 0)?;
    match vm.heap.get(r) {
        Obj::ClassMethod(f) | Obj::StaticMethod(f) => Ok(*f),
        _ => Ok(Value::None),
    }
}

impl Vm {
    /// `types.ModuleType(name)`
    pub(in crate::vm) fn new_module(&mut self, args: Args) -> Result {
        let name = arg(self, &args, 0)?;
        let Some(text) = self.heap.text(name).cloned() else {
            return Err(self.type_error("module() argument 'name' must be str"));
        };
        let space = self.heap.alloc(Obj::Dict(Box::default()));
        self.set_name(space, "__name__", name);
        let doc = args.positional.get(1).copied().unwrap_or(Value::None);
        self.set_name(space, "__doc__", doc);
        for name in ["__package__", "__loader__", "__spec__"] {
            self.set_name(space, name, Value::None);
        }
        Ok(self.heap.alloc(Obj::Module(Box::new(Module { name: (&text).into(), attrs: space }))).into())
    }
}
