//! The editions of an import, row by row: every row is read or refused with its reason.

use std::path::Path;

use domain::catalogue::{
    code::ProductCode,
    edition::{AccessibleFormat, ResourceType},
    taxonomy::LanguageTag,
    video::VideoLink,
};
use jiff::civil::Date;
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use super::files::FileRow;

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
    /// A video elsewhere.
    pub video: Option<VideoLink>,
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
    /// Files need not have this column.
    #[serde(default)]
    video_url: String,
}

/// Reads the editions. A row that repeats a code is refused: it cannot be told which one is right.
pub fn read_rows(file: &Path) -> Result<(Vec<Row>, Vec<Refusal>), csv::Error> {
    let (mut rows, mut seen) = (Vec::new(), std::collections::HashSet::new());
    let refused = each(file, |line, raw: RawRow| {
        let code = raw.code.clone();
        match row(line, raw) {
            Ok(row) if seen.insert(row.code.normalised()) => rows.push(row),
            Ok(_) => return Err((code, "the code stands in an earlier row".to_owned())),
            Err(reason) => return Err((code, reason)),
        }
        Ok(())
    })?;
    Ok((rows, refused))
}

/// Takes each row of a file with its line, and gives those that were not taken: `take` says the code and why.
pub(super) fn each<T: DeserializeOwned>(
    file: &Path,
    mut take: impl FnMut(u64, T) -> Result<(), (String, String)>,
) -> Result<Vec<Refusal>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_path(file)?;
    let head = reader.headers()?.clone();
    let mut refused = Vec::new();
    for record in reader.into_records() {
        let record = match record {
            Err(error) if error.is_io_error() => return Err(error),
            record => record,
        };
        let at = |position: Option<&csv::Position>| position.map_or(0, csv::Position::line);
        let line = match &record {
            Ok(record) => at(record.position()),
            Err(error) => at(error.position()),
        };
        let taken = match record.and_then(|record| record.deserialize::<T>(Some(&head))) {
            Ok(raw) => take(line, raw),
            Err(error) => Err((String::new(), format!("the row cannot be read: {error}"))),
        };
        if let Err((code, reason)) = taken {
            refused.push(Refusal { line, code, reason });
        }
    }
    Ok(refused)
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
        video: video(&raw.video_url)?,
    })
}

fn video(link: &str) -> Result<Option<VideoLink>, String> {
    let read = || VideoLink::parse(link).ok_or_else(|| format!("{link:?} is no https link to a video"));
    (!link.is_empty()).then(read).transpose()
}

/// What a row and its files say, in one value: the same again is unchanged.
pub fn hash(row: &Row, files: &[FileRow]) -> Vec<u8> {
    let mut hash = Sha256::new();
    // A row without a video has the mark it had before files could name one: it is as it was.
    let video = row.video.as_ref().map_or("", VideoLink::as_str);
    let row = format!("{:?}", Row { line: 0, video: None, ..row.clone() }).replace(", video: None }", " }");
    // The same holds for a file without a length.
    let files = format!("{files:?}").replace(", duration_s: None", "");
    hash.update(format!("{row}{files}{video}"));
    hash.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

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
            video_url: String::new(),
        };
        assert_eq!(row(2, raw), Err("the code has no letter or digit, or is too long".to_owned()));
    }
}
