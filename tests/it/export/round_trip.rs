//! Export then import into an empty server yields the same desk: what queries answer on both is compared.

use crate::command_line::program::Home;
use std::collections::{BTreeMap, HashMap};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use tandem::base::Secret;
use tandem::domain::SecurityLevel;
use tandem::entities::{
    COMPANY, CONTACT, Entity, Row, Surface, TICKET, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM,
    UserDefinedFields, UserDefinedValues, Value,
};
use tandem::export;
use tandem::import::{self, Mapping, Progress, Reject, Rows};
use tandem::query::{Filter, Query};
use tandem::remote::{Client, ImportMode, PORTABLE, Portable, Remote, Through, Way, is_kept, portable};
use tandem::server::operations::people::NewResource;
use tandem::server::{Operations, RunningServer, Server, Settings};

struct Nobody;

impl export::Watcher for Nobody {
    fn written(&mut self, _: u64) {}
}

impl import::Watcher for Nobody {
    fn progress(&mut self, _: Progress) {}
    fn rejected(&mut self, reject: &Reject) {
        panic!("{reject:?}")
    }
}

/// A server on this database, and its administrator's line to it.
async fn serve(database: &Path, provider: &str) -> (RunningServer, Remote) {
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let server = Server::start(Settings::new(database.to_owned(), listen, provider))
        .await
        .unwrap();
    let operations = server.operations().clone();
    if operations.somebody(None).await.is_err() {
        let administrator = NewResource {
            user_name: "root".to_owned(),
            first_name: "Rosa".to_owned(),
            last_name: "Otto".to_owned(),
            email: "rosa@northwind.test".to_owned(),
            level: SecurityLevel::ProviderAdmin,
            password: None,
        };
        operations.create_resource(administrator).await.unwrap();
    }
    let who = operations.somebody(None).await.unwrap();
    let session = operations.begin_session(who).await.unwrap();
    // Another test may have installed it already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let way = Way {
        ca_file: None,
        through: Through::Nothing,
        ..Way::default()
    };
    let url = format!("http://{}", server.address());
    let remote = Remote::new(Client::new(&way).unwrap(), &url).signed_in(Secret::new(session.token));
    (server, remote)
}

async fn all(remote: &Remote, entity: &'static Entity) -> Vec<Row> {
    let query = Query::new(Filter::all(entity), Surface::Tandem);
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let page = remote.page(&query, after.as_deref()).await.unwrap();
        rows.extend(page.items);
        after = page.next;
        if after.is_none() {
            return rows;
        }
    }
}

/// By what a person tells a row from others, whatever its id.
fn name(row: &Row) -> String {
    let words = [
        "companyName",
        "ticketNumber",
        "side",
        "label",
        "name",
        "firstName",
        "lastName",
        "emailAddress",
        "email",
    ];
    let text = |word: &&str| {
        row.entity().field(word).and_then(|field| match row.value(field) {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        })
    };
    words.iter().filter_map(text).collect::<Vec<_>>().join(" / ")
}

/// What follows from other rows, and has to be the same as well.
const DERIVED: [&str; 5] = [
    "noteCount",
    "publicNoteCount",
    "minutesAutotask",
    "minutesTaskfire",
    "lastPublicNoteDate",
];

