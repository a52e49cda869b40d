//! `tandem sign-out`: ends the session and deletes this machine's copy. What was never sent is asked about first.

use super::connection::way;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::local_copy;
use super::session::{EMBEDDED, Remembered, SessionFile};
use crate::config::Settings;
use crate::remote::{Client, Remote, RemoteError};
use crate::replica::Replica;
use clap::Args;
use std::path::Path;

/// What may be lost.
#[derive(Debug, Args)]
pub struct SignOutArguments {
    /// Give up changes that were never sent, without asking
    #[arg(long)]
    discard_unsent: bool,
}

/// Signs out.
///
/// # Errors
/// Nobody signed in; changes that were never sent and that nobody gave up.
pub async fn run(context: &mut Context<'_>, arguments: SignOutArguments) -> Ended {
    let settings = context.settings()?;
    let server = settings.server.url.clone().unwrap_or_else(|| EMBEDDED.to_owned());
    let file = SessionFile::of(&settings.paths, &server);
    let Some(remembered) = file.read() else {
        return Err(Failure::new(Exit::SignInNeeded, context.text("sign-out-nobody")));
    };
    let copy = local_copy::file(&settings.paths, &server, &remembered.me.user_name);
    if !arguments.discard_unsent && !may_be_lost(context, &copy)? {
        return Err(Failure::new(Exit::Refused, context.text("sign-out-kept")));
    }
    end_session(context, &settings, &remembered).await?;
    local_copy::delete(&copy)?;
    file.forget()?;
    let said = context.say("signed-out", &[("name", remembered.me.user_name.into())]);
    writeln!(context.out, "{said}")?;
    Ok(())
}

/// Whether nothing is unsent, or the person gives it up.
fn may_be_lost(context: &mut Context<'_>, copy: &Path) -> Ended<bool> {
    if !copy.exists() {
        return Ok(true);
    }
    let replica = Replica::open(copy).map_err(|error| Failure::of(&error))?;
    let (unsent, _) = replica.count_unsent().map_err(|error| Failure::of(&error))?;
    if unsent == 0 {
        return Ok(true);
    }
    let question = context.say("sign-out-unsent", &[("count", unsent.into())]);
    context.confirm(&question)
}

/// Ends the session at the server; where that can't be reached, it ends by itself.
async fn end_session(context: &mut Context<'_>, settings: &Settings, remembered: &Remembered) -> Ended {
    let Some(url) = &settings.server.url else { return Ok(()) };
    let client = Client::new(&way(settings)).map_err(|error| Failure::of(&error))?;
    let remote = Remote::new(client, url).signed_in(remembered.token.clone());
    match remote.sign_out().await {
        Ok(()) | Err(RemoteError::SignInNeeded(_)) => Ok(()),
        Err(error) => {
            let arguments = [("server", url.as_str().into()), ("reason", error.to_string().into())];
            writeln!(context.notes, "{}", context.say("sign-out-unreached", &arguments))?;
            Ok(())
        }
    }
}
