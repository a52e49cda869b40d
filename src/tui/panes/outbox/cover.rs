//! A request that was refused for want of a contract is created together with one, in one step, by whoever may manage
//! contracts (D-23, LT-15). A change of a request that is there already goes on by itself once its contract is made.

use super::{close_question, stopped_availability, subject};
use crate::base::ids::TicketId;
use crate::domain::contract::{Form as Sells, NewContract};
use crate::domain::permission::Action;
use crate::domain::{Act, Seen};
use crate::records::administration::Administration;
use crate::records::views::{OutboxLine, OutboxState};
use crate::tui::app::App;
use crate::tui::app::pages;
use crate::tui::billing::typed::{self, Mistake};
use crate::tui::effect::{Asked, Effect, Followers, Origin};
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// The code of such a refusal.
pub(super) const CODE: &str = "contract_required";
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether a contract is what is missing, and this person may make one.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    match subject(app).map(|line| &line.state) {
        Some(OutboxState::Stopped { code, .. }) if code == CODE => pages::allowed(app, Action::ManageContracts),
        Some(OutboxState::Stopped { .. }) => Availability::Refused(app.text("reason-no-contract-missing").into_owned()),
        _ => stopped_availability(app, intent),
    }
}

/// What can be made: for the request alone, and for the item that it names.
fn forms(app: &App, line: &OutboxLine) -> Vec<Item<Choice>> {
    let has_item = match &line.change.act {
        Act::Create(new) => new.configuration_item.is_some(),
        _ => true,
    };
    let offered = Sells::ALL
        .into_iter()
        .filter(|form| has_item || *form == Sells::PerRequest);
    offered
        .map(|form| {
            let key = format!("contract-{}", form.word().replace('_', "-"));
            item(
                app.text(&key),
                app.text(&format!("{key}.about")),
                Choice::Word(form.word()),
            )
        })
        .collect()
}

/// Asks what kind of contract.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(line) = subject(app).cloned() else {
        return Vec::new();
    };
    let items = forms(app, &line);
    let first = items.first().cloned();
    let label = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::pick("form", label("cover-form"), items, first),
        Field::line("contractName", label("contract-name"), ""),
        Field::line("start", label("contract-start"), "").reading(Reads::Day),
        Field::line("end", label("contract-end"), "").reading(Reads::Day),
        Field::line("minutes", label("contract-hours"), ""),
    ];
    let arguments = [("title", line.title.as_str().into())];
    let title = app.say("cover-title", &arguments).into_owned();
    let key = match line.change.act {
        Act::Create(_) => "cover-about",
        _ => "cover-about-there",
    };
    let shown = Line::wrapped(&app.text(key), "", WIDEST, Role::Text);
    let verb = label("cover-verb");
    let leave = label("form-leave-as-it-was");
    let form = Form::new(title, verb, leave, Purpose::Cover(Box::new(line)));
    form.showing(shown).with(fields).open(app, &[])
}

fn read(app: &App, form: &Form) -> Result<NewContract, Mistake> {
    let word = match form.choice("form") {
        Some(Choice::Word(word)) => *word,
        _ => "",
    };
    let sells = Sells::from_word(word).ok_or_else(|| ("form", app.text("contract-kind-title").into_owned()))?;
    let name = form.text("contractName").trim().to_owned();
    Ok(NewContract {
        form: sells,
        start: typed::day(app, form, "start")?,
        end: typed::day(app, form, "end")?,
        minutes: typed::hours(app, form, "minutes")?.filter(|_| sells.has_minutes()),
        name: Some(name).filter(|name| !name.is_empty()),
    })
}

/// Creates both; the change that was refused goes.
pub fn confirm(app: &mut App, line: &OutboxLine, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let new_contract = match read(app, &form) {
        Ok(new) => new,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let Act::Create(new) = &line.change.act else {
        let done = app.text("cover-done").into_owned();
        close_question(app);
        let act = Administration::CoverRequest(line.change.ticket, new_contract);
        return app.administer_form_then(form, act, done, vec![Effect::Again(line.change.id)]);
    };
    let mut new = new.clone();
    new.new_contract = Some(new_contract);
    close_question(app);
    let mut effects = vec![Effect::Discard(line.change.id, Followers::Keep)];
    effects.extend(app.record_asked(vec![Asked {
        ticket: TicketId(0),
        seen: Seen::new(),
        act: Act::Create(new),
        origin: Origin::Typed,
    }]));
    effects
}
