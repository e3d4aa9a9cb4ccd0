//! Writing a zip while it is sent. The writer works beside the answer and is never more than a few pieces ahead of its
//! reader. An answer that ends before the zip does ends in an error: nobody takes a part for the whole.

use std::{
    io::{self, Write},
    mem,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use futures::{StreamExt, stream};
use tokio::sync::mpsc;
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Entry, Turn, Zip};
use crate::{FileStore, SharedBackend, files::Pieces};

/// Bytes in one piece.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for the reader.
const AHEAD: usize = 2;

/// Bytes a second that a reader takes on the whole.
const SLOWEST: u64 = 50 * 1024;
/// What it may take longer.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// What is handed to the answer.
enum Part {
    /// More of the zip.
    Piece(Bytes),
    /// That was all of it.
    End,
}

/// Why a zip is not sent to its end.
enum Cut {
    /// Its reader went away, or took too long.
    Reader,
    /// A file is missing, is not what it was, or cannot be read.
    Files(io::Error),
}

impl From<io::Error> for Cut {
    fn from(error: io::Error) -> Self {
        Self::Files(error)
    }
}

impl From<ZipError> for Cut {
    fn from(error: ZipError) -> Self {
        Self::Files(error.into())
    }
}

/// Sends a zip, keeps its turn until then, and counts its files once the last piece was handed over.
pub fn send(backend: &SharedBackend, zip: Zip, turn: Turn, patience: Duration) -> Pieces {
    let (sender, parts) = mpsc::channel(AHEAD);
    let (backend, reader) = (backend.clone(), Reader { parts: sender, patience });
    tokio::spawn(async move {
        let _turn = turn;
        // Nobody holds a turn for good by taking a little now and then.
        let longest = LONGEST_PAUSE + Duration::from_secs(zip.length() / SLOWEST);
        match tokio::time::timeout(longest, write(&backend.files, &zip, &reader)).await.unwrap_or(Err(Cut::Reader)) {
            Ok(()) => {
                crate::usage::downloaded(&backend, zip.entries.iter().map(|entry| entry.file).collect());
                // Whoever was told the size may have left with the last byte.
                let _ = reader.takes(Part::End).await;
            }
            Err(Cut::Reader) => tracing::debug!("the reader of a zip went away or took too long"),
            Err(Cut::Files(error)) => tracing::error!(%error, "a file is missing from the store, or cannot be read"),
        }
    });
    answer(parts)
}

/// The parts as the body of an answer.
fn answer(parts: mpsc::Receiver<Part>) -> Pieces {
    stream::unfold(Some(parts), next).boxed()
}

/// The next piece, and whence the one after it comes. Only an end that was said is one.
async fn next(parts: Option<mpsc::Receiver<Part>>) -> Option<(io::Result<Bytes>, Option<mpsc::Receiver<Part>>)> {
    let mut parts = parts?;
    match parts.recv().await {
        Some(Part::Piece(piece)) => Some((Ok(piece), Some(parts))),
        Some(Part::End) => None,
        None => Some((Err(io::ErrorKind::UnexpectedEof.into()), None)),
    }
}

async fn write(files: &FileStore, zip: &Zip, reader: &Reader) -> Result<(), Cut> {
    let written = Written::default();
    // When it is dropped it finishes the zip; what it writes then is taken by nobody.
    let mut writer = ZipWriter::new_stream(written.clone());
    for entry in &zip.entries {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(entry.modified);
        writer.start_file(&entry.name, options)?;
        let mut pieces = content(files, entry).await?;
        let mut left = entry.bytes;
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            left = left.checked_sub(piece.len() as u64).ok_or(io::ErrorKind::InvalidData).map_err(io::Error::from)?;
            writer.write_all(&piece)?;
            reader.takes_all(written.take()).await?;
        }
        if left > 0 {
            return Err(Cut::Files(io::ErrorKind::UnexpectedEof.into()));
        }
    }
    writer.finish()?;
    reader.takes_all(written.take()).await
}

/// The content of a file that has the size it is known by.
async fn content(files: &FileStore, entry: &Entry) -> io::Result<Pieces> {
    if files.length(&entry.sha256).await? != entry.bytes {
        return Err(io::ErrorKind::InvalidData.into());
    }
    files.stream(&entry.sha256, 0..entry.bytes).await
}

/// Whoever takes the zip.
struct Reader {
    parts: mpsc::Sender<Part>,
    patience: Duration,
}

impl Reader {
    async fn takes_all(&self, mut bytes: Bytes) -> Result<(), Cut> {
        while !bytes.is_empty() {
            let piece = bytes.split_to(bytes.len().min(PIECE));
            self.takes(Part::Piece(piece)).await?;
        }
        Ok(())
    }

    async fn takes(&self, part: Part) -> Result<(), Cut> {
        match tokio::time::timeout(self.patience, self.parts.send(part)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Cut::Reader),
        }
    }
}

/// What was written and not taken yet.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Bytes {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
