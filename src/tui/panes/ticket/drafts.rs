//! Which draft is done with once its change is in the outbox.

use crate::records::drafts::DraftKind;
use crate::tui::effect::{Draft, DraftPlace, Effect, Origin};
use crate::tui::msg::Recorded;

/// Forgets the texts that these changes carry; what was not recorded stays a draft.
#[must_use]
pub fn forget(recorded: &[Recorded]) -> Vec<Effect> {
    let is_one = recorded.len() == 1;
    let done = recorded
        .iter()
        .filter(|one| one.result.is_ok() && one.asked.origin != Origin::Made);
    let mut places: Vec<DraftPlace> = done
        .filter_map(|one| {
            let kind = DraftKind::of(&one.asked.act)?;
            let ticket = (is_one && kind != DraftKind::NewTicket).then_some(one.asked.ticket);
            Some(DraftPlace {
                ticket,
                about: None,
                kind,
            })
        })
        .collect();
    places.dedup();
    let forget = |place| {
        Effect::SaveDraft(Draft {
            place,
            text: String::new(),
        })
    };
    places.into_iter().map(forget).collect()
}
