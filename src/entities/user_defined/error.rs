//! Why a value doesn't fit a user-defined field.

use rust_decimal::Decimal;

/// Why a value doesn't fit a user-defined field, in the words that Autotask's clients know of other fields.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UserDefinedError {
    /// A required field is absent or null.
    #[error("Value does not exist for the required field {field}")]
    Required {
        /// The field.
        field: String,
    },
    /// A text is too long. It is never cut.
    #[error("The value of {field} has {length} characters; it may have {limit} at most.")]
    Length {
        /// The field.
        field: String,
        /// The text's characters.
        length: usize,
        /// The field's limit.
        limit: u32,
    },
    /// A value is of another type.
    #[error("The value {value} of {field} is not of type {expected}.")]
    Type {
        /// The field.
        field: String,
        /// What it holds.
        expected: &'static str,
        /// What was given, cut to a readable length.
        value: String,
    },
    /// A number has more decimals than the field.
    #[error("The value {value} of {field} has more than {decimals} decimals.")]
    Decimals {
        /// The field.
        field: String,
        /// What was given.
        value: Decimal,
        /// How many it may have.
        decimals: u32,
    },
    /// A value is not in the field's list, or no longer active.
    #[error("Picklist value [{value}] does not exist for {field}.")]
    Item {
        /// The field.
        field: String,
        /// What was given.
        value: String,
    },
    /// The entity has no such user-defined field.
    #[error("Unable to find {name} in the {entity} Entity.")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The entity, in the singular.
        entity: &'static str,
    },
    /// The values are in another form.
    #[error("userDefinedFields must be a list of objects with name and value.")]
    Form,
}
