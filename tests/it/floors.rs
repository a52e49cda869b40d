//! The floors (ARCHITECTURE.md): which module may import which. Every path of `src/` is read, not only `use`: grouped
//! imports, expressions, macros, and `super::` that climbs out of its module too.

pub mod law;
mod paths;

use law::Violation;
use paths::{Module, Source};
use std::collections::BTreeSet;
use std::path::Path;

/// All modules of `src/` with their files, tests left out.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    let tests: BTreeSet<Module> = files.iter().flat_map(|source| source.test_modules.clone()).collect();
    let is_test = |module: &Module| tests.iter().any(|test| module.starts_with(test));
    files.retain(|source| !is_test(&source.module));
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("src/ can be read") {
        let path = entry.expect("src/ can be read").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file can be read");
            let name = path
                .strip_prefix(root)
                .expect("it lies below src/")
                .to_string_lossy()
                .into_owned();
            files.push(Source::read(&name, &text));
        }
    }
}

fn violations(sources: &[Source]) -> Vec<Violation> {
    sources.iter().flat_map(law::check).collect()
}

/// What the law says of one file.
fn check(name: &str, text: &str) -> Vec<String> {
    violations(&[Source::read(name, text)])
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn every_module_imports_only_from_floors_below_it() {
    let sources = sources();
    let imports: usize = sources.iter().map(|source| source.imports.len()).sum();
    assert!(
        sources.len() > 80 && imports > 300,
        "only {} files with {imports} paths were read",
        sources.len()
    );
    let found = violations(&sources);
    let list: Vec<_> = found.iter().map(|violation| format!("  {violation}")).collect();
    assert!(found.is_empty(), "imports that go up or sideways:\n{}", list.join("\n"));
}

#[test]
fn lib_rs_lists_the_floors_from_the_ground_up() {
    let text = include_str!("../../src/lib.rs");
    let listed: Vec<_> = text
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert!(listed.contains(&"base"), "{listed:?}");
    for (above, module) in listed.iter().enumerate() {
        let below = law::below(module).unwrap_or_else(|| panic!("{module} is on no floor"));
        let late: Vec<_> = listed[above + 1..]
            .iter()
            .filter(|later| below.contains(later))
            .collect();
        assert!(
            late.is_empty(),
            "{module} may import {late:?}, which lib.rs lists after it"
        );
    }
}

#[test]
fn an_import_that_goes_up_is_found_wherever_it_stands() {
    for bad in [
        "use crate::server::Server;",
        "use crate::{base::Clock, query::{tree::Node}};",
        "use crate::base::{Clock};\nuse crate::query as filters;",
        "fn f() -> crate::wire::Problem { todo!() }",
        "fn f() { let x = crate::query::parse(1); }",
        "fn f() { println!(\"{}\", crate::wire::X); }",
        "macro_rules! m { () => { $crate::remote::Remote } }",
        "impl crate::sync::Session {}",
        "#[derive(Clone)] struct S { #[serde(with = \"x\")] a: Option<crate::replica::Replica> }",
        "use super::super::query::Filter;",
        "use super::super::{base::Clock, records};",
        "mod inner { use super::super::super::wire::Page; }",
        "#[cfg(not(test))] use crate::query::X;",
        "#[cfg(test)] mod tests { use crate::query::X; }\nuse crate::config::Settings;",
        "#[cfg(test)] use crate::base::X;\nuse crate::tui::App;",
        "pub(in crate::domain) fn f() { crate::cli::run() }",
    ] {
        assert_eq!(check("domain/ticket.rs", bad).len(), 1, "{bad}");
    }
}

#[test]
fn imports_that_name_everything_at_once_are_found() {
    for bad in [
        "use crate::*;",
        "use crate as root;",
        "use crate::{self as root};",
        "extern crate self as tandem;",
    ] {
        assert_eq!(check("domain/ticket.rs", bad).len(), 1, "{bad}");
    }
}

#[test]
fn what_only_looks_like_an_import_is_none() {
    for good in [
        "// use crate::server::Server;",
        "/* crate::query::X /* nested */ crate::query::Y */",
        "/// See [`crate::server::Server`].\npub struct S;",
        "const S: &str = \"use crate::server::Server;\";",
        "const S: &str = r#\"crate::query::\"X\"\"#;",
        "pub(crate) struct S; pub(super) struct T;",
        "#[cfg(test)] mod tests { use crate::server::Server; }",
        "#[cfg(test)]\n#[path = \"x.rs\"]\nmod tests;",
        "#[cfg(test)] fn f() -> u8 { crate::server::x() }",
        "#[cfg(all(test, unix))] use crate::{server::Server};",
        "use crate::base::{Clock, ids::*}; use super::Side; use self::inner::X;",
        "fn f<'a>(x: &'a str) -> char { 'c' }",
        "use crate::domain::{Act, change::Change};",
    ] {
        assert_eq!(check("domain/ticket.rs", good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn neighbours_on_a_floor_dont_import_each_other() {
    for (name, bad) in [
        ("domain/ticket.rs", "use crate::entities::Row;"),
        ("entities/ticket.rs", "use crate::domain::Ticket;"),
        ("records/mod.rs", "use crate::query::Filter;"),
        ("query/sql.rs", "use crate::records::ticket;"),
        ("replica/mirror.rs", "use crate::wire::Page;"),
        ("replica/mirror.rs", "use crate::remote::Remote;"),
        ("server/mod.rs", "use crate::tui::App;"),
        ("tui/app.rs", "use crate::server::Server;"),
        ("tui/app.rs", "use crate::wire::Problem;"),
        ("import/read.rs", "use crate::replica::Replica;"),
        ("wire/page.rs", "use crate::config::Settings;"),
    ] {
        assert_eq!(check(name, bad).len(), 1, "{name}: {bad}");
    }
}

#[test]
fn the_store_knows_no_operations_and_the_operations_know_no_routes() {
    for (name, bad) in [
        ("server/store/tickets.rs", "use crate::server::operations::X;"),
        ("server/store/tickets.rs", "use super::super::routes::X;"),
        (
            "server/operations/tickets.rs",
            "use crate::server::{routes::X, store::Y};",
        ),
        ("server/visible.rs", "use crate::server::routes::X;"),
    ] {
        assert_eq!(check(name, bad).len(), 1, "{name}: {bad}");
    }
    assert!(check("server/routes/tickets.rs", "use crate::server::operations::X;").is_empty());
    assert!(check("server/operations/tickets.rs", "use super::super::store::X;").is_empty());
}

#[test]
fn panes_dont_import_one_another() {
    for bad in [
        "use crate::tui::panes::ticket::X;",
        "use super::super::ticket::X;",
        "use super::super::{ticket::X};",
    ] {
        assert_eq!(check("tui/panes/queues/draw.rs", bad).len(), 1, "{bad}");
    }
    for good in [
        "use crate::tui::panes::queues::X;",
        "use super::X;",
        "use crate::tui::widgets::X;",
    ] {
        assert!(check("tui/panes/queues/draw.rs", good).is_empty(), "{good}");
    }
    assert!(check("tui/app.rs", "use super::panes::{queues::Queues, ticket::TicketPane};").is_empty());
}

#[test]
fn only_the_runner_of_the_console_touches_replica_and_sync() {
    for import in ["use crate::replica::Replica;", "use crate::sync::{Session};"] {
        assert_eq!(check("tui/app.rs", import).len(), 1, "{import}");
        assert!(check("tui/runner.rs", import).is_empty(), "{import}");
        assert!(check("tui/runner/effects.rs", import).is_empty(), "{import}");
    }
    assert_eq!(check("tui/runner.rs", "use crate::server::Server;").len(), 1);
}

#[test]
fn a_module_that_stands_on_no_floor_is_found() {
    assert_eq!(check("util/mod.rs", "pub fn f() {}").len(), 1);
    assert_eq!(check("domain/ticket.rs", "use crate::util::X;").len(), 1);
}

#[test]
fn a_violation_names_file_and_line() {
    let found = check(
        "domain/ticket.rs",
        "use crate::base::X;\n\nuse crate::{\n    query::X,\n};",
    );
    assert_eq!(
        found,
        ["src/domain/ticket.rs:4: domain imports crate::query::X: domain may import base only"]
    );
}
