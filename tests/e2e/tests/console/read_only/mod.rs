//! A console whose configuration says `readOnly`: everything can be looked at, nothing be changed, and
//! everywhere it says why.

mod before;
mod buttons;
mod dialogs;
mod faults;
mod palette;
mod reading;
mod screens;
mod world;
