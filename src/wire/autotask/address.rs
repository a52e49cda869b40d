//! What an address means. Paths are read whatever their case, with doubled and trailing slashes, as clients send them.

use crate::entities::{ENTITIES, Entity, Operation, Surface, by_name, by_plural};

/// The path below which everything of this contract lies, as the server spells it.
pub const PREFIX: &str = "ATServicesRest";
/// The version segment, as the server spells it.
pub const VERSION: &str = "V1.0";

/// What a path means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Where an API user's zone is.
    ZoneInformation,
    /// Which versions there are.
    VersionInformation,
    /// The server's version.
    Version,
    /// Which modules are switched on.
    Modules,
    /// How many requests were made, and how many may be.
    ThresholdInformation,
    /// All entities, described.
    EntityInformation,
    /// Rows of an entity at its own address.
    Root(&'static Entity, Place),
    /// Rows of an entity below one of its parent's rows.
    Child {
        /// The parent's id.
        parent: i64,
        /// What lies below it.
        entity: &'static Entity,
        /// Which part of it.
        place: Place,
    },
}

/// A part of an entity's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The entity itself.
    Rows,
    /// One row.
    Row(i64),
    /// `query`
    Query,
    /// `query/count`
    Count,
    /// `query/next`
    NextPage,
    /// `entityInformation`
    Information,
    /// `entityInformation/fields`
    Fields,
    /// `entityInformation/userDefinedFields`
    UserDefinedFields,
}

/// What is to be done at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read.
    Get,
    /// Create, or query with a body.
    Post,
    /// Change the named fields.
    Patch,
    /// Replace all fields.
    Put,
    /// Remove.
    Delete,
}

impl Verb {
    /// The verb of an HTTP method; none for those that no address takes.
    #[must_use]
    pub fn of(method: &str) -> Option<Self> {
        match method {
            "GET" => Some(Self::Get),
            "POST" => Some(Self::Post),
            "PATCH" => Some(Self::Patch),
            "PUT" => Some(Self::Put),
            "DELETE" => Some(Self::Delete),
            _ => None,
        }
    }
}

/// The segments below the prefix; `None` for a path that is not of this contract.
#[must_use]
pub fn segments(path: &str) -> Option<Vec<&str>> {
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    segments.next().filter(|first| first.eq_ignore_ascii_case(PREFIX))?;
    Some(segments.collect())
}

impl Address {
    /// What the segments below the prefix mean; `None` where there is no such route.
    #[must_use]
    pub fn of(segments: &[&str]) -> Option<Self> {
        let (first, rest) = segments.split_first()?;
        if rest.is_empty() && first.eq_ignore_ascii_case("versionInformation") {
            return Some(Self::VersionInformation);
        }
        let version = first.strip_prefix(['v', 'V']).unwrap_or(first);
        let (name, rest) = rest.split_first().filter(|_| version == "1.0")?;
        if rest.is_empty()
            && let Some(service) = service(name)
        {
            return Some(service);
        }
        let entity = by_plural(name).filter(|entity| entity.surface == Surface::Autotask);
        let address = match (rest, entity) {
            ([id, segment, rest @ ..], _) if id.parse::<i64>().is_ok() => below(name, id, segment, rest),
            (rest, entity) => root(entity?, rest),
        };
        address.filter(|address| !address.verbs().is_empty())
    }

    /// Whether it is answered without a credential.
    #[must_use]
    pub fn is_public(&self) -> bool {
        matches!(self, Self::ZoneInformation | Self::VersionInformation)
    }

    /// The entity whose rows are meant; none for the service itself.
    #[must_use]
    pub fn entity(&self) -> Option<&'static Entity> {
        match *self {
            Self::Root(entity, _) | Self::Child { entity, .. } => Some(entity),
            _ => None,
        }
    }

    /// What may be done there; nothing where there is no such route.
    #[must_use]
    pub fn verbs(&self) -> Vec<Verb> {
        match *self {
            Self::Root(entity, place) => {
                let written = entity.parent.is_none_or(|parent| parent.or_itself);
                place.verbs(entity, written, false)
            }
            Self::Child { entity, place, .. } => place.verbs(entity, true, true),
            _ => vec![Verb::Get],
        }
    }
}

