//! Where files lie: by the hash of their content, never by a name that somebody chose.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest, Sha256};

/// A place for files.
#[derive(Clone, Debug)]
pub enum FileStore {
    /// A folder.
    Folder(PathBuf),
    /// The memory of this process; for tests.
    Memory(Arc<Mutex<HashMap<[u8; 32], Vec<u8>>>>),
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

    /// The content under a hash.
    pub async fn get(&self, hash: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Folder(folder) => tokio::fs::read(folder.join(name(hash))).await,
            Self::Memory(files) => {
                let key = <[u8; 32]>::try_from(hash).map_err(|_| std::io::ErrorKind::NotFound)?;
                let files = files.lock().unwrap_or_else(PoisonError::into_inner);
                files.get(&key).cloned().ok_or_else(|| std::io::ErrorKind::NotFound.into())
            }
        }
    }
}

fn name(hash: &[u8]) -> String {
    crate::secrets::hex(hash)
}
