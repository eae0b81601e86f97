//! Exceptions: their attributes, and what the prelude asks about the one being handled.

use super::super::native::{Args, Signal};
use super::super::object::{Exception, Obj};
use super::super::value::{Ref, Value};
use super::super::{FiberCall, Vm, class};
use super::{arg, ref_arg};

type Result = std::result::Result<Value, Signal>;

fn of(vm: &mut Vm, a: &Args, f: fn(&Exception) -> Value) -> Result {
    let v = arg(vm, a, 0)?;
    Ok(vm.as_exception(v).map_or(Value::None, f))
}

fn set(vm: &mut Vm, a: &Args, f: fn(&mut Exception, Value)) -> Result {
    let (e, v) = (arg(vm, a, 0)?, arg(vm, a, 1)?);
    if let Some(e) = vm.exception_mut(e) {
        f(e, v);
    }
    Ok(Value::None)
}

fn first(e: &Exception) -> Value {
    e.args.first().copied().unwrap_or(Value::None)
}

/// An attribute of its own, or None.
fn own(vm: &mut Vm, a: &Args, name: &str) -> Result {
    let v = arg(vm, a, 0)?;
    let key = vm.heap.intern(name);
    let hash = super::super::hash_text(name);
    let found = vm.as_exception(v).and_then(|e| e.attrs.by_name(hash, key).map(|at| e.attrs.entries[at].value));
    Ok(found.unwrap_or(Value::None))
}

