//! The bytes of a file or of standard input, unpacked: gzip and zstd are known by their first bytes, whatever the name
//! says. What was read too far can be given back.

use super::ReadError;
use crate::import::progress::Counted;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use zstd::stream::read::Decoder as ZstdDecoder;

/// The first bytes of what gzip packed.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The first bytes of what zstd packed.
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// The mark that some programs put before a text in UTF-8.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];
/// How many bytes are read at a time.
const CHUNK: usize = 64 * 1024;
/// The name that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// Bytes with a place, and with a way back.
pub(super) struct Input {
    /// The last one is read; those before it follow.
    sources: Vec<Box<dyn Read>>,
    chunk: Box<[u8]>,
    at: usize,
    end: usize,
}

/// An opened file, with what its progress is measured by.
pub(super) struct Opened {
    pub(super) input: Input,
    /// Packed bytes read so far.
    pub(super) read: Arc<AtomicU64>,
    /// All of them; 0 where nobody knows.
    pub(super) size: u64,
}

/// Opens a file, or standard input for `-`.
///
/// # Errors
/// When it can't be opened or unpacked.
pub(super) fn open(file: &Path) -> Result<Opened, ReadError> {
    let failed = |error| ReadError::file(file, error);
    if file == Path::new(STANDARD_INPUT) {
        return unpacked(io::stdin().lock(), 0).map_err(failed);
    }
    let opened = File::open(file).map_err(failed)?;
    let size = opened.metadata().map_err(failed)?.len();
    unpacked(opened, size).map_err(failed)
}

fn unpacked(packed: impl Read + 'static, size: u64) -> io::Result<Opened> {
    let (mut counted, read) = Counted::new(packed);
    let first = beginning(&mut counted, ZSTD.len())?;
    let packed = BufReader::with_capacity(CHUNK, Cursor::new(first.clone()).chain(counted));
    let mut plain: Box<dyn Read> = if first.starts_with(&GZIP) {
        Box::new(MultiGzDecoder::new(packed))
    } else if first == ZSTD {
        Box::new(ZstdDecoder::with_buffer(packed)?)
    } else {
        Box::new(packed)
    };
    let first = beginning(&mut plain, MARK.len())?;
    let mut input = Input::new(plain);
    if first != MARK {
        input.give_back(Box::new(Cursor::new(first)));
    }
    Ok(Opened { input, read, size })
}

/// So many bytes, or fewer where there are no more.
fn beginning(reader: &mut impl Read, count: usize) -> io::Result<Vec<u8>> {
    let mut first = Vec::with_capacity(count);
    let most = u64::try_from(count).unwrap_or(u64::MAX);
    reader.by_ref().take(most).read_to_end(&mut first)?;
    Ok(first)
}

impl Input {
    pub(super) fn new(reader: Box<dyn Read>) -> Self {
        Self {
            sources: vec![reader],
            chunk: vec![0; CHUNK].into_boxed_slice(),
            at: 0,
            end: 0,
        }
    }

    /// The bytes that come next; none at the end.
    ///
    /// # Errors
    /// When the file breaks off or can't be unpacked.
    pub(super) fn peek(&mut self) -> io::Result<&[u8]> {
        while self.at == self.end {
            let Some(source) = self.sources.last_mut() else {
                return Ok(&[]);
            };
            match source.read(&mut self.chunk) {
                Ok(0) => drop(self.sources.pop()),
                Ok(count) => (self.at, self.end) = (0, count),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.chunk.get(self.at..self.end).unwrap_or_default())
    }

    /// The bytes of the line that comes next, as far as they fit into memory.
    ///
    /// # Errors
    /// As [`Input::peek`].
    pub(super) fn peek_line(&mut self) -> io::Result<&[u8]> {
        loop {
            let is_whole = self.chunk.get(self.at..self.end).unwrap_or_default().contains(&b'\n');
            let room = self.chunk.get_mut(self.end..).unwrap_or_default();
            if is_whole || room.is_empty() {
                break;
            }
            let Some(source) = self.sources.last_mut() else { break };
            match source.read(room) {
                Ok(0) => drop(self.sources.pop()),
                Ok(count) => self.end += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.chunk.get(self.at..self.end).unwrap_or_default())
    }

    /// Passes over bytes that were peeked at.
    pub(super) fn pass(&mut self, count: usize) {
        self.at = (self.at + count).min(self.end);
    }

    /// Lets these bytes come again, before what follows.
    pub(super) fn give_back(&mut self, bytes: Box<dyn Read>) {
        let rest = self.chunk.get(self.at..self.end).unwrap_or_default();
        if !rest.is_empty() {
            let rest = rest.to_vec();
            self.sources.push(Box::new(Cursor::new(rest)));
        }
        self.sources.push(bytes);
        (self.at, self.end) = (0, 0);
    }
}
