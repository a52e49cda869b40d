//! Nights in which clocks are changed, and a client whose day is another than the provider's: amounts follow the
//! provider's calendar (2.9).

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::json;
use tandem::base::Timestamp;

/// A desk in that zone whose client's two licences are billed, and its administrator.
async fn in_zone(zone: &str) -> Desk {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let mut settings = ada.get("instance").await.ok()["settings"].clone();
    settings["timeZone"] = json!(zone);
    ada.put("instance", settings).await.ok();
    automate(&desk, &ada, calendar(desk.acme)).await;
    desk
}

/// Lets time go on to a moment; sessions end meanwhile, so Ada signs in anew.
async fn at(desk: &Desk, moment: &str) -> Person {
    desk.clock.set(Timestamp::parse(moment).unwrap());
    desk.operations().tick().await.unwrap();
    desk.person("ada").await
}

#[tokio::test]
async fn a_level_given_in_the_night_of_a_clock_change_is_billed_from_the_day_that_it_is_there() {
    let berlin = "Europe/Berlin";
    let santiago = "America/Santiago";
    for (zone, moment, increase, time) in [
        // Clocks go from 02:00 to 03:00: half past two is half past three.
        (berlin, "2027-03-28T00:59:59Z", "increase 2027-03-28 1 4 2.58", "01:59"),
        (berlin, "2027-03-28T01:30:00Z", "increase 2027-03-28 1 4 2.58", "03:30"),
        (berlin, "2027-03-28T22:30:00Z", "increase 2027-03-29 1 3 1.94", "00:30"),
        // Clocks go from 03:00 to 02:00, on the last day of the month.
        (berlin, "2027-10-30T22:30:00Z", "increase 2027-10-31 1 1 0.65", "00:30"),
        (berlin, "2027-10-31T01:30:00Z", "increase 2027-10-31 1 1 0.65", "02:30"),
        (berlin, "2027-10-31T22:30:00Z", "increase 2027-10-31 1 1 0.65", "23:30"),
        // Clocks go from midnight to 23:00 of the day before.
        (
            santiago,
            "2027-04-04T02:30:00Z",
            "increase 2027-04-03 1 28 18.67",
            "23:30",
        ),
        (
            santiago,
            "2027-04-04T03:30:00Z",
            "increase 2027-04-03 1 28 18.67",
            "23:30",
        ),
    ] {
        let desk = in_zone(zone).await;
        let ada = at(&desk, moment).await;
        give(&desk, &ada, "bob", 4).await;
        let page = billing(&ada, desk.acme, &moment[..10]).await;
        let statement = &page["statements"][0];
        let lines = lines(statement);
        assert!(
            lines[0].starts_with("base") && lines[0].ends_with("40.00"),
            "{moment}: {lines:?}"
        );
        assert_eq!(lines[1..], [increase], "{zone} {moment}");
        assert_eq!(statement["lines"][1]["events"][0]["time"], time, "{zone} {moment}");
    }
}

#[tokio::test]
async fn a_level_given_in_an_hour_and_taken_in_the_same_hour_once_more_is_billed_for_one_day() {
    let desk = in_zone("Europe/Berlin").await;
    let ada = at(&desk, "2027-10-31T00:30:00Z").await;
    give(&desk, &ada, "bob", 4).await;
    desk.clock.set(Timestamp::parse("2027-10-31T01:30:00Z").unwrap());
    let ada = desk.person("ada").await;
    give(&desk, &ada, "bob", 1).await;
    let october = billing(&ada, desk.acme, "2027-10-31").await;
    assert_eq!(
        lines(&october["statements"][0])[1..],
        ["increase 2027-10-31 1 1 0.65"],
        "02:30 both times; a decrease of no days makes no line"
    );
    let ada = at(&desk, "2027-11-01T12:00:00Z").await;
    let november = billing(&ada, desk.acme, "2027-11-01").await;
    assert_eq!(lines(&november["statements"][0]), ["base 2027-11-01 2 30 40.00"]);
}

#[tokio::test]
async fn a_client_in_honolulu_is_billed_by_the_calendar_of_its_provider_in_auckland() {
    let desk = in_zone("Pacific/Auckland").await;
    // Half past eleven in the evening of the 30th at the provider.
    let ada = at(&desk, "2026-11-30T10:30:00Z").await;
    let early = ada.get("billing/closing?through=2026-11-30").await;
    assert_eq!(early.code(), "period_not_over");
    // An hour later it is December there, and half past one in the morning of the 30th at the client.
    let ada = at(&desk, "2026-11-30T11:30:00Z").await;
    let bea = format!("people/{}/active", desk.id("bea").await.number());
    ada.put(&bea, json!({"isActive": false})).await.ok();
    give(&desk, &ada, "bob", 4).await;
    let november = ["increase 2026-11-20 2 11 14.67"];
    let december = [
        "base 2026-12-01 2 31 40.00",
        "increase 2026-12-01 1 31 20.00",
        "decrease 2026-12-01 -1 30 -19.35",
    ];
    let of = async |day: &str| lines(&billing(&ada, desk.acme, day).await["statements"][0]);
    assert_eq!(of("2026-11-30").await, november);
    assert_eq!(of("2026-12-01").await, december);
    let closed = close_through(&ada, "2026-11-30").await;
    let invoice = format!("invoices/{}", closed["invoices"][0]["id"]);
    let read = desk.person("mia").await.get(&invoice).await.ok();
    assert_eq!(read["total"], "14.67", "whoever reads it, wherever");
    assert_eq!(lines(&read["sections"][0]), november);
    // Two days on, nothing was lost or counted twice.
    let ada = at(&desk, "2026-12-02T11:30:00Z").await;
    let after = billing(&ada, desk.acme, "2026-12-01").await;
    assert_eq!(lines(&after["statements"][0]), december);
}

/// The day that an entry is for whose program says only when it began and ended.
async fn day_worked(zone: &str, began: &str, ended: &str) -> String {
    let desk = in_zone(zone).await;
    let ada = at(&desk, ended).await;
    let ticket = ada.create(json!({"companyID": desk.acme, "title": "Late"})).await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let time = json!({"resourceID": tina, "ticketID": ticket["id"], "startDateTime": began, "endDateTime": ended});
    let id = Integration::created(&api.post("TimeEntries", time).await);
    let kept = json!({"id": id, "summaryNotes": "Said later"});
    api.patch("TimeEntries", kept).await.ok();
    let row = api.row(&format!("TimeEntries/{id}")).await;
    row["dateWorked"].as_str().unwrap()[..10].to_owned()
}

#[tokio::test]
async fn time_of_a_program_that_says_no_day_is_worked_on_the_providers() {
    // Nine in the evening of the last day of the year, which is two in the morning of the next one in UTC.
    let (began, ended) = ("2027-01-01T02:00:00Z", "2027-01-01T02:30:00Z");
    assert_eq!(day_worked("America/New_York", began, ended).await, "2026-12-31");
    // Half past nine in the morning of the first day of the year, which is the evening of the last one in UTC.
    let (began, ended) = ("2026-12-31T20:30:00Z", "2026-12-31T21:00:00Z");
    assert_eq!(day_worked("Pacific/Auckland", began, ended).await, "2027-01-01");
}
