//! set and frozenset: operators and methods.

use super::args::{take, this};
use super::compare::Answer;
use super::hash::{NoHash, hash};
use super::table::{self, elsewhere, find, locate};
use crate::lang::BinaryOp;
use crate::vm::dict::Dict;
use crate::vm::native::{Args, Signal};
use crate::vm::object::{DictView, Obj};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class, pulse};
use std::borrow::Cow;

/// The keys of a set, a frozenset or a dict's keys view.
pub fn items_of(vm: &Vm, v: Value) -> Option<&Dict> {
    match vm.heap.get(v.as_ref()?) {
        Obj::Set(s) | Obj::FrozenSet(s) => Some(s),
        Obj::View(DictView::Keys, dict) => Some(table::dict(vm, *dict)),
        _ => None,
    }
}

/// Whether all of `a` are in `b`.
pub fn includes(vm: &Vm, a: &Dict, b: &Dict) -> Answer {
    for e in a.iter() {
        match find(vm, b, e.hash, e.key) {
            Ok(Some(_)) => {}
            Ok(None) => return Answer::No,
            Err(_) => return Answer::Python,
        }
    }
    Answer::Yes
}

/// A new set, or frozenset like `like`.
fn wrap(vm: &mut Vm, like: Value, set: Dict) -> Value {
    let set = Box::new(set);
    let frozen = vm.class_of(like) == class::FROZENSET;
    Value::Obj(vm.heap.alloc(if frozen { Obj::FrozenSet(set) } else { Obj::Set(set) }))
}

/// `a op b` for `|`, `&`, `-`, `^`; `Err(())` when Python must compare.
fn combine(vm: &Vm, op: BinaryOp, a: &Dict, b: &Dict) -> Result<Dict, ()> {
    let has = |d: &Dict, e: &crate::vm::dict::Entry| find(vm, d, e.hash, e.key).map(|at| at.is_some()).map_err(|_| ());
    let mut out = Dict::default();
    let add = |out: &mut Dict, e: &crate::vm::dict::Entry| {
        if !has(out, e)? {
            out.push_key(e.hash, e.key);
        }
        Ok::<(), ()>(())
    };
    match op {
        BinaryOp::Or => {
            out = a.copy_of_set();
            out.expect_keys(b.len());
            for e in b.iter() {
                add(&mut out, e)?;
            }
        }
        BinaryOp::And => {
            // As CPython: walk the smaller one.
            let (walk, other) = if b.len() > a.len() { (a, b) } else { (b, a) };
            for e in walk.iter() {
                if pulse::beat(10) {
                    break;
                }
                if has(other, e)? {
                    add(&mut out, e)?;
                }
            }
        }
        // As CPython: from a copy when much more stays than can go.
        BinaryOp::Sub if a.len() >> 2 > b.len() => {
            out = a.copy_of_set();
            out.arrange();
            for e in b.iter() {
                if pulse::beat(10) {
                    break;
                }
                if let Some(at) = find(vm, &out, e.hash, e.key).map_err(|_| ())? {
                    out.remove(at);
                }
            }
            out.shed();
        }
        BinaryOp::Sub => {
            for e in a.iter() {
                if pulse::beat(10) {
                    break;
                }
                if !has(b, e)? {
                    add(&mut out, e)?;
                }
            }
        }
        _ => {
            out = b.copy_of_set();
            out.arrange();
            for e in a.iter() {
                if pulse::beat(10) {
                    break;
                }
                match find(vm, &out, e.hash, e.key).map_err(|_| ())? {
                    Some(at) => {
                        out.remove(at);
                    }
                    None => out.push_key(e.hash, e.key),
                }
            }
        }
    }
    Ok(out)
}

fn arranged(vm: &mut Vm, v: Value) {
    if let Value::Obj(r) = v
        && let Obj::Set(s) | Obj::FrozenSet(s) = vm.heap.get_mut(r)
    {
        s.arrange();
    }
}

