//! Generated images, by the hundred thousand where asked. Text and parts are written side by side
//! rather than parsed from each other, for speed; a test holds them together.

use std::fmt::Write;

use super::families::{FAMILIES, PROJECTS, TEAMS};
use super::fixed;
use super::known::{BASE, MINIMAL};
use crate::Uuid;
use crate::rng::Rng;
use crate::time;
use crate::triton::accounts::{ACME, ADMIN, JDOE};
use crate::triton::images::failure_message;
use crate::triton::store::{Images, Parts, Record, Word};

/// From January 2013 to June 2024, evenly.
const FIRST: i64 = 1_356_998_400_000;
const LAST: i64 = 1_717_200_000_000;

/// Adds so many images. The operator's are the same in every datacenter, the customers' are not.
pub fn fill(images: &mut Images, count: usize, seed: u64, datacenter: u64) {
    let mut shared = Rng::new(seed, 0xb);
    let mut local = Rng::new(seed, 0xc0 + datacenter);
    let step = (LAST - FIRST) / (count as i64).max(1);
    for number in 0..count {
        let jitter = shared.below(step.max(1) as u64) as i64;
        let published = (FIRST + step * number as i64 + jitter) / 1000 * 1000;
        let roll = shared.below(100);
        let mut draw = Rng::new(shared.next(), 0);
        let record = match roll {
            0..80 => operator(&mut draw, published, "active"),
            80..82 => operator(&mut draw, published, "disabled"),
            82..84 => docker(&mut draw, published),
            84..94 => customer(&mut local, published, JDOE, &[]),
            94..98 => customer(&mut local, published, ACME, &[JDOE]),
            _ => customer(&mut local, published, ACME, &[]),
        };
        images.put(record);
    }
}

/// An image being written as text and parts at once.
struct Draft {
    text: String,
    parts: Parts,
}

impl Draft {
    fn new(rng: &mut Rng, name: String, version: String, owner: Uuid) -> Self {
        let id = rng.uuid();
        let mut text = String::with_capacity(900);
        text.push_str("{\"id\":\"");
        id.push_to(&mut text);
        let _ = write!(text, "\",\"name\":\"{name}\",\"version\":\"{version}\"");
        let parts = Parts {
            id,
            owner,
            name: name.into(),
            version: version.into(),
            os: Word::Borrowed(""),
            kind: Word::Borrowed(""),
            state: Word::Borrowed(""),
            public: false,
            published: None,
            acl: Vec::new(),
            origin: None,
        };
        Self { text, parts }
    }

    fn system(&mut self, os: &'static str, kind: &'static str) {
        let _ = write!(self.text, ",\"os\":\"{os}\",\"type\":\"{kind}\"");
        self.parts.os = Word::Borrowed(os);
        self.parts.kind = Word::Borrowed(kind);
    }

    fn file(&mut self, rng: &mut Rng) {
        let compression =
            rng.pick(&["gzip", "gzip", "gzip", "bzip2", "xz", "none"]).copied().unwrap_or("gzip");
        let _ = write!(self.text, ",\"files\":[{{\"compression\":\"{compression}\",\"sha1\":\"");
        rng.push_sha1(&mut self.text);
        let _ = write!(self.text, "\",\"size\":{}}}]", 8_000_000 + rng.below(900_000_000));
    }

    fn published(&mut self, at: i64) {
        let _ = write!(self.text, ",\"published_at\":\"{}\"", time::iso(at));
        self.parts.published = Some(at);
    }

    fn origin(&mut self, origin: Uuid) {
        self.text.push_str(",\"origin\":\"");
        origin.push_to(&mut self.text);
        self.text.push('"');
        self.parts.origin = Some(origin);
    }

    fn acl(&mut self, acl: &[Uuid]) {
        let ids: Vec<_> = acl.iter().map(|id| format!("\"{id}\"")).collect();
        let _ = write!(self.text, ",\"acl\":[{}]", ids.join(","));
        self.parts.acl = acl.to_vec();
    }

    fn finish(mut self, public: bool, state: &'static str) -> Record {
        self.text.push_str(",\"owner\":\"");
        self.parts.owner.push_to(&mut self.text);
        let _ = write!(self.text, "\",\"public\":{public},\"state\":\"{state}\"}}");
        self.parts.public = public;
        self.parts.state = Word::Borrowed(state);
        self.text.shrink_to_fit();
        Record::from_text(self.parts, self.text)
    }
}

