//! Cases of licence billing that are arithmetic alone: what a period of a contract comes to (2.9).

use super::form::Case;
use super::report::{Difference, Verdict};
use super::run::Stop;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem::base::Date;
use tandem::base::ids::ContactId;
use tandem::domain::licence::proration::prorate;
use tandem::domain::licence::{
    Anchor, History, LicenceEvent, Line, Notice, PeriodType, Prices, Spell, Statement, Term,
};
use tandem::domain::money::Price;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProrationGiven {
    contract: ContractGiven,
    unit_price: Price,
    #[serde(rename = "currency")]
    _currency: String,
    #[serde(default)]
    today: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContractGiven {
    start: Date,
    end: Option<Date>,
    anchor: Anchor,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProrationWhen {
    licence_events: Vec<EventGiven>,
    bill_period_containing: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventGiven {
    user: String,
    on: Date,
    op: Op,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Op {
    Assign,
    Remove,
    ChangeLevel,
}

/// A case of this kind, computed.
struct Computed {
    term: Term,
    today: Date,
    history: History,
    statement: Statement,
}

/// Judges a case of this kind; none where it is of another.
///
/// # Errors
/// An unknown form.
pub fn judge(case: &Case) -> Result<Option<Verdict>, Stop> {
    if case.when.get("licence_events").is_none() {
        return Ok(None);
    }
    let unknown = |part: &str, error: serde_json::Error| Stop::Unknown(format!("{part}: {error}"));
    let given = ProrationGiven::deserialize(&case.given).map_err(|error| unknown("given", error))?;
    let when = ProrationWhen::deserialize(&case.when).map_err(|error| unknown("when", error))?;
    let computed = compute(&given, &when)?;
    let mut differences = Vec::new();
    for (field, expected) in &case.then {
        let actual = computed.actual(field, expected)?;
        if actual != *expected {
            differences.push(Difference {
                field: field.clone(),
                expected: expected.to_string(),
                actual: actual.to_string(),
            });
        }
    }
    Ok(Some(match differences.is_empty() {
        true if case.then.is_empty() => Verdict::Unknown("then: nothing to check".to_owned()),
        true => Verdict::Holds,
        false => Verdict::Differs(differences),
    }))
}

/// Automation was saved on the contract's start.
fn compute(given: &ProrationGiven, when: &ProrationWhen) -> Result<Computed, Stop> {
    let ContractGiven { start, end, anchor } = given.contract;
    let term = Term { start, end, anchor };
    let mut users: BTreeMap<&str, i64> = BTreeMap::new();
    let events = when.licence_events.iter().map(|event| {
        let next = i64::try_from(users.len()).unwrap_or(i64::MAX);
        LicenceEvent {
            user: ContactId(*users.entry(&event.user).or_insert(next)),
            on: event.on,
            holds: !matches!(event.op, Op::Remove),
        }
    });
    let history = History::new(events.collect::<Vec<_>>());
    let units = history.units(&[Spell::saved(term, start, None)]);
    let prices = Prices::new([(term.start, given.unit_price)]);
    let containing = when.bill_period_containing;
    let statement = term
        .period_containing(PeriodType::Monthly, containing)
        .and_then(|period| prorate(term, PeriodType::Monthly, period, &prices, &units));
    Ok(Computed {
        term,
        today: given.today.unwrap_or(containing),
        history,
        statement: statement.ok_or_else(|| Stop::Broken(format!("no period of the contract contains {containing}")))?,
    })
}

impl Computed {
    fn actual(&self, field: &str, expected: &Value) -> Result<Value, Stop> {
        Ok(match field {
            "period" => json!([self.statement.period.first, self.statement.period.last]),
            "period_days" => json!(self.statement.period.days()),
            "total" => json!(self.statement.total()),
            "lines" => self.lines(expected)?,
            "notice" => json!(Notice::of(self.term)),
            "units_shown" => json!(self.history.held_after(self.today)),
            "warnings" if self.term.is_over(self.today) => json!(["automation_contract_expired"]),
            "warnings" => json!([]),
            "contract_greyed_out" => json!(self.term.is_over(self.today)),
            other => return Err(Stop::Unknown(format!("then: {other}"))),
        })
    }

    /// The lines with the fields that the case's first line has.
    fn lines(&self, expected: &Value) -> Result<Value, Stop> {
        let fields = expected
            .as_array()
            .and_then(|lines| lines.first())
            .and_then(Value::as_object);
        let fields: Vec<_> = fields.into_iter().flat_map(|line| line.keys()).collect();
        let lines = self.statement.lines.iter().map(|line| {
            let shown = fields.iter().map(|field| Ok(((*field).clone(), value(line, field)?)));
            shown.collect::<Result<serde_json::Map<_, _>, _>>().map(Value::Object)
        });
        lines.collect::<Result<_, _>>().map(Value::Array)
    }
}

fn value(line: &Line, field: &str) -> Result<Value, Stop> {
    Ok(match field {
        "kind" => json!(line.kind),
        "on" => json!(line.on),
        "units" => json!(line.units),
        "days" => json!(line.days),
        "period_days" => json!(line.period_days),
        "unit_price" => json!(line.unit_price),
        "amount" => json!(line.amount),
        other => return Err(Stop::Unknown(format!("then: lines: {other}"))),
    })
}
