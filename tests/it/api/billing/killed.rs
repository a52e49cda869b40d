//! The server is killed at random points while levels change and periods close: whenever it is up again, users, units,
//! lines and invoices agree, and what is asked again under its key has happened once.

use super::world::*;
use crate::command_line::program::Home;
use crate::support::killed::{Asked, ask, start};
use crate::support::{Desk, Person};
use rand::prelude::*;
use reqwest::Method;
use rusqlite::{Connection, OpenFlags};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tandem::base::{Clock as _, ManualClock, SystemClock, Timestamp};
use tokio::process::Child;

/// Where the kills fall follows from it.
const SEED: u64 = 41;
/// So often something is asked, and while it is, the server is killed so often.
const ROUNDS: usize = 7;
const KILLS: usize = 3;
/// The desk was made long ago: these periods are over.
const BEGINNING: &str = "2025-01-10T09:00:00Z";
const MONTHS: [&str; ROUNDS] = [
    "2025-01-31",
    "2025-02-28",
    "2025-03-31",
    "2025-04-30",
    "2025-05-31",
    "2025-06-30",
    "2025-07-31",
];
/// Whose level changes; none of them has a licence at first.
const USERS: [&str; 3] = ["mia", "avi", "bob"];

/// A desk whose server is a process of its own.
struct Killed {
    desk: Desk,
    home: Home,
    token: String,
    sold: i64,
    server: Child,
    ada: Person,
}

impl Killed {
    async fn new() -> Self {
        let clock = Arc::new(ManualClock::new(Timestamp::parse(BEGINNING).unwrap()));
        let own = Arc::clone(&clock);
        let mut desk = Desk::with(|mut settings| {
            settings.clock = own;
            settings
        })
        .await;
        let ada = desk.person("ada").await;
        let wanted = Wanted {
            start: "2025-01-01",
            ..calendar(desk.acme)
        };
        let (_, sold) = automate(&desk, &ada, wanted).await;
        clock.set(SystemClock.now());
        let who = desk.id("ada").await;
        let token = desk.operations().begin_session(who).await.unwrap().token;
        desk.stop().await;
        let home = Home::new();
        let (server, ada) = start(&home, &desk, &token).await;
        Self {
            desk,
            home,
            token,
            sold,
            server,
            ada,
        }
    }

    async fn kill(&mut self) {
        self.server.kill().await.unwrap();
        (self.server, self.ada) = start(&self.home, &self.desk, &self.token).await;
    }

    /// A change of everybody's level from having a licence to none or back, and the closing of the next month.
    async fn next(&self, round: usize, random: &mut StdRng) -> Vec<Asked> {
        let mut asked = Vec::new();
        for (place, user_name) in USERS.into_iter().enumerate() {
            let level = if (round + place).is_multiple_of(2) { 4 } else { 1 };
            if round == 0 && level == 1 {
                continue;
            }
            let body = json!({"level": level, "userName": null, "seenFee": null});
            asked.push(Asked::new(Method::PUT, self.path_of(user_name), body));
        }
        let preview = self
            .ada
            .get(&format!("billing/closing?through={}", MONTHS[round]))
            .await
            .ok();
        assert_eq!(preview["periods"], 1, "{preview}");
        let body = json!({"through": MONTHS[round], "seen": preview["digest"]});
        asked.push(Asked::new(Method::POST, "billing/close".to_owned(), body));
        asked.shuffle(random);
        asked
    }

    fn path_of(&self, user_name: &str) -> String {
        let id: i64 = self.one(
            "SELECT person_id FROM login WHERE user_name = ?1 AND person_kind = 'contact'",
            user_name,
        );
        format!("people/{id}/level")
    }

