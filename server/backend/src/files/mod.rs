//! Where files lie: by the hash of their content, never by a name that somebody chose.

mod writing;

use std::{
    collections::HashMap,
    io::SeekFrom,
    ops::Range,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use bytes::Bytes;
use domain::id::FileId;
use futures::{
    StreamExt,
    stream::{self, BoxStream},
};
use jiff::ToSpan;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;
pub use writing::Writing;

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
    format!("/files/{file}/{}", backend.seal("file", file, LINK_MINUTES.minutes()))
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
                let part = writing::Part::new(folder);
                tokio::fs::write(&part.0, content).await?;
                tokio::fs::rename(&part.0, target).await?;
            }
            Self::Memory(files) => {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(hash, content);
            }
        }
        Ok(hash)
    }

    /// Begins a file that is too large to hold; see [`Writing`].
    pub async fn begin(&self) -> std::io::Result<Writing> {
        Writing::begin(self).await
    }

    /// Takes away what was begun, and last written before a moment: whoever wrote it was killed. Gives how
    /// many files went.
    pub async fn sweep(&self, before: SystemTime) -> std::io::Result<usize> {
        match self {
            Self::Folder(folder) => writing::sweep(folder, before).await,
            Self::Memory(_) => Ok(0),
        }
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

    #[tokio::test]
    async fn what_a_killed_run_left_goes_and_what_is_being_written_stays() {
        let folder = std::env::temp_dir().join(format!("healthpost-files-{}", uuid::Uuid::now_v7()));
        let store = FileStore::Folder(folder.clone());
        assert_eq!(store.sweep(SystemTime::UNIX_EPOCH).await.expect("no folder, nothing to do"), 0);
        let hash = store.put(b"whole".to_vec()).await.expect("kept");
        let mut writing = store.begin().await.expect("a file");
        writing.write(b"more ").await.expect("written");
        let now = std::fs::metadata(folder.join(name(&hash))).and_then(|file| file.modified()).expect("a time");
        let long_ago = now - std::time::Duration::from_hours(2);
        for (left, at) in [("left.part", long_ago), ("fresh.part", now), ("old.txt", long_ago)] {
            let file = std::fs::File::create(folder.join(left)).expect("a file");
            file.set_modified(at).expect("a time");
        }
        assert_eq!(store.sweep(now - std::time::Duration::from_hours(1)).await.expect("swept"), 1);
        assert!(!folder.join("left.part").exists());
        assert!(folder.join("fresh.part").exists() && folder.join("old.txt").exists());
        let (finished, _) = writing.finish().await.expect("kept");
        assert_eq!((store.length(&hash).await.expect("there"), store.length(&finished).await.expect("there")), (5, 5));
        std::fs::remove_dir_all(&folder).expect("a folder");
    }
}
