//! What is held of the owner of an account, for their own programs.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use domain::{access::Permission, paths};
use islands::context::Visitor;

use super::Download;
use crate::{gate::Inside, serve::Answer};

/// `/account/data.json`: everything that is held of whoever is signed in. Anybody else is led to the sign-in.
pub async fn data(inside: Inside, headers: HeaderMap) -> Answer {
    match own(&inside, &headers).await {
        Ok(Download::Taken(json)) => {
            let said = [
                (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
                (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"my-account.json\"")),
            ];
            (StatusCode::OK, said, json).into_response()
        }
        Ok(Download::TooOften(seconds)) => super::too_often(seconds),
        Ok(Download::SignedOut) => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, paths::account_sign_in().to_string())]).into_response()
        }
        Err(error) => super::failure(&error),
    }
}

async fn own(inside: &Inside, headers: &HeaderMap) -> Result<Download, store::StoreError> {
    let backend = &inside.backend;
    let visitor = Visitor::of(headers);
    if !visitor.is_known() {
        return Ok(Download::SignedOut);
    }
    let known = store::sessions::known(&backend.db, visitor.tokens, backend.clock.now()).await?;
    let Some(account) = known.account else { return Ok(Download::SignedOut) };
    backend::narrow(Permission::ManageAccount, Some(account), None);
    if let Some(seconds) = backend::exports::of_account(backend, account).await? {
        return Ok(Download::TooOften(seconds));
    }
    Ok(Download::of(backend::accounts::own_json(backend, account).await?))
}
