//! The screens: a folder per screen, a file per dialog. May use `state`, `ui`, `upstream`, `core`.

mod activity;
mod config_problem;
mod connections;
mod explanations;
mod failure;
mod image;
mod image_actions;
mod images;
mod left_out;
mod parts;
mod resource;
mod service_instances;
mod shell;
mod sign_in;
mod uploads;
mod words;

pub use parts::{Wanted, part};
pub use shell::Screens;
