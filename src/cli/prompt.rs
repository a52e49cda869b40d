//! Asking a person: passwords without echo, yes or no. Where nobody sits at a terminal, the line is read from standard
//! input, so that scripts can pipe a password in.

use super::Context;
use super::failure::{Ended, Exit, Failure};
use crate::base::Secret;
use std::io::{BufRead as _, IsTerminal as _};

impl Context<'_> {
    /// A password, typed without echo or read as one line from standard input.
    ///
    /// # Errors
    /// Nothing typed, or nobody to type it.
    pub fn password(&mut self, question: &str) -> Ended<Secret> {
        let typed = if std::io::stdin().is_terminal() {
            rpassword::prompt_password(format!("{question} "))?
        } else {
            self.line()?
        };
        if typed.is_empty() {
            return Err(Failure::new(Exit::Usage, self.text("password-empty")));
        }
        Ok(Secret::new(typed))
    }

    /// A new password: typed twice at a terminal.
    ///
    /// # Errors
    /// The two differ, or nothing typed.
    pub fn new_password(&mut self, name: &str) -> Ended<Secret> {
        let question = self.say("password-new", &[("name", name.into())]);
        let first = self.password(&question)?;
        if std::io::stdin().is_terminal() {
            let again = self.text("password-again");
            if !self.password(&again)?.is(&first) {
                return Err(Failure::new(Exit::Usage, self.text("password-differs")));
            }
        }
        Ok(first)
    }

    /// A code of the second factor, typed or read as one line from standard input.
    ///
    /// # Errors
    /// When the terminal fails.
    pub fn code(&mut self) -> Ended<String> {
        self.typed(&self.text("code-of"))
    }

    /// What the person types in answer to a question, or one line from standard input.
    ///
    /// # Errors
    /// When the terminal fails.
    pub fn typed(&mut self, question: &str) -> Ended<String> {
        write!(self.notes, "{question} ")?;
        self.notes.flush()?;
        self.line()
    }

    /// Whether the person says yes. Where nobody sits at a terminal: no.
    ///
    /// # Errors
    /// When the terminal fails.
    pub fn confirm(&mut self, question: &str) -> Ended<bool> {
        if !std::io::stdin().is_terminal() {
            return Ok(false);
        }
        write!(self.notes, "{question} ")?;
        self.notes.flush()?;
        let answer = self.line()?.to_lowercase();
        let yes = self.text("answer-yes");
        Ok(answer == yes || (answer.chars().count() == 1 && yes.starts_with(&answer)))
    }

    fn line(&mut self) -> Ended<String> {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        Ok(line.trim_end_matches(['\n', '\r']).to_owned())
    }
}
