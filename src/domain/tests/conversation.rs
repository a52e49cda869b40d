//! Notes and time: who writes and who reads them (2.3, CPX-04, D-41).

use super::support::*;
use crate::base::Date;
use crate::domain::note::{Audience, Readers};
use crate::domain::{Act, Refusal, SecurityLevel, Side};

fn note(audience: Audience, text: &str) -> Act {
    Act::AddNote {
        audience,
        title: String::new(),
        text: text.to_owned(),
    }
}

fn log(minutes: i64) -> Act {
    Act::LogTime {
        worked_on: Date::parse("2026-05-10").unwrap(),
        started_at: None,
        minutes,
        summary: "Replaced the toner".to_owned(),
        internal_notes: String::new(),
    }
}

#[test]
fn an_internal_note_is_read_by_those_who_may_write_one_on_that_side() {
    use SecurityLevel as Level;
    for (actor, readers, levels) in [
        (
            tech(),
            Readers::Autotask,
            vec![Level::ProviderAdmin, Level::ProviderTech],
        ),
        (
            desk(),
            Readers::Taskfire,
            vec![Level::TaskfireAdministrator, Level::TaskfireResource],
        ),
    ] {
        let outcome = done(&note(Audience::Internal, "x"), &escalated(), &actor, &facts());
        assert_eq!(outcome.notes[0].readers, readers);
        let reading: Vec<_> = Level::ALL.into_iter().filter(|level| readers.include(*level)).collect();
        assert_eq!(reading, levels);
    }
}

#[test]
fn a_public_note_is_read_by_everybody_who_sees_the_ticket() {
    let outcome = done(&note(Audience::Public, "x"), &escalated(), &desk(), &facts());
    assert!(
        SecurityLevel::ALL
            .into_iter()
            .all(|level| outcome.notes[0].readers.include(level))
    );
}

#[test]
fn both_sides_write_public_notes_whoever_holds_the_ticket() {
    for ticket in [escalated(), transferred(), closed(Side::Autotask)] {
        for actor in [tech(), desk(), manager(), advanced(), basic()] {
            assert!(apply(&note(Audience::Public, "x"), &ticket, &actor, &facts()).is_ok());
        }
    }
}

#[test]
fn a_basic_user_writes_only_where_they_are_the_contact() {
    let mut ticket = escalated();
    ticket.contact = None;
    assert_eq!(
        refused(&note(Audience::Public, "x"), &ticket, &basic(), &facts()),
        Refusal::Forbidden
    );
}

#[test]
fn portal_levels_write_no_internal_note_and_log_no_time() {
    for actor in [manager(), advanced(), basic()] {
        assert_eq!(
            refused(&note(Audience::Internal, "x"), &escalated(), &actor, &facts()),
            Refusal::Forbidden
        );
        assert_eq!(refused(&log(5), &escalated(), &actor, &facts()), Refusal::Forbidden);
    }
}

#[test]
fn a_note_says_something_and_keeps_to_its_length() {
    for blank in ["", " \n\t"] {
        let refusal = refused(&note(Audience::Public, blank), &escalated(), &tech(), &facts());
        assert_eq!(refusal, Refusal::Required { field: "text" });
    }
    assert!(
        apply(
            &note(Audience::Public, &"é".repeat(32_000)),
            &escalated(),
            &tech(),
            &facts()
        )
        .is_ok()
    );
    let refusal = refused(
        &note(Audience::Public, &"é".repeat(32_001)),
        &escalated(),
        &tech(),
        &facts(),
    );
    assert_eq!(
        refusal,
        Refusal::OutOfRange {
            field: "text",
            limit: 32_000
        }
    );
}

#[test]
fn time_is_the_side_of_whoever_logs_it() {
    for actor in [tech(), desk()] {
        let outcome = done(&log(25), &escalated(), &actor, &facts());
        assert_eq!(outcome.time[0].side, actor.side());
        assert_eq!(outcome.time[0].minutes, 25);
        assert_eq!(outcome.ticket, escalated(), "time changes nothing of the ticket");
    }
}

#[test]
fn time_is_between_a_minute_and_a_day() {
    for wrong in [i64::MIN, -5, 0, 1441, i64::MAX] {
        let refusal = Refusal::OutOfRange {
            field: "minutes",
            limit: 1440,
        };
        assert_eq!(refused(&log(wrong), &escalated(), &tech(), &facts()), refusal);
    }
    for right in [1, 1440] {
        assert!(apply(&log(right), &escalated(), &tech(), &facts()).is_ok());
    }
}

#[test]
fn a_side_without_a_part_logs_no_time_and_keeps_no_internal_notes() {
    let refusal = Refusal::NoPart { side: Side::Taskfire };
    assert_eq!(refused(&log(5), &provider_only(), &desk(), &facts()), refusal);
    let act = note(Audience::Internal, "x");
    assert_eq!(refused(&act, &provider_only(), &desk(), &facts()), refusal);
}
