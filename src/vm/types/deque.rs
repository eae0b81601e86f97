//! collections.deque.

use super::args::{index_or, named, take, this};
use super::compare::equal;
use crate::vm::native::{Args, Signal};
use crate::vm::object::{Deque, Obj};
use crate::vm::value::{Ref, Value};
use crate::vm::{Vm, class};

impl Deque {
    /// Drops from the left what is beyond `maxlen`.
    pub fn trim_left(&mut self) {
        if let Some(n) = self.maxlen {
            while self.items.len() > n {
                self.items.pop_front();
            }
        }
    }

    fn push(&mut self, v: Value) {
        self.version += 1;
        self.items.push_back(v);
        self.trim_left();
    }

    fn push_left(&mut self, v: Value) {
        self.version += 1;
        self.items.push_front(v);
        if self.maxlen.is_some_and(|n| self.items.len() > n) {
            self.items.pop_back();
        }
    }
}

fn change<T>(vm: &mut Vm, r: Ref, f: impl FnOnce(&mut Deque) -> T) -> Option<T> {
    vm.written(r);
    match vm.heap.get_mut(r) {
        Obj::Deque(d) => Some(f(d)),
        _ => None,
    }
}

fn items(vm: &Vm, r: Ref) -> Vec<Value> {
    match vm.heap.get(r) {
        Obj::Deque(d) => d.items.iter().copied().collect(),
        _ => Vec::new(),
    }
}

/// Adds items at the right end.
pub fn extend(vm: &mut Vm, r: Ref, more: &[Value]) {
    vm.charge(more.len() as u64 * 5000);
    change(vm, r, |d| more.iter().for_each(|&v| d.push(v)));
}

fn build(vm: &mut Vm, args: Args, own: usize, r: Ref, answer: Value) -> Result<Value, Signal> {
    let [it, maxlen] = named(vm, args, "deque", own, ["iterable", "maxlen"], 0)?;
    let maxlen = match maxlen {
        Value::Undef | Value::None => None,
        v => match super::args::index(vm, v) {
            Ok(n) if n < 0 => return Err(vm.value_error("maxlen must be non-negative")),
            Ok(n) => Some(n as usize),
            Err(_) => return Err(vm.type_error("an integer is required")),
        },
    };
    change(vm, r, |d| *d = Deque { maxlen, ..Deque::default() });
    if it.is_undef() {
        return Ok(answer);
    }
    match super::iter::collect(vm, it)? {
        Some(more) => {
            extend(vm, r, &more);
            Ok(answer)
        }
        None => Err(vm.in_prelude("_deque_fill", &[r.into(), it, answer])),
    }
}

fn new(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = vm.heap.alloc(Obj::Deque(Box::default()));
    build(vm, args, 0, r, r.into())
}

fn init(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.__init__")?;
    build(vm, args, 1, r, Value::None)
}

fn own(vm: &mut Vm, args: Args, name: &str) -> Result<Ref, Signal> {
    this(vm, args, class::DEQUE, name)
}

fn append(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.append")?;
    let [v] = take(vm, args, "deque.append", 1, 1)?;
    change(vm, r, |d| d.push(v));
    Ok(Value::None)
}

fn appendleft(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.appendleft")?;
    let [v] = take(vm, args, "deque.appendleft", 1, 1)?;
    change(vm, r, |d| d.push_left(v));
    Ok(Value::None)
}

fn grow(vm: &mut Vm, args: Args, name: &str, left: bool) -> Result<Value, Signal> {
    let r = own(vm, args, name)?;
    let [it] = take(vm, args, name, 1, 1)?;
    match super::iter::collect(vm, it)? {
        Some(more) if left => {
            change(vm, r, |d| more.iter().for_each(|&v| d.push_left(v)));
            Ok(Value::None)
        }
        Some(more) => {
            extend(vm, r, &more);
            Ok(Value::None)
        }
        None => Err(vm.in_prelude(if left { "_deque_extendleft" } else { "_deque_extend" }, &[r.into(), it])),
    }
}

fn take_end(vm: &mut Vm, args: Args, name: &str, left: bool) -> Result<Value, Signal> {
    let r = own(vm, args, name)?;
    let [] = take(vm, args, name, 1, 0)?;
    let got = change(vm, r, |d| {
        d.version += 1;
        if left { d.items.pop_front() } else { d.items.pop_back() }
    });
    match got.flatten() {
        Some(v) => Ok(v),
        None => Err(vm.raise(class::INDEX_ERROR, "pop from an empty deque")),
    }
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.clear")?;
    let [] = take(vm, args, "deque.clear", 1, 0)?;
    change(vm, r, |d| {
        d.items.clear();
        d.version += 1;
    });
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.copy")?;
    let [] = take(vm, args, "deque.copy", 1, 0)?;
    let obj = vm.heap.get(r).clone();
    Ok(Value::Obj(vm.heap.alloc(obj)))
}