pub fn install(vm: &mut Vm) {
    let e = class::BASE_EXCEPTION;
    vm.constructor(e, |_, _| Ok(Value::None));
    vm.method(e, "__init__", |vm, a| {
        let this = arg(vm, &a, 0)?;
        let rest = a.positional[1..].to_vec();
        let allowed: &[&str] = if vm.is_instance(this, class::IMPORT_ERROR) {
            &["name", "path", "name_from"]
        } else if vm.is_instance(this, class::ATTRIBUTE_ERROR) {
            &["name", "obj"]
        } else if vm.is_instance(this, class::NAME_ERROR) {
            &["name"]
        } else {
            &[]
        };
        let wrong = a.keywords.iter().find(|(k, _)| vm.heap.text(*k).is_none_or(|k| !allowed.contains(&&**k)));
        if let Some(&(k, _)) = wrong {
            let (kind, k) = (vm.class_name(this), vm.heap.text(k).cloned().unwrap_or_else(|| "".into()));
            let text = if allowed.is_empty() {
                format!("{kind}() takes no keyword arguments")
            } else {
                format!("{kind}() got an unexpected keyword argument '{k}'")
            };
            return Err(vm.type_error(&text));
        }
        for &(k, v) in a.keywords {
            let text = vm.heap.text(k).cloned().unwrap_or_else(|| "".into());
            vm.set_exception_attr(this, &text, v);
        }
        let mut rest = rest;
        // The arguments of an OSError are the number and its text only; the file names stand apart.
        if (3..=5).contains(&rest.len()) && vm.is_instance(this, class::OS_ERROR) {
            for (at, name) in [(2, "filename"), (4, "filename2")] {
                if let Some(&v) = rest.get(at) {
                    vm.set_exception_attr(this, name, v);
                }
            }
            rest.truncate(2);
        }
        if let Some(e) = vm.exception_mut(this) {
            e.args = rest;
        }
        if vm.is_instance(this, class::SYNTAX_ERROR) {
            vm.place_syntax_error(this);
        }
        Ok(Value::None)
    });
    vm.accessor(
        e,
        "args",
        |vm, a| {
            let v = arg(vm, &a, 0)?;
            let items = vm.as_exception(v).map(|e| e.args.clone()).unwrap_or_default();
            Ok(vm.heap.tuple(items))
        },
        Some(|vm, a| {
            let (this, v) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
            let items = vm.items_of(v);
            if let Some(e) = vm.exception_mut(this) {
                e.args = items;
            }
            Ok(Value::None)
        }),
    );
    vm.accessor(
        e,
        "__traceback__",
        |vm, a| of(vm, &a, |e| e.traceback),
        Some(|vm, a| set(vm, &a, |e, v| e.traceback = v)),
    );
    vm.accessor(e, "__context__", |vm, a| of(vm, &a, |e| e.context), Some(|vm, a| set(vm, &a, |e, v| e.context = v)));
    vm.accessor(
        e,
        "__cause__",
        |vm, a| of(vm, &a, |e| e.cause),
        Some(|vm, a| {
            set(vm, &a, |e, v| {
                e.cause = v;
                e.suppress_context = true;
            })
        }),
    );
    vm.accessor(
        e,
        "__suppress_context__",
        |vm, a| of(vm, &a, |e| Value::Bool(e.suppress_context)),
        Some(|vm, a| set(vm, &a, |e, v| e.suppress_context = matches!(v, Value::Bool(true)))),
    );
    vm.method(e, "with_traceback", |vm, a| {
        let (this, tb) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
        if let Some(e) = vm.exception_mut(this) {
            e.traceback = tb;
        }
        Ok(this)
    });
    vm.method(e, "add_note", add_note);
    vm.getter(class::STOP_ITERATION, "value", |vm, a| of(vm, &a, first));
    vm.getter(class::UNICODE_ERROR, "encoding", |vm, a| of(vm, &a, first));
    vm.getter(class::UNICODE_ERROR, "object", |vm, a| of(vm, &a, |e| e.args.get(1).copied().unwrap_or(Value::None)));
    vm.getter(class::UNICODE_ERROR, "start", |vm, a| of(vm, &a, |e| e.args.get(2).copied().unwrap_or(Value::None)));
    vm.getter(class::UNICODE_ERROR, "end", |vm, a| of(vm, &a, |e| e.args.get(3).copied().unwrap_or(Value::None)));
    vm.getter(class::UNICODE_ERROR, "reason", |vm, a| of(vm, &a, |e| e.args.get(4).copied().unwrap_or(Value::None)));
    vm.getter(class::SYSTEM_EXIT, "code", |vm, a| {
        let v = arg(vm, &a, 0)?;
        let args = vm.as_exception(v).map(|e| e.args.clone()).unwrap_or_default();
        Ok(match args.as_slice() {
            [] => Value::None,
            [one] => *one,
            _ => vm.heap.tuple(args),
        })
    });
    let o = class::OS_ERROR;
    vm.getter(o, "errno", |vm, a| of(vm, &a, |e| if e.args.len() > 1 { first(e) } else { Value::None }));
    vm.getter(o, "strerror", |vm, a| of(vm, &a, |e| e.args.get(1).copied().unwrap_or(Value::None)));
    // None until set on an object.
    for (class, name) in [
        (class::SYNTAX_ERROR, "filename"),
        (class::SYNTAX_ERROR, "lineno"),
        (class::SYNTAX_ERROR, "offset"),
        (class::SYNTAX_ERROR, "text"),
        (class::SYNTAX_ERROR, "end_lineno"),
        (class::SYNTAX_ERROR, "end_offset"),
        (class::SYNTAX_ERROR, "print_file_and_line"),
        (class::OS_ERROR, "filename"),
        (class::OS_ERROR, "filename2"),
        (class::IMPORT_ERROR, "name"),
        (class::IMPORT_ERROR, "path"),
        (class::IMPORT_ERROR, "name_from"),
        (class::NAME_ERROR, "name"),
        (class::ATTRIBUTE_ERROR, "name"),
        (class::ATTRIBUTE_ERROR, "obj"),
    ] {
        vm.set_class_attr(class, name, Value::None);
    }
    vm.getter(class::IMPORT_ERROR, "msg", |vm, a| of(vm, &a, first));
    vm.getter(class::SYNTAX_ERROR, "msg", |vm, a| of(vm, &a, first));
    let g = class::BASE_EXCEPTION_GROUP;
    // Made by `__new__` alone: a subclass may take other arguments.
    vm.method(g, "__init__", |_, _| Ok(Value::None));
    vm.getter(g, "message", |vm, a| of(vm, &a, first));
    vm.getter(g, "exceptions", |vm, a| {
        let v = arg(vm, &a, 0)?;
        let second = vm.as_exception(v).and_then(|e| e.args.get(1).copied()).unwrap_or(Value::None);
        let items = vm.items_of(second);
        Ok(vm.heap.tuple(items))
    });
    for (name, prelude) in [("split", "_group_split"), ("subgroup", "_group_subgroup"), ("derive", "_group_derive")] {
        let f: super::super::NativeFn = match prelude {
            "_group_split" => |vm, a| Err(vm.in_prelude("_group_split", a.positional)),
            "_group_subgroup" => |vm, a| Err(vm.in_prelude("_group_subgroup", a.positional)),
            _ => |vm, a| Err(vm.in_prelude("_group_derive", a.positional)),
        };
        vm.method(g, name, f);
    }
    let t = class::TRACEBACK;
    vm.getter(t, "tb_next", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        let mut next = if let Obj::Traceback(t) = vm.heap.get(r) { t.next } else { Value::None };
        // Frames of the library are not shown.
        while let Some(Obj::Traceback(t)) = next.as_ref().map(|r| vm.heap.get(r)) {
            if vm.shown_line(t.code, t.pc).is_some() {
                break;
            }
            next = t.next;
        }
        Ok(next)
    });
    vm.getter(t, "tb_lineno", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        let Obj::Traceback(t) = vm.heap.get(r) else { return Ok(Value::None) };
        let lines = &vm.codes[t.code as usize].code.lines;
        Ok(Value::Int(lines.get(t.pc as usize).copied().unwrap_or(0) as i64))
    });
    vm.getter(t, "tb_lasti", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        Ok(if let Obj::Traceback(t) = vm.heap.get(r) { Value::Int(2 * t.pc as i64) } else { Value::None })
    });
    vm.getter(t, "tb_frame", |vm, a| Err(vm.in_prelude("_tb_frame", a.positional)));
    let p = vm.prelude;
    // The exception being handled, or None.
    vm.define(p, "_handled", |_, _| {
        Err(Signal::Fiber(Box::new(FiberCall { func: |_, fiber, _| Ok(fiber.handling), args: Vec::new() })))
    });
    vm.define(p, "_is_exception_class", |vm, a| {
        let v = arg(vm, &a, 0)?;
        Ok(Value::Bool(
            matches!(v, Value::Obj(r) if matches!(vm.heap.get(r), Obj::Type(_)) && vm.is_subclass(r, class::BASE_EXCEPTION)),
        ))
    });
    vm.define(p, "_is_exception", |vm, a| {
        let v = arg(vm, &a, 0)?;
        Ok(Value::Bool(vm.as_exception(v).is_some()))
    });
    vm.define(p, "_unweak", |vm, a| {
        let r = ref_arg(vm, &a, 0)?;
        Ok(Value::Int(vm.unweak(r)))
    });
    vm.define(p, "_format_exception", |vm, a| {
        let v = arg(vm, &a, 0)?;
        let text = vm.format_exception(v);
        Ok(vm.heap.string(&text))
    });
}

