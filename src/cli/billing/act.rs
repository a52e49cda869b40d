//! An administrative act of billing: sent once under one key, its answer given back.

use super::json;
use crate::base::Date;
use crate::base::cells::sanitise_lines;
use crate::base::ids::ChangeId;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::ticket::{Form, Key};
use crate::records::administration::Administration;
use crate::remote::RemoteError;
use clap::Args;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What every act takes besides.
#[derive(Clone, Copy, Debug, Args)]
pub struct ActForm {
    /// A key of your own, from `uuidgen -7`: the same command with the same key counts once
    #[arg(long, value_name = "UUID")]
    key: Option<Key>,
    #[command(flatten)]
    form: Form,
}

impl ActForm {
    /// Carries an act out.
    ///
    /// # Errors
    /// The server's word on it.
    pub(super) async fn carry_out<T: DeserializeOwned>(
        self,
        context: &Context<'_>,
        connection: &Connection,
        act: &Administration,
    ) -> Ended<T> {
        let key = self.key.map_or_else(|| context.ids.change(), |key| key.id);
        carry_out(context, connection, key, act, "change-unanswered").await
    }

    /// The day that was said, else today. Under the caller's own key it is to be said: the same command must be the same
    /// request on another day.
    ///
    /// # Errors
    /// None was said, though there is a key.
    pub(super) fn day(self, context: &Context<'_>, said: Option<Date>, today: Date, argument: &str) -> Ended<Date> {
        match (said, self.key) {
            (Some(day), _) => Ok(day),
            (None, None) => Ok(today),
            (None, Some(_)) => {
                let sentence = context.say("argument-missing-with-key", &[("argument", argument.into())]);
                Err(Failure::new(Exit::Usage, sentence))
            }
        }
    }

    /// Writes the answer where another program reads it, else the sentence; says whether people read on.
    pub(super) fn told(self, context: &mut Context<'_>, answer: &impl Serialize, said: &str) -> Ended<bool> {
        if self.form.json {
            json(context.out, answer)?;
            return Ok(false);
        }
        writeln!(context.out, "{}", sanitise_lines(said))?;
        Ok(true)
    }
}

/// Carries an act out under this key; the sentence says what to do where no answer came.
///
/// # Errors
/// The server's word on it.
pub(in crate::cli) async fn carry_out<T: DeserializeOwned>(
    context: &Context<'_>,
    connection: &Connection,
    key: ChangeId,
    act: &Administration,
    unanswered: &str,
) -> Ended<T> {
    let done = connection.remote().administer(key, act).await;
    let done = done.map_err(|error| {
        let mut failure = connection.failed(&error);
        if matches!(error, RemoteError::TimedOut(_)) {
            failure.sentence = format!("{} {}", failure.sentence, context.text(unanswered));
        }
        failure
    })?;
    serde_json::from_value(done).map_err(|error| Failure::of(&error))
}
