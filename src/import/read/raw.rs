//! A row as it stands in the file, byte by byte: what goes into the file of rejects. A row that is far too large lies on
//! disk, so that memory doesn't grow with it.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek as _, SeekFrom, Write};

/// The most bytes that a row may have: several times what its longest texts have together. A longer one lies on disk.
pub const LARGEST_ROW: usize = 1024 * 1024;

/// A row as it stands in the file, with what ends it.
#[derive(Debug, Default)]
pub struct Raw {
    /// All of it, or the beginning of what lies on disk.
    beginning: Vec<u8>,
    spilled: Option<File>,
    bytes: u64,
}

impl Raw {
    /// How many bytes it has.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.bytes
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }

    /// The bytes, where they are not too many.
    #[must_use]
    pub fn whole(&self) -> Option<&[u8]> {
        self.spilled.is_none().then_some(&self.beginning)
    }

    /// Adds bytes at its end.
    ///
    /// # Errors
    /// When the disk doesn't take what memory should not hold.
    pub(super) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        if let Some(file) = &mut self.spilled {
            return file.write_all(bytes);
        }
        let room = LARGEST_ROW - self.beginning.len();
        let (fits, more) = bytes.split_at(room.min(bytes.len()));
        self.beginning.extend_from_slice(fits);
        if !more.is_empty() {
            let mut file = tempfile::tempfile_in(".").or_else(|_| tempfile::tempfile())?;
            file.write_all(&self.beginning)?;
            file.write_all(more)?;
            self.spilled = Some(file);
        }
        Ok(())
    }

    /// Cuts it behind so many bytes; what followed them.
    ///
    /// # Errors
    /// The disk's.
    pub(super) fn split_off(&mut self, at: u64) -> io::Result<Box<dyn Read>> {
        let mut whole = std::mem::take(self);
        let Some(mut file) = whole.spilled.take() else {
            let at = usize::try_from(at).unwrap_or(usize::MAX).min(whole.beginning.len());
            let rest = whole.beginning.split_off(at);
            self.push(&whole.beginning)?;
            return Ok(Box::new(Cursor::new(rest)));
        };
        file.seek(SeekFrom::Start(0))?;
        let mut first = (&file).take(at);
        let mut chunk = vec![0; LARGEST_ROW];
        loop {
            match first.read(&mut chunk)? {
                0 => break,
                count => self.push(chunk.get(..count).unwrap_or_default())?,
            }
        }
        file.seek(SeekFrom::Start(at))?;
        Ok(Box::new(file))
    }

    /// Writes it as it stands.
    ///
    /// # Errors
    /// The writer's, or the disk's.
    pub fn write_to(&self, writer: &mut impl Write) -> io::Result<()> {
        match &self.spilled {
            None => writer.write_all(&self.beginning),
            Some(file) => {
                let mut file = file.try_clone()?;
                file.seek(SeekFrom::Start(0))?;
                io::copy(&mut file, writer).map(drop)
            }
        }
    }

    /// Whether it ends a line.
    #[must_use]
    pub fn ends_line(&self) -> bool {
        self.spilled.is_some() || self.beginning.ends_with(b"\n")
    }
}
