//! Where files lie: by the hash of their content, never by a name that somebody chose.

use std::{
    collections::HashMap,
    io::SeekFrom,
    ops::Range,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use domain::id::FileId;
use futures::{
    StreamExt,
    stream::{self, BoxStream},
};
use jiff::ToSpan;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio_util::io::ReaderStream;

use crate::Backend;

/// The content of a file, piece by piece.
pub type Pieces = BoxStream<'static, std::io::Result<Bytes>>;

/// Minutes for which a link to a file works.
const LINK_MINUTES: i64 = 60;
/// Bytes in one piece.
const PIECE: usize = 64 * 1024;

/// Files in memory, by hash.
type Remembered = Mutex<HashMap<[u8; 32], Vec<u8>>>;

/// The address of a file, sealed for an hour; `/view` after it shows the file in its place.
pub fn link(backend: &Backend, file: FileId) -> String {
    let seal = backend.secrets.seal("file", &file.to_string(), backend.clock.now() + LINK_MINUTES.minutes());
    format!("/files/{file}/{seal}")
}

/// A place for files.
#[derive(Clone, Debug)]
pub enum FileStore {
    /// A folder.
    Folder(PathBuf),
    /// The memory of this process; for tests.
    Memory(Arc<Remembered>),
}

impl FileStore {
    /// An empty place in memory.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Keeps a file and gives the hash it lies under.
    pub async fn put(&self, content: Vec<u8>) -> std::io::Result<[u8; 32]> {
        let hash: [u8; 32] = Sha256::digest(&content).into();
        match self {
            Self::Folder(folder) => {
                let target = folder.join(name(&hash));
                if tokio::fs::try_exists(&target).await? {
                    return Ok(hash);
                }
                tokio::fs::create_dir_all(folder).await?;
                // Written beside and renamed, so that nobody ever reads half a file.
                let part = folder.join(format!("{}.part", uuid::Uuid::now_v7()));
                tokio::fs::write(&part, content).await?;
                tokio::fs::rename(part, target).await?;
            }
            Self::Memory(files) => {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(hash, content);
            }
        }
        Ok(hash)
    }

    /// Begins a file that is too large to hold; see [`Writing`].
    pub async fn begin(&self) -> std::io::Result<Writing> {
        let place = match self {
            Self::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let part = Part(folder.join(format!("{}.part", uuid::Uuid::now_v7())));
                Place::Folder { file: tokio::fs::File::create(&part.0).await?, part, folder: folder.clone() }
            }
            Self::Memory(files) => Place::Memory { content: Vec::new(), files: files.clone() },
        };
        Ok(Writing { digest: Sha256::new(), bytes: 0, place })
    }

    /// Takes a file away, if it is there. Whoever reads it already reads it to its end.
    pub async fn remove(&self, hash: &[u8]) -> std::io::Result<()> {
        match self {
            Self::Folder(folder) => match tokio::fs::remove_file(folder.join(name(hash))).await {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            },
            Self::Memory(files) => {
                if let Ok(hash) = <[u8; 32]>::try_from(hash) {
                    files.lock().unwrap_or_else(PoisonError::into_inner).remove(&hash);
                }
                Ok(())
            }
        }
    }

    /// The size of what lies under a hash, in bytes.
    pub async fn length(&self, hash: &[u8]) -> std::io::Result<u64> {
        match self {
            Self::Folder(folder) => Ok(tokio::fs::metadata(folder.join(name(hash))).await?.len()),
            Self::Memory(files) => Ok(remembered(files, hash)?.len() as u64),
        }
    }

    /// A part of what lies under a hash, piece by piece: a file is never in memory whole.
    pub async fn stream(&self, hash: &[u8], part: Range<u64>) -> std::io::Result<Pieces> {
        let length = part.end.saturating_sub(part.start);
        match self {
            Self::Folder(folder) => {
                let mut file = tokio::fs::File::open(folder.join(name(hash))).await?;
                file.seek(SeekFrom::Start(part.start)).await?;
                Ok(ReaderStream::with_capacity(file.take(length), PIECE).boxed())
            }
            Self::Memory(files) => {
                let content = Bytes::from(remembered(files, hash)?);
                let end = usize::try_from(part.end).unwrap_or(usize::MAX).min(content.len());
                let start = usize::try_from(part.start).unwrap_or(usize::MAX).min(end);
                Ok(stream::iter([Ok(content.slice(start..end))]).boxed())
            }
        }
    }
}

/// A file that is written piece by piece. Nobody finds it before it is finished, and what is not finished
/// leaves nothing behind.
#[derive(Debug)]
pub struct Writing {
    digest: Sha256,
    bytes: u64,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder { file: tokio::fs::File, part: Part, folder: PathBuf },
    Memory { content: Vec<u8>, files: Arc<Remembered> },
}

/// A file under its passing name, which goes with this value.
#[derive(Debug)]
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // After the file got its name nothing is here any more.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Writing {
    /// Adds a piece.
    pub async fn write(&mut self, piece: &[u8]) -> std::io::Result<()> {
        self.digest.update(piece);
        self.bytes += piece.len() as u64;
        match &mut self.place {
            Place::Folder { file, .. } => file.write_all(piece).await,
            Place::Memory { content, .. } => {
                content.extend_from_slice(piece);
                Ok(())
            }
        }
    }

    /// Keeps the file; gives the hash it lies under, and its size.
    pub async fn finish(self) -> std::io::Result<([u8; 32], u64)> {
        let hash: [u8; 32] = self.digest.finalize().into();
        match self.place {
            Place::Folder { mut file, part, folder } => {
                file.flush().await?;
                file.sync_all().await?;
                tokio::fs::rename(&part.0, folder.join(name(&hash))).await?;
            }
            Place::Memory { content, files } => {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(hash, content);
            }
        }
        Ok((hash, self.bytes))
    }
}

fn remembered(files: &Remembered, hash: &[u8]) -> std::io::Result<Vec<u8>> {
    let key = <[u8; 32]>::try_from(hash).map_err(|_| std::io::ErrorKind::NotFound)?;
    let files = files.lock().unwrap_or_else(PoisonError::into_inner);
    files.get(&key).cloned().ok_or_else(|| std::io::ErrorKind::NotFound.into())
}

fn name(hash: &[u8]) -> String {
    crate::secrets::hex(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_there_once_it_is_finished_and_not_before() {
        let folder = std::env::temp_dir().join(format!("healthpost-files-{}", uuid::Uuid::now_v7()));
        let store = FileStore::Folder(folder.clone());
        let files = || std::fs::read_dir(&folder).expect("a folder").count();
        let mut broken_off = store.begin().await.expect("a file");
        broken_off.write(b"half").await.expect("written");
        drop(broken_off);
        assert_eq!(files(), 0, "what is not finished leaves nothing");
        let mut whole = store.begin().await.expect("a file");
        whole.write(b"one ").await.expect("written");
        whole.write(b"two").await.expect("written");
        let (hash, bytes) = whole.finish().await.expect("kept");
        assert_eq!((hash, bytes), (store.put(b"one two".to_vec()).await.expect("kept"), 7), "the same content");
        assert_eq!((files(), store.length(&hash).await.expect("there")), (1, 7));
        store.remove(&hash).await.expect("removed");
        store.remove(&hash).await.expect("nothing to remove");
        assert_eq!(files(), 0);
        std::fs::remove_dir_all(&folder).expect("an empty folder");
    }
}
