//! From the command line to the exit code.

use super::args::{Arguments, Command};
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use super::{
    agreement, audit, billing, completions, config, console, doctor, export, import, keys, man, queue, serve, sign_in,
    sign_out, ticket, user,
};
use crate::base::cells::sanitise_lines;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Carries out what was asked for. A failure is one sentence on the error output.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let (mut out, mut notes) = (io::stdout(), io::stderr());
    let ended = {
        let mut context = Context::new(arguments.general, &mut out, &mut notes);
        run_in(&mut context, arguments.command)
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.sentence.is_empty() {
                // Where even that can't be written nobody is left to tell.
                let _ = writeln!(io::stderr(), "tandem: {}", sanitise_lines(&failure.sentence));
            }
            failure.exit.into()
        }
    }
}

fn run_in(context: &mut Context<'_>, command: Option<Command>) -> Ended {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| {
        let reason = [("reason", error.to_string().into())];
        Failure::new(Exit::Failed, context.say("system-no-threads", &reason))
    })?;
    runtime.block_on(dispatch(context, command))
}

async fn dispatch(context: &mut Context<'_>, command: Option<Command>) -> Ended {
    // The console reads the settings first of all.
    if command.is_some() {
        context.speak_as_chosen();
    }
    match command {
        None => console::run(context).await,
        Some(Command::Serve(arguments)) => {
            // What others do there is changed too.
            context.may_change()?;
            serve::run(context, arguments).await
        }
        Some(Command::Doctor) => doctor::run(context).await,
        Some(Command::Config(command)) => config::run(context, &command),
        Some(Command::Keys(arguments)) => keys::run(context, &arguments),
        Some(Command::Completions(arguments)) => completions::run(context, &arguments),
        Some(Command::Man(arguments)) => man::run(context, &arguments),
        Some(Command::SignOut(arguments)) => sign_out::run(context, arguments).await,
        Some(Command::Import(arguments)) => import::run(context, arguments).await,
        Some(Command::Export(arguments)) => export::run(context, arguments).await,
        Some(Command::SignIn(arguments)) => sign_in::run(context, arguments).await,
        Some(Command::Ticket(command)) => ticket::run(context, command).await,
        Some(Command::Queue(command)) => queue::run(context, command).await,
        Some(Command::Billing(command)) => billing::run(context, command).await,
        Some(Command::Audit(command)) => audit::run(context, &command),
        Some(Command::Agreement(command)) => {
            context.may_change()?;
            agreement::run(context, command).await
        }
        Some(Command::User(command)) => {
            context.may_change()?;
            user::run(context, command).await
        }
    }
}
