//! The gamma function and cube roots as CPython rounds them.

use crate::vm::types::{circle, power};
use std::f64::consts::PI;

const G: f64 = 6.02468004077673;
const G_LESS_HALF: f64 = 5.52468004077673;

/// Coefficients of Lanczos' sum, for N = 13 and this g.
const ABOVE: [f64; 13] = [
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002,
];
const BELOW: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for i in (0..13).rev() {
            above = above * x + ABOVE[i];
            below = below * x + BELOW[i];
        }
    } else {
        for i in 0..13 {
            above = above / x + ABOVE[i];
            below = below / x + BELOW[i];
        }
    }
    above / below
}

/// sin(pi x), without what multiplying by pi loses.
fn sine(x: f64) -> f64 {
    let y = libm::fmod(x.abs(), 2.0);
    let r = match libm::round(2.0 * y) as i32 {
        0 => circle::sin(PI * y),
        1 => circle::cos(PI * (y - 0.5)),
        2 => circle::sin(PI * (1.0 - y)),
        3 => -circle::cos(PI * (y - 1.5)),
        _ => circle::sin(PI * (y - 2.0)),
    };
    libm::copysign(1.0, x) * r
}

/// x is no pole.
pub fn gamma(x: f64) -> f64 {
    if !x.is_finite() || x == 0.0 {
        return if x == 0.0 { 1.0 / x } else { x };
    }
    if x == libm::floor(x) && x > 0.0 && x <= 23.0 {
        return (2..x as u64).map(|n| n as f64).product();
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sine(x) } else { f64::INFINITY };
    }
    let y = size + G_LESS_HALF;
    let z = if size > G_LESS_HALF { (y - size) - G_LESS_HALF } else { (y - G_LESS_HALF) - size } * G / y;
    let half = || power::pow(y, size / 2.0 - 0.25);
    if x < 0.0 {
        let mut r = -PI / sine(size) / size * power::exp(y) / sum(size);
        r -= z * r;
        if size < 140.0 { r / power::pow(y, size - 0.5) } else { r / half() / half() }
    } else {
        let mut r = sum(size) / power::exp(y);
        r += z * r;
        if size < 140.0 { r * power::pow(y, size - 0.5) } else { r * half() * half() }
    }
}

/// The logarithm of its size; x is no pole.
pub fn log_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -power::log(size);
    }
    let r = power::log(sum(size)) - G + (size - 0.5) * (power::log(size + G - 0.5) - 1.0);
    if x < 0.0 { power::log(PI) - power::log(sine(size).abs()) - power::log(size) - r } else { r }
}

/// Rounded correctly: libm's result after one more step of Newton's with the rest in full.
pub fn cube_root(x: f64) -> f64 {
    let y = libm::cbrt(x);
    if y == 0.0 || !y.is_finite() {
        return y;
    }
    let square = y * y;
    let rest = libm::fma(square, y, -x) + libm::fma(y, y, -square) * y;
    y - rest / (3.0 * square)
}
