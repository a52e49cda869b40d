//! What is typed to choose among entries: `client:"acme corp" act:level who:maria since:-7d until:today`; a word alone is
//! somebody's name.

use super::act_name;
use crate::base::fold::fold;
use crate::records::administration::audit::{ACTS, AuditQuestion};
use crate::tui::app::App;
use crate::tui::typed::day;

/// The question that a text asks, and the parts of it that can't be read.
#[must_use]
pub fn question(app: &App, text: &str) -> (AuditQuestion, Vec<String>) {
    let mut asked = AuditQuestion::default();
    let mut unreadable = Vec::new();
    for word in words(text) {
        let (key, value) = word.split_once(':').unwrap_or(("who", &word));
        if value.is_empty() {
            continue;
        }
        let is_read = match key {
            "client" => match value.parse() {
                Ok(number) => set(&mut asked.company, Some(number)),
                Err(_) => set(&mut asked.client, Some(value.to_owned())),
            },
            "act" => set(&mut asked.act, acts(app, value)),
            "since" => set(&mut asked.since, day(app, value)),
            "until" => set(&mut asked.until, day(app, value)),
            "who" => {
                // Several words are one name.
                let before = asked.actor.take().map_or_else(String::new, |name| format!("{name} "));
                set(&mut asked.actor, Some(format!("{before}{value}")))
            }
            _ => false,
        };
        if !is_read {
            unreadable.push(word);
        }
    }
    (asked, unreadable)
}

/// The words of a text; what stands in quotes belongs together.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            letter if letter.is_whitespace() && !is_quoted => words.push(String::new()),
            letter => {
                if let Some(word) = words.last_mut() {
                    word.push(letter);
                }
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_read = value.is_some();
    *place = value;
    is_read
}

/// The acts whose words on the screen, or whose name in the log, has what was typed; none where none has.
fn acts(app: &App, value: &str) -> Option<String> {
    let wanted = fold(value);
    let name = fold(&value.replace(['-', ' '], "_"));
    let fits = |act: &&&str| fold(&act_name(app, act)).contains(&wanted) || act.contains(&name);
    let acts: Vec<&str> = ACTS.iter().filter(fits).copied().collect();
    (!acts.is_empty()).then(|| acts.join(","))
}

fn day(app: &App, value: &str) -> Option<String> {
    let today = app.times().wall(app.now).date();
    day::parse(value, today).ok().map(|day| day.to_string())
}
