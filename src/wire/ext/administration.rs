//! Where each administrative act and each question about administration goes, and what its body is.

use crate::base::ids::CompanyId;
use crate::domain::Person;
use crate::records::administration::billing::ClosingQuestion;
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
        Administration::ActivateContracts(body) => to(Post, "contracts/activate".to_owned(), body)?,
        Administration::SetValidation(body) => to(Put, "contracts/validation".to_owned(), body)?,
        Administration::AssignItem(id, body) => to(Put, format!("items/{id}/owner"), body)?,
        Administration::ApproveContract(id) => to(Post, format!("contracts/{id}/approve"), &nothing())?,
        Administration::EnableContractNow(id) => to(Post, format!("contracts/{id}/enable"), &nothing())?,
        Administration::CoverRequest(id, body) => to(Post, format!("tickets/{id}/contract"), body)?,
        Administration::RemindOfContract(body) => to(Post, "contracts/reminders".to_owned(), body)?,
        Administration::DeleteLevel(id) => to(Delete, format!("levels/{id}"), &nothing())?,
        Administration::CreateContract(id, body) => to(Post, company(id, "contracts"), body)?,
        Administration::EditContract(id, body) => to(Put, format!("contracts/{id}"), body)?,
        Administration::RenewContract(id, body) => to(Post, format!("contracts/{id}/renew"), body)?,
        Administration::CloneContract(id, body) => to(Post, format!("contracts/{id}/clone"), body)?,
        Administration::AddContractService(id, body) => to(Post, format!("contracts/{id}/services"), body)?,
        Administration::ChangeUnits(id, body) => to(Post, format!("contractServices/{id}/units"), body)?,
        Administration::ChangePrice(id, body) => to(Put, format!("contractServices/{id}/price"), body)?,
        Administration::CreateService(body) => to(Post, "services".to_owned(), body)?,
        Administration::EditService(id, body) => to(Put, format!("services/{id}"), body)?,
        Administration::SaveAutomation(id, body) => to(Put, company(id, "automation"), body)?,
        Administration::StopAutomation(id, body) => to(Post, company(id, "automation/stop"), body)?,
        Administration::ClosePeriods(body) => to(Post, "billing/close".to_owned(), body)?,
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
        Question::Contracts(company) => plain(format!("companies/{company}/contracts")),
        Question::Contract(contract) => plain(format!("contracts/{contract}/page")),
        Question::Catalogue => plain("catalogue".to_owned()),
        Question::Portal(None) => plain("portalSettings".to_owned()),
        Question::ContractSettings => plain("contractSettings".to_owned()),
        Question::Coverage(asked) => {
            let mut pairs = vec![("minutes", asked.minutes.to_string())];
            pairs.extend(asked.day.map(|day| ("day", day.to_string())));
            (format!("tickets/{}/coverage", asked.ticket), pairs)
        }
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
        Question::Naming(asked) => {
            let contact = asked.contact.map(|contact| ("contact", contact.to_string()));
            let item = asked.item.map(|item| ("item", item.to_string()));
            (
                format!("companies/{}/naming", asked.company),
                contact.into_iter().chain(item).collect(),
            )
        }
        Question::Automation(company) => plain(format!("companies/{company}/automation")),
        Question::BillingOverview => plain("billing".to_owned()),
        Question::ClientBilling(asked) => {
            let day = asked.containing.map(|day| ("containing", day.to_string()));
            let month = asked.month.map(|day| ("month", day.to_string()));
            let pairs = day.into_iter().chain(month).collect();
            (format!("companies/{}/billing", asked.company), pairs)
        }
        Question::Closing(ClosingQuestion { through, company }) => {
            let through = through.map(|day| ("through", day.to_string()));
            let company = company.map(|company| ("company", company.to_string()));
            (
                "billing/closing".to_owned(),
                through.into_iter().chain(company).collect(),
            )
        }
        Question::Invoices(None) => plain("invoices".to_owned()),
        Question::Invoices(Some(company)) => plain(format!("companies/{company}/invoices")),
        Question::Invoice(id) => plain(format!("invoices/{id}")),
        Question::BlockReport(company) => plain(format!("companies/{company}/blockReport")),
    }
}
