//! The settings file into the settings: each name once, with what it may be.

use super::{Ages, Document, Entry, Environment, Mistake, Preset, Settings, ShippedTheme, Table, ThemeChoice};
use crate::base::{Language, nearest};
use crate::sentences::Wording;
use std::path::PathBuf;

/// Every section with the names of its settings.
pub const SECTIONS: [(&str, &[&str]); 3] = [
    ("server", &["url", "ca_file", "proxy"]),
    (
        "ui",
        &[
            "theme", "ages", "line", "language", "bell", "mouse", "plain", "colour", "preset", "keymap",
        ],
    ),
    ("paths", &["data", "state"]),
];

/// No line is slower, in bits a second.
const SLOWEST: u64 = 50;

/// What could not be used.
pub(super) struct Mistakes {
    /// In `[server]`, or so that nobody knows what `[server]` says: too much to go on.
    pub server: Vec<Mistake>,
    /// Elsewhere: the defaults hold.
    pub others: Vec<Mistake>,
}

/// Reads the file's text over the settings.
pub(super) fn into(settings: &mut Settings, source: &str, environment: &Environment) -> Mistakes {
    let file = settings.file_name();
    let (mut document, mut sections) = Document::read(&file, source);
    // Text that is no TOML may be the line that names the server.
    let server_section = sections.take("server");
    if let Some(table) = server_section.and_then(|entry| document.table(entry)) {
        read_server(settings, &mut document, table, environment);
    }
    // A name that is nearly one of the server's may be meant for it.
    for entry in sections.take_all(|entry| is_meant_for_server(&entry.name)) {
        unknown_section(&mut document, &entry);
    }
    let server = document.take_mistakes();
    for (name, read) in [("ui", read_ui as Reader), ("paths", read_paths)] {
        if let Some(table) = sections.take(name).and_then(|entry| document.table(entry)) {
            read(settings, &mut document, table, environment);
        }
    }
    for entry in sections {
        unknown_section(&mut document, &entry);
    }
    Mistakes {
        server,
        others: document.finish(),
    }
}

/// Whether what stands outside all sections was probably meant to say which server to work with.
fn is_meant_for_server(name: &str) -> bool {
    let known = |name: &str| SECTIONS.iter().any(|(section, _)| *section == name);
    let names = SECTIONS.iter().flat_map(|(section, names)| {
        let names = names.iter().map(|name| (*name, *section));
        names.chain([(*section, *section)])
    });
    let names: Vec<(&str, &str)> = names.collect();
    let meant = nearest(name, names.iter().map(|(name, _)| *name));
    !known(name)
        && names
            .iter()
            .any(|(name, section)| Some(*name) == meant && *section == "server")
}

/// A section that there isn't; a setting of one belongs below it.
fn unknown_section(document: &mut Document<'_>, entry: &Entry<'_>) {
    let owner = SECTIONS.iter().find(|(_, names)| names.contains(&entry.name.as_str()));
    match owner {
        Some((section, _)) => {
            let hint = Wording::of("mistake-setting-below").with("section", section);
            document.unknown_but("mistake-no-section", entry, hint);
        }
        None => document.unknown("mistake-no-section", entry, SECTIONS.iter().map(|(name, _)| *name)),
    }
}

type Reader = fn(&mut Settings, &mut Document<'_>, Table<'_>, &Environment);

fn read_server(settings: &mut Settings, document: &mut Document<'_>, table: Table<'_>, environment: &Environment) {
    for entry in table {
        match entry.name.as_str() {
            "url" => settings.server.url = address(document, &entry, "https://desk.example"),
            "proxy" => settings.server.proxy = address(document, &entry, "http://proxy.example:3128"),
            "ca_file" => {
                let file = path(settings, document, &entry, environment);
                // Whether it holds certificates shows when they are needed.
                settings.server.ca_file = file.and_then(|file| document.readable(&entry, file));
            }
            _ => unknown(document, &entry, "server"),
        }
    }
}

