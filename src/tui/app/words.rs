//! What the console says: sentences in the person's language, with the keys as they are bound, in the words of the tickets
//! at hand.

use super::App;
use crate::sentences::Value;
use crate::tui::intent::Intent;
use crate::tui::keymap::Context;
use crate::tui::place;
use crate::tui::widgets::age::Times;
use std::borrow::Cow;

impl App {
    /// A sentence without arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        self.settings.sentences.text(key)
    }

    /// A sentence.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Cow<'_, str> {
        self.settings.sentences.say(key, arguments)
    }

    /// A sentence that names keys as they are bound behind whatever floats.
    #[must_use]
    pub fn with_keys(&self, key: &str, keys: &[(&'static str, Intent)]) -> String {
        let contexts = self.work_contexts();
        let arguments: Vec<_> = keys
            .iter()
            .map(|(name, intent)| (*name, self.way_to(*intent, &contexts).into()))
            .collect();
        self.say(key, &arguments).into_owned()
    }

    /// How a person asks for an intent where these contexts hold: its key; without one its name behind the palette's
    /// key; else that it has none.
    #[must_use]
    pub fn way_to(&self, intent: Intent, contexts: &[Context]) -> String {
        let keymap = &self.settings.keymap;
        if let Some(keys) = keymap.keys_for(intent.name(), contexts) {
            return keys;
        }
        match keymap.keys_for(Intent::OpenPalette.name(), contexts) {
            Some(palette) if intent.is_in_palette(self) => format!("{palette} {}", intent.name()),
            _ => self.say("key-none", &[("intent", intent.name().into())]).into_owned(),
        }
    }

    /// What an intent is called, in the words of the ticket that it would be for. `form` is empty for its title,
    /// `.short` for the bottom line.
    #[must_use]
    pub fn words(&self, intent: Intent, form: &str) -> Cow<'_, str> {
        self.words_for(intent, form, &self.company_concerned())
    }

    /// The same in the words of tickets of this company.
    #[must_use]
    pub fn words_for(&self, intent: Intent, form: &str, company: &str) -> Cow<'_, str> {
        if let Some(view) = place::saved(self, intent) {
            return self.say("view-open-saved", &[("name", view.name.as_str().into())]);
        }
        let provider = self.viewer.as_ref().map_or("", |viewer| viewer.instance_name.as_str());
        let arguments = [
            ("side", self.side().word().into()),
            ("role", if self.works_tickets() { "desk" } else { "portal" }.into()),
            ("company", company.into()),
            ("provider", provider.into()),
        ];
        self.say(&format!("{}{form}", intent.sentence()), &arguments)
    }

    /// The company of the tickets that an intent would be for.
    fn company_concerned(&self) -> Cow<'_, str> {
        let marks = &self.tickets.marks;
        let listed = self.tickets.lines.iter();
        if let Some(open) = &self.ticket {
            let known = open.ticket().map(|view| &view.line);
            let line = known.or_else(|| listed.clone().find(|line| line.id == open.id));
            return self.company_of(line.map(|line| line.company_name.as_str()));
        }
        if marks.is_empty() {
            return self.company_of(self.tickets.current().map(|line| line.company_name.as_str()));
        }
        let marked: Vec<&str> = listed
            .filter(|line| marks.contains(&line.id))
            .map(|line| line.company_name.as_str())
            .collect();
        // What is marked beyond this list may be anybody's.
        let unknown = (marked.len() < marks.len()).then_some("");
        self.company_of(marked.into_iter().chain(unknown))
    }

    /// What these companies are called together: the one by its name, several as such.
    #[must_use]
    pub fn company_of<'a>(&'a self, names: impl IntoIterator<Item = &'a str>) -> Cow<'a, str> {
        let mut names = names.into_iter();
        match names.next() {
            None => self.text("company-unknown"),
            Some(first) if names.all(|name| name == first) => Cow::Borrowed(first),
            Some(_) => self.text("companies-several"),
        }
    }

    /// The person's way of reading times now.
    #[must_use]
    pub fn times(&self) -> Times<'_> {
        Times {
            now: self.now,
            zone: self.settings.zone,
            ages: self.settings.ages,
            sentences: &self.settings.sentences,
        }
    }
}
