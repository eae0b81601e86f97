//! Compile a program, run it in slices, stop it, read its trace: what every host (command line, worker, tests) calls.

mod apart;
mod travel;

pub use travel::Travel;

pub use crate::machine::{Clock, Heard, Limits, Next};
/// Library texts that the host brings on demand.
pub use crate::stdlib::far as library;

use crate::lang::{Pace, Unit, Use, compile, uses};
use crate::machine::Machine;
pub use crate::machine::World;
use crate::scenario::{Price, Python, STDIN, Settings};
use crate::source::Diagnostic;
use crate::stdlib::{self, coverage};
use crate::trace::{Nanos, Spans, Trace};
/// Who says whether a run is to end, in the midst of a long native too.
pub use crate::vm::pulse::heed;
use crate::vm::{Facts, Fiber, Vm};

/// The program's file name where none is given.
pub const FILE: &str = "prog.py";

/// What of a program's text is known beforehand not to be supported: modules, names and arguments that stop the program when it
/// reaches them. The program may run all the same. In the order of the text, each place once. Nothing while the host has yet to bring
/// what is known (see `library`). The files beside the program may take a module's place.
pub fn foresee(source: &str, files: &[String]) -> Vec<Diagnostic> {
    let Some(facts) = coverage::facts() else { return Vec::new() };
    let mut found: Vec<Diagnostic> = Vec::new();
    for used in uses(source) {
        let Use { module, name, span } = used;
        let top = module.split('.').next().unwrap_or_default();
        if files.iter().any(|f| f.strip_prefix(top).is_some_and(|rest| rest == ".py" || rest.starts_with('/'))) {
            continue;
        }
        let (what, missing) = match name {
            None => (module.clone(), facts.is_missing_module(&module)),
            Some(name) => (coverage::whole(&module, &name), facts.is_lacking(&module, &name)),
        };
        if missing && found.last().is_none_or(|d| d.span != span) {
            let hint = facts.instead(&what);
            found.push(Diagnostic::unsupported(format!("{what} is not supported by Interleave"), span, hint));
        }
    }
    found
}

/// One run of one program on one machine. A clone goes on in the same way.
#[derive(Clone)]
pub struct Session {
    machine: Machine,
}

impl Session {
    /// Compiles the program. The errors name line and column.
    pub fn new(source: &str, settings: &Settings, limits: Limits) -> Result<Session, Vec<Diagnostic>> {
        Session::with(source, FILE, settings, limits, World::default())
    }

    /// The same with the file's name as tracebacks show it, and what it finds on its machine.
    pub fn with(
        source: &str,
        file: &str,
        settings: &Settings,
        limits: Limits,
        world: World,
    ) -> Result<Session, Vec<Diagnostic>> {
        let settings = settings.clone().clamped();
        let limits = limits.stretched(settings.patience);
        let (vm, main, world) = Session::begin(source, file, &settings, world)?;
        Ok(Session { machine: Machine::new(vm, main, &settings, limits, world) })
    }

    /// The same program in real time, by the host's clock: to be gone on with by `go`, not `run`. All its processes share the one core that
    /// the host runs it on, unless they are `spread`.
    pub fn live(source: &str, settings: &Settings, limits: Limits, clock: Clock) -> Result<Session, Vec<Diagnostic>> {
        let settings = settings.clone().clamped();
        let (vm, main, world) = Session::begin(source, FILE, &settings, World::default())?;
        let here = settings.here();
        let mut machine = Machine::new(vm, main, &here, limits.stretched(settings.patience), world);
        machine.live(clock);
        Ok(Session { machine })
    }

