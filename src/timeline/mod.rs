//! Trace and viewport to things to draw, and a point back to the thing drawn there. Pure: no browser types, no colours.

mod time;

pub use time::{exact_text, share_text, time_text};
