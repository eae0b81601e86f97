//! The replacement fields of `str.format`.

/// Literal text and the field behind it, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub literal: String,
    pub field: Option<Field>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// `0`, `name`, `` (the next one).
    pub first: String,
    /// What follows it: `.attr` and `[index]`.
    pub rest: Vec<Step>,
    /// `s`, `r`, `a`
    pub conversion: Option<char>,
    /// May hold fields itself.
    pub spec: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Attr(String),
    Index(String),
}

/// Err is the message of a ValueError.
pub fn parse(format: &str) -> Result<Vec<Part>, String> {
    let chars: Vec<char> = format.chars().collect();
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        i += 1;
        match c {
            '{' if chars.get(i) == Some(&'{') => {
                literal.push('{');
                i += 1;
            }
            '}' if chars.get(i) == Some(&'}') => {
                literal.push('}');
                i += 1;
            }
            '}' => return Err("Single '}' encountered in format string".into()),
            '{' => {
                if i >= chars.len() {
                    return Err("Single '{' encountered in format string".into());
                }
                let start = i;
                let mut depth = 1;
                let mut bracket = false;
                while i < chars.len() {
                    match chars[i] {
                        '[' => bracket = true,
                        ']' => bracket = false,
                        '{' if !bracket => depth += 1,
                        '}' if !bracket => {
                            depth -= 1;
                            if depth == 0 {
                                break;
                            }
                        }
                        _ => {}
                    }
                    i += 1;
                }
                if depth > 0 {
                    return Err("expected '}' before end of string".into());
                }
                let field = field(&chars[start..i])?;
                i += 1;
                parts.push(Part { literal: std::mem::take(&mut literal), field: Some(field) });
            }
            c => literal.push(c),
        }
    }
    if !literal.is_empty() || parts.is_empty() {
        parts.push(Part { literal, field: None });
    }
    Ok(parts)
}

fn field(chars: &[char]) -> Result<Field, String> {
    let mut bracket = false;
    let end = chars.iter().position(|&c| {
        bracket = (bracket || c == '[') && c != ']';
        !bracket && (c == '!' || c == ':')
    });
    let end = end.unwrap_or(chars.len());
    let mut out = Field::default();
    let mut i = end;
    if chars.get(i) == Some(&'!') {
        let Some(&c) = chars.get(i + 1) else {
            return Err("end of string while looking for conversion specifier".into());
        };
        out.conversion = Some(c);
        i += 2;
        if chars.get(i).is_some_and(|c| *c != ':') {
            return Err("expected ':' after conversion specifier".into());
        }
        if !"sra".contains(c) {
            return Err(format!("Unknown conversion specifier {c}"));
        }
    }
    if chars.get(i) == Some(&':') {
        out.spec = chars[i + 1..].iter().collect();
    }
    let name = &chars[..end];
    let cut = name.iter().position(|c| *c == '.' || *c == '[').unwrap_or(name.len());
    out.first = name[..cut].iter().collect();
    let mut at = cut;
    while at < name.len() {
        let index = name[at] == '[';
        let stop = name[at + 1..].iter().position(|c| if index { *c == ']' } else { *c == '.' || *c == '[' });
        let stop = match stop {
            Some(n) => at + 1 + n,
            None if index => return Err("Missing ']' in format string".into()),
            None => name.len(),
        };
        let text: String = name[at + 1..stop].iter().collect();
        if text.is_empty() {
            return Err("Empty attribute in format string".into());
        }
        out.rest.push(if index { Step::Index(text) } else { Step::Attr(text) });
        at = if index { stop + 1 } else { stop };
        if index && at < name.len() && name[at] != '.' && name[at] != '[' {
            return Err("Only '.' or '[' may follow ']' in format field specifier".into());
        }
    }
    Ok(out)
}
