//! Whether a line of the program stands in a loop, as its indentation tells.

use crate::source::file_and_line;
use crate::trace::Trace;

/// What goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Round {
    For,
    While,
}

/// The program's text by lines.
pub(super) struct Text<'a>(Vec<&'a str>);

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

impl<'a> Text<'a> {
    pub fn new(source: &'a str) -> Text<'a> {
        Text(source.lines().collect())
    }

    /// A line by its number from 1.
    pub fn line(&self, line: u32) -> Option<&'a str> {
        self.0.get((line as usize).checked_sub(1)?).copied()
    }

    /// The loop around a line of the main file, innermost first, within its function: its kind and its own line.
    pub fn around(&self, place: u32) -> Option<(Round, u32)> {
        let (0, line) = file_and_line(place) else { return None };
        let own = self.line(line)?;
        // A comprehension, but not the head of a loop, which runs once.
        if own.contains(" for ") && own.contains(" in ") && !own.trim_start().starts_with("for ") {
            return Some((Round::For, line));
        }
        let mut depth = indent(own);
        for (i, above) in self.0[..line as usize - 1].iter().enumerate().rev() {
            let words = above.trim_start();
            if words.is_empty() || words.starts_with('#') || indent(above) >= depth {
                continue;
            }
            depth = indent(above);
            let line = i as u32 + 1;
            let words = words.strip_prefix("async ").unwrap_or(words);
            match words.split(|c: char| !c.is_alphanumeric()).next() {
                Some("for") => return Some((Round::For, line)),
                Some("while") => return Some((Round::While, line)),
                Some("def" | "class") => return None,
                _ if depth == 0 => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a loop does nothing but sleep until its condition changes or a branch leaves it.
    pub fn only_waits(&self, head: u32) -> bool {
        let Some(own) = self.line(head) else { return false };
        // What the head takes from somewhere is worked on in the body.
        if own.contains(":=") {
            return false;
        }
        let body = self.0[head as usize..].iter().filter(|line| !line.trim().is_empty());
        body.take_while(|line| indent(line) > indent(own)).all(|line| {
            let words = line.trim_start();
            let waits = words.split('(').next().is_some_and(|call| call.ends_with("sleep"));
            let leaves = ["#", "if ", "elif ", "else:", "break", "return", "continue", "pass"];
            waits || leaves.iter().any(|start| words.starts_with(start))
        })
    }

    /// The loop around the innermost call of a span's stack that stands in one.
    pub fn of_row(&self, trace: &Trace, row: usize) -> Option<(Round, u32)> {
        trace.stack(row).iter().find_map(|call| self.around(call.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_seen_through_branches_but_not_through_functions() {
        let text = Text::new(
            "for i in x:\n    if i:\n\n        wait()\n    def f():\n        wait()\nwhile a:\n    wait()\nr = [wait(i) for i in x]\nwait()\n",
        );
        let seen: Vec<_> = (1..=10).map(|line| text.around(line)).collect();
        let round = |r, line| Some((r, line));
        assert_eq!(seen[3], round(Round::For, 1));
        assert_eq!(seen[5], None);
        assert_eq!(seen[7], round(Round::While, 7));
        assert_eq!(seen[8], round(Round::For, 9));
        assert_eq!((seen[0], seen[9]), (None, None));
        assert_eq!(text.around(4_000), None);
        assert!(!text.only_waits(7) && !text.only_waits(0));
    }

    #[test]
    fn a_loop_that_only_waits_is_told_from_one_that_works() {
        let idle = Text::new("while True:\n    if done:\n        break\n    # again\n    time.sleep(1)\nprint()\n");
        assert!(idle.only_waits(1));
        let takes = Text::new("while (item := jobs.get()) is not None:\n    sleep(1)\n");
        assert!(!takes.only_waits(1));
        let works = Text::new("while True:\n    print()\n    await asyncio.sleep(1)\n");
        assert!(!works.only_waits(1));
    }
}
