//! `tandem sign-in`: a session at the configured server, remembered in a file that only this user can read.

use super::connection::{client, failure};
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::session::SessionFile;
use crate::base::{Secret, web_address};
use crate::records::administration::people::TwoFactorState;
use crate::remote::{Remote, RemoteError};
use crate::wire::ext::session::{Me, NewSession};
use crate::wire::problem::Code;
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
    let client = client(&settings, context.spoken())?;
    let remote = Remote::new(client, url);
    let question = context.say(
        "password-of",
        &[
            ("name", arguments.user_name.as_str().into()),
            ("server", web_address::shown(url).into()),
        ],
    );
    let password = context.password(&question)?;
    let sentences = context.sentences.clone();
    let failed = |error: &RemoteError| failure(&sentences, &web_address::shown(url), error);
    let session = enter(context, &remote, &arguments.user_name, &password).await?;
    let session = session.map_err(|error| failed(&error))?;
    let token = Secret::new(session.token);
    let remote = remote.signed_in(token.clone());
    if let Err(error) = come_first(context, &remote, &session.me, &password).await? {
        // Nobody goes on with a session that may do nothing.
        let _ = remote.sign_out().await;
        return Err(failed(&error));
    }
    let me = remote.me().await.map_err(|error| failed(&error))?;
    let file = SessionFile::of(&settings.paths, url);
    file.write(url, &me, &token)?;
    file.unlock()?;
    let said = [
        ("name", me.name.into()),
        ("company", me.company_name.into()),
        ("server", web_address::shown(url).into()),
    ];
    writeln!(context.out, "{}", context.say("signed-in", &said))?;
    Ok(())
}

/// Signs in; the code of the second factor is asked for where it is needed.
async fn enter(
    context: &mut Context<'_>,
    remote: &Remote,
    user_name: &str,
    password: &Secret,
) -> Ended<Result<NewSession, RemoteError>> {
    let session = remote.sign_in(user_name, password, None).await;
    match session {
        Err(RemoteError::SignInNeeded(problem)) if problem.code == Code::CodeRequired.word() => {
            let code = context.code()?;
            Ok(remote.sign_in(user_name, password, Some(&code)).await)
        }
        session => Ok(session),
    }
}

/// What must be done before anything else: an own password chosen, the second factor set up.
async fn come_first(
    context: &mut Context<'_>,
    remote: &Remote,
    me: &Me,
    password: &Secret,
) -> Ended<Result<(), RemoteError>> {
    if me.must_change_password {
        writeln!(context.notes, "{}", context.text("password-must-change"))?;
        let new = context.new_password(&me.user_name)?;
        if let Err(error) = remote.change_password(password, &new).await {
            return Ok(Err(error));
        }
    }
    if me.two_factor != TwoFactorState::NotConfigured {
        return Ok(Ok(()));
    }
    let setup = match remote.begin_two_factor().await {
        Ok(setup) => setup,
        Err(error) => return Ok(Err(error)),
    };
    let secret = context.say("two-factor-secret", &[("secret", setup.secret.into())]);
    writeln!(
        context.notes,
        "{}\n{}\n{secret}",
        context.text("two-factor-set-up"),
        setup.uri
    )?;
    let code = context.code()?;
    Ok(remote.confirm_two_factor(&code).await)
}
