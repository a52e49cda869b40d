//! A client's people, the levels, and everybody's sign-in as far as administrators decide about it.

use super::{Nothing, on};
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::Person;
use crate::records::administration::Administration;
use crate::records::administration::people::NewLevel;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, nullable, of, seeing};
use crate::server::operations::OperationError;
use crate::server::routes::body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{delete, get, post, put};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa::openapi::schema::Type;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new().merge(people()).merge(sign_in()).merge(levels())
}

/// An act about a contact whose answer is the contact's line.
fn person(method: HttpMethod, path: &str, summary: &str, body: &str) -> Described {
    let body = if body == "PersonFields" { seeing(body) } else { of(body) };
    Described::new(method, path, summary).keyed().takes(body).answers(
        200,
        "The person as they are now.",
        of("PersonLine"),
    )
}

fn people() -> OpenApiRouter<Arc<Backend>> {
    let list_described = Described::new(
        HttpMethod::Get,
        "/companies/{id}/people",
        "A client's people; the provider's administrators, and at their own company who manages portal users",
    )
    .answers(200, "By name.", of("PeoplePage"))
    .fails(&[403, 404]);
    let create_described = person(
        HttpMethod::Post,
        "/companies/{id}/people",
        "Make a contact, with a portal login where one is given",
        "NewContact",
    );
    let edit_described = person(
        HttpMethod::Put,
        "/people/{id}",
        "Edit a contact's name and addresses",
        "PersonFields",
    );
    let level_described = person(
        HttpMethod::Put,
        "/people/{id}/level",
        "Give a contact a level, or take it away; Taskfire levels by the provider only",
        "LevelChange",
    );
    let active_described = person(
        HttpMethod::Put,
        "/people/{id}/active",
        "Activate or deactivate a contact, which ends their sessions",
        "ContactSwitch",
    );
    OpenApiRouter::new()
        .routes(list_described.by(get(list)))
        .routes(create_described.by(post(on(|id, new| Administration::CreateContact(CompanyId(id), new)))))
        .routes(edit_described.by(put(on(|id, fields| Administration::EditContact(ContactId(id), fields)))))
        .routes(level_described.by(put(on(|id, change| Administration::ChangeLevel(ContactId(id), change)))))
        .routes(active_described.by(put(on(|id, wanted| {
            Administration::SwitchContact(ContactId(id), wanted)
        }))))
}

fn sign_in() -> OpenApiRouter<Arc<Backend>> {
    let password = |path: &str| {
        Described::new(
            HttpMethod::Put,
            path,
            "Give somebody a new password, to be changed at the next sign-in; their sessions end",
        )
        .keyed()
        .takes(of("NewPassword"))
        .answers(200, "What was done, without the password.", nullable(Type::Object, ""))
    };
    let two_factor = |path: &str| {
        Described::new(
            HttpMethod::Delete,
            path,
            "Let somebody set two-factor sign-in up afresh; their sessions end",
        )
        .keyed()
        .answers(200, "What was done.", nullable(Type::Object, ""))
    };
    let contact = |id| Person::Contact(ContactId(id));
    let resource = |id| Person::Resource(ResourceId(id));
    let reset = |person, _: Nothing| Administration::ResetTwoFactor(person);
    OpenApiRouter::new()
        .routes(
            password("/people/{id}/password")
                .by(put(on(move |id, new| Administration::ResetPassword(contact(id), new)))),
        )
        .routes(
            password("/colleagues/{id}/password")
                .by(put(on(move |id, new| Administration::ResetPassword(resource(id), new)))),
        )
        .routes(two_factor("/people/{id}/twoFactor").by(delete(on(move |id, body| reset(contact(id), body)))))
        .routes(two_factor("/colleagues/{id}/twoFactor").by(delete(on(move |id, body| reset(resource(id), body)))))
}

fn levels() -> OpenApiRouter<Arc<Backend>> {
    let list_described = Described::new(HttpMethod::Get, "/levels", "The levels that people can be given")
        .answers(200, "System levels first.", of("LevelPage"))
        .fails(&[403]);
    let create_described = Described::new(HttpMethod::Post, "/levels", "Make a level after a system level")
        .keyed()
        .takes(of("NewLevel"))
        .answers(200, "The level.", of("LevelLine"));
    let edit_described = Described::new(
        HttpMethod::Put,
        "/levels/{id}",
        "Give a level that nobody has another name, or say who may assign it",
    )
    .keyed()
    .takes(of("LevelEdit"))
    .answers(200, "The level.", of("LevelLine"));
    let delete_described = Described::new(HttpMethod::Delete, "/levels/{id}", "Delete a level that nobody has")
        .keyed()
        .answers(200, "It is gone.", nullable(Type::Null, ""));
    OpenApiRouter::new()
        .routes(list_described.by(get(list_levels)))
        .routes(create_described.by(post(super::on_all(|new: NewLevel| Administration::CreateLevel(new)))))
        .routes(edit_described.by(put(on(Administration::EditLevel))))
        .routes(delete_described.by(delete(on(|id, _: Nothing| Administration::DeleteLevel(id)))))
}

async fn list(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    let people = backend.operations.people(current.actor, CompanyId(id)).await?;
    body::json(StatusCode::OK, &people)
}

async fn list_levels(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    body::json(StatusCode::OK, &backend.operations.levels(current.actor).await?)
}
