//! What a fiber waits for, in the words of the program: found by looking at its frames.

use super::effect::Reason;
use super::object::Obj;
use super::value::{Ref, Value};
use super::{Fiber, Frame, Vm};
use crate::lang::Instr;

/// A lock as the program knows it, and where it gives it back.
pub struct Held {
    pub object: Ref,
    pub name: String,
    pub line: u32,
}

impl Vm {
    /// Completes the reason of a wait: what it is from the library function that the program called (`queue.get`), the name of the thing
    /// from the program's own variable or attribute (`q`, `self.lock`).
    pub fn describe_wait(&self, fiber: &Fiber, given: &Reason) -> Reason {
        let mut reason = given.clone();
        let own = fiber.frames.iter().rposition(|f| !self.codes[f.code as usize].code.library);
        let Some(own) = own else { return reason };
        if reason.what.is_empty() {
            let called = fiber.frames[own + 1..].iter().find(|f| !self.codes[f.code as usize].hidden);
            reason.what = match called {
                Some(f) => {
                    let code = &self.codes[f.code as usize].code;
                    let function = code.name.trim_start_matches('_');
                    format!("{}.{function}", code.module.rsplit('.').next().unwrap_or(""))
                }
                None => "wait".into(),
            };
        }
        if reason.name.is_empty()
            && let Some(name) = self.receiver(&fiber.frames[own])
        {
            reason.name = name;
        }
        reason
    }

    /// The object whose library method the program called: `q` of `q.get()`.
    pub fn asked_object(&self, fiber: &Fiber) -> Option<Ref> {
        let own = fiber.frames.iter().rposition(|f| !self.codes[f.code as usize].code.library)?;
        let called = fiber.frames[own + 1..].iter().find(|f| !self.codes[f.code as usize].hidden)?;
        self.codes[called.code as usize].code.locals.first().filter(|n| &***n == "self")?;
        fiber.regs.get(called.base as usize)?.as_ref()
    }

    /// What the program calls the lock that it gives back; None when it is a lock of the library's own.
    pub fn held(&self, fiber: &Fiber, lock: Ref) -> Option<Held> {
        let own = fiber.frames.iter().rposition(|f| !self.codes[f.code as usize].code.library)?;
        let frame = &fiber.frames[own];
        let object = match fiber.frames.get(own + 1) {
            None => lock,
            Some(f) => {
                let name = &self.codes[f.code as usize].code.qualname;
                if !["Condition.__exit__", "Condition.release"].contains(&&**name) {
                    return None;
                }
                self.asked_object(fiber)?
            }
        };
        let line = self.codes[frame.code as usize].spot(frame.pc.saturating_sub(1) as usize).unwrap_or(0);
        Some(Held { object, name: self.receiver(frame).unwrap_or_default(), line })
    }

    /// What the program calls the object whose library method it called, and where.
    pub fn asked_at(&self, fiber: &Fiber) -> (String, u32) {
        let own = fiber.frames.iter().rfind(|f| !self.codes[f.code as usize].code.library);
        let Some(frame) = own else { return Default::default() };
        let line = self.codes[frame.code as usize].spot(frame.pc.saturating_sub(1) as usize).unwrap_or(0);
        (self.receiver(frame).unwrap_or_default(), line)
    }

    /// What stands before the dot in the call at which a frame is.
    fn receiver(&self, frame: &Frame) -> Option<String> {
        let code = &self.codes[frame.code as usize].code;
        let at = (frame.pc as usize).checked_sub(1)?;
        let mut func = match *code.instrs.get(at)? {
            Instr::CallMethod { func, .. } | Instr::CallMethodKw { func, .. } => func,
            Instr::Call { func, .. } | Instr::CallKw { func, .. } => func,
            _ => return None,
        };
        // The end of a `with` calls what was put aside at its beginning, which may be far above.
        let obj = (0..at).rev().take(4_096).find_map(|i| match code.instrs[i] {
            Instr::Move { dst, src } if dst == func => {
                func = src;
                None
            }
            Instr::LoadMethod { dst, obj, .. } | Instr::LoadSpecial { dst, obj, .. } if dst == func => Some((i, obj)),
            _ => None,
        });
        let (i, obj) = obj?;
        self.source_of(frame, i, obj, 3)
    }

