//! A route with its description: neither can be had without the other.

use super::SESSION;
use crate::wire::problem::{self, MEDIA_TYPE};
use axum::routing::MethodRouter;
use std::collections::BTreeMap;
use utoipa::openapi::path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn, Paths};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{AllOfBuilder, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, HttpMethod, Ref, RefOr, Required, ResponseBuilder, Schema};
use utoipa_axum::router::UtoipaMethodRouter;

/// What a route does, in the words of the document.
pub struct Described {
    method: HttpMethod,
    path: String,
    summary: String,
    needs_session: bool,
    needs_key: bool,
    asked_with: Vec<(&'static str, &'static str)>,
    /// Parts of the path that are no numbers.
    worded: Vec<&'static str>,
    request: Option<Body>,
    answers: BTreeMap<u16, (String, Option<Body>)>,
}

/// An answer's body.
struct Body {
    media_type: &'static str,
    schema: RefOr<Schema>,
}

impl Described {
    /// A route for people who have signed in.
    pub fn new(method: HttpMethod, path: &str, summary: &str) -> Self {
        let mut described = Self {
            method,
            path: path.to_owned(),
            summary: summary.to_owned(),
            needs_session: true,
            needs_key: false,
            asked_with: Vec::new(),
            worded: Vec::new(),
            request: None,
            answers: BTreeMap::new(),
        };
        described.problem(401);
        described
    }

    /// For anybody, signed in or not.
    pub fn for_anybody(mut self) -> Self {
        self.needs_session = false;
        self.answers.remove(&401);
        self
    }

    /// A write with an idempotency key.
    pub fn keyed(mut self) -> Self {
        self.needs_key = true;
        [400, 403, 404, 409, 413, 422]
            .into_iter()
            .for_each(|status| self.problem(status));
        self
    }

    /// May be asked with this in the address's query.
    pub fn asked_with(mut self, name: &'static str, what: &'static str) -> Self {
        self.asked_with.push((name, what));
        self.problem(400);
        self
    }

    /// Takes this body.
    pub fn takes(mut self, schema: impl Into<RefOr<Schema>>) -> Self {
        self.request = Some(Body {
            media_type: "application/json",
            schema: schema.into(),
        });
        self.problem(400);
        self
    }

    /// Takes bytes of that kind.
    pub fn takes_bytes(mut self, media_type: &'static str) -> Self {
        self.request = Some(Body {
            media_type,
            schema: binary(),
        });
        self.problem(400);
        self
    }

    /// That part of the path is a word, no number.
    pub fn worded(mut self, part: &'static str) -> Self {
        self.worded.push(part);
        self
    }

    /// Answers so when it went well.
    pub fn answers(mut self, status: u16, what: &str, schema: impl Into<RefOr<Schema>>) -> Self {
        let body = Body {
            media_type: "application/json",
            schema: schema.into(),
        };
        self.answers.insert(status, (what.to_owned(), Some(body)));
        self
    }

    /// Answers with a stream of events.
    pub fn streams(self, what: &str, schema: impl Into<RefOr<Schema>>) -> Self {
        self.streams_as("text/event-stream", what, schema)
    }

    /// Answers with a stream of that kind.
    pub fn streams_as(mut self, media_type: &'static str, what: &str, schema: impl Into<RefOr<Schema>>) -> Self {
        let body = Body {
            media_type,
            schema: schema.into(),
        };
        self.answers.insert(200, (what.to_owned(), Some(body)));
        self
    }

    /// Answers without a body when it went well.
    pub fn answers_nothing(mut self, what: &str) -> Self {
        self.answers.insert(204, (what.to_owned(), None));
        self
    }

    /// May answer with these errors.
    pub fn fails(mut self, statuses: &[u16]) -> Self {
        statuses.iter().for_each(|status| self.problem(*status));
        self
    }

    fn problem(&mut self, status: u16) {
        let body = Body {
            media_type: MEDIA_TYPE,
            schema: of("Problem"),
        };
        let codes: Vec<_> = problem::Code::ALL
            .into_iter()
            .map(problem::Code::word)
            .filter(|code| problem::http_status(code) == status)
            .collect();
        let what = match status {
            403 => "forbidden".to_owned(),
            422 => "Refused by a rule; the code says which.".to_owned(),
            _ => codes.join(", "),
        };
        self.answers.insert(status, (what, Some(body)));
    }

