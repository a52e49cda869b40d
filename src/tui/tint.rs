//! A colour of somebody's own on a style of the theme: the nearest one of the 256 that terminals everywhere have.

use super::term::colours::of_palette;
use super::theme::{Role, Theme};
use ratatui::style::{Color, Style};

/// How a role looks in this colour, written as `#1a6fb5`. As it always looks where the theme has no colours, or where
/// this is none.
#[must_use]
pub fn tinted(theme: &Theme, role: Role, colour: &str) -> Style {
    let style = theme.style(role);
    match nearest(colour).filter(|_| theme.has_colours()) {
        Some(colour) => style.fg(colour),
        None => style,
    }
}

fn nearest(colour: &str) -> Option<Color> {
    let Ok(Color::Rgb(red, green, blue)) = colour.trim().parse() else {
        return None;
    };
    Some(Color::Indexed(of_palette([red, green, blue])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_the_nearest_of_those_that_terminals_have() {
        let theme = Theme::default();
        let shown = |colour| tinted(&theme, Role::Heading, colour).fg;
        assert_eq!(shown("#1a6fb5"), Some(Color::Indexed(25)));
        assert_eq!(shown("#FFFFFF"), Some(Color::Indexed(231)));
        let usual = theme.style(Role::Heading).fg;
        for none in ["", "blue", "#12", "#1a6fb5; "] {
            assert_eq!(shown(none), usual, "{none}");
        }
    }

    #[test]
    fn without_colours_nothing_has_one() {
        let theme = Theme::shipped(crate::config::ShippedTheme::Mono);
        assert_eq!(tinted(&theme, Role::Heading, "#1a6fb5"), theme.style(Role::Heading));
    }
}
