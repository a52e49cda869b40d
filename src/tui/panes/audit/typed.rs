//! What is typed to choose among entries: `client:acme act:level who:maria since:-7d`; a word alone is somebody's name.

use crate::base::fold::fold;
use crate::records::administration::audit::AuditQuestion;
use crate::tui::app::App;
use crate::tui::typed::day;

/// The question that a text asks, and the parts of it that can't be read.
#[must_use]
pub fn question(app: &App, text: &str) -> (AuditQuestion, Vec<String>) {
    let mut asked = AuditQuestion::default();
    let mut unreadable = Vec::new();
    for word in text.split_whitespace() {
        let (key, value) = word.split_once(':').unwrap_or(("who", word));
        if value.is_empty() {
            continue;
        }
        let is_read = match key {
            "client" => set(&mut asked.company, company(app, value)),
            "act" => set(&mut asked.act, Some(value.to_lowercase().replace('-', "_"))),
            "since" => set(&mut asked.since, since(app, value)),
            "who" => {
                // Several words are one name.
                let before = asked.actor.take().map_or_else(String::new, |name| format!("{name} "));
                set(&mut asked.actor, Some(format!("{before}{value}")))
            }
            _ => false,
        };
        if !is_read {
            unreadable.push(word.to_owned());
        }
    }
    (asked, unreadable)
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_read = value.is_some();
    *place = value;
    is_read
}

/// A client by number, or by a part of its name where tickets are shared with it.
fn company(app: &App, value: &str) -> Option<i64> {
    if let Ok(number) = value.parse() {
        return Some(number);
    }
    let wanted = fold(value);
    let known = app.desk.shared.iter().find(|line| fold(&line.name).contains(&wanted));
    known.map(|line| line.company.0)
}

fn since(app: &App, value: &str) -> Option<String> {
    let today = app.times().wall(app.now).date();
    day::parse(value, today).ok().map(|day| day.to_string())
}
