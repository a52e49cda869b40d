//! The OpenAPI 3.1 document of `/tandem/v1`. A route and its description are declared together (`described`); bodies
//! of entities are described by their field tables (`schemas`).

pub mod acts;
pub mod described;
mod schemas;

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder, ServerBuilder};

/// How people's routes are guarded, by its name in the document.
pub(super) const SESSION: &str = "session";

/// The document without its paths, which the routes bring.
pub fn document() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Tandem")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "A helpdesk that a service provider (Autotask) and its client's IT staff (Taskfire) share. Times are UTC, \
             decimals are texts, durations whole minutes. Autotask's own routes follow Autotask's documents.",
        ));
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("The token of POST /sessions."));
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas::all())
        .security_scheme(SESSION, SecurityScheme::Http(bearer.build()));
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url("/tandem/v1").build()]))
        .components(Some(components.build()))
        .build()
}