/// What a set has in common with itself, or what both are together, is a copy of it: CPython moves nothing in its table.
fn with_itself(vm: &Vm, op: BinaryOp, a: Value, b: Value) -> Option<Dict> {
    let set = matches!(vm.heap.get(a.as_ref()?), Obj::Set(_) | Obj::FrozenSet(_));
    let same = set && a.is(b) && matches!(op, BinaryOp::Or | BinaryOp::And);
    same.then(|| items_of(vm, a).map(Dict::copy_of_set)).flatten()
}

/// The operator on two sets or keys views.
pub fn operate(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Result<Value, Signal> {
    arranged(vm, a);
    arranged(vm, b);
    let made = match (items_of(vm, a), items_of(vm, b)) {
        (Some(x), Some(y)) => {
            let n = x.len() + y.len();
            with_itself(vm, op, a, b).map_or_else(|| combine(vm, op, x, y), Ok).map(|d| (d, n))
        }
        _ => Err(()),
    };
    match made {
        Ok((d, n)) => {
            vm.charge(n as u64 * 10_000);
            Ok(wrap(vm, a, d))
        }
        Err(()) => Err(vm.in_prelude("_set_op", &[Value::Int(op as i64), a, b])),
    }
}

/// Gives a set object the contents of another.
pub fn replace(vm: &mut Vm, r: Ref, with: Value) {
    let new = match with {
        Value::Obj(w) => table::dict(vm, w).clone(),
        _ => Dict::default(),
    };
    if let Some(d) = table::dict_mut(vm, r) {
        *d = new;
    }
}

/// Adds to a set object.
pub fn add_to(vm: &mut Vm, r: Ref, v: Value) -> Result<Value, Signal> {
    match locate(vm, r, v) {
        Ok((_, Some(_))) => Ok(Value::None),
        Ok((h, None)) => {
            if let Some(d) = table::dict_mut(vm, r) {
                d.push_key(h, v);
            }
            Ok(Value::None)
        }
        Err(why) => Err(elsewhere(vm, why, "_set_add", &[r.into(), v])),
    }
}

/// Adds all of an iterable; `name` is the prelude function that goes on when Python must.
pub fn update_with(vm: &mut Vm, r: Ref, it: Value, prelude: &str) -> Result<Value, Signal> {
    if it.is(r.into()) {
        return Ok(Value::None);
    }
    let Some(items) = super::iter::collect(vm, it)? else {
        return Err(vm.in_prelude(prelude, &[r.into(), it]));
    };
    vm.charge(items.len() as u64 * 8000);
    if table::dict(vm, r).entries.is_empty()
        && let Some(from) = items_of(vm, vm.plain(it)).filter(|from| from.fill() > 0)
    {
        let copy = from.copy_of_set();
        if let Some(d) = table::dict_mut(vm, r) {
            *d = copy;
        }
        return Ok(Value::None);
    }
    let room = match it.as_ref().map(|r| vm.heap.get(r)) {
        Some(Obj::Dict(d)) => Some(d.len()),
        Some(Obj::Set(d) | Obj::FrozenSet(d)) => Some(d.len()),
        _ => items_of(vm, vm.plain(it)).filter(|d| d.fill() > 0).map(Dict::len),
    };
    if let Some(n) = room
        && let Some(d) = table::dict_mut(vm, r)
    {
        d.expect_keys(n);
    }
    for (i, &v) in items.iter().enumerate() {
        if pulse::beat(10) {
            break;
        }
        match locate(vm, r, v) {
            Ok((_, Some(_))) => {}
            Ok((h, None)) => {
                if let Some(d) = table::dict_mut(vm, r) {
                    d.push_key(h, v);
                }
            }
            Err(why) => {
                let rest = vm.heap.list(items[i..].to_vec());
                return Err(elsewhere(vm, why, prelude, &[r.into(), rest]));
            }
        }
    }
    Ok(Value::None)
}

/// The set that a display of constants is. CPython's compiler makes it twice, the second time from the first's order.
pub fn constant_set(vm: &Vm, items: &[Value]) -> Dict {
    let mut seen = Dict::default();
    for &v in items {
        if let Ok(h) = hash(vm, v)
            && let Ok(None) = find(vm, &seen, h, v)
        {
            seen.push_key(h, v);
        }
    }
    seen.arrange();
    let mut again = Dict::default();
    for e in seen.iter() {
        again.push_key(e.hash, e.key);
    }
    again.arrange();
    again
}

/// A set of the items of a display `{a, b, c}`.
pub fn display(vm: &mut Vm, items: &[Value]) -> Result<Value, Signal> {
    let r = vm.heap.alloc(Obj::Set(Box::default()));
    let set = Value::Obj(r);
    for (i, &v) in items.iter().enumerate() {
        match add_to(vm, r, v) {
            Ok(_) => {}
            Err(Signal::Call(_)) => {
                let rest = vm.heap.list(items[i..].to_vec());
                return Err(vm.in_prelude("_set_filled", &[set, rest]));
            }
            Err(e) => return Err(e),
        }
    }
    Ok(set)
}

fn build(vm: &mut Vm, args: Args, name: &str, frozen: bool) -> Result<Value, Signal> {
    let [it] = take(vm, args, name, 0, 0)?;
    if frozen && vm.class_of(it) == class::FROZENSET {
        return Ok(it);
    }
    let obj = if frozen { Obj::FrozenSet(Box::default()) } else { Obj::Set(Box::default()) };
    let r = vm.heap.alloc(obj);
    if !it.is_undef() {
        update_with(vm, r, it, "_set_filled")?;
    }
    Ok(r.into())
}

fn new_set(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    build(vm, args, "set", false)
}

fn new_frozenset(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    build(vm, args, "frozenset", true)
}

fn own(vm: &mut Vm, args: Args, name: &str) -> Result<Ref, Signal> {
    let frozen = is_frozen(vm, args);
    this(vm, args, if frozen { class::FROZENSET } else { class::SET }, name)
}

fn is_frozen(vm: &Vm, args: Args) -> bool {
    args.positional.first().is_some_and(|v| vm.class_of(vm.plain(*v)) == class::FROZENSET)
}

/// The name of a method that both kinds have.
fn called<'a>(vm: &Vm, args: Args, name: &'a str) -> Cow<'a, str> {
    if is_frozen(vm, args) { format!("frozen{name}").into() } else { name.into() }
}

