//! A line of one of the program's files in one number.

const LINE_BITS: u32 = 20;
const MOST_LINES: u32 = (1 << LINE_BITS) - 1;
const MOST_FILES: u32 = (1 << (32 - LINE_BITS)) - 1;

/// The line, and above its bits the file: 0 is the program itself, so that its lines are themselves; others are in the
/// order of the scenario. Line 0 is nowhere.
pub fn place(file: u32, line: u32) -> u32 {
    if line == 0 { 0 } else { file.min(MOST_FILES) << LINE_BITS | line.min(MOST_LINES) }
}

/// File and line of a place; both 0 when it is nowhere.
pub fn file_and_line(place: u32) -> (u32, u32) {
    (place >> LINE_BITS, place & MOST_LINES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_apart_again() {
        for (file, line) in [(0, 1), (0, 900_000), (3, 7), (4_000, 1)] {
            assert_eq!(file_and_line(place(file, line)), (file, line));
        }
        assert_eq!(place(5, 0), 0);
        assert_eq!(file_and_line(place(1, u32::MAX)), (1, MOST_LINES));
    }
}
