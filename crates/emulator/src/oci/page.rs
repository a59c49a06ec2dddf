//! Pages of a list (section 2.4). A cursor holds the last row's place in the order, so that rows
//! which come or go meanwhile neither repeat nor hide others.

use std::cmp::Ordering;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::problem::Problem;
use super::query::Query;

/// A row's place in the order of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Rows of a lower group come first, whatever the order.
    pub group: u64,
    /// What is sorted by.
    pub text: String,
    /// What settles a tie.
    pub id: String,
}

/// One page.
#[derive(Debug)]
pub struct Page<T> {
    /// Its rows.
    pub rows: Vec<T>,
    /// For `opc-next-page`; none on the last page.
    pub next: Option<String>,
    /// How many rows come after this page.
    pub remaining: usize,
}

/// The rows' order, and whether the second page of a list is an empty one.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Descending within a group.
    pub descending: bool,
    /// The second page has no rows and still names a next one.
    pub gap: bool,
}

/// Sorts all rows and cuts the page that the query asks for.
pub fn cut<T>(mut rows: Vec<(Key, T)>, query: &Query, style: Style) -> Result<Page<T>, Problem> {
    let limit = query.limit()?;
    rows.sort_by(|(a, _), (b, _)| compare(a, b, style.descending));
    let cursor = match query.text("page") {
        None => None,
        Some(text) => Some(read(text, query.identity())?),
    };
    let start = cursor.as_ref().map_or(0, |(_, last)| {
        rows.partition_point(|(key, _)| compare(key, last, style.descending) != Ordering::Greater)
    });
    if let Some((true, last)) = cursor {
        let (next, remaining) = (write(query.identity(), false, &last), rows.len() - start);
        return Ok(Page { rows: Vec::new(), next: Some(next), remaining });
    }
    let remaining = rows.len().saturating_sub(start + limit);
    let mut rows: Vec<_> = rows.into_iter().skip(start).take(limit).collect();
    let last = rows.last().filter(|_| remaining > 0);
    let gap = style.gap && query.text("page").is_none();
    let next = last.map(|(key, _)| write(query.identity(), gap, key));
    Ok(Page { rows: rows.drain(..).map(|(_, row)| row).collect(), next, remaining })
}

fn compare(a: &Key, b: &Key, descending: bool) -> Ordering {
    let texts = a.text.cmp(&b.text);
    let texts = if descending { texts.reverse() } else { texts };
    a.group.cmp(&b.group).then(texts).then_with(|| a.id.cmp(&b.id))
}

fn write(list: u32, gap: bool, key: &Key) -> String {
    URL_SAFE_NO_PAD.encode(json!([list, gap, key.group, key.text, key.id]).to_string())
}

/// A cursor of this very list; 400 for any other.
fn read(text: &str, list: u32) -> Result<(bool, Key), Problem> {
    let value: Option<Value> =
        URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let part = |at: usize| value.as_ref().and_then(|value| value.get(at));
    let text_at = |at: usize| part(at).and_then(Value::as_str).map(str::to_owned);
    let read = || {
        let key = Key { group: part(2)?.as_u64()?, text: text_at(3)?, id: text_at(4)? };
        (part(0)?.as_u64()? == u64::from(list)).then_some((part(1)?.as_bool()?, key))
    };
    read().ok_or_else(|| Problem::invalid("page is not a page of this list."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(limit: usize, style: Style) -> Vec<Vec<u32>> {
        let mut pages = Vec::new();
        let mut page = String::new();
        loop {
            let rows = (0..7_u32).map(|n| {
                (Key { group: u64::from(n < 5), text: format!("t{}", n / 2), id: format!("{n}") }, n)
            });
            let query = Query::read(&format!("limit={limit}&page={page}"));
            let cut = cut(rows.collect(), &query, style).unwrap();
            pages.push(cut.rows);
            match cut.next {
                Some(next) => page = next,
                None => return pages,
            }
        }
    }

    #[test]
    fn every_row_once_with_one_empty_page() {
        let style = Style { descending: true, gap: true };
        assert_eq!(walk(3, style), [vec![6, 5, 4], vec![], vec![2, 3, 0], vec![1]]);
        assert_eq!(walk(7, style), [vec![6, 5, 4, 2, 3, 0, 1]]);
        let style = Style { descending: false, gap: false };
        assert_eq!(walk(4, style), [vec![5, 6, 0, 1], vec![2, 3, 4]]);
    }

    #[test]
    fn a_page_of_another_list_is_refused() {
        let key = Key { group: 0, text: "t".into(), id: "i".into() };
        let token = write(Query::read("a=1").identity(), false, &key);
        assert!(read(&token, Query::read("a=1&limit=4").identity()).is_ok());
        assert!(read(&token, Query::read("a=2").identity()).is_err());
        assert!(read("AAAA", 1).is_err());
    }
}