fn operator(rng: &mut Rng, published: i64, state: &'static str) -> Record {
    let Some(family) = rng.pick(FAMILIES) else { return docker(rng, published) };
    let version = match family.dated {
        true => time::iso(published).get(..10).unwrap_or_default().replace('-', ""),
        false => format!("{}.{}.{}", 13 + rng.below(12), 1 + rng.below(4), rng.below(5)),
    };
    let mut draft = Draft::new(rng, family.name.into(), version, ADMIN);
    draft.system(family.os, family.kind);
    let ram = 128_u64 << rng.below(6);
    let brand = family.brand;
    let _ = match rng.below(8) {
        0 => write!(draft.text, ",\"requirements\":{{}}"),
        1 => write!(draft.text, ",\"requirements\":{{\"min_ram\":\"{ram}\",\"brand\":\"{brand}\"}}"),
        _ => write!(
            draft.text,
            ",\"requirements\":{{\"min_ram\":{ram},\"min_memory\":{ram},\"brand\":\"{brand}\"}}"
        ),
    };
    if family.kind == "zvol" {
        let _ = write!(draft.text, ",\"image_size\":{}", 10_240 + 1024 * rng.below(50));
    }
    let (name, text) = (family.name, family.description);
    let _ = write!(
        draft.text,
        ",\"description\":\"{text}\",\"homepage\":\"https://docs.example.com/images/{name}\",\
         \"tags\":{{\"role\":\"os\",\"group\":\"{name}\"}}"
    );
    draft.file(rng);
    draft.published(published);
    draft.finish(true, state)
}

fn docker(rng: &mut Rng, published: i64) -> Record {
    let version = format!("{:012x}", rng.next() >> 16);
    let mut draft = Draft::new(rng, "docker-layer".into(), version, ADMIN);
    draft.system("linux", "docker");
    draft.text.push_str(",\"requirements\":{}");
    draft.file(rng);
    draft.published(published);
    draft.finish(true, "active")
}

fn customer(rng: &mut Rng, published: i64, owner: Uuid, acl: &[Uuid]) -> Record {
    let project = rng.pick(PROJECTS).copied().unwrap_or("app");
    let team = rng.pick(TEAMS).copied().unwrap_or("web");
    let version = format!("{}.{}.{}", rng.below(8), rng.below(20), rng.below(30));
    let mut draft = Draft::new(rng, project.into(), version, owner);
    draft.text.push_str(",\"requirements\":{}");
    let _ = write!(draft.text, ",\"tags\":{{\"team\":\"{team}\",\"build\":{}}}", rng.below(9000));
    let shared = !acl.is_empty();
    match rng.below(100) {
        0..6 if !shared => {
            let codes = ["PrepareImageDidNotRun", "VmHasNoOrigin", "NotSupported", "InternalError"];
            let code = rng.pick(&codes).copied().unwrap_or("InternalError");
            let message = failure_message(code, &rng.uuid().to_string()).replace('"', "\\\"");
            let _ = write!(draft.text, ",\"error\":{{\"code\":\"{code}\",\"message\":\"{message}\"}}");
            draft.finish(false, "failed")
        }
        roll => {
            let state = match roll {
                6..12 if !shared => "disabled",
                _ => "active",
            };
            draft.system("smartos", "zone-dataset");
            draft.file(rng);
            draft.published(published);
            let minimal = rng.below(2) == 0;
            draft.origin(if minimal { fixed(MINIMAL) } else { Uuid::parse(BASE).unwrap_or(Uuid(0)) });
            if shared {
                draft.acl(acl);
            } else if rng.below(5) == 0 {
                draft.acl(&[ACME]);
            }
            draft.finish(false, state)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_parts_say_the_same() {
        let mut images = Images::default();
        fill(&mut images, 2000, 3, 1);
        assert_eq!(images.len(), 2000);
        for record in images.iter() {
            let value: serde_json::Value = serde_json::from_str(record.text()).unwrap();
            let read = Record::from_value(value.as_object().unwrap()).unwrap();
            assert_eq!(read.parts, record.parts);
        }
    }
}
