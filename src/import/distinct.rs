//! Counting different names without keeping them in memory: they lie in a file of SQLite's that nobody else sees and
//! that goes away by itself.

use rusqlite::Connection;

/// The different names of several kinds.
pub(super) struct Distinct(Connection);

impl Distinct {
    /// None yet.
    ///
    /// # Errors
    /// When the system gives no room for them.
    pub(super) fn new() -> Result<Self, rusqlite::Error> {
        // No name: a file of its own, kept in memory only as far as SQLite's cache goes.
        let connection = Connection::open("")?;
        connection.execute_batch(
            "PRAGMA journal_mode = OFF;
             CREATE TABLE name (kind TEXT, name TEXT, PRIMARY KEY (kind, name)) STRICT, WITHOUT ROWID",
        )?;
        Ok(Self(connection))
    }

    /// How many of these names are new.
    ///
    /// # Errors
    /// When there is no more room.
    pub(super) fn add<'n>(
        &self,
        kind: &str,
        names: impl IntoIterator<Item = &'n String>,
    ) -> Result<u64, rusqlite::Error> {
        let insert = "INSERT INTO name (kind, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        let mut statement = self.0.prepare_cached(insert)?;
        let mut count = 0;
        for name in names {
            count += u64::try_from(statement.execute((kind, name))?).unwrap_or_default();
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_once_in_each_kind() {
        let distinct = Distinct::new().unwrap();
        let names = ["a", "b", "a"].map(str::to_owned);
        assert_eq!(distinct.add("x", &names).unwrap(), 2);
        assert_eq!(distinct.add("x", &names).unwrap(), 0);
        assert_eq!(distinct.add("y", &names[..1]).unwrap(), 1);
    }
}
