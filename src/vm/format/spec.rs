//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

/// A parsed specification.
#[derive(Clone, Debug, Default)]
pub struct Spec {
    pub fill: Option<char>,
    /// One of `<>^=`.
    pub align: Option<char>,
    /// One of `+- `.
    pub sign: Option<char>,
    pub no_minus_zero: bool,
    pub alternate: bool,
    /// A `0` before the width: fill with zeros behind the sign.
    pub zero: bool,
    pub width: usize,
    /// `,` or `_`
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

const LARGEST: usize = 100_000_000;

impl Spec {
    /// Err is the message of a ValueError; `type_name` is named in it.
    pub fn parse(text: &str, type_name: &str) -> Result<Spec, String> {
        let chars: Vec<char> = text.chars().collect();
        let mut spec = Spec::default();
        let mut i = 0;
        let is_align = |c: Option<&char>| c.is_some_and(|c| "<>=^".contains(*c));
        if is_align(chars.get(1)) {
            spec.fill = Some(chars[0]);
            spec.align = Some(chars[1]);
            i = 2;
        } else if is_align(chars.first()) {
            spec.align = Some(chars[0]);
            i = 1;
        }
        if let Some(&c) = chars.get(i).filter(|c| "+- ".contains(**c)) {
            spec.sign = Some(c);
            i += 1;
        }
        if chars.get(i) == Some(&'z') {
            spec.no_minus_zero = true;
            i += 1;
        }
        if chars.get(i) == Some(&'#') {
            spec.alternate = true;
            i += 1;
        }
        if spec.fill.is_none() && chars.get(i) == Some(&'0') {
            spec.zero = true;
            spec.fill = Some('0');
            i += 1;
        }
        let (width, next) = integer(&chars, i, "Too many decimal digits in format string")?;
        spec.width = width.unwrap_or(0);
        i = next;
        while let Some(&c) = chars.get(i).filter(|c| ",_".contains(**c)) {
            if let Some(old) = spec.grouping {
                return Err(if old == c && c == ',' {
                    "Cannot specify ',' with ','.".into()
                } else if old == c {
                    "Cannot specify '_' with '_'.".into()
                } else {
                    "Cannot specify both ',' and '_'.".into()
                });
            }
            spec.grouping = Some(c);
            i += 1;
        }
        if chars.get(i) == Some(&'.') {
            let (precision, next) = integer(&chars, i + 1, "Too many decimal digits in format string")?;
            spec.precision = Some(precision.ok_or("Format specifier missing precision")?);
            i = next;
        }
        match chars.len() - i {
            0 => {}
            1 => spec.kind = Some(chars[i]),
            _ => return Err(format!("Invalid format specifier '{text}' for object of type '{type_name}'")),
        }
        if let (Some(g), Some(k)) = (spec.grouping, spec.kind) {
            let fine = "defgEG%F\0".contains(k) || (g == '_' && "boxX".contains(k));
            if !fine {
                return Err(format!("Cannot specify '{g}' with '{}'.", shown(k)));
            }
        }
        Ok(spec)
    }

    /// Where the text stands in its width; a `0` before the width puts zeros between a number's sign and its digits.
    fn aligned(&self, default: char) -> char {
        self.align.unwrap_or(if self.zero && default == '>' { '=' } else { default })
    }

    /// The sign to print before a number.
    pub fn sign_of(&self, negative: bool) -> &'static str {
        match self.sign {
            _ if negative => "-",
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        }
    }
}

fn shown(kind: char) -> String {
    if matches!(kind, '!'..='\x7f') { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}

/// What is said of a kind that a type does not know.
pub fn unknown(kind: char, type_name: &str) -> String {
    format!("Unknown format code '{}' for object of type '{type_name}'", shown(kind))
}

fn integer(chars: &[char], mut i: usize, too_many: &str) -> Result<(Option<usize>, usize), String> {
    let start = i;
    let mut n = 0usize;
    while let Some(d) = chars.get(i).and_then(|c| c.to_digit(10)) {
        n = n * 10 + d as usize;
        if n > LARGEST {
            return Err(too_many.into());
        }
        i += 1;
    }
    Ok(((i > start).then_some(n), i))
}

/// Puts separators into the whole part of a number; with zero fill, also into the zeros that make up the width.
/// `other` characters of the number stand outside `whole`.
pub fn group(spec: &Spec, whole: &str, size: usize, other: usize) -> String {
    let mut digits: Vec<char> = whole.chars().collect();
    let fill_zeros = spec.fill == Some('0') && spec.aligned('>') == '=';
    let Some(sep) = spec.grouping else {
        return whole.to_string();
    };
    if !whole.starts_with(|c: char| c.is_ascii_hexdigit()) || whole.starts_with("inf") || whole.starts_with("nan") {
        return whole.to_string();
    }
    if fill_zeros {
        let width = |n: usize| n + (n.max(1) - 1) / size;
        let mut need = digits.len();
        while width(need) + other < spec.width {
            need += 1;
        }
        let zeros = need - digits.len();
        digits.splice(0..0, std::iter::repeat_n('0', zeros));
    }
    let mut out = String::new();
    for (i, c) in digits.iter().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(size) {
            out.push(sep);
        }
        out.push(*c);
    }
    out
}

/// Joins the parts of a number or string and fills up to the width.
pub fn place(spec: &Spec, sign: &str, prefix: &str, body: &str, rest: &str, default_align: char) -> String {
    let len = [sign, prefix, body, rest].iter().map(|s| s.chars().count()).sum::<usize>();
    if len >= spec.width {
        return [sign, prefix, body, rest].concat();
    }
    let pad = spec.width - len;
    let fill = spec.fill.unwrap_or(' ');
    let run = |n: usize| std::iter::repeat_n(fill, n).collect::<String>();
    match spec.aligned(default_align) {
        '<' => format!("{sign}{prefix}{body}{rest}{}", run(pad)),
        '^' => format!("{}{sign}{prefix}{body}{rest}{}", run(pad / 2), run(pad - pad / 2)),
        '=' => format!("{sign}{prefix}{}{body}{rest}", run(pad)),
        _ => format!("{}{sign}{prefix}{body}{rest}", run(pad)),
    }
}
