//! Oracle's own images, the three newest of each distribution (section 4.4). One of them has no
//! compartment at all, as some are said to have.

use serde_json::{Value, json};

use super::{image, with};

/// The tenancy that owns platform images.
const ORACLE: &str = "ocid1.tenancy.oc1..aaaaaaaaoracle3platform4images5tenancy6that7is2not3ours4aaaa";

const FAMILIES: [(&str, &str, &str); 6] = [
    ("Oracle Linux", "9", "Oracle-Linux-9.4"),
    ("Oracle Linux", "8", "Oracle-Linux-8.10"),
    ("Oracle Linux", "8", "Oracle-Linux-8.10-aarch64"),
    ("Canonical Ubuntu", "22.04", "Canonical-Ubuntu-22.04"),
    ("Windows", "Server 2022 Standard", "Windows-Server-2022-Standard-Edition-VM"),
    ("AlmaLinux OS", "9", "AlmaLinux-OS-9"),
];

/// The images; the first of the first family is the base of the named custom ones.
pub fn images(key: &str) -> Vec<Value> {
    let mut made = Vec::new();
    for (family, (system, version, stem)) in FAMILIES.iter().enumerate() {
        for (age, date) in ["2024.06.26", "2024.05.29", "2024.04.19"].iter().enumerate() {
            let number = 1000 + family as u64 * 10 + age as u64;
            let created = format!("{}T18:{family:02}:11.{age:03}Z", date.replace('.', "-"));
            let compartment = if number == 1010 { Value::Null } else { ORACLE.into() };
            let mut image = with(
                image(number, key, &format!("{stem}-{date}-0"), &created),
                json!({
                    "operatingSystem": system, "operatingSystemVersion": version, "baseImageId": null,
                    "launchMode": "NATIVE", "billableSizeInGBs": 0,
                }),
            );
            image["compartmentId"] = compartment;
            made.push(image);
        }
    }
    made
}
