//! The facts of files of an import, row by row: every row is read or refused with its reason.

use std::{collections::HashMap, path::Path};

use domain::catalogue::{code::ProductCode, file::FileKind};
use jiff::civil::Date;
use serde::Deserialize;

use super::rows::{Refusal, each};

/// The facts of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// What it is for.
    pub kind: FileKind,
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size, as exact as it was written.
    pub bytes: i64,
    /// Pixels across.
    pub width_px: Option<i32>,
    /// Pixels down.
    pub height_px: Option<i32>,
    /// Pages.
    pub pages: Option<i32>,
    /// Seconds that a recording lasts.
    pub duration_s: Option<i32>,
    /// When it was made.
    pub created: Option<Date>,
}

#[derive(Debug, Deserialize)]
struct RawFile {
    code: String,
    kind: String,
    file_name: String,
    media_type: String,
    size: String,
    width_px: String,
    height_px: String,
    pages: String,
    created: String,
    /// Files need not have this column.
    #[serde(default)]
    duration_s: String,
}

/// Files by the normalised code of their edition.
pub type FilesByCode = HashMap<String, Vec<FileRow>>;

/// Reads the files' facts. A row that cannot be read is refused; its edition is read all the same.
pub fn read_files(file: &Path) -> Result<(FilesByCode, Vec<Refusal>), csv::Error> {
    let mut files = FilesByCode::new();
    let refused = each(file, |_, raw: RawFile| {
        let code = raw.code.clone();
        let (code, facts) = file_row(raw).map_err(|reason| (code, reason))?;
        files.entry(code.normalised()).or_default().push(facts);
        Ok(())
    })?;
    Ok((files, refused))
}

fn file_row(raw: RawFile) -> Result<(ProductCode, FileRow), String> {
    let code = ProductCode::parse(&raw.code).ok_or("the code has no letter or digit, or is too long")?;
    let facts = FileRow {
        kind: FileKind::from_code(&raw.kind).ok_or_else(|| format!("{:?} is no kind of file", raw.kind))?,
        file_name: raw.file_name.chars().take(255).collect(),
        media_type: raw.media_type,
        bytes: read_size(&raw.size).ok_or_else(|| format!("{:?} is no size", raw.size))?,
        width_px: number(&raw.width_px, "width")?,
        height_px: number(&raw.height_px, "height")?,
        pages: number(&raw.pages, "number of pages")?,
        // What lasts no time was not measured.
        duration_s: number(&raw.duration_s, "number of seconds")?.filter(|seconds| *seconds > 0),
        created: given(&raw.created).map(|day| day.parse().map_err(|_| format!("{day:?} is no date"))).transpose()?,
    };
    Ok((code, facts))
}

fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn number(text: &str, what: &str) -> Result<Option<i32>, String> {
    let read = |text: &str| text.parse().ok().filter(|number| *number >= 0);
    given(text).map(|text| read(text).ok_or_else(|| format!("{text:?} is no {what}"))).transpose()
}

/// "58 KB" in bytes.
fn read_size(text: &str) -> Option<i64> {
    let (number, unit) = text.split_once(' ').unwrap_or((text, "bytes"));
    let factor = match unit {
        "bytes" | "byte" | "B" => 1,
        "KB" => 1 << 10,
        "MB" => 1 << 20,
        "GB" => 1 << 30,
        _ => return None,
    };
    number.parse::<i64>().ok().filter(|number| *number >= 0)?.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read() {
        assert_eq!(read_size("58 KB"), Some(59_392));
        assert_eq!(read_size("1 MB"), Some(1_048_576));
        assert_eq!(read_size("big"), None);
    }

    #[test]
    fn what_is_no_number_is_said() {
        assert_eq!(number("", "width"), Ok(None));
        assert_eq!(number("420", "width"), Ok(Some(420)));
        assert_eq!(number("wide", "width"), Err("\"wide\" is no width".to_owned()));
    }
}
