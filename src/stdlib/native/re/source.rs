//! The pattern's text as tokens: a character, or a backslash with the one behind it.

/// What is wrong with a pattern, and at which character.
pub struct Wrong {
    pub message: String,
    pub at: Option<usize>,
    /// A number beyond what a repetition may have: OverflowError.
    pub overflow: bool,
}

impl Wrong {
    pub fn new(message: impl Into<String>, at: usize) -> Wrong {
        Wrong { message: message.into(), at: Some(at), overflow: false }
    }
}

pub type Parsed<T> = Result<T, Wrong>;

/// A character, or an escape of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Char(char),
    Escape(char),
}

impl Token {
    /// How many characters it takes.
    pub fn len(self) -> usize {
        if matches!(self, Token::Char(_)) { 1 } else { 2 }
    }

    pub fn show(self) -> String {
        match self {
            Token::Char(c) => c.to_string(),
            Token::Escape(c) => format!("\\{c}"),
        }
    }
}

pub struct Source {
    chars: Vec<char>,
    /// Place of the next token.
    pub at: usize,
}

impl Source {
    pub fn new(chars: Vec<char>) -> Parsed<Source> {
        let mut at = 0;
        while at < chars.len() {
            at += if chars[at] == '\\' { 2 } else { 1 };
        }
        if at > chars.len() {
            return Err(Wrong::new("bad escape (end of pattern)", chars.len() - 1));
        }
        Ok(Source { chars, at: 0 })
    }

    pub fn peek(&self) -> Option<Token> {
        match *self.chars.get(self.at)? {
            '\\' => self.chars.get(self.at + 1).map(|&c| Token::Escape(c)),
            c => Some(Token::Char(c)),
        }
    }

    pub fn get(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.at += token.len();
        Some(token)
    }

    /// Takes a character if it is the next.
    pub fn eat(&mut self, c: char) -> bool {
        let same = self.peek() == Some(Token::Char(c));
        if same {
            self.at += 1;
        }
        same
    }

    /// Up to `n` characters that fit.
    pub fn take(&mut self, n: usize, fits: fn(&char) -> bool) -> String {
        let mut out = String::new();
        while out.len() < n
            && let Some(Token::Char(c)) = self.peek()
            && fits(&c)
        {
            out.push(c);
            self.at += 1;
        }
        out
    }

    /// The name in front of a closing character.
    pub fn until(&mut self, stop: char, what: &str) -> Parsed<String> {
        let mut out = String::new();
        loop {
            match self.get() {
                None if out.is_empty() => return Err(self.wrong(format!("missing {what}"), 0)),
                None => {
                    let n = out.chars().count();
                    return Err(self.wrong(format!("missing {stop}, unterminated name"), n));
                }
                Some(Token::Char(c)) if c == stop => {
                    return if out.is_empty() { Err(self.wrong(format!("missing {what}"), 1)) } else { Ok(out) };
                }
                Some(token) => out.push_str(&token.show()),
            }
        }
    }

    /// `n` characters as they were written.
    pub fn slice(&self, from: usize, n: usize) -> String {
        self.chars[from..from + n].iter().collect()
    }

    /// An error `back` characters before the next token.
    pub fn wrong(&self, message: impl Into<String>, back: usize) -> Wrong {
        Wrong::new(message, self.at.saturating_sub(back))
    }
}
