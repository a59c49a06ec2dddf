//! The documents' sample answers, which a generator made: odd words, negative sizes, dates in 1944,
//! an error's text where a value belongs. Only the ids are real, so that they can be found.

use serde_json::{Value, json};

use crate::oci::compartments;
use crate::oci::ocid;

const TOO_DEEP: &str = "<Error: Too many levels of nesting to fake this schema>";

/// The image of the export's sample.
pub fn image(number: u64, key: &str) -> Value {
    let deep = || json!({"value": TOO_DEEP});
    json!({
        "compartmentId": compartments::ocid_of("shop"), "id": ocid::fixed("image", key, number),
        "lifecycleState": "AVAILABLE", "timeCreated": "1985-05-13T06:46:51.335Z",
        "operatingSystem": "deserunt cillum elit", "operatingSystemVersion": "sint et mollit do",
        "createImageAllowed": true,
        "agentFeatures": {"isManagementSupported": deep(), "isMonitoringSupported": deep()},
        "baseImageId": "cillum exercitation voluptate non ullamco", "billableSizeInGBs": 16_490_567,
        "definedTags": {}, "displayName": "qui laborum ad", "freeformTags": {}, "launchMode": "PARAVIRTUALIZED",
        "launchOptions": {
            "bootVolumeType": deep(), "firmware": deep(), "isConsistentVolumeNamingEnabled": deep(),
            "isPvEncryptionInTransitEnabled": deep(), "networkType": deep(), "remoteDataVolumeType": deep(),
        },
        "sizeInMBs": 57_090_852,
    })
}

/// The container image of the restore's sample, without its state.
pub fn container_image(id: &str, repository: &str) -> Value {
    json!({
        "compartmentId": compartments::ocid_of("shop"), "createdBy": "proident in", "digest": "in labore dolore",
        "displayName": "Duis officia ", "id": id,
        "layers": [
            {"digest": "officia", "sizeInBytes": -31_833_360, "timeCreated": "1987-03-17T11:27:30.593Z"},
            {"digest": "esse", "sizeInBytes": 50_086_431, "timeCreated": "2000-10-30T00:32:20.136Z"},
        ],
        "layersSizeInBytes": 53_046_026, "lifecycleState": "DELETED", "manifestSizeInBytes": 19_358_014,
        "pullCount": -52_579_969, "repositoryId": repository, "repositoryName": "consectetur quis",
        "timeCreated": "1944-02-17T00:13:30.973Z",
        "versions": [
            {"createdBy": "minim non voluptate et irure", "timeCreated": "2006-07-05T18:11:02.905Z",
             "version": "proident consectetur esse reprehenderit velit"},
            {"createdBy": "sit aute", "timeCreated": "2001-04-29T06:47:03.351Z", "version": "dolor nostrud fugiat ad in"},
        ],
        "timeLastPulled": "1972-01-19T03:12:43.701Z", "version": "aliquip dolore",
    })
}
