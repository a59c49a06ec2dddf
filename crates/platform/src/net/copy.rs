//! A second reading of a body. Left unread, the browser would hold the whole body for it.

use web_sys::{ReadableStream, Response};

pub(crate) struct Copy(Option<Response>);

impl Copy {
    pub(super) fn new(response: Response) -> Self {
        Self(Some(response))
    }

    /// The body, which the caller now has to read.
    pub(crate) fn into_body(mut self) -> Option<ReadableStream> {
        self.0.take()?.body()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let unread = self.0.take().and_then(|response| response.body()).filter(|body| !body.locked());
        if let Some(body) = unread {
            // Settles when the other reading has ended; nobody has to know.
            let cancelled = wasm_bindgen_futures::JsFuture::from(body.cancel());
            wasm_bindgen_futures::spawn_local(async move {
                let _ = cancelled.await;
            });
        }
    }
}
