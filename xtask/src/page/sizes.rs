//! The size budget: what a first visit downloads, compressed as a server would send it.

use std::fmt;
use std::fs;
use std::path::Path;

use super::{compress, first_load};
use crate::failure::{Attempting, Failure, Outcome};

/// 230 KB of 1,024 bytes, brotli level 11, for all that the first page loads.
pub const BUDGET: usize = 230 * 1024;

/// The sizes of one first load, in bytes.
pub struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    plain: usize,
    packed: usize,
}

/// Measures what lies in `dist`. A compressed copy beside a file is of this build: Trunk empties the folder.
pub fn report(dist: &Path) -> Outcome<Report> {
    let mut rows = Vec::new();
    for name in first_load::files(dist)? {
        let content =
            fs::read(dist.join(&name)).attempting(format!("read dist/{name}, which the page needs"))?;
        let packed = match fs::metadata(dist.join(format!("{name}.br"))) {
            Ok(copy) => usize::try_from(copy.len()).attempting("read a size")?,
            Err(_) => compress::brotli(&content)?.len(),
        };
        rows.push(Row { name, plain: content.len(), packed });
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.packed));
    Ok(Report { rows })
}

impl Report {
    /// All of it, compressed.
    pub fn packed(&self) -> usize {
        self.rows.iter().map(|row| row.packed).sum()
    }

    /// Fails when the first load is above the budget.
    pub fn within_budget(&self) -> Outcome {
        let packed = self.packed();
        if packed <= BUDGET {
            return Ok(());
        }
        Err(Failure::new(format!(
            "The first page loads {packed} bytes (brotli 11); the budget is {BUDGET}, so {} are too many.",
            packed - BUDGET
        )))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "   {:>9}  {:>9}  file", "bytes", "brotli 11")?;
        for row in &self.rows {
            writeln!(f, "   {:>9}  {:>9}  {}", row.plain, row.packed, row.name)?;
        }
        let plain: usize = self.rows.iter().map(|row| row.plain).sum();
        let packed = self.packed();
        writeln!(f, "   {plain:>9}  {packed:>9}  all that the first page loads")?;
        write!(f, "   budget: {BUDGET} bytes (230 KB of 1,024 bytes), {} % of it used", packed * 100 / BUDGET)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(packed: usize) -> Report {
        Report { rows: vec![Row { name: "app.wasm".to_owned(), plain: packed * 3, packed }] }
    }

    #[test]
    fn the_budget_is_a_limit_not_a_hint() {
        assert!(of(BUDGET).within_budget().is_ok());
        let text = of(BUDGET + 7).within_budget().unwrap_err().to_string();
        assert!(text.contains("the budget is 235520, so 7 are too many"), "{text}");
    }

    #[test]
    fn the_table_names_each_file_and_the_share() {
        let text = of(BUDGET / 2).to_string();
        assert!(text.contains("app.wasm") && text.contains("50 % of it used"), "{text}");
    }
}
