//! The questions about billing and contracts, the same that the console's pages ask, and the act of closing.

use super::act;
use crate::base::ids::{CompanyId, ContractId};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::names::KnownNames;
use crate::query::typed::List;
use crate::records::administration::billing::{
    AutomationPage, BillingOverview, BlockReport, ClientBilling, ClientBillingQuestion, Closed, Closing,
    ClosingPreview, ClosingQuestion, Invoice, InvoicePage,
};
use crate::records::administration::contracts::{CataloguePage, ContractPage, ContractsPage};
use crate::records::administration::support::{ContractSettings, Naming, NamingQuestion};
use crate::records::administration::{Administration, Answer, Question};

/// The client that a name means.
///
/// # Errors
/// None, or several; the sentence says which there are.
pub(super) async fn company(context: &Context<'_>, connection: &Connection, name: &str) -> Ended<CompanyId> {
    let mut names = KnownNames::new(connection, context.clock.now());
    let id = names.one(context, connection, List::Companies, name).await?;
    Ok(CompanyId(id))
}

/// The same where one may be named.
///
/// # Errors
/// As [`company`].
pub(super) async fn company_if_named(
    context: &Context<'_>,
    connection: &Connection,
    name: Option<&str>,
) -> Ended<Option<CompanyId>> {
    match name {
        Some(name) => company(context, connection, name).await.map(Some),
        None => Ok(None),
    }
}

pub(super) async fn overview(connection: &Connection) -> Ended<BillingOverview> {
    match answer(connection, Question::BillingOverview).await? {
        Answer::BillingOverview(overview) => Ok(*overview),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn client(connection: &Connection, question: ClientBillingQuestion) -> Ended<ClientBilling> {
    match answer(connection, Question::ClientBilling(question)).await? {
        Answer::ClientBilling(billing) => Ok(*billing),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn closing(connection: &Connection, question: ClosingQuestion) -> Ended<ClosingPreview> {
    match answer(connection, Question::Closing(question)).await? {
        Answer::Closing(preview) => Ok(*preview),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn invoices(connection: &Connection, company: Option<CompanyId>) -> Ended<InvoicePage> {
    match answer(connection, Question::Invoices(company)).await? {
        Answer::Invoices(page) => Ok(page),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn invoice(connection: &Connection, id: i64) -> Ended<Invoice> {
    match answer(connection, Question::Invoice(id)).await? {
        Answer::Invoice(invoice) => Ok(*invoice),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn block_report(connection: &Connection, company: CompanyId) -> Ended<BlockReport> {
    match answer(connection, Question::BlockReport(company)).await? {
        Answer::BlockReport(report) => Ok(report),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn contracts(connection: &Connection, company: CompanyId) -> Ended<ContractsPage> {
    match answer(connection, Question::Contracts(company)).await? {
        Answer::Contracts(page) => Ok(*page),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn contract(connection: &Connection, contract: ContractId) -> Ended<ContractPage> {
    match answer(connection, Question::Contract(contract)).await? {
        Answer::Contract(page) => Ok(*page),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn catalogue(connection: &Connection) -> Ended<CataloguePage> {
    match answer(connection, Question::Catalogue).await? {
        Answer::Catalogue(page) => Ok(page),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn contract_settings(connection: &Connection) -> Ended<ContractSettings> {
    match answer(connection, Question::ContractSettings).await? {
        Answer::ContractSettings(settings) => Ok(*settings),
        other => Err(unexpected(connection, &other)),
    }
}

/// What a request of a client can name.
///
/// # Errors
/// The server's word on it.
pub(in crate::cli) async fn naming(connection: &Connection, question: NamingQuestion) -> Ended<Naming> {
    match answer(connection, Question::Naming(question)).await? {
        Answer::Naming(naming) => Ok(*naming),
        other => Err(unexpected(connection, &other)),
    }
}

pub(super) async fn automation(connection: &Connection, company: CompanyId) -> Ended<AutomationPage> {
    match answer(connection, Question::Automation(company)).await? {
        Answer::Automation(page) => Ok(*page),
        other => Err(unexpected(connection, &other)),
    }
}

/// Closes what a preview showed.
///
/// # Errors
/// The server's word on it, as where somebody else closed meanwhile.
pub(super) async fn close(context: &Context<'_>, connection: &Connection, closing: Closing) -> Ended<Closed> {
    let closing = Administration::ClosePeriods(closing);
    let key = context.ids.change();
    act::carry_out(context, connection, key, &closing, "billing-close-unanswered").await
}

async fn answer(connection: &Connection, question: Question) -> Ended<Answer> {
    let answered = connection.remote().ask(&question).await;
    answered.map_err(|error| connection.failed(&error))
}

fn unexpected(connection: &Connection, answer: &Answer) -> Failure {
    Failure::new(
        Exit::Failed,
        connection.say("answer-unexpected", &[("answer", format!("{answer:?}").into())]),
    )
}
