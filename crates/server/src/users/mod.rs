//! Who may sign in: contacts with a password and a role. Sessions are not made here.

mod list;
mod manage;
mod password;
mod pool;

pub use list::{User, list};
pub(crate) use manage::for_sign_in;
pub use manage::{NewUser, UserError, add, disable, set_password};
pub use password::{PasswordProblem, check as check_password};
pub(crate) use pool::{Passwords, PoolError};
