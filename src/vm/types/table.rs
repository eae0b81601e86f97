//! Dicts and sets with keys of any value: lookups that need no Python, and the ways into the prelude for those that do.

use super::compare::equal;
use super::hash::{self, NoHash};
use crate::vm::Vm;
use crate::vm::dict::{Dict, EMPTY_DICT};
use crate::vm::native::Signal;
use crate::vm::object::Obj;
use crate::vm::value::{Ref, Value};

/// Python must compare keys.
#[derive(Clone, Copy, Debug)]
pub struct NeedsPython;

/// The place of a key in a dict.
#[inline]
pub fn find(vm: &Vm, d: &Dict, hash: u64, key: Value) -> Result<Option<usize>, NeedsPython> {
    let mut python = false;
    let at = d.find(hash, |k| {
        if k.is(key) {
            return true;
        }
        // The usual keys without detours.
        match (k, key) {
            (Value::Int(_), Value::Int(_)) => return false,
            (Value::Obj(x), Value::Obj(y)) => {
                if let (Obj::Str(x), Obj::Str(y)) = (vm.heap.get(x), vm.heap.get(y)) {
                    return x.text == y.text;
                }
            }
            _ => {}
        }
        equal(vm, k, key).unwrap_or_else(|| {
            python = true;
            true
        })
    });
    if python { Err(NeedsPython) } else { Ok(at) }
}

/// The dict behind a reference to a dict, set or frozenset object (an empty one for any other).
pub fn dict(vm: &Vm, r: Ref) -> &Dict {
    match vm.heap.get(r) {
        Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => d,
        _ => &EMPTY_DICT,
    }
}

/// The same for changing; None for any other object.
pub fn dict_mut(vm: &mut Vm, r: Ref) -> Option<&mut Dict> {
    match vm.heap.get_mut(r) {
        Obj::Dict(d) | Obj::Set(d) | Obj::FrozenSet(d) => Some(d),
        _ => None,
    }
}

/// A key's hash and place, or why Python or an error must come first.
pub fn locate(vm: &Vm, r: Ref, key: Value) -> Result<(u64, Option<usize>), NoHash> {
    let h = hash::hash(vm, key)?;
    match find(vm, dict(vm, r), h, key) {
        Ok(at) => Ok((h, at)),
        Err(NeedsPython) => Err(NoHash::Python),
    }
}

/// What to end a native with when `locate` failed: TypeError, or the prelude function that does the whole operation.
pub fn elsewhere(vm: &mut Vm, why: NoHash, prelude: &str, args: &[Value]) -> Signal {
    match why {
        NoHash::Never(v) => {
            let message = hash::complaint(vm, v);
            vm.type_error(&message)
        }
        NoHash::Python => vm.in_prelude(prelude, args),
    }
}

/// Stores under a key whose place is known.
pub fn store(vm: &mut Vm, r: Ref, hash: u64, at: Option<usize>, key: Value, value: Value) {
    let mut grown = 0;
    if let Some(d) = dict_mut(vm, r) {
        match at {
            Some(at) => d.entries[at].value = value,
            None => {
                let before = d.entries.capacity();
                d.push(hash, key, value);
                grown = d.entries.capacity() - before.min(d.entries.capacity());
            }
        }
    }
    if grown > 0 {
        vm.heap.charge(grown as isize * 56);
    }
}

/// A new key or a new value for an old one; for keys that need no Python (names, numbers).
pub fn put(vm: &mut Vm, r: Ref, key: Value, value: Value) -> Result<(), NoHash> {
    let (h, at) = locate(vm, r, key)?;
    store(vm, r, h, at, key, value);
    Ok(())
}
