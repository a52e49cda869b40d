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
/// The forms in which moments are looked for, the plainest first. Day before month and month before day are told apart
/// by what the sample holds.
const FORMS: [&str; 25] = [
    "iso",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y",
    "%d.%m.%y %H:%M",
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y",
    "%d/%m/%Y %I:%M:%S %p",
    "%d/%m/%Y %I:%M %p",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y",
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M %p",
    "%m-%d-%Y %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%d %b %Y %H:%M",
    "%d %b %Y",
    "%b %d, %Y %H:%M",
    "%a, %d %b %Y %H:%M:%S %z",
];

/// What was seen of a file.
pub(super) struct Sample {
    pub(super) columns: Vec<Column>,
    /// How many rows could be read.
    pub(super) rows: usize,
    /// The texts that seem to mean: not known.
    pub(super) unknown: Vec<String>,
}

/// What was seen of a column.
pub(super) struct Column {
    pub(super) name: String,
    /// What stands in it, with how often among the first rows; neither empty nor unknown.
    pub(super) values: BTreeMap<String, usize>,
    /// In how many rows something stands.
    pub(super) filled: usize,
    /// The forms of the moments in it, the one of most first; none where it isn't moments.
    pub(super) moments: Vec<&'static str>,
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
        let forms = forms(&columns);
        for column in &mut columns {
            column.moments = column.written_in(&forms);
        }
        Ok(Self {
            columns,
            rows: count,
            unknown,
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
    fn written_in(&self, forms: &[Form]) -> Vec<&'static str> {
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
            written.push(best.letters);
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
    letters: &'static str,
    moments: Moments,
}

impl Form {
    /// Whether a text is a moment of this form, of our days.
    fn reads(&self, text: &str) -> bool {
        // A bare number is read as a year by some forms.
        let has_digits = text.contains(|letter: char| letter.is_ascii_digit());
        let is_written_out = has_digits && text.contains(|letter: char| !letter.is_ascii_digit());
        let is_of_our_days = |moment: String| ("1980".."2100").contains(&moment.get(..4).unwrap_or_default());
        is_written_out
            && self
                .moments
                .read(text)
                .is_ok_and(|moment| is_of_our_days(moment.to_string()))
    }

    fn is_month_first(&self) -> bool {
        self.letters.starts_with("%m")
    }

    fn is_day_first(&self) -> bool {
        self.letters.starts_with("%d/") || self.letters.starts_with("%d-")
    }
}

/// The forms that may be meant: those of one order of day and month, the one to which more of the columns holds.
fn forms(columns: &[Column]) -> Vec<Form> {
    let held = |form: &Form| columns.iter().map(|column| column.share_in(form)).sum::<f64>();
    let all = FORMS.into_iter().filter_map(|letters| {
        let moments = Moments::new(&[letters], Zone::UTC).ok()?;
        let form = Form { letters, moments };
        let held = held(&form);
        (held > 0.0).then_some((form, held))
    });
    let all: Vec<(Form, f64)> = all.collect();
    let most = |is_meant: fn(&Form) -> bool| {
        let meant = all.iter().filter(|(form, _)| is_meant(form));
        meant.map(|(_, held)| *held).fold(0.0, f64::max)
    };
    let is_wrong = match most(Form::is_month_first) > most(Form::is_day_first) {
        true => Form::is_day_first,
        false => Form::is_month_first,
    };
    let meant = all.into_iter().map(|(form, _)| form);
    meant.filter(|form| !is_wrong(form)).collect()
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
