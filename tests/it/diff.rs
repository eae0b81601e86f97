//! What differs between two texts, line by line.

use interleave::scenario::{Row, changes, diff};

#[test]
fn the_same_text_is_folded_away() {
    let text = "a\n".repeat(50);
    assert_eq!(diff(&text, &text), [Row::Folded(0..50, 0..50)]);
    assert_eq!(changes(&diff(&text, &text)), (0, 0));
    assert_eq!(diff("", ""), []);
}

#[test]
fn a_line_that_took_anothers_place_stands_beside_it() {
    let rows = diff("import time\nx = 1\nprint(x)\n", "import time\nx = 2\ny = 3\nprint(x)\n");
    let wanted = [Row::Same(0, 0), Row::Changed(Some(1), Some(1)), Row::Changed(None, Some(2)), Row::Same(2, 3)];
    assert_eq!(rows, wanted);
    assert_eq!(changes(&rows), (1, 2));
}

#[test]
fn three_lines_stay_around_a_change() {
    let lines: Vec<String> = (0..40).map(|n| format!("line {n}")).collect();
    let mut other = lines.clone();
    other[20] = "another".into();
    other.remove(30);
    let rows = diff(&lines.join("\n"), &other.join("\n"));
    assert_eq!(rows[0], Row::Folded(0..17, 0..17));
    assert_eq!(rows[1..5], [Row::Same(17, 17), Row::Same(18, 18), Row::Same(19, 19), Row::Changed(Some(20), Some(20))]);
    assert!(rows.contains(&Row::Folded(24..27, 24..27)) && rows.contains(&Row::Changed(Some(30), None)), "{rows:?}");
    assert_eq!(rows.last(), Some(&Row::Folded(34..40, 33..39)));
}

#[test]
fn every_line_of_both_texts_is_there_once() {
    for (a, b) in [("", "x\ny\n"), ("x\ny", ""), ("a\nb\nc\nd\n", "d\nc\nb\na\n"), ("\n\n\na", "a\n\n\n\r\nb")] {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for row in diff(a, b) {
            match row {
                Row::Same(i, j) => (left.push(i), right.push(j)),
                Row::Changed(i, j) => (left.extend(i), right.extend(j)),
                Row::Folded(i, j) => (left.extend(i), right.extend(j)),
            };
        }
        assert!(left.iter().copied().eq(0..a.lines().count()), "{a:?} {b:?}: {left:?}");
        assert!(right.iter().copied().eq(0..b.lines().count()), "{a:?} {b:?}: {right:?}");
    }
}
