//! Which annotations a caller asked for with `Prefer: odata.include-annotations`.

/// The annotations that are added to values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// `OData.Community.Display.V1.FormattedValue`: the value for people.
    pub formatted: bool,
    /// `Microsoft.Dynamics.CRM.lookuplogicalname`: the table that a lookup points to.
    pub lookup_table: bool,
    /// `Microsoft.Dynamics.CRM.associatednavigationproperty`: the name to expand or bind a lookup by.
    pub navigation: bool,
}

/// The value of choices, lookups, amounts and dates for people.
pub(super) const FORMATTED: &str = "OData.Community.Display.V1.FormattedValue";
/// The table that a lookup points to.
pub(super) const LOOKUP_TABLE: &str = "Microsoft.Dynamics.CRM.lookuplogicalname";
/// The name to expand or bind a lookup by.
pub(super) const NAVIGATION: &str = "Microsoft.Dynamics.CRM.associatednavigationproperty";

impl Annotations {
    /// Reads a comma-separated list of names, each perhaps with `*` for the rest of it.
    pub fn parse(list: &str) -> Self {
        let asked = |name: &str| {
            list.split(',').map(str::trim).any(|pattern| match pattern.strip_suffix('*') {
                Some(beginning) => name.starts_with(beginning),
                None => name == pattern,
            })
        };
        Self { formatted: asked(FORMATTED), lookup_table: asked(LOOKUP_TABLE), navigation: asked(NAVIGATION) }
    }
}
