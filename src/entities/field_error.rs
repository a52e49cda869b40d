//! Why a value doesn't fit its field, in the words that Autotask's clients know.

use super::Kind;

/// Why a value doesn't fit its field. The text is what Autotask's routes answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// A required field is absent or null.
    #[error("Value does not exist for the required field {field}")]
    Required {
        /// The field.
        field: &'static str,
    },
    /// A text is too long. It is never cut.
    #[error("The value of {field} has {length} characters; it may have {limit} at most.")]
    Length {
        /// The field.
        field: &'static str,
        /// The text's characters.
        length: usize,
        /// The field's limit.
        limit: u32,
    },
    /// A value is of another type.
    #[error("The value {value} of {field} is not of type {}.", expected.data_type())]
    Type {
        /// The field.
        field: &'static str,
        /// What it holds.
        expected: Kind,
        /// What was given, cut to a readable length.
        value: String,
    },
    /// A number is beyond what the field holds.
    #[error("The value {value} of {field} is out of range.")]
    Range {
        /// The field.
        field: &'static str,
        /// What was given.
        value: String,
    },
    /// A value is not in the field's picklist, or no longer active.
    #[error("Picklist value [{value}] does not exist for {field}.")]
    Picklist {
        /// The field.
        field: &'static str,
        /// What was given.
        value: String,
    },
    /// A field is set that only the server sets, or that is fixed once the row exists.
    #[error("{field} is read only.")]
    ReadOnly {
        /// The field.
        field: &'static str,
    },
    /// The entity has no such field.
    #[error("Unable to find {name} in the {entity} Entity.")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The entity, in the singular.
        entity: &'static str,
    },
}

impl FieldError {
    /// The name of the field that is meant.
    #[must_use]
    pub fn field(&self) -> &str {
        match self {
            Self::Required { field }
            | Self::Length { field, .. }
            | Self::Type { field, .. }
            | Self::Range { field, .. }
            | Self::Picklist { field, .. }
            | Self::ReadOnly { field } => field,
            Self::Unknown { name, .. } => name,
        }
    }
}
