//! Reads a file of macros; what can't be used is named with its line. A macro with a mistake is left out whole: half of
//! what was meant is not what was meant.

use super::template::NotATemplate;
use super::{Doing, Macro, Macros, Step, Template};
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Mistake, Table};
use crate::domain::Priority;
use crate::domain::note::Audience;
use crate::sentences::Wording;
use crate::tui::typed::work::{self, Work};
use std::path::PathBuf;

/// How an act of a macro is written.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// What it is called.
    pub name: &'static str,
    /// A step of it.
    pub example: &'static str,
    /// What may stand there, where it is not a text of one's own.
    pub values: &'static [&'static str],
}

/// What a step may do.
pub const ACTS: [Written; 10] = [
    act("note", "{ note = \"…\" }", &[]),
    act("reply", "{ reply = \"…\" }", &[]),
    act("status", "{ status = \"Waiting Vendor\" }", &[]),
    act("assign", "{ assign = \"me\" }", &ASSIGNEES),
    act("priority", "{ priority = \"high\" }", &PRIORITIES),
    act("queue", "{ queue = \"Level 2\" }", &[]),
    act("time", "{ time = \"1:15\", summary = \"…\", internal = \"…\" }", &TIMES),
    act("complete", "{ complete = \"…\" }", &[]),
    act("hand_over", "{ hand_over = \"…\" }", &[]),
    act("reopen", "{ reopen = true }", &[]),
];
/// How time is written.
const TIMES: [&str; 4] = ["45m", "1:15", "0.75", "9-10:30"];
/// To whom it may assign.
const ASSIGNEES: [&str; 2] = ["me", "nobody"];
/// The priorities by name, the most urgent first.
const PRIORITIES: [&str; 4] = ["critical", "high", "medium", "low"];

const fn act(name: &'static str, example: &'static str, values: &'static [&'static str]) -> Written {
    Written { name, example, values }
}

impl Macros {
    /// The macros of a file with this text, and what of it could not be used.
    #[must_use]
    pub fn read(file: PathBuf, source: &str) -> (Self, Vec<Mistake>) {
        let name = file.display().to_string();
        let (mut document, sections) = Document::read(&name, source);
        let mut all = document.take_mistakes();
        let mut macros = Vec::new();
        for section in sections {
            let title = section.name.clone();
            let span = section.name_span();
            let steps = document
                .table(section)
                .map(|table| steps(&mut document, table, &name))
                .unwrap_or_default();
            let mut mistakes = document.take_mistakes();
            if steps.is_empty() && mistakes.is_empty() {
                let message = Wording::of("mistake-macro-empty").with("name", &title);
                document.complain(
                    span,
                    message,
                    Some(write("do = [ { note = \"…\" }, { status = \"…\" } ]")),
                );
                mistakes = document.take_mistakes();
            }
            if mistakes.is_empty() {
                macros.push(Macro { name: title, steps });
            }
            all.extend(mistakes);
        }
        all.sort_by_key(|mistake| (mistake.line, mistake.column));
        (Self { file, macros }, all)
    }
}

fn steps<'s>(document: &mut Document<'s>, table: Table<'s>, file: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for entry in table {
        if entry.name != "do" {
            document.unknown("mistake-no-macro-setting", &entry, ["do"]);
            continue;
        }
        for table in document.tables(entry).unwrap_or_default() {
            steps.extend(step(document, table, file));
        }
    }
    steps
}

