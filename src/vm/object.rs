//! What can stand on the heap. A kind per built-in type; instances of program classes hold their attributes in a dict.

use super::dict::{Dict, Set};
use super::fiber::Suspended;
use super::future::{Context, Future};
use super::native::NativeFn;
use super::text::Text;
use super::turn::{EventLoop, Handle};
use super::value::{Link, Ref, Value};
use crate::lang::Code;
use num_bigint::BigInt;
use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

/// A heap object.
#[derive(Clone, Debug)]
pub enum Obj {
    /// A free slot; the next free one.
    Free(u32),
    Str(Str),
    Bytes(Rc<[u8]>),
    ByteArray(Vec<u8>),
    /// Never fits an i64.
    Big(Box<BigInt>),
    Complex(f64, f64),
    List(Vec<Value>),
    Tuple(Box<[Value]>),
    Dict(Box<Dict>),
    Set(Box<Set>),
    FrozenSet(Box<Set>),
    Deque(Box<Deque>),
    Range(Range),
    Slice(Box<[Value; 3]>),
    Cell(Value),
    Function(Box<Function>),
    /// A function or method written in Rust.
    Native(Box<Native>),
    Method(Method),
    Type(Box<Type>),
    Instance(Instance),
    Exception(Box<Exception>),
    Generator(Box<Generator>),
    Iter(Iter),
    Module(Box<Module>),
    Property(Box<Property>),
    ClassMethod(Value),
    StaticMethod(Value),
    Super(Super),
    Code(Rc<Code>),
    /// dict.keys(), .values(), .items()
    View(DictView, Ref),
    /// A mutual-exclusion lock; its waiters stand in the machine's wait queue.
    Lock(Lock),
    /// One traceback entry.
    Traceback(Box<Traceback>),
    Future(Box<Future>),
    Handle(Box<Handle>),
    Loop(Box<EventLoop>),
    Context(Context),
}

const _: () = assert!(size_of::<Obj>() == 40);

/// A string with what makes indexing and hashing cheap.
#[derive(Clone, Debug)]
pub struct Str {
    pub text: Text,
    /// In characters.
    pub len: u32,
    /// Of the text, as dicts use it; 0 until somebody asks.
    hash: Cell<u32>,
}

impl Str {
    /// `len` in characters.
    pub fn new(text: Text, len: u32) -> Str {
        Str { text, len, hash: Cell::new(0) }
    }

    #[inline]
    pub fn hash(&self) -> u64 {
        if self.hash.get() == 0 {
            self.hash.set(super::hash_text(&self.text) as u32);
        }
        self.hash.get() as u64
    }
}

#[derive(Clone, Debug, Default)]
pub struct Deque {
    pub items: VecDeque<Value>,
    pub maxlen: Option<usize>,
    /// Counts changes of length, so that iterators notice.
    pub version: u32,
}

/// Bounds as values, since they may be big.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

#[derive(Clone, Debug)]
pub struct Function {
    /// Index into `Vm::codes`.
    pub code: u32,
    pub name: Value,
    pub qualname: Value,
    /// The module's namespace (a dict).
    pub globals: Ref,
    /// A tuple, or Undef.
    pub defaults: Value,
    /// A dict, or Undef.
    pub kwdefaults: Value,
    pub annotations: Value,
    /// Captured cells.
    pub cells: Box<[Value]>,
    /// `__doc__`
    pub doc: Value,
    /// Own attributes: a dict, or Undef until one is set.
    pub attrs: Value,
    pub module: Value,
}

#[derive(Clone, Copy, Debug)]
pub struct Native {
    pub name: &'static str,
    pub func: NativeFn,
    /// The type whose method it is: then it binds like a function when looked up on an instance.
    pub owner: Option<Ref>,
    /// Bound self of a builtin bound at creation, else Undef (`__self__`).
    pub bound: Value,
    /// Charged per call, picoseconds, on top of the call instruction.
    pub cost: u32,
}

/// A bound method.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    pub func: Value,
    pub this: Value,
}

/// How instances of a type are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `Obj::Instance` without a payload.
    Object,
    /// `Obj::Exception`.
    Exception,
    /// `Obj::Type` (metaclasses).
    Type,
    /// `Obj::Instance` whose payload is a value of this built-in type (subclasses of int, str, list, dict ...).
    Payload(Ref),
    /// `Obj::Future`.
    Future,
    /// `Obj::Loop`.
    Loop,
    /// Built-in: cannot be subclassed.
    Final,
}

#[derive(Clone, Debug)]
pub struct Type {
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub module: Rc<str>,
    pub bases: Vec<Ref>,
    /// The method resolution order, itself first, `object` last.
    pub mro: Vec<Ref>,
    pub attrs: Dict,
    pub meta: Ref,
    pub layout: Layout,
    /// Direct subclasses, in order of creation.
    pub subclasses: Vec<Ref>,
    pub builtin: bool,
    pub flags: TypeFlags,
    /// The shape of instances without attributes, 0 before the first instance; and how many slots an instance needed.
    pub shape: u32,
    pub room: u8,
}

