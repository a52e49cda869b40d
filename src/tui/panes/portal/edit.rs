//! Editing a portal setting: of the global ones for every client, of a client's for this one alone.

use super::Pane;
use super::setting::{ASSIGNABLE, Setting, resource_names_key, shown_time_key, two_factor_key};
use crate::records::administration::Administration;
use crate::records::administration::portal::{Branding, PortalSettings, ResourceNames, ShownTime, TwoFactorPolicy};
use crate::records::administration::seeing::Seeing;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, Effect};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::typed::day;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// The values of the settings that take few, in their order.
const POLICIES: [TwoFactorPolicy; 3] = [
    TwoFactorPolicy::Nobody,
    TwoFactorPolicy::TaskfireUsers,
    TwoFactorPolicy::Everybody,
];
const TIMES: [ShownTime; 3] = [ShownTime::Nothing, ShownTime::Billed, ShownTime::Worked];
const NAMES: [ResourceNames; 3] = [ResourceNames::Full, ResourceNames::First, ResourceNames::Provider];
/// The names of the switches of the levels, in the order of `assignable_levels`.
const LEVELS: [&str; 3] = ["basic", "advanced", "manager"];

/// Why a typed value is none, and which field it stands in.
type Mistake = (&'static str, &'static str);

/// Asks for the value of the setting under the cursor.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let Some(page) = &pane.page else { return Vec::new() };
    let setting = pane.current();
    let fields = fields(app, setting, &page.effective());
    let title = match &pane.company {
        Some((_, name)) => format!("{} · {name}", app.text(setting.key())),
        None => app.text(setting.key()).into_owned(),
    };
    let mut shown = Line::wrapped(
        &app.text(&format!("{}.about", setting.key())),
        "",
        text_width(app),
        Role::Dim,
    );
    if pane.company.is_some() {
        let arguments = [("value", setting.value(app, &page.global).into())];
        shown.extend(Line::wrapped(
            &app.say("portal-overrides", &arguments),
            "",
            text_width(app),
            Role::Text,
        ));
    }
    let company = pane.company.as_ref().map(|(company, _)| *company);
    let about = About::Setting(company, setting.key());
    let verb = app.text("form-save").into_owned();
    let leave = app.text("dialog-keep").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown)
        .with(fields)
        .kept_about(DraftKind::Portal, Some(about))
        .open(app, &[])
}

fn fields(app: &App, setting: Setting, now: &PortalSettings) -> Vec<Field> {
    let label = || app.text("portal-value").into_owned();
    let line = |name, key: &str, text: &str| Field::line(name, app.text(key).into_owned(), text);
    let pick = |keys: Vec<&'static str>, now: &'static str| {
        let items: Vec<Item<Choice>> = keys
            .into_iter()
            .map(|key| item(app.text(key), "", Choice::Word(key)))
            .collect();
        let chosen = items.iter().find(|item| item.value == Choice::Word(now)).cloned();
        vec![Field::pick("value", label(), items, chosen)]
    };
    match setting {
        Setting::TwoFactor => pick(POLICIES.map(two_factor_key).to_vec(), two_factor_key(now.two_factor)),
        Setting::ShownTime => pick(TIMES.map(shown_time_key).to_vec(), shown_time_key(now.shown_time)),
        Setting::ResourceNames => pick(
            NAMES.map(resource_names_key).to_vec(),
            resource_names_key(now.resource_names),
        ),
        Setting::Lock => {
            let minutes = now.lock_after_minutes.map(|minutes| minutes.to_string());
            vec![line("value", "portal-lock-field", &minutes.unwrap_or_default())]
        }
        Setting::TicketsSince => {
            let since = now.tickets_since.as_deref().unwrap_or_default();
            vec![line("value", "portal-since-field", since).reading(Reads::Day)]
        }
        Setting::NextVersion => vec![Field::switch("value", label(), now.next_version)],
        Setting::AssignableLevels => (0..LEVELS.len())
            .map(|at| {
                Field::switch(
                    LEVELS[at],
                    app.text(ASSIGNABLE[at]).into_owned(),
                    now.assignable_levels[at],
                )
            })
            .collect(),
        Setting::Branding => vec![
            line("name", "portal-branding-name", &now.branding.name),
            line("logoText", "portal-branding-logo", &now.branding.logo_text),
            line("colour", "portal-branding-colour", &now.branding.colour),
        ],
    }
}