    /// How the program writes the value in a register before instruction `at`.
    fn source_of(&self, frame: &Frame, at: usize, reg: u16, depth: usize) -> Option<String> {
        let code = &self.codes[frame.code as usize].code;
        if let Some(name) = code.locals.get(reg as usize) {
            return Some(name.to_string());
        }
        if depth == 0 {
            return None;
        }
        let found = (0..at).rev().take(64).find_map(|i| match code.instrs[i] {
            Instr::LoadGlobal { dst, site } | Instr::LoadName { dst, site } if dst == reg => {
                Some(Some(code.sites[site as usize].to_string()))
            }
            Instr::LoadCell { dst, cell } if dst == reg => Some(code.locals.get(cell as usize).map(|n| n.to_string())),
            Instr::LoadAttr { dst, obj, site } if dst == reg => {
                let base = self.source_of(frame, i, obj, depth - 1);
                Some(base.map(|base| format!("{base}.{}", code.sites[site as usize])))
            }
            // What a call gave has no name.
            Instr::Call { dst, .. } | Instr::CallMethod { dst, .. } | Instr::CallEx { dst, .. } if dst == reg => {
                Some(None)
            }
            Instr::CallKw { func, .. } | Instr::CallMethodKw { func, .. } if func == reg => Some(None),
            _ => None,
        });
        found.flatten()
    }

    /// Whether the program itself calls the class whose library `__init__` is in progress, and what it calls the new object: a
    /// name, an attribute, or nothing where the object goes elsewhere.
    pub fn made_by_program(&self, fiber: &Fiber) -> Option<String> {
        let own = fiber.frames.iter().rposition(|f| !self.codes[f.code as usize].code.library)?;
        let between = fiber.frames[own + 1..].iter().map(|f| &self.codes[f.code as usize]).filter(|l| !l.hidden);
        let inits = between.clone().filter(|l| &*l.code.name == "__init__").count();
        let outside = between.filter(|l| &*l.code.name != "__init__" && &*l.code.module != "multiprocessing.context");
        if inits != 1 || outside.count() != 0 {
            return None;
        }
        let frame = &fiber.frames[own];
        let code = &self.codes[frame.code as usize].code;
        let at = frame.pc as usize;
        let made = match at.checked_sub(1).and_then(|i| code.instrs.get(i)) {
            Some(&(Instr::Call { dst, .. } | Instr::CallMethod { dst, .. } | Instr::CallEx { dst, .. })) => dst,
            Some(&(Instr::CallKw { func, .. } | Instr::CallMethodKw { func, .. })) => func,
            _ => return Some(String::new()),
        };
        let local = |reg: u16| code.locals.get(reg as usize).map(|n| n.to_string());
        let name = local(made).or_else(|| {
            (at..code.instrs.len()).take(4).find_map(|i| match code.instrs[i] {
                Instr::StoreGlobal { src, site } | Instr::StoreName { src, site } if src == made => {
                    Some(code.sites[site as usize].to_string())
                }
                Instr::StoreCell { cell, src } if src == made => local(cell),
                Instr::Move { dst, src } if src == made => local(dst),
                Instr::StoreAttr { obj, src, site } if src == made => {
                    let base = self.source_of(frame, i, obj, 3)?;
                    Some(format!("{base}.{}", code.sites[site as usize]))
                }
                _ => None,
            })
        });
        Some(name.unwrap_or_default())
    }

    /// The name under which a module-level variable of the main program holds this object.
    pub fn global_name(&mut self, wanted: Value) -> Option<String> {
        let modules = self.modules;
        let main = self.name(modules, "__main__")?;
        let space = self.namespace(main)?;
        let Obj::Dict(d) = self.heap.get(space) else { return None };
        let found = d.iter().find(|e| e.value.is(wanted))?;
        self.heap.text(found.key).map(|t| t.to_string())
    }
}
