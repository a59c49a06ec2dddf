//! What is known before an image is made, so that it is found again when the answer gets lost.

use image_console_upstream::triton_cloudapi::operation::Known;

use crate::state::accounts::Accounts;
use crate::state::images::Images;

/// The caller's account and the images that have this name and version already. The latter only
/// when the list at hand leaves nothing out: else an old image could be taken for the new one.
#[must_use]
pub fn known(accounts: Accounts, images: Images, connection: &str, name: &str, version: &str) -> Known {
    let ids = images.is_everything(connection).then(|| {
        images.with_untracked(|catalogue| {
            let Some(source) = catalogue.find_source(connection) else { return Vec::new() };
            let same = catalogue
                .rows(source)
                .filter(|row| row.name().value() == Some(name) && row.version().value() == Some(version));
            same.filter_map(|row| row.id().value().map(str::to_owned)).collect()
        })
    });
    Known { account: accounts.of(connection).id, ids }
}
