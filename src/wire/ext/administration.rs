//! Where each administrative act and each question about administration goes, and what its body is.

use crate::base::ids::CompanyId;
use crate::domain::Person;
use crate::records::administration::setup::CompanyQuestion;
use crate::records::administration::{Administration, Question};
use serde::Serialize;
use serde_json::Value as Json;

/// How a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Does something anew.
    Post,
    /// Writes what is there.
    Put,
    /// Removes it.
    Delete,
}

/// Where an act goes: method, path below `/tandem/v1/`, and body.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// How.
    pub method: Method,
    /// Where.
    pub path: String,
    /// With what.
    pub body: Json,
}

/// Where that act goes.
///
/// # Errors
/// When a body can't be written, which none is known to do.
pub fn address(act: &Administration) -> Result<Address, serde_json::Error> {
    use Method::{Delete, Post, Put};
    let company = |company: &CompanyId, rest: &str| format!("companies/{company}/{rest}");
    Ok(match act {
        Administration::AcceptAgreement(id, body) => to(Post, company(id, "taskfire/accept"), body)?,
        Administration::DisableTaskfire(id, body) => to(Post, company(id, "taskfire/disable"), body)?,
        Administration::WriteTaskfireSettings(id, body) => to(Put, company(id, "taskfire/settings"), body)?,
        Administration::WritePreparation(id, body) => to(Put, company(id, "preparation"), body)?,
        Administration::SwitchPortal(id, body) => to(Put, company(id, "portal"), body)?,
        Administration::OverridePortalSettings(id, body) => to(Put, company(id, "portalSettings"), body)?,
        Administration::WritePortalSettings(body) => to(Put, "portalSettings".to_owned(), body)?,
        Administration::WriteInstance(body) => to(Put, "instance".to_owned(), body)?,
        Administration::SwitchFeature(body) => to(Put, "instance/features".to_owned(), body)?,
        Administration::CreateContact(id, body) => to(Post, company(id, "people"), body)?,
        Administration::EditContact(id, body) => to(Put, format!("people/{id}"), body)?,
        Administration::ChangeLevel(id, body) => to(Put, format!("people/{id}/level"), body)?,
        Administration::SwitchContact(id, body) => to(Put, format!("people/{id}/active"), body)?,
        Administration::ResetPassword(who, body) => to(Put, format!("{}/password", person(*who)), body)?,
        Administration::ResetTwoFactor(who) => to(Delete, format!("{}/twoFactor", person(*who)), &nothing())?,
        Administration::CreateLevel(body) => to(Post, "levels".to_owned(), body)?,
        Administration::EditLevel(id, body) => to(Put, format!("levels/{id}"), body)?,
        Administration::DeleteLevel(id) => to(Delete, format!("levels/{id}"), &nothing())?,
    })
}

fn to(method: Method, path: String, body: &impl Serialize) -> Result<Address, serde_json::Error> {
    let body = serde_json::to_value(body)?;
    Ok(Address { method, path, body })
}

fn nothing() -> Json {
    Json::Object(serde_json::Map::new())
}

fn person(person: Person) -> String {
    match person {
        Person::Resource(id) => format!("colleagues/{id}"),
        Person::Contact(id) => format!("people/{id}"),
    }
}

/// The path and the query of a question.
#[must_use]
pub fn question(question: &Question) -> (String, Vec<(&'static str, String)>) {
    let plain = |path: String| (path, Vec::new());
    match question {
        Question::Companies(CompanyQuestion { search, filter }) => {
            let filter = serde_json::to_value(filter).ok();
            let filter = filter.and_then(|filter| filter.as_str().map(str::to_owned));
            let pairs = vec![("search", search.clone()), ("filter", filter.unwrap_or_default())];
            ("portalCompanies".to_owned(), pairs)
        }
        Question::Setup(company) => plain(format!("companies/{company}/setup")),
        Question::Agreement(language) => ("agreement".to_owned(), vec![("language", language.clone())]),
        Question::Acknowledgements(company) => plain(format!("companies/{company}/acknowledgements")),
        Question::Disabling(company) => plain(format!("companies/{company}/taskfire/disable")),
        Question::People(company) => plain(format!("companies/{company}/people")),
        Question::Levels => plain("levels".to_owned()),
        Question::Instance => plain("instance".to_owned()),
        Question::Portal(Some(company)) => plain(format!("companies/{company}/portalSettings")),
        Question::Portal(None) => plain("portalSettings".to_owned()),
        Question::Audit(asked) => {
            let mut pairs = Vec::new();
            let mut add = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
            add("company", asked.company.map(|company| company.to_string()));
            add("client", asked.client.clone());
            add("act", asked.act.clone());
            add("actor", asked.actor.clone());
            add("since", asked.since.clone());
            add("until", asked.until.clone());
            add("before", asked.before.map(|before| before.to_string()));
            ("audit".to_owned(), pairs)
        }
    }
}
