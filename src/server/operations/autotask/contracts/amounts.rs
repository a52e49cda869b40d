//! Prices and other amounts: never negative, never huge, and never rounded where they come in.

use super::super::{Asked, WriteError};
use super::has;
use crate::domain::money::Price;
use crate::entities::{Kind, TICKET_CHARGE};
use rust_decimal::Decimal;
use serde_json::Value as Json;

/// The price of an adjustment, which Autotask takes below zero too.
const ADJUSTED: &str = "adjustedUnitPrice";

/// Checks the amounts of a body as they were sent, before they are read into fields, which hold four decimals.
pub fn check(asked: &Asked) -> Result<(), WriteError> {
    if !has(asked.entity) && *asked.entity != TICKET_CHARGE {
        return Ok(());
    }
    for (name, json) in &asked.body {
        let field = asked.entity.field(name);
        let Some(field) = field.filter(|field| field.kind == Kind::Decimal && !field.read_only) else {
            continue;
        };
        let fits = match json {
            Json::Number(number) => fits(&number.to_string()),
            Json::String(text) => fits(text.trim()),
            // What is no number at all is refused where it is read.
            _ => true,
        };
        if !fits {
            let besides = if field.name == ADJUSTED {
                " A negative one, which Autotask takes, is not taken here: change the units instead."
            } else {
                ""
            };
            let range = format!("from 0 to {} with {} decimals at most", Price::HIGHEST, Price::PLACES);
            return Err(WriteError::about(
                field.name,
                format!("{} must be {range}.{besides}", field.name),
            ));
        }
    }
    Ok(())
}

/// Whether a text is an amount that is taken; a text that is no number is left to whoever reads it.
fn fits(text: &str) -> bool {
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    match number {
        Ok(number) => Price::new(number, ADJUSTED).is_ok(),
        Err(_) => !text
            .bytes()
            .all(|letter| letter.is_ascii_digit() || b"+-.eE".contains(&letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn an_amount_has_four_decimals_and_stays_within_its_bounds() {
        for text in ["0", "12.5", "9999999.9999", "1.50000000", "2e3", "twenty", "12,50"] {
            assert!(fits(text), "{text}");
        }
        for text in [
            "-0.01",
            "1.00000001",
            "1e-8",
            "10000000",
            "1e300",
            "79228162514264337593543950336",
            "0.0000000000000000000000000000000001",
        ] {
            assert!(!fits(text), "{text}");
        }
    }
}
