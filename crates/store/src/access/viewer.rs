//! The signed-in person on whose behalf rows are read and written.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// A signed-in contact with the role that decides its rows. There is no viewer for an anonymous caller:
/// without a viewer there is no way to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Viewer {
    /// The contact's own row.
    pub contact: Uuid,
    /// The account that is the contact's `parentcustomerid`, if there is one.
    pub account: Option<Uuid>,
    /// What the contact may see and do.
    pub role: Role,
}

/// The web roles of the customer portal template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Sees and edits everything.
    Administrator,
    /// Sees the orders, the contacts and the row of the own account.
    CustomerRepresentative,
    /// Sees the orders that the contact placed itself.
    AuthorizedUser,
}

impl Role {
    /// All roles, the most powerful first.
    pub const ALL: [Self; 3] = [Self::Administrator, Self::CustomerRepresentative, Self::AuthorizedUser];

    /// The name of the web role, as in `userRoles` of the portal's user object.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrator => "Administrator",
            Self::CustomerRepresentative => "Customer representative",
            Self::AuthorizedUser => "Authorized user",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text is not the name of a role.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is not a role: use Administrator, Customer representative or Authorized user")]
pub struct UnknownRole(String);

impl FromStr for Role {
    type Err = UnknownRole;

    /// Reads a role's name; letter case does not matter.
    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.name().eq_ignore_ascii_case(text))
            .ok_or_else(|| UnknownRole(text.to_owned()))
    }
}
