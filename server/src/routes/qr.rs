//! The QR code of a publication: leads to its page, whatever version is current.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{paths, text::Slug};
use fast_qr::{
    ECL, QRBuilder,
    convert::{Builder, svg::SvgBuilder},
};

use crate::serve::{Answer, Site};

/// Error correction Q, quiet zone of four modules.
pub async fn svg(State(site): State<Site>, Path(slug): Path<String>) -> Answer {
    let Some(slug) = Slug::parse(&slug) else { return StatusCode::NOT_FOUND.into_response() };
    match store::publications::find(&site.backend.db, &slug).await {
        Ok(Some(publication)) => {
            let address = format!("{}{}", site.backend.origin, paths::publication(&publication.slug));
            let Ok(code) = QRBuilder::new(address).ecl(ECL::Q).build() else {
                return StatusCode::NOT_FOUND.into_response();
            };
            let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
            (headers, SvgBuilder::default().margin(4).to_str(&code)).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => super::failure(&error),
    }
}
