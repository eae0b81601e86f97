//! What the page says about runs: output as lines, and how one compares with another.

use interleave::trace::{Lines, Output, Stream, Trace, ratio_text};

const S: u64 = 1_000_000_000;

#[test]
fn ratios_have_three_digits() {
    assert_eq!(ratio_text(7 * S, 4 * S), "1.75 × faster");
    assert_eq!(ratio_text(4 * S, 7 * S), "1.75 × slower");
    assert_eq!(ratio_text(4 * S, 4 * S + S / 1000), "as fast");
    assert_eq!(ratio_text(1200 * S, 100 * S), "12.0 × faster");
    assert_eq!(ratio_text(S, 0), "> 9999 × faster");
}

#[test]
fn pieces_become_lines_with_the_time_of_their_first_piece() {
    use Stream::{Err, Out};
    let piece = |time, lane, stream, text: &str| Output { time, lane, stream, text: text.into() };
    let output = vec![
        piece(1, 0, Out, "a"),
        piece(2, 0, Out, "b\nc\n\n"),
        piece(3, 0, Out, "d"),
        piece(4, 1, Out, "e\n"),
        piece(5, 1, Err, "no newline"),
    ];
    let lines = Lines::of(&Trace { output, ..Trace::default() });
    let got: Vec<_> = (0..lines.len()).filter_map(|i| lines.get(i)).map(|(l, t)| (l.time, l.lane, t)).collect();
    assert_eq!(got, [(1, 0, "ab"), (2, 0, "c"), (2, 0, ""), (3, 0, "d"), (4, 1, "e"), (5, 1, "no newline")]);
    assert_eq!(lines.until(2), 3);
    assert_eq!(lines.get(6), None);
}
