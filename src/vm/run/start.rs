//! Loading code, starting fibers, collecting garbage.

use super::super::fiber::Frame;
use super::super::native::Signal;
use super::super::object::{Module, Obj};
use super::super::value::{Ref, Value};
use super::super::{Cache, Exit, Fiber, Loaded, Vm, class};
use crate::lang::{self, Code, CodeKind, Const, Instr, Pace};
use num_bigint::BigInt;
use std::rc::Rc;

impl Vm {
    /// Makes a body and all bodies inside it runnable; its index in `codes`.
    pub fn load(&mut self, code: Rc<Code>) -> u32 {
        // Of a text in the program its filters decide: whoever has them has changed them for that.
        if !code.cautions.is_empty() && (!code.file.starts_with('<') || self.loaded_module("warnings").is_none()) {
            self.notes.push((self.spent, super::super::Note::Write { stderr: true, text: code.cautions.clone() }));
        }
        self.load_as(code, false)
    }

    /// `hidden`: its frames never show in tracebacks.
    pub(in crate::vm) fn load_as(&mut self, code: Rc<Code>, hidden: bool) -> u32 {
        let at = self.codes.len();
        let loaded = self.loaded(code.clone(), hidden);
        self.codes.push(Box::new(loaded));
        self.fill(at, &code, hidden);
        at as u32
    }

    /// Puts the whole body in the place of one that stands for it.
    #[inline]
    pub(in crate::vm) fn ensure_whole(&mut self, at: u32) -> Result<(), Signal> {
        if self.codes[at as usize].code.deferred.is_some() { self.bring(at as usize) } else { Ok(()) }
    }

    fn bring(&mut self, at: usize) -> Result<(), Signal> {
        let Loaded { code, hidden, iterable, .. } = &*self.codes[at];
        let (stand_in, hidden, iterable) = (code.clone(), *hidden, *iterable);
        let whole = match lang::whole(&stand_in) {
            Ok(code) => code,
            Err(wrong) => {
                let text = wrong.first().map_or(String::new(), |d| d.render(&stand_in.file, &stand_in.text));
                return Err(self.raise(class::SYNTAX_ERROR, &text));
            }
        };
        let loaded = self.loaded(whole.clone(), hidden);
        *self.codes[at] = Loaded { iterable, ..loaded };
        self.fill(at, &whole, hidden);
        Ok(())
    }

    /// A body without its constants.
    fn loaded(&mut self, code: Rc<Code>, hidden: bool) -> Loaded {
        let frames = |name: &str| matches!(name, "f_locals" | "f_globals" | "capture_locals");
        let named = |c: &Const| match c {
            Const::Str(s) => frames(s),
            Const::Tuple(items) => items.iter().any(|c| matches!(c, Const::Str(s) if frames(s))),
            _ => false,
        };
        self.looks_at_frames |=
            !code.library && (code.sites.iter().any(|s| frames(s)) || code.consts.iter().any(named));
        let names: Vec<Value> = code.sites.iter().map(|s| self.heap.intern(s)).collect();
        let p = &code.params;
        let params = code.locals.iter().take(p.count()).map(|n| self.heap.intern(n)).collect();
        let simple = code.deferred.is_none()
            && code.kind == CodeKind::Function
            && p.keyword_only == 0
            && !p.varargs
            && !p.kwargs;
        let (from, to) = (p.count() as u16, code.locals.len() as u16);
        let registers = (code.registers as u32).max(to as u32).max(1);
        Loaded {
            start: code.instrs.as_ptr(),
            consts: Vec::new(),
            caches: vec![Cache { place: u32::MAX, ..Cache::default() }; names.len()],
            names,
            params,
            plain: if simple { p.positional as u32 } else { u32::MAX },
            registers,
            first_capture: code.first_capture,
            clear: (from.min(to), to),
            pace: code.pace,
            hidden,
            iterable: false,
            makes: makes(&code, hidden),
            place: self.place_of(&code),
            loops: vec![0; code.instrs.len()],
            plans: Vec::new(),
            careful: None,
            trapped: None,
            live: Default::default(),
            code,
        }
    }

