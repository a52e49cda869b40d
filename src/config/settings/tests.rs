//! Settings as a person meets them: defaults, their file, and every mistake named.

use super::super::read::SECTIONS;
use super::*;
use crate::config::terminal::Colours;

const PLAIN: ThemeChoice = ThemeChoice::Shipped(ShippedTheme::Plain);
const MONO: ThemeChoice = ThemeChoice::Shipped(ShippedTheme::Mono);
const EXAMPLE: &str = include_str!("../../../config.example.toml");

fn english() -> Sentences {
    Sentences::new(Language::English)
}

fn told(mistake: &Mistake) -> String {
    mistake.said(&english())
}

/// A home with this settings file.
struct Home(tempfile::TempDir);

impl Home {
    fn with(source: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("config")).unwrap();
        std::fs::write(home.path().join("config/config.toml"), source).unwrap();
        Self(home)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.path().join("config").join(name), text).unwrap();
    }

    fn environment(&self, more: &[(&str, &str)]) -> Environment {
        let home = [
            ("TANDEM_HOME", self.0.path().to_str().unwrap()),
            ("HOME", "/home/maria"),
        ];
        Environment::of(home.into_iter().chain(more.iter().copied()))
    }

    fn load(&self) -> Result<(Settings, Vec<Mistake>), Unusable> {
        Settings::load(&self.environment(&[]), &Overrides::default())
    }

    fn settings(&self) -> Settings {
        let (settings, mistakes) = self.load().unwrap();
        assert_eq!(mistakes, []);
        settings
    }
}

