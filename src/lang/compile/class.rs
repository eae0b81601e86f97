//! Class statements: a body that fills a namespace, handed to `__build_class__`.

use super::super::code::{CodeKind, Const};
use super::super::instr::Instr;
use super::super::scope::ScopeKind;
use super::call::is_spread;
use super::{Compiler, Step, docstring};
use ruff_python_ast::StmtClassDef;
use ruff_text_size::Ranged;

impl<'a> Compiler<'a> {
    pub(super) fn class(&mut self, c: &'a StmtClassDef) -> Step {
        let first = self.decorators(&c.decorator_list)?;
        self.type_params(c.type_params.as_deref());
        let Some(scope) = self.scopes.at(ScopeKind::Class, c.range()) else {
            return self.error("invalid syntax", c.range());
        };
        let place = self.head(c.range(), c.name.range(), "class");
        let line = self.line(c.decorator_list.first().map_or(place, Ranged::range));
        let mut code = self.code(c.name.as_str(), scope, CodeKind::Class, line);
        code.doc = docstring(&c.body);
        let outer = self.begin(code, scope, &[], place);
        self.class_body(c, scope, line)?;
        let code = self.end(outer)?;

        let func = self.f.w.temps(3);
        self.builtin("__build_class__", func, place);
        let arguments = c.arguments.as_deref();
        if let Some(arguments) = arguments.filter(|a| is_spread(a)) {
            self.repeated_keywords(arguments)?;
            let body = self.f.w.temps(2);
            self.make(code, None, None, body, place)?;
            self.load_const(body + 1, Const::Str(c.name.as_str().into()));
            self.spread(arguments, &[body, body + 1], func, place)?;
            self.emit(place, Instr::CallEx { func, dst: func });
        } else {
            self.make(code, None, None, func + 1, place)?;
            self.load_const(func + 2, Const::Str(c.name.as_str().into()));
            let mut argc = 2;
            let mut names = None;
            if let Some(arguments) = arguments {
                self.repeated_keywords(arguments)?;
                for e in &arguments.args {
                    self.push(e)?;
                    argc += 1;
                }
            }
            if c.type_params.is_some() {
                let t = self.f.w.temp();
                self.prelude("Generic", t, place);
                argc += 1;
            }
            if let Some(arguments) = arguments {
                for k in &arguments.keywords {
                    self.push(&k.value)?;
                    argc += 1;
                }
                names = self.keyword_names(arguments);
            }
            let call = match names {
                Some(names) => Instr::CallKw { func, argc, names },
                None => Instr::Call { func, argc, dst: func },
            };
            self.emit(place, call);
        }
        self.bind_definition(&c.decorator_list, first, func, c.name.as_str(), place)
    }

    fn class_body(&mut self, c: &'a StmtClassDef, scope: usize, line: u32) -> Step {
        let t = self.f.w.temp();
        let site = self.f.w.site(&"__name__".into());
        self.f.w.emit(Instr::LoadName { dst: t, site });
        self.store_name("__module__", t);
        let qualname = self.scopes.list[scope].qualname.clone();
        self.load_const(t, Const::Str(qualname));
        self.store_name("__qualname__", t);
        if !self.unit.library {
            self.load_const(t, Const::Int(line.into()));
            self.store_name("__firstlineno__", t);
        }
        if self.scopes.list[scope].names.contains_key("__annotations__") {
            self.f.w.emit(Instr::Dict { dst: t, first: t, n: 0 });
            self.store_name("__annotations__", t);
        }
        if let Some(doc) = self.f.w.code.doc.clone() {
            self.load_const(t, Const::Str(doc));
            self.store_name("__doc__", t);
        }
        self.f.w.release(t);
        self.statics.push(Default::default());
        let body = self.body(&c.body);
        let statics = self.statics.pop().unwrap_or_default();
        body?;
        if !self.unit.library {
            let t = self.f.w.temp();
            self.load_const(t, Const::Tuple(statics.into_iter().map(Const::Str).collect()));
            self.store_name("__static_attributes__", t);
            self.f.w.release(t);
        }
        let cell = self.captured("__class__");
        match cell.filter(|_| self.scopes.is_cell(scope, "__class__")) {
            Some(src) => self.f.w.emit(Instr::Return { src }),
            None => {
                let src = self.none(c.name.range());
                self.f.w.emit(Instr::Return { src });
            }
        }
        Ok(())
    }
}
