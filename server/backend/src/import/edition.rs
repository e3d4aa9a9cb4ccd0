//! An imported row and its files as an edition.

use std::collections::HashMap;

use domain::{
    catalogue::{
        edition::{AccessType, EditionStatus},
        file::FileKind,
    },
    id::{EditionId, PublicationId},
};
use store::import::{NewEdition, NewFile};

use super::{files::FileRow, rows::Row};

/// More files than a catalogue of ours takes; kept with a warning.
const MANY_FILES: usize = 20;

/// An edition of a row: live, and download-only.
pub(super) fn edition(
    id: EditionId,
    publication: PublicationId,
    row: &Row,
    files: &[FileRow],
    hash: Vec<u8>,
) -> NewEdition {
    NewEdition {
        id,
        publication,
        language: row.language.clone(),
        format: row.format,
        version: 1,
        code: row.code.clone(),
        title: None,
        summary: None,
        resource_type: row.resource_type,
        access: AccessType::DownloadOnly,
        status: EditionStatus::Live,
        published_at: row.first_published.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|at| at.timestamp()),
        first_published_on: Some(row.first_published),
        unit_of_issue: 1,
        maximum: None,
        minimum_stock_level: 0,
        run_to_zero: false,
        order_from: None,
        order_end: None,
        order_exceptions: None,
        video_url: row.video.clone(),
        warnings: warnings(files),
        import_hash: Some(hash),
    }
}

/// What a catalogue of ours would have and this row has not.
fn warnings(files: &[FileRow]) -> Vec<String> {
    let of = |kind: FileKind| files.iter().filter(|file| file.kind == kind).count();
    let mut found = vec!["no summary".to_owned()];
    match of(FileKind::Cover) {
        0 => found.push("no cover".to_owned()),
        1 => {}
        more => found.push(format!("{more} covers")),
    }
    if of(FileKind::Web) == 0 {
        found.push("no web file".to_owned());
    }
    if of(FileKind::Web).max(of(FileKind::Print)) > MANY_FILES {
        found.push(format!("more than {MANY_FILES} files"));
    }
    if !files.is_empty() {
        found.push("files not scanned".to_owned());
    }
    found
}

/// The facts of an edition's files, each with its place among those of its kind.
pub(super) fn file_facts(edition: EditionId, files: &[FileRow]) -> Vec<(EditionId, NewFile)> {
    let mut positions = HashMap::new();
    files
        .iter()
        .map(|file| {
            let position = positions.entry(file.kind).and_modify(|position| *position += 1).or_insert(1);
            let facts = NewFile {
                kind: file.kind,
                position: *position,
                file_name: file.file_name.clone(),
                media_type: file.media_type.clone(),
                bytes: file.bytes,
                sha256: None,
                width_px: file.width_px,
                height_px: file.height_px,
                pages: file.pages,
                page_size: None,
                duration_s: file.duration_s,
                description: None,
                created_on: file.created,
            };
            (edition, facts)
        })
        .collect()
}
