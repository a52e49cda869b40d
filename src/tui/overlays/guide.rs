//! What people of a client read first: what each does in the portal, what their administrator does in Taskfire, and whom
//! to ask (TF-48, CP-30). The provider opens the same.

use super::{Next, Overlay};
use crate::sentences::Value;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::line::Line;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The widest that it becomes.
const WIDEST: u16 = 84;
/// What a client's administrator does; each with its explanation.
const ADMINISTRATOR: [&str; 5] = [
    "guide-queues",
    "guide-request-types",
    "guide-hours",
    "guide-vendors",
    "guide-users",
];
/// What everybody does, with the intents that the explanation names the keys of.
const EVERYBODY: [(&str, Intent); 3] = [
    ("guide-submit", Intent::CreateTicket),
    ("guide-follow", Intent::GoIn),
    ("guide-answer", Intent::ReplyToTicket),
];

/// The guide, and how far it is scrolled.
#[derive(Clone, Debug)]
pub struct Guide {
    /// The first row that is seen.
    top: usize,
    /// The client's name, where the provider reads it about one.
    company: Option<String>,
    /// Who looks after the client.
    manager: Option<String>,
    /// The load of that.
    load: Option<Generation>,
}

/// Opens it, about the client in front, else one's own company.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(viewer) = &app.viewer else { return Vec::new() };
    let own = viewer.actor.company;
    let front = app.company_in_front();
    let company = front.as_ref().map_or(own, |(company, _)| *company);
    let (generation, effect) = app.load(Load::AccountManager(company));
    app.overlays.push(Overlay::Guide(Guide {
        top: 0,
        company: front.map(|(_, name)| name),
        manager: None,
        load: Some(generation),
    }));
    vec![effect]
}

impl Guide {
    /// Takes in who looks after the client, if this is what it waited for.
    pub(super) fn take_manager(&mut self, generation: Generation, manager: Option<&str>) -> bool {
        let is_mine = self.load.take_if(|load| *load == generation).is_some();
        if is_mine {
            self.manager = manager.map(str::to_owned);
        }
        is_mine
    }

    /// Its rows, as they stand on this screen.
    fn lines(&self, app: &App) -> Vec<Line> {
        let width = usize::from(app.size.0.saturating_sub(floating::FRAME.0).min(WIDEST));
        let mut lines = Vec::new();
        let mut add = |heading: &str, about: &str| {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.extend(Line::wrapped(heading, "", width, Role::Heading));
            lines.extend(Line::wrapped(about, "", width, Role::Text));
        };
        if app.works_tickets() {
            for key in ADMINISTRATOR {
                add(&app.text(key), &app.text(&format!("{key}.about")));
            }
        }
        for (key, intent) in EVERYBODY {
            let arguments = [("key", app.way_to(intent, &intent.usual_contexts()).into())];
            add(&app.text(key), &app.say(&format!("{key}.about"), &arguments));
        }
        add(&app.text("guide-ask"), &self.whom_to_ask(app));
        lines
    }

    fn whom_to_ask(&self, app: &App) -> String {
        let provider = app.viewer.as_ref().map_or("", |viewer| viewer.instance_name.as_str());
        let mut arguments: Vec<(&str, Value<'_>)> = vec![("provider", provider.into())];
        let Some(manager) = &self.manager else {
            return app.say("guide-ask-provider", &arguments).into_owned();
        };
        arguments.push(("manager", manager.as_str().into()));
        app.say("guide-ask-manager", &arguments).into_owned()
    }

    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        let seen = super::tall(app);
        if let Some(step) = Step::of(intent, seen) {
            self.top = step.from(self.top, (self.lines(app).len() + 1).saturating_sub(seen));
            return Next::Stays(Overlay::Guide(self), Vec::new());
        }
        match intent {
            Intent::GoBack | Intent::OpenGuide => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Guide(self)),
        }
    }

    /// Draws it.
    pub fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let height = u16::try_from(super::tall(app)).unwrap_or(u16::MAX);
        let title = match &self.company {
            Some(company) => app.say("guide-title-of", &[("company", company.as_str().into())]),
            None => app.text("guide-title"),
        };
        let area = floating::draw(buffer, room, &title, WIDEST, height, theme);
        let lines = self.lines(app);
        floating::draw_place(buffer, area, self.top, lines.len(), theme);
        for (line, row) in lines.iter().skip(self.top).zip(area.rows()) {
            line.draw(buffer, row, theme);
        }
    }
}
