//! A pattern as a tree: what the parser makes and the emitter turns into a program.

/// `{m,}`, `*` and `+` have no upper bound.
pub const UNBOUNDED: u32 = u32::MAX;

pub const IGNORECASE: u32 = 2;
pub const LOCALE: u32 = 4;
pub const MULTILINE: u32 = 8;
pub const DOTALL: u32 = 16;
pub const UNICODE: u32 = 32;
pub const VERBOSE: u32 = 64;
pub const ASCII: u32 = 256;

/// How letters compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Exact,
    /// Letters of ASCII without regard to case.
    Ascii,
    Unicode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Greedy,
    Lazy,
    Possessive,
}

/// A class of characters: bits of `Set::classes`.
pub const DIGIT: u32 = 1;
pub const NOT_DIGIT: u32 = 2;
pub const SPACE: u32 = 4;
pub const NOT_SPACE: u32 = 8;
pub const WORD: u32 = 16;
pub const NOT_WORD: u32 = 32;

#[derive(Clone, Debug, Default)]
pub struct Set {
    pub negate: bool,
    /// First and last.
    pub ranges: Vec<(u32, u32)>,
    pub classes: u32,
}

/// Places between characters: the operands of `At`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Begin,
    LineBegin,
    End,
    LineEnd,
    Last,
    Word,
    NotWord,
    AsciiWord,
    NotAsciiWord,
}

#[derive(Clone, Debug)]
pub enum Node {
    Char(u32, Case),
    /// Whether it matches a newline too.
    Any(bool),
    /// The flag: classes know only ASCII.
    Set(Set, Case, bool),
    At(Place),
    Cat(Vec<Node>),
    Alt(Vec<Node>),
    /// A group that captures, or a scope of flags.
    Group(Option<u32>, Box<Node>),
    Repeat {
        node: Box<Node>,
        min: u32,
        max: u32,
        kind: Kind,
    },
    Back(u32, Case),
    Look {
        ahead: bool,
        negate: bool,
        node: Box<Node>,
    },
    Atomic(Box<Node>),
    If {
        group: u32,
        yes: Box<Node>,
        no: Box<Node>,
    },
    Fail,
}

impl Node {
    /// The least and the greatest number of characters it matches. `groups` holds the widths of the groups closed so far.
    pub fn width(&self, groups: &[(u32, u32)]) -> (u32, u32) {
        match self {
            Node::Char(..) | Node::Any(_) | Node::Set(..) => (1, 1),
            Node::At(_) | Node::Look { .. } | Node::Fail => (0, 0),
            Node::Cat(nodes) => nodes.iter().fold((0, 0), |(lo, hi): (u32, u32), n| {
                let (a, b) = n.width(groups);
                (lo.saturating_add(a), hi.saturating_add(b))
            }),
            Node::Alt(nodes) => {
                nodes.iter().map(|n| n.width(groups)).fold((u32::MAX, 0), |(lo, hi), (a, b)| (lo.min(a), hi.max(b)))
            }
            Node::Group(_, node) | Node::Atomic(node) => node.width(groups),
            Node::Repeat { node, min, max, .. } => {
                let (a, b) = node.width(groups);
                (a.saturating_mul(*min), b.saturating_mul(*max))
            }
            Node::Back(group, _) => groups.get(*group as usize).copied().unwrap_or((0, u32::MAX)),
            Node::If { yes, no, .. } => {
                let ((a, b), (c, d)) = (yes.width(groups), no.width(groups));
                (a.min(c), b.max(d))
            }
        }
    }

    /// One character, always.
    pub fn single(&self) -> Option<&Node> {
        match self {
            Node::Char(..) | Node::Any(_) | Node::Set(..) => Some(self),
            Node::Group(None, node) => node.single(),
            Node::Cat(nodes) if nodes.len() == 1 => nodes[0].single(),
            _ => None,
        }
    }
}
