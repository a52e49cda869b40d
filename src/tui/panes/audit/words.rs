//! What an entry holds, in words: fields, levels and switches by their sentences, the rest as it was logged.

use crate::domain::SecurityLevel;
use crate::tui::app::App;
use serde_json::Value as Json;

impl App {
    /// What a field of an entry is called, by its path: the last part that has a name, behind that of what it is in.
    pub(super) fn audit_field(&self, path: &str) -> String {
        let parts: Vec<String> = path.split('.').map(|part| self.field_name(part)).collect();
        parts.join(" · ")
    }

    /// What stands in a field of an entry.
    pub(super) fn audit_value(&self, path: &str, value: &Json) -> String {
        let field = path.rsplit('.').next().unwrap_or(path);
        match (field, value) {
            (_, Json::Bool(is_on)) => self.text(if *is_on { "audit-yes" } else { "audit-no" }).into_owned(),
            ("level" | "securityLevel" | "like", value) => self.audit_level(value),
            (_, Json::Array(values)) => {
                let said: Vec<String> = values.iter().map(|value| self.audit_value(field, value)).collect();
                said.join(", ")
            }
            (_, Json::String(text)) if text.is_empty() => "–".to_owned(),
            (_, Json::String(word)) => self.audit_word(field, word),
            (_, value) => value.to_string(),
        }
    }

    /// A level by its number or its word; one of the provider's own by its number.
    fn audit_level(&self, value: &Json) -> String {
        let level = match value {
            Json::Number(number) => number.as_i64().and_then(SecurityLevel::from_portal_number),
            value => serde_json::from_value(value.clone()).ok(),
        };
        match (level, value) {
            (Some(level), _) => {
                let key = format!("level-{}", level.word().replace('_', "-"));
                self.text(&key).into_owned()
            }
            (None, Json::String(text)) => text.clone(),
            (None, value) => value.to_string(),
        }
    }

    /// One of the few words that a field has; any other text as it is.
    fn audit_word(&self, field: &str, word: &str) -> String {
        let known = match (field, word) {
            ("feature", "portal" | "taskfire" | "comanaged" | "next_portal") => {
                Some(format!("feature-{}", word.replace('_', "-")))
            }
            ("subscription", "essentials" | "premium" | "ultimate") => Some(format!("subscription-{word}")),
            ("twoFactor", "nobody") => Some("portal-two-factor-nobody".to_owned()),
            ("twoFactor", "taskfire_users") => Some("portal-two-factor-taskfire".to_owned()),
            ("twoFactor", "everybody") => Some("portal-two-factor-everybody".to_owned()),
            ("twoFactor", "configured") => Some("people-two-factor-on".to_owned()),
            ("twoFactor", "not_configured") => Some("people-two-factor-missing".to_owned()),
            ("twoFactor", "not_required") => Some("people-two-factor-not-required".to_owned()),
            ("shownTime", "nothing" | "billed" | "worked") => Some(format!("portal-shown-{word}")),
            ("resourceNames", "full" | "first" | "provider") => Some(format!("portal-names-{word}")),
            _ => None,
        };
        known.map_or_else(|| word.to_owned(), |key| self.text(&key).into_owned())
    }
}
