//! The first rows of a file, column by column.

use super::words;
use crate::base::Zone;
use crate::import::mapping::Moments;
use crate::import::read::{ReadError, Rows};
use std::collections::{BTreeMap, HashMap};

/// How many rows are looked at.
const ROWS: usize = 1000;
/// How many more are looked through for rare words of columns that have few: statuses and the like.
const MORE_ROWS: usize = 100_000;
/// From which share of a column's values on it is one of moments: some may be wrong, or written otherwise.
const MOST: f64 = 0.6;
/// How many different words are few.
const FEW: usize = 60;
/// The longest text that is kept of a cell, in characters.
const LONGEST: usize = 200;
/// The most columns that are looked at.
const COLUMNS: usize = 500;
/// The longest text that is taken for a moment, in bytes.
const LONGEST_MOMENT: usize = 60;
/// How days are written, the plainest first. Day before month and month before day are told apart by what the sample holds.
const DAYS: [&str; 17] = [
    "%Y-%m-%d",
    "%d.%m.%Y",
    "%d.%m.%y",
    "%d-%m-%Y",
    "%d-%m-%y",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%m/%d/%Y",
    "%m/%d/%y",
    "%m-%d-%Y",
    "%m-%d-%y",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d %B %Y",
    "%d-%B-%Y",
    "%d-%B-%y",
    "%B %d, %Y",
];
/// What stands behind a day, if anything does.
const TIMES: [&str; 14] = [
    "",
    " %H:%M:%S",
    " %H:%M",
    " %I:%M:%S %p",
    " %I:%M %p",
    "T%H:%M:%S",
    "T%H:%M",
    "T%H:%M%#z",
    ", %H:%M:%S",
    ", %H:%M",
    ", %I:%M:%S %p",
    ", %I:%M %p",
    " %H:%M:%S%.f",
    " %H:%M:%S %z",
];

/// The forms in which moments are looked for, the plainest first.
pub(super) fn known_forms() -> impl Iterator<Item = String> {
    let numbered = DAYS
        .into_iter()
        .flat_map(|day| TIMES.into_iter().map(move |time| format!("{day}{time}")));
    let mail = "%a, %d %b %Y %H:%M:%S %z";
    std::iter::once("iso".to_owned())
        .chain(numbered)
        .chain(std::iter::once(mail.to_owned()))
}

/// What was seen of a file.
pub(super) struct Sample {
    pub(super) columns: Vec<Column>,
    /// How many rows could be read.
    pub(super) rows: usize,
    /// The texts that seem to mean: not known.
    pub(super) unknown: Vec<String>,
    /// Whether as much of it fits with the day before the month as with the month before the day.
    pub(super) is_order_open: bool,
}

/// What was seen of a column.
pub(super) struct Column {
    pub(super) name: String,
    /// What stands in it, with how often among the first rows; neither empty nor unknown.
    pub(super) values: BTreeMap<String, usize>,
    /// In how many rows something stands.
    pub(super) filled: usize,
    /// The forms of the moments in it, the one of most first; none where it isn't moments.
    pub(super) moments: Vec<String>,
}

impl Sample {
    /// Reads the first rows of a file.
    ///
    /// # Errors
    /// When it can't be read.
    pub(super) fn of(rows: &mut Rows) -> Result<Self, ReadError> {
        let mut gathered = Gathered::default();
        let named = rows
            .columns()
            .map(|columns| columns.names().map(str::to_owned).collect());
        gathered.name(named.unwrap_or_default());
        let mut count = 0;
        while count < ROWS
            && let Some(row) = rows.next_row()?
        {
            let Ok(cells) = &row.cells else { continue };
            count += 1;
            for (name, cell) in cells.iter() {
                gathered.add(name, cell.text.trim());
            }
        }
        let mut more = 0;
        while more < MORE_ROWS
            && let Some(row) = rows.next_row()?
        {
            let Ok(cells) = &row.cells else { continue };
            more += 1;
            for (name, cell) in cells.iter() {
                gathered.note_rare(name, cell.text.trim());
            }
        }
        let unknown = gathered.unknown();
        let mut columns: Vec<Column> = gathered.columns(&unknown).collect();
        let (forms, is_order_open) = forms(&columns);
        for column in &mut columns {
            column.moments = column.written_in(&forms);
        }
        Ok(Self {
            columns,
            rows: count,
            unknown,
            is_order_open,
        })
    }

    /// The column of that name.
    pub(super) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

impl Column {
    /// Whether it is a column of moments.
    pub(super) fn is_moments(&self) -> bool {
        !self.moments.is_empty()
    }

    /// The form in which most of it is moments, and those of what is left; none where it isn't moments.
    fn written_in(&self, forms: &[Form]) -> Vec<String> {
        let mut written = Vec::new();
        let mut left: Vec<&str> = self.values.keys().map(String::as_str).collect();
        let count = |form: &Form, texts: &[&str]| texts.iter().filter(|text| form.reads(text)).count();
        // The last of the best in reverse is the first: the plainest.
        while let Some(best) = forms.iter().rev().max_by_key(|form| count(form, &left)) {
            let is_main_one = written.is_empty();
            if count(best, &left) == 0 || (is_main_one && self.share_in(best) < MOST) {
                break;
            }
            left.retain(|text| !best.reads(text));
            written.push(best.letters.clone());
        }
        written
    }

