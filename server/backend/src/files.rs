//! Where files lie: by the hash of their content, never by a name that somebody chose.

use std::{
    collections::HashMap,
    io::SeekFrom,
    ops::Range,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use futures::{
    StreamExt,
    stream::{self, BoxStream},
};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

/// The content of a file, piece by piece.
pub type Pieces = BoxStream<'static, std::io::Result<Bytes>>;

/// Bytes in one piece.
const PIECE: usize = 64 * 1024;

/// Files in memory, by hash.
type Remembered = Mutex<HashMap<[u8; 32], Vec<u8>>>;

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

fn remembered(files: &Remembered, hash: &[u8]) -> std::io::Result<Vec<u8>> {
    let key = <[u8; 32]>::try_from(hash).map_err(|_| std::io::ErrorKind::NotFound)?;
    let files = files.lock().unwrap_or_else(PoisonError::into_inner);
    files.get(&key).cloned().ok_or_else(|| std::io::ErrorKind::NotFound.into())
}

fn name(hash: &[u8]) -> String {
    crate::secrets::hex(hash)
}
