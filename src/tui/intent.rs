//! The one table of everything that a person can ask for. Keymap, palette, help, footer, key reference and the
//! command-line twins read it. Titles and descriptions are sentences under the intent's name.

use super::app::pages::places;
use super::app::{App, configuration, moving, navigation, opening, pages, portal_version};
use super::billing::service_form;
use super::effect::Effect;
use super::keymap::Context;
use super::overlays::sign_in::{ask as sign_in, lock};
use super::overlays::{guide, help, log, palette, quit, today};
use super::panes::acknowledgements::{export, turn};
use super::panes::demo;
use super::panes::outbox::{self, again, decide, discard, edit};
use super::panes::ticket::action::TicketAction;
use super::panes::ticket::{
    assign, attach, card, complete, copy_number, create, decline, edit_fields, hand_over, log_time, move_to, part,
    priority, recall, remind, reopen, run_macro, save_file, secondary, status, stopwatch, take, tick_item, undo, write,
};
use super::panes::tickets::{arrived, choose_columns, filter, mark, next, save_view, sort};
use super::panes::{
    agreement, audit, automation, billing, client_billing, closing, companies, contract, contract_settings, contracts,
    instance, invoice, invoices, levels, people, portal, reports, settings, setup,
};
use super::place;

/// What an intent does, and when.
pub enum Behaviour {
    /// Something that the console itself does.
    Console {
        /// What it leaves behind.
        reach: Reach,
        /// Whether it can be asked for now.
        availability: fn(&App, Intent) -> Availability,
        /// Does it, or asks what it needs to know.
        ask: fn(&mut App, Intent) -> Vec<Effect>,
    },
    /// Something that is done to tickets.
    Ticket(&'static dyn TicketAction),
    /// Only the text box, form or list that is open answers it.
    Inner,
}

/// What an intent of the console leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It looks, goes and chooses: nothing that others see.
    Here,
    /// It changes something at the server, or asks what it needs to know for that.
    Server,
}

/// Whether something can be asked for now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Available,
    /// It can't; the sentence says why and what would make it possible.
    Refused(String),
}

impl Availability {
    /// Whether it can be asked for.
    #[must_use]
    pub fn is_available(&self) -> bool {
        *self == Self::Available
    }

    /// Of what needs nothing but somebody who is in.
    #[must_use]
    pub fn signed_in(app: &App, _: Intent) -> Self {
        match app.viewer {
            Some(_) => Self::Available,
            None => Self::Refused(app.text("reason-not-signed-in").into_owned()),
        }
    }
}

/// Can always be asked for.
fn always(_: &App, _: Intent) -> Availability {
    Availability::Available
}

macro_rules! intents {
    ($($intent:ident = $name:literal in [$($context:ident),*] $behaviour:expr;)*) => {
        /// Something that a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Intent { $(#[doc = $name] $intent),* }

        impl Intent {
            /// Every intent, in the order in which help shows them.
            pub const ALL: &'static [Self] = &[$(Self::$intent),*];

            /// The stable name, as keymap files write it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$intent => $name),* }
            }

            /// Where it can be asked for.
            #[must_use]
            pub fn contexts(self) -> &'static [Context] {
                match self { $(Self::$intent => &[$(Context::$context),*]),* }
            }

            /// What it does.
            #[must_use]
            pub fn behaviour(self) -> Behaviour {
                match self { $(Self::$intent => $behaviour),* }
            }
        }
    };
}

use Behaviour::{Inner, Ticket};

/// An entry of the console itself that changes nothing elsewhere.
const fn console(
    availability: fn(&App, Intent) -> Availability,
    ask: fn(&mut App, Intent) -> Vec<Effect>,
) -> Behaviour {
    let reach = Reach::Here;
    Behaviour::Console {
        reach,
        availability,
        ask,
    }
}

/// An entry of the console itself that changes something at the server.
const fn act(availability: fn(&App, Intent) -> Availability, ask: fn(&mut App, Intent) -> Vec<Effect>) -> Behaviour {
    let reach = Reach::Server;
    Behaviour::Console {
        reach,
        availability,
        ask,
    }
}

