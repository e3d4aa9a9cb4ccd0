//! Where the cluster and its socket live, and whose they are.

use std::{
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use nix::unistd::{Uid, User};

/// The unprivileged user the database runs as when we are root: Postgres refuses root.
#[derive(Clone, Copy, Debug)]
pub(super) struct RunAs {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

/// Whom the database runs as: us, or somebody else when we are root.
pub(super) fn run_as() -> anyhow::Result<Option<RunAs>> {
    if !Uid::effective().is_root() {
        return Ok(None);
    }
    let user = ["postgres", "nobody"].into_iter().find_map(|name| User::from_name(name).ok().flatten());
    let user = user.context("Postgres does not run as root, and there is neither a user postgres nor nobody")?;
    Ok(Some(RunAs { uid: user.uid.as_raw(), gid: user.gid.as_raw() }))
}

/// Where the cluster lives: the data folder, unless the unprivileged user cannot reach it there.
pub(super) fn home(data: &Path, run_as: Option<RunAs>) -> anyhow::Result<PathBuf> {
    std::fs::create_dir_all(data).with_context(|| format!("{} cannot be made", data.display()))?;
    let data = data.canonicalize()?;
    let reachable = data.ancestors().all(|folder| std::fs::metadata(folder).is_ok_and(|meta| meta.mode() & 0o001 != 0));
    if run_as.is_none() || reachable {
        return Ok(data);
    }
    let elsewhere = PathBuf::from("/var/lib/healthpost").join(short_name(&data));
    tracing::info!(folder = %elsewhere.display(), "the private database cannot live under {}, which only root may enter", data.display());
    std::fs::create_dir_all(&elsewhere)?;
    Ok(elsewhere)
}

fn short_name(path: &Path) -> String {
    let hash = backend::secrets::hash_token(&path.to_string_lossy());
    backend::secrets::hex(&hash[..8])
}

/// A folder for the socket, for its users only; socket paths must stay under 107 bytes.
pub(super) fn socket_folder(home: &Path, run_as: Option<RunAs>) -> anyhow::Result<PathBuf> {
    let folder = PathBuf::from("/tmp").join(format!("healthpost-{}", short_name(home)));
    match std::fs::create_dir(&folder) {
        Ok(()) => std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700))?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error).context("the folder of the database's socket cannot be made"),
    }
    give(&folder, run_as)?;
    let meta = std::fs::symlink_metadata(&folder)?;
    let owner = run_as.map_or(Uid::effective().as_raw(), |user| user.uid);
    ensure!(
        meta.is_dir() && meta.uid() == owner && meta.mode().trailing_zeros() >= 6,
        "{} is somebody else's",
        folder.display()
    );
    Ok(folder)
}

/// Gives a folder to the unprivileged user.
pub(super) fn give(folder: &Path, run_as: Option<RunAs>) -> anyhow::Result<()> {
    if let Some(user) = run_as {
        std::os::unix::fs::chown(folder, Some(user.uid), Some(user.gid))?;
    }
    Ok(())
}