impl Place {
    /// What may be done at this part of an entity's address. Rows are `written` at one of its addresses only, and
    /// `listed` below their parent only.
    fn verbs(self, entity: &Entity, written: bool, listed: bool) -> Vec<Verb> {
        let writes = [
            (Verb::Post, Operation::Create),
            (Verb::Patch, Operation::Update),
            (Verb::Put, Operation::Update),
        ];
        let is_read = entity.allows(Operation::Query);
        let mut verbs = Vec::new();
        match self {
            Self::Rows => {
                verbs.extend((listed && is_read).then_some(Verb::Get));
                let allowed = writes
                    .iter()
                    .filter(|(_, operation)| written && entity.allows(*operation));
                verbs.extend(allowed.map(|(verb, _)| *verb));
            }
            Self::Row(_) => {
                verbs.extend(is_read.then_some(Verb::Get));
                verbs.extend((written && entity.allows(Operation::Delete)).then_some(Verb::Delete));
            }
            Self::Query | Self::Count | Self::NextPage if is_read => verbs.extend([Verb::Get, Verb::Post]),
            Self::Query | Self::Count | Self::NextPage => {}
            Self::Information | Self::Fields | Self::UserDefinedFields => verbs.push(Verb::Get),
        }
        verbs
    }
}

fn service(name: &str) -> Option<Address> {
    let services = [
        ("zoneInformation", Address::ZoneInformation),
        ("versionInformation", Address::VersionInformation),
        ("Version", Address::Version),
        ("Modules", Address::Modules),
        ("ThresholdInformation", Address::ThresholdInformation),
        ("EntityInformation", Address::EntityInformation),
    ];
    let found = services.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, address)| address)
}

fn root(entity: &'static Entity, rest: &[&str]) -> Option<Address> {
    let query = |rest: &[&str]| match rest {
        [] => Some(Place::Query),
        [next] if next.eq_ignore_ascii_case("count") => Some(Place::Count),
        [next] if next.eq_ignore_ascii_case("next") => Some(Place::NextPage),
        _ => None,
    };
    match rest {
        [first, rest @ ..] if first.eq_ignore_ascii_case("query") => Some(Address::Root(entity, query(rest)?)),
        rest => Some(Address::Root(entity, rows(rest)?)),
    }
}

/// Rows below a row of what is called `above` in addresses.
fn below(above: &str, id: &str, segment: &str, rest: &[&str]) -> Option<Address> {
    let entity = ENTITIES.iter().copied().find(|child| {
        child.surface == Surface::Autotask
            && child.parent.is_some_and(|parent| {
                let plural = || by_name(parent.entity).map(|entity| entity.plural);
                parent.segment.eq_ignore_ascii_case(segment)
                    && parent
                        .above
                        .or_else(plural)
                        .is_some_and(|name| name.eq_ignore_ascii_case(above))
            })
    })?;
    Some(Address::Child {
        parent: id.parse().ok()?,
        entity,
        place: rows(rest)?,
    })
}

