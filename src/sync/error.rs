//! Why the copy can't be brought up to date at the moment.

use crate::remote::RemoteError;
use crate::replica::ReplicaError;
use crate::sentences::Sentences;

/// Why the copy can't be brought up to date at the moment.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The server, or the line to it.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The copy.
    #[error(transparent)]
    Replica(#[from] ReplicaError),
    /// The program is about to end, or nobody is signed in.
    #[error("no-line")]
    NoLine,
}

impl SyncError {
    /// The sentence that says so.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::Remote(error) => error.said(sentences),
            Self::Replica(error) => error.said(sentences),
            Self::NoLine => sentences.text("trouble-no-line").into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;

    #[test]
    fn what_is_in_the_way_is_said_in_the_readers_language() {
        let said = |error: SyncError| {
            let languages = [Language::English, Language::German, Language::Spanish];
            languages.map(|language| error.said(&Sentences::new(language)))
        };
        let [english, german, spanish] = said(RemoteError::Unreachable("refused".to_owned()).into());
        assert_eq!(english, "the server can't be reached: refused");
        assert_eq!(german, "der Server ist nicht erreichbar: refused");
        assert_eq!(spanish, "no se llega al servidor: refused");
        let [_, german, spanish] = said(ReplicaError::DiskFull.into());
        assert!(german.contains("kein Platz mehr"), "{german}");
        assert!(spanish.contains("no queda espacio"), "{spanish}");
    }

    #[test]
    fn a_copy_that_another_program_keeps_locked_is_told_from_a_broken_one() {
        let sentences = Sentences::new(Language::English);
        let failed = |code| ReplicaError::from(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
        let locked = failed(rusqlite::ffi::SQLITE_BUSY).said(&sentences);
        assert!(locked.contains("keeps the local copy locked"), "{locked}");
        let broken = failed(rusqlite::ffi::SQLITE_CORRUPT).said(&sentences);
        assert!(broken.starts_with("the local copy failed: "), "{broken}");
    }
}