/// What the fast paths ask of a type; kept true by whoever sets class attributes.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypeFlags {
    /// `__getattr__` or `__getattribute__` anywhere in the MRO (besides object's).
    pub getattr: bool,
    pub setattr: bool,
    /// A data descriptor (property, `__set__`) may stand in the MRO.
    pub data_descriptors: bool,
    /// Some instance may have an attribute of its own that hides a class attribute.
    pub shadowed: bool,
    /// `__eq__` or `__hash__` written in Python in the MRO: dict and set operations go through the prelude.
    pub custom_eq: bool,
    pub custom_hash: bool,
    /// `__del__` in the MRO.
    pub finalizer: bool,
    /// `__slots__` without `__dict__`.
    pub slots: bool,
    /// OrderedDict, or derived from it.
    pub ordered: bool,
}

/// Its attributes are reached by the methods of `Heap` in `shape`.
#[derive(Clone, Copy, Debug)]
pub struct Instance {
    pub class: Ref,
    pub shape: u32,
    /// Its first slot, or its dict object.
    pub at: u32,
    /// Slots that it has.
    pub room: u8,
    /// Undef unless the class has `Layout::Payload`.
    pub payload: Value,
}

#[derive(Clone, Debug)]
pub struct Exception {
    pub class: Ref,
    /// A tuple's items.
    pub args: Vec<Value>,
    pub attrs: Dict,
    /// A `Traceback` or None.
    pub traceback: Value,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
}

/// One frame that an exception passed, outermost first when followed through `next`.
#[derive(Clone, Debug)]
pub struct Traceback {
    /// What the frame's variables held, while objects are watched: the traceback keeps it alive. Else Undef.
    pub held: Value,
    /// Index into `Vm::codes`.
    pub code: u32,
    pub pc: u32,
    pub next: Value,
    /// Where a name or attribute was missing, or the program looks at frames: the frame's variables, its globals, and its class
    /// namespace, a tuple. Else None.
    pub locals: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    Closed,
}

#[derive(Clone, Debug)]
pub struct Generator {
    pub kind: GeneratorKind,
    /// That of its kind, or `map` and its like, which the prelude writes as generators.
    pub class: Ref,
    pub state: GeneratorState,
    pub name: Link,
    pub qualname: Link,
    /// Its frame while it does not run.
    pub frame: Option<Suspended>,
    /// Async generators: an `asend`/`athrow` is under way.
    pub busy: bool,
    /// A coroutine that was awaited or sent to at least once: else "was never awaited".
    pub started: bool,
}

#[derive(Clone, Debug)]
pub struct Module {
    pub name: Rc<str>,
    /// The namespace: a dict.
    pub attrs: Ref,
}

#[derive(Clone, Copy, Debug)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
}

#[derive(Clone, Copy, Debug)]
pub struct Super {
    pub class: Ref,
    pub this: Value,
    /// The type whose MRO is searched behind `class`.
    pub start: Ref,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictView {
    Keys,
    Values,
    Items,
}

#[derive(Clone, Copy, Debug)]
pub struct Lock {
    pub locked: bool,
    /// Somebody waits in the machine's queue: releasing is an effect then.
    pub contended: bool,
    /// Identifies it to the machine within its process.
    pub key: u64,
    /// For RLock: who holds it and how often; 0 when free.
    pub owner: u64,
    pub count: u32,
    pub recursive: bool,
    /// Virtual nanoseconds at which it was taken last.
    pub since: u64,
}

/// Built-in iterators that need no Python call for a step.
#[derive(Clone, Debug)]
pub enum Iter {
    Range {
        next: i64,
        remaining: u64,
        step: i64,
    },
    List {
        list: Ref,
        at: usize,
    },
    ListBack {
        list: Ref,
        at: usize,
    },
    Tuple {
        tuple: Ref,
        at: usize,
    },
    Str {
        string: Ref,
        byte: usize,
    },
    Bytes {
        bytes: Ref,
        at: usize,
    },
    Dict {
        dict: Ref,
        view: DictView,
        at: usize,
        len: usize,
    },
    DictBack {
        dict: Ref,
        view: DictView,
        at: usize,
        len: usize,
    },
    Set {
        set: Ref,
        at: usize,
        len: usize,
    },
    Deque {
        deque: Ref,
        at: usize,
        version: u32,
    },
    /// Items taken beforehand: `zip`/`map` over finished things, `reversed` of a range ...
    Items {
        items: Rc<[Value]>,
        at: usize,
    },
    /// `zip` and `enumerate` over built-in iterators only; otherwise they are prelude generators.
    Zip {
        iters: Rc<[Value]>,
    },
    Enumerate {
        iter: Value,
        count: i64,
    },
    /// The next number, and the step.
    Count(Box<[Value; 2]>),
    Repeat {
        value: Value,
        /// `u64::MAX` for ever.
        left: u64,
    },
    Cycle {
        items: Rc<[Value]>,
        at: usize,
    },
    Done,
}