fn read_ui(settings: &mut Settings, document: &mut Document<'_>, table: Table<'_>, environment: &Environment) {
    for entry in table {
        match entry.name.as_str() {
            "theme" => {
                let theme = theme(settings, document, &entry, environment);
                set(&mut settings.ui.theme, theme);
            }
            "ages" => set(
                &mut settings.ui.ages,
                document.one_of(&entry, &[("relative", Ages::Relative), ("absolute", Ages::Absolute)]),
            ),
            "line" => settings.ui.line = line(document, &entry).or(settings.ui.line),
            "language" => set(
                &mut settings.ui.language,
                document.one_of(&entry, &Language::ALL.map(|one| (one.tag(), one))),
            ),
            "bell" => set(&mut settings.ui.bell, document.yes_or_no(&entry)),
            "mouse" => set(&mut settings.ui.mouse, document.yes_or_no(&entry)),
            "plain" => set(&mut settings.ui.plain, document.yes_or_no(&entry)),
            "colour" => set(&mut settings.ui.colour, document.yes_or_no(&entry)),
            "preset" => set(&mut settings.ui.preset, document.one_of(&entry, &Preset::named())),
            "keymap" => {
                let file = path(settings, document, &entry, environment);
                settings.ui.keymap = file.and_then(|file| document.file(&entry, &file));
            }
            _ => unknown(document, &entry, "ui"),
        }
    }
}

fn read_paths(settings: &mut Settings, document: &mut Document<'_>, table: Table<'_>, environment: &Environment) {
    for entry in table {
        match entry.name.as_str() {
            "data" => {
                let path = path(settings, document, &entry, environment);
                set(&mut settings.paths.data, path);
            }
            "state" => {
                let path = path(settings, document, &entry, environment);
                set(&mut settings.paths.state, path);
            }
            _ => unknown(document, &entry, "paths"),
        }
    }
}

/// A path, resolved.
fn path(
    settings: &Settings,
    document: &mut Document<'_>,
    entry: &Entry<'_>,
    environment: &Environment,
) -> Option<PathBuf> {
    document.text(entry).map(|path| settings.path(path, environment))
}

fn set<T>(setting: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *setting = value;
    }
}

fn unknown(document: &mut Document<'_>, entry: &Entry<'_>, section: &str) {
    let names = SECTIONS
        .iter()
        .find(|(name, _)| *name == section)
        .map_or(&[][..], |(_, names)| names);
    document.unknown("mistake-no-setting", entry, names.iter().copied());
}

/// An address of the web.
fn address(document: &mut Document<'_>, entry: &Entry<'_>, example: &str) -> Option<String> {
    let text = document.text(entry)?;
    let address = web_address(text);
    if address.is_none() {
        let message = Wording::of("mistake-address").with("name", &entry.name);
        let hint = Wording::of("mistake-write-like").with("example", example);
        document.wrong_value(entry, message, Some(hint));
    }
    address
}

/// An address of the web, without the slash at its end; none where it isn't one.
#[must_use]
pub fn web_address(text: &str) -> Option<String> {
    let url = reqwest::Url::parse(text).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    is_web.then(|| text.trim_end_matches('/').to_owned())
}

fn line(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<u32> {
    let speed = document.whole_number(entry)?;
    let usable = u32::try_from(speed).ok().filter(|_| speed >= SLOWEST);
    if usable.is_none() {
        let message = Wording::of("mistake-line").with("least", SLOWEST);
        document.wrong_value(entry, message, Some(Wording::of("mistake-line-unset")));
    }
    usable
}

/// A theme that ships by its name, or a file's.
fn theme(
    settings: &Settings,
    document: &mut Document<'_>,
    entry: &Entry<'_>,
    environment: &Environment,
) -> Option<ThemeChoice> {
    if document.text(entry)?.ends_with(".toml") {
        let file = path(settings, document, entry, environment)?;
        return document.file(entry, &file).map(ThemeChoice::Own);
    }
    document.one_of(entry, &ShippedTheme::named()).map(ThemeChoice::Shipped)
}