fn add_note(vm: &mut Vm, a: Args) -> Result {
    let (this, note) = (arg(vm, &a, 0)?, arg(vm, &a, 1)?);
    if vm.heap.text(note).is_none() {
        let text = format!("note must be a str, not '{}'", vm.class_name(note));
        return Err(vm.type_error(&text));
    }
    match own(vm, &a, "__notes__")? {
        Value::Obj(r) => {
            if let Obj::List(l) = vm.heap.get_mut(r) {
                l.push(note);
            }
        }
        _ => {
            let list = vm.heap.list(vec![note]);
            vm.set_exception_attr(this, "__notes__", list);
        }
    }
    Ok(Value::None)
}

/// The class of OSError for an errno.
fn by_errno(errno: i64) -> Ref {
    match errno {
        1 | 13 => class::PERMISSION_ERROR,
        2 => class::FILE_NOT_FOUND_ERROR,
        3 => class::PROCESS_LOOKUP_ERROR,
        4 => class::INTERRUPTED_ERROR,
        10 => class::CHILD_PROCESS_ERROR,
        11 | 114 | 115 => class::BLOCKING_IO_ERROR,
        17 => class::FILE_EXISTS_ERROR,
        20 => class::NOT_A_DIRECTORY_ERROR,
        21 => class::IS_A_DIRECTORY_ERROR,
        32 | 108 => class::BROKEN_PIPE_ERROR,
        103 => class::CONNECTION_ABORTED_ERROR,
        104 => class::CONNECTION_RESET_ERROR,
        110 => class::TIMEOUT_ERROR,
        111 => class::CONNECTION_REFUSED_ERROR,
        _ => class::OS_ERROR,
    }
}

impl Vm {
    /// The class that an exception made by calling `cls` really has; or the error, when a group's arguments are wrong.
    pub(in crate::vm) fn exception_class(&mut self, cls: Ref, args: &[Value]) -> std::result::Result<Ref, Signal> {
        if cls == class::OS_ERROR
            && args.len() > 1
            && let Value::Int(errno) = args[0]
        {
            return Ok(by_errno(errno));
        }
        if !self.is_subclass(cls, class::BASE_EXCEPTION_GROUP) {
            return Ok(cls);
        }
        let [message, members] = args else {
            let text = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", args.len());
            return Err(self.type_error(&text));
        };
        if self.heap.text(self.plain(*message)).is_none() {
            let text =
                format!("BaseExceptionGroup.__new__() argument 1 must be str, not {}", self.class_name(*message));
            return Err(self.type_error(&text));
        }
        let sequence =
            matches!(self.plain(*members), Value::Obj(r) if matches!(self.heap.get(r), Obj::List(_) | Obj::Tuple(_)));
        if !sequence {
            return Err(self.type_error("second argument (exceptions) must be a sequence"));
        }
        let members = self.items_of(*members);
        if members.is_empty() {
            return Err(self.value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        if let Some(at) = members.iter().position(|&m| self.as_exception(m).is_none()) {
            return Err(self.value_error(&format!("Item {at} of second argument (exceptions) is not an exception")));
        }
        let ordinary = members.iter().all(|&m| self.is_instance(m, class::EXCEPTION));
        if cls == class::BASE_EXCEPTION_GROUP && ordinary {
            return Ok(class::EXCEPTION_GROUP);
        }
        if !ordinary && self.is_subclass(cls, class::EXCEPTION) {
            let what = &self.class(cls).name;
            let text = match cls {
                class::EXCEPTION_GROUP => "Cannot nest BaseExceptions in an ExceptionGroup".to_string(),
                _ => format!("Cannot nest BaseExceptions in '{what}'"),
            };
            return Err(self.type_error(&text));
        }
        Ok(cls)
    }
}
