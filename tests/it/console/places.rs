//! Every place of the console in which keys are pressed, as a person comes to it.

use super::clients::{acknowledgements, enabled_setup};
use super::onboarding::{at_agreement, at_setup};
use super::opened::opened;
use super::script::{Console, settings};
use super::{administration, billing, billing_answers, companies, contracts, desk, outbox, sign_in};
use tandem::records::administration::Answer;
use tandem::tui::keymap::Keymap;
use tandem::tui::msg::{Desk, Loaded};

/// A place by its name, and the way to it.
pub type State = (&'static str, fn() -> Console);

/// Every place.
pub const STATES: [State; 42] = [
    ("list", || Console::at_work(120, 40)),
    ("marked tickets", || after(Console::at_work(120, 40), "space space")),
    ("queues", || after(Console::at_work(120, 40), "g q")),
    ("queues over the list", || after(Console::at_work(80, 24), "g q")),
    ("ticket", || opened(120, 40)),
    ("checklist and files", || after(opened(120, 40), "4")),
    ("card", || after(opened(120, 40), "v")),
    ("outbox", || outbox::opened(120, 40)),
    ("stopped change", || after(outbox::opened(120, 40), "enter")),
    ("companies", || companies::at_companies(120, 40)),
    ("filter of a page", || after(companies::at_companies(120, 40), "/")),
    ("set-up", || at_setup(120, 40, enabled_setup())),
    ("agreement", || at_agreement(120, 40)),
    ("acknowledgement", || {
        let mut console = after(at_setup(120, 40, enabled_setup()), "v");
        console.say(Answer::Acknowledgements(acknowledgements()));
        console
    }),
    ("Taskfire settings", || {
        let mut console = after(at_setup(120, 40, enabled_setup()), "g g j j enter");
        console.say(Answer::Setup(Box::new(enabled_setup())));
        console
    }),
    ("people", || administration::at_people(120, 40)),
    ("levels", || administration::at_levels(120, 40)),
    ("instance", || administration::at_instance(120, 40)),
    ("portal", || administration::at_portal(120, 40)),
    ("audit log", || administration::at_audit(120, 40)),
    ("billing", || billing::at_billing(120, 40)),
    ("a client's billing", || billing::at_acme(120, 40)),
    ("closing", || {
        let mut console = after(billing::at_billing(120, 40), "C");
        console.say(Answer::Closing(Box::new(billing_answers::closing())));
        console
    }),
    ("invoices", || billing::at_invoices(120, 40)),
    ("invoice", || billing::at_invoice(120, 40)),
    ("reports", || {
        let mut console = billing::at_reports(120, 40);
        console.say(Answer::BlockReport(billing::blocks()));
        console
    }),
    ("contracts", || contracts::at_contracts(120, 40)),
    ("contract", || contracts::at_contract(120, 40)),
    ("automation", || contracts::at_automation(120, 40)),
    ("settings of contracts", || {
        let mut console = contracts::at_settings(120, 40);
        console.say(Answer::ContractSettings(Box::new(contracts::settings(&["Plotter 7"]))));
        console
    }),
    ("reply", || typing(after(opened(120, 40), "r"))),
    ("filter", || typing(after(Console::at_work(120, 40), "/"))),
    ("empty filter", || after(Console::at_work(120, 40), "/")),
    ("dialog", || typing(after(opened(120, 40), "c"))),
    ("dialog at 60 columns", || typing(after(opened(60, 20), "t"))),
    ("pick", || after(Console::at_work(120, 40), "z")),
    ("statuses", || after(opened(120, 40), "s")),
    ("question", || {
        let mut console = Console::started(120, 40);
        console.bring(&Loaded::Desk(Desk {
            unsent: 2,
            ..desk::desk()
        }));
        after(console, "ctrl-c")
    }),
    ("palette", || after(Console::at_work(120, 40), ":")),
    ("help", || after(Console::at_work(120, 40), "?")),
    ("messages", || {
        let mut console = after(Console::at_work(120, 40), "o :");
        console.types("log.open");
        after(console, "enter")
    }),
    ("sign-in", || sign_in::outside(120, 40)),
];

/// A place, with these keys in force from then on.
pub fn with_keys(way: fn() -> Console, keymap: &Keymap) -> Console {
    let mut console = way();
    console.app.settings.keymap = keymap.clone();
    // What was said on the way is read.
    console.app.messages.quiet();
    console
}

/// How the console ships.
pub fn shipped() -> Keymap {
    settings().keymap
}

fn after(mut console: Console, keys: &str) -> Console {
    console.press(keys);
    console
}

fn typing(mut console: Console) -> Console {
    console.types("ab");
    console
}
