//! One entry of the log: who did what to whom, when and from where, and what was different afterwards.

use super::act_name;
use crate::base::cells;
use crate::records::administration::audit::{AuditEntry, AuditQuestion};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::draw::inset;
use crate::tui::app::pages::{self, Then};
use crate::tui::intent::Intent;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::first_row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Cells before what a line says.
const LABEL: usize = 22;

/// The page's state.
#[derive(Debug)]
pub struct Pane {
    entry: AuditEntry,
    top: usize,
}

impl Pane {
    /// The page of this entry.
    #[must_use]
    pub fn of(entry: AuditEntry) -> Self {
        Self { entry, top: 0 }
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        // The page before the next entry begins with this one.
        let before = Some(self.entry.id.saturating_add(1));
        vec![Question::Audit(AuditQuestion {
            before,
            ..AuditQuestion::default()
        })]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Audit(page) = answer
            && let Some(entry) = page.items.into_iter().find(|entry| entry.id == self.entry.id)
        {
            self.entry = entry;
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let title = app.say("audit-entry-title", &[("number", self.entry.id.into())]);
        vec![Piece::new(title.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[]
    }

    fn offered(&self) -> &'static [Intent] {
        &[Intent::GoBack]
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let area = inset(room);
        let lines = lines(app, &self.entry, area.width.into()).len();
        let last = lines.saturating_sub(area.height.into());
        self.top = step.from(self.top.min(last), last + 1);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let area = inset(room);
        let lines = lines(app, &self.entry, area.width.into());
        let top = first_row(self.top, lines.len(), area.height.into());
        for (line, row) in lines.iter().skip(top).zip(area.rows()) {
            line.draw(buffer, row, theme);
        }
    }
}

fn lines(app: &App, entry: &AuditEntry, width: usize) -> Vec<Line> {
    let one = |key: &str, value: String| {
        Line::of(vec![
            Piece::new(cells::pad(&app.text(key), LABEL), Role::Dim),
            Piece::new(value, Role::Text),
        ])
    };
    let mut lines = vec![
        one("audit-at", app.times().full(entry.at)),
        one("audit-who", format!("{} ({})", entry.actor_name, entry.actor)),
        one("audit-origin", entry.origin.clone()),
        one("audit-act", act_name(app, &entry.act)),
        one("audit-subject", entry.subject.clone()),
    ];
    lines.push(Line::text(app.text("audit-digest").into_owned(), Role::Dim));
    lines.extend(Line::wrapped(&entry.digest, "  ", width, Role::Text));
    lines.push(Line::default());
    lines.push(Line::text(app.text("audit-differences").into_owned(), Role::Dim));
    let differences = differences(entry);
    if differences.is_empty() {
        lines.push(Line::text(app.text("audit-no-difference").into_owned(), Role::Dim));
    }
    lines.extend(differences.iter().flat_map(|difference| said(app, difference, width)));
    lines
}

/// The field's name, and behind it how it was and how it is, each wrapped on lines of its own.
fn said(app: &App, difference: &Difference, width: usize) -> Vec<Line> {
    let (before, after) = (difference.before.as_ref(), difference.after.as_ref());
    let values: Vec<(&str, &Json, Role)> = match (before, after) {
        (Some(before), Some(after)) if before != after => {
            vec![("− ", before, Role::Dim), ("+ ", after, Role::Heading)]
        }
        (Some(before), None) => vec![("− ", before, Role::Dim)],
        (None, Some(after)) => vec![("+ ", after, Role::Heading)],
        (_, Some(same)) => vec![("  ", same, Role::Dim)],
        (None, None) => Vec::new(),
    };
    let label = app.audit_field(&difference.path);
    let is_narrow = width < 2 * LABEL || cells::width(&label) >= LABEL;
    let indent = if is_narrow { 2 } else { LABEL };
    let mut lines = Vec::new();
    if is_narrow {
        lines.push(Line::text(label.clone(), Role::Dim));
    }
    for (mark, value, role) in values {
        let text = app.audit_value(&difference.path, value);
        let rows = Line::wrapped(&text, "", width.saturating_sub(indent + 2), role);
        for (at, row) in rows.into_iter().enumerate() {
            let is_first = lines.is_empty();
            let name = if is_first { label.as_str() } else { "" };
            let mut pieces = vec![
                Piece::new(cells::pad(name, indent), Role::Dim),
                Piece::new(if at == 0 { mark } else { "  " }, Role::Rule),
            ];
            pieces.extend(row.left);
            lines.push(Line::of(pieces));
        }
    }
    lines
}

/// A field before and after an act.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Difference {
    path: String,
    before: Option<Json>,
    after: Option<Json>,
}

/// What changed first, then what stayed, by the names of the fields.
fn differences(entry: &AuditEntry) -> Vec<Difference> {
    let mut fields: BTreeMap<String, Difference> = BTreeMap::new();
    let mut add = |value: &Json, put: fn(&mut Difference, Json)| {
        for (path, said) in flattened(value) {
            let field = fields.entry(path.clone()).or_insert(Difference {
                path,
                before: None,
                after: None,
            });
            put(field, said);
        }
    };
    add(&entry.before, |field, said| field.before = Some(said));
    add(&entry.after, |field, said| field.after = Some(said));
    let mut differences: Vec<Difference> = fields.into_values().collect();
    differences.sort_by_key(|difference| difference.before == difference.after);
    differences
}

/// The values of an object with their paths; what is null or an empty object says nothing.
fn flattened(value: &Json) -> Vec<(String, Json)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((path, value)) = open.pop() {
        match value {
            Json::Object(fields) => open.extend(fields.iter().map(|(name, value)| {
                let below = match path.is_empty() {
                    true => name.clone(),
                    false => format!("{path}.{name}"),
                };
                (below, value)
            })),
            Json::Null => {}
            value => found.push((path, value.clone())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timestamp;
    use serde_json::json;

    #[test]
    fn what_changed_stands_first_and_nested_fields_have_their_path() {
        let entry = AuditEntry {
            id: 4,
            at: Timestamp::from_millis(0),
            actor: "resource 3".to_owned(),
            actor_name: "Maria".to_owned(),
            origin: "127.0.0.1".to_owned(),
            act: "edit_contact".to_owned(),
            company: None,
            subject: "Tom".to_owned(),
            before: json!({"email": "a@b", "phone": "1", "login": {"level": 1}}),
            after: json!({"email": "c@d", "phone": "1", "login": {"level": 1, "password": null}, "isActive": true}),
            digest: String::new(),
        };
        let said: Vec<_> = differences(&entry)
            .into_iter()
            .map(|one| (one.path, one.before, one.after))
            .collect();
        let some = |value: Json| Some(value);
        assert_eq!(
            said,
            [
                ("email".to_owned(), some(json!("a@b")), some(json!("c@d"))),
                ("isActive".to_owned(), None, some(json!(true))),
                ("login.level".to_owned(), some(json!(1)), some(json!(1))),
                ("phone".to_owned(), some(json!("1")), some(json!("1"))),
            ]
        );
    }
}
