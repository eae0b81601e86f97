//! What may stand where: `yield`, `await` and assignment expressions, checked against the scopes around them.

use super::ScopeKind;
use super::build::Builder;
use ruff_python_ast::ExprName;
use ruff_text_size::{Ranged, TextRange};

impl Builder<'_> {
    pub(super) fn suspend(&mut self, what: &str, range: TextRange) {
        let at = self.now;
        let frame = self.scopes.list[at].frame;
        if self.scopes.list[at].kind == ScopeKind::Comprehension || self.scopes.list[frame].kind == ScopeKind::Generator
        {
            let kind = if self.scopes.list[at].kind == ScopeKind::Generator {
                "generator expression"
            } else {
                "list comprehension"
            };
            self.error(format!("'{what}' inside {kind}"), range);
        } else if !self.scopes.list[frame].is_function() {
            self.error(format!("'{what}' outside function"), range);
        } else if what == "yield from" && self.scopes.list[frame].is_async {
            self.error("'yield from' inside async function", range);
        }
        self.scopes.list[frame].yields = true;
    }

    pub(super) fn awaiting(&mut self, what: &str, range: TextRange) {
        let frame = self.scopes.list[self.now].frame;
        let scope = &mut self.scopes.list[frame];
        scope.awaits = true;
        match scope.kind {
            ScopeKind::Generator => scope.is_async = true,
            _ if scope.is_async => {}
            ScopeKind::Module | ScopeKind::Class if what == "await" => self.error("'await' outside function", range),
            _ => self.error(format!("'{what}' outside async function"), range),
        }
    }

    pub(super) fn walrus(&mut self, target: &ExprName) {
        let mut at = self.now;
        let mut crossed = Vec::new();
        while matches!(self.scopes.list[at].kind, ScopeKind::Comprehension | ScopeKind::Generator) {
            let name = self.scopes.list[at].mangle(&target.id);
            if self.scopes.list[at].names.get(&name).is_some_and(|s| s.bound) {
                let message =
                    format!("assignment expression cannot rebind comprehension iteration variable '{}'", target.id);
                self.error(message, target.range());
                return;
            }
            crossed.push(at);
            at = self.scopes.list[at].parent;
        }
        if self.scopes.list[at].kind == ScopeKind::Class && !crossed.is_empty() {
            self.error("assignment expression within a comprehension cannot be used in a class body", target.range());
        }
        self.bind_in(at, &target.id);
        let name = self.scopes.list[at].mangle(&target.id);
        let symbol = self.scopes.list[at].symbol(&name);
        symbol.walrus = true;
        let global = symbol.global || self.scopes.list[at].kind == ScopeKind::Module;
        for id in crossed {
            let generator = self.scopes.list[id].kind == ScopeKind::Generator;
            let symbol = self.scopes.list[id].symbol(&name);
            symbol.used = true;
            symbol.global |= global;
            symbol.nonlocal |= generator && !global;
        }
    }
}
