//! What the demo's provider sells: services, devices and contracts, made by its administrator's own acts at their moments,
//! and the periods that were closed since.

use super::keys::{Keys, unknown};
use super::people::at;
use super::relative::Relative;
use super::{DemoError, files, moment, read};
use crate::base::ids::{CompanyId, ContractId, ItemId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Anchor, PeriodType};
use crate::domain::money::Price;
use crate::entities::{CONFIGURATION_ITEM, Row};
use crate::records::administration::Administration;
use crate::records::administration::billing::{AutomationChoice, Closing, ContractKind};
use crate::records::administration::contracts::{
    ContractFields, ContractScope, NewClientContract, NewContractService, ServiceFields, Sold, UnitsChange,
};
use crate::server::operations::administration::{self, Asker};
use crate::server::operations::billing::closing;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing};
use chrono::{Datelike as _, Months};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::HashMap;

/// The form of `assets/demo/contracts.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contracts {
    service: Vec<ServiceEntry>,
    item: Vec<ItemEntry>,
    contract: Vec<ContractEntry>,
    closing: Vec<ClosingEntry>,
}

/// A service of the catalogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceEntry {
    key: String,
    name: String,
    description: String,
    period: PeriodType,
    price: Price,
}

/// A device; without an owner it is its company's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    key: String,
    company: String,
    owner: Option<String>,
    title: String,
    number: String,
    serial: String,
    location: String,
}

/// A contract. `scope` is the key of a device, or `company`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContractEntry {
    company: String,
    name: String,
    kind: ContractKind,
    scope: Option<String>,
    hours: Option<i64>,
    #[serde(default = "yes")]
    approved: bool,
    start: Relative,
    end: Relative,
    #[serde(default)]
    services: Vec<SoldEntry>,
}

/// A service on a contract, with its units from the beginning and how they changed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SoldEntry {
    service: String,
    #[serde(default)]
    units: i64,
    price: Option<Price>,
    /// Whether the client's licences are billed by it.
    #[serde(default)]
    automated: bool,
    #[serde(default)]
    changes: Vec<ChangeEntry>,
}

/// All periods that were over then were closed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosingEntry {
    at: Relative,
}

/// More or fewer units from a day on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeEntry {
    at: Relative,
    units: i64,
    #[serde(default)]
    note: String,
}

fn yes() -> bool {
    true
}

/// What everything is made with.
struct Making<'a> {
    connection: &'a Connection,
    keys: &'a Keys,
    asker: &'a Asker,
    now: Timestamp,
    services: HashMap<String, i64>,
    items: HashMap<String, ItemId>,
}

/// Makes services, devices and contracts and closes their periods, in this order: each needs those before it.
pub(super) fn lay(connection: &Connection, keys: &Keys, asker: &Asker, now: Timestamp) -> Result<(), DemoError> {
    let contracts: Contracts = read(&files::CONTRACTS)?;
    let mut making = Making {
        connection,
        keys,
        asker,
        now,
        services: HashMap::new(),
        items: HashMap::new(),
    };
    for service in &contracts.service {
        making.service(service)?;
    }
    for item in &contracts.item {
        making.item(item)?;
    }
    for contract in &contracts.contract {
        making.contract(contract)?;
    }
    contracts.closing.iter().try_for_each(|closing| making.close(closing))
}

