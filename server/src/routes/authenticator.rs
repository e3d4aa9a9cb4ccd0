//! The secret of an authenticator that is being set up, as apps read it with a camera.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use fast_qr::{
    ECL, QRBuilder,
    convert::{Builder, svg::SvgBuilder},
};
use islands::context::Visitor;

use crate::{gate::Inside, serve::Answer};

/// Light modules around the code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// `/staff/authenticator.svg`: for whoever is setting one up, and for nobody else.
pub async fn svg(inside: Inside, headers: HeaderMap) -> Answer {
    match secret(&inside, &headers).await {
        Ok(Some(url)) => drawn(&url),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => super::failure(&error),
    }
}

/// What the code holds: an `otpauth:` address.
async fn secret(inside: &Inside, headers: &HeaderMap) -> Result<Option<String>, store::StoreError> {
    let (backend, visitor) = (&inside.backend, Visitor::of(headers));
    if !visitor.is_known() {
        return Ok(None);
    }
    let known = store::sessions::known(&backend.db, visitor.tokens, backend.clock.now()).await?;
    let staff = known.account.filter(|_| known.staff.is_some());
    let Some(holder) = backend::staff::holder(backend, known.session, staff).await? else { return Ok(None) };
    Ok(backend::staff::authenticator_secret(backend, holder).await?.map(|secret| secret.url))
}

fn drawn(url: &str) -> Answer {
    let Ok(code) = QRBuilder::new(url).ecl(ECL::M).build() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let said = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (said, SvgBuilder::default().margin(QUIET_ZONE).to_str(&code)).into_response()
}
