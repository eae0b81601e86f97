//! Functions, methods, code objects: what they tell about themselves.

use super::super::native::{Args, Call, Signal};
use super::super::object::{Function, Obj};
use super::super::value::Value;
use super::super::{Vm, class};
use super::{arg, ref_arg};

type Result = std::result::Result<Value, Signal>;

fn of(vm: &mut Vm, a: &Args, f: fn(&Function) -> Value) -> Result {
    let r = ref_arg(vm, a, 0)?;
    Ok(match vm.heap.get(r) {
        Obj::Function(x) => match f(x) {
            Value::Undef => Value::None,
            v => v,
        },
        _ => Value::None,
    })
}

fn set(vm: &mut Vm, a: &Args, f: fn(&mut Function, Value)) -> Result {
    let (r, v) = (ref_arg(vm, a, 0)?, arg(vm, a, 1)?);
    if let Obj::Function(x) = vm.heap.get_mut(r) {
        f(x, v);
    }
    Ok(Value::None)
}

pub fn install(vm: &mut Vm) {
    let f = class::FUNCTION;
    vm.accessor(f, "__name__", |vm, a| of(vm, &a, |f| f.name), Some(|vm, a| set(vm, &a, |f, v| f.name = v)));
    vm.accessor(
        f,
        "__qualname__",
        |vm, a| of(vm, &a, |f| f.qualname),
        Some(|vm, a| set(vm, &a, |f, v| f.qualname = v)),
    );
    vm.accessor(f, "__doc__", |vm, a| of(vm, &a, |f| f.doc), Some(|vm, a| set(vm, &a, |f, v| f.doc = v)));
    vm.accessor(f, "__module__", |vm, a| of(vm, &a, |f| f.module), Some(|vm, a| set(vm, &a, |f, v| f.module = v)));
    vm.accessor(
        f,
        "__defaults__",
        |vm, a| of(vm, &a, |f| f.defaults),
        Some(|vm, a| set(vm, &a, |f, v| f.defaults = v)),
    );
    vm.accessor(
        f,
        "__kwdefaults__",
        |vm, a| of(vm, &a, |f| f.kwdefaults),
        Some(|vm, a| set(vm, &a, |f, v| f.kwdefaults = v)),
    );
    vm.accessor(f, "__annotations__", annotations, Some(|vm, a| set(vm, &a, |f, v| f.annotations = v)));
    vm.accessor(f, "__dict__", function_dict, Some(|vm, a| set(vm, &a, |f, v| f.attrs = v)));
    vm.deleter(f, "__name__", |vm, _| Err(vm.type_error("__name__ must be set to a string object")));
    vm.deleter(f, "__qualname__", |vm, _| Err(vm.type_error("__qualname__ must be set to a string object")));
    vm.getter(f, "__globals__", |vm, a| of(vm, &a, |f| f.globals.into()));
    vm.getter(f, "__code__", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        let Obj::Function(x) = vm.heap.get(r) else { return Ok(Value::None) };
        let at = x.code;
        vm.ensure_whole(at)?;
        let code = vm.codes[at as usize].code.clone();
        Ok(vm.heap.alloc(Obj::Code(code)).into())
    });
    vm.getter(f, "__closure__", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        let Obj::Function(x) = vm.heap.get(r) else { return Ok(Value::None) };
        if x.cells.is_empty() {
            return Ok(Value::None);
        }
        let cells = x.cells.to_vec();
        Ok(vm.heap.tuple(cells))
    });
    vm.method(f, "__get__", |vm, a| {
        let (f, this) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        let cls = vm.class_of(this);
        if this.is_none() { Ok(f) } else { vm.bind(f, this, cls) }
    });
    for c in [f, class::METHOD, class::NATIVE] {
        vm.method(c, "__call__", |_, a| {
            let Some((&callee, rest)) = a.positional.split_first() else { return Ok(Value::None) };
            let (positional, keywords) = (rest.to_vec(), a.keywords.to_vec());
            Err(Signal::Call(Box::new(Call { callee, positional, keywords })))
        });
    }
    let m = class::METHOD;
    vm.constructor(m, |vm, a| {
        let (func, this) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        Ok(vm.heap.alloc(Obj::Method(super::super::object::Method { func, this })).into())
    });
    vm.getter(m, "__self__", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        Ok(if let Obj::Method(m) = vm.heap.get(r) { m.this } else { Value::None })
    });
    vm.getter(m, "__func__", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        Ok(if let Obj::Method(m) = vm.heap.get(r) { m.func } else { Value::None })
    });
    for c in [class::NATIVE, class::METHOD_DESCRIPTOR] {
        vm.getter(c, "__name__", native_name);
        vm.getter(c, "__qualname__", native_qualname);
        vm.getter(c, "__doc__", |_, _| Ok(Value::None));
        vm.getter(c, "__module__", |vm, _| Ok(vm.heap.intern("builtins")));
        vm.getter(c, "__self__", |vm, a| {
            let r = ref_arg(vm, &a, 0)?;
            Ok(match vm.heap.get(r) {
                Obj::Native(n) if !n.bound.is_undef() => n.bound,
                Obj::Method(m) => m.this,
                _ => Value::None,
            })
        });
    }
    let c = class::CODE;
    vm.getter(c, "co_name", |vm, a| code_text(vm, &a, |c| c.name.clone()));
    vm.getter(c, "co_qualname", |vm, a| code_text(vm, &a, |c| c.qualname.clone()));
    vm.getter(c, "co_filename", |vm, a| code_text(vm, &a, |c| c.file.clone()));
    vm.getter(c, "co_argcount", |vm, a| code_int(vm, &a, |c| c.params.positional as i64));
    vm.getter(c, "co_kwonlyargcount", |vm, a| code_int(vm, &a, |c| c.params.keyword_only as i64));
    vm.getter(c, "co_posonlyargcount", |vm, a| code_int(vm, &a, |c| c.params.positional_only as i64));
    vm.getter(c, "co_firstlineno", |vm, a| code_int(vm, &a, |c| c.first_line as i64));
    vm.getter(c, "co_flags", |vm, a| code_int(vm, &a, flags));
    vm.getter(c, "co_varnames", |vm, a| code_names(vm, &a, Names::Local));
    vm.getter(c, "co_freevars", |vm, a| code_names(vm, &a, Names::Free));
    vm.getter(c, "co_names", |vm, a| code_names(vm, &a, Names::Site));
    vm.getter(c, "co_nlocals", |vm, a| {
        let names = code_names(vm, &a, Names::Local)?;
        Ok(Value::Int(vm.items_of(names).len() as i64))
    });
}

