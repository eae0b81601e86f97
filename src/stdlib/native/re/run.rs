//! Walks a program over a text: backtracking with its own stack, in pieces of a bounded number of steps.
//!
//! Choices are places to go on from; the trail holds what registers held before, so that taking back costs what was
//! done since. Cutting choices (atomic groups, assertions) leaves the trail as it is. A walk that runs out of steps is
//! kept as bytes and goes on from there.

use super::emit::*;
use super::text::{Text, fold, is_word, variants};
use super::tree::Place;

const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Match,
    Full,
    Search,
}

pub enum End {
    Found,
    Nothing,
    /// Out of steps.
    Paused,
    /// More choices than memory.
    Full,
}

#[derive(Clone, Copy)]
struct Choice {
    pc: u32,
    at: u32,
    trail: u32,
    /// NONE, or for a run what it may still give (lazy) or how far back it may go (greedy).
    rest: u32,
}

pub struct Walk<'a> {
    code: &'a [u32],
    text: &'a Text<'a>,
    end: u32,
    mode: Mode,
    pub registers: Vec<u32>,
    choices: Vec<Choice>,
    trail: Vec<(u32, u32)>,
    /// Where this attempt began.
    from: u32,
    /// An empty match at `from` does not count.
    advance: bool,
    pc: u32,
    at: u32,
    running: bool,
    /// Steps left.
    pub fuel: u32,
    /// How many choices and entries of the trail there may be.
    pub room: usize,
}