fn init(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "set.__init__")?;
    let [it] = take(vm, args, "set", 1, 0)?;
    if let Some(d) = table::dict_mut(vm, r) {
        d.clear();
    }
    if it.is_undef() { Ok(Value::None) } else { update_with(vm, r, it, "_set_update") }
}

fn add(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "set.add")?;
    vm.written(r);
    let [v] = take(vm, args, "set.add", 1, 1)?;
    add_to(vm, r, v)
}

fn drop_key(vm: &mut Vm, args: Args, name: &str, strict: bool) -> Result<Value, Signal> {
    let r = own(vm, args, name)?;
    let [v] = take(vm, args, name, 1, 1)?;
    match locate(vm, r, v) {
        Ok((_, Some(at))) => {
            if let Some(d) = table::dict_mut(vm, r) {
                d.remove(at);
            }
            Ok(Value::None)
        }
        Ok((_, None)) if strict => Err(super::item::key_error(vm, v)),
        Ok((_, None)) => Ok(Value::None),
        // A set stands for its frozen copy.
        Err(NoHash::Never(k)) if vm.class_of(vm.plain(k)) == class::SET && k.is(v) => {
            let copy = items_of(vm, vm.plain(k)).cloned().unwrap_or_default();
            let frozen = vm.heap.alloc(Obj::FrozenSet(Box::new(copy)));
            match locate(vm, r, frozen.into()) {
                Ok((_, None)) if strict => return Err(super::item::key_error(vm, v)),
                _ => {}
            }
            let args = [args.positional[0], frozen.into()];
            drop_key(vm, Args { positional: &args, keywords: &[] }, name, strict)
        }
        Err(why) => Err(elsewhere(vm, why, if strict { "_set_remove" } else { "_set_discard" }, &[r.into(), v])),
    }
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    drop_key(vm, args, "set.remove", true)
}

