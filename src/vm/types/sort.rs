//! Stable sorting of values that need no Python to be compared.

use super::compare::{Answer, as_small, is_str, order};
use crate::lang::CompareOp;
use crate::vm::value::Value;
use crate::vm::{Vm, pulse};
use std::cell::Cell;
use std::cmp::Ordering;

/// Sorts by the items or by `keys` (one per item). False, with the items in any order, when Python must compare or a pair has no
/// order: then the prelude sorts, and raises what there is to raise.
pub fn sort(vm: &mut Vm, items: &mut [Value], keys: Option<&[Value]>, reverse: bool) -> bool {
    let n = items.len();
    let by: Vec<Value> = keys.map_or_else(|| items.to_vec(), <[Value]>::to_vec);
    vm.charge(n as u64 * u64::from(n.max(2).ilog2()) * 1900);
    // Each key was a call from C.
    vm.charge(keys.map_or(0, |k| k.len() as u64 * 18_000));
    if by.iter().any(|&v| matches!(v, Value::Float(f) if f.is_nan())) {
        return false;
    }
    let mut places: Vec<usize> = (0..n).collect();
    // Stability under `reverse` means: equal items keep their order, so compare backwards instead of reversing at the end.
    let turn = |o: Ordering| if reverse { o.reverse() } else { o };
    if by.iter().all(|&v| as_small(v).is_some()) {
        let small: Vec<f64> = by.iter().map(|&v| as_small(v).unwrap_or(0.0)).collect();
        in_pieces(&mut places, &|a, b| turn(small[a].partial_cmp(&small[b]).unwrap_or(Ordering::Equal)));
    } else if by.iter().all(|&v| is_str(vm, v)) {
        let texts: Vec<_> = by.iter().map(|&v| vm.heap.text(v).cloned().unwrap_or_default()).collect();
        in_pieces(&mut places, &|a, b| turn(texts[a].cmp(&texts[b])));
    } else {
        let failed = Cell::new(false);
        let less = |a: Value, b: Value| match order(vm, CompareOp::Lt, a, b, 0) {
            Answer::Yes => true,
            Answer::No => false,
            _ => {
                failed.set(true);
                false
            }
        };
        merge(&mut places, 1, &|a, b| {
            if failed.get() {
                return false;
            }
            if reverse { less(by[a], by[b]) } else { less(by[b], by[a]) }
        });
        if failed.get() {
            return false;
        }
    }
    let old = items.to_vec();
    for (to, &from) in items.iter_mut().zip(&places) {
        *to = old[from];
    }
    true
}

/// A run can be stopped between two pieces of so many items.
const PIECE: usize = 1 << 14;

/// A stable sort.
fn in_pieces(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    for piece in places.chunks_mut(PIECE) {
        if pulse::beat(piece.len()) {
            return;
        }
        piece.sort_by(|&a, &b| order(a, b));
    }
    merge(places, PIECE, &|a, b| order(a, b) == Ordering::Greater);
}

/// A merge sort that bears an inconsistent order, of what is sorted in pieces of this width: `swap(a, b)` says that `b` must come
/// before `a`.
fn merge(places: &mut [usize], mut width: usize, swap: &dyn Fn(usize, usize) -> bool) {
    let n = places.len();
    let mut other = places.to_vec();
    while width < n {
        let mut start = 0;
        while start < n {
            if pulse::beat(2 * width.min(PIECE)) {
                return;
            }
            let (mid, end) = ((start + width).min(n), (start + 2 * width).min(n));
            let (mut i, mut j) = (start, mid);
            for (n, slot) in other[start..end].iter_mut().enumerate() {
                if n % PIECE == PIECE - 1 && pulse::beat(PIECE) {
                    return;
                }
                let right = j < end && (i >= mid || swap(places[i], places[j]));
                *slot = if right { places[j] } else { places[i] };
                if right {
                    j += 1;
                } else {
                    i += 1;
                }
            }
            start = end;
        }
        places.copy_from_slice(&other);
        width *= 2;
    }
}
