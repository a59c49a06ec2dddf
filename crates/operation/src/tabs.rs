//! What the tabs of one browser tell each other: records that changed, news, wishes to the tab that
//! polls for all, and who that should be.
//!
//! May depend on the record and the engine's notices. The form is a JSON array that begins with a
//! word; a word or a form that is not known, from a tab of another build, is no message.

use serde_json::{Value, json};

use crate::engine::Notice;
use crate::record::Operation;
use crate::stored;

/// How much a tab is looked at. The tab that is looked at most polls for all: the timers of the
/// others are held back by the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// Nobody sees it.
    Hidden,
    /// It is on screen.
    Visible,
    /// It is on screen and has the keyboard.
    Focused,
}

/// What a tab tells all others.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A record was saved.
    Saved(Box<Operation>),
    /// A record was removed.
    Removed(String),
    /// There is something to tell the user, in every tab.
    Told {
        /// The operation it is about.
        id: String,
        /// What there is to tell.
        notice: Notice,
    },
    /// The user wants to know now: a wish to the tab that polls.
    Check(String),
    /// This tab would poll for all, being looked at so much.
    Wants(Attention),
    /// This tab polls for all, and is looked at so much.
    Leads(Attention),
}

impl Attention {
    const WORDS: [(&'static str, Self); 3] =
        [("hidden", Self::Hidden), ("visible", Self::Visible), ("focused", Self::Focused)];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, a)| *a == self).map_or("", |(word, _)| word)
    }

    fn read(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(w, _)| *w == word).map(|(_, attention)| *attention)
    }
}

impl Message {
    /// The text to post. `None` cannot happen with these records, but is no reason to stop.
    #[must_use]
    pub fn write(&self) -> Option<String> {
        let parts = match self {
            Self::Saved(operation) => json!(["saved", stored::write(operation)?]),
            Self::Removed(id) => json!(["removed", id]),
            Self::Told { id, notice: Notice::CredentialsNeeded { connection } } => {
                json!(["told", "credentials", id, connection])
            }
            Self::Told { id, notice } => json!(["told", notice_word(notice), id]),
            Self::Check(id) => json!(["check", id]),
            Self::Wants(attention) => json!(["wants", attention.word()]),
            Self::Leads(attention) => json!(["leads", attention.word()]),
        };
        Some(parts.to_string())
    }

    /// Reads what another tab has posted.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let parts: Value = serde_json::from_str(text).ok()?;
        let part = |at: usize| parts.get(at).and_then(Value::as_str);
        Some(match part(0)? {
            "saved" => Self::Saved(Box::new(stored::read(part(1)?).ok()?)),
            "removed" => Self::Removed(part(1)?.to_owned()),
            "told" => {
                let notice = match part(1)? {
                    "credentials" => Notice::CredentialsNeeded { connection: part(3)?.to_owned() },
                    word => NOTICES.iter().find(|(w, _)| *w == word)?.1.clone(),
                };
                Self::Told { id: part(2)?.to_owned(), notice }
            }
            "check" => Self::Check(part(1)?.to_owned()),
            "wants" => Self::Wants(Attention::read(part(1)?)?),
            "leads" => Self::Leads(Attention::read(part(1)?)?),
            _ => return None,
        })
    }
}

const NOTICES: [(&str, Notice); 4] = [
    ("accepted", Notice::Accepted),
    ("succeeded", Notice::Succeeded),
    ("failed", Notice::Failed),
    ("unknown", Notice::Unknown),
];

fn notice_word(notice: &Notice) -> &'static str {
    NOTICES.iter().find(|(_, n)| n == notice).map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use image_console_core::time::Timestamp;

    use super::*;
    use crate::record::{Resource, StoredRequest};

    #[test]
    fn every_message_comes_back_as_it_was_sent() {
        let resource = Resource {
            kind: "image".into(),
            id: None,
            name: "a \"b\"\n\u{2028}".into(),
            connection: "east".into(),
        };
        let request = StoredRequest::default();
        let operation = Operation::new("op-1", ("works", "make"), "east", resource, request, Timestamp(7));
        let told = |notice| Message::Told { id: "op-1".into(), notice };
        let mut messages = vec![
            Message::Saved(Box::new(operation)),
            Message::Removed("op-1".into()),
            Message::Check("op\n1".into()),
            told(Notice::CredentialsNeeded { connection: "ea\"st".into() }),
        ];
        messages.extend(NOTICES.map(|(_, notice)| told(notice)));
        messages.extend(Attention::WORDS.map(|(_, attention)| Message::Wants(attention)));
        messages.extend(Attention::WORDS.map(|(_, attention)| Message::Leads(attention)));
        for message in messages {
            let text = message.write().expect("writes");
            assert_eq!(Message::read(&text), Some(message), "{text}");
        }
    }

    #[test]
    fn what_another_build_says_is_no_message() {
        let texts = [
            "",
            "saved",
            "[]",
            "[1]",
            r#"["saved"]"#,
            r#"["saved","{}"]"#,
            r#"["sings","x"]"#,
            r#"["wants","all"]"#,
            r#"["told","sung","a"]"#,
        ];
        for text in texts {
            assert_eq!(Message::read(text), None, "{text}");
        }
    }

    #[test]
    fn who_is_looked_at_more_stands_higher() {
        assert!(Attention::Focused > Attention::Visible && Attention::Visible > Attention::Hidden);
    }
}
