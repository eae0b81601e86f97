//! Trace and viewport to things to draw, and a point back to the thing drawn there. Pure: no browser types, no colours.
//!
//! The way: `Index` sorts a trace's spans by lane once; `Rows` puts lanes in order; a `Viewport` says which stretch of time is
//! in view; `scene` makes the display list from these; `raster` paints it into a pixel buffer with a palette of the caller's.

mod activity;
mod axis;
mod headline;
mod hit;
mod index;
mod label;
mod raster;
mod rows;
mod scene;
mod strip;
mod summary;
mod time;
mod viewport;

pub use activity::{activity, edge};
pub use axis::{Axis, Tick, axis};
pub use headline::{Headline, headline};
pub use hit::{Hit, Step, hit, neighbour};
pub use index::{Index, Sums};
pub use label::{fitted, span_text, state_word};
pub use raster::{Image, Palette, Rgb, minimap, paint};
pub use rows::{LANE, Row, Rows, TASK, leaves, longest_name, row_name};
pub use scene::{Bar, Bed, Fill, Frame, Label, Mark, Scene, scene};
pub use strip::{Mix, Paint, Strip, is_line, strips};
pub use summary::{LaneTotals, Summary, lane_totals, summary};
pub use time::{exact_text, instant_text, share_text, time_text};
pub use viewport::Viewport;
