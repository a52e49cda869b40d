//! Attaching a file from this machine. What is in it is taken over at once: what becomes of the file later is nobody's
//! concern.

use super::action::{Reach, TicketAction, Tickets};
use super::proposing::dialog;
use crate::base::Timestamp;
use crate::domain::attachment::{self, File};
use crate::domain::note::Audience;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation, ToAttach};
use crate::tui::intent::Intent;
use crate::tui::msg::NotAttached;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::{Answer, Overlay};

/// `ticket.attach`.
pub struct Attach;

/// The field of the path.
const PATH: &str = "path";
/// The switch for whom it is.
const INTERNAL: &str = "internal";
/// Some file's digest: the rules are asked only whether one may attach any.
const SOME_DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn may(ticket: &TicketView, actor: &Actor, audience: Audience, at: Timestamp) -> Result<(), Refusal> {
    let file = File {
        name: "…",
        size: 0,
        digest: SOME_DIGEST,
    };
    attachment::attach(&ticket.ticket, actor, audience, file, at)?;
    // What holds for every act holds here too.
    let act = Act::Attach {
        audience,
        name: "…".to_owned(),
        size: 0,
        digest: SOME_DIGEST.to_owned(),
    };
    act.apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
}

impl TicketAction for Attach {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        may(ticket, actor, Audience::Public, at).or_else(|_| may(ticket, actor, Audience::Internal, at))
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let mut fields = vec![Field::line(PATH, app.text("attach-path").into_owned(), "")];
        let is_allowed = |audience| {
            let actor = app.viewer.as_ref().map(|viewer| &viewer.actor);
            let ticket = tickets.first();
            ticket
                .zip(actor)
                .is_some_and(|(ticket, actor)| may(ticket, actor, audience, app.now).is_ok())
        };
        // Where one may write for one's own side alone, that is what a slip of the finger does.
        if is_allowed(Audience::Internal) {
            fields.push(Field::switch(INTERNAL, app.text("attach-internal").into_owned(), true));
        }
        let form = dialog(app, Intent::AttachFile, "dialog-attach", &tickets, None);
        form.with(fields).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let (Answer::Filled(mut form), Some(ticket)) = (answer, tickets.first()) else {
            return Vec::new();
        };
        let path = form.text(PATH).trim().to_owned();
        if path.is_empty() {
            let why = app.text("attach-no-path").into_owned();
            return form.refuse(app, PATH, why);
        }
        let audience = if form.is_on(INTERNAL) {
            Audience::Internal
        } else {
            Audience::Public
        };
        let wanted = ToAttach {
            ticket: ticket.line.id,
            path,
            audience,
        };
        let generation = app.generation.advance();
        form.waits = Some(generation);
        app.overlays.push(Overlay::Form(form));
        vec![Effect::Attach(generation, wanted)]
    }
}

/// What came of reading the file.
pub fn attached(app: &mut App, generation: Generation, result: Result<String, NotAttached>) -> Vec<Effect> {
    let is_it = |overlay: &Overlay| matches!(overlay, Overlay::Form(form) if form.waits == Some(generation));
    let at = app.overlays.iter().position(is_it);
    match result {
        Ok(name) => {
            if let Some(at) = at {
                app.overlays.remove(at);
            }
            app.done("attach-done", &[("name", name.into())]);
        }
        Err(not_attached) => {
            let why = why(app, not_attached);
            match at.and_then(|at| app.overlays.get_mut(at)) {
                Some(Overlay::Form(form)) => form.not_done(why, Some(PATH)),
                _ => app.warn(why),
            }
        }
    }
    Vec::new()
}

/// Why a file was not attached, in a sentence.
fn why(app: &App, not_attached: NotAttached) -> String {
    match not_attached {
        NotAttached::Refused(refusal) => app.refusal(&refusal),
        NotAttached::NotRead(why) => why.sentence(&app.settings.sentences),
        NotAttached::NotKept(why) => why,
    }
}
