//! The two files of an import, row by row: every row is read or refused with its reason.

use std::{collections::HashMap, path::Path};

use domain::catalogue::{
    code::ProductCode,
    edition::{AccessibleFormat, ResourceType},
    file::FileKind,
    taxonomy::LanguageTag,
};
use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// An edition as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, from 2.
    pub line: u64,
    /// Product code.
    pub code: ProductCode,
    /// Title as written.
    pub title: String,
    /// Language.
    pub language: LanguageTag,
    /// Name of the language as written.
    pub language_name: String,
    /// Format.
    pub format: AccessibleFormat,
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Name of the programme.
    pub programme: String,
    /// Names of diseases.
    pub diseases: Vec<String>,
    /// Day it was first published.
    pub first_published: Date,
}

/// A row that is not read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Line in the file, from 2.
    pub line: u64,
    /// Its code as written.
    pub code: String,
    /// Why, in words.
    pub reason: String,
}

#[derive(Debug, Deserialize)]
struct RawRow {
    code: String,
    title: String,
    language_code: String,
    language: String,
    format: String,
    resource_type: String,
    programme: String,
    diseases: String,
    first_published: String,
}

/// Reads the editions. A row that repeats a code is refused: it cannot be told which one is right.
pub fn read_rows(file: &Path) -> Result<(Vec<Row>, Vec<Refusal>), csv::Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_path(file)?;
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    let mut seen = std::collections::HashSet::new();
    for (line, raw) in (2..).zip(reader.deserialize::<RawRow>()) {
        let raw = match raw {
            Ok(raw) => raw,
            Err(error) if error.is_io_error() => return Err(error),
            Err(error) => {
                refused.push(Refusal { line, code: String::new(), reason: format!("the row cannot be read: {error}") });
                continue;
            }
        };
        let code = raw.code.clone();
        match row(line, raw) {
            Ok(row) if seen.insert(row.code.normalised()) => rows.push(row),
            Ok(_) => refused.push(Refusal { line, code, reason: "the code stands in an earlier row".to_owned() }),
            Err(reason) => refused.push(Refusal { line, code, reason }),
        }
    }
    Ok((rows, refused))
}

fn row(line: u64, raw: RawRow) -> Result<Row, String> {
    let code = ProductCode::parse(&raw.code).ok_or("the code has no letter or digit, or is too long")?;
    let title = raw.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > 255 {
        return Err("the title is empty or longer than 255 characters".to_owned());
    }
    Ok(Row {
        line,
        code,
        title,
        language: LanguageTag::parse(&raw.language_code)
            .ok_or_else(|| format!("{:?} is no language", raw.language_code))?,
        language_name: raw.language,
        format: AccessibleFormat::from_any_name(&raw.format).ok_or_else(|| format!("{:?} is no format", raw.format))?,
        resource_type: ResourceType::from_any_name(&raw.resource_type)
            .ok_or_else(|| format!("{:?} is no resource type", raw.resource_type))?,
        programme: raw.programme,
        diseases: raw.diseases.split(';').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
        first_published: raw.first_published.parse().map_err(|_| format!("{:?} is no date", raw.first_published))?,
    })
}

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
}

/// Reads the files' facts by normalised code. What is not a known kind of file is left out.
pub fn read_files(file: &Path) -> Result<HashMap<String, Vec<FileRow>>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_path(file)?;
    let mut files = HashMap::<String, Vec<FileRow>>::new();
    for raw in reader.deserialize::<RawFile>() {
        let raw = match raw {
            Ok(raw) => raw,
            Err(error) if error.is_io_error() => return Err(error),
            // The facts of one file are no reason to leave out a catalogue.
            Err(_) => continue,
        };
        let (Some(code), Some(kind)) = (ProductCode::parse(&raw.code), FileKind::from_code(&raw.kind)) else {
            continue;
        };
        let facts = FileRow {
            kind,
            file_name: raw.file_name.chars().take(255).collect(),
            media_type: raw.media_type,
            bytes: read_size(&raw.size).unwrap_or_default(),
            width_px: raw.width_px.parse().ok(),
            height_px: raw.height_px.parse().ok(),
            pages: raw.pages.parse().ok(),
            created: raw.created.parse().ok(),
        };
        files.entry(code.normalised()).or_default().push(facts);
    }
    Ok(files)
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

/// What a row and its files say, in one value: the same again is unchanged.
pub fn hash(row: &Row, files: &[FileRow]) -> Vec<u8> {
    let mut hash = Sha256::new();
    let row = Row { line: 0, ..row.clone() };
    hash.update(format!("{row:?}{files:?}"));
    hash.finalize().to_vec()
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
    fn a_code_that_says_nothing_is_refused() {
        let raw = RawRow {
            code: "-".into(),
            title: "2748337".into(),
            language_code: "en".into(),
            language: "English".into(),
            format: "standard".into(),
            resource_type: "Leaflet".into(),
            programme: "General".into(),
            diseases: String::new(),
            first_published: "2020-01-01".into(),
        };
        assert_eq!(row(2, raw), Err("the code has no letter or digit, or is too long".to_owned()));
    }
}
