//! Lists on a terminal.

use crate::demonstration;
use crate::users::User;

/// Prints rows below a head, in columns as wide as their widest text.
pub(super) fn print<const N: usize>(head: [&str; N], rows: &[[String; N]]) {
    print!("{}", text(head, rows));
}

fn text<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let head = head.map(str::to_owned);
    let mut text = String::new();
    for row in std::iter::once(&head).chain(rows) {
        let mut line = String::from("  ");
        for (column, cell) in row.iter().enumerate() {
            let width = std::iter::once(&head).chain(rows).map(|row| row[column].chars().count()).max();
            let width = width.unwrap_or_default();
            line.push_str(&format!("{cell:width$}  "));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Prints how to sign in for the demonstration; nothing if there is no demonstration account.
pub(super) fn print_demonstration_users(users: &[User]) {
    let rows: Vec<_> = users
        .iter()
        .filter(|user| user.demonstration && !user.disabled)
        .map(|user| {
            [user.email.clone(), demonstration::PASSWORD.to_owned(), user.role.clone(), user.account.clone()]
        })
        .collect();
    if !rows.is_empty() {
        println!("Sign in with one of the demonstration accounts:");
        print(["E-mail", "Password", "Role", "Account"], &rows);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_as_wide_as_their_widest_text() {
        let rows = [["a".to_owned(), "b".to_owned()], ["étoile".to_owned(), String::new()]];
        assert_eq!(super::text(["One", "Two"], &rows), "  One     Two\n  a       b\n  étoile\n");
    }
}
