//! A database as the command line names it: `sqlite:desk.db`.

use std::path::PathBuf;
use std::str::FromStr;

/// The file of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseAddress(pub PathBuf);

impl FromStr for DatabaseAddress {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self(PathBuf::from(path))),
            _ => Err("write sqlite: and the file, as in sqlite:desk.db".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_a_kind_and_a_file() {
        assert_eq!(
            "sqlite:/x/desk.db".parse(),
            Ok(DatabaseAddress(PathBuf::from("/x/desk.db")))
        );
        for wrong in ["desk.db", "sqlite:", "postgres:desk"] {
            assert!(wrong.parse::<DatabaseAddress>().is_err(), "{wrong}");
        }
    }
}
