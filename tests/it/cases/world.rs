//! The world of one case: a server, companies, people, and the ticket that the case is about.

use super::desk::{Answer, Desk};
use super::onboarding;
use super::people::{Cast, Member, Named, People};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem::base::Secret;
use tandem::base::ids::{CompanyId, QueueId, RequestTypeId, StatusId, TicketId};
use tandem::base::ids::{Ids, UniqueIds};
use tandem::base::{Clock, Timestamp};
use tandem::domain::statuses::system;
use tandem::domain::{Act, Change, Person, SecurityLevel, Seen, Side, StatusKind, Ticket};
use tandem::entities::{Row, TICKET};
use tandem::records;
use tandem::server::operations::people::{NewContact, NewPortalUser, NewResource};
use tandem::wire::ext::change::ChangeBody;

/// Where nothing else is said, it is this day, in the morning.
const NOW: &str = "2026-05-10T08:00:00Z";

/// A status as the server lists it.
#[derive(Clone, Debug)]
pub struct StatusRow {
    pub id: StatusId,
    pub side: Side,
    pub label: String,
    pub kind: StatusKind,
    pub is_default: bool,
}

pub struct World {
    pub desk: Desk,
    pub cast: Cast,
    pub people: People,
    /// The company that the case is about.
    pub company: CompanyId,
    companies: BTreeMap<String, CompanyId>,
    pub request_type: Option<RequestTypeId>,
    pub ticket: Option<TicketId>,
    /// The steps of the case began here; what is older belongs to its state before.
    pub since: Timestamp,
}

impl World {
    /// A server with one company whose Taskfire is off.
    ///
    /// # Errors
    /// What went wrong.
    pub async fn new(cast: Cast, org: &str, now: Option<&str>) -> Result<Self, String> {
        let now = Timestamp::parse(now.unwrap_or(NOW)).map_err(|error| error.to_string())?;
        let desk = Desk::start(now).await?;
        let mut world = Self {
            desk,
            cast,
            people: People::default(),
            company: CompanyId(0),
            companies: BTreeMap::new(),
            request_type: None,
            ticket: None,
            since: now,
        };
        world.company = world.company_of(org).await?;
        Ok(world)
    }

    /// The company of that name, made when first named.
    ///
    /// # Errors
    /// The server's.
    pub async fn company_of(&mut self, org: &str) -> Result<CompanyId, String> {
        if let Some(company) = self.companies.get(org) {
            return Ok(*company);
        }
        let company = told(self.desk.operations.create_company(org.to_owned()).await)?;
        self.companies.insert(org.to_owned(), company);
        Ok(company)
    }

    /// Switches Taskfire on, by accepting the agreement as the administrator.
    ///
    /// # Errors
    /// A refusal.
    pub async fn enable_taskfire(&mut self, company: CompanyId) -> Result<(), String> {
        let administrator = self.extra(SecurityLevel::ProviderAdmin).await?;
        let answer = onboarding::accept(self, &administrator, company, [true, true]).await?;
        if answer.is_done() {
            Ok(())
        } else {
            Err(format!("Taskfire can't be enabled: {} {}", answer.status, answer.body))
        }
    }

    /// # Errors
    /// The server's.
    pub async fn queue(&self, name: &str, side: Side) -> Result<QueueId, String> {
        let admin = (side == Side::Taskfire).then_some(self.company);
        told(self.desk.operations.create_queue(name.to_owned(), side, admin).await)
    }

    /// Somebody by their id, made with a session when first named.
    ///
    /// # Errors
    /// The server's.
    pub async fn member(&mut self, named: Named) -> Result<Member, String> {
        let company = match &named.org {
            Some(org) => self.company_of(org).await?,
            None => self.company,
        };
        self.member_of(named, company).await
    }

    /// The same for a client's person of that company.
    ///
    /// # Errors
    /// The server's.
    pub async fn member_of(&mut self, named: Named, company: CompanyId) -> Result<Member, String> {
        if let Some(member) = self.people.get(&named.id) {
            return Ok(member.clone());
        }
        let person = match named.level.side() {
            Side::Autotask => self.make_resource(&named).await?,
            Side::Taskfire => self.make_contact(&named, company).await?,
        };
        let token = self.desk.session(person).await?;
        let member = Member { person, token };
        self.people.add(named, company, member.clone());
        Ok(member)
    }

