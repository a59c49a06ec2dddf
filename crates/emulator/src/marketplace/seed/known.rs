//! The uploads that the document's examples name (sections 3 and 6).

use serde_json::{Value, json};

use super::{put, row};
use crate::marketplace::Marketplace;
use crate::marketplace::course::Step;
use crate::marketplace::store::Centre;
use crate::time::{self, SECOND};

/// Those that have ended.
pub fn ended() -> Vec<Value> {
    vec![
        json!({
            "uploadRequestId": 2_797_087, "application": "APS1826_WWP_061218", "version": "OL67",
            "operatingSystem": "Linux", "fileName": "wordpress.tar.gz",
            "imageFilePath": "oracle_pdc2/mi/APS1826_WWP_061218/OL67/Linux/wordpress.tar.gz",
            "statusName": "Completed", "uploadedChunks": 75, "pendingChunks": 0, "createdBy": "John Doe",
            "createdDate": "2018-06-12T04:28:50.001Z", "lastModifiedBy": "anonymous",
            "lastModifiedDate": "2018-06-12T04:52:51.001Z", "overwriteStorageFile": false,
            "dataCenterImageUploadRequests": [row(0, "Completed", 100, "2018-06-12T04:52:51.001Z")],
        }),
        json!({
            "uploadRequestId": 7_361_253, "application": "TestCrome", "version": "1", "operatingSystem": "Linux",
            "fileName": "TestCrome.gz", "imageFilePath": "Container/mi/TestCrome.gz", "statusName": "Completed",
            "createdBy": "John Doe", "createdDate": "2016-03-23T06:13:46.000Z", "lastModifiedBy": "anonymous",
            "lastModifiedDate": "2016-03-23T06:13:57.000Z",
            "dataCenterImageUploadRequests": [row(0, "Completed", 100, "2016-03-23T06:13:57.000Z")],
        }),
        json!({
            "uploadRequestId": 7_594_652, "application": "sun", "version": "sun", "operatingSystem": "sun",
            "fileName": "ruby-2.4.1.tar.gz", "imageFilePath": "oracle_pdc2/mi/sun/sun/sun/ruby-2.4.1.tar.gz",
            "statusName": "Completed", "createdDate": "2017-05-02T09:00:00.000Z",
            "lastModifiedDate": "2017-05-02T09:41:10.250Z", "checkSum": "0f343b0931126a20f133d67c2b018a3b",
            "dataCenterImageUploadRequests": [
                row(0, "Completed", 100, "2017-05-02T09:22:00.000Z"), row(1, "Completed", 100, "2017-05-02T09:30:00.000Z"),
                row(2, "Completed", 100, "2017-05-02T09:41:10.250Z"),
            ],
        }),
    ]
}

/// The running one with two data centres; the second goes on from 47 % for some twenty minutes.
pub fn start(marketplace: &mut Marketplace, now: i64) {
    const ID: i64 = 7_934_470;
    let first = Centre { at: 0, overwrite: true, ..Centre::default() };
    let second = Centre { at: 1, copy: true, overwrite: true, replica: true };
    let minutes = |count: i64| now - count * 60 * SECOND;
    put(
        marketplace,
        json!({
            "uploadRequestId": ID, "application": "SHOPAPI", "version": "2.4.0", "operatingSystem": "Linux",
            "fileName": "shopapi.tar.gz", "imageFilePath": "oracle_pdc2/mi/SHOPAPI/2.4.0/Linux/shopapi.tar.gz",
            "checkSum": "4ccef7b1a09d0c6fb0d8b9c9a1f4a3e2", "statusName": "In Progress", "uploadedChunks": 12,
            "pendingChunks": 0, "createdBy": "Jane Roe", "createdDate": time::iso(minutes(6)),
            "lastModifiedBy": "anonymous", "lastModifiedDate": time::iso(now), "overwriteStorageFile": true,
            "dataCenterImageUploadRequests": [first.row("Completed", 100, minutes(1)), second.row("In Progress", 47, now)],
        }),
    );
    for step in 1..=10_i64 {
        let percent = 47 + 53 * step / 10;
        let status = if step == 10 { "Completed" } else { "In Progress" };
        marketplace.schedule.at(now + step * 120 * SECOND, (ID, Step::Centre(second, status, percent)));
    }
    marketplace.schedule.at(now + 1201 * SECOND, (ID, Step::Status("Completed")));
}
