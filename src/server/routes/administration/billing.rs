//! Billing: automation, what clients come to, closing, invoices and reports.

use super::{on, on_all};
use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::records::administration::Administration;
use crate::records::administration::billing::{ClientBillingQuestion, ClosingQuestion};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, nullable, of};
use crate::server::operations::OperationError;
use crate::server::routes::body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post, put};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa::openapi::schema::Type;
use utoipa_axum::router::OpenApiRouter;

/// Where a client's automation is.
const AUTOMATION: &str = "/companies/{id}/automation";

pub(super) fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new()
        .merge(automated())
        .merge(amounts())
        .merge(closing())
        .merge(reports())
}

fn reads(path: &str, summary: &str, schema: &str) -> Described {
    Described::new(HttpMethod::Get, path, summary)
        .answers(200, "As it is now.", of(schema))
        .fails(&[403, 404])
}

fn automated() -> OpenApiRouter<Arc<Backend>> {
    let page = reads(
        AUTOMATION,
        "What bills a client's licences, and what could",
        "AutomationPage",
    );
    let save = Described::new(
        HttpMethod::Put,
        AUTOMATION,
        "Let a contract's service bill a client's licences",
    )
    .keyed()
    .takes(of("AutomationChoice"))
    .answers(200, "What it comes to.", of("Automation"));
    let stop = Described::new(
        HttpMethod::Post,
        "/companies/{id}/automation/stop",
        "Bill a client's licences no longer",
    )
    .keyed()
    .takes(of("AutomationStop"))
    .answers(
        200,
        "What bills them until then, if anything.",
        nullable(Type::Object, ""),
    );
    let saved = |id, choice| Administration::SaveAutomation(CompanyId(id), choice);
    let stopped = |id, wanted| Administration::StopAutomation(CompanyId(id), wanted);
    OpenApiRouter::new()
        .routes(page.by(get(automation)))
        .routes(save.by(put(on(saved))))
        .routes(stop.by(post(on(stopped))))
}

fn amounts() -> OpenApiRouter<Arc<Backend>> {
    let overview = reads(
        "/billing",
        "All clients: what will be billed, what changed, what isn't billed",
        "BillingOverview",
    );
    let client = reads(
        "/companies/{id}/billing",
        "A client's contracts, lines with their events, forecast and months",
        "ClientBilling",
    )
    .asked_with(
        "containing",
        "A day of the periods that are meant, like 2026-10-15; today where none is said.",
    )
    .asked_with(
        "month",
        "A day of a month: instead, the periods that begin in it, as the chart of months counts them.",
    );
    OpenApiRouter::new()
        .routes(overview.by(get(all_clients)))
        .routes(client.by(get(one_client)))
}

fn closing() -> OpenApiRouter<Arc<Backend>> {
    let preview = reads("/billing/closing", "What closing would do now", "ClosingPreview")
        .asked_with(
            "through",
            "All periods that end on this day or before; yesterday where none is said.",
        )
        .asked_with("company", "One client's only.")
        .fails(&[422]);
    let close = Described::new(
        HttpMethod::Post,
        "/billing/close",
        "Close the periods that were seen, for good, with invoices",
    )
    .keyed()
    .takes(of("Closing"))
    .answers(200, "What was closed.", of("Closed"));
    OpenApiRouter::new()
        .routes(preview.by(get(to_close)))
        .routes(close.by(post(on_all(Administration::ClosePeriods))))
}

fn reports() -> OpenApiRouter<Arc<Backend>> {
    let list = reads(
        "/invoices",
        "Invoices, the newest first; a client's people get their own",
        "InvoicePage",
    );
    let of_client = reads(
        "/companies/{id}/invoices",
        "A client's invoices, the newest first",
        "InvoicePage",
    );
    let one = reads("/invoices/{id}", "An invoice with its lines", "Invoice");
    let blocks = reads(
        "/companies/{id}/blockReport",
        "Bought, used and left of a client's prepaid contracts",
        "BlockReport",
    );
    OpenApiRouter::new()
        .routes(list.by(get(invoices)))
        .routes(of_client.by(get(invoices_of)))
        .routes(one.by(get(invoice)))
        .routes(blocks.by(get(block_report)))
}

async fn automation(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    let page = backend.operations.automation(current.actor, CompanyId(id)).await?;
    body::json(StatusCode::OK, &page)
}

async fn all_clients(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    body::json(
        StatusCode::OK,
        &backend.operations.billing_overview(current.actor).await?,
    )
}

/// Which period is asked for.
#[derive(Deserialize)]
struct Containing {
    containing: Option<Date>,
    month: Option<Date>,
}

async fn one_client(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
    Query(asked): Query<Containing>,
) -> Result<Response, OperationError> {
    let question = ClientBillingQuestion {
        company: CompanyId(id),
        containing: asked.containing,
        month: asked.month,
    };
    let billing = backend.operations.client_billing(current.actor, question).await?;
    body::json(StatusCode::OK, &billing)
}

async fn to_close(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Query(question): Query<ClosingQuestion>,
) -> Result<Response, OperationError> {
    let preview = backend.operations.closing(current.actor, question).await?;
    body::json(StatusCode::OK, &preview)
}

async fn invoices(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    body::json(StatusCode::OK, &backend.operations.invoices(current.actor, None).await?)
}

async fn invoices_of(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    let invoices = backend.operations.invoices(current.actor, Some(CompanyId(id))).await?;
    body::json(StatusCode::OK, &invoices)
}

async fn invoice(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    body::json(StatusCode::OK, &backend.operations.invoice(current.actor, id).await?)
}

async fn block_report(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    let report = backend.operations.block_report(current.actor, CompanyId(id)).await?;
    body::json(StatusCode::OK, &report)
}
