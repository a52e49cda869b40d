//! On which line of the file a row begins, whatever ends the lines: the reader of rows counts line feeds, and takes
//! that of a `\r\n` for the beginning of the next row.

use std::collections::VecDeque;
use std::io::Read;

/// Notes where lines begin that are read through it.
pub(super) struct Lines<R> {
    inner: R,
    /// Bytes read so far.
    read: u64,
    /// The line that is being read, from 1.
    line: u64,
    /// Whether the line has anything in it yet.
    is_begun: bool,
    /// Byte and line of each line with anything in it, as far as nobody has asked beyond.
    begins: VecDeque<(u64, u64)>,
}

impl<R> Lines<R> {
    /// Nothing read yet.
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            read: 0,
            line: 1,
            is_begun: false,
            begins: VecDeque::new(),
        }
    }

    /// The line of the row that begins at that byte or, behind the ends of lines, after it. Bytes must be asked for in
    /// their order.
    pub(super) fn line_at(&mut self, byte: u64) -> u64 {
        while self.begins.front().is_some_and(|(begin, _)| *begin < byte) {
            self.begins.pop_front();
        }
        self.begins.front().map_or(self.line, |(_, line)| *line)
    }

    fn note(&mut self, bytes: &[u8]) {
        for (byte, at) in bytes.iter().zip(self.read..) {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.is_begun = false;
                }
                b'\r' => {}
                _ if self.is_begun => {}
                _ => {
                    self.is_begun = true;
                    self.begins.push_back((at, self.line));
                }
            }
        }
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.note(&buffer[..count]);
        self.read += u64::try_from(count).unwrap_or_default();
        Ok(count)
    }
}
