//! The eight image calls.

/// A call of the API, by its own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// §4.1
    ListImages,
    /// §4.2
    GetImage,
    /// §4.3
    DeleteImage,
    /// §4.4
    ExportImage,
    /// §4.5
    CreateImageFromMachine,
    /// §4.6
    ImportImageFromDatacenter,
    /// §4.7
    UpdateImage,
    /// §4.8
    CloneImage,
}

impl Action {
    /// All of them, in the order of the documents.
    pub const ALL: [Self; 8] = [
        Self::ListImages,
        Self::GetImage,
        Self::DeleteImage,
        Self::ExportImage,
        Self::CreateImageFromMachine,
        Self::ImportImageFromDatacenter,
        Self::UpdateImage,
        Self::CloneImage,
    ];

    /// The name the documents use, also the action's name in stored operations.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ListImages => "ListImages",
            Self::GetImage => "GetImage",
            Self::DeleteImage => "DeleteImage",
            Self::ExportImage => "ExportImage",
            Self::CreateImageFromMachine => "CreateImageFromMachine",
            Self::ImportImageFromDatacenter => "ImportImageFromDatacenter",
            Self::UpdateImage => "UpdateImage",
            Self::CloneImage => "CloneImage",
        }
    }

    /// The verb for a sentence about an image.
    pub(super) const fn verb(self) -> &'static str {
        match self {
            Self::ListImages => "listed",
            Self::GetImage => "read",
            Self::DeleteImage => "deleted",
            Self::ExportImage => "exported",
            Self::CreateImageFromMachine => "created",
            Self::ImportImageFromDatacenter => "imported",
            Self::UpdateImage => "updated",
            Self::CloneImage => "cloned",
        }
    }
}