intents! {
    // Tickets: what is done to the open one, the one under the cursor, or all that are marked.
    SetStatus = "ticket.status" in [Ticket] Ticket(&status::SetStatus);
    ReplyToTicket = "ticket.reply" in [Ticket] Ticket(&write::REPLY);
    WriteNote = "ticket.note" in [Ticket] Ticket(&write::NOTE);
    LogTime = "ticket.log_time" in [Ticket] Ticket(&log_time::LogTime);
    Stopwatch = "ticket.stopwatch" in [Ticket] Ticket(&stopwatch::Stopwatch);
    DropStopwatch = "ticket.drop_stopwatch" in [Ticket] Ticket(&stopwatch::DropStopwatch);
    AssignTicket = "ticket.assign" in [Ticket] Ticket(&assign::Assign);
    TakeTicket = "ticket.take" in [Ticket] Ticket(&take::Take);
    HandOver = "ticket.hand_over" in [Ticket] Ticket(&hand_over::HandOver);
    CompleteTicket = "ticket.complete" in [Ticket] Ticket(&complete::Complete);
    ReopenTicket = "ticket.reopen" in [Ticket] Ticket(&reopen::Reopen);
    Decline = "ticket.decline" in [Ticket] Ticket(&decline::Decline);
    Recall = "ticket.recall" in [Ticket] Ticket(&recall::Recall);
    RemindOfContract = "ticket.remind" in [Ticket] Ticket(&remind::Remind);
    SetPriority = "ticket.priority" in [Ticket] Ticket(&priority::SetPriority);
    MoveTicket = "ticket.move" in [Ticket] Ticket(&move_to::MoveTo);
    EditTicket = "ticket.edit" in [Ticket] Ticket(&edit_fields::EditTicket);
    AddSecondary = "ticket.add_secondary" in [Ticket] Ticket(&secondary::AddSecondary);
    RemoveSecondary = "ticket.remove_secondary" in [Ticket] Ticket(&secondary::RemoveSecondary);
    AttachFile = "ticket.attach" in [Ticket] Ticket(&attach::Attach);
    SaveFile = "ticket.save_file" in [Ticket] Ticket(&save_file::SaveFile);
    TickItem = "ticket.tick" in [Ticket] Ticket(&tick_item::TickItem);
    ShowCard = "ticket.card" in [Ticket] Ticket(&card::ShowCard);
    CopyNumber = "ticket.copy_number" in [Ticket] Ticket(&copy_number::CopyNumber);
    RunMacro = "ticket.macro" in [Ticket] Ticket(&run_macro::RunMacro);
    Undo = "ticket.undo" in [Ticket] Ticket(&undo::Undo);
    CreateTicket = "ticket.create" in [List, Ticket] act(Availability::signed_in, create::ask);
    NextTicket = "ticket.next" in [Ticket] console(opening::availability, opening::neighbour);
    PreviousTicket = "ticket.previous" in [Ticket] console(opening::availability, opening::neighbour);
    // An open ticket's parts.
    ShowConversation = "part.conversation" in [Reading] console(part::availability, part::ask);
    ShowTime = "part.time" in [Reading] console(part::availability, part::ask);
    ShowHistory = "part.history" in [Reading] console(part::availability, part::ask);
    ShowRelated = "part.related" in [Reading] console(part::availability, part::ask);
    ShowDetails = "part.details" in [Reading] console(part::availability, part::ask);
    Unfold = "part.unfold" in [Reading] console(part::availability, part::unfold);
    // The list.
    Filter = "list.filter" in [List] console(always, filter::ask);
    Sort = "list.sort" in [List] console(always, sort::ask);
    TurnSort = "list.turn" in [List] console(always, sort::turn);
    ChooseColumns = "list.columns" in [List] console(always, choose_columns::ask);
    SaveView = "list.save_view" in [List] console(Availability::signed_in, save_view::ask);
    Mark = "list.mark" in [List] console(mark::availability, mark::toggle);
    MarkAll = "list.mark_all" in [List] console(mark::availability, mark::all);
    Unmark = "list.unmark" in [List] console(mark::unmark_availability, mark::none);
    NextForMe = "list.next_for_me" in [List, Reading] console(next::availability, next::ask);
    ShowArrived = "list.show_arrived" in [List] console(arrived::availability, arrived::ask);
    // The outbox.
    Decide = "outbox.decide" in [Outbox] console(outbox::waiting_availability, decide::ask);
    DoAnyway = "outbox.do_anyway" in [Outbox] act(outbox::stopped_availability, again::ask);
    CoverRequest = "outbox.cover" in [Outbox] act(outbox::cover::availability, outbox::cover::ask);
    RemindOfRefused = "outbox.remind" in [Outbox] act(outbox::remind::availability, outbox::remind::ask);
    EditChange = "outbox.edit" in [Outbox] act(outbox::waiting_availability, edit::ask);
    DiscardChange = "outbox.discard" in [Outbox] act(outbox::waiting_availability, discard::ask);
    DiscardAll = "outbox.discard_all" in [Outbox] act(outbox::followers_availability, discard::ask_with_followers);
    // The clients.
    OpenCompany = "companies.open" in [Companies] console(companies::availability, companies::open::ask);
    ChooseCompanies = "companies.choose" in [Companies] console(companies::availability, companies::choose::ask);
    DoStep = "setup.do" in [Setup] console(setup::carry_out::availability, setup::carry_out::ask);
    ViewAcknowledgement = "setup.acknowledgement" in [Setup] console(setup::acknowledgement::availability, setup::acknowledgement::ask);
    SwitchPortal = "setup.portal" in [Setup] act(setup::switch_portal::availability, setup::switch_portal::ask);
    DisableTaskfire = "setup.disable" in [Setup] act(setup::disable::availability, setup::disable::ask);
    TickBox = "agreement.tick" in [Agreement] console(agreement::tick::availability, agreement::tick::ask);
    AcceptAgreement = "agreement.accept" in [Agreement] act(agreement::accept::availability, agreement::accept::ask);
    OlderAcknowledgement = "acknowledgement.older" in [Acknowledgement] console(turn::availability, turn::ask);
    NewerAcknowledgement = "acknowledgement.newer" in [Acknowledgement] console(turn::availability, turn::ask);
    ExportAcknowledgement = "acknowledgement.export" in [Acknowledgement] console(export::availability, export::ask);
    ToggleSetting = "settings.toggle" in [Settings] console(settings::toggle::availability, settings::toggle::ask);
    SaveSettings = "settings.save" in [Settings] act(settings::save::availability, settings::save::ask);
    LeavePage = "page.leave" in [Agreement, Settings] console(always, navigation::back);
    FilterPage = "page.filter" in [Page] console(pages::filter::availability, pages::filter::ask);
    // People and levels.
    CreateContact = "people.create" in [People] act(people::availability, people::create::ask);
    EditContact = "people.edit" in [People] act(people::person_availability, people::edit::ask);
    ChangeLevel = "people.level" in [People] act(people::person_availability, people::level::ask);
    SwitchContact = "people.switch" in [People] act(people::person_availability, people::active::ask);
    ResetPassword = "people.password" in [People] act(people::login_availability, people::password::ask);
    ResetTwoFactor = "people.two_factor" in [People] act(people::two_factor::availability, people::two_factor::ask);
    OpenLevels = "go.levels" in [People, Instance, Global] console(people::go_availability, places::levels);
    CreateLevel = "levels.create" in [Levels] act(levels::availability, levels::create::ask);
    EditLevel = "levels.edit" in [Levels] act(levels::edit::availability, levels::edit::ask);
    DeleteLevel = "levels.delete" in [Levels] act(levels::delete::availability, levels::delete::ask);
    // The instance and its portal.
    SwitchFeature = "instance.switch" in [Instance] act(instance::availability, instance::switch::ask);
    EditInstance = "instance.edit" in [Instance] act(instance::availability, instance::edit::ask);
    EditPortal = "portal.edit" in [Portal] act(portal::availability, portal::edit::ask);
    AsGlobal = "portal.as_global" in [Portal] act(portal::as_global::availability, portal::as_global::ask);
    OpenEntry = "audit.open" in [Audit] console(audit::availability, audit::open::ask);
    ExportAudit = "audit.export" in [Audit] console(audit::list_availability, audit::export::ask);
    CopyDigest = "audit.digest" in [Audit] console(audit::list_availability, audit::digest::ask);
    // Billing.
    OpenBilling = "billing.open" in [Billing] console(billing::availability, billing::open::ask);
    OpenBillingLine = "billing.line" in [ClientBilling] console(client_billing::availability, client_billing::open::ask);
    ChoosePeriod = "billing.period" in [ClientBilling] console(client_billing::availability, client_billing::period::ask);
    ShowChanges = "billing.changes" in [ClientBilling] console(client_billing::availability, client_billing::changes::ask);
    ExportLines = "billing.export" in [ClientBilling] console(client_billing::availability, client_billing::export::ask);
    OpenInvoices = "billing.invoices" in [Billing, ClientBilling, Closing] console(billing::go_availability, invoices::go);
    ClosePeriods = "billing.close" in [Billing, ClientBilling] console(closing::go_availability, closing::go);
    CloseForGood = "closing.close" in [Closing] act(closing::close::availability, closing::close::ask);
    ChooseClosingDay = "closing.day" in [Closing] console(closing::day::availability, closing::day::ask);
    OpenInvoice = "invoices.open" in [Invoices] console(invoices::availability, invoices::open::ask);
    ExportInvoice = "invoice.export" in [Invoice] console(invoice::export::availability, invoice::export::ask);
    OpenReportedInvoice = "reports.open" in [Reports] console(reports::availability, reports::open::ask);
    // Contracts.
    OpenContract = "contracts.open" in [Contracts] console(contracts::availability, contracts::open::ask);
    CreateContract = "contracts.create" in [Contracts] act(contracts::create::availability, contracts::create::ask);
    EditContract = "contract.edit" in [Contract] act(contract::availability, contract::edit::ask);
    AddContractService = "contract.add_service" in [Contract] act(contract::availability, contract::service::ask);
    ChangeUnits = "contract.units" in [Contract] act(contract::units::availability, contract::units::ask);
    ChangePrice = "contract.price" in [Contract] act(contract::service_availability, contract::price::ask);
    RenewContract = "contract.renew" in [Contract] act(contract::renew::availability, contract::renew::ask);
    CloneContract = "contract.clone" in [Contract] act(contract::availability, contract::clone::ask);
    ApproveContract = "contract.approve" in [Contract] act(contract::approve::availability, contract::approve::ask);
    EnableContract = "contract.enable" in [Contract] act(contract::approve::enable_availability, contract::approve::enable);
    CreateService = "catalogue.create" in [Contract, Automation] act(closing::go_availability, service_form::ask);
    EditService = "catalogue.edit" in [Contract] act(contract::service::edit_availability, contract::service::edit);
    ChooseAutomation = "automation.choose" in [Automation] console(automation::availability, automation::choose::ask);
    NewForAutomation = "automation.new" in [Automation] act(automation::availability, automation::new_service::new);
    SaveAutomation = "automation.save" in [Automation] act(automation::save::availability, automation::save::ask);
    StopAutomation = "automation.stop" in [Automation] act(automation::stop::availability, automation::stop::ask);
    AssignItem = "contract_settings.assign" in [ContractSettings] act(contract_settings::assign::availability, contract_settings::assign::ask);
    ActivateContracts = "contract_settings.activate" in [ContractSettings] act(contract_settings::activate::availability, contract_settings::activate::ask);
    SwitchValidation = "contract_settings.validation" in [ContractSettings] act(contract_settings::validation::availability, contract_settings::validation::ask);
    // Where to go.
    GoBilling = "go.billing" in [Global, Contracts, Contract] console(billing::go_availability, billing::go);
    GoContracts = "go.contracts" in [Global, Companies, Setup, ClientBilling, Automation] console(contracts::go_availability, contracts::go);
    GoAutomation = "go.automation" in [Global, Setup, ClientBilling, Contracts] console(automation::go_availability, automation::go);
    OpenContractSettings = "go.contract_settings" in [Global, Billing, Contracts] console(contract_settings::go_availability, contract_settings::go);
    GoPeople = "go.people" in [Global, Setup] console(people::go_availability, people::go);
    GoInstance = "go.instance" in [Global] console(instance::go_availability, instance::go);
    GoPortal = "go.portal" in [Global, Instance, Setup, People] console(instance::go_availability, portal::go);
    GoAudit = "go.audit" in [Global, Instance] console(audit::go_availability, audit::go);
    GoCompanies = "go.companies" in [Global] console(companies::go_availability, companies::go);
    OpenToday = "go.today" in [Global] console(always, today::ask);
    GoOutbox = "go.outbox" in [Global] console(always, outbox::open);
    GoQueues = "go.queues" in [Global] console(always, navigation::queues);
    GoMyTickets = "go.my_tickets" in [Global] console(always, place::mine);
    GoEverything = "go.everything" in [Global] console(always, place::everything);
    GoIn = "go.in" in [Moving] console(always, navigation::go_in);
    GoOut = "go.out" in [Moving] console(always, navigation::go_out);
    GoBack = "go.back" in [Always, Global] console(always, navigation::back);
    NextPane = "pane.next" in [Moving] console(always, navigation::next_pane);
    PreviousPane = "pane.previous" in [Moving] console(always, navigation::previous_pane);
    Up = "move.up" in [Moving, Pick, Palette] console(always, moving::moved);
    Down = "move.down" in [Moving, Pick, Palette] console(always, moving::moved);
    PageUp = "move.page_up" in [Moving, Pick, Palette, Text, Form] console(always, moving::moved);
    PageDown = "move.page_down" in [Moving, Pick, Palette, Text, Form] console(always, moving::moved);
    HalfPageUp = "move.half_page_up" in [Moving] console(always, moving::moved);
    HalfPageDown = "move.half_page_down" in [Moving] console(always, moving::moved);
    First = "move.first" in [Moving] console(always, moving::moved);
    Last = "move.last" in [Moving] console(always, moving::moved);
    View1 = "view.1" in [List] console(place::availability, place::view);
    View2 = "view.2" in [List] console(place::availability, place::view);
    View3 = "view.3" in [List] console(place::availability, place::view);
    View4 = "view.4" in [List] console(place::availability, place::view);
    View5 = "view.5" in [List] console(place::availability, place::view);
    View6 = "view.6" in [List] console(place::availability, place::view);
    View7 = "view.7" in [List] console(place::availability, place::view);
    View8 = "view.8" in [List] console(place::availability, place::view);
    View9 = "view.9" in [List] console(place::availability, place::view);
    // The console itself.
    SwitchVersion = "portal.version" in [List, Global] act(portal_version::availability, portal_version::ask);
    SignIn = "session.sign_in" in [Global] console(sign_in::availability, sign_in::ask);
    ChangePassword = "session.change_password" in [Global] act(sign_in::own_availability, sign_in::change_password);
    SetUpTwoFactor = "session.set_up_two_factor" in [Global] act(sign_in::own_availability, sign_in::set_up);
    EndTwoFactor = "session.end_two_factor" in [Global] act(sign_in::own_availability, sign_in::turn_off);
    LockScreen = "session.lock" in [Global] console(sign_in::own_availability, lock::ask);
    Become = "demo.become" in [Global] console(always, demo::ask);
    OpenPalette = "palette.open" in [Global] console(always, palette::ask);
    OpenGuide = "guide.open" in [Setup, Global] console(Availability::signed_in, guide::ask);
    OpenHelp = "help.open" in [Global] console(always, help::ask);
    OpenLog = "log.open" in [Global] console(always, log::ask);
    ReadConfiguration = "config.read" in [Global] console(always, configuration::ask);
    Redraw = "screen.redraw" in [Always] console(always, navigation::redraw);
    Suspend = "screen.suspend" in [Always] console(always, navigation::suspend);
    Quit = "console.quit" in [Always] console(always, quit::ask);
    // What is open answers these.
    ApplyFilter = "filter.apply" in [Filter] Inner;
    CompleteFilter = "filter.complete" in [Filter] Inner;
    LeaveFilter = "filter.leave" in [Filter] Inner;
    AskServer = "filter.ask_server" in [EmptyFilter] Inner;
    ChooseNew = "status.new" in [Status] Inner;
    ChooseInProgress = "status.in_progress" in [Status] Inner;
    ChooseWaitingCustomer = "status.waiting_customer" in [Status] Inner;
    ChooseWaitingVendor = "status.waiting_vendor" in [Status] Inner;
    ChooseBack = "status.back" in [Status] Inner;
    ChooseComplete = "status.complete" in [Status] Inner;
    SendText = "text.send" in [Text] Inner;
    OpenEditor = "text.editor" in [Text] Inner;
    ToggleAudience = "text.audience" in [Text] Inner;
    KeepDraft = "text.keep_draft" in [Text] Inner;
    NextField = "form.next" in [Form] Inner;
    PreviousField = "form.previous" in [Form] Inner;
    ToggleField = "form.toggle" in [Form] Inner;
    SubmitForm = "form.submit" in [Form] Inner;
    LeaveForm = "form.leave" in [Form] Inner;
    Choose = "pick.choose" in [Pick, Status] Inner;
    Yes = "confirm.yes" in [Confirm] Inner;
    No = "confirm.no" in [Confirm] Inner;
    CompletePalette = "palette.complete" in [Palette] Inner;
    RunPalette = "palette.run" in [Palette] Inner;
    LineStart = "edit.line_start" in [Editing] Inner;
    LineEnd = "edit.line_end" in [Editing] Inner;
    DeleteWord = "edit.delete_word" in [Editing] Inner;
    DeleteToStart = "edit.delete_to_start" in [Editing] Inner;
    DeleteToEnd = "edit.delete_to_end" in [Editing] Inner;
    DeleteBack = "edit.delete_back" in [Editing] Inner;
    Forward = "edit.forward" in [Editing] Inner;
    Back = "edit.back" in [Editing] Inner;
    WordForward = "edit.word_forward" in [Editing] Inner;
    WordBack = "edit.word_back" in [Editing] Inner;
    DeleteForward = "edit.delete_forward" in [Editing] Inner;
    DeleteWordForward = "edit.delete_word_forward" in [Editing] Inner;
}

