//! The provider's time zone, and one that is to come: a change applies from the next day in the zone that holds.

use super::StoreError;
use crate::base::{Date, Timestamp, Zone};
use rusqlite::Connection;

/// The provider's day of that moment.
///
/// # Errors
/// The database's.
pub fn today(connection: &Connection, at: Timestamp) -> Result<Date, StoreError> {
    Ok(Zones::load(connection)?.at(at).date(at))
}

/// Which time zone holds when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zones {
    present: Zone,
    coming: Option<(Zone, Date)>,
}

impl Zones {
    /// What the database says.
    ///
    /// # Errors
    /// The database's.
    pub fn load(connection: &Connection) -> Result<Self, StoreError> {
        let mut statement =
            connection.prepare_cached("SELECT time_zone, coming_time_zone, coming_time_zone_from FROM instance")?;
        let (present, coming, from): (String, Option<String>, Option<String>) =
            statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let zone = |name: &str| {
            let parsed = name.parse::<Zone>();
            parsed.map_err(|error| StoreError::Corrupt(format!("instance: {error}")))
        };
        let coming = match (coming, from) {
            (Some(coming), Some(from)) => {
                let from = Date::parse(&from).map_err(|error| StoreError::Corrupt(format!("instance: {error}")))?;
                Some((zone(&coming)?, from))
            }
            _ => None,
        };
        Ok(Self {
            present: zone(&present)?,
            coming,
        })
    }

    /// Writes them.
    ///
    /// # Errors
    /// The database's.
    pub fn save(&self, connection: &Connection) -> Result<(), StoreError> {
        let coming = self.coming.as_ref();
        connection.execute(
            "UPDATE instance SET time_zone = ?1, coming_time_zone = ?2, coming_time_zone_from = ?3",
            (
                self.present.to_string(),
                coming.map(|(zone, _)| zone.to_string()),
                coming.map(|(_, from)| from.to_string()),
            ),
        )?;
        Ok(())
    }

    /// The zone that holds at that moment.
    #[must_use]
    pub fn at(&self, at: Timestamp) -> &Zone {
        match &self.coming {
            Some((coming, from)) if self.present.date(at) >= *from => coming,
            _ => &self.present,
        }
    }

    /// The zone that doesn't hold yet at that moment, and the day from which it will.
    #[must_use]
    pub fn coming(&self, at: Timestamp) -> Option<&(Zone, Date)> {
        self.coming.as_ref().filter(|(_, from)| self.present.date(at) < *from)
    }

    /// These zones after that one was chosen at that moment. The one that holds takes a coming one back; the coming one
    /// chosen again keeps its day.
    #[must_use]
    pub fn choosing(&self, chosen: Zone, at: Timestamp) -> Self {
        let present = self.at(at).clone();
        let coming = match self.coming(at) {
            _ if chosen == present => None,
            Some(coming) if coming.0 == chosen => Some(coming.clone()),
            _ => Some((chosen, present.date(at).next())),
        };
        Self { present, coming }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn zone(name: &str) -> Zone {
        name.parse().unwrap()
    }

    fn berlin() -> Zones {
        Zones {
            present: zone("Europe/Berlin"),
            coming: None,
        }
    }

    #[test]
    fn a_chosen_zone_holds_from_the_next_midnight_of_the_one_before() {
        // 23:30 of the 20th in Berlin; the 21st begins there at 23:00 UTC.
        let zones = berlin().choosing(zone("America/New_York"), at("2026-11-20T22:30:00Z"));
        let held = |moment| zones.at(at(moment)).to_string();
        assert_eq!(held("2026-11-20T22:59:59Z"), "Europe/Berlin");
        assert_eq!(held("2026-11-20T23:00:00Z"), "America/New_York");
        // There it is the 20th again; the zone that holds doesn't go back with it.
        assert_eq!(held("2026-11-21T00:00:00Z"), "America/New_York");
    }

    #[test]
    fn a_coming_zone_is_kept_taken_back_or_replaced() {
        let first = berlin().choosing(zone("Asia/Tokyo"), at("2026-11-20T10:00:00Z"));
        let later = at("2026-11-20T11:00:00Z");
        assert_eq!(first.choosing(zone("Asia/Tokyo"), later), first);
        assert_eq!(first.choosing(zone("Europe/Berlin"), later), berlin());
        let other = first.choosing(zone("Europe/Madrid"), later);
        assert_eq!(other.coming(later).unwrap().0, zone("Europe/Madrid"));
        let after = at("2026-11-21T10:00:00Z");
        assert_eq!(first.coming(after), None);
        let again = first.choosing(zone("Europe/Berlin"), after);
        assert_eq!(again.at(after), &zone("Asia/Tokyo"));
        assert_eq!(again.coming(after).unwrap().1.to_string(), "2026-11-22");
    }
}
