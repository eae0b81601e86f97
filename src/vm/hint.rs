//! "Did you mean": what CPython adds to the messages of names, attributes and imports that do not exist.

use super::object::Obj;
use super::suggest::nearest;
use super::value::{Ref, Value};
use super::{Vm, class, standard};
use crate::lang::CodeKind;

impl Vm {
    /// What is added to the message of an exception that has this traceback.
    pub(super) fn hint(&mut self, exc: Value, traceback: Value) -> Option<String> {
        if self.is_instance(exc, class::IMPORT_ERROR) {
            let wrong = self.exception_attr(exc, "name_from")?;
            let wrong = self.heap.text(wrong)?.to_string();
            let owner = self.exception_attr(exc, "name")?;
            let owner = self.heap.text(owner)?.to_string();
            let module = self.name(self.modules, &owner)?;
            let near = nearest(&wrong, &self.directory(module, !wrong.starts_with('_')))?;
            return Some(format!(". Did you mean: '{near}'?"));
        }
        let attribute = self.is_instance(exc, class::ATTRIBUTE_ERROR);
        if !attribute && !self.is_instance(exc, class::NAME_ERROR) {
            return None;
        }
        let wrong = self.exception_attr(exc, "name")?;
        let wrong = self.heap.text(wrong)?.to_string();
        if attribute {
            let obj = self.exception_attr(exc, "obj")?;
            let own = self.local_at_end(traceback, "self").is_some_and(|this| this.is(obj));
            let near = nearest(&wrong, &self.directory(obj, !wrong.starts_with('_') && !own))?;
            return Some(format!(". Did you mean: '{near}'?"));
        }
        let near = self.near_name(traceback, &wrong);
        let importable = standard::has(&wrong);
        match (near, importable) {
            (Some(n), true) => Some(format!(". Did you mean: '{n}'? Or did you forget to import '{wrong}'?")),
            (Some(n), false) => Some(format!(". Did you mean: '{n}'?")),
            (None, true) => Some(format!(". Did you forget to import '{wrong}'?")),
            (None, false) => None,
        }
    }

    fn near_name(&mut self, traceback: Value, wrong: &str) -> Option<String> {
        let last = self.traceback_entries(traceback).pop()?;
        let code = self.codes[last.code as usize].code.clone();
        if let Some(this) = self.local_at_end(traceback, "self") {
            let names = self.directory(this, false);
            if names.iter().any(|n| n == wrong) {
                return Some(format!("self.{wrong}"));
            }
        }
        let mut names: Vec<String> = Vec::new();
        if !matches!(code.kind, CodeKind::Module | CodeKind::Class) {
            let bound = self.items_of(last.locals);
            let pairs = code.locals.iter().zip(&bound);
            names.extend(pairs.filter(|(_, v)| !self.opened(**v).is_undef()).map(|(n, _)| n.to_string()));
        }
        let module = self.name(self.modules, &code.module);
        let spaces = [module.and_then(|m| self.namespace(m)), Some(self.builtins)];
        for space in spaces.into_iter().flatten() {
            for (k, _) in self.pairs_of(space.into()) {
                names.extend(self.heap.text(k).map(|t| t.to_string()));
            }
        }
        nearest(wrong, &names)
    }

    /// A local variable of the innermost frame of a traceback, where it was kept.
    fn local_at_end(&mut self, traceback: Value, name: &str) -> Option<Value> {
        let last = self.traceback_entries(traceback).pop()?;
        let at = self.codes[last.code as usize].code.locals.iter().position(|n| &**n == name)?;
        let value = self.opened(*self.items_of(last.locals).get(at)?);
        (!value.is_undef()).then_some(value)
    }

    /// What a register holds, a cell's content for a cell.
    pub fn opened(&self, v: Value) -> Value {
        match v.as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Cell(inner)) => *inner,
            _ => v,
        }
    }

    /// `dir(obj)`, without the names that begin with `_` if `public`.
    fn directory(&mut self, obj: Value, public: bool) -> Vec<String> {
        let mut names = Vec::new();
        self.attribute_names(obj, &mut names);
        names.sort();
        names.dedup();
        if public {
            names.retain(|n| !n.starts_with('_'));
        }
        names
    }

    fn name_in_class(&mut self, c: Ref, name: &str) -> Option<Value> {
        let key = self.heap.intern(name);
        let attrs = &self.class(c).attrs;
        attrs.by_name(super::hash_text(name), key).map(|at| attrs.entries[at].value)
    }

    fn attribute_names(&mut self, obj: Value, out: &mut Vec<String>) {
        let mut keys: Vec<Value> = Vec::new();
        let start = match obj {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Type(_) => r,
                Obj::Module(m) => {
                    keys.extend(self.pairs_of(m.attrs.into()).into_iter().map(|(k, _)| k));
                    class::OBJECT
                }
                Obj::Instance(i) => {
                    keys.extend(self.heap.own_attrs(i).into_iter().map(|(k, _)| k));
                    i.class
                }
                Obj::Exception(e) => {
                    keys.extend(e.attrs.iter().map(|e| e.key));
                    e.class
                }
                _ => self.class_of(obj),
            },
            _ => self.class_of(obj),
        };
        for c in self.class(start).mro.clone() {
            keys.extend(self.class(c).attrs.iter().map(|e| e.key));
            if let Some(slots) = self.name_in_class(c, "__slots__") {
                keys.extend(self.items_of(slots));
                keys.push(slots);
            }
        }
        out.extend(keys.into_iter().filter_map(|k| self.heap.text(k)).map(|t| t.to_string()));
    }
}
