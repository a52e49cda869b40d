//! `tandem sign-out`: ends the session and deletes this machine's copy. What was never sent or is half-typed is asked
//! about first; while a console has the copy open, nothing is deleted.

use super::connection::client;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::local_copy;
use super::session::{EMBEDDED, Remembered, SessionFile};
use crate::base::web_address;
use crate::config::Settings;
use crate::remote::{Remote, RemoteError};
use crate::replica::{Replica, ReplicaError};
use clap::Args;
use std::path::Path;

/// What may be lost.
#[derive(Debug, Args)]
pub struct SignOutArguments {
    /// Give up changes that were never sent and half-typed text, without asking
    #[arg(long)]
    discard_unsent: bool,
}

/// Signs out.
///
/// # Errors
/// Nobody signed in; a console that is open; what was never sent and nobody gave up.
pub async fn run(context: &mut Context<'_>, arguments: SignOutArguments) -> Ended {
    let settings = context.settings()?;
    let server = settings.server.url.clone().unwrap_or_else(|| EMBEDDED.to_owned());
    let file = SessionFile::of(&settings.paths, &server);
    let Some(remembered) = file.read() else {
        return Err(Failure::new(Exit::SignInNeeded, context.text("sign-out-nobody")));
    };
    let copy = local_copy::file(&settings.paths, &server, &remembered.me.user_name);
    let Some(_alone) = local_copy::alone(&copy)? else {
        return Err(Failure::new(Exit::Refused, context.text("sign-out-in-use")));
    };
    if !arguments.discard_unsent
        && let Some(lost) = would_be_lost(context, &copy)?
        && !context.confirm(&format!("{lost} {}", context.text("sign-out-all-the-same")))?
    {
        let sentence = format!("{lost} {}", context.text("sign-out-kept"));
        return Err(Failure::new(Exit::Refused, sentence));
    }
    end_session(context, &settings, &remembered).await?;
    local_copy::delete(&copy)?;
    file.forget()?;
    let said = context.say("signed-out", &[("name", remembered.me.user_name.into())]);
    writeln!(context.out, "{said}")?;
    Ok(())
}

/// What is unsent or half-typed, in a sentence.
fn would_be_lost(context: &Context<'_>, copy: &Path) -> Ended<Option<String>> {
    if !copy.exists() {
        return Ok(None);
    }
    let unread = |error: ReplicaError| Failure::new(Exit::Failed, error.said(&context.sentences));
    let replica = Replica::open(copy).map_err(unread)?;
    let (unsent, _) = replica.count_unsent().map_err(unread)?;
    let drafts = replica.count_drafts().map_err(unread)?;
    let lost = [("sign-out-unsent", unsent), ("sign-out-drafts", drafts)];
    let said: Vec<String> = (lost.into_iter().filter(|(_, count)| *count > 0))
        .map(|(key, count)| context.say(key, &[("count", count.into())]))
        .collect();
    Ok((!said.is_empty()).then(|| said.join(" ")))
}

/// Ends the session at the server; where that can't be reached, it ends by itself.
async fn end_session(context: &mut Context<'_>, settings: &Settings, remembered: &Remembered) -> Ended {
    let Some(url) = &settings.server.url else { return Ok(()) };
    let client = client(settings, context.spoken())?;
    let remote = Remote::new(client, url).signed_in(remembered.token.clone());
    match remote.sign_out().await {
        Ok(()) | Err(RemoteError::SignInNeeded(_)) => Ok(()),
        Err(error) => {
            let arguments = [
                ("server", web_address::shown(url).into()),
                ("reason", error.said(&context.sentences).into()),
            ];
            writeln!(context.notes, "{}", context.say("sign-out-unreached", &arguments))?;
            Ok(())
        }
    }
}
