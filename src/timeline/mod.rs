//! Trace and viewport to things to draw, and a point back to the thing drawn there. Pure: no browser types, no colours.
//!
//! The way: `Index` sorts a trace's spans by lane once; `Rows` puts lanes in order; a `Viewport` says which stretch of time is
//! in view; `scene` makes the display list from these; `raster` paints it into a pixel buffer with a palette of the caller's.

mod activity;
mod arrange;
mod axis;
mod counter;
mod critical;
mod crowd;
mod density;
mod follow;
mod headline;
mod hit;
mod index;
mod label;
mod name;
mod order;
mod range;
mod raster;
mod relate;
mod rows;
mod scene;
mod search;
mod shape;
mod shares;
mod steps;
mod strip;
mod summary;
mod table;
mod time;
mod track;
mod viewport;
mod words;

pub use activity::{activity, edge};
pub use arrange::{Arrange, RowId};
pub use axis::{Axis, Tick, axis};
pub use counter::{change, counter_at, counter_name, counter_words, reading_text};
pub use critical::{Critical, Part, Piece, critical};
pub use crowd::{crowd_at, waiters};
pub use density::Density;
pub use follow::{moment, waker, woken};
pub use headline::{Headline, ending_word, headline};
pub use hit::{Hit, Step, hit, nearest, neighbour};
pub use index::{Index, Sums};
pub use label::{fitted, legend_word, span_text, state_word};
pub use name::{full_name, lane_words, longest_name, row_name, row_words, short_name};
pub use order::{Order, Relation};
pub use range::{Range, range};
pub use raster::{Image, Palette, Rgb, minimap, paint};
pub use relate::{Related, Users, ended_by, held, object_of, users, wakes};
pub use rows::{BAND, GIL, LANE, Row, Rows, TALL, TASK, leaves};
pub use scene::{Bar, Bed, Fill, Frame, Label, Link, Mark, Scene, scene};
pub use search::{Found, Hits, search};
pub use shape::{Area, Look, mark_state, shapes};
pub use shares::shares;
pub use steps::{Beat, beat};
pub use strip::{Mix, Paint, Strip, is_line, strips};
pub use summary::{LaneTotals, Summary, lane_totals, summary};
pub use table::{Column, Query, cell, csv, table};
pub use time::{exact_text, instant_text, share_text, time_text};
pub use track::{Track, track_name, tracks, watches};
pub use viewport::Viewport;
pub use words::words;