    /// The share of it that is moments of this form.
    fn share_in(&self, form: &Form) -> f64 {
        self.share(|text| form.reads(text))
    }

    /// How many different values were seen.
    pub(super) fn distinct(&self) -> usize {
        self.values.len()
    }

    /// The share of values for which something holds.
    pub(super) fn share(&self, holds: impl Fn(&str) -> bool) -> f64 {
        let count = self.values.keys().filter(|text| holds(text)).count();
        let (count, all) = (u32::try_from(count), u32::try_from(self.values.len().max(1)));
        f64::from(count.unwrap_or_default()) / f64::from(all.unwrap_or(u32::MAX))
    }
}

/// A form in which moments may be written.
struct Form {
    letters: String,
    moments: Moments,
}

impl Form {
    /// Whether a text is a moment of this form, of our days.
    fn reads(&self, text: &str) -> bool {
        // The shortest is 1/1/26. A bare number is read as a year by some forms.
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_written_out = digits >= 4 && text.len() >= digits + 2;
        let is_of_our_days = |moment: String| ("1980".."2100").contains(&moment.get(..4).unwrap_or_default());
        is_written_out
            && text.len() <= LONGEST_MOMENT
            && self
                .moments
                .read(text)
                .is_ok_and(|moment| is_of_our_days(moment.to_string()))
    }

    fn is_month_first(&self) -> bool {
        self.letters.starts_with("%m")
    }

    fn is_day_first(&self) -> bool {
        self.letters.starts_with("%d/%m") || self.letters.starts_with("%d-%m")
    }
}

/// The forms that may be meant: those of one order of day and month, the one in which more is a moment; and whether both
/// orders hold to as much.
fn forms(columns: &[Column]) -> (Vec<Form>, bool) {
    let texts = || columns.iter().flat_map(|column| column.values.keys());
    let all = known_forms().filter_map(|letters| {
        let moments = Moments::new(&[&letters], Zone::UTC).ok()?;
        let form = Form { letters, moments };
        let held = texts().filter(|text| form.reads(text)).count();
        (held > 0).then_some((form, held))
    });
    let all: Vec<(Form, usize)> = all.collect();
    let held = |is_meant: fn(&Form) -> bool| {
        let meant = all.iter().filter(|(form, _)| is_meant(form));
        meant.map(|(_, held)| *held).sum::<usize>()
    };
    let (month_first, day_first) = (held(Form::is_month_first), held(Form::is_day_first));
    let is_wrong = match month_first > day_first {
        true => Form::is_day_first,
        false => Form::is_month_first,
    };
    let is_open = month_first == day_first && day_first > 0;
    let meant = all.into_iter().map(|(form, _)| form);
    (meant.filter(|form| !is_wrong(form)).collect(), is_open)
}

/// Columns while they are gathered.
#[derive(Default)]
struct Gathered {
    names: Vec<String>,
    positions: HashMap<String, usize>,
    values: Vec<BTreeMap<String, usize>>,
}

impl Gathered {
    fn name(&mut self, names: Vec<String>) {
        for name in names.into_iter().take(COLUMNS) {
            self.positions.insert(name.clone(), self.names.len());
            self.names.push(name);
            self.values.push(BTreeMap::new());
        }
    }

    fn add(&mut self, name: &str, text: &str) {
        if !self.positions.contains_key(name) {
            if self.names.len() == COLUMNS {
                return;
            }
            self.name(vec![name.to_owned()]);
        }
        let place = self.positions.get(name).and_then(|at| self.values.get_mut(*at));
        if let Some(values) = place.filter(|_| !text.is_empty()) {
            let text: String = text.chars().take(LONGEST).collect();
            *values.entry(text).or_default() += 1;
        }
    }

    /// Takes note of a word behind the first rows, in a column that has few: it counts for none of them.
    fn note_rare(&mut self, name: &str, text: &str) {
        let values = self.positions.get(name).and_then(|at| self.values.get_mut(*at));
        let Some(values) = values.filter(|values| values.len() < FEW && !values.contains_key(text)) else {
            return;
        };
        if !text.is_empty() {
            values.insert(text.chars().take(LONGEST).collect(), 0);
        }
    }

    /// The words for "not known" that stand somewhere.
    fn unknown(&self) -> Vec<String> {
        let is_seen = |word: &&str| self.values.iter().any(|values| values.contains_key(*word));
        words::UNKNOWN.into_iter().filter(is_seen).map(str::to_owned).collect()
    }

    fn columns(self, unknown: &[String]) -> impl Iterator<Item = Column> {
        self.names.into_iter().zip(self.values).map(|(name, mut values)| {
            values.retain(|text, _| !unknown.contains(text));
            Column {
                name,
                filled: values.values().sum(),
                values,
                moments: Vec::new(),
            }
        })
    }
}
