//! The file of views while a view is written into it: held, so that two consoles that save at once keep both views, and
//! changed whole or not at all, as the file that it was.

use crate::config::paths::private_folder;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, fchown};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// No chain of links is longer.
const MOST_LINKS: usize = 40;

/// The file, held until this is dropped.
pub(super) struct Held {
    /// Where it is, links followed.
    target: PathBuf,
    file: File,
    is_new: bool,
}

impl Held {
    /// Waits until nobody else writes into it. Where there is none, there is an empty one now.
    ///
    /// # Errors
    /// When it can't be opened for writing.
    pub(super) fn hold(path: &Path) -> io::Result<Self> {
        let target = followed(path)?;
        if let Some(folder) = target.parent().filter(|folder| !folder.is_dir()) {
            private_folder(folder)?;
        }
        loop {
            let (file, is_new) = open(&target)?;
            file.lock()?;
            // Whoever held it before has put another file in its place.
            if is_at(&file, &target)? {
                return Ok(Self { target, file, is_new });
            }
        }
    }

    /// What stands in it.
    ///
    /// # Errors
    /// When it is no text, or can't be read.
    pub(super) fn read(&self) -> io::Result<String> {
        let mut text = String::new();
        (&self.file).read_to_string(&mut text)?;
        Ok(text)
    }

    /// Puts this text in its place, for the same people to read and write.
    ///
    /// # Errors
    /// When it can't be written; then it is as it was.
    pub(super) fn replace(&mut self, text: &str) -> io::Result<()> {
        let before = self.file.metadata()?;
        let mut new = NamedTempFile::new_in(self.target.parent().unwrap_or(Path::new(".")))?;
        new.write_all(text.as_bytes())?;
        // Nobody but root gives a file away; its group can be kept by whoever is in it.
        if new.as_file().metadata()?.gid() != before.gid() {
            fchown(new.as_file(), None, Some(before.gid()))?;
        }
        new.as_file().set_permissions(before.permissions())?;
        new.as_file().sync_all()?;
        new.persist(&self.target).map_err(|error| error.error)?;
        self.is_new = false;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.is_new {
            // An empty file is read like one that isn't there.
            let _ = fs::remove_file(&self.target);
        }
    }
}

/// The file as it is there, or a new one for its owner alone.
fn open(target: &Path) -> io::Result<(File, bool)> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match options.open(target) {
        Ok(file) => Ok((file, false)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match options.create_new(true).mode(0o600).open(target) {
                Ok(file) => Ok((file, true)),
                // Somebody else was quicker.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => open(target),
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    }
}

fn is_at(file: &File, target: &Path) -> io::Result<bool> {
    let held = file.metadata()?;
    match fs::metadata(target) {
        Ok(there) => Ok((there.dev(), there.ino()) == (held.dev(), held.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Where a path leads to, whether there is something or not.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = std::path::absolute(path)?;
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().unwrap_or(Path::new("/")).join(to),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::from(rustix::io::Errno::LOOP))
}
