//! eval, exec, compile.

use super::attribute::namespace;
use crate::lang::Form;
use crate::vm::types::args::{bytes, named, text};
use crate::vm::{Args, Fiber, FiberCall, Obj, Ref, Signal, Value, Vm};

pub fn fill(vm: &mut Vm, names: Ref) {
    super::define(
        vm,
        names,
        &[
            ("eval", |vm, a| run(vm, a, "eval"), 3000),
            ("exec", |vm, a| run(vm, a, "exec"), 3000),
            ("compile", compile, 10_000),
        ],
    );
}

fn run(vm: &mut Vm, args: Args, what: &'static str) -> Result<Value, Signal> {
    let [source, globals, locals, _closure] = named(vm, args, what, 0, ["source", "globals", "locals", "*closure"], 1)?;
    let (globals, locals) = (given(globals), given(locals));
    if !globals.is_none() && dict(vm, globals).is_none() {
        let kind = vm.class_name(globals);
        let text = match what {
            "exec" => format!("exec() globals must be a dict, not {kind}"),
            _ => "globals must be a dict".to_string(),
        };
        return Err(vm.type_error(&text));
    }
    if !locals.is_none() && dict(vm, locals).is_none() {
        let kind = vm.class_name(locals);
        return Err(vm.type_error(&format!("locals must be a mapping or None, not {kind}")));
    }
    let is_code = matches!(source, Value::Obj(r) if matches!(vm.heap.get(r), Obj::Code(_)));
    if !is_code && read(vm, source).is_none() {
        return Err(vm.type_error(&format!("{what}() arg 1 must be a string, bytes or code object")));
    }
    let eval = Value::Bool(what == "eval");
    Err(Signal::Fiber(Box::new(FiberCall { func: enter, args: vec![source, globals, locals, eval] })))
}

fn given(v: Value) -> Value {
    if v.is_undef() { Value::None } else { v }
}

/// The dict behind a namespace.
fn dict(vm: &Vm, v: Value) -> Option<Ref> {
    match vm.plain(v) {
        Value::Obj(r) if matches!(vm.heap.get(r), Obj::Dict(_)) => Some(r),
        _ => None,
    }
}

fn read(vm: &Vm, v: Value) -> Option<String> {
    text(vm, v).map(|t| t.to_string()).or_else(|| {
        let bytes = bytes(vm, v)?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    })
}

/// Absent namespaces are the caller's.
fn enter(vm: &mut Vm, fiber: &mut Fiber, args: &[Value]) -> Result<Value, Signal> {
    let [source, globals, locals, eval] = *args else { return Ok(Value::None) };
    let own = fiber.frames.last().map_or(vm.builtins, |f| f.globals);
    let (globals, locals) = match (dict(vm, globals), dict(vm, locals)) {
        (Some(g), Some(l)) => (g, l),
        (Some(g), None) => (g, g),
        (None, Some(l)) => (own, l),
        (None, None) => {
            let names = namespace(vm, fiber);
            (own, dict(vm, names).unwrap_or(own))
        }
    };
    if let Value::Obj(r) = source
        && let Obj::Code(code) = vm.heap.get(r)
    {
        let code = code.clone();
        return Err(vm.execute_code(code, globals, locals.into()));
    }
    let text = read(vm, source).unwrap_or_default();
    Err(match eval {
        Value::Bool(true) => vm.execute_text(&text, Form::Expression, globals, locals.into()),
        _ if globals == locals => vm.execute_text(&text, Form::Statements, globals, Value::Undef),
        _ => vm.execute_text(&text, Form::Named, globals, locals.into()),
    })
}

fn compile(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let names = ["source", "filename", "mode", "flags", "dont_inherit", "optimize", "*_feature_version"];
    let [source, file, mode, ..] = named(vm, args, "compile", 0, names, 3)?;
    let form = match text(vm, mode).as_deref() {
        Some("exec") => Form::Named,
        Some("eval") => Form::Expression,
        Some("single") => Form::Single,
        Some(_) => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
        None => {
            let kind = vm.class_name(mode);
            return Err(vm.type_error(&format!("compile() argument 'mode' must be str, not {kind}")));
        }
    };
    let Some(source) = read(vm, source) else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let file = read(vm, file).unwrap_or_else(|| "<string>".into());
    vm.charge(source.len() as u64 * 200_000);
    let code = vm.compile_text(&source, &file, "__main__", form)?;
    Ok(Value::Obj(vm.heap.alloc(Obj::Code(code))))
}
