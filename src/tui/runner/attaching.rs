//! Taking a file of this machine over: its bytes go into the copy with the change that attaches it, so that nothing of it
//! is lost to a slow line, a restart, or whoever changes the file meanwhile.

use super::copy::Copy;
use crate::base::secret::digest;
use crate::config::paths::expanded;
use crate::domain::attachment::LARGEST;
use crate::domain::{Act, Seen};
use crate::replica::ReplicaError;
use crate::tui::effect::{Asked, Origin, ToAttach};
use crate::tui::msg::{NotAttached, NotRead};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// Attaches the file, and gives its name.
///
/// # Errors
/// Why it is not attached.
pub fn attach(copy: &Copy, wanted: &ToAttach) -> Result<String, NotAttached> {
    let path = expanded(&wanted.path);
    let bytes = read(&path).map_err(NotAttached::NotRead)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let act = Act::Attach {
        audience: wanted.audience,
        name: name.clone(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        digest: digest(&bytes),
    };
    let asked = Asked {
        ticket: wanted.ticket,
        seen: Seen::new(),
        act,
        origin: Origin::Typed,
    };
    match copy.record_file(asked, &bytes) {
        Ok(_) => Ok(name),
        Err(ReplicaError::Refused(refusal)) => Err(NotAttached::Refused(refusal)),
        Err(error) => Err(NotAttached::NotKept(copy.said(&error))),
    }
}

/// What is in a file; no more of it is read than may be attached.
///
/// # Errors
/// Why it can't be.
pub fn read(path: &Path) -> Result<Vec<u8>, NotRead> {
    let place = || path.display().to_string();
    let failed = |error: io::Error| NotRead::Disk(format!("{}: {error}", path.display()));
    // A pipe would keep whoever opens it waiting, and a device never end.
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err(NotRead::NoFile(place()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err(NotRead::TooLarge(place()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_within_the_limit_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        let limit = usize::try_from(LARGEST).unwrap();
        for (size, is_read) in [(0, true), (3, true), (limit, true), (limit + 1, false)] {
            std::fs::write(&path, vec![7; size]).unwrap();
            assert_eq!(read(&path).map(|bytes| bytes.len()).ok(), is_read.then_some(size));
        }
        for path in [folder.path(), Path::new("/dev/zero"), Path::new("/nowhere/a.bin")] {
            assert!(read(path).is_err(), "{}", path.display());
        }
    }
}
