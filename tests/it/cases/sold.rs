//! Contracts that cases name by labels, made and changed over HTTP.

use super::automation::Said;
use super::desk::Answer;
use super::onboarding;
use super::people::{ADMINISTRATOR, Member, Named};
use super::run::Stop;
use super::world::{World, told};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem::base::ids::CompanyId;
use tandem::base::{Clock, Date};
use tandem::domain::SecurityLevel;
use tandem::entities::{CONTRACT, Row};

/// The service that bills licences where a case names none.
pub const FEE: &str = "Desk Licence Fee";
/// When contracts begin where a case doesn't say.
const START: &str = "2026-01-01";

/// Contracts and services by what the case calls them.
#[derive(Default)]
pub struct Contracts {
    ids: BTreeMap<String, i64>,
    owners: BTreeMap<String, CompanyId>,
    services: BTreeMap<String, i64>,
}

fn taken(answer: Answer) -> Result<Value, Stop> {
    if answer.is_done() {
        return Ok(answer.body);
    }
    Err(Stop::Broken(format!(
        "the state before: {} {}",
        answer.status, answer.body
    )))
}

async fn administrator(world: &mut World) -> Result<Member, String> {
    let named = Named {
        id: ADMINISTRATOR.to_owned(),
        level: SecurityLevel::ProviderAdmin,
        org: None,
    };
    world.member(named).await
}

impl Contracts {
    /// The label of a contract.
    pub fn label(&self, id: i64) -> Option<&str> {
        self.ids
            .iter()
            .find(|(_, known)| **known == id)
            .map(|(label, _)| label.as_str())
    }

    fn id(&self, label: &str) -> Result<i64, Stop> {
        self.ids
            .get(label)
            .copied()
            .ok_or_else(|| Stop::Unknown(format!("contract {label}")))
    }

    /// Makes a contract for the state before, where it isn't there.
    pub async fn make(&mut self, world: &mut World, label: &str, said: &Said) -> Result<(), Stop> {
        if self.ids.contains_key(label) {
            return Ok(());
        }
        let is_recurring = said.kind.as_deref().is_none_or(|kind| kind == "recurring_service");
        if is_recurring {
            let administrator = administrator(world).await?;
            let answer = self.create(world, &administrator, label, said).await?;
            taken(answer).map(|_| ())
        } else {
            self.make_other(world, label, said).await
        }
    }

    /// Makes a recurring contract as the actor.
    pub async fn create(
        &mut self,
        world: &mut World,
        actor: &Member,
        label: &str,
        said: &Said,
    ) -> Result<Answer, Stop> {
        if said.kind.as_deref().is_some_and(|kind| kind != "recurring_service") {
            return Err(Stop::Unknown(format!("contract type {:?}", said.kind)));
        }
        let company = owner(world, said).await?;
        let body = json!({"kind": "recurring", "fields": {
            "name": label, "start": said.start.as_deref().unwrap_or(START), "end": said.end,
            "anchor": said.anchor.as_deref().unwrap_or("calendar"), "isApproved": true}});
        let path = format!("companies/{company}/contracts");
        let answer = onboarding::act(world, actor, Method::POST, &path, body).await?;
        if let Some(id) = answer.body["id"].as_i64().filter(|_| answer.is_done()) {
            self.ids.insert(label.to_owned(), id);
            self.owners.insert(label.to_owned(), company);
        }
        Ok(answer)
    }

    /// A contract of a kind that no route makes, past the routes.
    async fn make_other(&mut self, world: &mut World, label: &str, said: &Said) -> Result<(), Stop> {
        let kind = match said.kind.as_deref() {
            Some("time_and_materials") => 1_i64,
            Some("fixed_price") => 3,
            Some("retainer") => 6,
            other => return Err(Stop::Unknown(format!("contract type {other:?}"))),
        };
        let company = owner(world, said).await?;
        let day =
            |text: Option<&str>, without: &str| Date::parse(text.unwrap_or(without)).map_err(|error| error.to_string());
        let (start, end) = (
            day(said.start.as_deref(), START)?,
            day(said.end.as_deref(), "2099-12-31")?,
        );
        let name = label.to_owned();
        let made = world.desk.operations.write(move |writing| {
            let mut row = Row::new(&CONTRACT);
            row.set("companyID", company.0);
            row.set("contractName", name.as_str());
            row.set("contractType", kind);
            row.set("status", 1_i64);
            row.set("startDate", start.midnight());
            row.set("endDate", end.midnight());
            Ok(writing.insert(&mut row)?)
        });
        let id = told(made.await)?;
        self.ids.insert(label.to_owned(), id);
        self.owners.insert(label.to_owned(), company);
        Ok(())
    }

