//! Reads a pattern: Python's syntax, and CPython's words for what is wrong with it.

use super::escape::{self, Escape};
use super::source::{Parsed, Source, Token, Wrong};
use super::tree::*;

/// How deep groups may stand in each other.
const DEPTH: usize = 200;

pub struct Parser {
    pub source: Source,
    is_text: bool,
    /// Flags of the whole pattern.
    pub flags: u32,
    /// Width of each group; None while it is open.
    widths: Vec<Option<(u32, u32)>>,
    pub names: Vec<(String, u32)>,
    /// Groups that conditions name, with the place of the name.
    wanted: Vec<(u32, usize)>,
    /// Inside a look-behind: the groups there were before it.
    behind: Option<usize>,
    depth: usize,
}

/// A whole pattern, read.
pub struct Pattern {
    pub node: Node,
    pub flags: u32,
    pub groups: Vec<(u32, u32)>,
    pub names: Vec<(String, u32)>,
}

/// Reads a pattern of characters (or bytes as characters).
pub fn parse(chars: Vec<char>, is_text: bool, flags: u32) -> Parsed<Pattern> {
    let source = Source::new(chars)?;
    let mut p = Parser {
        source,
        is_text,
        flags,
        widths: vec![None],
        names: Vec::new(),
        wanted: Vec::new(),
        behind: None,
        depth: 0,
    };
    let node = p.alternatives(flags, true)?;
    if p.source.peek().is_some() {
        return Err(p.source.wrong("unbalanced parenthesis", 0));
    }
    for &(group, at) in &p.wanted {
        if group as usize >= p.widths.len() {
            return Err(Wrong::new(format!("invalid group reference {group}"), at));
        }
    }
    let groups = p.widths.iter().map(|w| w.unwrap_or((0, UNBOUNDED))).collect();
    Ok(Pattern { node, flags: p.flags, groups, names: p.names })
}

/// A text in quotes, as repr shows it.
pub fn quoted(s: &str, is_text: bool) -> String {
    let text = crate::vm::format::string::repr_str(s, false);
    if is_text { text } else { format!("b{text}") }
}

impl Parser {
    pub(super) fn is_text(&self) -> bool {
        self.is_text
    }

    fn case(&self, flags: u32) -> Case {
        match flags & IGNORECASE != 0 {
            false => Case::Exact,
            true if flags & ASCII != 0 || !self.is_text => Case::Ascii,
            true => Case::Unicode,
        }
    }

    fn ascii(&self, flags: u32) -> bool {
        flags & ASCII != 0 || !self.is_text
    }

