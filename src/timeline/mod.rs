//! Trace and viewport to things to draw, and a point back to the thing drawn there. Pure: no browser types.