/// What queries answer, entity by entity, with names instead of ids.
async fn answers(remote: &Remote) -> BTreeMap<&'static str, Vec<String>> {
    let mut names: HashMap<(&str, i64), String> = HashMap::new();
    let mut rows = BTreeMap::new();
    for portable in PORTABLE {
        let found = all(remote, portable.entity).await;
        names.extend(found.iter().map(|row| ((portable.entity.name, row.id()), name(row))));
        rows.insert(portable.entity.name, found);
    }
    let kept: HashMap<(String, i64), String> = remote
        .kept_values()
        .await
        .unwrap()
        .into_iter()
        .map(|kept| ((kept.field, kept.value), kept.label))
        .collect();
    let told = |portable: &'static Portable, row: &Row| {
        let free = UserDefinedFields::of(
            portable.entity,
            &rows["UserDefinedFieldDefinition"],
            &rows["UserDefinedFieldListItem"],
        );
        let derived = DERIVED.iter().filter_map(|name| portable.entity.field(name));
        let mut told = String::new();
        for field in portable.fields().chain(derived) {
            // Each desk has its provider since the day it was made itself.
            if *portable.entity == COMPANY && row.id() == 0 && field.name == "createDate" {
                continue;
            }
            let value = match (portable::target(field), row.value(field)) {
                (Some(target), Value::Integer(id)) => names
                    .get(&(target.name, *id))
                    .cloned()
                    .unwrap_or_else(|| id.to_string()),
                (None, Value::Integer(number)) if is_kept(field) => kept[&(field.name.to_owned(), *number)].clone(),
                (_, value) => format!("{value:?}"),
            };
            told.push_str(&format!("{}: {value}\n", field.name));
        }
        let values = UserDefinedValues::of(row);
        for field in free.iter() {
            let kept = values.0.get(&field.id).map(|kept| field.label(kept));
            told.push_str(&format!("{}: {kept:?}\n", field.name));
        }
        told
    };
    let portables = PORTABLE.iter().map(|portable| {
        let mut told: Vec<String> = rows[portable.entity.name]
            .iter()
            .map(|row| told(portable, row))
            .collect();
        told.sort();
        (portable.entity.name, told)
    });
    portables.collect()
}

/// Fields and lists of its own, with values on some tickets and companies.
async fn define_fields(operations: &Operations) {
    let defined = operations.write(|writing| {
        for (name, udf_type, data_type) in [
            ("Asset {tag}", 3_i64, 1_i64),
            ("Floor", 3, 5),
            ("title", 3, 3),
            ("Client since", 1, 4),
        ] {
            let mut row = Row::new(&USER_DEFINED_FIELD_DEFINITION);
            row.set("name", name);
            row.set("udfType", udf_type);
            row.set("dataType", data_type);
            row.set("isActive", true);
            writing.insert(&mut row)?;
        }
        for (label, is_active) in [("Ground", true), ("Cellar", false)] {
            let mut row = Row::new(&USER_DEFINED_FIELD_LIST_ITEM);
            row.set("udfFieldId", 2_i64);
            row.set("valueForDisplay", label);
            row.set("valueForExport", &label[..1]);
            row.set("isActive", is_active);
            writing.insert(&mut row)?;
        }
        let set = "UPDATE ticket SET user_defined_fields = ?1 WHERE id % 7 = ?2 AND status IS NOT NULL";
        writing.execute(set, ("{\"1\":\"=A1\",\"2\":\"1\",\"3\":\"12.5\"}", 1))?;
        writing.execute(set, ("{\"1\":\" two\\nlines \",\"2\":\"2\"}", 2))?;
        let lists = "INSERT INTO picklist_value (field, value, label, parent) VALUES
            ('source', 30, 'Fax', NULL), ('subIssueType', 7, 'Other', 1), ('subIssueType', 9, 'Other', 2)";
        writing.execute(lists, [])?;
        for (source, sub_issue_type, issue_type) in [(30_i64, 7_i64, 1_i64), (2, 9, 2)] {
            let set = "UPDATE ticket SET source = ?1, sub_issue_type = ?2 WHERE issue_type = ?3";
            assert!(writing.execute(set, (source, sub_issue_type, issue_type))? > 0);
        }
        let set = "UPDATE company SET user_defined_fields = '{\"4\":\"2026-11-20T00:00:00Z\"}' WHERE id > 3";
        Ok(writing.execute(set, [])?)
    });
    assert!(defined.await.unwrap() > 0);
}

/// The same without the administrator, whom the empty server had before, and without what names them.
fn without(mut told: Vec<String>, name: &str) -> Vec<String> {
    told.retain(|row| !row.contains(name));
    told
}