impl<'a> Walk<'a> {
    pub fn new(code: &'a [u32], text: &'a Text, from: usize, end: usize, mode: Mode, advance: bool) -> Walk<'a> {
        let registers = vec![NONE; code[1] as usize];
        let (from, end) = (from as u32, end as u32);
        Walk {
            code,
            text,
            end,
            mode,
            registers,
            choices: Vec::new(),
            trail: Vec::new(),
            from,
            advance,
            pc: HEADER as u32,
            at: from,
            running: false,
            fuel: 0,
            room: 1 << 22,
        }
    }

    /// What `restore` needs to go on.
    pub fn save(&self) -> Vec<u8> {
        let head = [self.from, self.advance as u32, self.pc, self.at, self.running as u32, self.choices.len() as u32];
        let choices = self.choices.iter().flat_map(|c| [c.pc, c.at, c.trail, c.rest]);
        let trail = self.trail.iter().flat_map(|t| [t.0, t.1]);
        head.into_iter()
            .chain(self.registers.iter().copied())
            .chain(choices)
            .chain(trail)
            .flat_map(u32::to_le_bytes)
            .collect()
    }

    pub fn restore(&mut self, saved: &[u8]) {
        let words: Vec<u32> = saved.chunks_exact(4).map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]])).collect();
        let n = self.registers.len();
        if words.len() < 6 + n {
            return;
        }
        (self.from, self.advance, self.pc, self.at) = (words[0], words[1] != 0, words[2], words[3]);
        self.running = words[4] != 0;
        self.registers.copy_from_slice(&words[6..6 + n]);
        let (choices, trail) = words[6 + n..].split_at((words[5] as usize * 4).min(words.len() - 6 - n));
        self.choices =
            choices.chunks_exact(4).map(|c| Choice { pc: c[0], at: c[1], trail: c[2], rest: c[3] }).collect();
        self.trail = trail.chunks_exact(2).map(|t| (t[0], t[1])).collect();
    }

    fn put(&mut self, register: u32, value: u32) {
        let slot = &mut self.registers[register as usize];
        if !self.choices.is_empty() {
            self.trail.push((register, *slot));
        }
        *slot = value;
    }

    fn fork(&mut self, pc: u32, at: u32, rest: u32) {
        self.choices.push(Choice { pc, at, trail: self.trail.len() as u32, rest });
    }

    /// Whether the single at `pc` matches the character at `at`.
    #[inline]
    fn one(&self, pc: usize, at: u32) -> bool {
        if at >= self.end {
            return false;
        }
        let c = self.text.at(at as usize);
        match self.code[pc] {
            CHAR => c == self.code[pc + 1],
            FOLD => fold(c, case_of(self.code[pc + 2])) == self.code[pc + 1],
            ANY => c != 10,
            ALL => true,
            SET => self.in_set(pc, c),
            _ => false,
        }
    }

    fn in_set(&self, pc: usize, c: u32) -> bool {
        if c < 128 {
            return self.code[pc + 3 + c as usize / 32] >> (c % 32) & 1 == 1;
        }
        let flags = self.code[pc + 2];
        let ranges = &self.code[pc + 8..pc + self.code[pc + 1] as usize];
        let case = flags >> CASE_SHIFT;
        let within = |c: u32| ranges.chunks_exact(2).any(|r| (r[0]..=r[1]).contains(&c));
        let inside = in_classes(self.code[pc + 7], c, flags & ASCII_CLASSES != 0)
            || if case == 0 { within(c) } else { variants(c, case_of(case)).into_iter().any(within) };
        inside != (flags & NEGATE != 0)
    }

    /// Words of a single.
    fn width(&self, pc: usize) -> usize {
        match self.code[pc] {
            CHAR => 2,
            FOLD => 3,
            SET => self.code[pc + 1] as usize,
            _ => 1,
        }
    }

    /// The single with which every match begins.
    fn first(&self) -> Option<usize> {
        let mut pc = HEADER;
        while self.code[pc] == OPEN {
            pc += 2;
        }
        match self.code[pc] {
            CHAR | FOLD | SET => Some(pc),
            RUN if self.code[pc + 2] > 0 => Some(pc + 5),
            _ => None,
        }
    }

    /// Attempts from each place on, from where the last call stopped.
    pub fn run(&mut self) -> End {
        let first = self.first();
        loop {
            if !self.running {
                if self.mode == Mode::Search
                    && let Some(pc) = first
                {
                    while self.from < self.end && !self.one(pc, self.from) {
                        self.from += 1;
                        self.advance = false;
                        self.fuel = self.fuel.saturating_sub(1);
                    }
                    if self.from >= self.end {
                        return End::Nothing;
                    }
                }
                self.registers.fill(NONE);
                self.choices.clear();
                self.trail.clear();
                (self.pc, self.at, self.running) = (HEADER as u32, self.from, true);
            }
            match self.attempt() {
                End::Nothing if self.mode == Mode::Search && self.from < self.end => {
                    self.from += 1;
                    (self.running, self.advance) = (false, false);
                }
                other => return other,
            }
        }
    }

    /// Takes the latest choice; None when there is none.
    fn backtrack(&mut self) -> Option<()> {
        loop {
            let c = *self.choices.last()?;
            while self.trail.len() > c.trail as usize {
                if let Some((register, old)) = self.trail.pop() {
                    self.registers[register as usize] = old;
                }
            }
            self.fuel = self.fuel.saturating_sub(1);
            if c.rest == NONE {
                self.choices.pop();
                (self.pc, self.at) = (c.pc, c.at);
                return Some(());
            }
            let pc = c.pc as usize;
            let next = self.code[pc + 4];
            if self.code[pc + 1] == 0 {
                // Greedy: one less, down to the least.
                match self.choices.last_mut() {
                    Some(top) if c.at > c.rest => top.at -= 1,
                    _ => drop(self.choices.pop()),
                }
                if self.code[next as usize] == CHAR && !self.one(next as usize, c.at) {
                    continue;
                }
                (self.pc, self.at) = (next, c.at);
                return Some(());
            }
            self.choices.pop();
            if self.one(pc + 5, c.at) {
                if c.rest > 1 {
                    let rest = if c.rest == NONE - 1 { c.rest } else { c.rest - 1 };
                    self.fork(c.pc, c.at + 1, rest);
                }
                (self.pc, self.at) = (next, c.at + 1);
                return Some(());
            }
        }
    }

    /// Walks until the attempt succeeds or fails.
    fn attempt(&mut self) -> End {
        loop {
            if self.fuel == 0 {
                return End::Paused;
            }
            if self.choices.len() + self.trail.len() > self.room {
                return End::Full;
            }
            self.fuel -= 1;
            let pc = self.pc as usize;
            let word = |n: usize| self.code[pc + n];
            let op = word(0);
            let ok = match op {
                CHAR | FOLD | ANY | ALL | SET => {
                    let ok = self.one(pc, self.at);
                    if ok {
                        self.at += 1;
                        self.pc += self.width(pc) as u32;
                    }
                    ok
                }
                RUN => self.many(pc),
                FORK => {
                    let target = word(1);
                    self.fork(target, self.at, NONE);
                    self.pc += 2;
                    true
                }
                JUMP => {
                    self.pc = word(1);
                    true
                }
                OPEN => {
                    self.put(word(1), self.at);
                    self.pc += 2;
                    true
                }
                CLOSE => {
                    let (group, last) = (word(1), self.code[0] * 2);
                    self.put(group * 2 + 1, self.at);
                    self.put(last, group);
                    self.pc += 2;
                    true
                }
                AT => {
                    self.pc += 2;
                    self.place(PLACES[self.code[pc + 1] as usize])
                }
                BACK => {
                    self.pc += 3;
                    self.again(self.code[pc + 1] as usize, self.code[pc + 2])
                }
                HEIGHT => {
                    let height = self.choices.len() as u32;
                    self.put(word(1), height);
                    self.pc += 2;
                    true
                }
                KEEP | RETURN => {
                    let r = word(1) as usize;
                    self.choices.truncate(self.registers[r] as usize);
                    if op == RETURN {
                        self.at = self.registers[r + 1];
                    }
                    self.pc += 2;
                    true
                }
                REFUSE => {
                    let height = self.registers[word(1) as usize];
                    // The choice behind the assertion goes too; its trail is taken back with the next choice's.
                    self.choices.truncate(height as usize);
                    false
                }
                REWIND => {
                    let n = word(1);
                    self.pc += 2;
                    let ok = self.at >= n;
                    self.at = self.at.saturating_sub(n);
                    ok
                }
                LOOP => {
                    let r = word(1);
                    self.put(r, 0);
                    self.put(r + 1, NONE);
                    self.pc += 2;
                    true
                }
                AGAIN => {
                    self.turn(pc);
                    true
                }
                MORE => {
                    let (r, max) = (word(1), word(2));
                    let (count, last) = (self.registers[r as usize], self.registers[r as usize + 1]);
                    self.pc += 3;
                    if count >= max || self.at == last {
                        false
                    } else {
                        self.put(r, count + 1);
                        self.put(r + 1, self.at);
                        true
                    }
                }
                WHEN => {
                    let closed = self.registers.get(word(1) as usize * 2 + 1).is_some_and(|&r| r != NONE);
                    self.pc = if closed { self.pc + 3 } else { word(2) };
                    true
                }
                MATCH => {
                    let short = self.mode == Mode::Full && self.at != self.end;
                    if !(short || self.advance && self.at == self.from) {
                        self.registers[0] = self.from;
                        self.registers[1] = self.at;
                        return End::Found;
                    }
                    false
                }
                _ => false,
            };
            if !ok && self.backtrack().is_none() {
                return End::Nothing;
            }
        }
    }

    /// A run of singles.
    fn many(&mut self, pc: usize) -> bool {
        let (kind, min, max, next) = (self.code[pc + 1], self.code[pc + 2], self.code[pc + 3], self.code[pc + 4]);
        let from = self.at;
        let limit = if kind == 1 { min } else { max };
        let end = self.end.min(from.saturating_add(limit));
        let mut at = from;
        if self.code[pc + 5] == ALL {
            at = end;
        } else {
            while at < end && self.one(pc + 5, at) {
                at += 1;
            }
        }
        self.fuel = self.fuel.saturating_sub((at - from) / 8);
        if at - from < min {
            return false;
        }
        if kind == 0 && at - from > min {
            self.fork(pc as u32, at - 1, from + min);
        } else if kind == 1 && max > min {
            self.fork(pc as u32, at, (max - min).min(NONE - 1));
        }
        (self.pc, self.at) = (next, at);
        true
    }

    /// The head of a loop: another turn or out.
    fn turn(&mut self, pc: usize) {
        let (r, min, max) = (self.code[pc + 1], self.code[pc + 2], self.code[pc + 3]);
        let (lazy, exit) = (self.code[pc + 4] != 0, self.code[pc + 5]);
        let (count, last) = (self.registers[r as usize], self.registers[r as usize + 1]);
        let more = pc as u32 + 6;
        if count < min {
            self.put(r, count + 1);
            self.pc = more + 3;
        } else if lazy {
            self.fork(more, self.at, NONE);
            self.pc = exit;
        } else if count < max && self.at != last {
            self.fork(exit, self.at, NONE);
            self.put(r, count.saturating_add(1));
            self.put(r + 1, self.at);
            self.pc = more + 3;
        } else {
            self.pc = exit;
        }
    }

    fn place(&self, place: Place) -> bool {
        let (at, end) = (self.at, self.end);
        let newline = |at: u32| self.text.at(at as usize) == 10;
        let edge = |ascii: bool| {
            let word = |at: u32| is_word(self.text.at(at as usize), ascii);
            (at > 0 && word(at - 1)) != (at < end && word(at))
        };
        match place {
            Place::Begin => at == 0,
            Place::LineBegin => at == 0 || newline(at - 1),
            Place::End => at == end || (at + 1 == end && newline(at)),
            Place::LineEnd => at == end || newline(at),
            Place::Last => at == end,
            Place::Word => edge(false),
            Place::AsciiWord => edge(true),
            Place::NotWord => end > 0 && !edge(false),
            Place::NotAsciiWord => end > 0 && !edge(true),
        }
    }

    /// The text of a group once more.
    fn again(&mut self, group: usize, case: u32) -> bool {
        let (start, stop) = (self.registers[group * 2], self.registers[group * 2 + 1]);
        if start == NONE || stop == NONE || stop < start || stop - start > self.end - self.at {
            return false;
        }
        let case = case_of(case);
        let same = (start..stop).zip(self.at..).all(|(a, b)| {
            let (x, y) = (self.text.at(a as usize), self.text.at(b as usize));
            x == y || fold(x, case) == fold(y, case)
        });
        self.fuel = self.fuel.saturating_sub((stop - start) / 8);
        self.at += stop - start;
        same
    }
}
