//! Which column becomes what: by its name, if what stands in it can be that at all.

use super::sample::{Column, Sample};
use super::{columns, words};
use crate::import::target::Target;
use std::collections::{BTreeMap, HashSet};

/// What was guessed.
pub(super) struct Guess {
    /// The column of each target.
    pub(super) columns: BTreeMap<Target, String>,
    /// A column with notes.
    pub(super) note: Option<String>,
    /// A column with the contact's address.
    pub(super) email: Option<String>,
    /// The columns that became nothing.
    pub(super) rest: Vec<String>,
    /// Whether a ticket has several rows.
    pub(super) is_log: bool,
}

pub(super) fn guess(sample: &Sample) -> Guess {
    let mut found = by_name(sample);
    by_values(sample, &mut found);
    let mut taken: HashSet<&str> = found.values().map(String::as_str).collect();
    let number = found.get(&Target::Number).and_then(|name| sample.column(name));
    let is_log = number.is_some_and(|column| column.distinct() < column.filled);
    let mut free = sample
        .columns
        .iter()
        .filter(|column| !taken.contains(column.name.as_str()));
    let email = free
        .clone()
        .find(|column| column.share(is_address) > 0.9)
        .map(|column| column.name.clone());
    let is_note =
        |column: &&Column| columns::NOTES.contains(&words::folded(&column.name).as_str()) && !column.is_moments();
    let note = free.find(is_note).map(|column| column.name.clone());
    taken.extend(email.as_deref().into_iter().chain(note.as_deref()));
    let rest = sample
        .columns
        .iter()
        .filter(|column| !taken.contains(column.name.as_str()));
    let rest = rest.map(|column| column.name.clone()).collect();
    Guess {
        columns: found,
        note,
        email,
        rest,
        is_log,
    }
}

/// The best column for each target, by names; each column becomes one thing.
fn by_name(sample: &Sample) -> BTreeMap<Target, String> {
    let mut scored = Vec::new();
    for target in Target::ALL {
        for (place, column) in sample.columns.iter().enumerate() {
            if let Some(score) = score(target, column).filter(|_| can_be(target, column, sample.rows)) {
                scored.push((score, place, target));
            }
        }
    }
    // The best first; of equals the one that stands first.
    scored.sort_by_key(|(score, place, _)| (std::cmp::Reverse(*score), *place));
    let mut chosen = BTreeMap::new();
    let mut taken = HashSet::new();
    for (_, place, target) in scored {
        if !chosen.contains_key(&target) && taken.insert(place) {
            let name = sample.columns.get(place).map(|column| column.name.clone());
            chosen.extend(name.map(|name| (target, name)));
        }
    }
    chosen
}

/// How well a column's name fits: the whole name better than a part of it, a likelier word better than another.
fn score(target: Target, column: &Column) -> Option<usize> {
    let name = words::folded(&column.name);
    let names = columns::names(target);
    let whole = names.iter().position(|known| *known == name).map(|place| 2000 - place);
    let part = || {
        let mut parts = names.iter().enumerate().filter(|(_, known)| words::holds(&name, known));
        parts.next().map(|(place, known)| 1000 + known.len() - place)
    };
    whole.or_else(part)
}

/// Whether what stands in a column can be that.
fn can_be(target: Target, column: &Column, rows: usize) -> bool {
    let is_moment = column.is_moments();
    let share = |holds: fn(&str) -> bool| column.share(holds) > 0.9;
    match target {
        Target::At | Target::OpenedAt | Target::ResolvedAt | Target::ClosedAt => is_moment,
        Target::Number => {
            !is_moment && column.filled * 100 >= rows * 98 && column.share(|text| text.len() <= 50) > 0.99
        }
        Target::Status => !is_moment && (1..=40).contains(&column.distinct()),
        Target::Priority => !is_moment && (1..=15).contains(&column.distinct()),
        Target::Reassignments | Target::Reopenings => share(|text| text.parse::<u32>().is_ok()),
        Target::MetAgreement => share(is_truth),
        Target::Contact | Target::Assignee | Target::By => !is_moment && !share(is_truth) && !share(is_address),
        Target::Company | Target::Queue | Target::RequestType => {
            !is_moment && column.share(|text| text.len() <= 100) > 0.99
        }
        Target::Title | Target::Description | Target::Item => !is_moment && !share(is_truth),
    }
}

/// Whether a column fits.
type Fits<'a> = dyn Fn(&Column) -> bool + 'a;

/// What no name said: statuses and priorities by their words, the number by being different in each row, moments by being
/// moments.
fn by_values(sample: &Sample, columns: &mut BTreeMap<Target, String>) {
    let free = |columns: &BTreeMap<Target, String>, fits: &Fits<'_>| {
        let is_taken = |column: &Column| columns.values().any(|name| *name == column.name);
        let mut found = sample.columns.iter().filter(|column| !is_taken(column) && fits(column));
        found.next().map(|column| column.name.clone())
    };
    let is_status = |column: &Column| {
        (2..=12).contains(&column.distinct()) && column.share(|word| words::status(word).is_some()) >= 0.6
    };
    let is_priority = |column: &Column| {
        let is_word = |word: &str| words::priority(word).is_some() && word.parse::<i64>().is_err();
        (2..=6).contains(&column.distinct()) && column.share(is_word) >= 0.8
    };
    let is_number = |column: &Column| {
        let is_short = column.share(|text| text.len() <= 30 && !text.contains(' ')) > 0.99;
        let is_counted = column.share(|text| text.chars().any(|letter| letter.is_ascii_digit())) > 0.9;
        is_counted && !column.is_moments() && column.distinct() == sample.rows && sample.rows > 1 && is_short
    };
    let is_moment = |column: &Column| column.is_moments() && column.filled == sample.rows;
    let guesses: [(Target, &Fits<'_>); 4] = [
        (Target::Status, &is_status),
        (Target::Priority, &is_priority),
        (Target::Number, &is_number),
        (Target::OpenedAt, &is_moment),
    ];
    for (target, fits) in guesses {
        if !columns.contains_key(&target)
            && let Some(name) = free(columns, fits)
        {
            columns.insert(target, name);
        }
    }
    // Where nothing says when a row happened, the ticket's opening does.
    let opened = columns.get(&Target::OpenedAt).cloned();
    let is_whole = |name: &String| sample.column(name).is_some_and(|column| column.filled == sample.rows);
    if !columns.get(&Target::At).is_some_and(is_whole)
        && let Some(opened) = opened
    {
        columns.insert(Target::At, opened);
    }
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !text.contains(' '))
}

fn is_truth(text: &str) -> bool {
    let text = text.to_lowercase();
    ["true", "false", "yes", "no"].contains(&text.as_str())
}
