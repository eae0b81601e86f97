//! Products, quotients and powers of numbers so large that one takes long: in pieces between which a run can be stopped.

use crate::vm::pulse;
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// Numbers of fewer bits are multiplied at once: some milliseconds.
const PIECE: u64 = 1 << 19;

/// So many products of 64 bits by 64 at once for a quotient, which takes the square of them.
const STEPS: u64 = 4_000_000;

/// More work than goes by without a question.
const MUCH: usize = 1 << 20;

pub fn product(x: &BigInt, y: &BigInt) -> BigInt {
    let (x, y) = if x.bits() < y.bits() { (y, x) } else { (x, y) };
    if x.bits() < PIECE {
        return x * y;
    }
    if y.is_zero() || pulse::beat(MUCH) {
        return BigInt::zero();
    }
    let half = x.bits() / 2;
    let (high, low) = halves(x, half);
    if y.bits() <= half {
        return (product(&high, y) << half) + product(&low, y);
    }
    // Karatsuba's three products.
    let (other_high, other_low) = halves(y, half);
    let (highs, lows) = (product(&high, &other_high), product(&low, &other_low));
    let middle = product(&(high + low), &(other_high + other_low)) - &highs - &lows;
    (highs << (2 * half)) + (middle << half) + lows
}

/// What is above so many bits and what is below, both with the number's sign.
fn halves(n: &BigInt, bits: u64) -> (BigInt, BigInt) {
    let high = n.magnitude() >> bits;
    let low = n.magnitude() - (&high << bits);
    (BigInt::from_biguint(n.sign(), high), BigInt::from_biguint(n.sign(), low))
}

/// The quotient rounded down, and what remains.
pub fn divided(x: &BigInt, y: &BigInt) -> (BigInt, BigInt) {
    let (a, b) = (x.bits() / 64, y.bits() / 64 + 1);
    if a.saturating_sub(b) * b < STEPS {
        return x.div_mod_floor(y);
    }
    // From the top, so many limbs at a time.
    let limbs = x.magnitude().to_u64_digits();
    let width = (STEPS / b).clamp(1, limbs.len() as u64) as usize;
    let (mut rest, mut quotient) = (BigUint::zero(), Vec::new());
    for piece in limbs.rchunks(width) {
        if pulse::beat(MUCH) {
            return Default::default();
        }
        let piece_bits = piece.len() as u64 * 64;
        let (q, r) = ((rest << piece_bits) + BigUint::from_slice(&halved(piece))).div_rem(y.magnitude());
        let mut digits = q.to_u64_digits();
        digits.resize(piece.len(), 0);
        quotient.extend(digits.into_iter().rev());
        rest = r;
    }
    quotient.reverse();
    let quotient = BigInt::from_biguint(Sign::Plus, BigUint::from_slice(&halved(&quotient)));
    let rest = BigInt::from_biguint(Sign::Plus, rest);
    let down = !rest.is_zero();
    match (x.is_negative(), y.is_negative()) {
        (false, false) => (quotient, rest),
        (true, true) => (quotient, -rest),
        (true, false) if down => (-quotient - 1, y - rest),
        (false, true) if down => (-quotient - 1, y + rest),
        _ => (-quotient, rest),
    }
}

/// Limbs of 32 bits, as numbers are made of.
fn halved(limbs: &[u64]) -> Vec<u32> {
    limbs.iter().flat_map(|&n| [n as u32, (n >> 32) as u32]).collect()
}

pub fn power(x: &BigInt, n: u32) -> BigInt {
    if x.bits() * u64::from(n) < PIECE {
        return x.pow(n);
    }
    let mut out = BigInt::one();
    for bit in (0..u32::BITS - n.leading_zeros()).rev() {
        out = product(&out, &out);
        if n >> bit & 1 == 1 {
            out = product(&out, x);
        }
    }
    out
}

/// A power of a number below the modulus, with an exponent that is not below 0.
pub fn power_modulo(x: &BigInt, exponent: &BigInt, modulus: &BigInt) -> BigInt {
    let limbs = modulus.bits() / 64 + 1;
    let width = (STEPS / (limbs * limbs)).max(1);
    if exponent.bits() <= width {
        return x.modpow(exponent, modulus);
    }
    // From the top, so many bits of the exponent at a time.
    let (shift, mut out) = (BigInt::one() << width, BigInt::one());
    for at in (0..exponent.bits().div_ceil(width)).rev() {
        if pulse::beat(MUCH) {
            break;
        }
        let piece = (exponent >> (at * width)).mod_floor(&shift);
        out = (out.modpow(&shift, modulus) * x.modpow(&piece, modulus)).mod_floor(modulus);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(seed: u64, bits: u64) -> BigInt {
        let limbs = (0..bits / 32).map(|i| (i + 1).wrapping_mul(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32);
        BigInt::from(BigUint::from_slice(&limbs.map(|n| n as u32).collect::<Vec<u32>>()))
    }

    #[test]
    fn pieces_give_what_the_whole_gives() {
        let cases =
            [(1 << 20, 1 << 19, 1, 1), (5 << 17, 1 << 17, -1, 1), (1 << 19, 64, 1, -1), (1 << 18, 5 << 17, -1, -1)];
        for (seed, (a, b, sign, other)) in (3..).zip(cases) {
            let (x, y) = (number(seed, a) * sign, number(seed + 20, b) * other);
            let whole = &x * &y;
            assert!(product(&x, &y) == whole && product(&y, &x) == whole, "{a} by {b} bits");
            assert!(divided(&x, &y) == x.div_mod_floor(&y), "{a} through {b} bits");
            assert!(divided(&whole, &y) == (x, BigInt::zero()), "without a rest");
        }
        let (x, m) = (number(5, 1 << 14), number(11, 1 << 14));
        let x = x.mod_floor(&m);
        assert!(power_modulo(&x, &number(9, 1 << 8), &m) == x.modpow(&number(9, 1 << 8), &m));
        let x = number(7, 1 << 15);
        assert!(power(&-x.clone(), 37) == (-x).pow(37));
    }
}
