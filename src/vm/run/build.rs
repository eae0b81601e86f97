//! f-strings and displays.

use super::super::native::Signal;
use super::super::object::Obj;
use super::super::value::Value;
use super::super::{Vm, ops};

impl Vm {
    /// `"".join` of the parts of an f-string.
    pub(super) fn join(&mut self, parts: &[Value]) -> Value {
        let mut text = String::new();
        for &p in parts {
            if let Some(t) = self.heap.text(self.plain(p)) {
                text.push_str(t);
            }
        }
        self.heap.string(&text)
    }

    pub(super) fn format_field(&mut self, conv: u8, v: Value, spec: Value) -> Result<Value, Signal> {
        if conv == 0 {
            if spec.is_undef() {
                return match v {
                    Value::Int(n) => Ok(self.heap.string(&n.to_string())),
                    _ if self.heap.text(v).is_some() => Ok(v),
                    _ => ops::format(self, v, ""),
                };
            }
            let spec = self.heap.text(spec).cloned().unwrap_or_else(|| "".into());
            return ops::format(self, v, &spec);
        }
        let converted = match conv {
            b'r' => ops::repr(self, v),
            b'a' => ops::ascii(self, v),
            _ => ops::str(self, v),
        };
        if spec.is_undef() {
            return converted;
        }
        match converted {
            Ok(s) => {
                let spec = self.heap.text(spec).cloned().unwrap_or_else(|| "".into());
                ops::format(self, s, &spec)
            }
            Err(_) => Err(self.in_prelude("_format_field", &[v, Value::Int(conv as i64), spec])),
        }
    }

    pub(super) fn build_dict(&mut self, items: &[Value]) -> Result<Value, Signal> {
        let r = self.heap.alloc(Obj::Dict(Box::default()));
        for pair in items.chunks_exact(2) {
            if let Err(s) = ops::dict_set(self, r, pair[0], pair[1]) {
                return Err(match s {
                    Signal::Raise(e) => Signal::Raise(e),
                    _ => self.in_prelude("_dict_of", items),
                });
            }
        }
        Ok(r.into())
    }
}