/// Which names of a body.
enum Names {
    Local,
    Free,
    Site,
}

fn code_names(vm: &mut Vm, a: &Args, which: Names) -> Result {
    let r = ref_arg(vm, a, 0)?;
    let Obj::Code(code) = vm.heap.get(r) else { return Ok(Value::None) };
    let free = code.locals.len() - code.captures.len().min(code.locals.len());
    let mut names: Vec<_> = match which {
        Names::Local => code.locals[..free].to_vec(),
        Names::Free => code.locals[free..].to_vec(),
        Names::Site => code.sites.clone(),
    };
    if let Names::Site = which {
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|n| seen.insert(n.clone()));
    }
    let items = names.iter().map(|n| vm.heap.intern(n)).collect();
    Ok(vm.heap.tuple(items))
}

fn flags(c: &crate::lang::Code) -> i64 {
    use crate::lang::CodeKind;
    let kind = match c.kind {
        CodeKind::Generator => 0x20,
        CodeKind::Coroutine => 0x80,
        CodeKind::AsyncGenerator => 0x200,
        _ => 0,
    };
    3 | kind | if c.params.varargs { 4 } else { 0 } | if c.params.kwargs { 8 } else { 0 }
}

fn code_text(vm: &mut Vm, a: &Args, f: fn(&crate::lang::Code) -> std::rc::Rc<str>) -> Result {
    let r = ref_arg(vm, a, 0)?;
    let Obj::Code(code) = vm.heap.get(r) else { return Ok(Value::None) };
    let text = f(code);
    Ok(vm.heap.string_rc(text))
}

fn code_int(vm: &mut Vm, a: &Args, f: fn(&crate::lang::Code) -> i64) -> Result {
    let r = ref_arg(vm, a, 0)?;
    let Obj::Code(code) = vm.heap.get(r) else { return Ok(Value::None) };
    Ok(Value::Int(f(code)))
}

/// `str.format`, `len`
fn native_qualname(vm: &mut Vm, a: Args) -> Result {
    let r = ref_arg(vm, &a, 0)?;
    let of = match vm.heap.get(r) {
        Obj::Method(m) => m.func.as_ref().unwrap_or(r),
        _ => r,
    };
    match vm.heap.get(of) {
        Obj::Native(n) => match n.owner {
            Some(owner) => {
                let text = format!("{}.{}", vm.class(owner).qualname, n.name);
                Ok(vm.heap.string(&text))
            }
            None => native_name(vm, a),
        },
        _ => native_name(vm, a),
    }
}

fn native_name(vm: &mut Vm, a: Args) -> Result {
    let r = ref_arg(vm, &a, 0)?;
    let of = match vm.heap.get(r) {
        Obj::Method(m) => m.func.as_ref().unwrap_or(r),
        _ => r,
    };
    let name = if let Obj::Native(n) = vm.heap.get(of) { n.name } else { "" };
    Ok(vm.heap.intern(name))
}

fn annotations(vm: &mut Vm, a: Args) -> Result {
    let r = ref_arg(vm, &a, 0)?;
    if let Obj::Function(f) = vm.heap.get(r)
        && f.annotations.is_undef()
    {
        let d = vm.heap.alloc(Obj::Dict(Box::default()));
        if let Obj::Function(f) = vm.heap.get_mut(r) {
            f.annotations = d.into();
        }
    }
    of(vm, &a, |f| f.annotations)
}

fn function_dict(vm: &mut Vm, a: Args) -> Result {
    let r = ref_arg(vm, &a, 0)?;
    if let Obj::Function(f) = vm.heap.get(r)
        && f.attrs.is_undef()
    {
        let d = vm.heap.alloc(Obj::Dict(Box::default()));
        if let Obj::Function(f) = vm.heap.get_mut(r) {
            f.attrs = d.into();
        }
    }
    of(vm, &a, |f| f.attrs)
}