impl Making<'_> {
    fn service(&mut self, entry: &ServiceEntry) -> Result<(), DemoError> {
        let fields = ServiceFields {
            name: entry.name.clone(),
            description: entry.description.clone(),
            invoice_description: String::new(),
            period: entry.period,
            unit_price: entry.price,
            unit_cost: None,
            is_active: true,
        };
        let made = self.act(
            super::people::FOUNDED,
            &entry.key,
            Administration::CreateService(fields),
        )?;
        self.services.insert(entry.key.clone(), id(&made, "id"));
        Ok(())
    }

    fn item(&mut self, entry: &ItemEntry) -> Result<(), DemoError> {
        let writing = Writing::new(self.connection, self.now.plus_minutes(super::people::FOUNDED));
        let mut row = Row::new(&CONFIGURATION_ITEM);
        row.set("companyID", self.keys.company(&entry.company)?.0);
        let owner = entry
            .owner
            .as_deref()
            .map(|owner| self.keys.contact(owner))
            .transpose()?;
        row.set("contactID", owner.map(|owner| owner.0));
        row.set("isActive", true);
        row.set("productID", 1_i64);
        row.set("createDate", writing.at());
        for (field, text) in [
            ("referenceTitle", &entry.title),
            ("referenceNumber", &entry.number),
            ("serialNumber", &entry.serial),
            ("location", &entry.location),
        ] {
            row.set(field, text.as_str());
        }
        let id = writing.insert(&mut row)?;
        self.items.insert(entry.key.clone(), ItemId(id));
        Ok(())
    }

    fn contract(&self, entry: &ContractEntry) -> Result<(), DemoError> {
        let start = first_of_month(self.day(entry.start)?);
        let end = last_of_month(self.day(entry.end)?);
        let new = NewClientContract {
            kind: entry.kind,
            scope: self.scope(entry)?,
            fields: ContractFields {
                name: entry.name.replace("{year}", &end.0.year().to_string()),
                number: String::new(),
                description: String::new(),
                start,
                end: Some(end),
                anchor: Anchor::Calendar,
                is_approved: entry.approved,
                minutes: entry.hours.map(|hours| hours * 60),
                renewal_notice_days: None,
            },
        };
        let company: CompanyId = self.keys.company(&entry.company)?;
        // Nothing is written later than now, however far ahead it begins.
        let made = entry.start.minutes().min(0);
        let contract = self.act(made, &entry.name, Administration::CreateContract(company, new))?;
        let contract = ContractId(id(&contract, "id"));
        entry
            .services
            .iter()
            .try_for_each(|sold| self.sold(entry, contract, sold, made))
    }

    fn sold(&self, entry: &ContractEntry, contract: ContractId, sold: &SoldEntry, made: i64) -> Result<(), DemoError> {
        let service = self.services.get(&sold.service);
        let new = NewContractService {
            sold: Sold::Service(*service.ok_or_else(|| unknown("service", &sold.service))?),
            unit_price: sold.price,
            units: sold.units,
            from: Some(self.day(entry.start)?),
        };
        let line = self.act(made, &entry.name, Administration::AddContractService(contract, new))?;
        let line = id(&line, "contractService");
        if sold.automated {
            let choice = AutomationChoice {
                contract: Some(contract),
                contract_service: Some(line),
                from: None,
            };
            let company = self.keys.company(&entry.company)?;
            self.act(made, &entry.name, Administration::SaveAutomation(company, choice))?;
        }
        for change in &sold.changes {
            let wanted = UnitsChange {
                change: change.units,
                from: Some(self.day(change.at)?),
                note: change.note.clone(),
            };
            self.act(
                change.at.minutes(),
                &entry.name,
                Administration::ChangeUnits(line, wanted),
            )?;
        }
        Ok(())
    }

    fn close(&self, entry: &ClosingEntry) -> Result<(), DemoError> {
        const WHAT: &str = "closing";
        let today = self.day(entry.at)?;
        let through = today.previous();
        let preview = closing::seen(self.connection, through, None, today).map_err(at(WHAT))?;
        if preview.periods == 0 {
            return Ok(());
        }
        let wanted = Closing {
            through,
            company: None,
            seen: preview.digest,
        };
        self.act(entry.at.minutes(), WHAT, Administration::ClosePeriods(wanted))
            .map(drop)
    }

    fn scope(&self, entry: &ContractEntry) -> Result<Option<ContractScope>, DemoError> {
        Ok(match entry.scope.as_deref() {
            None => None,
            Some("company") => Some(ContractScope::OrgUnit),
            Some(item) => {
                let item = self.items.get(item).copied();
                Some(ContractScope::Item(item.ok_or_else(|| {
                    unknown("item", entry.scope.as_deref().unwrap_or_default())
                })?))
            }
        })
    }

    /// Carries an act out, so many minutes from now.
    fn act(&self, minutes: i64, key: &str, act: Administration) -> Result<Json, DemoError> {
        let writing = Writing::new(self.connection, self.now.plus_minutes(minutes));
        let done = administration::carry_out(&writing, self.asker, &act, None).map_err(at(key))?;
        writing.settle()?;
        Ok(done)
    }

    /// The provider's day of a moment.
    fn day(&self, relative: Relative) -> Result<Date, StoreError> {
        let at = moment(self.now, relative);
        zones::today(self.connection, at)
    }
}

fn id(json: &Json, name: &str) -> i64 {
    json[name].as_i64().unwrap_or_default()
}

fn first_of_month(day: Date) -> Date {
    Date(day.0.with_day(1).unwrap_or(day.0))
}

fn last_of_month(day: Date) -> Date {
    let next = first_of_month(day).0.checked_add_months(Months::new(1));
    next.map_or(day, |next| Date(next).previous())
}
