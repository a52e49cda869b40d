//! Loads that wait while another one is read: of several that bring the same thing, only the newest is still wanted.

use crate::tui::effect::{Generation, Load};
use std::mem::discriminant;

/// The loads that are still wanted, in their order.
#[must_use]
pub fn wanted(loads: Vec<(Generation, Load)>) -> Vec<(Generation, Load)> {
    let mut wanted: Vec<(Generation, Load)> = Vec::with_capacity(loads.len());
    for (generation, load) in loads.into_iter().rev() {
        if wanted.iter().all(|(_, newer)| !replaces(newer, &load)) {
            wanted.push((generation, load));
        }
    }
    wanted.reverse();
    wanted
}

/// Whether nobody waits for `older` any more once `newer` was asked for.
fn replaces(newer: &Load, older: &Load) -> bool {
    if let (Load::Administration(newer), Load::Administration(older)) = (newer, older) {
        return discriminant(newer) == discriminant(older);
    }
    matches!(
        (newer, older),
        (Load::Desk, Load::Desk)
            | (Load::List(_), Load::List(_))
            | (Load::Completion(..), Load::Completion(..))
            | (Load::Outbox, Load::Outbox)
    ) || newer == older
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::TicketId;

    #[test]
    fn of_loads_that_bring_the_same_only_the_newest_is_wanted() {
        let loads = [
            Load::Desk,
            Load::Completion("a".to_owned(), 1),
            Load::Ticket(TicketId(7)),
            Load::Completion("ab".to_owned(), 2),
            Load::Ticket(TicketId(8)),
            Load::Desk,
            Load::Ticket(TicketId(7)),
        ];
        let numbered = loads
            .into_iter()
            .zip(1..)
            .map(|(load, number)| (Generation(number), load));
        let kept: Vec<u64> = wanted(numbered.collect())
            .into_iter()
            .map(|(generation, _)| generation.0)
            .collect();
        assert_eq!(kept, [4, 5, 6, 7]);
    }
}
