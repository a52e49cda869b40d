//! The event that a row tells of a ticket.

use super::BadRow;
use super::line::{Line, truth, unknown_word};
use super::place;
use crate::base::Timestamp;
use crate::domain::Priority;
use crate::import::mapping::Source;
use crate::import::resume;
use crate::import::target::Target;
use crate::remote::ImportRow;
use crate::sentences::Wording;
use std::collections::BTreeMap;

impl Line<'_> {
    /// The event that the row tells of a ticket.
    pub(super) fn row(&self) -> Result<ImportRow, BadRow> {
        let text = |target| self.target(target);
        let number = text(Target::Number).ok_or_else(|| self.lacks(Target::Number, "import-needs-number"))?;
        let at = self.moment(Target::At)?;
        let status_there = text(Target::Status);
        Ok(ImportRow {
            line: self.line,
            number,
            digest: self.digest(),
            at: Some(at.ok_or_else(|| self.lacks(Target::At, "import-needs-moment"))?),
            by: text(Target::By),
            opened_at: self.moment(Target::OpenedAt)?,
            resolved_at: self.moment(Target::ResolvedAt)?,
            closed_at: self.moment(Target::ClosedAt)?,
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
            priority: self.priority()?,
            reassignments: self.count(Target::Reassignments)?,
            reopenings: self.count(Target::Reopenings)?,
            met_agreement: self.verdict()?,
            others: self.others(),
            fields: self.values(self.mapping.fields())?,
        })
    }

    /// What the server knows the row by: all its cells, also those that the mapping passes over.
    fn digest(&self) -> String {
        match self.cells.has_header() {
            true => resume::digest(self.cells.iter().map(|(_, cell)| cell.text.as_str())),
            false => resume::digest(self.cells.iter().flat_map(|(name, cell)| [name, cell.text.as_str()])),
        }
    }

    fn target(&self, target: Target) -> Option<String> {
        let text = self.fill(self.mapping.source_of(target)?)?;
        Some(self.mapping.meaning(target.name(), text))
    }

    fn wrong(&self, target: Target, message: Wording) -> BadRow {
        let place = self
            .mapping
            .source_of(target)
            .map(|source| place(self.cells, source, self.begin));
        BadRow {
            place: place.unwrap_or(self.begin),
            field: target.name().to_owned(),
            message,
        }
    }

    fn lacks(&self, target: Target, sentence: &'static str) -> BadRow {
        self.wrong(target, Wording::of(sentence))
    }

    fn moment(&self, target: Target) -> Result<Option<Timestamp>, BadRow> {
        let Some(text) = self.target(target) else {
            return Ok(None);
        };
        let read = self.mapping.head().moments.read(&text);
        read.map(Some).map_err(|message| self.wrong(target, message))
    }

    fn status(&self, there: Option<&str>) -> Result<Option<String>, BadRow> {
        let Some(there) = there else { return Ok(None) };
        let here = self.mapping.status(there).map(str::to_owned);
        let unknown = || unknown_word("status", there);
        here.map(Some).ok_or_else(|| self.wrong(Target::Status, unknown()))
    }

    fn priority(&self) -> Result<Option<Priority>, BadRow> {
        let Some(there) = self.target(Target::Priority) else {
            return Ok(None);
        };
        let unknown = || unknown_word("priority", &there);
        let here = self.mapping.priority(&there);
        here.map(Some).ok_or_else(|| self.wrong(Target::Priority, unknown()))
    }

    fn count(&self, target: Target) -> Result<Option<i64>, BadRow> {
        let Some(text) = self.target(target) else {
            return Ok(None);
        };
        match text.parse::<u32>() {
            Ok(count) => Ok(Some(i64::from(count))),
            Err(_) => Err(self.wrong(target, Wording::of("import-no-count").with("text", text))),
        }
    }

    fn verdict(&self) -> Result<Option<bool>, BadRow> {
        let Some(text) = self.target(Target::MetAgreement) else {
            return Ok(None);
        };
        let read = truth(&text);
        read.map(Some)
            .map_err(|message| self.wrong(Target::MetAgreement, message))
    }

    fn others(&self) -> BTreeMap<String, String> {
        let known = |(label, source): (&String, &Source)| Some((label.clone(), self.fill(source)?));
        self.mapping.others().filter_map(known).collect()
    }
}