fn step(document: &mut Document<'_>, mut table: Table<'_>, file: &str) -> Option<Step> {
    let summary = table.take("summary");
    let internal = table.take("internal");
    let span = table.span();
    let mut acts = table.into_iter();
    let Some(act) = acts.next() else {
        for entry in summary.iter().chain(&internal) {
            let message = Wording::of("mistake-beside-no-time").with("name", &entry.name);
            let hint = Wording::of("mistake-write-beside").with("example", "time = \"15m\"");
            document.complain(entry.name_span(), message, Some(hint));
        }
        if summary.is_none() && internal.is_none() {
            document.complain(
                span,
                Wording::of("mistake-step-empty"),
                Some(write_or_leave("{ note = \"…\" }")),
            );
        }
        return None;
    };
    for other in acts {
        let message = Wording::of("mistake-beside").with("name", &other.name);
        let message = message.with("other", &act.name);
        let hint = Wording::of("mistake-one-act").with("example", "{ … }, { … }");
        document.complain(other.name_span(), message, Some(hint));
    }
    if act.name != "time" {
        for entry in summary.iter().chain(&internal) {
            let message = Wording::of("mistake-time-only").with("name", &entry.name);
            document.complain(entry.name_span(), message, None);
        }
    }
    let beside = |document: &mut Document<'_>, entry: Option<Entry<'_>>| match entry {
        Some(entry) => template(document, &entry),
        None => Some(Template::default()),
    };
    let doing = match act.name.as_str() {
        "note" => Doing::Write(Audience::Internal, template(document, &act)?),
        "reply" => Doing::Write(Audience::Public, template(document, &act)?),
        "status" => Doing::Status(document.text(&act)?.to_owned()),
        "queue" => Doing::Queue(document.text(&act)?.to_owned()),
        "assign" => assign(document, &act)?,
        "priority" => Doing::Priority(priority(document, &act)?),
        "time" => {
            let work = work(document, &act)?;
            Doing::Time(work, beside(document, summary)?, beside(document, internal)?)
        }
        "complete" => Doing::Complete(template(document, &act)?),
        "hand_over" => Doing::HandOver(template(document, &act)?),
        "reopen" => reopen(document, &act)?,
        _ => {
            document.unknown("mistake-no-act", &act, ACTS.map(|act| act.name));
            return None;
        }
    };
    Some(Step {
        doing,
        written_at: format!("{file}:{}", document.line(act.name_span())),
    })
}

fn write(example: &str) -> Wording {
    Wording::of("mistake-write").with("example", example)
}

fn write_or_leave(example: &str) -> Wording {
    Wording::of("mistake-write-or-leave").with("example", example)
}

