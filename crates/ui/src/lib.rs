//! The component kit: no upstream is named in here