    /// Puts a service on a contract for the state before, where it isn't there.
    pub async fn sell(
        &mut self,
        world: &mut World,
        label: &str,
        service: &str,
        price: Option<&str>,
        units: i64,
    ) -> Result<(), Stop> {
        let administrator = administrator(world).await?;
        if self.sold(world, &administrator, label, service).await?.is_some() {
            return Ok(());
        }
        taken(self.put_on(world, &administrator, label, service, price, units).await?).map(|_| ())
    }

    /// Puts a service on a contract as the actor.
    pub async fn put_on(
        &mut self,
        world: &mut World,
        actor: &Member,
        label: &str,
        service: &str,
        price: Option<&str>,
        units: i64,
    ) -> Result<Answer, Stop> {
        let id = match self.services.get(service) {
            Some(id) => *id,
            None => {
                let administrator = administrator(world).await?;
                let body = json!({"name": service, "period": "monthly", "unitPrice": "20.00", "isActive": true});
                let made = taken(onboarding::act(world, &administrator, Method::POST, "services", body).await?)?;
                let id = made["id"]
                    .as_i64()
                    .ok_or_else(|| Stop::Broken(format!("a service without id: {made}")))?;
                self.services.insert(service.to_owned(), id);
                id
            }
        };
        let path = format!("contracts/{}/services", self.id(label)?);
        let body = json!({"sold": {"service": id}, "unitPrice": price, "units": units});
        Ok(onboarding::act(world, actor, Method::POST, &path, body).await?)
    }

    /// The line of a service on a contract.
    async fn sold(&self, world: &World, reader: &Member, label: &str, service: &str) -> Result<Option<Value>, Stop> {
        let page = taken(
            world
                .get(reader, &format!("contracts/{}/page", self.id(label)?))
                .await?,
        )?;
        let lines = page["services"].as_array().cloned().unwrap_or_default();
        Ok(lines.into_iter().find(|line| line["name"] == json!(service)))
    }

    /// Lets a contract's service bill the licences of the contract's client, as the actor.
    pub async fn automate(
        &self,
        world: &mut World,
        actor: &Member,
        label: &str,
        service: &str,
    ) -> Result<Answer, Stop> {
        let reader = administrator(world).await?;
        let line = self.sold(world, &reader, label, service).await?;
        let sold = line.map(|line| line["contractService"].clone()).unwrap_or_default();
        let company = self.owners.get(label).copied().unwrap_or(world.company);
        let body = json!({"contract": self.id(label)?, "contractService": sold});
        let path = format!("companies/{company}/automation");
        Ok(onboarding::act(world, actor, Method::PUT, &path, body).await?)
    }

    /// Makes so many units of a service by hand, as the actor.
    pub async fn adjust(
        &self,
        world: &mut World,
        actor: &Member,
        label: &str,
        service: &str,
        units: i64,
    ) -> Result<Answer, Stop> {
        let reader = administrator(world).await?;
        let line = self.sold(world, &reader, label, service).await?;
        let line = line.ok_or_else(|| Stop::Unknown(format!("{service} is not on {label}")))?;
        let change = units - line["units"].as_i64().unwrap_or_default();
        let body = json!({"change": change, "from": world.desk.clock.now().date()});
        let path = format!("contractServices/{}/units", line["contractService"]);
        Ok(onboarding::act(world, actor, Method::POST, &path, body).await?)
    }

    /// The units of the service that a contract carries alone.
    pub async fn units(&self, world: &World, reader: &Member, label: &str) -> Result<Value, Stop> {
        let page = taken(
            world
                .get(reader, &format!("contracts/{}/page", self.id(label)?))
                .await?,
        )?;
        Ok(page["services"][0]["units"].clone())
    }
}

async fn owner(world: &mut World, said: &Said) -> Result<CompanyId, String> {
    match &said.org {
        Some(org) => world.company_of(org).await,
        None => Ok(world.company),
    }
}
