//! Who may sign in, as the command line manages it.

use portal_server::users::{self, NewUser, PasswordProblem, UserError};
use portal_store::Role;

use crate::test_app::{TestApp, USER};

fn new(email: &str, role: Role) -> NewUser {
    NewUser {
        email: email.to_owned(),
        role,
        password: "correct horse".to_owned(),
        names: None,
        demonstration: false,
    }
}

async fn add(app: &TestApp, new: NewUser) -> Result<(), UserError> {
    users::add(&app.db, &app.clock, new).await
}

#[tokio::test]
async fn a_contact_becomes_a_user_by_its_address() {
    let mut app = TestApp::new().await;
    add(&app, new("Contact@ALFKI.example", Role::AuthorizedUser)).await.unwrap();
    let list = users::list(&app.db).await.unwrap();
    let user = list.iter().find(|user| user.email == "contact@alfki.example").unwrap();
    assert_eq!((user.name.as_str(), user.role.as_str()), ("Maria Anders", "Authorized user"));
    assert_eq!(user.account, "ALFKI, Alfreds Futterkiste");
    assert_eq!(app.try_sign_in("contact@alfki.example", "correct horse", "/").await.status, 302);
}

#[tokio::test]
async fn a_user_must_be_one_known_contact_of_an_account() {
    let app = TestApp::new().await;
    let nobody = add(&app, new("nobody@alfki.example", Role::AuthorizedUser)).await;
    assert!(matches!(nobody, Err(UserError::NoContact(_))));
    app.run("UPDATE contact SET emailaddress1 = 'Contact@Alfki.example' WHERE emailaddress1 = 'contact@anatr.example'")
        .await;
    let several = add(&app, new("contact@alfki.example", Role::AuthorizedUser)).await.unwrap_err();
    let text = several.to_string();
    assert!(text.contains("Maria Anders") && text.contains("Ana Trujillo"), "{text}");
    app.run(
        "UPDATE contact SET parentcustomerid = NULL, parentcustomeridtype = NULL
          WHERE emailaddress1 = 'contact@anton.example'",
    )
    .await;
    let homeless = add(&app, new("contact@anton.example", Role::CustomerRepresentative)).await;
    assert!(matches!(homeless, Err(UserError::NoAccount(..))));
    add(&app, new("contact@anton.example", Role::Administrator)).await.unwrap();
}

#[tokio::test]
async fn an_administrator_can_be_made_of_nobody_and_others_cannot() {
    let mut app = TestApp::empty().await;
    let names = Some(("Ada".to_owned(), "Byron".to_owned()));
    let user = NewUser { names: names.clone(), ..new("ada@company.example", Role::AuthorizedUser) };
    assert!(matches!(add(&app, user).await, Err(UserError::NamesNotAllowed(_))));
    let administrator = NewUser { names, ..new("ada@company.example", Role::Administrator) };
    add(&app, administrator).await.unwrap();
    assert_eq!(app.try_sign_in("ada@company.example", "correct horse", "/").await.status, 302);
    assert_eq!(app.value::<String>("SELECT fullname FROM contact").await, "Ada Byron");
}

#[tokio::test]
async fn nobody_is_made_twice_but_a_disabled_user_can_come_back() {
    let app = TestApp::new().await;
    let again = || new(USER, Role::CustomerRepresentative);
    assert!(matches!(add(&app, again()).await, Err(UserError::KnownUser(_))));
    users::disable(&app.db, USER).await.unwrap();
    add(&app, again()).await.unwrap();
    let list = users::list(&app.db).await.unwrap();
    let user = list.iter().find(|user| user.email == USER).unwrap();
    assert!(!user.disabled && !user.demonstration);
    assert_eq!(user.role, "Customer representative");
}

#[tokio::test]
async fn a_new_password_replaces_the_old_one_and_ends_sessions() {
    let mut app = TestApp::signed_in(USER).await;
    users::set_password(&app.db, USER, "battery staple").await.unwrap();
    assert_eq!(app.value::<i64>("SELECT COUNT(*) FROM portal_session").await, 0);
    assert_eq!(app.try_sign_in(USER, portal_server::demonstration::PASSWORD, "/").await.status, 200);
    assert_eq!(app.try_sign_in(USER, "battery staple", "/").await.status, 302);
}

#[tokio::test]
async fn short_passwords_and_unknown_users_are_refused() {
    let app = TestApp::new().await;
    let short =
        NewUser { password: "seven77".to_owned(), ..new("contact@alfki.example", Role::AuthorizedUser) };
    assert!(matches!(add(&app, short).await, Err(UserError::Password(PasswordProblem::TooShort))));
    assert!(matches!(users::disable(&app.db, "nobody@x.example").await, Err(UserError::UnknownUser(_))));
    assert!(matches!(users::disable(&app.db, "no address").await, Err(UserError::NoAddress(_))));
}
