//! Asking for a password.

use std::io::{self, BufRead, IsTerminal};

use super::Failure;

/// A password: typed twice on a terminal without being shown, otherwise one line of standard input.
pub(super) fn new_password() -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line).map_err(Failure::NoPassword)?;
        if read == 0 {
            return Err(Failure::NoPassword(io::ErrorKind::UnexpectedEof.into()));
        }
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let ask = |prompt: &str| rpassword::prompt_password(prompt).map_err(Failure::NoPassword);
    let password = ask("Password (8 to 128 characters): ")?;
    crate::users::check_password(&password).map_err(crate::users::UserError::from)?;
    if ask("The same again: ")? == password { Ok(password) } else { Err(Failure::Mistyped) }
}
