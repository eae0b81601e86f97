//! What CPython says of common mistakes, found from the tokens around the place where the parser stopped.

use super::literal::Mistake;
use ruff_python_ast::token::TokenKind as K;
use ruff_python_ast::{Expr, Number};
use ruff_python_parser::parse_expression;

/// A token: what it is, where it begins and ends, in bytes.
pub(super) type Tok = (K, usize, usize);

/// The tokens of a text (without comments and line ends within brackets) and the place where the parser stopped.
pub(super) struct Place<'a> {
    pub source: &'a str,
    pub tokens: &'a [Tok],
    /// Index of the token at which the parser stopped.
    pub at: usize,
}

fn found(message: impl Into<String>, start: usize, end: usize) -> Option<Mistake> {
    Some(Mistake { message: message.into(), start, end })
}

fn opens(k: K) -> bool {
    matches!(k, K::Lpar | K::Lsqb | K::Lbrace)
}

fn closes(k: K) -> bool {
    matches!(k, K::Rpar | K::Rsqb | K::Rbrace)
}

fn begins_expression(k: K) -> bool {
    matches!(
        k,
        K::Name
            | K::Int
            | K::Float
            | K::Complex
            | K::String
            | K::FStringStart
            | K::None
            | K::True
            | K::False
            | K::Lambda
            | K::Ellipsis
            | K::Await
            | K::Lbrace
            | K::Not
            | K::Tilde
    ) || k.is_soft_keyword()
}

fn ends_expression(k: K) -> bool {
    matches!(
        k,
        K::Name
            | K::Int
            | K::Float
            | K::Complex
            | K::String
            | K::FStringEnd
            | K::None
            | K::True
            | K::False
            | K::Ellipsis
            | K::Rpar
            | K::Rsqb
            | K::Rbrace
    ) || k.is_soft_keyword()
}

