//! Billing of all clients as it opens where no line answers: what the server said last, read out of a real local copy,
//! and the first frame that is drawn from it.

use criterion::{BatchSize, Criterion};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::error::Error;
use std::hint::black_box;
use tandem::base::ids::{CompanyId, ContractId, ResourceId};
use tandem::base::{Date, Language, Timestamp};
use tandem::domain::{Actor, Agency, Person, SecurityLevel};
use tandem::records::administration::billing::{
    BilledClient, BillingOverview, BillingWarning, Difference, DifferenceReason, NotBilled, NotBilledReason,
    WarningKind,
};
use tandem::records::administration::{Answer, Question};
use tandem::records::windows::{Freshness, Viewer};
use tandem::replica::Replica;
use tandem::sentences::Sentences;
use tandem::tui::app::{App, Settings};
use tandem::tui::draw::draw;
use tandem::tui::effect::{Effect, Load};
use tandem::tui::intent::Intent;
use tandem::tui::keymap::{Key, Keymap};
use tandem::tui::msg::{Event, Loaded, Msg};
use tandem::tui::theme::Theme;
use tandem::tui::widgets::age::{Ages, Zone};

const CLIENTS: u32 = 2_000;
/// As many others as the copy keeps beside it.
const OTHERS: u32 = 399;
const NOW: &str = "2026-11-20T10:38:00Z";
const SCREEN: (u16, u16) = (120, 40);

fn client(number: u32, today: Date) -> BilledClient {
    let amount = |cents: u32| Decimal::new(cents.into(), 2);
    let change = |reason, units, cents: u32| Difference {
        reason,
        service_name: "Taskfire License Fee".to_owned(),
        on: Some(today),
        units,
        amount: amount(cents),
    };
    let warning = BillingWarning {
        warning: WarningKind::ContractEndsSoon,
        contract: Some(ContractId(number.into())),
        contract_name: Some("Taskfire 2026".to_owned()),
        on: Some(today),
        count: 41,
    };
    BilledClient {
        company: CompanyId(number.into()),
        name: format!("Client {number} of a long name"),
        licences: u64::from(number % 40),
        total: amount(200_000 + number),
        before: amount(199_000 + number),
        changes: vec![
            change(DifferenceReason::UnitsAdded, 1, 1_400),
            change(DifferenceReason::WholePeriod, 0, 600),
            change(DifferenceReason::PriceChanged, 4, 800),
        ],
        to_close: 1,
        warnings: if number.is_multiple_of(4) {
            vec![warning]
        } else {
            Vec::new()
        },
    }
}

fn overview(today: Date) -> BillingOverview {
    let clients: Vec<_> = (1..=CLIENTS).map(|number| client(number, today)).collect();
    let not_billed = clients.iter().step_by(3).map(|client| NotBilled {
        company: client.company,
        company_name: client.name.clone(),
        contract: None,
        contract_name: Some("Workplaces 2026".to_owned()),
        service_name: Some("Managed workplace".to_owned()),
        reason: NotBilledReason::NoUnits,
        count: 0,
        on: None,
    });
    BillingOverview {
        today,
        currency: "EUR".to_owned(),
        total: clients.iter().map(|client| client.total).sum(),
        before: clients.iter().map(|client| client.before).sum(),
        to_close: CLIENTS.into(),
        not_billed: not_billed.collect(),
        clients,
    }
}

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
    let settings = Settings {
        theme: Theme::default(),
        keymap: Keymap::shipped(&Intent::names()).0,
        sentences: Sentences::new(Language::English),
        ages: Ages::Relative,
        zone: Zone::Fixed(0),
        bell: false,
    };
    let viewer = Viewer {
        actor: actor(),
        user_name: "maria.keller".to_owned(),
        company_name: "Northwind Managed IT".to_owned(),
        instance_name: "Northwind Managed IT".to_owned(),
        sign_in: None,
        has_next_portal: false,
        is_next_portal: false,
    };
    let mut app = App::new(settings, now, SCREEN);
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

/// Measures it, after it has been seen that the clients stand there.
pub fn opening(criterion: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let now = Timestamp::parse(NOW)?;
    let folder = tempfile::tempdir()?;
    let replica = Replica::open(&folder.path().join("copy.sqlite"))?;
    replica.sign_in(&actor())?;
    let answer = Answer::BillingOverview(Box::new(overview(now.date())));
    let text = answer.to_keep().ok_or("billing is not kept")?;
    let name = Question::BillingOverview.kept_as().ok_or("billing has no name")?;
    for other in 0..OTHERS {
        replica.keep_answer(&format!("billing/{other}"), &text[..20_000], now)?;
    }
    replica.keep_answer(&name, &text, now.plus_minutes(1))?;
    let keys = ["g".parse()?, "b".parse()?];
    let area = Rect::new(0, 0, SCREEN.0, SCREEN.1);
    let mut first = (console(now), Buffer::empty(area));
    open(&mut first.0, &replica, keys, now, &mut first.1);
    let shown: String = first.1.content().iter().map(|cell| cell.symbol()).collect();
    assert!(shown.contains("Client 1 of"), "no client is there: {shown}");
    criterion.bench_function("billing of 2,000 clients opens from the local copy", |bencher| {
        bencher.iter_batched(
            || (console(now), Buffer::empty(area)),
            |(mut app, mut buffer)| {
                open(&mut app, &replica, keys, now, &mut buffer);
                black_box((app, buffer))
            },
            BatchSize::LargeInput,
        );
    });
    Ok(())
}
