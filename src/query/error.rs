//! Why a filter is no filter, in the words that Autotask's clients know where they are known.

use crate::entities::{FieldError, Kind, UserDefinedError};

/// Why a filter is no filter. The text is what Autotask's routes answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// The field doesn't exist, or the value doesn't fit it.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// The field may not be filtered or sorted by.
    #[error("The field {field} is not queryable.")]
    NotQueryable {
        /// The field.
        field: &'static str,
    },
    /// The user-defined field doesn't exist, or the value doesn't fit it.
    #[error(transparent)]
    UserDefined(#[from] UserDefinedError),
    /// The operator doesn't go with the user-defined field's type.
    #[error("The operator {op} is not valid for {field}, which is of type {kind}.")]
    UserDefinedOperator {
        /// The operator.
        op: &'static str,
        /// The field.
        field: String,
        /// What the field holds.
        kind: &'static str,
    },
    /// More than one user-defined field on Autotask's surface.
    #[error("Queries are limited to one user-defined field")]
    TwoUserDefined,
    /// No such operator, or none that this address takes.
    #[error("The operator {op} is not valid here.")]
    Operator {
        /// What was given.
        op: String,
    },
    /// The operator doesn't go with the field's type.
    #[error("The operator {op} is not valid for {field}, which is of type {}.", kind.data_type())]
    Mismatch {
        /// The operator.
        op: &'static str,
        /// The field.
        field: &'static str,
        /// What the field holds.
        kind: Kind,
    },
    /// The operator needs a value, or a list of values.
    #[error("The operator {op} on {field} needs {needs}.")]
    Value {
        /// The operator.
        op: &'static str,
        /// The field.
        field: String,
        /// What it needs.
        needs: &'static str,
    },
    /// A condition has no value, and its operator needs one.
    #[error("The condition on {field} needs a value.")]
    NoValue {
        /// The field.
        field: String,
    },
    /// A part of the query has another form.
    #[error("The query's {part} must be {form}.")]
    Form {
        /// The part.
        part: &'static str,
        /// What it must be.
        form: &'static str,
    },
    /// The page size is out of bounds.
    #[error("maxCountOfRecordsToReturn must be between 1 and 500")]
    PageSize,
    /// Too many conditions of which one must hold.
    #[error("Queries are limited to 500 or fewer 'OR' conditions")]
    TooManyAlternatives,
    /// Too many conditions.
    #[error("Queries are limited to 500 or fewer conditions")]
    TooManyConditions,
    /// Too many values in one list.
    #[error("The list of values for {field} is limited to 500 or fewer")]
    TooManyValues {
        /// The field.
        field: String,
    },
    /// Groups in groups in groups.
    #[error("Queries are limited to groups nested 32 deep")]
    TooDeep,
    /// Too many words.
    #[error("A search is limited to 32 words")]
    TooManyWords,
    /// The entity has no searched text.
    #[error("The {entity} Entity can't be searched for words.")]
    NotSearchable {
        /// The entity.
        entity: &'static str,
    },
    /// Words and parts of text can only be asked for, not excluded.
    #[error("Words and parts of a text can't be excluded.")]
    NotNegatable,
}