/// The parts that an entity has at each of its addresses.
fn rows(rest: &[&str]) -> Option<Place> {
    match rest {
        [] => Some(Place::Rows),
        [first, rest @ ..] if first.eq_ignore_ascii_case("entityInformation") => match rest {
            [] => Some(Place::Information),
            [part] if part.eq_ignore_ascii_case("fields") => Some(Place::Fields),
            [part] if part.eq_ignore_ascii_case("userDefinedFields") => Some(Place::UserDefinedFields),
            _ => None,
        },
        [id] => id.parse().ok().map(Place::Row),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{COMPANY, CONTACT, TICKET, TICKET_NOTE, TIME_ENTRY};

    fn read(path: &str) -> Option<Address> {
        Address::of(&segments(path)?)
    }

    #[test]
    fn a_path_is_read_whatever_its_case_and_its_slashes() {
        for path in [
            "/ATServicesRest/V1.0/Tickets/query",
            "/atservicesrest/v1.0/tickets/QUERY/",
            "//ATServicesRest//1.0//TICKETS//query//",
        ] {
            assert_eq!(read(path), Some(Address::Root(&TICKET, Place::Query)), "{path}");
        }
        assert_eq!(
            read("/ATServicesRest/versioninformation"),
            Some(Address::VersionInformation)
        );
        assert_eq!(
            read("/atservicesrest/v1.0/ZoneInformation"),
            Some(Address::ZoneInformation)
        );
        assert_eq!(segments("/tandem/v1/tickets"), None);
    }

    #[test]
    fn a_child_lies_below_its_parents_row() {
        let child = |place| {
            Some(Address::Child {
                parent: 7,
                entity: &TICKET_NOTE,
                place,
            })
        };
        assert_eq!(read("/ATServicesRest/V1.0/Tickets/7/Notes"), child(Place::Rows));
        assert_eq!(read("/ATServicesRest/V1.0/Tickets/7/notes/55/"), child(Place::Row(55)));
        assert_eq!(
            read("/ATServicesRest/V1.0/Tickets/7/Notes/entityInformation/fields"),
            child(Place::Fields)
        );
        assert_eq!(
            read("/ATServicesRest/V1.0/Companies/0/Contacts"),
            Some(Address::Child {
                parent: 0,
                entity: &CONTACT,
                place: Place::Rows
            })
        );
    }

    #[test]
    fn what_the_contract_does_not_have_has_no_address() {
        for path in [
            "",
            "/V2.0/Tickets/query",
            "/V1.0",
            "/V1.0/Queues/query",
            "/V1.0/Nothing/query",
            "/V1.0/Tickets/seven",
            "/V1.0/Tickets/query/sum",
            "/V1.0/Tickets/7/Notes/query",
            "/V1.0/Tickets/7/Contacts",
            "/V1.0/Companies/7/Notes",
            "/V1.0/UserDefinedFieldDefinitions/7/ListItems",
            "/V1.0/UserDefinedFields/7",
            "/V1.0/UserDefinedFields/query",
            "/V1.0/TicketNotes",
            "/V1.0/Contacts",
            "/V1.0/ContractServices",
            "/V1.0/ContractServiceAdjustments/query",
            "/V1.0/ContractServiceAdjustments/7",
            "/V1.0/Tickets/entityInformation/names",
        ] {
            assert_eq!(read(&format!("/ATServicesRest{path}")), None, "{path}");
        }
    }

    #[test]
    fn each_address_takes_what_its_entity_allows() {
        use Verb::{Delete, Get, Patch, Post, Put};
        let verbs = |path: &str| read(&format!("/ATServicesRest/V1.0/{path}")).map(|address| address.verbs());
        for (path, expected) in [
            ("Tickets", vec![Post, Patch, Put]),
            ("Tickets/7", vec![Get]),
            ("Tickets/7/Notes", vec![Get, Post, Patch, Put]),
            ("Tickets/7/Notes/1", vec![Get]),
            ("TicketNotes/1", vec![Get]),
            ("TimeEntries/1", vec![Get, Delete]),
            ("Contacts/1", vec![Get]),
            ("Companies/7/Contacts/1", vec![Get, Delete]),
            ("Resources", vec![Patch, Put]),
            ("Companies/query/next", vec![Get, Post]),
            ("Companies/entityInformation", vec![Get]),
            ("Modules", vec![Get]),
            ("Contracts", vec![Post, Patch, Put]),
            ("Contracts/7/Services", vec![Get, Post, Patch, Put]),
            ("Contracts/7/ServiceUnits", vec![Get]),
            ("Contracts/7/ServiceAdjustments", vec![Post]),
            ("ContractServiceAdjustments", vec![Post]),
            ("BillingItems", vec![Patch, Put]),
            ("ServiceBundles/7", vec![Get, Delete]),
            ("ServiceBundles/7/Services/1", vec![Get, Delete]),
            ("Subscriptions/7/Periods", vec![Get]),
            ("UserDefinedFields/7/ListItems", vec![Get, Post, Patch, Put]),
            ("UserDefinedFieldListItems/7", vec![Get]),
        ] {
            assert_eq!(verbs(path), Some(expected), "{path}");
        }
        assert!(!Address::Root(&TIME_ENTRY, Place::Rows).is_public());
        assert!(Address::ZoneInformation.is_public() && !Address::Root(&COMPANY, Place::Query).is_public());
    }
}