/// Saves it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(pane)) = (answer, app.pane::<Pane>()) else {
        return Vec::new();
    };
    let Some(page) = &pane.page else { return Vec::new() };
    let setting = pane.current();
    let after = match read(app, setting, &form, &page.effective(), pane.company.is_some()) {
        Ok(after) => after,
        Err((field, key)) => {
            let why = app.text(key).into_owned();
            return form.refuse(app, field, why);
        }
    };
    let act = match &pane.company {
        Some((company, _)) => {
            let overrides = setting.overridden(&page.overrides, &after);
            if overrides == page.overrides {
                return Vec::new();
            }
            Administration::OverridePortalSettings(*company, Seeing::new(overrides, page.seen.as_str()))
        }
        None if after == page.global => return Vec::new(),
        None => Administration::WritePortalSettings(Seeing::new(after, page.seen.as_str())),
    };
    let name = app.text(setting.key()).into_owned();
    let done = app.say("portal-saved", &[("name", name.into())]).into_owned();
    app.administer_form(form, act, done)
}

/// The settings with what was typed.
fn read(
    app: &App,
    setting: Setting,
    form: &Form,
    before: &PortalSettings,
    is_client: bool,
) -> Result<PortalSettings, Mistake> {
    let mut after = before.clone();
    let word = match form.choice("value") {
        Some(Choice::Word(word)) => *word,
        _ => "",
    };
    let typed = form.text("value").trim().to_owned();
    match setting {
        Setting::TwoFactor => after.two_factor = chosen(POLICIES, two_factor_key, word, before.two_factor),
        Setting::ShownTime => after.shown_time = chosen(TIMES, shown_time_key, word, before.shown_time),
        Setting::ResourceNames => {
            after.resource_names = chosen(NAMES, resource_names_key, word, before.resource_names);
        }
        // What a client leaves empty would be the global value again, which has a key of its own.
        Setting::Lock | Setting::TicketsSince if typed.is_empty() && is_client => {
            return Err(("value", "portal-empty-is-global"));
        }
        Setting::Lock if typed.is_empty() => after.lock_after_minutes = None,
        Setting::Lock => {
            let minutes = typed
                .parse::<u16>()
                .ok()
                .filter(|minutes| (1..=1_440).contains(minutes));
            after.lock_after_minutes = Some(minutes.ok_or(("value", "portal-minutes-wrong"))?);
        }
        Setting::TicketsSince if typed.is_empty() => after.tickets_since = None,
        Setting::TicketsSince => {
            let today = app.times().wall(app.now).date();
            let day = day::parse(&typed, today).map_err(|_| ("value", "portal-day-wrong"))?;
            after.tickets_since = Some(day.to_string());
        }
        Setting::NextVersion => after.next_version = form.is_on("value"),
        Setting::AssignableLevels => after.assignable_levels = LEVELS.map(|name| form.is_on(name)),
        Setting::Branding => {
            let text = |name| form.text(name).trim().to_owned();
            after.branding = Branding {
                name: text("name"),
                logo_text: text("logoText"),
                colour: text("colour"),
            };
        }
    }
    Ok(after)
}

/// The value whose key was picked.
fn chosen<T: Copy, const N: usize>(values: [T; N], key: fn(T) -> &'static str, word: &str, before: T) -> T {
    values.into_iter().find(|value| key(*value) == word).unwrap_or(before)
}
