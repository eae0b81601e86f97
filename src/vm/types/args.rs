//! Taking the arguments of natives apart, with CPython's complaints.

use crate::vm::Vm;
use crate::vm::class;
use crate::vm::native::{Args, Signal};
use crate::vm::object::Obj;
use crate::vm::value::{Ref, Value};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// Positional-only arguments: `min` to N of them after `own` leading ones (self); the absent are Undef.
/// `name` is `list.append` or `len`.
pub fn take<const N: usize>(vm: &mut Vm, args: Args, name: &str, own: usize, min: usize) -> Result<[Value; N], Signal> {
    if !args.keywords.is_empty() {
        return Err(vm.type_error(&format!("{name}() takes no keyword arguments")));
    }
    let given = args.positional.get(own..).unwrap_or(&[]);
    if given.len() < min || given.len() > N {
        let n = given.len();
        let message = match (min, N) {
            (0, 0) => format!("{name}() takes no arguments ({n} given)"),
            (1, 1) => format!("{name}() takes exactly one argument ({n} given)"),
            (a, b) if a == b => format!("{} expected {a} argument{}, got {n}", short(name), plural(a)),
            (a, _) if n < a => format!("{} expected at least {a} argument{}, got {n}", short(name), plural(a)),
            (_, b) => format!("{} expected at most {b} argument{}, got {n}", short(name), plural(b)),
        };
        return Err(vm.type_error(&message));
    }
    let mut out = [Value::Undef; N];
    out[..given.len()].copy_from_slice(given);
    Ok(out)
}

/// Arguments by place or by name, after `own` leading ones: names starting with `*` can only be given by name.
pub fn named<const N: usize>(
    vm: &mut Vm,
    args: Args,
    name: &str,
    own: usize,
    names: [&str; N],
    min: usize,
) -> Result<[Value; N], Signal> {
    let by_place = names.iter().position(|n| n.starts_with('*')).unwrap_or(N);
    let given = args.positional.get(own..).unwrap_or(&[]);
    // The usual call.
    if args.keywords.is_empty() && (min..=by_place).contains(&given.len()) {
        let mut out = [Value::Undef; N];
        out[..given.len()].copy_from_slice(given);
        return Ok(out);
    }
    let short = short(name);
    if given.len() > by_place {
        let total = given.len() + args.keywords.len();
        let what = if by_place == N { "" } else { "positional " };
        let how = if min == by_place { "exactly" } else { "at most" };
        let n = if by_place == N { total } else { given.len() };
        return Err(
            vm.type_error(&format!("{short}() takes {how} {by_place} {what}argument{} ({n} given)", plural(by_place)))
        );
    }
    let mut out = [Value::Undef; N];
    out[..given.len()].copy_from_slice(given);
    for &(key, value) in args.keywords {
        let key = vm.heap.text(key).cloned().unwrap_or_default();
        let Some(i) = names.iter().position(|n| n.trim_start_matches('*') == &*key) else {
            return Err(vm.unexpected_keyword(short, &key, &names));
        };
        if !out[i].is_undef() {
            return Err(
                vm.type_error(&format!("argument for {short}() given by name ('{key}') and position ({})", i + 1))
            );
        }
        out[i] = value;
    }
    for (i, n) in names.iter().enumerate().take(min) {
        if out[i].is_undef() {
            return Err(vm.type_error(&format!("{short}() missing required argument '{n}' (pos {})", i + 1)));
        }
    }
    Ok(out)
}

/// The first argument (self) as an object of a built-in type, a subclass's payload included.
pub fn this(vm: &mut Vm, args: Args, class: Ref, name: &str) -> Result<Ref, Signal> {
    let (owner, method) = name.split_once('.').unwrap_or(("object", name));
    let Some(&first) = args.positional.first() else {
        return Err(vm.type_error(&format!("unbound method {owner}.{method}() needs an argument")));
    };
    let v = vm.plain(first);
    match v {
        Value::Obj(r) if vm.is_subclass(vm.class_of(v), class) => Ok(r),
        _ => {
            let kind = vm.class_name(first);
            Err(vm
                .type_error(&format!("descriptor '{method}' for '{owner}' objects doesn't apply to a '{kind}' object")))
        }
    }
}