    fn one<T: rusqlite::types::FromSql>(&self, select: &str, about: impl rusqlite::ToSql) -> T {
        let file = Connection::open_with_flags(self.desk.database(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        file.query_row(select, [about], |row| row.get(0)).unwrap()
    }

    /// Users, units, open lines, closed lines and invoices say the same; how many users there are.
    async fn agree(&self) -> i64 {
        let acme = self.desk.acme;
        let users: i64 = self.one(
            "SELECT count(*) FROM contact
             WHERE company_id = ?1 AND security_level >= 4 AND is_active AND is_portal_active",
            acme.0,
        );
        let units: i64 = self.one(
            "SELECT units FROM contract_service_unit WHERE contract_service_id = ?1 ORDER BY start_date DESC LIMIT 1",
            self.sold,
        );
        let overlaps: i64 = self.one(
            "SELECT count(*) FROM contract_service_unit one JOIN contract_service_unit two
             ON one.contract_service_id = two.contract_service_id AND one.id < two.id
             AND one.start_date <= two.end_date AND two.start_date <= one.end_date
             WHERE one.contract_service_id = ?1",
            self.sold,
        );
        assert_eq!((units, overlaps), (users, 0), "the units are the users'");
        let today = SystemClock.now().date();
        let open = billing(&self.ada, acme, &today.to_string()).await;
        let statement = &open["statements"][0];
        let lines = statement["lines"].as_array().unwrap();
        let billed: i64 = lines.iter().filter_map(|line| line["units"].as_i64()).sum();
        assert_eq!((&statement["units"], billed), (&json!(users), users), "{statement}");
        assert_eq!(sum(lines), amount(&statement["total"]), "{statement}");
        self.invoices_agree().await;
        users
    }

    /// Each closed period has its one invoice, which says what its lines come to.
    async fn invoices_agree(&self) {
        let closed: i64 = self.one(
            "SELECT count(*) FROM closed_period WHERE contract_service_id = ?1",
            self.sold,
        );
        let listed = self.ada.get("invoices").await.ok();
        let listed = listed["items"].as_array().unwrap();
        assert_eq!(listed.len(), usize::try_from(closed).unwrap(), "{listed:?}");
        for item in listed {
            let invoice = self.ada.get(&format!("invoices/{}", item["id"])).await.ok();
            let lines = invoice["sections"][0]["lines"].as_array().unwrap();
            assert_eq!(sum(lines), amount(&invoice["total"]), "{invoice}");
            let through = invoice["through"].as_str().unwrap();
            let statement = billing(&self.ada, self.desk.acme, through).await["statements"][0].take();
            assert_eq!(
                (&statement["isClosed"], &statement["total"], &statement["invoice"]),
                (&json!(true), &invoice["total"], &item["id"])
            );
        }
    }

    /// How many rows the histories of levels, of closed periods and of invoices have.
    fn happened(&self) -> [i64; 3] {
        ["level_history", "closed_period", "invoice"].map(|table| {
            self.one(
                &format!("SELECT count(*) FROM {table} WHERE company_id = ?1"),
                self.desk.acme.0,
            )
        })
    }
}

fn amount(value: &Json) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn sum(lines: &[Json]) -> Decimal {
    lines.iter().map(|line| amount(&line["amount"])).sum()
}

#[tokio::test]
async fn whenever_the_server_is_killed_users_units_lines_and_invoices_agree() {
    let mut random = StdRng::seed_from_u64(SEED);
    let mut killed = Killed::new().await;
    // How long the answers take where nothing comes between: the kills fall into that time.
    let mut usual = Duration::ZERO;
    let (mut answered, mut unanswered) = (0, 0);
    for round in 0..ROUNDS {
        let mut asked = killed.next(round, &mut random).await;
        let before = killed.happened();
        for _ in 0..if round == 0 { 0 } else { KILLS } {
            let patience = usual.mul_f64(random.random_range(0.0..1.0));
            ask(&killed.ada, &mut asked, patience).await;
            let all = asked.len();
            let done = asked.iter().filter(|one| one.answer.is_some()).count();
            (answered, unanswered) = (answered + done, unanswered + all - done);
            killed.kill().await;
            killed.agree().await;
        }
        let began = Instant::now();
        ask(&killed.ada, &mut asked, Duration::MAX).await;
        usual = usual.max(began.elapsed());
        assert!(asked.iter().all(|one| one.answer.is_some()));
        let changes = i64::try_from(asked.len()).unwrap() - 1;
        let [levels, periods, invoices] = before;
        assert_eq!(
            killed.happened(),
            [levels + changes, periods + 1, invoices + 1],
            "round {round}"
        );
        // Ana and Bea, and who was given a level in this round.
        let given = asked.iter().filter(|one| one.body["level"] == 4).count();
        assert_eq!(killed.agree().await, 2 + i64::try_from(given).unwrap());
    }
    assert!(answered > 0 && unanswered > 0, "{answered} answered, {unanswered} not");
}