    async fn make_resource(&self, named: &Named) -> Result<Person, String> {
        let (first_name, last_name) = self.cast.name(&named.id, "Provider");
        let new = NewResource {
            user_name: named.id.replace(' ', "."),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            email: format!("{}@provider.example", named.id.replace(' ', ".")),
            level: named.level,
            password: None::<Secret>,
        };
        Ok(Person::Resource(told(self.desk.operations.create_resource(new).await)?))
    }

    async fn make_contact(&self, named: &Named, company: CompanyId) -> Result<Person, String> {
        let (first_name, last_name) = self.cast.name(&named.id, "Client");
        let new = NewContact {
            company,
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            email: format!("{}@client.example", named.id.replace(' ', ".")),
            phone: None,
            portal: Some(NewPortalUser {
                user_name: named.id.replace(' ', "."),
                level: named.level,
                password: None,
            }),
        };
        Ok(Person::Contact(told(self.desk.operations.create_contact(new).await)?))
    }

    /// Gives everybody a new session, for those of before a jump of the clock are over.
    ///
    /// # Errors
    /// The server's.
    pub async fn sign_in_again(&mut self) -> Result<(), String> {
        for member in self.people.members() {
            member.token = self.desk.session(member.person).await?;
        }
        Ok(())
    }

    /// Somebody of that level whom the case doesn't name: who brings about the state before, and who looks.
    ///
    /// # Errors
    /// The server's.
    pub async fn extra(&mut self, level: SecurityLevel) -> Result<Member, String> {
        let id = format!("some {}", level.word());
        self.member(Named { id, level, org: None }).await
    }

    /// A member of a side whom a case names by id alone.
    ///
    /// # Errors
    /// The server's.
    pub async fn by_id(&mut self, id: &str, side: Side) -> Result<Member, String> {
        let level = self.cast.level(id, side);
        self.member(Named {
            id: id.to_owned(),
            level,
            org: None,
        })
        .await
    }

    /// Asks for an act on the case's ticket, as the console would.
    ///
    /// # Errors
    /// No ticket, or no answer.
    pub async fn act(&self, member: &Member, act: Act) -> Result<Answer, String> {
        let ticket = match (&act, self.ticket) {
            (Act::Create(_), _) => TicketId(-1),
            (_, Some(ticket)) => ticket,
            (_, None) => return Err("the case has no ticket".to_owned()),
        };
        let change = Change {
            id: UniqueIds.change(),
            ticket,
            seen: Seen::new(),
            act,
            written_at: self.desk.clock.now(),
        };
        let (path, body) = ChangeBody::encode(&change).map_err(|error| error.to_string())?;
        self.desk
            .send(reqwest::Method::POST, &path, &member.token, Some((change.id, body)))
            .await
    }

    /// The same, for the state before: it has to succeed.
    ///
    /// # Errors
    /// A refusal.
    pub async fn must(&mut self, member: &Member, act: Act) -> Result<(), String> {
        let said = format!("{act:?}");
        let creates = matches!(act, Act::Create(_));
        let answer = self.act(member, act).await?;
        if !answer.is_done() {
            return Err(format!(
                "the state before can't be reached: {said}: {} {}",
                answer.status, answer.body
            ));
        }
        if creates {
            self.ticket = created(&answer);
        }
        Ok(())
    }

    /// What that person gets to see under that path.
    ///
    /// # Errors
    /// No answer.
    pub async fn get(&self, member: &Member, path: &str) -> Result<Answer, String> {
        self.desk.send(reqwest::Method::GET, path, &member.token, None).await
    }

    /// The rows of a list that this person sees.
    ///
    /// # Errors
    /// Anything but a list.
    pub async fn items(&self, member: &Member, path: &str) -> Result<Vec<Value>, String> {
        let answer = self.get(member, path).await?;
        let items = answer.body.get("items").and_then(Value::as_array).cloned();
        items
            .filter(|_| answer.is_done())
            .ok_or_else(|| format!("GET {path}: {} {}", answer.status, answer.body))
    }

