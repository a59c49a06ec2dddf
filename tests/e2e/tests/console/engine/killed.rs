//! The tab is killed, not closed, at ten points of an export: it is found again ten times of ten, and
//! each time exactly one export was carried out.

use image_console_e2e::{App, Browser};
use image_console_emulator::Fault;

use super::support::*;
use crate::actions::gestures::{double_click, see_fact};
use crate::actions::world::{wait_for_writes, writes};
use crate::oci::world::{FRA, executed, fill_export, send_export};

const EXPORT: &str = "/20160918/images/*/actions/export";
const WORK: &str = "/20160918/workRequests/*";
const BUSY: &str = r#"{"code":"ServiceUnavailable","message":"later"}"#;

/// A moment in the life of an export.
#[derive(Debug, Clone, Copy)]
enum Moment {
    RequestNeverArrived,
    CarriedOutButNotAnswered,
    WaitingForTheNextAttempt,
    JustAccepted,
    QuestionUnderWay,
    AfterAFailedQuestion,
    AskedToWait,
    Halfway,
    DoneButNotAsked,
    Succeeded,
}

use Moment::*;

const MOMENTS: [Moment; 10] = [
    RequestNeverArrived,
    CarriedOutButNotAnswered,
    WaitingForTheNextAttempt,
    JustAccepted,
    QuestionUnderWay,
    AfterAFailedQuestion,
    AskedToWait,
    Halfway,
    DoneButNotAsked,
    Succeeded,
];

#[tokio::test(flavor = "multi_thread")]
async fn an_export_whose_tab_is_killed_is_found_again_ten_of_ten() {
    let (app, id) = slow(60_000, "about").await;
    let browser = &app.browser;
    let base = browser.tab().await;
    for (at, moment) in MOMENTS.into_iter().enumerate() {
        let before = writes(&app).len();
        browser.open_tab("about:blank").await;
        fill_export(&app, FRA, &id, &format!("killed-{at}.oci")).await;
        reach(&app, moment, before).await;
        browser.kill_tab(&base).await;
        app.world.with_world(|world| world.clear_faults());

        let found = browser.open_tab("about:blank").await;
        app.goto("activity").await;
        browser.see(&format!("{} of {} operation", at + 1, at + 1)).await;
        browser.driver.execute("document.querySelector('.job a').click()", vec![]).await.expect("clicks");
        browser.see_in("h1", "Export image").await;
        if !matches!(moment, Succeeded) {
            app.world.advance(70_000);
        }
        see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
        assert_eq!(executed(&app, "ExportImage", &id), at + 1, "{moment:?}");
        let tokens: std::collections::BTreeSet<_> = writes(&app)[before..]
            .iter()
            .map(|entry| entry.headers.get("opc-retry-token").unwrap_or_default().to_owned())
            .collect();
        assert_eq!(tokens.len(), 1, "{moment:?}: one intent, one token");
        browser.go_to_tab(&found).await;
        browser.driver.close_window().await.expect("closes");
        browser.go_to_tab(&base).await;
        println!("{moment:?}: found again");
    }
    app.close().await;
}

/// Presses, and waits until it has come so far. What hangs, hangs once: the tab that takes over as soon as
/// this one is dead may be quicker than the test that lifts the fault.
async fn reach(app: &App, moment: Moment, before: usize) {
    let browser = &app.browser;
    match moment {
        RequestNeverArrived => {
            app.world.add_fault(Fault::on("POST", EXPORT).hang().times(1));
            press(app, before).await;
        }
        CarriedOutButNotAnswered => {
            app.world.add_fault(Fault::on("POST", EXPORT).hang().after().times(1));
            press(app, before).await;
        }
        WaitingForTheNextAttempt => {
            app.world.add_fault(Fault::on("POST", EXPORT).status(503, BUSY).after());
            double_click(browser, "Export image").await;
            browser.see("under the same retry token").await;
        }
        JustAccepted => send_export(browser).await,
        QuestionUnderWay => {
            app.world.add_fault(Fault::on("GET", WORK).hang().times(1));
            let asked = questions(app).len();
            send_export(browser).await;
            arrived(app, asked + 1).await;
        }
        AfterAFailedQuestion => {
            app.world.add_fault(Fault::on("GET", WORK).status(500, BUSY));
            send_export(browser).await;
            browser.see("The last answer was an error").await;
        }
        AskedToWait => {
            app.world.add_fault(Fault::on("GET", WORK).status(429, BUSY).header("Retry-After", "20"));
            send_export(browser).await;
            browser.see("as the server asked (Retry-After)").await;
        }
        Halfway => {
            running(browser).await;
            app.world.advance(30_000);
            browser
                .wait_for(
                    "the half",
                    "return /IN_PROGRESS · [4-8]\\d %/.test(document.body.innerText)",
                    vec![],
                )
                .await;
        }
        DoneButNotAsked => {
            running(browser).await;
            app.world.advance(61_000);
        }
        Succeeded => {
            running(browser).await;
            app.world.advance(61_000);
            browser.click("Check now").await;
            see_fact(browser, "status", "succeeded").await;
        }
    }
}

async fn press(app: &App, before: usize) {
    double_click(&app.browser, "Export image").await;
    wait_for_writes(app, before + 1).await;
}

async fn running(browser: &Browser) {
    send_export(browser).await;
    see_fact(browser, "status", "IN_PROGRESS").await;
}

/// Waits until so many questions have arrived: the page does not tell of one under way.
async fn arrived(app: &App, count: usize) {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(60);
    let mut pause = tokio::time::interval(std::time::Duration::from_millis(20));
    while questions(app).len() < count {
        assert!(std::time::Instant::now() < end, "{} of {count} questions", questions(app).len());
        pause.tick().await;
    }
}
