//! A new process: the built-in types at their places, empty namespaces, then whatever the library puts in.

use super::class;
use super::dict::Dict;
use super::format::int::Most;
use super::native::{Found, Library};
use super::object::{Obj, Type, TypeFlags};
use super::value::{Ref, Value};
use super::{Facts, Heap, Stop, Vm};
use crate::lang::Unit;

impl Vm {
    /// The copy of a process that was forked.
    pub fn born(&mut self, pid: u64) {
        self.pid = pid;
        self.others_spent = 0;
        self.sharing.lost = 0;
        self.queues.retain(|q| q.semaphore.is_some());
        self.arm();
    }

    /// Nothing is in it any more: it can make values, and run nothing.
    pub fn hollow(&mut self) {
        self.heap = Heap::new();
        (self.codes, self.kept, self.notes, self.failed, self.lost) = Default::default();
        (self.coroutines, self.executed, self.queues, self.unwritten) = Default::default();
        (self.dropped_files, self.makers, self.specials, self.starter) = Default::default();
    }

    /// A process with built-ins in place and nothing imported.
    pub fn new(library: Library, facts: Facts) -> Vm {
        let mut heap = Heap::new();
        for (i, b) in class::ALL.iter().enumerate() {
            heap.alloc(Obj::Type(Box::new(builtin(i as u32 + 1, b))));
        }
        let mut space = || heap.alloc(Obj::Dict(Box::default()));
        let (modules, builtins, prelude) = (space(), space(), space());
        let (speed, paces) = (facts.speed_permille, facts.paces);
        let mut vm = Vm {
            heap,
            codes: Vec::new(),
            modules,
            builtins,
            prelude,
            library,
            class_version: 1,
            notes: Vec::new(),
            instructions: 0,
            clock: 0,
            clock_spent: 0,
            pace: 1_000,
            others_spent: 0,
            toil: 0,
            queues: Vec::new(),
            depth: 1000,
            spent: 0,
            ident: 0,
            context: Value::Undef,
            running: Value::Undef,
            quiet: 0,
            looking: 0,
            last_task: 0,
            task_count: 0,
            failed: Vec::new(),
            lost: Vec::new(),
            fresh_failures: false,
            pid: 0,
            handled_signals: 0,
            ignored_signals: 0,
            serial: 0,
            digits: Most(4300),
            heap_limit: 512 << 20,
            facts,
            costs: std::array::from_fn(|_| Box::new([0; 256])),
            sharing: Default::default(),
            jumps: true,
            traps: None,
            starter: None,
            makers: vec![Default::default(); 64],
            specials: vec![Default::default(); 256],
            coroutines: Vec::new(),
            executed: Vec::new(),
            unwritten: Vec::new(),
            dropped_files: Vec::new(),
            scale: 65_536,
            instance: 0,
            looks_at_frames: false,
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
        vm.set_speed(speed, &paces);
        vm.install_core();
        if let Some(Found::Native(fill)) = (library.find)("builtins") {
            fill(&mut vm, builtins);
        }
        vm.add_builtins_module();
        vm.run_prelude();
        vm
    }

    /// `builtins` as a module: its namespace is the one that every module sees.
    fn add_builtins_module(&mut self) {
        let module = self.add_module("builtins", None, false);
        let space = self.builtins;
        if let Value::Obj(r) = module
            && let Obj::Module(m) = self.heap.get_mut(r)
        {
            m.attrs = space;
        }
        let name = self.heap.intern("builtins");
        self.set_name(space, "__name__", name);
    }

    /// Runs the prelude, a Python module whose functions natives call for what needs Python. It asks no effects.
    fn run_prelude(&mut self) {
        let Some(Found::Python { text, file, pace, .. }) = (self.library.find)("_prelude") else { return };
        let unit = Unit { file, module: "builtins", library: true, pace, gaps: false };
        let wrong = match super::import::compiled(text, &unit) {
            Ok(code) => {
                let code = self.load_as(code, true);
                let space = self.prelude;
                let name = self.heap.intern("builtins");
                self.set_name(space, "__name__", name);
                let mut fiber = self.module_fiber(code, space);
                match self.run(&mut fiber, u64::MAX) {
                    Stop::Done(_) => None,
                    Stop::Raised(exc) => Some(self.format_exception(exc)),
                    _ => Some("the prelude stopped\n".into()),
                }
            }
            Err(all) => all.first().map(|d| d.render(file, text)),
        };
        if let Some(text) = wrong {
            self.notes.push((0, super::Note::Write { stderr: true, text }));
        }
        for name in ["__build_class__", "__import__", "memoryview"] {
            let (f, space) = (self.prelude_function(name), self.builtins);
            self.set_name(space, name, f);
        }
        self.spent = 0;
        self.instructions = 0;
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
        "module",
        "code",
        "dict_keys",
        "dict_values",
        "dict_items",
        "odict_keys",
        "odict_values",
        "odict_items",
        "traceback",
        "CancelledError",
    ];
    !HIDDEN.contains(&name) && !name.ends_with("iterator")
}

fn builtin(place: u32, b: &class::Builtin) -> Type {
    let mut mro = vec![Ref(place)];
    let mut at = place;
    while at != class::OBJECT.0 {
        let base = class::ALL[at as usize - 1].base;
        mro.push(base);
        at = base.0;
    }
    // An ExceptionGroup is an Exception too.
    let mut bases = if place == class::OBJECT.0 { Vec::new() } else { vec![b.base] };
    if Ref(place) == class::EXCEPTION_GROUP {
        bases.push(class::EXCEPTION);
        mro.insert(2, class::EXCEPTION);
    }
    let (module, name) = match b.name {
        "CancelledError" => ("asyncio.exceptions", b.name),
        _ => b.name.rsplit_once('.').unwrap_or(("builtins", b.name)),
    };
    Type {
        name: name.into(),
        qualname: name.into(),
        module: module.into(),
        bases,
        mro,
        attrs: Dict::default(),
        meta: class::TYPE,
        layout: b.layout,
        subclasses: Vec::new(),
        builtin: true,
        flags: TypeFlags::default(),
        shape: 0,
        room: 0,
    }
}
