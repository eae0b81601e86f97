//! Remainders in a jumped loop: of sums of what is known, carried on as in `x = (x * a + c) % n`, and added up.
//!
//! A remainder that is carried on is that of a linear map done again and again, to which each iteration adds what grows with its square at
//! most. The map's powers come by doubling.

use super::follow::Follow;
use super::jump::{Ahead, Plan, Sum, Var};

/// A remainder that the body takes, of a positive modulus that it does not change.
#[derive(Clone, Debug)]
pub(super) struct Residue {
    pub of: Sum,
    pub modulus: Sum,
    pub carried: Option<Carried>,
}

/// The remainder is that of a variable's value before, which it becomes, times a factor, and of the rest.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Carried {
    pub var: usize,
    factor: i128,
    rest: Terms,
}

/// Variables with their factors, and a constant. More than `Sum` allows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Terms {
    terms: Vec<(usize, i128)>,
    constant: i128,
}

impl Follow<'_> {
    /// How the remainder is carried on, if it is; `square` says which variables grow at most with the square.
    pub(super) fn carried(&self, at: usize, square: &dyn Fn(usize) -> bool) -> Option<Carried> {
        let own = self.plan.vars.iter().position(|&v| v == Var::Residue(at as u16))?;
        let becomes = Sum { terms: vec![(own, 1)], constant: 0 };
        let mut rest = Terms::default();
        self.expand(&self.plan.residues[at].of, 1, &mut rest)?;
        let place = rest.terms.iter().position(|&(v, _)| v != own && self.written[v] && self.now[v] == becomes)?;
        let (var, factor) = rest.terms.swap_remove(place);
        rest.terms.iter().all(|&(v, _)| square(v)).then_some(Carried { var, factor, rest })
    }

    /// Adds a sum so many times, with products by constants taken apart.
    fn expand(&self, s: &Sum, times: i128, into: &mut Terms) -> Option<()> {
        into.constant = into.constant.checked_add(times.checked_mul(s.constant as i128)?)?;
        for &(v, c) in &s.terms {
            let times = times.checked_mul(c as i128)?;
            let product = match self.plan.vars[v] {
                Var::Product(at) => Some(&self.plan.products[at as usize]),
                _ => None,
            };
            match product {
                Some((a, b)) if b.terms.is_empty() => self.expand(a, times.checked_mul(b.constant as i128)?, into)?,
                Some((a, b)) if a.terms.is_empty() => self.expand(b, times.checked_mul(a.constant as i128)?, into)?,
                _ => match into.terms.iter_mut().find(|(w, _)| *w == v) {
                    Some((_, sum)) => *sum = sum.checked_add(times)?,
                    None => into.terms.push((v, times)),
                },
            }
        }
        Some(())
    }
}

impl Plan {
    fn carried_in(&self, v: usize) -> Option<&Residue> {
        self.residues.iter().find(|r| r.carried.as_ref().is_some_and(|c| c.var == v))
    }

    /// The largest value, from zero, of a variable that is a remainder or carries one; none for others.
    pub(super) fn most_of_residue(&self, ahead: &Ahead, v: usize) -> Option<i128> {
        match self.vars[v] {
            Var::Residue(at) => Some(ahead.at_start(&self.residues[at as usize].modulus)),
            _ => self.carried_in(v).map(|r| ahead.at_start(&r.modulus).max(ahead.start[v].abs())),
        }
    }

    /// The value, in the iteration that `j` others go before, of a variable that is a remainder or carries one; none for others.
    pub(super) fn value_of_residue(&self, ahead: &Ahead, v: usize, j: i128) -> Option<i128> {
        if let Var::Residue(at) = self.vars[v] {
            let r = &self.residues[at as usize];
            return Some(match &r.carried {
                Some(carried) => self.carry(ahead, r, carried, j + 1),
                None => self.at(ahead, &r.of, j).rem_euclid(ahead.at_start(&r.modulus)),
            });
        }
        let r = self.carried_in(v)?;
        r.carried.as_ref().map(|carried| if j == 0 { ahead.start[v] } else { self.carry(ahead, r, carried, j) })
    }

    /// What is carried after so many iterations, at least one.
    fn carry(&self, ahead: &Ahead, r: &Residue, carried: &Carried, count: i128) -> i128 {
        let modulus = ahead.at_start(&r.modulus);
        let ring = Ring(modulus as u64);
        let rest = |j: i128| {
            let of = |&(v, c): &(usize, i128)| ring.mul(ring.of(c), ring.of(self.value(ahead, v, j)));
            carried.rest.terms.iter().map(of).fold(ring.of(carried.rest.constant), |a, b| ring.add(a, b))
        };
        let (s0, s1, s2) = (rest(0), rest(1), rest(2));
        // Its first and second differences.
        let (d1, d2) = (ring.sub(s1, s0), ring.sub(ring.add(s2, s0), ring.add(s1, s1)));
        let Power { power, sums: [g0, g1, g2] } = ring.power(ring.of(carried.factor), count as u64);
        let start = ring.mul(power, ring.of(ahead.start[carried.var]));
        [(g0, s0), (g1, d1), (g2, d2)].into_iter().fold(start, |sum, (g, s)| ring.add(sum, ring.mul(g, s))) as i128
    }

