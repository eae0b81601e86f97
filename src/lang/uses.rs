//! Which modules a program imports, which of their names it uses, and which arguments it gives them by name, as far as its
//! text tells.

use super::Form;
use super::parse::parse;
use crate::source::Span;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, ExprContext, Keyword, Stmt};
use ruff_text_size::{Ranged, TextRange};

/// One use of a library's module, name or argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// `time`, `os.path`; `time.sleep()` where it is called.
    pub module: String,
    /// `sleep`, or what an argument is called; None where only the module is named.
    pub name: Option<String>,
    pub span: Span,
}

/// `os.path.join`, and the arguments by name with which it is called.
struct Chain {
    root: String,
    parts: Vec<String>,
    range: TextRange,
    arguments: Vec<(String, TextRange)>,
}

#[derive(Default)]
struct Finder {
    uses: Vec<Use>,
    /// What a name stands for: a module, or a name of one.
    bound: Vec<(String, String)>,
    /// Names that the program also assigns: what they stand for is not known.
    assigned: Vec<String>,
    chains: Vec<Chain>,
    /// Within `try`: what is missing there may be expected.
    tries: u32,
}

/// The uses in the order of the text; none for a text that is not Python.
pub fn uses(source: &str) -> Vec<Use> {
    let Ok(body) = parse(source, Form::Module) else { return Vec::new() };
    let mut finder = Finder::default();
    finder.visit_body(&body);
    let Finder { mut uses, bound, mut assigned, chains, .. } = finder;
    assigned.sort_unstable();
    for Chain { root, parts, range, arguments } in chains {
        if assigned.binary_search(&root).is_ok() {
            continue;
        }
        let Some((_, module)) = bound.iter().rfind(|(name, _)| *name == root) else { continue };
        // `os.path.join`: each step may be a module, so each is a use of its own.
        let mut owner = module.clone();
        for part in parts {
            uses.push(Use { module: owner.clone(), name: Some(part.clone()), span: span(range) });
            owner = format!("{owner}.{part}");
        }
        owner.push_str("()");
        uses.extend(arguments.into_iter().map(|(n, at)| Use { module: owner.clone(), name: Some(n), span: span(at) }));
    }
    uses.sort_by_key(|u| (u.span.start, u.span.end));
    uses.dedup();
    uses
}

fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

impl Finder {
    fn add(&mut self, module: &str, name: Option<&str>, range: TextRange) {
        if self.tries == 0 {
            self.uses.push(Use { module: module.into(), name: name.map(str::to_string), span: span(range) });
        }
    }

    /// A name with attributes, called with these arguments.
    fn chain(&mut self, expr: &Expr, keywords: &[Keyword]) {
        let mut parts = Vec::new();
        let mut at = expr;
        while let Expr::Attribute(a) = at {
            parts.push(a.attr.to_string());
            at = &a.value;
        }
        parts.reverse();
        match at {
            Expr::Name(n) if self.tries == 0 => {
                let named = |k: &Keyword| Some((k.arg.as_ref()?.to_string(), k.range()));
                let arguments = keywords.iter().filter_map(named).collect();
                self.chains.push(Chain { root: n.id.to_string(), parts, range: expr.range(), arguments });
            }
            _ => self.visit_expr(at),
        }
    }
}

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(i) => {
                for alias in &i.names {
                    let name = alias.name.as_str();
                    self.add(name, None, alias.range());
                    let (key, value) = match &alias.asname {
                        Some(asname) => (asname.as_str(), name),
                        None => {
                            let top = name.split('.').next().unwrap_or(name);
                            (top, top)
                        }
                    };
                    self.bound.push((key.into(), value.into()));
                }
            }
            Stmt::ImportFrom(i) => {
                let Some(module) = i.module.as_ref().filter(|_| i.level == 0) else { return };
                self.add(module.as_str(), None, module.range());
                for alias in &i.names {
                    let name = alias.name.as_str();
                    if name != "*" {
                        self.add(module.as_str(), Some(name), alias.range());
                        let key = alias.asname.as_ref().unwrap_or(&alias.name);
                        self.bound.push((key.to_string(), format!("{module}.{name}")));
                    }
                }
            }
            Stmt::Try(_) => {
                self.tries += 1;
                visitor::walk_stmt(self, stmt);
                self.tries -= 1;
            }
            Stmt::FunctionDef(f) => {
                self.assigned.push(f.name.to_string());
                for p in f.parameters.iter() {
                    self.assigned.push(p.name().to_string());
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::ClassDef(c) => {
                self.assigned.push(c.name.to_string());
                visitor::walk_stmt(self, stmt);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(n) if n.ctx == ExprContext::Store => {
                self.assigned.push(n.id.to_string());
            }
            Expr::Attribute(_) => self.chain(expr, &[]),
            Expr::Call(c) if matches!(*c.func, Expr::Attribute(_) | Expr::Name(_)) => {
                self.chain(&c.func, &c.arguments.keywords);
                self.visit_arguments(&c.arguments);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}
