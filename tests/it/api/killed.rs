//! The server is killed at random points of a load of writes, again and again: what was answered is there, what wasn't is
//! there whole or not at all, and asked again under its key it happens once.

use crate::command_line::program::Home;
use crate::support::Desk;
use crate::support::killed::{Asked, ask, start};
use rand::prelude::*;
use reqwest::Method;
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tandem::base::{Clock as _, ManualClock, SystemClock};

/// Where the kills fall follows from it.
const SEED: u64 = 66;
const KILLS: usize = 200;
/// Writes that are asked at once, besides those of before that were not answered.
const WRITES: usize = 6;

/// A new ticket or a note, which its text tells apart.
fn write(number: usize, tickets: &[i64], random: &mut StdRng) -> Asked {
    let text = format!("Crash {number}");
    match tickets.choose(random).filter(|_| !number.is_multiple_of(3)) {
        Some(ticket) => {
            let body = json!({"audience": "public", "text": text});
            Asked::new(Method::POST, format!("tickets/{ticket}/note"), body)
        }
        None => Asked::new(
            Method::POST,
            "tickets".to_owned(),
            json!({"companyID": 1, "title": text}),
        ),
    }
}

fn text_of(asked: &Asked) -> &str {
    let text = asked.body["title"].as_str().or(asked.body["text"].as_str());
    text.expect("it has a text")
}

/// How often each text stands in the database.
fn written(file: &Connection) -> HashMap<String, usize> {
    let mut select = file
        .prepare(
            "SELECT title FROM ticket WHERE title LIKE 'Crash %'
             UNION ALL SELECT description FROM ticket_note WHERE description LIKE 'Crash %'",
        )
        .unwrap();
    let mut written = HashMap::new();
    for text in select.query_map([], |row| row.get::<_, String>(0)).unwrap() {
        *written.entry(text.unwrap()).or_default() += 1;
    }
    written
}

/// Nothing is half there: of whatever a write leaves, either all is there or none.
fn whole(file: &Connection, written: usize) {
    let count = |select: &str| file.query_row(select, [], |row| row.get::<_, i64>(0)).unwrap();
    for (what, select) in [
        ("history", "SELECT count(*) FROM ticket WHERE id NOT IN (SELECT ticket_id FROM ticket_history)"),
        ("words", "SELECT count(*) FROM ticket WHERE id NOT IN (SELECT rowid FROM ticket_words)"),
        ("feed", "SELECT count(*) FROM ticket WHERE id NOT IN (SELECT row_id FROM feed WHERE entity = 'Ticket')"),
        ("feed of notes", "SELECT count(*) FROM ticket_note WHERE id NOT IN (SELECT row_id FROM feed WHERE entity = 'TicketNote')"),
        (
            "counts",
            "SELECT count(*) FROM ticket
             WHERE public_note_count <> (SELECT count(*) FROM ticket_note WHERE ticket_id = ticket.id AND audience = 'public')",
        ),
        ("numbers", "SELECT count(*) - count(DISTINCT ticket_number) FROM ticket"),
    ] {
        assert_eq!(count(select), 0, "{what}");
    }
    let answers = count("SELECT count(*) FROM kept_answer");
    assert_eq!(answers, i64::try_from(written).unwrap(), "a kept answer for each write");
    let found: String = file.query_row("PRAGMA quick_check", [], |row| row.get(0)).unwrap();
    assert_eq!(found, "ok");
}

/// What is in the database against what was answered.
fn check(file: &Connection, writes: &[Asked]) {
    let written = written(file);
    for asked in writes {
        let times = written.get(text_of(asked)).copied().unwrap_or_default();
        let is_answered = asked.answer.is_some();
        assert!(
            times == 1 || (times == 0 && !is_answered),
            "{} {times} times",
            text_of(asked)
        );
    }
    whole(file, written.len());
}

#[tokio::test]
async fn of_a_write_load_nothing_answered_is_lost_and_nothing_is_half_there_or_twice() {
    let mut random = StdRng::seed_from_u64(SEED);
    let clock = Arc::new(ManualClock::new(SystemClock.now()));
    let mut desk = Desk::with(|mut settings| {
        settings.clock = clock;
        settings
    })
    .await;
    let tina = desk.id("tina").await;
    let token = desk.operations().begin_session(tina).await.unwrap().token;
    desk.stop().await;
    let home = Home::new();
    let (mut server, mut tina) = start(&home, &desk, &token).await;
    let file = Connection::open_with_flags(desk.database(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let (mut writes, mut tickets): (Vec<Asked>, Vec<i64>) = (Vec::new(), Vec::new());
    // Those without an answer stand behind the others.
    let mut answered = 0;
    // How long answers take where nothing comes between: the kills fall into that time.
    let mut usual = Duration::ZERO;
    let mut interrupted = 0;
    for kill in 0..=KILLS {
        let number = writes.len();
        writes.extend((number..number + WRITES).map(|number| write(number, &tickets, &mut random)));
        let is_last = kill == KILLS;
        let patience = match kill == 0 || is_last {
            true => Duration::MAX,
            false => usual.mul_f64(random.random_range(0.0..1.2)),
        };
        let began = Instant::now();
        ask(&tina, &mut writes[answered..], patience).await;
        if kill == 0 {
            usual = began.elapsed();
        }
        server.kill().await.unwrap();
        check(&file, &writes);
        writes[answered..].sort_by_key(|asked| asked.answer.is_none());
        let new = writes[answered..].iter().take_while(|asked| asked.answer.is_some());
        let made = new.clone().filter(|asked| asked.path == "tickets");
        tickets.extend(made.filter_map(|asked| asked.answer.as_ref()?.1["ticket"]["id"].as_i64()));
        answered += new.count();
        interrupted += usize::from(answered < writes.len());
        if !is_last {
            (server, tina) = start(&home, &desk, &token).await;
        }
    }
    assert_eq!(answered, writes.len(), "asked again, all were answered");
    assert!(
        interrupted > KILLS / 4,
        "{interrupted} of {KILLS} kills interrupted something"
    );
}