    /// The route: this description with what carries it out.
    pub fn by<S>(self, handler: MethodRouter<S>) -> UtoipaMethodRouter<S> {
        let mut paths = Paths::new();
        let operation = self.operation();
        paths.add_path_operation(&self.path, vec![self.method], operation);
        (Vec::new(), paths, handler)
    }

    fn operation(&self) -> Operation {
        let mut operation = OperationBuilder::new().summary(Some(self.summary.clone()));
        for name in self.path.split(['{', '}']).skip(1).step_by(2) {
            let kind = match self.worded.contains(&name) {
                true => Type::String,
                false => Type::Integer,
            };
            operation = operation.parameter(parameter(name, ParameterIn::Path, kind));
        }
        for (name, what) in &self.asked_with {
            let asked = parameter(name, ParameterIn::Query, Type::String);
            operation = operation.parameter(asked.required(Required::False).description(Some(*what)));
        }
        if self.needs_key {
            operation = operation.parameter(parameter("Idempotency-Key", ParameterIn::Header, Type::String));
        }
        if self.needs_session {
            operation = operation.security(SecurityRequirement::new::<_, [&str; 0], _>(SESSION, []));
        }
        if let Some(Body { media_type, schema }) = &self.request {
            let content = ContentBuilder::new().schema(Some(schema.clone())).build();
            let body = RequestBodyBuilder::new().content(*media_type, content);
            operation = operation.request_body(Some(body.required(Some(Required::True)).build()));
        }
        for (status, (what, body)) in &self.answers {
            let mut response = ResponseBuilder::new().description(what.as_str());
            if let Some(Body { media_type, schema }) = body {
                let content = ContentBuilder::new().schema(Some(schema.clone())).build();
                response = response.content(*media_type, content);
            }
            operation = operation.response(status.to_string(), response.build());
        }
        operation.build()
    }
}

fn parameter(name: &str, place: ParameterIn, kind: Type) -> ParameterBuilder {
    let schema = ObjectBuilder::new().schema_type(kind).build();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(Required::True)
        .schema(Some(Schema::Object(schema)))
}

/// Bytes.
pub fn binary() -> RefOr<Schema> {
    let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
    let object = ObjectBuilder::new().schema_type(Type::String).format(Some(format));
    RefOr::T(Schema::Object(object.build()))
}

/// A schema of the document's components.
pub fn of(name: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(name))
}

/// A document to be written, with the `seen` of the answer that it was made from.
pub fn seeing(name: &str) -> RefOr<Schema> {
    let seen = nullable(
        Type::String,
        "From the answer that it was made from: refused as stale where it is another meanwhile.",
    );
    let seen = ObjectBuilder::new().property("seen", seen);
    let document = AllOfBuilder::new().item(of(name)).item(Schema::Object(seen.build()));
    RefOr::T(Schema::AllOf(document.build()))
}

/// A bare list.
pub fn list_of(name: &str) -> RefOr<Schema> {
    RefOr::T(Schema::Array(ArrayBuilder::new().items(of(name)).build()))
}

/// A list in `items`.
pub fn items_of(name: &str) -> RefOr<Schema> {
    let items = ArrayBuilder::new().items(of(name)).build();
    let object = ObjectBuilder::new()
        .property("items", Schema::Array(items))
        .required("items");
    RefOr::T(Schema::Object(object.build()))
}

/// A page: a list in `items` and the cursor of the next one.
pub fn page_of(name: &str) -> RefOr<Schema> {
    let next = ObjectBuilder::new()
        .property(
            "next",
            nullable(Type::String, "Send it as `after`; null on the last page."),
        )
        .required("next");
    let page = AllOfBuilder::new()
        .item(items_of(name))
        .item(Schema::Object(next.build()));
    RefOr::T(Schema::AllOf(page.build()))
}

/// A value of that type, or null.
pub fn nullable(kind: Type, what: &str) -> Schema {
    let types = utoipa::openapi::schema::SchemaType::from_iter([kind, Type::Null]);
    let description = Some(what.to_owned()).filter(|what| !what.is_empty());
    Schema::Object(ObjectBuilder::new().schema_type(types).description(description).build())
}
