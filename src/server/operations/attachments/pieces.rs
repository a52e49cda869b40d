//! What is in a file, in pieces of one length.

use crate::domain::attachment::PIECE;
use crate::server::store::StoreError;
use rusqlite::Connection;
use std::ops::Range;

/// Writes what is in an attachment.
///
/// # Errors
/// The database's.
pub fn write(connection: &Connection, attachment: i64, bytes: &[u8]) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare_cached("INSERT INTO attachment_piece (attachment_id, position, bytes) VALUES (?1, ?2, ?3)")?;
    for (position, piece) in (0_i64..).zip(bytes.chunks(PIECE)) {
        statement.execute((attachment, position, piece))?;
    }
    Ok(())
}

/// Removes what is in an attachment.
///
/// # Errors
/// The database's.
pub fn delete(connection: &Connection, attachment: i64) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("DELETE FROM attachment_piece WHERE attachment_id = ?1")?;
    statement.execute([attachment])?;
    Ok(())
}

/// The bytes of an attachment within that range, as far as there are any. Pieces beyond it are not read.
///
/// # Errors
/// The database's.
pub fn read(connection: &Connection, attachment: i64, range: &Range<usize>) -> Result<Vec<u8>, StoreError> {
    let first = range.start / PIECE;
    let mut statement = connection.prepare_cached(
        "SELECT bytes FROM attachment_piece WHERE attachment_id = ?1 AND position >= ?2 AND position < ?3 ORDER BY position",
    )?;
    let position = |piece: usize| i64::try_from(piece).unwrap_or(i64::MAX);
    let wanted = (attachment, position(first), position(range.end.div_ceil(PIECE)));
    let mut pieces = statement.query(wanted)?;
    let mut bytes = Vec::new();
    while let Some(piece) = pieces.next()? {
        bytes.extend_from_slice(piece.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    let begin = (range.start - first * PIECE).min(bytes.len());
    let end = begin.saturating_add(range.len()).min(bytes.len());
    bytes.truncate(end);
    bytes.drain(..begin);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::store::migrations;
    use proptest::prelude::*;

    #[test]
    fn any_range_of_a_file_is_what_lies_there() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::run(&mut connection).unwrap();
        connection
            .execute_batch("PRAGMA foreign_keys = OFF; INSERT INTO ticket_attachment (id) VALUES (1)")
            .unwrap();
        let file: Vec<u8> = (0..PIECE * 2 + 1000).map(|place| (place % 251) as u8).collect();
        write(&connection, 1, &file).unwrap();
        let long = file.len() + 500;
        proptest!(|(start in 0..long, length in 0..long)| {
            let end = start + length;
            let expected = &file[start.min(file.len())..end.min(file.len())];
            prop_assert!(read(&connection, 1, &(start..end)).unwrap() == expected);
        });
        delete(&connection, 1).unwrap();
        assert_eq!(read(&connection, 1, &(0..10)).unwrap(), Vec::<u8>::new());
    }
}
