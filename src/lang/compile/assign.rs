//! Assignment in all its forms: targets, unpacking, in-place, annotated, `del`.

use super::super::code::Const;
use super::super::instr::{Instr, Reg};
use super::super::scope::ScopeKind;
use super::expr::{immediate, operator};
use super::{Compiler, Step};
use ruff_python_ast::{Expr, StmtAnnAssign, StmtAssign, StmtAugAssign};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Compiler<'a> {
    /// The register of a target that is a plain local variable.
    pub(super) fn target_register(&self, target: &Expr) -> Option<Reg> {
        match target {
            Expr::Name(n) => self.local(&self.mangle(&n.id)),
            _ => None,
        }
    }

    pub(super) fn assignment(&mut self, s: &'a StmtAssign) -> Step {
        if let [target] = s.targets.as_slice() {
            return self.assign_value(target, &s.value);
        }
        let value = self.push(&s.value)?;
        for target in &s.targets {
            self.assign(target, value)?;
        }
        Ok(())
    }

    /// One target: the value goes straight to a local, and tuples of equal length need no tuple.
    fn assign_value(&mut self, target: &'a Expr, value: &'a Expr) -> Step {
        if let Some(reg) = self.target_register(target) {
            self.into(value, reg)?;
            self.f.w.flow.set(reg);
            return Ok(());
        }
        let (left, right) = (elements(target), elements(value));
        if let (Some(left), Some(right), Expr::Tuple(_)) = (left, right, value)
            && left.len() == right.len()
            && !left.iter().chain(right).any(Expr::is_starred_expr)
        {
            let first = self.f.w.top();
            for e in right {
                self.push(e)?;
            }
            for (i, e) in left.iter().enumerate() {
                self.assign(e, first + i as Reg)?;
            }
            return Ok(());
        }
        let src = self.operand(value)?;
        self.assign(target, src)
    }

    /// Assigns the value in `src` to any target.
    pub(super) fn assign(&mut self, target: &'a Expr, src: Reg) -> Step {
        let top = self.f.w.top();
        let result = self.deeper(target.range(), |c| c.assign_to(target, src));
        self.f.w.release(top);
        result
    }

    fn assign_to(&mut self, target: &'a Expr, src: Reg) -> Step {
        let range = target.range();
        match target {
            Expr::Name(n) => {
                let name = self.mangle(&n.id);
                self.store(&name, src, range);
                Ok(())
            }
            Expr::Attribute(a) => {
                if let (Expr::Name(n), Some(statics)) = (&*a.value, self.statics.last_mut())
                    && n.id.as_str() == "self"
                {
                    statics.insert(a.attr.as_str().into());
                }
                let obj = self.operand(&a.value)?;
                let site = self.attribute_site(a.attr.as_str());
                let place = self.attribute_place(a, range);
                self.gap(place);
                self.emit(place, Instr::StoreAttr { obj, src, site });
                Ok(())
            }
            Expr::Subscript(s) => {
                let obj = self.operand(&s.value)?;
                let key = self.key(&s.slice, range)?;
                self.gap(range);
                self.emit(range, Instr::SetItem { obj, key, src });
                Ok(())
            }
            Expr::Starred(s) => self.error("starred assignment target must be in a list or tuple", s.range()),
            _ => match elements(target) {
                Some(elts) => self.unpack(elts, src, range),
                None => self.error("cannot assign to expression here", range),
            },
        }
    }

    pub(super) fn attribute_site(&mut self, name: &str) -> u16 {
        let name = self.mangle(name);
        self.f.w.site(&name)
    }

    fn unpack(&mut self, elts: &'a [Expr], src: Reg, range: TextRange) -> Step {
        let stars = elts.iter().filter(|e| e.is_starred_expr()).count();
        if stars > 1 {
            return self.error("multiple starred expressions in assignment", range);
        }
        let star = elts.iter().position(Expr::is_starred_expr);
        if star.is_some_and(|i| i > 255) {
            return self.error("too many expressions in star-unpacking assignment", range);
        }
        // Consecutive locals are unpacked into directly.
        let direct = match elts.first().and_then(|e| self.target_register(e)) {
            Some(first) if stars == 0 => {
                let fits = |(i, e): (usize, &Expr)| self.target_register(e) == Some(first + i as Reg);
                elts.iter().enumerate().all(fits).then_some(first)
            }
            _ => None,
        };
        let n = elts.len() as u16;
        if let Some(first) = direct {
            self.emit(range, Instr::Unpack { src, first, n });
            (first..first + n).for_each(|r| self.f.w.flow.set(r));
            return Ok(());
        }
        let first = self.f.w.temps(elts.len());
        let instr = match star {
            Some(i) => Instr::UnpackStar { before: i as u8, src, first, after: n - i as u16 - 1 },
            None => Instr::Unpack { src, first, n },
        };
        self.emit(range, instr);
        for (i, e) in elts.iter().enumerate() {
            let e = e.as_starred_expr().map_or(e, |s| s.value.as_ref());
            self.assign(e, first + i as Reg)?;
        }
        Ok(())
    }

    pub(super) fn augmented(&mut self, s: &'a StmtAugAssign) -> Step {
        let range = s.range();
        match s.target.as_ref() {
            Expr::Name(n) => {
                let name = self.mangle(&n.id);
                if let Some(reg) = self.local(&name) {
                    self.check(reg, n.range());
                    let shifting = self.f.shifting.contains(&reg);
                    let a = if shifting { self.push(&s.target)? } else { reg };
                    self.in_place(s, reg, a)?;
                    self.f.w.flow.set(reg);
                    return Ok(());
                }
                let t = self.f.w.temp();
                self.load(&name, t, n.range());
                self.in_place(s, t, t)?;
                self.store(&name, t, n.range());
                Ok(())
            }
            Expr::Attribute(a) => {
                let obj = self.operand(&a.value)?;
                let t = self.f.w.temp();
                let place = self.attribute_place(a, a.range());
                let site = self.attribute_site(a.attr.as_str());
                self.emit(place, Instr::LoadAttr { dst: t, obj, site });
                self.in_place(s, t, t)?;
                let site = self.attribute_site(a.attr.as_str());
                self.gap(place);
                self.emit(place, Instr::StoreAttr { obj, src: t, site });
                Ok(())
            }
            Expr::Subscript(sub) => {
                let obj = self.operand(&sub.value)?;
                let key = self.key(&sub.slice, sub.range())?;
                let t = self.f.w.temp();
                self.emit(sub.range(), Instr::GetItem { dst: t, obj, key });
                self.in_place(s, t, t)?;
                self.gap(sub.range());
                self.emit(sub.range(), Instr::SetItem { obj, key, src: t });
                Ok(())
            }
            target => {
                let what = if target.is_tuple_expr() { "tuple" } else { "expression" };
                self.error(format!("'{what}' is an illegal expression for augmented assignment"), range)
            }
        }
    }

    fn in_place(&mut self, s: &'a StmtAugAssign, dst: Reg, a: Reg) -> Step {
        if let Some(mut instr) = immediate(s.op, dst, a, &s.value) {
            if let Instr::AddImm { how, .. } = &mut instr {
                *how += 2;
            }
            self.emit(s.range(), instr);
            return Ok(());
        }
        let top = self.f.w.top();
        let b = self.operand(&s.value)?;
        self.emit(s.range(), Instr::InPlace { op: operator(s.op), dst, a, b });
        self.f.w.release(top);
        Ok(())
    }

    pub(super) fn annotated(&mut self, s: &'a StmtAnnAssign) -> Step {
        if let Some(value) = &s.value {
            let top = self.f.w.top();
            self.assign_value(&s.target, value)?;
            self.f.w.release(top);
        } else if !matches!(s.target.as_ref(), Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_)) {
            return self.error("illegal target for annotation", s.target.range());
        }
        let kind = self.scopes.list[self.f.scope].kind;
        let Expr::Name(n) = s.target.as_ref() else { return Ok(()) };
        if !s.simple || !matches!(kind, ScopeKind::Class | ScopeKind::Module) {
            return Ok(());
        }
        // A module's annotations are kept as text: nothing reads their values, and evaluating them could only fail.
        let src = if kind == ScopeKind::Module {
            let future = std::mem::replace(&mut self.future, true);
            let text = self.annotation(&s.annotation);
            self.future = future;
            text?
        } else {
            self.annotation(&s.annotation)?
        };
        let dict = self.f.w.temp();
        let site = self.f.w.site(&"__annotations__".into());
        let load = if kind == ScopeKind::Class {
            Instr::LoadName { dst: dict, site }
        } else {
            Instr::LoadGlobal { dst: dict, site }
        };
        self.emit(s.range(), load);
        let key = self.f.w.temp();
        let name = self.mangle(&n.id);
        self.load_const(key, Const::Str(name));
        self.emit(s.range(), Instr::SetItem { obj: dict, key, src });
        Ok(())
    }

    pub(super) fn delete_target(&mut self, target: &'a Expr) -> Step {
        let range = target.range();
        let top = self.f.w.top();
        match target {
            Expr::Name(n) => {
                let name = self.mangle(&n.id);
                self.delete(&name, range);
            }
            Expr::Attribute(a) => {
                let obj = self.operand(&a.value)?;
                let site = self.attribute_site(a.attr.as_str());
                let place = self.attribute_place(a, range);
                self.emit(place, Instr::DeleteAttr { obj, site });
            }
            Expr::Subscript(s) => {
                let obj = self.operand(&s.value)?;
                let key = self.key(&s.slice, range)?;
                self.emit(range, Instr::DelItem { obj, key });
            }
            _ => match elements(target) {
                Some(elts) => {
                    for e in elts {
                        self.delete_target(e)?;
                    }
                }
                None => return self.error("cannot delete expression", range),
            },
        }
        self.f.w.release(top);
        Ok(())
    }
}

/// The items of a list or tuple expression.
fn elements(e: &Expr) -> Option<&[Expr]> {
    match e {
        Expr::Tuple(t) => Some(&t.elts),
        Expr::List(l) => Some(&l.elts),
        _ => None,
    }
}
