//! The acceptance cases: every file of `tests/cases/`, or of the folder that `TANDEM_CASES_DIR` names, against a real
//! server. `given` is set up through its operations and its HTTP API, `when` is asked with the credentials of the
//! actor's role, and every field of `then` is checked.

mod actions;
mod agreement;
mod automation;
mod billing;
mod checks;
mod contracts;
mod desk;
mod form;
mod instance;
mod labels;
mod levels;
mod onboarding;
mod people;
mod permissions;
mod program;
mod report;
mod run;
mod setup;
mod sold;
mod world;

use form::Case;
use futures_util::stream::{self, StreamExt};
use report::{Report, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The cases of features that come with later issues, by id; each issue strikes out its own.
const NOT_DUE: &str = include_str!("cases/not_due.txt");

fn entries() -> impl Iterator<Item = &'static str> {
    let lines = NOT_DUE.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace)
}

/// The cases that are not due as a whole.
fn not_due() -> BTreeSet<&'static str> {
    entries().filter(|entry| !entry.contains(':')).collect()
}

/// The cases that are due but for some fields, as in `AG-12:then.units`.
fn due_without() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut fields: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, field) in entries().filter_map(|entry| entry.split_once(':')) {
        fields.entry(id).or_default().push(field);
    }
    fields
}

/// Judges a case without the fields that are not due. With them it must not hold yet.
async fn judge(case: &Case, without: Option<&Vec<&'static str>>) -> Verdict {
    let Some(fields) = without else {
        return run::case(case).await;
    };
    if run::case(case).await == Verdict::Holds {
        return Verdict::Broken(format!(
            "it holds as a whole: strike off {fields:?} of those not due yet"
        ));
    }
    let mut part = case.clone();
    for field in fields {
        if !part.leave_out(field) {
            return Verdict::Broken(format!("there is no {field} to leave out"));
        }
    }
    run::case(&part).await
}

fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

#[expect(
    clippy::disallowed_methods,
    reason = "the folder is named to the test, not to the program"
)]
fn folder() -> PathBuf {
    std::env::var_os("TANDEM_CASES_DIR").map_or_else(own_folder, PathBuf::from)
}

/// The cases of every file of a folder, in the files' order.
fn read(folder: &Path) -> Vec<Case> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "no case file in {}", folder.display());
    files.iter().flat_map(|file| form::read(file)).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acceptance_case_that_is_due_holds() {
    let folder = folder();
    let cases = read(&folder);
    let not_due = not_due();
    let without = due_without();
    let mut report = Report::new();
    for (id, fields) in &without {
        report.note(format!("{id} is judged without {}", fields.join(", ")));
    }
    // Each case has a server of its own; a few at a time keep the cores busy.
    let mut verdicts = stream::iter(cases.iter().map(|case| judge(case, without.get(case.id.as_str())))).buffered(4);
    for case in &cases {
        let verdict = verdicts.next().await.expect("a verdict for each case");
        report.add(case, verdict, not_due.contains(case.id.as_str()));
    }
    if folder == own_folder() {
        let known: BTreeSet<_> = cases.iter().map(|case| case.id.as_str()).collect();
        report.list_names_nothing(not_due.difference(&known));
        let partly: BTreeSet<_> = without.keys().copied().collect();
        report.list_names_nothing(partly.difference(&known));
    }
    report.print();
    assert!(report.is_clean(), "{report}");
}

/// What the runner says of one case in the form of the files.
async fn judged(case: serde_json::Value) -> Verdict {
    run::case(&serde_json::from_value(case).expect("a case")).await
}

#[test]
fn ids_are_unique_over_all_files() {
    let mut seen = BTreeSet::new();
    for case in read(&own_folder()) {
        assert!(seen.insert(case.id.clone()), "{} stands there twice", case.id);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_that_is_wrong_fails() {
    let given = serde_json::json!({"ticket": {"shared": true, "holder": "provider",
        "provider": {"kind": "open", "assignee": "p1"}, "client": {"kind": "with_other", "assignee": "c1"}}});
    let when = serde_json::json!({"actor": {"id": "p1", "side": "provider"}, "action": "transfer_to_client"});
    let case = |then: serde_json::Value| serde_json::json!({"id": "X-1", "area": "lifecycle", "title": "", "given": given, "when": when, "then": then});
    let right = serde_json::json!({"holder": "client", "client_kind": "new", "provider_assignee": "p1"});
    assert_eq!(judged(case(right)).await, Verdict::Holds);
    for wrong in [
        serde_json::json!({"holder": "provider"}),
        serde_json::json!({"holder": "client", "client_kind": "open"}),
        serde_json::json!({"provider_assignee": null}),
        serde_json::json!({"client_status": "Complete"}),
        serde_json::json!({"shared": false}),
        serde_json::json!({"error": "not_holder"}),
        serde_json::json!({"result": "synced"}),
        serde_json::json!({"event": "declined"}),
        serde_json::json!({"notified_includes": ["p1"]}),
        serde_json::json!({"visible_to": ["desk_admin"], "not_visible_to": ["provider_tech"]}),
        serde_json::json!({}),
    ] {
        let verdict = judged(case(wrong.clone())).await;
        assert!(matches!(verdict, Verdict::Differs(_)), "{wrong}: {verdict:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_in_an_unknown_form_fails() {
    let case = |given: serde_json::Value, when: serde_json::Value, then: serde_json::Value| serde_json::json!({"id": "X-2", "area": "lifecycle", "title": "", "given": given, "when": when, "then": then});
    let nothing = || serde_json::json!({});
    let create = || serde_json::json!({"actor": {"id": "p1", "side": "provider"}, "action": "create_ticket"});
    let held = || serde_json::json!({"holder": "provider"});
    for unknown in [
        case(serde_json::json!({"weather": "rain"}), create(), held()),
        case(nothing(), serde_json::json!({"action": "dance"}), held()),
        case(
            nothing(),
            serde_json::json!({"action": "create_ticket", "colour": "red"}),
            held(),
        ),
        case(nothing(), create(), serde_json::json!({"mood": "good"})),
        case(nothing(), create(), serde_json::json!({"error": "bad_luck"})),
        case(
            nothing(),
            serde_json::json!({"actor": {"id": "x", "role": "wizard"}, "action": "create_ticket"}),
            held(),
        ),
    ] {
        let verdict = judged(unknown.clone()).await;
        assert!(matches!(verdict, Verdict::Unknown(_)), "{unknown}: {verdict:?}");
    }
}
