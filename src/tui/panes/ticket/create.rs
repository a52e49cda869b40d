//! A new ticket: a draft at once, and with a temporary number where there is no line.

use crate::base::ids::{CompanyId, TicketId};
use crate::domain::creation::NewTicket;
use crate::domain::{Act, Lookup, Priority, Refusal, Seen, Side};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{Asked, Choices, DraftPlace, Effect, Load, Origin};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field, Reads, said};
use crate::tui::overlays::form::{self, Form};
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::typed::moment;

/// Opens the form.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let (title, verb) = match works_tickets(app) {
        true => ("dialog-create", "intent-ticket-create.verb"),
        false => ("dialog-request", "dialog-request-verb"),
    };
    let (title, verb) = (app.text(title).into_owned(), app.text(verb).into_owned());
    let leave = app.text("dialog-keep").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Create).with(fields(app));
    let form = form.kept(DraftPlace {
        ticket: None,
        about: None,
        kind: DraftKind::NewTicket,
    });
    let mut picks = vec![("issueType", Load::Choices(Choices::RequestTypes))];
    if !works_tickets(app) {
        return form.open(app, &picks);
    }
    picks.push(("queueID", Load::Choices(Choices::Queues)));
    match own_company(app) {
        Some(company) => picks.push(("contactID", Load::Choices(Choices::Contacts(company)))),
        None => picks.push(("companyID", Load::Choices(Choices::Companies))),
    }
    let form = form.depending("companyID", "contactID").naming(own_company(app));
    form.open(app, &picks)
}

/// A client's people create for their own company.
fn own_company(app: &App) -> Option<CompanyId> {
    let actor = &app.viewer.as_ref()?.actor;
    (actor.side() == Side::Taskfire).then_some(actor.company)
}

fn works_tickets(app: &App) -> bool {
    app.viewer
        .as_ref()
        .is_some_and(|viewer| viewer.actor.level.works_tickets())
}

/// What somebody of the portal says of their request: what kind it is, and what it is about.
fn request_fields(app: &App) -> Vec<Field> {
    let label = |field: &str| app.field_name(field);
    vec![
        Field::pick("issueType", label("issueType"), Vec::new(), None),
        Field::line("title", label("title"), ""),
        Field::text_box("description", label("description"), ""),
    ]
}

fn fields(app: &App) -> Vec<Field> {
    if !works_tickets(app) {
        return request_fields(app);
    }
    let label = |field: &str| app.field_name(field);
    let priority = |priority: Priority| {
        item(
            format!("P{} {}", priority.rank(), priority.label()),
            "",
            Choice::Priority(priority),
        )
    };
    let priorities: Vec<_> = Priority::RANKED.into_iter().map(priority).collect();
    let medium = Some(priority(Priority::MEDIUM));
    let mut fields = Vec::new();
    if own_company(app).is_none() {
        fields.push(Field::pick("companyID", label("companyID"), Vec::new(), None));
    }
    fields.extend([
        Field::pick("contactID", label("contactID"), Vec::new(), None),
        Field::line("title", label("title"), ""),
        Field::text_box("description", label("description"), ""),
        Field::pick("issueType", label("issueType"), Vec::new(), None),
        Field::pick("priority", app.text("dialog-priority").into_owned(), priorities, medium),
        Field::line("dueDateTime", app.text("detail-due").into_owned(), "").reading(Reads::Moment),
        Field::line("item", label("item"), ""),
    ]);
    let queue = app.text("dialog-queue").into_owned();
    fields.push(Field::pick("queueID", queue, Vec::new(), None));
    fields.push(Field::pick(form::ITEM, label(form::ITEM), Vec::new(), None));
    // Contracts are the provider's own matter.
    if own_company(app).is_none() {
        fields.push(Field::pick(form::CONTRACT, label(form::CONTRACT), Vec::new(), None));
    }
    fields
}

/// Reads the form; an error is the field and the sentence.
fn new_ticket(app: &App, form: &Form) -> Result<NewTicket, (&'static str, String)> {
    let missing = |field: &'static str| (field, app.refusal(&Refusal::Required { field }));
    let company = match form.choice("companyID") {
        Some(Choice::Company(company)) => *company,
        _ => own_company(app).ok_or_else(|| missing("companyID"))?,
    };
    let due = form.text("dueDateTime");
    let due = match due.trim().is_empty() {
        true => None,
        false => {
            let times = app.times();
            let wall = moment::parse(&due, times.wall(app.now));
            Some(times.moment(wall.map_err(|mistake| ("dueDateTime", said(app, mistake.sentence())))?))
        }
    };
    Ok(NewTicket {
        company,
        contact: match form.choice("contactID") {
            Some(Choice::Contact(contact)) => Some(*contact),
            _ => None,
        },
        title: form.text("title"),
        description: form.text("description"),
        request_type: match form.choice("issueType") {
            Some(Choice::RequestType(id)) => Some(*id),
            _ => None,
        },
        queue: match form.choice("queueID") {
            Some(Choice::Queue(queue)) => Some(*queue),
            _ => None,
        },
        priority: match form.choice("priority") {
            Some(Choice::Priority(priority)) => Some(*priority),
            _ => None,
        },
        due,
        item: Some(form.text("item")).filter(|item| !item.trim().is_empty()),
        configuration_item: form.item(),
        contract: form.contract(),
        new_contract: None,
        assignee: None,
        status: None,
        source: None,
    })
}

/// The form was filled: the ticket goes into the outbox, or the form stays with the reason at its field.
pub fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let new = match new_ticket(app, &form) {
        Ok(new) => new,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let facts = crate::domain::Facts::unknown(app.desk.statuses.clone());
    let facts = crate::domain::Facts {
        queue: Lookup::Unknown,
        ..facts
    };
    let opened = app
        .viewer
        .as_ref()
        .map(|viewer| new.open(&viewer.actor, &facts, app.now));
    if let Some(Err(refusal)) = opened {
        let why = app.refusal(&refusal);
        return form.refuse(app, refusal.field().unwrap_or("title"), why);
    }
    let act = Act::Create(Box::new(new));
    app.record_asked(vec![Asked {
        ticket: TicketId(0),
        seen: Seen::new(),
        act,
        origin: Origin::Typed,
    }])
}
