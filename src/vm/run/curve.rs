//! What is curved in a jumped loop: products of two values that are linear in the number of iterations, and totals of such.

use super::jump::{Ahead, Plan, Sum, Var};

impl Plan {
    /// So many of the coming iterations, or fewer, whose curved values are certain to fit 64 bits.
    pub(super) fn certain(&self, ahead: &Ahead, count: u128) -> u128 {
        if self.curved.is_empty() && self.products.is_empty() && self.residues.is_empty() {
            return count;
        }
        let mut count = count.min(i64::MAX as u128);
        while count > 0 && !self.fits(ahead, count as i128) {
            count /= 2;
        }
        count
    }

    fn fits(&self, ahead: &Ahead, count: i128) -> bool {
        let small = |s: &Sum| self.most(ahead, s, count).is_some_and(|most| most <= i64::MAX as i128);
        self.curved.iter().all(small)
            && (0..self.products.len())
                .all(|at| self.most_of_product(ahead, at, count).is_some_and(|n| n <= i64::MAX as i128))
    }

    /// No value of the sum is further from zero within so many iterations.
    fn most(&self, ahead: &Ahead, s: &Sum, count: i128) -> Option<i128> {
        s.terms.iter().try_fold((s.constant as i128).abs(), |most, &(v, c)| {
            most.checked_add(self.most_of(ahead, v, count)?.checked_mul((c as i128).abs())?)
        })
    }

    fn most_of(&self, ahead: &Ahead, v: usize, count: i128) -> Option<i128> {
        if let Var::Product(at) = self.vars[v] {
            return self.most_of_product(ahead, at as usize, count);
        }
        if let Some(most) = self.most_of_residue(ahead, v) {
            return Some(most);
        }
        let start = ahead.start[v].abs();
        match self.totals.iter().find(|(t, _)| *t == v) {
            Some((_, sum)) => start.checked_add(self.most(ahead, sum, count)?.checked_mul(count)?),
            None => start.checked_add(ahead.steps[v].abs().checked_mul(count)?),
        }
    }

    fn most_of_product(&self, ahead: &Ahead, at: usize, count: i128) -> Option<i128> {
        let (a, b) = &self.products[at];
        self.most(ahead, a, count)?.checked_mul(self.most(ahead, b, count)?)
    }

    /// The sum's value in the iteration that `j` others go before.
    pub(super) fn at(&self, ahead: &Ahead, s: &Sum, j: i128) -> i128 {
        s.terms.iter().map(|&(v, c)| self.value(ahead, v, j) * c as i128).sum::<i128>() + s.constant as i128
    }

    pub(super) fn value(&self, ahead: &Ahead, v: usize, j: i128) -> i128 {
        if let Var::Product(at) = self.vars[v] {
            let (a, b) = &self.products[at as usize];
            return self.at(ahead, a, j) * self.at(ahead, b, j);
        }
        if let Some(value) = self.value_of_residue(ahead, v, j) {
            return value;
        }
        match self.totals.iter().find(|(t, _)| *t == v) {
            Some((_, sum)) => ahead.start[v] + self.added(ahead, sum, j),
            None => ahead.start[v] + ahead.steps[v] * j,
        }
    }

    /// What the first `j` iterations add of the sum.
    fn added(&self, ahead: &Ahead, s: &Sum, j: i128) -> i128 {
        // Of 0, 1, ... and of their squares, which are of no matter where they are too large.
        let first = j * (j - 1) / 2;
        let second = first.wrapping_mul(2 * j - 1) / 3;
        let of = |&(v, c): &(usize, i64)| {
            let sum = match self.vars[v] {
                Var::Product(at) => {
                    let (a, b) = &self.products[at as usize];
                    let (a, da, b, db) = (ahead.at_start(a), ahead.growth(a), ahead.at_start(b), ahead.growth(b));
                    a * b * j + (a * db + b * da) * first + da * db * second
                }
                Var::Residue(at) => self.residues_added(ahead, at as usize, j),
                _ => ahead.start[v] * j + ahead.steps[v] * first,
            };
            sum * c as i128
        };
        s.terms.iter().map(of).sum::<i128>() + s.constant as i128 * j
    }
}
