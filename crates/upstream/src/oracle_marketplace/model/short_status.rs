//! What HEAD tells: all of it in headers (contract §3.2).

use image_console_core::Response;
use image_console_core::time::Timestamp;

use crate::decode::Lenient;

/// The headers of the short status. Each is absent when it was not sent or when the page may not
/// read it (CORS).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShortStatus {
    /// `X-Upload-Status`, the API's word.
    pub status: Option<String>,
    /// `X-Upload-File-Path`.
    pub file_path: Option<String>,
    /// `X-Created-By`; a UUID, where the body has a name.
    pub created_by: Option<String>,
    /// `X-Last-Modified-By`.
    pub last_modified_by: Option<String>,
    /// `X-Created-Date`, whole seconds.
    pub created_date: Lenient<Timestamp>,
    /// `X-Last-Modified-Date`, whole seconds.
    pub last_modified_date: Lenient<Timestamp>,
}

impl ShortStatus {
    /// Reads the headers.
    #[must_use]
    pub fn of(response: &Response) -> Self {
        let text = |name| response.headers.get(name).map(str::to_owned);
        let date = |name| match response.headers.get(name) {
            None => Lenient::Absent,
            Some(text) => Timestamp::parse_http_date(text)
                .map_or_else(|| Lenient::Wrong(text.to_owned()), Lenient::Value),
        };
        Self {
            status: text("X-Upload-Status"),
            file_path: text("X-Upload-File-Path"),
            created_by: text("X-Created-By"),
            last_modified_by: text("X-Last-Modified-By"),
            created_date: date("X-Created-Date"),
            last_modified_date: date("X-Last-Modified-Date"),
        }
    }
}