    /// The sum of a remainder of what is linear over the first `j` iterations.
    pub(super) fn residues_added(&self, ahead: &Ahead, at: usize, j: i128) -> i128 {
        let r = &self.residues[at];
        let modulus = ahead.at_start(&r.modulus);
        let (a, b) = (ahead.growth(&r.of).rem_euclid(modulus), ahead.at_start(&r.of).rem_euclid(modulus));
        let floors = floor_sum(j as u128, modulus as u128, a as u128, b as u128) as i128;
        a * (j * (j - 1) / 2) + b * j - modulus * floors
    }
}

/// The sum of `(a * i + b) / m` over `i < n`, for `a` and `b` below `m`: as many steps as Euclid's algorithm has.
fn floor_sum(mut n: u128, mut m: u128, mut a: u128, mut b: u128) -> u128 {
    let mut sum = 0;
    while n > 0 {
        sum += n * (n - 1) / 2 * (a / m) + n * (b / m);
        (a, b) = (a % m, b % m);
        let top = a * n + b;
        (n, b) = (top / m, top % m);
        (m, a) = (a, m);
        if m == 0 {
            break;
        }
    }
    sum
}

/// Numbers modulo one.
#[derive(Clone, Copy)]
struct Ring(u64);

/// `a ** n`, and the sums of `a ** (n - 1 - t)` over `t < n`, times 1, `t` and `t * (t - 1) / 2`.
struct Power {
    power: u64,
    sums: [u64; 3],
}

impl Ring {
    fn of(self, n: i128) -> u64 {
        n.rem_euclid(self.0 as i128) as u64
    }

    fn mul(self, a: u64, b: u64) -> u64 {
        // Division of longer numbers is a call.
        if self.0 <= u32::MAX as u64 { a * b % self.0 } else { (a as u128 * b as u128 % self.0 as u128) as u64 }
    }

    fn add(self, a: u64, b: u64) -> u64 {
        // Both are below 2 ** 63, as the modulus is.
        let sum = a + b;
        if sum < self.0 { sum } else { sum - self.0 }
    }

    fn sub(self, a: u64, b: u64) -> u64 {
        self.add(a, self.0 - b)
    }

    fn power(self, a: u64, n: u64) -> Power {
        let pairs = |n: u64| (n as u128 * (n as u128).saturating_sub(1) / 2 % self.0 as u128) as u64;
        let (mut power, mut sums, mut done) = (1 % self.0, [0; 3], 0u64);
        for bit in (0..64 - n.leading_zeros()).rev() {
            let [g0, g1, g2] = sums;
            let (steps, pair) = (done % self.0, pairs(done));
            let twice = |g: u64| self.add(self.mul(power, g), g);
            sums = [
                twice(g0),
                self.add(twice(g1), self.mul(steps, g0)),
                self.add(twice(g2), self.add(self.mul(steps, g1), self.mul(pair, g0))),
            ];
            (power, done) = (self.mul(power, power), 2 * done);
            if n >> bit & 1 == 1 {
                let terms = [1 % self.0, done % self.0, pairs(done)];
                sums = std::array::from_fn(|i| self.add(self.mul(a, sums[i]), terms[i]));
                (power, done) = (self.mul(a, power), done + 1);
            }
        }
        Power { power, sums }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_and_sums_are_those_of_steps() {
        for (m, a) in
            [(1, 0), (2, 1), (7, 3), (1_000_003, 31), (u32::MAX as u64 + 16, 1 << 32), (i64::MAX as u64, 1 << 62)]
        {
            let ring = Ring(m);
            let (mut power, mut sums) = (1 % m, [0u64; 3]);
            for n in 0..40u64 {
                let fast = ring.power(a % m, n);
                assert_eq!((fast.power, fast.sums), (power, sums), "{a} ** {n} % {m}");
                let terms = [1 % m, n % m, n * n.saturating_sub(1) / 2 % m];
                sums = std::array::from_fn(|i| ring.add(ring.mul(a % m, sums[i]), terms[i]));
                power = ring.mul(a % m, power);
            }
        }
    }

    #[test]
    fn floors_are_added_up() {
        for (n, m, a, b) in [(0, 5, 3, 2), (1, 1, 0, 0), (100, 7, 5, 3), (1000, 997, 996, 996), (57, 64, 0, 63)] {
            let sum = (0..n).map(|i| (a * i + b) / m).sum::<u128>();
            assert_eq!(floor_sum(n, m, a, b), sum, "{n} {m} {a} {b}");
        }
    }
}
