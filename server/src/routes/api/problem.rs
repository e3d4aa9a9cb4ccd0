//! What went wrong, for programs (RFC 9457).

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use domain::catalogue::{
    code::ProductCode,
    search::{Wrong, WrongParameter},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::serve::Answer;

/// The media type of problems.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Why there is no answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is, in words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What kind of problem it is, for programs.
    #[schema(value_type = String)]
    pub code: &'static str,
    /// What can be done about it.
    pub detail: String,
    /// What is wrong with each parameter.
    pub errors: Vec<ParameterProblem>,
}

/// What is wrong with a parameter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ParameterProblem {
    /// Its name.
    pub field: String,
    /// What is wrong with it, for programs.
    #[schema(value_type = String)]
    pub code: &'static str,
    /// The same in words.
    pub message: String,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Problem").to_owned();
        Self { title, status: status.as_u16(), code, detail: detail.into(), errors: Vec::new() }
    }

    /// Parameters that cannot be taken.
    pub fn parameters(wrong: Vec<WrongParameter>) -> Self {
        let detail = "Some parameters cannot be taken; /api/v1/openapi.json says which there are.";
        let all_are_names = wrong.iter().all(|parameter| parameter.wrong == Wrong::Name);
        let kind = code(if all_are_names { Wrong::Name } else { Wrong::Value });
        let errors = wrong.into_iter().map(|WrongParameter { name, wrong }| ParameterProblem {
            message: sentence(&name, wrong),
            field: name,
            code: code(wrong),
        });
        Self { errors: errors.collect(), ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, kind, detail) }
    }

    /// An edition that was taken back.
    pub fn withdrawn(newer: Option<&ProductCode>) -> Self {
        let detail = match newer {
            Some(code) => format!("This edition has been withdrawn. In its place there is {code}."),
            None => "This edition has been withdrawn.".to_owned(),
        };
        Self::new(StatusCode::GONE, "withdrawn", detail)
    }

    /// A publication of which everything was taken back.
    pub fn withdrawn_publication() -> Self {
        Self::new(StatusCode::GONE, "withdrawn", "This publication has been withdrawn.")
    }
}

/// What is wrong with a parameter, for programs.
const fn code(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Name => "unknown_name",
        Wrong::Unknown | Wrong::Repeated | Wrong::TooMany | Wrong::Value => "field_invalid",
    }
}

fn sentence(name: &str, wrong: Wrong) -> String {
    match wrong {
        Wrong::Unknown => format!("There is no parameter {name:?} here."),
        Wrong::Repeated => format!("The parameter {name:?} may be given once."),
        Wrong::TooMany => format!("The parameter {name:?} has too many values."),
        Wrong::Value => format!("The parameter {name:?} does not take this value."),
        Wrong::Name => format!("The parameter {name:?} has a value that is not in its list."),
    }
}

/// The problem of a status that says everything.
pub fn of_status(status: StatusCode) -> Problem {
    let (code, detail) = match status {
        StatusCode::NOT_FOUND => ("not_found", "There is nothing at this address."),
        StatusCode::METHOD_NOT_ALLOWED => ("method_not_allowed", "This address can only be read."),
        StatusCode::FORBIDDEN => ("forbidden", "This address can only be read."),
        StatusCode::GONE => ("withdrawn", "What was here has been withdrawn."),
        StatusCode::TOO_MANY_REQUESTS => ("rate_limited", "Too many searches. Retry-After says when to go on."),
        StatusCode::SERVICE_UNAVAILABLE => ("unavailable", "The service cannot answer now. Try again later."),
        status if status.is_client_error() => ("bad_request", "The request cannot be taken as it is."),
        _ => ("failed", "Something went wrong on our side."),
    };
    Problem::new(status, code, detail)
}

impl IntoResponse for Problem {
    fn into_response(self) -> Answer {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))], body).into_response()
    }
}
