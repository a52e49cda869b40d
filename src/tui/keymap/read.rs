//! Reads a keymap file into a [`Keymap`]: unbinds first, then binds, so that the order of lines doesn't matter.

use super::trie::Clash;
use super::{Context, Key, Keymap};
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Mistake, Table};
use crate::sentences::Wording;

/// How keys are written.
const EXAMPLES: [&str; 7] = ["q", "H", "ctrl-x", "shift-tab", "space", "pgup", "f5"];
/// And keys one after the other.
const SEQUENCE: &str = "\"g q\"";
/// What takes a binding away.
const UNBOUND: &str = "none";

/// Lays the file over the keymap and gives back what could not be used.
pub(super) fn overlay(keymap: &mut Keymap, file: &str, source: &str, intents: &[&str]) -> Vec<Mistake> {
    let (mut document, sections) = Document::read(file, source);
    for section in sections {
        let Some(context) = Context::named(&section.name) else {
            document.unknown(
                "mistake-no-section",
                &section,
                Context::ALL.iter().map(|context| context.name()),
            );
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
            let message = about("mistake-not-bound", &line.keys, context);
            document.complain(line.span, message, Some(Wording::of("mistake-leave-line-out")));
        }
    }
    let mut bound: Vec<Vec<Key>> = Vec::new();
    for line in given {
        if bound.contains(&line.keys) {
            let message = about("mistake-keys-twice", &line.keys, context);
            document.complain(line.span, message, Some(Wording::of("mistake-leave-one-line-out")));
        } else if let Err(Clash(other)) = tree.bind(&line.keys, &line.intent) {
            let other = Key::print(&other);
            let message = about("mistake-keys-clash", &line.keys, context).with("other", &other);
            let line_that_unbinds = format!("\"{other}\" = \"{UNBOUND}\"");
            let hint = Wording::of("mistake-unbind").with("line", line_that_unbinds);
            document.complain(line.span, message, Some(hint));
        } else {
            bound.push(line.keys);
        }
    }
}

/// A sentence about keys in a section.
fn about(key: &'static str, keys: &[Key], context: Context) -> Wording {
    let section = context.name();
    Wording::of(key).with("keys", Key::print(keys)).with("section", section)
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
                let message = Wording::of("mistake-no-key").with("key", wrong.0);
                let hint = Wording::of("mistake-write-keys").with("keys", EXAMPLES.join(", "));
                document.complain(entry.name_span(), message, Some(hint.with("sequence", SEQUENCE)));
            })
            .ok()?;
        if intent != UNBOUND && !intents.contains(&intent.as_str()) {
            let message = Wording::of("mistake-no-intent").with("name", &intent);
            document.wrong_value(entry, message, Some(suggestion(&intent, intents)));
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
fn suggestion(wrong: &str, intents: &[&str]) -> Wording {
    match crate::base::nearest(wrong, intents.iter().copied()) {
        Some(_) => did_you_mean(wrong, intents),
        None => Wording::of("mistake-keys-listed"),
    }
}
