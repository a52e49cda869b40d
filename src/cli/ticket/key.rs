//! The caller's own idempotency key: the same command with the same key counts once, however often a script runs it.

use crate::base::Timestamp;
use crate::base::ids::ChangeId;
use std::str::FromStr;
use uuid::Uuid;

/// A UUID of version 7. Its moment stands for when the change was asked for, so that a repetition is the same request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key itself.
    pub id: ChangeId,
    /// When it was made.
    pub made_at: Timestamp,
}

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "take a UUID of version 7, as `uuidgen -7` makes them".to_owned();
        let uuid = Uuid::parse_str(text).map_err(|_| wrong())?;
        let made = uuid
            .get_timestamp()
            .filter(|_| uuid.get_version_num() == 7)
            .ok_or_else(wrong)?;
        let (seconds, nanoseconds) = made.to_unix();
        let millis = i64::try_from(seconds * 1000 + u64::from(nanoseconds) / 1_000_000).map_err(|_| wrong())?;
        Ok(Self {
            id: ChangeId(uuid),
            made_at: Timestamp::from_millis(millis),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_uuid_that_knows_its_moment() {
        let key: Key = "0199d6c2-0000-7000-8000-000000000001".parse().unwrap();
        assert_eq!(key.made_at.to_string(), "2025-10-12T04:51:02.272Z");
        for wrong in ["x", "7d444840-9dc0-11d1-b245-5ffdce74fad2"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }
}
