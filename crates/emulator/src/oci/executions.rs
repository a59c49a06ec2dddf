//! What was carried out, as distinct from what was asked for: the journal has every attempt, this
//! has every effect once.

use super::Oci;

/// A write that took effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Execution {
    /// The operation's name in the documents, such as `ExportImage`.
    pub operation: &'static str,
    /// OCID of what it was done to.
    pub id: String,
    /// Name of the user.
    pub user: &'static str,
}

impl Oci {
    /// Every write that took effect, in order.
    pub fn executions(&self) -> &[Execution] {
        &self.executions
    }

    /// How often an operation took effect on a resource.
    pub fn executed(&self, operation: &str, id: &str) -> usize {
        let fits = |one: &&Execution| one.operation == operation && one.id == id;
        self.executions.iter().filter(fits).count()
    }
}
