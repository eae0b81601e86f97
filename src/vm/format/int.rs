//! Ints as text in any base.

use super::spec::{Spec, group, place, unknown};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// The digits of the longest decimal text that is made or read, `sys.set_int_max_str_digits`; 0: any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most(pub u32);

impl Most {
    pub fn allows(self, digits: usize) -> bool {
        self.0 == 0 || digits <= self.0 as usize
    }

    /// What CPython says about longer ones.
    pub fn message(self) -> String {
        format!(
            "Exceeds the limit ({} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
            self.0
        )
    }
}

/// What CPython takes to convert so many digits from one base to another, picoseconds: their square, and less from 9,000 on.
pub fn conversion(digits: usize) -> u64 {
    const FASTER: u64 = 9_000;
    let n = digits as u64;
    if n < FASTER { n * n * 15 } else { FASTER * 15 * n * (n / FASTER).isqrt() }
}

/// Decimal text; Err when it is longer than is allowed.
pub fn decimal(n: &BigInt, most: Most) -> Result<String, String> {
    // A digit has more than three bits.
    if !most.allows(n.bits() as usize / 10 * 3) {
        return Err(most.message());
    }
    let s = n.to_string();
    if most.allows(s.len() - s.starts_with('-') as usize) { Ok(s) } else { Err(most.message()) }
}

/// The digits of a number without its sign, in lower case; Err when there are more of base 10 than are allowed.
pub fn digits(n: &BigInt, base: u32, most: Most) -> Result<String, String> {
    let small = n.magnitude().to_u64();
    match (small, base) {
        (Some(n), 10) => Ok(n.to_string()),
        (None, 10) => decimal(&n.magnitude().clone().into(), most),
        (Some(n), 16) => Ok(format!("{n:x}")),
        _ => Ok(n.magnitude().to_str_radix(base)),
    }
}

/// `format(n, spec)` for an int; float kinds are the caller's. Err is the message of a ValueError.
pub fn format_int(n: &BigInt, spec: &Spec, type_name: &str, most: Most) -> Result<String, String> {
    if let Some(c) = spec.kind.filter(|c| !"dnboxXc".contains(*c)) {
        return Err(unknown(c, type_name));
    }
    if spec.precision.is_some() {
        return Err("Precision not allowed in integer format specifier".into());
    }
    if spec.no_minus_zero {
        return Err("Negative zero coercion (z) not allowed in integer format specifier".into());
    }
    let negative = n.sign() == Sign::Minus;
    let (base, prefix, size) = match spec.kind {
        Some('d' | 'n') | None => (10, "", 3),
        Some('b') => (2, "0b", 4),
        Some('o') => (8, "0o", 4),
        Some('x') => (16, "0x", 4),
        Some('X') => (16, "0X", 4),
        Some('c') => return character(n, spec),
        Some(c) => return Err(unknown(c, type_name)),
    };
    let mut body = digits(n, base, most)?;
    if spec.kind == Some('X') {
        body = body.to_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let sign = spec.sign_of(negative);
    let body = group(spec, &body, size, sign.len() + prefix.len());
    Ok(place(spec, sign, prefix, &body, "", '>'))
}

fn character(n: &BigInt, spec: &Spec) -> Result<String, String> {
    if spec.sign.is_some() {
        return Err("Sign not allowed with integer format specifier 'c'".into());
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed with integer format specifier 'c'".into());
    }
    let c = u32::try_from(n).ok().and_then(char::from_u32).ok_or("%c arg not in range(0x110000)")?;
    Ok(place(spec, "", "", &c.to_string(), "", '>'))
}