impl Intent {
    /// The intent of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|intent| intent.name() == name)
    }

    /// Every name, for reading keymap files.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|intent| intent.name()).collect()
    }

    /// The contexts in which its key is told where it is not asked for at the moment: its own, and those of every list.
    #[must_use]
    pub fn usual_contexts(self) -> Vec<Context> {
        [self.contexts(), &[Context::Moving, Context::Global, Context::Always]].concat()
    }

    /// The key of its sentences: the title, with the attributes `.short` (footer) and `.about` (palette).
    #[must_use]
    pub fn sentence(self) -> String {
        format!("intent-{}", self.name().replace(['.', '_'], "-"))
    }

    /// Whether it changes something at the server, or what waits to be sent there.
    #[must_use]
    pub fn changes(self) -> bool {
        match self.behaviour() {
            Behaviour::Console { reach, .. } => reach == Reach::Server,
            Ticket(action) => action.changes(),
            Inner => false,
        }
    }

    /// Whether it is a digit beyond the views that there are.
    #[must_use]
    pub fn is_spare_digit(self, app: &App) -> bool {
        place::is_spare_digit(app, self)
    }

    /// Whether it stands in the palette: not what only moves a cursor or edits a text.
    #[must_use]
    pub fn is_in_palette(self, app: &App) -> bool {
        !matches!(self.behaviour(), Inner)
            && !self.is_spare_digit(app)
            && !self.contexts().contains(&Context::Moving)
            && self != Self::OpenPalette
    }
}
