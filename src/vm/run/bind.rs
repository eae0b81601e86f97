//! Arguments to parameters, with CPython's words when they do not fit; and the frame or generator of a Python function.

use super::super::fiber::{Frame, Suspended};
use super::super::native::Signal;
use super::super::object::{Generator, GeneratorKind, GeneratorState, Obj};
use super::super::value::{Ref, Value};
use super::super::{Exit, Fiber, Vm, class, hash_text};
use super::Flow;
use crate::lang::CodeKind;

impl Vm {
    /// Calls the Python function `f` with arguments that stand in `fiber.regs` from `start`, which becomes its window.
    #[cfg_attr(small, optimize(speed))]
    pub(in crate::vm) fn enter_function(
        &mut self,
        fiber: &mut Fiber,
        f: Ref,
        start: usize,
        argc: usize,
        keywords: &[(Value, Value)],
        dst: u16,
        exit: Exit,
        extra: Value,
    ) -> Flow {
        let Obj::Function(function) = self.heap.get(f) else { return Flow::Go };
        let (code, globals) = (function.code, function.globals);
        if let Err(signal) = self.ensure_whole(code) {
            return self.signal(fiber, signal, dst, exit);
        }
        let registers = self.codes[code as usize].registers as usize;
        self.reserve(fiber, start + registers.max(argc) + 1);
        let body = self.codes[code as usize].code.clone();
        let p = &body.params;
        let exact =
            keywords.is_empty() && argc == p.positional as usize && p.keyword_only == 0 && !p.varargs && !p.kwargs;
        if !exact && !self.bind_quickly(fiber, f, start, argc, keywords) {
            match self.bind_arguments(f, &fiber.regs[start..start + argc], keywords) {
                Ok(values) => fiber.regs[start..start + values.len()].copy_from_slice(&values),
                Err(signal) => {
                    return self.signal(fiber, signal, dst, if exit == Exit::Init { Exit::Value } else { exit });
                }
            }
        }
        let window = &mut fiber.regs[start..start + registers];
        let (from, to) = self.codes[code as usize].clear;
        window[from as usize..to as usize].fill(Value::Undef);
        if let Obj::Function(function) = self.heap.get(f) {
            let first = body.first_capture as usize;
            for (i, &cell) in function.cells.iter().enumerate() {
                window[first + i] = cell;
            }
        }
        let (kind, class) = match body.kind {
            CodeKind::Module | CodeKind::Class | CodeKind::Function => {
                if fiber.frames.len() >= self.depth {
                    let signal = self.raise(class::RECURSION_ERROR, "maximum recursion depth exceeded");
                    return self.signal(fiber, signal, dst, Exit::Value);
                }
                let pace = self.codes[code as usize].pace;
                self.spent += self.costs[pace as usize][super::super::cost::ENTRY] as u64;
                let base = start as u32;
                let handling = fiber.handling;
                fiber.frames.push(Frame { code, pc: 0, base, globals, dst, exit, extra, handling });
                return Flow::Check;
            }
            CodeKind::Generator => (GeneratorKind::Generator, self.codes[code as usize].makes),
            CodeKind::Coroutine => (GeneratorKind::Coroutine, class::COROUTINE),
            CodeKind::AsyncGenerator => (GeneratorKind::AsyncGenerator, class::ASYNC_GENERATOR),
        };
        let regs: Box<[Value]> = (&*window).into();
        let (name, qualname) = match self.heap.get(f) {
            Obj::Function(x) => (x.name.into(), x.qualname.into()),
            _ => Default::default(),
        };
        let frame = Some(Suspended { code, pc: 0, globals, regs, handling: Default::default(), sent: u16::MAX });
        let state = GeneratorState::Created;
        let g = Generator { kind, class, state, name, qualname, frame, busy: false, started: false };
        let g = self.heap.alloc(Obj::Generator(Box::new(g)));
        if kind == GeneratorKind::Coroutine {
            let maker = fiber.frames.iter().rev().find(|f| !self.codes[f.code as usize].hidden);
            let (code, pc) = maker.map_or((0, 0), |f| (f.code, f.pc.saturating_sub(1)));
            self.coroutines.push((g, code, pc));
            if exit == Exit::Value {
                return self.made_coroutine(fiber, g, dst);
            }
        }
        self.deliver(fiber, dst, exit, g.into())
    }

