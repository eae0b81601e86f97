//! Messages between the page and its worker: typed here, bytes on the way (transferred, not copied).
//!
//! One message is one buffer, and for spans beside it one for each of their columns. The first byte names its kind; a buffer
//! that is not exactly one message is refused.

mod moment;
mod piece;
mod reply;
mod request;

pub use piece::{Gathered, Piece};
pub use reply::Reply;
pub use request::Request;

/// Both sides must agree on it; the worker says its own in `Reply::Ready`.
pub const PROTOCOL: u32 = 8;