    fn alternatives(&mut self, flags: u32, first: bool) -> Parsed<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Wrong { message: "maximum recursion depth exceeded".into(), at: None, overflow: false });
        }
        let mut nodes = Vec::new();
        loop {
            // What the first alternative switches on for the whole pattern holds for the others too.
            let flags = if first { flags | self.flags } else { flags };
            nodes.push(self.sequence(flags, first && nodes.is_empty())?);
            if !self.source.eat('|') {
                break;
            }
        }
        self.depth -= 1;
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Alt(nodes) })
    }

    fn sequence(&mut self, mut flags: u32, first: bool) -> Parsed<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(token) = self.source.peek() {
            if matches!(token, Token::Char('|' | ')')) {
                break;
            }
            let start = self.source.at;
            self.source.get();
            let c = match token {
                Token::Escape(c) => {
                    nodes.push(self.escaped(c, flags)?);
                    continue;
                }
                Token::Char(c) => c,
            };
            if flags & VERBOSE != 0 {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                    continue;
                }
                if c == '#' {
                    while self.source.get().is_some_and(|t| t != Token::Char('\n')) {}
                    continue;
                }
            }
            match c {
                '[' => {
                    let set = escape::set(&mut self.source, self.is_text)?;
                    nodes.push(Node::Set(set, self.case(flags), self.ascii(flags)));
                }
                '.' => nodes.push(Node::Any(flags & DOTALL != 0)),
                '^' => nodes.push(Node::At(if flags & MULTILINE != 0 { Place::LineBegin } else { Place::Begin })),
                '$' => nodes.push(Node::At(if flags & MULTILINE != 0 { Place::LineEnd } else { Place::End })),
                '(' => {
                    let before = self.flags;
                    if let Some(node) = self.group(start, flags, first && nodes.is_empty())? {
                        nodes.push(node);
                    }
                    flags |= self.flags & !before;
                }
                '*' | '+' | '?' | '{' => match self.bounds(c)? {
                    Some(bounds) => self.repeat(&mut nodes, start, bounds)?,
                    None => nodes.push(Node::Char(c as u32, Case::Exact)),
                },
                c => nodes.push(Node::Char(c as u32, self.letter(c as u32, flags))),
            }
        }
        Ok(Node::Cat(nodes))
    }

    /// The case of a character: exact for what has none.
    fn letter(&self, c: u32, flags: u32) -> Case {
        let case = self.case(flags);
        if super::text::variants(c, case).iter().all(|&v| v == c) { Case::Exact } else { case }
    }

    fn escaped(&mut self, c: char, flags: u32) -> Parsed<Node> {
        let ascii = self.ascii(flags);
        Ok(match escape::outside(&mut self.source, c, self.is_text)? {
            Escape::Char(c) => Node::Char(c, self.letter(c, flags)),
            Escape::Class(classes) => Node::Set(Set { classes, ..Set::default() }, Case::Exact, ascii),
            Escape::At('A') => Node::At(Place::Begin),
            Escape::At('Z') => Node::At(Place::Last),
            Escape::At('b') => Node::At(if ascii { Place::AsciiWord } else { Place::Word }),
            Escape::At(_) => Node::At(if ascii { Place::NotAsciiWord } else { Place::NotWord }),
            Escape::Group(group, n) => {
                if group as usize >= self.widths.len() {
                    return Err(self.source.wrong(format!("invalid group reference {group}"), n - 1));
                }
                self.back(group, n, flags)?
            }
        })
    }

    /// A reference to a group, whose text ends here and is `n` long.
    fn back(&mut self, group: u32, n: usize, flags: u32) -> Parsed<Node> {
        if self.widths[group as usize].is_none() {
            return Err(self.source.wrong("cannot refer to an open group", n));
        }
        self.not_behind(group)?;
        Ok(Node::Back(group, self.case(flags)))
    }

    fn not_behind(&self, group: u32) -> Parsed<()> {
        match self.behind {
            Some(before)
                if self.widths.get(group as usize).is_none_or(|w| w.is_none()) && (group as usize) < before =>
            {
                Err(self.source.wrong("cannot refer to an open group", 0))
            }
            Some(before) if group as usize >= before => {
                Err(self.source.wrong("cannot refer to group defined in the same lookbehind subpattern", 0))
            }
            _ => Ok(()),
        }
    }

    /// The bounds of a repetition behind its sign; None when a brace is only a brace.
    fn bounds(&mut self, sign: char) -> Parsed<Option<(u32, u32)>> {
        let here = self.source.at;
        match sign {
            '?' => return Ok(Some((0, 1))),
            '*' => return Ok(Some((0, UNBOUNDED))),
            '+' => return Ok(Some((1, UNBOUNDED))),
            _ => {}
        }
        if self.source.peek() == Some(Token::Char('}')) {
            return Ok(None);
        }
        let low = self.source.take(usize::MAX, |c| c.is_ascii_digit());
        let high =
            if self.source.eat(',') { self.source.take(usize::MAX, |c| c.is_ascii_digit()) } else { low.clone() };
        if !self.source.eat('}') {
            self.source.at = here;
            return Ok(None);
        }
        let number = |digits: &str, absent: u32| match digits {
            "" => Ok(absent),
            d => d.parse::<u32>().ok().filter(|&n| n < UNBOUNDED).ok_or_else(|| Wrong {
                message: "the repetition number is too large".into(),
                at: None,
                overflow: true,
            }),
        };
        let (min, max) = (number(&low, 0)?, number(&high, UNBOUNDED)?);
        if max < min {
            return Err(Wrong::new("min repeat greater than max repeat", here));
        }
        Ok(Some((min, max)))
    }

    fn repeat(&mut self, nodes: &mut Vec<Node>, start: usize, (min, max): (u32, u32)) -> Parsed<()> {
        let node = match nodes.pop() {
            None | Some(Node::At(_)) => return Err(Wrong::new("nothing to repeat", start)),
            Some(Node::Repeat { .. }) => return Err(Wrong::new("multiple repeat", start)),
            Some(node) => Box::new(node),
        };
        let kind = if self.source.eat('?') {
            Kind::Lazy
        } else if self.source.eat('+') {
            Kind::Possessive
        } else {
            Kind::Greedy
        };
        nodes.push(Node::Repeat { node, min, max, kind });
        Ok(())
    }

    fn close(&mut self, start: usize) -> Parsed<()> {
        if self.source.eat(')') { Ok(()) } else { Err(Wrong::new("missing ), unterminated subpattern", start)) }
    }

    fn unexpected(&self) -> Wrong {
        self.source.wrong("unexpected end of pattern", 0)
    }

    fn check_name(&self, name: &str) -> Parsed<()> {
        let good = crate::vm::types::text::is_identifier(name) && (self.is_text || name.is_ascii());
        if good {
            return Ok(());
        }
        let message = format!("bad character in group name {}", quoted(name, self.is_text));
        Err(self.source.wrong(message, name.chars().count() + 1))
    }

    fn named(&self, name: &str) -> Parsed<u32> {
        match self.names.iter().find(|n| n.0 == name) {
            Some(found) => Ok(found.1),
            None => {
                let message = format!("unknown group name {}", quoted(name, self.is_text));
                Err(self.source.wrong(message, name.chars().count() + 1))
            }
        }
    }

    /// What stands in parentheses, behind the opening one; None for what matches nothing of its own.
    fn group(&mut self, start: usize, flags: u32, first: bool) -> Parsed<Option<Node>> {
        if !self.source.eat('?') {
            return self.capture(start, None, flags).map(Some);
        }
        let token = self.source.get().ok_or_else(|| self.unexpected())?;
        let Token::Char(c) = token else {
            return Err(self.source.wrong(format!("unknown extension ?{}", token.show()), token.len() + 1));
        };
        match c {
            'P' => self.python(start, flags).map(Some),
            ':' => self.scope(start, flags).map(Some),
            '#' => loop {
                match self.source.get() {
                    None => return Err(Wrong::new("missing ), unterminated comment", start)),
                    Some(Token::Char(')')) => return Ok(None),
                    Some(_) => {}
                }
            },
            '=' | '!' => self.look(start, flags, true, c == '!').map(Some),
            '<' => match self.source.get() {
                None => Err(self.unexpected()),
                Some(Token::Char(c @ ('=' | '!'))) => self.look(start, flags, false, c == '!').map(Some),
                Some(t) => Err(self.source.wrong(format!("unknown extension ?<{}", t.show()), t.len() + 2)),
            },
            '(' => self.condition(start, flags).map(Some),
            '>' => {
                let node = self.alternatives(flags, false)?;
                self.close(start)?;
                Ok(Some(Node::Atomic(Box::new(node))))
            }
            '-' | 'a' | 'i' | 'L' | 'm' | 's' | 'u' | 'x' => match self.switches(c)? {
                None if !first => {
                    let back = self.source.at - start;
                    Err(self.source.wrong("global flags not at the start of the expression", back))
                }
                None => Ok(None),
                Some((add, remove)) => {
                    let mut inner = (flags | add) & !remove;
                    if add & ASCII != 0 {
                        inner &= !UNICODE;
                    } else if add & UNICODE != 0 {
                        inner &= !ASCII;
                    }
                    self.scope(start, inner).map(Some)
                }
            },
            c => Err(self.source.wrong(format!("unknown extension ?{c}"), 2)),
        }
    }

    fn scope(&mut self, start: usize, flags: u32) -> Parsed<Node> {
        let node = self.alternatives(flags, false)?;
        self.close(start)?;
        Ok(Node::Group(None, Box::new(node)))
    }

    fn capture(&mut self, start: usize, name: Option<String>, flags: u32) -> Parsed<Node> {
        let group = self.widths.len() as u32;
        self.widths.push(None);
        if let Some(name) = name {
            if let Some(old) = self.names.iter().find(|n| n.0 == name) {
                let shown = quoted(&name, self.is_text);
                let message = format!("redefinition of group name {shown} as group {group}; was group {}", old.1);
                return Err(self.source.wrong(message, name.chars().count() + 1));
            }
            self.names.push((name, group));
        }
        let node = self.alternatives(flags, false)?;
        self.close(start)?;
        let widths: Vec<_> = self.widths.iter().map(|w| w.unwrap_or((0, UNBOUNDED))).collect();
        self.widths[group as usize] = Some(node.width(&widths));
        Ok(Node::Group(Some(group), Box::new(node)))
    }

    /// `(?P<name>…)` and `(?P=name)`
    fn python(&mut self, start: usize, flags: u32) -> Parsed<Node> {
        if self.source.eat('<') {
            let name = self.source.until('>', "group name")?;
            self.check_name(&name)?;
            return self.capture(start, Some(name), flags);
        }
        if self.source.eat('=') {
            let name = self.source.until(')', "group name")?;
            self.check_name(&name)?;
            let group = self.named(&name)?;
            return self.back(group, name.chars().count() + 1, flags);
        }
        match self.source.get() {
            None => Err(self.unexpected()),
            Some(t) => Err(self.source.wrong(format!("unknown extension ?P{}", t.show()), t.len() + 2)),
        }
    }

    fn look(&mut self, start: usize, flags: u32, ahead: bool, negate: bool) -> Parsed<Node> {
        let before = self.behind;
        if !ahead && before.is_none() {
            self.behind = Some(self.widths.len());
        }
        let node = self.alternatives(flags, false)?;
        self.behind = before;
        self.close(start)?;
        if negate && matches!(&node, Node::Cat(nodes) if nodes.is_empty()) {
            return Ok(Node::Fail);
        }
        Ok(Node::Look { ahead, negate, node: Box::new(node) })
    }

    fn condition(&mut self, start: usize, flags: u32) -> Parsed<Node> {
        let name = self.source.until(')', "group name")?;
        let back = name.chars().count() + 1;
        let group = if name.bytes().all(|b| b.is_ascii_digit()) {
            match name.parse::<u32>() {
                Ok(0) => return Err(self.source.wrong("bad group number", back)),
                Ok(n) if n < 1 << 30 => n,
                _ => return Err(self.source.wrong(format!("invalid group reference {name}"), back)),
            }
        } else {
            self.check_name(&name)?;
            self.named(&name)?
        };
        self.wanted.push((group, self.source.at - back));
        self.not_behind(group)?;
        let yes = self.sequence(flags, false)?;
        let mut no = Node::Cat(Vec::new());
        if self.source.eat('|') {
            no = self.sequence(flags, false)?;
            if self.source.peek() == Some(Token::Char('|')) {
                return Err(self.source.wrong("conditional backref with more than two branches", 0));
            }
        }
        self.close(start)?;
        Ok(Node::If { group, yes: Box::new(yes), no: Box::new(no) })
    }
}