    /// Fills the parameter registers in place when all fits; the arguments stay where they are otherwise.
    fn bind_quickly(
        &mut self,
        fiber: &mut Fiber,
        f: Ref,
        start: usize,
        argc: usize,
        keywords: &[(Value, Value)],
    ) -> bool {
        let Obj::Function(function) = self.heap.get(f) else { return false };
        let loaded = &self.codes[function.code as usize];
        let p = &loaded.code.params;
        let (positional, rest) = (p.positional as usize, (p.positional + p.keyword_only) as usize);
        let (varargs, kwargs, total) = (p.varargs, p.kwargs, p.count());
        if argc > positional && !varargs {
            return false;
        }
        let known = &loaded.params[..rest];
        let free = |key: Value| known.iter().position(|n| n.is(key));
        let first = argc.min(positional).max(p.positional_only as usize);
        // A name that was made at run time may equal a parameter's without being the same object.
        let odd = |&(key, _): &(Value, Value)| {
            free(key).is_none() && (!kwargs || known.iter().any(|&n| self.heap.text(n) == self.heap.text(key)))
        };
        if keywords.iter().any(odd) || keywords.iter().any(|&(key, _)| free(key).is_some_and(|at| at < first)) {
            return false;
        }
        let (mut tail, mut named) = (Value::Undef, Value::Undef);
        if varargs {
            let extra = &fiber.regs[start + argc.min(positional)..start + argc];
            tail = Value::Obj(self.heap.alloc(Obj::Tuple(extra.into())));
        }
        if kwargs {
            let extra: Vec<(Value, Value)> = keywords
                .iter()
                .copied()
                .filter(|&(key, _)| !self.codes[self.code_of(f)].params[..rest].iter().any(|n| n.is(key)))
                .collect();
            named = self.keyword_dict(&extra);
        }
        let Obj::Function(function) = self.heap.get(f) else { return false };
        let loaded = &self.codes[function.code as usize];
        let slots = &mut fiber.regs[start..start + total.max(argc)];
        slots[argc.min(positional)..total].fill(Value::Undef);
        let bound = self.bind_slots(function, loaded, slots, argc.min(positional), keywords);
        if bound {
            if varargs {
                slots[rest] = tail;
            }
            if kwargs {
                slots[rest + varargs as usize] = named;
            }
        } else if let Value::Obj(t) = tail
            && let Obj::Tuple(extra) = self.heap.get(t)
        {
            slots[positional.min(argc)..argc].copy_from_slice(extra);
        }
        bound
    }

    fn code_of(&self, f: Ref) -> usize {
        match self.heap.get(f) {
            Obj::Function(f) => f.code as usize,
            _ => 0,
        }
    }

    /// Keywords and defaults to the parameters that are still unbound; false when one is left, or given twice.
    fn bind_slots(
        &self,
        function: &super::super::object::Function,
        loaded: &super::super::Loaded,
        slots: &mut [Value],
        argc: usize,
        keywords: &[(Value, Value)],
    ) -> bool {
        let p = &loaded.code.params;
        let (positional, rest) = (p.positional as usize, (p.positional + p.keyword_only) as usize);
        for &(key, value) in keywords {
            if let Some(at) = loaded.params[..rest].iter().position(|n| n.is(key)) {
                if !slots[at].is_undef() {
                    return false;
                }
                slots[at] = value;
            }
        }
        let defaults: &[Value] = match function.defaults {
            Value::Obj(t) => match self.heap.get(t) {
                Obj::Tuple(items) => items,
                _ => &[],
            },
            _ => &[],
        };
        for (at, slot) in slots.iter_mut().enumerate().take(positional).skip(argc) {
            if slot.is_undef() {
                match (at + defaults.len()).checked_sub(positional).and_then(|i| defaults.get(i)) {
                    Some(&v) => *slot = v,
                    None => return false,
                }
            }
        }
        for (at, slot) in slots.iter_mut().enumerate().take(rest).skip(positional) {
            if slot.is_undef() {
                let found = match function.kwdefaults {
                    Value::Obj(d) => self.lookup_name(d, loaded.params[at]),
                    _ => None,
                };
                match found {
                    Some(v) => *slot = v,
                    None => return false,
                }
            }
        }
        true
    }

    /// What is said of an argument that CPython's function has, and this one of the library has not; empty for other functions.
    fn lacks_argument(&mut self, f: Ref, qualname: &str, argument: &str) -> Result<String, Signal> {
        let key = self.heap.intern("__name__");
        let Obj::Function(function) = self.heap.get(f) else { return Ok(String::new()) };
        let module = self.lookup_name(function.globals, key);
        match module.and_then(|m| self.heap.text(m)) {
            Some(module) if self.codes[function.code as usize].code.library => {
                let shown = qualname.trim_end_matches(".__init__").trim_end_matches(".__new__");
                self.said_of_lack(Some(&format!("{module}.{shown}()")), argument)
            }
            _ => Ok(String::new()),
        }
    }

