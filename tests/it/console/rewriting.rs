//! What the server or the local copy says, said otherwise: with nothing in its lists, or with other texts in it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::sync::Arc;
use tandem::domain::Act;
use tandem::records::administration::Answer;
use tandem::records::views::{Content, ConversationEntry, SideLine, TicketLine, TicketView};
use tandem::tui::msg::{Desk, Loaded};

/// How it is said.
#[derive(Clone, Copy)]
pub enum Rewriting<'a> {
    /// Every list is empty.
    Empty,
    /// What people wrote reads like this.
    Texts(&'a dyn Fn(&str) -> String),
}

/// The fields of the server's answers that people write.
const WRITTEN: [&str; 11] = [
    "name",
    "title",
    "text",
    "subject",
    "description",
    "actor",
    "flow",
    "responsibilit",
    "escalation",
    "city",
    "reason",
];

/// What would be said.
#[must_use]
pub fn rewritten(loaded: &Loaded, how: Rewriting<'_>) -> Loaded {
    match (loaded, how) {
        (Loaded::Administration(answer), _) => Loaded::Administration(Box::new(of_answer(answer, how))),
        (Loaded::List(window), Rewriting::Empty) => {
            let mut window = window.clone();
            window.lines.clear();
            window.total.number = 0;
            Loaded::List(window)
        }
        (Loaded::List(window), Rewriting::Texts(text)) => {
            let mut window = window.clone();
            window.lines.iter_mut().for_each(|line| write_line(line, text));
            Loaded::List(window)
        }
        (Loaded::Ticket(Some(view)), Rewriting::Texts(text)) => {
            let mut view = TicketView::clone(view);
            write_view(&mut view, text);
            Loaded::Ticket(Some(Arc::new(view)))
        }
        (Loaded::Conversation(_), Rewriting::Empty) => Loaded::Conversation(Vec::new()),
        (Loaded::Conversation(entries), Rewriting::Texts(text)) => {
            let mut entries = entries.clone();
            entries.iter_mut().for_each(|entry| write_entry(entry, text));
            Loaded::Conversation(entries)
        }
        (Loaded::Time(_), Rewriting::Empty) => Loaded::Time(Vec::new()),
        (Loaded::Time(lines), Rewriting::Texts(text)) => {
            let mut lines = lines.clone();
            for line in &mut lines {
                write(&mut line.author, text);
                write(&mut line.summary, text);
                write(&mut line.internal_notes, text);
            }
            Loaded::Time(lines)
        }
        (Loaded::History(_), Rewriting::Empty) => Loaded::History(Vec::new()),
        (Loaded::History(lines), Rewriting::Texts(text)) => {
            let mut lines = lines.clone();
            for line in &mut lines {
                write(&mut line.author, text);
                write(&mut line.detail, text);
                line.before.iter_mut().for_each(|before| write(before, text));
                line.after.iter_mut().for_each(|after| write(after, text));
            }
            Loaded::History(lines)
        }
        (Loaded::Related(_), Rewriting::Empty) => Loaded::Related(tandem::records::views::Related::default()),
        (Loaded::Related(related), Rewriting::Texts(text)) => {
            let mut related = related.clone();
            for item in &mut related.checklist {
                write(&mut item.name, text);
                item.completed_by.iter_mut().for_each(|by| write(by, text));
            }
            for file in &mut related.attachments {
                write(&mut file.name, text);
                write(&mut file.author, text);
            }
            Loaded::Related(related)
        }
        (Loaded::Outbox(_), Rewriting::Empty) => Loaded::Outbox(Vec::new()),
        (Loaded::Outbox(lines), Rewriting::Texts(text)) => {
            let mut lines = lines.clone();
            for line in &mut lines {
                write(&mut line.title, text);
                if let Act::AddNote { text: note, .. } = &mut line.change.act {
                    write(note, text);
                }
                if let tandem::records::views::OutboxState::Stopped { message, differs, .. } = &mut line.state {
                    write(message, text);
                    differs.iter_mut().for_each(|differs| write(&mut differs.now, text));
                }
            }
            Loaded::Outbox(lines)
        }
        (Loaded::Desk(desk), Rewriting::Empty) => Loaded::Desk(Desk {
            queues: Vec::new(),
            shared: Vec::new(),
            views: None,
            ..desk.clone()
        }),
        (Loaded::Desk(desk), Rewriting::Texts(text)) => {
            let mut desk = desk.clone();
            desk.queues.iter_mut().for_each(|queue| write(&mut queue.name, text));
            desk.shared
                .iter_mut()
                .for_each(|company| write(&mut company.name, text));
            Loaded::Desk(desk)
        }
        _ => loaded.clone(),
    }
}

