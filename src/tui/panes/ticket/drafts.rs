//! Which draft is done with once its change is in the outbox.

use crate::domain::Act;
use crate::domain::note::Audience;
use crate::records::drafts::DraftKind;
use crate::tui::effect::{Draft, DraftPlace, Effect};
use crate::tui::msg::Recorded;

/// Forgets the texts that these changes carry; what was not recorded stays a draft.
#[must_use]
pub fn forget(recorded: &[Recorded]) -> Vec<Effect> {
    let is_one = recorded.len() == 1;
    let done = recorded.iter().filter(|one| one.result.is_ok());
    let mut places: Vec<DraftPlace> = done
        .filter_map(|one| {
            let kind = kind(&one.asked.act)?;
            let ticket = (is_one && kind != DraftKind::NewTicket).then_some(one.asked.ticket);
            Some(DraftPlace {
                ticket,
                company: None,
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

fn kind(act: &Act) -> Option<DraftKind> {
    Some(match act {
        Act::AddNote {
            audience: Audience::Public,
            ..
        } => DraftKind::Reply,
        Act::AddNote { .. } => DraftKind::InternalNote,
        Act::LogTime { .. } => DraftKind::Time,
        Act::Complete { .. } => DraftKind::Resolution,
        Act::Escalate { .. } | Act::Transfer { .. } | Act::Decline { .. } | Act::Recall { .. } => DraftKind::Reason,
        Act::Create(_) => DraftKind::NewTicket,
        Act::Edit(_) => DraftKind::Edit,
        _ => return None,
    })
}