/// The example with its commented settings in force.
fn uncommented() -> String {
    let setting = |line: &str| {
        line.strip_prefix("# ")
            .is_some_and(|rest| rest.split_once(" = ").is_some_and(|(name, _)| is_name(name)))
    };
    EXAMPLE
        .lines()
        .map(|line| if setting(line) { &line[2..] } else { line })
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[test]
fn the_example_names_every_setting_with_its_default() {
    let example = Home::with(EXAMPLE);
    let settings = example.settings();
    let defaults = Settings::defaults(&example.environment(&[]));
    assert_eq!(
        (settings.server, settings.ui, settings.paths),
        (defaults.server, defaults.ui, defaults.paths)
    );
    let all = uncommented();
    let home = Home::with(&all);
    home.write("desk-ca.pem", "");
    home.write("keymap.toml", "");
    let settings = home.settings();
    assert_eq!(settings.server.url.as_deref(), Some("https://desk.example"));
    for (section, names) in SECTIONS {
        assert!(all.contains(&format!("[{section}]")), "{section}");
        for name in names {
            assert!(
                all.lines().any(|line| line.starts_with(&format!("{name} = "))),
                "{section}.{name}"
            );
        }
    }
}

#[test]
fn paths_are_taken_from_the_files_own_folder() {
    let home = Home::with(
        "[server]\nca_file = \"ca.pem\"\n[ui]\nkeymap = \"keys.toml\"\ntheme = \"mine.toml\"\n[paths]\nstate = \"/var/t\"\ndata = \"~/desk\"\n",
    );
    home.write("ca.pem", "");
    home.write("keys.toml", "[global]\n");
    home.write("mine.toml", "late = \"red\"\n");
    let settings = home.settings();
    let own = |name: &str, text: &str| OwnFile {
        name: home.0.path().join("config").join(name).display().to_string(),
        text: text.to_owned(),
    };
    assert_eq!(settings.server.ca_file, Some(home.0.path().join("config/ca.pem")));
    assert_eq!(settings.ui.keymap, Some(own("keys.toml", "[global]\n")));
    assert_eq!(
        settings.ui.theme(),
        ThemeChoice::Own(own("mine.toml", "late = \"red\"\n"))
    );
    assert_eq!(settings.paths.state, PathBuf::from("/var/t"));
    assert_eq!(settings.paths.data, PathBuf::from("/home/maria/desk"));
}

#[test]
fn the_keymap_beside_the_settings_is_taken_where_none_is_named() {
    let home = Home::with("[ui]\npreset = \"vim\"\n");
    assert_eq!(home.settings().ui.keymap, None);
    home.write("keymap.toml", "[list]\n");
    let settings = home.settings();
    assert_eq!(settings.ui.preset, Preset::Vim);
    assert_eq!(settings.ui.keymap.map(|own| own.text), Some("[list]\n".to_owned()));
}

#[test]
fn the_environment_is_read_and_the_file_wins_over_it() {
    let home = Home::with("");
    let load = |variables: &[(&str, &str)]| {
        Settings::load(&home.environment(variables), &Overrides::default())
            .unwrap()
            .0
    };
    assert_eq!(load(&[("NO_COLOR", "1")]).ui.theme(), MONO);
    assert_eq!(
        load(&[("NO_COLOR", ""), ("TERM", "xterm")]).ui.theme(),
        PLAIN,
        "an empty NO_COLOR says nothing"
    );
    for colourless in ["dumb", "vt220", "linux-m"] {
        assert_eq!(load(&[("TERM", colourless)]).ui.theme(), MONO, "{colourless}");
    }
    let terminal = load(&[
        ("VISUAL", "vim"),
        ("EDITOR", "ed"),
        ("SSH_CONNECTION", "1 2 3 4"),
        ("COLORTERM", "truecolor"),
        ("TERM", "xterm"),
    ])
    .surroundings;
    assert_eq!(
        (
            terminal.editor.as_deref(),
            terminal.is_remote,
            terminal.terminal.colours
        ),
        (Some("vim"), true, Colours::True)
    );
    let coloured = Home::with("[ui]\ncolour = true\n");
    let (settings, _) = Settings::load(&coloured.environment(&[("NO_COLOR", "1")]), &Overrides::default()).unwrap();
    assert_eq!(settings.ui.theme(), PLAIN);
}

#[test]
fn the_command_line_wins_over_the_file() {
    let home = Home::with("[server]\nurl = \"https://one.example/\"\n");
    assert_eq!(home.settings().server.url.as_deref(), Some("https://one.example"));
    let overrides = Overrides {
        server: Some("https://two.example".to_owned()),
        ..Overrides::default()
    };
    let (settings, _) = Settings::load(&home.environment(&[]), &overrides).unwrap();
    assert_eq!(settings.server.url.as_deref(), Some("https://two.example"));
}

#[test]
fn a_file_that_is_named_must_be_there_and_the_usual_one_need_not() {
    let home = tempfile::tempdir().unwrap();
    let environment = Environment::of([("TANDEM_HOME", home.path().to_str().unwrap())]);
    assert!(Settings::load(&environment, &Overrides::default()).is_ok());
    let named = Overrides {
        config: Some(home.path().join("mine.toml")),
        ..Overrides::default()
    };
    let error = Settings::load(&environment, &named).unwrap_err();
    assert!(error.said(&english()).contains("mine.toml can't be read"), "{error:?}");
}

#[test]
fn each_mistake_is_named_with_its_place_and_what_would_be_right_and_the_rest_holds() {
    for (line, place, expected) in [
        (
            "theem = \"dark\"",
            "3:1",
            "there is no setting \"theem\"; did you mean \"theme\"?",
        ),
        (
            "colour = 1",
            "3:10",
            "\"colour\" must be true or false, not a whole number",
        ),
        (
            "ages = \"relativ\"",
            "3:8",
            "\"ages\" can't be \"relativ\"; did you mean \"relative\"?",
        ),
        (
            "language = \"tlh\"",
            "3:12",
            "\"language\" can't be \"tlh\"; take one of: en, de, es",
        ),
        (
            "line = 0",
            "3:8",
            "\"line\" must be a speed in bits a second from 50 on; leave the line out",
        ),
        ("line = -9600", "3:8", "\"line\" must be a whole number"),
        ("[uii]", "3:2", "there is no section \"uii\"; did you mean \"ui\"?"),
        (
            "theme = \"drak\"",
            "3:9",
            "\"theme\" can't be \"drak\"; did you mean \"dark\"?",
        ),
        (
            "theme = 3",
            "3:9",
            "\"theme\" must be text in quotes, not a whole number",
        ),
        ("theme = \"absent.toml\"", "3:9", "\"theme\": "),
        (
            "preset = \"emcas\"",
            "3:10",
            "\"preset\" can't be \"emcas\"; did you mean \"emacs\"?",
        ),
        ("keymap = \"absent.toml\"", "3:10", "\"keymap\": "),
        ("keymap = true", "3:10", "\"keymap\" must be text in quotes"),
        ("[paths]\ndata = 1", "4:8", "\"data\" must be text in quotes"),
        (
            "[paths]\nconfig = \"/\"",
            "4:1",
            "there is no setting \"config\"; take one of: data, state",
        ),
    ] {
        let home = Home::with(&format!("[ui]\nbell = true\n{line}\n"));
        let Read {
            settings,
            others: mistakes,
            ..
        } = Settings::read(&home.environment(&[]), &Overrides::default()).unwrap();
        let shown: Vec<String> = mistakes.iter().map(told).collect();
        assert!(
            shown.len() == 1 && shown[0].contains(&format!("config.toml:{place}: {expected}")),
            "{line}\n{shown:?}"
        );
        assert!(settings.ui.bell, "{line}");
    }
}

#[test]
fn a_setting_outside_of_its_section_is_told_where_it_belongs() {
    for (source, expected) in [
        (
            "url = \"https://desk.example\"",
            "config.toml:1:1: there is no section \"url\"; write the setting below [server]",
        ),
        (
            "[sever]\n",
            "config.toml:1:2: there is no section \"sever\"; did you mean \"server\"?",
        ),
    ] {
        let shown = Home::with(source).load().map(|_| ()).unwrap_err();
        let Unusable::Server(mistakes) = shown else {
            panic!("{shown:?}")
        };
        let told: Vec<String> = mistakes.iter().map(told).collect();
        assert!(told.len() == 1 && told[0].ends_with(expected), "{told:?}");
    }
    let mistakes = Home::with("theme = \"dark\"").load().unwrap().1;
    assert!(
        told(&mistakes[0]).ends_with("write the setting below [ui]"),
        "{mistakes:?}"
    );
}

#[test]
fn every_mistake_is_named_not_only_the_first() {
    let home = Home::with("[ui]\ncolour = 1\nbell = 2\nx = 3\n[paths]\nstat = \"/\"\n");
    assert_eq!(home.load().unwrap().1.len(), 4);
}

#[test]
fn a_mistake_about_the_server_refuses_to_start() {
    for source in [
        "[server]\nurl = \"desk.example\"",
        "[server]\nbase_url = \"https://x\"",
        "[server]\nproxy = 3",
        "server = 3",
        "[server\n",
        "[server]\nca_file = \"absent.pem\"",
        "[server]\nurl = \"https://one.example\"\nurl = \"https://two.example\"",
        "[sever]\nurl = \"https://desk.example\"",
        "[Server]\nurl = \"https://desk.example\"",
        "url = \"https://desk.example\"",
        "ulr = \"https://desk.example\"",
        "[proxy]\nurl = \"http://proxy.example:3128\"",
        "[ui]\nbell = tru\n",
        "[ui]\nbell = true\nbell = false\n",
    ] {
        let error = Home::with(source).load().map(|_| source).unwrap_err();
        let shown = error.said(&english());
        assert!(
            matches!(error, Unusable::Server(_)) && shown.contains("config.toml:"),
            "{source}: {shown}"
        );
    }
    let shown = Home::with("[server]\nurl = \"desk.example\"")
        .load()
        .map(|_| ())
        .unwrap_err()
        .said(&english());
    assert!(
        shown.contains("url = \"desk.example\"") && shown.contains("write it like \"https://desk.example\""),
        "{shown}"
    );
}
