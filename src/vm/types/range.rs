//! range and slice.

use super::args::{index, indexed, take};
use crate::vm::native::{Args, Signal};
use crate::vm::object::{Obj, Range};
use crate::vm::value::Value;
use crate::vm::{Vm, class};

/// Number of items.
pub fn len(r: &Range) -> u64 {
    let span =
        if r.step > 0 { i128::from(r.stop) - i128::from(r.start) } else { i128::from(r.start) - i128::from(r.stop) };
    let step = i128::from(r.step).abs().max(1);
    if span <= 0 { 0 } else { ((span + step - 1) / step) as u64 }
}

/// Whether an int stands in the range.
pub fn holds(r: &Range, n: i64) -> bool {
    let (a, b) = if r.step > 0 { (r.start, r.stop) } else { (r.stop, r.start) };
    let inside = if r.step > 0 { a <= n && n < b } else { a < n && n <= b };
    inside && (i128::from(n) - i128::from(r.start)) % i128::from(r.step) == 0
}

/// A range object.
pub fn make(vm: &mut Vm, start: i64, stop: i64, step: i64) -> Value {
    Value::Obj(vm.heap.alloc(Obj::Range(Range { start, stop, step })))
}

/// Start, stop, step of a slice for a sequence of `len` items, and how many it takes.
pub fn slice(vm: &mut Vm, parts: [Value; 3], len: usize) -> Result<(i64, i64, i64, usize), Signal> {
    let (start, stop, step, n) = bounds(vm, parts, len as i64)?;
    // No more than `len`.
    Ok((start, stop, step, n as usize))
}

/// The same for a length that only a range has: it may be beyond the platform's addresses.
pub fn bounds(vm: &mut Vm, parts: [Value; 3], len: i64) -> Result<(i64, i64, i64, u64), Signal> {
    let mut of = |v: Value| -> Result<Option<i64>, Signal> {
        match v {
            Value::None => Ok(None),
            Value::Int(n) => Ok(Some(n)),
            v => match super::args::as_int(vm, v) {
                Some(_) => index(vm, v).map(Some),
                None => Err(vm.type_error("slice indices must be integers or None or have an __index__ method")),
            },
        }
    };
    let (start, stop, step) = (of(parts[0])?, of(parts[1])?, of(parts[2])?);
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clamp = |n: i64| if n < 0 { n.saturating_add(len).max(low) } else { n.min(high) };
    let start = start.map_or(if step < 0 { high } else { low }, clamp);
    let stop = stop.map_or(if step < 0 { low } else { high }, clamp);
    let n = self::len(&Range { start, stop, step });
    Ok((start, stop, step, n))
}

fn new_range(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [a, b, c] = take(vm, args, "range", 0, 1)?;
    let big = |v: &Value| matches!(vm.plain(*v), Value::Obj(r) if matches!(vm.heap.get(r), Obj::Big(_)));
    if [a, b, c].iter().any(big) {
        let given = [a, b, c].into_iter().filter(|v| !v.is_undef()).collect::<Vec<_>>();
        return Err(vm.in_prelude("_big_range", &given));
    }
    if let Some(again) = indexed(vm, class::RANGE, &[a, b, c]) {
        return Err(again);
    }
    let mut take_int = |v: Value| index(vm, v);
    let first = take_int(a)?;
    let (start, stop) = if b.is_undef() { (0, first) } else { (first, take_int(b)?) };
    let step = if c.is_undef() { 1 } else { take_int(c)? };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(make(vm, start, stop, step))
}

fn new_slice(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [a, b, c] = take(vm, args, "slice", 0, 1)?;
    let or_none = |v: Value| if v.is_undef() { Value::None } else { v };
    let parts = if b.is_undef() { [Value::None, a, Value::None] } else { [a, b, or_none(c)] };
    Ok(Value::Obj(vm.heap.alloc(Obj::Slice(Box::new(parts)))))
}

fn this(vm: &mut Vm, args: Args, name: &str) -> Result<Range, Signal> {
    let r = super::args::this(vm, args, class::RANGE, name)?;
    match vm.heap.get(r) {
        Obj::Range(r) => Ok(*r),
        _ => Ok(Range { start: 0, stop: 0, step: 1 }),
    }
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, "range.count")?;
    let [v] = take(vm, args, "range.count", 1, 1)?;
    Ok(Value::Int(place(vm, &r, v).is_some() as i64))
}

/// Where a value stands in a range.
pub fn place(vm: &Vm, r: &Range, v: Value) -> Option<i64> {
    let n = match vm.plain(v) {
        Value::Int(n) => n,
        Value::Bool(b) => b as i64,
        Value::Float(x) if x == libm::trunc(x) && x.abs() < 9e18 => x as i64,
        _ => return None,
    };
    holds(r, n).then(|| (n - r.start) / r.step)
}

fn find(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, "range.index")?;
    let [v] = take(vm, args, "range.index", 1, 1)?;
    match place(vm, &r, v) {
        Some(i) => Ok(Value::Int(i)),
        None => {
            let shown = super::repr::repr(vm, v).unwrap_or_default();
            Err(vm.value_error(&format!("{shown} is not in range")))
        }
    }
}

fn indices(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = super::args::this(vm, args, class::SLICE, "slice.indices")?;
    let [n] = take(vm, args, "slice.indices", 1, 1)?;
    let n = index(vm, n)?;
    if n < 0 {
        return Err(vm.value_error("length should not be negative"));
    }
    let (a, b, c, _) = bounds(vm, slice_parts(vm, r.into()), n)?;
    Ok(vm.heap.tuple(vec![a.into(), b.into(), c.into()]))
}

/// The three parts of a slice object.
pub fn slice_parts(vm: &Vm, v: Value) -> [Value; 3] {
    match v.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Slice(parts)) => **parts,
        _ => [Value::None; 3],
    }
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::RANGE, new_range);
    vm.constructor(class::SLICE, new_slice);
    super::add(vm, class::RANGE, &[("count", count, 20), ("index", find, 20)]);
    super::add(vm, class::SLICE, &[("indices", indices, 60)]);
    vm.getter(class::RANGE, "start", |vm, args| this(vm, args, "range.start").map(|r| r.start.into()));
    vm.getter(class::RANGE, "stop", |vm, args| this(vm, args, "range.stop").map(|r| r.stop.into()));
    vm.getter(class::RANGE, "step", |vm, args| this(vm, args, "range.step").map(|r| r.step.into()));
    vm.getter(class::SLICE, "start", |vm, args| Ok(slice_parts(vm, args.positional[0])[0]));
    vm.getter(class::SLICE, "stop", |vm, args| Ok(slice_parts(vm, args.positional[0])[1]));
    vm.getter(class::SLICE, "step", |vm, args| Ok(slice_parts(vm, args.positional[0])[2]));
}