/// An int of any size (or bool, or a subclass); None for other types. `__index__` written in Python: see `index`.
pub fn as_int(vm: &Vm, v: Value) -> Option<BigInt> {
    match vm.plain(v) {
        Value::Int(n) => Some(n.into()),
        Value::Bool(b) => Some((b as i64).into()),
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Big(b) => Some((**b).clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a value's class says in Python which int it stands for; an int itself is not asked.
pub fn asks(vm: &Vm, v: Value) -> bool {
    !v.is_undef() && super::special(vm, v, "__index__").is_some() && as_int(vm, v).is_none()
}

/// Calls something again with ints in place of the arguments whose `__index__` is written in Python; `None` when there is none.
pub fn indexed(vm: &mut Vm, callee: Ref, args: &[Value]) -> Option<Signal> {
    args.iter().find(|&&v| asks(vm, v))?;
    let given = args.iter().copied().filter(|v| !v.is_undef());
    let all: Vec<Value> = std::iter::once(Value::Obj(callee)).chain(given).collect();
    Some(vm.in_prelude("_indexed", &all))
}

/// An int as i64, clamped to the range of i64; TypeError for what is not an int.
pub fn index(vm: &mut Vm, v: Value) -> Result<i64, Signal> {
    match vm.plain(v) {
        Value::Int(n) => Ok(n),
        Value::Bool(b) => Ok(b as i64),
        v => match as_int(vm, v) {
            Some(n) => Ok(n.to_i64().unwrap_or(if n.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX })),
            None => {
                let kind = vm.class_name(v);
                Err(vm.type_error(&format!("'{kind}' object cannot be interpreted as an integer")))
            }
        },
    }
}

/// The same where what does not fit is an OverflowError.
pub fn size(vm: &mut Vm, v: Value) -> Result<i64, Signal> {
    match as_int(vm, v).is_some_and(|n| n.to_i64().is_none()) {
        true => Err(vm.raise(class::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer")),
        false => index(vm, v),
    }
}

/// The same for places and counts that a C function takes.
pub fn place(vm: &mut Vm, v: Value) -> Result<i64, Signal> {
    match as_int(vm, v).is_some_and(|n| n.to_i64().is_none()) {
        true => Err(vm.raise(class::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")),
        false => index(vm, v),
    }
}

/// The same with a default for an absent argument.
pub fn index_or(vm: &mut Vm, v: Value, default: i64) -> Result<i64, Signal> {
    if v.is_undef() { Ok(default) } else { index(vm, v) }
}

/// A real number as f64: floats, ints, bools. TypeError otherwise ("must be real number, not str").
pub fn real(vm: &mut Vm, v: Value) -> Result<f64, Signal> {
    match vm.plain(v) {
        Value::Float(x) => Ok(x),
        Value::Int(n) => Ok(n as f64),
        Value::Bool(b) => Ok(b as i64 as f64),
        p => match as_int(vm, p) {
            Some(n) => match n.to_f64().filter(|x| x.is_finite()) {
                Some(x) => Ok(x),
                None => Err(vm.raise(class::OVERFLOW_ERROR, "int too large to convert to float")),
            },
            None => {
                let kind = vm.class_name(v);
                Err(vm.type_error(&format!("must be real number, not {kind}")))
            }
        },
    }
}

/// The text of a str (or subclass) value.
pub fn text(vm: &Vm, v: Value) -> Option<crate::vm::Text> {
    vm.heap.text(vm.plain(v)).cloned()
}

/// Bytes of a bytes or bytearray value.
pub fn bytes(vm: &Vm, v: Value) -> Option<Vec<u8>> {
    match vm.plain(v) {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::Bytes(b) => Some(b.to_vec()),
            Obj::ByteArray(b) => Some(b.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Items of a list or tuple (or subclass), copied.
pub fn items(vm: &Vm, v: Value) -> Option<Vec<Value>> {
    match vm.plain(v) {
        Value::Obj(r) => match vm.heap.get(r) {
            Obj::List(v) => Some(v.clone()),
            Obj::Tuple(v) => Some(v.to_vec()),
            _ => None,
        },
        _ => None,
    }
}
