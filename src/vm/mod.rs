//! Code to effects.
