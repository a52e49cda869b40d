//! Whatever the line does, a change is carried out once, in its order, or waits for a decision.

use super::Fault;
use super::console::{change, create, note, notes_with};
use super::scene::scene;
use tandem::base::ids::{ResourceId, TicketId};
use tandem::domain::statuses::system;
use tandem::domain::{Act, Person, Priority};
use tandem::records::views::OutboxState;
use tandem::sync::News;

#[tokio::test(flavor = "multi_thread")]
async fn changes_made_offline_are_pushed_in_order_once_the_server_is_back() {
    let mut scene = scene().await;
    scene.line.set(Fault::Down);
    let (console, ticket) = (&mut scene.console, scene.ticket);
    let (_, new) = console.record(TicketId(0), create(&scene.desk, "Scanner"));
    console.record(new, note("For the new one"));
    console.record(
        ticket,
        Act::SetPriority {
            priority: Priority::HIGH,
        },
    );
    console.record(ticket, note("For the old one"));
    assert!(new.is_temporary());
    scene.desk.restart().await;
    scene.line.set(Fault::None);
    console.session.reconnect();
    console.at_rest().await;
    assert_eq!(console.replica.count_unsent().unwrap(), (0, 0));
    let numbered = console.replica.numbered(new).unwrap().unwrap();
    let notes = notes_with(&scene.server, "For the new one").await;
    assert_eq!(notes[0].integer("ticketID"), Some(numbered.0));
    assert_eq!(notes_with(&scene.server, "For the old one").await.len(), 1);
    let server = scene.server.clone();
    console
        .until("both are alike", async |console| console.is_like(&server).await)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_whose_answer_was_lost_is_sent_again_and_counts_once() {
    for fault in [Fault::AnswersLost, Fault::AnswersCut] {
        let mut scene = scene().await;
        scene.line.writes();
        scene.line.set(fault);
        scene.console.record(scene.ticket, note("Only once"));
        let (line, server) = (&scene.line, scene.server.clone());
        let mut seen = 0;
        while seen < 2 {
            scene.console.session.reconnect();
            seen += line.writes();
            tokio::task::yield_now().await;
        }
        assert_eq!(
            scene.console.replica.count_unsent().unwrap().0,
            1,
            "{fault:?}: nobody knows yet"
        );
        line.set(Fault::None);
        scene.console.session.reconnect();
        scene.console.at_rest().await;
        assert_eq!(notes_with(&server, "Only once").await.len(), 1, "{fault:?}");
        scene
            .console
            .until("both are alike", async |console| console.is_like(&server).await)
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_and_answers_that_come_twice_do_no_harm() {
    let mut scene = scene().await;
    scene.line.set(Fault::Twice);
    let (_, new) = scene.console.record(TicketId(0), create(&scene.desk, "Scanner"));
    scene.console.record(new, note("Only once"));
    scene.console.record(scene.ticket, note("This too"));
    scene.console.at_rest().await;
    for text in ["Only once", "This too"] {
        assert_eq!(notes_with(&scene.server, text).await.len(), 1);
    }
    let server = scene.server.clone();
    scene
        .console
        .until("both are alike", async |console| console.is_like(&server).await)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_console_sends_what_its_outbox_holds() {
    let scene = scene().await;
    scene.line.set(Fault::AnswersLost);
    scene.line.writes();
    scene.console.record(scene.ticket, note("Before the kill"));
    while scene.line.writes() == 0 {
        tokio::task::yield_now().await;
    }
    let mut console = scene.console.restarted();
    scene.line.set(Fault::None);
    console.session.reconnect();
    console.at_rest().await;
    assert_eq!(notes_with(&scene.server, "Before the kill").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_change_stops_those_behind_it_while_other_tickets_go_on() {
    let mut scene = scene().await;
    let other = change(&scene.server, TicketId(0), create(&scene.desk, "Other")).await;
    scene
        .console
        .until("it is here", async |console| {
            console.replica.line(other).unwrap().is_some()
        })
        .await;
    scene.line.set(Fault::Down);
    let Person::Resource(ResourceId(theo)) = scene.console.actor.person else {
        panic!("a resource")
    };
    let mine = Act::Assign {
        assignee: Some(Person::Resource(ResourceId(theo))),
    };
    let (stale, _) = scene.console.record(scene.ticket, mine);
    scene.console.record(scene.ticket, note("Behind it"));
    scene.console.record(other, note("Elsewhere"));
    let tina = scene.desk.id("tina").await;
    change(&scene.server, scene.ticket, Act::Assign { assignee: Some(tina) }).await;
    scene.line.set(Fault::None);
    scene.console.session.reconnect();
    let stopped = scene.console.hear(|news| match news {
        News::Stopped(line) => Some(line.clone()),
        _ => None,
    });
    let stopped = stopped.await;
    let OutboxState::Stopped { code, differs, .. } = &stopped.state else {
        panic!("{stopped:?}")
    };
    assert_eq!(
        (stopped.change.id, code.as_str(), stopped.followers),
        (stale, "stale", 1)
    );
    assert_eq!(differs[0].now, "Tina Lund");
    scene.console.at_rest().await;
    assert_eq!(notes_with(&scene.server, "Elsewhere").await.len(), 1);
    assert!(notes_with(&scene.server, "Behind it").await.is_empty());
    scene.console.discard_stopped();
    scene.console.at_rest().await;
    assert_eq!(notes_with(&scene.server, "Behind it").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_the_server_refuses_says_why_and_can_be_done_otherwise() {
    let mut scene = scene().await;
    scene.line.set(Fault::Down);
    let complete = |status| Act::SetStatus { status };
    scene
        .console
        .record(scene.ticket, complete(system::AUTOTASK_IN_PROGRESS));
    let (refused, _) = scene.console.record(
        scene.ticket,
        Act::Complete {
            resolution: "Done".to_owned(),
        },
    );
    change(
        &scene.server,
        scene.ticket,
        Act::Complete {
            resolution: String::new(),
        },
    )
    .await;
    scene.line.set(Fault::None);
    scene.console.session.reconnect();
    scene.console.at_rest().await;
    scene.console.discard_stopped();
    scene.console.at_rest().await;
    scene.console.discard_stopped();
    assert!(
        scene
            .console
            .replica
            .outbox()
            .unwrap()
            .iter()
            .all(|line| line.change.id != refused)
    );
    let server = scene.server.clone();
    scene
        .console
        .until("both are alike", async |console| console.is_like(&server).await)
        .await;
    let drafts = scene.console.replica.drafts(Some(scene.ticket)).unwrap();
    assert_eq!(drafts[0].text, "Done", "no word is lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_consoles_of_one_person_push_each_change_once() {
    let scene = scene().await;
    let another = scene.console.another();
    scene.line.writes();
    for number in 0..6 {
        let console = if number % 2 == 0 { &scene.console } else { &another };
        console.record(scene.ticket, note(&format!("Note {number}")));
    }
    // Either may push; the one that doesn't is not told when the outbox is empty.
    while another.replica.count_unsent().unwrap() != (0, 0) {
        tokio::task::yield_now().await;
    }
    for number in 0..6 {
        assert_eq!(notes_with(&scene.server, &format!("Note {number}")).await.len(), 1);
    }
    assert_eq!(scene.line.writes(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_wants_to_be_left_alone_is_left_alone_whatever_the_feed_brings() {
    let mut scene = scene().await;
    scene.line.set(Fault::Busy);
    scene.line.writes();
    scene.console.record(scene.ticket, note("Later"));
    let mut writes = 0;
    while writes == 0 {
        tokio::task::yield_now().await;
        writes += scene.line.writes();
    }
    for number in 0..5 {
        let text = format!("Elsewhere {number}");
        change(&scene.server, scene.ticket, note(&text)).await;
        scene
            .console
            .until("the feed brings it", async |console| {
                let conversation = console.replica.conversation(scene.ticket).unwrap();
                conversation.iter().any(|entry| format!("{entry:?}").contains(&text))
            })
            .await;
    }
    scene.console.record(scene.ticket, note("Later too"));
    assert_eq!(writes + scene.line.writes(), 1);
    scene.line.set(Fault::None);
    scene.console.session.reconnect();
    scene.console.at_rest().await;
    assert_eq!(notes_with(&scene.server, "Later too").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_changes_are_put_aside_those_of_other_tickets_go_on() {
    let mut scene = scene().await;
    scene.line.set(Fault::Choking);
    for number in 0..40 {
        scene
            .console
            .record(TicketId(0), create(&scene.desk, &format!("Makes it choke {number}")));
    }
    let (_, fine) = scene.console.record(TicketId(0), create(&scene.desk, "Fine"));
    scene
        .console
        .until("the other one is sent", async |console| {
            console.replica.numbered(fine).unwrap().is_some()
        })
        .await;
    assert_eq!(scene.console.replica.count_unsent().unwrap(), (40, 0));
}
