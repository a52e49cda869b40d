//! `tandem billing` on the demo desk: what it shows, closes and writes, and how it refuses.

mod contracts;
mod covering;
mod support;
mod typed;

use super::program::Home;
use rust_decimal::Decimal;
use serde_json::Value as Json;
use std::process::Stdio;
use tandem::base::Date;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};

async fn json(home: &Home, arguments: &[&str]) -> Json {
    let mut all = vec!["billing"];
    all.extend(arguments);
    all.push("--json");
    home.run(&all).await.json()
}

async fn done(home: &Home, arguments: &[&str]) -> String {
    let mut all = vec!["billing"];
    all.extend(arguments);
    home.run(&all).await.done()
}

fn amount(json: &Json) -> Decimal {
    json.as_str().unwrap().parse().unwrap()
}

/// The provider's day, and the last day of the month before it.
async fn days(home: &Home) -> (String, String) {
    let overview = json(home, &["overview"]).await;
    let today = overview["today"].as_str().unwrap().to_owned();
    let first = Date::parse(&format!("{}-01", &today[..7])).unwrap();
    (today, first.previous().to_string())
}

#[tokio::test]
async fn the_overview_has_each_client_with_all_reasons_for_its_change() {
    let home = Home::with_desk().await;
    let overview = json(&home, &["overview"]).await;
    let clients = overview["clients"].as_array().unwrap();
    for client in clients {
        let reasons = client["changes"].as_array().unwrap().iter();
        let sum: Decimal = reasons.map(|change| amount(&change["amount"])).sum();
        assert_eq!(sum, amount(&client["total"]) - amount(&client["before"]), "{client}");
    }
    let text = done(&home, &["overview"]).await;
    let first_client = text.find("\nCompany").unwrap();
    assert!(text[..first_client].contains("! Acme: "), "warnings come first: {text}");
    assert!(text.contains("`tandem billing close` closes them"), "{text}");
    for client in clients {
        let name = client["name"].as_str().unwrap();
        assert!(text.lines().any(|line| line.starts_with(name)), "{name} in {text}");
    }
}

