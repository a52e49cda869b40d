//! Suggested mappings are read as mappings, and take the very rows that they were made from.

use super::*;
use crate::base::Language;
use crate::import::mapping::Mapping;
use crate::remote::ImportRow;
use chrono::{TimeZone as _, Timelike as _, Utc};

fn english() -> Sentences {
    Sentences::new(Language::English)
}

fn suggested(name: &str, text: &str) -> (Suggestion, Vec<ImportRow>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, text).unwrap();
    let suggestion = suggest(Rows::open(&file).unwrap(), &english()).unwrap();
    let Ok(mapping) = Mapping::parse("m.toml", &suggestion.text) else {
        assert!(!suggestion.missing.is_empty(), "{}", suggestion.text);
        return (suggestion, Vec::new());
    };
    assert_eq!(suggestion.missing, Vec::<&str>::new());
    let mut rows = Rows::open(&file).unwrap();
    let translation = mapping.over(rows.columns()).unwrap();
    let mut taken = Vec::new();
    while let Some(row) = rows.next_row().unwrap() {
        taken.extend(translation.items(&row).unwrap().row);
    }
    (suggestion, taken)
}

#[test]
fn a_german_list_of_tickets_is_understood() {
    let (suggestion, rows) = suggested(
        "Störungen.csv",
        "Ticketnummer;Betreff;Zustand;Priorität;Kunde;Melder;E-Mail;Bearbeiter;Erstellt am;Geändert am;Raum\n\
         1001;Drucker streikt;In Bearbeitung;2 - Hoch;Acme GmbH;Ann Lee;ann@acme.de;Pat Rios;20.11.2026 10:05;21.11.2026 08:00;A1\n\
         1002;Kein Netz;Erledigt;4 - Niedrig;Acme GmbH;Bo Ek;bo@acme.de;-;21.11.2026 11:15;22.11.2026 09:30;B2\n",
    );
    assert_eq!(rows.len(), 2);
    let row = &rows[0];
    assert_eq!(row.number, "1001");
    assert_eq!(row.title.as_deref(), Some("Drucker streikt"));
    assert_eq!(row.status.as_deref(), Some("In Progress"));
    assert_eq!(row.priority, Some(crate::domain::Priority::HIGH));
    assert_eq!(row.company.as_deref(), Some("Acme GmbH"));
    assert_eq!(row.contact.as_deref(), Some("Ann Lee"));
    assert_eq!(row.at.unwrap().to_string(), "2026-11-21T08:00:00Z");
    assert_eq!(row.opened_at.unwrap().to_string(), "2026-11-20T10:05:00Z");
    assert_eq!(
        (rows[1].assignee.as_deref(), rows[1].status.as_deref()),
        (None, Some("Complete"))
    );
    for said in [
        "[records.Contact]",
        "emailAddress = \"{E-Mail}\"",
        "# \"Raum\" = \"{Raum}\"",
        "source = \"Störungen\"",
    ] {
        assert!(suggestion.text.contains(said), "{said} in {}", suggestion.text);
    }
}

#[test]
fn a_spanish_log_in_json_lines_is_understood() {
    let (suggestion, rows) = suggested(
        "registro.jsonl",
        "{\"caso\":\"C-1\",\"estado\":\"Nuevo\",\"prioridad\":\"Alta\",\"cliente\":{\"nombre\":\"Ibis\"},\"fecha de actualizacion\":\"2026-11-20T10:00:00Z\",\"asunto\":\"Sin red\",\"notas\":\"Llamada\"}\n\
         {\"caso\":\"C-1\",\"estado\":\"Cerrado\",\"prioridad\":\"Alta\",\"cliente\":{\"nombre\":\"Ibis\"},\"fecha de actualizacion\":\"2026-11-21T10:00:00Z\",\"asunto\":\"Sin red\",\"notas\":null}\n",
    );
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].status.as_deref(), Some("Complete"));
    assert_eq!(rows[1].company.as_deref(), Some("Ibis"));
    assert!(suggestion.text.contains("Numbers come again"), "{}", suggestion.text);
    assert!(suggestion.text.contains("[records.TicketNote]"), "{}", suggestion.text);
}

#[test]
fn month_and_day_are_told_apart_by_the_sample() {
    let american = "id,subject,status,created\n1,a,Open,11/20/2026 10:05\n2,b,Closed,01/02/2026 11:00\n";
    let (_, rows) = suggested("list.csv", american);
    assert_eq!(rows[1].at.unwrap().to_string(), "2026-01-02T11:00:00Z");
    let british = "id,subject,status,created\n1,a,Open,20/11/2026 10:05\n2,b,Closed,01/02/2026 11:00\n";
    let (suggestion, rows) = suggested("list.csv", british);
    assert_eq!(rows[1].at.unwrap().to_string(), "2026-02-01T11:00:00Z");
    assert!(!suggestion.text.contains("either order"), "{}", suggestion.text);
    let either = "id,subject,status,created\n1,a,Open,02/11/2026 10:05\n2,b,Closed,01/02/2026 11:00\n";
    let (suggestion, _) = suggested("list.csv", either);
    assert!(suggestion.text.contains("either order"), "{}", suggestion.text);
}

#[test]
fn what_no_column_is_found_for_has_to_be_filled_in() {
    let (suggestion, _) = suggested("list.csv", "colour,size\nred,large\nred,small\n");
    assert_eq!(suggestion.missing, ["number", "at"]);
    for said in ["# FILL IN, this is needed: number", "# FILL IN, this is needed: at"] {
        assert!(suggestion.text.contains(said), "{}", suggestion.text);
    }
}

