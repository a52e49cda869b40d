//! What the service and its entities say about themselves.

use super::failure::Failure;
use super::reading::parameter;
use super::{Asking, origin};
use crate::entities::{ENTITIES, Entity};
use crate::server::backend::Backend;
use crate::server::operations::picklists::LivePicklists;
use crate::server::routes::body;
use crate::wire::autotask::information::{
    EntityDescriptions, EntityInformation, FieldsInformation, UserDefinedInformation,
};
use crate::wire::autotask::service::{Modules, Version, VersionInformation, ZoneInformation};
use crate::wire::autotask::{Address, Place};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;

/// What is answered without a credential.
pub async fn public(backend: &Backend, address: Address, parts: &Parts) -> Result<Response, Failure> {
    if address == Address::VersionInformation {
        return Ok(body::json(StatusCode::OK, &VersionInformation::current())?);
    }
    let user = parameter(parts, "user").unwrap_or_default();
    if !backend.operations.is_api_user(user).await? {
        return Err(Failure::text("Zone information could not be determined"));
    }
    let zone = ZoneInformation::at(&origin::of(backend, parts));
    Ok(body::json(StatusCode::OK, &zone)?)
}

/// The service's own addresses.
pub fn answer(asking: &Asking<'_>, address: Address) -> Result<Response, Failure> {
    let answer = match address {
        Address::Version => body::json(StatusCode::OK, &Version::current()),
        Address::Modules => body::json(StatusCode::OK, &Modules::current()),
        Address::EntityInformation => body::json(StatusCode::OK, &EntityDescriptions::of(ENTITIES)),
        Address::ThresholdInformation => {
            body::json(StatusCode::OK, &asking.backend.allowances.information(&asking.caller))
        }
        _ => return Err(Failure::Bare(StatusCode::NOT_FOUND)),
    };
    Ok(answer?)
}

/// An entity and its fields.
pub async fn describe(asking: &Asking<'_>, entity: &'static Entity, place: Place) -> Result<Response, Failure> {
    let fields = match place {
        Place::Fields => {
            let read = asking.backend.operations.read(move |connection| {
                let picklists = LivePicklists::of(connection, entity)?;
                Ok(FieldsInformation::of(entity, &picklists))
            });
            read.await?
        }
        Place::UserDefinedFields => {
            let actor = asking.caller.actor.clone();
            let fields = asking.backend.operations.user_defined(actor, entity).await?;
            return Ok(body::json(StatusCode::OK, &UserDefinedInformation::of(&fields))?);
        }
        _ => return Ok(body::json(StatusCode::OK, &EntityInformation::of(entity))?),
    };
    Ok(body::json(StatusCode::OK, &fields)?)
}
