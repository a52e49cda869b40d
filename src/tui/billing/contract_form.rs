//! The fields of a contract's form, and what was typed into them: the same wherever a contract is made or edited.

use super::typed::{self, Mistake};
use crate::domain::licence::Anchor;
use crate::records::administration::billing::ContractKind;
use crate::records::administration::contracts::ContractFields;
use crate::tui::app::App;
use crate::tui::overlays::Choice;
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::widgets::pick_list::Item;

/// Both anchors; the calendar's first, for it spares a partial month (D-17).
const ANCHORS: [Anchor; 2] = [Anchor::Calendar, Anchor::ContractStart];

fn anchor_item(app: &App, anchor: Anchor) -> Item<Choice> {
    let key = match anchor {
        Anchor::Calendar => "contract-anchor-calendar",
        Anchor::ContractStart => "contract-anchor-start",
    };
    item(app.text(key), "", Choice::Word(anchor.word()))
}

/// A contract's fields by the names that the server uses.
#[must_use]
pub fn fields(app: &App, kind: ContractKind, fields: &ContractFields) -> Vec<Field> {
    let label = |key: &str| app.text(key).into_owned();
    let day = |day: Option<crate::base::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut all = vec![
        Field::line("name", label("contract-name"), &fields.name),
        Field::line("number", label("contract-number"), &fields.number),
        Field::line("start", label("contract-start"), &day(Some(fields.start))).reading(Reads::Day),
        Field::line("end", label("contract-end"), &day(fields.end)).reading(Reads::Day),
    ];
    if kind == ContractKind::Recurring {
        let items = ANCHORS.map(|anchor| anchor_item(app, anchor)).to_vec();
        let chosen = anchor_item(app, fields.anchor);
        all.push(Field::pick("anchor", label("contract-anchor"), items, Some(chosen)));
    }
    if matches!(kind, ContractKind::TimeLimited | ContractKind::SupportHours) {
        let hours = typed::hours_text(fields.minutes);
        all.push(Field::line("minutes", label("contract-hours"), &hours));
    }
    let notice = fields.renewal_notice_days.map(|days| days.to_string());
    all.push(Field::line(
        "renewalNoticeDays",
        label("contract-renewal-notice"),
        &notice.unwrap_or_default(),
    ));
    all.push(Field::switch(
        "isApproved",
        label("contract-approved"),
        fields.is_approved,
    ));
    all.push(Field::text_box(
        "description",
        label("contract-description"),
        &fields.description,
    ));
    all
}

/// What was typed into them.
///
/// # Errors
/// The first field that is wrong.
pub fn read(app: &App, form: &Form) -> Result<ContractFields, Mistake> {
    let text = |name| form.text(name).trim().to_owned();
    let name = text("name");
    if name.is_empty() {
        return Err(("name", app.text("contract-name-needed").into_owned()));
    }
    let start = typed::required_day(app, form, "start")?;
    let end = typed::day(app, form, "end")?;
    if end.is_some_and(|end| end < start) {
        return Err(("end", app.text("contract-ends-before").into_owned()));
    }
    let anchor = match form.choice("anchor") {
        Some(Choice::Word(word)) => Anchor::from_word(word).unwrap_or_default(),
        _ => Anchor::default(),
    };
    Ok(ContractFields {
        name,
        number: text("number"),
        description: text("description"),
        start,
        end,
        anchor,
        is_approved: form.is_on("isApproved"),
        minutes: typed::hours(app, form, "minutes")?,
        renewal_notice_days: typed::days(app, form, "renewalNoticeDays")?,
    })
}
