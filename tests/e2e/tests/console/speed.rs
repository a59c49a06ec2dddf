//! The page stays smooth with ten thousand images: no task longer than 50 ms while somebody scrolls
//! or types. Measured on a build for release only; the checks of a debug build take their time.

use std::path::Path;

use image_console_e2e::{App, app::options};
use image_console_emulator::Options;
use serde_json::Value;

/// A debug build is several times as large, and a release build well below.
const LARGEST_RELEASE: u64 = 4 * 1024 * 1024;

/// A machine that does something else now and then is given this many attempts.
const ATTEMPTS: usize = 3;

const OBSERVE: &str = "
    window.longTasks = [];
    new PerformanceObserver(list => longTasks.push(...list.getEntries().map(e => Math.round(e.duration)))).observe({ type: 'longtask' });";

/// Scrolls the table to its end in steps of most of a window, one each frame, and back at once.
const SCROLL: &str = "
    const done = arguments[0];
    const frame = [...document.querySelectorAll('*')].find(e => e.querySelector('tbody') && e.scrollHeight > e.clientHeight + 1000 && getComputedStyle(e).overflowY !== 'visible');
    if (!frame) { done(null); return; }
    let steps = 0;
    const step = () => {
        frame.scrollTop += frame.clientHeight * (1 + steps % 7);
        steps += 1;
        if (steps < 180) { requestAnimationFrame(step); } else { frame.scrollTop = 0; setTimeout(() => done(steps), 200); }
    };
    requestAnimationFrame(step);";

#[tokio::test(flavor = "multi_thread")]
#[ignore = "says something only on a machine that does nothing else: run it by hand, with a release build"]
async fn scrolling_and_typing_in_ten_thousand_images_makes_no_long_task() {
    let options = options();
    let size = wasm_size(options.dist.as_deref().expect("the built page"));
    if size > LARGEST_RELEASE {
        println!(
            "skipped: the wasm has {size} bytes, so this is no build for release (see IMAGE_CONSOLE_DIST)"
        );
        return;
    }
    let app = App::with(Options { images: 10_000, ..options }, "images?source=us-east-1").await;
    app.browser.see_gone("so far").await;
    app.browser.see("us-east-1: ").await;
    app.browser.gone(".arriving").await;
    app.browser.script(OBSERVE, vec![]).await;
    let mut seen = Vec::new();
    for _ in 0..ATTEMPTS {
        let (scrolling, typing) = (scroll(&app).await, type_and_clear(&app).await);
        if scrolling.is_empty() && typing.is_empty() {
            app.close().await;
            return;
        }
        seen.push(format!("scrolling {scrolling:?}, typing {typing:?}"));
    }
    panic!("long tasks in milliseconds, in each attempt:\n{}", seen.join("\n"));
}

async fn scroll(app: &App) -> Vec<u64> {
    let steps = app.browser.driver.execute_async(SCROLL, vec![]).await.expect("the table scrolls");
    assert_eq!(steps.json().as_u64(), Some(180), "the table is a window that scrolls");
    long_tasks(app).await
}

async fn type_and_clear(app: &App) -> Vec<u64> {
    let search = app.browser.control("Search name, version, id, tags…").await;
    for letter in "ubuntu 22".chars() {
        search.send_keys(letter.to_string()).await.expect("typing");
    }
    let few = "const p = document.querySelector('.page-about').innerText.match(/^([\\d,]+) of ([\\d,]+)/); return p && p[1] !== p[2]";
    app.browser.wait_for("fewer rows", few, vec![]).await;
    app.browser.fill("Search name, version, id, tags…", "").await;
    app.browser.wait_for("all rows again", "return !new URL(location).searchParams.has('q')", vec![]).await;
    long_tasks(app).await
}

/// The durations since the last question, in milliseconds.
async fn long_tasks(app: &App) -> Vec<u64> {
    let tasks = app.browser.script("return longTasks.splice(0)", vec![]).await;
    tasks.as_array().map(|all| all.iter().filter_map(Value::as_u64).collect()).unwrap_or_default()
}

fn wasm_size(dist: &Path) -> u64 {
    let entries = std::fs::read_dir(dist).expect("the built page").filter_map(Result::ok);
    let wasm = entries.filter(|e| e.path().extension().is_some_and(|x| x == "wasm"));
    wasm.filter_map(|e| e.metadata().ok()).map(|m| m.len()).max().unwrap_or_default()
}
