//! Contexts: which values the context variables have.

use crate::vm::{Args, Context, Obj, Ref, Signal, Value, Vm, class};

type Result = std::result::Result<Value, Signal>;

const CALL: u32 = 30_000;

pub fn fill(vm: &mut Vm, names: Ref) {
    vm.set_name(names, "Context", class::CONTEXT.into());
    vm.define_priced(names, "copy_context", |vm, _| Ok(vm.copy_context()), CALL);
    vm.define_priced(names, "context", current, CALL);
    vm.define_priced(names, "adopt", adopt, CALL);
    vm.constructor(class::CONTEXT, |vm, a| {
        if !a.positional.is_empty() || !a.keywords.is_empty() {
            return Err(vm.type_error("Context() does not accept any arguments"));
        }
        Ok(new(vm, Value::None))
    });
    vm.method_priced(class::CONTEXT, "copy", copy, CALL);
    vm.method_priced(class::CONTEXT, "_enter", enter, CALL);
    vm.method_priced(class::CONTEXT, "_leave", leave, CALL);
    vm.accessor(class::CONTEXT, "_values", values, Some(set_values));
}

fn new(vm: &mut Vm, vars: Value) -> Value {
    vm.heap.alloc(Obj::Context(Context { vars, entered: false })).into()
}

/// The present context; a thread that has none gets an empty one.
fn current(vm: &mut Vm, _: Args) -> Result {
    Ok(vm.present_context())
}

fn this<'a>(vm: &'a mut Vm, args: &Args) -> std::result::Result<&'a mut Context, Signal> {
    match args.positional.first() {
        Some(&Value::Obj(r)) if matches!(vm.heap.get(r), Obj::Context(_)) => match vm.heap.get_mut(r) {
            Obj::Context(c) => Ok(c),
            _ => unreachable!("it is a context"),
        },
        _ => Err(vm.type_error("a context is required")),
    }
}

fn copy(vm: &mut Vm, args: Args) -> Result {
    let vars = this(vm, &args)?.vars;
    Ok(new(vm, vars))
}

/// Makes it the present context; gives the one before. None when it is entered already.
fn enter(vm: &mut Vm, args: Args) -> Result {
    let before = current(vm, args)?;
    let me = args.positional.first().copied().unwrap_or_default();
    let c = this(vm, &args)?;
    if c.entered || me.is(before) {
        return Ok(Value::None);
    }
    c.entered = true;
    vm.context = me;
    Ok(before)
}

fn leave(vm: &mut Vm, args: Args) -> Result {
    this(vm, &args)?.entered = false;
    vm.context = args.positional.get(1).copied().unwrap_or_default();
    Ok(Value::None)
}

/// The dict of variables and values; not to be changed.
fn values(vm: &mut Vm, args: Args) -> Result {
    let c = this(vm, &args)?;
    if c.vars.is_none() {
        let d = vm.heap.alloc(Obj::Dict(Box::default())).into();
        this(vm, &args)?.vars = d;
        return Ok(d);
    }
    Ok(c.vars)
}

fn set_values(vm: &mut Vm, args: Args) -> Result {
    let v = args.positional.get(1).copied().unwrap_or(Value::None);
    this(vm, &args)?.vars = v;
    Ok(Value::None)
}

/// `(class, name, function)`: a method of a built-in class that is written in Python.
fn adopt(vm: &mut Vm, args: Args) -> Result {
    if let &[Value::Obj(owner), name, function] = args.positional
        && let Some(name) = vm.heap.text(name).cloned()
    {
        vm.set_class_attr(owner, &name, function);
        // Its operators are written in Python.
        if owner == class::CONTEXT
            && let Obj::Type(t) = vm.heap.get_mut(owner)
        {
            t.builtin = false;
        }
    }
    Ok(Value::None)
}
