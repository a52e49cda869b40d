//! `tandem billing` as a line that a person types.

use crate::command_line::program::{Ended, Home};
use crate::docs::words;
use serde_json::Value as Json;
use tandem::base::Date;

/// Runs the line after `tandem billing`.
pub async fn billing(home: &Home, line: &str) -> Ended {
    run(home, &format!("billing {line}")).await
}

/// Runs the line after `tandem`.
pub async fn run(home: &Home, line: &str) -> Ended {
    let words = words(line);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    home.run(&words).await
}

/// What it says to a person.
pub async fn done(home: &Home, line: &str) -> String {
    billing(home, line).await.done()
}

/// What it says to a program.
pub async fn json(home: &Home, line: &str) -> Json {
    billing(home, &format!("{line} --json")).await.json()
}

/// It ends with this code and a sentence that has these words, and writes nothing else.
pub async fn refused(home: &Home, line: &str, code: i32, said: &str) {
    let ended = billing(home, line).await;
    assert_eq!(ended.code, Some(code), "{line}: {ended:?}");
    assert!(ended.err.contains(said) && ended.out.is_empty(), "{line}: {ended:?}");
}

/// A client's contract whose name begins so.
pub async fn contract(home: &Home, client: &str, name: &str) -> Json {
    let page = json(home, &format!("contract list {client}")).await;
    let mut contracts = page["contracts"].as_array().unwrap().iter();
    let found = contracts.find(|one| one["name"].as_str().unwrap().starts_with(name));
    found.unwrap_or_else(|| panic!("{name} in {page}")).clone()
}

/// Its ID.
pub async fn id(home: &Home, client: &str, name: &str) -> String {
    contract(home, client, name).await["id"].to_string()
}

/// The provider's day, and the first of the month after it.
pub async fn days(home: &Home) -> (Date, Date) {
    let page = json(home, "contract list acme").await;
    let today = Date::parse(page["today"].as_str().unwrap()).unwrap();
    let mut day = today.next();
    while !day.to_string().ends_with("-01") {
        day = day.next();
    }
    (today, day)
}
