//! Which files of `assets/text` a language is made of.

use crate::base::Language;

/// Each area's file of a language.
macro_rules! files {
    ($language:literal: $($area:literal),* $(,)?) => {
        &[$(include_str!(concat!("../../assets/text/", $language, "/", $area, ".ftl"))),*]
    };
}

/// The same areas of every language.
macro_rules! areas {
    ($language:literal) => {
        files!(
            $language:
            "console",
            "intents",
            "ticket",
            "pages",
            "onboarding",
            "refusals",
            "command_line",
            "server",
            "trouble",
            "typed",
            "sign_in",
            "audit",
            "instance",
            "people",
            "guide",
            "contracts",
            "import",
            "billing_console",
            "mistakes",
        )
    };
}

/// The Fluent files of a language, one per area.
pub(super) fn of(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => areas!("en"),
        Language::German => areas!("de"),
        Language::Spanish => areas!("es"),
    }
}
