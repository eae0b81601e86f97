//! Runs beside each other.

use super::{Nanos, Trace};

/// How long the run took: to the program's exit, or as far as it has come.
pub fn makespan(trace: &Trace) -> Nanos {
    if trace.stats.virtual_ns > 0 { trace.stats.virtual_ns } else { trace.end }
}

/// How a run compares with another of the same work: `1.75 × faster`, `1.2 × slower`, `as fast`. Four digits at most.
pub fn ratio_text(base: Nanos, this: Nanos) -> String {
    let (base, this) = (base.max(1) as f64, this.max(1) as f64);
    let (factor, word) = if base >= this { (base / this, "faster") } else { (this / base, "slower") };
    match factor {
        f if f < 1.01 => "as fast".into(),
        f if f < 10.0 => format!("{f:.2} × {word}"),
        f if f < 100.0 => format!("{f:.1} × {word}"),
        f if f < 9_999.5 => format!("{f:.0} × {word}"),
        _ => format!("> 9999 × {word}"),
    }
}
