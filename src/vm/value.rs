//! Values: 16 bytes, `Copy`. Everything that does not fit stands on the heap behind a `Ref`.

/// An object's place in its process's heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref(pub u32);

/// A Python value.
#[derive(Clone, Copy, Debug, Default)]
pub enum Value {
    /// No value: an unbound local, an absent argument, the end of an iteration. Never visible to a program.
    #[default]
    Undef,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    /// Integers beyond 64 bits are `Obj::Big`; a value that fits is always here, so equal ints are equal variants.
    Int(i64),
    Float(f64),
    Obj(Ref),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    pub fn is_undef(self) -> bool {
        matches!(self, Value::Undef)
    }

    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }

    pub fn as_ref(self) -> Option<Ref> {
        match self {
            Value::Obj(r) => Some(r),
            _ => None,
        }
    }

    /// Python's `is`. Ints and floats are identical when equal in bits, as small ints are in CPython.
    pub fn is(self, other: Value) -> bool {
        match (self, other) {
            (Value::Obj(a), Value::Obj(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::None, Value::None)
            | (Value::NotImplemented, Value::NotImplemented)
            | (Value::Ellipsis, Value::Ellipsis)
            | (Value::Undef, Value::Undef) => true,
            _ => false,
        }
    }
}

/// An object or none, in a quarter of a value's room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link(u32);

impl Link {
    pub fn get(self) -> Value {
        if self.0 == 0 { Value::None } else { Value::Obj(Ref(self.0)) }
    }
}

/// What is no object becomes none.
impl From<Value> for Link {
    fn from(v: Value) -> Link {
        Link(v.as_ref().map_or(0, |r| r.0))
    }
}

impl From<Ref> for Value {
    fn from(r: Ref) -> Value {
        Value::Obj(r)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Value {
        Value::Int(n)
    }
}

impl From<f64> for Value {
    fn from(x: f64) -> Value {
        Value::Float(x)
    }
}
