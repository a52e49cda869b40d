//! The guess as the text of a mapping, with comments that say what to look at.

use super::guess::Guess;
use super::sample::{Column, Sample};
use super::words;
use crate::domain::Priority;
use crate::import::target::Target;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How many examples of a column's values are shown.
const EXAMPLES: usize = 3;

pub(super) fn mapping(file: &str, sample: &Sample, guess: &Guess) -> String {
    let mut text = String::new();
    // Writing to a text can't fail.
    let _ = head(&mut text, file, sample, guess);
    let _ = ticket(&mut text, file, sample, guess);
    let _ = statuses(&mut text, sample, guess);
    let _ = priorities(&mut text, sample, guess);
    let _ = records(&mut text, guess);
    let _ = rest(&mut text, sample, guess);
    text
}

fn head(text: &mut String, file: &str, sample: &Sample, guess: &Guess) -> std::fmt::Result {
    let rows = match guess.is_log {
        true => "Numbers come again: each row is one event of a ticket, in the order of the file.",
        false => "Each row is one ticket.",
    };
    writeln!(
        text,
        "# Suggested for {} from its first {} rows. {rows}",
        plain(file),
        sample.rows
    )?;
    writeln!(
        text,
        "# Look through it, then: tandem import FILE --mapping THIS --dry-run\n"
    )?;
    writeln!(
        text,
        "# Names these records for good: keep it for later files of the same desk."
    )?;
    writeln!(text, "source = {}\n", quoted(stem(file)))?;
    if !sample.unknown.is_empty() {
        let words: Vec<String> = sample.unknown.iter().map(|word| quoted(word)).collect();
        writeln!(text, "# What means: not known.\nunknown = [{}]\n", words.join(", "))?;
    }
    let forms: BTreeSet<&str> = sample
        .columns
        .iter()
        .flat_map(|column| column.moments.iter().copied())
        .collect();
    if !forms.is_empty() {
        let quoted: Vec<String> = forms.iter().map(|form| quoted(form)).collect();
        writeln!(
            text,
            "# How moments are written, tried in this order.{}",
            doubt(&forms, sample)
        )?;
        writeln!(text, "moments = [{}]", quoted.join(", "))?;
        writeln!(
            text,
            "# Where their clocks are: a name like Europe/Berlin.\nzone = \"UTC\"\n"
        )?;
    }
    Ok(())
}

/// A word on days and months that could be the other way round.
fn doubt(forms: &BTreeSet<&str>, sample: &Sample) -> &'static str {
    let is_in_doubt = |form: &&&str| form.starts_with("%d/") || form.starts_with("%d-") || form.starts_with("%m");
    let is_large = |text: &str| {
        let mut numbers = text.split(|letter: char| !letter.is_ascii_digit());
        let mut over = || {
            numbers
                .next()
                .and_then(|number| number.parse::<u32>().ok())
                .is_some_and(|number| number > 12)
        };
        over() || over()
    };
    let decided = |column: &Column| column.is_moments() && column.values.keys().any(|text| is_large(text));
    if forms.iter().any(|form| is_in_doubt(&form)) && !sample.columns.iter().any(decided) {
        " CHECK: the sample fits day and month in either order."
    } else {
        ""
    }
}

fn ticket(text: &mut String, file: &str, sample: &Sample, guess: &Guess) -> std::fmt::Result {
    writeln!(
        text,
        "# Field of the ticket = text in which {{column}} stands for that column's cell."
    )?;
    writeln!(text, "[ticket]")?;
    for target in Target::ALL {
        let name = target.name();
        match (guess.columns.get(&target), target) {
            (Some(column), _) => {
                let examples = sample.column(column).map(examples).unwrap_or_default();
                writeln!(text, "{name} = {}{examples}", template(column))?;
            }
            (None, Target::Number | Target::At) => {
                writeln!(text, "# FILL IN, this is needed: {name} = \"{{column}}\"")?;
            }
            (None, Target::Company) => {
                let company = quoted(stem(file));
                writeln!(
                    text,
                    "{name} = {company}  # CHECK: no column says the client; all tickets are this one's"
                )?;
            }
            (None, Target::Status) => {
                writeln!(
                    text,
                    "{name} = \"New\"  # CHECK: no column says it; all tickets are new"
                )?;
            }
            (None, _) => {}
        }
    }
    Ok(())
}