async fn import(remote: &Remote, file: &Path, mapping: &str) -> import::Report {
    let mapping = Mapping::parse("desk.toml", mapping).unwrap();
    let job = import::Job {
        remote,
        mapping: &mapping,
        mode: ImportMode::Write,
        rejects: None,
    };
    job.run(Rows::open(file).unwrap(), &mut Nobody).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_server_becomes_the_same_desk() {
    let home = Home::with_desk().await;
    let (there, from) = serve(&home.path("data/desk.db"), "Northwind Managed IT").await;
    define_fields(there.operations()).await;
    let expected = answers(&from).await;
    let shared = |row: &&String| row.contains("taskfireStatus: taskfire / ");
    let shared = expected["Ticket"].iter().filter(shared).count();
    let counts = (
        expected["Ticket"].len(),
        expected["TicketNote"].len(),
        expected["TimeEntry"].len(),
    );
    let has_fields = |row: &&String| row.contains("Floor: Some(\"Cellar\")");
    assert!(expected["Ticket"].iter().any(|row| has_fields(&row)));
    assert!(
        counts > (200, 0, 0) && counts.1 > 100 && counts.2 > 50 && shared > 20,
        "a desk worth the name: {counts:?}, {shared}"
    );
    for form in [export::Form::Csv, export::Form::JsonLines] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk");
        let mut out = std::fs::File::create(&file).unwrap();
        let job = export::Job {
            remote: &from,
            form,
            wanted: PORTABLE.iter().collect(),
        };
        let report = job.run(&mut out, &mut Nobody).await.unwrap();
        let written: u64 = report.rows.values().sum();
        let (_here, to) = serve(&folder.path().join("desk.db"), "Northwind Managed IT").await;
        let done = import(&to, &file, &report.mapping).await;
        assert_eq!(
            (done.added, done.already_there, done.created, done.awaited),
            (written, 0, expected["Ticket"].len() as u64, 0),
            "{form:?}"
        );
        let found = answers(&to).await;
        for (entity, expected) in &expected {
            let found = without(found[entity].clone(), "rosa@northwind.test");
            assert_eq!(found.len(), expected.len(), "{form:?} {entity}");
            for (found, expected) in found.iter().zip(expected) {
                assert_eq!(found, expected, "{form:?} {entity}");
            }
        }
        let again = import(&to, &file, &report.mapping).await;
        assert_eq!((again.added, again.already_there), (0, written), "{form:?}");
        assert_eq!(answers(&to).await, found, "a second time changes nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn records_may_come_in_any_order_and_people_of_one_name_stay_two() {
    let folder = tempfile::tempdir().unwrap();
    let (_server, remote) = serve(&folder.path().join("desk.db"), "Northwind").await;
    let file = folder.path().join("records.jsonl");
    let text = "{\"record\":\"Company\",\"id\":1,\"companyName\":\"Child\",\"parentCompanyID\":2}\n\
                {\"record\":\"Company\",\"id\":2,\"companyName\":\"Parent\"}\n\
                {\"record\":\"Contact\",\"id\":1,\"companyID\":1,\"firstName\":\"Ann\",\"lastName\":\"Lee\"}\n\
                {\"record\":\"Contact\",\"id\":2,\"companyID\":1,\"firstName\":\"Ann\",\"lastName\":\"Lee\"}\n\
                {\"record\":\"Ticket\",\"id\":1,\"companyID\":1,\"contactID\":2,\"title\":\"t\",\"ticketNumber\":\"T20261120.0007\",\"problemTicketId\":2}\n";
    std::fs::write(&file, text).unwrap();
    let wanted: Vec<&'static Portable> = PORTABLE.iter().collect();
    let mapping = {
        let mut nothing = Vec::new();
        let job = export::Job {
            remote: &remote,
            form: export::Form::JsonLines,
            wanted,
        };
        job.run(&mut nothing, &mut Nobody).await.unwrap().mapping
    };
    let done = import(&remote, &file, &mapping).await;
    assert_eq!((done.added, done.created, done.awaited), (5, 1, 1));
    let companies = all(&remote, &COMPANY).await;
    let id = |name: &str| {
        companies
            .iter()
            .find(|row| row.text("companyName") == Some(name))
            .map(Row::id)
    };
    let child = companies
        .iter()
        .find(|row| row.text("companyName") == Some("Child"))
        .unwrap();
    assert_eq!(child.integer("parentCompanyID"), id("Parent"));
    let contacts = all(&remote, &CONTACT).await;
    assert_eq!(contacts.len(), 2);
    let tickets = all(&remote, &TICKET).await;
    assert_eq!(tickets[0].integer("contactID"), Some(contacts[1].id()));
    assert_eq!(tickets[0].text("ticketNumber"), Some("T20261120.0007"));
    assert!(tickets[0].get("problemTicketId").is_null());
}
