//! Billing of all clients as it opens where no line answers: what the server said last, read out of a real local copy,
//! and the first frame that is drawn from it.

use crate::goal::Goals;
use crate::shipped;
use criterion::Criterion;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::error::Error;
use std::time::Duration;
use tandem::base::Timestamp;
use tandem::base::ids::{CompanyId, ResourceId};
use tandem::domain::{Actor, Agency, Person, SecurityLevel};
use tandem::records::administration::billing::BillingOverview;
use tandem::records::administration::{Answer, Question};
use tandem::records::windows::{Freshness, Viewer};
use tandem::replica::Replica;
use tandem::tui::app::App;
use tandem::tui::draw::draw;
use tandem::tui::effect::{Effect, Load};
use tandem::tui::keymap::Key;
use tandem::tui::msg::{Event, Loaded, Msg};

/// As many others as the copy keeps beside it, and how long each is.
const OTHERS: u32 = 399;
const OTHER_LENGTH: usize = 20_000;
const NOW: &str = "2026-12-10T10:38:00Z";
const SCREEN: (u16, u16) = (120, 40);

/// An administrator of the provider.
fn actor() -> Actor {
    Actor {
        person: Person::Resource(ResourceId(1)),
        name: "Maria Keller".to_owned(),
        level: SecurityLevel::ProviderAdmin,
        company: CompanyId(0),
        agency: Agency::Human,
    }
}

fn console(now: Timestamp) -> App {
    let viewer = Viewer {
        actor: actor(),
        user_name: "maria.keller".to_owned(),
        company_name: "Northwind Managed IT".to_owned(),
        instance_name: "Northwind Managed IT".to_owned(),
        sign_in: None,
        has_next_portal: false,
        is_next_portal: false,
    };
    let mut app = App::new(shipped::settings(), now, SCREEN);
    for event in [Event::Freshness(Freshness::Live), Event::SignedIn(viewer)] {
        app.update(Msg { at: now, event });
    }
    app
}

/// Presses the keys of billing, brings what the copy has to what they ask, and draws.
fn open(app: &mut App, replica: &Replica, keys: [Key; 2], now: Timestamp, buffer: &mut Buffer) {
    let mut effects = Vec::new();
    for key in keys {
        let event = Event::Key(key);
        effects.extend(app.update(Msg { at: now, event }));
    }
    for effect in effects {
        let Effect::Load(generation, Load::Administration(question)) = effect else {
            continue;
        };
        let name = question.kept_as().unwrap_or_default();
        let Ok(Some((text, as_of))) = replica.kept_answer(&name) else {
            continue;
        };
        if let Some(answer) = question.read_kept(&text) {
            let event = Event::Loaded(generation, Loaded::Kept(Box::new(answer), as_of));
            app.update(Msg { at: now, event });
        }
    }
    draw(app, buffer);
}

/// Measures it with what the server answered, after it has been seen that the clients stand there.
///
/// # Errors
/// The copy's.
pub fn opening(criterion: &mut Criterion, goals: &mut Goals, overview: BillingOverview) -> Result<(), Box<dyn Error>> {
    let now = Timestamp::parse(NOW)?;
    let folder = tempfile::tempdir()?;
    let replica = Replica::open(&folder.path().join("copy.sqlite"))?;
    replica.sign_in(&actor())?;
    let first = overview.clients.first().map(|client| client.name.clone());
    let text = Answer::BillingOverview(Box::new(overview)).to_keep();
    let text = text.ok_or("billing is not kept")?;
    let name = Question::BillingOverview.kept_as().ok_or("billing has no name")?;
    let other: String = text.chars().take(OTHER_LENGTH).collect();
    for number in 0..OTHERS {
        replica.keep_answer(&format!("billing/{number}"), &other, now)?;
    }
    replica.keep_answer(&name, &text, now.plus_minutes(1))?;
    let key = |name: &str| name.parse().map_err(|_| format!("{name} is no key"));
    let keys = [key("g")?, key("b")?];
    let fresh = || (console(now), Buffer::empty(Rect::new(0, 0, SCREEN.0, SCREEN.1)));
    let opened = |(mut app, mut buffer): (App, Buffer)| {
        open(&mut app, &replica, keys, now, &mut buffer);
        (app, buffer)
    };
    let shown: String = opened(fresh()).1.content().iter().map(|cell| cell.symbol()).collect();
    let first = first.ok_or("the server knows no client")?;
    assert!(shown.contains(&first), "{first} is not there: {shown}");
    let name = "billing of 2,000 clients opens from the local copy";
    goals.measure(criterion, name, Duration::from_millis(100), fresh, opened);
    Ok(())
}
