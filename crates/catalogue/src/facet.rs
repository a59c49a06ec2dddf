//! Facets: which words occur in a column, how often, and which of them are chosen.
//!
//! May depend on `row` and `store`.

use crate::row::Column;
use crate::store::SymbolColumn;

/// A column whose words can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Facet {
    /// Connections.
    Source,
    /// Operating systems.
    Os,
    /// Image types.
    Type,
    /// States.
    State,
    /// Visibility.
    Visibility,
    /// Owners.
    Owner,
}

impl Facet {
    /// All facets in their natural order.
    pub const ALL: [Self; 6] =
        [Self::Source, Self::Os, Self::Type, Self::State, Self::Visibility, Self::Owner];

    /// The column the facet is about; its key is the facet's name in an address.
    #[must_use]
    pub const fn column(self) -> Column {
        match self {
            Self::Source => Column::Source,
            Self::Os => Column::Os,
            Self::Type => Column::Type,
            Self::State => Column::State,
            Self::Visibility => Column::Visibility,
            Self::Owner => Column::Owner,
        }
    }

    /// The facet of a column, if it has one.
    #[must_use]
    pub fn of(column: Column) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.column() == column)
    }

    /// Where the words of the facet are; those of the source are not in the rows.
    pub(crate) const fn symbols(self) -> Option<SymbolColumn> {
        match self {
            Self::Source => None,
            Self::Os => Some(SymbolColumn::Os),
            Self::Type => Some(SymbolColumn::Type),
            Self::State => Some(SymbolColumn::State),
            Self::Visibility => Some(SymbolColumn::Visibility),
            Self::Owner => Some(SymbolColumn::Owner),
        }
    }
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Rows in which the field was not sent: shown as "none".
    Absent,
    /// Rows with that word, as it came. For [`Facet::Source`] the connection's id.
    Is(String),
}

/// What is chosen in each facet. Nothing chosen in a facet lets every row pass it; several values
/// of one facet widen, several facets narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selections([Vec<Choice>; Facet::ALL.len()]);

impl Selections {
    /// What is chosen in one facet, in order.
    #[must_use]
    pub fn get(&self, facet: Facet) -> &[Choice] {
        let [source, os, kind, state, visibility, owner] = &self.0;
        match facet {
            Facet::Source => source,
            Facet::Os => os,
            Facet::Type => kind,
            Facet::State => state,
            Facet::Visibility => visibility,
            Facet::Owner => owner,
        }
    }

    fn get_mut(&mut self, facet: Facet) -> &mut Vec<Choice> {
        let [source, os, kind, state, visibility, owner] = &mut self.0;
        match facet {
            Facet::Source => source,
            Facet::Os => os,
            Facet::Type => kind,
            Facet::State => state,
            Facet::Visibility => visibility,
            Facet::Owner => owner,
        }
    }

    /// Chooses a value. A word that no row has is kept: rows with it may still arrive.
    pub fn select(&mut self, facet: Facet, choice: Choice) {
        self.set(facet, choice, false);
    }

    /// Chooses a value, or no longer.
    pub fn toggle(&mut self, facet: Facet, choice: Choice) {
        self.set(facet, choice, true);
    }

    fn set(&mut self, facet: Facet, choice: Choice, toggle: bool) {
        let chosen = self.get_mut(facet);
        match chosen.binary_search(&choice) {
            Ok(at) if toggle => {
                chosen.remove(at);
            }
            Ok(_) => {}
            Err(at) => chosen.insert(at, choice),
        }
    }

    /// Chooses nothing in a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.get_mut(facet).clear();
    }

    /// Whether nothing is chosen anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// All that is chosen, facet by facet.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &Choice)> {
        Facet::ALL.into_iter().flat_map(|facet| self.get(facet).iter().map(move |choice| (facet, choice)))
    }
}

/// A value with the number of rows that would be visible if it alone were chosen in its facet,
/// all other facets and the search staying as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value.
    pub choice: Choice,
    /// Rows.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
}
