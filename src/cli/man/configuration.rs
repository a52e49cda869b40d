//! The page tandem-config(5): what a person's own files may say, from the tables by which they are read and the files
//! that ship.

use crate::base::Language;
use crate::sentences::Sentences;
use crate::tui::keymap::Context;
use crate::tui::macros::{ACTS, Template};
use crate::tui::theme::{self, Role};
use crate::tui::views;
use roff::{Inline, Roff, bold, roman};

/// The settings with all that there is to say of each.
const SETTINGS: &str = include_str!("../../../config.example.toml");

/// The prose of the page; before each table what stands in it.
macro_rules! prose {
    ($name:literal) => {
        include_str!(concat!("../../../assets/manual/", $name, ".txt"))
    };
}

/// The whole page.
pub(super) fn page() -> Roff {
    let mut page = Roff::new();
    let version = concat!("tandem ", env!("CARGO_PKG_VERSION"));
    page.control("TH", ["tandem-config", "5", "", version]);
    paragraphs(&mut page, prose!("files"));
    paragraphs(&mut page, prose!("settings"));
    settings(&mut page);
    paragraphs(&mut page, prose!("keymap"));
    let sentences = Sentences::new(Language::English);
    for context in Context::ALL {
        let about = sentences.text(&format!("context-{}", context.name()));
        term(&mut page, &format!("[{}]", context.name()), &about);
    }
    paragraphs(&mut page, prose!("theme"));
    list(&mut page, theme::words());
    paragraphs(&mut page, prose!("roles"));
    for role in Role::ALL {
        term(&mut page, role.name(), role.about());
    }
    paragraphs(&mut page, prose!("views"));
    for (name, about) in views::settings() {
        term(&mut page, name, about);
    }
    paragraphs(&mut page, prose!("macros"));
    for act in ACTS {
        term(&mut page, act.example, &act.values.join(", "));
    }
    paragraphs(&mut page, prose!("fields"));
    list(&mut page, Template::FIELDS);
    paragraphs(&mut page, prose!("more"));
    page
}

/// A text of paragraphs: behind `#` stands a heading, and what is moved in stays as it is.
fn paragraphs(page: &mut Roff, text: &str) {
    for paragraph in text.split("\n\n").map(|paragraph| paragraph.trim_end_matches('\n')) {
        if let Some(heading) = paragraph.strip_prefix("# ") {
            page.control("SH", [heading]);
        } else if paragraph.starts_with("    ") {
            page.control("PP", []).control("RS", ["4"]).control("nf", []);
            for line in paragraph.lines() {
                page.text([roman(line.strip_prefix("    ").unwrap_or(line))]);
            }
            page.control("fi", []).control("RE", []);
        } else {
            page.control("PP", []).text([roman(paragraph)]);
        }
    }
}

/// The example of the settings: what stands above a section or a setting is about it.
fn settings(page: &mut Roff) {
    let (head, sections) = SETTINGS.split_once("\n\n").unwrap_or(("", SETTINGS));
    let head: Vec<&str> = head.lines().filter_map(|line| line.strip_prefix("# ")).collect();
    page.control("PP", []).text([roman(head.join(" "))]);
    let mut about: Vec<&str> = Vec::new();
    for line in sections.lines() {
        let comment = line.strip_prefix("# ");
        let written = comment.unwrap_or(line);
        if is_setting(written) {
            term(page, written, &about.join(" "));
            about.clear();
        } else if let Some(section) = line.strip_prefix('[') {
            let section = format!("[{section}");
            page.control("SS", [section.as_str()]);
            page.control("PP", []).text([roman(about.join(" "))]);
            about.clear();
        } else {
            about.extend(comment);
        }
    }
}

/// Whether it is a line that sets something.
fn is_setting(line: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    line.split_once(" = ").is_some_and(|(name, _)| is_name(name))
}

fn term(page: &mut Roff, name: &str, about: &str) {
    page.control("TP", []);
    page.text([bold(name)]);
    if !about.is_empty() {
        page.text([roman(about)]);
    }
}

fn list<'n>(page: &mut Roff, names: impl IntoIterator<Item = &'n str>) {
    let mut inlines: Vec<Inline> = Vec::new();
    for name in names {
        if !inlines.is_empty() {
            inlines.push(roman(", "));
        }
        inlines.push(bold(name));
    }
    page.control("PP", []).text(inlines);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::SECTIONS;

    #[test]
    fn the_page_names_all_that_the_files_may_say() {
        let page = page().to_roff().replace("\\-", "-");
        let says = |name: &str| {
            let name = format!("\\fB{name}");
            assert!(page.contains(&name), "the page doesn't name {name}");
        };
        for (section, names) in SECTIONS {
            assert!(page.contains(&format!(".SS [{section}]")), "{section}");
            for name in names {
                says(&format!("{name} = "));
            }
        }
        for context in Context::ALL {
            says(&format!("[{}]", context.name()));
        }
        for role in Role::ALL {
            says(role.name());
            assert!(!role.about().is_empty(), "{role:?}");
        }
        for name in views::SETTINGS {
            says(name);
        }
        for act in ACTS {
            says(&format!("{{ {} = ", act.name));
        }
        for name in Template::FIELDS.into_iter().chain(theme::words()) {
            says(name);
        }
        assert!(!page.contains('⟨'), "a place without words");
    }
}
