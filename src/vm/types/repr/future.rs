//! `repr` of futures, tasks and handles, in asyncio's words.

use super::{NoText, Writer};
use crate::vm::future::{FutureKind, FutureState};
use crate::vm::object::{GeneratorState, Obj};
use crate::vm::value::{Ref, Value};

impl Writer<'_> {
    /// `<Task pending name='Task-1' coro=<f() running at prog.py:3> wait_for=<Future pending cb=[Task.task_wakeup()]>>`
    pub(super) fn future(&mut self, v: Value, r: Ref) -> Result<(), NoText> {
        let vm = self.vm;
        let Some(f) = vm.future(r) else { return Ok(()) };
        let state = match (f.state, f.task()) {
            (FutureState::Pending, Some(t)) if t.cancels > 0 => "cancelling",
            (FutureState::Pending, _) => "pending",
            (FutureState::Cancelled, _) => "cancelled",
            _ => "finished",
        };
        let name = vm.class_name(v);
        self.out.push_str(&format!("<{name} {state}"));
        if let Some(t) = f.task() {
            self.out.push_str(" name=");
            match vm.heap.text(t.name.get()) {
                Some(_) => self.repr(t.name.get())?,
                None => self.out.push_str(&format!("'Task-{}'", t.number)),
            }
            self.out.push_str(" coro=<");
            self.coroutine(t.coro.get());
            self.out.push('>');
            if !t.waiter.get().is_none() {
                self.out.push_str(" wait_for=");
                self.repr(t.waiter.get())?;
            }
        }
        match f.state {
            FutureState::Finished => {
                self.out.push_str(" result=");
                self.shortened(f.outcome, 6)?;
            }
            FutureState::Failed => {
                self.out.push_str(" exception=");
                self.repr(f.outcome)?;
            }
            _ => {}
        }
        if let [(first, _), rest @ ..] = &f.callbacks().collect::<Vec<_>>()[..] {
            self.out.push_str(" cb=[");
            self.callback(*first)?;
            if rest.len() > 1 {
                self.out.push_str(&format!(", <{} more>", rest.len() - 1));
            }
            if let Some((last, _)) = rest.last() {
                self.out.push_str(", ");
                self.callback(*last)?;
            }
            self.out.push(']');
        }
        let place = f
            .attrs()
            .into_iter()
            .flat_map(|d| d.iter())
            .find(|e| vm.heap.text(e.key).is_some_and(|k| &**k == "_source_place"));
        self.created(place.map_or(Value::None, |e| e.value));
        self.out.push('>');
        Ok(())
    }

    /// Where something was made, which loops in debug mode note.
    fn created(&mut self, place: Value) {
        if let Some(place) = self.vm.heap.text(place) {
            self.out.push_str(&format!(" created at {place}"));
        }
    }

    /// `fetch() running at prog.py:5`
    fn coroutine(&mut self, coro: Value) {
        let vm = self.vm;
        let Value::Obj(r) = coro else { return };
        let Obj::Generator(g) = vm.heap.get(r) else {
            self.out.push_str(&vm.class_name(coro));
            return;
        };
        let name = vm.heap.text(g.qualname.get()).map_or("", |t| t);
        let text = match &g.frame {
            Some(frame) => {
                let code = &vm.codes[frame.code as usize].code;
                let at = code.lines.get(frame.pc as usize).copied().unwrap_or(code.first_line);
                let line = if g.state == GeneratorState::Created { code.first_line } else { at };
                format!("{name}() running at {}:{line}", code.file)
            }
            None => match vm.codes.iter().find(|c| *c.code.qualname == *name) {
                Some(c) => format!("{name}() done, defined at {}:{}", c.code.file, c.code.first_line),
                None => format!("{name}() done"),
            },
        };
        self.out.push_str(&text);
    }

    /// `name() at file:line`
    fn callback(&mut self, callback: Value) -> Result<(), NoText> {
        if self.written(callback) {
            return Ok(());
        }
        let vm = self.vm;
        let mut at = callback;
        while let Value::Obj(r) = at {
            match vm.heap.get(r) {
                Obj::Method(m) => at = m.func,
                Obj::Function(f) => {
                    let code = &vm.codes[f.code as usize].code;
                    self.out.push_str(vm.heap.text(f.qualname).map_or("", |t| t));
                    self.out.push_str("()");
                    if at.is(callback) {
                        self.out.push_str(&format!(" at {}:{}", code.file, code.first_line));
                    }
                    return Ok(());
                }
                Obj::Native(n) => {
                    let name = match n.owner {
                        Some(class) => format!("{}.{}()", vm.class(class).name, n.name),
                        None => format!("{}()", n.name),
                    };
                    self.out.push_str(&name);
                    return Ok(());
                }
                Obj::Future(f) => {
                    self.out.push_str(match f.kind {
                        FutureKind::Gather(_) => {
                            "gather.<locals>._done_callback() at /usr/lib/python3.13/asyncio/tasks.py:820"
                        }
                        _ => "Task.task_wakeup()",
                    });
                    return Ok(());
                }
                Obj::Type(t) => {
                    self.out.push_str(&t.qualname);
                    self.out.push_str("()");
                    return Ok(());
                }
                _ => break,
            }
        }
        self.repr(callback)?;
        self.out.push_str("()");
        Ok(())
    }

    /// `<TimerHandle when=1.5 f() at prog.py:3>`
    pub(super) fn handle(&mut self, r: Ref) -> Result<(), NoText> {
        let Obj::Handle(h) = self.vm.heap.get(r) else { return Ok(()) };
        self.out.push_str(if h.when.is_some() { "<TimerHandle" } else { "<Handle" });
        if h.cancelled {
            self.out.push_str(" cancelled");
        }
        if let Some(when) = h.when {
            self.out.push_str(" when=");
            self.repr(Value::Float(when))?;
        }
        if !h.callback.is_none() {
            self.out.push(' ');
            let start = self.out.len();
            self.callback(h.callback)?;
            // In debug mode with the arguments.
            let debug = self.vm.event_loop(h.owner).is_some_and(|l| l.debug);
            if debug && let Some(at) = self.out[start..].find("()") {
                let rest = self.out.split_off(start + at);
                self.out.push('(');
                for (i, &arg) in h.args.iter().enumerate() {
                    self.out.push_str(if i > 0 { ", " } else { "" });
                    self.shortened(arg, 6)?;
                }
                self.out.push_str(&rest[1..]);
            }
        }
        if let Some(Obj::Tuple(source)) = h.source.get().as_ref().map(|r| self.vm.heap.get(r)) {
            self.created(source.get(1).copied().unwrap_or_default());
        }
        self.out.push('>');
        Ok(())
    }

    /// As `reprlib` shows a value: six items of a list, thirty characters of anything else.
    fn shortened(&mut self, v: Value, level: usize) -> Result<(), NoText> {
        const ITEMS: usize = 6;
        const CHARS: usize = 30;
        let (open, items, close) = match v.as_ref().map(|r| self.vm.heap.get(r)) {
            Some(Obj::List(items)) => ("[", &items[..], "]"),
            Some(Obj::Tuple(items)) => ("(", &items[..], if items.len() == 1 { ",)" } else { ")" }),
            Some(Obj::Dict(_) | Obj::Set(_) | Obj::FrozenSet(_)) => return self.repr(v),
            _ => {
                let start = self.out.len();
                self.repr(v)?;
                let text: Vec<char> = self.out[start..].chars().collect();
                if text.len() > CHARS {
                    self.out.truncate(start);
                    let (head, tail) = ((CHARS - 3) / 2, CHARS - 3 - (CHARS - 3) / 2);
                    self.out.extend(&text[..head]);
                    self.out.push_str("...");
                    self.out.extend(&text[text.len() - tail..]);
                }
                return Ok(());
            }
        };
        self.out.push_str(open);
        for (i, &item) in items.iter().take(ITEMS).enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            match level {
                0 => self.out.push_str("..."),
                _ => self.shortened(item, level - 1)?,
            }
        }
        self.out.push_str(if items.len() > ITEMS { ", ..." } else { "" });
        self.out.push_str(close);
        Ok(())
    }
}
