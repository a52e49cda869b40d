//! What the server said last to questions that this copy otherwise knows nothing of, so that a page opens at once. It is
//! shown with its age; the newest are kept, and none of somebody who has another level now.

use super::{Replica, Result};
use crate::base::Timestamp;
use rusqlite::{OptionalExtension, Transaction};

/// So many answers are kept; then the oldest goes.
const MOST: i64 = 400;
/// A longer one is not kept, in bytes: reading it would take longer than one waits.
const LONGEST: usize = 8 * 1024 * 1024;

impl Replica {
    /// Keeps an answer in the place of the one before.
    ///
    /// # Errors
    /// When the database fails; nothing but speed is lost.
    pub fn keep_answer(&self, question: &str, answer: &str, as_of: Timestamp) -> Result<()> {
        if answer.len() > LONGEST {
            return self.write(|transaction| {
                transaction.execute("DELETE FROM kept_answer WHERE question = ?1", [question])?;
                Ok(())
            });
        }
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO kept_answer (question, answer, as_of) VALUES (?1, ?2, ?3)
                 ON CONFLICT (question) DO UPDATE SET answer = excluded.answer, as_of = excluded.as_of",
                (question, answer, as_of.millis()),
            )?;
            transaction.execute(
                "DELETE FROM kept_answer WHERE question IN
                 (SELECT question FROM kept_answer ORDER BY as_of DESC, question LIMIT -1 OFFSET ?1)",
                [MOST],
            )?;
            Ok(())
        })
    }

    /// What was said last, and when.
    ///
    /// # Errors
    /// When the database fails.
    pub fn kept_answer(&self, question: &str) -> Result<Option<(String, Timestamp)>> {
        self.read(|transaction| {
            let kept: Option<(String, i64)> = transaction
                .prepare_cached("SELECT answer, as_of FROM kept_answer WHERE question = ?1")?
                .query_row([question], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            Ok(kept.map(|(answer, as_of)| (answer, Timestamp::from_millis(as_of))))
        })
    }
}

/// Forgets all of them.
pub(super) fn forget(transaction: &Transaction<'_>) -> Result<()> {
    transaction.execute("DELETE FROM kept_answer", [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Desk, maria};
    use super::*;
    use crate::domain::SecurityLevel;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_millis(minute * 60_000)
    }

    #[test]
    fn the_last_answer_is_kept_with_its_age_and_the_oldest_goes() {
        let desk = Desk::with(Vec::new());
        let copy = &desk.replica;
        assert_eq!(copy.kept_answer("billing").unwrap(), None);
        copy.keep_answer("billing", "1", at(1)).unwrap();
        copy.keep_answer("billing", "2", at(2)).unwrap();
        assert_eq!(copy.kept_answer("billing").unwrap(), Some(("2".to_owned(), at(2))));
        for other in 0..MOST {
            copy.keep_answer(&format!("other/{other}"), "x", at(3 + other)).unwrap();
        }
        assert_eq!(copy.kept_answer("billing").unwrap(), None, "it was the oldest");
        assert!(copy.kept_answer("other/0").unwrap().is_some());
    }

    #[test]
    fn an_answer_that_is_too_long_takes_the_one_before_with_it() {
        let desk = Desk::with(Vec::new());
        let copy = &desk.replica;
        copy.keep_answer("billing", "1", at(1)).unwrap();
        copy.keep_answer("billing", &"x".repeat(LONGEST + 1), at(2)).unwrap();
        assert_eq!(copy.kept_answer("billing").unwrap(), None);
    }

    #[test]
    fn nothing_is_kept_of_somebody_who_has_another_level_now() {
        let desk = Desk::with(Vec::new());
        let copy = &desk.replica;
        let mut actor = maria();
        copy.sign_in(&actor).unwrap();
        copy.keep_answer("billing", "1", at(1)).unwrap();
        copy.sign_in(&actor).unwrap();
        assert!(copy.kept_answer("billing").unwrap().is_some());
        actor.level = SecurityLevel::TaskfireResource;
        copy.sign_in(&actor).unwrap();
        assert_eq!(copy.kept_answer("billing").unwrap(), None);
    }
}
