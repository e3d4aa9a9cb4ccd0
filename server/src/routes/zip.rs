//! `/publications/{slug}/files.zip?language=…&format=…&kind=…`: the chosen files of a publication in one zip.

use axum::{
    Extension,
    body::Body,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::IntoResponse,
};
use backend::zips::{MOST_FILES, NoTurn, NoZip, Zip};
use domain::{
    catalogue::{edition::EditionStatus, zip::FileChoice},
    paths,
    text::Slug,
};
use store::publications::zips::{self, ZipFile};

use crate::{
    gate::Inside,
    layers::Client,
    serve::{Answer, Site},
};

/// Seconds after which there may be a turn again.
const BUSY: &str = "30";

/// Sends the zip, or says why there is none. Whoever only asks for the headers takes no turn.
pub async fn send(
    State(site): State<Site>,
    inside: Inside,
    method: Method,
    client: Option<Extension<Client>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let Some(slug) = Slug::parse(&slug) else { return StatusCode::NOT_FOUND.into_response() };
    let files = match found(&inside, &slug, &query.unwrap_or_default()).await {
        Ok(files) => files,
        Err(answer) => return answer,
    };
    let zip = match Zip::of(files, site.zips.most_bytes) {
        Ok(zip) => zip,
        Err(NoZip::Nothing) => return says(StatusCode::NOT_FOUND, "zip-nothing", &slug),
        Err(NoZip::TooMuch) => return says(StatusCode::BAD_REQUEST, "zip-too-much", &slug),
    };
    let headers = headers(&slug, &zip);
    if method == Method::HEAD {
        return (headers, Body::empty()).into_response();
    }
    let turn = match site.zips.turn(client.map(|Extension(client)| client.0)) {
        Ok(turn) => turn,
        Err(NoTurn::Nobody) => return later(StatusCode::SERVICE_UNAVAILABLE, "zip-busy", &slug),
        Err(NoTurn::Client) => return later(StatusCode::TOO_MANY_REQUESTS, "zip-yours", &slug),
    };
    let pieces = backend::zips::send(&inside.backend, zip, turn, site.zips.patience);
    (headers, Body::from_stream(pieces)).into_response()
}

/// The files that a query chooses of a publication that has a page; one more than fit, where there are more.
async fn found(inside: &Inside, slug: &Slug, query: &str) -> Result<Vec<ZipFile>, Answer> {
    let failed = |error: store::StoreError| super::failure(&error);
    let asked = || form_urlencoded::parse(query.as_bytes());
    let mut db = inside.backend.connection().await.map_err(failed)?;
    let standing = store::publications::standing(&mut *db, slug).await.map_err(failed)?;
    let publication = match standing {
        None => {
            drop(db);
            let slug = super::now_at(inside, slug).await?;
            return Err(super::leads_on(&paths::zip_as(&slug, asked())));
        }
        Some((_, EditionStatus::Withdrawn)) => return Err(says(StatusCode::GONE, "withdrawn", slug)),
        Some((publication, _)) => publication,
    };
    let at_most = i64::try_from(MOST_FILES + 1).unwrap_or(i64::MAX);
    zips::chosen(&mut *db, publication, &FileChoice::read(asked()), at_most).await.map_err(failed)
}

/// What is said of a zip. It comes whole or not at all, and stays as it is on its way.
fn headers(slug: &Slug, zip: &Zip) -> HeaderMap {
    let said = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}.zip\"")),
        (header::CONTENT_LENGTH, zip.length().to_string()),
        (header::ACCEPT_RANGES, "none".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox".to_owned()),
    ];
    said.into_iter().filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?))).collect()
}

/// The same for what may be asked again in a while.
fn later(status: StatusCode, words: &'static str, slug: &Slug) -> Answer {
    let mut answer = says(status, words, slug);
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(BUSY));
    answer
}

/// A page in words that leads back to where one chooses.
fn says(status: StatusCode, words: &'static str, slug: &Slug) -> Answer {
    super::says(status, words, paths::publication(slug))
}