    /// Every row of an entity that this person sees.
    ///
    /// # Errors
    /// Anything but a page.
    pub async fn query(&self, member: &Member, entity: &str) -> Result<Vec<Value>, String> {
        let path = format!("{entity}/query");
        let everything = json!({"filter": [{"op": "exist", "field": "id"}]});
        let key = UniqueIds.change();
        let answer = self
            .desk
            .send(reqwest::Method::POST, &path, &member.token, Some((key, everything)))
            .await?;
        let items = answer.body.get("items").and_then(Value::as_array).cloned();
        items
            .filter(|_| answer.is_done())
            .ok_or_else(|| format!("POST {path}: {} {}", answer.status, answer.body))
    }

    /// The case's ticket as somebody sees it who sees both sides of it, or its only one.
    ///
    /// # Errors
    /// Nobody sees it.
    pub async fn ticket_now(&mut self) -> Result<Ticket, String> {
        let id = self.ticket.ok_or("the case has no ticket")?;
        for level in [SecurityLevel::ProviderAdmin, SecurityLevel::PortalManager] {
            let reader = self.extra(level).await?;
            let answer = self.get(&reader, &format!("tickets/{id}")).await?;
            if answer.is_done() {
                let row = Row::from_json(&TICKET, answer.body).map_err(|error| error.to_string())?;
                return Ok(records::ticket::read(&row, Vec::new()));
            }
        }
        Err(format!("nobody sees ticket {id}"))
    }

    /// The statuses of both sides.
    ///
    /// # Errors
    /// The server's.
    pub async fn statuses(&mut self) -> Result<Vec<StatusRow>, String> {
        let reader = self.extra(SecurityLevel::ProviderAdmin).await?;
        let rows = self.query(&reader, "statuses").await?;
        rows.iter()
            .map(|row| status_row(row).ok_or_else(|| format!("no status: {row}")))
            .collect()
    }

    /// The status of a side that a case means by a kind.
    ///
    /// # Errors
    /// The server's.
    pub async fn status_of_kind(&mut self, side: Side, kind: StatusKind) -> Result<StatusId, String> {
        match kind {
            StatusKind::Open => Ok(system::in_progress(side)),
            StatusKind::WithOther => Ok(system::with_other(side)),
            StatusKind::New | StatusKind::Complete => {
                let statuses = self.statuses().await?;
                let of_kind = || {
                    statuses
                        .iter()
                        .filter(|status| status.side == side && status.kind == kind)
                };
                let chosen = of_kind().find(|status| status.is_default).or_else(|| of_kind().next());
                chosen
                    .map(|status| status.id)
                    .ok_or_else(|| format!("{side:?} has no status of kind {kind:?}"))
            }
        }
    }

    /// The status of a side with that label.
    ///
    /// # Errors
    /// There is none.
    pub async fn status_named(&mut self, side: Side, label: &str) -> Result<StatusId, String> {
        let statuses = self.statuses().await?;
        let found = statuses
            .iter()
            .find(|status| status.side == side && status.label == label);
        found
            .map(|status| status.id)
            .ok_or_else(|| format!("{side:?} has no status {label}"))
    }
}

fn status_row(row: &Value) -> Option<StatusRow> {
    Some(StatusRow {
        id: StatusId(row.get("id")?.as_i64()?),
        side: Side::from_word(row.get("side")?.as_str()?)?,
        label: row.get("label")?.as_str()?.to_owned(),
        kind: StatusKind::from_word(row.get("kind")?.as_str()?)?,
        is_default: row.get("isDefault")?.as_bool().unwrap_or_default(),
    })
}

/// The ticket that an answer to a creation is about.
pub fn created(answer: &Answer) -> Option<TicketId> {
    answer.body.get("ticket")?.get("id")?.as_i64().map(TicketId)
}

/// An operation's error as text.
pub fn told<T, E: std::fmt::Debug>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| format!("{error:?}"))
}