    /// The values of all parameter registers.
    fn bind_arguments(&mut self, f: Ref, args: &[Value], keywords: &[(Value, Value)]) -> Result<Vec<Value>, Signal> {
        let Obj::Function(function) = self.heap.get(f) else { return Ok(Vec::new()) };
        let function = (**function).clone();
        let body = self.codes[function.code as usize].code.clone();
        let p = &body.params;
        let (positional, only) = (p.positional as usize, p.keyword_only as usize);
        let name = self.heap.text(function.qualname).map_or("?".into(), |t| t.to_string());
        let mut slots = vec![Value::Undef; p.count()];
        let given = args.len().min(positional);
        slots[..given].copy_from_slice(&args[..given]);
        let rest = positional + only;
        let mut extra: Vec<(Value, Value)> = Vec::new();
        let mut wrong_positional = Vec::new();
        for &(key, value) in keywords {
            let text = self.heap.text(key).cloned().unwrap_or_else(|| "".into());
            let place = body.locals[..rest].iter().position(|l| **l == *text);
            match place {
                Some(at) if at >= p.positional_only as usize => {
                    if !slots[at].is_undef() {
                        return Err(self.type_error(&format!("{name}() got multiple values for argument '{text}'")));
                    }
                    slots[at] = value;
                }
                _ if p.kwargs => extra.push((key, value)),
                Some(_) => wrong_positional.push(text.to_string()),
                None => {
                    let mut more = self.lacks_argument(f, &name, &text)?;
                    let named = &body.locals[p.positional_only as usize..rest];
                    let named: Vec<String> = named.iter().map(|n| n.to_string()).collect();
                    if more.is_empty()
                        && let Some(near) = super::super::suggest::nearest(&text, &named)
                    {
                        more = format!(". Did you mean '{near}'?");
                    }
                    let message = format!("{name}() got an unexpected keyword argument '{text}'{more}");
                    return Err(self.type_error(&message));
                }
            }
        }
        if !wrong_positional.is_empty() {
            return Err(self.type_error(&format!(
                "{name}() got some positional-only arguments passed as keyword arguments: '{}'",
                wrong_positional.join(", ")
            )));
        }
        let defaults: Vec<Value> = match function.defaults {
            Value::Obj(t) => match self.heap.get(t) {
                Obj::Tuple(items) => items.to_vec(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        if args.len() > positional && !p.varargs {
            let least = positional - defaults.len().min(positional);
            let message = self.too_many(&name, positional, least, args.len(), &slots[positional..rest]);
            return Err(self.type_error(&message));
        }
        let first_default = positional - defaults.len().min(positional);
        for at in first_default..positional {
            if slots[at].is_undef() {
                slots[at] = defaults[at - first_default];
            }
        }
        let missing: Vec<&str> = (0..positional).filter(|&i| slots[i].is_undef()).map(|i| &*body.locals[i]).collect();
        if !missing.is_empty() {
            return Err(self.type_error(&missing_text(&name, &missing, "positional")));
        }
        for (at, slot) in slots.iter_mut().enumerate().take(rest).skip(positional) {
            if slot.is_undef()
                && let Value::Obj(d) = function.kwdefaults
            {
                let text = body.locals[at].clone();
                let key = self.heap.intern(&text);
                if let Obj::Dict(d) = self.heap.get(d)
                    && let Some(place) =
                        d.find(hash_text(&text), |k| k.is(key) || self.heap.text(k).is_some_and(|t| **t == *text))
                {
                    *slot = d.entries[place].value;
                }
            }
        }
        let missing: Vec<&str> =
            (positional..rest).filter(|&i| slots[i].is_undef()).map(|i| &*body.locals[i]).collect();
        if !missing.is_empty() {
            return Err(self.type_error(&missing_text(&name, &missing, "keyword-only")));
        }
        if p.varargs {
            slots[rest] = self.heap.tuple(args[given..].to_vec());
        }
        if p.kwargs {
            let dict = self.keyword_dict(&extra);
            slots[rest + p.varargs as usize] = dict;
        }
        Ok(slots)
    }

    /// A dict of keyword arguments.
    pub(super) fn keyword_dict(&mut self, keywords: &[(Value, Value)]) -> Value {
        let mut d = super::super::dict::Dict::default();
        for &(key, value) in keywords {
            let key = self.interned(key);
            d.push(self.name_hash(key), key, value);
        }
        Value::Obj(self.heap.alloc(Obj::Dict(Box::new(d))))
    }

    fn too_many(&self, name: &str, most: usize, least: usize, given: usize, only: &[Value]) -> String {
        let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
        let plural = if most == 1 && least == most { "" } else { "s" };
        let by_name = only.iter().filter(|v| !v.is_undef()).count();
        if by_name > 0 {
            let s = if given == 1 { "" } else { "s" };
            let ks = if by_name == 1 { "" } else { "s" };
            return format!(
                "{name}() takes {takes} positional argument{plural} but {given} positional argument{s} (and {by_name} keyword-only argument{ks}) were given"
            );
        }
        let were = if given == 1 { "was" } else { "were" };
        format!("{name}() takes {takes} positional argument{plural} but {given} {were} given")
    }
}

fn missing_text(name: &str, missing: &[&str], what: &str) -> String {
    let quoted: Vec<String> = missing.iter().map(|m| format!("'{m}'")).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [front @ .., last] => format!("{}, and {last}", front.join(", ")),
        [] => String::new(),
    };
    let s = if missing.len() == 1 { "" } else { "s" };
    format!("{name}() missing {} required {what} argument{s}: {list}", missing.len())
}
