//! `If-Match` and `If-None-Match` of a write (Dataverse Web API, conditional operations).

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::request::Parts;
use portal_store::StoreError;
use portal_store::write::Precondition;

use crate::error::ApiError;

/// What must hold for a row to be written.
pub(super) struct Conditions(pub(super) Precondition);

impl<S: Sync> FromRequestParts<S> for Conditions {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        read(&parts.headers).map(Self).map_err(ApiError::from)
    }
}

fn read(headers: &HeaderMap) -> Result<Precondition, StoreError> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    match (text(IF_MATCH), text(IF_NONE_MATCH)) {
        (None, None) => Ok(Precondition::None),
        (Some("*"), None) => Ok(Precondition::Exists),
        (Some(tag), None) if !tag.contains(',') => Ok(Precondition::Tag(tag.to_owned())),
        (None, Some("*")) => Ok(Precondition::Missing),
        _ => Err(StoreError::NotSupported(
            "A write takes one If-Match with * or one tag, or If-None-Match with *.".to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_from_either_header_and_never_guessed() {
        let conditions = |pairs: &[(HeaderName, &'static str)]| {
            let pairs = pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap()));
            read(&HeaderMap::from_iter(pairs)).ok()
        };
        assert_eq!(conditions(&[]), Some(Precondition::None));
        assert_eq!(conditions(&[(IF_MATCH, "*")]), Some(Precondition::Exists));
        assert_eq!(conditions(&[(IF_MATCH, "W/\"7\"")]), Some(Precondition::Tag("W/\"7\"".into())));
        assert_eq!(conditions(&[(IF_NONE_MATCH, "*")]), Some(Precondition::Missing));
        assert_eq!(conditions(&[(IF_NONE_MATCH, "W/\"7\"")]), None);
        assert_eq!(conditions(&[(IF_MATCH, "*"), (IF_NONE_MATCH, "*")]), None);
    }
}