    fn fill(&mut self, at: usize, code: &Code, hidden: bool) {
        let consts = code.consts.iter().map(|c| self.constant(c, hidden)).collect();
        self.codes[at].consts = consts;
        if self.heap.watch.careful || self.traps.is_some() {
            self.codes[at].arm(self.heap.watch.careful, self.traps.is_some());
        }
    }

    /// The number of the program's file that holds a body.
    fn place_of(&self, code: &Code) -> Option<u32> {
        if code.library {
            return None;
        }
        if *code.file == *self.facts.file {
            return Some(0);
        }
        self.facts.files.iter().position(|f| **f == *code.file).map(|at| at as u32 + 1)
    }

    fn constant(&mut self, c: &Const, hidden: bool) -> Value {
        match c {
            Const::None => Value::None,
            Const::True => Value::Bool(true),
            Const::False => Value::Bool(false),
            Const::Ellipsis => Value::Ellipsis,
            Const::Int(n) => Value::Int(*n),
            Const::Big(digits) => {
                let n: BigInt = digits.parse().unwrap_or_default();
                Value::Obj(self.heap.alloc(Obj::Big(Box::new(n))))
            }
            Const::Float(x) => Value::Float(*x),
            Const::Imaginary(x) => Value::Obj(self.heap.alloc(Obj::Complex(0.0, *x))),
            Const::Str(s) => self.heap.intern(s),
            Const::Bytes(b) => Value::Obj(self.heap.alloc(Obj::Bytes(b.clone()))),
            Const::Tuple(items) => {
                let items = items.iter().map(|c| self.constant(c, hidden)).collect();
                self.heap.tuple(items)
            }
            Const::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.constant(c, hidden)).collect();
                let set = crate::vm::types::set::constant_set(self, &items);
                Value::Obj(self.heap.alloc(Obj::FrozenSet(Box::new(set))))
            }
            // A body inside this one: its index, which only `Function` reads.
            Const::Code(inner) => Value::Int(self.load_as(inner.clone(), hidden) as i64),
        }
    }

    /// A module object with a namespace that has the usual names, entered in `sys.modules`.
    pub fn add_module(&mut self, name: &str, file: Option<&str>, package: bool) -> Value {
        let space = self.heap.alloc(Obj::Dict(Box::default()));
        let module = self.heap.alloc(Obj::Module(Box::new(Module { name: name.into(), attrs: space })));
        let text = self.heap.intern(name);
        self.set_name(space, "__name__", text);
        self.set_name(space, "__doc__", Value::None);
        let parent = if package { name } else { name.rsplit_once('.').map_or("", |(p, _)| p) };
        let parent = self.heap.intern(parent);
        self.set_name(space, "__package__", parent);
        if let Some(file) = file {
            let file = self.heap.string(file);
            self.set_name(space, "__file__", file);
        }
        let modules = self.modules;
        self.set_name(modules, name, module.into());
        module.into()
    }

    /// The namespace of a module object.
    pub fn namespace(&self, module: Value) -> Option<Ref> {
        match module {
            Value::Obj(r) => match self.heap.get(r) {
                Obj::Module(m) => Some(m.attrs),
                _ => None,
            },
            _ => None,
        }
    }

    /// A fiber that runs a module's body as `__main__`.
    pub fn main_fiber(&mut self, code: Rc<Code>) -> Fiber {
        let path = format!("/home/user/{}", code.file.rsplit('/').next().unwrap_or(""));
        let module = self.add_module("__main__", None, false);
        let space = self.namespace(module).unwrap_or(self.builtins);
        for name in ["__package__", "__loader__", "__spec__"] {
            self.set_name(space, name, Value::None);
        }
        let builtins = self.modules;
        let builtins = self.name(builtins, "builtins").unwrap_or(Value::None);
        self.set_name(space, "__builtins__", builtins);
        let path = self.heap.string(&path);
        self.set_name(space, "__file__", path);
        self.set_name(space, "__cached__", Value::None);
        let code = self.load(code);
        self.module_fiber(code, space)
    }

    pub(in crate::vm) fn module_fiber(&mut self, code: u32, globals: Ref) -> Fiber {
        let mut fiber = Fiber { handling: Value::None, frames: Vec::with_capacity(8), ..Fiber::default() };
        self.push_body(&mut fiber, code, globals, Value::Undef, Exit::Outermost);
        fiber
    }

    /// Pushes the frame of a module's or class's body behind the topmost one.
    pub(in crate::vm) fn push_body(&mut self, fiber: &mut Fiber, code: u32, globals: Ref, extra: Value, exit: Exit) {
        let start = self.scratch(fiber);
        let registers = self.codes[code as usize].registers as usize;
        self.reserve(fiber, start + registers);
        fiber.regs[start..start + registers].fill(Value::Undef);
        let handling = fiber.handling;
        let dst = fiber.wanted.0;
        fiber.frames.push(Frame { code, pc: 0, base: start as u32, globals, dst, exit, extra, handling });
    }

    /// A fiber that calls `callee(*args)`; its result is the fiber's.
    pub fn call_fiber(&mut self, callee: Value, args: Vec<Value>) -> Fiber {
        let starter = match self.starter {
            Some(code) => code,
            None => {
                let code = self.load_as(Rc::new(starter()), true);
                self.starter = Some(code);
                code
            }
        };
        let globals = self.builtins;
        let mut fiber = self.module_fiber(starter, globals);
        fiber.regs[0] = callee;
        fiber.regs[1] = self.heap.tuple(args);
        fiber.regs[2] = Value::None;
        fiber
    }

    /// What files hold that no name leads to any more: CPython would have closed them, as nothing refers to them.
    /// Registers without a name are no names; `fibers` are all fibers of the process.
    pub fn forgotten_files(&mut self, fibers: &[&Fiber]) -> Vec<(u64, Vec<u8>)> {
        let Vm { heap, codes, kept, modules, builtins, prelude, .. } = &*self;
        let reached = heap.reached(|mark| {
            [*modules, *builtins, *prelude].into_iter().for_each(|r| mark(r.into()));
            kept.iter().for_each(|&v| mark(v));
            for fiber in fibers {
                mark(fiber.handling);
                for frame in &fiber.frames {
                    let names = codes[frame.code as usize].code.locals.len();
                    let base = frame.base as usize;
                    fiber.regs.iter().skip(base).take(names).for_each(|&v| mark(v));
                    [frame.globals.into(), frame.extra, frame.handling].into_iter().for_each(&mut *mark);
                }
            }
        });
        let held = self.unwritten.iter_mut().filter(|f| !f.bytes.is_empty() && !reached[f.owner.0 as usize]);
        held.map(|f| (f.fd, std::mem::take(&mut f.bytes))).collect()
    }

    /// Whether some file holds bytes that the machine has not got.
    pub fn has_unwritten(&self) -> bool {
        self.unwritten.iter().any(|f| !f.bytes.is_empty())
    }

    /// What files hold that the machine has not got, by descriptor.
    pub fn take_unwritten(&mut self) -> Vec<(u64, Vec<u8>)> {
        let held = self.unwritten.iter_mut().filter(|f| !f.bytes.is_empty());
        held.map(|f| (f.fd, std::mem::take(&mut f.bytes))).collect()
    }

    /// Keeps only coroutines that have not begun: they are reported when the process ends.
    fn forget_coroutines(&mut self) {
        let heap = &self.heap;
        self.coroutines.retain(|&(r, ..)| matches!(heap.get(r), Obj::Generator(g) if !g.started));
    }

    /// Coroutines that were made where an uncaught exception passed live as long as it does: to the end.
    pub fn hold_coroutines(&mut self, exc: Value) {
        let traceback = self.as_exception(exc).map_or(Value::None, |e| e.traceback);
        for (t, _) in self.shown_entries(traceback) {
            self.coroutines.iter_mut().filter(|c| c.1 == t.code).for_each(|c| c.2 = u32::MAX);
        }
    }

    /// Whether the first filter of `warnings` that concerns a RuntimeWarning of any text ignores it.
    fn ignores_warnings(&mut self) -> bool {
        let Value::Obj(filters) = self.library_name("warnings", "filters") else { return false };
        let Obj::List(filters) = self.heap.get(filters) else { return false };
        let about = |v: Value| match v.as_ref().map(|r| self.heap.get(r)) {
            Some(Obj::Tuple(t))
                if t.len() == 5 && self.class(class::RUNTIME_WARNING).mro.iter().any(|&c| t[2].is(c.into())) =>
            {
                Some(t[1].is_none() && self.heap.text(t[0]).is_some_and(|t| &**t == "ignore"))
            }
            _ => None,
        };
        filters.iter().find_map(|&v| about(v)).unwrap_or(false)
    }

    /// What CPython warns of when the process ends: coroutines that were made and never awaited. Empty when there are none.
    /// To be asked once no fiber of the process runs any more: it frees what only they hold.
    pub fn never_awaited(&mut self) -> String {
        self.forget_coroutines();
        let made = std::mem::take(&mut self.coroutines);
        if made.is_empty() || self.ignores_warnings() {
            return String::new();
        }
        let name = |vm: &Vm, r: Ref| match vm.heap.get(r) {
            Obj::Generator(g) => vm.heap.text(g.qualname.get()).map_or(String::new(), |t| t.to_string()),
            _ => String::new(),
        };
        let names: Vec<String> = made.iter().map(|&(r, ..)| name(self, r)).collect();
        self.collect(&mut []);
        let mut out = String::new();
        let mut held = String::new();
        for ((r, code, pc), name) in made.into_iter().zip(names) {
            // Each place warns once.
            let say = |to: &mut String, text: String| {
                if !to.contains(&text) {
                    to.push_str(&text);
                }
            };
            if pc == u32::MAX || matches!(self.heap.get(r), Obj::Generator(_)) {
                say(&mut held, format!("<sys>:0: RuntimeWarning: coroutine '{name}' was never awaited\n"));
                continue;
            }
            // Dropped at once, most likely: where it was made.
            let body = &self.codes[code as usize].code;
            let line = body.lines.get(pc as usize).copied().unwrap_or(0);
            let text = crate::source::LineIndex::new(&body.text).text(&body.text, line).trim().to_string();
            say(
                &mut out,
                format!(
                    "{}:{line}: RuntimeWarning: coroutine '{name}' was never awaited\n  {text}\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
                    body.file
                ),
            );
        }
        out + &held
    }

    /// Frees what no fiber, module or kept value reaches. `fibers` are all fibers of the process.
    /// False when the heap is still larger than its limit: the process must end with `Fault::Memory`.
    #[cfg_attr(small, optimize(speed))]
    pub fn collect(&mut self, fibers: &mut [&mut Fiber]) -> bool {
        for fiber in fibers.iter_mut() {
            let top = self.scratch(fiber);
            if let Some(unused) = fiber.regs.get_mut(top..) {
                unused.fill(Value::Undef);
            }
        }
        let fully = !std::mem::take(&mut self.heap.watch.look);
        if !self.heap.watch.objects.is_empty() {
            fibers.iter_mut().for_each(|f| self.clear_dead_registers(f));
        }
        self.forget_coroutines();
        let mut failed = std::mem::take(&mut self.failed);
        failed.retain(|&r| self.future(r).is_some_and(|f| f.unseen));
        let watched = self.heap.watch.objects.clone();
        let Vm { heap, codes, kept, modules, builtins, prelude, coroutines, lost, .. } = self;
        let unreached = heap.collect(fully, &failed, |mark| {
            lost.iter().for_each(|&r| mark(r.into()));
            for r in [*modules, *builtins, *prelude] {
                mark(r.into());
            }
            kept.iter().for_each(|&v| mark(v));
            coroutines.iter().filter(|c| !watched.contains_key(&c.0)).for_each(|&(r, ..)| mark(r.into()));
            for l in codes.iter() {
                l.consts.iter().chain(&l.names).for_each(|&v| mark(v));
            }
            fibers.iter().for_each(|f| f.trace(mark));
        });
        self.coroutines.retain(|c| !self.heap.watch.dying.contains(&c.0));
        if !fully {
            let found = !self.heap.watch.dying.is_empty();
            self.looked(found);
        }
        self.prune_watched();
        let gone = self.unwritten.extract_if(.., |f| matches!(self.heap.get(f.owner), Obj::Free(_)));
        self.dropped_files.extend(gone.map(|f| (f.fd, f.bytes)));
        // What a look finds, and does not end, hangs on a circle: a full collection will tell.
        if fully {
            failed.retain(|r| !unreached.contains(r));
            self.lost.extend(unreached);
        }
        self.failed = failed;
        // What a cache remembers may be gone.
        self.specials.iter().for_each(|s| s.set(Default::default()));
        self.makers.fill(Default::default());
        for l in &mut self.codes {
            for c in &mut l.caches {
                c.version = 0;
                c.found = Value::Undef;
            }
        }
        self.heap.size() <= self.heap_limit
    }
}

