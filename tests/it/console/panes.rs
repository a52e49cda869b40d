//! Every pane of the console with what stands on it, and the same pane in every state that it can be in. One table, for
//! the pictures of all of them, for text of any kind in all of them, and for what plain mode says of them.

use super::rewriting::{self, Rewriting};
use super::script::Console;
use super::{administration, billing, companies, contracts, desk, onboarding_screens, opened, outbox};
use tandem::records::windows::Freshness;
use tandem::tui::msg::{Event, Loaded};

/// A pane, open and full.
pub struct Pane {
    pub name: &'static str,
    pub start: fn(u16, u16) -> Console,
}

const fn pane(name: &'static str, start: fn(u16, u16) -> Console) -> Pane {
    Pane { name, start }
}

/// All of them.
pub const PANES: [Pane; 30] = [
    pane("queues", |columns, rows| {
        let mut console = Console::at_work(columns, rows);
        console.press("tab");
        console
    }),
    pane("tickets", Console::at_work),
    pane("ticket", opened::opened),
    pane("ticket_time", |columns, rows| part("2", columns, rows)),
    pane("ticket_history", |columns, rows| part("3", columns, rows)),
    pane("ticket_related", |columns, rows| part("4", columns, rows)),
    pane("ticket_details", |columns, rows| part("5", columns, rows)),
    pane("outbox", outbox::opened),
    pane("companies", companies::at_companies),
    pane("setup", onboarding_screens::enabled),
    pane("agreement", super::onboarding::at_agreement),
    pane("acknowledgements", onboarding_screens::at_acknowledgements),
    pane("settings", onboarding_screens::at_settings),
    pane("people", administration::at_people),
    pane("levels", administration::at_levels),
    pane("instance", administration::at_instance),
    pane("portal", administration::at_portal),
    pane("audit", administration::at_audit),
    pane("billing", billing::at_billing),
    pane("client_billing", billing::at_acme),
    pane("closing", billing::at_closing),
    pane("invoices", billing::at_invoices),
    pane("invoice", billing::at_invoice),
    pane("contracts", contracts::at_contracts),
    pane("contract", contracts::at_contract),
    pane("automation", contracts::at_automation),
    pane("contract_settings", contracts::at_open_settings),
    pane("reports", billing::reading_reports),
    pane("recent_invoices", billing::with_card),
    pane("audit_entry", administration::at_entry),
];

fn part(key: &str, columns: u16, rows: u16) -> Console {
    let mut console = opened::opened(columns, rows);
    console.press(key);
    console
}

/// What a pane may be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was answered yet.
    Loading,
    /// As it is.
    Full,
    /// There is nothing to show.
    Empty,
    /// What was answered before, while it is asked anew.
    Stale,
    /// What was answered before, without a line.
    Offline,
    /// The server refused to answer.
    Refused,
    /// Texts longer than any room.
    LongText,
    /// Texts whose letters take two cells.
    WideGlyphs,
}

impl State {
    /// All of them, with their names.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Loading, "loading"),
        (Self::Full, "full"),
        (Self::Empty, "empty"),
        (Self::Stale, "stale"),
        (Self::Offline, "offline"),
        (Self::Refused, "refused"),
        (Self::LongText, "long_text"),
        (Self::WideGlyphs, "wide_glyphs"),
    ];
}

const REFUSED: &str = "Only an administrator of the provider may see this.";
const NO_LINE: &str = "There is no line to the server.";

impl Pane {
    /// The pane in this state, at this size.
    #[must_use]
    pub fn in_state(&self, state: State, columns: u16, rows: u16) -> Console {
        let earlier = desk::now().plus_minutes(-4);
        let mut console = self.retold(columns, rows, |event| answered(event, state));
        match state {
            State::Stale => console.tell(Event::Freshness(Freshness::Connecting(Some(earlier)))),
            State::Offline => console.tell(Event::Freshness(Freshness::Offline(Some(earlier)))),
            _ => {}
        }
        console
    }

    /// The pane with other texts on it.
    #[must_use]
    pub fn with_texts(&self, columns: u16, rows: u16, text: &dyn Fn(&str) -> String) -> Console {
        self.retold(columns, rows, |event| match event {
            Event::Loaded(generation, loaded) => {
                let loaded = rewriting::rewritten(loaded, Rewriting::Texts(text));
                vec![Event::Loaded(*generation, loaded)]
            }
            other => vec![other.clone()],
        })
    }

    /// What people wrote of what stands on it.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let console = (self.start)(120, 40);
        let answers = answers(&console.told);
        let loaded = console.told[answers..].iter().filter_map(|event| match event {
            Event::Loaded(_, loaded) => Some(rewriting::texts(loaded)),
            _ => None,
        });
        loaded.flatten().collect()
    }

    /// A console that was told the same, but for what came after the pane was opened.
    fn retold(&self, columns: u16, rows: u16, otherwise: impl Fn(&Event) -> Vec<Event>) -> Console {
        let told = (self.start)(columns, rows).told;
        let answers = answers(&told);
        let mut console = Console::new(columns, rows);
        for (at, event) in told.iter().enumerate() {
            match at < answers {
                true => console.tell(event.clone()),
                false => otherwise(event).into_iter().for_each(|event| console.tell(event)),
            }
        }
        console
    }
}

/// Where the answers to what the pane asked begin: after the last key that was followed by any.
fn answers(told: &[Event]) -> usize {
    let last = told.iter().rposition(|event| matches!(event, Event::Loaded(..)));
    let before = &told[..last.unwrap_or_default()];
    let opened = before.iter().rposition(|event| matches!(event, Event::Key(_)));
    opened.map_or(0, |key| key + 1)
}

/// What comes in such a state in an answer's place.
fn answered(event: &Event, state: State) -> Vec<Event> {
    let Event::Loaded(generation, loaded) = event else {
        return vec![event.clone()];
    };
    let earlier = desk::now().plus_minutes(-4);
    let same = || Event::Loaded(*generation, loaded.clone());
    let kept = || match loaded {
        Loaded::Administration(answer) => Event::Loaded(*generation, Loaded::Kept(answer.clone(), earlier)),
        _ => same(),
    };
    let rewritten = |how| vec![Event::Loaded(*generation, rewriting::rewritten(loaded, how))];
    match state {
        State::Loading => Vec::new(),
        State::Full => vec![same()],
        State::Empty => rewritten(Rewriting::Empty),
        State::Stale => vec![kept()],
        State::Offline if matches!(loaded, Loaded::Administration(_)) => {
            vec![kept(), Event::NotLoaded(*generation, NO_LINE.to_owned())]
        }
        State::Offline => vec![same()],
        State::Refused => vec![Event::NotLoaded(*generation, REFUSED.to_owned())],
        State::LongText => rewritten(Rewriting::Texts(&long)),
        State::WideGlyphs => rewritten(Rewriting::Texts(&wide)),
    }
}

/// A text that no column and no line has room for.
fn long(text: &str) -> String {
    let words = [
        text,
        "and so on, word after word, until no line has room for it any more,",
    ];
    words.into_iter().cycle().take(12).collect::<Vec<_>>().join(" ")
}

/// A text of glyphs that take two cells, with marks and an attack among them.
fn wide(text: &str) -> String {
    let letters = text.chars().count().clamp(3, 30);
    let glyphs = "打印机不工作・東京株式会社 ｶﾞ e\u{301}\u{1b}[2J\u{202e}".chars();
    glyphs.cycle().take(letters).collect()
}
