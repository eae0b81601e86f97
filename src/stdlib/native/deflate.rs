//! `_deflate`: zlib's compression, on miniz_oxide. What it packs, zlib unpacks; the packed bytes are its own.

use super::builtins::define;
use crate::vm::types::args::{bytes, index, take};
use crate::vm::types::bytes::make;
use crate::vm::{Args, Ref, Signal, Value, Vm};
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("pack", pack, 3000), ("unpack", unpack, 1000)]);
}

/// `pack(data, level, raw)`
fn pack(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [data, level, raw] = take(vm, args, "compress", 0, 3)?;
    let data = bytes(vm, data).unwrap_or_default();
    let level = match index(vm, level)? {
        n @ 0..=9 => n as u8,
        _ => 6,
    };
    vm.charge(data.len() as u64 * 2_700);
    let out = if matches!(raw, Value::Bool(true)) {
        compress_to_vec(&data, level)
    } else {
        compress_to_vec_zlib(&data, level)
    };
    Ok(make(vm, out))
}

/// `unpack(data, raw)`: bytes, or None when the data ends early, or the number of zlib's error.
fn unpack(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [data, raw] = take(vm, args, "decompress", 0, 2)?;
    let data = bytes(vm, data).unwrap_or_default();
    let limit = vm.heap_limit;
    let out = match raw {
        Value::Bool(true) => decompress_to_vec_with_limit(&data, limit),
        _ => decompress_to_vec_zlib_with_limit(&data, limit),
    };
    match out {
        Ok(out) => {
            vm.charge(out.len() as u64 * 3_000);
            Ok(make(vm, out))
        }
        Err(e) => match e.status {
            TINFLStatus::HasMoreOutput => Err(Signal::Fault(Box::new(crate::vm::Fault::Memory))),
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => Ok(Value::None),
            _ => Ok(Value::Int(-3)),
        },
    }
}
