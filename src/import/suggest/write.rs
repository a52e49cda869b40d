//! The guess as the text of a mapping, with comments that say what to look at.

use super::guess::Guess;
use super::sample::{Column, Sample};
use super::words;
use crate::domain::Priority;
use crate::import::target::Target;
use crate::sentences::{Sentences, Value};
use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

/// How many examples of a column's values are shown.
const EXAMPLES: usize = 3;

/// The text of a mapping, with comments in somebody's language.
struct Page<'s> {
    text: String,
    sentences: &'s Sentences,
}

impl Page<'_> {
    /// A line of comment.
    fn comment(&mut self, key: &str, arguments: &[(&str, Value<'_>)]) -> fmt::Result {
        let said = self.sentences.say(key, arguments);
        writeln!(self.text, "# {said}")
    }

    /// What stands behind a line.
    fn note(&self, key: &str) -> String {
        format!("  # {}", self.sentences.text(key))
    }

    /// A few values of a column, behind its line.
    fn examples(&self, column: &Column) -> String {
        let short = |text: &String| quoted(&text.chars().take(30).collect::<String>());
        let shown: Vec<String> = column.values.keys().take(EXAMPLES).map(short).collect();
        match shown.as_slice() {
            [] => self.note("suggested-empty"),
            shown => format!("  # {}", shown.join(", ")),
        }
    }
}

impl fmt::Write for Page<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.write_str(text)
    }
}

pub(super) fn mapping(file: &str, sample: &Sample, guess: &Guess, sentences: &Sentences) -> String {
    let text = String::new();
    let mut page = Page { text, sentences };
    // Writing to a text can't fail.
    let _ = head(&mut page, file, sample, guess);
    let _ = ticket(&mut page, file, sample, guess);
    let _ = statuses(&mut page, sample, guess);
    let _ = priorities(&mut page, sample, guess);
    let _ = records(&mut page, guess);
    let _ = rest(&mut page, sample, guess);
    page.text
}

fn head(page: &mut Page<'_>, file: &str, sample: &Sample, guess: &Guess) -> fmt::Result {
    let rows = ("rows", sample.rows.to_string().into());
    page.comment("suggested-for", &[("file", plain(file).into()), rows])?;
    page.comment(
        if guess.is_log {
            "suggested-log"
        } else {
            "suggested-list"
        },
        &[],
    )?;
    page.comment("suggested-then", &[])?;
    writeln!(page)?;
    page.comment("suggested-source", &[])?;
    writeln!(page, "source = {}\n", quoted(stem(file)))?;
    if !sample.unknown.is_empty() {
        let words: Vec<String> = sample.unknown.iter().map(|word| quoted(word)).collect();
        page.comment("suggested-unknown", &[])?;
        writeln!(page, "unknown = [{}]\n", words.join(", "))?;
    }
    let forms: BTreeSet<&str> = sample
        .columns
        .iter()
        .flat_map(|column| column.moments.iter().map(String::as_str))
        .collect();
    if !forms.is_empty() {
        let quoted: Vec<String> = forms.iter().map(|form| quoted(form)).collect();
        page.comment("suggested-moments", &[])?;
        if sample.is_order_open && forms.iter().any(|form| is_turnable(form)) {
            page.comment("suggested-doubt", &[])?;
        }
        writeln!(page, "moments = [{}]", quoted.join(", "))?;
        page.comment("suggested-zone", &[])?;
        writeln!(page, "zone = \"UTC\"\n")?;
    }
    Ok(())
}

/// Whether a form says day and month in numbers that could be the other way round.
fn is_turnable(form: &str) -> bool {
    ["%d/%m", "%d-%m", "%m"].iter().any(|start| form.starts_with(start))
}

fn ticket(page: &mut Page<'_>, file: &str, sample: &Sample, guess: &Guess) -> fmt::Result {
    page.comment("suggested-ticket", &[("column", "{column}".into())])?;
    writeln!(page, "[ticket]")?;
    for target in Target::ALL {
        let name = target.name();
        match (guess.columns.get(&target), target) {
            (Some(column), _) => {
                let examples = sample.column(column).map(|column| page.examples(column));
                let examples = examples.unwrap_or_default();
                writeln!(page, "{name} = {}{examples}", template(column))?;
            }
            (None, Target::Number | Target::At) => {
                let example = format!("{name} = {}", template("column"));
                page.comment("suggested-needed", &[("example", example.into())])?;
            }
            (None, Target::Company) => {
                let company = quoted(stem(file));
                let note = page.note("suggested-company");
                writeln!(page, "{name} = {company}{note}")?;
            }
            (None, Target::Status) => {
                let note = page.note("suggested-status");
                writeln!(page, "{name} = \"New\"{note}")?;
            }
            (None, _) => {}
        }
    }
    Ok(())
}

