//! A new process: the built-in types at their places, empty namespaces, then whatever the library puts in.

use super::class;
use super::dict::Dict;
use super::native::{Finder, Found};
use super::object::{Obj, Type, TypeFlags};
use super::value::Ref;
use super::{Facts, Heap, Vm};

impl Vm {
    /// A process with built-ins in place and nothing imported.
    pub fn new(finder: Finder, facts: Facts) -> Vm {
        let mut heap = Heap::new();
        for (i, b) in class::ALL.iter().enumerate() {
            heap.alloc(Obj::Type(Box::new(builtin(i as u32 + 1, b))));
        }
        let mut space = || heap.alloc(Obj::Dict(Box::default()));
        let (modules, builtins, prelude) = (space(), space(), space());
        let scale = 65_536_000 / facts.speed_permille.max(1) as u64;
        let mut vm = Vm {
            heap,
            codes: Vec::new(),
            modules,
            builtins,
            prelude,
            finder,
            class_version: 1,
            notes: Vec::new(),
            instructions: 0,
            clock: 0,
            clock_spent: 0,
            spent: 0,
            ident: 0,
            pid: 0,
            serial: 0,
            heap_limit: 512 << 20,
            facts,
            scale,
            kept: Vec::new(),
        };
        for (i, b) in class::ALL.iter().enumerate() {
            let this = Ref(i as u32 + 1);
            if this != class::OBJECT
                && let Obj::Type(t) = vm.heap.get_mut(b.base)
            {
                t.subclasses.push(this);
            }
            if !b.name.contains('.') && public(b.name) {
                vm.set_name(builtins, b.name, this.into());
            }
        }
        if let Some(Found::Native(fill)) = finder("builtins") {
            fill(&mut vm, builtins);
        }
        vm
    }

    /// CPU time for picoseconds of the calibration, at the machine's speed.
    #[inline]
    pub fn scaled(&self, picoseconds: u64) -> u64 {
        (picoseconds * self.scale) >> 16
    }
}

/// Whether a built-in type's name stands in the builtins namespace.
fn public(name: &str) -> bool {
    const HIDDEN: &[&str] = &[
        "NoneType",
        "NotImplementedType",
        "ellipsis",
        "cell",
        "function",
        "builtin_function_or_method",
        "method",
        "method_descriptor",
        "generator",
        "coroutine",
        "async_generator",
        "iterator",
        "module",
        "code",
        "dict_keys",
        "dict_values",
        "dict_items",
        "traceback",
        "CancelledError",
    ];
    !HIDDEN.contains(&name)
}

fn builtin(place: u32, b: &class::Builtin) -> Type {
    let mut mro = vec![Ref(place)];
    let mut at = place;
    while at != class::OBJECT.0 {
        let base = class::ALL[at as usize - 1].base;
        mro.push(base);
        at = base.0;
    }
    let (module, name) = b.name.split_once('.').unwrap_or(("builtins", b.name));
    Type {
        name: name.into(),
        qualname: name.into(),
        module: module.into(),
        bases: if place == class::OBJECT.0 { Vec::new() } else { vec![b.base] },
        mro,
        attrs: Dict::default(),
        meta: class::TYPE,
        layout: b.layout,
        subclasses: Vec::new(),
        builtin: true,
        flags: TypeFlags::default(),
    }
}
