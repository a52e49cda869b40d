//! Repeating a contract for another client (AX-24).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::contracts::{Cloning, ContractPage, ContractScope};
use crate::tui::app::App;
use crate::tui::billing::typed;
use crate::tui::effect::{Choices, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Lines of the dialog are no wider.
const WIDEST: usize = 68;
/// The field that says that the new one is applied to the client as a whole.
const WHOLE: &str = "scope";

/// Whether the contract is applied to an item or a person, of which another client has none.
fn is_of_a_part(page: &ContractPage) -> bool {
    matches!(page.scope, Some(ContractScope::Item(_) | ContractScope::Customer(_)))
}

/// Asks for whom.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let label = |key: &str| app.text(key).into_owned();
    let mut fields = vec![
        Field::pick("company", label("detail-company"), Vec::new(), None),
        Field::line("name", label("contract-name"), &pane.name),
        Field::line("start", label("contract-start"), &page.fields.start.to_string()).reading(Reads::Day),
    ];
    let mut shown = Vec::new();
    if is_of_a_part(page) {
        fields.push(Field::switch(WHOLE, label("contract-clone-whole"), false));
        let name = [("name", page.scope_name.as_deref().unwrap_or("–").into())];
        shown = Line::wrapped(&app.say("contract-clone-scope", &name), "", WIDEST, Role::Dim);
    }
    let contract = [("contract", pane.name.as_str().into())];
    let title = app.say("contract-clone-title", &contract).into_owned();
    let form = Form::new(
        title,
        label("contract-clone-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.showing(shown)
        .with(fields)
        .open(app, &[("company", Load::Choices(Choices::Companies))])
}

/// Makes it there.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, page))) = (answer, front(app)) else {
        return Vec::new();
    };
    let Some(Choice::Company(company)) = form.choice("company").cloned() else {
        let why = app.text("contract-company-needed").into_owned();
        return form.refuse(app, "company", why);
    };
    let start = match typed::day(app, &form, "start") {
        Ok(start) => start,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    if is_of_a_part(page) && !form.is_on(WHOLE) {
        let why = app.text("contract-clone-whole-needed").into_owned();
        return form.refuse(app, WHOLE, why);
    }
    let name = form.text("name").trim().to_owned();
    let cloning = Cloning {
        company,
        name: Some(name).filter(|name| !name.is_empty()),
        start,
        scope: page.scope.map(|_| ContractScope::OrgUnit),
    };
    let id = pane.id;
    let to = form.text("company");
    let arguments = [("contract", pane.name.as_str().into()), ("company", to.into())];
    let done = app.say("contract-cloned", &arguments).into_owned();
    app.administer_form(form, Administration::CloneContract(id, cloning), done)
}
