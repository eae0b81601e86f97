//! `_pickler`: values to bytes and back, for what crosses between processes. `pickle` drives it from Python.
//!
//! The encoding is our own: the program of a stack machine, so that a step that needs Python (`__reduce__`, an import)
//! can be taken by the driver in between. Objects get numbers in the order in which they are made, on both sides.

mod decode;
mod encode;

use crate::vm::{Ref, Vm};

/// The namespace of `_pickler`.
pub fn fill(vm: &mut Vm, names: Ref) {
    vm.define_priced(names, "encode", encode::encode, 220_000);
    vm.define_priced(names, "decode", decode::decode, 220_000);
}

/// CPU time of pickling or unpickling so many bytes of our encoding, of which some were copied as a whole, picoseconds (calibration:
/// pickle_roundtrip_list_256_ints, pickle_roundtrip_1MB_bytes).
fn cost(bytes: usize, copied: usize) -> u64 {
    (bytes - copied.min(bytes)) as u64 * 2_000 + copied as u64 * 230
}

/// A string of so many bytes is copied as a whole.
const LONG: usize = 64;

/// One step of the encoding. Operands follow it; lengths and numbers are varints.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Op {
    None,
    True,
    False,
    Ellipsis,
    NotImplemented,
    /// A zigzag varint.
    Int,
    /// Decimal digits.
    Big,
    Float,
    Complex,
    /// Numbered from here on, each when its op is met.
    Str,
    Bytes,
    ByteArray,
    /// Takes so many values from the stack.
    Tuple,
    FrozenSet,
    /// Empty, filled by the next three.
    List,
    Dict,
    Set,
    Deque,
    Append,
    Update,
    Add,
    Range,
    Slice,
    /// A built-in type's place.
    Builtin,
    /// Module and qualified name.
    Global,
    /// An object of the class on the stack, without attributes.
    Instance,
    /// The built-in value on the stack becomes that of the object under it.
    Payload,
    /// So many names and values from the stack become attributes.
    Attrs,
    /// Class and args tuple from the stack.
    Exception,
    /// Object and name from the stack.
    Method,
    /// Function and args tuple from the stack: called by the driver.
    Call,
    /// The state on the stack is given to the object under it by the driver.
    State,
    /// The object of this number.
    Again,
    End,
}

impl Op {
    fn from(byte: u8) -> Option<Op> {
        ALL.get(byte as usize).copied()
    }
}

const ALL: [Op; 34] = [
    Op::None,
    Op::True,
    Op::False,
    Op::Ellipsis,
    Op::NotImplemented,
    Op::Int,
    Op::Big,
    Op::Float,
    Op::Complex,
    Op::Str,
    Op::Bytes,
    Op::ByteArray,
    Op::Tuple,
    Op::FrozenSet,
    Op::List,
    Op::Dict,
    Op::Set,
    Op::Deque,
    Op::Append,
    Op::Update,
    Op::Add,
    Op::Range,
    Op::Slice,
    Op::Builtin,
    Op::Global,
    Op::Instance,
    Op::Payload,
    Op::Attrs,
    Op::Exception,
    Op::Method,
    Op::Call,
    Op::State,
    Op::Again,
    Op::End,
];
