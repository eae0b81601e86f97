//! The run loop by small programs: no effects, no time.

use interleave::lang::{Pace, Unit, compile};
use interleave::stdlib;
use interleave::vm::{Facts, Fiber, Note, Stop, Vm};

/// What a run leaves behind.
#[derive(Debug, PartialEq)]
struct Seen {
    out: String,
    spent: u64,
    instructions: u64,
}

fn facts() -> Facts {
    let file = "prog.py".into();
    Facts { cores: 4, gil: true, switch_interval_ns: 5_000_000, seed: 1, speed_permille: 1000, file }
}

fn start(text: &str) -> (Vm, Fiber) {
    let unit = Unit { file: "prog.py", module: "__main__", library: false, pace: Pace::Python };
    let code = compile(text, &unit).unwrap_or_else(|d| panic!("{}", d[0].render("prog.py", text)));
    let mut vm = Vm::new(stdlib::find, facts());
    let fiber = vm.main_fiber(code);
    (vm, fiber)
}

fn printed(vm: &mut Vm) -> String {
    let notes = std::mem::take(&mut vm.notes);
    notes.into_iter().filter_map(|(_, n)| if let Note::Write { text, .. } = n { Some(text) } else { None }).collect()
}

/// Runs to the end with a budget of `step` picoseconds at a time.
fn finish(vm: &mut Vm, fiber: &mut Fiber, step: u64) -> Seen {
    let mut out = String::new();
    loop {
        let limit = fiber.spent.saturating_add(step);
        match vm.run(fiber, limit) {
            Stop::Budget => assert!(fiber.spent >= limit, "stopped before the budget was used up"),
            Stop::Collect => assert!(vm.collect(&mut [fiber])),
            Stop::Done(_) => break,
            Stop::Raised(exc) => {
                out.push_str(&printed(vm));
                out.push_str(&vm.format_exception(exc));
                break;
            }
            other => panic!("{other:?}"),
        }
        out.push_str(&printed(vm));
    }
    out.push_str(&printed(vm));
    Seen { out, spent: fiber.spent, instructions: vm.instructions }
}

fn run(text: &str) -> String {
    let (mut vm, mut fiber) = start(text);
    finish(&mut vm, &mut fiber, u64::MAX).out
}

#[test]
fn the_prelude_loads() {
    assert_eq!(run("x = 1\n"), "");
}

/// Prints through an exception's text, which needs no library.
fn shown(text: &str) -> String {
    run(text).lines().last().unwrap_or("").to_string()
}

#[test]
fn functions_loops_and_classes_run() {
    let text = "
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

class A:
    def __init__(self, x, *rest, k=3, **more):
        self.x = x + k
    def get(self):
        return self.x
    @property
    def double(self):
        return self.x * 2

class B(A):
    def get(self):
        return super().get() + 1

def gen(n):
    for i in range(n):
        got = yield i
    return 7

def outer():
    v = yield from gen(3)
    yield v

total = 0
for v in outer():
    total += v
b = B(10, 1, 2, k=5, z=1)
try:
    raise ValueError('x') from None
except (KeyError, ValueError) as e:
    total += 100
raise SystemExit(fib(10) + b.get() + b.double + total)
";
    assert_eq!(shown(text), format!("SystemExit: {}", 55 + 16 + 30 + 10 + 100));
}
