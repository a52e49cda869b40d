//! The settings as the program uses them: every one resolved from the command line, the file and the environment, in
//! this order.

use super::terminal::Colours;
use super::{Environment, Mistake, OwnFile, Paths, Preset, ShippedTheme, Terminal, ThemeChoice, read};
use crate::base::Language;
use crate::sentences::{Sentences, Wording};
use std::io;
use std::path::{Path, PathBuf};

/// Every setting, resolved.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The file that was read, or would be if it were there.
    pub file: PathBuf,
    /// `[server]`: which backend.
    pub server: ServerSettings,
    /// `[ui]`: what the console looks like.
    pub ui: UiSettings,
    /// `--read-only`: whether nothing may be changed from here.
    pub read_only: bool,
    /// Tandem's folders; `[paths]` moves them.
    pub paths: Paths,
    /// What the environment tells about terminal and editor.
    pub surroundings: Surroundings,
}

/// Which backend the console works with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerSettings {
    /// Its address; none starts the embedded backend.
    pub url: Option<String>,
    /// A certificate authority to trust besides the system's.
    pub ca_file: Option<PathBuf>,
    /// A proxy on the way; none leaves it to `HTTPS_PROXY` and its kin.
    pub proxy: Option<String>,
}

/// How deadlines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ages {
    /// `1 h 18`.
    #[default]
    Relative,
    /// `Fri 12:00`; nothing needs redrawing while time passes.
    Absolute,
}

/// What the console looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UiSettings {
    /// How roles look, where there are colours.
    pub theme: ThemeChoice,
    /// How deadlines are shown.
    pub ages: Ages,
    /// The line's speed in bits a second; none takes the terminal's own where that is slow.
    pub line: Option<u32>,
    /// The language of the sentences.
    pub language: Language,
    /// Whether a ticket that is newly one's own rings the terminal's bell.
    pub bell: bool,
    /// Whether wheel and clicks come to the console; the terminal selects text only with shift then.
    pub mouse: bool,
    /// Whether sentences are said line by line instead of a screen drawn.
    pub plain: bool,
    /// Whether there are colours; without, the theme is `mono`.
    pub colour: bool,
    /// The keymap that ships and holds.
    pub preset: Preset,
    /// The person's own keymap, laid over it.
    pub keymap: Option<OwnFile>,
}

/// What the environment tells about terminal and editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `TERM`.
    pub term: Option<String>,
    /// `TMUX`.
    pub tmux: Option<String>,
    /// What the terminal can show.
    pub terminal: Terminal,
    /// `SSH_CONNECTION`: the person sits at another machine.
    pub is_remote: bool,
    /// `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
}

/// What the command line says about settings.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--config`: another settings file, which must be there.
    pub config: Option<PathBuf>,
    /// `--server`.
    pub server: Option<String>,
    /// `--plain`.
    pub plain: bool,
    /// `--read-only`.
    pub read_only: bool,
}

/// What was read, usable or not.
#[derive(Debug)]
pub struct Read {
    /// Every setting, resolved; what could not be used keeps its default.
    pub settings: Settings,
    /// What could not be used in `[server]`, or so that nobody knows what `[server]` says.
    pub server: Vec<Mistake>,
    /// What could not be used elsewhere.
    pub others: Vec<Mistake>,
}

/// Why the settings can't be used at all. A mistake in `[server]` is one: nobody should work with another backend than
/// the one meant.
#[derive(Debug)]
pub enum Unusable {
    /// The file can't be read.
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// What it says about the server can't be used.
    Server(Vec<Mistake>),
}

impl Unusable {
    /// The sentence that says so.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::File { file, error } => {
                let unreadable = Wording::of("settings-unreadable").with("file", file.display());
                unreadable.with("reason", error).said(sentences).into_owned()
            }
            Self::Server(mistakes) => {
                let explained = mistakes.iter().map(|mistake| mistake.explained(sentences));
                explained.collect::<Vec<_>>().join("\n\n")
            }
        }
    }
}

