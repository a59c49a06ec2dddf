//! One page of a list (section 3.1).

use serde_json::{Value, json};

use super::href;
use super::params::Params;
use super::problem::Problem;
use crate::wire::query;

/// Which page is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    number: usize,
    size: usize,
}

impl Page {
    /// Reads `page` and `per_page`.
    pub fn read(params: &Params) -> Result<Self, Problem> {
        let number = params.number("page", 1, 1..=usize::MAX)?;
        Ok(Self { number, size: params.number("per_page", 50, 1..=5000)? })
    }

    /// The rows of this page.
    pub fn of<T>(self, rows: Vec<T>) -> Vec<T> {
        rows.into_iter().skip((self.number - 1).saturating_mul(self.size)).take(self.size).collect()
    }

    /// The links around it.
    pub fn pagination(self, path: &str, params: &Params, total: usize) -> Value {
        let pages = total.div_ceil(self.size).max(1);
        let rest: String = params
            .iter()
            .filter(|(name, _)| !matches!(*name, "page" | "per_page"))
            .map(|(name, value)| format!("&{}={}", query::encode(name), query::encode(value)))
            .collect();
        let link = |number: usize| json!({"href": href(&format!("{path}?page={number}&per_page={}{rest}", self.size))});
        let next = if self.number < pages { link(self.number + 1) } else { Value::Null };
        let previous = if self.number > 1 { link(self.number - 1) } else { Value::Null };
        json!({
            "total_results": total, "total_pages": pages, "first": link(1), "last": link(pages),
            "next": next, "previous": previous,
        })
    }
}

/// Puts rows into the order that `order_by` asks for; they come in the order of their creation.
pub fn sort<T>(params: &Params, rows: &mut [T], text: impl Fn(&T, &str) -> String) -> Result<(), Problem> {
    let Some(order) = params.text("order_by") else { return Ok(()) };
    let (field, descends) = match order.strip_prefix('-') {
        Some(field) => (field, true),
        None => (order.strip_prefix('+').unwrap_or(order), false),
    };
    if !matches!(field, "created_at" | "updated_at" | "name") {
        return Err(Problem::query("Order by can only be: 'created_at', 'updated_at', 'name'"));
    }
    rows.sort_by_key(|row| text(row, field));
    if descends {
        rows.reverse();
    }
    Ok(())
}
