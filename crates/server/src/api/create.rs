//! `POST`: a new row, with its lines if it has any.

use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use portal_store::write;

use super::answer::{VERSION, apply};
use super::body::JsonText;
use super::context::Base;
use super::method_not_allowed;
use super::prefer::Preferences;
use super::read::written;
use super::target::{Part, Target};
use crate::AppState;
use crate::antiforgery::AntiForgery;
use crate::error::ApiError;
use crate::session::SignedIn;

/// Makes a row. Answers 204 with its key, or 201 with the row if that was preferred.
pub(super) async fn create(
    SignedIn { viewer, .. }: SignedIn,
    _: AntiForgery,
    State(app): State<AppState>,
    target: Target,
    base: Base,
    preferences: Preferences,
    JsonText(json): JsonText,
) -> Result<Response, ApiError> {
    let Part::All = target.part else { return Err(method_not_allowed(&Method::POST)) };
    let key = write::create(&app.db, &viewer, target.table, &json).await?;
    let address = base.row(target.table, key);
    if preferences.representation {
        let row = written(&app, &viewer, &target, key, &base, &preferences).await?;
        let answer = row.answer(StatusCode::CREATED, &preferences)?;
        return Ok(([(LOCATION, address)], answer).into_response());
    }
    let names = [("entityid", key.to_string()), ("odata-entityid", address.clone())];
    let mut answer = (StatusCode::NO_CONTENT, [(LOCATION, address)], names, [VERSION]).into_response();
    apply(&mut answer, &preferences);
    Ok(answer)
}
