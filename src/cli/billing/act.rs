//! An administrative act of billing: sent once under one key, its answer given back.

use super::json;
use crate::base::cells::sanitise_lines;
use crate::base::ids::ChangeId;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Failure};
use crate::cli::ticket::{Form, Key};
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
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

    /// A document to be written, with what was seen of it. Under the caller's own key it must be the same request each
    /// time, so that what was seen this time is no part of it.
    pub(super) fn seeing<T>(self, value: T, seen: String) -> Seeing<T> {
        match self.key {
            Some(_) => value.into(),
            None => Seeing::new(value, seen),
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
