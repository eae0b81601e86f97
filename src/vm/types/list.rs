//! list: constructor and methods.

use super::args::{index_or, place, take, this};
use super::compare::equal;
use super::iter::collect;
use crate::vm::native::{Args, Signal};
use crate::vm::object::Obj;
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class, pulse};

/// Items of a list object.
pub fn items(vm: &Vm, r: Ref) -> &[Value] {
    match vm.heap.get(r) {
        Obj::List(v) => v,
        Obj::Tuple(v) => v,
        _ => &[],
    }
}

pub fn len(vm: &Vm, r: Ref) -> usize {
    items(vm, r).len()
}

/// The items for changing.
fn change<T>(vm: &mut Vm, r: Ref, f: impl FnOnce(&mut Vec<Value>) -> T) -> Option<T> {
    vm.written(r);
    match vm.heap.get_mut(r) {
        Obj::List(v) => {
            let before = v.capacity();
            let out = f(v);
            let after = v.capacity();
            if after > before + 64 {
                vm.heap.charge((after - before) as isize * 16);
            }
            Some(out)
        }
        _ => None,
    }
}

/// Adds items at the end.
pub fn append_all(vm: &mut Vm, r: Ref, more: &[Value]) {
    vm.charge(more.len() as u64 * 2000);
    change(vm, r, |v| v.extend_from_slice(more));
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [it] = take(vm, args, "list", 0, 0)?;
    if it.is_undef() {
        return Ok(vm.heap.list(Vec::new()));
    }
    crate::vm::ops::list_from(vm, it)
}

fn init(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.__init__")?;
    let [it] = take(vm, args, "list", 1, 0)?;
    change(vm, r, |v| v.clear());
    if it.is_undef() { Ok(Value::None) } else { grow(vm, r, it) }
}

fn grow(vm: &mut Vm, r: Ref, it: Value) -> Result<Value, Signal> {
    match collect(vm, it)? {
        Some(more) => {
            append_all(vm, r, &more);
            Ok(Value::None)
        }
        None => Err(vm.in_prelude("_list_extend", &[r.into(), it])),
    }
}

fn append(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    if let [Value::Obj(r), item] = *args.positional
        && args.keywords.is_empty()
        && let Obj::List(v) = vm.heap.get_mut(r)
    {
        let before = v.capacity();
        v.push(item);
        let after = v.capacity();
        if after > before + 64 {
            vm.heap.charge((after - before) as isize * 16);
        }
        vm.written(r);
        return Ok(Value::None);
    }
    let r = this(vm, args, class::LIST, "list.append")?;
    let [item] = take(vm, args, "list.append", 1, 1)?;
    change(vm, r, |v| v.push(item));
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.extend")?;
    let [it] = take(vm, args, "list.extend", 1, 1)?;
    grow(vm, r, it)
}

fn insert(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.insert")?;
    let [at, item] = take(vm, args, "list.insert", 1, 2)?;
    let i = place(vm, at)?;
    let n = len(vm, r) as i64;
    let at = if i < 0 { (i + n).max(0) } else { i.min(n) } as usize;
    vm.charge((n as u64 - at as u64) * 300);
    change(vm, r, |v| v.insert(at, item));
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.pop")?;
    let [at] = take(vm, args, "list.pop", 1, 0)?;
    let i = if at.is_undef() { -1 } else { place(vm, at)? };
    let n = len(vm, r);
    if n == 0 {
        return Err(vm.raise(class::INDEX_ERROR, "pop from empty list"));
    }
    let Some(at) = super::item::place(i, n) else {
        return Err(vm.raise(class::INDEX_ERROR, "pop index out of range"));
    };
    vm.charge((n - at) as u64 * 300);
    Ok(change(vm, r, |v| v.remove(at)).unwrap_or(Value::None))
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.clear")?;
    let [] = take(vm, args, "list.clear", 1, 0)?;
    change(vm, r, |v| *v = Vec::new());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.copy")?;
    let [] = take(vm, args, "list.copy", 1, 0)?;
    let all = items(vm, r).to_vec();
    vm.charge(all.len() as u64 * 1000);
    Ok(vm.heap.list(all))
}

fn reverse(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.reverse")?;
    let [] = take(vm, args, "list.reverse", 1, 0)?;
    change(vm, r, |v| v.reverse());
    Ok(Value::None)
}

