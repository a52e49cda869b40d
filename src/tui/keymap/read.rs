//! Reads a keymap file into a [`Keymap`]: unbinds first, then binds, so that the order of lines doesn't matter.

use super::trie::Clash;
use super::{Context, Key, Keymap};
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Mistake, Table};

/// What takes a binding away.
const UNBOUND: &str = "none";

/// Lays the file over the keymap and gives back what could not be used.
pub(super) fn overlay(keymap: &mut Keymap, file: &str, source: &str, intents: &[&str]) -> Vec<Mistake> {
    let (mut document, sections) = Document::read(file, source);
    for section in sections {
        let Some(context) = Context::named(&section.name) else {
            document.unknown("section", &section, Context::ALL.iter().map(|context| context.name()));
            continue;
        };
        if let Some(lines) = document.table(section) {
            overlay_section(keymap, context, &mut document, lines, intents);
        }
    }
    document.finish()
}

fn overlay_section(
    keymap: &mut Keymap,
    context: Context,
    document: &mut Document<'_>,
    lines: Table<'_>,
    intents: &[&str],
) {
    let (taken, given): (Vec<Line>, Vec<Line>) = lines
        .into_iter()
        .filter_map(|entry| Line::read(document, &entry, intents))
        .partition(|line| line.intent == UNBOUND);
    let tree = keymap.tree_mut(context);
    for line in taken {
        if !tree.unbind(&line.keys) {
            let message = format!(
                "nothing is bound to \"{}\" in [{}]",
                Key::print(&line.keys),
                context.name()
            );
            document.complain(line.span, message, Some("leave the line out".to_owned()));
        }
    }
    let mut bound: Vec<Vec<Key>> = Vec::new();
    for line in given {
        let printed = Key::print(&line.keys);
        if bound.contains(&line.keys) {
            let message = format!("\"{printed}\" stands twice in [{}]", context.name());
            document.complain(line.span, message, Some("leave one of both lines out".to_owned()));
        } else if let Err(Clash(other)) = tree.bind(&line.keys, &line.intent) {
            let other = Key::print(&other);
            let message = format!("\"{printed}\" can't stand beside \"{other}\": one begins the other");
            document.complain(
                line.span,
                message,
                Some(format!("unbind the other with \"{other}\" = \"{UNBOUND}\"")),
            );
        } else {
            bound.push(line.keys);
        }
    }
}

/// A line of a section.
struct Line {
    keys: Vec<Key>,
    intent: String,
    span: std::ops::Range<usize>,
}

impl Line {
    fn read(document: &mut Document<'_>, entry: &Entry<'_>, intents: &[&str]) -> Option<Self> {
        let intent = document.text(entry)?.to_owned();
        let keys = Key::sequence(&entry.name)
            .map_err(|wrong| {
                let hint = "write keys like q, H, ctrl-x, shift-tab, space, pgup, f5, and sequences like \"g q\"";
                document.complain(entry.name_span(), wrong.to_string(), Some(hint.to_owned()));
            })
            .ok()?;
        if intent != UNBOUND && !intents.contains(&intent.as_str()) {
            document.wrong_value(
                entry,
                format!("there is no intent \"{intent}\""),
                Some(suggestion(&intent, intents)),
            );
            return None;
        }
        Some(Self {
            keys,
            intent,
            span: entry.name_span(),
        })
    }
}

/// The nearest intent; where none is near, where to find them all.
fn suggestion(wrong: &str, intents: &[&str]) -> String {
    match crate::base::nearest(wrong, intents.iter().copied()) {
        Some(_) => did_you_mean(wrong, intents),
        None => "`tandem keys` lists them all".to_owned(),
    }
}
