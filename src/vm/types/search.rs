//! str: find, index, count, replace, startswith.

use super::args::{index_or, named, take, text};
use super::str::{needed, own};
use crate::vm::native::{Args, Signal};
use crate::vm::value::Value;
use crate::vm::{Vm, class, pulse};

/// A part of a text between character bounds, with the byte and the character where it starts; None when the bounds leave nothing,
/// not even the empty text.
fn bounded(vm: &mut Vm, s: &str, start: Value, stop: Value) -> Result<Option<(usize, usize, usize)>, Signal> {
    let or = |v: Value| if v.is_none() { Value::Undef } else { v };
    let n = s.chars().count() as i64;
    let clamp = |i: i64| if i < 0 { i.saturating_add(n).max(0) } else { i };
    let (a, b) = (clamp(index_or(vm, or(start), 0)?), clamp(index_or(vm, or(stop), i64::MAX)?).min(n));
    if a > n || a > b {
        return Ok(None);
    }
    let byte = |i: i64| {
        if s.len() as i64 == n { i as usize } else { s.char_indices().nth(i as usize).map_or(s.len(), |(b, _)| b) }
    };
    Ok(Some((byte(a), byte(b), a as usize)))
}

fn find(vm: &mut Vm, args: Args, name: &str, right: bool) -> Result<Option<usize>, Signal> {
    let s = own(vm, args, name)?;
    let [sub, start, stop] = take(vm, args, name, 1, 1)?;
    let short = name.trim_start_matches("str.");
    let sub = needed(vm, sub, &format!("{short}() argument 1 must be str, not "))?;
    let Some((a, b, first)) = bounded(vm, &s, start, stop)? else {
        return Ok(None);
    };
    vm.charge((b - a) as u64 * 100);
    let part = &s[a..b];
    let at = if right { part.rfind(&*sub) } else { part.find(&*sub) };
    Ok(at.map(|i| first + part[..i].chars().count()))
}

fn find_or(vm: &mut Vm, args: Args, name: &str, right: bool, strict: bool) -> Result<Value, Signal> {
    match find(vm, args, name, right)? {
        Some(i) => Ok(Value::Int(i as i64)),
        None if strict => Err(vm.value_error("substring not found")),
        None => Ok(Value::Int(-1)),
    }
}

/// How often a text is in another.
fn hits(s: &str, sub: &str) -> usize {
    s.matches(sub).take_while(|_| !pulse::beat(4)).count()
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.count")?;
    let [sub, start, stop] = take(vm, args, "str.count", 1, 1)?;
    let sub = needed(vm, sub, "count() argument 1 must be str, not ")?;
    vm.charge(s.len() as u64 * 100);
    let n = match bounded(vm, &s, start, stop)? {
        None => 0,
        Some((a, b, _)) if sub.is_empty() => s[a..b].chars().count() + 1,
        Some((a, b, _)) => hits(&s[a..b], &sub),
    };
    Ok(Value::Int(n as i64))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let s = own(vm, args, "str.replace")?;
    let given = args.positional.len() - 1;
    if given < 2 {
        return Err(vm.type_error(&format!("replace() takes at least 2 positional arguments ({given} given)")));
    }
    let [old, new, count] = named(vm, args, "str.replace", 1, ["old", "new", "count"], 2)?;
    let old = needed(vm, old, "replace() argument 1 must be str, not ")?;
    let new = needed(vm, new, "replace() argument 2 must be str, not ")?;
    let count = index_or(vm, count, -1)?;
    let n = if count < 0 { usize::MAX } else { count as usize };
    let hits = hits(&s, &old).min(n);
    super::sequence::room(vm, s.len() + hits * new.len(), 1)?;
    vm.charge(s.len() as u64 * 100 + hits as u64 * 5000);
    let mut text = String::with_capacity(s.len() + (hits * new.len()).saturating_sub(hits * old.len()));
    let mut done = 0;
    for (at, part) in s.match_indices(&*old).take(n) {
        if pulse::beat(4) {
            break;
        }
        text.push_str(&s[done..at]);
        text.push_str(&new);
        done = at + part.len();
    }
    text.push_str(&s[done..]);
    Ok(vm.heap.string(&text))
}

fn affix(vm: &mut Vm, args: Args, name: &str, front: bool) -> Result<Value, Signal> {
    let s = own(vm, args, name)?;
    let [fix, start, stop] = take(vm, args, name, 1, 1)?;
    let short = name.trim_start_matches("str.");
    let plain = vm.plain(fix);
    let choices =
        if vm.class_of(plain) == class::TUPLE { super::args::items(vm, plain).unwrap_or_default() } else { vec![fix] };
    let part = bounded(vm, &s, start, stop)?;
    for choice in choices {
        let Some(t) = text(vm, choice) else {
            let kind = vm.class_name(choice);
            let message = if choice.is(fix) {
                format!("{short} first arg must be str or a tuple of str, not {kind}")
            } else {
                format!("tuple for {short} must only contain str, not {kind}")
            };
            return Err(vm.type_error(&message));
        };
        if let Some((a, b, _)) = part
            && if front { s[a..b].starts_with(&*t) } else { s[a..b].ends_with(&*t) }
        {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

pub fn install(vm: &mut Vm) {
    super::add(
        vm,
        class::STR,
        &[
            ("find", |vm, a| find_or(vm, a, "str.find", false, false), 40),
            ("rfind", |vm, a| find_or(vm, a, "str.rfind", true, false), 40),
            ("index", |vm, a| find_or(vm, a, "str.index", false, true), 40),
            ("rindex", |vm, a| find_or(vm, a, "str.rindex", true, true), 40),
            ("count", count, 40),
            ("replace", replace, 50),
            ("startswith", |vm, a| affix(vm, a, "str.startswith", true), 30),
            ("endswith", |vm, a| affix(vm, a, "str.endswith", false), 30),
        ],
    );
}
