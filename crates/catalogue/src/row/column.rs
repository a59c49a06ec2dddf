//! The columns of the image table.
//!
//! May depend on nothing.

/// A column by its meaning. The values in it stay each API's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Column {
    /// Which connection the image is seen through.
    Source,
    /// What people call the image.
    Name,
    /// Its version, compared naturally: 1.10 is after 1.9.
    Version,
    /// Operating system.
    Os,
    /// The API's image type.
    Type,
    /// The API's state.
    State,
    /// Who may see it.
    Visibility,
    /// The account it belongs to.
    Owner,
    /// The image it is based on.
    Origin,
    /// Bytes.
    Size,
    /// When it was published or made.
    Published,
    /// The API's id.
    Id,
}

impl Column {
    /// All columns in their natural order.
    pub const ALL: [Self; 12] = [
        Self::Source,
        Self::Name,
        Self::Version,
        Self::Os,
        Self::Type,
        Self::State,
        Self::Visibility,
        Self::Owner,
        Self::Origin,
        Self::Size,
        Self::Published,
        Self::Id,
    ];

    /// The name of the column in an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Name => "name",
            Self::Version => "version",
            Self::Os => "os",
            Self::Type => "type",
            Self::State => "state",
            Self::Visibility => "visibility",
            Self::Owner => "owner",
            Self::Origin => "origin",
            Self::Size => "size",
            Self::Published => "published",
            Self::Id => "id",
        }
    }

    /// The column of that name; what is not a column is `None`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// One bit per column, for the marks that a stored row carries.
    pub(crate) const fn bit(self) -> u16 {
        1 << self as u16
    }
}
