//! The screens: a folder per screen, a file per dialog. May use `state`, `ui`, `upstream`, `core`.

mod activity;
mod config_problem;
mod connections;
mod explanations;
mod failure;
mod image;
mod image_actions;
mod images;
mod parts;
mod service_instances;
mod shell;
mod sign_in;
mod uploads;
mod words;

pub use config_problem::ConfigProblem;
pub use shell::Screens;
