//! A row that comes after what followed it at the other desk: one that was set aside, put right and imported later.
//! What came after it stands; the history tells it at its own time, and it fills in what no other row said.

use super::known::{self, Line};
use crate::domain::Statuses;
use crate::wire::ext::import::ImportRow;

/// Lays a row under what is known: only what is known of nothing is taken from it.
pub(super) fn fill_in(known: &mut ImportRow, row: &ImportRow) {
    let later = std::mem::replace(known, row.clone());
    known::learn(known, &later);
}

/// The history of such a row: what was otherwise then than it is known to be now. What it was before that, nobody can
/// tell any more; and what closed or reopened the ticket was told by the rows that are known.
pub(super) fn lines(known: &ImportRow, row: &ImportRow, statuses: &Statuses) -> Vec<Line> {
    let mut then = known.clone();
    known::learn(&mut then, row);
    then.status.clone_from(&known.status);
    (then.reassignments, then.reopenings) = (known.reassignments, known.reopenings);
    let mut lines = known::differences(known, &then, statuses);
    for line in &mut lines {
        line.before = None;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timestamp;
    use crate::domain::history::Event;

    fn row(digest: &str, at: i64, status: (&str, &str), queue: Option<&str>, counts: (i64, i64)) -> ImportRow {
        ImportRow {
            digest: digest.to_owned(),
            at: Some(Timestamp::from_millis(at)),
            status_there: Some(status.0.to_owned()),
            status: Some(status.1.to_owned()),
            queue: queue.map(str::to_owned),
            reassignments: Some(counts.0),
            reopenings: Some(counts.1),
            ..ImportRow::default()
        }
    }

    #[test]
    fn a_late_row_fills_in_only_what_nobody_said() {
        let mut known = row("last", 9, ("Closed", "Complete"), None, (2, 1));
        let late = ImportRow {
            title: Some("Kettle".to_owned()),
            ..row("late", 4, ("Active", "In Progress"), Some("Group 1"), (1, 0))
        };
        fill_in(&mut known, &late);
        let filled = ImportRow {
            title: Some("Kettle".to_owned()),
            ..row("last", 9, ("Closed", "Complete"), Some("Group 1"), (2, 1))
        };
        assert_eq!(known, filled);
    }

    #[test]
    fn a_late_row_tells_what_was_otherwise_then_and_neither_closes_nor_reopens() {
        let known = row("last", 9, ("Closed", "Complete"), Some("Group 2"), (2, 1));
        let late = row("late", 4, ("Active", "In Progress"), Some("Group 1"), (1, 0));
        let lines = lines(&known, &late, &Statuses::standard());
        let told: Vec<_> = lines.iter().map(|line| (line.event, line.after.as_deref())).collect();
        assert_eq!(
            told,
            [(Event::AutotaskStatus, Some("Active")), (Event::Moved, Some("Group 1")),]
        );
        assert!(lines.iter().all(|line| line.before.is_none()));
    }
}
