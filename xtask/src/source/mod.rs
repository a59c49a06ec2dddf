//! Just enough reading of source text for the guards. None of it is a compiler: what it cannot read
//! it passes over, and the compiler or the browser has its own say.

pub mod blank;
pub mod files;
pub mod html;
pub mod paths;
