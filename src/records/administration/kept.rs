//! Which answers the local copy keeps, so that their page opens at once: those about billing and contracts.

use super::{Answer, Question};
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Question {
    /// The name that its last answer is kept by; none where it isn't kept.
    #[must_use]
    pub fn kept_as(&self) -> Option<String> {
        Some(match self {
            Self::BillingOverview => "billing".to_owned(),
            Self::ClientBilling(asked) => match (asked.containing, asked.month) {
                (_, Some(month)) => format!("billing/{}/month/{month}", asked.company),
                (Some(day), None) => format!("billing/{}/{day}", asked.company),
                (None, None) => format!("billing/{}", asked.company),
            },
            Self::Automation(company) => format!("automation/{company}"),
            Self::Contracts(company) => format!("contracts/{company}"),
            Self::Contract(contract) => format!("contract/{contract}"),
            Self::Invoices(None) => "invoices".to_owned(),
            Self::Invoices(Some(company)) => format!("invoices/{company}"),
            Self::Invoice(invoice) => format!("invoice/{invoice}"),
            _ => return None,
        })
    }

    /// Reads what was kept of its answer; nothing where another version wrote it.
    #[must_use]
    pub fn read_kept(&self, kept: &str) -> Option<Answer> {
        fn read<T: DeserializeOwned>(kept: &str) -> Option<T> {
            serde_json::from_str(kept).ok()
        }
        Some(match self {
            Self::BillingOverview => Answer::BillingOverview(read(kept)?),
            Self::ClientBilling(_) => Answer::ClientBilling(read(kept)?),
            Self::Automation(_) => Answer::Automation(read(kept)?),
            Self::Contracts(_) => Answer::Contracts(read(kept)?),
            Self::Contract(_) => Answer::Contract(read(kept)?),
            Self::Invoices(_) => Answer::Invoices(read(kept)?),
            Self::Invoice(_) => Answer::Invoice(read(kept)?),
            _ => return None,
        })
    }
}

impl Answer {
    /// What is kept of it; nothing of one that isn't kept.
    #[must_use]
    pub fn to_keep(&self) -> Option<String> {
        fn written(answer: &impl Serialize) -> Option<String> {
            serde_json::to_string(answer).ok()
        }
        match self {
            Self::BillingOverview(answer) => written(answer),
            Self::ClientBilling(answer) => written(answer),
            Self::Automation(answer) => written(answer),
            Self::Contracts(answer) => written(answer),
            Self::Contract(answer) => written(answer),
            Self::Invoices(answer) => written(answer),
            Self::Invoice(answer) => written(answer),
            _ => None,
        }
    }
}
