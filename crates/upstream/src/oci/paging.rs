//! Lists in pages (contract §2.4): only the header `opc-next-page` tells whether there is more. A
//! page may be empty and still have a next one.

use image_console_core::{Request, Response, encode};

/// How many to ask for at a time; the bounds are not documented, 50 to 100 is advised.
pub const LIMIT: u32 = 100;

const HEADER: &str = "opc-next-page";

/// The cursor of the next page.
#[must_use]
pub fn next_page(response: &Response) -> Option<&str> {
    response.headers.get(HEADER).filter(|page| !page.is_empty())
}

/// The request for the page after the one that was answered; `None` at the end. A cursor that leads
/// back to the page just read ends the list as well, because it would never end otherwise.
#[must_use]
pub fn next(request: &Request, response: &Response) -> Option<Request> {
    let page = next_page(response)?;
    let next = on_page(request, page);
    (next.target != request.target).then_some(next)
}

/// The same request for another page.
#[must_use]
pub fn on_page(request: &Request, page: &str) -> Request {
    let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
    let mut pairs = encode::query_pairs(query);
    pairs.retain(|(name, _)| name != "page");
    pairs.push(("page".to_owned(), page.to_owned()));
    let mut next = request.clone();
    next.target = format!("{path}?{}", encode::query(&pairs));
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::answer;
    use image_console_core::{Method, Service};

    #[test]
    fn pages_follow_each_other_until_no_cursor_comes() {
        let first = Request::new(Method::Get, "/20160918/images?compartmentId=a%20b&limit=50");
        let first = first.to(Service::Compute);
        let page = |cursor: &str| {
            let mut response = answer(200, "[]");
            response.headers.add("OPC-Next-Page", cursor);
            response
        };
        let second = next(&first, &page("AA+/=")).expect("an empty page is not the end");
        assert_eq!(second.target, "/20160918/images?compartmentId=a%20b&limit=50&page=AA%2B%2F%3D");
        assert_eq!(second.service, Service::Compute);
        let third = next(&second, &page("B")).expect("more");
        assert_eq!(third.target, "/20160918/images?compartmentId=a%20b&limit=50&page=B");
        assert_eq!(next(&third, &answer(200, "[]")), None);
        assert_eq!(next(&third, &page("")), None);
        assert_eq!(next(&third, &page("B")), None, "a cursor that stands still");
    }
}