#[tokio::test]
async fn a_clients_lines_stand_with_their_events_and_add_up_to_the_forecast() {
    let home = Home::with_desk().await;
    let billing = json(&home, &["show", "acme"]).await;
    let statements = billing["statements"].as_array().unwrap();
    let text = done(&home, &["show", "acme"]).await;
    let mut total = Decimal::ZERO;
    for statement in statements {
        let lines = statement["lines"].as_array().unwrap();
        let sum: Decimal = lines.iter().map(|line| amount(&line["amount"])).sum();
        assert_eq!(sum, amount(&statement["total"]), "{statement}");
        total += sum;
        let names = ["contractName", "serviceName"].map(|field| statement[field].as_str().unwrap());
        assert!(text.contains(&names.join(" · ")), "{names:?} in {text}");
    }
    assert_eq!(total, amount(&billing["total"]));
    for part in [
        "Managed Print",
        "40 h",
        "↳ ",
        "Maria Keller changed the units by +",
        " × ",
        "forecast ",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[tokio::test]
async fn another_period_is_shown_by_any_day_in_it() {
    let home = Home::with_desk().await;
    let (_, last) = days(&home).await;
    let month = format!("{}-01 – {last}", &last[..7]);
    let text = done(&home, &["show", "acme", "--period", &last]).await;
    assert!(text.contains(&month), "{month} in {text}");
    let of_today = done(&home, &["show", "acme"]).await;
    assert!(!of_today.contains(&month), "{month} in {of_today}");
}

#[tokio::test]
async fn the_lines_of_all_clients_are_one_table_that_adds_up() {
    let home = Home::with_desk().await;
    let overview = json(&home, &["overview"]).await;
    let written = done(&home, &["lines", "--csv"]).await;
    assert_eq!(
        written,
        done(&home, &["lines"]).await,
        "CSV is what is written by itself"
    );
    let mut table = csv::Reader::from_reader(written.as_bytes());
    let at = table
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "amount")
        .unwrap();
    let amounts = table.records().map(|row| row.unwrap()[at].parse::<Decimal>().unwrap());
    assert_eq!(amounts.sum::<Decimal>(), amount(&overview["total"]));
    let acme = json(&home, &["lines", "acme"]).await;
    assert_eq!(acme.as_array().map(Vec::len), Some(1));
    assert_eq!(acme[0], json(&home, &["show", "acme"]).await);
}

#[tokio::test]
async fn what_the_preview_shows_is_closed_once_the_day_is_typed_and_invoiced_in_every_form() {
    let home = Home::with_desk().await;
    let (_, last) = days(&home).await;
    let close = ["billing", "close", "cedar", "--through", &last];
    let preview = json(&home, &["close", "cedar", "--through", &last, "--preview"]).await;
    let unasked = home.run_reading(&close, "yes\n").await;
    assert_eq!(unasked.code, Some(3), "{unasked:?}");
    assert!(
        unasked.err.contains("Nothing was closed") && unasked.err.contains("--yes"),
        "{unasked:?}"
    );
    let before = json(&home, &["invoices", "cedar"]).await;

    let closed = home.run_reading(&close, &format!("{last}\n")).await;
    assert_eq!(closed.code, Some(0), "{closed:?}");
    assert!(
        closed.out.contains("Cedar Clinic\n"),
        "the preview comes first: {closed:?}"
    );
    assert!(closed.err.contains("A closed period never changes"), "{closed:?}");
    let invoices = json(&home, &["invoices", "cedar"]).await;
    let made = |invoices: &Json| invoices["items"].as_array().unwrap().len();
    assert_eq!(
        made(&invoices),
        made(&before) + 1,
        "what was not asked for closed nothing"
    );
    let invoice = &invoices["items"][0];
    assert_eq!(amount(&invoice["total"]), amount(&preview["total"]));
    let number = invoice["number"].as_str().unwrap();
    assert!(closed.out.contains(number), "{number} in {closed:?}");
    assert!(done(&home, &["invoices"]).await.contains(number));

    let text = done(&home, &["invoice", number]).await;
    assert_eq!(text, done(&home, &["invoice", number, "--text"]).await);
    assert!(text.starts_with(&format!("Invoice {number}\n")), "{text}");
    let page = done(&home, &["invoice", number, "--html"]).await;
    assert!(
        page.starts_with("<!doctype html>") && page.contains("Cedar Clinic"),
        "{page}"
    );
    let table = done(&home, &["invoice", number, "--csv"]).await;
    let whole = json(&home, &["invoice", number]).await;
    let sections = whole["sections"].as_array().unwrap().iter();
    let lines: usize = sections.map(|section| section["lines"].as_array().unwrap().len()).sum();
    assert_eq!(table.lines().count(), lines + 1, "a line each, and their names");

    let shown = json(&home, &["show", "cedar", "--period", &last]).await;
    for statement in shown["statements"].as_array().unwrap() {
        assert_eq!(statement["isClosed"], true, "{statement}");
        assert_eq!(
            amount(&statement["total"]).scale(),
            2,
            "cents, closed or open: {statement}"
        );
    }

    let again = home
        .run(&["billing", "close", "cedar", "--through", &last, "--yes"])
        .await;
    assert_eq!(again.code, Some(3), "{again:?}");
    assert!(again.err.contains("nothing to close"), "{again:?}");
}

#[tokio::test]
async fn with_yes_nobody_is_asked_and_json_is_all_that_is_written_out() {
    let home = Home::with_desk().await;
    let (_, last) = days(&home).await;
    let closed = json(&home, &["close", "--through", &last, "--yes"]).await;
    let invoices = closed["invoices"].as_array().unwrap();
    assert!(invoices.len() > 1, "an invoice a client: {closed}");
    let sum: Decimal = invoices.iter().map(|invoice| amount(&invoice["total"])).sum();
    assert_eq!(sum, amount(&closed["total"]));
}

#[tokio::test]
async fn what_somebody_else_closed_meanwhile_is_refused_in_the_servers_words() {
    let home = Home::with_desk().await;
    let (_, last) = days(&home).await;
    let invoices = async || {
        json(&home, &["invoices", "acme"]).await["items"]
            .as_array()
            .map_or(0, Vec::len)
    };
    let before = invoices().await;
    let mut waiting = home
        .command(&["billing", "close", "acme", "--through", &last])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut shown = BufReader::new(waiting.stdout.take().unwrap()).lines();
    // The sums stand at the end of the preview.
    let sums = format!("Through {last}: ");
    while !shown.next_line().await.unwrap().unwrap().starts_with(&sums) {}
    done(&home, &["close", "acme", "--through", &last, "--yes"]).await;
    let mut typed = waiting.stdin.take().unwrap();
    typed.write_all(format!("{last}\n").as_bytes()).await.unwrap();
    drop(typed);
    let ended = waiting.wait_with_output().await.unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(3), "{said}");
    assert!(said.contains("somebody closed it meanwhile"), "{said}");
    assert_eq!(invoices().await, before + 1, "billed once");
}

