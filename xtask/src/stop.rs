//! Ctrl-C ends everything that was started: each child leads a process group, and the whole group
//! is told to end, so that neither a compiler nor a browser is left behind.

use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::failure::{Attempting, Outcome};

static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());
static STOPPING: AtomicBool = AtomicBool::new(false);

/// Installs the handler for Ctrl-C, termination and a closed terminal.
pub fn on_ctrl_c() -> Outcome {
    ctrlc::set_handler(|| {
        STOPPING.store(true, Ordering::SeqCst);
        for id in running().iter() {
            end_group(*id);
        }
        eprintln!("\nStopped.");
        std::process::exit(130);
    })
    .attempting("listen for Ctrl-C")
}

/// Remembers a started child, which leads its own group.
pub fn started(id: u32) {
    running().push(id);
}

/// Forgets a child that has ended. While stopping it never returns: the handler has the last word.
pub fn ended(id: u32) {
    while STOPPING.load(Ordering::SeqCst) {
        thread::park();
    }
    running().retain(|other| *other != id);
}

fn running() -> std::sync::MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Sends the group of `id` the request to end; one that is gone already is no error. The messenger
/// has a group of its own, or a second Ctrl-C would end it before it has delivered.
#[cfg(unix)]
fn end_group(id: u32) {
    use std::os::unix::process::CommandExt;
    let _ =
        Command::new("sh").args(["-c", &format!("kill -TERM -{id} 2>/dev/null")]).process_group(0).status();
}

/// Windows has no groups to signal; its own tool ends the tree.
#[cfg(not(unix))]
fn end_group(id: u32) {
    let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &id.to_string()]).output();
}
