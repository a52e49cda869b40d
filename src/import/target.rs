//! What a column of the other desk can become here.

/// A field of an imported row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The ticket's number at the other desk.
    Number,
    /// When the row's event happened.
    At,
    /// Who caused it.
    By,
    /// When the ticket was opened.
    OpenedAt,
    /// When it was resolved.
    ResolvedAt,
    /// When it was closed.
    ClosedAt,
    /// The client.
    Company,
    /// The client's person.
    Contact,
    /// The title.
    Title,
    /// The description.
    Description,
    /// The thing concerned.
    Item,
    /// The queue.
    Queue,
    /// The person in charge.
    Assignee,
    /// The request type.
    RequestType,
    /// The status, through the mapping's `[status]`.
    Status,
    /// The priority, through the mapping's `[priority]`.
    Priority,
    /// How often the ticket was given to another group.
    Reassignments,
    /// How often it was reopened.
    Reopenings,
    /// Whether the service level agreement was met.
    MetAgreement,
}

impl Target {
    /// All, in the order in which the mapping that ships names them.
    pub const ALL: [Self; 19] = [
        Self::Number,
        Self::At,
        Self::By,
        Self::OpenedAt,
        Self::ResolvedAt,
        Self::ClosedAt,
        Self::Company,
        Self::Contact,
        Self::Title,
        Self::Description,
        Self::Item,
        Self::Queue,
        Self::Assignee,
        Self::RequestType,
        Self::Status,
        Self::Priority,
        Self::Reassignments,
        Self::Reopenings,
        Self::MetAgreement,
    ];

    /// What no mapping can do without.
    pub const NEEDED: [Self; 4] = [Self::Number, Self::At, Self::Company, Self::Status];

    /// Its name in a mapping.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::At => "at",
            Self::By => "by",
            Self::OpenedAt => "opened_at",
            Self::ResolvedAt => "resolved_at",
            Self::ClosedAt => "closed_at",
            Self::Company => "company",
            Self::Contact => "contact",
            Self::Title => "title",
            Self::Description => "description",
            Self::Item => "item",
            Self::Queue => "queue",
            Self::Assignee => "assignee",
            Self::RequestType => "request_type",
            Self::Status => "status",
            Self::Priority => "priority",
            Self::Reassignments => "reassignments",
            Self::Reopenings => "reopenings",
            Self::MetAgreement => "met_agreement",
        }
    }

    /// Whether a mapping or the wire calls it so: `opened_at`, `openedAt`.
    #[must_use]
    pub fn is_called(self, name: &str) -> bool {
        let letters = |name: &str| name.replace('_', "").to_lowercase();
        letters(self.name()) == letters(name)
    }

    /// Reads [`Target::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.name() == name)
    }
}
