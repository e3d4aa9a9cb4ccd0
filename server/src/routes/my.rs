//! What is held of somebody, for their own programs; and the one press by which messages of campaigns are stopped.

use axum::{
    Extension,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use backend::{
    exports,
    posts::{self, Poster},
    registry::{leaving, my, own_json},
};
use domain::{access::Permission, paths};
use islands::context::Visitor;

use super::Download;
use crate::{gate::Inside, layers::Client, serve::Answer};

/// Before every link that stops messages. Programs of mail services post there and say nothing of where they come
/// from (RFC 8058 §3.2): the link carries its proof.
pub const STOP_MESSAGES: &str = "/stop-messages/";

/// `/my/data.json`: everything that is held of whoever is signed in. Anybody else is led to the sign-in.
pub async fn data(inside: Inside, headers: HeaderMap) -> Answer {
    match mine(&inside, &headers).await {
        Ok(Download::Taken(json)) => {
            let said = [
                (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
                (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
                (
                    header::CONTENT_DISPOSITION,
                    HeaderValue::from_static("attachment; filename=\"my-registration.json\""),
                ),
            ];
            (StatusCode::OK, said, json).into_response()
        }
        Ok(Download::TooOften(seconds)) => super::too_often(seconds),
        Ok(Download::SignedOut) => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, paths::my().to_string())]).into_response()
        }
        Err(error) => super::failure(&error),
    }
}

async fn mine(inside: &Inside, headers: &HeaderMap) -> Result<Download, store::StoreError> {
    let backend = &inside.backend;
    let Some(token) = Visitor::of(headers).tokens.session else { return Ok(Download::SignedOut) };
    let Some(registrant) = my::signed_in_by(backend, token).await? else { return Ok(Download::SignedOut) };
    backend::narrow(Permission::ManageRegistration, None, Some(registrant));
    if let Some(seconds) = exports::of_registrant(backend, registrant).await? {
        return Ok(Download::TooOften(seconds));
    }
    Ok(Download::of(own_json::of(backend, registrant).await?))
}

/// POST to the link that stops messages: stops them at once, without cookies, however often, as far as a network may.
pub async fn stop_messages(
    inside: Inside,
    client: Option<Extension<Client>>,
    Path((registrant, seal)): Path<(String, String)>,
) -> Answer {
    let poster = Poster { from: client.map(|Extension(client)| client.0), ..Poster::default() };
    match posts::count(&inside.backend, Permission::OpenRegistryLink, poster).await {
        Ok(None) => {}
        Ok(Some(seconds)) => return super::too_often(seconds),
        Err(error) => return super::failure(&error),
    }
    match leaving::stop_messages(&inside.backend, &registrant, &seal, true).await {
        Ok(true) => StatusCode::NO_CONTENT.into_response(),
        Ok(false) => StatusCode::GONE.into_response(),
        Err(error) => super::failure(&error),
    }
}
