//! Which files of `assets/text` a language is made of.

use crate::base::Language;

/// The Fluent files of a language, one per area.
pub(super) fn of(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            include_str!("../../assets/text/en/console.ftl"),
            include_str!("../../assets/text/en/intents.ftl"),
            include_str!("../../assets/text/en/ticket.ftl"),
            include_str!("../../assets/text/en/refusals.ftl"),
            include_str!("../../assets/text/en/command_line.ftl"),
            include_str!("../../assets/text/en/server.ftl"),
            include_str!("../../assets/text/en/pages.ftl"),
            include_str!("../../assets/text/en/onboarding.ftl"),
        ],
    }
}
