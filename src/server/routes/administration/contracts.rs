//! Contracts, what is sold by them, and the catalogue.

use super::{on, on_all};
use crate::base::ids::{CompanyId, ContractId};
use crate::records::administration::Administration;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of, seeing};
use crate::server::operations::OperationError;
use crate::server::routes::body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post, put};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Arc<Backend>> {
    let of_client = reads("/companies/{id}/contracts", "A client's contracts", "ContractsPage");
    let whole = reads("/contracts/{id}/page", "One contract, whole", "ContractPage");
    let catalogue = reads("/catalogue", "The catalogue of services", "CataloguePage");
    OpenApiRouter::new()
        .routes(of_client.by(get(contracts)))
        .routes(whole.by(get(contract)))
        .routes(catalogue.by(get(services)))
        .merge(contract_acts())
        .merge(service_acts())
}

fn contract_acts() -> OpenApiRouter<Arc<Backend>> {
    let create = makes("/companies/{id}/contracts", "Make a contract", "NewClientContract");
    let edit = writes("/contracts/{id}", "Edit a contract")
        .takes(seeing("ContractFields"))
        .answers(200, "As it is now.", of("WrittenContract"));
    let renew = makes(
        "/contracts/{id}/renew",
        "Make the contract that follows on one",
        "Renewal",
    );
    let clone = makes(
        "/contracts/{id}/clone",
        "Make the same contract for another client",
        "Cloning",
    );
    OpenApiRouter::new()
        .routes(create.by(post(on(|id, body| Administration::CreateContract(CompanyId(id), body)))))
        .routes(edit.by(put(on(|id, body| Administration::EditContract(ContractId(id), body)))))
        .routes(renew.by(post(on(|id, body| Administration::RenewContract(ContractId(id), body)))))
        .routes(clone.by(post(on(|id, body| Administration::CloneContract(ContractId(id), body)))))
}

fn service_acts() -> OpenApiRouter<Arc<Backend>> {
    let line = |described: Described| described.answers(200, "As it is now.", of("ContractServiceLine"));
    let add = line(posts(
        "/contracts/{id}/services",
        "Put a service or a bundle on a contract",
        "NewContractService",
    ));
    let units = line(posts(
        "/contractServices/{id}/units",
        "Change the units of a service on a contract, from a day on",
        "UnitsChange",
    ));
    let price = line(
        writes(
            "/contractServices/{id}/price",
            "Change the price of a service on a contract, from its next period on",
        )
        .takes(of("PriceChange")),
    );
    let service = |described: Described| described.answers(200, "As it is now.", of("ServiceLine"));
    let create = service(posts("/services", "Make a service of the catalogue", "ServiceFields"));
    let edit = writes("/services/{id}", "Edit a service of the catalogue");
    let edit = service(edit.takes(seeing("ServiceFields")));
    OpenApiRouter::new()
        .routes(add.by(post(on(|id, body| {
            Administration::AddContractService(ContractId(id), body)
        }))))
        .routes(units.by(post(on(Administration::ChangeUnits))))
        .routes(price.by(put(on(Administration::ChangePrice))))
        .routes(create.by(post(on_all(Administration::CreateService))))
        .routes(edit.by(put(on(Administration::EditService))))
}

fn reads(path: &str, summary: &str, schema: &str) -> Described {
    Described::new(HttpMethod::Get, path, summary)
        .answers(200, "As it is now; for the provider's people.", of(schema))
        .fails(&[403, 404])
}

fn posts(path: &str, summary: &str, schema: &str) -> Described {
    Described::new(HttpMethod::Post, path, summary)
        .keyed()
        .takes(of(schema))
}

fn makes(path: &str, summary: &str, schema: &str) -> Described {
    posts(path, summary, schema).answers(200, "The contract that was made.", of("WrittenContract"))
}

fn writes(path: &str, summary: &str) -> Described {
    Described::new(HttpMethod::Put, path, summary).keyed()
}

async fn contracts(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
) -> Result<Response, OperationError> {
    let page = backend.operations.contracts(current.actor, CompanyId(company)).await?;
    body::json(StatusCode::OK, &page)
}

async fn contract(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(contract): Path<i64>,
) -> Result<Response, OperationError> {
    let page = backend.operations.contract(current.actor, ContractId(contract)).await?;
    body::json(StatusCode::OK, &page)
}

async fn services(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    body::json(StatusCode::OK, &backend.operations.catalogue(current.actor).await?)
}
