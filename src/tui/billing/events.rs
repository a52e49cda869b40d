//! The events behind a line, down to who gave whom which level when, and the multiplication (D-19, 2.9).

use super::words::Words;
use crate::domain::SecurityLevel;
use crate::records::administration::billing::{EventKind, LineEvent, StatementLine};
use crate::sentences::Value;

impl Words<'_> {
    /// What happened, in a sentence.
    #[must_use]
    pub fn line_event(&self, event: &LineEvent, line: &StatementLine) -> String {
        let key = match event.event {
            EventKind::LevelGiven => "billing-event-given",
            EventKind::LevelTaken => "billing-event-taken",
            EventKind::UnitsByHand => "billing-event-by-hand",
            EventKind::UnitsByUsage => "billing-event-usage",
            EventKind::AutomationBegan => "billing-event-began",
            EventKind::AutomationEnded if event.by_name.is_empty() => "billing-event-ended-by-nobody-known",
            EventKind::AutomationEnded => "billing-event-ended",
            EventKind::ContractDays => "billing-event-days",
            EventKind::Corrected => "billing-event-corrected",
        };
        let level = match event.event {
            EventKind::LevelTaken => &event.level_before,
            _ => &event.level,
        };
        let arguments: [(&str, Value<'_>); 4] = [
            ("who", event.by_name.as_str().into()),
            ("person", event.person.as_deref().unwrap_or("–").into()),
            ("level", self.level_of_event(level.as_deref()).into()),
            ("count", self.sentences.signed_count(event.units).into()),
        ];
        let said = self.say(key, &arguments);
        let day = match event.on == line.on {
            true => String::new(),
            false => format!("{} ", self.date(event.on)),
        };
        let note = match event.note.is_empty() {
            true => String::new(),
            false => format!(" ({})", event.note),
        };
        let time = match event.time.is_empty() {
            true => String::new(),
            false => format!("{} ", event.time),
        };
        format!("{day}{time}{said}{note}")
    }

    /// The name of a level: of those that ship with Tandem there is only the word.
    fn level_of_event(&self, level: Option<&str>) -> String {
        match level.map(|name| (name, SecurityLevel::from_word(name))) {
            None => "–".to_owned(),
            Some((_, Some(level))) => {
                let key = format!("level-{}", level.word().replace('_', "-"));
                self.sentences.text(&key).into_owned()
            }
            Some((name, None)) => name.to_owned(),
        }
    }

    /// Which two totals a correction is the difference of; nothing of any other line.
    #[must_use]
    pub fn corrected(&self, line: &StatementLine) -> Option<String> {
        let corrects = line.corrects?;
        let arguments: [(&str, Value<'_>); 4] = [
            ("first", self.date(corrects.period.first).into()),
            ("last", self.date(corrects.period.last).into()),
            ("now", self.amount(corrects.comes_to).into()),
            ("billed", self.amount(corrects.billed).into()),
        ];
        Some(self.say("billing-corrects", &arguments).into_owned())
    }

    /// `1 × 20.00 × 21/30 = 14.00`; nothing of a correction, which has no units.
    #[must_use]
    pub fn multiplication(&self, line: &StatementLine) -> Option<String> {
        (line.units != 0).then(|| {
            format!(
                "{} × {} × {}/{} = {}",
                line.units.to_string().replace('-', "−"),
                self.amount(line.unit_price.amount()),
                line.days,
                line.period_days,
                self.amount(line.amount)
            )
        })
    }
}
