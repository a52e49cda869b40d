//! Saving a file of a ticket on this machine, under a path that the person names.

use super::action::{Reach, TicketAction, Tickets};
use super::related::known;
use crate::base::{Timestamp, file_name};
use crate::domain::{Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::{App, files};
use crate::tui::effect::{Choices, Content, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::Pick;
use crate::tui::overlays::{Answer, Choice, Purpose};

/// `ticket.save_file`.
pub struct SaveFile;

impl TicketAction for SaveFile {
    fn changes(&self) -> bool {
        false
    }

    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, _: &TicketView, _: &Actor, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(ticket) = tickets.first().map(|view| view.line.id) else {
            return Vec::new();
        };
        if known(app, ticket).is_some_and(|related| related.attachments.iter().all(|file| file.link.is_some())) {
            app.warn(app.text("pick-no-file").into_owned());
            return Vec::new();
        }
        let title = app.text("pick-file").into_owned();
        let purpose = Purpose::Ticket(Intent::SaveFile, tickets);
        Pick::new(title, Vec::new(), purpose).open(app, Load::Choices(Choices::Files(ticket)))
    }

    fn confirm(&self, app: &mut App, _: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::File(file)) = answer else {
            return Vec::new();
        };
        let name = file_name::safe(&file.name);
        let title = app.say("save-file", &[("name", name.clone().into())]).into_owned();
        files::ask(app, title, &name, Content::Attachment(file))
    }
}
