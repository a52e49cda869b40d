//! The events behind a line: who gave whom which level when, who changed units, what automation did.

use super::corrections::Corrected;
use super::days::{self, DaysEvent};
use super::sold::Sold;
use super::spells::Saved;
use super::stored;
use crate::base::ids::{CompanyId, ContactId, ContractId, ResourceId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{History, Kind, Line, Period};
use crate::domain::{Person, SecurityLevel};
use crate::records::administration::billing::{EventKind, LineEvent};
use crate::server::operations::people::{self, custom_levels};
use crate::server::store::StoreError;
use crate::server::store::zones::Zones;
use rusqlite::Connection;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// What happened to a client's licences and units, with names.
pub struct Events {
    zones: Zones,
    levels: BTreeMap<ContactId, Vec<LevelEvent>>,
    changes: HashMap<i64, Vec<UnitEvent>>,
    days: HashMap<ContractId, Vec<DaysEvent>>,
    spells: Vec<Saved>,
    names: HashMap<String, String>,
    level_names: HashMap<i64, String>,
}

struct LevelEvent {
    on: Date,
    at: Timestamp,
    by: String,
    before: Option<i64>,
    level: Option<i64>,
    holds: bool,
}

struct UnitEvent {
    on: Date,
    at: Timestamp,
    delta: i64,
    is_usage: bool,
    by_name: String,
    note: String,
}

impl Events {
    /// Reads a client's.
    ///
    /// # Errors
    /// The database's.
    pub fn read(connection: &Connection, company: CompanyId, spells: Vec<Saved>) -> Result<Self, StoreError> {
        let mut events = Self {
            zones: Zones::load(connection)?,
            levels: BTreeMap::new(),
            changes: unit_events(connection, company)?,
            days: days::changes(connection, company)?,
            spells,
            names: HashMap::new(),
            level_names: custom_levels::names(connection)?,
        };
        events.read_levels(connection, company)?;
        Ok(events)
    }

    fn read_levels(&mut self, connection: &Connection, company: CompanyId) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT contact_id, day, at, by_person, before, level, is_licence FROM level_history
             WHERE company_id = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([company.0])?;
        while let Some(row) = rows.next()? {
            let contact = ContactId(row.get(0)?);
            let by: String = row.get(3)?;
            for person in [by.clone(), Person::Contact(contact).to_string()] {
                if let Entry::Vacant(unknown) = self.names.entry(person) {
                    let name = name(connection, unknown.key())?;
                    unknown.insert(name);
                }
            }
            self.levels.entry(contact).or_default().push(LevelEvent {
                on: stored::day(&row.get::<_, String>(1)?)?,
                at: Timestamp::from_millis(row.get(2)?),
                by,
                before: row.get(4)?,
                level: row.get(5)?,
                holds: row.get(6)?,
            });
        }
        Ok(())
    }

    /// What made a line, in order; of one that was billed, what had happened until then (D-19).
    pub fn behind(
        &self,
        sold: &Sold,
        history: &History,
        line: &Line,
        window: Period,
        billed: Option<Timestamp>,
    ) -> Vec<LineEvent> {
        let mut events = self.of_units(sold, line);
        if !sold.spells.is_empty() {
            events.extend(self.of_automation(sold, line));
            for user in history.behind(line.kind, line.on, &sold.spells, window) {
                events.extend(self.of_user(user, line, billed));
            }
        }
        events.retain(|event| is_until(billed, event.at));
        events.sort_by_key(|event| event.at);
        events
    }

    /// What reached a closed period between its billing and its correction (D-19), in order. Where nobody wrote anything
    /// down, that it came to something else.
    pub fn since(&self, sold: &Sold, line: &Line, corrected: &Corrected) -> Vec<LineEvent> {
        let reaches = |at: Timestamp, on: Date| {
            on <= corrected.period.last
                && corrected.since.is_none_or(|since| at >= since)
                && corrected.until.is_none_or(|until| at < until)
        };
        let units = self.changes.get(&sold.id).into_iter().flatten();
        let units = units.filter(|event| reaches(event.at, event.on));
        let mut events: Vec<_> = units.map(|event| self.unit_event(event)).collect();
        let days = self.days.get(&sold.contract.id).into_iter().flatten();
        let days = days.filter(|event| reaches(event.at, event.on));
        events.extend(days.map(|event| LineEvent {
            by_name: event.by_name.clone(),
            note: event.note.clone(),
            ..self.bare(EventKind::ContractDays, event.at, event.on)
        }));
        if !sold.spells.is_empty() {
            for (user, own) in &self.levels {
                let held = std::iter::once(false).chain(own.iter().map(|event| event.holds));
                let changes = own.iter().zip(held).filter(|(event, held)| event.holds != *held);
                let changes = changes.filter(|(event, _)| reaches(event.at, event.on));
                events.extend(changes.map(|(event, _)| self.level_event(*user, event)));
            }
        }
        events.sort_by_key(|event| event.at);
        if events.is_empty() {
            let at = corrected.until.or(corrected.since).unwrap_or(line.on.midnight());
            events.push(self.bare(EventKind::Corrected, at, line.on));
        }
        events
    }

    /// An event that nobody is said to have done, about no person and no units.
    fn bare(&self, event: EventKind, at: Timestamp, on: Date) -> LineEvent {
        LineEvent {
            event,
            time: self.time(at),
            at,
            on,
            by_name: String::new(),
            person: None,
            level_before: None,
            level: None,
            units: 0,
            note: String::new(),
        }
    }

    fn of_user(&self, user: ContactId, line: &Line, billed: Option<Timestamp>) -> Option<LineEvent> {
        let own = self.levels.get(&user)?;
        let holds = line.kind != Kind::Decrease;
        let is_before = |event: &&LevelEvent| {
            if line.kind == Kind::Base {
                event.on < line.on
            } else {
                event.on <= line.on
            }
        };
        // The newest that began or ended the licence.
        let mut held = false;
        let mut found = None;
        for event in own.iter().filter(is_before).filter(|event| is_until(billed, event.at)) {
            if event.holds != held && event.holds == holds {
                found = Some(event);
            }
            held = event.holds;
        }
        let event = found.filter(|event| holds || event.on == line.on)?;
        Some(self.level_event(user, event))
    }

    fn level_event(&self, user: ContactId, event: &LevelEvent) -> LineEvent {
        let name = |person: &str| self.names.get(person).cloned().unwrap_or_default();
        let kind = if event.holds {
            EventKind::LevelGiven
        } else {
            EventKind::LevelTaken
        };
        LineEvent {
            by_name: name(&event.by),
            person: Some(name(&Person::Contact(user).to_string())),
            level_before: event.before.map(|level| self.level(level)),
            level: event.level.map(|level| self.level(level)),
            units: if event.holds { 1 } else { -1 },
            ..self.bare(kind, event.at, event.on)
        }
    }

    /// A level's name where it is the provider's own; the word of a system level.
    fn level(&self, level: i64) -> String {
        match SecurityLevel::from_portal_number(level) {
            Some(system) => system.word().to_owned(),
            None => self.level_names.get(&level).cloned().unwrap_or_default(),
        }
    }

    fn of_units<'a>(&'a self, sold: &Sold, line: &'a Line) -> Vec<LineEvent> {
        let fits = |event: &&UnitEvent| match line.kind {
            Kind::Base => event.on < line.on,
            Kind::Increase => event.on == line.on && event.delta > 0,
            Kind::Decrease => event.on == line.on && event.delta < 0,
            Kind::Correction => false,
        };
        let own = self.changes.get(&sold.id).into_iter().flatten().filter(fits);
        own.map(|event| self.unit_event(event)).collect()
    }

    fn unit_event(&self, event: &UnitEvent) -> LineEvent {
        let kind = if event.is_usage {
            EventKind::UnitsByUsage
        } else {
            EventKind::UnitsByHand
        };
        LineEvent {
            by_name: event.by_name.clone(),
            units: event.delta,
            note: event.note.clone(),
            ..self.bare(kind, event.at, event.on)
        }
    }

    /// Automation that began with an increase, or ended, on the line's day.
    fn of_automation(&self, sold: &Sold, line: &Line) -> Vec<LineEvent> {
        let fits = |saved: &&Saved| match line.kind {
            Kind::Increase => saved.spell.first == line.on,
            Kind::Decrease => saved.spell.last == Some(line.on),
            Kind::Base | Kind::Correction => false,
        };
        let own = self
            .spells
            .iter()
            .filter(|saved| saved.contract_service == sold.id && saved.spell.bills());
        let kind = if line.kind == Kind::Increase {
            EventKind::AutomationBegan
        } else {
            EventKind::AutomationEnded
        };
        let of = |saved: &Saved| {
            let began = (saved.by_name.as_str(), saved.at);
            let ended = saved.ended.as_ref().map(|ended| (ended.by_name.as_str(), ended.at));
            match Some(began).filter(|_| kind == EventKind::AutomationBegan).or(ended) {
                Some((by_name, at)) => LineEvent {
                    by_name: by_name.to_owned(),
                    ..self.bare(kind, Timestamp::from_millis(at), line.on)
                },
                // It ended before that was kept.
                None => LineEvent {
                    time: String::new(),
                    ..self.bare(kind, line.on.midnight(), line.on)
                },
            }
        };
        own.filter(fits).map(of).collect()
    }

    /// Wall time at the provider, like `09:14`.
    fn time(&self, at: Timestamp) -> String {
        let wall = self.zones.at(at).wall(at);
        wall.split(' ')
            .nth(1)
            .and_then(|time| time.get(..5))
            .unwrap_or_default()
            .to_owned()
    }
}

