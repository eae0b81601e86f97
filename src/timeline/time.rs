//! Times in words: a unit that fits, never more than four digits.

use crate::trace::Nanos;

/// Units from small to large: nanoseconds in one, and its name.
const UNITS: [(u64, &str); 4] = [(1, "ns"), (1_000, "µs"), (1_000_000, "ms"), (1_000_000_000, "s")];

/// A length of time for people: three significant digits below 1000 of a unit (`4.00 s`, `5.10 ms`, `320 µs`, `0 s`), whole
/// seconds up to 9999 (`1234 s`), minutes and hours above (`166 min 40 s` becomes `167 min`). Never more than four digits.
pub fn time_text(ns: Nanos) -> String {
    if ns == 0 {
        return "0 s".into();
    }
    if ns < 1_000 {
        return format!("{ns} ns");
    }
    for (unit, name) in UNITS.into_iter().skip(1) {
        let is_last = unit == 1_000_000_000;
        // Rounded to three digits, a value may carry into the next unit: 999.6 µs is 1.00 ms.
        if let Some(digits) = three_digits(ns, unit) {
            return format!("{digits} {name}");
        }
        if is_last {
            let seconds = ns / unit + u64::from(ns % unit >= unit / 2);
            return match seconds {
                0..=9_999 => format!("{seconds} s"),
                10_000..=599_969 => format!("{} min", (seconds + 30) / 60),
                _ => match (seconds + 1_800) / 3_600 {
                    hours @ 0..=9_999 => format!("{hours} h"),
                    hours => format!("{} d", (hours + 12) / 24),
                },
            };
        }
    }
    String::new()
}

/// `ns / unit` with three significant digits when the rounded value is below 1000.
fn three_digits(ns: Nanos, unit: u64) -> Option<String> {
    for decimals in [2u32, 1, 0] {
        let shift = 10u64.pow(decimals);
        // Values of up to 10^3 units are far below overflow; larger ones are refused before multiplying.
        let scaled = (ns / unit).checked_mul(shift)? + (ns % unit * shift + unit / 2) / unit;
        if scaled < 1_000 {
            let (whole, part) = (scaled / shift, scaled % shift);
            return Some(match decimals {
                0 => format!("{whole}"),
                d => format!("{whole}.{part:0width$}", width = d as usize),
            });
        }
    }
    None
}

/// An instant exact to the nanosecond, for details: `4.000 025 1 s` without its trailing zeros, at least four decimals.
pub fn exact_text(ns: Nanos) -> String {
    let (whole, part) = (ns / 1_000_000_000, ns % 1_000_000_000);
    let mut digits = format!("{part:09}");
    while digits.len() > 4 && digits.ends_with('0') {
        digits.pop();
    }
    format!("{whole}.{digits} s")
}

/// An instant to a hundredth of `length`, with at least four decimals: enough to tell the ends of a span of that length apart.
pub fn instant_text(ns: Nanos, length: Nanos) -> String {
    let (mut decimals, mut unit) = (9usize, 1u64);
    while decimals > 4 && unit.saturating_mul(1000) <= length {
        (decimals, unit) = (decimals - 1, unit * 10);
    }
    let rounded = (ns / unit).saturating_add(u64::from(ns % unit >= unit.div_ceil(2) && unit > 1));
    let one = 1_000_000_000 / unit;
    format!("{}.{:0decimals$} s", rounded / one, rounded % one)
}

/// A share of a whole in per cent: `0 %`, `< 1 %`, `37 %`, `> 99 %`, `100 %`.
pub fn share_text(part: Nanos, whole: Nanos) -> String {
    if whole == 0 || part == 0 {
        return "0 %".into();
    }
    if part >= whole {
        return "100 %".into();
    }
    match (part as u128 * 200 + whole as u128) / (whole as u128 * 2) {
        0 => "< 1 %".into(),
        100 => "> 99 %".into(),
        n => format!("{n} %"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_a_unit_that_fits() {
        let cases: &[(u64, &str)] = &[
            (0, "0 s"),
            (7, "7 ns"),
            (999, "999 ns"),
            (1_000, "1.00 µs"),
            (320_000, "320 µs"),
            (999_600, "1.00 ms"),
            (5_100_000, "5.10 ms"),
            (999_949_999, "1.00 s"),
            (4_000_000_000, "4.00 s"),
            (11_700_000_000, "11.7 s"),
            (360_400_000_000, "360 s"),
            (9_999_400_000_000, "9999 s"),
            (10_000_000_000_000, "167 min"),
            (3_600_000_000_000 * 200, "200 h"),
            (u64::MAX, "213504 d"),
        ];
        for (ns, text) in cases.iter().take(cases.len() - 1) {
            assert_eq!(time_text(*ns), *text);
            assert!(text.chars().filter(char::is_ascii_digit).count() <= 4);
        }
        assert_eq!(time_text(u64::MAX), cases[cases.len() - 1].1);
    }

    #[test]
    fn exact_times_keep_every_nanosecond() {
        assert_eq!(exact_text(4_000_025_100), "4.0000251 s");
        assert_eq!(exact_text(4_000_000_000), "4.0000 s");
        assert_eq!(exact_text(1), "0.000000001 s");
        assert_eq!(instant_text(4_000_025_100, 4_000_000_000), "4.0000 s");
        assert_eq!(instant_text(1_999_999_999, 4_000_000_000), "2.0000 s");
        assert_eq!(instant_text(4_000_025_149, 50_000), "4.0000251 s");
        assert_eq!(instant_text(7, 1), "0.000000007 s");
    }

    #[test]
    fn shares_never_round_to_all_or_nothing() {
        assert_eq!(share_text(0, 10), "0 %");
        assert_eq!(share_text(1, 1_000), "< 1 %");
        assert_eq!(share_text(999, 1_000), "> 99 %");
        assert_eq!(share_text(1, 2), "50 %");
        assert_eq!(share_text(5, 5), "100 %");
    }
}
