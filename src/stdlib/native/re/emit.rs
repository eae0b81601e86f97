//! Turns a tree into a program: words that `run` walks.
//!
//! A program begins with the number of groups (the whole match is one) and of registers. Registers 0 to 2n hold the
//! marks of the groups, the next the last group closed, the rest counts, places and heights of loops and assertions.

use super::text::{fold, is_blank, is_digit, is_word, variants};
use super::tree::*;

/// Words in front of the instructions.
pub const HEADER: usize = 2;

macro_rules! ops {
    ($($name:ident)*) => {
        #[allow(clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Number { $($name),* }
        $(pub const $name: u32 = Number::$name as u32;)*
    };
}

// MATCH · CHAR c · FOLD c case · ANY · ALL · SET n flags bitmap[4] classes ranges… · FORK pc · JUMP pc · OPEN register ·
// CLOSE group · AT place · BACK group case · HEIGHT register · KEEP register · RETURN register · REFUSE register ·
// REWIND n · RUN kind min max next single · LOOP register · AGAIN register min max lazy exit · MORE register max ·
// WHEN group pc · FAIL
ops! {
    MATCH CHAR FOLD ANY ALL SET FORK JUMP OPEN CLOSE AT BACK HEIGHT KEEP RETURN REFUSE REWIND RUN LOOP AGAIN MORE WHEN FAIL
}

pub const NEGATE: u32 = 1;
pub const ASCII_CLASSES: u32 = 2;
/// The case of a set stands above these bits.
pub const CASE_SHIFT: u32 = 2;

pub fn case_number(case: Case) -> u32 {
    match case {
        Case::Exact => 0,
        Case::Ascii => 1,
        Case::Unicode => 2,
    }
}

pub fn case_of(number: u32) -> Case {
    match number {
        0 => Case::Exact,
        1 => Case::Ascii,
        _ => Case::Unicode,
    }
}

pub const PLACES: [Place; 9] = [
    Place::Begin,
    Place::LineBegin,
    Place::End,
    Place::LineEnd,
    Place::Last,
    Place::Word,
    Place::NotWord,
    Place::AsciiWord,
    Place::NotAsciiWord,
];

/// Whether a class holds a character.
pub fn in_classes(classes: u32, c: u32, ascii: bool) -> bool {
    classes != 0
        && ((classes & DIGIT != 0 && is_digit(c, ascii))
            || (classes & NOT_DIGIT != 0 && !is_digit(c, ascii))
            || (classes & SPACE != 0 && is_blank(c, ascii))
            || (classes & NOT_SPACE != 0 && !is_blank(c, ascii))
            || (classes & WORD != 0 && is_word(c, ascii))
            || (classes & NOT_WORD != 0 && !is_word(c, ascii)))
}

struct Emitter<'a> {
    out: Vec<u32>,
    registers: u32,
    groups: &'a [(u32, u32)],
}

/// The program of a pattern with groups of these widths; an error when a look-behind has no fixed width.
pub fn emit(node: &Node, groups: &[(u32, u32)]) -> Result<Vec<u32>, &'static str> {
    let n = groups.len() as u32;
    let mut e = Emitter { out: vec![n, 0], registers: 2 * n + 1, groups };
    e.node(node)?;
    e.out.push(MATCH);
    e.out[1] = e.registers;
    Ok(e.out)
}

