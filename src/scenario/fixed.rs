//! Decimal numbers as integers of a smaller unit, without floating point.

/// `1.5` with 3 places as 1500. `None` for what is no such number or has more places.
pub(super) fn fixed(text: &str, places: usize) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > places {
        return None;
    }
    format!("{whole}{part:0<places$}").parse().ok()
}
