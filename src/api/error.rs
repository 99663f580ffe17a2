//! What went wrong with a request, by what the reader can do next.

use portal_model::odata::ErrorBody;

/// A request that did not do what it was for.
#[derive(Clone, Debug, PartialEq)]
pub enum ApiError {
    /// No answer came: look at the connection and try again.
    Unreachable,
    /// The session is over: sign in again.
    SignedOut,
    /// The reader's role does not allow it: ask somebody.
    Forbidden,
    /// It is not there, or not for the reader.
    NotFound,
    /// It has been changed or created meanwhile: look at it as it is now.
    Changed,
    /// The supplier's system refused it: change something.
    Refused {
        /// The endpoint's own sentence, which names the column at fault.
        message: String,
    },
    /// Too much at once: wait.
    Busy,
    /// The endpoint failed or answered something that cannot be read: try again, or report it with the reference.
    Faulty {
        /// What to quote when reporting it.
        reference: String,
    },
}

impl ApiError {
    /// The meaning of a refusal.
    pub(super) fn from_answer(status: u16, body: Option<ErrorBody>) -> Self {
        let code = body.as_ref().map(|body| body.code.clone()).unwrap_or_default();
        match status {
            401 => Self::SignedOut,
            // Sites answer 403 both to a role that is too small and to somebody who is nobody any more.
            403 if code.eq_ignore_ascii_case(MISSING_SESSION) => Self::SignedOut,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            412 => Self::Changed,
            429 | 503 => Self::Busy,
            400..=499 => Self::Refused { message: body.map(|body| body.message).unwrap_or_default() },
            // A refusal of the ERP reaches the portal as an error of Dataverse, whatever its status is.
            _ => match body {
                Some(body) if !body.cdscode.is_empty() => Self::Refused { message: body.message },
                _ => Self::Faulty { reference: format!("{status} {code}").trim().to_owned() },
            },
        }
    }

    /// Whether the same request may succeed if it is simply sent again.
    pub fn is_worth_trying_again(&self) -> bool {
        matches!(self, Self::Unreachable | Self::Busy | Self::Faulty { .. })
    }

    /// The word for texts.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::SignedOut => "signed-out",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Changed => "changed",
            Self::Refused { .. } => "refused",
            Self::Busy => "busy",
            Self::Faulty { .. } => "faulty",
        }
    }
}

/// MissingPortalSessionCookie (Power Pages Web API, error codes).
const MISSING_SESSION: &str = "90040109";

/// The codes with which a site refuses an anti-forgery token: it must be fetched anew.
pub(super) fn refuses_token(status: u16, body: Option<&ErrorBody>) -> bool {
    let code = body.map_or("", |body| body.code.as_str());
    matches!(status, 401 | 403) && matches!(code.to_ascii_uppercase().as_str(), "90040107" | "90040108")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(code: &str, cdscode: &str) -> Option<ErrorBody> {
        Some(ErrorBody { code: code.into(), message: "m".into(), cdscode: cdscode.into() })
    }

    #[test]
    fn a_status_becomes_what_the_reader_can_do() {
        let cases = [
            (401, None, "signed-out"),
            (403, body("90040109", ""), "signed-out"),
            (403, body("90040120", ""), "forbidden"),
            (404, None, "not-found"),
            (412, None, "changed"),
            (400, body("90040100", ""), "refused"),
            (413, None, "refused"),
            (429, None, "busy"),
            (500, body("9004010D", "0x80040265"), "refused"),
            (500, None, "faulty"),
        ];
        for (status, body, expected) in cases {
            assert_eq!(ApiError::from_answer(status, body).slug(), expected, "{status}");
        }
    }

    #[test]
    fn a_refused_token_is_not_a_lost_right() {
        assert!(refuses_token(403, body("90040107", "").as_ref()));
        assert!(!refuses_token(403, body("90040103", "").as_ref()));
    }
}
