//! Editing the common fields, which is the right of the side that has the ticket.

use super::action::{Reach, TicketAction, Tickets};
use super::proposing::{dialog, draft, settle_form};
use crate::base::Timestamp;
use crate::base::ids::{ContractId, ItemId};
use crate::domain::editing::Edit;
use crate::domain::{Act, Actor, Refusal, Side};
use crate::records::drafts::DraftKind;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Choices, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field, Reads, said};
use crate::tui::overlays::form::{self, Form};
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice};
use crate::tui::typed::moment;

/// `ticket.edit`.
pub struct EditTicket;

/// What was changed in the form; what was not stays as it is.
fn edit(app: &App, form: &Form) -> Result<Edit, (&'static str, String)> {
    let text = |field: &str| form.is_changed(field).then(|| form.text(field));
    let due = match text("dueDateTime") {
        None => None,
        Some(typed) if typed.trim().is_empty() => Some(None),
        Some(typed) => {
            let times = app.times();
            let wall = moment::parse(&typed, times.wall(app.now));
            let wall = wall.map_err(|mistake| ("dueDateTime", said(app, mistake.sentence())))?;
            Some(Some(times.moment(wall)))
        }
    };
    let picked = |field: &str| form.is_changed(field).then(|| form.choice(field)).flatten();
    Ok(Edit {
        company: None,
        title: text("title"),
        description: text("description"),
        resolution: text("resolution"),
        request_type: picked("issueType").map(|choice| match choice {
            Choice::RequestType(id) => Some(*id),
            _ => None,
        }),
        item: text("item").map(|item| Some(item).filter(|item| !item.trim().is_empty())),
        contact: picked("contactID").map(|choice| match choice {
            Choice::Contact(id) => Some(*id),
            _ => None,
        }),
        due,
        configuration_item: form.is_changed(form::ITEM).then(|| form.item()),
        contract: form.is_changed(form::CONTRACT).then(|| form.contract()),
    })
}

/// The contract, which the provider links by hand whoever has the ticket (2.3); it stands by its number until its name is
/// known.
fn contract_field(app: &App, view: &TicketView) -> Option<Field> {
    let is_providers = app.side() == Side::Autotask && view.ticket.autotask.is_some();
    let numbered = |id: ContractId| item(format!("#{id}"), "", Choice::Number(id.0));
    let chosen = view.ticket.contract.map(numbered);
    is_providers.then(|| Field::pick(form::CONTRACT, app.field_name(form::CONTRACT), Vec::new(), chosen))
}

fn fields(app: &App, view: &TicketView) -> Vec<Field> {
    let ticket = &view.ticket;
    let label = |field: &str| app.field_name(field);
    if ticket.holder != app.side() {
        return contract_field(app, view).into_iter().collect();
    }
    let due = ticket
        .due
        .map(|due| moment::print(app.times().wall(due)))
        .unwrap_or_default();
    let request_type = ticket.request_type.zip(view.request_type.as_ref());
    let request_type = request_type.map(|(id, name)| item(name.clone(), "", Choice::RequestType(id)));
    let contact = ticket.contact.zip(view.line.contact_name.as_ref());
    let contact = contact.map(|(id, name)| item(name.clone(), "", Choice::Contact(id)));
    let numbered = |id: ItemId| item(format!("#{id}"), "", Choice::Number(id.0));
    let named = ticket.configuration_item.map(numbered);
    let mut fields = vec![
        Field::line("title", label("title"), &ticket.title),
        Field::text_box("description", label("description"), &ticket.description),
        Field::pick("issueType", label("issueType"), Vec::new(), request_type),
        Field::pick("contactID", label("contactID"), Vec::new(), contact),
        Field::line("item", label("item"), ticket.item.as_deref().unwrap_or_default()),
        Field::line("dueDateTime", app.text("detail-due").into_owned(), &due).reading(Reads::Moment),
        Field::text_box("resolution", label("resolution"), &ticket.resolution),
        Field::pick(form::ITEM, label(form::ITEM), Vec::new(), named),
    ];
    fields.extend(contract_field(app, view));
    fields
}

impl TicketAction for EditTicket {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let edited = Act::Edit(Box::default()).apply(&ticket.ticket, actor, &ticket.facts, at);
        match edited {
            // The link to a contract stays the provider's.
            Err(Refusal::NotHolder { .. }) if actor.side() == Side::Autotask && ticket.ticket.autotask.is_some() => {
                let link = Edit {
                    contract: Some(ticket.ticket.contract),
                    ..Edit::default()
                };
                let linked = Act::Edit(Box::new(link)).apply(&ticket.ticket, actor, &ticket.facts, at);
                linked.map(drop)
            }
            edited => edited.map(drop),
        }
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(view) = tickets.first().cloned() else {
            return Vec::new();
        };
        let form = dialog(app, Intent::EditTicket, "dialog-edit", &tickets, None).with(fields(app, &view));
        let picks = [
            ("issueType", Load::Choices(Choices::RequestTypes)),
            ("contactID", Load::Choices(Choices::Contacts(view.line.company))),
        ];
        let form = form.naming(Some(view.line.company));
        form.kept(draft(&tickets, DraftKind::Edit)).open(app, &picks)
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Filled(form) = answer else {
            return Vec::new();
        };
        match edit(app, &form) {
            Ok(edit) if edit == Edit::default() => {
                app.done("edit-nothing", &[]);
                Vec::new()
            }
            Ok(edit) => settle_form(app, form, "title", &tickets, &|_, _| Act::Edit(Box::new(edit.clone()))),
            Err((field, why)) => form.refuse(app, field, why),
        }
    }
}
