//! What can be said of a contract when it is made and later.

use crate::base::Date;
use crate::cli::billing::typed::{OrNone, anchor, day_or_none, days_or_none, hours};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::domain::licence::Anchor;
use crate::records::administration::contracts::ContractFields;
use clap::Args;

/// Terms; what isn't named stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Terms {
    /// The last day, as in 2026-12-31; none: it has no end
    #[arg(long, value_name = "DAY", value_parser = day_or_none)]
    end: Option<OrNone<Date>>,
    /// What the periods of recurring services are counted from: calendar (the 1st) or contract-start
    #[arg(long, value_parser = anchor)]
    anchor: Option<Anchor>,
    /// How many hours it sells, where it is time-limited or sells hours, as in 40
    #[arg(long, allow_negative_numbers = true, value_parser = hours)]
    hours: Option<i64>,
    /// How many days before its end the administrators are told to renew it; none: they aren't
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days_or_none)]
    renewal_notice: Option<OrNone<i64>>,
    /// Your own number for it
    #[arg(long)]
    number: Option<String>,
    /// What it is about; - reads it from standard input
    #[arg(long)]
    description: Option<String>,
}

impl Terms {
    /// Whether they say how many hours it sells.
    pub(super) fn names_hours(&self) -> bool {
        self.hours.is_some()
    }

    /// The fields with these terms over them.
    pub(super) fn over(self, context: &mut Context<'_>, fields: ContractFields) -> Ended<ContractFields> {
        let description = match self.description {
            Some(given) => context.long_text(&given)?,
            None => fields.description,
        };
        Ok(ContractFields {
            end: self.end.map_or(fields.end, |end| end.0),
            anchor: self.anchor.unwrap_or(fields.anchor),
            minutes: self.hours.or(fields.minutes),
            renewal_notice_days: self.renewal_notice.map_or(fields.renewal_notice_days, |days| days.0),
            number: self.number.unwrap_or(fields.number),
            description,
            ..fields
        })
    }
}
