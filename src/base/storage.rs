//! What kind of disk a file lies on: a home on the network needs more care than a disk of this machine.

use super::file_name;
use std::io;
use std::path::Path;

/// What kind of disk a file lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// A disk of this machine: write-ahead log.
    Local,
    /// A network file system, whose locks and shared memory can't be trusted for a write-ahead log.
    Network,
}

impl Storage {
    /// The disk that this file lies on, there already or not; none where it is not known.
    ///
    /// # Errors
    /// When the system doesn't say.
    #[cfg(target_os = "linux")]
    pub fn of(file: &Path) -> io::Result<Option<Self>> {
        /// The file systems that other machines write too, by their numbers in Linux.
        const SHARED: [u64; 12] = [
            0x6969,      // NFS
            0x517B,      // SMB
            0xFE53_4D42, // SMB 2
            0xFF53_4D42, // CIFS
            0x6573_5546, // FUSE, such as sshfs
            0x0102_1997, // 9P
            0x5346_414F, // AFS
            0x7375_7245, // Coda
            0x00C3_6400, // Ceph
            0x0BD0_0BD0, // Lustre
            0x4750_4653, // GPFS
            0x564C,      // NCP
        ];
        let number = rustix::fs::statfs(file_name::folder(file))?.f_type as u64 & 0xFFFF_FFFF;
        Ok(Some(if SHARED.contains(&number) {
            Self::Network
        } else {
            Self::Local
        }))
    }

    /// The disk that this file lies on: only Linux tells.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(target_os = "linux"))]
    pub fn of(_file: &Path) -> io::Result<Option<Self>> {
        Ok(None)
    }

    /// SQLite's journal there.
    #[must_use]
    pub fn journal(self) -> &'static str {
        match self {
            Self::Local => "WAL",
            Self::Network => "TRUNCATE",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_disk_of_a_bare_name_is_the_one_of_the_current_folder() {
        let here = std::env::current_dir().unwrap().join("desk.db");
        let bare = Storage::of(Path::new("desk.db")).unwrap();
        assert_eq!(bare, Storage::of(&here).unwrap());
    }

    #[test]
    fn a_folder_of_this_machine_is_no_network() {
        let known = Storage::of(Path::new("/proc/version")).unwrap();
        assert_ne!(known, Some(Storage::Network));
        assert_eq!(
            [Storage::Local, Storage::Network].map(Storage::journal),
            ["WAL", "TRUNCATE"]
        );
    }
}
