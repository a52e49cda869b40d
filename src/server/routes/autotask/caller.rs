//! The headers that say who asks.

use super::failure::Failure;
use crate::base::Secret;
use crate::base::ids::ResourceId;
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use crate::server::operations::autotask::Caller;
use crate::server::operations::people::ApiCredential;
use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::net::SocketAddr;

/// The API user whose credential the headers hold.
pub async fn of(backend: &Backend, parts: &Parts) -> Result<Caller, Failure> {
    let headers = &parts.headers;
    let (Some(user_name), Some(secret), Some(integration_code)) = (
        text(headers, "username"),
        text(headers, "secret"),
        text(headers, "apiintegrationcode"),
    ) else {
        return Err(OperationError::Unauthorized.into());
    };
    let credential = ApiCredential {
        user_name: user_name.to_owned(),
        secret: Secret::new(secret),
        integration_code: Secret::new(integration_code),
    };
    let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let origin = address.map_or_else(|| "unknown".to_owned(), |ConnectInfo(address)| address.ip().to_string());
    Ok(backend.operations.autotask_caller(credential, origin).await?)
}

/// The caller as the resource whom the headers name, which is for writes alone.
pub async fn impersonating(
    backend: &Backend,
    caller: Caller,
    headers: &HeaderMap,
    writes: bool,
) -> Result<Caller, Failure> {
    let Some(header) = headers.get("impersonationresourceid") else {
        return Ok(caller);
    };
    if !writes {
        return Err(Failure::text(
            "ImpersonationResourceId does not have adequate permissions to read: it is for create, update and delete.",
        ));
    }
    let id = header.to_str().ok().and_then(|text| text.trim().parse().ok());
    let id = id.ok_or_else(|| Failure::text("ImpersonationResourceId must be the id of a resource."))?;
    Ok(backend.operations.impersonate(caller, ResourceId(id)).await?)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
