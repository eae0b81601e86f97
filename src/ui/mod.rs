//! The page: state, components, painting.

pub mod timeline;