/// Where an item stands between two places: None when Python must compare.
pub fn find(vm: &mut Vm, r: Ref, item: Value, from: usize, to: usize) -> Option<Option<usize>> {
    let all = items(vm, r);
    for (i, &v) in all.iter().enumerate().take(to).skip(from) {
        if pulse::beat(1) {
            break;
        }
        match equal(vm, v, item) {
            Some(true) => {
                vm.charge((i - from) as u64 * 7000);
                return Some(Some(i));
            }
            Some(false) => {}
            None => return None,
        }
    }
    vm.charge(to.saturating_sub(from) as u64 * 7000);
    Some(None)
}

/// `list.index` and `tuple.index`.
pub fn index_of(vm: &mut Vm, r: Ref, args: Args, name: &str) -> Result<Value, Signal> {
    let [item, start, stop] = take(vm, args, name, 1, 1)?;
    let n = len(vm, r) as i64;
    let bound = |i: i64| if i < 0 { (i + n).max(0) } else { i } as usize;
    let (start, stop) = (index_or(vm, start, 0)?, index_or(vm, stop, i64::MAX)?);
    let (from, to) = (bound(start), bound(stop).min(n as usize));
    match find(vm, r, item, from, to) {
        Some(Some(i)) => Ok(Value::Int(i as i64)),
        Some(None) if name == "tuple.index" => Err(vm.value_error("tuple.index(x): x not in tuple")),
        Some(None) => match super::repr::repr(vm, item) {
            Ok(shown) => Err(vm.value_error(&format!("{shown} is not in list"))),
            Err(_) => Err(vm.in_prelude("_list_index", &[r.into(), item, (from as i64).into(), (to as i64).into()])),
        },
        None => Err(vm.in_prelude("_list_index", &[r.into(), item, (from as i64).into(), (to as i64).into()])),
    }
}

/// `list.count` and `tuple.count`.
pub fn count_of(vm: &mut Vm, r: Ref, args: Args, name: &str) -> Result<Value, Signal> {
    let [item] = take(vm, args, name, 1, 1)?;
    let mut n = 0;
    for &v in items(vm, r) {
        if pulse::beat(1) {
            break;
        }
        match equal(vm, v, item) {
            Some(b) => n += b as i64,
            None => return Err(vm.in_prelude("_list_count", &[r.into(), item])),
        }
    }
    vm.charge(len(vm, r) as u64 * 7000);
    Ok(Value::Int(n))
}

fn find_index(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.index")?;
    index_of(vm, r, args, "list.index")
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.count")?;
    count_of(vm, r, args, "list.count")
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.remove")?;
    let [item] = take(vm, args, "list.remove", 1, 1)?;
    let n = len(vm, r);
    match find(vm, r, item, 0, n) {
        Some(Some(at)) => {
            change(vm, r, |v| v.remove(at));
            Ok(Value::None)
        }
        Some(None) => Err(vm.value_error("list.remove(x): x not in list")),
        None => Err(vm.in_prelude("_list_remove", &[r.into(), item])),
    }
}

fn sort(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = this(vm, args, class::LIST, "list.sort")?;
    if args.positional.len() > 1 {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let [key, reverse] = super::args::named(vm, args, "list.sort", 1, ["*key", "*reverse"], 0)?;
    let reverse_flag = crate::vm::ops::truth_fast(vm, reverse).unwrap_or(false);
    if key.is_undef() || key.is_none() {
        let mut all = items(vm, r).to_vec();
        if super::sort::sort(vm, &mut all, None, reverse_flag) {
            change(vm, r, |v| *v = all);
            return Ok(Value::None);
        }
    }
    let key = if key.is_undef() { Value::None } else { key };
    Err(vm.in_prelude("_list_sort", &[r.into(), key, Value::Bool(reverse_flag)]))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::LIST, new);
    super::add(
        vm,
        class::LIST,
        &[
            ("__init__", init, 15),
            ("append", append, 1),
            ("extend", extend, 20),
            ("insert", insert, 20),
            ("pop", pop, 8),
            ("clear", clear, 15),
            ("copy", copy, 20),
            ("reverse", reverse, 15),
            ("index", find_index, 20),
            ("count", count, 20),
            ("remove", remove, 20),
            ("sort", sort, 40),
        ],
    );
}
