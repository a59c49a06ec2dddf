//! The tab is killed, not closed, at ten points of a restore of a service instance: it is found again
//! ten times of ten, and each time exactly one restore was asked for. This API knows no retry token, so
//! nothing is ever sent a second time.

use image_console_e2e::App;
use image_console_emulator::Fault;

use crate::actions::gestures::{double_click, see_fact};
use crate::service_instances::world::*;

const RESTORE: &str = "/v3/service_instances/*/actions/restore";
const JOB: &str = "/v3/jobs/*";
const BUSY: &str = r#"{"errors":[{"code":10015,"title":"CF-ServiceUnavailable","detail":"later"}]}"#;

/// A moment in the life of a restore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    CarriedOutButNotAnswered,
    JustAccepted,
    Processing,
    QuestionUnderWay,
    AfterAFailedQuestion,
    AskedToWait,
    Polling,
    DoneButNotAsked,
    Succeeded,
    RequestNeverArrived,
}

use Moment::*;

const MOMENTS: [Moment; 10] = [
    CarriedOutButNotAnswered,
    JustAccepted,
    Processing,
    QuestionUnderWay,
    AfterAFailedQuestion,
    AskedToWait,
    Polling,
    DoneButNotAsked,
    Succeeded,
    RequestNeverArrived,
];

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_whose_tab_is_killed_is_found_again_ten_of_ten() {
    let app = open("about").await;
    let browser = &app.browser;
    let base = browser.tab().await;
    for (at, moment) in MOMENTS.into_iter().enumerate() {
        browser.open_tab("about:blank").await;
        let guid = open_restore(&app, CF, ORDERS).await;
        browser.see_in("dialog", "the latest first").await;
        pick_by(browser, "backup_id", &latest(&app, &guid)).await;
        browser.fill("Type the instance's name", ORDERS).await;
        reach(&app, moment, at).await;
        browser.kill_tab(&base).await;
        app.world.with_world(|world| world.clear_faults());

        browser.open_tab("about:blank").await;
        app.goto("activity").await;
        browser.see(&format!("{} of {} operation", at + 1, at + 1)).await;
        let latest = "document.querySelector('.job a').click()";
        browser.driver.execute(latest, vec![]).await.expect("clicks");
        browser.see_in("h1", "Restore service instance").await;
        assert_eq!(asked(&app).len(), at + 1, "{moment:?}: it is asked for once");
        if moment == RequestNeverArrived {
            // Nothing tells that it was taken on, and nothing is claimed.
            assert_eq!(restores(&app, &guid).len(), at);
            let script = "return [...document.querySelectorAll('dt')].find(dt => dt.textContent === 'status')?.nextElementSibling?.innerText";
            let status = browser.wait_for("a status", script, vec![]).await;
            let status = status.as_str().unwrap_or_default();
            assert!(status.starts_with("running") || status.starts_with("unknown"), "{status}");
        } else {
            app.world.advance(100_000);
            if moment == CarriedOutButNotAnswered {
                // The instance tells that something has ended well, not whose doing it was.
                browser
                    .see("An operation of the instance that began since has ended (update succeeded")
                    .await;
                see_fact(browser, "status", "unknown").await;
            } else {
                see_fact(browser, "status", "succeeded").await;
            }
            assert_eq!(restores(&app, &guid).len(), at + 1, "{moment:?}");
        }
        browser.driver.close_window().await.expect("closes");
        browser.go_to_tab(&base).await;
        println!("{moment:?}: found again");
    }
    app.close().await;
}

/// Presses, and waits until it has come so far.
async fn reach(app: &App, moment: Moment, before: usize) {
    let browser = &app.browser;
    match moment {
        CarriedOutButNotAnswered => {
            app.world.add_fault(Fault::on("POST", RESTORE).hang().after());
            press(app, before).await;
        }
        RequestNeverArrived => {
            app.world.add_fault(Fault::on("POST", RESTORE).hang());
            press(app, before).await;
        }
        JustAccepted => accepted(app).await,
        Processing => {
            accepted(app).await;
            see_fact(browser, "status", "PROCESSING").await;
        }
        QuestionUnderWay => {
            app.world.add_fault(Fault::on("GET", JOB).hang());
            let asked = jobs(app);
            accepted(app).await;
            until("a question", || jobs(app) > asked).await;
        }
        AfterAFailedQuestion => {
            app.world.add_fault(Fault::on("GET", JOB).status(503, BUSY));
            accepted(app).await;
            browser.see("The last answer was an error").await;
        }
        AskedToWait => {
            app.world.add_fault(Fault::on("GET", JOB).status(429, BUSY).header("Retry-After", "20"));
            accepted(app).await;
            browser.see("as the server asked (Retry-After)").await;
        }
        Polling => {
            accepted(app).await;
            later(app, 20).await;
            see_fact(browser, "status", "POLLING").await;
        }
        DoneButNotAsked => {
            accepted(app).await;
            app.world.advance(100_000);
        }
        Succeeded => {
            accepted(app).await;
            later(app, 100).await;
            see_fact(browser, "status", "succeeded").await;
        }
    }
}

async fn press(app: &App, before: usize) {
    double_click(&app.browser, "Restore").await;
    until("the restore", || asked(app).len() > before).await;
}

async fn accepted(app: &App) {
    double_click(&app.browser, "Restore").await;
    app.browser.see_in("h1", "Restore service instance").await;
}

/// How many questions about jobs have arrived.
fn jobs(app: &App) -> usize {
    app.world.journal().iter().filter(|e| e.target.contains("/v3/jobs/")).count()
}

/// Waits for what the page does not tell.
async fn until(what: &str, there: impl Fn() -> bool) {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(60);
    let mut pause = tokio::time::interval(std::time::Duration::from_millis(20));
    while !there() {
        assert!(std::time::Instant::now() < end, "{what} never came");
        pause.tick().await;
    }
}
