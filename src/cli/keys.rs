//! `tandem keys`: the key reference, made from the keymap that holds.

use super::context::Context;
use super::failure::Ended;
use crate::base::cells::{pad, width};
use crate::config::Preset;
use crate::domain::Side;
use crate::tui::intent::Intent;
use crate::tui::keymap::{Context as Place, Keymap};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use serde::Serialize;

const EXAMPLES: &str = "\
Examples:
  tandem keys                   the keys that hold, your own among them
  tandem keys --preset emacs    those of a preset
  tandem keys --json            the same for programs";

/// Which keys.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct KeysArguments {
    /// The keys of this preset, whatever the settings say
    #[arg(long, value_name = "NAME", value_parser = presets())]
    preset: Option<Preset>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

fn presets() -> impl clap::builder::TypedValueParser<Value = Preset> {
    let names = Preset::ALL.iter().map(|preset| preset.name());
    PossibleValuesParser::new(names).map(|name| {
        let named = Preset::ALL.iter().find(|preset| preset.name() == name);
        named.copied().unwrap_or_default()
    })
}

/// One line of the reference.
#[derive(Serialize)]
struct Line {
    /// Where the keys hold, as keymap files name it.
    context: &'static str,
    /// The keys as one types them; none where only the palette leads there.
    keys: Option<String>,
    /// What they ask for, by its stable name.
    intent: &'static str,
    /// The same in words.
    title: String,
}

/// Lists them.
///
/// # Errors
/// When settings or output can't be used.
pub fn run(context: &mut Context<'_>, arguments: &KeysArguments) -> Ended {
    let settings = context.settings()?;
    let (preset, own) = match arguments.preset {
        Some(preset) => (preset, None),
        None => (settings.ui.preset, settings.ui.keymap.as_ref()),
    };
    let (keymap, mistakes) = Keymap::chosen(preset, own, &Intent::names());
    for mistake in mistakes {
        writeln!(context.notes, "{}", mistake.explained(&context.sentences))?;
    }
    let lines = lines(context, &keymap);
    match arguments.json {
        true => Ok(writeln!(context.out, "{}", serde_json::json!(lines))?),
        false => print(context, &lines),
    }
}

/// Every binding, and below them what has none.
fn lines(context: &Context<'_>, keymap: &Keymap) -> Vec<Line> {
    let line = |place: Place, keys: Option<String>, intent: Intent| Line {
        context: place.name(),
        keys,
        intent: intent.name(),
        title: title(context, intent),
    };
    let mut lines = Vec::new();
    for place in Place::ALL {
        let bound = keymap.bindings(*place);
        lines
            .extend(bound.filter_map(|binding| Some(line(*place, Some(binding.keys), Intent::named(binding.intent)?))));
    }
    let has_key = |intent: &Intent| lines.iter().any(|line| line.intent == intent.name());
    let without: Vec<Intent> = Intent::ALL.iter().copied().filter(|intent| !has_key(intent)).collect();
    lines.extend(without.into_iter().filter_map(|intent| {
        let place = intent.contexts().first()?;
        Some(line(*place, None, intent))
    }));
    lines
}

/// What an intent is called on the provider's side.
fn title(context: &Context<'_>, intent: Intent) -> String {
    let company = context.text("company-unknown");
    let arguments = [
        ("side", Side::Autotask.word().into()),
        ("role", "desk".into()),
        ("company", company.into()),
        ("provider", context.text("keys-provider").into()),
    ];
    context.say(&intent.sentence(), &arguments)
}

fn print(context: &mut Context<'_>, lines: &[Line]) -> Ended {
    let widest = |cell: fn(&Line) -> &str| lines.iter().map(|line| width(cell(line))).max().unwrap_or(0);
    let columns = (
        widest(|line| line.keys.as_deref().unwrap_or_default()),
        widest(|line| line.intent),
    );
    let (bound, without): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.keys.is_some());
    let mut section = "";
    for line in bound {
        if line.context != section {
            let gap = if section.is_empty() { "" } else { "\n" };
            section = line.context;
            let words = context.text(&format!("context-{section}"));
            writeln!(context.out, "{gap}[{section}] {words}")?;
        }
        print_line(context, line, columns)?;
    }
    if !without.is_empty() {
        writeln!(context.out, "\n{}", context.text("keys-without"))?;
    }
    for line in without {
        print_line(context, line, columns)?;
    }
    Ok(())
}

fn print_line(context: &mut Context<'_>, line: &Line, columns: (usize, usize)) -> Ended {
    let keys = pad(line.keys.as_deref().unwrap_or_default(), columns.0);
    let intent = pad(line.intent, columns.1);
    Ok(writeln!(context.out, "  {keys}  {intent}  {}", line.title)?)
}