    /// A process about to run the program, and what it finds.
    fn begin(
        source: &str,
        file: &str,
        settings: &Settings,
        mut world: World,
    ) -> Result<(Vm, Fiber, World), Vec<Diagnostic>> {
        for f in &settings.files {
            if f.name == STDIN {
                world.input = f.text.lines().map(str::to_string).collect();
            } else {
                world.files.push((f.name.clone(), f.text.clone().into_bytes()));
            }
        }
        let files = world.files.iter().map(|(name, _)| name.clone()).collect();
        let own = file.rsplit('/').next().unwrap_or(file);
        if !file.starts_with('<') && !world.files.iter().any(|(name, _)| name == own) {
            world.files.push((own.to_string(), source.as_bytes().to_vec()));
        }
        // Before 3.10 the interpreter looks for requests before almost every instruction; without a GIL nobody waits for that.
        let gaps = !settings.gil || settings.python < Python::V10;
        let unit = Unit { file, module: "__main__", library: false, pace: Pace::Python, gaps };
        let code = compile(source, &unit)?;
        let starting = [Price::Spawn, Price::Forkserver].map(|p| settings.price(p) as f64 / 1e12);
        let facts = Facts {
            cores: settings.cores,
            gil: settings.gil,
            minor: settings.python.minor(),
            gaps,
            paces: settings.paces(),
            starting,
            switch_interval_ns: settings.switch_interval_us * 1_000,
            seed: settings.seed,
            speed_permille: settings.speed_permille,
            file: file.to_string(),
            own: own_modules(&world),
            files,
        };
        let mut vm = Vm::new(stdlib::LIBRARY, facts);
        let main = vm.main_fiber(code);
        Ok((vm, main, world))
    }

    /// Runs a session that is `live` for about so many nanoseconds, or until there is nothing to do.
    pub fn go(&mut self, slice: Nanos) -> Next {
        self.machine.go(slice)
    }

    /// Notes what the page of a session that is `live` says of itself from now on; empty for nothing.
    pub fn tell(&mut self, what: &str) {
        self.machine.tell(what);
    }

    /// Runs on for about `fuel` interpreted instructions. Returns whether the run is over. However a run is cut into slices, its
    /// trace is the same.
    pub fn run(&mut self, fuel: u64) -> bool {
        self.machine.run(fuel)
    }

    /// Walks every iteration from now on, instead of jumping over arithmetic loops. The trace is the same.
    pub fn walk(&mut self) {
        self.machine.walk();
    }

    /// Collects garbage at the first check point after so many allocations, now and in processes to come. The trace is the same.
    pub fn collect_after(&mut self, allocations: usize) {
        self.machine.collect_after(allocations);
    }

    /// Goes about in the run instead, which must not have begun, up to this time.
    pub fn travel(self, end: Nanos) -> Travel {
        Travel::new(self.machine, end)
    }

    /// How many processes there have been.
    pub fn processes(&self) -> usize {
        self.machine.processes()
    }

    /// Virtual nanoseconds and instructions so far; cheap, for progress reports.
    pub fn progress(&self) -> (u64, u64) {
        self.machine.progress()
    }

    /// Ends the run as the visitor's Stop does; the trace so far stays.
    pub fn stop(&mut self) {
        self.machine.stop();
    }

    /// The trace of a run that is over, which leaves the session.
    pub fn finish(&mut self) -> Trace {
        self.machine.take_trace()
    }

    /// The trace so far, open spans closed at the present moment.
    pub fn snapshot(&self) -> Trace {
        self.machine.snapshot()
    }

    /// How many spans have ended.
    pub fn spans(&self) -> usize {
        self.machine.spans()
    }

    /// The spans that ended after the first `from` of them.
    pub fn spans_since(&self, from: usize) -> Spans {
        self.machine.spans_since(from)
    }

    /// The trace so far without its first `from` spans.
    pub fn snapshot_since(&mut self, from: usize) -> Trace {
        self.machine.snapshot_since(from)
    }
}

/// The names under which a program imports the files beside it: modules, and the folders that hold some.
fn own_modules(world: &World) -> Vec<String> {
    let mut names = Vec::new();
    for (path, _) in &world.files {
        if let Some(path) = path.strip_suffix(".py") {
            let first = path.split('/').next().unwrap_or(path);
            if !names.iter().any(|n| n == first) {
                names.push(first.to_string());
            }
        }
    }
    names
}