/// What people wrote in it, once each.
#[must_use]
pub fn texts(loaded: &Loaded) -> Vec<String> {
    let seen = std::cell::RefCell::new(Vec::new());
    let look = |text: &str| {
        let mut seen = seen.borrow_mut();
        if !text.trim().is_empty() && !seen.iter().any(|one| one == text) {
            seen.push(text.to_owned());
        }
        text.to_owned()
    };
    drop(rewritten(loaded, Rewriting::Texts(&look)));
    seen.into_inner()
}

fn write(field: &mut String, text: &dyn Fn(&str) -> String) {
    *field = text(field);
}

fn write_line(line: &mut TicketLine, text: &dyn Fn(&str) -> String) {
    write(&mut line.title, text);
    write(&mut line.company_name, text);
    line.contact_name.iter_mut().for_each(|name| write(name, text));
    for side in [&mut line.autotask, &mut line.taskfire].into_iter().flatten() {
        let SideLine { queue, assignee, .. } = side;
        queue.iter_mut().for_each(|queue| write(queue, text));
        assignee.iter_mut().for_each(|assignee| write(&mut assignee.name, text));
    }
}

fn write_view(view: &mut TicketView, text: &dyn Fn(&str) -> String) {
    write_line(&mut view.line, text);
    view.ticket.title.clone_from(&view.line.title);
    write(&mut view.ticket.description, text);
    view.ticket.item.iter_mut().for_each(|item| write(item, text));
    write(&mut view.company.name, text);
    view.contact
        .iter_mut()
        .for_each(|contact| write(&mut contact.name, text));
    view.request_type.iter_mut().for_each(|kind| write(kind, text));
    view.last_words.iter_mut().for_each(|entry| write_entry(entry, text));
    for (_, value) in &mut view.user_defined {
        write(value, text);
    }
}

fn write_entry(entry: &mut ConversationEntry, text: &dyn Fn(&str) -> String) {
    write(&mut entry.author, text);
    match &mut entry.content {
        Content::Description(said) | Content::Resolution(said) | Content::Note { text: said, .. } => write(said, text),
        Content::HandOver { reason, .. } => write(reason, text),
    }
}

/// The same answer, as it would come over the wire.
fn of_answer(answer: &Answer, how: Rewriting<'_>) -> Answer {
    macro_rules! through_the_wire {
        ($($kind:ident),* $(,)?) => {
            match answer { $(Answer::$kind(said) => Answer::$kind(of_wire(said, how))),* }
        };
    }
    through_the_wire!(
        Companies,
        Setup,
        Agreement,
        Acknowledgements,
        Disabling,
        People,
        Levels,
        Instance,
        Portal,
        Audit,
        Contracts,
        Contract,
        Catalogue,
        ContractSettings,
        Coverage,
        Naming,
        Automation,
        BillingOverview,
        ClientBilling,
        Closing,
        Invoices,
        Invoice,
        BlockReport,
    )
}

/// All of it changed, but for what takes only names of its own.
fn of_wire<T: Serialize + DeserializeOwned>(said: &T, how: Rewriting<'_>) -> T {
    let json = serde_json::to_value(said).unwrap();
    let mut places = Vec::new();
    places_of(&json, String::new(), how, &mut places);
    if let Ok(changed) = serde_json::from_value(changed(json.clone(), &places, how)) {
        return changed;
    }
    places.retain(|place| {
        let one = changed(json.clone(), std::slice::from_ref(place), how);
        serde_json::from_value::<T>(one).is_ok()
    });
    serde_json::from_value(changed(json, &places, how)).unwrap()
}

fn changed(mut json: Json, places: &[String], how: Rewriting<'_>) -> Json {
    for place in places {
        match (json.pointer_mut(place).unwrap(), how) {
            (Json::Array(items), Rewriting::Empty) => items.clear(),
            (Json::String(written), Rewriting::Texts(text)) => *written = text(written),
            _ => {}
        }
    }
    json
}

/// Where lists stand, the outermost only; or where people write.
fn places_of(json: &Json, at: String, how: Rewriting<'_>, places: &mut Vec<String>) {
    match (json, how) {
        (Json::Array(_), Rewriting::Empty) => places.push(at),
        (Json::Array(items), _) => {
            for (index, item) in items.iter().enumerate() {
                places_of(item, format!("{at}/{index}"), how, places);
            }
        }
        (Json::Object(fields), _) => {
            for (name, field) in fields {
                places_of(field, format!("{at}/{name}"), how, places);
            }
        }
        (Json::String(_), Rewriting::Texts(_)) => {
            let field = at.rsplit('/').next().unwrap_or_default().to_lowercase();
            if WRITTEN.iter().any(|written| field.contains(written)) {
                places.push(at);
            }
        }
        _ => {}
    }
}
