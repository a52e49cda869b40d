//! Where a key is pressed: the sections of a keymap file.

macro_rules! contexts {
    ($($(#[$doc:meta])* $context:ident = $name:literal),* $(,)?) => {
        /// Where a key is pressed. Several hold at once; the innermost that knows the key decides.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Context { $($(#[$doc])* $context),* }

        impl Context {
            /// Every context, the outermost first.
            pub const ALL: &'static [Self] = &[$(Self::$context),*];

            /// The section's name in keymap files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$context => $name),* }
            }
        }
    };
}

contexts! {
    /// Everywhere, also while one types.
    Always = "always",
    /// Everywhere but where one types.
    Global = "global",
    /// Wherever a cursor moves over lines.
    Moving = "moving",
    /// The column of views and queues.
    Queues = "queues",
    /// The list of tickets.
    List = "list",
    /// The ticket under the cursor, or the open one.
    Ticket = "ticket",
    /// An open ticket's parts.
    Reading = "reading",
    /// Changes that are not sent yet.
    Outbox = "outbox",
    /// A page whose lines can be chosen among by typing.
    Page = "page",
    /// The clients.
    Companies = "companies",
    /// A client's set-up.
    Setup = "setup",
    /// The agreement that is to be accepted.
    Agreement = "agreement",
    /// What was accepted.
    Acknowledgement = "acknowledgement",
    /// A client's Taskfire settings.
    Settings = "settings",
    /// A client's people.
    People = "people",
    /// The levels that people can be given.
    Levels = "levels",
    /// The instance.
    Instance = "instance",
    /// Portal settings.
    Portal = "portal",
    /// The log of administrative acts.
    Audit = "audit",
    /// Billing of all clients.
    Billing = "billing",
    /// A client's billing.
    ClientBilling = "client-billing",
    /// Periods that are about to be closed.
    Closing = "closing",
    /// Invoices.
    Invoices = "invoices",
    /// One invoice.
    Invoice = "invoice",
    /// A client's contracts.
    Contracts = "contracts",
    /// One contract.
    Contract = "contract",
    /// A client's licence billing automation.
    Automation = "automation",
    /// The settings of contracts.
    ContractSettings = "contract-settings",
    /// What a client's own people may read of money.
    Reports = "reports",
    /// Editing of any text, one line or several.
    Editing = "editing",
    /// A text of several lines: note, reply, resolution.
    Text = "text",
    /// The filter line.
    Filter = "filter",
    /// The filter line while nothing stands in it.
    EmptyFilter = "empty-filter",
    /// A dialog with fields.
    Form = "form",
    /// A list to pick from by typing.
    Pick = "pick",
    /// The list of one's own side's statuses.
    Status = "status",
    /// A question before something that can't be taken back.
    Confirm = "confirm",
    /// The list of everything that can be asked for.
    Palette = "palette",
    /// The keys that work here.
    Help = "help",
}

impl Context {
    /// The context of this section name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|context| context.name() == name)
    }
}
