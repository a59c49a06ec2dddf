//! Typed addresses (being written).
