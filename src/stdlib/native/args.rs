//! Reads the arguments of a native call by place or name.

use crate::vm::{Args, Obj, Signal, Value, Vm};

/// The arguments of a call, one per parameter name, Undef where absent.
pub struct Taken<const N: usize>(pub [Value; N]);

impl<const N: usize> Taken<N> {
    /// Matches arguments with `names`; the first `required` must be there. `what` is the function's name in messages.
    pub fn new(vm: &mut Vm, args: Args, what: &str, names: [&str; N], required: usize) -> Result<Taken<N>, Signal> {
        let mut values = [Value::Undef; N];
        if args.positional.len() > N {
            let given = args.positional.len() + args.keywords.len();
            let plural = if N == 1 { "" } else { "s" };
            return Err(vm.type_error(&format!("{what}() takes at most {N} argument{plural} ({given} given)")));
        }
        values[..args.positional.len()].copy_from_slice(args.positional);
        for &(key, value) in args.keywords {
            let name = vm.heap.text(key).cloned().unwrap_or_default();
            match names.iter().position(|n| **n == *name) {
                Some(at) if values[at].is_undef() => values[at] = value,
                Some(at) => {
                    let at = at + 1;
                    let text = format!("argument for {what}() given by name ('{name}') and position ({at})");
                    return Err(vm.type_error(&text));
                }
                None => return Err(vm.unexpected_keyword(what, &name, &names)),
            }
        }
        if let Some(at) = values[..required].iter().position(|v| v.is_undef()) {
            let text = format!("{what}() missing required argument '{}' (pos {})", names[at], at + 1);
            return Err(vm.type_error(&text));
        }
        Ok(Taken(values))
    }

    pub fn given(&self, at: usize) -> bool {
        !self.0[at].is_undef()
    }

    /// The argument at a place, or another value where it is absent.
    pub fn or(&self, at: usize, other: Value) -> Value {
        if self.given(at) { self.0[at] } else { other }
    }

    /// A number of seconds as a float; TypeError for anything else.
    pub fn seconds(&self, vm: &mut Vm, at: usize) -> Result<f64, Signal> {
        match vm.plain(self.0[at]) {
            Value::Int(n) => Ok(n as f64),
            Value::Bool(b) => Ok(b as i64 as f64),
            Value::Float(x) => Ok(x),
            other => {
                let name = vm.class_name(other);
                Err(vm.type_error(&format!("'{name}' object cannot be interpreted as an integer")))
            }
        }
    }

    /// An int that fits 64 bits; TypeError for anything else.
    pub fn int(&self, vm: &mut Vm, at: usize) -> Result<i64, Signal> {
        match vm.plain(self.0[at]) {
            Value::Int(n) => Ok(n),
            Value::Bool(b) => Ok(b as i64),
            other => {
                let name = vm.class_name(other);
                Err(vm.type_error(&format!("'{name}' object cannot be interpreted as an integer")))
            }
        }
    }

    /// The bytes of a bytes or bytearray argument.
    pub fn bytes(&self, vm: &mut Vm, at: usize) -> Result<Vec<u8>, Signal> {
        if let Value::Obj(r) = vm.plain(self.0[at]) {
            match vm.heap.get(r) {
                Obj::Bytes(b) => return Ok(b.to_vec()),
                Obj::ByteArray(b) => return Ok(b.clone()),
                _ => {}
            }
        }
        let name = vm.class_name(self.0[at]);
        Err(vm.type_error(&format!("a bytes-like object is required, not '{name}'")))
    }

    /// Whether the argument is true, for plain values; other objects count as true.
    pub fn truth(&self, vm: &Vm, at: usize, absent: bool) -> bool {
        match vm.plain(self.0[at]) {
            Value::Undef => absent,
            Value::None => false,
            Value::Bool(b) => b,
            Value::Int(n) => n != 0,
            Value::Float(x) => x != 0.0,
            _ => true,
        }
    }
}
