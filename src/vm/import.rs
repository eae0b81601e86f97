//! Imports: the quick way when a module is there already; the rest is the prelude's `_import`.

use super::native::{Args, Found, Lack, Signal};
use super::object::Obj;
use super::value::{Ref, Value};
use super::{Exit, Fault, Fiber, Vm, class, standard};
use crate::lang::{self, Code, Unit};
use crate::source::Diagnostic;
use std::cell::RefCell;
use std::rc::Rc;

/// Where tracebacks show the library.
const FOLDER: &str = "/usr/lib/python3.13";

thread_local! {
    /// Library texts compiled before, by address: the same in every process, and code does not change.
    static COMPILED: RefCell<Vec<(usize, String, Rc<Code>)>> = const { RefCell::new(Vec::new()) };
}

/// Compiles a library text, once; bodies of functions are left for later.
pub(super) fn compiled(text: &'static str, unit: &Unit) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let at = text.as_ptr() as usize;
    let known = |(a, module, _): &&(usize, String, Rc<Code>)| *a == at && module == unit.module;
    if let Some(code) = COMPILED.with_borrow(|c| c.iter().find(known).map(|(_, _, code)| code.clone())) {
        return Ok(code);
    }
    let code = lang::compile_outline(text, unit)?;
    COMPILED.with_borrow_mut(|c| c.push((at, unit.module.to_string(), code.clone())));
    Ok(code)
}

impl Vm {
    pub(super) fn import(&mut self, fiber: &Fiber, level: u8, name: u16, whole: bool) -> Result<Value, Signal> {
        let Some(f) = fiber.frames.last() else { return Ok(Value::None) };
        let (globals, name) = (f.globals, self.codes[f.code as usize].names[name as usize]);
        let text = self.heap.text(name).cloned().unwrap_or_else(|| "".into());
        if level == 0
            && let Some(found) = self.loaded_module(&text)
        {
            if whole {
                return Ok(found);
            }
            let top = text.split('.').next().unwrap_or("");
            if let Some(top) = self.loaded_module(top) {
                return Ok(top);
            }
        }
        Err(self.in_prelude("_import", &[name, Value::Int(level as i64), globals.into(), Value::Bool(whole)]))
    }

    pub(super) fn loaded_module(&mut self, name: &str) -> Option<Value> {
        let modules = self.modules;
        let key = self.heap.intern(name);
        self.lookup_name(modules, key).filter(|m| !m.is_none())
    }

    pub(super) fn import_from(&mut self, module: Value, name: Value) -> Result<Value, Signal> {
        if let Some(space) = self.namespace(module)
            && let Some(v) = self.lookup_name(space, name)
        {
            return Ok(v);
        }
        Err(self.in_prelude("_import_from", &[module, name]))
    }
}

/// Modules that have no file in CPython either.
const BUILT_IN: [&str; 7] = ["_thread", "atexit", "errno", "gc", "itertools", "sys", "time"];

/// `_load_module(name)`: makes the module and runs its body, or fills it. None when there is no such module.
pub(super) fn load_module(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let Some(name) = args.positional.first().and_then(|&v| vm.heap.text(v).cloned()) else { return Ok(Value::None) };
    match (vm.library.find)(&name) {
        None => Ok(Value::None),
        Some(Found::Away) => Err(away(&name)),
        Some(Found::Native(fill)) => {
            let module = vm.add_module(&name, None, false);
            if let Some(space) = vm.namespace(module) {
                fill(vm, space);
            }
            Ok(module)
        }
        Some(Found::Python { text, file, pace, package }) => {
            let file = &*format!("{FOLDER}/{file}");
            let code = match compiled(text, &Unit { file, module: &name, library: true, pace, gaps: false }) {
                Ok(code) => code,
                Err(wrong) => {
                    let text = wrong.first().map_or(String::new(), |d| d.render(file, text));
                    return Err(vm.raise(class::SYNTAX_ERROR, &text));
                }
            };
            let code = vm.load(code);
            let file = (!BUILT_IN.contains(&&*name)).then_some(file);
            let module = vm.add_module(&name, file, package);
            Err(Signal::Fiber(Box::new(super::FiberCall {
                func: run_module,
                args: vec![module, Value::Int(code as i64)],
            })))
        }
    }
}

/// `_lacks(owner, name)`: what is added to the message about a module (owner None), or a name of one, that is not here.
pub(super) fn lacks(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let &[owner, name] = args.positional else { return Ok(Value::None) };
    let owner = vm.heap.text(owner).cloned();
    let name = vm.heap.text(name).cloned().unwrap_or_default();
    let said = vm.said_of_lack(owner.as_deref(), &name)?;
    Ok(vm.heap.string(&said))
}

