//! Output as lines: pieces joined until a line ends, each line with the time and the lane of its first piece.

use super::{LaneId, Nanos, Stream, Trace};

/// One line; its text is a range of `Lines::text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub time: Nanos,
    pub lane: LaneId,
    pub stream: Stream,
    start: u32,
    end: u32,
}

/// All output of a run, ready to be shown from any line on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    text: String,
    lines: Vec<Line>,
}

impl Lines {
    pub fn of(trace: &Trace) -> Lines {
        let mut all = Lines::default();
        // Whether the last line may still grow; another stream or lane begins a line of its own.
        let mut open = false;
        for piece in &trace.output {
            for part in piece.text.split_inclusive('\n') {
                let fits = |l: &Line| (l.stream, l.lane) == (piece.stream, piece.lane);
                let (text, ends) = part.strip_suffix('\n').map_or((part, false), |t| (t, true));
                if open && all.lines.last().is_some_and(fits) {
                    all.extend(text);
                } else {
                    all.begin(piece.time, piece.lane, piece.stream, text);
                }
                open = !ends;
            }
        }
        all
    }

    fn begin(&mut self, time: Nanos, lane: LaneId, stream: Stream, text: &str) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.lines.push(Line { time, lane, stream, start, end: self.text.len() as u32 });
    }

    fn extend(&mut self, text: &str) {
        self.text.push_str(text);
        if let Some(line) = self.lines.last_mut() {
            line.end = self.text.len() as u32;
        }
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<(Line, &str)> {
        let line = *self.lines.get(index)?;
        Some((line, self.text.get(line.start as usize..line.end as usize)?))
    }

    /// How many lines had begun by a time.
    pub fn until(&self, time: Nanos) -> usize {
        self.lines.partition_point(|l| l.time <= time)
    }
}