#[test]
fn names_and_values_cannot_break_out_of_the_mapping() {
    let hostile = "ticket id,\"status\",\"a\"\"\n[ticket]\nnumber = \"\"x\",\"\u{1b}[2Jtitle\",created\n\
                   1,\"New\"\"\n[status]\",x,y,2026-11-20 10:00:00\n2,Closed,x,y,2026-11-20 11:00:00\n";
    let (suggestion, rows) = suggested("list.csv", hostile);
    assert_eq!(rows.len(), 2, "{}", suggestion.text);
    assert!(!suggestion.text.contains('\u{1b}'));
}

#[test]
fn the_columns_of_a_known_log_are_found_by_their_names() {
    let events = include_str!("../../../tests/it/import/incidents.csv");
    let (suggestion, rows) = suggested("incidents.csv", events);
    assert_eq!(rows.len(), events.lines().count() - 1);
    for line in [
        "number = \"{number}\"",
        "at = \"{sys_updated_at}\"",
        "by = \"{sys_updated_by}\"",
        "opened_at = \"{opened_at}\"",
        "contact = \"{caller_id}\"",
        "queue = \"{assignment_group}\"",
        "assignee = \"{assigned_to}\"",
        "status = \"{incident_state}\"",
        "priority = \"{priority}\"",
        "reassignments = \"{reassignment_count}\"",
        "met_agreement = \"{made_sla}\"",
        "\"Awaiting Vendor\" = \"Waiting Vendor\"",
        "\"1 - Critical\" = \"Critical\"",
        "unknown = [\"?\"]",
        "moments = [\"%d-%m-%Y %H:%M\"]",
    ] {
        assert!(suggestion.text.contains(line), "{line} in {}", suggestion.text);
    }
}

#[test]
fn a_status_that_first_comes_far_behind_is_mapped_too() {
    let mut text = "number,state,updated\n".to_owned();
    for number in 0..5000 {
        text.push_str(&format!("{number},New,2026-11-20 10:00:00\n"));
    }
    text.push_str("5000,Awaiting Vendor,2026-11-21 10:00:00\n");
    let (suggestion, rows) = suggested("list.csv", &text);
    assert_eq!(rows.len(), 5001);
    assert_eq!(rows[5000].status.as_deref(), Some("Waiting Vendor"));
    assert!(suggestion.text.contains("its first 1000 rows"), "{}", suggestion.text);
}

#[test]
fn a_wrong_moment_and_one_written_otherwise_do_not_hide_a_column_of_moments() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    let text = "id,subject,status,created\n1,a,Open,03.02.2026 08:15\n2,b,Open,30.02.2026 08:15\n\
                3,c,Open,05.02.2026 09:00\n4,d,Open,06.02.2026 10:00\n5,e,Open,07.02.2026\n";
    std::fs::write(&file, text).unwrap();
    let suggestion = suggest(Rows::open(&file).unwrap(), &english()).unwrap();
    assert_eq!(suggestion.missing, Vec::<&str>::new());
    for line in ["moments = [\"%d.%m.%Y\", \"%d.%m.%Y %H:%M\"]", "at = \"{created}\""] {
        assert!(suggestion.text.contains(line), "{line} in {}", suggestion.text);
    }
}

/// A list of two tickets that were made at these moments.
fn list(first: &str, second: &str) -> String {
    format!("id,subject,status,created\n1,a,Open,\"{first}\"\n2,b,Closed,\"{second}\"\n")
}

#[test]
fn every_form_that_is_looked_for_is_suggested_and_reads_what_it_was_made_from() {
    let first = Utc.with_ymd_and_hms(2026, 11, 20, 15, 5, 0).unwrap();
    let second = Utc.with_ymd_and_hms(2026, 2, 28, 0, 40, 0).unwrap();
    for letters in sample::known_forms() {
        let shown = match letters.as_str() {
            "iso" => "%Y-%m-%dT%H:%M:%SZ".to_owned(),
            letters => letters.replace("%#z", "%:z"),
        };
        let written = |moment: chrono::DateTime<Utc>| moment.format(&shown).to_string();
        let (suggestion, rows) = suggested("list.csv", &list(&written(first), &written(second)));
        let read: Vec<String> = rows.iter().map(|row| row.at.unwrap().to_string()).collect();
        let meant = |moment: chrono::DateTime<Utc>| match shown.contains("%M") {
            true => moment,
            false => moment.with_hour(0).unwrap().with_minute(0).unwrap(),
        };
        let meant = [first, second].map(|moment| meant(moment).format("%Y-%m-%dT%H:%M:%SZ").to_string());
        assert_eq!(read, meant, "{letters}: {}", suggestion.text);
        assert!(
            !suggestion.text.contains("either order"),
            "{letters}: {}",
            suggestion.text
        );
    }
}

#[test]
fn an_order_that_the_sample_leaves_open_is_said_whatever_stands_beside() {
    for (first, second) in [
        ("02/11/2026 10:05", "01/02/2026 11:00"),
        ("02/11/26", "01/02/26"),
        ("02-11-2026 10:05 AM", "01-02-2026 11:00 PM"),
        ("2/11/2026, 10:05 AM", "1/2/2026, 11:00 PM"),
    ] {
        let text = format!(
            "id,subject,status,created,closed\n1,a,Open,\"{first}\",2026-11-20\n2,b,Closed,\"{second}\",2026-11-21\n"
        );
        let (suggestion, _) = suggested("list.csv", &text);
        assert!(suggestion.text.contains("either order"), "{}", suggestion.text);
    }
    let (suggestion, _) = suggested("list.csv", &list("02.11.2026 10:05", "01.02.2026 11:00"));
    assert!(!suggestion.text.contains("either order"), "{}", suggestion.text);
}
