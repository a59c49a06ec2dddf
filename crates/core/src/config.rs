//! Runtime configuration (being written).
