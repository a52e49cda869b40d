//! Who takes part in a case: made when first named, each with a session of their own.

use super::form::{ActorGiven, Given, HolderWord, Step};
use super::labels;
use std::collections::BTreeMap;
use tandem::base::ids::CompanyId;
use tandem::domain::{Person, SecurityLevel, Side};

/// Somebody who can ask the server for something.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: Person,
    pub token: String,
}

/// Who a step's actor is, before anybody is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub level: SecurityLevel,
    pub org: Option<String>,
}

/// The provider's administrator: who acts where a case names nobody.
pub const ADMINISTRATOR: &str = "padm";

/// The levels of the people whom a case names, by their ids.
#[derive(Debug, Default)]
pub struct Cast {
    levels: BTreeMap<String, SecurityLevel>,
    names: BTreeMap<String, String>,
}

impl Cast {
    /// What the actors' roles and sides say, and where the ticket's assignees stand.
    ///
    /// # Errors
    /// A role that is none of ours.
    pub fn of(given: &Given, steps: &[Step]) -> Result<Self, String> {
        let mut cast = Self::default();
        cast.levels
            .insert(ADMINISTRATOR.to_owned(), SecurityLevel::ProviderAdmin);
        if let Some(ticket) = &given.ticket {
            for (side, part) in [(Side::Autotask, &ticket.provider), (Side::Taskfire, &ticket.client)] {
                let named = part
                    .iter()
                    .flat_map(|part| part.assignee.iter().chain(&part.secondaries));
                cast.levels.extend(named.map(|id| (id.clone(), worker(side))));
            }
        }
        for actor in steps.iter().filter_map(|step| step.actor.as_ref()) {
            if let (Some(id), Some(name)) = (&actor.id, &actor.name) {
                cast.rename(id, name);
            }
            if let (Some(id), Some(level)) = (&actor.id, level_of(actor)?) {
                cast.levels.insert(id.clone(), level);
            }
        }
        Ok(cast)
    }

    /// Gives somebody a name of their own.
    pub fn rename(&mut self, id: &str, name: &str) {
        self.names.insert(id.to_owned(), name.to_owned());
    }

    /// First and last name of somebody; the id and what they are where the case gives none.
    pub fn name<'a>(&'a self, id: &'a str, else_last: &'a str) -> (&'a str, &'a str) {
        match self.names.get(id) {
            Some(name) => name.split_once(' ').unwrap_or((name, "")),
            None => (id, else_last),
        }
    }

    /// The level of somebody whom a step names: as an actor says, else by the side they are named on.
    pub fn level(&self, id: &str, side: Side) -> SecurityLevel {
        self.levels.get(id).copied().unwrap_or_else(|| worker(side))
    }

    /// Who acts in a step.
    ///
    /// # Errors
    /// An actor of whom neither role nor side is known.
    pub fn actor(&self, actor: Option<&ActorGiven>) -> Result<Named, String> {
        let Some(actor) = actor else {
            return Ok(Named {
                id: ADMINISTRATOR.to_owned(),
                level: SecurityLevel::ProviderAdmin,
                org: None,
            });
        };
        let known = actor.id.as_ref().and_then(|id| self.levels.get(id)).copied();
        let level = level_of(actor)?
            .or(known)
            .ok_or_else(|| format!("an actor without role and side: {actor:?}"))?;
        let id = actor.id.clone().unwrap_or_else(|| format!("the {}", level.word()));
        let org = actor.org.clone();
        Ok(Named { id, level, org })
    }
}

fn level_of(actor: &ActorGiven) -> Result<Option<SecurityLevel>, String> {
    match (&actor.role, actor.side) {
        (Some(role), _) => labels::level(role).map(Some).ok_or_else(|| format!("role {role}")),
        (None, Some(side)) => Ok(Some(worker(side_of(side)))),
        (None, None) => Ok(None),
    }
}

/// The level of somebody of a side whose role a case doesn't give.
fn worker(side: Side) -> SecurityLevel {
    match side {
        Side::Autotask => SecurityLevel::ProviderTech,
        Side::Taskfire => SecurityLevel::TaskfireResource,
    }
}

pub fn side_of(word: HolderWord) -> Side {
    match word {
        HolderWord::Provider => Side::Autotask,
        HolderWord::Client => Side::Taskfire,
    }
}

/// The people of a world, by the ids that the case gives them.
#[derive(Debug, Default)]
pub struct People {
    members: BTreeMap<String, (Named, CompanyId, Member)>,
}

impl People {
    pub fn get(&self, id: &str) -> Option<&Member> {
        self.members.get(id).map(|(.., member)| member)
    }

    pub fn add(&mut self, named: Named, company: CompanyId, member: Member) {
        self.members.insert(named.id.clone(), (named, company, member));
    }

    /// Everybody who was made.
    pub fn members(&mut self) -> impl Iterator<Item = &mut Member> {
        self.members.values_mut().map(|(.., member)| member)
    }

    /// The id by which a case calls a person.
    pub fn id(&self, person: Person) -> Option<&str> {
        let is = |(.., member): &&(Named, CompanyId, Member)| member.person == person;
        self.members.values().find(is).map(|(named, ..)| named.id.as_str())
    }
}
