//! `import` and `from ... import`.

use super::super::code::Const;
use super::super::instr::{Instr, NO_REG};
use super::{Compiler, Step};
use ruff_python_ast::{StmtImport, StmtImportFrom};
use ruff_text_size::Ranged;

/// What `from __future__ import` knows.
const FUTURE: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl<'a> Compiler<'a> {
    pub(super) fn import(&mut self, s: &'a StmtImport) -> Step {
        let range = s.range();
        for alias in &s.names {
            let top = self.f.w.top();
            let dst = self.f.w.temp();
            let full = alias.name.as_str();
            let name = self.f.w.site(&full.into());
            let (from, bound) = match &alias.asname {
                Some(bound) => {
                    let t = self.f.w.temp();
                    self.at(range);
                    self.load_const(t, Const::Tuple(Vec::new()));
                    (t, bound.as_str())
                }
                None => (NO_REG, full.split('.').next().unwrap_or(full)),
            };
            self.emit(range, Instr::Import { level: 0, dst, name, from });
            let bound = self.mangle(bound);
            self.store(&bound, dst, range);
            self.f.w.release(top);
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, s: &'a StmtImportFrom) -> Step {
        let range = s.range();
        let module_name = s.module.as_ref().map_or("", |m| m.as_str());
        if module_name == "__future__" && s.level == 0 {
            for alias in &s.names {
                let name = alias.name.as_str();
                if !FUTURE.contains(&name) {
                    return self.error(format!("future feature {name} is not defined"), range);
                }
            }
            return Ok(());
        }
        let Ok(level) = u8::try_from(s.level) else {
            return self.error("attempted relative import beyond top-level package", range);
        };
        let module = self.f.w.temps(2);
        let names = s.names.iter().map(|n| Const::Str(n.name.as_str().into())).collect();
        self.at(range);
        self.load_const(module + 1, Const::Tuple(names));
        let name = self.f.w.site(&module_name.into());
        self.emit(range, Instr::Import { level, dst: module, name, from: module + 1 });
        for alias in &s.names {
            if alias.name.as_str() == "*" {
                self.emit(range, Instr::ImportStar { module });
                continue;
            }
            let top = self.f.w.top();
            let dst = self.f.w.temp();
            let site = self.f.w.site(&alias.name.as_str().into());
            self.emit(range, Instr::ImportFrom { dst, module, site });
            let bound = self.mangle(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
            self.store(&bound, dst, range);
            self.f.w.release(top);
        }
        Ok(())
    }
}