fn rotate(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.rotate")?;
    let [n] = take(vm, args, "deque.rotate", 1, 0)?;
    let n = index_or(vm, n, 1)?;
    change(vm, r, |d| {
        let len = d.items.len();
        if len > 0 {
            d.items.rotate_right(n.rem_euclid(len as i64) as usize);
        }
    });
    Ok(Value::None)
}

fn reverse(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.reverse")?;
    change(vm, r, |d| d.items.make_contiguous().reverse());
    Ok(Value::None)
}

fn count(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.count")?;
    let [v] = take(vm, args, "deque.count", 1, 1)?;
    let mut n = 0;
    for x in items(vm, r) {
        match equal(vm, x, v) {
            Some(b) => n += b as i64,
            None => return Err(vm.in_prelude("_list_count", &[r.into(), v])),
        }
    }
    Ok(Value::Int(n))
}

/// The place of an item; None when Python must compare.
fn find(vm: &Vm, r: Ref, v: Value) -> Option<Option<usize>> {
    let Obj::Deque(d) = vm.heap.get(r) else { return Some(None) };
    for (i, &x) in d.items.iter().enumerate() {
        if x.is(v) || equal(vm, x, v)? {
            return Some(Some(i));
        }
    }
    Some(None)
}

fn index(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.index")?;
    let [v, start, stop] = take(vm, args, "deque.index", 1, 1)?;
    let n = items(vm, r).len() as i64;
    let clamp = |i: i64| if i < 0 { (i + n).max(0) } else { i };
    let (start, stop) = (clamp(index_or(vm, start, 0)?), clamp(index_or(vm, stop, i64::MAX)?));
    for (i, x) in items(vm, r).into_iter().enumerate() {
        if (i as i64) < start || i as i64 >= stop {
            continue;
        }
        match equal(vm, x, v) {
            Some(true) => return Ok(Value::Int(i as i64)),
            Some(false) => {}
            None => return Err(vm.in_prelude("_list_index", &[r.into(), v, start.into(), stop.into()])),
        }
    }
    let shown = super::repr::repr(vm, v).unwrap_or_default();
    Err(vm.value_error(&format!("{shown} is not in deque")))
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.remove")?;
    let [v] = take(vm, args, "deque.remove", 1, 1)?;
    match find(vm, r, v) {
        Some(Some(i)) => {
            change(vm, r, |d| {
                d.version += 1;
                d.items.remove(i)
            });
            Ok(Value::None)
        }
        Some(None) => {
            let shown = super::repr::repr(vm, v).unwrap_or_default();
            Err(vm.value_error(&format!("{shown} is not in deque")))
        }
        None => Err(vm.in_prelude("_list_remove", &[r.into(), v])),
    }
}

fn insert(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.insert")?;
    let [at, v] = take(vm, args, "deque.insert", 1, 2)?;
    let i = super::args::index(vm, at)?;
    let done = change(vm, r, |d| {
        if d.maxlen.is_some_and(|n| d.items.len() >= n) {
            return false;
        }
        let n = d.items.len() as i64;
        let at = if i < 0 { (i + n).max(0) } else { i.min(n) } as usize;
        d.items.insert(at, v);
        d.version += 1;
        true
    });
    if done == Some(false) {
        return Err(vm.raise(class::INDEX_ERROR, "deque already at its maximum size"));
    }
    Ok(Value::None)
}

fn maxlen(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let r = own(vm, args, "deque.maxlen")?;
    Ok(change(vm, r, |d| d.maxlen).flatten().map_or(Value::None, |n| Value::Int(n as i64)))
}

pub fn install(vm: &mut Vm) {
    vm.constructor(class::DEQUE, new);
    vm.getter(class::DEQUE, "maxlen", maxlen);
    super::add(
        vm,
        class::DEQUE,
        &[
            ("__init__", init, 15),
            ("append", append, 6),
            ("appendleft", appendleft, 6),
            ("extend", |vm, a| grow(vm, a, "deque.extend", false), 20),
            ("extendleft", |vm, a| grow(vm, a, "deque.extendleft", true), 20),
            ("pop", |vm, a| take_end(vm, a, "deque.pop", false), 8),
            ("popleft", |vm, a| take_end(vm, a, "deque.popleft", true), 8),
            ("clear", clear, 15),
            ("copy", copy, 30),
            ("__copy__", copy, 30),
            ("rotate", rotate, 20),
            ("reverse", reverse, 15),
            ("count", count, 20),
            ("index", index, 20),
            ("remove", remove, 20),
            ("insert", insert, 20),
        ],
    );
}
