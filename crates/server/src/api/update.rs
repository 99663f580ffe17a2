//! `PATCH`: a row changed, or made if it was not there and no condition forbids it.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use portal_store::write::{self, Outcome};

use super::answer::{VERSION, apply};
use super::body::JsonText;
use super::conditions::Conditions;
use super::context::Base;
use super::method_not_allowed;
use super::prefer::Preferences;
use super::read::written;
use super::target::{Part, Target};
use crate::AppState;
use crate::antiforgery::AntiForgery;
use crate::error::ApiError;
use crate::session::SignedIn;

/// Changes a row. Answers 204, or with the row if that was preferred.
#[expect(clippy::too_many_arguments, reason = "each is a part of the request that axum takes apart")]
pub(super) async fn update(
    SignedIn { viewer, .. }: SignedIn,
    _: AntiForgery,
    State(app): State<AppState>,
    target: Target,
    Conditions(precondition): Conditions,
    base: Base,
    preferences: Preferences,
    JsonText(json): JsonText,
) -> Result<Response, ApiError> {
    let Part::Row(key) = target.part else { return Err(method_not_allowed(&Method::PATCH)) };
    let outcome = write::update(&app.db, &viewer, target.table, key, &json, &precondition).await?;
    if preferences.representation {
        let status = if outcome == Outcome::Created { StatusCode::CREATED } else { StatusCode::OK };
        return written(&app, &viewer, &target, key, &base, &preferences).await?.answer(status, &preferences);
    }
    let name = [("odata-entityid", base.row(target.table, key))];
    let mut answer = (StatusCode::NO_CONTENT, name, [VERSION]).into_response();
    apply(&mut answer, &preferences);
    Ok(answer)
}
