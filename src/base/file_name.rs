//! Names of files on this machine: made of what somebody elsewhere called theirs, and the folders in them.

use super::cells;
use std::path::Path;

/// The longest name, in bytes: what file systems take, with room for an ending.
const LONGEST: usize = 200;
/// What a file is called of whose name nothing is left.
const NAMELESS: &str = "attachment";

/// The name under which a file may be kept here: without a folder, without what a terminal or a shell would obey, not
/// hidden, and not too long.
#[must_use]
pub fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = cells::sanitise(last)
        .chars()
        .map(|letter| if is_plain(letter) { letter } else { '_' })
        .collect();
    let clean = clean.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let clean = clean.trim_start_matches('-');
    let clean = shortened(clean);
    if clean.is_empty() {
        return NAMELESS.to_owned();
    }
    clean
}

fn is_plain(letter: char) -> bool {
    !letter.is_control()
        && !matches!(
            letter,
            '<' | '>' | ':' | '"' | '|' | '?' | '*' | '~' | '$' | '`' | '\'' | '&' | ';'
        )
}

/// The name with its ending, but no longer than is taken.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 16 => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let mut end = LONGEST.saturating_sub(ending.len()).min(stem.len());
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{ending}", &stem[..end])
}

/// The folder in which a file lies: the current one where its name says none.
#[must_use]
pub fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_lies_in_the_current_folder() {
        for (file, expected) in [("desk.db", "."), ("here/desk.db", "here"), ("/desk.db", "/")] {
            assert_eq!(folder(Path::new(file)), Path::new(expected), "{file}");
        }
    }

    #[test]
    fn a_name_from_elsewhere_stays_within_its_folder_and_obeys_nobody() {
        for (name, expected) in [
            ("screen shot.png", "screen shot.png"),
            ("../../.ssh/authorized_keys", "authorized_keys"),
            ("C:\\Windows\\system32\\calc.exe", "calc.exe"),
            ("/etc/passwd", "passwd"),
            ("..", "attachment"),
            ("", "attachment"),
            (".bashrc", "bashrc"),
            ("-rf", "rf"),
            ("$(reboot).txt", "_(reboot).txt"),
            ("a;b|c&d.txt", "a_b_c_d.txt"),
            ("Größe.pdf", "Größe.pdf"),
            ("a/", "attachment"),
        ] {
            assert_eq!(safe(name), expected, "{name}");
        }
        let hostile = safe("\u{1b}]0;owned\u{7}\u{202e}gpj.exe");
        assert!(
            hostile
                .chars()
                .all(|letter| !letter.is_control() && letter != '\u{202e}'),
            "{hostile:?}"
        );
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = safe(&format!("{}.tar.gz", "ä".repeat(400)));
        assert!(name.len() <= LONGEST && name.ends_with(".gz"), "{name}");
        assert!(safe(&"x".repeat(999)).len() <= LONGEST);
    }
}
