//! Where one has been: navigation and arrangement to go back to and forth again.

/// States behind and ahead of the present one.
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    /// When the last step was noted, in milliseconds.
    noted: f64,
}

/// Moves that follow each other this closely, in milliseconds, are one step.
const TOGETHER: f64 = 700.0;
/// So many steps are kept.
const KEPT: usize = 200;

impl<T> Default for History<T> {
    fn default() -> History<T> {
        History { past: Vec::new(), future: Vec::new(), noted: f64::MIN }
    }
}

impl<T: Clone + PartialEq> History<T> {
    /// Notes what is about to be left; with a time, as one step with what was left just before.
    pub fn note(&mut self, left: impl FnOnce() -> T, now: Option<f64>) {
        if now.is_none_or(|now| now - self.noted > TOGETHER) || self.past.is_empty() {
            self.past.push(left());
            if self.past.len() > KEPT {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.noted = now.unwrap_or(f64::MIN);
    }

    /// What to go back to from `now`.
    pub fn back(&mut self, now: T) -> Option<T> {
        self.noted = f64::MIN;
        while let Some(before) = self.past.pop() {
            if before != now {
                self.future.push(now);
                return Some(before);
            }
        }
        None
    }

    /// What `back` left.
    pub fn forth(&mut self, now: T) -> Option<T> {
        self.noted = f64::MIN;
        let next = self.future.pop()?;
        self.past.push(now);
        Some(next)
    }
}
