//! The sitemap: every page that everybody may read, in parts, and an index of them, as
//! <https://www.sitemaps.org/protocol.html> wants them.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{catalogue::search::Search, paths};
use jiff::Timestamp;
use quick_xml::{Writer, events::BytesText};
use store::StoreError;

use crate::{gate::Inside, serve::Answer};

/// Editions that one part names. The protocol allows 50,000 addresses, and the first part has programmes as well.
const SIZE: i64 = 45_000;

/// An address, and when what is there was changed last.
type Entry = (paths::Path, Option<Timestamp>);

/// `/sitemap.xml`: where the parts are.
pub async fn index(inside: Inside) -> Answer {
    match parts(&inside).await {
        Ok(parts) => written(&inside, ("sitemapindex", "sitemap"), parts),
        Err(error) => super::failure(&error),
    }
}

async fn parts(inside: &Inside) -> Result<Vec<Entry>, StoreError> {
    let mut changed: Vec<_> = store::pages::parts(&inside.backend.db, SIZE).await?.into_iter().map(Some).collect();
    if changed.is_empty() {
        // The first part names what is always there.
        changed.push(None);
    }
    Ok((1..).map(paths::sitemap_part).zip(changed).collect())
}

/// `/sitemaps/{file}`: one part, each page under the address it names as its own. A publication has a page for each
/// language and format.
pub async fn part(inside: Inside, Path(file): Path<String>) -> Answer {
    let Some(number) = number(&file) else { return StatusCode::NOT_FOUND.into_response() };
    match pages(&inside, number).await {
        Ok(pages) if pages.is_empty() => StatusCode::NOT_FOUND.into_response(),
        Ok(pages) => written(&inside, ("urlset", "url"), pages),
        Err(error) => super::failure(&error),
    }
}

/// The number of a part, from 1 on, by the name of its file.
fn number(file: &str) -> Option<u32> {
    let number = file.strip_suffix(".xml")?.parse().ok()?;
    (number > 0 && file == format!("{number}.xml")).then_some(number)
}

async fn pages(inside: &Inside, number: u32) -> Result<Vec<Entry>, StoreError> {
    let db = &inside.backend.db;
    let mut pages: Vec<Entry> = Vec::new();
    if number == 1 {
        let fixed = [paths::home(), paths::publications(&Search::default()), paths::programmes()];
        let programmes = store::pages::programmes(db).await?;
        pages.extend(fixed.into_iter().chain(programmes.iter().map(paths::programme)).map(|path| (path, None)));
    }
    let editions = store::pages::part(db, number - 1, SIZE).await?;
    pages.extend(editions.into_iter().map(|(path, changed)| (path, Some(changed))));
    Ok(pages)
}

fn written(inside: &Inside, names: (&str, &str), entries: Vec<Entry>) -> Answer {
    let headers = [(header::CONTENT_TYPE, "application/xml"), (header::CACHE_CONTROL, super::feeds::KEPT)];
    match xml(&inside.backend.origin, names, entries) {
        Ok(xml) => (headers, xml).into_response(),
        Err(error) => {
            tracing::error!(%error, "the sitemap cannot be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Addresses of `origin` in an element, each in one of its own.
fn xml(origin: &str, (all, each): (&str, &str), entries: Vec<Entry>) -> std::io::Result<Vec<u8>> {
    let mut xml = Writer::new(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_vec());
    let all = xml.create_element(all).with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    all.write_inner_content(|xml| {
        for (path, changed) in entries {
            xml.create_element(each).write_inner_content(|xml| {
                let address = format!("{origin}{path}");
                xml.create_element("loc").write_text_content(BytesText::new(&address))?;
                if let Some(changed) = changed {
                    let day = changed.strftime("%Y-%m-%d").to_string();
                    xml.create_element("lastmod").write_text_content(BytesText::new(&day))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(xml.into_inner())
}