/// `_is_standard(name)`: whether CPython's library has a top-level module of this name.
pub(super) fn is_standard(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let name = args.positional.first().and_then(|&v| vm.heap.text(v).cloned()).unwrap_or_default();
    Ok(Value::Bool(standard::has(&name)))
}

/// Ends a run that needs what its host has yet to bring.
fn away(what: &str) -> Signal {
    let sentence = format!("The library module {what} could not be loaded from the site.");
    Signal::Fault(Box::new(Fault::Unsupported(sentence)))
}

impl Vm {
    /// What is added to the message about a name that is not here; empty when CPython has none of it either.
    pub(super) fn said_of_lack(&self, owner: Option<&str>, name: &str) -> Result<String, Signal> {
        match (self.library.lacks)(owner, name) {
            Lack::No => Ok(String::new()),
            Lack::Yes(instead) => {
                let gap = if instead.is_empty() { "" } else { ". " };
                Ok(format!(": it exists in Python, but is not supported by Interleave{gap}{instead}"))
            }
            Lack::Away => Err(away("coverage")),
        }
    }

    /// Compiles a text and runs it as a module's body in this namespace.
    pub fn run_text(&mut self, text: &str, file: &str, space: Ref) -> Signal {
        let code = match self.compile_text(text, file, "__main__", lang::Form::Module) {
            Ok(code) => code,
            Err(signal) => return signal,
        };
        let code = self.load(code);
        let args = vec![space.into(), Value::Int(code as i64)];
        Signal::Fiber(Box::new(super::FiberCall { func: run_module, args }))
    }

    /// Runs the program's top level again, as a module of this name: what a spawned process begins with.
    pub fn run_main_again(&mut self, name: &str) -> Signal {
        let main = self.codes.iter().position(|l| !l.code.library && l.code.kind == lang::CodeKind::Module);
        let Some(main) = main else { return self.raise(class::RUNTIME_ERROR, "there is no main module") };
        let file = self.codes[main].code.file.clone();
        let module = self.add_module(name, Some(&file), false);
        let args = vec![module, Value::Int(main as i64)];
        Signal::Fiber(Box::new(super::FiberCall { func: run_module, args }))
    }
}

/// `_run_own(name, text, shown file, module)`: runs the text of one of the program's files as the body of a module.
pub(super) fn run_own(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [name, text, file, module] = *args.positional else { return Ok(Value::None) };
    let read = |v: Value| vm.heap.text(v).map(|t| t.to_string()).unwrap_or_default();
    let (name, text, file) = (read(name), read(text), read(file));
    let code = vm.compile_text(&text, &file, &name, lang::Form::Module)?;
    let code = vm.load(code);
    Err(Signal::Fiber(Box::new(super::FiberCall { func: run_module, args: vec![module, Value::Int(code as i64)] })))
}

fn run_module(vm: &mut Vm, fiber: &mut Fiber, args: &[Value]) -> Result<Value, Signal> {
    let [module, Value::Int(code)] = *args else { return Ok(Value::None) };
    let space = match (vm.namespace(module), module) {
        (None, Value::Obj(r)) if matches!(vm.heap.get(r), Obj::Dict(_)) => Some(r),
        (space, _) => space,
    };
    let Some(space) = space else { return Ok(Value::None) };
    vm.push_body(fiber, code as u32, space, Value::Undef, fiber.wanted.1);
    Ok(Value::None)
}

/// `_class_body(function, namespace)`: runs a class's body in its namespace; the cell of `__class__`, or None.
pub(super) fn class_body(_vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let args = args.positional.to_vec();
    Err(Signal::Fiber(Box::new(super::FiberCall { func: run_class_body, args })))
}

fn run_class_body(vm: &mut Vm, fiber: &mut Fiber, args: &[Value]) -> Result<Value, Signal> {
    let [Value::Obj(function), space] = *args else { return Ok(Value::None) };
    let Obj::Function(f) = vm.heap.get(function) else { return Ok(Value::None) };
    let (code, globals, cells) = (f.code, f.globals, f.cells.clone());
    vm.push_body(fiber, code, globals, space, Exit::Value);
    let base = fiber.frames.last().map_or(0, |f| f.base as usize);
    let first = base + vm.codes[code as usize].first_capture as usize;
    fiber.regs[first..first + cells.len()].copy_from_slice(&cells);
    Ok(Value::None)
}
