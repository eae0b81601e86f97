//! exp, log and pow to the last bit: computed in pairs of floats and rounded once, as a good C library does.

/// An unevaluated sum of a float and its error.
pub type Pair = (f64, f64);

const LN2: Pair = (std::f64::consts::LN_2, 2.3190468138462996e-17);
const PER_LN2: Pair = (std::f64::consts::LOG2_E, 2.0355273740931033e-17);
const PER_LN10: f64 = std::f64::consts::LOG10_E;

pub fn sum(a: f64, b: f64) -> Pair {
    let s = a + b;
    let t = s - a;
    (s, (a - (s - t)) + (b - t))
}

fn split(a: f64) -> Pair {
    let t = 134_217_729.0 * a;
    let hi = t - (t - a);
    (hi, a - hi)
}

pub fn product(a: f64, b: f64) -> Pair {
    let p = a * b;
    let ((ah, al), (bh, bl)) = (split(a), split(b));
    (p, ((ah * bh - p) + ah * bl + al * bh) + al * bl)
}

pub fn add(a: Pair, b: Pair) -> Pair {
    let (s, e) = sum(a.0, b.0);
    sum(s, e + a.1 + b.1)
}

pub fn mul(a: Pair, b: Pair) -> Pair {
    let (p, e) = product(a.0, b.0);
    sum(p, e + a.0 * b.1 + a.1 * b.0)
}

/// e to the power `a` as a pair and a power of two to scale it with; `|a|` below 800.
fn exp_pair(a: Pair) -> (Pair, i32) {
    let k = libm::rint(a.0 * PER_LN2.0);
    let r = add(a, mul((-k, 0.0), LN2));
    let r = (r.0 / 512.0, r.1 / 512.0);
    // e^r - 1 by its series, then squared nine times: (1+s)² - 1 = 2s + s².
    let mut s = (0.0, 0.0);
    for n in (1..=9).rev() {
        let over = (1.0 / f64::from(n), 0.0);
        // 1/n is not exact: correct it by one step of division.
        let rest = sum(1.0, -product(over.0, f64::from(n)).0).0 - product(over.0, f64::from(n)).1;
        let over = (over.0, rest / f64::from(n));
        s = mul(mul(r, over), add((1.0, 0.0), s));
    }
    for _ in 0..9 {
        s = add((2.0 * s.0, 2.0 * s.1), mul(s, s));
    }
    (add((1.0, 0.0), s), k as i32)
}

/// The natural logarithm of a positive finite float.
fn log_pair(x: f64) -> Pair {
    let (mut m, mut k) = libm::frexp(x);
    if m < std::f64::consts::FRAC_1_SQRT_2 {
        m *= 2.0;
        k -= 1;
    }
    let guess = libm::log(m);
    let (e, scale) = exp_pair((-guess, 0.0));
    let e = (libm::ldexp(e.0, scale), libm::ldexp(e.1, scale));
    let t = add(mul((m, 0.0), e), (-1.0, 0.0));
    let log = add((guess, 0.0), (t.0 - t.0 * t.0 / 2.0, t.1));
    add(mul((f64::from(k), 0.0), LN2), log)
}

/// e to the power x.
pub fn exp(x: f64) -> f64 {
    if x.is_nan() || x.abs() >= 700.0 {
        return libm::exp(x);
    }
    let ((hi, lo), k) = exp_pair((x, 0.0));
    libm::ldexp(hi + lo, k)
}

/// The natural logarithm.
pub fn log(x: f64) -> f64 {
    if !(x > 0.0 && x.is_finite()) {
        return libm::log(x);
    }
    let (hi, lo) = log_pair(x);
    hi + lo
}

/// The logarithm to base 2.
pub fn log2(x: f64) -> f64 {
    if !(x > 0.0 && x.is_finite()) {
        return libm::log2(x);
    }
    let (hi, lo) = mul(log_pair(x), PER_LN2);
    hi + lo
}

/// The logarithm to base 10, with the roundings of glibc: from the logarithm of the mantissa, the exponent's share in two parts.
pub fn log10(x: f64) -> f64 {
    if !(x >= f64::MIN_POSITIVE && x.is_finite()) {
        return libm::log10(x);
    }
    const SHARE_HI: f64 = 3.010_299_956_636_117_7e-1;
    const SHARE_LO: f64 = 3.694_239_077_158_931e-13;
    let (m, e) = libm::frexp(x);
    let k = e - 1;
    let up = i32::from(k < 0);
    let y = f64::from(k + up);
    let z = y * SHARE_LO + PER_LN10 * log(libm::ldexp(m, 1 - up));
    z + y * SHARE_HI
}

/// x to the power y.
pub fn pow(x: f64, y: f64) -> f64 {
    let rough = libm::pow(x, y);
    let usual =
        rough.is_finite() && rough.abs() > 1e-290 && rough.abs() < 1e290 && x != 0.0 && y != 0.0 && rough != 1.0;
    if !usual {
        return rough;
    }
    let log = log_pair(x.abs());
    let ((hi, lo), k) = exp_pair(mul(log, (y, 0.0)));
    libm::copysign(libm::ldexp(hi + lo, k), rough)
}