impl Place<'_> {
    fn kind(&self, i: usize) -> K {
        self.tokens.get(i).map_or(K::EndOfFile, |t| t.0)
    }

    fn text(&self, from: usize, until: usize) -> &str {
        self.source.get(self.tokens[from].1..self.tokens[until].2).unwrap_or("")
    }

    /// The innermost bracket open at the token `i`.
    fn bracket(&self, i: usize) -> Option<usize> {
        let mut depth = 0;
        for j in (0..i.min(self.tokens.len())).rev() {
            match self.tokens[j].0 {
                k if closes(k) => depth += 1,
                k if opens(k) && depth == 0 => return Some(j),
                k if opens(k) => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// The first token of the expression that ends just before the token `i`; assignment and keywords end it.
    fn start_of_operand(&self, i: usize, comparisons: bool) -> usize {
        let mut depth = 0;
        let mut j = i;
        while j > 0 {
            let k = self.tokens[j - 1].0;
            if closes(k) || k == K::FStringEnd {
                depth += 1;
            } else if opens(k) || k == K::FStringStart {
                if depth == 0 {
                    break;
                }
                depth -= 1;
            } else if depth == 0 {
                let stops = matches!(
                    k,
                    K::Comma
                        | K::Colon
                        | K::Semi
                        | K::Equal
                        | K::ColonEqual
                        | K::Newline
                        | K::Indent
                        | K::Dedent
                        | K::If
                        | K::Else
                        | K::Elif
                        | K::While
                        | K::For
                        | K::Return
                        | K::Yield
                        | K::Assert
                        | K::Raise
                        | K::Del
                        | K::Lambda
                        | K::With
                        | K::As
                        | K::From
                        | K::Import
                        | K::Async
                        | K::Exclamation
                ) || (!comparisons && matches!(k, K::In | K::Is | K::Not | K::And | K::Or))
                    || (!comparisons && matches!(k, K::EqEqual | K::Less | K::Greater | K::NotEqual))
                    || (k == K::In && self.for_before(j - 1));
                if stops {
                    break;
                }
            }
            j -= 1;
        }
        j
    }

    /// Whether the `in` at a token belongs to a `for`.
    fn for_before(&self, at: usize) -> bool {
        self.tokens[..at].iter().rev().take_while(|t| !matches!(t.0, K::Newline | K::Colon)).any(|t| t.0 == K::For)
    }

    /// The last token of the expression that begins at the token `i`.
    fn end_of_operand(&self, i: usize) -> usize {
        let mut depth = 0;
        let mut j = i;
        while j < self.tokens.len() {
            let k = self.tokens[j].0;
            if opens(k) || k == K::FStringStart {
                depth += 1;
            } else if closes(k) || k == K::FStringEnd {
                if depth == 0 {
                    break;
                }
                depth -= 1;
            } else if depth == 0 {
                let next = j > i && begins_expression(k) && ends_expression(self.tokens[j - 1].0);
                let strings = k == K::String && self.tokens[j - 1].0 == K::String;
                let stops = matches!(
                    k,
                    K::Comma
                        | K::Colon
                        | K::Semi
                        | K::Equal
                        | K::ColonEqual
                        | K::Newline
                        | K::For
                        | K::If
                        | K::Else
                        | K::EndOfFile
                        | K::As
                );
                if stops || next && !strings && !matches!(k, K::Not) {
                    break;
                }
            }
            j += 1;
        }
        j.saturating_sub(1).max(i)
    }

    /// The mistake, when it is one that CPython has words for.
    pub(super) fn find(&self, said: &str) -> Option<Mistake> {
        let (kind, start, end) = *self.tokens.get(self.at)?;
        let before = self.at.checked_sub(1).map(|i| self.tokens[i]);
        if kind == K::Equal
            && let Some(m) = self.assignment_inside()
        {
            return Some(m);
        }
        if said == "Expected a parameter name" {
            let depth = self.bracket(self.at);
            let sign = (self.at..self.tokens.len()).find(|&i| self.tokens[i].0 == K::Equal && self.bracket(i) == depth);
            return Place { source: self.source, tokens: self.tokens, at: sign? }.assignment_inside();
        }
        // A number that runs into a name or another number.
        if let Some((K::Int | K::Float | K::Complex, _, touching)) = before
            && touching == start
            && let Some(m) = super::literal::mistake(self.source, start)
        {
            return Some(m);
        }
        if kind == K::Greater && before.is_some_and(|b| b.0 == K::Less && b.2 == start) {
            return found("invalid syntax", start - 1, end);
        }
        if let Some(header) = said.strip_prefix("Expected `:`, found ").or(said.strip_prefix("Expected ':', found "))
            && header != "newline"
            && kind != K::Newline
            && self.only_at_line_end()
        {
            return found("invalid syntax", start, end);
        }
        if said.contains("Expected '(', found") || said.contains("Expected `(`, found") {
            return found("expected '('", start, end);
        }
        if let Some(m) = self.parameters(said).or_else(|| self.arguments(said)).or_else(|| self.display(said)) {
            return Some(m);
        }
        if said == "Generators must be parenthesized" || said.starts_with("Unparenthesized generator") {
            let first = self.at;
            let last = self.end_of_element(first);
            return found("Generator expression must be parenthesized", start, self.tokens[last].2);
        }
        if self.kind(self.at) == K::Lpar || before.is_none() {
            return None;
        }
        let (previous, _, _) = before?;
        // a if b, without else
        if matches!(kind, K::Newline | K::EndOfFile | K::Rpar | K::Rsqb | K::Rbrace | K::Comma) && said.contains("else")
        {
            let i = (0..self.at).rev().find(|&i| self.tokens[i].0 == K::If)?;
            let first = self.start_of_operand(i, true);
            let (a, b) = (self.tokens[first].1, self.tokens[self.at - 1].2);
            return found("expected 'else' after 'if' expression", a, b);
        }
        if self.bracket(self.at).is_some()
            && begins_expression(kind)
            && ends_expression(previous)
            && !(previous == K::Name && matches!(kind, K::String | K::FStringStart))
            && kind != K::Tilde
            && !(kind == K::Not && self.kind(self.at + 1) == K::In)
        {
            let first = self.start_of_operand(self.at, true);
            let last = self.end_of_operand(self.at);
            let open = self.bracket(self.at)?;
            if self.tokens[open].0 == K::Lbrace && self.key_of_dict(open, first) {
                let end = self.tokens[self.at - 1].2;
                return found("':' expected after dictionary key", end - 1, end);
            }
            if first < self.at {
                return found("invalid syntax. Perhaps you forgot a comma?", self.tokens[first].1, self.tokens[last].2);
            }
        }
        if said == "Expected `:`, found `=`" {
            return found("invalid syntax", start, end);
        }
        None
    }

    /// Whether the statement is one whose missing colon CPython names only at the end of the line.
    fn only_at_line_end(&self) -> bool {
        let line = (0..self.at).rev().take_while(|&i| !matches!(self.tokens[i].0, K::Newline | K::Indent | K::Dedent));
        let first = line.last().map_or(K::EndOfFile, |i| self.tokens[i].0);
        matches!(first, K::If | K::Elif | K::While | K::With | K::Class | K::Except | K::Match | K::Case)
    }

    /// The last token before the comma or bracket that ends the element beginning at `i`.
    fn end_of_element(&self, i: usize) -> usize {
        let mut depth = 0;
        for j in i..self.tokens.len() {
            let k = self.tokens[j].0;
            match k {
                k if opens(k) => depth += 1,
                k if closes(k) && depth == 0 => return j - 1,
                k if closes(k) => depth -= 1,
                K::Comma | K::Newline if depth == 0 => return j - 1,
                _ => {}
            }
        }
        self.tokens.len() - 1
    }

    /// Whether `first` begins a key of the dict that the bracket `open` begins: an earlier entry has a colon.
    fn key_of_dict(&self, open: usize, first: usize) -> bool {
        let top = |i: &usize| self.bracket(*i) == Some(open);
        let colons = (open + 1..first).filter(top).filter(|&i| self.tokens[i].0 == K::Colon).count();
        let starts = matches!(self.kind(first.saturating_sub(1)), K::Comma | K::Lbrace);
        colons > 0 && starts
    }

    /// `=` where an expression stands: `if x = 1`, `f(a.b=1)`.
    fn assignment_inside(&self) -> Option<Mistake> {
        let line = (0..self.at).rev().take_while(|&i| !matches!(self.tokens[i].0, K::Newline)).last()?;
        let call = self.bracket(self.at).filter(|&b| {
            self.tokens[b].0 == K::Lpar && b > 0 && ends_expression(self.tokens[b - 1].0) && self.kind(line) != K::Def
        });
        let first = self.start_of_operand(self.at, call.is_some());
        if first >= self.at {
            return None;
        }
        let text = self.text(first, self.at - 1);
        let (start, end) = (self.tokens[first].1, self.tokens[self.at - 1].2);
        if call.is_some() {
            return match text {
                "True" | "False" | "None" => found(format!("cannot assign to {text}"), start, self.tokens[self.at].2),
                _ => found(
                    "expression cannot contain assignment, perhaps you meant \"==\"?",
                    start,
                    self.tokens[self.at].2,
                ),
            };
        }
        if !matches!(self.kind(line), K::If | K::Elif | K::While | K::Dedent | K::Indent) {
            return None;
        }
        let name = name_of(&parse_expression(text).ok()?.into_expr());
        if name == "name" {
            let last = self.end_of_operand(self.at + 1);
            let end = self.tokens[last].2;
            return found("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start, end);
        }
        found(format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"), start, end)
    }

    fn parameters(&self, said: &str) -> Option<Mistake> {
        let (_, start, end) = self.tokens[self.at];
        let star = || {
            let i = (0..=self.at).rev().find(|&i| self.tokens[i].0 == K::Star)?;
            let (_, start, end) = self.tokens[i];
            Some((start, end))
        };
        match said {
            "Expected one or more keyword parameter after `*` separator" => {
                let lambda = (0..self.at).rev().take_while(|&i| self.tokens[i].0 != K::Newline);
                let lambda = lambda.into_iter().any(|i| self.tokens[i].0 == K::Lambda);
                let (a, b) = if lambda { (start.max(star()?.1), end.max(star()?.1 + 1)) } else { star()? };
                found("named arguments must follow bare *", a, b)
            }
            "Parameter cannot follow var-keyword parameter" => {
                found("arguments cannot follow var-keyword argument", start, end)
            }
            "Only one `*` separator allowed" | "Only one '*' parameter allowed" | "Only one `*` parameter allowed" => {
                found("* argument may appear only once", start, start + 1)
            }
            "Only one '/' separator allowed" | "Only one `/` separator allowed" => {
                found("/ may appear only once", start, end)
            }
            "Position-only parameter separator not allowed as first parameter" => {
                found("at least one argument must precede /", start, end)
            }
            _ if said.contains('/') && said.contains("before") => found("/ must be ahead of *", start, end),
            "Type parameter list cannot be empty" => found(said, start, end),
            _ => None,
        }
    }

    fn arguments(&self, said: &str) -> Option<Mistake> {
        let (_, start, _) = self.tokens[self.at];
        let close = || {
            let open = self.bracket(self.at)?;
            let last =
                (self.at..self.tokens.len()).find(|&i| closes(self.tokens[i].0) && self.bracket(i) == Some(open))?;
            Some((self.tokens[last].1, self.tokens[last].2))
        };
        match said {
            "Positional argument cannot follow keyword argument" => {
                found("positional argument follows keyword argument", close()?.0, close()?.1)
            }
            "Positional argument cannot follow keyword argument unpacking" => {
                found("positional argument follows keyword argument unpacking", close()?.0, close()?.1)
            }
            _ if said.starts_with("Iterable argument unpacking cannot follow") => {
                let comma = (0..=self.at).rev().find(|&i| self.tokens[i].0 == K::Star)?.checked_sub(1)?;
                let (_, start, end) = self.tokens[comma];
                found("iterable argument unpacking follows keyword argument unpacking", start, end)
            }
            "Expected an expression" if self.kind(self.at.wrapping_sub(1)) == K::Equal => {
                let key = self.at.checked_sub(2)?;
                let in_call = self.bracket(self.at).is_some_and(|b| self.tokens[b].0 == K::Lpar);
                let ends = matches!(self.kind(self.at), K::Rpar | K::Comma);
                if !in_call || !ends || self.tokens[key].0 != K::Name {
                    return None;
                }
                found("expected argument value expression", self.tokens[key].1, self.tokens[key + 1].2)
            }
            "Expected an expression" if self.kind(self.at.wrapping_sub(1)) == K::Star => {
                let call = self
                    .bracket(self.at)
                    .is_some_and(|b| self.tokens[b].0 == K::Lpar && b > 0 && ends_expression(self.tokens[b - 1].0));
                if call && self.kind(self.at) == K::Rpar {
                    found("Invalid star expression", start, start + 1)
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    fn display(&self, said: &str) -> Option<Mistake> {
        let (kind, start, end) = self.tokens[self.at];
        let open = self.bracket(self.at)?;
        if self.tokens[open].0 == K::Lbrace {
            if said == "Expected an expression" && self.kind(self.at - 1) == K::Colon && kind == K::Rbrace {
                let (_, a, b) = self.tokens[self.at - 1];
                return found("expression expected after dictionary key and ':'", a, b);
            }
            if kind == K::Star && self.kind(self.at - 1) == K::Colon {
                return found("cannot use a starred expression in a dictionary value", start, end);
            }
            if said.starts_with("Expected `:`") || said.starts_with("Expected ':'") {
                let first = self.start_of_operand(self.at, true);
                if self.key_of_dict(open, first) {
                    let end = self.tokens[self.at - 1].2;
                    return found("':' expected after dictionary key", end - 1, end);
                }
            }
        }
        if kind == K::For && self.kind(open) != K::Lbrace {
            let comma = (open + 1..self.at).any(|i| self.tokens[i].0 == K::Comma && self.bracket(i) == Some(open));
            let call = open > 0 && ends_expression(self.tokens[open - 1].0);
            if comma && !call {
                let (a, b) = (self.tokens[open + 1].1, self.tokens[self.at - 1].2);
                return found("did you forget parentheses around the comprehension target?", a, b);
            }
        }
        None
    }
}

/// What CPython calls an expression that cannot be assigned to.
pub(super) fn name_of(e: &Expr) -> &'static str {
    match e {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(n) if n.id.as_str() == "__debug__" => "__debug__",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(b) if b.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(n) if matches!(n.value, Number::Complex { .. }) => "literal",
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        _ => "expression",
    }
}

/// What stands where only a name, attribute, item or a list of them may.
pub(super) fn target(text: &str) -> Option<&'static str> {
    Some(name_of(&parse_expression(text).ok()?.into_expr()))
}
