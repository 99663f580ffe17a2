//! OData as the endpoint speaks it: the envelope of an answer, the body of an error, the text of a query.

mod answer;
mod text;

pub use answer::{ErrorBody, Page, error_body};
pub use text::{Query, quoted};

/// The annotation that carries the words for a value, behind the column's name
/// (Dataverse Web API, formatted values).
pub const FORMATTED: &str = "@OData.Community.Display.V1.FormattedValue";

/// The preference that asks for [`FORMATTED`].
pub const WANT_FORMATTED: &str = "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"";