fn template(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Template> {
    let text = document.text(entry)?;
    match Template::read(text) {
        Ok(template) => Some(template),
        Err(NotATemplate::Unknown(field)) => {
            let hint = did_you_mean(&field, &Template::FIELDS);
            let message = Wording::of("mistake-no-template-field").with("name", &field);
            document.wrong_value(entry, message, Some(hint));
            None
        }
        Err(NotATemplate::Open) => {
            let hint = Wording::of("mistake-write-braces");
            let hint = hint.with("open", "{{").with("close", "}}");
            document.wrong_value(entry, Wording::of("mistake-brace"), Some(hint));
            None
        }
    }
}

fn assign(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Doing> {
    match document.text(entry)? {
        "me" => Some(Doing::Take),
        "nobody" => Some(Doing::Unassign),
        other => {
            let message = Wording::of("mistake-no-assignee").with("name", other);
            document.wrong_value(entry, message, Some(did_you_mean(other, &ASSIGNEES)));
            None
        }
    }
}

fn priority(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Priority> {
    let text = document.text(entry)?;
    let at = PRIORITIES.iter().position(|name| name.eq_ignore_ascii_case(text));
    let all = [Priority::CRITICAL, Priority::HIGH, Priority::MEDIUM, Priority::LOW];
    let found = at.and_then(|at| all.get(at).copied());
    if found.is_none() {
        let message = Wording::of("mistake-no-priority").with("name", text);
        document.wrong_value(entry, message, Some(did_you_mean(text, &PRIORITIES)));
    }
    found
}

fn work(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Work> {
    let text = document.text(entry)?;
    let work = work::parse(text).ok();
    if work.is_none() {
        let message = Wording::of("mistake-no-time").with("text", text);
        let hint = Wording::of("mistake-write-like").with("example", TIMES.join("\", \""));
        document.wrong_value(entry, message, Some(hint));
    }
    work
}

fn reopen(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Doing> {
    let reopens = document.yes_or_no(entry)?;
    if !reopens {
        let hint = write_or_leave("reopen = true");
        document.wrong_value(entry, Wording::of("mistake-reopens-nothing"), Some(hint));
    }
    reopens.then_some(Doing::Reopen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::sentences::Sentences;

    fn read(source: &str) -> (Macros, Vec<String>) {
        let sentences = Sentences::new(Language::English);
        let (macros, mistakes) = Macros::read(PathBuf::from("macros.toml"), source);
        (
            macros,
            mistakes.iter().map(|mistake| mistake.said(&sentences)).collect(),
        )
    }

    #[test]
    fn a_macro_is_a_list_of_acts_in_their_order() {
        let (macros, mistakes) = read(
            "[\"Part ordered\"]\ndo = [\n  { reply = \"Dear {contact}\" },\n  { time = \"15m\", summary = \"Part ordered\" },\n\
             \x20 { status = \"Waiting Vendor\" },\n  { assign = \"me\" },\n  { time = \"9-10:30\" },\n  { reopen = true },\n]\n",
        );
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let [one] = macros.macros.as_slice() else {
            panic!("{macros:?}")
        };
        assert_eq!((one.name.as_str(), one.steps.len()), ("Part ordered", 6));
        assert!(matches!(&one.steps[0].doing, Doing::Write(Audience::Public, _)));
        let time = |at: usize| match &one.steps[at].doing {
            Doing::Time(work, ..) => Some((work.minutes, work.began)),
            _ => None,
        };
        assert_eq!(time(1), Some((15, None)));
        assert_eq!(time(4), Some((90, chrono::NaiveTime::from_hms_opt(9, 0, 0))));
        assert_eq!(one.steps[5].doing, Doing::Reopen);
        assert_eq!(one.steps[2].written_at, "macros.toml:5");
        assert_eq!(one.steps[3].doing, Doing::Take);
    }

    #[test]
    fn every_act_is_written_as_its_example_says() {
        for act in ACTS {
            let (macros, mistakes) = read(&format!("[A]\ndo = [ {} ]\n", act.example));
            assert!(mistakes.is_empty() && macros.macros.len() == 1, "{mistakes:?}");
            assert!(act.example.starts_with(&format!("{{ {} = ", act.name)), "{act:?}");
        }
        for value in TIMES {
            assert!(work::parse(value).is_ok(), "{value}");
        }
    }

    #[test]
    fn every_mistake_is_named_with_its_place_and_its_macro_is_left_out() {
        for (step, said) in [
            (
                "{ ntoe = \"x\" }",
                "macros.toml:2:10: there is no act \"ntoe\"; did you mean \"note\"?",
            ),
            (
                "{ note = \"{nubmer}\" }",
                "no ticket has a field \"nubmer\"; did you mean \"number\"?",
            ),
            ("{ note = \"{\" }", "a brace has no other one"),
            ("{}", "macros.toml:2:8: this step does nothing; write { note"),
            (
                "{ reopen = false }",
                "macros.toml:2:19: a step that doesn't reopen does nothing; write reopen = true",
            ),
            (
                "{ reoepn = true }",
                "there is no act \"reoepn\"; did you mean \"reopen\"?",
            ),
            (
                "{ note = \"x\", status = \"New\" }",
                "\"status\" stands beside \"note\"; each step does one thing",
            ),
            ("{ note = \"x\", summary = \"y\" }", "\"summary\" goes with time only"),
            ("{ summary = \"y\" }", "\"summary\" stands beside no time"),
            ("{ time = \"long\" }", "\"long\" is no time spent"),
            (
                "{ assign = \"Tom\" }",
                "a macro can't assign \"Tom\"; take one of: me, nobody",
            ),
            (
                "{ priority = \"hihg\" }",
                "there is no priority \"hihg\"; did you mean \"high\"?",
            ),
            ("3", "\"do\" must be a list of sections, not of a whole number"),
        ] {
            let (macros, mistakes) = read(&format!("[A]\ndo = [ {step} ]\n[B]\ndo = [ {{ note = \"x\" }} ]\n"));
            assert!(
                mistakes.iter().any(|mistake| mistake.contains(said)),
                "{step}: {mistakes:?}"
            );
            assert_eq!(macros.macros.len(), 1, "{step}");
        }
        for (source, said) in [
            ("[A]\n", "macros.toml:1:2: \"A\" does nothing"),
            (
                "[A]\nod = []",
                "there is no setting of a macro \"od\"; did you mean \"do\"?",
            ),
            ("[A]\ndo = 3", "\"do\" must be a list of sections, not a whole number"),
        ] {
            let (macros, mistakes) = read(source);
            assert!(
                mistakes.iter().any(|mistake| mistake.contains(said)),
                "{source}: {mistakes:?}"
            );
            assert!(macros.macros.is_empty());
        }
    }
}
