//! What the terminal can show, as far as the environment tells. The terminal itself is never asked: over a bad line its
//! answer may never come.

use super::Environment;

/// How many colours there are, fewest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// None, as on a vt220.
    None,
    /// The eight of the first colour terminals, as on the Linux console.
    Eight,
    /// Those and their bright forms.
    Sixteen,
    /// 256.
    Palette,
    /// Any.
    #[default]
    True,
}

/// Which letters there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// The printable ones of ASCII: the locale is not UTF-8.
    Ascii,
    /// What a console font of 256 glyphs has.
    Console,
    /// All of them.
    #[default]
    Unicode,
}

/// What a terminal can show; everything where nothing else is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// How many colours.
    pub colours: Colours,
    /// Which letters.
    pub letters: Letters,
}

/// Terminals that show 256 colours without saying so in their names.
const PALETTE: [&str; 7] = ["alacritty", "contour", "foot", "ghostty", "kitty", "st-", "wezterm"];
/// Beginnings of the names of terminals without colours.
const COLOURLESS: [&str; 8] = ["vt1", "vt2", "vt3", "vt4", "vt5", "wy", "tvi", "adm"];

impl Terminal {
    /// What `TERM`, `COLORTERM` and the locale say.
    #[must_use]
    pub fn of(environment: &Environment) -> Self {
        let term = environment.get("TERM").unwrap_or_default();
        let has_true_colour = matches!(environment.get("COLORTERM"), Some("truecolor" | "24bit"));
        Self {
            colours: match colours(term) {
                Colours::None => Colours::None,
                _ if has_true_colour => Colours::True,
                colours => colours,
            },
            letters: match speaks_utf8(environment) {
                false => Letters::Ascii,
                true if term == "linux" => Letters::Console,
                true => Letters::Unicode,
            },
        }
    }

    /// Whether a telephone's camera can read what is drawn: dark and light half blocks.
    #[must_use]
    pub fn draws_codes(self) -> bool {
        self.colours > Colours::None && self.letters != Letters::Ascii
    }
}

/// Whether the cursor of such a terminal can be moved.
#[must_use]
pub fn can_draw(term: Option<&str>) -> bool {
    !matches!(term, None | Some("" | "dumb" | "unknown"))
}

fn colours(term: &str) -> Colours {
    let says = |part: &str| term.contains(part);
    match term {
        _ if !can_draw(Some(term)) || term.ends_with("-m") || term.ends_with("-mono") => Colours::None,
        _ if says("-direct") => Colours::True,
        _ if says("256color") || PALETTE.iter().any(|name| says(name)) => Colours::Palette,
        _ if says("-16color") || says("-88color") => Colours::Sixteen,
        _ if COLOURLESS.iter().any(|name| term.starts_with(name)) && !says("color") => Colours::None,
        _ => Colours::Eight,
    }
}

/// Whether the locale says UTF-8; the first that is set counts.
fn speaks_utf8(environment: &Environment) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| environment.get(name));
    let locale = locale.unwrap_or_default().to_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_counts() {
        for (variables, utf8) in [
            (vec![("LANG", "de_DE.UTF-8")], true),
            (vec![("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], false),
            (vec![("LC_ALL", ""), ("LC_CTYPE", "C.utf8")], true),
            (vec![], false),
        ] {
            assert_eq!(speaks_utf8(&Environment::of(variables.clone())), utf8, "{variables:?}");
        }
    }

    #[test]
    fn the_name_of_a_terminal_tells_its_colours() {
        for (term, expected) in [
            ("xterm", Colours::Eight),
            ("xterm-16color", Colours::Sixteen),
            ("xterm-256color", Colours::Palette),
            ("xterm-kitty", Colours::Palette),
            ("xterm-direct", Colours::True),
            ("tmux", Colours::Eight),
            ("tmux-256color", Colours::Palette),
            ("screen", Colours::Eight),
            ("screen.xterm-256color", Colours::Palette),
            ("linux", Colours::Eight),
            ("linux-m", Colours::None),
            ("vt100", Colours::None),
            ("vt220", Colours::None),
            ("dumb", Colours::None),
            ("", Colours::None),
        ] {
            assert_eq!(colours(term), expected, "{term}");
        }
    }

    #[test]
    fn colorterm_adds_colours_where_there_are_any_and_the_locale_tells_the_letters() {
        let of = |variables: &[(&str, &str)]| Terminal::of(&Environment::of(variables.to_vec()));
        let all = of(&[
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LANG", "C.UTF-8"),
        ]);
        assert_eq!(all, Terminal::default());
        let none = of(&[("TERM", "vt220"), ("COLORTERM", "truecolor")]);
        assert_eq!(
            none,
            Terminal {
                colours: Colours::None,
                letters: Letters::Ascii
            }
        );
        assert_eq!(of(&[("TERM", "linux"), ("LANG", "C.UTF-8")]).letters, Letters::Console);
    }
}
