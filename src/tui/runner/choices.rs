//! What dialogs offer to pick from, out of the names that the local copy holds.

use crate::base::ids::TicketId;
use crate::domain::checklist::Tick;
use crate::domain::{SecurityLevel, Side};
use crate::records::directory::Directory;
use crate::records::views::{AttachmentLine, ChecklistLine, Delivery, Related};
use crate::tui::effect::{Choices, TicketFile};
use crate::tui::msg::Pickable;
use crate::tui::overlays::Choice;
use crate::tui::typed::size;

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
        // They hang on a ticket, which the directory doesn't know.
        Choices::Files(_) | Choices::Checklist(_) => Vec::new(),
    }
}

/// A ticket's files that the server has, the newest first.
#[must_use]
pub fn files(ticket: TicketId, related: &Related) -> Vec<Pickable> {
    let here = related
        .attachments
        .iter()
        .filter(|file| file.link.is_none() && file.delivery == Delivery::Delivered);
    let pickable = |file: &AttachmentLine| Pickable {
        choice: Choice::File(TicketFile {
            ticket,
            attachment: file.id,
            name: file.name.clone(),
            size: file.size,
            digest: file.digest.clone(),
        }),
        label: file.name.clone(),
        detail: format!("{} · {}", size::print(file.size), file.author),
    };
    here.rev().map(pickable).collect()
}

/// The items of a ticket's checklist, each with what picking it makes of it.
#[must_use]
pub fn checklist(related: &Related) -> Vec<Pickable> {
    let pickable = |item: &ChecklistLine| Pickable {
        choice: Choice::Tick(Tick {
            item: item.id,
            is_completed: !item.is_completed,
        }),
        label: format!("{} {}", if item.is_completed { "[x]" } else { "[ ]" }, item.name),
        detail: item.completed_by.clone().unwrap_or_default(),
    };
    related.checklist.iter().map(pickable).collect()
}