impl Emitter<'_> {
    fn here(&self) -> u32 {
        self.out.len() as u32
    }

    /// Room for a target that is known later.
    fn hole(&mut self) -> usize {
        self.out.push(0);
        self.out.len() - 1
    }

    fn fill(&mut self, hole: usize) {
        self.out[hole] = self.here();
    }

    fn register(&mut self, n: u32) -> u32 {
        self.registers += n;
        self.registers - n
    }

    fn node(&mut self, node: &Node) -> Result<(), &'static str> {
        match node {
            Node::Char(c, Case::Exact) => self.out.extend([CHAR, *c]),
            Node::Char(c, case) => self.out.extend([FOLD, fold(*c, *case), case_number(*case)]),
            Node::Any(all) => self.out.push(if *all { ALL } else { ANY }),
            Node::Set(set, case, ascii) => self.set(set, *case, *ascii),
            Node::At(place) => {
                let number = PLACES.iter().position(|p| p == place).unwrap_or(0);
                self.out.extend([AT, number as u32]);
            }
            Node::Cat(nodes) => {
                for n in nodes {
                    self.node(n)?;
                }
            }
            Node::Alt(nodes) => self.branches(nodes)?,
            Node::Group(None, node) => self.node(node)?,
            Node::Group(Some(group), node) => {
                self.out.extend([OPEN, 2 * group]);
                self.node(node)?;
                self.out.extend([CLOSE, *group]);
            }
            Node::Repeat { node, min, max, kind } => self.repeat(node, *min, *max, *kind)?,
            Node::Back(group, case) => self.out.extend([BACK, *group, case_number(*case)]),
            Node::Look { ahead, negate, node } => self.look(node, *ahead, *negate)?,
            Node::Atomic(node) => {
                let r = self.register(1);
                self.out.extend([HEIGHT, r]);
                self.node(node)?;
                self.out.extend([KEEP, r]);
            }
            Node::If { group, yes, no } => {
                self.out.extend([WHEN, *group]);
                let other = self.hole();
                self.node(yes)?;
                self.out.push(JUMP);
                let end = self.hole();
                self.fill(other);
                self.node(no)?;
                self.fill(end);
            }
            Node::Fail => self.out.push(FAIL),
        }
        Ok(())
    }

    fn set(&mut self, set: &Set, case: Case, ascii: bool) {
        let mut bitmap = [0u32; 4];
        for c in 0..128u32 {
            let near = variants(c, case);
            let inside = set.ranges.iter().any(|&(a, b)| near.iter().any(|v| (a..=b).contains(v)));
            if (inside || in_classes(set.classes, c, ascii)) != set.negate {
                bitmap[c as usize / 32] |= 1 << (c % 32);
            }
        }
        let beyond: Vec<_> = set.ranges.iter().filter(|r| r.1 >= 128 || case == Case::Unicode).collect();
        let flags = if set.negate { NEGATE } else { 0 } | if ascii { ASCII_CLASSES } else { 0 };
        self.out.extend([SET, 8 + 2 * beyond.len() as u32, flags | case_number(case) << CASE_SHIFT]);
        self.out.extend(bitmap);
        self.out.push(set.classes);
        self.out.extend(beyond.into_iter().flat_map(|&(a, b)| [a, b]));
    }

    fn branches(&mut self, nodes: &[Node]) -> Result<(), &'static str> {
        let mut ends = Vec::new();
        for (i, n) in nodes.iter().enumerate() {
            if i + 1 == nodes.len() {
                self.node(n)?;
                break;
            }
            self.out.push(FORK);
            let next = self.hole();
            self.node(n)?;
            self.out.push(JUMP);
            ends.push(self.hole());
            self.fill(next);
        }
        for end in ends {
            self.fill(end);
        }
        Ok(())
    }

    fn look(&mut self, node: &Node, ahead: bool, negate: bool) -> Result<(), &'static str> {
        let back = if ahead {
            0
        } else {
            let (lo, hi) = node.width(self.groups);
            if lo != hi || lo == u32::MAX {
                return Err("look-behind requires fixed-width pattern");
            }
            lo
        };
        let r = self.register(2);
        self.out.extend([HEIGHT, r]);
        let mut target = None;
        if negate {
            self.out.push(FORK);
            target = Some(self.hole());
        } else {
            self.out.extend([OPEN, r + 1]);
        }
        if back > 0 {
            self.out.extend([REWIND, back]);
        }
        self.node(node)?;
        self.out.extend([if negate { REFUSE } else { RETURN }, r]);
        if let Some(hole) = target {
            self.fill(hole);
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Node, min: u32, max: u32, kind: Kind) -> Result<(), &'static str> {
        if max == 0 {
            return Ok(());
        }
        if let Some(single) = node.single() {
            if min == 1 && max == 1 {
                return self.node(single);
            }
            self.out.extend([RUN, kind as u32, min, max]);
            let next = self.hole();
            self.node(single)?;
            self.fill(next);
            return Ok(());
        }
        if kind == Kind::Possessive {
            let r = self.register(1);
            self.out.extend([HEIGHT, r]);
            self.repeat(node, min, max, Kind::Greedy)?;
            self.out.extend([KEEP, r]);
            return Ok(());
        }
        let r = self.register(2);
        self.out.extend([LOOP, r]);
        let top = self.here();
        self.out.extend([AGAIN, r, min, max, (kind == Kind::Lazy) as u32]);
        let exit = self.hole();
        self.out.extend([MORE, r, max]);
        self.node(node)?;
        self.out.extend([JUMP, top]);
        self.fill(exit);
        Ok(())
    }
}