/// Whether something had happened when a line was billed; all that has, of a line that isn't yet.
fn is_until(billed: Option<Timestamp>, at: Timestamp) -> bool {
    billed.is_none_or(|billed| at <= billed)
}

/// Who a person is that a history names like `resource 4`; the text itself where nobody is there any more.
fn name(connection: &Connection, person: &str) -> Result<String, StoreError> {
    let found = match person
        .split_once(' ')
        .map(|(kind, number)| (kind, number.parse::<i64>()))
    {
        Some(("resource", Ok(number))) => people::name(connection, Person::Resource(ResourceId(number)))?,
        Some(("contact", Ok(number))) => people::name(connection, Person::Contact(ContactId(number)))?,
        _ => None,
    };
    Ok(found.unwrap_or_else(|| person.to_owned()))
}

fn unit_events(connection: &Connection, company: CompanyId) -> Result<HashMap<i64, Vec<UnitEvent>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT change.contract_service_id, change.day, change.at, change.delta, change.cause = 'usage', change.by_name,
           change.note
         FROM unit_change AS change WHERE change.contract_service_id IN (
           SELECT sold.id FROM contract_service AS sold JOIN contract ON contract.id = sold.contract_id
             WHERE contract.company_id = ?1
           UNION ALL
           SELECT sold.id FROM contract_service_bundle AS sold JOIN contract ON contract.id = sold.contract_id
             WHERE contract.company_id = ?1)
         ORDER BY change.id",
    )?;
    let mut rows = statement.query([company.0])?;
    let mut events: HashMap<i64, Vec<UnitEvent>> = HashMap::new();
    while let Some(row) = rows.next()? {
        events.entry(row.get(0)?).or_default().push(UnitEvent {
            on: stored::day(&row.get::<_, String>(1)?)?,
            at: Timestamp::from_millis(row.get(2)?),
            delta: row.get(3)?,
            is_usage: row.get(4)?,
            by_name: row.get(5)?,
            note: row.get(6)?,
        });
    }
    Ok(events)
}
