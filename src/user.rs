//! Who is signed in, as a page needs it.

use crate::browser::start::{PageUser, user};
use leptos::prelude::*;
use portal_model::ids::ContactId;

/// The signed-in person.
#[derive(Clone, Debug, PartialEq)]
pub struct User {
    /// The key of the contact.
    pub contact: ContactId,
    /// First and last name, or the address if there is none.
    pub name: String,
    /// What the person may do, as the supplier calls it.
    pub roles: Vec<String>,
}

/// The signed-in person whom the site has told with the page; none for a stranger.
pub fn from_page() -> Option<User> {
    user().and_then(read)
}

fn read(user: PageUser) -> Option<User> {
    let contact = user.contact_id.parse().ok()?;
    let name = if user.name.is_empty() { user.email } else { user.name };
    Some(User { contact, name, roles: user.roles })
}

/// The signed-in person, inside the frame, where there always is one.
pub fn use_user() -> User {
    expect_context::<User>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_without_a_readable_contact_is_a_stranger() {
        let user = |contact_id: &str, name: &str| PageUser {
            name: name.into(),
            email: "sam@example.com".into(),
            contact_id: contact_id.into(),
            roles: Vec::new(),
        };
        assert_eq!(read(user("", "Sam")), None);
        let nameless = read(user("ed1a8881-44d9-5268-8fbb-0f1c34ecd0ac", "")).unwrap();
        assert_eq!(nameless.name, "sam@example.com");
    }
}
