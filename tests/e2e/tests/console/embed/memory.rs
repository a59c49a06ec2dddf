//! Put in and taken out a hundred times: nothing stays behind.

use std::collections::BTreeMap;
use std::fs;

use image_console_e2e::app::options;
use image_console_e2e::{App, Browser};
use image_console_emulator::{Emulator, Options};
use serde_json::json;

use super::world::*;

/// Mounts before the first measurement, so that what is made once is made.
const BEFORE: usize = 10;
const MOUNTS: usize = 100;
/// One console has more than this alone in its wasm, in KiB: a hundred that stayed would be twenty times it.
const MORE_KIB: u64 = 64 * 1024;

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_times_in_and_out_leaves_nothing_behind() {
    let world = Emulator::start(Options { portal: Some(folder()), ..options() }).await.expect("starts");
    let mark = format!("--image-console-test={}", world.portal_url());
    let app = App { browser: Browser::open(&[&mark]).await, world };
    visit(&app, "two.html").await;
    app.browser.script("document.querySelectorAll('image-console').forEach(e => e.remove())", vec![]).await;
    mount(&app.browser, BEFORE).await;
    let first = measure(&app.browser, &mark).await;
    mount(&app.browser, MOUNTS).await;
    let last = measure(&app.browser, &mark).await;
    println!("after {BEFORE}: {first:?}\nafter {MOUNTS} more: {last:?}");
    for what in ["Documents", "Frames", "JSEventListeners", "Nodes"] {
        assert!(
            last[what] <= first[what] + first[what] / 50,
            "{what}: {} became {}",
            first[what],
            last[what]
        );
    }
    let heap = "JSHeapUsedSize";
    assert!(last[heap] <= first[heap] + first[heap] / 10, "{heap}: {} became {}", first[heap], last[heap]);
    let rss = "renderers, KiB";
    assert!(last[rss] <= first[rss] + MORE_KIB, "{rss}: {} became {}", first[rss], last[rss]);
    close(app).await;
}

/// Puts an element in, waits until the console stands, takes it out, so many times.
async fn mount(browser: &Browser, times: usize) {
    let script = "const element = document.createElement('image-console'); window.stands = false; element.addEventListener('image-console-ready', () => { window.stands = true; element.remove(); }); element.setAttribute('route', arguments[0]); document.querySelector('.pair').append(element)";
    for time in 0..times {
        let route = ["images", "activity", "connections"][time % 3];
        browser.script(script, vec![json!(route)]).await;
        browser.wait_for("the console", "return window.stands", vec![]).await;
    }
}

/// The browser's own counts after everything that can go has gone, and what its processes hold.
async fn measure(browser: &Browser, mark: &str) -> BTreeMap<String, u64> {
    let cdp = browser.driver.cdp();
    cdp.send_raw("Performance.enable", json!({})).await.expect("the performance domain");
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await.expect("collects");
    }
    let counts = cdp.send_raw("Performance.getMetrics", json!({})).await.expect("counts");
    let list = counts["metrics"].as_array().cloned().unwrap_or_default();
    let named =
        list.iter().filter_map(|m| Some((m["name"].as_str()?.to_owned(), m["value"].as_f64()? as u64)));
    let mut counts: BTreeMap<String, u64> = named.collect();
    counts.insert("renderers, KiB".to_owned(), renderers(mark));
    counts
}

/// Resident memory of this browser's renderers, in KiB.
fn renderers(mark: &str) -> u64 {
    let mut parents = BTreeMap::new();
    let mut root = None;
    let mut renderers = Vec::new();
    for entry in fs::read_dir("/proc").expect("/proc").flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let line = fs::read_to_string(entry.path().join("cmdline")).unwrap_or_default();
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let field = |name: &str| -> Option<u64> {
            status.lines().find_map(|l| l.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
        };
        parents.insert(pid, field("PPid:").unwrap_or_default() as u32);
        if line.contains("--type=renderer") {
            renderers.push((pid, field("VmRSS:").unwrap_or_default()));
        } else if line.contains(mark) && !line.contains("--type=") {
            root = Some(pid);
        }
    }
    let root = root.expect("the browser's process");
    let below =
        |pid: u32| std::iter::successors(Some(pid), |p| parents.get(p).copied()).take(10).any(|p| p == root);
    renderers.into_iter().filter(|(pid, _)| below(*pid)).map(|(_, kib)| kib).sum()
}
