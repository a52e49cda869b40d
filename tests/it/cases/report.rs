//! What came out: counts per area, and each failure with expected and actual side by side.

use super::form::Case;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;

/// What became of a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Holds,
    /// Fields of `then` that are otherwise.
    Differs(Vec<Difference>),
    /// A form, an action or a label that the runner doesn't know.
    Unknown(String),
    /// The state before could not be reached, or the server broke.
    Broken(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub field: String,
    pub expected: String,
    pub actual: String,
}

#[derive(Default)]
struct Area {
    held: usize,
    failed: usize,
    not_due: Vec<String>,
}

#[derive(Default)]
pub struct Report {
    areas: BTreeMap<String, Area>,
    notes: Vec<String>,
    failures: Vec<String>,
}

impl Report {
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a case. One on the list is expected not to hold yet.
    pub fn add(&mut self, case: &Case, verdict: Verdict, listed: bool) {
        let area = self.areas.entry(case.area.clone()).or_default();
        match (verdict, listed) {
            (Verdict::Holds, false) => area.held += 1,
            (Verdict::Holds, true) => {
                area.failed += 1;
                self.failures.push(format!(
                    "{} holds: strike it off the list of those not due yet",
                    case.id
                ));
            }
            (_, true) => area.not_due.push(case.id.clone()),
            (verdict, false) => {
                area.failed += 1;
                self.failures.push(format!("{} {}\n{verdict}", case.id, case.title));
            }
        }
    }

    /// Something that whoever reads the counts must know.
    pub fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// Ids on the list that no case has.
    pub fn list_names_nothing<'a>(&mut self, ids: impl Iterator<Item = &'a &'a str>) {
        self.failures
            .extend(ids.map(|id| format!("{id} is on the list of those not due yet, but there is no such case")));
    }

    pub fn is_clean(&self) -> bool {
        self.failures.is_empty()
    }

    /// Says it past the test harness, which keeps the output of tests that pass to itself.
    pub fn print(&self) {
        // A closed stderr is no reason to fail.
        let _ = writeln!(std::io::stderr().lock(), "{self}");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for failure in &self.failures {
            writeln!(f, "FAILED {failure}")?;
        }
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        for (name, area) in self.areas.iter().filter(|(_, area)| !area.not_due.is_empty()) {
            writeln!(f, "not due yet, {name}: {}", area.not_due.join(" "))?;
        }
        let count = |(name, area): (&String, &Area)| {
            let run = area.held + area.failed;
            let later = area.not_due.len();
            match (run, later) {
                (0, later) => format!("{name} 0 ({later} not due)"),
                (run, 0) => format!("{name} {}/{run}", area.held),
                (run, later) => format!("{name} {}/{run} ({later} not due)", area.held),
            }
        };
        let counts: Vec<_> = self.areas.iter().map(count).collect();
        write!(f, "acceptance cases: {}", counts.join(", "))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Holds => f.write_str("  holds"),
            Self::Unknown(what) => write!(f, "  unknown form: {what}"),
            Self::Broken(what) => write!(f, "  could not be run: {what}"),
            Self::Differs(differences) => {
                write!(f, "  {:<22} {:<28} actual", "field", "expected")?;
                for Difference {
                    field,
                    expected,
                    actual,
                } in differences
                {
                    write!(f, "\n  {field:<22} {expected:<28} {actual}")?;
                }
                Ok(())
            }
        }
    }
}
