//! How a file comes in: what it is is looked at once, its pictures are made smaller once, and everything is kept.

mod documents;
mod pictures;
mod recordings;

use domain::{catalogue::file::FileKind, id::EditionId};
use jiff::civil::Date;
pub use pictures::PictureError;
use sqlx::PgConnection;
use store::{import::NewFile, thumbnails::NewThumbnail};

use crate::{Backend, StoreError};

/// A file that comes in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// What it is for. Covers are pictures: the first of an edition is its cover, the others are its gallery.
    pub kind: FileKind,
    /// Place among the files of its kind, from 1.
    pub position: i32,
    /// Its name; the ending says what it should be.
    pub name: String,
    /// What a picture shows, in the language of its edition.
    pub description: Option<String>,
    /// When it was made.
    pub created_on: Option<Date>,
    /// Its content.
    pub content: Vec<u8>,
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// It is a picture that is not what it should be, or too much.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// Something in it ends whoever looks at it.
    #[error("looking at it failed: {0}")]
    Fails(#[from] tokio::task::JoinError),
    /// It cannot be kept where files lie.
    #[error("it cannot be kept: {0}")]
    NotKept(#[from] std::io::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Everything that is known of a file by its content.
#[derive(Debug, Default)]
struct Facts {
    width_px: Option<i32>,
    height_px: Option<i32>,
    pages: Option<i32>,
    page_size: Option<String>,
    duration_s: Option<i32>,
    small: Vec<pictures::Small>,
}

/// Takes a file of an edition: keeps its content, its facts and its thumbnails. A refused file leaves nothing behind.
pub async fn take(
    backend: &Backend,
    db: &mut PgConnection,
    edition: EditionId,
    file: Incoming,
) -> Result<(), IngestError> {
    let (kind, media_type) = (file.kind, media_type(&file.name));
    let bytes = number(file.content.len());
    let look = move || facts(&file.content, kind, media_type).map(|facts| (facts, file.content));
    let (facts, content) = tokio::task::spawn_blocking(look).await??;
    let sha256 = backend.files.put(content).await?;
    let new = NewFile {
        kind,
        position: file.position,
        file_name: file.name,
        media_type: media_type.to_owned(),
        bytes,
        sha256: Some(sha256.to_vec()),
        width_px: facts.width_px,
        height_px: facts.height_px,
        pages: facts.pages,
        page_size: facts.page_size,
        duration_s: facts.duration_s,
        description: file.description,
        created_on: file.created_on,
    };
    let id = store::import::insert_file(&mut *db, edition, &new).await?;
    let mut thumbnails = Vec::new();
    for small in facts.small {
        let bytes = number(small.content.len());
        let sha256 = backend.files.put(small.content).await?;
        thumbnails.push(NewThumbnail { width_px: small.width, height_px: small.height, bytes, sha256 });
    }
    if !thumbnails.is_empty() {
        store::thumbnails::insert(&mut *db, id, &thumbnails).await?;
    }
    Ok(())
}

fn number(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// The media type that a name promises.
fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "mp3" => "audio/mpeg",
        "wav" => "audio/wav",
        "mp4" => "video/mp4",
        "mov" => "video/quicktime",
        _ => "application/octet-stream",
    }
}

/// Looks at a file. Covers have to be pictures that can be shown; of anything else that cannot be read nothing is
/// known but its size.
fn facts(content: &[u8], kind: FileKind, media_type: &str) -> Result<Facts, PictureError> {
    if kind == FileKind::Cover || pictures::are(media_type) {
        let is_shown = kind == FileKind::Cover;
        let picture =
            if is_shown { pictures::shrink(content, media_type)? } else { pictures::size(content, media_type)? };
        let side = |pixels: u32| i32::try_from(pixels).ok();
        return Ok(Facts {
            width_px: side(picture.width),
            height_px: side(picture.height),
            small: picture.small,
            ..Facts::default()
        });
    }
    if media_type == "application/pdf" {
        let (pages, page_size) = documents::pages(content).unzip();
        return Ok(Facts { pages, page_size: page_size.flatten(), ..Facts::default() });
    }
    Ok(Facts { duration_s: recordings::seconds(content, media_type), ..Facts::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(name: &str) -> Facts {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample/files");
        let kind = if name.contains("cover") { FileKind::Cover } else { FileKind::Web };
        facts(&std::fs::read(folder.join(name)).expect("a file"), kind, media_type(name)).expect("readable")
    }

    #[test]
    fn files_say_what_they_are() {
        let leaflet = sample("flu-0017-en-01.pdf");
        assert_eq!((leaflet.pages, leaflet.page_size.as_deref()), (Some(3), Some("A5")));
        let spoken = sample("gen-0001-en-aud-01.mp3");
        assert_eq!((spoken.duration_s, spoken.pages), (Some(8), None));
        let cover = sample("flu-0017-en-01-cover.png");
        assert_eq!((cover.width_px, cover.height_px), (Some(420), Some(594)));
        let widths: Vec<i32> = cover.small.iter().map(|small| small.width).collect();
        assert_eq!(widths, [420, 210, 105]);
    }

    #[test]
    fn of_what_cannot_be_read_only_the_size_is_known() {
        for name in ["broken.pdf", "broken.mp3", "broken.wav", "broken.mp4", "letter.docx"] {
            let known = facts(b"nothing of the kind", FileKind::Web, media_type(name)).expect("taken");
            assert_eq!((known.pages, known.duration_s, known.width_px), (None, None, None), "{name}");
        }
    }

    #[test]
    fn a_cover_is_a_picture() {
        assert!(facts(b"%PDF-1.7", FileKind::Cover, "application/pdf").is_err());
        assert!(facts(b"words", FileKind::Cover, "text/plain").is_err());
        assert!(facts(b"words", FileKind::Web, "image/png").is_err(), "what is called a picture has to be one");
    }
}
