//! What each part of the screen means, and how it looks: roles, and the themes of `assets/theme` that style them.
//!
//! Drawing code names roles only. A theme is a file of `role = "colour and attributes"`; a user's file needs only the
//! roles that it changes, and may say with `base` which theme it changes. No role tells anything by colour alone: marks and words carry the meaning.

use crate::config::document::did_you_mean;
use crate::config::{Document, Mistake, OwnFile, ShippedTheme, ThemeChoice};
use crate::sentences::Wording;
use ratatui::style::{Color, Modifier, Style};

macro_rules! roles {
    ($(#[doc = $about:literal] $role:ident = $name:literal),* $(,)?) => {
        /// What a part of the screen means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Role { $(#[doc = $about] $role),* }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$role),*];

            /// The role's name in theme files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name),* }
            }

            /// What it means, for the manual.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$role => $about),* }.trim()
            }
        }
    };
}

roles! {
    /// What one reads.
    Text = "text",
    /// What one may skip.
    Dim = "dim",
    /// The title of a pane, the number and title of a ticket.
    Heading = "heading",
    /// Rules between panes and the boxes of what floats.
    Rule = "rule",
    /// A key in the footer, in help and in dialogs.
    Key = "key",
    /// The letters that matched what was typed.
    Match = "match",
    /// Where one types.
    Input = "input",
    /// Mark, number and title of the line under the cursor.
    Cursor = "cursor",
    /// The mark of a marked line.
    Marked = "marked",
    /// The mark of what the server has not answered yet.
    Unsent = "unsent",
    /// The mark and bar of the side that has the ticket.
    Holder = "holder",
    /// A status: nobody has begun.
    New = "new",
    /// A status: in work.
    Open = "open",
    /// A status: waiting for someone outside.
    Waiting = "waiting",
    /// A status: with the other side.
    OtherSide = "other-side",
    /// A status: done.
    Complete = "complete",
    /// A time that has passed.
    Late = "late",
    /// What needs attention, refusals and mistakes.
    Warning = "warning",
    /// What only one side may read.
    Internal = "internal",
}

/// A style for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme(Vec<Style>);

impl Default for Theme {
    /// `plain`: the terminal's own 16 colours on its own background.
    fn default() -> Self {
        Self::shipped(ShippedTheme::default())
    }
}

impl Theme {
    /// One of the themes that ship with Tandem.
    #[must_use]
    pub fn shipped(theme: ShippedTheme) -> Self {
        // A test reads each of them.
        Self::unstyled().overlaid(theme.name(), source(theme)).0
    }

    /// The theme that the settings name, and what of a person's own file could not be used.
    #[must_use]
    pub fn chosen(choice: &ThemeChoice) -> (Self, Vec<Mistake>) {
        match choice {
            ThemeChoice::Shipped(theme) => (Self::shipped(*theme), Vec::new()),
            ThemeChoice::Own(OwnFile { name, text }) => Self::default().overlaid(name, text),
        }
    }

    /// A theme for what nobody looks at: what was drawn with it tells what it means.
    #[must_use]
    pub fn telling() -> Self {
        let styles = Role::ALL.iter().map(|role| Style::new().fg(telling(*role)));
        Self(styles.collect())
    }

    /// Whether it is that one.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        Role::ALL
            .iter()
            .all(|role| self.style(*role).fg == Some(telling(*role)))
    }

    /// What a part means that was drawn with it in this colour.
    #[must_use]
    pub fn told(colour: Color) -> Role {
        let role = Role::ALL.iter().find(|role| telling(**role) == colour);
        role.copied().unwrap_or(Role::Text)
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.0.get(role as usize).copied().unwrap_or_default()
    }

    /// Whether it has any colour at all.
    #[must_use]
    pub fn has_colours(&self) -> bool {
        self.0.iter().any(|style| style.fg.is_some() || style.bg.is_some())
    }

    /// This theme with the roles of a theme file laid over it; what can't be used is named with its place and left out.
    /// A file that names its base is laid over that instead.
    #[must_use]
    pub fn overlaid(mut self, file: &str, source: &str) -> (Self, Vec<Mistake>) {
        let (mut document, mut table) = Document::read(file, source);
        let base = table
            .take(BASE)
            .and_then(|entry| document.one_of(&entry, &ShippedTheme::named()));
        if let Some(base) = base {
            self = Self::shipped(base);
        }
        for entry in table {
            let Some(role) = Role::ALL.iter().find(|role| role.name() == entry.name) else {
                let names = Role::ALL.iter().map(|role| role.name());
                document.unknown("mistake-no-role", &entry, names.chain([BASE]));
                continue;
            };
            let Some(said) = document.text(&entry) else { continue };
            match parse_style(said) {
                Ok(style) => self.0[*role as usize] = style,
                Err(word) => {
                    let names: Vec<&str> = words().collect();
                    let message = Wording::of("mistake-no-colour").with("word", &word);
                    let hints = [did_you_mean(&word, &names), Wording::of("mistake-colours-besides")];
                    document.wrong_value(&entry, message, hints);
                }
            }
        }
        (self, document.finish())
    }

    fn unstyled() -> Self {
        Self(vec![Style::new(); Role::ALL.len()])
    }
}

/// A colour for each role that no theme has for anything.
fn telling(role: Role) -> Color {
    Color::Rgb(1, 2, role as u8)
}

/// What a theme file says about the theme that it changes.
const BASE: &str = "base";

