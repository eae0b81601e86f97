//! What happened in a run: lanes, spans in columns, instants, output, and how it ended. Plain data, no behaviour of the machine.

pub mod bytes;
mod codec;
mod columns;
mod compare;
mod export;
mod lines;
mod moment;
mod outcome;

pub use codec::{decode, encode, encode_rest, hash};
pub use columns::{
    CLOCK_ERROR, CLOCK_SET, Call, Counter, Event, EventKind, Hold, Lane, LaneId, LaneKind, NO_LANE, Nanos, Output,
    Quantity, Reading, SHARED, Site, SpanRef, Spans, State, Stream, Trace,
};
pub use compare::{makespan, ratio_text};
pub use lines::{Line, Lines};
pub use moment::{Held, Moment, Person, Position, Standing, To, Turning};
pub use outcome::{Ending, Outcome, Stats};
