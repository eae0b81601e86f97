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
    Facts {
        cores: 4,
        gil: true,
        minor: 13,
        gaps: false,
        paces: [1_000; 10],
        starting: [0.04, 0.0155],
        switch_interval_ns: 5_000_000,
        seed: 1,
        speed_permille: 1000,
        file,
        own: Vec::new(),
        files: Vec::new(),
    }
}

fn start(text: &str) -> (Vm, Fiber) {
    let unit = Unit { file: "prog.py", module: "__main__", library: false, pace: Pace::Python, gaps: false };
    let code = compile(text, &unit).unwrap_or_else(|d| panic!("{}", d[0].render("prog.py", text)));
    let mut vm = Vm::new(stdlib::LIBRARY, facts());
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

/// Programs that do much of everything and print what they find.
const PROGRAMS: &[&str] = &[
    "
class Node:
    count = 0
    def __init__(self, value, next=None):
        Node.count += 1
        self.value, self.next = value, next
    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.next
    def __eq__(self, other):
        return isinstance(other, Node) and list(self) == list(other)
    __hash__ = None

def build(n):
    node = None
    for i in range(n):
        node = Node(i * i, node)
    return node

a, b = build(12), build(12)
print(list(a), a == b, Node.count, [x % 3 for x in a if x > 5], {x: str(x) for x in b})
words = 'the quick brown fox jumps over the lazy dog the end'.split()
seen = {}
for w in words:
    seen.setdefault(w, []).append(len(seen))
print(sorted(seen.items(), key=lambda p: (-len(p[1]), p[0]))[:3])
def risky(n):
    try:
        if n % 3 == 0:
            raise ValueError(n)
        if n % 3 == 1:
            return [][n]
        return n
    except IndexError as e:
        raise KeyError(str(e)) from e
    finally:
        seen['n'] = n
for n in range(6):
    try:
        print(risky(n))
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e, type(e.__cause__).__name__)
",
    "
def tree(n):
    if n:
        yield from tree(n - 1)
        got = yield n
        if got:
            yield got * 10
        yield from tree(n - 1)
g = tree(4)
out = [next(g)]
try:
    while True:
        out.append(g.send(out[-1] if len(out) % 4 == 0 else None))
except StopIteration:
    pass
print(out)
def adder(n):
    total = 0
    def add(x):
        nonlocal total
        total += x * n
        return total
    return add
f = adder(3)
print([f(i) for i in range(20)], sum(f(i) for i in range(30)))
class Meter(dict):
    def __missing__(self, key):
        self[key] = len(self)
        return self[key]
m = Meter()
print([m[c] for c in 'abracadabra'], m, isinstance(m, dict))
text = ''
for i in range(200):
    text += chr(97 + i % 26)
print(text[::7], f'{len(text):>8}|{3.14159:.2f}|{text[:3]!r}')
print(2 ** 200 % 1000007, -7 // 2, -7 % 3, 7.5 // 2, divmod(-9, 4))
",
];

#[test]
fn collecting_at_every_allocation_changes_nothing() {
    for text in PROGRAMS {
        let calm = {
            let (mut vm, mut fiber) = start(text);
            finish(&mut vm, &mut fiber, u64::MAX)
        };
        assert!(calm.out.lines().count() > 3, "{}", calm.out);
        let (mut vm, mut fiber) = start(text);
        vm.heap.set_threshold(1);
        assert_eq!(finish(&mut vm, &mut fiber, u64::MAX), calm);
    }
}

#[test]
fn a_clone_goes_on_as_the_original() {
    for text in PROGRAMS {
        let (mut vm, mut fiber) = start(text);
        let whole = finish(&mut vm, &mut fiber, u64::MAX);
        for part in [1, 7, 23] {
            let (mut vm, mut fiber) = start(text);
            let limit = whole.spent / 30 * part;
            while fiber.spent < limit {
                match vm.run(&mut fiber, limit) {
                    Stop::Budget => {}
                    Stop::Collect => assert!(vm.collect(&mut [&mut fiber])),
                    other => panic!("{other:?}"),
                }
            }
            let (mut vm2, mut fiber2) = (vm.clone(), fiber.clone());
            assert_eq!(finish(&mut vm2, &mut fiber2, 100_000_000), finish(&mut vm, &mut fiber, u64::MAX));
            assert_eq!(vm.instructions, whole.instructions);
        }
    }
}

/// Loops that the jump may take, with values around the edges.
fn loops() -> Vec<String> {
    let mut out = Vec::new();
    for (start, end, step) in [(0, 1000, 1), (5, 4000, 7), (-50, 900, 3), (100, -2000, -9), (0, 0, 1)] {
        let op = if step > 0 { "<" } else { ">" };
        out.push(format!("i = {start}\nwhile i {op} {end}:\n    i += {step}\nprint(i)\n"));
        out.push(format!("def f():\n    i = {start}\n    n = 0\n    while i {op} {end}:\n        i = i + {step}\n        n += 2\n        last = n\n    return i, n\nprint(f())\n"));
        out.push(format!("def f(stop, d):\n    i = {start}\n    t = 0\n    while i != stop and t < 5000:\n        i += d\n        t = t + 3\n    return i, t\nprint(f({end}, {step}))\n"));
        out.push(format!("def f():\n    t = 0\n    for i in range({start}, {end}, {step}):\n        t += 5\n        u = i - t\n    return t\nprint(f())\n"));
        out.push(format!("t = 0\nfor i in range({start}, {end}, {step}):\n    t += 2\nprint(t)\n"));
        out.push(format!("def g():\n    n = 0\n    def h():\n        nonlocal n\n        for _ in range({end}):\n            n += {step}\n    h()\n    return n\nprint(g())\n"));
        out.push(format!("def f():\n    a = {start}\n    b = 0\n    while True:\n        a += {step}\n        if a == 35 or b >= 3000:\n            break\n        b += 1\n    return a, b\nprint(f())\n"));
    }
    // Values that outgrow 64 bits, values that are not ints, values carried from one iteration to the next.
    out.push("i = 9223372036854775000\nn = 0\nwhile n < 2000:\n    i += 1\n    n += 1\nprint(i)\n".into());
    out.push("i = -9223372036854775000\nn = 0\nwhile n < 2000:\n    i -= 1\n    n += 1\nprint(i)\n".into());
    out.push("x = 0.5\nn = 0\nwhile n < 500:\n    x += 1\n    n += 1\nprint(x)\n".into());
    out.push("a, b, n = 0, 1, 0\nwhile n < 300:\n    a, b = b, a\n    n += 1\nprint(a, b)\n".into());
    out.push("def f():\n    prev = 0\n    i = 0\n    s = 0\n    while i < 700:\n        s = s + prev\n        prev = i\n        i += 1\n    return s, prev\nprint(f())\n".into());
    // Totals, and products of two that grow.
    out.push("def f():\n    s = t = 0\n    for i in range(3000):\n        s += i\n        t = t + i * i\n        last = s\n    return s, t, last\nprint(f())\n".into());
    out.push("def f(k):\n    s, i = 10, -700\n    while i < 900:\n        i += 3\n        s -= i * (k - i)\n        s += k * 7\n        p = i * k\n    return s, i, p\nprint(f(5))\n".into());
    out.push("s = 0\nfor i in range(2000):\n    s += i\n    s += i + 1\nprint(s)\n".into());
    out.push(
        "def f():\n    s = 9223372036854000000\n    for i in range(4000):\n        s += i\n    return s\nprint(f())\n"
            .into(),
    );
    out.push("def f():\n    s, x = 0, 3000000000\n    for i in range(4000):\n        s += x * (x + i)\n    return s\nprint(f())\n".into());
    out.push("def f():\n    s = 0\n    for i in range(3000):\n        s += i\n        if s > 100000:\n            break\n    return s\nprint(f())\n".into());
    out.push("def f():\n    s = t = 0\n    for i in range(900):\n        s += i\n        t += s\n    return s, t\nprint(f())\n".into());
    // Remainders: of what grows, carried on, added up; of moduli that change or are not positive.
    out.push("def f(m):\n    x = 1\n    for i in range(4000):\n        x = x * 31 % m\n    return x\nprint(f(1000003), f(1), f(2**61 - 1))\n".into());
    out.push("def f(m):\n    x, y = 12345, 0\n    for i in range(5000):\n        x = (x * 1103515245 + 12345) % m\n        y = x % 100\n    return x, y\nprint(f(2147483648), f(7))\n".into());
    out.push("M = 998244353\nh = -5\nfor i in range(3000):\n    h = (h * 131 + i * i - 3 * i) % M\nprint(h)\n".into());
    out.push("def f():\n    s = t = r = 0\n    for i in range(-700, 6000, 3):\n        s += i % 7\n        r = (5 - i) % 11\n        t = t - r * 2 + (2 * i + 1) % 13\n    return s, t, r\nprint(f())\n".into());
    out.push("def f(m):\n    x, n = 3, 0\n    while n < 2000:\n        n += 1\n        x = (n - 7 * x) % m\n        x %= m\n    return x\nprint(f(97))\ntry:\n    f(0)\nexcept ZeroDivisionError as e:\n    print(e)\nprint(f(-97))\n".into());
    out.push("def f():\n    x = 9000000000000000000\n    for i in range(2000):\n        x = (x + i) % 9223372036854775807\n    return x\nprint(f())\n".into());
    out.push("def f():\n    a, b = 0, 1\n    for i in range(2000):\n        a, b = b, (a + b) % 1000\n    return a\nprint(f())\n".into());
    out.push("def f():\n    x = t = 0\n    for i in range(3000):\n        x = (x + 5) % 8\n        if x == 3:\n            t += 1\n    return x, t\nprint(f())\n".into());
    out.push("for i in range(3):\n    for j in range(400):\n        pass\nprint(i, j)\n".into());
    out.push("def f(n):\n    for i in range(n):\n        pass\n    return i\nprint(f(5000), f(17), f(1))\n".into());
    out
}

#[test]
fn jumped_loops_are_as_walked_ones() {
    for text in loops() {
        for step in [u64::MAX, 1, 40_000, 333_333, 5_000_000] {
            let stops = |jumps: bool| {
                let (mut vm, mut fiber) = start(&text);
                vm.jumps = jumps;
                let mut stops = Vec::new();
                loop {
                    let limit = fiber.spent.saturating_add(step);
                    let over = !matches!(vm.run(&mut fiber, limit), Stop::Budget);
                    stops.push((fiber.spent, vm.instructions));
                    if over {
                        return (stops, printed(&mut vm));
                    }
                }
            };
            let (walked, jumped) = (stops(false), stops(true));
            assert!(walked.1.ends_with('\n'), "{text}{}", walked.1);
            assert_eq!(walked, jumped, "step {step}:\n{text}");
        }
    }
}

#[test]
fn a_long_loop_is_jumped() {
    let text = "def f():\n    i = 0\n    while i < 200_000_000:\n        i += 1\n    return i\nprint(f())\nx = 0\nwhile x < 100_000_000:\n    x = x + 1\nprint(x)\n\
                def g():\n    s = t = 0\n    for i in range(1, 2_000_000):\n        s += i\n        t += i * i\n    return s, t\nprint(g())\n\
                def h():\n    x, y = 1, 0\n    for i in range(100_000_000):\n        x = (x * 48271 + i) % 2147483647\n        y += i % 10\n    return x, y\nprint(h())\n";
    let (mut vm, mut fiber) = start(text);
    let seen = finish(&mut vm, &mut fiber, 5_000_000_000);
    assert_eq!(seen.out, "200000000\n100000000\n(1999999000000, 2666664666667000000)\n(756247652, 450000000)\n");
    assert!(seen.instructions > 400_000_000);
}

#[test]
fn an_endless_loop_stops_at_its_budget() {
    let (mut vm, mut fiber) = start("while True:\n    pass\n");
    for _ in 0..3 {
        let limit = fiber.spent + 3_600_000_000_000_000;
        assert!(matches!(vm.run(&mut fiber, limit), Stop::Budget));
        assert!(fiber.spent >= limit && fiber.spent < limit + 1_000_000);
    }
}

#[test]
fn the_counting_loop_costs_what_was_measured() {
    let spent = |text: &str| {
        let (mut vm, mut fiber) = start(text);
        finish(&mut vm, &mut fiber, u64::MAX).spent
    };
    let loop_of = |n: u32| spent(&format!("def f():\n    i = 0\n    while i < {n}:\n        i += 1\nf()\n"));
    assert_eq!(loop_of(30_000) - loop_of(20_000), 10_000 * 19_000);
    let range_of = |n: u32| spent(&format!("def f():\n    for _ in range({n}):\n        pass\nf()\n"));
    assert_eq!(range_of(30_000) - range_of(20_000), 10_000 * 10_900);
}
