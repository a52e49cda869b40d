//! `tandem sign-in`: a session at the configured server, remembered in a file that only this user can read.

use super::connection::{failure, way};
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::session::SessionFile;
use crate::base::{Secret, web_address};
use crate::remote::{Client, Remote};
use clap::Args;

/// Who signs in.
#[derive(Debug, Args)]
pub struct SignInArguments {
    /// The name to sign in with
    user_name: String,
}

/// Signs in. The password is asked for, or read as one line from standard input.
///
/// # Errors
/// No server configured, no answer, or a wrong name or password.
pub async fn run(context: &mut Context<'_>, arguments: SignInArguments) -> Ended {
    let settings = context.settings()?;
    let Some(url) = &settings.server.url else {
        return Err(Failure::new(Exit::Usage, context.text("sign-in-embedded")));
    };
    let client = Client::new(&way(&settings)).map_err(|error| Failure::of(&error))?;
    let remote = Remote::new(client, url);
    let question = context.say(
        "password-of",
        &[
            ("name", arguments.user_name.as_str().into()),
            ("server", web_address::shown(url).into()),
        ],
    );
    let password = context.password(&question)?;
    let session = remote.sign_in(&arguments.user_name, &password, None).await;
    let session = session.map_err(|error| failure(&web_address::shown(url), &error))?;
    let token = Secret::new(session.token);
    SessionFile::of(&settings.paths, url).write(url, &session.me, &token)?;
    let said = [
        ("name", session.me.name.into()),
        ("company", session.me.company_name.into()),
        ("server", web_address::shown(url).into()),
    ];
    writeln!(context.out, "{}", context.say("signed-in", &said))?;
    Ok(())
}
