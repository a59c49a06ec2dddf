//! No secret is anywhere but in memory, and on its way to whom it is for: each way in which one enters the
//! console is walked, and everything that a page, its storage, its log or a server's log could have of it is
//! read at every step.

mod cloud_foundry;
mod marketplace;
mod oracle_cloud;
mod planted;
mod run;
mod scan;
mod secret;
mod triton;
mod watch;
