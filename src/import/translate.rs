//! One row of the file into one row of the wire, through the mapping.

use super::mapping::{Mapping, Source};
use super::read::Record;
use super::resume;
use super::target::Target;
use crate::base::Timestamp;
use crate::remote::ImportRow;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeMap;

/// The most bytes that a row may have: several times what its longest texts may have together.
const LARGEST_ROW: usize = 256 * 1024;

/// Why a row can't be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The field.
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// A mapping tied to the columns of one file.
pub struct Translation<'m> {
    mapping: &'m Mapping,
    columns: BTreeMap<String, usize>,
}

impl<'m> Translation<'m> {
    pub(super) fn new(mapping: &'m Mapping, columns: &csv::StringRecord) -> Self {
        let columns = columns.iter().enumerate().map(|(at, name)| (name.to_owned(), at));
        Self {
            mapping,
            columns: columns.collect(),
        }
    }

    /// The row as the server takes it.
    ///
    /// # Errors
    /// The first cell that doesn't fit.
    pub fn row(&self, record: &Record) -> Result<ImportRow, BadRow> {
        let cells = self.cells(record)?;
        let cell = |name: &str| -> Option<&str> {
            let text = cells.get(*self.columns.get(name)?).map(|text| text.trim())?;
            (!text.is_empty() && text != self.mapping.unknown()).then_some(text)
        };
        let text = |target| {
            let source = self.mapping.source_of(target)?;
            source.template().fill(cell)
        };
        let number = text(Target::Number).ok_or_else(|| bad(Target::Number, "a row needs its ticket's number"))?;
        let at = self.moment(Target::At, text(Target::At))?;
        let status_there = text(Target::Status);
        Ok(ImportRow {
            line: record.line,
            number,
            digest: resume::digest(cells.iter()),
            at: Some(at.ok_or_else(|| bad(Target::At, "a row needs the moment of its event"))?),
            by: text(Target::By),
            opened_at: self.moment(Target::OpenedAt, text(Target::OpenedAt))?,
            resolved_at: self.moment(Target::ResolvedAt, text(Target::ResolvedAt))?,
            closed_at: self.moment(Target::ClosedAt, text(Target::ClosedAt))?,
            company: text(Target::Company),
            contact: text(Target::Contact),
            title: text(Target::Title),
            description: text(Target::Description),
            item: text(Target::Item),
            queue: text(Target::Queue),
            assignee: text(Target::Assignee),
            request_type: text(Target::RequestType),
            status: self.status(status_there.as_deref())?,
            status_there,
            priority: self.priority(text(Target::Priority))?,
            reassignments: count(Target::Reassignments, text(Target::Reassignments))?,
            reopenings: count(Target::Reopenings, text(Target::Reopenings))?,
            met_agreement: verdict(text(Target::MetAgreement))?,
            others: self.others(cell),
        })
    }

    fn cells(&self, record: &Record) -> Result<csv::StringRecord, BadRow> {
        if record.cells.len() != self.columns.len() {
            let (found, named) = (record.cells.len(), self.columns.len());
            let message = format!("the row has {found} cells, the first line names {named}");
            return Err(BadRow {
                field: "row".to_owned(),
                message,
            });
        }
        let bytes = record.cells.as_slice().len();
        if bytes > LARGEST_ROW {
            let message = format!("the row has {bytes} bytes, it may have {LARGEST_ROW} at most; shorten its texts");
            return Err(BadRow {
                field: "row".to_owned(),
                message,
            });
        }
        csv::StringRecord::from_byte_record(record.cells.clone()).map_err(|_| BadRow {
            field: "row".to_owned(),
            message: "the row is not UTF-8; save the file as UTF-8".to_owned(),
        })
    }

    fn moment(&self, target: Target, text: Option<String>) -> Result<Option<Timestamp>, BadRow> {
        let Some(text) = text else { return Ok(None) };
        let form = self.mapping.moments();
        let parsed = NaiveDateTime::parse_from_str(&text, form)
            .or_else(|_| NaiveDate::parse_from_str(&text, form).map(|day| day.and_time(NaiveTime::MIN)));
        match parsed {
            Ok(naive) => Ok(Some(Timestamp::from(naive.and_utc()))),
            Err(_) => Err(bad(target, &format!("\"{text}\" is not a moment written like {form}"))),
        }
    }

    fn status(&self, there: Option<&str>) -> Result<Option<String>, BadRow> {
        let Some(there) = there else { return Ok(None) };
        match self.mapping.status(there) {
            Some(here) => Ok(Some(here.to_owned())),
            None => Err(bad(
                Target::Status,
                &format!("the mapping's [status] does not know \"{there}\"; say there what it is here"),
            )),
        }
    }

    fn priority(&self, there: Option<String>) -> Result<Option<crate::domain::Priority>, BadRow> {
        let Some(there) = there else { return Ok(None) };
        match self.mapping.priority(&there) {
            Some(here) => Ok(Some(here)),
            None => Err(bad(
                Target::Priority,
                &format!("the mapping's [priority] does not know \"{there}\"; say there what it is here"),
            )),
        }
    }

    fn others<'c>(&self, cell: impl Fn(&str) -> Option<&'c str> + Copy) -> BTreeMap<String, String> {
        let known = |(label, source): (&String, &Source)| Some((label.clone(), source.template().fill(cell)?));
        self.mapping.others().filter_map(known).collect()
    }
}

fn bad(target: Target, message: &str) -> BadRow {
    BadRow {
        field: target.name().to_owned(),
        message: message.to_owned(),
    }
}

fn count(target: Target, text: Option<String>) -> Result<Option<i64>, BadRow> {
    let Some(text) = text else { return Ok(None) };
    match text.parse::<u32>() {
        Ok(count) => Ok(Some(i64::from(count))),
        Err(_) => Err(bad(target, &format!("\"{text}\" is not a count"))),
    }
}

fn verdict(text: Option<String>) -> Result<Option<bool>, BadRow> {
    let Some(text) = text else { return Ok(None) };
    match text.to_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(Some(true)),
        "false" | "no" | "0" => Ok(Some(false)),
        _ => Err(bad(
            Target::MetAgreement,
            &format!("\"{text}\" is neither true nor false"),
        )),
    }
}
