//! The posts of forms: server functions, reached by browsers with or without scripts.

use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::IntoResponse,
};

use domain::access::Admitted;

use super::pages::form_context;
use crate::{
    layers::canonical_form_body,
    serve::{Answer, Site},
};

/// Runs the server function at this path, if the table of who may do what knows it. It redirects when it is done; what
/// it cannot do becomes a page with the right status.
pub async fn submit(State(site): State<Site>, request: Request) -> Answer {
    let is_known = leptos::server_fn::axum::server_fn_paths().any(|(path, _)| path == request.uri().path());
    if !is_known {
        return StatusCode::NOT_FOUND.into_response();
    }
    if request.extensions().get::<Admitted>().is_none() {
        return StatusCode::FORBIDDEN.into_response();
    }
    match canonical_form_body(request).await {
        Ok(request) => leptos_axum::handle_server_fns_with_context(form_context(&site), request).await.into_response(),
        Err(status) => status.into_response(),
    }
}
