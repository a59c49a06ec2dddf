//! Filtering by facets and counting their values, in one pass. May depend on `store`, `catalogue`.

use crate::catalogue::{Catalogue, SourceId};
use crate::facet::{Choice, Facet, FacetValue, Selections};
use crate::store::{Stored, Symbol};
use image_console_core::sorting;

/// One facet while rows go by. Values are numbered: symbols, or sources.
struct Column {
    facet: Facet,
    /// Which values pass; `None` when all do.
    allowed: Option<Vec<bool>>,
    counts: Vec<usize>,
}

pub(super) struct Tally {
    columns: Vec<Column>,
    /// For each source the first one of its connection, which stands for it.
    firsts: Vec<usize>,
}

impl Tally {
    pub(super) fn new(catalogue: &Catalogue, selections: &Selections) -> Self {
        let mut firsts = vec![0; catalogue.source_numbers()];
        for source in catalogue.sources() {
            let first = catalogue.find_source(source.connection()).unwrap_or(source.id());
            if let Some(slot) = firsts.get_mut(usize::from(source.id().0)) {
                *slot = usize::from(first.0);
            }
        }
        let columns = Facet::ALL.map(|facet| {
            let len = if facet == Facet::Source { firsts.len() } else { catalogue.symbols().len() };
            let chosen = selections.get(facet);
            let allowed = (!chosen.is_empty()).then(|| {
                let mut allowed = vec![false; len];
                for number in chosen.iter().filter_map(|choice| number(catalogue, facet, choice)) {
                    if let Some(slot) = allowed.get_mut(number) {
                        *slot = true;
                    }
                }
                allowed
            });
            Column { facet, allowed, counts: vec![0; len] }
        });
        Self { columns: columns.into(), firsts }
    }

    /// Counts a row that the search found. Whether it passes all facets.
    pub(super) fn row(&mut self, source: SourceId, stored: &Stored) -> bool {
        let value = |facet: Facet| match facet.symbols() {
            Some(column) => stored.symbol(column).0 as usize,
            None => self.firsts.get(usize::from(source.0)).copied().unwrap_or_default(),
        };
        let refuses = |column: &Column| {
            let allowed = column.allowed.as_ref();
            allowed.is_some_and(|allowed| !allowed.get(value(column.facet)).copied().unwrap_or(false))
        };
        let mut refusing = self.columns.iter_mut().filter(|column| refuses(column));
        match (refusing.next(), refusing.next()) {
            // A row that one facet alone keeps out counts there: it would come if chosen.
            (Some(only), None) => {
                only.count(value(only.facet));
                false
            }
            (Some(_), Some(_)) => false,
            (None, _) => {
                for column in &mut self.columns {
                    column.count(value(column.facet));
                }
                true
            }
        }
    }

    /// The values of each facet, in the order of [`Facet::ALL`].
    pub(super) fn values(&self, catalogue: &Catalogue, selections: &Selections) -> Vec<Vec<FacetValue>> {
        let of = |column: &Column| {
            let chosen = selections.get(column.facet);
            let mut values: Vec<FacetValue> = Vec::new();
            for (number, &count) in column.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let choice = choice(catalogue, column.facet, number);
                values.push(FacetValue { selected: chosen.contains(&choice), choice, count });
            }
            for choice in chosen {
                if !values.iter().any(|value| value.choice == *choice) {
                    values.push(FacetValue { choice: choice.clone(), count: 0, selected: true });
                }
            }
            sorting::sort_by(&mut values, |a, b| b.count.cmp(&a.count).then_with(|| a.choice.cmp(&b.choice)));
            values
        };
        self.columns.iter().map(of).collect()
    }
}

impl Column {
    fn count(&mut self, value: usize) {
        if let Some(count) = self.counts.get_mut(value) {
            *count += 1;
        }
    }
}

fn number(catalogue: &Catalogue, facet: Facet, choice: &Choice) -> Option<usize> {
    match (choice, facet) {
        (Choice::Is(connection), Facet::Source) => {
            catalogue.find_source(connection).map(|id| usize::from(id.0))
        }
        (Choice::Absent, Facet::Source) => None,
        (Choice::Absent, _) => Some(Symbol::ABSENT.0 as usize),
        (Choice::Is(word), _) => catalogue.symbols().find(word).map(|symbol| symbol.0 as usize),
    }
}

fn choice(catalogue: &Catalogue, facet: Facet, number: usize) -> Choice {
    if facet == Facet::Source {
        let source = u16::try_from(number).ok().and_then(|number| catalogue.source(SourceId(number)));
        return Choice::Is(source.map_or("", |source| source.connection()).to_owned());
    }
    match u32::try_from(number).map(Symbol) {
        Ok(symbol) if symbol != Symbol::ABSENT => Choice::Is(catalogue.symbols().text(symbol).to_owned()),
        _ => Choice::Absent,
    }
}
