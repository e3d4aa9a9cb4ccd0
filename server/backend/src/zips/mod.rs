//! Several files of a publication as one zip: what goes into it, how large it gets, and whose turn it is.

mod sending;
mod turns;

use std::{net::IpAddr, time::Duration};

use domain::{catalogue::zip::EntryNames, id::FileId};
pub use sending::send;
use store::publications::zips::ZipFile;
pub use turns::{NoTurn, Turn, Turns};
use zip::DateTime;

use crate::clock::service_day;

/// Files in one zip.
pub const MOST_FILES: usize = 500;
/// Bytes of files in one zip.
const MOST_BYTES: u64 = 500 << 20;
/// How long a reader may take for the next piece.
const PATIENCE: Duration = Duration::from_secs(20);

/// The bounds of all zips of this process.
#[derive(Clone, Debug)]
pub struct Zips {
    /// Turns to send one.
    pub turns: Turns,
    /// Bytes of files in one.
    pub most_bytes: u64,
    /// How long a reader may take for the next piece; then the turn is somebody else's.
    pub patience: Duration,
}

impl Default for Zips {
    fn default() -> Self {
        Self { turns: Turns::default(), most_bytes: MOST_BYTES, patience: PATIENCE }
    }
}

impl Zips {
    /// A turn to send one, if there is one now for this client. Whose address is not known has no bound of their own.
    pub fn turn(&self, client: Option<IpAddr>) -> Result<Turn, NoTurn> {
        self.turns.take(client)
    }
}

/// Why there is no zip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoZip {
    /// No file fits the choice.
    Nothing,
    /// Too many files, or too many bytes.
    TooMuch,
}

/// A zip that can be sent.
#[derive(Debug)]
pub struct Zip {
    entries: Vec<Entry>,
}

/// A file in it.
#[derive(Debug)]
struct Entry {
    file: FileId,
    name: String,
    bytes: u64,
    sha256: Vec<u8>,
    modified: DateTime,
}

impl Zip {
    /// A zip of these files, within the bounds.
    pub fn of(files: Vec<ZipFile>, most_bytes: u64) -> Result<Self, NoZip> {
        let mut names = EntryNames::default();
        let entries: Vec<Entry> = files.into_iter().map(|file| entry(file, &mut names)).collect();
        let bytes = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.bytes));
        if entries.is_empty() {
            Err(NoZip::Nothing)
        } else if entries.len() > MOST_FILES || bytes > most_bytes {
            Err(NoZip::TooMuch)
        } else {
            Ok(Self { entries })
        }
    }

    /// Its size in bytes, known beforehand, as its entries are stored as they are: the parts of the format
    /// (APPNOTE 4.3) without any extra field, each entry with the sizes after its content.
    pub fn length(&self) -> u64 {
        const LOCAL_HEADER: u64 = 30;
        const DESCRIPTOR: u64 = 16;
        const CENTRAL_HEADER: u64 = 46;
        const END: u64 = 22;
        let of_entry =
            |entry: &Entry| LOCAL_HEADER + DESCRIPTOR + CENTRAL_HEADER + 2 * entry.name.len() as u64 + entry.bytes;
        END + self.entries.iter().map(of_entry).sum::<u64>()
    }
}

fn entry(file: ZipFile, names: &mut EntryNames) -> Entry {
    let name = names.name(&file.code, file.kind, &file.file_name);
    let day = file.created_on.or(file.published_at.map(service_day));
    let modified = day.and_then(|day| {
        let parts = (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()));
        let (Ok(year), Ok(month), Ok(day)) = parts else { return None };
        DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok()
    });
    Entry {
        file: file.id,
        name,
        bytes: u64::try_from(file.bytes).unwrap_or_default(),
        sha256: file.sha256,
        modified: modified.unwrap_or_default(),
    }
}
