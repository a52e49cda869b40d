//! Colours on terminals that have fewer of them: the nearest ones, hue before brightness.

use crate::config::terminal::Colours;
use ratatui::style::{Color, Modifier};

/// The steps of each part of the colour cube that begins at 16.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
/// Where the cube begins, and where the greys do.
const CUBE: u8 = 16;
const GREYS: u8 = 232;
/// A colour whose parts differ by no more is a grey.
const GREY: u8 = 40;
/// From here the greys are dark, middle, light, white.
const DARK: u8 = 50;
const MIDDLE: u8 = 150;
const LIGHT: u8 = 215;
/// A colour whose strongest part is stronger is a bright one.
const BRIGHT: u8 = 200;

/// The nearest of the 256 colours that terminals everywhere have in common.
#[must_use]
pub fn of_palette([red, green, blue]: [u8; 3]) -> u8 {
    let step = |part: u8| {
        let distance = |step: &(u8, u8)| step.1.abs_diff(part);
        let steps = (0_u8..).zip(STEPS);
        steps.min_by_key(distance).map_or(0, |(at, _)| at)
    };
    CUBE + 36 * step(red) + 6 * step(green) + step(blue)
}

/// A colour as a terminal with so many has it, and what helps where a colour must be left out.
#[must_use]
pub fn reduced(colour: Color, colours: Colours) -> (Color, Modifier) {
    let as_it_is = (colour, Modifier::empty());
    match (colours, colour) {
        (Colours::True, _) | (_, Color::Reset) => as_it_is,
        (Colours::None, _) => (Color::Reset, Modifier::empty()),
        (Colours::Palette, Color::Rgb(red, green, blue)) => {
            (Color::Indexed(of_palette([red, green, blue])), Modifier::empty())
        }
        (Colours::Palette, _) => as_it_is,
        (Colours::Sixteen, _) => (Color::Indexed(of_sixteen(colour)), Modifier::empty()),
        (Colours::Eight, _) => match of_sixteen(colour) {
            // Bright black is no colour there; the terminal's own is, drawn dimly.
            8 => (Color::Reset, Modifier::DIM),
            bright @ 9.. => (Color::Indexed(bright - 8), Modifier::BOLD),
            colour => (Color::Indexed(colour), Modifier::empty()),
        },
    }
}

/// The nearest of the sixteen.
fn of_sixteen(colour: Color) -> u8 {
    let parts = match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index @ GREYS..) => [8 + 10 * (index - GREYS); 3],
        Color::Indexed(index @ CUBE..) => {
            let at = usize::from(index - CUBE);
            [STEPS[at / 36], STEPS[at / 6 % 6], STEPS[at % 6]]
        }
        Color::Indexed(index) => return index,
        named => return of_name(named),
    };
    let (least, most) = parts
        .iter()
        .fold((u8::MAX, 0), |(least, most), part| (least.min(*part), most.max(*part)));
    if most - least <= GREY {
        return match most {
            ..DARK => 0,
            DARK..MIDDLE => 8,
            MIDDLE..LIGHT => 7,
            LIGHT.. => 15,
        };
    }
    let middle = u8::midpoint(least, most);
    let hue = (0..)
        .zip(parts)
        .fold(0, |hue, (bit, part)| hue | (u8::from(part > middle) << bit));
    hue + if most > BRIGHT { 8 } else { 0 }
}

fn of_name(colour: Color) -> u8 {
    match colour {
        Color::Black | Color::Reset | Color::Rgb(..) => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(index) => index,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ShippedTheme;
    use crate::tui::theme::{Role, Theme};

    #[test]
    fn a_colour_keeps_its_hue_on_terminals_with_few() {
        let of = |text: &str, colours| reduced(text.parse().unwrap(), colours);
        let none = Modifier::empty();
        for (colour, palette, sixteen, eight) in [
            ("#a3be8c", 144, 2, (Color::Indexed(2), none)),
            ("#88c0d0", 110, 14, (Color::Indexed(6), Modifier::BOLD)),
            ("#f08080", 210, 9, (Color::Indexed(1), Modifier::BOLD)),
            ("#81a1c1", 109, 4, (Color::Indexed(4), none)),
            ("#4c566a", 59, 8, (Color::Reset, Modifier::DIM)),
            ("#000000", 16, 0, (Color::Indexed(0), none)),
        ] {
            assert_eq!(of(colour, Colours::Palette).0, Color::Indexed(palette), "{colour}");
            assert_eq!(of(colour, Colours::Sixteen).0, Color::Indexed(sixteen), "{colour}");
            assert_eq!(of(colour, Colours::Eight), eight, "{colour}");
        }
        assert_eq!(
            reduced(Color::Indexed(25), Colours::Eight),
            (Color::Indexed(6), none),
            "#005faf"
        );
    }

    #[test]
    fn no_theme_that_ships_has_more_colours_than_the_terminal() {
        for shipped in ShippedTheme::ALL {
            let (name, theme) = (shipped.name(), Theme::shipped(*shipped));
            for role in Role::ALL {
                let colour = theme.style(*role).fg.unwrap_or_default();
                let eight = reduced(colour, Colours::Eight).0;
                assert!(
                    matches!(eight, Color::Reset | Color::Indexed(0..8)),
                    "{name} {role:?} {eight:?}"
                );
                assert_eq!(reduced(colour, Colours::None).0, Color::Reset);
                assert_eq!(reduced(colour, Colours::True).0, colour);
            }
        }
    }
}