fn discard(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    drop_key(vm, args, "set.discard", false)
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "set.pop")?;
    let [] = take(vm, args, "set.pop", 1, 0)?;
    arranged(vm, r.into());
    let first = table::dict(vm, r).entries.iter().position(|e| !e.key.is_undef());
    match (first, table::dict_mut(vm, r)) {
        (Some(at), Some(d)) => Ok(d.remove(at).key),
        _ => Err(vm.raise(class::KEY_ERROR, "pop from an empty set")),
    }
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "set.clear")?;
    let [] = take(vm, args, "set.clear", 1, 0)?;
    if let Some(d) = table::dict_mut(vm, r) {
        d.clear();
    }
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let name = &*called(vm, args, "set.copy");
    let r = own(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    if matches!(vm.heap.get(r), Obj::FrozenSet(_)) {
        return Ok(r.into());
    }
    arranged(vm, r.into());
    let d = table::dict(vm, r).copy_of_set();
    Ok(wrap(vm, r.into(), d))
}

/// Another operand of a method.
struct Other {
    /// What it holds, as a set or a frozenset.
    set: Value,
    /// Its items in their order, unless it is a set.
    items: Option<Vec<(u64, Value)>>,
    dict: bool,
}

impl Other {
    /// In the order in which CPython walks it.
    fn walk(&self, vm: &mut Vm) -> Vec<(u64, Value)> {
        if let Some(items) = &self.items {
            return items.clone();
        }
        arranged(vm, self.set);
        items_of(vm, self.set).map_or(Vec::new(), |d| d.iter().map(|e| (e.hash, e.key)).collect())
    }

    fn len(&self, vm: &Vm) -> usize {
        items_of(vm, self.set).map_or(0, Dict::len)
    }
}

/// The other operands; None when Python must build one.
fn others(vm: &mut Vm, args: Args) -> Result<Option<Vec<Other>>, Signal> {
    let mut out = Vec::new();
    for &v in &args.positional[1..] {
        let plain = vm.plain(v);
        let is_set = matches!(plain.as_ref().map(|r| vm.heap.get(r)), Some(Obj::Set(_) | Obj::FrozenSet(_)));
        if is_set && super::lacks(vm, v, &["__iter__"]) {
            out.push(Other { set: plain, items: None, dict: false });
            continue;
        }
        let Some(list) = super::iter::collect(vm, v)? else { return Ok(None) };
        let list = vm.heap.list(list);
        let r = vm.heap.alloc(Obj::Set(Box::default()));
        match update_with(vm, r, list, "_set_update") {
            Ok(_) => {}
            Err(Signal::Call(_)) => return Ok(None),
            Err(e) => return Err(e),
        }
        let items = vm.items_of(list);
        let items = items.into_iter().filter_map(|k| Some((hash(vm, k).ok()?, k))).collect();
        out.push(Other { set: r.into(), items: Some(items), dict: vm.class_of(plain) == class::DICT });
    }
    Ok(Some(out))
}