fn statuses(page: &mut Page<'_>, sample: &Sample, guess: &Guess) -> fmt::Result {
    let Some(column) = guess.columns.get(&Target::Status).and_then(|name| sample.column(name)) else {
        return Ok(());
    };
    writeln!(page)?;
    page.comment("suggested-statuses", &[])?;
    writeln!(page, "[status]")?;
    for word in column.values.keys() {
        let (label, note) = match words::status(word) {
            Some(label) => (label, String::new()),
            None => (words::STATUS_ELSE, page.note("suggested-word")),
        };
        writeln!(page, "{} = {}{note}", quoted(word), quoted(label))?;
    }
    Ok(())
}

fn priorities(page: &mut Page<'_>, sample: &Sample, guess: &Guess) -> fmt::Result {
    let Some(column) = guess
        .columns
        .get(&Target::Priority)
        .and_then(|name| sample.column(name))
    else {
        return Ok(());
    };
    writeln!(page)?;
    page.comment("suggested-priorities", &[])?;
    writeln!(page, "[priority]")?;
    for word in column.values.keys() {
        let (priority, note) = match words::priority(word) {
            Some(priority) => (priority, String::new()),
            None => (Priority::MEDIUM, page.note("suggested-word")),
        };
        writeln!(page, "{} = {}{note}", quoted(word), quoted(priority.label()))?;
    }
    Ok(())
}

/// Records that stand in the tickets' rows: the contact's address, and notes.
fn records(page: &mut Page<'_>, guess: &Guess) -> fmt::Result {
    let column = |target| guess.columns.get(&target).map(|name| template(name));
    if let (Some(email), Some(company), Some(contact)) =
        (&guess.email, column(Target::Company), column(Target::Contact))
    {
        writeln!(page)?;
        page.comment("suggested-contacts", &[])?;
        writeln!(
            page,
            "[records.Contact]\ncompanyID = {company}\nname = {contact}\nemailAddress = {}",
            template(email)
        )?;
    }
    if let (Some(note), Some(number), Some(at)) = (&guess.note, column(Target::Number), column(Target::At)) {
        writeln!(page)?;
        page.comment("suggested-notes", &[("public", "audience = \"public\"".into())])?;
        writeln!(
            page,
            "[records.TicketNote]\nticketID = {number}\ndescription = {}",
            template(note)
        )?;
        writeln!(page, "createDateTime = {at}")?;
        if let Some(by) = column(Target::By) {
            writeln!(page, "authorName = {by}")?;
        }
    }
    Ok(())
}

/// The columns that nothing was found for.
fn rest(page: &mut Page<'_>, sample: &Sample, guess: &Guess) -> fmt::Result {
    let mut rest: Vec<&Column> = guess.rest.iter().filter_map(|name| sample.column(name)).collect();
    rest.retain(|column| column.filled > 0);
    if rest.is_empty() {
        return Ok(());
    }
    if guess.is_log {
        let (told, silent): (Vec<_>, Vec<_>) = rest.into_iter().partition(|column| !column.is_moments());
        writeln!(page)?;
        page.comment("suggested-history", &[])?;
        writeln!(page, "[history]")?;
        for column in told {
            let examples = page.examples(column);
            let (name, cell) = (quoted(&column.name), template(&column.name));
            writeln!(page, "{name} = {cell}{examples}")?;
        }
        rest = silent;
    }
    if !rest.is_empty() {
        writeln!(page)?;
        page.comment("suggested-rest", &[])?;
        writeln!(page, "[fields]")?;
        for column in rest {
            let examples = page.examples(column);
            let (name, cell) = (quoted(&column.name), template(&column.name));
            writeln!(page, "# {name} = {cell}{examples}")?;
        }
    }
    Ok(())
}

/// The column as the whole of a text.
fn template(column: &str) -> String {
    quoted(&format!("{{{column}}}"))
}

/// A text in quotes, as TOML and JSON both write it; what a terminal would act on is spelled out.
fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            letter if letter.is_control() || is_invisible(letter) => {
                // Writing to a text can't fail.
                let _ = write!(written, "\\U{:08X}", u32::from(letter));
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}

/// Marks that turn a line's direction, or can't be seen.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text without what a terminal would act on, for comments.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control() && !is_invisible(*letter))
        .collect()
}

/// The file's name without what says its form.
fn stem(file: &str) -> &str {
    let name = file.split('.').next().unwrap_or_default();
    if name.is_empty() || name == "-" { "desk" } else { name }
}
