//! Names: globals, builtins, class namespaces, cells; and the errors when there is nothing behind one.

use super::dict::Dict;
use super::native::Signal;
use super::object::Obj;
use super::value::{Ref, Value};
use super::{Cache, Fiber, Vm, class};
use crate::lang::CodeKind;

/// Set in `Cache::place` when the name was found among the builtins.
pub const BUILTIN: usize = 1 << 31;

impl Vm {
    fn hash_of(&self, name: Value) -> u64 {
        match name {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Str(s) => s.hash(),
                _ => 0,
            },
            _ => 0,
        }
    }

    /// The place of a name in a dict, whose keys need not be interned.
    fn place(&self, space: Ref, name: Value) -> Option<(usize, &Dict)> {
        let Obj::Dict(d) = self.heap.get(space) else { return None };
        let text = self.heap.text(name)?;
        let at = d.find(self.hash_of(name), |k| k.is(name) || self.heap.text(k) == Some(text))?;
        Some((at, d))
    }

    /// Where in its dict a global stands, and its value.
    pub(super) fn global_place(&self, globals: Ref, name: Value) -> Option<(usize, Value)> {
        self.place(globals, name).map(|(at, d)| (at, d.entries[at].value))
    }

    /// The value of a name in a namespace.
    pub fn lookup_name(&self, space: Ref, name: Value) -> Option<Value> {
        self.place(space, name).map(|(at, d)| d.entries[at].value)
    }

    pub(super) fn load_global(&mut self, globals: Ref, name: Value, cache: &mut Cache) -> Result<Value, Signal> {
        if let Some((at, d)) = self.place(globals, name) {
            cache.place = at as u32;
            return Ok(d.entries[at].value);
        }
        if let Some((at, d)) = self.place(self.builtins, name) {
            cache.place = (at ^ BUILTIN) as u32;
            cache.class = globals.0;
            let v = d.entries[at].value;
            if let Obj::Dict(d) = self.heap.get(globals) {
                cache.version = d.shape();
            }
            return Ok(v);
        }
        Err(self.name_error(name))
    }

    pub(super) fn store_global(&mut self, globals: Ref, name: Value, v: Value, cache: &mut Cache) {
        let hash = self.hash_of(name);
        let found = self.place(globals, name).map(|(at, _)| at);
        let Obj::Dict(d) = self.heap.get_mut(globals) else { return };
        match found {
            Some(at) => {
                d.entries[at].value = v;
                cache.place = at as u32;
            }
            None => {
                d.push(hash, name, v);
                cache.place = d.entries.len() as u32 - 1;
                self.heap.charge(56);
            }
        }
    }

    /// Sets a name (a string object) in a namespace.
    pub fn store_in(&mut self, space: Ref, name: Value, v: Value) {
        self.store_global(space, name, v, &mut Cache::default());
    }

    /// Removes a name from a namespace, if it is there.
    pub(super) fn forget_name(&mut self, space: Ref, name: Value) {
        self.remove_from(space, name);
    }

    fn remove_from(&mut self, space: Ref, name: Value) -> bool {
        let Some(at) = self.place(space, name).map(|(at, _)| at) else { return false };
        if let Obj::Dict(d) = self.heap.get_mut(space) {
            d.remove(at);
        }
        true
    }

    fn name_error(&mut self, name: Value) -> Signal {
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        self.named_error(class::NAME_ERROR, &format!("name '{text}' is not defined"), &text)
    }

    /// A NameError (or a subclass) with its `name`.
    fn named_error(&mut self, class: Ref, message: &str, name: &str) -> Signal {
        let signal = self.raise(class, message);
        let value = self.heap.intern(name);
        if let Signal::Raise(e) = signal {
            self.set_exception_attr(e, "name", value);
        }
        signal
    }

    /// Sets an attribute in an exception object's own dict.
    pub fn set_exception_attr(&mut self, exc: Value, name: &str, v: Value) {
        let key = self.heap.intern(name);
        let hash = super::hash_text(name);
        if let Some(e) = self.exception_mut(exc) {
            super::register::put(&mut e.attrs, hash, key, v);
        }
    }

    /// The present frame's globals, its class namespace if it is a class body, and a site's name.
    fn spaces(&self, fiber: &Fiber, site: u16) -> (Ref, Option<Ref>, Value) {
        let Some(f) = fiber.frames.last() else { return (self.builtins, None, Value::None) };
        let loaded = &self.codes[f.code as usize];
        let own = match (loaded.code.kind, f.extra) {
            (CodeKind::Class | CodeKind::Module, Value::Obj(r)) => Some(r),
            _ => None,
        };
        (f.globals, own, loaded.names[site as usize])
    }

    pub(super) fn load_name(&mut self, fiber: &Fiber, site: u16, cell: Option<Value>) -> Result<Value, Signal> {
        let (globals, own, name) = self.spaces(fiber, site);
        if let Some(v) = own.and_then(|r| self.lookup_name(r, name)) {
            return Ok(v);
        }
        if let Some(Value::Obj(c)) = cell {
            return match self.heap.get(c) {
                Obj::Cell(v) if !v.is_undef() => Ok(*v),
                _ => Err(self.free_error(name)),
            };
        }
        match self.lookup_name(globals, name).or_else(|| self.lookup_name(self.builtins_of(globals), name)) {
            Some(v) => Ok(v),
            None => Err(self.name_error(name)),
        }
    }

    /// The builtins of a namespace: those that it names as `__builtins__`, else everybody's.
    fn builtins_of(&self, globals: Ref) -> Ref {
        let Obj::Dict(d) = self.heap.get(globals) else { return self.builtins };
        let named =
            d.find(super::hash_text("__builtins__"), |k| self.heap.text(k).is_some_and(|t| &**t == "__builtins__"));
        match named.map(|at| d.entries[at].value) {
            Some(Value::Obj(r)) if matches!(self.heap.get(r), Obj::Dict(_)) => r,
            Some(v) => self.namespace(v).unwrap_or(self.builtins),
            None => self.builtins,
        }
    }

    pub(super) fn store_name(&mut self, fiber: &Fiber, site: u16, v: Value) {
        let (globals, own, name) = self.spaces(fiber, site);
        self.store_in(own.unwrap_or(globals), name, v);
    }

    pub(super) fn delete_name(&mut self, fiber: &Fiber, site: u16) -> Result<Value, Signal> {
        let (globals, own, name) = self.spaces(fiber, site);
        if self.remove_from(own.unwrap_or(globals), name) { Ok(Value::None) } else { Err(self.name_error(name)) }
    }

    pub(super) fn delete_global(&mut self, fiber: &Fiber, site: u16) -> Result<Value, Signal> {
        let (globals, _, name) = self.spaces(fiber, site);
        if self.remove_from(globals, name) { Ok(Value::None) } else { Err(self.name_error(name)) }
    }

    /// The name of a register that is a variable.
    fn variable(&self, fiber: &Fiber, reg: u16) -> (std::rc::Rc<str>, bool) {
        let none = || ("?".into(), false);
        let Some(f) = fiber.frames.last() else { return none() };
        let code = &self.codes[f.code as usize].code;
        let captured = !code.captures.is_empty()
            && reg >= code.first_capture
            && (reg as usize) < code.first_capture as usize + code.captures.len();
        code.locals.get(reg as usize).map_or_else(none, |n| (n.clone(), captured))
    }

    pub(super) fn unbound(&mut self, fiber: &mut Fiber, reg: u16) -> super::run::Flow {
        let (name, _) = self.variable(fiber, reg);
        let text = format!("cannot access local variable '{name}' where it is not associated with a value");
        let signal = self.raise(class::UNBOUND_LOCAL_ERROR, &text);
        self.signal(fiber, signal, 0, super::Exit::Drop)
    }

    pub(super) fn empty_cell(&mut self, fiber: &mut Fiber, reg: u16) -> super::run::Flow {
        let (name, captured) = self.variable(fiber, reg);
        if captured {
            let name = self.heap.intern(&name);
            let signal = self.free_error(name);
            return self.signal(fiber, signal, 0, super::Exit::Drop);
        }
        self.unbound(fiber, reg)
    }

    fn free_error(&mut self, name: Value) -> Signal {
        let name = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        let text =
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        self.named_error(class::NAME_ERROR, &text, &name)
    }
}