/// One of the methods `difference`, `intersection`, `symmetric_difference` with one operand, in the order that CPython's steps give
/// (an operator's may differ); with `inplace` the set itself. `Err(())` when Python must compare.
fn step(vm: &mut Vm, op: BinaryOp, this: Value, other: &Other, inplace: bool) -> Result<Dict, ()> {
    let find = |vm: &Vm, d: &Dict, h: u64, k: Value| find(vm, d, h, k).map_err(|_| ());
    arranged(vm, this);
    if let Some(same) = with_itself(vm, op, this, other.set) {
        return Ok(same);
    }
    let mine = items_of(vm, this).cloned().unwrap_or_default();
    if op == BinaryOp::Sub && !inplace {
        let few = other.items.is_none() || other.dict;
        if few && mine.len() >> 2 <= other.len(vm) {
            return combine(vm, op, &mine, items_of(vm, other.set).unwrap_or(&Dict::default()));
        }
        let mut out = mine.copy_of_set();
        out.arrange();
        return remove_all(vm, out, other);
    }
    let walk = other.walk(vm);
    match op {
        BinaryOp::Sub => remove_all(vm, mine, other),
        BinaryOp::And if other.items.is_some() => {
            let mut out = Dict::default();
            for (h, k) in walk {
                if find(vm, &mine, h, k)?.is_some() && find(vm, &out, h, k)?.is_none() {
                    out.push_key(h, k);
                }
            }
            Ok(out)
        }
        // CPython makes a set of the other and takes from it what both have; of a set in place it goes the other way.
        BinaryOp::Xor if !inplace && other.items.is_some() => {
            arranged(vm, other.set);
            let mut out = items_of(vm, other.set).cloned().unwrap_or_default();
            for e in mine.iter() {
                match find(vm, &out, e.hash, e.key)? {
                    Some(at) => drop(out.remove(at)),
                    None => out.push_key(e.hash, e.key),
                }
            }
            Ok(out)
        }
        BinaryOp::Xor if inplace => {
            let mut out = mine;
            arranged(vm, other.set);
            let walk: Vec<_> = match other.dict {
                true => walk,
                false => items_of(vm, other.set).map_or(walk, |d| d.iter().map(|e| (e.hash, e.key)).collect()),
            };
            for (h, k) in walk {
                match find(vm, &out, h, k)? {
                    Some(at) => drop(out.remove(at)),
                    None => out.push_key(h, k),
                }
            }
            Ok(out)
        }
        _ => {
            arranged(vm, other.set);
            combine(vm, op, &mine, items_of(vm, other.set).unwrap_or(&Dict::default()))
        }
    }
}

/// What `difference_update` leaves.
fn remove_all(vm: &mut Vm, mut out: Dict, other: &Other) -> Result<Dict, ()> {
    let mut walk = other.walk(vm);
    // As CPython: of a much larger set, what they share.
    if other.items.is_none()
        && other.len(vm) >> 3 > out.len()
        && let Some(all) = items_of(vm, other.set)
    {
        let mut shared = combine(vm, BinaryOp::And, &out, all)?;
        shared.arrange();
        walk = shared.iter().map(|e| (e.hash, e.key)).collect();
    }
    for (h, k) in walk {
        if let Some(at) = find(vm, &out, h, k).map_err(|_| ())? {
            out.remove(at);
        }
    }
    out.shed();
    Ok(out)
}

/// `union` and its kind (a new set), or the `_update` kind (in place).
fn fold(vm: &mut Vm, args: Args, name: &str, op: BinaryOp, inplace: bool) -> Result<Value, Signal> {
    let name = &*called(vm, args, name);
    let r = own(vm, args, name)?;
    if !args.keywords.is_empty() {
        return Err(vm.type_error(&format!("{name}() takes no keyword arguments")));
    }
    let given = args.positional.len() - 1;
    if op == BinaryOp::Xor && given != 1 {
        return Err(vm.type_error(&format!("{name}() takes exactly one argument ({given} given)")));
    }
    if op == BinaryOp::Or && inplace {
        for (i, &v) in args.positional.iter().enumerate().skip(1) {
            match update_with(vm, r, v, "_set_update") {
                Ok(_) => {}
                Err(Signal::Call(call)) => {
                    let mut positional = call.positional;
                    positional.extend_from_slice(&args.positional[i + 1..]);
                    return Err(vm.in_prelude("_set_update", &positional));
                }
                Err(e) => return Err(e),
            }
        }
        return Ok(Value::None);
    }
    if op == BinaryOp::Or {
        let [first, rest @ ..] = args.positional else { return Ok(Value::None) };
        arranged(vm, r.into());
        let own = table::dict(vm, r).copy_of_set();
        let sum = wrap(vm, vm.plain(*first), own);
        for (i, &v) in rest.iter().enumerate().filter(|(_, v)| !v.is(*first)) {
            if let Err(signal) = sum.as_ref().map_or(Ok(Value::None), |r| update_with(vm, r, v, "_set_union")) {
                let Signal::Call(call) = signal else { return Err(signal) };
                let mut positional = call.positional;
                positional.extend_from_slice(&rest[i + 1..]);
                return Err(vm.in_prelude("_set_union", &positional));
            }
        }
        return Ok(sum);
    }
    let Some(more) = others(vm, args)? else {
        let mut all = vec![Value::Int(op as i64), Value::Bool(inplace)];
        all.extend_from_slice(args.positional);
        return Err(vm.in_prelude("_set_fold", &all));
    };
    let mut result: Value = r.into();
    if more.is_empty() && !inplace {
        arranged(vm, r.into());
        let d = table::dict(vm, r).copy_of_set();
        return Ok(wrap(vm, r.into(), d));
    }
    let in_steps = inplace && op != BinaryOp::And;
    for other in &more {
        let n = other.len(vm) + items_of(vm, result).map_or(0, Dict::len);
        vm.charge(n as u64 * 10_000);
        let Ok(d) = step(vm, op, result, other, in_steps || !result.is(r.into()) && op == BinaryOp::Sub) else {
            let mut all = vec![Value::Int(op as i64), Value::Bool(inplace)];
            all.extend_from_slice(args.positional);
            return Err(vm.in_prelude("_set_fold", &all));
        };
        result = wrap(vm, r.into(), d);
    }
    if inplace {
        replace(vm, r, result);
        return Ok(Value::None);
    }
    Ok(result)
}

