//! `match`: patterns are tested from left to right; names are bound only when a whole pattern has matched.

use super::super::code::Const;
use super::super::instr::{Instr, Reg};
use super::super::writer::Label;
use super::{Compiler, Step};
use ruff_python_ast::{Identifier, Pattern, PatternMatchClass, PatternMatchMapping, Singleton, StmtMatch};
use ruff_text_size::{Ranged, TextRange};

/// Names that a pattern captures, and where their values are.
type Captures<'a> = Vec<(&'a Identifier, Reg)>;

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, m: &'a StmtMatch) -> Step {
        let end = self.f.w.label();
        let subject = self.push(&m.subject)?;
        let base = self.f.w.flow.clone();
        let mut after = base.clone();
        after.dead = true;
        let mut open = true;
        for (i, case) in m.cases.iter().enumerate() {
            let next = self.f.w.label();
            let top = self.f.w.top();
            self.f.w.flow = base.clone();
            let mut captures = Vec::new();
            self.pattern(&case.pattern, subject, next, &mut captures)?;
            for (name, src) in &captures {
                let mangled = self.mangle(name.as_str());
                self.store(&mangled, *src, name.range());
            }
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next)?;
            } else if case.pattern.is_irrefutable() {
                open = false;
                if i + 1 < m.cases.len() {
                    let what = if captures.is_empty() {
                        "wildcard makes remaining patterns unreachable".to_string()
                    } else {
                        format!("name capture '{}' makes remaining patterns unreachable", captures[0].0)
                    };
                    return self.error(what, case.pattern.range());
                }
            }
            self.f.w.release(top);
            self.body(&case.body)?;
            after.merge(&self.f.w.flow);
            if !self.f.w.flow.dead {
                self.jump(end);
            }
            self.f.w.here(next);
        }
        if open {
            after.merge(&base);
        }
        self.f.w.here(end);
        self.f.w.flow = after;
        Ok(())
    }

    /// Goes on when the value in `src` matches, else jumps to `fail`. Temporaries stay until the case's body starts.
    fn pattern(&mut self, p: &'a Pattern, src: Reg, fail: Label, captures: &mut Captures<'a>) -> Step {
        self.deeper(p.range(), |c| c.pattern_kind(p, src, fail, captures))
    }

    fn pattern_kind(&mut self, p: &'a Pattern, src: Reg, fail: Label, captures: &mut Captures<'a>) -> Step {
        let range = p.range();
        match p {
            Pattern::MatchValue(v) => {
                let b = self.operand(&v.value)?;
                let t = self.f.w.temp();
                self.emit(range, Instr::Compare { op: super::super::instr::CompareOp::Eq, dst: t, a: src, b });
                self.branch(t, false, false, fail);
                Ok(())
            }
            Pattern::MatchSingleton(s) => {
                self.at(range);
                let value = match s.value {
                    Singleton::None => {
                        self.f.w.jump(Instr::JumpIfNone { want: false, src, off: 0 }, fail);
                        return Ok(());
                    }
                    Singleton::True => Const::True,
                    Singleton::False => Const::False,
                };
                let t = self.f.w.temp();
                self.load_const(t, value);
                self.f.w.emit(Instr::Compare { op: super::super::instr::CompareOp::Is, dst: t, a: src, b: t });
                self.f.w.jump(Instr::JumpIfFalse { src: t, off: 0 }, fail);
                Ok(())
            }
            Pattern::MatchSequence(s) => self.sequence(&s.patterns, src, fail, captures, range),
            Pattern::MatchMapping(m) => self.mapping(m, src, fail, captures),
            Pattern::MatchClass(c) => self.class_pattern(c, src, fail, captures),
            Pattern::MatchStar(_) => self.error("star pattern cannot be used here", range),
            Pattern::MatchAs(a) => {
                if let Some(inner) = &a.pattern {
                    self.pattern(inner, src, fail, captures)?;
                }
                if let Some(name) = &a.name {
                    self.capture(name, src, captures)?;
                }
                Ok(())
            }
            Pattern::MatchOr(o) => {
                let done = self.f.w.label();
                let start = captures.len();
                let mut first: Option<Captures<'a>> = None;
                for (i, alternative) in o.patterns.iter().enumerate() {
                    let last = i + 1 == o.patterns.len();
                    let next = if last { fail } else { self.f.w.label() };
                    let mut own = Vec::new();
                    self.pattern(alternative, src, next, &mut own)?;
                    match &first {
                        None => {
                            // The subject's register may be captured itself: a copy, as other alternatives write it.
                            for (_, reg) in own.iter_mut() {
                                let t = self.f.w.temp();
                                self.f.w.emit(Instr::Move { dst: t, src: *reg });
                                *reg = t;
                            }
                            first = Some(own);
                        }
                        Some(first) => self.same_captures(first, &own, range)?,
                    }
                    if !last {
                        self.jump(done);
                        self.f.w.here(next);
                    }
                }
                self.f.w.here(done);
                for (name, reg) in first.unwrap_or_default() {
                    self.capture(name, reg, captures)?;
                }
                debug_assert!(captures.len() >= start);
                Ok(())
            }
        }
    }

    fn same_captures(&mut self, first: &Captures<'a>, own: &Captures<'a>, range: TextRange) -> Step {
        if first.len() != own.len() {
            return self.error("alternative patterns bind different names", range);
        }
        for (name, dst) in first {
            match own.iter().find(|(n, _)| n.as_str() == name.as_str()) {
                Some((_, src)) => self.f.w.emit(Instr::Move { dst: *dst, src: *src }),
                None => return self.error("alternative patterns bind different names", range),
            }
        }
        Ok(())
    }

    fn capture(&mut self, name: &'a Identifier, src: Reg, captures: &mut Captures<'a>) -> Step {
        if captures.iter().any(|(n, _)| n.as_str() == name.as_str()) {
            return self.error(format!("multiple assignments to name '{name}' in pattern"), name.range());
        }
        captures.push((name, src));
        Ok(())
    }

    fn sequence(
        &mut self,
        patterns: &'a [Pattern],
        src: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
        range: TextRange,
    ) -> Step {
        let star = patterns.iter().position(|p| p.is_match_star());
        if patterns.iter().filter(|p| p.is_match_star()).count() > 1 {
            return self.error("multiple starred names in sequence pattern", range);
        }
        let (before, after) = match star {
            Some(i) => (i as i64, (patterns.len() - i - 1) as i64),
            None => (patterns.len() as i64, -1),
        };
        let func = self.f.w.temps(4);
        self.prelude("match_sequence", func, range);
        self.f.w.emit(Instr::Move { dst: func + 1, src });
        self.load_const(func + 2, Const::Int(before));
        self.load_const(func + 3, Const::Int(after));
        self.emit(range, Instr::Call { func, argc: 3, dst: func });
        self.f.w.release(func + 1);
        self.parts(func, patterns.len(), fail, range);
        let first = func + 1;
        for (i, p) in patterns.iter().enumerate() {
            let reg = first + i as Reg;
            match p {
                Pattern::MatchStar(s) => {
                    if let Some(name) = &s.name {
                        self.capture(name, reg, captures)?;
                    }
                }
                _ => self.pattern(p, reg, fail, captures)?,
            }
        }
        Ok(())
    }

    /// The tuple in `found` (or None: fail) into the `n` registers behind it.
    fn parts(&mut self, found: Reg, n: usize, fail: Label, range: TextRange) {
        self.at(range);
        self.f.w.jump(Instr::JumpIfNone { want: true, src: found, off: 0 }, fail);
        let first = self.f.w.temps(n);
        self.f.w.emit(Instr::Unpack { src: found, first, n: n as u16 });
    }

    fn mapping(&mut self, m: &'a PatternMatchMapping, src: Reg, fail: Label, captures: &mut Captures<'a>) -> Step {
        let range = m.range();
        let func = self.f.w.temps(2);
        self.prelude("match_mapping", func, range);
        self.f.w.emit(Instr::Move { dst: func + 1, src });
        self.f.w.emit(Instr::Call { func, argc: 1, dst: func });
        self.f.w.jump(Instr::JumpIfFalse { src: func, off: 0 }, fail);
        self.f.w.release(func);
        if m.keys.is_empty() && m.rest.is_none() {
            return Ok(());
        }
        let keys = self.f.w.temp();
        let first = self.f.w.top();
        for key in &m.keys {
            self.push(key)?;
        }
        self.emit(range, Instr::Tuple { dst: keys, first, n: m.keys.len() as u16 });
        self.f.w.release(first);
        let func = self.f.w.temps(3);
        self.prelude("match_keys", func, range);
        self.f.w.emit(Instr::Move { dst: func + 1, src });
        self.f.w.emit(Instr::Move { dst: func + 2, src: keys });
        self.f.w.emit(Instr::Call { func, argc: 2, dst: func });
        self.f.w.release(func + 1);
        self.parts(func, m.keys.len(), fail, range);
        for (i, p) in m.patterns.iter().enumerate() {
            self.pattern(p, func + 1 + i as Reg, fail, captures)?;
        }
        if let Some(name) = &m.rest {
            let func = self.f.w.temps(3);
            self.prelude("match_rest", func, range);
            self.f.w.emit(Instr::Move { dst: func + 1, src });
            self.f.w.emit(Instr::Move { dst: func + 2, src: keys });
            self.f.w.emit(Instr::Call { func, argc: 2, dst: func });
            self.f.w.release(func + 1);
            self.capture(name, func, captures)?;
        }
        Ok(())
    }

    fn class_pattern(&mut self, c: &'a PatternMatchClass, src: Reg, fail: Label, captures: &mut Captures<'a>) -> Step {
        let range = c.range();
        let func = self.f.w.temps(2);
        self.prelude("match_class", func, range);
        self.f.w.emit(Instr::Move { dst: func + 1, src });
        self.push(&c.cls)?;
        let t = self.f.w.temps(2);
        let positional = c.arguments.patterns.len();
        let mut names = Vec::new();
        for k in &c.arguments.keywords {
            let name = Const::Str(self.mangle(k.attr.as_str()));
            if names.contains(&name) {
                return self.error(format!("attribute name repeated in class pattern: {}", k.attr), k.range());
            }
            names.push(name);
        }
        self.load_const(t, Const::Int(positional as i64));
        self.load_const(t + 1, Const::Tuple(names));
        self.emit(range, Instr::Call { func, argc: 4, dst: func });
        self.f.w.release(func + 1);
        self.parts(func, positional + c.arguments.keywords.len(), fail, range);
        let inner = c.arguments.patterns.iter().chain(c.arguments.keywords.iter().map(|k| &k.pattern));
        for (i, p) in inner.enumerate() {
            self.pattern(p, func + 1 + i as Reg, fail, captures)?;
        }
        Ok(())
    }
}
