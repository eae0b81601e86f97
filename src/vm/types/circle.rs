//! Sines, arcs and lengths to the last bit, or nearly: in pairs of floats, rounded once.

use super::power::{Pair, add, exp, mul, product, sum};

/// π/2 in three parts.
const QUARTER: [f64; 3] = [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33];

fn over(a: Pair, b: Pair) -> Pair {
    let q = a.0 / b.0;
    let rest = add(a, mul((-q, 0.0), b));
    sum(q, rest.0 / b.0)
}

/// 1 - z/n(n+1) · (1 - z/(n+2)(n+3) · (…)), which sine and cosine are made of.
fn series(z: Pair, first: u32) -> Pair {
    let mut all = (1.0, 0.0);
    for n in (0..14).rev().map(|i| f64::from(first + 2 * i)) {
        let term = over(mul(z, all), (-n * (n + 1.0), 0.0));
        all = add((1.0, 0.0), term);
    }
    all
}

/// Sine and cosine as pairs, for angles below a million.
fn both(x: f64) -> (Pair, Pair) {
    let k = libm::rint(x / QUARTER[0]);
    let r = QUARTER.iter().fold((x, 0.0), |r, &part| add(r, product(-k, part)));
    let z = mul(r, r);
    let (s, c) = (mul(r, series(z, 2)), series(z, 1));
    let minus = |a: Pair| (-a.0, -a.1);
    match (k as i64).rem_euclid(4) {
        0 => (s, c),
        1 => (c, minus(s)),
        2 => (minus(s), minus(c)),
        _ => (minus(c), s),
    }
}

fn usual(x: f64) -> bool {
    (1e-8..1e6).contains(&x.abs())
}

pub fn sin(x: f64) -> f64 {
    if usual(x) { both(x).0.0 } else { libm::sin(x) }
}

pub fn cos(x: f64) -> f64 {
    if usual(x) { both(x).1.0 } else { libm::cos(x) }
}

pub fn tan(x: f64) -> f64 {
    if !usual(x) {
        return libm::tan(x);
    }
    let (s, c) = both(x);
    over(s, c).0
}

/// The angle of a point: libm's, and one step of Newton's with the rest in full.
pub fn atan2(y: f64, x: f64) -> f64 {
    let rough = libm::atan2(y, x);
    let fine = |v: f64| (1e-100..1e100).contains(&v.abs());
    if !fine(x) || !fine(y) || !usual(rough) {
        return rough;
    }
    let (s, c) = both(rough);
    let rest = add(mul((y, 0.0), c), mul((-x, 0.0), s));
    let size = add(mul((x, 0.0), c), mul((y, 0.0), s));
    rough + rest.0 / size.0
}

pub fn atan(x: f64) -> f64 {
    atan2(x, 1.0)
}

pub fn asin(x: f64) -> f64 {
    let rough = libm::asin(x);
    if !usual(rough) || x.abs() == 1.0 {
        return rough;
    }
    let (s, c) = both(rough);
    rough + add((x, 0.0), (-s.0, -s.1)).0 / c.0
}

pub fn acos(x: f64) -> f64 {
    let rough = libm::acos(x);
    if !usual(rough) || x.abs() == 1.0 {
        return rough;
    }
    let (s, c) = both(rough);
    rough + add(c, (-x, 0.0)).0 / s.0
}

pub fn cosh(x: f64) -> f64 {
    let x = x.abs();
    if x < 22.0 && x > 0.5 * std::f64::consts::LN_2 {
        // With the roundings of glibc.
        let t = exp(x);
        return 0.5 * t + 0.5 / t;
    }
    libm::cosh(x)
}

/// A sum of squares with what its steps lose, then its root, corrected by what is left.
fn root_of_squares(parts: &[f64]) -> f64 {
    let (mut total, mut lost) = (0.0, 0.0);
    for &x in parts {
        let square = x * x;
        let next = total + square;
        let part = next - total;
        lost += (total - (next - part)) + (square - part) + libm::fma(x, x, -square);
        total = next;
    }
    let h = libm::sqrt(total + lost);
    let rest = libm::fma(-h, h, total) + lost;
    if h > 0.0 { h + rest / (2.0 * h) } else { h }
}

/// The length of a vector of any size.
pub fn length(parts: &[f64]) -> f64 {
    let max = parts.iter().fold(0.0f64, |m, x| m.max(x.abs()));
    if max == 0.0 || max.is_infinite() {
        return if max == 0.0 { parts.iter().sum::<f64>().abs() } else { max };
    }
    let (_, e) = libm::frexp(max);
    let scaled: Vec<f64> = parts.iter().map(|&x| libm::ldexp(x, -e)).collect();
    libm::ldexp(root_of_squares(&scaled), e)
}