fn relation(vm: &mut Vm, args: Args, name: &str, which: char) -> Result<Value, Signal> {
    let name = &*called(vm, args, name);
    let r = own(vm, args, name)?;
    let [other] = take(vm, args, name, 1, 1)?;
    if let Some(more) = others(vm, args)? {
        let mine = table::dict(vm, r);
        if let Some(theirs) = items_of(vm, more[0].set) {
            let answer = match which {
                '<' => includes(vm, mine, theirs),
                '>' => includes(vm, theirs, mine),
                _ => match combine(vm, BinaryOp::And, mine, theirs) {
                    Ok(d) => d.is_empty().into(),
                    Err(()) => Answer::Python,
                },
            };
            match answer {
                Answer::Yes => return Ok(Value::Bool(true)),
                Answer::No => return Ok(Value::Bool(false)),
                _ => {}
            }
        }
    }
    let which = vm.heap.string(&which.to_string());
    Err(vm.in_prelude("_set_relation", &[r.into(), other, which]))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::SET, new_set);
    vm.constructor(class::FROZENSET, new_frozenset);
    let shared: super::Methods = &[
        ("copy", copy, 30),
        ("union", |vm, a| fold(vm, a, "set.union", BinaryOp::Or, false), 30),
        ("intersection", |vm, a| fold(vm, a, "set.intersection", BinaryOp::And, false), 30),
        ("difference", |vm, a| fold(vm, a, "set.difference", BinaryOp::Sub, false), 30),
        ("symmetric_difference", |vm, a| fold(vm, a, "set.symmetric_difference", BinaryOp::Xor, false), 30),
        ("issubset", |vm, a| relation(vm, a, "set.issubset", '<'), 30),
        ("issuperset", |vm, a| relation(vm, a, "set.issuperset", '>'), 30),
        ("isdisjoint", |vm, a| relation(vm, a, "set.isdisjoint", '&'), 30),
    ];
    super::add(vm, class::SET, shared);
    super::add(vm, class::FROZENSET, shared);
    super::add(
        vm,
        class::SET,
        &[
            ("__init__", init, 15),
            ("add", add, 10),
            ("remove", remove, 15),
            ("discard", discard, 15),
            ("pop", pop, 15),
            ("clear", clear, 15),
            ("update", |vm, a| fold(vm, a, "set.update", BinaryOp::Or, true), 30),
            ("intersection_update", |vm, a| fold(vm, a, "set.intersection_update", BinaryOp::And, true), 30),
            ("difference_update", |vm, a| fold(vm, a, "set.difference_update", BinaryOp::Sub, true), 30),
            (
                "symmetric_difference_update",
                |vm, a| fold(vm, a, "set.symmetric_difference_update", BinaryOp::Xor, true),
                30,
            ),
        ],
    );
}
