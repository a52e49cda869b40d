//! Drawing the instance: the features with their switches, below them the settings, at the end the audit log's digest.

use super::{Pane, feature_name};
use crate::base::cells;
use crate::records::administration::instance::{FeatureSwitch, InstancePage, Subscription};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, MARKS, Marks};
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells before what a setting is.
const LABEL: usize = 26;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(instance) = &pane.instance else { return };
    let theme = &app.settings.theme;
    let mut rows = room.rows();
    if let Some(row) = rows.next() {
        heading(app, "instance-features").draw(buffer, inset(row), theme);
    }
    for (at, feature) in instance.features.iter().enumerate() {
        let Some(row) = rows.next() else { return };
        draw_feature(app, feature, at == pane.cursor, row, buffer);
    }
    let mut lines = vec![Line::default(), heading(app, "instance-settings")];
    lines.extend(settings(app, instance));
    lines.push(Line::default());
    lines.extend(digest(app, instance, room));
    for (line, row) in lines.iter().zip(rows) {
        line.draw(buffer, inset(row), theme);
    }
}

fn heading(app: &App, key: &str) -> Line {
    Line::text(app.text(key).into_owned(), Role::Dim)
}

fn draw_feature(app: &App, feature: &FeatureSwitch, cursor: bool, row: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let marks = Marks {
        cursor,
        ..Marks::default()
    };
    list::draw_marks(buffer, row, marks, theme);
    let (mark, key, role) = match feature.is_active {
        true => ("[x] ", "switch-on", Role::Text),
        false => ("[ ] ", "switch-off", Role::Dim),
    };
    let name = feature_name(app, feature.feature);
    let about = app
        .text(&format!("feature-{}-about", feature.feature.word().replace('_', "-")))
        .into_owned();
    let named = if cursor { Role::Cursor } else { Role::Text };
    let pieces = [
        Piece::new(mark, role),
        Piece::new(name.clone(), named),
        Piece::new(
            " ".repeat(LABEL.saturating_sub(cells::width(&name) + 4).max(1)),
            Role::Text,
        ),
        Piece::new(cells::pad(&app.text(key), 5), role),
        Piece::new(about, Role::Dim),
    ];
    let room = row.width.saturating_sub(MARKS + 1);
    paint::pieces(buffer, row.x + MARKS, row.y, room, &pieces, theme);
}

/// The word of a subscription among the sentences.
#[must_use]
pub fn subscription(subscription: Subscription) -> &'static str {
    match subscription {
        Subscription::Essentials => "subscription-essentials",
        Subscription::Premium => "subscription-premium",
        Subscription::Ultimate => "subscription-ultimate",
    }
}

fn settings(app: &App, instance: &InstancePage) -> Vec<Line> {
    let settings = &instance.settings;
    let one = |key: &str, value: String, note: String| {
        Line::of(vec![
            Piece::new(cells::pad(&app.text(key), LABEL), Role::Dim),
            Piece::new(value, Role::Text),
            Piece::new(note, Role::Dim),
        ])
    };
    let coming = instance
        .coming_time_zone
        .as_ref()
        .map_or_else(String::new, |(zone, day)| {
            let arguments = [("zone", zone.as_str().into()), ("date", day.as_str().into())];
            format!(" · {}", app.say("instance-zone-coming", &arguments))
        });
    let fixed = match instance.is_currency_fixed {
        true => format!(" · {}", app.text("instance-currency-fixed")),
        false => String::new(),
    };
    let fee = match &settings.licence_fee {
        Some(fee) => (format!("{fee} {}", settings.currency), String::new()),
        None => ("–".to_owned(), format!(" · {}", app.text("instance-fee-missing"))),
    };
    let two_factor = if settings.requires_two_factor {
        "instance-two-factor-required"
    } else {
        "instance-two-factor-not-required"
    };
    let none = String::new;
    let subscribed = app.text(subscription(settings.subscription)).into_owned();
    let needs = match settings.subscription {
        Subscription::Essentials => format!(" · {}", app.text("subscription-essentials-note")),
        Subscription::Premium | Subscription::Ultimate => none(),
    };
    vec![
        one("field-name", settings.name.clone(), none()),
        one("field-timeZone", instance.present_time_zone.clone(), coming),
        one("field-currency", settings.currency.clone(), fixed),
        one("field-licenceFee", fee.0, fee.1),
        one("field-subscription", subscribed, needs),
        one("field-requiresTwoFactor", app.text(two_factor).into_owned(), none()),
    ]
}

fn digest(app: &App, instance: &InstancePage, room: Rect) -> Vec<Line> {
    let width = usize::from(inset(room).width);
    let mut lines = vec![heading(app, "instance-audit")];
    lines.extend(Line::wrapped(&instance.audit_digest, "", width, Role::Text));
    lines.extend(Line::wrapped(&app.text("audit-digest-about"), "", width, Role::Dim));
    lines
}
