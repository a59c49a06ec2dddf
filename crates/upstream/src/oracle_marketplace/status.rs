//! The words of `statusName` (contract §4).

/// A status that the documents know. What they do not know stays the text it came as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The request was made.
    Initiated,
    /// It waits.
    Pending,
    /// Chunks or copies are on their way.
    InProgress,
    /// The image is being scanned.
    VirusScanInProgress,
    /// Done.
    Completed,
    /// Not done.
    Failed,
    /// Not accepted, e.g. by the virus scan.
    Rejected,
    /// Taken away.
    Deleted,
    /// Could not be taken away.
    DeletionFailed,
}

/// What a final status means for the upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The image is there.
    Success,
    /// The image is not there, or not as it should be.
    Failure,
    /// The upload is over because somebody deleted it.
    Gone,
}

impl Status {
    /// All statuses, in the order of the contract.
    pub const ALL: [Self; 9] = [
        Self::Initiated,
        Self::Pending,
        Self::InProgress,
        Self::VirusScanInProgress,
        Self::Completed,
        Self::Failed,
        Self::Rejected,
        Self::Deleted,
        Self::DeletionFailed,
    ];

    /// Reads a status in any case, spelled rightly or as the search filter spells it; `None` for
    /// any other text, which is to be shown as it is.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| {
            status.word().eq_ignore_ascii_case(text) || status.filter_word().eq_ignore_ascii_case(text)
        })
    }

    /// The status as answers are thought to spell it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Initiated => "Initiated",
            Self::Pending => "Pending",
            Self::InProgress => "In Progress",
            Self::VirusScanInProgress => "Virus Scan In Progress",
            Self::Completed => "Completed",
            Self::Failed => "Failed",
            Self::Rejected => "Rejected",
            Self::Deleted => "Deleted",
            Self::DeletionFailed => "Deletion Failed",
        }
    }

    /// The status as the search filter spells it; two of the words are misspelt in the documents,
    /// and it is the documented spelling that is sent (§3.3).
    #[must_use]
    pub const fn filter_word(self) -> &'static str {
        match self {
            Self::Initiated => "INITIATED",
            Self::Pending => "PENDING",
            Self::InProgress => "IN PROGESS",
            Self::VirusScanInProgress => "VIRUS SCAN IN PROGRESS",
            Self::Completed => "COMPLETED",
            Self::Failed => "FAILED",
            Self::Rejected => "REJECTED",
            Self::Deleted => "DELETED",
            Self::DeletionFailed => "DELECTION FAILED",
        }
    }

    /// What it ends in; `None` while it goes on.
    #[must_use]
    pub const fn end(self) -> Option<End> {
        match self {
            Self::Initiated | Self::Pending | Self::InProgress | Self::VirusScanInProgress => None,
            Self::Completed => Some(End::Success),
            Self::Failed | Self::Rejected | Self::DeletionFailed => Some(End::Failure),
            Self::Deleted => Some(End::Gone),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_read_in_any_case_and_in_both_spellings_and_nothing_else_is() {
        for (text, status) in [
            ("Completed", Status::Completed),
            ("In Progress", Status::InProgress),
            ("in progess", Status::InProgress),
            ("DELECTION FAILED", Status::DeletionFailed),
            ("Deletion failed", Status::DeletionFailed),
            ("virus scan IN PROGRESS", Status::VirusScanInProgress),
        ] {
            assert_eq!(Status::parse(text), Some(status), "{text}");
        }
        for text in ["", "Complete", "IN_PROGRESS", "InProgress", "Quarantined"] {
            assert_eq!(Status::parse(text), None, "{text}");
        }
    }
}