#[tokio::test]
async fn bad_input_is_named_with_what_would_be_right() {
    let home = Home::with_desk().await;
    let (today, last) = days(&home).await;
    for (arguments, code, said) in [
        (vec!["show", "Nobody at all"], 4, "Nobody at all"),
        (vec!["show", "birch"], 4, "Birch & Sons"),
        (vec!["lines", "Nobody at all"], 4, "Nobody at all"),
        (
            vec!["close", "Nobody at all", "--through", &last, "--yes"],
            4,
            "Nobody at all",
        ),
        (
            vec!["close", "--through", &today, "--yes"],
            3,
            "Choose a day before today",
        ),
        (vec!["close", "--yes"], 2, "--through"),
        (vec!["close", "--through", "2026-02-30"], 2, "--through <DAY>"),
        (vec!["show", "acme", "--period", "soon"], 2, "like 2026-10-31"),
        (vec!["close", "--through", &last, "--preview", "--yes"], 2, "--preview"),
        (vec!["invoice", "2026-00099"], 4, "tandem billing invoices"),
        (vec!["invoice", "first"], 4, "first"),
        (vec!["invoice", "1", "--html", "--csv"], 2, "--html"),
        (vec!["lines", "--csv", "--json"], 2, "--csv"),
    ] {
        let mut all = vec!["billing"];
        all.extend(arguments);
        let ended = home.run(&all).await;
        assert_eq!(ended.code, Some(code), "{all:?}: {ended:?}");
        assert!(ended.err.contains(said) && ended.out.is_empty(), "{all:?}: {ended:?}");
    }
}

#[tokio::test]
async fn a_clients_people_see_their_own_invoices_and_close_nothing() {
    let home = Home::with_desk().await;
    let (_, last) = days(&home).await;
    done(&home, &["close", "--through", &last, "--yes"]).await;
    let all = json(&home, &["invoices"]).await;
    let other = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["companyName"] != "Acme");
    let other = other.unwrap()["number"].as_str().unwrap();
    let asked = async |arguments: &[&str]| {
        let mut words = vec!["--as", "tom.reyes", "billing"];
        words.extend(arguments);
        home.run(&words).await
    };
    let own = asked(&["invoices", "--json"]).await.json();
    let own = own["items"].as_array().unwrap();
    assert!(
        !own.is_empty() && own.iter().all(|item| item["companyName"] == "Acme"),
        "{own:?}"
    );
    assert_eq!(
        asked(&["invoice", other]).await.code,
        Some(4),
        "another client's is not there"
    );
    for refused in [
        vec!["overview"],
        vec!["close", "--through", &last, "--yes"],
        vec!["lines"],
    ] {
        let ended = asked(&refused).await;
        assert_eq!(ended.code, Some(3), "{refused:?}: {ended:?}");
    }
}
