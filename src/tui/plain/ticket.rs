//! A ticket of the list in one sentence, its statuses in full.

use crate::domain::Side;
use crate::records::views::TicketLine;
use crate::tui::app::App;
use crate::tui::pictures;

/// `Ticket 3 of 31, T20261119.0098, New starter laptop. Autotask: New, has the ticket. Taskfire: none. Due Mon 09:00.`
#[must_use]
pub fn sentence(app: &App) -> Option<String> {
    let pane = &app.tickets;
    let line = pane.current()?;
    let number = line.number.as_str();
    let mut said = match pane.position() {
        Some(position) => {
            let arguments = [
                ("position", position.into()),
                ("total", pane.total.number.into()),
                ("number", number.into()),
            ];
            app.say("plain-ticket", &arguments).into_owned()
        }
        None => app
            .say("plain-ticket-somewhere", &[("number", number.into())])
            .into_owned(),
    };
    said.push_str(", ");
    said.push_str(line.title.trim_end_matches(['.', ' ']));
    said.push('.');
    for sentence in sentences(app, line) {
        said.push(' ');
        said.push_str(&sentence);
        said.push('.');
    }
    Some(crate::base::cells::sanitise(&said).into_owned())
}

fn sentences(app: &App, line: &TicketLine) -> Vec<String> {
    let word = |key: &str| app.text(key).into_owned();
    let mut sentences: Vec<String> = [
        (app.tickets.marks.contains(&line.id), "plain-marked"),
        (line.marks.stopped, "plain-stopped"),
        (line.marks.unsent, "plain-unsent"),
        (line.marks.draft, "plain-draft"),
        (line.marks.unread, "plain-unread"),
    ]
    .into_iter()
    .filter(|(is_so, _)| *is_so)
    .map(|(_, key)| word(key))
    .collect();
    for (side, name) in Side::BOTH.into_iter().zip(["plain-autotask", "plain-taskfire"]) {
        sentences.push(
            app.say(name, &[("status", status(app, line, side).into())])
                .into_owned(),
        );
    }
    sentences.push(match &line.contact_name {
        Some(contact) => format!("{contact}, {}", line.company_name),
        None => line.company_name.clone(),
    });
    if let Some(own) = line.side(app.side()).or(line.side(app.side().other())) {
        sentences.push(
            app.say("plain-priority", &[("rank", own.priority.rank().into())])
                .into_owned(),
        );
        sentences.extend(own.assignee.as_ref().map(|assignee| assignee.name.clone()));
    }
    sentences.push(due(app, line));
    sentences
}

/// `In Progress, has the ticket`; `none`.
fn status(app: &App, line: &TicketLine, side: Side) -> String {
    let status = pictures::of_line(&app.desk.statuses, line, side);
    match (status.word, status.holds) {
        (None, _) => app.text("plain-none").into_owned(),
        (Some(word), true) => format!("{word}, {}", app.text("plain-holder")),
        (Some(word), false) => word,
    }
}

fn due(app: &App, line: &TicketLine) -> String {
    if line.closed_at.is_some() {
        return app.text("due-closed").into_owned();
    }
    let Some(due) = line.due else {
        return app.text("plain-no-due").into_owned();
    };
    let key = if due < app.now { "plain-late" } else { "plain-due" };
    app.say(key, &[("at", app.times().clock(due).into())]).into_owned()
}
