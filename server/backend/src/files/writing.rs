//! Files on their way into the store: under a passing name until they are whole.

use std::{
    io::{Error, ErrorKind},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError},
    time::SystemTime,
};

use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use super::{FileStore, Remembered, name};

/// How passing names end.
const ENDING: &str = "part";

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
pub(super) struct Part(pub(super) PathBuf);

impl Part {
    /// A name in a folder that nobody else has.
    pub(super) fn new(folder: &Path) -> Self {
        Self(folder.join(format!("{}.{ENDING}", uuid::Uuid::now_v7())))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // After the file got its name nothing is here any more.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Writing {
    pub(super) async fn begin(store: &FileStore) -> std::io::Result<Self> {
        let place = match store {
            FileStore::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let part = Part::new(folder);
                Place::Folder { file: tokio::fs::File::create(&part.0).await?, part, folder: folder.clone() }
            }
            FileStore::Memory(files) => Place::Memory { content: Vec::new(), files: files.clone() },
        };
        Ok(Self { digest: Sha256::new(), bytes: 0, place })
    }

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

/// Takes away files under passing names that were last written before a moment.
pub(super) async fn sweep(folder: &Path, before: SystemTime) -> std::io::Result<usize> {
    let mut files = match tokio::fs::read_dir(folder).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        files => files?,
    };
    let mut swept = 0;
    while let Some(file) = files.next_entry().await? {
        if file.path().extension().is_some_and(|ending| ending == ENDING) {
            swept += usize::from(sweep_one(&file, before).await?);
        }
    }
    Ok(swept)
}

/// Whether this one went. Somebody may finish it, or sweep it, at the same time.
async fn sweep_one(file: &tokio::fs::DirEntry, before: SystemTime) -> std::io::Result<bool> {
    let gone = |error: Error| if error.kind() == ErrorKind::NotFound { Ok(false) } else { Err(error) };
    match file.metadata().await.and_then(|about| about.modified()) {
        Ok(written) if written >= before => Ok(false),
        Ok(_) => tokio::fs::remove_file(file.path()).await.map(|()| true).or_else(gone),
        Err(error) => gone(error),
    }
}
