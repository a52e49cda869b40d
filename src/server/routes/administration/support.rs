//! Prepaid support: activation, owners of items, approval, contracts for requests, what a contract covers.

use super::{Nothing, on, on_all};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId, TicketId};
use crate::records::administration::Administration;
use crate::records::administration::support::{CoverageQuestion, NamingQuestion};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of};
use crate::server::operations::OperationError;
use crate::server::routes::body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post, put};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Arc<Backend>> {
    let settings = Described::new(
        HttpMethod::Get,
        "/contractSettings",
        "The settings of contracts, items without an owner, refused requests",
    )
    .answers(200, "As they are now.", of("ContractSettings"))
    .fails(&[403]);
    let covered = Described::new(
        HttpMethod::Get,
        "/tickets/{id}/coverage",
        "What a contract covers of a ticket's time; for the provider's people",
    )
    .asked_with("minutes", "Those of an entry that is thought of.")
    .asked_with("day", "The day of that work; today where nothing is said.")
    .answers(
        200,
        "What is logged, and what would become of the entry.",
        of("TicketCoverage"),
    )
    .fails(&[403, 404, 422]);
    let named = Described::new(
        HttpMethod::Get,
        "/companies/{id}/naming",
        "What a request of a client can name, and what the search for a contract says of it",
    )
    .asked_with("contact", "Whom the request is about.")
    .asked_with("item", "What it is about.")
    .answers(200, "Items; to the provider's people contracts too.", of("Naming"))
    .fails(&[403, 404]);
    OpenApiRouter::new()
        .routes(settings.by(get(contract_settings)))
        .routes(covered.by(get(coverage)))
        .routes(named.by(get(naming)))
        .merge(settings_acts())
        .merge(contract_acts())
}

fn settings_acts() -> OpenApiRouter<Arc<Backend>> {
    let activate = Described::new(
        HttpMethod::Post,
        "/contracts/activate",
        "Activate contracts; every item needs an owner, and what happens to expired time has to be chosen",
    )
    .keyed()
    .takes(of("Activation"))
    .answers(200, "As they are now.", of("ContractSettings"));
    let validation = Described::new(
        HttpMethod::Put,
        "/contracts/validation",
        "Take requests only with a contract, or without too",
    )
    .keyed()
    .takes(of("Switch"))
    .answers(200, "As they are now.", of("ContractSettings"));
    let owner = Described::new(
        HttpMethod::Put,
        "/items/{id}/owner",
        "Give an item to a person or a company",
    )
    .keyed()
    .takes(of("Owner"))
    .answers(200, "As it is now.", of("ItemLine"));
    OpenApiRouter::new()
        .routes(activate.by(post(on_all(Administration::ActivateContracts))))
        .routes(validation.by(put(on_all(Administration::SetValidation))))
        .routes(owner.by(put(on(|id, body| Administration::AssignItem(ItemId(id), body)))))
}

fn contract_acts() -> OpenApiRouter<Arc<Backend>> {
    let act = |path: &str, summary: &str| {
        Described::new(HttpMethod::Post, path, summary)
            .keyed()
            .answers(200, "As it is now.", of("ContractState"))
    };
    let approve = act("/contracts/{id}/approve", "Approve a support contract");
    let enable = act("/contracts/{id}/enable", "Let a pending support contract start today");
    let cover = act(
        "/tickets/{id}/contract",
        "Make a contract for a request that is there, for it alone or for its item",
    )
    .takes(of("NewContract"));
    let remind = Described::new(
        HttpMethod::Post,
        "/contracts/reminders",
        "Remind of a missing contract; of a request that waits for one, or of a client's that were refused",
    )
    .keyed()
    .takes(of("ContractReminder"))
    .answers(200, "Whom it reached.", of("Reminded"));
    OpenApiRouter::new()
        .routes(remind.by(post(on_all(Administration::RemindOfContract))))
        .routes(approve.by(post(on(|id, _: Nothing| {
            Administration::ApproveContract(ContractId(id))
        }))))
        .routes(enable.by(post(on(|id, _: Nothing| {
            Administration::EnableContractNow(ContractId(id))
        }))))
        .routes(cover.by(post(on(|id, body| Administration::CoverRequest(TicketId(id), body)))))
}

async fn contract_settings(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    let settings = backend.operations.contract_settings(current.actor).await?;
    body::json(StatusCode::OK, &settings)
}

/// The entry that is thought of.
#[derive(Deserialize)]
struct Planned {
    #[serde(default)]
    minutes: i64,
    #[serde(default)]
    day: Option<Date>,
}

/// What the request names.
#[derive(Deserialize)]
struct Named {
    contact: Option<i64>,
    item: Option<i64>,
}

async fn naming(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
    Query(Named { contact, item }): Query<Named>,
) -> Result<Response, OperationError> {
    let asked = NamingQuestion {
        company: CompanyId(company),
        contact: contact.map(ContactId),
        item: item.map(ItemId),
    };
    body::json(StatusCode::OK, &backend.operations.naming(current.actor, asked).await?)
}

async fn coverage(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(ticket): Path<i64>,
    Query(Planned { minutes, day }): Query<Planned>,
) -> Result<Response, OperationError> {
    let ticket = TicketId(ticket);
    let asked = CoverageQuestion { ticket, minutes, day };
    let coverage = backend.operations.coverage(current.actor, asked).await?;
    body::json(StatusCode::OK, &coverage)
}