fn statuses(text: &mut String, sample: &Sample, guess: &Guess) -> std::fmt::Result {
    let Some(column) = guess.columns.get(&Target::Status).and_then(|name| sample.column(name)) else {
        return Ok(());
    };
    writeln!(
        text,
        "\n# Their status = the label of the Autotask status here. A row with another word is set aside."
    )?;
    writeln!(text, "[status]")?;
    for word in column.values.keys() {
        let (label, note) = match words::status(word) {
            Some(label) => (label, ""),
            None => ("In Progress", "  # CHECK: not a word that is known"),
        };
        writeln!(text, "{} = {}{note}", quoted(word), quoted(label))?;
    }
    Ok(())
}

fn priorities(text: &mut String, sample: &Sample, guess: &Guess) -> std::fmt::Result {
    let Some(column) = guess
        .columns
        .get(&Target::Priority)
        .and_then(|name| sample.column(name))
    else {
        return Ok(());
    };
    writeln!(
        text,
        "\n# Their priority = Critical, High, Medium or Low. A row with another word is set aside."
    )?;
    writeln!(text, "[priority]")?;
    for word in column.values.keys() {
        let (priority, note) = match words::priority(word) {
            Some(priority) => (priority, ""),
            None => (Priority::MEDIUM, "  # CHECK: not a word that is known"),
        };
        writeln!(text, "{} = {}{note}", quoted(word), quoted(priority.label()))?;
    }
    Ok(())
}

/// Records that stand in the tickets' rows: the contact's address, and notes.
fn records(text: &mut String, guess: &Guess) -> std::fmt::Result {
    let column = |target| guess.columns.get(&target).map(|name| template(name));
    if let (Some(email), Some(company), Some(contact)) =
        (&guess.email, column(Target::Company), column(Target::Contact))
    {
        writeln!(text, "\n# The contacts, with their addresses.\n[records.Contact]")?;
        writeln!(
            text,
            "companyID = {company}\nname = {contact}\nemailAddress = {}",
            template(email)
        )?;
    }
    if let (Some(note), Some(number), Some(at)) = (&guess.note, column(Target::Number), column(Target::At)) {
        writeln!(
            text,
            "\n# What stands there becomes an internal note; audience = \"public\" would show it to the client."
        )?;
        writeln!(
            text,
            "[records.TicketNote]\nticketID = {number}\ndescription = {}",
            template(note)
        )?;
        writeln!(text, "createDateTime = {at}")?;
        if let Some(by) = column(Target::By) {
            writeln!(text, "authorName = {by}")?;
        }
    }
    Ok(())
}

/// The columns that nothing was found for.
fn rest(text: &mut String, sample: &Sample, guess: &Guess) -> std::fmt::Result {
    let mut rest: Vec<&Column> = guess.rest.iter().filter_map(|name| sample.column(name)).collect();
    rest.retain(|column| column.filled > 0);
    if rest.is_empty() {
        return Ok(());
    }
    if guess.is_log {
        let (told, silent): (Vec<_>, Vec<_>) = rest.into_iter().partition(|column| !column.is_moments());
        writeln!(text, "\n# What else the history tells when it changes.\n[history]")?;
        for column in told {
            writeln!(
                text,
                "{} = {}{}",
                quoted(&column.name),
                template(&column.name),
                examples(column)
            )?;
        }
        rest = silent;
    }
    if !rest.is_empty() {
        writeln!(
            text,
            "\n# Columns that become nothing. Take the # away to keep one, under a name of your own.\n[fields]"
        )?;
        for column in rest {
            writeln!(
                text,
                "# {} = {}{}",
                quoted(&column.name),
                template(&column.name),
                examples(column)
            )?;
        }
    }
    Ok(())
}

/// The column as the whole of a text.
fn template(column: &str) -> String {
    quoted(&format!("{{{column}}}"))
}

fn examples(column: &Column) -> String {
    let short = |text: &String| quoted(&text.chars().take(30).collect::<String>());
    let shown: Vec<String> = column.values.keys().take(EXAMPLES).map(short).collect();
    match shown.as_slice() {
        [] => "  # empty in the sample".to_owned(),
        shown => format!("  # {}", shown.join(", ")),
    }
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
