//! What goes wrong on the way, and that it costs no more than it must.

mod address;
mod answers;
mod back;
mod fields;
mod lists;
mod refusals;
mod silence;
mod storage;
mod submit;
