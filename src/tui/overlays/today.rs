//! Today's time at a glance: what one logged and when, what is on the stopwatch, and the gaps between.

use super::{Next, Overlay};
use crate::base::cells;
use crate::base::{Date, Timestamp};
use crate::records::own_time::DayEntry;
use crate::records::views::Delivery;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::own_day::{self, Part};
use crate::tui::theme::Role;
use crate::tui::typed::work;
use crate::tui::widgets::floating;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use crate::tui::words::short_number;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The widest that it becomes.
const WIDEST: u16 = 100;
/// The cells of a part's time of day.
const WHEN: usize = 13;
/// The cells of how long it took.
const LONG: usize = 6;

/// What was worked today, and how far it is scrolled.
#[derive(Clone, Debug)]
pub struct Today {
    top: usize,
    load: Generation,
    /// None until it has been read.
    entries: Option<Vec<DayEntry>>,
}

/// Opens it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let day = Date(app.times().wall(app.now).date());
    let (load, effect) = app.load(Load::OwnDay(day));
    app.overlays.push(Overlay::Today(Today {
        top: 0,
        load,
        entries: None,
    }));
    vec![effect]
}

impl Today {
    /// Takes in what was worked, if this is what it waited for.
    pub(super) fn take(&mut self, generation: Generation, entries: &[DayEntry]) -> bool {
        let is_mine = self.load == generation;
        if is_mine {
            self.entries = Some(entries.to_vec());
        }
        is_mine
    }

    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        let seen = super::tall(app);
        if let Some(step) = Step::of(intent, seen) {
            self.top = step.from(self.top, (self.lines(app).len() + 1).saturating_sub(seen));
            return Next::Stays(Overlay::Today(self), Vec::new());
        }
        match intent {
            Intent::GoBack | Intent::OpenToday => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Today(self)),
        }
    }

    fn lines(&self, app: &App) -> Vec<Line> {
        let Some(entries) = &self.entries else {
            return vec![Line::text(app.text("list-loading").into_owned(), Role::Dim)];
        };
        let watches = &app.desk.stopwatches;
        let logged: i64 = entries.iter().map(|entry| entry.minutes).sum();
        let timed: i64 = watches.iter().map(|watch| watch.minutes(app.now)).sum();
        let parts = own_day::parts(entries, watches, app.now);
        let gaps = parts.iter().map(|part| match part {
            Part::Gap(from, to) => to.minutes_since(*from),
            _ => 0,
        });
        let sums = [
            ("logged", work::print(logged).into()),
            ("timed", work::print(timed).into()),
            ("gaps", work::print(gaps.sum()).into()),
        ];
        let mut lines = vec![Line::text(app.say("today-sums", &sums).into_owned(), Role::Heading)];
        lines.push(Line::default());
        if parts.is_empty() {
            lines.push(Line::text(app.text("today-nothing").into_owned(), Role::Dim));
        }
        lines.extend(parts.iter().map(|part| line(app, part)));
        lines
    }

    /// Draws it.
    pub fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let lines = self.lines(app);
        let seen = u16::try_from(super::tall(app)).unwrap_or(u16::MAX);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(seen);
        let day = app.times().date(Date(app.times().wall(app.now).date()));
        let title = app.say("today-title", &[("day", day.into())]);
        let area = floating::draw(buffer, room, &title, WIDEST, height, theme);
        floating::draw_place(buffer, area, self.top, lines.len(), theme);
        for (line, row) in lines.iter().skip(self.top).zip(area.rows()) {
            line.draw(buffer, row, theme);
        }
    }
}

/// `09:10–09:45   0:35 1120.0007 Printer … · fuser swapped`.
fn line(app: &App, part: &Part<'_>) -> Line {
    let clock = |at: Timestamp| app.times().wall(at).format("%H:%M").to_string();
    let span = |from: Timestamp, to: String| format!("{}–{to}", clock(from));
    let (when, minutes, role) = match part {
        Part::Entry(entry, from, to) => (span(*from, clock(*to)), entry.minutes, Role::Text),
        Part::Gap(from, to) => (span(*from, clock(*to)), to.minutes_since(*from), Role::Dim),
        Part::Running(watch, from) => (
            span(*from, app.text("age-now").into_owned()),
            watch.minutes(app.now),
            Role::Heading,
        ),
        Part::Sometime(entry) => (app.text("today-sometime").into_owned(), entry.minutes, Role::Text),
        Part::Standing(watch) => (String::new(), watch.minutes(app.now), Role::Text),
    };
    let mut left = vec![
        Piece::new(cells::pad(&when, WHEN), Role::Dim),
        Piece::new(cells::pad_start(&work::print(minutes), LONG), role),
        Piece::new("  ", Role::Text),
    ];
    left.extend(what(app, part));
    Line::of(left)
}

/// The ticket and what was done; of a gap that there is nothing.
fn what(app: &App, part: &Part<'_>) -> Vec<Piece<'static>> {
    let ticket = |number: &str, title: &str, behind: String| {
        let mut pieces = vec![
            Piece::new(short_number(number).to_owned(), Role::Heading),
            Piece::new(format!(" {title}"), Role::Text),
        ];
        if !behind.is_empty() {
            pieces.push(Piece::new(format!(" · {behind}"), Role::Dim));
        }
        pieces
    };
    match part {
        Part::Entry(entry, ..) | Part::Sometime(entry) => {
            let mut pieces = ticket(&entry.number, &entry.title, entry.summary.clone());
            if entry.delivery != Delivery::Delivered {
                pieces.insert(0, Piece::new("~ ", Role::Unsent));
            }
            pieces
        }
        Part::Running(watch, _) | Part::Standing(watch) => {
            let key = match watch.running_since {
                Some(_) => "today-running",
                None => "today-standing",
            };
            let mut pieces = vec![Piece::new(format!("{} ", app.text(key)), Role::Dim)];
            pieces.extend(ticket(&watch.number, &watch.title, String::new()));
            pieces
        }
        Part::Gap(..) => vec![Piece::new(app.text("today-gap").into_owned(), Role::Dim)],
    }
}
