//! The console: settings, terminal, local copy and line to the server come together here.

mod crash;
mod door;
mod files;
mod keeper;
mod line;
mod log;

use super::connection::client;
use super::context::Context;
use super::embedded::Places;
use super::failure::{Ended, Exit, Failure};
use super::session::{EMBEDDED, SessionFile};
use super::{local_copy, look, progress};
use crate::config::terminal::can_draw;
use crate::config::{Mistake, Settings};
use crate::remote::Client;
use crate::tui::app::App;
use crate::tui::clipboard::Wrapping;
use crate::tui::r#loop::{Console, Parts};
use crate::tui::plain::{self, Plain};
use crate::tui::runner::{self, Talk};
use crate::tui::surface::Surface;
use crate::tui::term::guard::{self, Guard, Manner, Mouse};
use crate::tui::term::{Editor, Screen};
use door::ConsoleDoor;
use files::Files;
use keeper::Keeper;
use ratatui::layout::Size;
use rustix::fs::Mode;
use std::sync::Arc;

/// Opens the console and stays until the person leaves.
///
/// # Errors
/// No terminal in which it can draw, settings that can't be used, or no backend on the first start.
pub async fn run(context: &mut Context<'_>) -> Ended {
    let (settings, mistakes) = context.settings_with_mistakes()?;
    require_terminal(context, &settings)?;
    context.make_folders(&settings.paths)?;
    // Whatever the console writes, its log too, is for this user only.
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
    let _log = log::start(&settings.paths);
    crash::keep(&settings.paths, Arc::clone(&context.clock), context.sentences.clone());
    let spoken = context.spoken();
    let client = client(&settings, spoken.clone())?;
    let keeper = prepare(context, &settings, client.clone()).await?;
    let person = context.general.demo_person.clone();
    let files = Files {
        environment: context.environment.clone(),
        overrides: context.overrides(),
    };
    let door = Arc::new(ConsoleDoor::new(
        settings.clone(),
        spoken.clone(),
        files,
        client,
        keeper,
        person,
    ));
    // The copy opens while the terminal is taken.
    let talk = runner::start(
        door.clone(),
        Arc::clone(&context.clock),
        Arc::clone(&context.ids),
        spoken,
    );
    let console = app(context, &settings, mistakes).and_then(|app| console(context, &settings, app, talk));
    let ended = match console {
        Ok(console) => console.run().await.map(drop).map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    door.close().await;
    ended
}

/// Refuses to begin where there is no terminal, or one that can't move its cursor, which is no place for the console.
fn require_terminal(context: &Context<'_>, settings: &Settings) -> Ended {
    let why = if !guard::is_there() {
        "console-no-terminal"
    } else if !settings.ui.plain && !can_draw(settings.surroundings.term.as_deref()) {
        "console-dumb-terminal"
    } else {
        return Ok(());
    };
    Err(Failure::new(Exit::Failed, context.text(why)))
}

/// What keeps the embedded backend; none where a server is configured. The first start makes the desk before the
/// terminal is taken; later ones show the local copy first.
async fn prepare(context: &mut Context<'_>, settings: &Settings, client: Client) -> Ended<Option<Arc<Keeper>>> {
    if settings.server.url.is_some() {
        return Ok(None);
    }
    let places = Places::of(&settings.paths);
    local_copy::forget_lost_desk(&settings.paths, &places.database)?;
    let keeper = Arc::new(Keeper::new(places, Arc::clone(&context.clock), client.clone()));
    let remembered = SessionFile::of(&settings.paths, EMBEDDED).read();
    let copied =
        remembered.is_some_and(|session| local_copy::file(&settings.paths, EMBEDDED, &session.me.user_name).exists());
    if !copied || context.general.demo_person.is_some() {
        let (bar, tell) = progress::starting_bar(&context.text("demo-progress"), context.text("embedded-waiting"));
        let entered = keeper.enter_telling(Arc::new(tell)).await;
        bar.finish_and_clear();
        entered.map_err(|error| Failure::new(Exit::Failed, error.said(&context.sentences)))?;
    }
    Ok(Some(keeper))
}

/// The state machine as the settings want it, with what of them could not be used on the screen.
fn app(context: &Context<'_>, settings: &Settings, mut mistakes: Vec<Mistake>) -> Ended<App> {
    let (look, more) = look::settings(settings, context.sentences.clone());
    mistakes.extend(more);
    let size = match settings.ui.plain {
        true => plain::SIZE,
        false => crossterm::terminal::size()?,
    };
    let mistakes = mistakes.iter().map(|mistake| mistake.said(&look.sentences));
    let mistakes = mistakes.collect();
    let app = App::new(look, context.clock.now(), size);
    Ok(app.with_mistakes(mistakes))
}

fn mouse(settings: &Settings) -> Mouse {
    match settings.ui.mouse {
        true => Mouse::Heard,
        false => Mouse::LeftAlone,
    }
}

/// Takes the terminal and joins state machine and runner.
fn console(context: &Context<'_>, settings: &Settings, app: App, (orders, news): Talk) -> Ended<Console> {
    let (guard, screen) = surface(settings)?;
    let surroundings = &settings.surroundings;
    let parts = Parts {
        guard,
        screen,
        editor: Editor {
            command: surroundings.editor.clone(),
            folder: settings.paths.runtime.clone(),
        },
        wrapping: Wrapping::of(surroundings.term.as_deref(), surroundings.tmux.as_deref()),
        clock: Arc::clone(&context.clock),
        orders,
        news,
    };
    Ok(Console::new(app, parts).paced(settings.ui.line.or_else(guard::slow_line)))
}

/// Takes the terminal for a screen, or for lines.
fn surface(settings: &Settings) -> Ended<(Guard, Surface)> {
    let terminal = settings.terminal();
    if settings.ui.plain {
        let manner = match can_draw(settings.surroundings.term.as_deref()) {
            true => Manner::Lines,
            false => Manner::BareLines,
        };
        let guard = Guard::enter(manner, Mouse::LeftAlone)?;
        let plain = Plain::new(guard::output()?, terminal.letters);
        return Ok((guard, Surface::Plain(plain)));
    }
    let guard = Guard::enter(Manner::Screen, mouse(settings))?;
    let (columns, rows) = crossterm::terminal::size()?;
    let screen = Screen::new(guard::output()?, Size::new(columns, rows)).on(terminal);
    Ok((guard, Surface::Drawn(screen)))
}
