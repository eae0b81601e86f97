//! The worker's side: sessions run in slices, replies posted as bytes.