/// A theme that ships, as its file stands.
fn source(theme: ShippedTheme) -> &'static str {
    match theme {
        ShippedTheme::Plain => include_str!("../../assets/theme/plain.toml"),
        ShippedTheme::Dark => include_str!("../../assets/theme/dark.toml"),
        ShippedTheme::Light => include_str!("../../assets/theme/light.toml"),
        ShippedTheme::HighContrast => include_str!("../../assets/theme/high-contrast.toml"),
        ShippedTheme::Mono => include_str!("../../assets/theme/mono.toml"),
    }
}

/// The terminal's own colours by name.
const COLOURS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "gray",
    "darkgray",
    "lightred",
    "lightgreen",
    "lightyellow",
    "lightblue",
    "lightmagenta",
    "lightcyan",
    "white",
];

const ATTRIBUTES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// What a style is made of: colours, then attributes.
pub fn words() -> impl Iterator<Item = &'static str> {
    COLOURS.into_iter().chain(ATTRIBUTES.map(|(name, _)| name))
}

/// Reads `"cyan bold"`, `"black on yellow"`, `""`. Gives back the word that it doesn't know.
fn parse_style(words: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        if let Some((_, attribute)) = ATTRIBUTES.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*attribute);
        } else if word == "on" {
            style = style.bg(colour(words.next().unwrap_or("on"))?);
        } else {
            style = style.fg(colour(word)?);
        }
    }
    Ok(style)
}

fn colour(word: &str) -> Result<Color, String> {
    let known = COLOURS.contains(&word) || word.starts_with('#') || word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| known).ok_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::sentences::Sentences;

    #[test]
    fn every_theme_that_ships_styles_every_role_without_mistake() {
        for theme in ShippedTheme::ALL {
            let (name, source) = (theme.name(), source(*theme));
            assert_eq!(Theme::unstyled().overlaid(name, source).1, [], "{name}");
            for role in Role::ALL {
                let styled = source
                    .lines()
                    .any(|line| line.starts_with(&format!("{} =", role.name())));
                assert!(styled, "{name} lacks {}", role.name());
            }
        }
    }

    #[test]
    fn plain_keeps_the_terminals_background_and_mono_has_no_colour_at_all() {
        for role in Role::ALL {
            assert_eq!(Theme::default().style(*role).bg, None, "{role:?}");
            let mono = Theme::shipped(ShippedTheme::Mono).style(*role);
            assert_eq!((mono.fg, mono.bg), (None, None), "{role:?}");
        }
        let cursor = Theme::shipped(ShippedTheme::Mono).style(Role::Cursor);
        assert!(cursor.add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn a_users_file_changes_only_what_it_names() {
        let (theme, mistakes) = Theme::default().overlaid("my.toml", "late = \"black on #ff8800 bold\"\n");
        assert_eq!(mistakes, []);
        let expected = Style::new()
            .fg(Color::Black)
            .bg(Color::Rgb(255, 136, 0))
            .add_modifier(Modifier::BOLD);
        assert_eq!(theme.style(Role::Late), expected);
        assert_eq!(theme.style(Role::New), Theme::default().style(Role::New));
    }

    #[test]
    fn a_users_file_may_change_another_theme_than_plain() {
        let own = OwnFile {
            name: "my.toml".to_owned(),
            text: "new = \"bold\"\nbase = \"dark\"\n".to_owned(),
        };
        let (theme, mistakes) = Theme::chosen(&ThemeChoice::Own(own));
        let dark = Theme::shipped(ShippedTheme::Dark);
        assert_eq!(mistakes, []);
        assert_eq!(theme.style(Role::New), Style::new().add_modifier(Modifier::BOLD));
        assert_eq!(theme.style(Role::Late), dark.style(Role::Late));
        assert_ne!(dark.style(Role::Late), Theme::default().style(Role::Late));
    }

    #[test]
    fn each_mistake_in_a_theme_is_named_with_its_place_and_what_would_be_right() {
        let sentences = Sentences::new(Language::English);
        for (source, expected) in [
            (
                "laet = \"red\"",
                "my.toml:1:1: there is no role \"laet\"; did you mean \"late\"?",
            ),
            (
                "new = \"bold\"\nlate = \"rde\"",
                "my.toml:2:8: \"rde\" is no colour or attribute; did you mean \"red\"?",
            ),
            ("late = \"red on\"", "\"on\" is no colour"),
            (
                "late = 3",
                "my.toml:1:8: \"late\" must be text in quotes, not a whole number",
            ),
            ("late = \"red", "my.toml:1:"),
            (
                "late = \"red\"\nbase = \"drak\"",
                "my.toml:2:8: \"base\" can't be \"drak\"; did you mean \"dark\"?",
            ),
            (
                "late = \"#ff88zz\"",
                "my.toml:1:8: \"#ff88zz\" is no colour or attribute",
            ),
            ("late = \"256\"", "my.toml:1:8: \"256\" is no colour or attribute"),
            (
                "[late]\nfg = \"red\"",
                "my.toml:1:1: \"late\" must be text in quotes, not a section",
            ),
            (
                "late = \"red\"\nlate = \"blue\"",
                "my.toml:2:1: this is no TOML: duplicate key",
            ),
        ] {
            let (_, mistakes) = Theme::default().overlaid("my.toml", source);
            let shown = mistakes
                .first()
                .map(|mistake| mistake.said(&sentences))
                .unwrap_or_default();
            assert!(shown.contains(expected), "{source}: {shown}");
        }
    }
}
