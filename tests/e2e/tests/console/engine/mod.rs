//! The engine in the browser: tabs that come, go and die, networks that go away, computers that sleep.
//! However it goes, what was begun is found again, is done once, and is asked about by one tab.

mod activity;
mod away;
mod idle;
mod killed;
mod killed_restore;
mod link;
mod notify;
mod signed_in;
pub mod support;
mod tabs;
