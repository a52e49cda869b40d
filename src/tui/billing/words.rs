//! Warnings, differences and what is not billed, as sentences; amounts and spans as the reader's language writes them.
//! They know the reader's sentences and nothing of the screen, so that the command line says the same.

use crate::base::Date;
use crate::records::administration::billing::{
    BillingWarning, Days, Difference, DifferenceReason, NotBilled, NotBilledReason, WarningKind,
};
use crate::sentences::{Sentences, Value};
use crate::tui::app::App;
use crate::tui::widgets::age::Times;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What billing says to one reader.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The reader's sentences.
    pub sentences: &'a Sentences,
    /// How days are read; where none is said they stand in full, `2026-11-30`, to be typed again.
    pub times: Option<Times<'a>>,
}

impl App {
    /// What billing says on this screen.
    #[must_use]
    pub fn billing_words(&self) -> Words<'_> {
        Words {
            sentences: &self.settings.sentences,
            times: Some(self.times()),
        }
    }

    /// An amount as the reader's language writes it.
    #[must_use]
    pub fn amount(&self, amount: Decimal) -> String {
        self.settings.sentences.amount(amount)
    }

    /// An amount with its currency.
    #[must_use]
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        self.billing_words().money(amount, currency)
    }

    /// Minutes as hours: `14 h 30`, `40 h`, `15 m`.
    #[must_use]
    pub fn hours(&self, minutes: i64) -> String {
        self.billing_words().hours(minutes)
    }

    /// The days of a period: `Nov 1 – Nov 30`.
    #[must_use]
    pub fn span(&self, days: Days) -> String {
        self.billing_words().span(days)
    }

    /// A month with its year.
    #[must_use]
    pub fn month(&self, month: Date) -> String {
        format!("{} {}", self.times().month(month), month.0.format("%Y"))
    }
}

impl<'a> Words<'a> {
    /// A sentence.
    #[must_use]
    pub fn text(&self, key: &str) -> Cow<'a, str> {
        self.sentences.text(key)
    }

    /// A sentence with these arguments put in.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Cow<'a, str> {
        self.sentences.say(key, arguments)
    }

    /// A day.
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        self.times.map_or_else(|| day.to_string(), |times| times.date(day))
    }

    /// An amount as the reader's language writes it.
    #[must_use]
    pub fn amount(&self, amount: Decimal) -> String {
        self.sentences.amount(amount)
    }

    /// An amount with its currency.
    #[must_use]
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        format!("{} {currency}", self.amount(amount))
    }

    /// Minutes as hours: `14 h 30`, `40 h`, `15 m`.
    #[must_use]
    pub fn hours(&self, minutes: i64) -> String {
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let said = match (hours, rest) {
            (_, 0) => self.say("billing-hours", &[("hours", hours.to_string().into())]),
            (0, rest) => self.say("age-minutes", &[("minutes", rest.to_string().into())]),
            (hours, rest) => {
                let rest = format!("{rest:02}");
                self.say(
                    "age-hours",
                    &[("hours", hours.to_string().into()), ("minutes", rest.into())],
                )
            }
        };
        let sign = if minutes < 0 { "−" } else { "" };
        format!("{sign}{said}")
    }

    /// The days of a period: `Nov 1 – Nov 30`.
    #[must_use]
    pub fn span(&self, days: Days) -> String {
        format!("{} – {}", self.date(days.first), self.date(days.last))
    }

    /// A warning, with what to do about it.
    #[must_use]
    pub fn warning(&self, warning: &BillingWarning) -> String {
        let key = match warning.warning {
            WarningKind::AutomationContractExpired => "billing-warning-automation-expired",
            WarningKind::AutomationContractEndsSoon => "billing-warning-automation-ends",
            WarningKind::ContractEndsSoon => "billing-warning-ends",
            WarningKind::HoursLow => "billing-warning-hours",
            WarningKind::PeriodsToClose => "billing-warning-to-close",
            WarningKind::NoAutomation => "billing-warning-no-automation",
            WarningKind::ContractNotDedicated => "billing-warning-not-dedicated",
        };
        let date = warning.on.map(|on| self.date(on)).unwrap_or_default();
        let arguments: [(&str, Value<'_>); 4] = [
            ("contract", warning.contract_name.as_deref().unwrap_or("–").into()),
            ("date", date.into()),
            ("count", warning.count.into()),
            ("hours", self.hours(warning.count).into()),
        ];
        self.say(key, &arguments).into_owned()
    }

    /// Why an amount is another one than in the period before: `1 unit more since Nov 10`.
    #[must_use]
    pub fn difference(&self, difference: &Difference) -> String {
        let key = match difference.reason {
            DifferenceReason::UnitsAdded => "billing-difference-added",
            DifferenceReason::UnitsRemoved => "billing-difference-removed",
            DifferenceReason::WholePeriod => "billing-difference-whole",
            DifferenceReason::PriceChanged => "billing-difference-price",
            DifferenceReason::Began => "billing-difference-began",
            DifferenceReason::Ended => "billing-difference-ended",
            DifferenceReason::Corrected => "billing-difference-corrected",
            DifferenceReason::CountsWhereItBegins => "billing-difference-where-it-begins",
        };
        let date = difference.on.map(|on| self.date(on)).unwrap_or_default();
        let arguments: [(&str, Value<'_>); 3] = [
            ("count", difference.units.abs().into()),
            ("date", date.into()),
            ("service", difference.service_name.as_str().into()),
        ];
        self.say(key, &arguments).into_owned()
    }

    /// What is not billed: `Onsite days 2025 · Support`.
    #[must_use]
    pub fn not_billed_subject(&self, line: &NotBilled) -> String {
        let named = [line.contract_name.as_deref(), line.service_name.as_deref()];
        let named: Vec<&str> = named.into_iter().flatten().collect();
        match (named.is_empty(), line.reason) {
            (true, NotBilledReason::UncoveredTime) => self.text("billing-time").into_owned(),
            (true, _) => self.text("billing-licences").into_owned(),
            (false, _) => named.join(" · "),
        }
    }

    /// Why something is not billed.
    #[must_use]
    pub fn not_billed_reason(&self, line: &NotBilled) -> String {
        let key = match line.reason {
            NotBilledReason::NoAutomation => "billing-unbilled-no-automation",
            NotBilledReason::ContractExpired => "billing-unbilled-expired",
            NotBilledReason::ContractPending => "billing-unbilled-pending",
            NotBilledReason::ContractNotApproved => "billing-unbilled-not-approved",
            NotBilledReason::OwnCompany => "billing-unbilled-own",
            NotBilledReason::NoUnits => "billing-unbilled-no-units",
            NotBilledReason::NoPrice => "billing-unbilled-no-price",
            NotBilledReason::UncoveredTime => "billing-unbilled-uncovered",
        };
        let date = line.on.map(|on| self.date(on)).unwrap_or_default();
        let arguments: [(&str, Value<'_>); 3] = [
            ("count", line.count.into()),
            ("date", date.into()),
            ("hours", self.hours(line.count).into()),
        ];
        self.say(key, &arguments).into_owned()
    }
}
