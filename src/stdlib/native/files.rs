//! `_files`: calls on the machine's files, and what writers hold until it is passed on; `os` and `io` are made of it.

use super::Taken;
use crate::vm::{Args, Effect, FileCall, FileOp, Ref, Signal, Unwritten, Value, Vm};

/// A system call's own price, picoseconds; the machine adds what it does.
const CALL: u32 = 400_000;

/// The namespace of `_files`.
pub fn fill(vm: &mut Vm, names: Ref) {
    vm.define_priced(names, "call", call, CALL);
    vm.define_priced(names, "watch", watch, 0);
    vm.define_priced(names, "hold", hold, 20_000);
    vm.define_priced(names, "take", take, 20_000);
    vm.define_priced(names, "forget", forget, 0);
}

fn operation(name: &str) -> Option<FileOp> {
    Some(match name {
        "open" => FileOp::Open,
        "read" => FileOp::Read,
        "write" => FileOp::Write,
        "seek" => FileOp::Seek,
        "truncate" => FileOp::Truncate,
        "close" => FileOp::Close,
        "dup" => FileOp::Duplicate,
        "stat" => FileOp::Stat,
        "list" => FileOp::List,
        "mkdir" => FileOp::MakeFolder,
        "remove" => FileOp::Remove,
        "rmdir" => FileOp::RemoveFolder,
        "rename" => FileOp::Rename,
        "link" => FileOp::Link,
        "symlink" => FileOp::Symlink,
        "readlink" => FileOp::ReadLink,
        "chmod" => FileOp::SetMode,
        "utime" => FileOp::SetTimes,
        "chdir" => FileOp::Enter,
        "getcwd" => FileOp::Folder,
        "sync" => FileOp::Sync,
        "pipe" => FileOp::NewPipe,
        "attach" => FileOp::Attach,
        "port" => FileOp::Port,
        _ => return None,
    })
}

/// `call(operation, path or descriptor, other path, number, other number, bytes)`: see `FileOp`.
fn call(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "call", ["op", "path", "other", "n", "m", "data"], 1)?;
    let text = |at: usize| vm.heap.text(vm.plain(taken.0[at])).map(|t| t.to_string());
    let Some(op) = text(0).and_then(|name| operation(&name)) else {
        return Err(vm.value_error("no such call"));
    };
    let (path, other) = (text(1), text(2).unwrap_or_default());
    let fd = match vm.plain(taken.0[1]) {
        Value::Int(n) => n as u64,
        _ => u64::MAX,
    };
    let number = if taken.given(3) { taken.int(vm, 3)? } else { 0 };
    let other_number = if taken.given(4) { taken.int(vm, 4)? } else { 0 };
    let bytes = if taken.given(5) { taken.bytes(vm, 5)? } else { Vec::new() };
    let path = path.unwrap_or_default();
    Err(vm.effect(Effect::File(Box::new(FileCall { op, path, other, fd, number, other_number, bytes }))))
}

/// `watch(descriptor, object)`: the file is closed when a collection frees the object.
fn watch(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    if let [Value::Int(fd), Value::Obj(owner)] = *args.positional {
        let fd = fd as u64;
        vm.unwritten.retain(|f| f.fd != fd);
        let at = vm.unwritten.partition_point(|f| f.fd < fd);
        vm.unwritten.insert(at, Unwritten { fd, owner, bytes: Vec::new() });
    }
    Ok(Value::None)
}

/// `hold(descriptor, bytes)`: how much is held now.
fn hold(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "hold", ["fd", "data"], 2)?;
    let (fd, bytes) = (taken.int(vm, 0)? as u64, taken.bytes(vm, 1)?);
    vm.charge(bytes.len() as u64 * 100);
    let Some(file) = vm.unwritten.iter_mut().find(|f| f.fd == fd) else { return Ok(Value::Int(0)) };
    file.bytes.extend(bytes);
    Ok(Value::Int(file.bytes.len() as i64))
}

/// `take(descriptor)`: what is held, which is then held no more.
fn take(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "take", ["fd"], 1)?;
    let fd = taken.int(vm, 0)? as u64;
    let held = vm.unwritten.iter_mut().find(|f| f.fd == fd);
    let bytes = held.map(|f| std::mem::take(&mut f.bytes)).unwrap_or_default();
    Ok(Value::Obj(vm.heap.alloc(crate::vm::Obj::Bytes(bytes.into()))))
}

/// `forget(descriptor)`: the file was closed.
fn forget(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let taken = Taken::new(vm, args, "forget", ["fd"], 1)?;
    let fd = taken.int(vm, 0)? as u64;
    vm.unwritten.retain(|f| f.fd != fd);
    Ok(Value::None)
}
