//! What can be wrong with the text of a request.

/// Why a request cannot be read. Positions count characters of the decoded option, from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text does not follow the grammar.
    #[error("Syntax error at position {position} in '{option}': {expected} expected, {found} found.")]
    Syntax {
        /// The option the text is in, such as `$filter`.
        option: &'static str,
        /// Where.
        position: usize,
        /// What could stand there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A value of an option is not one of those it takes.
    #[error("Invalid value '{value}' for the query option '{option}'.")]
    Value {
        /// The option.
        option: &'static str,
        /// The value as sent.
        value: String,
    },
    /// The text is not percent-encoded UTF-8.
    #[error("The query is not percent-encoded UTF-8.")]
    Encoding,
    /// An option was given twice.
    #[error("The query option '{0}' is given more than once.")]
    Repeated(&'static str),
    /// More conditions than a filter can have (Dataverse: 500).
    #[error("Number of conditions in query exceeded maximum limit.")]
    TooManyConditions,
    /// More of something than a request can have, so that no single request is dear to answer.
    #[error("'{option}' has more than {most} {what}.")]
    TooMany {
        /// The option.
        option: &'static str,
        /// How many there can be.
        most: usize,
        /// Of what.
        what: &'static str,
    },
    /// The character 0 stands in an option: no column has it, and databases end a text there.
    #[error("'{0}' must not contain the character 0.")]
    ZeroCharacter(&'static str),
    /// Parentheses or `not` inside one another, more than anybody writes.
    #[error("The expression in '{0}' is nested too deeply.")]
    TooDeep(&'static str),
    /// Valid OData that the dialect does not offer.
    #[error("{0} is not supported.")]
    NotSupported(String),
    /// The path does not name a set, a row or a count.
    #[error("Resource not found for the segment '{0}'.")]
    UnknownSegment(String),
}
