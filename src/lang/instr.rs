//! The instruction set: a register machine, 8 bytes an instruction.
//!
//! Registers are slots of the frame's window. Jump offsets count instructions from the jump itself. "Try" instructions
//! decide the common case at once and otherwise fall through to the general sequence that the compiler puts behind them.

/// A register of the current frame.
pub type Reg = u16;

/// "No register" where one is optional.
pub const NO_REG: Reg = u16::MAX;

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CompareOp {
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
    Is,
    IsNot,
    In,
    NotIn,
}

/// Methods looked up on the type, for `with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Special {
    Enter,
    Exit,
    AsyncEnter,
    AsyncExit,
}

/// One instruction. `k` indexes `Code::consts`, `site` indexes `Code::sites`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Instr {
    // ---- loads and moves
    Const {
        dst: Reg,
        k: u16,
    },
    Int {
        dst: Reg,
        value: i32,
    },
    None {
        dst: Reg,
    },
    Move {
        dst: Reg,
        src: Reg,
    },
    /// Raises UnboundLocalError when `src` is unbound (`Undef`).
    Check {
        src: Reg,
    },
    /// Makes a local unbound; UnboundLocalError when it is already.
    Unbind {
        reg: Reg,
    },
    LoadGlobal {
        dst: Reg,
        site: u16,
    },
    StoreGlobal {
        src: Reg,
        site: u16,
    },
    DeleteGlobal {
        site: u16,
    },
    /// Class bodies: the class namespace, then globals, then builtins.
    LoadName {
        dst: Reg,
        site: u16,
    },
    StoreName {
        src: Reg,
        site: u16,
    },
    DeleteName {
        site: u16,
    },
    /// Wraps the register's present value (or Undef) in a new cell, in place.
    MakeCell {
        reg: Reg,
    },
    /// NameError / UnboundLocalError when empty.
    LoadCell {
        dst: Reg,
        cell: Reg,
    },
    StoreCell {
        cell: Reg,
        src: Reg,
    },
    DeleteCell {
        cell: Reg,
    },
    /// In a class body: the class namespace first, then the captured cell.
    LoadNameOrCell {
        dst: Reg,
        site: u16,
        cell: Reg,
    },
    /// A function from the code constant `k`. At `first`: defaults tuple or None, keyword defaults dict or None, annotations dict or None.
    Function {
        dst: Reg,
        k: u16,
        first: Reg,
    },
    /// A function of the prelude module by name (the site's): the way of rare constructs. The compiler uses
    /// `match_sequence(subject, before, after)` (tuple of `before` items, a list of the middle, `after` items; `after` -1: exactly
    /// `before` items and no list; None when it does not match), `match_mapping(subject)` (bool), `match_keys(subject, keys)`
    /// (tuple of values or None),
    /// `match_rest(subject, keys)` (dict), `match_class(subject, cls, count, names)` (tuple of `count` positional and then the
    /// named attributes, or None), `reraise_star(exc, raised)` (the exception to raise after `except*` clauses, or None; `raised`
    /// lists what the clauses raised and, last, what none matched), `type_variable(name)`, `type_alias(name)`, and the class `Generic`.
    Prelude {
        dst: Reg,
        site: u16,
    },

    // ---- attributes and items
    LoadAttr {
        dst: Reg,
        obj: Reg,
        site: u16,
    },
    StoreAttr {
        obj: Reg,
        src: Reg,
        site: u16,
    },
    DeleteAttr {
        obj: Reg,
        site: u16,
    },
    /// For `CallMethod`: `dst` = function and `dst + 1` = self, or `dst` = any callable and `dst + 1` = Undef.
    LoadMethod {
        dst: Reg,
        obj: Reg,
        site: u16,
    },
    /// The same for a special method of the object's type; TypeError as CPython's when it has none.
    LoadSpecial {
        which: Special,
        dst: Reg,
        obj: Reg,
    },
    GetItem {
        dst: Reg,
        obj: Reg,
        key: Reg,
    },
    SetItem {
        obj: Reg,
        key: Reg,
        src: Reg,
    },
    DelItem {
        obj: Reg,
        key: Reg,
    },
    /// From three registers: start, stop, step.
    Slice {
        dst: Reg,
        first: Reg,
    },

    // ---- operators
    Add {
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    Sub {
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    Mul {
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    /// `a + imm`; `imm` may be negative. Used for `+` and `-` (binary and in-place) with a small integer literal; when `a` is
    /// not an int or float the machine does what `+ imm` / `- (-imm)` does: `how` tells which the text has, 1 for `-`, and 2 more
    /// when in place.
    AddImm {
        how: u8,
        dst: Reg,
        a: Reg,
        imm: i16,
    },
    Binary {
        op: BinaryOp,
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    InPlace {
        op: BinaryOp,
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    Compare {
        op: CompareOp,
        dst: Reg,
        a: Reg,
        b: Reg,
    },
    Neg {
        dst: Reg,
        src: Reg,
    },
    Pos {
        dst: Reg,
        src: Reg,
    },
    Invert {
        dst: Reg,
        src: Reg,
    },
    Not {
        dst: Reg,
        src: Reg,
    },
    /// The truth of any value, as a bool.
    ToBool {
        dst: Reg,
        src: Reg,
    },

    // ---- jumps
    Jump {
        off: i32,
    },
    /// A backward jump: a check point.
    Loop {
        off: i32,
    },
    /// `src` holds a bool. A backward one is a check point.
    JumpIfTrue {
        src: Reg,
        off: i32,
    },
    JumpIfFalse {
        src: Reg,
        off: i32,
    },
    /// Try: when the truth of `src` needs no Python call, jump by `off` if true, else go on at +3; otherwise +1.
    /// The compiler puts ToBool and JumpIfTrue behind.
    TryTrue {
        src: Reg,
        off: i32,
    },
    /// The same, jumping when false (ToBool and JumpIfFalse behind).
    TryFalse {
        src: Reg,
        off: i32,
    },
    /// Try: both int (not bool) or both float or mixed: jump by `off` if the comparison is `want`, else go on at +4; otherwise +1.
    /// The compiler puts Compare, ToBool and JumpIfTrue/JumpIfFalse behind. A backward one is a check point when taken.
    TryLt {
        want: bool,
        a: Reg,
        b: Reg,
        off: i16,
    },
    TryLe {
        want: bool,
        a: Reg,
        b: Reg,
        off: i16,
    },
    TryGt {
        want: bool,
        a: Reg,
        b: Reg,
        off: i16,
    },
    TryGe {
        want: bool,
        a: Reg,
        b: Reg,
        off: i16,
    },
    TryEq {
        want: bool,
        a: Reg,
        b: Reg,
        off: i16,
    },
    TryNe {
        want: bool,
        a: Reg,
        b: Reg,
        off: i16,
    },
    /// The same against a small integer literal, with one more instruction behind: Int (loading the literal), Compare, ToBool and
    /// JumpIfTrue/JumpIfFalse; so it goes on at +5 when decided and not jumping.
    TryLtImm {
        want: bool,
        a: Reg,
        imm: i16,
        off: i16,
    },
    TryLeImm {
        want: bool,
        a: Reg,
        imm: i16,
        off: i16,
    },
    TryGtImm {
        want: bool,
        a: Reg,
        imm: i16,
        off: i16,
    },
    TryGeImm {
        want: bool,
        a: Reg,
        imm: i16,
        off: i16,
    },
    TryEqImm {
        want: bool,
        a: Reg,
        imm: i16,
        off: i16,
    },
    TryNeImm {
        want: bool,
        a: Reg,
        imm: i16,
        off: i16,
    },
    /// `src is None` equals `want`: jump.
    JumpIfNone {
        want: bool,
        src: Reg,
        off: i32,
    },

    // ---- calls
    /// Callee in `func`, arguments from `func + 1`. A check point (function entry, or after a native).
    Call {
        func: Reg,
        argc: u16,
        dst: Reg,
    },
    /// After LoadMethod: arguments from `func + 2`.
    CallMethod {
        func: Reg,
        argc: u16,
        dst: Reg,
    },
    /// The last arguments are by keyword: `names` is a constant tuple of their names. The result goes to `func`.
    CallKw {
        func: Reg,
        argc: u16,
        names: u16,
    },
    CallMethodKw {
        func: Reg,
        argc: u16,
        names: u16,
    },
    /// `f(*args, **kwargs)`: callee in `func`, a list or tuple in `func + 1`, a dict or None in `func + 2`.
    CallEx {
        func: Reg,
        dst: Reg,
    },
    Return {
        src: Reg,
    },

    // ---- iteration, generators, coroutines
    GetIter {
        dst: Reg,
        src: Reg,
    },
    /// Try: the next item in `dst` and on at +3, or at the end (`dst` untouched) jump by `off`. An iterator whose next item takes
    /// Python to find (a generator, a Python `__next__`) leaves the item or the stop mark in `iter + 1` instead and goes on at +1,
    /// where `IfStop { src: iter + 1 }` and `Move { dst, src: iter + 1 }` stand: so a loop variable never holds the stop mark.
    ForIter {
        dst: Reg,
        iter: Reg,
        off: i16,
    },
    IfStop {
        src: Reg,
        off: i32,
    },
    /// Suspends the generator; `dst` receives what is sent.
    Yield {
        dst: Reg,
        src: Reg,
    },
    /// For `yield from`: iter() of anything, a coroutine only inside a coroutine.
    GetYieldFrom {
        dst: Reg,
        src: Reg,
    },
    GetAwaitable {
        dst: Reg,
        src: Reg,
    },
    /// Sends `sent` to `iter`; while it yields, yields the same and receives into `sent`; its return value goes to `dst`.
    /// Executed again on each resumption. `sent` holds None at first.
    YieldFrom {
        dst: Reg,
        iter: Reg,
        sent: Reg,
    },
    GetAsyncIter {
        dst: Reg,
        src: Reg,
    },
    /// The awaitable of `__anext__()`.
    GetAsyncNext {
        dst: Reg,
        iter: Reg,
    },

    // ---- building
    List {
        dst: Reg,
        first: Reg,
        n: u16,
    },
    Tuple {
        dst: Reg,
        first: Reg,
        n: u16,
    },
    Set {
        dst: Reg,
        first: Reg,
        n: u16,
    },
    /// `n` pairs: key, value, key, value ...
    Dict {
        dst: Reg,
        first: Reg,
        n: u16,
    },
    /// Joins `n` strings.
    Join {
        dst: Reg,
        first: Reg,
        n: u16,
    },
    /// f-string field: `conv` is 0, b's', b'r' or b'a'; `spec` a string's register or NO_REG.
    Format {
        conv: u8,
        dst: Reg,
        src: Reg,
        spec: Reg,
    },
    ListAppend {
        list: Reg,
        src: Reg,
    },
    SetAdd {
        set: Reg,
        src: Reg,
    },
    DictSet {
        dict: Reg,
        key: Reg,
        src: Reg,
    },
    ListExtend {
        list: Reg,
        src: Reg,
    },
    SetUpdate {
        set: Reg,
        src: Reg,
    },
    /// `{**src}`
    DictUpdate {
        dict: Reg,
        src: Reg,
    },
    /// `f(**src)`: TypeError on a repeated keyword, naming the function in `func`.
    DictMerge {
        dict: Reg,
        src: Reg,
        func: Reg,
    },
    ListToTuple {
        dst: Reg,
        src: Reg,
    },
    /// Exactly `n` items of `src` into registers from `first`: variables perhaps, so they are written only when all is well.
    Unpack {
        src: Reg,
        first: Reg,
        n: u16,
    },
    /// `before` items, a list of the middle, `after` items, into registers from `first`.
    UnpackStar {
        before: u8,
        src: Reg,
        first: Reg,
        after: u16,
    },

    // ---- exceptions
    /// `exc` NO_REG re-raises the exception being handled; `cause` NO_REG when there is no `from`.
    Raise {
        exc: Reg,
        cause: Reg,
    },
    /// Raises again as it is, keeping its traceback (end of a `finally` or an unmatched `except`).
    Reraise {
        exc: Reg,
    },
    /// At a handler's start: `exc` becomes the exception being handled, the previous one is kept in `saved`.
    EnterHandler {
        exc: Reg,
        saved: Reg,
    },
    /// At a handler's end: what was handled before is again.
    LeaveHandler {
        saved: Reg,
    },
    /// Whether `exc` matches the class or tuple of classes `class`.
    MatchExc {
        dst: Reg,
        exc: Reg,
        class: Reg,
    },
    /// `except*`: the matching part (or None) in `dst`, the rest (or None) in `dst + 1`.
    MatchGroup {
        dst: Reg,
        exc: Reg,
        class: Reg,
    },
    /// Type, value, traceback of `exc` into three registers, for `__exit__`.
    ExcInfo {
        first: Reg,
        exc: Reg,
    },
    /// `assert` failed: raises AssertionError with `message` unless NO_REG.
    AssertFail {
        message: Reg,
    },

    // ---- imports
    /// `name` a site (dotted); `from` NO_REG gives the top package (`import a.b`), else the module itself: the register holds the
    /// tuple of names wanted from it (`()` for `import a.b as c`). `level` counts dots.
    Import {
        level: u8,
        dst: Reg,
        name: u16,
        from: Reg,
    },
    ImportFrom {
        dst: Reg,
        module: Reg,
        site: u16,
    },
    /// Copies all public names into the globals.
    ImportStar {
        module: Reg,
    },

    /// Another thread may run here, between what was read and what is stored next. Costs nothing.
    Gap,

    /// Never compiled: stands for another instruction while objects are alive whose end the program would notice.
    Careful,
    /// Never compiled: stands where a line begins while a run is looked at line by line.
    Trap,
}

const _: () = assert!(size_of::<Instr>() == 8);
