//! Under which address the caller reached the server, for the addresses in answers.

use crate::server::backend::Backend;
use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::uri::{Authority, Scheme};

/// What a proxy in front of the server was asked by.
const FORWARDED_SCHEME: &str = "x-forwarded-proto";

/// `https://desk.example:8443`, without a slash at its end.
pub fn of(backend: &Backend, parts: &Parts) -> String {
    let forwarded = parts
        .headers
        .get(FORWARDED_SCHEME)
        .and_then(|value| value.to_str().ok());
    let scheme = match forwarded {
        Some(scheme) if scheme.eq_ignore_ascii_case("https") => &Scheme::HTTPS,
        _ => &backend.scheme,
    };
    let host = parts.headers.get(HOST).and_then(|value| value.to_str().ok());
    let named = host.and_then(|host| host.parse::<Authority>().ok());
    let authority = named.or_else(|| parts.uri.authority().cloned());
    let authority = authority.unwrap_or_else(|| Authority::from_static("localhost"));
    format!("{scheme}://{authority}")
}