impl Fiber {
    /// Calls `f` with every value the fiber holds.
    pub fn trace(&self, f: &mut dyn FnMut(Value)) {
        self.regs.iter().for_each(|&v| f(v));
        all([self.handling, self.context, self.running].iter().chain(&self.stepping), f);
        for frame in &self.frames {
            f(frame.globals.into());
            f(frame.extra);
            f(frame.handling);
        }
        if let Some(Ok(v) | Err(v)) = self.answer {
            f(v);
        }
    }
}

fn all<'a>(values: impl Iterator<Item = &'a Value>, f: &mut dyn FnMut(Value)) {
    values.for_each(|&v| f(v));
}

/// `return callee(*args)`, for a fiber that begins with a call.
fn starter() -> Code {
    Code {
        name: "<start>".into(),
        qualname: "<start>".into(),
        file: "<start>".into(),
        module: "<start>".into(),
        kind: CodeKind::Module,
        registers: 4,
        instrs: vec![Instr::CallEx { func: 0, dst: 0 }, Instr::Return { src: 0 }],
        spans: vec![Default::default(); 2],
        lines: vec![0; 2],
        library: true,
        pace: Pace::Native,
        ..Code::default()
    }
}

/// The class of a body's generators: some of the library's are written as generators here and are classes of their own in
/// CPython.
fn makes(code: &Code, hidden: bool) -> Ref {
    match &*code.name {
        name if hidden => match name {
            "map" => class::MAP,
            "filter" => class::FILTER,
            "zip" => class::ZIP,
            "enumerate" => class::ENUMERATE,
            "_reversed_steps" => class::REVERSED,
            "_item_steps" => class::ITERATOR,
            _ => class::GENERATOR,
        },
        _ if !code.library => class::GENERATOR,
        "_long_steps" if &*code.module == "_ranges" => class::LONG_RANGE_ITERATOR,
        _ if &*code.module != "itertools" => class::GENERATOR,
        "chain" | "_joined" => class::CHAIN_ITERATOR,
        "_compress" => class::COMPRESS_ITERATOR,
        "_dropwhile" => class::DROPWHILE_ITERATOR,
        "_takewhile" => class::TAKEWHILE_ITERATOR,
        "_filterfalse" => class::FILTERFALSE_ITERATOR,
        "_slice_steps" => class::ISLICE_ITERATOR,
        "_pairwise" => class::PAIRWISE_ITERATOR,
        "_starmap" => class::STARMAP_ITERATOR,
        "_zip_longest" => class::ZIP_LONGEST_ITERATOR,
        "_product_steps" => class::PRODUCT_ITERATOR,
        "_permutation_steps" => class::PERMUTATIONS_ITERATOR,
        "_combination_steps" => class::COMBINATIONS_ITERATOR,
        "_repeated_steps" => class::COMBINATIONS_WITH_REPLACEMENT_ITERATOR,
        "_batches" => class::BATCHED_ITERATOR,
        "_accumulate" => class::ACCUMULATE_ITERATOR,
        "_cycle" => class::CYCLE_ITERATOR,
        "_steps" => class::COUNT_ITERATOR,
        _ => class::GENERATOR,
    }
}