impl Settings {
    /// Reads the settings file and resolves every setting. Mistakes outside `[server]` are given back with their
    /// places; the settings in question keep their defaults.
    ///
    /// # Errors
    /// When a named file can't be read, or `[server]` has a mistake.
    pub fn load(environment: &Environment, overrides: &Overrides) -> Result<(Self, Vec<Mistake>), Unusable> {
        let Read {
            settings,
            server,
            mut others,
        } = Self::read(environment, overrides)?;
        if !server.is_empty() && overrides.server.is_none() {
            return Err(Unusable::Server(server));
        }
        others.extend(server);
        Ok((settings, others))
    }

    /// The same with every mistake, whatever follows from it.
    ///
    /// # Errors
    /// When a named file can't be read.
    pub fn read(environment: &Environment, overrides: &Overrides) -> Result<Read, Unusable> {
        let mut settings = Self::defaults(environment);
        settings.read_only = overrides.read_only;
        if let Some(file) = &overrides.config {
            settings.file.clone_from(file);
        }
        let source = match std::fs::read_to_string(&settings.file) {
            Ok(source) => source,
            Err(error) if error.kind() == io::ErrorKind::NotFound && overrides.config.is_none() => String::new(),
            Err(error) => {
                return Err(Unusable::File {
                    file: settings.file,
                    error,
                });
            }
        };
        let read::Mistakes { server, mut others } = read::into(&mut settings, &source, environment);
        others.extend(settings.take_usual_keymap().err());
        if let Some(url) = &overrides.server {
            settings.server.url = Some(url.clone());
        }
        settings.ui.plain |= overrides.plain;
        Ok(Read {
            settings,
            server,
            others,
        })
    }

    /// What holds where no file says otherwise.
    #[must_use]
    pub fn defaults(environment: &Environment) -> Self {
        let paths = Paths::of(environment);
        let variable = |name| environment.get(name).map(str::to_owned);
        let language = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| environment.get(name));
        let terminal = Terminal::of(environment);
        Self {
            file: paths.settings_file(),
            server: ServerSettings::default(),
            ui: UiSettings {
                theme: ThemeChoice::Shipped(ShippedTheme::default()),
                ages: Ages::default(),
                line: None,
                language: language.and_then(|language| language.parse().ok()).unwrap_or_default(),
                bell: false,
                mouse: false,
                plain: false,
                colour: environment.get("NO_COLOR").is_none()
                    && (terminal.colours > Colours::None || environment.get("TERM").is_none()),
                preset: Preset::default(),
                keymap: None,
            },
            read_only: false,
            paths,
            surroundings: Surroundings {
                term: variable("TERM"),
                tmux: variable("TMUX"),
                terminal,
                is_remote: environment.get("SSH_CONNECTION").is_some(),
                editor: variable("VISUAL").or_else(|| variable("EDITOR")),
            },
        }
    }

    /// What the terminal can show and the person wants to see of it.
    #[must_use]
    pub fn terminal(&self) -> Terminal {
        let Terminal { colours, letters } = self.surroundings.terminal;
        let colours = match self.ui.colour {
            // Who asks for colours has some, whatever the terminal is called.
            true => colours.max(Colours::Eight),
            false => Colours::None,
        };
        Terminal { colours, letters }
    }

    /// Takes the keymap that lies beside the settings file's usual place, where there is one and none is named.
    fn take_usual_keymap(&mut self) -> Result<(), Mistake> {
        let file = self.paths.config.join("keymap.toml");
        if self.ui.keymap.is_some() {
            return Ok(());
        }
        let name = file.display().to_string();
        match std::fs::read_to_string(&file) {
            Ok(text) => self.ui.keymap = Some(OwnFile { name, text }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Mistake::unreadable(&name, &error)),
        }
        Ok(())
    }

    /// The settings file as people know it, for messages.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.file.display().to_string()
    }

    /// A path as it is written in the settings file: from the file's own folder, `~/` from home.
    pub(super) fn path(&self, written: &str, environment: &Environment) -> PathBuf {
        match (written.strip_prefix("~/"), environment.folder("HOME")) {
            (Some(below), Some(home)) => home.join(below),
            _ => self.file.parent().unwrap_or(Path::new("")).join(written),
        }
    }
}

impl UiSettings {
    /// The theme to take: `mono` where there are no colours.
    #[must_use]
    pub fn theme(&self) -> ThemeChoice {
        match self.colour {
            true => self.theme.clone(),
            false => ThemeChoice::Shipped(ShippedTheme::Mono),
        }
    }
}

#[cfg(test)]
mod tests;
