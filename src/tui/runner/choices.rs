//! What dialogs offer to pick from, out of the names that the local copy holds.

use crate::domain::{SecurityLevel, Side};
use crate::records::directory::Directory;
use crate::tui::effect::Choices;
use crate::tui::msg::Pickable;
use crate::tui::overlays::Choice;

/// What there is to pick, in the order in which it is offered.
#[must_use]
pub fn of(directory: &Directory, choices: Choices, side: Side) -> Vec<Pickable> {
    let pickable = |choice, label: &str, detail: &str| Pickable {
        choice,
        label: label.to_owned(),
        detail: detail.to_owned(),
    };
    match choices {
        Choices::Companies => {
            let active = directory.companies.iter().filter(|company| company.active);
            active
                .map(|company| pickable(Choice::Company(company.id), &company.name, ""))
                .collect()
        }
        Choices::Contacts(company) => {
            let active = directory
                .contacts
                .iter()
                .filter(|contact| contact.company == company && contact.active);
            let choice = |contact: &crate::records::directory::KnownPerson| {
                let id = crate::base::ids::ContactId(contact.person.number());
                pickable(Choice::Contact(id), &contact.name, "")
            };
            active.map(choice).collect()
        }
        Choices::RequestTypes => {
            let active = directory.request_types.iter().filter(|known| known.active);
            active
                .map(|known| pickable(Choice::RequestType(known.id), &known.name, ""))
                .collect()
        }
        Choices::Queues => {
            let usable = directory
                .queues
                .iter()
                .filter(|queue| queue.active && queue.side == side);
            usable
                .map(|queue| pickable(Choice::Queue(queue.id), &queue.name, ""))
                .collect()
        }
        Choices::Helpers => {
            let works = |level: Option<SecurityLevel>| level.is_none_or(SecurityLevel::works_tickets);
            let active = directory
                .resources
                .iter()
                .filter(|resource| resource.active && works(resource.level));
            active
                .map(|resource| pickable(Choice::Person(Some(resource.person)), &resource.name, ""))
                .collect()
        }
    }
}
