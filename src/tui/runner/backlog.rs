//! Loads that wait while another one is read: what several ask for is read once, and of lists and completions only
//! what was asked for last.

use crate::tui::effect::{Generation, Load};
use std::mem::discriminant;

/// A load, and everybody who waits for its answer.
#[derive(Debug, PartialEq)]
pub struct Wanted {
    /// What to read.
    pub load: Load,
    /// Who asked, the first one first.
    pub by: Vec<Generation>,
}

/// The loads that are still wanted, in the order in which they were last asked for.
#[must_use]
pub fn wanted(loads: Vec<(Generation, Load)>) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::with_capacity(loads.len());
    for (generation, load) in loads.into_iter().rev() {
        // Preview and open ticket may ask for the same one, and both wait.
        if let Some(same) = wanted.iter_mut().find(|newer| newer.load == load) {
            same.by.insert(0, generation);
        } else if wanted.iter().all(|newer| !replaces(&newer.load, &load)) {
            wanted.push(Wanted {
                load,
                by: vec![generation],
            });
        }
    }
    wanted.reverse();
    wanted
}

/// Whether nobody waits for `older` any more once `newer` was asked for: one part of the screen alone asks for these,
/// and shows the last.
fn replaces(newer: &Load, older: &Load) -> bool {
    if let (Load::Administration(newer), Load::Administration(older)) = (newer, older) {
        return discriminant(newer) == discriminant(older);
    }
    matches!(
        (newer, older),
        (Load::List(_), Load::List(_)) | (Load::Completion(..), Load::Completion(..))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::TicketId;

    fn numbered(loads: impl IntoIterator<Item = Load>) -> Vec<(Generation, Load)> {
        (1..)
            .zip(loads)
            .map(|(number, load)| (Generation(number), load))
            .collect()
    }

    fn answered(loads: impl IntoIterator<Item = Load>) -> Vec<Vec<u64>> {
        let numbers = |wanted: Wanted| wanted.by.into_iter().map(|generation| generation.0).collect();
        wanted(numbered(loads)).into_iter().map(numbers).collect()
    }

    #[test]
    fn what_several_wait_for_is_read_once_and_answers_each() {
        let loads = [
            Load::Ticket(TicketId(7)),
            Load::Outbox,
            Load::Ticket(TicketId(8)),
            Load::Ticket(TicketId(7)),
            Load::Outbox,
        ];
        assert_eq!(answered(loads), [vec![3], vec![1, 4], vec![2, 5]]);
    }

    #[test]
    fn of_what_is_typed_only_the_last_is_wanted() {
        let loads = [
            Load::Completion("a".to_owned(), 1),
            Load::Desk,
            Load::Completion("ab".to_owned(), 2),
        ];
        assert_eq!(answered(loads), [vec![2], vec![3]]);
    }
}
