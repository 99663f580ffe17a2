//! Loading the demonstration.

use portal_server::demonstration::{self, DemonstrationError};
use portal_server::users;

use crate::test_app::TestApp;

#[tokio::test]
async fn it_has_the_data_and_one_account_for_each_role() {
    let app = TestApp::new().await;
    assert_eq!(app.value::<i64>("SELECT COUNT(*) FROM salesorder").await, 830);
    let users = users::list(&app.db).await.unwrap();
    let roles: Vec<_> = users.iter().map(|user| user.role.as_str()).collect();
    assert_eq!(roles, ["Administrator", "Customer representative", "Authorized user"]);
    assert!(users.iter().all(|user| user.demonstration));
}

#[tokio::test]
async fn loading_it_again_changes_nothing_back() {
    let app = TestApp::new().await;
    app.run("UPDATE account SET name = 'Renamed' WHERE accountnumber = 'SAVEA'").await;
    let report = demonstration::load(&app.db, &app.clock).await.unwrap();
    assert!(report.is_none());
    assert_eq!(app.value::<i64>("SELECT COUNT(*) FROM account WHERE name = 'Renamed'").await, 1);
    assert_eq!(app.value::<i64>("SELECT COUNT(*) FROM portal_user").await, 3);
}

#[tokio::test]
async fn it_is_not_mixed_with_other_data() {
    let app = TestApp::new().await;
    app.run("DELETE FROM portal_meta WHERE name = 'demonstration'").await;
    let refused = demonstration::load(&app.db, &app.clock).await;
    assert!(matches!(refused, Err(DemonstrationError::NotEmpty)));
}
