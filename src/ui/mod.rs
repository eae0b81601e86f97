//! The page: state, components, painting.
